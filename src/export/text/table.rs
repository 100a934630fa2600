//! A table in plain text: a line a row where that fits, else cells of several lines, else a record a row.

use super::grid::grid;
use super::{WIDTH, columns};
use crate::draft::clean;
use crate::lang::Lang;

pub(super) fn table(head: &[String], rows: &[Vec<String>], lang: Lang) -> String {
    let head: Vec<String> = head.iter().map(|cell| clean::line(cell)).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean::line(cell)).collect()).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|index| {
            let cells = std::iter::once(&head).chain(&rows).filter_map(|row| row.get(index));
            cells.map(|cell| columns::width(cell)).max().unwrap_or(0)
        })
        .collect();
    if widths.iter().map(|width| width + 2).sum::<usize>() <= WIDTH + 2 {
        in_columns(&head, &rows, &widths)
    } else {
        grid(&head, &rows, WIDTH).unwrap_or_else(|| in_records(&head, &rows, lang))
    }
}

/// Rows in columns, whatever the width of the line: for lists on a terminal.
#[must_use]
pub fn aligned(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean::line(cell)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |index: usize| rows.iter().filter_map(|row| row.get(index)).map(|cell| columns::width(cell)).max();
    let widths: Vec<usize> = (0..count).map(|index| widest(index).unwrap_or(0)).collect();
    rows.iter().map(|row| line(row, &widths) + "\n").collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| columns::filled(cell, *width)).collect();
    cells.join("  ").trim_end().to_owned()
}

fn in_columns(head: &[String], rows: &[Vec<String>], widths: &[usize]) -> String {
    let rule = "-".repeat(widths.iter().map(|width| width + 2).sum::<usize>().saturating_sub(2));
    let mut lines = vec![line(head, widths), rule];
    lines.extend(rows.iter().map(|row| line(row, widths)));
    lines.join("\n")
}

/// The first cell leads; the others follow under it with the names of their columns.
fn in_records(head: &[String], rows: &[Vec<String>], lang: Lang) -> String {
    let (mark, indent, colon) = lang.pick(("・", "　　", "："), ("- ", "  ", ": "));
    let record = |row: &Vec<String>| {
        let mut lines = vec![format!("{mark}{}", row.first().map_or("", String::as_str))];
        let rest = head.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        lines.extend(rest.map(|(name, cell)| format!("{indent}{name}{colon}{cell}")));
        lines.join("\n")
    };
    rows.iter().map(record).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::lang::Lang;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_narrow_table_is_aligned_by_columns() {
        let head = cells(&["期日", "内容"]);
        let rows = [cells(&["12月4日", "ご報告"]), cells(&["12月18日", "完了のご報告"])];
        insta::assert_snapshot!(table(&head, &rows, Lang::Ja), @r"
        期日      内容
        ----------------------
        12月4日   ご報告
        12月18日  完了のご報告
        ");
    }

    #[test]
    fn cells_of_a_wide_table_take_several_lines() {
        let head = cells(&["Date", "Fact", "Basis"]);
        let long = "by the end of this day we had neither confirmed the call in writing nor replied to it";
        let rows = [cells(&["30 October", long, "mail log"]), cells(&["31 October", "nothing", ""])];
        insta::assert_snapshot!(table(&head, &rows, Lang::En), @r"
        Date        Fact                                                    Basis
        ----------  ------------------------------------------------------  --------
        30 October  by the end of this day we had neither confirmed the     mail log
                    call in writing nor replied to it
        ----------  ------------------------------------------------------  --------
        31 October  nothing
        ----------  ------------------------------------------------------  --------
        ");
    }

    #[test]
    fn words_too_long_for_columns_make_a_record_a_row() {
        let head = cells(&["A", "B"]);
        let rows = [cells(&[&"x".repeat(50), &"y".repeat(40)])];
        let (x, y) = ("x".repeat(50), "y".repeat(40));
        assert_eq!(table(&head, &rows, Lang::En), format!("- {x}\n  B: {y}"));
    }
}
