//! R06: money or another remedy that nobody authorised.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::{MoneyUnit, Number, Value, mentions};
use crate::facts::{Audience, Compensation, Currency, RemedyStatus};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::overlap::speaks_of;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "unauthorised-remedy",
    code: "R06",
    about: (
        "承認の記録のない、または承認された額と違う、返金・値引き・補償・負担の申し出。会社を縛ります。",
        "A refund, discount, compensation or cost taken over without an authorised record, or with another amount. It binds the company.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "損害の480,000円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "臨時便の費用48,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "ご損失は全額補償いたします。" },
        Example { lang: Lang::En, text: "We will cover all losses." },
        Example { lang: Lang::En, text: "We will refund your last invoice." },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, 48,500 yen." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "臨時便の費用38,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "貴社にご負担をおかけしました。" },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, 38,500 yen." },
        Example { lang: Lang::En, text: "We recognise the burden this was to your team." },
    ],
    check,
};

/// Words of giving money or its worth.
static REMEDY: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"ご?返金|払い戻|値引|割引|無償|無料|補償|補填|賠償|弁償|免除|減額|見舞金|お詫び金|クーポン|お支払いいたし|(?P<burden>.?)負担(?:いたし|させ|し|を)",
        r"|(?i:\brefund|\breimburs|\bcompensat|\bwaiv|free of charge|at no (?:extra )?cost|\bdiscount|\bcredit (?:note|your)|\bbear (?:the|all|any|your)",
        r"|\bcover (?:the|all|any|your)|\bdamages\b|\bindemnif|make good (?:the|your)|\bpay (?:for|you|the|your)|\bvoucher|\bfree month)",
    ))
});
/// Everything, whatever it comes to.
static UNLIMITED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"全額|すべての損|一切の損|(?i:\ball (?:of )?(?:the |your )?(?:loss|damage|cost)|\bin full\b|\bany (?:loss|damage))",
    )
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let authorised: Vec<&Compensation> =
        context.facts.compensation.iter().filter(|entry| entry.status == RemedyStatus::Authorised).collect();
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        let Some(word) = remedy(sentence) else { continue };
        if authorised.iter().any(|entry| covers(entry, sentence, context.lang)) {
            continue;
        }
        let message = Message::new(
            format!("「{word}」を伴う申し出に、同じ内容と額の承認がありません"),
            format!("there is no authorised record of the same subject and amount for `{word}`"),
        );
        let finding = Finding::error(RULE.id, span, message).suggest(Message::new(
            "承認された内容を金額どおりに書くか、この文を削ってください",
            "write what is authorised, with its amount, or leave the sentence out",
        ));
        let near = context.withheld.unauthorised().find(|entry| about(entry, sentence, context.lang));
        findings.push(near.map_or(finding.clone(), |entry| finding.about(&entry.id)));
    }
    Ok(findings)
}

/// The word of giving, if the sentence has one. ご負担 is the client's burden, not an offer.
fn remedy(sentence: &str) -> Option<&str> {
    let found = REMEDY
        .captures_iter(sentence)
        .find(|found| found.name("burden").is_none_or(|before| before.as_str() != "ご"))?;
    let start = found.name("burden").map_or(0, |before| before.len());
    found.get(0).and_then(|word| word.as_str().get(start..))
}

/// Whether an authorised remedy is what the sentence offers: the same subject, no other amount, no blank cheque.
fn covers(entry: &Compensation, sentence: &str, lang: Lang) -> bool {
    let unit = match entry.currency {
        Currency::Jpy => MoneyUnit::Yen,
        Currency::Usd => MoneyUnit::Dollar,
        Currency::Eur => MoneyUnit::Euro,
    };
    let right = |value: &Value| match value {
        Value::Money(amount, currency) => {
            entry.amount.is_some_and(|known| *amount == Number::whole(known) && *currency == unit)
        }
        _ => true,
    };
    speaks_of(sentence, entry.what.shown(), lang)
        && !UNLIMITED.is_match(sentence)
        && mentions(sentence, lang).iter().all(|mention| right(&mention.value))
}

fn about(entry: &Compensation, sentence: &str, lang: Lang) -> bool {
    entry.what.get(lang).is_some_and(|what| speaks_of(sentence, what, lang))
}
