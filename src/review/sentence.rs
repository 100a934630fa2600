//! Sentences of a text, in both languages.

use std::ops::Range;

/// Words before a full stop that do not end a sentence. Compared without case.
const ABBREVIATIONS: &[&str] = &[
    "mr", "ms", "mrs", "dr", "prof", "st", "no", "nos", "co", "ltd", "inc", "corp", "k.k", "y.k", "e.g", "i.e", "etc",
    "vs", "a.m", "p.m", "dept", "tel", "fax", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "wed", "thu", "fri", "approx", "incl", "excl", "u.s", "u.k",
];

/// Brackets inside which nothing ends a sentence, when they are closed on the same line.
const PAIRS: &[(char, char)] =
    &[('「', '」'), ('『', '』'), ('（', '）'), ('(', ')'), ('“', '”'), ('【', '】'), ('［', '］')];

/// The sentences of a text: bytes without surrounding white space, in order, none empty.
///
/// A line break ends a sentence, unless the next line goes on in small Latin letters: such a break is a hard wrap.
/// What stands in quotation marks or brackets belongs to the sentence around it.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut inside_until = 0;
    let mut closings = closings(text).into_iter().peekable();
    for (at, c) in text.char_indices() {
        if at < inside_until {
            continue;
        }
        let next = at + c.len_utf8();
        let rest = text.get(next..).unwrap_or_default();
        while closings.next_if(|(open, _)| *open < at).is_some() {}
        if let Some((_, end)) = closings.next_if(|(open, _)| *open == at) {
            inside_until = end;
            if ends_inside(text.get(..inside_until).unwrap_or_default(), text.get(inside_until..).unwrap_or_default()) {
                push(text, start..inside_until, &mut found);
                start = inside_until;
            }
            continue;
        }
        let ends = match c {
            '。' | '！' | '？' => true,
            '．' => !rest.starts_with(|c: char| c.is_numeric()),
            '.' | '!' | '?' => stops(text.get(start..at).unwrap_or_default(), c, rest),
            '\n' => !wraps(rest),
            _ => false,
        };
        if ends {
            // Further stops and closing marks belong to the sentence.
            let tail =
                rest.len() - rest.trim_start_matches(['。', '！', '？', '!', '?', '"', '”', '」', '』', ')']).len();
            push(text, start..next + tail, &mut found);
            start = next + tail;
            inside_until = start;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Bytes of a sentence that somebody wrote, at the most.
const LONGEST: usize = 1 << 11;

/// The sentences of a text, the endless ones cut at a comma or a space: what is asked about each value of a sentence
/// reads all of it.
pub(crate) fn bounded_sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let mut start = sentence.start;
        while sentence.end - start > LONGEST {
            let end = text.floor_char_boundary(start + LONGEST);
            let piece = text.get(start..end).unwrap_or_default();
            let comma = piece.char_indices().rfind(|(_, c)| matches!(c, '、' | '，' | ',' | ' '));
            let end = comma.map_or(end, |(at, c)| start + at + c.len_utf8());
            found.push(start..end);
            start = end;
        }
        found.push(start..sentence.end);
    }
    found
}

/// Where somebody's words are quoted in a sentence, with their marks.
pub(crate) fn quotations(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in sentence.char_indices() {
        match open {
            Some((from, close)) if c == close => {
                found.push(from..at + c.len_utf8());
                open = None;
            }
            Some(_) => {}
            None => {
                let close = match c {
                    '「' => '」',
                    '『' => '』',
                    '“' => '”',
                    '"' => '"',
                    _ => continue,
                };
                open = Some((at, close));
            }
        }
    }
    // A quotation that is cut off is one all the same.
    if let Some((from, _)) = open.filter(|(_, close)| *close != '"') {
        found.push(from..sentence.len());
    }
    found
}

/// Where each quotation or bracket that is closed on its line opens and ends, in the order of the opening.
fn closings(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<Vec<usize>> = vec![Vec::new(); PAIRS.len()];
    let mut quote = None;
    for (at, c) in text.char_indices() {
        if c == '\n' {
            open.iter_mut().for_each(Vec::clear);
            quote = None;
        } else if c == '"' {
            // Any mark may open where the last one closed: which it does is seen when it is come to.
            if let Some(from) = quote {
                found.push((from, at + 1));
            }
            quote = Some(at);
        } else if let Some(opened) = PAIRS.iter().position(|(pair, _)| *pair == c).and_then(|pair| open.get_mut(pair)) {
            opened.push(at);
        } else if let Some(closed) = PAIRS.iter().position(|(_, close)| *close == c).and_then(|pair| open.get_mut(pair))
            && let Some(from) = closed.pop()
        {
            found.push((from, at + c.len_utf8()));
        }
    }
    found.sort_unstable();
    found
}

/// Whether an English quotation closes its sentence: `… "We will." Then …`.
fn ends_inside(before: &str, after: &str) -> bool {
    let closed = before.strip_suffix(['"', '”']).is_some_and(|text| text.ends_with(['.', '!', '?']));
    closed && after.starts_with(' ') && after.trim_start().starts_with(char::is_uppercase)
}

/// Whether a Latin stop after `before` ends a sentence that `rest` follows.
fn stops(before: &str, stop: char, rest: &str) -> bool {
    if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ';' | ':' | '/' | '@' | '-' | '_')) {
        // Japanese text may go on at once: `…届きました.次に…`.
        return stop != '.' && rest.starts_with(|c: char| c > '\u{2fff}');
    }
    if stop != '.' {
        return true;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(' || c > '\u{2fff}').next().unwrap_or_default();
    let abbreviated = ABBREVIATIONS.contains(&word.to_lowercase().as_str());
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let goes_on = rest.trim_start_matches(' ').starts_with(char::is_lowercase);
    // `Co., Ltd.`, `K.K.`, `p.m.` may well end a sentence: then a capital follows that begins a common word.
    let ambiguous = matches!(word.to_lowercase().as_str(), "ltd" | "inc" | "k.k" | "y.k" | "a.m" | "p.m" | "etc");
    let begins = BEGINNINGS.iter().any(|begin| rest.trim_start_matches(' ').starts_with(begin));
    !goes_on && !initial && (!abbreviated || (ambiguous && (begins || rest.trim_start().is_empty())))
}

/// Words with which a sentence commonly begins.
const BEGINNINGS: &[&str] =
    &["We ", "Our ", "The ", "This ", "That ", "It ", "You ", "Your ", "In ", "On ", "I ", "\n"];

/// Whether the text goes on after a line break as if it were not there.
fn wraps(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t']).starts_with(|c: char| c.is_ascii_lowercase())
}

fn push(text: &str, span: Range<usize>, found: &mut Vec<Range<usize>>) {
    let Some(piece) = text.get(span.clone()) else { return };
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = span.end - (piece.len() - piece.trim_end().len());
    if start < end {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, bounded_sentences, sentences};

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn japanese_stops_end_sentences_but_not_in_quotations() {
        assert_eq!(
            split("申し訳ございません。「納期は12日です。」と申しました。\n次に、ご報告です！"),
            ["申し訳ございません。", "「納期は12日です。」と申しました。", "次に、ご報告です！"]
        );
        assert_eq!(split("費用（38.5千円。税込）です。はい"), ["費用（38.5千円。税込）です。", "はい"]);
    }

    #[test]
    fn an_open_quotation_does_not_swallow_the_rest() {
        assert_eq!(split("「納期は12日です。\n次です。"), ["「納期は12日です。", "次です。"]);
    }

    #[test]
    fn abbreviations_and_figures_do_not_end_english_sentences() {
        assert_eq!(
            split("Ms. Miyake of Kusuno Co., Ltd. called at 9:10 a.m. on 10 Nov. 2026. It was 1.8%. We listened!"),
            ["Ms. Miyake of Kusuno Co., Ltd. called at 9:10 a.m. on 10 Nov. 2026.", "It was 1.8%.", "We listened!"]
        );
        assert_eq!(split("We met Kanaelta K.K. We spoke."), ["We met Kanaelta K.K.", "We spoke."]);
        assert_eq!(split("Write to a@b.example. Thanks"), ["Write to a@b.example.", "Thanks"]);
        assert_eq!(split("He said \"it is late.\" We agreed."), ["He said \"it is late.\"", "We agreed."]);
    }

    #[test]
    fn an_endless_sentence_is_cut_at_a_comma() {
        let text = format!("短い文です。{}", "11月10日、".repeat(600));
        let found = bounded_sentences(&text);
        assert_eq!(found[..1], sentences(&text)[..1]);
        assert!(found.len() > 4 && found[1..].iter().all(|span| text[span.clone()].ends_with('、')));
        assert!(found.iter().all(|span| span.len() <= LONGEST));
        assert!(found[1..].windows(2).all(|pair| pair[0].end == pair[1].start), "nothing is left out");
        assert!(bounded_sentences(&"あ".repeat(3_000)).iter().all(|span| span.len() <= LONGEST));
    }

    #[test]
    fn a_hard_wrap_is_no_end() {
        assert_eq!(
            split("As we understand it,\nyou said so.\n- One\n- Two"),
            ["As we understand it,\nyou said so.", "- One", "- Two"]
        );
        assert_eq!(split(""), Vec::<&str>::new());
        assert_eq!(split(" \n\n "), Vec::<&str>::new());
    }
}
