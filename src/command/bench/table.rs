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
            format!(
                "{} {ratio:.2}×, {} {:.2}×, {} {:.2} s",
                said(
                    lang,
                    "ファイルを一度メモリーに読む時間の (キャッシュ済み)",
                    "of reading the file once into memory (cached):"
                ),
                said(lang, "読み捨てる時間の", "of passing over it:"),
                load.seconds / load.passing_s,
                said(lang, "ハッシュも計算すると", "hashed too:"),
                load.hashed_s,
            ),
        );
    }
    row(said(lang, "最初の計算", "first pass").to_owned(), format!("{:.2} s", figures.warm_up_s), String::new());
    let peak = said(lang, "最大メモリー", "peak memory").to_owned();
    match figures.peak_bytes {
        Some(bytes) => {
            let ratio = bytes as f64 / figures.file_bytes as f64;
            row(
                peak,
                format!("{:.2} GB", gb(bytes)),
                format!("{} {ratio:.2}×", said(lang, "ファイルの", "of the file:")),
            );
        }
        None if figures.speeds.iter().any(|speed| speed.name == "prefill_1024") => {
            row(
                peak,
                "–".to_owned(),
                said(lang, "このシステムでは分かりません", "this system does not say").to_owned(),
            );
        }
        None => {}
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
    if let Some(kept) = &figures.beginning {
        row(
            said(lang, "保存した冒頭 1,024", "kept beginning, 1,024").to_owned(),
            format!("{:.2} s", kept.find_s),
            format!(
                "{} {:.1} s, {} {:.2} s, {:.2} GB",
                said(lang, "読解では", "instead of"),
                kept.read_s,
                said(lang, "保存", "written in"),
                kept.keep_s,
                gb(kept.bytes)
            ),
        );
    }
    if let Some(grammar) = &figures.grammar {
        let share =
            |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0));
        row(
            said(lang, "文法", "grammar").to_owned(),
            format!("{:.2} ms", grammar.per_token_s * 1e3),
            format!(
                "{} {}, {} {}, {} {:.2} s",
                said(lang, "単独の", "of decode"),
                share(grammar.decode_share),
                said(lang, "手紙の", "of the letter"),
                share(grammar.letter_share),
                said(lang, "準備", "set up in"),
                grammar.first_s
            ),
        );
    }
    if let Some(guesses) = &figures.guesses {
        row(
            format!("{} {}", said(lang, "先読み", "guesses"), guesses.guesses),
            format!("{:.2}×", guesses.pass_cost),
            format!("{} {:.1}×", said(lang, "時間。すべて当たれば速さ", "the time; all right:"), guesses.gain),
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
