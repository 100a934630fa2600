//! R07: words that accept liability in law.

use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "liability-admission",
    code: "R07",
    about: (
        "法的な責任を認める語（法的責任、債務不履行、過失、一切の責任など）。証拠となり、保険の扱いにも響きます。不手際を認めてお詫びすることは問題ありません。",
        "Words that accept liability in law (liable, negligence, breach of contract, all losses). They are evidence and may cost the insurance. Owning a lapse and apologising is fine.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "弊社が一切の責任を負います。" },
        Example { lang: Lang::Ja, text: "弊社の債務不履行でございます。" },
        Example { lang: Lang::Ja, text: "弊社の過失を認め、お詫び申し上げます。" },
        Example { lang: Lang::En, text: "We accept full liability for the delay." },
        Example { lang: Lang::En, text: "We were negligent in handling your call." },
        Example { lang: Lang::En, text: "We take responsibility for all losses." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "弊社の不手際を深くお詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "会社として責任を重く受け止めております。" },
        Example { lang: Lang::Ja, text: "責任者の相沢が直接承ります。" },
        Example { lang: Lang::En, text: "As a company we take responsibility for this." },
        Example { lang: Lang::En, text: "We apologise for failing to confirm your call." },
        Example { lang: Lang::En, text: "You expect someone who is responsible." },
    ],
    check,
};

static JA: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        "(?:法的|法律上)(?:な|の)?(?:責任|義務)|法的に責任",
        "債務不履行|契約不履行|不法行為|契約違反|義務違反|契約不適合|瑕疵|重?過失|帰責",
        "(?:責め?|責任)に帰(?:す|せ)",
        "(?:損害)?賠償(?:責任|義務|に応じ|を約束|をお約束)",
        "(?:一切|全て|すべて|全部|あらゆる)の責任|全責任|全面的(?:に|な)[^。、]{0,6}責任|無限責任",
        "責任(?:を|は|も|につきましては)?(?:一切|全て|すべて|全面的に|全部)?(?:負い|負う|負って|負担いた|負担し)",
        "責め(?:の一切)?を(?:一切|すべて|全て)?(?:負[いうっ])|(?:弁償|補償)(?:責任|義務)|(?:弊社|当社|私ども)に(?:すべての|全ての|一切の|重大な)?(?:過失|非)が(?:ある|あり|あっ|ござ)|債務を(?:負|認め|承認)",
        "(?:責任|非)は[^。、]{0,8}(?:弊社|当社)(?:に(?:あり|ござ|帰)|が負)|契約(?:上|に基づく)(?:の)?(?:義務|責任)",
        "違法(?:な|で|に)|(?:過失|非|契約違反|義務違反|違反)[^。、]{0,10}(?:を|と)認め|契約に(?:反し|違反|背)|(?:履行|義務)を(?:怠|果たさな)[^。、]{0,8}|(?:義務|契約|約定|規約)に(?:違反|反し)|賠償する(?:義務|責任)|(?:いかなる|一切の|生じた|全ての|すべての|あらゆる)[^。、]{0,6}(?:損害|損失|結果|費用)[^。、]{0,12}(?:責任|賠償|補償)[^。、]{0,8}|責任は(?:すべて|全て|全面的に|もっぱら|専ら)[^。、]{0,8}|責任を取らせて",
    ];
    let wrong = [
        wrong.join("|"),
        // Everything that may follow is taken on; nothing will be contested.
        "(?:結果|損害|損失|費用|帰結)(?:の(?:一切|すべて|全て|全部))?を(?:、)?(?:一切|すべて|全て|全面的に|残らず)?(?:お)?(?:引き受け|被り|かぶり|背負)".to_owned(),
        "(?:責任|責め|過失|非|落ち度|違反|不履行|義務|請求|訴え|提訴|裁判|法廷)[^。]{0,20}(?:争い(?:ません|は(?:いたし|し)ません)|争わ(?:ない|ず)|争う(?:つもり|意思|考え)は|異議を(?:申し|唱え)[^。]{0,4}(?:ません|ない)|抗弁し?(?:ません|ない|いたし))".to_owned(),
        "(?:法(?:律|令)?(?:に照らし|の上|上|に基づ)|契約に照らし|契約上)[^。]{0,18}(?:責任|責め|義務|非|落ち度|過ち|帰責)[^。]{0,14}(?:認め|ござ|あり|負|免れ|明らか)".to_owned(),
        "(?:責任|責め)(?:は|を)(?:免れ|逃れ|否め|否定し)(?:ない|ません|得|るもの)".to_owned(),
    ];
    let fine = [
        // Said of no such thing: 契約上の責任を認めるものではございません.
        "[^。、]{0,10}(?:責任|責め|義務|過失|不履行|違反|不法行為)[^。、]{0,4}(?:を|と|が|に)[^。、]{0,14}(?:もの|わけ|趣旨|意味|こと)で(?:は|も)(?:な|ござ|あり)",
        "責任を負う(?:者|立場|担当|部署|役職|べき立場)",
        "[安保健完]全責任",
        "(?:責任|義務|過失|瑕疵|債務不履行|契約違反|義務違反|不法行為|帰責性?)の(?:有無|所在)",
        // What the client says may be said back.
        "(?:法的|法律上)?(?:な|の)?(?:責任|義務|過失|瑕疵|債務不履行|契約違反|義務違反|不法行為)[^。、]{0,10}との(?:ご|お)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        r"(?-u:\b)liab(?:le|ility|ilities)(?-u:\b)",
        r"(?-u:\b)negligen(?:t|tly|ce)(?-u:\b)",
        r"(?-u:\b)at fault in law(?-u:\b)|(?-u:\b)fault in law(?-u:\b)",
        r"(?-u:\b)legal(?:ly)? (?:responsib[A-Za-z0-9_]+|obligat[A-Za-z0-9_]+|bound|accountable)(?-u:\b)",
        r"(?-u:\b)(?:breach(?:ed)?|violat(?:ed|ion)) (?:of )?(?:the |our |this |your )?(?:contract|agreement|duty|warranty|obligations?)(?-u:\b)|(?-u:\b)in breach(?-u:\b)|(?-u:\b)in default(?-u:\b)",
        r"(?-u:\b)(?:all|entire|sole|unlimited|total|complete) (?:the )?(?:responsibility|blame)(?-u:\b)|(?-u:\b)(?:fully|entirely|solely|wholly) (?:responsible|to blame|at fault)(?-u:\b)",
        r"(?-u:\b)(?:full |complete )?responsib(?:le|ility) for (?:all|any|every|the full|your|the resulting) (?:of )?(?:the |your )?(?:[A-Za-z0-9_]+ )?(?:loss|damage|cost|expense|consequence)[A-Za-z0-9_]*",
        r"(?-u:\b)indemnif[A-Za-z0-9_]+|(?-u:\b)hold you harmless(?-u:\b)",
        r"(?-u:\b)(?:admit|acknowledge|accept|concede) (?:our |the |full )?(?:fault|guilt|blame)(?-u:\b)",
        r"(?-u:\b)(?:entirely|wholly|solely) our fault(?-u:\b)|(?-u:\b)our fault (?:entirely|alone)(?-u:\b)",
        r"(?-u:\b)pay (?:you )?damages(?-u:\b)",
        r"(?-u:\b)(?:our|the) contractual (?:obligations?|dut(?:y|ies)|failure|breach|default)(?-u:\b)|(?-u:\b)(?:legally|contractually) (?:at fault|in the wrong|obliged|responsible)(?-u:\b)|(?-u:\b)make good (?:all|any|every) (?:[a-z]+ )?(?:loss(?:es)?|damages?)(?-u:\b)",
        r"(?-u:\b)(?:did not|failed to|have not) (?:perform|fulfil|honou?r|discharge) (?:the|our) (?:contract|agreement|obligations?|duties)(?-u:\b)|(?-u:\b)(?:violation|breach) of (?:[a-z]+ )?(?:contractual )?(?:dut(?:y|ies)|obligations?)(?-u:\b)|(?-u:\b)plead guilty(?-u:\b)|(?-u:\b)(?:owe|due) you (?:compensation|damages|restitution)(?-u:\b)|(?-u:\b)answerable for (?:all|any|every|the)(?-u:\b)|(?-u:\b)(?:obliged|bound|required) by law(?-u:\b)|(?-u:\b)our responsibility and ours alone(?-u:\b)|(?-u:\b)(?:by|through) our (?:own )?fault(?-u:\b)|(?-u:\b)accept the blame(?-u:\b)|(?-u:\b)our fault in law(?-u:\b)",
    ];
    let fine = [
        r"(?-u:\b)limited liability(?-u:\b)|(?-u:\b)liable[- ]to(?-u:\b)|(?-u:\b)liability insur[A-Za-z0-9_]+",
        r"(?-u:\b)(?:whether|if) [A-Za-z0-9_]+ (?:is|are|was|were) liable(?-u:\b)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// Common in English apologies, but wider than the lapse: the manager decides.
static EN_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| {
    Wording::new(
        r"(?-u:\b)full responsibility(?-u:\b)",
        r"(?-u:\b)full responsibility for (?:all|any|every|your|the (?:full|resulting))(?-u:\b)",
    )
});

static JA_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| Wording::new("責任を(?:認め|取り|とり)ます", ""));

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let (plain, doubtful) = context.lang.pick((&*JA, &*JA_DOUBTFUL), (&*EN, &*EN_DOUBTFUL));
    let finding = |(place, word): (std::ops::Range<usize>, String)| {
        let message = Message::new(
            format!("「{word}」は、法的な責任を認める語です"),
            format!("`{word}` accepts liability in law"),
        );
        Finding::error(RULE.id, place, message).suggest(Message::new(
            "落ち度を具体的に挙げ、「責任を重く受け止めております」と書いてください",
            "name the lapse and write `we take responsibility for this`",
        ))
    };
    let mut found: Vec<Finding> = plain.find(&reading).into_iter().map(finding).collect();
    found.extend(
        doubtful
            .find(&reading)
            .into_iter()
            .map(|hit| finding(hit).with_severity(Severity::Warn).with_confidence(Confidence::Medium)),
    );
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("会社として責任を受け止めております。", &[]),
                ("責任を痛感しております。", &[]),
                ("責任を持って進めてまいります。", &[]),
                ("確実なお返事と、責任ある者による対応をお求めと承知しております。", &[]),
                ("本件の責任を負う立場の者がお伺いします。", &[]),
                ("過失の有無は、現在確認しております。", &[]),
                ("契約違反であるとのご指摘を承りました。", &[]),
                ("安全責任者が立ち会います。", &[]),
                ("臨時便の費用は、弊社が負担いたします。", &[]),
                ("確認を怠り、深くお詫びいたします。", &[]),
                ("免責の条項はございません。", &[]),
                ("お叱りを重く受け止め、責めは私が引き受けてまいります。", &[]),
                ("生じた損失の責めを負います。", &["責めを負い"]),
                ("弊社が全責任を負います。", &["全責任"]),
                ("責任はすべて弊社にございます。", &["責任はすべて弊社にござ"]),
                ("損害賠償に応じます。", &["損害賠償に応じ"]),
                ("弊社の責めに帰すべき事由でございます。", &["責めに帰す"]),
            ],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("We take responsibility for this.", &[]),
                ("I am responsible for your account.", &[]),
                ("These are weaknesses in the way our company works.", &[]),
                ("We apologise for our mistake.", &[]),
                ("We will bear the cost of the charter truck, 38,500 yen.", &[]),
                ("Kanaelta is a limited liability company.", &[]),
                ("The default setting of the import was wrong.", &[]),
                ("There was no data breach.", &[]),
                ("We are checking whether we are liable.", &[]),
                ("We failed to confirm your call in writing.", &[]),
                ("The damaged cartons were replaced.", &[]),
                ("The contract names 12 November.", &[]),
                ("We did not meet our contractual obligations.", &["our contractual obligations"]),
                ("We are liable for it.", &["liable"]),
                ("This was a breach of contract.", &["breach of contract"]),
                ("We are fully responsible.", &["fully responsible"]),
                ("We accept responsibility for your losses.", &["responsibility for your losses"]),
                ("We take full responsibility.", &["full responsibility"]),
            ],
        );
    }
}
