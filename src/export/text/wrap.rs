//! Breaks a cell of a table into lines of a width, so that [`super::ungrid`] can put it together again.

use super::columns::width;

/// What must not begin a line.
const NOT_FIRST: &[char] = &[
    '、', '。', '，', '．', '・', '：', '；', '！', '？', '）', '」', '』', '】', '〉', '》', '］', '｝', 'ー', '〜',
    'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', '々',
    '％', '%', ')', ']', '}', ',', '.', '!', '?', ':', ';',
];
/// What must not end a line.
const NOT_LAST: &[char] = &['（', '「', '『', '【', '〈', '《', '［', '｛', '(', '[', '{'];
/// What counts what a figure before it gives: 11月, 12,000箱.
const COUNTERS: &[char] = &[
    '年', '月', '日', '時', '分', '秒', '円', '箱', '個', '枚', '件', '名', '人', '回', '社', '台', '本', '冊', '部',
    '点', '歳', '階', '週', '歩', '泊', 'か',
];

/// The lines of a cell, none wider than `columns` where its pieces allow that.
pub(super) fn wrapped(cell: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut held = 0;
    for piece in pieces(cell) {
        let wide = width(piece.text);
        let gap = usize::from(piece.spaced && held > 0);
        let Some(line) = lines.last_mut() else { break };
        if held > 0 && held + gap + wide > columns {
            lines.push(piece.text.to_owned());
            held = wide;
            continue;
        }
        if gap > 0 {
            line.push(' ');
        }
        line.push_str(piece.text);
        held += gap + wide;
    }
    lines
}

/// The widest piece of a cell that cannot be broken.
pub(super) fn least(cell: &str) -> usize {
    pieces(cell).iter().map(|piece| width(piece.text)).max().unwrap_or(0)
}

/// Whether a space belongs between what ends one line and what begins the next.
pub(super) fn spaced(before: &str, after: &str) -> bool {
    before.chars().next_back().is_some_and(|c| c.is_ascii()) && after.starts_with(|c: char| c.is_ascii())
}

/// A stretch without a break, and whether a space stands before it.
struct Piece<'a> {
    text: &'a str,
    spaced: bool,
}

/// A cell cut at every place where a line may end.
fn pieces(cell: &str) -> Vec<Piece<'_>> {
    let chars: Vec<(usize, char)> = cell.char_indices().collect();
    let mut found = Vec::new();
    let (mut start, mut spaced_before) = (0, false);
    for pair in chars.windows(2) {
        let [(at, before), (next, after)] = [pair[0], pair[1]];
        if before == ' ' {
            // A space between Latin letters is a break; another one holds together what is around it.
            let left = cell.get(..at).unwrap_or_default();
            if spaced(left, &cell[next..]) && !left.ends_with(' ') && after != ' ' && at > start {
                found.push(Piece { text: cell.get(start..at).unwrap_or_default(), spaced: spaced_before });
                (start, spaced_before) = (next, true);
            }
        } else if breaks(before, after) {
            found.push(Piece { text: cell.get(start..next).unwrap_or_default(), spaced: spaced_before });
            (start, spaced_before) = (next, false);
        }
    }
    found.push(Piece { text: cell.get(start..).unwrap_or_default(), spaced: spaced_before });
    found
}

/// Whether a line may end between two characters.
fn breaks(before: char, after: char) -> bool {
    let figure = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let glued = (before.is_ascii() && after.is_ascii())
        || before.is_whitespace()
        || after.is_whitespace()
        || (figure(before) && COUNTERS.contains(&after))
        || (['年', '月', '日', '時'].contains(&before) && figure(after))
        || (before == '日' && after == '（')
        || NOT_FIRST.contains(&after)
        || NOT_LAST.contains(&before);
    // Letters of other scripts are held together like Latin ones.
    let letter = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    !(glued || letter(before) && letter(after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{spaced, wrapped};

    #[test]
    fn figures_stay_with_what_they_count_and_stops_with_their_sentence() {
        assert_eq!(
            wrapped("2026年12月21日から実施中、12,000箱です。", 14),
            ["2026年12月21日", "から実施中、", "12,000箱です。"]
        );
        assert_eq!(wrapped("Every Friday from 6 November", 13), ["Every Friday", "from 6", "November"]);
        assert_eq!(wrapped("相沢 由紀子", 4), ["相", "沢 由", "紀子"]);
    }

    proptest! {
        #[test]
        fn lines_can_be_put_together_again(cell in "[a-z0-9 、。（）月日箱あ相沢]{0,40}", columns in 4_usize..30) {
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut whole = String::new();
            for line in wrapped(&cell, columns) {
                if spaced(&whole, &line) && !whole.is_empty() {
                    whole.push(' ');
                }
                whole.push_str(&line);
            }
            // Two Latin runs that touch without a space do not occur: a break is at a space.
            prop_assert_eq!(whole, cell);
        }
    }
}
