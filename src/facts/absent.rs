//! What stands in for a case where there is none.

use jiff::civil::Date;

use super::Case;
use crate::lang::Lang;

/// A case that says nothing: names no text holds.
const NOTHING: &str = r#"
[case]
id = "-"
as_of = AS_OF
lang = "LANG"

[sender]
company = "(no case: own company)"
person = "nobody"

[client]
name = "(no case: client)"

[[own_people]]
key = "nobody"
name = "(no case: sender)"
"#;

impl Case {
    /// A stand-in for texts that are looked at without a case: it knows only the day and the language. Rules that need
    /// facts must not be asked about it.
    ///
    /// # Panics
    /// Never: the case is fixed, and a test loads it.
    #[must_use]
    pub fn absent(on: Date, lang: Lang) -> Self {
        let source = NOTHING.replace("AS_OF", &on.to_string()).replace("LANG", lang.code());
        Self::parse("", &source).unwrap_or_else(|error| unreachable!("a fixed case: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Case;
    use crate::lang::Lang;
    use jiff::civil::date;

    #[test]
    fn the_stand_in_is_a_case() {
        for lang in Lang::ALL {
            assert_eq!(Case::absent(date(2026, 11, 24), lang).groups.case.as_of.0, date(2026, 11, 24));
        }
    }
}
