//! Figures for a person.

use unicode_width::UnicodeWidthStr;

use super::said;
use crate::engine::bench::Figures;
use crate::lang::Lang;

/// The figures as a table.
pub(super) fn table(model: &str, figures: &Figures, lang: Lang) -> String {
    let gb = |bytes: u64| bytes as f64 / 1e9;
    let mut rows = Vec::new();
    let mut row = |what: String, value: String, more: String| rows.push([what, value, more]);
    if let Some(load) = &figures.load {
        let ratio = load.seconds / load.reading_s;
        row(
            said(lang, "読み込み", "load").to_owned(),
            format!("{:.2} s", load.seconds),
            format!("{} {ratio:.2}×", said(lang, "ファイルを一度読む時間の", "of reading the file once:")),
        );
    }
    row(said(lang, "最初の計算", "first pass").to_owned(), format!("{:.2} s", figures.warm_up_s), String::new());
    if let Some(peak) = figures.peak_bytes {
        let ratio = peak as f64 / figures.file_bytes as f64;
        row(
            said(lang, "最大メモリー", "peak memory").to_owned(),
            format!("{:.2} GB", gb(peak)),
            format!("{} {ratio:.2}×", said(lang, "ファイルの", "of the file:")),
        );
    }
    for speed in &figures.speeds {
        let what = match speed.name.as_str() {
            "decode" => said(lang, "単独の書き出し", "decode alone").to_owned(),
            "letter" => said(lang, "手紙 (8節×120、冒頭1,024)", "letter (8 × 120 on 1,024)").to_owned(),
            _ => format!("{} {}", said(lang, "読解", "prefill"), speed.tokens),
        };
        let (bandwidth, int8) = (speed.bandwidth_share * 100.0, speed.int8_share * 100.0);
        row(
            what,
            format!("{:.1} tok/s", speed.tokens_per_s),
            format!(
                "{} {bandwidth:.0} %, {} {int8:.0} %",
                said(lang, "メモリー帯域の", "memory bandwidth"),
                said(lang, "int8 演算の", "int8 peak"),
            ),
        );
    }
    let machine = &figures.machine;
    let mut text = format!(
        "{model} ({:.2} GB), {} {}, {:.1} GB/s, int8 {:.0} GMAC/s\n",
        gb(figures.file_bytes),
        machine.threads,
        said(lang, "スレッド", "threads"),
        machine.bytes_per_s / 1e9,
        machine.int8_per_s / 1e9,
    );
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    for [what, value, more] in &rows {
        let gap = " ".repeat(first - what.width());
        let line = format!("{what}{gap}  {value:>second$}  {more}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
