//! Where the hub has a model: a repository, a file in it, a revision. Each part is checked before it becomes part of
//! an address or of a path.

use std::fmt;

use crate::engine::shown::shown;
use crate::lang::Message;

/// The revision meant where none is named.
const MAIN: &str = "main";
/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file of a repository of the hub.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    repo: String,
    file: String,
    revision: String,
}

/// The part of an address that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongPart {
    /// The repository.
    Repo,
    /// The file.
    File,
    /// The revision.
    Revision,
}

impl WrongPart {
    /// Its key in `models.toml`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Repo => "repo",
            Self::File => "file",
            Self::Revision => "revision",
        }
    }

    /// What it should look like.
    #[must_use]
    pub fn wanted(self) -> &'static str {
        match self {
            Self::Repo => "owner/name (A–Z a–z 0–9 . - _)",
            Self::File => "path/name.gguf (A–Z a–z 0–9 . - _ +)",
            Self::Revision => "main, v1.0, refs/pr/1, 0123…cdef",
        }
    }

    /// The message for a user who wrote `text`.
    #[must_use]
    pub fn message(self, text: &str) -> Message {
        let (text, wanted) = (shown(text), self.wanted());
        let (ja, en) = match self {
            Self::Repo => ("リポジトリ名", "a repository"),
            Self::File => ("モデルのファイル名", "a model's file"),
            Self::Revision => ("リビジョン", "a revision"),
        };
        Message::new(
            format!("`{text}` は{ja}にできません。{wanted} の形で書いてください。"),
            format!("`{text}` cannot be {en}; write {wanted}"),
        )
    }
}

impl Source {
    /// A file of a repository; without a revision, of its main branch.
    ///
    /// # Errors
    /// The part that cannot be one.
    pub fn new(repo: &str, file: &str, revision: Option<&str>) -> Result<Self, WrongPart> {
        let revision = revision.unwrap_or(MAIN);
        if !is_repo(repo) {
            return Err(WrongPart::Repo);
        }
        if !is_path(file) || !file.ends_with(".gguf") {
            return Err(WrongPart::File);
        }
        if !is_path(revision) || revision.starts_with('-') {
            return Err(WrongPart::Revision);
        }
        Ok(Self { repo: repo.to_owned(), file: file.to_owned(), revision: revision.to_owned() })
    }

    /// `owner/name`.
    #[must_use]
    pub fn repo(&self) -> &str {
        &self.repo
    }

    /// The file's path in the repository.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The file's name without its folder.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or(&self.file)
    }

    /// Branch, tag or commit.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The same file at another revision.
    ///
    /// # Errors
    /// When it cannot be one.
    pub fn at(&self, revision: &str) -> Result<Self, WrongPart> {
        Self::new(&self.repo, &self.file, Some(revision))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.repo, self.file)
    }
}

/// Whether a text is a commit: 40 hexadecimal digits, in lower case.
#[must_use]
pub fn is_commit(text: &str) -> bool {
    text.len() == 40 && is_hex(text)
}

/// Whether a text is a SHA-256: 64 hexadecimal digits, in lower case.
#[must_use]
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && is_hex(text)
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// `owner/name`, by the hub's own rules: they leave no way to make one folder name of two repositories.
fn is_repo(text: &str) -> bool {
    let mut parts = text.split('/');
    let (Some(owner), Some(name), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    [owner, name].into_iter().all(|part| is_part(part, 96) && !part.contains("--") && !part.contains('+'))
}

/// Names with `/` between them.
fn is_path(text: &str) -> bool {
    text.len() <= 200 && text.split('/').all(|part| is_part(part, 160))
}

/// A name that is a file on every system, leads nowhere else and means itself in an address.
fn is_part(text: &str, longest: usize) -> bool {
    let stem = text.split('.').next().unwrap_or(text).trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=longest).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+'))
        && !text.starts_with(['.', '-'])
        && !text.ends_with('.')
        && !text.contains("..")
        && !DEVICES.contains(&stem.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{Source, WrongPart, is_commit, is_sha256};

    #[test]
    fn real_addresses_pass() {
        for (repo, file) in [
            ("Qwen/Qwen3-1.7B-GGUF", "Qwen3-1.7B-Q8_0.gguf"),
            ("mmnga/sarashina2.2-3b-instruct-v0.1-gguf", "sarashina2.2-3b-instruct-v0.1-Q4_K_S.gguf"),
            ("a/b", "folder/x+y.gguf"),
        ] {
            let source = Source::new(repo, file, None).unwrap();
            assert_eq!(source.to_string(), format!("{repo}:{file}"));
            assert_eq!(source.revision(), "main");
            assert_eq!(source.at("refs/pr/1").unwrap().revision(), "refs/pr/1");
        }
    }

    #[test]
    fn nothing_leads_elsewhere() {
        let wrong = |repo: &str, file: &str, revision: &str| Source::new(repo, file, Some(revision)).err();
        for repo in ["", "a", "a/b/c", "../b", "a/..", "a/b--c", "/b", "a/", "a\\b/c", "a b/c", "a/b?x", "あ/b", "a/.b"]
        {
            assert_eq!(wrong(repo, "f.gguf", "main"), Some(WrongPart::Repo), "{repo}");
        }
        for file in [
            "",
            "f",
            "f.bin",
            "../f.gguf",
            "/f.gguf",
            "a//f.gguf",
            "a/../f.gguf",
            "C:f.gguf",
            "a\\f.gguf",
            "nul.gguf",
            "f.gguf ",
            "f%2f.gguf",
            "f?.gguf",
            "f#.gguf",
            ".gguf",
            "-f.gguf",
            "f\n.gguf",
            "com1.gguf",
            "a/./f.gguf",
        ] {
            assert_eq!(wrong("a/b", file, "main"), Some(WrongPart::File), "{file}");
        }
        for revision in ["", "..", "../x", "a/..", "-x", "a b", "main\r\nX: y", "a\\b", "refs//x"] {
            assert_eq!(wrong("a/b", "f.gguf", revision), Some(WrongPart::Revision), "{revision}");
        }
    }

    #[test]
    fn hashes_are_lower_case_hexadecimal_of_their_length() {
        assert!(is_commit(&"0a".repeat(20)) && is_sha256(&"0a".repeat(32)));
        for wrong in ["", "0A", "../../../../../../../../../../../../../../x", &"0A".repeat(32), &"0a".repeat(31)] {
            assert!(!is_commit(wrong) && !is_sha256(wrong), "{wrong}");
        }
    }
}
