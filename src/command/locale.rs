//! Which language the user is spoken to in.

use std::ffi::OsString;

use crate::lang::Lang;

/// The language of messages: `--lang` on the command line, else the locale. Needed before the command line is
/// parsed, since help and usage errors are messages too.
#[must_use]
pub fn spoken(args: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let written = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None if arg == "--" => break,
            None => None,
        };
        if let Some(lang) = written.and_then(|lang| lang.parse().ok()) {
            return lang;
        }
    }
    // The order of POSIX; an empty variable counts as none.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    Lang::of_locale(&locale.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::spoken;
    use crate::lang::Lang;

    #[test]
    fn the_command_line_comes_before_the_locale() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let ja = |name: &str| (name == "LANG").then(|| "ja_JP.UTF-8".to_owned());
        let both = |name: &str| match name {
            "LANG" => Some("ja_JP.UTF-8".to_owned()),
            "LC_ALL" => Some("en_GB.UTF-8".to_owned()),
            _ => None,
        };
        assert_eq!(spoken(&args("tsukuroi kinds"), ja), Lang::Ja);
        assert_eq!(spoken(&args("tsukuroi kinds"), both), Lang::En);
        assert_eq!(spoken(&args("tsukuroi kinds --lang en"), ja), Lang::En);
        assert_eq!(spoken(&args("tsukuroi --lang=ja kinds"), both), Lang::Ja);
        assert_eq!(spoken(&args("tsukuroi kinds --lang fr"), ja), Lang::Ja);
        assert_eq!(spoken(&args("tsukuroi kinds"), |_| None), Lang::En);
    }
}
