//! R30: the rep's punishment or health, told to the client.

use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::frame::{Frame, apart};
use crate::review::japanese::is_attributed;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::staff::staff;
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "discipline-leak",
    code: "R30",
    about: (
        "お客様への文書で、担当者の処分・更迭・叱責や体調に触れること。本人の権利と公平に関わります。",
        "The rep's punishment, dismissal or health in a document to the client. It touches privacy and fairness.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "担当の高瀬は、社内規程に基づき処分いたします。" },
        Example { lang: Lang::Ja, text: "担当者を更迭し、厳しく叱責いたしました。" },
        Example { lang: Lang::Ja, text: "担当者の体調不良により、ご返答が遅れました。" },
        Example { lang: Lang::En, text: "Mr. Takase will be disciplined." },
        Example { lang: Lang::En, text: "Our representative is on sick leave." },
        Example { lang: Lang::En, text: "She has been given a formal warning." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "破損した箱は、弊社の費用で処分いたします。" },
        Example {
            lang: Lang::Ja, text: "皆様のご健康をお祈り申し上げます。担当の体制を改めます。"
        },
        Example { lang: Lang::Ja, text: "健康診断の記録を移し替える作業でございます。" },
        Example { lang: Lang::En, text: "We are changing the way we work with you." },
        Example { lang: Lang::En, text: "The sick leave balances of 42 employees were wrong." },
    ],
    check,
};

static JA: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        "(?:懲戒|社内|人事|厳正な?|厳重な?|相応の|然るべき|しかるべき)?処分|処罰|更迭|懲戒|降格|降職|減給|減俸|左遷|謹慎|出勤停止|停職|解雇|懲罰|罷免|訓告|訓戒|辞表|進退伺|退職願|責任を(?:取|と)らせ|(?:担当者?|本人|前任者?|責任者)の(?:処遇|進退)|賞罰委員会|問いただ|詰問|昇(?:格|進|給)[^。、]{0,6}(?:見送|取り消|止め|遅らせ|据え置)|戒告|譴責|けん責",
        "始末書|反省文|顛末書を書かせ|(?:厳重|口頭|書面で)(?:に)?注意(?:いたし|し|を与え|を行)|厳しく(?:注意|指導|叱|言い聞かせ|申し聞かせ|申し渡)[^、。]{0,6}|叱責|叱りつけ|叱り(?:まし|ました|おき)|厳重注意",
        "(?:人事|評価|査定|賞与|給与|昇進)(?:上の|面の|に|にも)(?:措置|不利益|反映|影響)|(?:責任を取|けじめとし)[^。]{0,10}(?:異動|辞|退|外)|(?:担当|業務|職務|現場)(?:から|を)(?:外し|降ろし|はずし|退かせ)(?:ました|ます|て)|(?:異動|配置転換|転勤)(?:さ|いた)せ(?:ました|ます|る|て)|心療内科|精神科に|飛ば(?:し|され)|厳罰|査問|懲戒委員会|社内(?:規程|規定|規則|規律)に(?:基づ|照ら|従|則|より)[^。]{0,12}(?:対処|措置|処遇)|厳正に(?:対処|対応|臨)|注意処分|指導書|(?:本件|取引|ご?担当|業務|貴社|御社|お客様)に(?:は)?(?:二度と)?(?:関わらせ|携わらせ|就かせ)(?:な|ま)",
        "(?:担当者?|本人|社員|部下|前任者?|弊社の者|彼|彼女)[^。貴様]{0,24}(?:体調|病気|休職|休養|療養|入院|通院|診断|不眠|眠れ|うつ|鬱|心療内科|精神科|メンタル|心身|精神的|健康|疲労|体を壊|倒れ|憔悴|気に病|思い詰|寝つけ|寝付け|食欲|食事が喉|顔色|やつれ|疲れ切|塞ぎ込|ふさぎ込|涙|眠り(?:が|も)浅|気力(?:が|も)|食が細)",
        "(?:体調不良|体調を崩|体調がすぐれ|体調がよくな|病気療養|休職(?:中|し|して|のため)|メンタル(?:不調|ヘルス|面)|うつ病|適応障害|心身の不調|健康上の理由|精神的に(?:参|追い|つら)|よく眠れ(?:て|ない|ず)|睡眠不足|ストレスで)",
    ];
    let fine = [
        "(?:在庫|商品|製品|箱|資材|廃棄物?|不良品|余剰品|破損品|残品|データ|書類|クロス|現物|包材|破損した[^、。]{1,6}|不良の[^、。]{1,6})(?:は|を|の)?、?[^。担者員]{0,20}(?:廃棄)?処分(?:費|方法|いたし|し|を|に|業者)?",
        "廃棄処分|処分(?:費用|業者|場)|行政処分|保全処分",
        "(?:皆様|お客様|貴社|貴院|[\\p{Han}]{1,4}様|従業員の?皆様)[^。]{0,16}(?:体調|ご?健康|お疲れ|ご療養|ご入院)",
        "健康(?:診断|保険|食品|経営)|休職(?:者|中)?(?:数|の残|の記録|の管理|の方|の従業員|の社員)|入院患者|通院患者|(?:病気|療養)休暇の(?:残|日数|付与|記録)",
        "ご自愛",
        // Parental leave is no illness: whether it may be told is for another rule.
        "(?:育児|出産|産前|産後|産休|育休)[^。、]{0,12}(?:休養|休職|療養|体調|入院)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let who = r"(?:he|she|they|(?:Mr|Ms|Mrs)\.? [A-Z][a-z]+|(?:our|the) (?:former |previous |sales |account |onboarding )*(?:rep(?:resentative)?|lead|employee|colleague|staff member|person|manager|member of staff|team member))";
    let wrong = [
        r"(?-u:\b)disciplin(?:ed|ary|ing)(?: (?:action|measures?|steps?|procedure|proceedings?))?(?-u:\b)|(?-u:\b)reprimand(?:ed|s)?(?-u:\b)|(?-u:\b)demot(?:ed|ion)(?-u:\b)|(?-u:\b)(?:formal|written|official|final|verbal|stern|serious) warning(?-u:\b)|(?-u:\b)pay (?:cut|reduction)(?-u:\b)|(?-u:\b)sacked(?-u:\b)|(?-u:\b)punish(?:ed|ment|ing)?(?-u:\b)|(?-u:\b)penali[sz]ed(?-u:\b)".to_owned(),
        format!(r"(?-u:\b){who} (?:[a-z]+ )?(?:(?:has|have|had) been|was|were|is|are|will be|is being|has just been|'s been) (?:[a-z]+ )?(?:fired|dismissed|let go|suspended|removed(?: from)?|taken off|terminated|told off|dealt with|held (?:personally )?(?:accountable|responsible)|spoken to sternly)(?-u:\b)"),
        r"(?-u:\b)(?:on|taking|took|gone on|went on|signed off) (?:sick|medical|stress|health|mental health) ?(?:leave)?(?-u:\b)|(?-u:\b)(?:stress|health)-related (?:leave|absence)(?-u:\b)|(?-u:\b)signed off(?: work)? (?:sick|with)(?-u:\b)".to_owned(),
        format!(r"(?-u:\b){who} (?:[a-z]+ )?(?:is|was|has been|had been|'s been|were|became|fell|has not been|felt)(?: [a-z]+)? (?:ill|sick|unwell|exhausted|burnt out|burned out|depressed|hospitali[sz]ed|in hospital|stressed|not well|sleeping (?:badly|poorly)|overworked|under (?:medical|a doctor))(?-u:\b)"),
        r"(?-u:\b)(?:his|her|their|the rep(?:resentative)?'s|our (?:rep|representative|lead)'s|[A-Z][a-z]+'s) (?:[a-z]+ )?(?:health|illness|condition|burnout|depression|medical|mental|sickness|stress level|insomnia)(?-u:\b)|(?-u:\b)(?:for|due to|because of) (?:[a-z]+ )?(?:health reasons|ill health|(?:an )?illness|burnout|stress)(?-u:\b)|(?-u:\b)burnout(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:consequences|career|evaluation|appraisal|bonus)(?-u:\b)[^.!?]{0,20}(?-u:\b)(?:for (?:him|her|the rep|our (?:rep|representative|lead))|will suffer|affected)(?-u:\b)".to_owned(),
    ];
    let fine = [
        r"(?-u:\b)(?:your|employees?'?s?|client'?s?) (?:[a-z]+ )?(?:health|sick leave|illness)(?-u:\b)",
        r"(?-u:\b)sick leave (?:balances?|records?|days|entitlements?)(?-u:\b)",
        r"(?-u:\b)warning (?:message|light|sign|label|e-?mail)s?(?-u:\b)",
        // Who no longer works for a client is not punished by that.
        r"(?-u:\b)[A-Za-z]+(?: [a-z]+){0,4} removed from (?:your|this|the) (?:[a-z]+ )?(?:account|project|team|work)(?-u:\b)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// What is done to a person, or how that person is: of the own staff neither is for the client.
static TOLD_OF_STAFF: LazyLock<[Frame; 2]> = LazyLock::new(|| {
    [
        Frame::new(
            "(?:さん|氏|社員|の者)?(?:個人|自身|本人)?(?:に(?:対し(?:て|まし)|つきまして)?は?|を|は|が|の|も|へ)、?",
            concat!(
                "(?:厳し(?:い|く)|相応の|しかるべき|然るべき|何らかの)[^。、弊]{0,6}(?:措置|処置|処遇|対応を取|ペナルティ|罰|言|指導|注意)|ペナルティ|制裁|罰(?:則|を)|査定|減俸|(?:自宅|家)(?:で|に)?待機|待機させ|休ませ|気(?:持ち|分)が(?:沈|ふさ|塞)|(?:賞与|給与|給料|手当|ボーナス)[^。、]{0,6}(?:減|カット|下げ|返上|見送)|評価を(?:下げ|落と)",
                "|(?:別|他|ほか)の(?:部署|部門|課|職|支店|職場)[^。、]{0,4}(?:へ|に)?(?:移|異動|回|出)|(?:仕事|業務|職務|営業|担当|現場|窓口|役職|役|任)(?:から|を)(?:外(?:し|す|れ)|解き|解か|降ろ|降り|退|離)|持ち場を(?:離|外)|言(?:って聞かせ|い聞かせ|い渡)|反省(?:を促|させ|の色)|自宅待機|けじめ|お灸|懲ら|灸を|絞ら|内勤|評価が(?:下|落)|お?休み(?:を|に)(?:いただ|頂|し|さ|入)|降格",
                "|(?:出社|出勤|勤務|仕事)(?:が)?(?:でき(?:な|ず|ませ)|し(?:ておらず|ていな)|に来られ)|欠勤|静養|療養|休養|休(?:んで|みを(?:取|もら)|暇を命)|通院|入院|病|体調|心労|心身|眠れ|不眠|疲(?:れ|弊|労)|ストレス|うつ|倒れ|服薬|カウンセリング|医師|診察|メンタル|精神的|憔悴|気に病|思い詰|寝つけ|寝付け|食欲|顔色|やつれ|塞ぎ込|ふさぎ込|査問|厳罰",
            ),
            "貴社|貴院|様|お客様|先方|手順|体制|と(?:も)?ともに|育児|出産|産休|育休",
            20,
        ),
        Frame::new(
            r"(?: \([^)]*\))?(?:['’]s|,)? ?",
            concat!(
                r"(?-u:\b)(?:formal |official |written |stern |verbal )?(?:caution(?:ed)?|warned|disciplin[a-z]+|reprimand[a-z]*|punish[a-z]*|penali[sz]ed|demot[a-z]+|suspended|probation|sanction(?:ed|s)?|dismissed|fired|sacked|let go|spoken to|serious (?:word|talk)|held accountable|taken off|stood down|told off|grounded|barred from|(?:internal )?(?:hearing|tribunal|inquiry)|(?:salary|pay|bonus|wages?) (?:has been|was|is|will be) (?:cut|reduced|docked|stopped)|given (?:his|her|their) (?:notice|cards)|(?:had to take|taking|take) time off|to recover|relieved of (?:his|her|their) (?:duties|post|role)|stripped of|stood aside|no longer (?:works?|employed)|has left (?:us|the company)|answer for (?:it|this|that)|(?:put|placed|noted) (?:on|in) (?:his|her|their) (?:file|record)|dressing[- ]down|talking[- ]to|(?:severely|firmly|sternly|strictly) (?:dealt|told|spoken|warned)|(?:action|measures|steps|proceedings) (?:has|have|will be|is being|are being|were|was) (?:been )?taken|fac(?:es?|ed|ing) (?:[a-z]+ )?(?:consequences|measures|proceedings|sanctions?))(?-u:\b)",
                r"|(?-u:\b)(?:moved|transferred|reassigned|sent) to (?:the back office|a desk job|internal (?:work|duties))(?-u:\b)|(?-u:\b)(?:moved|transferred|reassigned|being moved|sent) (?:[a-z]+ ){0,2}to (?:another|a different|a back-office|other|a new|an? [a-z-]+) (?:post|role|department|job|office|position|team|section|duties|branch)(?-u:\b)|(?-u:\b)(?:lose|loses|lost|losing|forfeit[a-z]*) (?:his|her|their|the) (?:[a-z]+ )?(?:bonus|job|position|pay|post|title|raise)(?-u:\b)",
                r"|(?-u:\b)(?:ill|sick|unwell|not well|exhausted|burn-?t? ?out|burned out|depress[a-z]+|hospital|doctor|therap[a-z]+|counsel+ing|medication|nerves|nervous|anxiety|strain|stress[a-z]*|breakdown|off work|on leave|sleep(?:ing|less)? (?:badly|poorly)|insomnia|health|overworked|fatigue|worn out|wearing (?:him|her) down|in tears|tearful|shaken|taken ill|under the weather|lost (?:weight|sleep)|lying awake|(?:taking|on) (?:tablets|pills)|breaking point|not (?:eaten|slept|been eating|been sleeping|himself|herself))(?-u:\b)",
            ),
            r"(?-u:\b)(?:your|you|we|our|employees|client)(?-u:\b)|[.;:]",
            45,
        ),
    ]
});

/// A child is no illness.
static FAMILY_LEAVE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)^(?: with| to (?:be|look) (?:with|after)| to care for| for) (?:her|his|their|a) (?:new |young |newborn |little )?(?:child|children|baby|son|daughter|family)(?-u:\b)",
    )
});

/// The same with the person behind.
static EN_BEFORE: LazyLock<Wording> = LazyLock::new(|| {
    Wording::new(
        r"(?-u:\b)(?:his|her|their) (?:salary|pay|bonus) (?:has been|was|is|will be) (?:cut|reduced|docked|stopped)(?-u:\b)|(?-u:\b)given (?:the (?:man|woman|person)|him|her)(?: responsible| concerned)? (?:his|her|their) (?:notice|cards)(?-u:\b)|(?-u:\b)(?:moved|transferred|reassigned|disciplined|suspended|cautioned|warned|reprimanded|removed|serious word with|stern word with|taken action against|measures against) (?:our|the) (?:[a-z]+ ){0,2}(?:representative|rep|employee|colleague|lead|person|manager|engineer|technician|salesman|saleswoman|staff)(?-u:\b)|(?-u:\b)(?:he|she) (?:[a-z']+ )?(?:(?:has|had) been|was|is|will be|is being|has|had)(?: [a-z]+)? (?:taken off|placed on (?:probation|leave)|let go|moved to|transferred|demoted|suspended|dismissed|fired|off (?:sick|work)|ill|not well|unwell|on (?:sick |stress )?leave|signed off|burn-?t out|exhausted|a doctor|seeing a doctor)(?-u:\b)[^.!?,;]{0,30}",
        "",
    )
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let frame = context.lang.of(&TOLD_OF_STAFF);
    let mut places = context.lang.pick(&*JA, &*EN).places(&reading);
    places.extend(frame.said_of(&reading, &staff(context, &reading)));
    if context.lang == Lang::En {
        places.extend(EN_BEFORE.places(&reading));
    }
    let text = reading.text();
    places.retain(|place| {
        let after = text.get(place.end..).unwrap_or_default();
        !is_attributed(after) && !FAMILY_LEAVE.is_match(after)
    });
    let found = apart(places).into_iter().map(|place| {
        let word = text.get(place.clone()).unwrap_or_default().to_owned();
        let place = reading.original(place);
        let message = Message::new(
            format!("「{word}」は担当者の処分や健康に触れています。お客様に伝える事柄ではありません"),
            format!("`{word}` touches the rep's discipline or health, which is not for the client"),
        );
        Finding::error(RULE.id, place, message).suggest(Message::new(
            "「対応の体制を改めます」のように、会社の取り組みとして書いてください",
            "write what the company changes: we are changing the set-up",
        ))
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
    fn near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("弊社の担当は、育児休業のため不在でございます。", &[]),
                ("社内規程に従い、ご注文は書面で承ります。", &[]),
                ("書類を作成した者が、自分で宛名を見直します。", &[]),
                ("導入責任者の変更のご要望を承りました。", &[]),
                ("作成した者には、相応の処置を取りました。", &["作成した者には、相応の処置"]),
                ("担当は食欲もなく、憔悴しております。", &["担当は食欲もなく、憔悴"]),
                ("社内規程に照らし、厳正に対処いたしました。", &["社内規程に照らし、厳正に対処"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("Our representative is on leave with her child.", &[]),
                ("Our representative has been removed from your account.", &[]),
                ("Our representative was relieved of his duties.", &["Our representative was relieved of his duties"]),
            ],
        );
    }
}
