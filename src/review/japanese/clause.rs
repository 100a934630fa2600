//! Clauses: what stands between the commas of a sentence.

use std::ops::Range;

/// The clause of `text` around a place: bytes up to the nearest comma, stop or line break on either side. Commas inside
/// brackets that open and close around them do not count.
pub(in crate::review) fn clause(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let start = before.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let mut depth = 0_usize;
    let mut end = text.len();
    for (at, c) in after.char_indices() {
        match c {
            '「' | '『' | '(' => depth += 1,
            '」' | '』' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && ends(c) || matches!(c, '。' | '\n') => {
                end = place.end + at;
                break;
            }
            _ => {}
        }
    }
    start..end
}

fn ends(c: char) -> bool {
    matches!(c, '、' | '。' | ',' | ';' | '!' | '?' | '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::clause;

    #[test]
    fn a_clause_ends_at_commas_outside_brackets() {
        let text = "昨日、担当が「はい、必ず」と答え、今日に至ります。";
        let at = text.find("担当").unwrap();
        assert_eq!(&text[clause(text, &(at..at + "担当".len()))], "担当が「はい、必ず」と答え");
        assert_eq!(clause("", &(0..0)), 0..0);
    }
}
