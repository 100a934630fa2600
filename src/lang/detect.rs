//! Which of the two languages a text is in.

use super::Lang;

impl Lang {
    /// The language most of a text is written in: Japanese where kana and kanji outnumber a third of the Latin letters,
    /// as a word of English takes more letters than one of Japanese.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let japanese = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')).count();
        let latin = text.chars().filter(char::is_ascii_alphabetic).count();
        if japanese * 3 >= latin && japanese > 0 { Self::Ja } else { Self::En }
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;

    #[test]
    fn names_and_addresses_do_not_decide() {
        assert_eq!(Lang::of_text("いつもお世話になっております。aizawa@toto-minamo.example"), Lang::Ja);
        assert_eq!(Lang::of_text("Dear Mr. Kurokawa (黒川様), thank you for your letter of today."), Lang::En);
        assert_eq!(Lang::of_text(""), Lang::En);
    }
}
