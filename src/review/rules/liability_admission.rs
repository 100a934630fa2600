//! R07: words that admit legal liability.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "liability-admission",
    code: "R07",
    about: (
        "法的責任を認める語（一切の責任、債務不履行、過失を認め など）。証拠となり、保険にも関わります。",
        "Words that admit legal liability (full liability, breach, negligence). They are evidence, and insurers mind them.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "弊社が一切の責任を負います。" },
        Example { lang: Lang::Ja, text: "弊社の債務不履行であり、過失を認めます。" },
        Example { lang: Lang::Ja, text: "法的責任を認め、お詫びいたします。" },
        Example { lang: Lang::En, text: "We accept full liability." },
        Example { lang: Lang::En, text: "We were negligent and in breach of contract." },
        Example { lang: Lang::En, text: "We are legally responsible for your losses." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "会社として責任を重く受け止めております。" },
        Example { lang: Lang::Ja, text: "弊社の不手際でございました。" },
        Example { lang: Lang::Ja, text: "責任ある者による対応をお求めと承知しております。" },
        Example { lang: Lang::En, text: "As a company we take responsibility for this." },
        Example { lang: Lang::En, text: "We did not confirm your call, and we are sorry." },
        Example { lang: Lang::En, text: "I am responsible for this account." },
    ],
    check,
};

static LIABILITY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"法的(?:な)?責任|債務不履行|契約違反|不法行為|過失(?:を認|が(?:あり|ござい)|によ)|重過失|(?:一切の|全(?:ての)?|すべての|全面的な)責任|全責任|損害賠償(?:責任)?|賠償責任|責任を負(?:い|う|わ)|瑕疵",
        r"|(?i:(?-u:\b)liab(?:le|ility)(?-u:\b)|(?-u:\b)neglig|breach of (?:contract|duty)|in breach(?-u:\b)|legally responsible|legal responsibility|(?:full|sole|entire|all) responsibility for (?:all|any|your) (?:loss|damage)|at fault in law|admit (?:fault|guilt))",
    );
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let found = LIABILITY.find_iter(&laid.text).map(|found| {
        let text = found.as_str();
        let message =
            Message::new(format!("「{text}」は法的な責任を認める語です"), format!("`{text}` admits legal liability"));
        Finding::error(RULE.id, found.range(), message).suggest(Message::new(
            "「会社として責任を受け止めております」のように書いてください",
            "write \"as a company we take responsibility for it\"",
        ))
    });
    Ok(found.collect())
}
