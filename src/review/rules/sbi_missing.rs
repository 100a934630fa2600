//! R13: criticism of the rep without the scene, the act or the effect.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::facts::normalise::{Value, mentions};
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "sbi-missing",
    code: "R13",
    about: (
        "場面・行動・影響のない評価（電話対応が悪い）。何を改めればよいか、本人に伝わりません。",
        "Criticism without the scene, the act and its effect (poor phone manner). It tells the rep nothing to act on.",
    ),
    audiences: &[Audience::Rep],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "電話対応が悪いと感じています。" },
        Example { lang: Lang::Ja, text: "報告が遅いので、もっと主体的に動いてください。" },
        Example { lang: Lang::En, text: "Your phone manner is poor." },
        Example { lang: Lang::En, text: "You need to communicate better with the client." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "11月10日のお電話で納期を先に主張し、先方は軽視されたと受け取りました。電話の受け方が十分ではなかった場面です。",
        },
        Example { lang: Lang::Ja, text: "2025年7月の提案は、対応が早く丁寧でした。" },
        Example { lang: Lang::En, text: "On 10 November you argued the date first; they felt dismissed." },
        Example { lang: Lang::En, text: "Your reports in July were clear and quick." },
    ],
    check,
};

/// A judgement of how the rep works.
static JUDGED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    let work = "(?:(?:お客様|先方|客先|取引先)との(?:電話|やり取り|やりとり|話)|(?:電話|顧客|客先|お客様(?:へ)?の|先方(?:へ)?の|メール|クレーム|日頃の|普段の|全体的な|仕事の|業務の|社内の)?(?:対応|応対|態度|姿勢|報告|連絡|相談|報連相|確認|説明|返信|返答|返事|接し方|振る?舞い|ふるまい|言葉遣い|言い方|話し方|聞き方|受け答え|段取り|進め方|仕事ぶり|気配り|配慮|準備|傾聴|コミュニケーション|管理|スピード|詰め|フォロー|交渉|提案|動き|働き|取り組み|納期管理|文面|書き方|マナー))";
    [
        Pattern::fixed(&[
            format!("{work}(?:の?(?:仕方|やり方|質|面|力))?(?:が|は|に|も)(?:は|も)?、?[^。、\n]{{0,12}}?(?:悪(?:い|かっ|く)|不十分|十分(?:で|と)は?(?:な|あり|言え)|足り(?:な|て|ま|ず)|不足し|雑(?:で|だ|に)|遅(?:い|く|かっ|れが|すぎ|め)|甘(?:い|か|く)|良くな|よくな|よくあり|良くあり|できて(?:い|お)(?:な|ま|ら)|まず(?:い|か)|物足りな|気になる|引っかか|疑問が|問題が|課題が|欠け|不適切|いい加減|お粗末|弱(?:い|か|く)|冷た|素っ気|失礼|受け身|後手|物足り|難が|ばらつ|低(?:い|か)|改善が必要|改善の余地|難があ|分かりにく|わかりにく|伝わりにく|まだまだ|今一つ|いま一つ|いまいち|もう一歩)"),
            format!("{work}(?:が|を|に)?(?:もっと|より|もう少し|さらに|きちんと|しっかり)[^。、\n]{{0,16}}?(?:して(?:ください|ほしい|もら|いただ)|する(?:必要|べき|ように)|べきで|しましょう|求め|期待)"),
            "(?:気配り|心配り|目配り|配慮|注意|目)が[^。、\n]{0,8}(?:行き届い?て?(?:い|お)?(?:な|ま)|届い?て(?:い|お)(?:な|ま))|(?:甘さ|弱さ|粗さ|雑さ|緩み|詰めの甘さ|軽さ|物足りなさ)(?:が|も|を)[^。、\n]{0,6}(?:あり|ある|目立|見え|見られ|感じ|残)|(?:もう少し|もっと|いま少し)[^。、\n]{0,6}(?:重み|厚み|深み|幅|安心感|落ち着き|粘り|工夫)(?:が|を)[^。、\n]{0,6}(?:ほしい|欲しい|出し|持っ|必要)".to_owned(),
            "(?:もっと|もう少し|さらに|今後は|これからは|日頃から|常に)[^。、\n]{0,6}?(?:主体的|積極的|丁寧|しっかり|きちんと|早め|相手の立場|お客様の立場|誠実|真剣|責任|柔軟|周り|気を|自覚|細か|注意|意識|緊張|先回り|早く|自分で|考え)[^。\n]{0,16}?(?:ください|ほしい|必要が|べき|ましょう|求め|期待し|課題)".to_owned(),
            "(?:全体的|全般的|総じて|どうも|なんとなく|何となく)[^。\n]{0,20}?(?:足り|物足り|不足|悪|弱|欠け|甘|雑|遅|問題|課題|不十分|印象)".to_owned(),
        ].join("|")),
        Pattern::fixed(&[
            r"(?i)(?-u:\b)(?:your|the rep's|his|her|[a-z]+'s) (?:[a-z]+ ){0,3}(?:way of [a-z]+|manner of [a-z]+|manner|manners|communication|follow-?up|handling|response|responses|reporting|attitude|tone|work|performance|style|organi[sz]ation|preparation|listening|checking|checks|replies|conduct|approach|behaviou?r|client care|service|documentation|planning|e-?mails|updates)(?: [a-z]+\.?){0,5}? (?:is|are|was|were|has been|have been|needs?|leaves?|could|should|must|lacks?|lacked|seems?|remains?|falls?|fell)(?: [a-z]+){0,3}? (?:poor|bad|weak|slow|lacking|inadequate|unsatisfactory|insufficient|sloppy|not (?:good|good enough|acceptable|adequate|up to)|(?:much|a lot|a great deal|something|a little) to be desired|to (?:improve|be improved|be better|get better)|be (?:better|improved|clearer|quicker|faster|more [a-z]+)|improve(?:ment|d)?|work|short|below|disappointing|too (?:slow|late|vague|short|curt)|curt|vague|substandard|careless|attention|structure|warmth|clarity|urgency)(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:(?:has|have|leaves?|shows?|with) (?:some |much |a lot of |plenty of |considerable )?room for improvement|(?:is|are) (?:simply |just |still |plainly )?not where (?:it|they) should be|your (?:whole |entire |overall |general )?(?:manner|approach|conduct|style|way)(?: [a-z]+){0,4} (?:has|have|needs?|ought) to (?:become|be|get) (?:much |far |a lot )?(?:more [a-z]+|better|sharper|clearer|firmer))(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:(?:poor|bad|weak|inadequate|unsatisfactory|slow|insufficient|sloppy) (?:[a-z]+ )?(?:phone manner|manners?|communication|follow-?up|handling|response|reporting|attitude|tone|performance|listening|preparation|client care|service|work))(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:you (?:come|came|sound) across as [a-z]+|you (?:do not|don't|did not) (?:communicate|listen|explain|prepare|follow up|plan|write) (?:well|enough|clearly|properly)|you sound (?:curt|cold|rude|bored|impatient))(?-u:\b)|(?-u:\b)(?i:your (?:[a-z]+ ){0,2}(?:explanations|reports|e-?mails|replies|answers|calls|notes|minutes|presentations|messages) (?:[a-z]+ )?(?:are|sound|come|seem|read)(?: [a-z]+){0,2} (?:late|hard to follow|unclear|short|curt|confusing|cold|vague|sloppy|too long))(?-u:\b)|(?-u:\b)(?i:you (?:need|have|ought) to think more)(?-u:\b)|(?-u:\b)(?i:you (?:really |simply |generally |often |also |just )?(?:need|have|ought) to (?:be|become|get|communicate|listen|respond|work|improve|show|do|pay|try|follow up|handle|take)(?: [a-z]+){0,4}? ?(?:better|more|faster|quicker|harder|proactive|careful|attentive|professional|clearer|improved|ownership|responsibility|initiative|attention|reliable|organi[sz]ed))(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:you (?:should|could|must) (?:be|have been|do|have done|communicate|respond|listen|handle|try)(?: [a-z]+){0,3}? ?(?:better|more (?:proactive|careful|attentive|professional|responsive|polite|organi[sz]ed)|faster|quicker|harder|clearer))(?-u:\b)|(?-u:\b)(?i:you (?:handled|communicated|dealt with|managed)(?: [a-z]+){0,4} (?:badly|poorly|too slowly))(?-u:\b)|(?-u:\b)(?i:(?:there is|there's) (?:much |a lot of |considerable )?room for improvement)(?-u:\b)|(?-u:\b)(?i:you (?:were|are|have been) (?:not )?(?:[a-z]+ )?(?:slow|unresponsive|passive|hard to reach|unhelpful|too slow|responsive enough|proactive enough|careful enough|difficult to work with|unprepared))(?-u:\b)".to_owned(),
        ].join("|")),
    ]
});

/// The judgement turned down, asked about, praised or hedged away.
static NOT_MEANT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:わけでは|という(?:意味|話)では|とは(?:思って|考えて)(?:い|おり)|責める|ありませんか|でしょうか|ですか。|か。$|私(?:の|が|も|から)|会社(?:の|が)|当課(?:の|が)|課(?:として|の)|仕組み|手順|体制(?:が|の)|先方(?:は|が|から)|お客様(?:は|が|から)|早くて|丁寧で(?:した|す)|悪くな|悪くあり|遅くな|問題が?(?:な|あり)(?:かっ|く|ま|い))",
        ),
        Pattern::fixed(
            r"(?i)\?|(?-u:\b)(?:not because|no criticism|does not mean|not to say|I (?:should|could|need|will)|we (?:should|could|need|will)|the (?:process|system|procedure|form)|our (?:process|system|procedure)|not (?:bad|poor|slow))(?-u:\b)",
        ),
    ]
});

/// A scene without a date: a place in the course of events that the rep knows.
static SCENE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:その|この|あの|当日の|同じ)(?:お?電話|日|とき|時|場面|打ち?合わ?せ|メール|会議|面談)|(?:受けた|頂いた|送った|あった|いらした)(?:とき|際|場面|後)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:in|during|at|on|after) (?:that|this|the same) (?:call|meeting|day|e-?mail|visit|conversation)(?-u:\b)|(?-u:\b)when (?:Mr|Ms|she|he|the client) (?:called|asked|wrote)",
        ),
    ]
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let lang = context.lang;
    let all = sentences(text);
    let mut found = Vec::new();
    for (index, span) in all.iter().enumerate() {
        let sentence = text.get(span.clone()).unwrap_or_default();
        let Some(word) = lang.of(&JUDGED).find(sentence) else { continue };
        let place = span.start + word.start()..span.start + word.end();
        if reading.is_quoted(&place) || lang.of(&NOT_MEANT).is_match(sentence) {
            continue;
        }
        // The sentences around it in the same paragraph may give the scene.
        let near = all.get(index.saturating_sub(2)..(index + 2).min(all.len())).unwrap_or_default();
        let paragraph = |other: &&Range<usize>| {
            let between = text.get(other.end.min(span.end)..other.start.max(span.start)).unwrap_or_default();
            !between.contains("\n\n")
        };
        let told =
            near.iter().filter(paragraph).any(|other| is_scene(text.get(other.clone()).unwrap_or_default(), lang));
        if !told {
            found.push(finding(&reading, place));
        }
    }
    Ok(found)
}

/// Whether a sentence says when or where something happened.
fn is_scene(sentence: &str, lang: Lang) -> bool {
    let dated = |value: &Value| match value {
        Value::Date(date) => date.day.is_some() || date.month.is_some(),
        Value::Time(..) => true,
        _ => false,
    };
    lang.of(&SCENE).is_match(sentence) || mentions(sentence, lang).iter().any(|mention| dated(&mention.value))
}

fn finding(reading: &Reading, place: Range<usize>) -> Finding {
    let written = reading.text().get(place.clone()).unwrap_or_default().to_owned();
    let message = Message::new(
        format!("「{written}」には場面・行動・影響がありません"),
        format!("`{written}` names no scene, act or effect"),
    );
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(Message::new(
        "いつ・どの場面で・何をして・どんな影響があったかを書いてください",
        "say when and where, what was done, and what it led to",
    ))
}
