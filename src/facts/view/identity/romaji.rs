//! Kana in Latin letters (Hepburn), in the ways people write names.

/// Two kana that are one syllable, then single ones.
const SYLLABLES: &[(&str, &str)] = &[
    ("きゃ", "kya"),
    ("きゅ", "kyu"),
    ("きょ", "kyo"),
    ("しゃ", "sha"),
    ("しゅ", "shu"),
    ("しょ", "sho"),
    ("ちゃ", "cha"),
    ("ちゅ", "chu"),
    ("ちょ", "cho"),
    ("にゃ", "nya"),
    ("にゅ", "nyu"),
    ("にょ", "nyo"),
    ("ひゃ", "hya"),
    ("ひゅ", "hyu"),
    ("ひょ", "hyo"),
    ("みゃ", "mya"),
    ("みゅ", "myu"),
    ("みょ", "myo"),
    ("りゃ", "rya"),
    ("りゅ", "ryu"),
    ("りょ", "ryo"),
    ("ぎゃ", "gya"),
    ("ぎゅ", "gyu"),
    ("ぎょ", "gyo"),
    ("じゃ", "ja"),
    ("じゅ", "ju"),
    ("じょ", "jo"),
    ("びゃ", "bya"),
    ("びゅ", "byu"),
    ("びょ", "byo"),
    ("ぴゃ", "pya"),
    ("ぴゅ", "pyu"),
    ("ぴょ", "pyo"),
    ("じぇ", "je"),
    ("しぇ", "she"),
    ("ちぇ", "che"),
    ("あ", "a"),
    ("い", "i"),
    ("う", "u"),
    ("え", "e"),
    ("お", "o"),
    ("か", "ka"),
    ("き", "ki"),
    ("く", "ku"),
    ("け", "ke"),
    ("こ", "ko"),
    ("さ", "sa"),
    ("し", "shi"),
    ("す", "su"),
    ("せ", "se"),
    ("そ", "so"),
    ("た", "ta"),
    ("ち", "chi"),
    ("つ", "tsu"),
    ("て", "te"),
    ("と", "to"),
    ("な", "na"),
    ("に", "ni"),
    ("ぬ", "nu"),
    ("ね", "ne"),
    ("の", "no"),
    ("は", "ha"),
    ("ひ", "hi"),
    ("ふ", "fu"),
    ("へ", "he"),
    ("ほ", "ho"),
    ("ま", "ma"),
    ("み", "mi"),
    ("む", "mu"),
    ("め", "me"),
    ("も", "mo"),
    ("や", "ya"),
    ("ゆ", "yu"),
    ("よ", "yo"),
    ("ら", "ra"),
    ("り", "ri"),
    ("る", "ru"),
    ("れ", "re"),
    ("ろ", "ro"),
    ("わ", "wa"),
    ("を", "o"),
    ("が", "ga"),
    ("ぎ", "gi"),
    ("ぐ", "gu"),
    ("げ", "ge"),
    ("ご", "go"),
    ("ざ", "za"),
    ("じ", "ji"),
    ("ず", "zu"),
    ("ぜ", "ze"),
    ("ぞ", "zo"),
    ("だ", "da"),
    ("ぢ", "ji"),
    ("づ", "zu"),
    ("で", "de"),
    ("ど", "do"),
    ("ば", "ba"),
    ("び", "bi"),
    ("ぶ", "bu"),
    ("べ", "be"),
    ("ぼ", "bo"),
    ("ぱ", "pa"),
    ("ぴ", "pi"),
    ("ぷ", "pu"),
    ("ぺ", "pe"),
    ("ぽ", "po"),
    ("ゔ", "vu"),
];

/// A reading in Latin letters: every letter written (Oomori), long vowels short (Omori), and with h (Ohmori).
/// Empty where it is not all kana.
pub(super) fn romanised(reading: &str) -> Vec<String> {
    let Some(plain) = letters(&hiragana(reading)) else { return Vec::new() };
    let short = plain.replace("ou", "o").replace("oo", "o").replace("uu", "u");
    let long = plain.replace("ou", "oh").replace("oo", "oh");
    let mut ways = vec![plain, short, long];
    ways.sort();
    ways.dedup();
    ways.iter().map(|way| capital(way)).collect()
}

/// Katakana as hiragana; everything else as it is.
pub(super) fn hiragana(text: &str) -> String {
    shifted(text, 'ァ'..='ヶ', -0x60)
}

/// Hiragana as katakana; everything else as it is.
pub(super) fn katakana(text: &str) -> String {
    shifted(text, 'ぁ'..='ゖ', 0x60)
}

fn shifted(text: &str, range: std::ops::RangeInclusive<char>, by: i32) -> String {
    let shift = |c: char| u32::from(c).checked_add_signed(by).and_then(char::from_u32).unwrap_or(c);
    text.chars().map(|c| if range.contains(&c) { shift(c) } else { c }).collect()
}

fn letters(kana: &str) -> Option<String> {
    let (mut rest, mut out, mut double) = (kana, String::new(), false);
    while let Some(c) = rest.chars().next() {
        let step = c.len_utf8();
        match c {
            'っ' => double = true,
            'ー' => {}
            'ん' => {
                let labial = rest.get(step..).and_then(|rest| rest.chars().next()).is_some_and(is_labial);
                out.push(if labial { 'm' } else { 'n' });
            }
            _ => {
                let (from, to) = SYLLABLES.iter().find(|(from, _)| rest.starts_with(from))?;
                if std::mem::take(&mut double) {
                    out.push(if to.starts_with("ch") { 't' } else { to.chars().next()? });
                }
                out.push_str(to);
                rest = rest.get(from.len()..)?;
                continue;
            }
        }
        rest = rest.get(step..)?;
    }
    (!out.is_empty()).then_some(out)
}

fn is_labial(c: char) -> bool {
    ('ば'..='ぽ').contains(&c) && !matches!(c, 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ') || ('ま'..='も').contains(&c)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::{hiragana, katakana, romanised};

    #[test]
    fn readings_in_latin_letters() {
        for (kana, way) in [
            ("くろかわ", "Kurokawa"),
            ("オオモリ", "Omori"),
            ("おおもり", "Ohmori"),
            ("おおもり", "Oomori"),
            ("りょうた", "Ryota"),
            ("ほんま", "Homma"),
            ("はっとり", "Hattori"),
            ("じゅんいち", "Junichi"),
        ] {
            assert!(romanised(kana).contains(&way.to_owned()), "{kana}: {:?}", romanised(kana));
        }
        assert!(romanised("黒川").is_empty() && romanised("").is_empty());
    }

    #[test]
    fn kana_change_places() {
        assert_eq!(katakana("くろかわ 一"), "クロカワ 一");
        assert_eq!(hiragana("クロカワー"), "くろかわー");
    }
}
