//! What script a character is of.

/// What script a character is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Kanji.
    Kanji,
    /// Hiragana.
    Hiragana,
    /// Katakana, of either width.
    Katakana,
    /// Latin letters, of either width.
    Latin,
    /// Anything else.
    Other,
}

/// What script a character is of.
pub(super) fn script(c: char) -> Script {
    match c {
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '々' | '〆' | '\u{20000}'..='\u{3ffff}' => Script::Kanji,
        'ぁ'..='ゖ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' | '\u{ff66}'..='\u{ff9f}' => Script::Katakana,
        'A'..='Z' | 'a'..='z' | 'À'..='ɏ' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Script::Latin,
        _ => Script::Other,
    }
}

/// Stretches of one script in a text.
pub(super) fn runs(text: &str, wanted: Script) -> Vec<String> {
    let mut runs = vec![String::new()];
    for c in text.chars() {
        if script(c) == wanted {
            runs.last_mut().into_iter().for_each(|run| run.push(c));
        } else if runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(String::new());
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
