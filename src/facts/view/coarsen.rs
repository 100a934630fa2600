//! Figures about the business as a whole, made coarse: a share of sales tells who the client is.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::facts::normalise::compare_key;
use crate::facts::{ConstraintKind, Groups};
use crate::lang::{Lang, fixed};

static SHARE: LazyLock<Regex> =
    LazyLock::new(|| fixed(r"([0-9０-９]+(?:\.[0-9]+)?) ?(?:%|％|パーセント|per ?cent(?-u:\b))"));
static SUM: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        r"(?:[¥￥] ?)?[0-9０-９][0-9０-９,，.]*(?:(?:億|千万|百万|万|千)[0-9０-９,，]*)*円",
        r"|(?:[¥$€] ?)?[0-9][0-9,]*(?:\.[0-9]+)? ?(?:(?:million|billion|thousand) )?(?:yen|JPY|dollars|USD|euros|EUR)(?-u:\b)",
        r"|[¥￥$€] ?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:million|billion|bn|m)(?-u:\b))?",
    ))
});

/// Makes the figures of constraints about sales and budgets coarse.
pub(super) fn coarsen(groups: &mut Groups, lang: Lang) {
    for entry in &mut groups.constraints {
        if !matches!(entry.kind, ConstraintKind::RevenueShare | ConstraintKind::Budget) {
            continue;
        }
        if let Some(text) = entry.what.get(lang) {
            let text =
                SHARE.replace_all(text, |found: &Captures<'_>| share(found.get(1).map_or("", |n| n.as_str()), lang));
            let text = SUM.replace_all(&text, lang.pick("相当の額", "a considerable sum")).into_owned();
            entry.what.set(lang, text);
        }
    }
}

/// 8% as 約1割, about 10%.
fn share(number: &str, lang: Lang) -> String {
    let percent: f64 = compare_key(number).parse().unwrap_or(0.0);
    if percent < 5.0 {
        return lang.pick("数%", "a few per cent").to_owned();
    }
    let tenths = (percent / 10.0).round();
    lang.pick(format!("約{tenths}割"), format!("about {}%", tenths * 10.0))
}

#[cfg(test)]
mod tests {
    use super::share;
    use crate::facts::{Audience, Case, Facts};
    use crate::lang::Lang;

    #[test]
    fn shares_are_told_by_tenths() {
        for (number, ja, en) in [
            ("8", "約1割", "about 10%"),
            ("3.2", "数%", "a few per cent"),
            ("32", "約3割", "about 30%"),
            ("96", "約10割", "about 100%"),
        ] {
            assert_eq!((share(number, Lang::Ja).as_str(), share(number, Lang::En).as_str()), (ja, en));
        }
    }

    #[test]
    fn sums_of_the_business_are_coarse_and_sums_of_the_dispute_are_not() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cartons/case.toml");
        let source = std::fs::read_to_string(file).unwrap();
        let source = source
            .replace("課の売上の8%を占めています", "課の売上3億2,000万円の8％、年2,560万円です")
            .replace("8% of the section's sales", "8% of sales of 320 million yen, ¥25.6m a year");
        let case = Case::parse("case.toml", &source).unwrap();
        for (lang, said) in [
            (Lang::Ja, "この取引先は課の売上相当の額の約1割、年相当の額です。"),
            (Lang::En, "The account is about 10% of sales of a considerable sum, a considerable sum a year."),
        ] {
            let facts = Facts::of(&case, Audience::Expert, lang);
            let share = facts.constraints.iter().find(|entry| entry.id.as_str() == "K2").unwrap();
            assert_eq!(share.what.shown(), said);
            assert_eq!(facts.compensation[0].amount, Some(38500));
        }
    }
}
