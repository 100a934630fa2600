//! A table whose cells are broken into lines: for rows that do not fit on one line.

use super::columns::{filled, width};
use super::wrap::{least, wrapped};

/// Columns between two cells.
pub(super) const GAP: usize = 2;
/// The narrowest column: four full-width characters.
const NARROWEST: usize = 8;

/// The table in columns of together at most `columns`; none where its words are too long for that.
pub(super) fn grid(head: &[String], rows: &[Vec<String>], columns: usize) -> Option<String> {
    let widths = widths(head, rows, columns)?;
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join(&" ".repeat(GAP));
    let mut lines = row(head, &widths);
    for cells in rows {
        lines.push(rule.clone());
        lines.extend(row(cells, &widths));
    }
    lines.push(rule);
    Some(lines.join("\n"))
}

/// The lines of one row.
fn row(cells: &[String], widths: &[usize]) -> Vec<String> {
    let broken: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    let height = broken.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let cells = broken.iter().zip(widths);
        let cells = cells.map(|(lines, width)| filled(lines.get(at).map_or("", String::as_str), *width));
        cells.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

/// The width of each column. All begin as narrow as their words allow; what is left goes, bit by bit, to the column that
/// makes the table lowest.
fn widths(head: &[String], rows: &[Vec<String>], columns: usize) -> Option<Vec<usize>> {
    let count = head.len();
    let column = |index: usize| {
        std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).filter_map(move |row| row.get(index))
    };
    let natural: Vec<usize> =
        (0..count).map(|index| column(index).map(|cell| width(cell)).max().unwrap_or(0)).collect();
    let mut widths: Vec<usize> = (0..count)
        .map(|index| {
            let words = column(index).map(|cell| least(cell)).max().unwrap_or(0);
            words.max(NARROWEST.min(natural.get(index).copied().unwrap_or(0)))
        })
        .collect();
    let room = columns.checked_sub(GAP * count.saturating_sub(1))?;
    let mut spare = room.checked_sub(widths.iter().sum())?;
    // Heights of the cells of each column at its present width.
    let heights =
        |index: usize, width: usize| -> Vec<usize> { column(index).map(|cell| wrapped(cell, width).len()).collect() };
    let mut high: Vec<Vec<usize>> =
        (0..count).map(|index| heights(index, widths.get(index).copied().unwrap_or(1))).collect();
    while spare > 0 {
        let best = (0..count)
            .filter_map(|index| {
                let (now, most) = (*widths.get(index)?, *natural.get(index)?);
                let step = spare.min(2).min(most.saturating_sub(now));
                (step > 0).then(|| {
                    let wider = heights(index, now + step);
                    let rest = wider.iter().sum::<usize>();
                    (table_height(&high, index, &wider), rest, std::cmp::Reverse(most - now), index, step, wider)
                })
            })
            .min_by(|a, b| (a.0, a.2).cmp(&(b.0, b.2)).then(a.1.cmp(&b.1)));
        let Some((.., index, step, wider)) = best else { break };
        if let (Some(width), Some(column)) = (widths.get_mut(index), high.get_mut(index)) {
            *width += step;
            *column = wider;
        }
        spare -= step;
    }
    Some(widths)
}

/// Lines of all rows together when one column has other heights.
fn table_height(high: &[Vec<usize>], changed: usize, wider: &[usize]) -> usize {
    (0..wider.len())
        .map(|row| {
            let cells = high.iter().enumerate();
            let cells = cells.map(|(index, column)| if index == changed { wider.get(row) } else { column.get(row) });
            cells.flatten().copied().max().unwrap_or(0)
        })
        .sum()
}
