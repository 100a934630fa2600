//! English words without their endings.

use super::{Word, stop};
use crate::lang::Lang;

/// Longest run taken for a word; longer ones are keys and encoded data.
const LONGEST: usize = 30;

/// A run of Latin letters: its word, unless it is a number, a code or an address, or says nothing by itself.
pub(super) fn word(run: &str, words: &mut Vec<Word>) {
    if run.contains('@') || run.chars().any(|c| c.is_ascii_digit()) || run.chars().count() > LONGEST {
        return;
    }
    for part in run.split(['-', '_', '.']) {
        let part = part.trim_matches(['\'', '’']);
        let part = part.strip_suffix("'s").or_else(|| part.strip_suffix("’s")).unwrap_or(part);
        if part.chars().count() > 2 && !part.contains(['\'', '’']) && !stop::ENGLISH.contains(part) {
            words.push(Word { lang: Lang::En, stem: stem(part), shown: Some(part.to_owned()) });
        }
    }
}

/// A word without its ending: plurals as in Harman, *How effective is suffixing?* (JASIS 1991), the endings -ing,
/// -ed and -ly, and the nouns in -ation and -ment beside their verbs. Light on purpose: what two words share by
/// chance is worse here than what they miss.
pub(super) fn stem(word: &str) -> String {
    let mut stem = plural(word);
    for (ending, least) in [("ation", 4), ("ment", 4), ("ing", 3), ("ed", 3), ("ly", 4)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.chars().count() >= least
            && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            stem = single(rest);
            break;
        }
    }
    let end = if stem.chars().count() > 3 { stem.strip_suffix(['e', 'y', 'i']) } else { None };
    end.map_or_else(|| stem.clone(), str::to_owned)
}

fn plural(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 2) {
        return format!("{rest}y");
    }
    if let Some(rest) = word.strip_suffix("es").filter(|rest| rest.ends_with(['x', 'z']) || rest.ends_with("ss")) {
        return rest.to_owned();
    }
    let plural = word.len() > 3 && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
    word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned()
}

/// `planned` is `plan`: the consonant was doubled for the ending.
fn single(rest: &str) -> String {
    let mut chars: Vec<char> = rest.chars().collect();
    if let [.., before, last] = chars.as_slice()
        && before == last
        && !"aeioulsz".contains(*last)
    {
        chars.pop();
    }
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_are_one() {
        for (one, other) in [
            ("deliveries", "delivery"),
            ("delivered", "deliver"),
            ("confirmation", "confirmed"),
            ("invoices", "invoicing"),
            ("planned", "planning"),
            ("late", "lately"),
            ("replies", "reply"),
            ("replied", "replies"),
            ("boxes", "box"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}, {other}");
        }
        assert_ne!(stem("address"), stem("add"));
        assert_ne!(stem("status"), stem("state"));
    }
}
