//! R27: a claim to know how the client feels.

use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "false-empathy",
    code: "R27",
    about: (
        "お客様の気持ちが分かると言い切る文。かえって怒りを招きます。",
        "A claim to know how the client feels. It provokes.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "お気持ちはよく分かります。" },
        Example { lang: Lang::Ja, text: "お怒りはごもっともで、痛いほど理解しております。" },
        Example { lang: Lang::En, text: "I know exactly how you feel." },
        Example { lang: Lang::En, text: "We fully understand your anger." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "ご負担をお察しいたします。" },
        Example {
            lang: Lang::Ja, text: "お気持ちをお聞かせください。ご指摘の内容は理解いたしました。"
        },
        Example { lang: Lang::En, text: "We recognise the strain this caused." },
        Example { lang: Lang::En, text: "We cannot know how you feel, but we would like to listen." },
    ],
    check,
};

static JA: LazyLock<Wording> = LazyLock::new(|| {
    let feeling = "(?:お?気持ち|ご心情|心情|ご心中|お怒り|ご立腹|ご不快|お悔しさ|お辛さ|おつらさ|つらさ|辛さ|お悲しみ|ご心労|ご苦労|ご不満|ご不安|ご落胆|ご無念|悔しさ|ご苦悩|お苦しみ)";
    let know = "(?:分か|わか|解)(?:り(?:ます|ました|ました)|る(?:。|と|つもり|気)|って(?:おり|い)ます|っております)|理解(?:して(?:おり|い)|でき|いたしており|いたしま|しました)[^、。]{0,4}|承知(?:して(?:おり|い)|いたして)[^、。]{0,4}|存じ(?:て|上げて)(?:おり|い)[^、。]{0,4}|共感(?:し|いた|でき)[^、。]{0,6}";
    let wrong = [
        format!("{feeling}(?:は|を|も|が|について(?:は|も))?(?:、)?(?:よく|十分(?:に)?|重々|痛いほど|手に取るように|完全に|心から|深く|我がことのように|自分のことのように|誰よりも|私(?:ども)?にも|とても|すべて|全て)*(?:、)?(?:{know})"),
        "痛いほど[^、。]{0,12}(?:分か|わか|理解|伝わ|感じ)[^、。]{0,6}|手に取るように[^、。]{0,8}|(?:同じ|私(?:ども)?も同じ|まったく同じ|全く同じ)(?:お)?気持ちで[^、。]{0,6}|(?:逆|私|同じ)の?立場で(?:あれば|したら|も)[^。]{0,16}(?:怒|同じ|感じ|思)[^、。]{0,8}|お怒りは?当然(?:で|と|の)|ご立腹(?:は|も)当然".to_owned(),
        "(?:さぞ|さぞや|さぞかし)[^。]{0,20}(?:でしょう|ことでございましょう|ことと(?:存じ|思い))[^、。]{0,4}".to_owned(),
        "(?:お気持ち|ご心情)に(?:寄り添|なりきっ|なり代わ)[^、。]{0,10}(?:ます|ました|おります)".to_owned(),
    ];
    // Whatever was felt, told as known: どれほど不安でいらしたか、よく承知しております.
    let known = "(?:(?:よく|十分|重々|痛いほど|完全|心から|深く|身をもって|身に(?:しみ|染み)て|一番|誰より|私(?:ども|自身)?(?:に|も|が|の)|自分|我が|わが|とても|すべて|全て)[^。、]{0,14})?(?:分か|わか|解)(?:り(?:ます|ました)|る(?:。|と|つもり|気)|って(?:おり|い|る))|理解(?:して(?:おり|い)ま|でき(?:ま|る)|いたしており|いたしました)|承知(?:して(?:おり|い)ま|いたして)|存じ(?:て|上げて)(?:おり|い)ま|共感(?:し|いた|でき|を)|見えて(?:おり|い)|伝わ(?:って|り)(?:まいり|おり|き|ま)|(?:自身|自分|我が|わが)(?:の)?(?:こと|事)[^。、]{0,8}感じ";
    let wrong = [
        wrong.join("|"),
        "同じ(?:苦し|痛|悔し|つら|辛|心境)[^。、]{0,4}を?[^。]{0,6}(?:味わ|抱|感じ|です|でござ)[^。、]{0,6}|(?:お|ご)[^。、]{1,8}(?:のほど|は)[^。]{0,16}(?:同感|同じ思い)[^。、]{0,6}|お?(?:辛い|つらい|苦しい)お?(?:立場|思い)[^。]{0,10}(?:承知|理解|分か|存じ)[^。、]{0,8}".to_owned(),
        format!(
            "(?:{feeling}|不安|ご?心痛|苦労された|(?:どれ(?:ほど|だけ)|どんなに|いかに)[^。]{{1,24}}か)(?:なお気持ち|のほど)?(?:は|を|も|が|に|と|について(?:は|も)?|、)?[^。]{{0,14}}(?:{known})[^。、]{{0,6}}"
        ),
        "(?:怒|立腹)[^。、]{0,6}(?:のも|のは|ことは|ことも)[^。、]{0,6}(?:当然|もっとも|無理も)[^。]{0,14}".to_owned(),
    ];
    Wording::new(
        &wrong.join("|"),
        "(?:分か|わか|理解でき)(?:りかね|らない|りません|っていな|っておりませ|ておりませ)|承知しておりませ|ご苦労をお(?:か|掛)け[^。]{0,40}|[^。]{0,20}(?:控え|差し控え|とは申し|とは言え|とは存じませ)",
    )
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        r"(?-u:\b)(?:I|we)(?: all)?(?: can| do| could| truly| really| fully| completely| certainly| very well| only too well| totally| perfectly| well)* (?:know|understand|appreciate|see|imagine|feel|share|sympathi[sz]e with)(?: exactly| precisely| just| only too well| perfectly| fully| very well| completely)? (?:how (?:angry |upset |frustrated |disappointed |hard |difficult |painful )?(?:you|your (?:team|people|staff|colleagues)|this|it)(?: must)?(?: all)? (?:feel|felt|are|were|is|was|have felt|be feeling)|what you (?:feel|are feeling|felt|went through|are going through|have been through|must be going through)|your (?:[a-z]+ and )?(?:pain|anger|frustration|feelings?|fury|disappointment|distress|anguish|upset|despair|rage|hurt))(?-u:\b)",
        r"(?-u:\b)feel your (?:pain|anger|frustration)(?-u:\b)|(?-u:\b)(?:we|I) have (?:all )?been (?:there|in your (?:shoes|place|position))(?-u:\b)|(?-u:\b)(?:in your (?:shoes|place|position),? )(?:we|I) would feel(?-u:\b)|(?-u:\b)(?:we|I) would (?:feel|be) (?:exactly |just )?the same(?-u:\b)|(?-u:\b)put (?:ourselves|myself) in your (?:shoes|place)(?-u:\b)|(?-u:\b)you (?:must|are surely|are no doubt|no doubt) (?:be |feel |feeling )?(?:furious|angry|upset|devastated|frustrated|disappointed)(?-u:\b)|(?-u:\b)(?:we|I) feel (?:exactly )?(?:the same|as you do)(?-u:\b)",
    ];
    let wrong = [
        wrong.join("|"),
        r"(?-u:\b)(?:we|I) (?:can |do |could |truly |really |fully |all |completely |entirely |certainly )*(?:feel|share|understand|know|imagine)(?-u:\b)[^.!?]{0,30}(?-u:\b)(?:how (?:angry|upset|hurt|frustrated|disappointed|you(?:r [a-z]+)? (?:felt|feel|must))|your (?:anger|pain|frustration|fury|despair|disappointment)|what (?:it|that [a-z]+|this|the day) (?:is|was|felt|feels|must)[^.!?]{0,12} like|what went through your|exactly what)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:we|I) know how much (?:this|it|that) (?:hurt|hurts|upset|cost you in)(?-u:\b)|(?-u:\b)(?:would|should) have been (?:just|exactly|every bit) as (?:angry|upset|disappointed|furious|hurt)(?-u:\b)|(?-u:\b)(?:nobody|no one) (?:understands|knows|feels)[^.!?]{0,40}(?-u:\b)(?:better|more) than (?:we|I|us)(?-u:\b)|(?-u:\b)feel every bit of(?-u:\b)|(?-u:\b)know (?:the|that) feeling(?-u:\b)|(?-u:\b)(?:we|I) feel (?:just |exactly |quite )?as (?:bad|angry|upset|sad|strongly)[^.!?]{0,20} as you(?-u:\b)|(?-u:\b)something we (?:feel|share|know) (?:ourselves|too|as well|deeply)(?-u:\b)|(?-u:\b)(?:we|I) have (?:been|gone|lived) through (?:the same|exactly this|this (?:myself|ourselves))(?-u:\b)|(?-u:\b)you must (?:have (?:felt|been)|be|feel) (?:so |very |quite |absolutely )?(?:terrible|awful|furious|angry|upset|hurt|humiliated|devastated|frustrated|disappointed|let down)(?-u:\b)|(?-u:\b)(?:we|I) know (?:exactly |just |only too well )?what it is like to(?-u:\b)".to_owned(),
    ];
    let fine = r"(?-u:\b)(?:cannot|can't|do not|don't|not|could not) (?:claim to |pretend to )?(?:know|understand|imagine|appreciate)(?-u:\b)[^.!?]{0,30}|(?-u:\b)(?:want|like|wish|hope|try|trying|need|help us|helps us|allow us|in order) to (?:[a-z]+ )?(?:know|understand|see|appreciate)(?-u:\b)[^.!?]{0,40}";
    Wording::new(&wrong.join("|"), fine)
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let found = context.lang.pick(&*JA, &*EN).find(&reading).into_iter().map(|(place, word)| {
        let message = Message::new(
            format!("「{word}」は、お客様の気持ちが分かると言い切っています"),
            format!("`{word}` claims to know how the client feels"),
        );
        Finding::error(RULE.id, place, message).with_severity(Severity::Hint).suggest(Message::new(
            "「ご負担をお察しいたします」のように、お掛けした負担を挙げてください",
            "name the strain instead: we recognise the strain this caused",
        ))
    });
    Ok(found.collect())
}
