//! Out of plain text as this program writes it, the running text again: cells broken into lines are put together.

use super::columns::width;
use super::grid::GAP;
use super::wrap::spaced;
use crate::export::Unmarked;

/// Takes the tables of a plain text apart into rows of cells, a tab between two; all else stays as it is.
#[must_use]
pub fn ungrid(source: &str) -> Unmarked {
    let mut plain = Unmarked::with_capacity(source.len());
    let lines: Vec<(usize, &str)> = source
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let from = *at;
            *at += line.len();
            Some((from, line))
        })
        .collect();
    let mut next = 0;
    while let Some((from, line)) = lines.get(next).copied() {
        if let Some(table) = Table::at(&lines, next) {
            table.take(&lines, &mut plain);
            next = table.end;
        } else {
            plain.push(line, from);
            next += 1;
        }
    }
    plain.close(source.len());
    plain
}

/// Where a table stands: lines from its head to the rule that ends it, and the widths of its columns.
struct Table {
    start: usize,
    end: usize,
    widths: Vec<usize>,
}

impl Table {
    /// The table whose head begins with a line.
    fn at(lines: &[(usize, &str)], start: usize) -> Option<Self> {
        let begins = start == 0 || lines.get(start - 1).is_some_and(|(_, line)| line.trim().is_empty());
        let block = lines.get(start..)?.iter().take_while(|(_, line)| !line.trim().is_empty()).count();
        if !begins || block < 3 {
            return None;
        }
        let rule = lines.get(start..start + block)?.iter().find_map(|(_, line)| rule(line))?;
        let (_, last) = lines.get(start + block - 1)?;
        let (_, first) = lines.get(start)?;
        let whole = self::rule(last).is_some_and(|widths| widths == rule) && self::rule(first).is_none();
        whole.then_some(Self { start, end: start + block, widths: rule })
    }

    fn take(&self, lines: &[(usize, &str)], plain: &mut Unmarked) {
        let mut cells: Vec<Vec<(usize, &str)>> = vec![Vec::new(); self.widths.len()];
        for (from, line) in lines.get(self.start..self.end).unwrap_or_default() {
            if rule(line).is_some() {
                put(&mut cells, *from, plain);
                continue;
            }
            for (cell, piece) in cells.iter_mut().zip(self.cut(*from, line.trim_end_matches(['\n', '\r']))) {
                cell.extend(piece);
            }
        }
    }

    /// A line cut at the columns: each piece without the spaces around it, where there is one.
    fn cut<'a>(&self, from: usize, line: &'a str) -> Vec<Option<(usize, &'a str)>> {
        let mut rest = line;
        let mut at = from;
        let mut pieces = Vec::new();
        for (index, wide) in self.widths.iter().enumerate() {
            let last = index + 1 == self.widths.len();
            let end = if last { rest.len() } else { bytes_of(rest, wide + GAP) };
            let (piece, after) = rest.split_at(end);
            let trimmed = piece.trim_end();
            pieces.push((!trimmed.is_empty()).then_some((at, trimmed)));
            at += end;
            rest = after;
        }
        pieces
    }
}

/// Writes a row and begins the next one.
fn put(cells: &mut [Vec<(usize, &str)>], end: usize, plain: &mut Unmarked) {
    for (index, cell) in cells.iter_mut().enumerate() {
        if index > 0 {
            plain.push_for("\t", cell.first().map_or(end, |(at, _)| *at), 1);
        }
        let mut before = "";
        for (at, piece) in cell.drain(..) {
            if !before.is_empty() && spaced(before, piece) {
                plain.push_for(" ", at, 1);
            }
            plain.push(piece, at);
            before = piece;
        }
    }
    plain.push_for("\n", end, 1);
}

/// Bytes of a line that take so many columns.
fn bytes_of(line: &str, columns: usize) -> usize {
    let mut taken = 0;
    for (at, c) in line.char_indices() {
        if taken >= columns {
            return at;
        }
        taken += width(c.encode_utf8(&mut [0; 4]));
    }
    line.len()
}

/// The widths of the columns, where the line is the rule of a table: runs of at least two dashes, [`GAP`] apart.
fn rule(line: &str) -> Option<Vec<usize>> {
    let line = line.trim_end();
    if !line.starts_with("--") || line.bytes().any(|byte| byte != b'-' && byte != b' ') {
        return None;
    }
    let runs: Vec<usize> =
        line.split(&" ".repeat(GAP)).map(|run| run.bytes().filter(|byte| *byte == b'-').count()).collect();
    let tidy = line.split(&" ".repeat(GAP)).all(|run| run.len() >= 2 && !run.contains(' '));
    (tidy && runs.len() > 1).then_some(runs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::grid::grid;
    use super::ungrid;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_table_comes_back_with_its_places() {
        let head = cells(&["状態", "取り組み", "時期"]);
        let rows = [
            cells(&["実施済み", "口頭で承った変更の当日中の書面確認と、課長への写しの送付", "11月20日から実施済み"]),
            cells(&["予定", "受注システムへの「変更依頼」必須欄の追加", "12月11日までに実施"]),
        ];
        let laid = format!("前文です。\n\n{}\n\n後文です。\n", grid(&head, &rows, 48).unwrap());
        let plain = ungrid(&laid);
        let wanted: Vec<String> = std::iter::once(&head).chain(&rows).map(|row| row.join("\t")).collect();
        assert_eq!(plain.text, format!("前文です。\n\n{}\n\n後文です。\n", wanted.join("\n")));
        for word in ["実施済み", "12月11日", "後文"] {
            let start = plain.text.find(word).unwrap();
            assert_eq!(&laid[plain.origin(&(start..start + word.len()))], word);
        }
    }

    #[test]
    fn what_is_no_table_stays() {
        for text in ["", "記\n--\n以上", "一行目\n--  --\n", "--  --\na   b\n--  --\n", "a  b\n-----\nc  d\n"] {
            assert_eq!(ungrid(text).text, text);
        }
    }

    proptest! {
        #[test]
        fn every_table_comes_back(
            rows in prop::collection::vec(prop::collection::vec("[a-z0-9、。月日箱あ相（）]{1,24}", 3), 1..5),
            columns in 40_usize..76,
        ) {
            let head = cells(&["期日", "内容", "Who"]);
            if let Some(laid) = grid(&head, &rows, columns) {
                let wanted: Vec<String> = std::iter::once(&head).chain(&rows).map(|row| row.join("\t")).collect();
                prop_assert_eq!(ungrid(&laid).text, wanted.join("\n") + "\n");
            }
        }

        #[test]
        fn no_text_breaks_the_way_back(text in r"[-a あ\n]{0,80}") {
            let plain = ungrid(&text);
            for (start, c) in plain.text.char_indices() {
                let origin = plain.origin(&(start..start + c.len_utf8()));
                prop_assert!(origin.start <= origin.end && text.get(origin.clone()).is_some(), "{:?}", origin);
            }
        }
    }
}
