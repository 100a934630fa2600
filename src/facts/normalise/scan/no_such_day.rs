//! Days that no calendar has: 2月30日, 31 November. They are no values, so nothing else would see them.

use std::ops::Range;
use std::sync::LazyLock;

use super::english::{MONTH, month_number};
use super::group;
use crate::facts::normalise::numeral::numeral;
use crate::facts::normalise::{Normal, PartialDate};
use crate::lang::{Captures, Lang, Pattern};

static JAPANESE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:(?P<y>[0-9]{4}) ?年 ?)?(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?日",
    )
});
static ENGLISH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?-u:\b)(?:(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})|(?P<n>{MONTH}) (?P<e>[0-9]{{1,2}})(?:st|nd|rd|th)?(?-u:\b))(?:,? (?P<y>(?:19|20)[0-9]{{2}}))?"
    ))
});

/// The places of days that do not exist.
#[must_use]
pub fn no_such_days(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let normal = Normal::of(text);
    let pattern = match lang {
        Lang::Ja => &JAPANESE,
        Lang::En => &ENGLISH,
    };
    let wrong = pattern.captures_iter(&normal.text).filter(|found| !exists(found, lang).unwrap_or(true));
    wrong.filter_map(|found| found.get(0)).map(|found| normal.original(found.range())).collect()
}

/// Whether the day exists; nothing where no day is meant.
fn exists(found: &Captures<'_>, lang: Lang) -> Option<bool> {
    let either = |one: &str, other: &str| {
        if found.name(one).is_some() { group(found, one) } else { group(found, other) }.to_owned()
    };
    let (day, month) = match lang {
        Lang::Ja => (group(found, "d").to_owned(), i8::try_from(numeral(group(found, "m"))?.as_whole()?).ok()?),
        Lang::En => (either("d", "e"), month_number(&either("m", "n"))?),
    };
    let day = i8::try_from(numeral(&day)?.as_whole()?).ok()?;
    // "In June 45 boxes came."
    if lang == Lang::En && day > 31 {
        return None;
    }
    Some(PartialDate::new(group(found, "y").parse().ok(), Some(month), Some(day)).is_some())
}

#[cfg(test)]
mod tests {
    use super::no_such_days;
    use crate::lang::Lang;

    #[test]
    fn days_that_no_month_has_are_found() {
        for (text, wrong) in [
            ("2月30日にお届けします。", vec!["2月30日"]),
            ("13月1日と2026年2月29日", vec!["13月1日", "2026年2月29日"]),
            ("１１月３１日（火）", vec!["１１月３１日"]),
            ("2028年2月29日、12月31日、十二月三十一日", vec![]),
        ] {
            let found: Vec<_> = no_such_days(text, Lang::Ja).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, wrong, "{text}");
        }
        for (text, wrong) in [
            ("on 31 November 2026", vec!["31 November 2026"]),
            ("by February 30", vec!["February 30"]),
            ("In June 45 boxes came, on 30 June 12.", vec![]),
        ] {
            let found: Vec<_> = no_such_days(text, Lang::En).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, wrong, "{text}");
        }
    }
}
