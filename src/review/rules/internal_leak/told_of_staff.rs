//! What the rep wishes and thinks of a change, that he was heard, and that the client would not deal with him: told of
//! the own staff, by whatever name, it is no matter for a letter to the client.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{OwnPerson, name_parts};
use crate::lang::{Lang, Pattern};
use crate::review::frame::{Frame, apart};
use crate::review::japanese::is_attributed;
use crate::review::rule::Context;
use crate::review::staff::staff;
use crate::review::wording::Reading;

/// What is wished for by Japanese staff, and how it stands to a change.
static JA_MIND: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏|社員|の者)?(?:個人|自身|本人)?(?:側)?(?:は|が|も|に(?:は|も)|として(?:は|も)|といたしまして(?:は|も))、?",
        concat!(
            "た(?:い|くない)(?:と(?:の|いう|いった|も|は)?|旨|気持ち|意向|思い|希望|そう)[^。、]{0,12}(?:申|述べ|話し|語|訴|希望|望|思|願|考|意向|意思|気持|強|伝え|おりま)",
            "|(?:希望|意欲|意向|意思|未練|心残り|不満|異存|異論)(?:を|が|で|は|も)[^。、]{0,8}(?:して|持|抱|示|述|あり|ある|ござ|口に|漏ら|訴|な[いく])",
            "|(?:望|願|渋|嫌が|ためら|拒)(?:ん|っ|って)(?:で|て)?お?り?(?:ます|まし|いる|い)",
            "|(?:変更|交代|交替|体制|結論|決定|判断|扱い|異動|(?:替わ|代わ|外れ|退|離れ|移|譲|降り|引き下が)[^。、]{0,3}こと)[^。、]{0,6}(?:に|を)(?:は|も)?[^。、]{0,6}(?:納得|同意|了承|賛成|反対|承服|受け入れ|前向き)",
        ),
        "お詫び|詫び|謝|お目にかか|ご挨拶|お?伺|ご説明|改め|反省|様(?:は|が|も|から|より)|(?:貴社|貴院|お客様|先方)(?:は|が|も|から|より)|弊社(?:は|が|として)|私(?:は|が)|ご$",
        30,
    )
});

/// Their wish as a thing that was heeded.
static JA_WISH: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏)?(?:個人|自身|本人)?の(?:強い)?(?:希望|意向|気持ち|思い|意思|考え|本音|言い分)(?:も|は|に|を|が|で|と)?",
        "踏まえ|汲|くみ|尊重|添|聞い|沿い|沿っ|より|よる|あり|ござ|です|でも|確かめ|確認|変わ",
        "様|貴社",
        8,
    )
});

/// That they were heard.
static JA_HEARD: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏|社員|の者)?(?:個人|自身|本人)?(?:から|より|に|と|への|との|からの)(?:は|も)?、?",
        "(?:聞き取|聴き取|聴取|事情を(?:聞|聴|尋)|(?:話|考え|言い分|意見|気持ち|意向)を(?:聞|聴|確かめ|尋|済ま|交わ)|ヒアリング|面談|面接|膝を交え)",
        "様|貴社|貴院|先方|お客様|お詫び|ご$",
        30,
    )
});

/// That the client would not deal with them: who refused whom is for the client to say.
static JA_REFUSED: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏)?(?:個人|本人)?(?:と(?:の間)?(?:の|では|は)?|から(?:の|は)?|への?|の)",
        "(?:お?話し?|お?会い|顔を合わせ|関わり|やり取りし|付き合い)(?:し)?たくな|(?:お?電話|お?打ち?合わせ|お?話(?:し合い)?|ご?連絡|ご?面談|やり取り|会話|ご?訪問)[^。、]{0,12}(?:お?出(?:に)?(?:なら|られ)|出て(?:いただけ|くださら|もらえ)|お?取り?(?:に)?(?:なら|いただけ|って(?:いただけ|くださら))|応じ(?:られ|て(?:いただけ|くださ))|(?:お?断り|断ら)|取り?やめ|中止|拒|見送り?(?:にな|とな)|お?避け|お受けに)",
        "弊社(?:は|が)|お詫び",
        12,
    )
});

/// That things cannot go on with them.
static JA_UNFIT: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏)?(?:個人|本人)?(?:では|とでは|との間では)、?",
        "難し|続けられ|務まら|進め(?:られ|づら)|話が(?:進|でき)|荷が(?:重|勝)|力不足|立ち行か",
        "様(?:は|が)|弊社(?:は|が)|ご$",
        8,
    )
});

/// What they do next, for others.
static JA_NEXT: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏)?(?:個人|本人)?(?:は|が|も|に(?:は|も))、?",
        concat!(
            "(?:別|他|ほか|よそ|新しい|新た|次)(?:の|な)[^。、]{0,6}(?:社|取引先|お?客様|顧客|部署|課|仕事|業務|持ち場|役目|役割|任務|店|会社|ホテル)(?:様)?(?:の[^。、]{0,8})?(?:を|に|へ|で|のもとで)[^。、]{0,8}(?:働|担当|受け持|移[りるっ]|回[りるっ]|就[きくい]|任[させ]|手伝|支援|生か|活か|携わ|務め)",
            "|(?:[二三四五六七八九0-9]|三つ|二つ)[^。、]{0,2}(?:社|会社|ホテル|お?取引先|お?客様)(?:様)?(?:を[^。、]{0,8}(?:担当|受け持|任[させ])|の(?:担当|お?手伝い|仕事|お仕事)(?:に|を|へ))",
        ),
        "後任|様(?:は|が)|引き継|連携|ともに",
        20,
    )
});

/// The same before the staff in English.
static EN_REFUSED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:turn(?:ed|s)? down|declin(?:ed|es|ing)|refus(?:ed|es|ing)|reject(?:ed|s)|would not|no longer (?:wish(?:es|ed)?|wants?|wanted|takes?|took)|unwilling to|called off|broke off|put an end to)(?: [a-z]+){0,4} (?:talks?|talking|speak|speaking|meetings?|meet|calls?|contact|deal|dealing|work|working|conversation)(?: [a-z]+){0,3} (?:with|from|to) (?:(?:Mr|Ms)\.? )?$",
    )
});

/// What is wished for by English staff, and how it stands to a change.
static EN_MIND: LazyLock<Frame> = LazyLock::new(|| {
    let to = "(?:stay|keep|go on|continue|remain|finish|carry on|see (?:it|this|the [a-z]+) through|complete|look after|hold on|be (?:accompanied|allowed|given|moved|released)|leave|move|hand over|do the|use|work|serve|take|stop|give up|step|run|bring)";
    Frame::new(
        r"(?: \([^)]*\))?(?:['’]s|,)?(?: (?:himself|herself|too|also|has|had|still|himself,|herself,)){0,2} ",
        &format!(
            concat!(
                r"(?-u:\b)(?:would (?:[a-z]+ ){{0,3}}(?:like|prefer|love|rather)|wants?|wanted|wish(?:es|ed)?|hope[sd]?|asked|asks|begged|longs|intends|means|(?:is|was|has been|remains) (?:[a-z]+ )?(?:keen|eager|willing|determined|anxious|reluctant|content|happy|unhappy|unwilling|prepared|set))(?: on)? (?:to|not to) {to}(?-u:\b)",
                r"|(?-u:\b)(?:was|were|has been|had been) (?:heard|interviewed|consulted|listened to)(?-u:\b)",
                r"|(?-u:\b)(?:own )?(?:wish|hope|request|preference|desire|view|feelings?) (?:is|was|to|about|of|on)(?-u:\b)",
                r"|(?-u:\b)(?:agrees?|agreed|accepts?|accepted|consents?|consented|understands|welcomes?|welcomed|regrets?|opposes?|opposed|has (?:no|some) (?:objections?|doubts)|(?:is|was|feels?|felt) (?:content|at peace|comfortable|unhappy|relieved|disappointed|sad|fine)|(?:has|have) come to terms)(?: (?:with|to|about|that|of))? (?:the|this|our|a|being|it|his|her) ?(?:[a-z]+ )?(?:change|decision|handover|step|move|arrangement|replacement|replaced|outcome)(?-u:\b)"
            ),
            to = to
        ),
        r"(?-u:\b)(?:apolog[a-z]+|sorry|you|your|we|our|I)(?-u:\b)|[.;:]",
        24,
    )
});

/// Before the staff in English: we heard them.
static EN_HEARD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:I|we|our [a-z]+)(?: have| had|['’]ve)?(?: also| since| now| already| [a-z]+ly)? (?:spoke|spoken|talked|sat down|met|(?:had|held) (?:a |an |our )?(?:[a-z]+ )?(?:talks?|conversation|interview|discussion|meeting)|interviewed|questioned|debriefed|heard (?:out )?(?:from )?)(?: [a-z]+){0,3}?(?: with| to| from)? ?(?:(?:Mr|Ms)\.? )?$",
    )
});

/// Bytes before the staff in which that is looked for.
const BEFORE: usize = 100;

/// Places at which the staff's own matters are told, in the text that was read.
pub(super) fn places(context: &Context<'_>, reading: &Reading) -> Vec<Range<usize>> {
    let staff = staff(context, reading);
    let text = reading.text();
    let mut found = match context.lang {
        Lang::Ja => {
            // Who takes over is introduced to the client, wishes and all.
            let after = |person: &&Range<usize>| text.get((*person).clone()).is_some_and(|who| who.starts_with("後任"));
            let staff: Vec<Range<usize>> = staff.iter().filter(|person| !after(person)).cloned().collect();
            let mut found = JA_MIND.said_of(reading, &staff);
            found.extend(JA_WISH.said_of(reading, &staff));
            found.extend(JA_HEARD.said_of(reading, &staff));
            found.extend(JA_UNFIT.said_of(reading, &staff));
            found.extend(JA_NEXT.said_of(reading, &staff));
            found
        }
        Lang::En => {
            let heard = staff.iter().filter_map(|person| {
                let from = text.ceil_char_boundary(person.start.saturating_sub(BEFORE));
                let before = text.get(from..person.start)?;
                let hit = EN_HEARD.find(before).or_else(|| EN_REFUSED.find(before))?;
                Some(from + hit.start()..person.end)
            });
            let heard = heard.filter(|place| !reading.is_quoted(place)).collect::<Vec<_>>();
            let mut found = EN_MIND.said_of(reading, &staff);
            found.extend(heard);
            found
        }
    };
    // What others say of them is theirs; that somebody refuses them is always told by others.
    found.retain(|place| !is_attributed(text.get(place.end..).unwrap_or_default()));
    if context.lang == Lang::Ja {
        found.extend(JA_REFUSED.said_of(reading, &staff));
    }
    apart(found).into_iter().map(|place| reading.original(place)).collect()
}

/// What a colleague is said to be about to do for another.
static JA_STANDS_IN: LazyLock<Frame> = LazyLock::new(|| {
    Frame::new(
        "(?:さん|氏)?(?:が|は|に|も|なら|を|へ)、?",
        "(?:代わ|替わ)[っりるれ]|引き継[がぎぐい]|引き取|入れる|入る見込|動ける|空[くき]|後を|交代|候補|待機|控え|任せ|担当(?:でき|する|して|を)|着任|引き受け",
        "",
        24,
    )
});

/// Places at which a colleague of one of these names is said to stand in for another, in the text that was read.
pub(super) fn stand_ins(reading: &Reading, names: &[&str]) -> Vec<Range<usize>> {
    let text = reading.text();
    let mut people: Vec<Range<usize>> =
        names.iter().flat_map(|name| text.match_indices(name)).map(|(at, name)| at..at + name.len()).collect();
    people.sort_by_key(|person| person.start);
    apart(JA_STANDS_IN.said_of(reading, &people)).into_iter().map(|place| reading.original(place)).collect()
}

/// Whether the sentence around a place is about somebody of the own side whom the client may know and who is not the
/// rep: the nearest name before the place.
pub(super) fn is_of_named(context: &Context<'_>, text: &str, place: &Range<usize>) -> bool {
    let from = text.floor_char_boundary(place.start.saturating_sub(BEFORE));
    let before = text.get(from..place.start).unwrap_or_default();
    let sentence = before.rsplit(['。', '\n']).next().unwrap_or_default();
    let rep = context.withheld.whole().rep.as_ref().map(|rep| &rep.person);
    let last = |person: &OwnPerson| {
        let name = person.name.get(context.lang)?;
        name_parts(name).filter(|part| part.chars().count() > 1).filter_map(|part| sentence.rfind(part)).max()
    };
    let people = context.withheld.whole().own_people.iter().filter_map(|person| Some((last(person)?, person)));
    people.max_by_key(|(at, _)| *at).is_some_and(|(_, person)| person.named && rep != Some(&person.key))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts_in;

    #[test]
    fn the_reps_own_matters_stay_inside() {
        let table: &[(&str, &[&str])] = &[
            ("矢島も、直接お詫びを申し上げたいと申しております。", &[]),
            ("弊社の担当が、貴社のご意向を確認しております。", &[]),
            ("後任の桐谷は、皆様のお力になりたいと申しております。", &[]),
            (
                "本人は貴社のお仕事を続けて受け持ちたいと申しております。",
                &["本人は貴社のお仕事を続けて受け持ちたいと申しておりま"],
            ),
            ("矢島はこのたびの変更に納得しております。", &["矢島はこのたびの変更に納得"]),
            ("矢島との打ち合わせは取りやめとなりました。", &["矢島との打ち合わせは取りやめ"]),
        ];
        assert_verdicts_in("hotel", &RULE, Audience::Client, Lang::Ja, table);
        let table: &[(&str, &[&str])] = &[
            ("Mr. Anzai spoke with Mr. Yajima on 1 December.", &[]),
            ("Mr. Yajima would like to apologise to you in person.", &[]),
            ("I spoke at length with Mr. Yajima.", &["I spoke at length with Mr. Yajima"]),
            ("Mr. Anzai declined any further talk with Mr. Yajima.", &["declined any further talk with Mr. Yajima"]),
        ];
        assert_verdicts_in("hotel", &RULE, Audience::Client, Lang::En, table);
    }
}
