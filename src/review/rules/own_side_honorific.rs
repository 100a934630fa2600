//! R18: an honorific for the own side.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::name_words::is_kanji;
use crate::review::people::{any_of, own};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope, made};
use crate::review::wording::Reading;

pub(in crate::review) const RULE: Rule = Rule {
    id: "own-side-honorific",
    code: "R18",
    about: (
        "お客様に対して、自社の者に敬称・役職の敬称や尊敬語を付けること。自分を高めることになります。",
        "An honorific for somebody of the own side in a document to the client. It raises oneself.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "相沢課長がお伺いします。" },
        Example { lang: Lang::Ja, text: "弊社の担当の高瀬さんがご説明します。" },
        Example { lang: Lang::Ja, text: "課長の相沢がおっしゃいました。" },
        Example { lang: Lang::Ja, text: "弊社社長がいらっしゃいます。" },
        Example { lang: Lang::En, text: "Aizawa-san will visit you." },
        Example { lang: Lang::En, text: "Our Mr. Aizawa-sama will call." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "課長の相沢が申しました。営業部長の大森も伺います。" },
        Example { lang: Lang::Ja, text: "弊社のお客様、弊社の取引先様にお知らせしました。" },
        Example { lang: Lang::Ja, text: "黒川様がおっしゃったとおりでございます。" },
        Example { lang: Lang::En, text: "Our manager, Ms. Aizawa, will visit you." },
        Example { lang: Lang::En, text: "Mr. Osamu Omori will join the call." },
    ],
    check,
};

/// Honorifics and titles used as such behind a name.
const BEHIND: &str = "様|さま|さん|氏|殿|先生|本部長|事業部長|部門長|所長|工場長|グループ長|班長|部長|課長|係長|主任|次長|室長|社長|専務|常務|会長|支店長|店長|マネージャー|リーダー";

/// The own company and its people without a name.
const OWN: &str = "弊社|当社|私ども|当方|自社";

/// Honorifics behind somebody of 弊社 whose name no case gives. A title alone (弊社部長の大森) is none.
static UNNAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?:{OWN})(?:の)?(?:[\p{{Han}}ァ-ヺー]{{0,10}}(?:部|課|室|係|担当|窓口)の)?(?P<place>(?P<name>[\p{{Han}}ァ-ヺー]{{1,8}})(?:様|さん|氏|殿))"
    ))
});

/// Whom 弊社 may speak of with 様: others.
const OTHERS: &[&str] = &[
    "客",
    "取引先",
    "得意先",
    "協力会社",
    "委託先",
    "仕入先",
    "関係者",
    "利用者",
    "皆",
    "各位",
    "顧客",
    "同",
    "多",
    "他社",
    "仕",
    "模",
    "異",
    "有",
];

/// Titles and names behind 弊社 without a case: 弊社の佐藤部長.
static TITLED: LazyLock<Pattern> = LazyLock::new(|| {
    let department = "営業|購買|品質|保証|管理|生産|人事|総務|製造|経理|企画|開発|技術|工場|事業|物流|情報|法務|広報|業務|担当|統括|第一|第二|第三|代表|取締|執行|専門|支援|運用|調達|販売|資材|財務";
    Pattern::fixed(&format!(
        r"(?:{OWN})の(?P<place>(?P<name>[\p{{Han}}]{{2,3}}?)(?:部長|課長|係長|主任|次長|社長|専務|常務))(?P<after>[^のであ]|$)|(?P<skip>{department})"
    ))
});

/// Respectful predicates as a sentence says them of its subject, not those before a noun (おっしゃるとおり).
const RESPECTFUL: &str = concat!(
    "(?:おっしゃ(?:い(?:ま[すし])|って(?:おり|い)|った(?:。|と|た|が、|ため|ので)|る(?:。|と、|には))",
    "|仰(?:い|って|った(?:。|と|が、))|いらっしゃ(?:いま[すし]|って|る(?:。|と|予定|ため)|った(?:。|と|ため))",
    "|なさ(?:いま[すし]|って|る(?:。|と|予定|ため)|った(?:。|と|ため))|ご覧にな(?:りま|って|る(?:。|予定)|った(?:。|と))",
    "|お(?:越し|見え|帰り|戻り|話し|考え|聞き|読み|出かけ|会い|気づき|調べ|待ち|決め|伝え|書き|作り|届け)にな(?:りま[すし]|って|る(?:。|予定|と)|った(?:。|と|ため))",
    "|ご[\\p{Han}]{2,4}にな(?:りま[すし]|って|る(?:。|予定|と)|った(?:。|と|ため))|ご[\\p{Han}]{2,4}なさ(?:いま|って|る|った)",
    "|お(?:伺い|参り|悔やみ|嘆き|悩み|怒り|詫び|察し|受け止め)にな(?:りま|って|る|った)|てい?らっしゃ(?:いま[すし]|って|る|った)|(?:いらっしゃる|お越しになる|おいでになる)予定|くださ(?:いました|った(?:。|と))|召し上が|お亡くなり|ご存じで)",
);

/// An own subject whose predicate is respectful, with nobody else between.
static RAISED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?:(?:{OWN})(?:の[^、。がはもを貴様]{{0,10}}|[\p{{Han}}]{{0,6}})(?:長|者|員|担当|営業|代表|役|スタッフ)|{OWN}|社長|弊社担当|(?:部門|部|課|係|チーム|工場)の者)(?P<between>(?:が|は|も|から|より)(?:[^。\n貴様御先客皆お]|貴[社院](?:へ|に|まで)){{0,24}}(?:お[^。\n貴様御先客皆]{{0,3}})??)(?P<place>{RESPECTFUL})"
    ))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let names = any_of(own(context.facts, context.withheld).iter(), context.lang);
    if !context.gives(Needs::Kind) && is_among_ourselves(reading.text(), names.as_deref())? {
        return Ok(Vec::new());
    }
    let places = match context.lang {
        Lang::Ja => japanese(&reading, names.as_deref())?,
        Lang::En => english(&reading, names.as_deref())?,
    };
    let mut found: Vec<Finding> = Vec::new();
    for (place, raised) in places {
        let span = reading.original(place);
        if found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
            continue;
        }
        let written = laid.text.get(span.clone()).unwrap_or_default();
        let message = if raised {
            Message::new(
                format!("「{written}」は自社の者を高める言い方です"),
                format!("`{written}` raises somebody of the own side"),
            )
        } else {
            Message::new(
                format!("「{written}」は自社の者への敬称です"),
                format!("`{written}` gives somebody of the own side an honorific"),
            )
        };
        let suggestion = if raised {
            Message::new("「申しました」「参ります」「いたしました」など、謙譲語で書いてください", "use humble forms")
        } else {
            Message::new(
                "敬称を付けず、役職は名前の前に置いてください（課長の相沢）",
                "write the name without it, the title in front: our manager, Ms. Aizawa",
            )
        };
        found.push(Finding::error(RULE.id, span, message).suggest(suggestion));
    }
    Ok(found)
}

/// Whether a text of no known kind is written to somebody of the own side: a letter to the client neither begins with
/// such a name nor speaks as one speaks in the house.
fn is_among_ourselves(text: &str, names: Option<&str>) -> Result<bool, RuleError> {
    static IN_THE_HOUSE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed("(?m)^[ \\t]*(?:社外秘|関係者外秘|部外秘|社内限り)|お疲れ(?:さま|様)(?:です|でございます)")
    });
    if IN_THE_HOUSE.is_match(text) {
        return Ok(true);
    }
    let Some(names) = names else { return Ok(false) };
    let addressee = made(
        RULE.id,
        &format!(
            r"^[ \t]*(?:(?i:dear|hi|hello) )?(?:(?:Mr|Ms|Mrs)\.? )?{names}[- ]?(?:(?i:san|sama)|{BEHIND})[ \t]*[,、:]?[ \t]*$"
        ),
    )?;
    // Behind a subject line at most.
    Ok(text.lines().filter(|line| !line.trim().is_empty()).take(3).any(|line| addressee.is_match(line)))
}

/// Whether what stands between an own subject and a respectful predicate shows that the client does it: the subject
/// belongs to a clause of its own (高瀬がお電話した際、…とおっしゃいました), or is where something comes from
/// (相沢からお送りした一覧をご覧になり).
fn is_of_another(between: &str) -> bool {
    // 高瀬が答えなかったとおっしゃいました: what the client says of ours.
    let told = ["たと", "ないと", "だと"].iter().any(|end| between.ends_with(end))
        && !between.contains('、')
        && between.chars().count() > 4;
    told || ["際", "とき", "ところ、", "折", "ので", "ため", "たら", "後に", "に対し"]
        .iter()
        .any(|word| between.contains(word))
        || (between.starts_with(['か', 'よ']) && between.contains(['を', 'お']))
}

/// Whether an own subject stands in what the client says or sees: in a quotation that the predicate is outside of, or
/// behind the client as the topic of the sentence (黒川様は、弊社が答えなかったとのご認識でいらっしゃいます).
fn is_told_by_client(reading: &Reading, subject: usize) -> bool {
    static TOPIC: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?:貴社|貴院|貴行|貴校|貴法人|御社|先方|お客様|皆様|方々|[\\p{Han}ァ-ヺー]{1,6} ?様)(?:側)?(?:では|には|におかれまして|からは|は|が|も|より|:)",
        )
    });
    let before = reading.text().get(..subject).unwrap_or_default();
    let sentence = before.rsplit(['。', '\n']).next().unwrap_or_default();
    reading.is_quoted(&(subject..subject + 1)) || TOPIC.is_match(sentence)
}

/// Places in the copy, and whether the predicate is what raises.
type Places = Vec<(Range<usize>, bool)>;

fn japanese(reading: &Reading, names: Option<&str>) -> Result<Places, RuleError> {
    let text = reading.text();
    let mut places: Places = Vec::new();
    if let Some(names) = names {
        let behind = made(RULE.id, &format!("{names} ?(?:{BEHIND})"))?;
        // 大森課長補佐 and 相沢主任技師 are titles all the same; 高瀬様式 is no name with an honorific.
        let word = |end: usize| text.get(end..).is_some_and(|rest| rest.starts_with(['式', '々', '子', '相']));
        let whole = |start: usize| {
            !text
                .get(..start)
                .unwrap_or_default()
                .ends_with(|c: char| is_kanji(c) && c != '弊' && !ends_title(text.get(..start).unwrap_or_default()))
        };
        places.extend(
            behind
                .find_iter(text)
                .filter(|found| !word(found.end()) && whole(found.start()))
                .map(|found| (found.range(), false)),
        );
        let subject = made(
            RULE.id,
            &format!(
                "{names}(?:さん|様|氏|{BEHIND})?(?P<between>(?:が|は|も|から|より)[^。\\n貴様御先客皆]{{0,24}}?)(?P<place>{RESPECTFUL})"
            ),
        )?;
        places.extend(
            subject
                .captures_iter(text)
                .filter(|found| !found.name("between").is_some_and(|between| is_of_another(between.as_str())))
                .filter(|found| found.get(0).is_some_and(|whole| !is_told_by_client(reading, whole.start())))
                .filter_map(|found| found.name("place"))
                .map(|place| (place.range(), true)),
        );
    }
    let other = |name: &str| OTHERS.iter().any(|word| name.ends_with(word));
    for found in UNNAMED.captures_iter(text) {
        let (Some(place), Some(name)) = (found.name("place"), found.name("name")) else { continue };
        let on = text.get(place.end()..).unwrap_or_default();
        let honoured = !place.as_str().ends_with('様') || !on.starts_with(['々', '式', '子', '相', '態']);
        if honoured && !other(name.as_str()) {
            places.push((place.range(), false));
        }
    }
    // The people of a case are known by name.
    for found in TITLED.captures_iter(text).filter(|_| names.is_none()) {
        if let Some(place) = found.name("place").filter(|place| !reading.is_quoted(&place.range())) {
            places.push((place.range(), false));
        }
    }
    // 社長 alone is the own one; that of 貴社 has somebody in front.
    let ours = |start: usize| {
        let before = text.get(..start).unwrap_or_default();
        !text.get(start..).is_some_and(|rest| rest.starts_with("社長"))
            || !before.ends_with(|c| is_kanji(c) || c == 'の')
    };
    places.extend(
        RAISED
            .captures_iter(text)
            .filter(|found| !found.name("between").is_some_and(|between| is_of_another(between.as_str())))
            .filter(|found| {
                found.get(0).is_none_or(|whole| ours(whole.start()) && !is_told_by_client(reading, whole.start()))
            })
            .filter_map(|found| found.name("place"))
            .map(|place| (place.range(), true)),
    );
    places.retain(|(place, _)| !reading.is_quoted(place));
    places.sort_by_key(|(place, _)| place.start);
    Ok(places)
}

/// Whether a title stands right before a name: 課長相沢.
fn ends_title(before: &str) -> bool {
    ["長", "任", "当", "社", "部", "課", "室", "係"].iter().any(|end| before.ends_with(end))
}

fn english(reading: &Reading, names: Option<&str>) -> Result<Places, RuleError> {
    static RESPECT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?i)(?-u:\b)our (?:esteemed|honou?rable|honou?red|respected|distinguished|venerable|revered|dear) (?:[a-z]+ ){0,2}(?:president|chair(?:man|woman)?|ceo|boss|manager|director|head|chief|rep(?:resentative)?|colleague|team|staff|lead|company|mr|ms)(?-u:\b)|(?-u:\b)our (?:Mr|Ms)\.? [A-Z][a-z]+[- ](?:san|sama)(?-u:\b)|(?-u:\b)his (?:honou?r|excellency)(?-u:\b)",
        )
    });
    let text = reading.text();
    let mut places: Places = RESPECT.find_iter(text).map(|found| (found.range(), false)).collect();
    if let Some(names) = names {
        let behind = made(
            RULE.id,
            &format!(r"(?i)(?:(?:mr|ms|mrs)\.? )?{names}[- ](?:sama|san|dono|sensei|kacho|bucho)(?-u:\b)"),
        )?;
        places.extend(behind.find_iter(text).map(|found| (found.range(), false)));
    }
    places.retain(|(place, _)| !reading.is_quoted(place));
    places.sort_by_key(|(place, _)| place.start);
    Ok(places)
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
    fn near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("営業第二課　課長　相沢 由紀子", &[]),
                ("弊社課長の相沢、営業部長の大森が伺います。", &[]),
                ("三宅様は「相沢課長に伝えた」とのご認識です。", &[]),
                ("弊社は、黒川様がおっしゃった点を重く受け止めております。", &[]),
                ("弊社から資料をお送りいたしますので、ご覧になってください。", &[]),
                ("弊社の様々な部門、弊社の仕様", &[]),
                ("弊社は、おっしゃるとおり確認を怠りました。", &[]),
                ("相沢由紀子課長が伺います。", &["相沢由紀子課長"]),
                ("大森部長にも申し伝えます。", &["大森部長"]),
                ("弊社の佐藤様がお届けします。", &["佐藤様"]),
                ("大森がお越しになります。", &["お越しになります"]),
                ("弊社社長がいらっしゃいます。", &["いらっしゃいます"]),
                ("貴社の社長がいらっしゃいます。", &[]),
                ("高瀬がお電話した際、そのようにおっしゃいました。", &[]),
                ("相沢からお送りした一覧をご覧になり、お電話をくださいました。", &[]),
                ("高瀬がそのようにおっしゃいました。", &["おっしゃいまし"]),
                ("貴社は「120個と伝え、弊社が承知した」とのご認識でいらっしゃいます。", &[]),
                ("三宅様は、弊社が先に納期を申し上げたとお感じになっていらっしゃいます。", &[]),
                ("高瀬が返答しなかったとおっしゃっています。", &[]),
                ("弊社が10日とお約束したとおっしゃいました。", &[]),
                ("弊社からの一覧をご覧になった際に、お気づきの点はございませんでしたか。", &[]),
                ("弊社の対応が不十分とお感じになったことと存じます。", &[]),
                ("社長の大森が、直接ご説明になります。", &["ご説明になります"]),
            ],
        );
    }

    #[test]
    fn a_text_of_no_known_kind_may_be_written_to_a_colleague() {
        let judge = |lang: Lang, text: &str| {
            let bench = Bench::of("cartons", Audience::Client, lang, "client-apology-letter");
            let context = bench.context().without_kind();
            (RULE.check)(&context, &Laid::plain(text)).unwrap().len()
        };
        assert_eq!(judge(Lang::En, "Subject: the field\n\nAizawa-san,\n\nYes, by 11 December."), 0);
        assert_eq!(judge(Lang::En, "Dear Mr. Kurokawa,\n\nAizawa-san will visit you."), 1);
        assert_eq!(judge(Lang::Ja, "相沢課長\n\nお疲れさまです。大森部長にもお伝えしました。"), 0);
        assert_eq!(judge(Lang::Ja, "黒川様\n\n相沢課長がお伺いします。"), 1);
    }
}
