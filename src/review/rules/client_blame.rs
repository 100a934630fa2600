//! R03: the burden shifted to the client.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "client-blame",
    code: "R03",
    about: (
        "先方の指示・確認・誤解のせいにする文。負担を相手に移します。",
        "A sentence that puts it down to the client's instructions, checks or misunderstanding. It shifts the burden.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "貴社のご指示が不明確でした。" },
        Example { lang: Lang::Ja, text: "貴社のご確認不足もございました。" },
        Example { lang: Lang::Ja, text: "お客様の誤解を招いたものと存じます。" },
        Example {
            lang: Lang::Ja, text: "事前にご連絡をいただいていれば、間に合わせておりました。"
        },
        Example { lang: Lang::En, text: "Your unclear request led to the delay." },
        Example { lang: Lang::En, text: "You should have told us earlier." },
        Example { lang: Lang::En, text: "There was a misunderstanding on your side." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "貴社のご指示を、弊社が書面で確認いたしませんでした。"
        },
        Example { lang: Lang::Ja, text: "貴社にご確認のお手数をおかけしました。" },
        Example { lang: Lang::Ja, text: "弊社の確認が不十分でございました。" },
        Example { lang: Lang::En, text: "We should have confirmed your request in writing." },
        Example { lang: Lang::En, text: "We did not make ourselves clear to you." },
        Example { lang: Lang::En, text: "You had to find the errors yourselves." },
    ],
    check,
};

static BLAME: LazyLock<Regex> = LazyLock::new(|| {
    let you = "(?:貴社|貴院|貴校|貴行|貴法人|貴組合|お客様|御社|先方|[^、。]{1,6}様)";
    let pattern = format!(
        concat!(
            r"{you}(?:側)?(?:の|が|に|も|から)[^。、]{{0,14}}(?:不明確|不明瞭|曖昧|あいまい|確認不足|不備|勘違い|誤解|思い違い|誤り(?:が|で)|遅れ(?:が|た)|お忘れ|ミス|落ち度|過失)",
            r"|(?:ご)?誤解を(?:招|与え|され)|(?:いただいて|ご連絡があ|お伝えがあ|ご指示があ)(?:いれ|れ)ば|(?:ご連絡|ご指示|お返事|ご確認)(?:を|が)(?:いただけな|なかった)",
            r"|(?i:(?-u:\b)your (?:unclear|late|vague|own|lack of|failure|mistake|error|misunderstanding)|(?-u:\b)you (?:should|ought to|could) have(?-u:\b)|(?-u:\b)you (?:failed|forgot|did not (?:tell|inform|confirm|reply|answer|check)|misunderst|neglected|never (?:told|confirmed|replied))",
            r"|misunderstanding on your|on your (?:side|part) (?:was|were|there)|if you had (?:told|informed|confirmed)|because (?:of )?you(?:r instructions?)? (?:were|was|did))",
        ),
        you = you
    );
    Regex::new(&pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});
/// The own side is the one at fault in the sentence after all.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"弊社(?:の|が|は|から|で)[^。]{0,20}(?:不備|誤り|遅れ|ミス)")
        .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        let Some(found) = BLAME.find(sentence) else { continue };
        if OWN.find(found.as_str()).is_some() {
            continue;
        }
        let at = span.start + found.start()..span.start + found.end();
        let message = Message::new("先方のせいにする書き方です", "this puts it down to the client");
        findings.push(Finding::error(RULE.id, at, message).suggest(Message::new(
            "弊社がすべきだったことを、弊社を主語にして書いてください",
            "say what we should have done, with \"we\" as the subject",
        )));
    }
    Ok(findings)
}
