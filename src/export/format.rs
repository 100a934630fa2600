//! The formats a draft can have.

use std::path::Path;

/// The format of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Markdown.
    Md,
    /// Plain text in the layout of a letter.
    Txt,
    /// JSON, for programs: text, sections, findings, manifest.
    Json,
}

impl Format {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Txt => "txt",
            Self::Json => "json",
        }
    }

    /// The format a file name asks for by its ending, if it is one of these.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Md),
            "txt" => Some(Self::Txt),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Format;

    #[test]
    fn the_ending_of_a_file_name_tells_the_format() {
        assert_eq!(Format::of_file(Path::new("a/letter.MD")), Some(Format::Md));
        assert_eq!(Format::of_file(Path::new("letter.txt")), Some(Format::Txt));
        assert_eq!(Format::of_file(Path::new("letter.json")), Some(Format::Json));
        assert_eq!(Format::of_file(Path::new("letter")), None);
        assert_eq!(Format::of_file(Path::new("letter.pdf")), None);
    }
}
