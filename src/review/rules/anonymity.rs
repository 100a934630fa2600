//! R11: what tells an adviser from outside whose case it is.

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "anonymity",
    code: "R11",
    about: (
        "社外の専門家に渡す文書に残った、人・会社・製品の名前、連絡先、番号、地名。秘密を守るため、役割で呼びます。",
        "Names of people, companies, products and places, contact data and numbers left in a document for an outside adviser. Roles keep the secret.",
    ),
    audiences: &[Audience::Expert],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example {
            lang: Lang::Ja, text: "玖珠乃製菓の黒川氏から、担当を替えてほしいとの要望がありました。"
        },
        Example { lang: Lang::Ja, text: "連絡先はaizawa@toto-minamo.exampleです。" },
        Example { lang: Lang::Ja, text: "対象はＫＢ－２４０です。" },
        Example { lang: Lang::En, text: "Mr. Kurokawa of Kusuno asked for another representative." },
        Example { lang: Lang::En, text: "S. Kurokawa called from Sendai." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "A社の購買部長Pから、担当を替えてほしいとの要望がありました。"
        },
        Example {
            lang: Lang::Ja, text: "10月28日の電話の内容は、双方の認識が分かれています。"
        },
        Example { lang: Lang::En, text: "Company A's Head of Purchasing P asked for another representative." },
        Example { lang: Lang::En, text: "What was said in the call of 28 October is disputed." },
    ],
    check,
};

#[allow(clippy::unnecessary_wraps, reason = "the signature of every rule")]
fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let Some(identifiers) = context.withheld.identifiers() else { return Ok(Vec::new()) };
    let found = identifiers.find(&laid.text).into_iter().map(|identified| {
        // The message names the role and does not repeat the name: it may be handed to the model.
        let label = identified.label;
        Finding::error(
            RULE.id,
            identified.span,
            Message::new(
                "社外の専門家に、誰の事案かが分かる語です",
                "this tells an adviser from outside whose case it is",
            ),
        )
        .suggest(Message::new(format!("「{label}」と書いてください"), format!("write `{label}`")))
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::{Verdict, assert_verdicts, assert_verdicts_in};

    #[test]
    fn names_are_found_however_they_are_written() {
        let table: &[Verdict] = &[
            ("黒川様と三宅 麻衣様です。", &["黒川", "三宅 麻衣"]),
            ("くろかわさん、クロカワ氏、ｸﾛｶﾜ氏。", &["くろかわ", "クロカワ", "ｸﾛｶﾜ"]),
            ("KUROKAWAとSeiichi Kurokawa、S. Kurokawa。", &["KUROKAWA", "Seiichi Kurokawa", "S. Kurokawa"]),
            ("株式会社玖珠乃製菓（玖珠乃）、㈱玖珠乃製菓", &["株式会社玖珠乃製菓", "玖珠乃", "㈱玖珠乃製菓"]),
            ("東都ミナモ、ミナモ包装の仙台工場、若林区", &["東都ミナモ", "ミナモ", "仙台工場", "若林区"]),
            (
                "022-555-0142、内線2288、https://kusuno.example/a",
                &["022-555-0142", "内線2288", "https://kusuno.example/a"],
            ),
            ("基本契約2015-088、事案2026-S2-017、KB-240", &["2015-088", "2026-S2-017", "KB-240"]),
        ];
        assert_verdicts(&RULE, Audience::Expert, Lang::Ja, table);
        let table: &[Verdict] = &[
            ("Kurokawa's call to TAKASE and ryota takase.", &["Kurokawa", "TAKASE", "ryota takase"]),
            ("Kusuno, kusuno.example and Toto Minamo.", &["Kusuno", "kusuno.example", "Toto Minamo"]),
            ("The Sendai plant, Miyagi; a.b@kusuno.example", &["Sendai plant", "Miyagi", "a.b@kusuno.example"]),
        ];
        assert_verdicts(&RULE, Audience::Expert, Lang::En, table);
        let table: &[Verdict] = &[
            ("Ms. Marsh, Marsh's mail and Helen.", &["Marsh", "Marsh", "Helen"]),
            ("Larkfield, KI-118 and SO-2026-0713.", &["Larkfield", "KI-118", "SO-2026-0713"]),
        ];
        assert_verdicts_in("onboarding", &RULE, Audience::Expert, Lang::En, table);
    }

    #[test]
    fn words_and_roles_are_no_names() {
        let table: &[Verdict] = &[
            ("A社の購買部長P、当社の営業部長S、担当者B、上司（相談者）。", &[]),
            ("大森町と高瀬川、修正と恵まれた健康。", &[]),
            ("11月10日13時、12,000箱、480,000円、2026年11月24日。", &[]),
        ];
        assert_verdicts(&RULE, Audience::Expert, Lang::Ja, table);
        let table: &[Verdict] = &[
            ("Company A's Head of Purchasing P called rep B on 28 October.", &[]),
            ("The loss of 480,000 yen is not verified (2026-11-24).", &[]),
        ];
        assert_verdicts(&RULE, Audience::Expert, Lang::En, table);
        let table: &[Verdict] = &[("It was wet as a marsh in march, beyond our ken.", &[])];
        assert_verdicts_in("onboarding", &RULE, Audience::Expert, Lang::En, table);
    }
}
