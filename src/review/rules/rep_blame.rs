//! R04: the rep as the one at fault.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::staff::staff;
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "rep-blame",
    code: "R04",
    about: (
        "担当者を落ち度の主語にする文。会社は一つの主体として答え、担当者の尊厳を守ります。",
        "The rep as the subject of a fault. The company answers as one, and the rep keeps face.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "高瀬の不注意で、ご返答が遅れました。" },
        Example { lang: Lang::Ja, text: "弊社の担当が登録を怠りました。" },
        Example { lang: Lang::Ja, text: "本件は担当者個人の問題でございます。" },
        Example { lang: Lang::Ja, text: "これは担当者の確認不足によるものです。" },
        Example { lang: Lang::En, text: "Takase was careless." },
        Example { lang: Lang::En, text: "Our representative failed to register your request." },
        Example { lang: Lang::En, text: "This was a mistake by our representative." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "弊社の確認が不十分でございました。" },
        Example { lang: Lang::Ja, text: "課長の相沢を窓口とし、弊社の担当が補佐いたします。" },
        Example { lang: Lang::Ja, text: "担当者の変更のご要望に、ご返答が遅れておりました。" },
        Example { lang: Lang::En, text: "We did not confirm your call in writing." },
        Example { lang: Lang::En, text: "Our representative supports me from today." },
        Example { lang: Lang::En, text: "Your request for a different representative was not answered in time." },
    ],
    check,
};

static JA_FAULT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "不注意|怠|失念|忘れ|ミス|誤り|誤っ|誤った|取り違え|間違|確認不足|認識不足|知識不足|経験不足|理解不足|経験(?:が|の)浅|未熟|勉強不足|力不足|準備不足|連絡不足",
        "|配慮(?:が|に|を)?(?:不足|欠|足り)|伝えず|伝えな|伝え(?:て)?い?なかった|伝え漏れ|(?:連絡|報告|返答|返信|回答|返事|確認|登録|共有|相談|対応|記録)(?:を|も)?(?:せず|しな|しておら|していな|いたしておら|行わ(?:ず|な)|行っておら|差し上げ(?:ず|な|ておら))",
        "|(?:ご?(?:返答|返信|連絡|回答|報告)|お返事)が(?:なく|なかった|ございませんでした|遅)|漏ら|漏れ|落ち度|過失|不手際|不適切|不誠実|不備|軽率|独断|勝手|無責任|判断(?:を|の|が)?(?:誤|ミス|甘)|失言|失礼|失態|失策|しくじ|粗相|不始末|不祥事|手落ち|手抜かり|抜かり|不行き届|行き届か|怠慢|怠業|手つかず|手を付け(?:ず|な)|手をつけ(?:ず|な)|着手せず|着手しな|そのままに|寝かせ|ため込|溜め込|止めて(?:い|お)|握って(?:い|お)|確かめもせ|個人(?:的な|の)(?:問題|ミス|責任|判断|資質)|資質|能力不足|至ら(?:ぬ|な|ず)|割け(?:ず|ま|な)|気の緩み|認識が甘|対応が(?:悪|遅|まず|不)",
        "|うっかり|思い違い|不徳|書き留め(?:て|ず|な)|(?:きちんと|もっと|早く|ちゃんと|正しく)?[^。、弊]{0,8}(?:して|んで|いて|って|えて|けて|めて)(?:さえ)?い(?:れば|たら)|独りよがり|独善|自己判断|一人(?:の|だけの)判断|思い込|早合点|勘違い|聞き(?:流|漏ら|逃|違)|見落と|取り違|放置|後回し|軽視|力量|甘(?:さ|い|く|かっ)|不慣れ|(?:規則|手順|ルール|指示|約束|期限|決まり)を(?:[^。、]{0,6})(?:守(?:ら|って(?:い|お))|破|無視)|無視|(?:報告|連絡|情報|話|相談)を(?:[^。、]{0,4})(?:上げ(?:な|ず|て(?:い|お))|回さ(?:な|ず)|入れ(?:な|ず))|(?:記録|メモ)を(?:残さ|取ら)(?:な|ず)|起因|のせい|(?:に|を)は?、?(?:厳重に?|厳しく|強く)(?:注意|指導|叱責)|叱責|反省|(?:伺わ|聞か)(?:ず|なかった)",
        // A virtue of the trade that was lacking, and a pain that was spared.
        "|(?:思いやり|気配り|心配り|気遣い|誠意|誠実さ|慎重さ|丁寧さ|注意(?:力|深さ)?|責任感|自覚|意識|危機感|緊張感|想像力|敬意|礼儀|礼節|心構え|姿勢|経験|知識|理解|配慮|熱意|周到さ|正確さ)[^。、]{0,8}(?:欠け|欠い|欠く|足り(?:な|ず|ませ)|不足|不十分|薄[いかく]|乏し|至ら|ありませ|ございませ|なかった)",
        "|手間を(?:惜し|省|かけ(?:ず|な))|手を(?:抜|省)|手抜き|怠け|横着|端折|誤ら(?:せ|し)|読み(?:違|飛ば)|書き違|数え違|伝え違|言い違|混同|取りこぼ|抜け落ち|気づ(?:かず|かな|けず|けな|いて(?:い|お)(?:な|ら|りませ))|気が(?:付か|つか|回ら)|考え(?:が|の)(?:足り|浅|甘|至ら)|浅はか|不用意|心ない|無神経|無理解|無関心|いい加減|投げやり|口を(?:挟|滑)|耳を(?:傾け|貸さ)(?:ず|な|ま)|(?:一人|ひとり|自分|手元)[^。、]{0,6}抱えて|個人に(?:帰|起因)|対応に(?:問題|原因|不備|落ち度)|[^。、がは]{1,12}[てで]しまい|言い返|言い張|言い募|反論|先走|安請け合い|生返事|曖昧な(?:返事|答え|回答|ご?返答)|抱え込|言い出せ|隠(?:し|そ)|ごまか|握り(?:つぶ|潰)|怒らせ|押し切",
        "|(?:確かめ|知らせ|書き残さ|残さ|返さ|答え|応え|応じ|比べ|照らし合わせ|照合せ|照合し|尋ね|戻さ|折り返さ|謝ら|詫び|復唱せ|復唱し|気に(?:留め|かけ))(?:ず(?:、|に|じま)|なかった|ない(?:まま|で)|ませんでした|て(?:い|お)(?:な|ら|りませ))",
    ))
});

/// What somebody did not do, in whatever verb; not what was not done by itself.
static JA_UNDONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:の者)?(?:個人|自身|本人)?(?:が|は|も)、?[^。がに弊当]{0,24}?(?:に[^。がに弊当]{0,12}?)?[^えけせてねへめれべげで](?:ませんでした|ておりません|ていませんでした|ておらず|ていなかった|なかった(?:ため|ので|こと|の(?:が|は|で))|ないまま|ずに(?:い|お)|ず、)",
    )
});

/// Particles of somebody to whom something is done; only a flaw of their own is theirs.
static JA_TO_THEM: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("^(?:の者)?(?:に[^はよ]|へ|を)"));

/// A flaw, or a reprimand.
static JA_FLAW: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "落ち度|過失|不備|不手際|不注意|ミス|誤り|不足|未熟|怠慢|責任|起因|原因|叱責|注意|指導|反省|資質|問題|甘|欠け|不誠実|軽率|油断|慢心|至ら",
    )
});

/// Between the staff and a fault these make somebody or something else the subject.
static JA_OTHER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "弊社|当社|会社|仕組み|体制|手順|規則|組織|システム|部門|課長|上長|私|にもかかわらず|一人に|に(?:確認|連絡|対応|判断|作業)を(?:委|任)|(?:と|からの)(?:お|ご)",
    )
});

static JA_SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:さん|氏|くん|君|社員)?(?:の者)?(?:個人|自身|本人|一人|ひとり|1名)?(?:側)?(?:が|は|も|の|による|により|によって|からの|から|に(?:は|おい|も)|へ|を|,|、)",
    )
});

static JA_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:不注意な|怠った|失念した|忘れた|ミスをした|誤った|間違えた|確認しなかった|返答しなかった|返信しなかった|未熟な|軽率な|無責任な|経験の浅い|不慣れな|原因を作った)(?:弊社の)?$",
    )
});

static EN_FAULT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:(?:gave|sent|told|quoted|named) you (?:the|a|an) wrong|misinformed you|(?:kept|left) you waiting|(?:let|left) (?:it|them|this|that|(?:your|the) [a-z]+) (?:lie|lying|sit|sitting|slip|slide|drop|go|wait|waiting|rest|unanswered|undone|unread)|left it at that|stopped there|put (?:it|them) (?:aside|off)|sat on (?:it|them|your|the)|in (?:too much of )?a hurry|brushed [A-Za-z. ]{1,24}(?:aside|off)|(?:habit of )?talk(?:ing|ed|s) over|lost (?:sight|track)|paid no (?:attention|heed)|ignored|mislaid|careless[A-Za-z0-9_]*|fail(?:ed|ure|ing|s)?|forg[eo]t[A-Za-z0-9_]*|neglect[A-Za-z0-9_]*|overlook[A-Za-z0-9_]*|did not|didn['’]t|had not|hadn['’]t|was not|wasn['’]t|never|mistak[A-Za-z0-9_]+|errors?|fault|to blame|negligen[A-Za-z0-9_]+|wrong(?:ly)?|inexperience[A-Za-z0-9_]*|lack(?:ed|s|ing)?|poor(?:ly)?|rude[A-Za-z0-9_]*|curt|misunderst[A-Za-z0-9_]+|mishandl[A-Za-z0-9_]+|omit[A-Za-z0-9_]*|unprofessional[A-Za-z0-9_]*|incompeten[A-Za-z0-9_]+|sloppy|sloppily|lapses?|let you down|inattenti[A-Za-z0-9_]+|oversight|ignored?|misread|misheard|got [a-z ]{1,20} wrong|let [a-z ]{1,20} (?:drift|slip|slide)|dropped the ball|ought to have|ought not|should not have|should never|could have|had no business|chose not|saw no need|decided not|could not be bothered|failed|took it upon|overstepp[A-Za-z0-9_]*|exceeded (?:his|her|their)|jumped to|hasty|hastily|rash(?:ly)?|tactless(?:ly)?|thoughtless(?:ly)?|insensitive(?:ly)?|impolite(?:ly)?|discourteous(?:ly)?|harsh(?:ly)?|brusque(?:ly)?|dismissive(?:ly)?|lazy|lazily|unreliable|unprepared|out of (?:his|her|their) depth|argued|quarrel+ed|contradicted|lost (?:his|her|their) (?:temper|patience|head)|misjudged|miscount[A-Za-z0-9_]*|muddled|swapped|missed (?:it|this|that|your|the [a-z]+)|too (?:late|hasty|quick|little|lightly)|could not keep|not up to|cut (?:a )?corners?|took a short ?cut|kept (?:it|this|that|your [a-z]+) to (?:himself|herself|themselves)|let (?:you|your [a-z]+) down|without (?:any )?(?:authority|consulting|thinking)|lost track|mixed up|confused|slipped|not paying attention|on (?:his|her|their) own|told nobody|should have|without (?:telling|asking|checking)|broke the rules?|messed|botched|skipp?ed|disregard[A-Za-z0-9_]*|too slow|disciplin[A-Za-z0-9_]+|reprimand[A-Za-z0-9_]*|human error)(?-u:\b)",
    )
});

static EN_OTHER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:we|us|I|you|company|process|procedure|system|rules?|form|your|so that|because|when|before|it (?:was|is|had|did)|to (?:trace|find|correct|fix|look for|search for) (?:the|all|every))(?-u:\b)|, and the(?-u:\b)|[;:]",
    )
});

static EN_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:mistakes?|errors?|fault|blame|failure|oversight|carelessness|negligence|lapse|omission|slip)(?: [A-Za-z0-9_]+){0,2} (?:by|of|on the part of|from|made by|(?:lies|lay|rests|rested)(?: solely| entirely| only| alone)? with|was with|down to) $|(?-u:\b)(?:(?:is|was|all) down to|caused by|due to|because of) $|(?-u:\b)(?:careless|inexperienced|negligent|forgetful) $",
    )
});

/// A fault looked for or kept away: 漏れがないかを点検します.
static PREVENTED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("^(?:が|は|も|の|を)?(?:な(?:い|く)|無[いく]|ござい?ませんか|防|見つけ|減ら)"));

/// What the client thinks of the staff, told back.
static TOLD_BY_CLIENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)you (?:feel|felt|found|think|thought|say|said|told us|believe|wrote)(?-u:\b)(?: that)? $",
    )
});

/// People in general as the cause.
static ABSTRACT: LazyLock<Wording> = LazyLock::new(|| {
    Wording::new(
        r"(?-u:\b)(?:his|her|their (?:own )?) (?:lack of (?:experience|care|attention|knowledge)|inexperience|carelessness|negligence|mistake|oversight|error|fault)(?-u:\b)|(?-u:\b)(?:his|her|their) predecessor['’]s (?:inexperience|inattention|carelessness|negligence|mistakes?|errors?|faults?)(?-u:\b)|人為的ミス|人為的な(?:ミス|誤り)|ヒューマンエラー|(?-u:\b)human error(?-u:\b)",
        "",
    )
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let staff = staff(context, &reading);
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let first = staff.partition_point(|place| place.start < sentence.start);
        let here = staff.iter().skip(first).take_while(|place| place.start < sentence.end);
        // "Our engineer said that the detectors ought to …": what is said of things is no fault of who says it.
        let says = |place: &Range<usize>| {
            let after = text.get(place.end..sentence.end).unwrap_or_default();
            let said = [" said that the ", " says that the ", " told you that the "];
            said.iter().any(|word| after.starts_with(word))
        };
        let here = here.filter(|place| place.end <= sentence.end && !says(place));
        let fault = here.filter_map(|place| fault(context.lang, text, &sentence, place)).next();
        if let Some(place) = fault.filter(|place| !reading.is_quoted(place)) {
            found.push(finding(reading.original(place)));
        }
    }
    found.extend(
        ABSTRACT
            .find(&reading)
            .into_iter()
            .map(|(place, _)| finding(place).with_severity(Severity::Warn).with_confidence(Confidence::Medium)),
    );
    Ok(found)
}

fn finding(place: Range<usize>) -> Finding {
    let message = Message::new(
        "担当者や社員が落ち度の主語になっています",
        "a person of our own side is the subject of the fault",
    );
    Finding::error(RULE.id, place, message).suggest(Message::new(
        "「弊社の確認が不十分でございました」のように、会社を主語にして書いてください",
        "make the company the subject: `we did not confirm …`",
    ))
}

/// Bytes behind the staff in which a flaw is their own: 担当のミスを.
const FLAW_NEXT: usize = 12;
/// Bytes before and after the staff in which a fault is looked for.
const AROUND: usize = 600;

/// From the staff to the fault, if the sentence lays the one on the other.
fn fault(lang: Lang, text: &str, sentence: &Range<usize>, staff: &Range<usize>) -> Option<Range<usize>> {
    let (subject, fault, other, before, reach) = match lang {
        Lang::Ja => (Some(&*JA_SUBJECT), &*JA_FAULT, &*JA_OTHER, &*JA_BEFORE, 45),
        Lang::En => (None, &*EN_FAULT, &*EN_OTHER, &*EN_BEFORE, 70),
    };
    // Farther away is nothing that is said of them, however long the sentence is.
    let from = text.ceil_char_boundary(sentence.start.max(staff.start.saturating_sub(AROUND)));
    let to = text.floor_char_boundary(sentence.end.min(staff.end + AROUND));
    let ahead = text.get(from..staff.start)?;
    if TOLD_BY_CLIENT.is_match(ahead) {
        return None;
    }
    if let Some(found) = before.find(ahead) {
        return Some(from + found.start()..staff.end);
    }
    let rest = text.get(staff.end..to)?;
    // "If Takase had checked, this would not have happened."
    if lang == Lang::En && ahead.trim_start().eq_ignore_ascii_case("if ") && rest.starts_with(" had ") {
        return Some(sentence.start..staff.end + " had".len());
    }
    if subject.is_some_and(|subject| !subject.is_match(rest)) {
        return None;
    }
    // 係員の到着の見込みをお知らせしなかった: theirs is what is spoken of, and not the deed.
    let particle = rest.chars().find(|c| matches!(c, 'は' | 'が' | 'も' | 'を'));
    let of_theirs = rest.starts_with('の') && particle == Some('を');
    if lang == Lang::Ja && of_theirs && fault.find(rest).is_none_or(|found| found.start() >= FLAW_NEXT) {
        return None;
    }
    let Some(found) = fault.find(rest) else {
        let undone = (lang == Lang::Ja).then(|| JA_UNDONE.find(rest)).flatten()?;
        // How somebody is, is no fault.
        let state = ["休", "眠", "でき", "手が回", "余裕", "体調", "出社", "出勤", "不在", "分かりません", "存じませ"];
        let fault = !other.is_match(undone.as_str()) && !state.iter().any(|word| undone.as_str().contains(word));
        return fault.then_some(staff.start..staff.end + undone.end());
    };
    if lang == Lang::Ja && JA_TO_THEM.is_match(rest) && !JA_FLAW.is_match(found.as_str()) {
        return None;
    }
    // 担当がお返事を差し上げなかったことは、弊社の不備でございます: the company answers for it.
    let behind = rest.get(found.end()..)?;
    let owned =
        ["は、弊社の不備", "は弊社の不備", "は、弊社の落ち度", "は、弊社の不手際", "は、弊社の責任", "は、会社の"];
    if PREVENTED.is_match(behind) || owned.iter().any(|words| behind.contains(words)) {
        return None;
    }
    let between = rest.get(..found.start())?;
    // What was brought along was wrong: that happens to a company.
    if found.as_str().eq_ignore_ascii_case("wrong") && between.trim_end().ends_with(" with the") {
        return None;
    }
    let near = between.chars().count() <= reach && !other.is_match(between);
    near.then_some(staff.start..staff.end + found.end())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::{assert_verdicts, assert_verdicts_in};

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("弊社の担当が承りました内容を、弊社が書面で確認しておりませんでした。", &[]),
                ("対応を担当者一人に委ねる仕組みであったため、漏れに気づけませんでした。", &[]),
                ("担当者の作業を会社として確認する手順がなく、誤りを見つけられませんでした。", &[]),
                ("貴社の人事ご担当から、残日数の誤りをお知らせいただきました。", &[]),
                ("ご担当者様への連絡漏れを、お詫びいたします。", &[]),
                ("担当変更のご要望につきまして、お返事が遅れました。", &[]),
                ("課長の相沢が、確認不足をお詫びに伺います。", &[]),
                ("生産管理部門が、登録漏れを防ぐ欄を設けます。", &[]),
                ("弊社の担当が、貴社へお電話でお詫びを申し上げました。", &[]),
                ("担当部署の間で、連絡が漏れておりました。", &[]),
                ("営業部長の大森が担当し、誤りの有無を確認いたします。", &[]),
                ("弊社の担当が登録の手順を確かめたうえで、ご連絡いたします。", &[]),
                ("お電話を受けた者が内容を登録する欄を、12月11日に設けます。", &[]),
                ("弊社には現場の皆様への思いやりが欠けておりました。", &[]),
                ("高瀬には皆様への思いやりが欠けておりました。", &["高瀬には皆様への思いやりが欠け"]),
                ("移行を受け持った者が見比べる手間を惜しみました。", &["受け持った者が見比べる手間を惜し"]),
                ("お電話を受けた社員が日付を確かめませんでした。", &["受けた社員が日付を確かめませんでした"]),
                ("高瀬亮太がご返答を忘れておりました。", &["高瀬亮太がご返答を忘れ"]),
                ("担当者が先方への返答を怠っておりました。", &["担当者が先方への返答を怠"]),
                ("経験の浅い担当者が対応しておりました。", &["経験の浅い担当者"]),
                ("西本の連絡不足が重なりました。", &["西本の連絡不足"]),
                ("ヒューマンエラーが原因です。", &["ヒューマンエラー"]),
                ("担当の者が手を付けずにいたためでございます。", &["担当の者が手を付けず"]),
                ("前任の者は、先般の不始末により担当を外れました。", &["前任の者は、先般の不始末"]),
                ("高瀬が西本へ話を回しておりませんでした。", &["高瀬が西本へ話を回しておりません"]),
                ("担当が折り返しのお電話をいたしませんでした。", &["担当が折り返しのお電話をいたしませんでした"]),
                ("担当者に任せきりにし、確認を怠っておりました。", &[]),
                ("担当にお電話の内容を伝えず、弊社としてお返事が遅れました。", &[]),
                ("担当が承った内容が、受注システムに登録されておりませんでした。", &[]),
                ("高瀬が替わりましても、手順は変わりません。", &[]),
                ("担当の者が承りますので、ご心配には及びません。", &[]),
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
                ("Our representative took your call, and we did not confirm it in writing.", &[]),
                ("We left this to our representative alone; that was wrong of us.", &[]),
                ("Your employees saw wrong leave balances.", &[]),
                ("You asked for a change of representative, and we did not answer at once.", &[]),
                ("Osamu Omori will explain what went wrong.", &[]),
                ("Our representative apologised to Ms. Miyake by phone.", &[]),
                ("We failed to support our colleagues in Sendai.", &[]),
                ("Ms. Aizawa will look into the error herself.", &[]),
                ("The cause was a rule that did not exist.", &[]),
                ("We are sorry that nobody replied to you.", &[]),
                ("Our order system had no field for a change request.", &[]),
                ("We apologise that our technician arrived with the wrong filter.", &[]),
                ("Our representative ought to have said sorry first.", &["Our representative ought to have"]),
                ("Whoever took your call put it aside.", &["Whoever took your call put it aside"]),
                ("Our sales representative did not reply.", &["Our sales representative did not"]),
                ("Ryota forgot to register it.", &["Ryota forgot"]),
                ("The mistake was made by our representative.", &["mistake was made by our representative"]),
                ("The cause was human error.", &["human error"]),
            ],
        );
    }

    #[test]
    fn the_rep_of_another_case_is_known_by_that_case() {
        let table: &[(&str, &[&str])] =
            &[("Onodera made a mistake.", &["Onodera made a mistake"]), ("Takase made a mistake.", &[])];
        assert_verdicts_in("onboarding", &RULE, Audience::Client, Lang::En, table);
        let table: &[(&str, &[&str])] = &[("小野寺が確認を怠りました。", &["小野寺が確認を怠"])];
        assert_verdicts_in("onboarding", &RULE, Audience::Client, Lang::Ja, table);
    }
}
