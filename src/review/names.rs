//! Names in a text that nobody in the case has.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::grounds::Grounds;
use super::surnames::SURNAMES;
use crate::lang::Lang;

/// A name with an honorific or a title behind it.
static JAPANESE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?P<name>[一-龠々ァ-ヶー・]{1,12}(?:[ 　][一-龠々ァ-ヶー]{1,6})?)[ 　]?",
        r"(?P<title>様|さん|氏|先生|部長|課長|係長|主任|社長|専務|常務|取締役|室長|店長|支店長|工場長|本部長)",
    ))
});
/// A family name after a department or a title: 品質管理部の佐藤が.
static AFTER_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:弊社|当社|貴社|[部課係室]|部門|[部課係室所]長|主任|担当)の?(?P<name>[一-龠々]{2,3})")
});
/// Japanese companies.
static COMPANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"株式会社(?P<name>[一-龠々ぁ-んァ-ヶーA-Za-z]{2,12})|(?P<front>[一-龠々ァ-ヶーA-Za-z]{2,12})株式会社")
});
static ENGLISH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.? (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"));
static ENGLISH_COMPANY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<name>(?:[A-Z][\w&'-]+ )+)(?:K\.K\.|Co\., Ltd\.|Ltd\.|Inc\.|Corp\.|LLC|GmbH)"));
/// Two capitalised words together inside a sentence.
static PAIR: LazyLock<Regex> = LazyLock::new(|| pattern(r"[a-z,] (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)\b"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Words before 様 and the like that are no names.
const GENERIC: [&str; 46] = [
    "客",
    "皆",
    "者",
    "方",
    "先",
    "担当",
    "同",
    "仕",
    "有",
    "模",
    "多",
    "各位",
    "何",
    "王",
    "神",
    "奥",
    "人事",
    "総務",
    "購買",
    "営業",
    "生産",
    "製造",
    "品質",
    "品質管理",
    "品質保証",
    "開発",
    "経理",
    "財務",
    "法務",
    "広報",
    "企画",
    "事業",
    "本社",
    "工場",
    "支店",
    "部",
    "課",
    "係",
    "室",
    "店",
    "部門",
    "現場",
    "責任",
    "管理",
    "情報",
    "副",
];

/// The names nobody in the case has, with their places.
pub(super) fn unknown_names(text: &str, grounds: &Grounds, lang: Lang) -> Vec<(Range<usize>, String)> {
    let mut found = match lang {
        Lang::Ja => japanese(text, grounds),
        Lang::En => english(text, grounds),
    };
    found.sort_by_key(|(span, _)| span.start);
    found.dedup_by(|a, b| a.0.start < b.0.end);
    found
}

fn japanese(text: &str, grounds: &Grounds) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for captures in JAPANESE.captures_iter(text) {
        let (Some(name), Some(title)) = (captures.name("name"), captures.name("title")) else { continue };
        let honorific = matches!(title.as_str(), "様" | "さん" | "氏" | "先生");
        if is_known(name.as_str(), grounds) || is_generic(name.as_str()) {
            continue;
        }
        // 営業第二課長, 購買部長: a post in the case's own words.
        let post = format!("{}{}", name.as_str(), title.as_str());
        if !honorific && (grounds.says(&post) || !ends_in_surname(name.as_str())) {
            continue;
        }
        // 模様, 仕様: 様 inside a word.
        let after = text.get(title.end()..).and_then(|rest| rest.chars().next());
        if honorific && after.is_some_and(|c| matches!(c, '々' | '子' | '式' | '相')) {
            continue;
        }
        found.push((name.range(), name.as_str().to_owned()));
    }
    for captures in AFTER_TITLE.captures_iter(text) {
        let Some(name) = captures.name("name") else { continue };
        let surname = SURNAMES.iter().find(|surname| name.as_str().starts_with(**surname));
        if let Some(surname) = surname
            && !is_known(surname, grounds)
            && !grounds.says(name.as_str())
        {
            let end = name.start() + surname.len();
            found.push((name.start()..end, (*surname).to_owned()));
        }
    }
    for captures in COMPANY.captures_iter(text) {
        let Some(name) = captures.name("name").or(captures.name("front")) else { continue };
        let known = grounds.names().iter().any(|known| {
            let bare = known.replace("株式会社", "");
            !bare.is_empty() && (name.as_str().starts_with(&bare) || name.as_str().ends_with(&bare))
        });
        let whole = captures.get(0).map_or("", |whole| whole.as_str());
        if !known && !grounds.says(whole) {
            found.push((name.range(), name.as_str().to_owned()));
        }
    }
    found
}

fn english(text: &str, grounds: &Grounds) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for captures in ENGLISH.captures_iter(text) {
        let Some(name) = captures.name("name") else { continue };
        // What follows the name may begin a sentence: only its first word must be known, or the two together.
        let first = name.as_str().split(' ').next().unwrap_or_default().trim_end_matches("'s");
        if !is_known(first, grounds) {
            found.push((name.range(), name.as_str().to_owned()));
        }
    }
    for captures in ENGLISH_COMPANY.captures_iter(text) {
        let Some(name) = captures.name("name") else { continue };
        if !name.as_str().split(' ').filter(|word| !word.is_empty()).any(|word| is_known(word, grounds)) {
            found.push((name.range(), name.as_str().trim().to_owned()));
        }
    }
    for captures in PAIR.captures_iter(text) {
        let Some(name) = captures.name("name") else { continue };
        let known = grounds.says(name.as_str())
            || name.as_str().split(' ').any(|word| is_known(word, grounds) || is_ordinary(word));
        if !known {
            found.push((name.range(), name.as_str().to_owned()));
        }
    }
    found
}

/// Capitalised words of ordinary English.
fn is_ordinary(word: &str) -> bool {
    const WORDS: [&str; 38] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Dear",
        "Sincerely",
        "Kind",
        "Regards",
        "Subject",
        "Date",
        "Fact",
        "Basis",
        "Tel",
        "Customer",
        "Sales",
        "Quality",
        "Production",
        "Purchasing",
        "Human",
        "Head",
        "Manager",
        "Director",
        "Japan",
    ];
    WORDS.contains(&word)
}

fn is_known(name: &str, grounds: &Grounds) -> bool {
    let plain: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    grounds
        .names()
        .iter()
        .any(|known| plain == *known || (known.chars().count() > 1 && plain.ends_with(known.as_str())))
}

fn is_generic(name: &str) -> bool {
    GENERIC.iter().any(|word| name == *word)
        || ["客", "者", "担当", "皆", "取引先", "方々"].iter().any(|end| name.ends_with(end))
}

fn ends_in_surname(name: &str) -> bool {
    SURNAMES.iter().any(|surname| name.ends_with(surname))
}
