//! R09: a promise nobody can keep.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "over-promise",
    code: "R09",
    about: (
        "「必ず」「二度と」「絶対」など、誰にも守れない約束。次に起きたとき、嘘になります。",
        "\"Never again\", \"guarantee\", \"rest assured\": promises nobody can keep. The next time makes them lies.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "このようなことは二度と起こしません。" },
        Example { lang: Lang::Ja, text: "必ず期日までにお届けいたします。" },
        Example { lang: Lang::Ja, text: "再発防止に万全を期してまいります。" },
        Example { lang: Lang::En, text: "This will never happen again." },
        Example { lang: Lang::En, text: "We guarantee delivery on time." },
        Example { lang: Lang::En, text: "Rest assured that we have learned." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "再発を防ぐため、変更のご依頼は当日中に書面で確認いたします。"
        },
        Example { lang: Lang::Ja, text: "決して軽く考えているわけではございません。" },
        Example { lang: Lang::Ja, text: "受注システムの「変更依頼」は必須の欄です。" },
        Example { lang: Lang::En, text: "Our reply never reached you." },
        Example { lang: Lang::En, text: "To prevent a repetition, we confirm changes in writing." },
        Example { lang: Lang::En, text: "We never replied to your call." },
    ],
    check,
};

static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"二度と|必ず(?:や)?|絶対(?:に)?|万全を期|万全の|完全に(?:防|なく)|(?:決して|一切|今後)[^。]{0,24}(?:起こしません|起こさない|繰り返しません|ないことをお約束|いたしません)|100 ?[%％パ]|確約|保証いたし|お約束いたします|ご安心ください",
        r"|(?i:never (?:again|be repeated|occur|happen)|(?-u:\b)(?:will|shall|would) never(?-u:\b)|guarantee|rest assured|without fail|100 ?%|100 per ?cent|we promise (?:that|you)|you have my word|in no case will)",
    );
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let found = PROMISE.find_iter(&laid.text).map(|found| {
        let text = found.as_str();
        let message = Message::new(
            format!("「{text}」は守れるとは限らない約束です"),
            format!("`{text}` is a promise nobody can keep"),
        );
        Finding::error(RULE.id, found.range(), message)
            .suggest(Message::new("何を、いつまでに行うかを書いてください", "write what is done, and by when"))
    });
    Ok(found.collect())
}
