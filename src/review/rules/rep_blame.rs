//! R04: the rep as the one at fault.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "rep-blame",
    code: "R04",
    about: (
        "担当者を主語にした落ち度。会社は一体として答え、担当者の尊厳を守ります。",
        "The rep as the subject of a fault. A company answers as one, and keeps its people's dignity.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "高瀬の不注意により、ご迷惑をおかけしました。" },
        Example { lang: Lang::Ja, text: "担当者の確認不足が原因でございます。" },
        Example { lang: Lang::Ja, text: "弊社の担当がご連絡を失念しておりました。" },
        Example { lang: Lang::En, text: "Ryota Takase was careless." },
        Example { lang: Lang::En, text: "Our representative failed to reply to you." },
        Example { lang: Lang::En, text: "The mistake was made by our sales rep." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "担当者の変更のご要望を確かに承りました。" },
        Example { lang: Lang::Ja, text: "弊社の確認が不十分でございました。" },
        Example {
            lang: Lang::Ja, text: "人事ご担当の皆様が、誤りの洗い出しに追われたとのお話を承りました。"
        },
        Example { lang: Lang::En, text: "We did not confirm your call in writing." },
        Example { lang: Lang::En, text: "You asked for a different representative." },
        Example { lang: Lang::En, text: "Our representative will support Ms. Aizawa." },
    ],
    check,
};

const FAULT_JA: &str = "不注意|確認不足|怠|失念|ミス|過失|落ち度|不手際|不適切|不誠実|伝え(?:ず|忘れ|ていな)|忘れ|誤(?:り|っ)|至らぬ|至らなさ|未熟|認識不足|経験不足|連絡(?:を)?(?:せず|しな)|軽率|独断|責任でござ";
const FAULT_EN: &str = r"careless|fail(?:ed|ure)|forgot|neglect|mistake|error|fault|did not (?:reply|confirm|check|tell|register|inform)|misunderst|inexperienc|wrongly|overlooked|to blame|negligen|poor";

static SUBJECT_JA: LazyLock<Regex> = LazyLock::new(|| {
    // ご担当 is the client's person.
    regex(&format!(
        r"(?:^|[^ご])(?:担当者?|営業担当|導入担当|社員|従業員|部下)(?:個人)?(?:の|が|は|による|より)[^。]{{0,24}}(?:{FAULT_JA})"
    ))
});
static SUBJECT_EN: LazyLock<Regex> = LazyLock::new(|| {
    let who = r"(?-u:\b)(?:our|the) (?:sales |account |onboarding )?(?:rep|representative|salesperson|employee|colleague|staff member|onboarding lead|lead)(?-u:\b)";
    regex(&format!(
        r"(?i:{who}[^.]{{0,50}}(?:{FAULT_EN})|(?:{FAULT_EN})[^.]{{0,40}}(?-u:\b)by (?:our|the|one of our) (?:sales |account )?(?:rep|representative|salesperson|employee|staff|colleague)s?(?-u:\b)|human error)"
    ))
});
static FAULT: LazyLock<Regex> = LazyLock::new(|| regex(&format!("{FAULT_JA}|(?i:{FAULT_EN})")));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let names = context.withheld.rep_names();
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        let subject = context.lang.pick(&SUBJECT_JA, &SUBJECT_EN).is_match(sentence);
        let named = || names.iter().any(|name| sentence.contains(name.as_str())) && FAULT.is_match(sentence);
        if !subject && !named() {
            continue;
        }
        let message =
            Message::new("担当者の落ち度として書かれています", "this names the representative as the one at fault");
        findings.push(
            Finding::error(RULE.id, span, message)
                .suggest(Message::new("弊社を主語にして書いてください", "write it with the company as the subject")),
        );
    }
    Ok(findings)
}
