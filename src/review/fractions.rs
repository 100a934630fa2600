//! Parts of something that nobody has counted: half of them done, a third of the claim paid.

use std::sync::LazyLock;

use super::Finding;
use super::judge::{Judge, unknown, with_fact};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use crate::facts::normalise::Value;
use crate::lang::Pattern;

/// A part told as such, with what was done to it.
static PART: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            r"(?P<part>半分|半数|三分の[一二]|3分の[12]|四分の[一三])(?:ほど|程度|近く|以上|弱|強)?(?:を|が|は|まで|に)?[^。、]{0,16}?(?:終え|済[みまん]|完了|見終|点検し|確認し|支払|負担|持つ|持ち|お返し|返し|引い|減っ|減り|下が|改善|届い)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?P<part>half|a third|two thirds|a quarter|three quarters)(?-u:\b)(?: of (?:them|it|that|the [a-z]+|what [a-z ]{2,20}))?[^.;,]{0,24}(?-u:\b)(?:done|finished|checked|read|paid|pay|bear|settled|through|gone|completed|credited)(?-u:\b)|(?i:(?-u:\b)(?:have|has) (?P<halved>halved|doubled|dropped by (?:a third|half|a quarter)|fallen by (?:a third|half|a quarter)))(?-u:\b)",
        ),
    ]
});

impl Judge<'_> {
    /// 半数を終えた, where the case speaks of no half.
    pub(super) fn other_part(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone())?;
        let found = lang.of(&PART).captures(sentence)?;
        let part = found.name("part").or_else(|| found.name("halved"))?;
        // 12,000箱のうち半分の6,000箱; what is asked, quoted, refused or supposed.
        let open = [
            "？",
            "?",
            "「",
            "ません",
            "ない",
            "なら",
            "場合",
            "ても",
            "求め",
            "要求",
            "請求",
            "希望",
            " not ",
            " if ",
            "asks",
            "asked",
            "demand",
            "n't",
        ];
        let counted = told
            .mentions
            .iter()
            .filter(|mention| matches!(mention.value, Value::Quantity(..) | Value::Number(_)))
            .count()
            > 1
            || told.mentions.iter().any(|mention| matches!(mention.value, Value::Percent(_)));
        let texts = self.context.whole().seen().texts();
        let words: &[&str] = lang.pick(
            &["半分", "半数", "半額", "三分の", "3分の", "四分の", "大半", "過半", "半ば", "折半", "50%", "50％"][..],
            &["half", "third", "quarter", "halv", "doubl", "50%", "50 per"][..],
        );
        let known = texts.iter().any(|text| words.iter().any(|word| text.contains(word)));
        (!known && !counted && !open.iter().any(|word| sentence.contains(word))).then(|| {
            let span = told.span.start + part.start()..told.span.start + part.end();
            let written = self.text.get(span.clone()).unwrap_or_default();
            with_fact(Finding::error(RULE.id, span, unknown(written)), None)
        })
    }
}
