//! Figures about the business as a whole, made coarse: a share of sales tells who the client is.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::facts::{ConstraintKind, Groups};
use crate::lang::Lang;

static SHARE: LazyLock<Regex> =
    LazyLock::new(|| fixed(r"([0-9]+(?:\.[0-9]+)?) ?(?:%|％|パーセント|per ?cent(?-u:\b))"));
static SUM: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?:[¥￥] ?)?[0-9][0-9,]*(?:\.[0-9]+)? ?(?:億|百万|千万|万)?(?:[0-9]+万)?円|(?:[¥$€] ?)?[0-9][0-9,]*(?:\.[0-9]+)? ?(?:(?:million|billion|thousand) )?(?:yen|JPY|dollars|USD|euros|EUR)(?-u:\b)|[¥$€] ?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:million|billion|m|bn)(?-u:\b))?",
    )
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
    let percent: f64 = number.parse().unwrap_or(0.0);
    if percent < 5.0 {
        return lang.pick("数%", "a few per cent").to_owned();
    }
    let tenths = (percent / 10.0).round();
    lang.pick(format!("約{tenths}割"), format!("about {}%", tenths * 10.0))
}

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}
