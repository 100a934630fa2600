//! Words of money and other remedies.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::bilingual::{Bilingual, reads_english};
use crate::facts::Remedy;

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Words, each with the kinds of record that can stand behind it.
type Words = Vec<(Regex, &'static [Remedy])>;

/// Japanese words of remedies.
static JAPANESE: LazyLock<Words> = LazyLock::new(|| {
    use Remedy::{Cost, Damages, Discount, FreeWork, Refund};
    vec![
        (fixed("無償|無料|費用は(?:頂戴|いただ)(?:き|しま)?ません|ただで"), &[FreeWork, Cost]),
        (fixed("返金|払い戻|返還|お返しいたし"), &[Refund]),
        (fixed("値引|割引|値下げ|減額|クレジットノート"), &[Discount]),
        (fixed("免除"), &[Discount]),
        (fixed("賠償|弁償|弁済|補償|補填|慰謝料|見舞金|お見舞い金|埋め合わせ"), &[Damages]),
        // ご負担をおかけする is the client's burden.
        (
            fixed(
                "負担(?:いたし|致し|し(?:ます|た|て)|させて|する|をさせて|を(?:承諾|お引き受け)|も検討|につきましては.{0,12}検討)|応分の|肩代わり|(?:全額|半額|一部)[^。]{0,10}負担|お?支払い?(?:いたし|し)ます",
            ),
            &[Cost, Damages],
        ),
    ]
});

/// English words of remedies.
static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    use Remedy::{Cost, Damages, Discount, FreeWork, Refund};
    vec![
        (
            fixed(
                r"(?i)(?-u:\b)(?:free of charge|at no (?:extra |additional |further )?(?:cost|charge)|for free|no charge|complimentary)(?-u:\b)",
            ),
            &[FreeWork, Cost],
        ),
        (fixed(r"(?i)(?-u:\b)refund[A-Za-z]*"), &[Refund]),
        (fixed(r"(?i)(?-u:\b)reimburs[A-Za-z]*"), &[Refund, Cost]),
        (
            fixed(
                r"(?i)(?-u:\b)(?:discount[A-Za-z]*|rebates?|price reduction|(?:reduce|lower|cut) (?:the|your) (?:price|fee|bill|invoice)|credit note|credit (?:you|your account)|yen off|percent off|% off)(?-u:\b)",
            ),
            &[Discount],
        ),
        (fixed(r"(?i)(?-u:\b)waiv[A-Za-z]*"), &[Discount]),
        (
            fixed(
                r"(?i)(?-u:\b)(?:compensat[A-Za-z]*|indemnif[A-Za-z]*|damages|make good (?:the|your|any|all))(?-u:\b)",
            ),
            &[Damages],
        ),
        (
            fixed(
                r"(?i)(?-u:\b)(?:bear|absorb|cover|pay(?: for)?|meet|shoulder|take over)\s+(?:[A-Za-z0-9',]+\s+){0,4}?(?:costs?|charges?|expenses?|fees?|loss(?:es)?|damages?|amount|bill)(?-u:\b)|(?-u:\b)will be paid(?-u:\b)|(?-u:\b)at our (?:own )?expense(?-u:\b)",
            ),
            &[Cost, Damages],
        ),
    ]
});

/// Money that is being considered is neither promised nor refused, and yet a hope is raised.
pub(super) static CONSIDERED: Bilingual = Bilingual::new(
    || fixed(r"(?:費用|料金|金額|損害|損失|補償|お支払い|金銭|負担)[^。]{0,24}(?:検討|協議|考慮|ご相談させて)"),
    || {
        fixed(
            r"(?i:(?-u:\b)(?:consider[A-Za-z]*|look(?:ing)? into|discuss[A-Za-z]*|review[A-Za-z]*|examin[A-Za-z]*)(?-u:\b)[^.]{0,40}(?-u:\b)(?:compensation|refund|discount|payment|reimburs[A-Za-z]+|bearing|covering|your loss(?:es)?|your claim)(?-u:\b))",
        )
    },
);

/// Words that reach beyond any record.
pub(super) static BOUNDLESS: Bilingual = Bilingual::new(
    || fixed(r"(?:すべて|全て|一切)の?(?:損害|損失|費用)|損害|損失|応分|誠意をもって(?:補償|お支払い|負担)"),
    || fixed(r"(?i:(?-u:\b)(?:all|any|every|your) (?:[A-Za-z]+ )?(?:loss(?:es)?|damages?)(?-u:\b))"),
);

/// Words that answer a question which is to be answered separately.
pub(super) static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "いたしかね|できません|できかね|難し|お断り|応じ|減らし|いただきません|頂戴しません|確約|お約束",
        r"|(?i:(?-u:\b)(?:cannot|can't|unable|not able|will not|won't|no longer|reduc[A-Za-z]*|lower[A-Za-z]*|charge you|not charge|drop)(?-u:\b))",
    ))
});

/// The first words of a remedy, and the kinds of record that can stand behind them.
pub(super) fn remedy_words(text: &str) -> Option<(Range<usize>, &'static [Remedy])> {
    let find = |all: &Words| all.iter().find_map(|(words, kinds)| Some((words.find(text)?.range(), *kinds)));
    let japanese = if text.is_ascii() { None } else { find(&JAPANESE) };
    japanese.or_else(|| if reads_english(text) { find(&ENGLISH) } else { None })
}

/// Whether a sentence offers a remedy.
pub(super) fn offers_remedy(text: &str) -> bool {
    remedy_words(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::offers_remedy;

    #[test]
    fn offers_are_told_from_burdens() {
        for text in [
            "費用は弊社が負担いたします",
            "全額を返金します",
            "We will bear the cost.",
            "free of charge",
            "We waive it",
        ] {
            assert!(offers_remedy(text), "{text}");
        }
        for text in
            ["ご負担をおかけしました", "こうしたご負担を受け止め", "We recognise the burden.", "Feel free to call."]
        {
            assert!(!offers_remedy(text), "{text}");
        }
    }
}
