//! Parts of a person's name.

use crate::lang::Lang;

/// What separates the parts of a name.
const SEPARATORS: [char; 3] = [' ', '　', '・'];

/// The family name: in Japanese the first part, of a foreign name in katakana (ヘレン・マーシュ) the last one;
/// in English the last part.
#[must_use]
pub fn family_name(name: &str, lang: Lang) -> &str {
    let mut parts = name_parts(name);
    let part = match lang {
        Lang::Ja if !name.contains('・') => parts.next(),
        Lang::Ja | Lang::En => parts.next_back(),
    };
    part.unwrap_or(name)
}

/// The parts of a name.
pub fn name_parts(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    name.split(SEPARATORS).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::family_name;
    use crate::lang::Lang;

    #[test]
    fn family_names() {
        for (name, lang, family) in [
            ("黒川 誠一", Lang::Ja, "黒川"),
            ("ヘレン・マーシュ", Lang::Ja, "マーシュ"),
            ("Seiichi Kurokawa", Lang::En, "Kurokawa"),
            ("黒川", Lang::Ja, "黒川"),
            ("", Lang::En, ""),
        ] {
            assert_eq!(family_name(name, lang), family);
        }
    }
}
