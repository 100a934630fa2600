//! R03: the burden shifted to the client.

mod english;
mod japanese;

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::normalise::find_all;
use crate::facts::{Audience, ClientPerson, family_name};
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::frame::apart;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "client-blame",
    code: "R03",
    about: (
        "先方の確認不足・誤解・指示の不明確さなどを言い、負担を先方に移す文。お詫びを打ち消します。",
        "A sentence that shifts the burden to the client (your unclear request, you should have). It undoes the apology.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "貴社のご指示が不明確でございました。" },
        Example { lang: Lang::Ja, text: "事前にお伝えいただいていれば、対応できました。" },
        Example { lang: Lang::Ja, text: "貴社のご担当者様の確認不足もございました。" },
        Example {
            lang: Lang::Ja, text: "期日までにご連絡をいただけなかったため、登録できませんでした。"
        },
        Example { lang: Lang::En, text: "You should have confirmed the date in writing." },
        Example { lang: Lang::En, text: "Your unclear request led to the delay." },
        Example { lang: Lang::En, text: "There was a misunderstanding on your side." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "貴社のご指示を弊社が確認せず、申し訳ございません。" },
        Example { lang: Lang::Ja, text: "弊社から書面で確認すべきでございました。" },
        Example { lang: Lang::Ja, text: "貴社と弊社とで認識が異なる点がございます。" },
        Example { lang: Lang::En, text: "We received your request and did not confirm it in writing." },
        Example { lang: Lang::En, text: "We should have confirmed the date in writing." },
        Example { lang: Lang::En, text: "You and we remember the call of 28 October differently." },
    ],
    check,
};

/// The client as it is spoken of, without a person's name before 様.
const CLIENT: &str =
    "(?:貴社|貴院|貴行|貴校|貴法人|貴組合|貴店|貴部|貴課|御社|先方|お客様|皆様|[\\p{Han}\\p{Katakana}ー]{1,8}様)";

static JA: LazyLock<Wording> = LazyLock::new(|| {
    let said = "(?:ご連絡|ご返信|ご返答|ご回答|お返事|ご指示|ご説明|ご共有|お知らせ|ご指定|ご申告|お申し出|お伝え|ご確認|ご一報)";
    let order = "(?:ご指示|ご依頼|ご注文|ご発注|ご要望|ご意向|ご申告|ご指定)(?:の?内容|の仕方)?";
    let wrong = [
        // A fault of the client, directly: 貴社の確認不足.
        format!(
            "{CLIENT}(?:側|の側)?(?:の|が|は|における|にも)[^。、をにで弊当私]{{0,10}}(?:確認不足|認識不足|理解不足|連絡不足|説明不足|確認漏れ|連絡漏れ|伝達漏れ|ご?確認(?:が|に|にも)[^。、]{{0,4}}(?:不十分|足り|漏れ|不足))"
        ),
        format!(
            "{CLIENT}(?:側|の側)?(?:の|における)(?:ご)?(?:不備|ミス|手違い|落ち度|過失|責任|せい|誤り|不注意|怠慢|手落ち)"
        ),
        format!("{CLIENT}(?:側)?のご?(?:認識|理解|記憶|解釈|お考え)(?:に|が|の)(?:誤り|誤って|間違)"),
        format!("{CLIENT}(?:側)?にも(?:責任|落ち度|原因|非|問題|不備)"),
        format!("{CLIENT}(?:側|の側)の(?:問題|事情|原因|都合)|{CLIENT}のご?(?:都合|事情)(?:で|により|による|のため)"),
        format!(
            "{CLIENT}(?:側|の側)?(?:の|が|は|に)[^。、をで弊当私]{{0,10}}(?:ご?誤解|勘違い|思い違い|思い込み|早合点|認識違い|認識の誤り|ご記憶違い|記憶違い)"
        ),
        "ご?(?:誤解|勘違い|思い違い|混同)(?:され|なさ)(?:て|た|い)".to_owned(),
        // What the client ordered was at fault.
        format!(
            "{CLIENT}[^。、を弊当私]{{0,14}}(?:が|は|も)?(?:不明確|不明瞭|曖昧|あいまい|分かりにく|わかりにく|わかりづら|分かりづら)"
        ),
        format!(
            "{order}(?:が|は|も)[^。、弊当のを]{{0,8}}(?:不明確|不明瞭|曖昧|あいまい|不十分|分かりにく|わかりにく|わかりづら|分かりづら|二転三転|急で|急だ|突然|遅かった|矛盾|なく、|なかったた|ございませんでした|ありませんでした)"
        ),
        format!("{order}の(?:不明確|不明瞭|曖昧|あいまい)さ?"),
        // What the client did not tell us.
        format!(
            "{said}(?:を|も|は|が|して)?(?:いただけ(?:ず|ません|なかった|ておら|ていな|ていれ)|いただいて(?:いれば|おりません|いなかった|いない|おらず|おりましたら|いましたら)|頂けず|頂けなかった|頂いていれば|くださってい(?:れば|たら)|くださら(?:な|ず))"
        ),
        "(?:事前|早め|早く|早期|もっと|あらかじめ)[^。、]{0,14}(?:いただいて(?:いれば|いたら)|いただければ|いただけていれば|頂いていれば)[^。]{0,24}(?:でした|た(?:は|と|も)|ました|できた)".to_owned(),
        format!(
            "{CLIENT}(?:から|より)(?:は|の|も)?[^。、弊当私]{{0,12}}(?:ご?(?:連絡|返信|返答|回答|指示|説明|指定)|お返事|お知らせ)(?:が|は|も)(?:なく|なかった|ございませんでした|ありませんでした|遅|得られ)"
        ),
        "(?:していただく|なさる|いただく|くださる)べき(?:でした|だった|でござい|もの|では)".to_owned(),
        // Judgements about the client.
        format!("{CLIENT}[^。弊当私]{{0,20}}(?:おっしゃら(?:なかった|ず、|なく)|おっしゃっていただけ(?:ず|な)|お伝えにならな)"),
        "何かの(?:ご)?(?:誤解|勘違い|思い違い|間違い|記憶違い)".to_owned(),
        format!("{CLIENT}(?:から|より)(?:お送り|ご提出|ご提供|ご用意)?(?:いただいた|頂いた|頂戴した)[^。弊当私]{{0,16}}(?:似て|誤|不備|不明|間違|漏れ|紛らわし)[^。弊当私]{{0,8}}(?:ため|ので|ことから)"),
        "言いがかり|クレーマー|(?:過剰|過大|無理|不当|理不尽|一方的)なご?(?:要求|要望|主張|請求|お申し出)|感情的にな"
            .to_owned(),
    ];
    // After 弊社 the fault is ours, unless the client is named again.
    let ours = "(?:弊社|当社|私ども)(?:側)?(?:の|が|は|から|からの|より)[^。、貴様]{0,40}";
    // A day that was moved for somebody's convenience is nobody's fault.
    let moved = format!(
        "{CLIENT}のご?(?:都合|事情)(?:で|により|による|のため)[^。]{{0,20}}(?:面談|日程|訪問|打ち合わせ|会議|延期|改ま|改め|変更)"
    );
    Wording::new(&wrong.join("|"), &format!("{ours}|{moved}"))
});

/// Blame without a name: who misunderstood is left open, and the client reads itself into it.
static JA_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| {
    Wording::new(
        "誤解が(?:あった|ございました|おあり|あったよう|生じた|生じて)|行き違いがおあり",
        "(?:弊社|当社|私ども)[^。、]{0,20}誤解[^。、]{0,8}",
    )
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let you = r"(?:you|your (?:team|staff|side|company|office|plant|people|colleagues?|department|buyers?|[A-Za-z0-9_]+ (?:team|department|staff))|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+)";
    let said = "(?:tell|told|say|inform|confirm|mention|reply|respond|answer|specify|check|notify|let us|provide|explain|clarify|make|read|follow|object|acknowledge|ask us|give us|send us|raise)";
    let wrong = [
        format!(r"(?-u:\b){you} (?:should|ought to) have (?:[A-Za-z0-9_]+ )?[A-Za-z0-9_]+|(?-u:\b){you} (?:could|might) have (?:[A-Za-z0-9_]+ly )?(?:told|informed|confirmed|checked|asked|said|mentioned|noticed|let|called|contacted|raised|clarified|been clearer|warned|reminded)"),
        format!(r"(?-u:\b){you}(?: have| has| had)?(?: [A-Za-z0-9_]+ly)? (?:failed|neglected|forgot|forgotten|omitted|overlooked|misunderstood|misread|misinterpreted|miscommunicated|misinformed|misremember[A-Za-z0-9_]*)(?-u:\b)"),
        format!(r"(?-u:\b){you} (?:did not|didn't|do not|don't|had not|hadn't|have not|haven't|does not|never) (?:[A-Za-z0-9_]+ly )?{said}(?:ed|d)?(?-u:\b)"),
        r"(?-u:\b)your (?:[A-Za-z0-9_]+ )?(?:unclear|vague|ambiguous|confusing|contradictory|careless|unreasonable|excessive|mistaken|late|incorrect|insufficient|last-minute|imprecise|sudden)(?-u:\b)".to_owned(),
        r"(?-u:\b)your (?:[A-Za-z0-9_]+ )?(?:instructions?|requests?|orders?|messages?|e-?mails?|mails?|calls?|explanations?|specifications?|wording) (?:was|were|is|are|had been|being) (?:not (?:very |quite |entirely )?(?:clear|specific|precise|explicit|complete)|(?:very |too |rather |somewhat )?(?:unclear|vague|ambiguous|confusing|late|incomplete|incorrect|contradictory|imprecise|wrong|unreasonable))(?-u:\b)|(?-u:\b)your (?:[A-Za-z0-9_]+ )?(?:instructions?|requests?|orders?|messages?|e-?mails?|mails?|explanations?|specifications?) (?:lacked|left out|omitted|contradicted)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:mistakes?|errors?|misunderstandings?|confusion|oversights?|fault|problems?|failures?|delays?|miscommunication|blame)(?: [A-Za-z0-9_]+){0,2} (?:on|at|from|by|with) (?:your|the client's|the customer's) (?:side|part|end|team|staff)(?-u:\b)".to_owned(),
        r"(?-u:\b)your (?:own )?(?:mistakes?|errors?|fault|misunderstandings?|confusion|negligence|oversights?|failures?|carelessness|omissions?|delays?)(?-u:\b)".to_owned(),
        r"(?-u:\b)if (?:only )?(?:you|your [A-Za-z0-9_]+) had (?:only )?(?:told|said|informed|confirmed|let|made|given|asked|replied|checked|contacted|notified|been clearer|mentioned|responded)(?-u:\b)".to_owned(),
        r"(?-u:\b)had (?:you|your [A-Za-z0-9_]+) (?:told|said|informed|confirmed|let|made|given|asked|replied|checked|contacted|notified|been clearer|mentioned|responded)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:you|your [A-Za-z0-9_]+) (?:is|are|was|were) (?:also |partly |entirely )?(?:mistaken|wrong about|confused|unclear|at fault|to blame|unreasonable|too demanding|unaware)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:received|had|got|heard) (?:no (?:[A-Za-z0-9_]+ )?(?:reply|response|answer|confirmation|feedback|word|objections?)|nothing(?: [A-Za-z0-9_]+)?) from (?:you|your)(?-u:\b)".to_owned(),
        format!(r"(?-u:\b){you} had (?:only )?(?:put|written|said|called|raised|objected) (?:it|this|that|the [a-z]+|so|us|something)(?: [a-z]+){{0,4}}, (?:we|this|it|nothing|none)(?-u:\b)|(?-u:\b)if {you} had (?:only )?(?:put|written|sent|said|called|raised|objected|noticed|read)(?-u:\b)"),
        format!(r"(?-u:\b)(?:(?:we|I) (?:had|would have) expected|relied on|counted on|(?:we|I) (?:had )?assumed(?: that)?) {you} (?:to|would|had)(?-u:\b)"),
        r"(?-u:\b)(?:mentioned|told|said|raised|passed on)(?: to us)? only (?:in passing|by (?:tele)?phone|verbally|orally|once)(?-u:\b)|(?-u:\b)we (?:were (?:not|never)|had (?:not|never) been) (?:told|informed|made aware|warned|notified|advised)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:because|since|as) you (?:changed|were late|never|failed|did not|didn't|had not)(?-u:\b)".to_owned(),
    ];
    let fine = [
        r"(?-u:\b)you should have (?:already )?(?:received|had|been|heard|got|a|an|the|our)(?-u:\b)(?: [A-Za-z0-9_]+){0,2}".to_owned(),
        r"(?-u:\b)(?:nothing|none|no part)(?: [a-z]+){0,4} (?:was|is|were) (?:[a-z]+ )?your (?:own )?fault(?-u:\b)|(?-u:\b)(?:not|no|nor) (?:[A-Za-z0-9_]+ )?your (?:own )?fault(?-u:\b)|(?-u:\b)no fault of yours(?-u:\b)|(?-u:\b)through no fault of your own(?-u:\b)"
            .to_owned(),
        r"(?-u:\b)(?:correct|corrected|fix|fixed|find|found|report|reported|tell us of|point out) your errors?(?-u:\b)".to_owned(),
        r"(?-u:\b)if you do not (?:[A-Za-z0-9_]+)".to_owned(),
        r"(?-u:\b)[A-Za-z0-9_]+(?: [A-Za-z0-9_]+){0,2} on your side of(?-u:\b)".to_owned(),
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

static EN_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| {
    Wording::new(
        r"(?-u:\b)(?:there (?:was|may have been|has been|seems to have been) (?:a |some )?(?:misunderstanding|miscommunication))(?-u:\b)",
        "",
    )
});

/// What a client's name must not be the subject of.
static EN_NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = r"^(?:['’]s (?:[A-Za-z0-9_]+ ){0,2}[A-Za-z0-9_]+)? (?:should have|ought to have|failed|neglected|forgot|misunderstood|misread|overlooked|never (?:told|said|confirmed|replied|acknowledged|answered|objected|asked)|(?:did|had) not (?:tell|told|say|said|inform|confirm|reply|replied|respond|answer|check|notify|acknowledge|specify|object|raise|make|read)(?:ed|d)?)";
    Pattern::fixed(pattern)
});

/// What stands before the client's name where something left undone there is the condition of the harm.
static EN_UNDONE_AT: LazyLock<Pattern> = LazyLock::new(|| {
    let seen = "(?:read|checked|looked|examined|studied|opened|answered|confirmed|acknowledged|noticed|seen|raised|questioned|forwarded|shared|told|approved|signed|corrected|prepared|spotted|caught|found|pointed out)";
    let thing = "(?:the|these|this|that|those|our|a|an|any|they|it)(?-u:\\b)";
    Pattern::fixed(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:",
            r"(?:had {thing}[^.;!?,]{{0,50}} been|if {thing}[^.;!?,]{{0,50}} had been) (?:[a-z]+ly )?{seen}(?: [a-z]+){{0,3}} (?:at|by|in|on)",
            r"|(?:could|might|should) (?:[a-z]+ )?have been {seen}(?: earlier| sooner| already| too)? (?:at|by|in)",
            r"|had (?:somebody|someone|anybody|anyone|one person) (?:at|from|in)",
            r"|(?:did not|never) (?:[a-z]+ ){{0,2}}(?:receive|received|get|got|hear|heard) (?:[a-z]+ ){{0,3}}from",
            r"|without (?:a |an |any )?(?:word|objection|answer|reply|comment|confirmation) (?:from|by)",
            r"|(?:mistakes?|errors?|fault|misunderstanding|confusion|oversight|delay) (?:on the part of|by)) $",
        ),
        thing = thing,
        seen = seen
    ))
});

/// Bytes before a name in which such a condition is looked for.
const BEFORE: usize = 160;
/// Bytes before a pronoun in which the person it stands for is looked for.
const NAMED_BEFORE: usize = 400;

/// Somebody with a title, who may be of the own side.
static TITLED: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"^(?:Mr|Ms|Mrs|Dr)\.?\s+([A-Z][a-z]+)"));

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let (plain, doubtful) = context.lang.pick((&*JA, &*JA_DOUBTFUL), (&*EN, &*EN_DOUBTFUL));
    let mut found: Vec<Finding> = plain
        .find(&reading)
        .into_iter()
        .filter(|(_, word)| !is_own(context, word) && !japanese::is_not_theirs(word))
        .filter(|(place, _)| !japanese::is_disclaimed(laid.text.get(place.end..).unwrap_or_default()))
        .map(|(place, _)| finding(place))
        .collect();
    if context.lang == Lang::En {
        found.extend(named(context, &reading));
    }
    let places = if context.lang == Lang::Ja { japanese::places(&reading) } else { english::places(&reading) };
    for place in apart(places) {
        let words = reading.text().get(place.clone()).unwrap_or_default();
        let own = is_own(context, words);
        let span = reading.original(place);
        if !own && !found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
            found.push(finding(span));
        }
    }
    found.extend(
        doubtful
            .find(&reading)
            .into_iter()
            .map(|(place, _)| finding(place).with_severity(Severity::Warn).with_confidence(Confidence::Medium)),
    );
    // What the client's account has somebody say of the client is the client's.
    let versions = context.facts.timeline.iter().filter_map(|event| event.client_version.as_ref());
    let versions = versions.map(|version| version.shown()).filter(|version| !version.is_empty());
    let told: Vec<Range<usize>> = versions.flat_map(|version| find_all(&laid.text, version)).collect();
    found
        .retain(|finding| !told.iter().any(|place| place.start <= finding.span.start && finding.span.end <= place.end));
    Ok(found)
}

/// The client's organisation by its name, as the one at fault.
fn named(context: &Context<'_>, reading: &Reading) -> Vec<Finding> {
    let text = reading.text();
    let client = &context.facts.client;
    let names = client.also.iter().map(String::as_str).chain([client.name.shown()]).filter(|name| !name.is_empty());
    let places = names.flat_map(|name| text.match_indices(name)).filter_map(|(at, name)| {
        if let Some(fault) = EN_NAMED.find(text.get(at + name.len()..)?) {
            return Some(at..at + name.len() + fault.end());
        }
        let from = text.ceil_char_boundary(at.saturating_sub(BEFORE));
        let undone = EN_UNDONE_AT.find(text.get(from..at)?)?;
        Some(from + undone.start()..at + name.len())
    });
    let places =
        places.chain(english::omissions(reading).into_iter().filter(|place| is_of_client(context, text, place)));
    places.filter(|place| !reading.is_quoted(place)).map(|place| finding(reading.original(place))).collect()
}

/// Whether the person last named before a pronoun, in its paragraph, is the client's.
fn is_of_client(context: &Context<'_>, text: &str, pronoun: &Range<usize>) -> bool {
    let from = text.ceil_char_boundary(pronoun.start.saturating_sub(NAMED_BEFORE));
    let before = text.get(from..pronoun.start).unwrap_or_default();
    let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
    let last = ["Mr", "Ms", "Mrs", "Dr"].iter().filter_map(|title| paragraph.rfind(title)).max();
    let name = last.and_then(|at| TITLED.captures(paragraph.get(at..)?)?.get(1).map(|name| name.as_str().to_owned()));
    let Some(name) = name else { return false };
    let client = |person: &ClientPerson| family_name(person.name.shown(), context.lang) == name;
    context.facts.client_people.iter().any(client)
}

/// Whether the words are about a person of the own side, whose title English keeps.
fn is_own(context: &Context<'_>, words: &str) -> bool {
    let name = TITLED.captures(words).and_then(|found| Some(found.get(1)?.as_str()));
    name.is_some_and(|name| {
        context.facts.own_people.iter().any(|person| family_name(person.name.shown(), context.lang) == name)
    })
}

fn finding(place: Range<usize>) -> Finding {
    let message = Message::new("負担を先方に移す文です", "this shifts the burden to the client");
    Finding::error(RULE.id, place, message).suggest(Message::new(
        "弊社がすべきであったことを、弊社を主語にして書いてください",
        "say what we should have done, with `we` as the subject",
    ))
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
                ("貴社のご依頼を弊社が誤解し、登録しておりませんでした。", &[]),
                ("貴社への書面でのご連絡がなかったことを、お詫びいたします。", &[]),
                ("弊社からのご返答がなく、ご心配をおかけしました。", &[]),
                ("弊社の説明が不十分で、誤解を招きました。", &[]),
                ("三宅様には、ご事情を先に伺うべきでございました。", &[]),
                ("3名の方が休暇を取得いただけなかったと伺っております。", &[]),
                ("貴社の業務に支障をきたしたことを、お詫びいたします。", &[]),
                ("ご注文が社内で登録されておりませんでした。", &[]),
                ("ご依頼の確認が不十分でございました。", &[]),
                ("貴社のご都合をお聞かせください。", &[]),
                ("本来、弊社からご確認いただくべき資料をお送りするところでした。", &[]),
                ("ご不明な点がございましたら、お知らせください。", &[]),
                ("ご連絡をいただければ、すぐにお伺いいたします。", &[]),
                ("貴社と弊社とで、認識の相違がございます。", &[]),
                ("貴社のご指示が不明確でしたため、弊社で確認できませんでした。", &["貴社のご指示が不明確"]),
                ("黒川様のご指示が曖昧でした。", &["黒川様のご指示が曖昧"]),
                ("お客様が誤解なさっていたようです。", &["お客様が誤解"]),
                ("貴社にも責任がございます。", &["貴社にも責任"]),
                (
                    "もう少し早くご連絡いただいていれば、間に合いました。",
                    &["早くご連絡いただいていれば、間に合いました"],
                ),
                ("貴社からご返信がなく、進められませんでした。", &["貴社からご返信がなく"]),
                ("一方的なご要求と考えております。", &["一方的なご要求"]),
                ("お送りした議事録にご返信を頂いた記録はございません。", &[]),
                ("ご返答を差し上げなかったことが、ご不信を招いた原因でございます。", &[]),
                ("書面でのご確認をお願いしていれば、防げたことでございました。", &[]),
                ("弊社の点検が十分であれば、貴社にお気づきいただく前に防げました。", &[]),
                ("ご異議がなければ、この内容で進めます。", &[]),
                ("双方の認識に違いがございます。", &[]),
                (
                    "議事録にご返信がなかったことも、範囲が決まらなかった一因でございます。",
                    &["議事録にご返信がなかったことも、範囲が決まらなかった一因"],
                ),
                (
                    "席に着いていただけないままでは、直せるものも直せません。",
                    &["席に着いていただけないままでは、直せるものも直せませ"],
                ),
                ("ご異議がございませんでしたので、そのまま進めました。", &["ご異議がございませんでしたので"]),
                (
                    "警備の方に到着が伝わっていれば、遅れませんでした。",
                    &["警備の方に到着が伝わっていれば、遅れませんでした"],
                ),
                ("弊社からのご連絡が早ければ、防げたことでございました。", &[]),
                ("ご連絡がもう少し早ければ、間に合いました。", &["ご連絡がもう少し早ければ、間に合いました"]),
                ("双方に落ち度があったものと存じます。", &["双方に落ち度"]),
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
                ("Your request of 28 October was not registered in our system.", &[]),
                ("You should have received our reply by 30 October.", &[]),
                ("This was not your fault.", &[]),
                ("If you had further questions, we would be glad to answer them.", &[]),
                ("You told us that your packing line stood still.", &[]),
                ("Your team had to find this before we did.", &[]),
                ("We misunderstood your request.", &[]),
                ("Ms. Aizawa did not reply in time.", &[]),
                ("We are sorry that you did not receive our answer.", &[]),
                ("If you see anything here differently, please tell us.", &[]),
                ("You were refused leave through no fault of your own.", &[]),
                ("We did not ask you to confirm our minutes.", &[]),
                ("You did not confirm our minutes.", &["You did not confirm"]),
                ("Ms. Miyake failed to tell us.", &["Ms. Miyake failed"]),
                ("Your instructions were not clear.", &["Your instructions were not clear"]),
                ("Had you told us earlier, we could have helped.", &["Had you told"]),
                ("We received no reply from you.", &["received no reply from you"]),
                ("Kusuno should have confirmed the change.", &["Kusuno should have"]),
                ("Kusuno should be told first.", &[]),
                ("You misunderstood our offer.", &["You misunderstood"]),
                ("There was a misunderstanding.", &["There was a misunderstanding"]),
                ("Mr. Kurokawa called Ms. Aizawa. She did not confirm the call, and we are sorry.", &[]),
                ("Ms. Miyake called us. She should have been heard first.", &[]),
                ("Mr. Kurokawa called us. He asked about the date.", &[]),
                ("Mr. Kurokawa called us. He did not make it clear.", &["He did not make"]),
                ("Had your order been entered, this would not have happened.", &[]),
                ("The decision lies with you.", &[]),
                ("Had the order been entered in our system, Kusuno would have had its cartons.", &[]),
                (
                    "Had the minutes been read at Kusuno, it would have come up.",
                    &["Had the minutes been read at Kusuno"],
                ),
                ("Without a word from you we will not change anything.", &[]),
                ("Without an answer from you we could not plan.", &["Without an answer from you we could"]),
                ("We have not yet received a breakdown, and we ask you for it.", &[]),
                ("Our check should have found this before it reached your plant.", &[]),
                ("If your gate had been told, we would have been on time.", &["If your gate had been told, we would"]),
                ("Both sides should have asked.", &["Both sides should have"]),
                ("Both sides remember the call differently.", &[]),
            ],
        );
    }
}
