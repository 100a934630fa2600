//! R16: a blank that nobody filled in.

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::blank::blanks_in;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "placeholder",
    code: "R16",
    about: (
        "埋められていない空欄（〇月〇日、[氏名]、TBD など）。そのまま届けば会社の信用を失います。",
        "A blank nobody filled in (〇月〇日, [name], TBD). Sent as it is, it costs the company its credit.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "〇月〇日までにご報告いたします。" },
        Example { lang: Lang::Ja, text: "●●様にお伺いします。" },
        Example { lang: Lang::Ja, text: "［氏名］がご連絡いたします。" },
        Example { lang: Lang::Ja, text: "納期はTBDまでお待ちください。" },
        Example { lang: Lang::En, text: "We will report by [date]." },
        Example { lang: Lang::En, text: "The visit is on TBD." },
        Example { lang: Lang::En, text: "Dear {{ name }}," },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "11月27日までに書面でご報告いたします。" },
        Example { lang: Lang::Ja, text: "【お詫び】化粧箱KB-240の納入の件" },
        Example { lang: Lang::En, text: "We will report in writing by 27 November." },
        Example { lang: Lang::En, text: "Subject: Apology regarding the delivery of KB-240 gift cartons" },
    ],
    check,
};

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let found = blanks_in(&laid.text).into_iter().map(|blank| {
        let text = laid.text.get(blank.clone()).unwrap_or_default();
        let message =
            Message::new(format!("空欄「{text}」が残っています"), format!("the blank `{text}` is not filled in"));
        Finding::error(RULE.id, blank, message).suggest(Message::new(
            "事案ファイルの値を書くか、その文を削ってください",
            "write the value from the case file, or leave the sentence out",
        ))
    });
    Ok(found.collect())
}
