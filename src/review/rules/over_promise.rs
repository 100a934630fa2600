//! R09: a certainty nobody has.

use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::finding::Severity;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "over-promise",
    code: "R09",
    about: (
        "守れると言い切れない約束（必ず、二度と、絶対、万全など）。次に何かあれば、約束違反になります。",
        "A certainty nobody has (never again, guarantee, 100%, rest assured). The next slip makes it a broken promise.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "二度とこのようなことを起こしません。" },
        Example { lang: Lang::Ja, text: "今後は必ず期日までにご返答いたします。" },
        Example { lang: Lang::Ja, text: "万全の体制で再発を防止いたします。" },
        Example { lang: Lang::En, text: "This will never happen again." },
        Example { lang: Lang::En, text: "We guarantee on-time delivery." },
        Example { lang: Lang::En, text: "Please rest assured that the work goes on." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "再発防止に努め、12月4日に進捗をご報告いたします。" },
        Example { lang: Lang::Ja, text: "ご不信を、決して軽く考えておりません。" },
        Example { lang: Lang::Ja, text: "弊社の確認は、万全ではございませんでした。" },
        Example { lang: Lang::En, text: "We are sorry that our reply never came." },
        Example { lang: Lang::En, text: "We will report to you on 4 December." },
        Example { lang: Lang::En, text: "We cannot guarantee the date before we have checked it." },
    ],
    check,
};

/// What must not happen again, in the forms a promise takes.
const AGAIN: &str = "(?:起こし|起こさ|起こら|起こり|起きな|起きま|繰り返し|繰り返さ|繰返|生じさせ|発生させ|発生しな|発生しま|発生いたしま|遅らせ|遅れさせ|遅れま|ご迷惑をおかけし)";

static JA: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        "必ずや?",
        "二度と",
        "絶対(?:に|的に|、|起こ|いたし|あり|し)",
        "万全",
        &format!("決して[^。、]{{0,25}}{AGAIN}"),
        "決して[^。、]{0,20}(?:ことはいたし|しません|させません|いたしません)",
        &format!("一切[^。、]{{0,20}}{AGAIN}"),
        "(?:同様の|同じ|このような|こうした|かかる)[^。、]{0,14}(?:起こりません|起きません|起こしません|発生しません|発生いたしません|発生させません|繰り返しません)",
        "再発(?:はさせません|させません|しません|いたしません|はいたしません|ゼロ)",
        "今後[^。]{0,24}ことは(?:決して|二度と|絶対に?|一切)?(?:ございません|ありません)",
        "(?:根絶|撲滅|確約|断言|保証)(?:いたします|します|申し上げます|いたしました)",
        "(?:100%|100パーセント|百パーセント)(?:の)?(?:防|確実|間違い|保証|お約束|完全|安全|安心|対応|遵守|ご満足|達成いたします|達成します)",
        "完璧(?:に|な|です)|完全に(?:防|解消|排除|なく|払拭)",
        "未来永劫|永久に|神明に|お?誓い(?:申し上げ|いたし|ます)",
        "間違いなく[^。、]{0,15}(?:いたします|します|まいります|ます)",
        "(?:一切|いっさい|金輪際|今後もう)、?[^。]{0,24}(?:発生させ|起こさ|起こし|犯し|いたし|し|出し|させ)ません|(?:再び|再度|もう)[^。、]{0,10}(?:余地|恐れ|おそれ|可能性|心配)は(?:ござい|あり)ません|(?:遅延|遅れ|ミス|事故|不良|再発|クレーム|行き違い|取り違え|誤り|間違い|漏れ)(?:を|は|が)?(?:ゼロ|0件|皆無)(?:を|に|と)?[^。、]{0,10}(?:いたします|します|なります|実現|約束)|名誉にかけて|社運をかけ|命に(?:か|代)え|(?:請け合|うけあ)い(?:ます|いたし)|何があろうと|何が(?:起き|起ころ)(?:て|う)も|(?:どの(?:よう|ような)|どんな|あらゆる)[^。、]{0,10}(?:も|に)、?(?:すべて|全て|必ず)?[^。、]{0,6}(?:お応え|応じ|対応)(?:いたし)?ます|確実に[^。、]{0,12}(?:お約束|守り|間に合わせ)[^。、]{0,12}",
        // A chance that is gone: 取り違える可能性はゼロでございます.
        "(?:可能性|恐れ|おそれ|余地|懸念|リスク|危険|確率)(?:は|が|も)(?:まったく|全く|一切|もはや|もう|完全に|今後)?、?(?:ゼロ|皆無|なくなり|無くなり|消え)(?:で|に|ま|と)[^。、]{0,6}|(?:起こ|起き|生じ|繰り返|遅れ|漏れ|誤|間違え|取り違え|発生す|滞|忘れ|見落と)[^。、 ]{0,2}(?:る|す)(?:可能性|恐れ|おそれ|リスク|危険)は(?:まったく|全く|一切|もはや|もう)?(?:ございません|ありません)",
        "(?:起こ|起き|生じ|繰り返|遅れ|漏れ|間違え|取り違え|発生す|滞|ご迷惑をおかけす)[^。、 ]{0,2}(?:る|す)ことは(?:もう|今後|もはや|決して|一切)?(?:ございません|ありません)(?:。|$)|ない(?:こと|旨)を(?:ここに)?お?約束(?:いたし|し|申し上げ)",
        "ご?心配(?:は|には)(?:一切)?(?:無用|及びませ|いりませ|要りませ)[^。、]{0,6}|万に一つ[^。、]{0,10}(?:ませ|な)|(?:断言|保証)でき(?:ます|る)|守り抜[^。、]{0,6}|(?:起こり得|起こりえ|あり得|ありえ)(?:ません|ない)(?:。|と)",
        "いかなる(?:場合|事情|状況|理由|とき|時|こと)[^。、]{0,6}も",
        // What comes to an end, and what is ruled out: 行き違いはなくなります, 取り違えは起きません.
        "(?:再発|遅れ|遅延|行き違い|取り違え|誤り|間違い|漏れ|ミス|心配|不安|懸念|余地)(?:は|が|も)[^。、]{0,8}(?:なくなり|無くなり)ます|(?:起こらな|起きな|生じな|発生しな|繰り返さな|遅れな|漏れな)くなります",
        "(?:今後は?、?|これからは?、?)[^。]{0,20}(?:は|が|も)(?:もう|二度と|決して)?、?(?:起き|起こり|生じ|発生し|発生いたし)ません|(?:このような|こうした|同様の|同じ)(?:こと|事態|誤り|行き違い|遅れ|過ち)は(?:もう|今後|決して|二度と)[^。、]{0,6}(?:ございません|ありません)",
        "(?:時間どおり|期日どおり|遅れなく|漏れなく|誤りなく|滞りなく)[^。、]{0,14}(?:こと|旨)をお?約束(?:いた|し|申)|確実に[^。、]{0,10}(?:防ぎ|防止し|防止いたし|なくし)ます|(?:漏ら|怠|欠か|見逃|途切れ|損な)[^。、 ]{0,2}(?:す|る|せる|う)ことは(?:もう|今後|もはや|決して|一切)?(?:ございません|ありません)(?:。|$)",
        "(?:誤り|取り違え|行き違い|ミス|遅れ|漏れ|間違い)の[^。、]{0,6}余地は[^。、]{0,6}(?:ございません|ありません|なくなり)|(?:再発|遅延|遅れ|誤り|行き違い|取り違え)の(?:可能性|恐れ|おそれ|心配|懸念)は[^。、]{0,6}(?:ございません|ありません)|(?:起こり|起き|漏れ|遅れ)ようが(?:ござい|あり)ません|断じて[^。、]{0,20}ません|これを最後(?:と|に)(?:いた)?し|(?:どの|どんな|すべての|全ての)[^。、]{0,10}に(?:も|は)?、?(?:漏れなく|必ず|遅れなく|間違いなく)|今後は?、?一[度件つ回箱枚日人][^。、]{0,6}も[^。]{0,10}(?:出し|起こし|いたし|遅れ|違え|漏らし)ません",
        "金輪際[^。]{0,40}(?:ません|ない)|(?:二度目|三度目|次|再度)は(?:ござい|あり)ません|今後は?(?:ただの)?(?:一度|一件|一つ|一回|一箱|一枚|一日)(?:も|たりとも)[^。]{0,30}ません",
    ];
    let fine = [
        "必ずしも",
        "必ず(?:ご|お)[^、。]{1,14}(?:ください|いただきた|いただく|願い)",
        // The description of a procedure promises no outcome.
        "必ず[^。、]{1,25}(?:手順|仕組み|運用|規則|ルール|様式|必須欄|欄)",
        // What is done already is no promise, and what nobody can say is not said.
        "必ず[^。]{0,40}(?:て(?:おり|い)|ました)",
        "(?:必ず|二度と|絶対に?|決して|万全|100%|完全に|完璧に?|今後)[^。]{0,50}とは?(?:まで)?、?(?:申し上げ|申し|申せ|言え|言い切|いえ|お約束|約束|断言|思って|考えて)[^。]{0,14}(?:ませ|ない|かね|ず)",
        "(?:保証|確約|断言|お約束)(?:は|を|が|も)?(?:いたし|でき|し|申し上げ)?[^。、]{0,4}(?:かね|ませ|な)[^。、]{0,4}",
        "間違いなく[^。]{0,20}(?:て(?:おり|い)(?:ます)?|ました)",
        // Not one measure has come to its end, nothing is promised of it.
        "(?:なくなり|起こらなくなり)ますと?[^。、]{0,4}(?:よう|か)|(?:遅れ|余地|漏れ|行き違い)(?:は|が)なくなり(?:ました|まし)",
        "一度、?二度と",
        "二度とない(?:機会|好機)",
        "万全(?:では|とは|と)(?:なく|なかった|ない|ございません|ありません|言え|申せ|いえ)",
        "万全を期す?べき(?:でした|で|ところ)|万全を(?:期せ|期さ)(?:ず|なかった|なかっ)",
        "(?:今後[^。]{0,24}ことは|一切[^。、]{0,20})(?:ございません|ありません)でした",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        r"(?-u:\b)never again(?-u:\b)",
        r"(?-u:\b)(?:will|shall|must|'ll|going to) never(?-u:\b)(?: [A-Za-z0-9_]+){0,3}",
        r"(?-u:\b)never (?:to )?(?:happens?|occurs?|recurs?|be repeated|arises?)(?-u:\b)",
        r"(?-u:\b)(?:will not|won't|cannot|can't|shall not|is not going to|must not) (?:ever )?(?:happen|occur|recur|be repeated|arise)(?: again)?(?-u:\b)",
        r"(?-u:\b)no (?:such|similar|further|more) [A-Za-z0-9_]+ (?:can|will|shall) (?:ever )?(?:occur|recur|happen|arise)(?-u:\b)",
        r"(?-u:\b)guarante(?:es?|ed|eing)(?-u:\b)",
        r"(?-u:\b)rest assured(?-u:\b)|(?-u:\b)take it (?:as|for) (?:settled|granted|certain|read)(?-u:\b)",
        r"(?-u:\b)no [a-z]+ (?:of [a-z]+ )?(?:will|shall) ever (?:be|come|arrive|go|happen|get|fail|fall)(?-u:\b)(?: [a-z]+){0,2}",
        r"(?-u:\b)without fail(?-u:\b)|(?-u:\b)come what may(?-u:\b)|(?-u:\b)(?:not (?:a|one|a single)|no) [a-z]+ (?:[a-z]+ ){0,3}?(?:is|are) (?:ever )?going to (?:[a-z]+ ){1,6}?(?:again|a second time|another time|late|behind time|lost|wrong)(?-u:\b)|(?-u:\b)(?:is|are) ever going to(?-u:\b)",
        r"(?-u:\b)(?:we|I)(?: can| do| fully| hereby| would like to)* assure you(?-u:\b)",
        r"(?-u:\b)you (?:can|may) be (?:certain|sure|assured|confident)(?-u:\b)",
        r"(?-u:\b)absolutely (?:ensure|certain|sure|no|guarantee|confident)(?-u:\b)",
        r"(?-u:\b)under no circumstances(?-u:\b)",
        r"(?-u:\b)(?:100%|one hundred per ?cent|100 per ?cent)(?: of the time)? (?:sure|certain|confident|secure|safe|committed|reliable|accurate|on time|error-free|satisfied)(?-u:\b)",
        r"(?-u:\b)zero (?:errors?|defects?|risk|mistakes|delays)(?-u:\b)",
        r"(?-u:\b)once and for all(?-u:\b)",
        // A chance that is gone.
        r"(?-u:\b)(?:chance|risk|possibility|danger|likelihood)(?: of [a-z -]{1,40}| that [a-z -]{1,60})? is (?:now )?(?:zero|nil|gone|ruled out|eliminated|excluded)(?-u:\b)|(?-u:\b)(?:there is|there will be|leaves?) no (?:longer (?:any|a) )?(?:chance|risk|danger|room) (?:of|for|that)(?-u:\b)[^.!?]{0,24}|(?-u:\b)(?:is|are|will be) (?:now )?a thing of the past(?-u:\b)|(?-u:\b)nothing (?:can|will|shall) (?:go wrong|slip through|be (?:lost|missed|forgotten|overlooked))(?-u:\b)|(?-u:\b)put an end to (?:this|these|all|any|such)(?-u:\b)",
        r"(?-u:\b)(?:foolproof|fail-safe|flawless(?:ly)?|error-free|infallible)(?-u:\b)",
        r"(?-u:\b)completely (?:prevent|eliminate|rule out)(?-u:\b)|(?-u:\b)eliminate (?:all|any|every)(?-u:\b)",
        r"(?-u:\b)(?:we|I)(?: solemnly)? (?:swear|vow)(?-u:\b)",
        r"(?-u:\b)(?:need not|do not need to|don\'t need to|no longer need to|no need to|do not have to|will not have to) worry(?-u:\b)[^.!?]{0,30}|(?-u:\b)(?:cannot|can\'t|can not|will not|won\'t) (?:possibly )?(?:go wrong|fail)(?-u:\b)|(?-u:\b)(?:every|each|all) (?:[a-z]+ )?(?:deadlines?|dates?|promises?|orders?|delivery|deliveries|requests?) (?:will|shall) (?:be|always be) (?:met|kept|on time|honou?red|fulfilled|in full)(?-u:\b)|(?-u:\b)there (?:will|shall) be no(?-u:\b)[^.!?]{0,40}(?-u:\b)(?:again|ever|any ?more|from now on|in (?:the )?future|delays?|errors?|mistakes?|problems?)(?-u:\b)|(?-u:\b)ever again(?-u:\b)|(?-u:\b)(?:you have our word|our word of honou?r|stake (?:our|my) (?:reputation|name)|for good(?: and all)?|eradicat[a-z]+|last time you (?:had|have|will) )[^.!?]{0,20}|(?-u:\b)(?:nothing|none) of (?:the|this) (?:kind|sort) (?:can|will|could)[^.!?]{0,24}|(?-u:\b)every [a-z]+ (?:will|shall) (?:now )?be (?:perfect|flawless|on time|correct)(?-u:\b)|(?-u:\b)(?:it is|is) (?:now )?impossible (?:for|that)(?-u:\b)[^.!?]{0,24}|(?-u:\b)(?:promise|guarantee|assure)[^.!?]{0,20}(?-u:\b)(?:hundred per ?cent|100 ?%|perfect|complete accuracy)",
    ];
    let fine = [
        r"(?-u:\b)(?:cannot|can't|could not|not|no|without|bank|letter of|money-back) guarante[A-Za-z0-9_]*",
        // What nobody can promise is not promised.
        r"(?-u:\b)(?:nobody|no one|none of us|neither(?: [a-z]+){0,3}?)(?: can| could| will| is| are|,)*(?: an?)? (?:guarante|assur|promis)[a-z]*[^.!?]{0,60}",
        r"(?-u:\b)(?:not|cannot|n't) (?:conclude|say|claim|promise|mean|believe|think|assume|pretend)(?-u:\b)[^.!?]{0,60}",
        r"(?-u:\b)(?:nor|never|hardly)(?: [a-z]+){0,3} (?:guarante|promis|assur)[a-z]*[^.!?]{0,60}",
        r"(?-u:\b)(?:easy|tempting|wrong|dishonest|rash|empty|untrue|idle|cheap|too much)(?: [a-z]+){0,3} to (?:say|promise|write|claim|guarantee|assure|tell)(?-u:\b)[^.!?]{0,80}",
        r"(?-u:\b)(?:instead of|rather than|without) (?:promis|guarante|assur|claim|say|writ)[a-z]*[^.!?]{0,80}",
        r"(?-u:\b)guarantee (?:period|certificate|deposit|company)(?-u:\b)",
        // The name of a company.
        r"(?-i:[A-Z][a-z]+ (?:[A-Z][a-z]+ )?Guarantee(?-u:\b)|(?-u:\b)Guarantee [A-Z])",
        r"(?-u:\b)should never have(?-u:\b)",
        // Somebody stays away, or comes to stay.
        r"(?-u:\b)(?:replac|tak|mov|chang|leav|hand)[a-z]*(?-u:\b)[^.!?]{0,40} for good(?-u:\b)",
        r"(?-u:\b)(?:should|if) [^.!?,]{0,40} ever again(?-u:\b)",
        r"(?-u:\b)(?:whether|asked if) [^.!?]{0,40}guaranteed(?-u:\b)",
        r"(?-u:\b)not rest assured(?-u:\b)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// Words that promise less plainly: the manager decides.
static JA_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| Wording::new("常に最善|全身全霊|何があっても", ""));

static EN_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = r"(?-u:\b)(?:we|I) promise (?:you|that|to)(?-u:\b)|(?-u:\b)(?:we|I) will always(?-u:\b)|(?-u:\b)no matter what(?-u:\b)|(?-u:\b)spare no effort(?-u:\b)|(?-u:\b)whatever it takes(?-u:\b)";
    Wording::new(wrong, "")
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let (plain, doubtful) = context.lang.pick((&*JA, &*JA_DOUBTFUL), (&*EN, &*EN_DOUBTFUL));
    let graded = [(plain, Severity::Error), (doubtful, Severity::Warn)];
    let found = graded.iter().flat_map(|(wording, severity)| {
        wording.find(&reading).into_iter().map(|(place, word)| {
            let message = Message::new(
                format!("「{word}」は、守れると言い切れない約束です"),
                format!("`{word}` promises a certainty nobody has"),
            );
            Finding::error(RULE.id, place, message).with_severity(*severity).suggest(Message::new(
                "記録にある取り組みと期日を書き、言い切りの語を削ってください",
                "write a recorded measure with its date, and leave the certainty out",
            ))
        })
    });
    Ok(found.collect())
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
                ("必ずしも十分とは申せませんでした。", &[]),
                ("必ず書面で確認する手順を定めました。", &[]),
                ("決して本意ではございません。", &[]),
                ("決して許されるものではございません。", &[]),
                ("他意は一切ございません。", &[]),
                ("古紙配合率100%の化粧箱でございます。", &[]),
                ("進捗は100%でございます。", &[]),
                ("絶対値で比較しました。", &[]),
                ("三宅様は「絶対に10日と伝えた」とのご認識です。", &[]),
                ("確認が万全とは申せず、お詫びいたします。", &[]),
                ("一度、二度とお電話を頂戴しました。", &[]),
                ("確実に実施し、12月4日にご報告いたします。", &[]),
                ("保証書をお送りしました。", &[]),
                ("対応づけは、必ず二人で確認しております。", &[]),
                ("二度と起こさないとは、申し上げられません。", &[]),
                ("弁解の余地はございません。", &[]),
                ("取り違える可能性はゼロでございます。", &["可能性はゼロでございます"]),
                ("今後、お届けが遅れることはございません。", &["今後、お届けが遅れることはございません"]),
                ("必ず二人で確認いたします。", &["必ず"]),
                ("これまで同様の事例はございませんでした。", &[]),
                ("決して同じ誤りを繰り返しません。", &["決して同じ誤りを繰り返し"]),
                ("一切の遅れを起こさないようにします。", &["一切の遅れを起こさ"]),
                ("同様のことは起こりません。", &["同様のことは起こりません"]),
                ("１００％防止いたします。", &["１００％防"]),
                ("今後このようなことはございません。", &["今後このようなことはございません"]),
                ("「必ず直します」とお約束いたします。", &["必ず"]),
                ("どうぞご安心ください。", &[]),
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
                ("We never replied to your call.", &[]),
                ("This should never have happened.", &[]),
                ("We have never met before.", &[]),
                ("Our minutes were never acknowledged.", &[]),
                ("All 42 balances, that is 100% of those found, are corrected.", &[]),
                ("The letter of guarantee was sent on 2 November.", &[]),
                ("To prevent a repetition, we are taking these steps.", &[]),
                ("You told us that \"it will never happen again\" was not enough.", &[]),
                ("We changed the form so that a request cannot be overlooked.", &[]),
                ("We promised a written account by 27 November.", &[]),
                ("It would be easy to write that this will never happen again.", &[]),
                ("The risk of a mix-up is now zero.", &["risk of a mix-up is now zero"]),
                ("Late answers are a thing of the past.", &["are a thing of the past"]),
                ("We will make sure that you hear from us by 27 November.", &[]),
                ("We will never be late again.", &["will never be late again"]),
                ("It won’t happen again.", &["won’t happen again"]),
                ("We assure you of our best efforts.", &["We assure you"]),
                ("You will have it without fail.", &["without fail"]),
                ("We are 100% committed to this.", &["100% committed"]),
                ("I promise you a better service.", &["I promise you"]),
            ],
        );
    }
}
