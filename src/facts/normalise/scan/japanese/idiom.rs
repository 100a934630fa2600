//! Words and names that hold a number and state no value: 一時的, 1件1件, 図3, 3.2節.

use super::{Form, Found, units};
use crate::facts::normalise::scan::group;
use crate::lang::Captures;

/// Words in which a numeral counts nothing.
const WORDS: &str = concat!(
    "一時(?:的|停止|停電|中断|中止|保管|保留|預|帰|休|滞|避難|金|払|品切|欠品|しのぎ|凌|雇|使用|入館|利用|離|閉|不通|対応|措置)",
    "|[四二]六時中|[4四]半期|一分一秒|一刻一秒|[1一]秒(?:でも|たりとも)|[2二]度と|一社会人|一会社員|一個人|一枚岩|一件落着|一回り",
    // 統一項目, 同一件名: no one of its kind.
    "|[統同唯単均画逐専随]一",
);

/// What a number after it only tells apart.
const LABELS: &str = concat!(
    "別紙|別添|別表|別図|資料|付録|添付|ステップ|フェー?ズ|フェイズ|ステージ|レベル|バージョン|ページ|パターン|シナリオ",
    "|プラン|タイプ|ランク|質問|設問|論点|事例|議題|項番|手順|工程|段階|選択肢",
);

pub(super) fn forms() -> Vec<Form> {
    let (units, counted) = units();
    // What makes of 資料3部 and 表2枚 counts.
    let counts = format!("{units}|[円%日月年時週割部度倍万千百億頁冊歳才階号番元]|ページ|ドル|パーセント");
    let numbers = r"[0-9]+(?:[.-][0-9]+)*(?:(?:[、・,~〜]|および|及び|と)[0-9]+(?:[.-][0-9]+)*)*";
    let label_words = format!("(?:^|[^一-龯々])(?P<only>(?:{LABELS}|図表?|表|案|注)");
    // No end of a larger number: 21箱ずつ.
    let one = "(?:^|[^0-9.,〇一二三四五六七八九十百千万億])(?P<only>[一1]";
    // 数百箱, 十数名, 1万数千円: no number that could be checked.
    let vague = format!(
        "(?:[0-9一二三四五六七八九]*[十百千万億])?[数何幾][十百千万億]*(?:{units}|[日円年割%])|[十百千万]数(?:{units}|[日円])"
    );
    vec![
        Form::new(&format!("{WORDS}|{vague}|24/7"), |_| Some(Vec::new())),
        Form::new(
            &format!("{one}(?:(?P<unit>{counted}|つ|人)[一1](?P<again>{counted}|つ|人)|(?:{counted}|つ|人)ずつ))"),
            each,
        ),
        Form::new(&format!("{label_words} ?{numbers})(?P<count>{counts})?"), label),
        // 資料3と4箱: only the first is a name.
        Form::new(&format!("{label_words} ?[0-9]+)(?P<count>{counts})?"), label),
        Form::new(r"[0-9]+(?:\.[0-9]+)*(?:節|章|項(?P<count>目)?)", label),
    ]
}

/// 1件1件, 一つ一つ, 1箱ずつ: each of them.
fn each(found: &Captures<'_>) -> Found {
    (group(found, "unit") == group(found, "again")).then(Vec::new)
}

fn label(found: &Captures<'_>) -> Found {
    found.name("count").is_none().then(Vec::new)
}
