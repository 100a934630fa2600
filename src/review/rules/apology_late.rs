//! R15: an apology that comes late, or that leaves open whether there is anything to apologise for.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "apology-late",
    code: "R15",
    about: (
        "最初の二文にお詫びがない、または条件つきのお詫び（ご不快に思われたのであれば）。お詫びと受け取られません。",
        "No apology in the first two sentences, or a conditional one (if you were upset, any inconvenience). It is not heard as an apology.",
    ),
    audiences: &[Audience::Client],
    kinds: &["client-apology-letter", "client-first-response"],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example {
            lang: Lang::Ja,
            text: "化粧箱の納入についてご連絡いたします。本件は11月10日に判明しました。誠に申し訳ございません。",
        },
        Example { lang: Lang::Ja, text: "ご不快に思われたのであれば、お詫び申し上げます。" },
        Example {
            lang: Lang::Ja, text: "お詫び申し上げます。もしご迷惑をおかけしていましたら、申し訳ございません。"
        },
        Example { lang: Lang::En, text: "Thank you for your call. We have looked into it. We are sorry." },
        Example { lang: Lang::En, text: "We apologise if you were upset." },
        Example { lang: Lang::En, text: "We are sorry for any inconvenience." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "ご返答を差し上げず、誠に申し訳ございません。11月27日にご報告いたします。"
        },
        Example {
            lang: Lang::Ja,
            text: "いつもお世話になっております。東都ミナモ包装株式会社の相沢でございます。\n\nご返答が遅れ、お詫び申し上げます。",
        },
        Example {
            lang: Lang::Ja, text: "お詫び申し上げます。ご不明な点がございましたら、お知らせください。"
        },
        Example { lang: Lang::En, text: "Dear Mr. Kurokawa,\n\nWe are sorry that our reply never came." },
        Example { lang: Lang::En, text: "We apologise for not replying. If you would like to meet, please tell us." },
        Example { lang: Lang::En, text: "You called on 28 October. We apologise for not replying." },
    ],
    check,
};

/// How many sentences of prose may stand before the apology is over.
const FIRST: usize = 2;

static APOLOGY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("お詫び|おわび|申し訳|謝罪(?:いたし|申し上げ|し)|陳謝"),
        Pattern::fixed(
            r"(?i)(?-u:\b)apolog[A-Za-z0-9_]+|(?-u:\b)(?:am|are|is|'m|’m|'re|’re|so|truly|very) (?:[A-Za-z0-9_]+ )?sorry(?-u:\b)|(?-u:\b)sorry (?:for|that|about|to)(?-u:\b)",
        ),
    ]
});

/// One greeting in front, and who is writing.
static GREETING: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "お世話になっており|お世話になります|(?:ご|お)(?:愛顧|引き?立て|高配)(?:を|に)|拝啓|謹啓|急啓|^[^。、は]{2,40}の[^。、は]{1,12}(?:でございます|と申します|です)。$|^[^。、は]{1,6}(?:でございます|と申します|です)。$",
        ),
        Pattern::fixed(
            r"(?i)^(?:dear(?-u:\b)|good (?:morning|afternoon)|my name is(?-u:\b)|I am the [A-Za-z0-9_]+|I am writing(?-u:\b))",
        ),
    ]
});

static CONDITIONAL: LazyLock<[Wording; 2]> = LazyLock::new(|| [ja_conditional(), en_conditional()]);

fn ja_conditional() -> Wording {
    let sorry = "(?:お詫び|おわび|申し訳|謝罪)";
    let wrong = [
        "ご不快(?:に|な|の|を)[^。、]{0,20}(?:なら|たら|れば|場合|かもしれ)".to_owned(),
        // お尋ねもしなかった has もし in it and no condition.
        format!("(?:もし(?:[^な。]|なに|なん)|万一|万が一|仮に)[^。]{{0,40}}{sorry}"),
        format!("(?:でしたら|ましたら|のであれば|であれば|たのなら|のでしたら|とすれば|としたら|とのことでしたら|場合(?:は|には|に)?)、?[^。、]{{0,15}}{sorry}"),
        "(?:ご迷惑|ご不便|ご心配|ご不快|ご負担)[^。、]{0,14}(?:かもしれ(?:ず|ません|ない)|可能性が)".to_owned(),
        "(?:お詫び(?:いたし|申し上げ|し)ます|申し訳(?:ございません|ありません|なく存じます|なく思います)|申し訳ない)(?:が|けれども|けれど|けど)".to_owned(),
    ];
    let fine = [
        // A wish to apologise in person, and the set phrase before a request.
        "(?:もし|でしたら|ましたら|であれば|場合(?:は|には|に)?)[^。]{0,40}お詫び(?:に|のため|の機会|のご挨拶|かたがた|を申し上げる?(?:に|機会|たく)|申し上げる機会|申し上げたく|の言葉)".to_owned(),
        format!("{sorry}[^。、]{{0,8}}が、?[^。]{{0,60}}(?:ください|くださいます|お願い|いただけ|賜り|幸い)"),
        // What would be proper, and is not done: 本来であれば直接お伺いしてお詫びすべきところ.
        "(?:本来|本来なら|通常|普通)(?:であれば|でしたら|なら(?:ば)?)[^。]{0,40}".to_owned(),
    ];
    // The harm itself is put under a condition.
    let harm = "(?:ご迷惑|ご不便|ご心配|ご不快|ご負担|不快|気(?:に|を)(?:障|悪|さわ)|失礼|無礼|行き違い|不手際|非礼|ご?期待(?:に|を)|至らな|不満|お感じ|感じ|思われ|傷つ|落ち度|誤解|ご?不興)";
    let cond = "(?:でしたら|ましたら|ましたなら|たなら|のであれば|であれば|たのなら|のでしたら|とすれば|としたら|とのことでしたら|場合(?:は|には|に)?|れば|ようでしたら|ことがあれば|なら(?:ば)?)";
    let sorry = "(?:お詫び|おわび|申し訳|謝罪|陳謝)";
    let wrong = [wrong.join("|"), format!("{harm}[^。]{{0,26}}{cond}、?[^。、]{{0,12}}{sorry}")];
    Wording::new(&wrong.join("|"), &fine.join("|"))
}

fn en_conditional() -> Wording {
    let wrong = [
        r"(?-u:\b)(?:sorry|apolog[A-Za-z0-9_]+|regret)(?-u:\b)[^.!?]{0,60}(?-u:\b)if (?:you|we|this|there|any|our|it|your|I|someone|something|anything|anyone)(?-u:\b)[^.!?,]{0,40}",
        r"(?-u:\b)if (?:you|we|our|this|there|any|your|it|I|something|anything)(?-u:\b)[^.!?]{0,60}(?-u:\b)(?:sorry|apolog[A-Za-z0-9_]+)(?-u:\b)",
        r"(?-u:\b)any (?:inconvenience|trouble|offen[cs]e|confusion|distress|upset|frustration|misunderstanding|problems?|difficult(?:y|ies)) (?:this|we|it|that|which|our|you|caused|may|might)(?-u:\b)",
        r"(?-u:\b)(?:sorry|apolog[A-Za-z0-9_]+) (?:for|about) any [A-Za-z0-9_]+",
        r"(?-u:\b)(?:we|it|this|that|delay|error) (?:may|might|could) (?:well )?have (?:caused|given|upset|offended|inconvenienced|been)(?-u:\b)[^.!?]{0,20}(?-u:\b)(?:inconvenience|trouble|upset|offen[cs]e|you)(?-u:\b)",
        r"(?-u:\b)(?:sorry|apologi[sz]e|apologies),? but(?-u:\b)",
        r"(?-u:\b)sorry (?:that )?you (?:feel|felt)(?-u:\b)|(?-u:\b)that you feel(?-u:\b)",
    ];
    let sorry = r"(?:sorry|apologi[sz]e[sd]?|apolog(?:y|ies)|regret)";
    let harm = r"(?:caused|upset|offend(?:ed)?|offence|offense|inconvenienced?|trouble[sd]?|problems?|disappoint(?:ed|ment)?|unhappy|hurt|expect(?:ed|ations)?|came across|fell short|felt|annoyed|distress(?:ed)?|wrong|extra work|let you down|seemed|appeared)";
    let wrong = [
        wrong.join("|"),
        format!(r"(?-u:\b)(?:if|should|in case|in the event(?: that)?|to the extent(?: that)?|where|insofar as|in so far as)(?-u:\b)[^.!?]{{0,60}}(?-u:\b){harm}(?-u:\b)[^.!?]{{0,50}}(?-u:\b){sorry}(?-u:\b)"),
        format!(r"(?-u:\b){sorry}(?-u:\b)[^.!?]{{0,40}}(?-u:\b)(?:if|in case|in the event|to the extent|insofar as|to (?:anyone|anybody|those|any) (?:[a-z]+ )?who)(?-u:\b)[^.!?]{{0,60}}(?-u:\b)(?:{harm}|so|may|might)(?-u:\b)"),
        r"(?-u:\b)sorry (?:that )?you (?:see|think|believe|regard|took|take|find|found|were|are|perceived?)(?-u:\b)[^.!?]{0,24}".to_owned(),
    ];
    let fine = [
        r"(?-u:\b)sorry (?:that )?you (?:were|are) (?:not (?:told|called|informed|given|answered)|kept|left|given|put|without)[^.!?]{0,24}",
        r"(?-u:\b)if you (?:would|wish|want|prefer|could|like|are willing|agree)(?-u:\b)[^.!?]{0,80}(?-u:\b)(?:sorry|apolog[A-Za-z0-9_]+)(?-u:\b)",
        r"(?-u:\b)(?:sorry|apolog[A-Za-z0-9_]+)(?-u:\b)[^.!?]{0,60}(?-u:\b)if you (?:would|wish|want|prefer|need|like|have|see)(?-u:\b)[^.!?,]{0,40}",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut found: Vec<Finding> = late(context, laid).into_iter().collect();
    let reading = Reading::of(&laid.text);
    found.extend(context.lang.of(&CONDITIONAL).find(&reading).into_iter().map(|(place, _)| {
        let message = Message::new("条件つきのお詫びです", "this apology is conditional");
        Finding::error(RULE.id, place, message).suggest(Message::new(
            "確認できた落ち度を挙げて、言い切ってお詫びしてください",
            "name the confirmed lapse and apologise for it without a condition",
        ))
    }));
    Ok(found)
}

/// The beginning, if it holds no apology.
fn late(context: &Context<'_>, laid: &Laid) -> Option<Finding> {
    if is_later_section(context, laid) {
        return None;
    }
    let lang = context.lang;
    let prose = |span: &Range<usize>| {
        laid.sections
            .iter()
            .any(|section| section.prose && section.span.start <= span.start && span.end <= section.span.end)
    };
    let text = |span: &Range<usize>| laid.text.get(span.clone()).unwrap_or_default();
    let greeting = lang.of(&GREETING);
    let mut body = sentences(&laid.text)
        .into_iter()
        .filter(|span| prose(span) && is_sentence(text(span), lang))
        .skip_while(|span| greeting.is_match(text(span)) && !lang.of(&APOLOGY).is_match(text(span)))
        .take(FIRST);
    let first = body.next()?;
    let mut last = first.clone();
    if lang.of(&APOLOGY).is_match(text(&first)) {
        return None;
    }
    for span in body {
        if lang.of(&APOLOGY).is_match(text(&span)) {
            return None;
        }
        last = span;
    }
    let message = Message::new("最初の二文にお詫びがありません", "the first two sentences hold no apology");
    let finding = Finding::error(RULE.id, first.start..last.end, message).suggest(Message::new(
        "何についてのお詫びかを挙げて、一文目からお詫びしてください",
        "begin with the apology and say what it is for",
    ));
    Some(finding)
}

/// Whether the text is one section by itself, and not the one the kind puts first.
fn is_later_section(context: &Context<'_>, laid: &Laid) -> bool {
    let [section] = laid.sections.as_slice() else { return false };
    let mut prose = context.kind.spec.section.iter().filter(|known| known.is_prose());
    let first = prose.next().is_some_and(|first| first.name == section.name);
    !first && prose.any(|known| known.name == section.name)
}

/// Whether this is a sentence of prose, not a line of the frame, a heading, an item of a list.
fn is_sentence(text: &str, lang: Lang) -> bool {
    let item = ["・", "- ", "* ", "•", "※"].into_iter().any(|mark| text.starts_with(mark));
    if item || text.contains('\t') {
        return false;
    }
    let ended =
        text.trim_end_matches(['」', '』', '）', ')', '"', '”']).ends_with(['。', '．', '.', '!', '?', '！', '？']);
    match lang {
        Lang::Ja => ended,
        // "Toto Minamo Packaging Co., Ltd." ends with a stop and is no sentence.
        Lang::En => {
            let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
            ended && (small >= 2 || lang.of(&APOLOGY).is_match(text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::kind::Laid;
    use crate::lang::Lang;
    use crate::review::tests::fixture::Bench;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                (
                    "2026年11月24日\n\n株式会社玖珠乃製菓\n購買部長　黒川 誠一 様\n\n謹啓\n\nこのたびは、誠に申し訳ございません。",
                    &[],
                ),
                ("平素は格別のお引き立てを賜り、厚く御礼申し上げます。\n本件につき、深くお詫び申し上げます。", &[]),
                (
                    "件名：【お詫び】納入の件\n\nいつもお世話になっております。相沢です。\nこのたびは、お返事を差し上げず、お詫び申し上げます。",
                    &[],
                ),
                ("10月28日にお電話を頂戴しました。ご返答を差し上げず、申し訳ございません。", &[]),
                ("お詫び申し上げます。お手数をおかけし申し訳ございませんが、ご都合をお聞かせください。", &[]),
                ("お詫び申し上げます。もしお時間を頂戴できましたら、直接お詫びに伺いたく存じます。", &[]),
                ("お詫び申し上げます。ご不明な点がございましたら、お知らせください。重ねてお詫び申し上げます。", &[]),
                ("お詫び申し上げます。納期に変更がある場合は、前日までにご連絡いたします。", &[]),
                ("お詫び申し上げます。ご不快の念をお与えしたことを、重く受け止めております。", &[]),
                (
                    "申し訳ございません。お気づきの点がございましたらお知らせくださいますとともに、今後の進め方をご相談したく存じます。",
                    &[],
                ),
                ("お詫びいたしますが、弊社にも事情がございました。", &["お詫びいたしますが"]),
                (
                    "お詫びいたします。ご迷惑をおかけしたとすれば、申し訳ございません。",
                    &["ご迷惑をおかけしたとすれば、申し訳"],
                ),
                (
                    "件名：【お詫び】納入の件\n\n納入の件でご連絡します。製品は届きました。",
                    &["納入の件でご連絡します。製品は届きました。"],
                ),
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
                (
                    "Kusuno Confectionery Co., Ltd.\n\nSubject: The delivery\n\nDear Mr. Kurokawa,\n\nYou called us on 28 October. I am sorry that nobody replied.",
                    &[],
                ),
                ("We apologise for our silence. If anything is unclear, please call me.", &[]),
                (
                    "We are sorry for the trouble. If you would like to meet, we would be glad to apologise in person.",
                    &[],
                ),
                ("We are truly sorry that our reply never came.", &[]),
                ("Please accept our apologies for not replying.", &[]),
                ("We apologise for the delay. Any change you ask for is confirmed in writing.", &[]),
                ("We apologise. We are checking whether anyone was refused leave because of it.", &[]),
                ("We apologise for the inconvenience that the missing cartons caused your plant.", &[]),
                ("I am writing about your call. We are sorry that we did not answer it.", &[]),
                ("We are sorry. Please tell us if you see this differently.", &[]),
                ("We apologise. We are sorry if our reply caused concern.", &["sorry if our reply caused concern"]),
                ("We are sorry, but the order said 12 November.", &["sorry, but"]),
                ("Thank you for your mail. We read it with care.", &["Thank you for your mail. We read it with care."]),
            ],
        );
    }

    #[test]
    fn only_the_first_section_must_apologise() {
        let bench = Bench::of("cartons", Audience::Client, Lang::Ja, "client-apology-letter");
        let judge = |name: &str| {
            let laid = Laid::section(name, "製品は11月12日にお届けしました。");
            (RULE.check)(&bench.context(), &laid).unwrap().len()
        };
        assert_eq!(judge("apology"), 1);
        assert_eq!(judge("closing"), 0);
    }
}
