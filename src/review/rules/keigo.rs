//! R20: wording that costs a letter its credit.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::attributed::is_asked;
use crate::review::finding::Confidence;
use crate::review::keigo::{Category, hits};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "keigo",
    code: "R20",
    about: (
        "二重敬語、尊敬語と謙譲語の混同、さ入れ・ら抜き・い抜き、くだけた語、重言、過剰な敬語など。文書の信用を損ないます。",
        "Wording that does not do in a letter to a client: hollow or blaming set phrases, slang, exclamation marks. It costs the letter its credit.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "資料をご覧になられましたでしょうか。" },
        Example { lang: Lang::Ja, text: "ご確認していただけますか。" },
        Example { lang: Lang::Ja, text: "進捗を読まさせていただきました。" },
        Example { lang: Lang::Ja, text: "まず最初に、各部署ごとに確認を進めてます。" },
        Example {
            lang: Lang::Ja, text: "確認させていただきます。訂正させていただきます。報告させていただきます。"
        },
        Example { lang: Lang::En, text: "We would like to apologise for any inconvenience." },
        Example { lang: Lang::En, text: "As you know, we will reply ASAP!" },
        Example { lang: Lang::En, text: "We take this matter very seriously." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "11月30日にお伺いいたします。黒川様がお見えになる日に合わせます。"
        },
        Example {
            lang: Lang::Ja, text: "資料をお読みになっていらっしゃるとのこと、承知いたしました。"
        },
        Example {
            lang: Lang::Ja, text: "「了解しました」とのお返事を差し上げておりませんでした。"
        },
        Example { lang: Lang::Ja, text: "全数を見れば、遅れは明らかでございます。" },
        Example { lang: Lang::En, text: "We apologise for not replying. You will have our report on 4 December." },
        Example { lang: Lang::En, text: "We take this seriously: from 27 November the manager checks every list." },
    ],
    check,
};

/// How often させていただく may stand in a document (domain table, number 68).
const PERMITTED: usize = 2;

static PERMISSION: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("させて(?:いただ|頂)[^、。]{0,5}"));

/// What an action sounds like in English: a date, a figure, somebody who does something.
static ACTION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)[0-9]|(?-u:\b)(?:we|I) (?:have|will|are|now|check(?:ed)?|changed|added|introduced|started)(?-u:\b)|(?-u:\b)(?:so|therefore|which is why)(?-u:\b)|:",
    )
});

/// Bytes before a date in which it is looked for who asked for something by then.
const BEFORE: usize = 300;

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let mut found: Vec<Finding> = Vec::new();
    for hit in hits(&reading, context.lang) {
        if context.lang == Lang::En && hit.entry.number == 17 && acts(&laid.text, &hit.place) {
            continue;
        }
        // The 10/11 of a mail may be named as it stands there.
        let asked = || {
            let from = laid.text.floor_char_boundary(hit.place.start.saturating_sub(BEFORE));
            let so_far = laid.text.get(from..hit.place.start).unwrap_or_default();
            is_asked(so_far.rsplit(['\n', '。']).next().unwrap_or_default(), context.lang)
        };
        if hit.words.contains('/') && is_quoted(context, &hit.words) && asked() {
            continue;
        }
        // A text of no known kind that greets like this is one among colleagues.
        if hit.words.starts_with("お疲れ") && !context.gives(Needs::Kind) {
            continue;
        }
        let told = hit.entry.category.told();
        let message = Message::new(format!("「{}」は{}", hit.words, told.ja), format!("`{}` {}", hit.words, told.en));
        let finding = Finding::error(RULE.id, hit.place, message)
            .with_severity(hit.entry.severity)
            .with_confidence(if hit.entry.severity == Severity::Warn { Confidence::High } else { Confidence::Medium })
            .suggest(instead(hit.entry.right));
        found.push(finding);
    }
    if context.lang == Lang::Ja {
        found.extend(permissions(&reading));
    }
    Ok(found)
}

/// Whether the figures with a stroke stand in somebody's very words.
fn is_quoted(context: &Context<'_>, words: &str) -> bool {
    let figures = words.rsplit(' ').next().unwrap_or_default();
    context.withheld.quotes().iter().any(|(_, quote)| quote.each().any(|(_, quote)| quote.contains(figures)))
}

fn instead(right: &str) -> Message {
    match right {
        "leave it out" => Message::new("削ってください", "leave it out"),
        _ => Message::new(format!("{right}と書いてください"), format!("write: {right}")),
    }
}

/// させていただく beyond what a document bears: the ones too many. Other entries report those that are wrong by themselves.
fn permissions(reading: &Reading) -> Vec<Finding> {
    let all = PERMISSION.find_iter(reading.text()).map(|found| found.range());
    let told: Vec<Range<usize>> = all.filter(|place| !reading.is_quoted(place)).collect();
    let Some(place) = told.get(PERMITTED).filter(|_| told.len() > PERMITTED) else { return Vec::new() };
    let message = Message::new(
        format!("「させていただく」が {} 回あります。{}", told.len(), Category::Excessive.told().ja),
        format!("させていただく stands here {} times and {}", told.len(), Category::Excessive.told().en),
    );
    let suggestion = Message::new("「いたします」と書いてください", "write いたします");
    let finding = Finding::error(RULE.id, reading.original(place.clone()), message);
    vec![finding.with_severity(Severity::Warn).suggest(suggestion)]
}

/// Whether something is done about it in the same sentence or the next two.
fn acts(text: &str, place: &Range<usize>) -> bool {
    let rest = text.get(place.end..).unwrap_or_default();
    let paragraph = rest.split("\n\n").next().unwrap_or_default();
    let mut end = paragraph.len().min(240);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    ACTION.is_match(paragraph.get(..end).unwrap_or_default())
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
                ("黒川様がお召し上がりになる品でございます。", &[]),
                ("弊社からお伺いし、ご説明申し上げます。", &[]),
                ("仕組みを設けたほうが早いと考えました。", &[]),
                ("参考になれば幸いでございます。", &[]),
                ("この箱は切れる刃で加工し、機械に入れる前に確かめます。", &[]),
                ("再発防止の手順を定め、後任を育てます。", &[]),
                ("変更のご依頼は書面で承ります。ご請求は無料になります。", &[]),
                ("どの点をご説明すべきか、弊社の考えをお伝えします。", &[]),
                ("ご担当者様にお伝えします。", &[]),
                ("そのため、確認が遅れました。", &[]),
                ("部署ごとに確認し、再度ご連絡いたします。", &[]),
                ("確認させていただき、後日ご報告させていただきます。", &[]),
                ("来週お使いになれます。弊社からお届けできます。", &[]),
                ("ご都合の良い日を、この表から一つお選びください。", &[]),
                ("試しにお使いいただきたいと存じます。", &[]),
                ("来週からお使いできます。", &["お使いできます"]),
                ("明日には書面を送れます。", &[]),
                ("明日には書面を送れれます。", &["送れれます"]),
                ("お疲れさまです。相沢でございます。", &["お疲れさまです"]),
                ("黒川様がおっしゃられた点を承りました。", &["おっしゃられた"]),
                ("担当者にお伝えします。", &["担当者にお伝えします"]),
                ("三宅様が申されたとおりです。", &["申された"]),
                ("黒川様が参られました。", &["参られました"]),
                ("弊社のお考えをお伝えします。", &["弊社のお考え"]),
                ("なので、確認が遅れました。", &["なので"]),
                ("すみませんでした。", &["すみませんでした"]),
                ("誠に遺憾に存じます。", &["誠に遺憾に存じます"]),
                ("前向きに検討いたします。", &["前向きに検討いたします"]),
                ("御社にお伺いします。", &["御社"]),
                ("資料のほうをお送りします。", &["資料のほうを"]),
                ("箱が来れない日がありました。", &["来れない"]),
                ("ご迷惑をおかけしてしまった形となり、お詫びいたします。", &["おかけしてしまった形となり"]),
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
                ("Please tell us if there are any problems with the list.", &[]),
                ("You told us \"as you know\" in your mail.", &[]),
                ("You should have received our reply by 30 October.", &[]),
                ("Certainly! We apologise.", &[]),
                ("We will recall the cartons on 12 November.", &[]),
                ("We would like to offer our apologies.", &["would like to offer our apologies"]),
                ("As you remember, the date was changed.", &[]),
                ("We will call as quickly as we can.", &["as quickly as we can"]),
                ("We apologise, certainly!", &["certainly!"]),
                ("Mistakes were made.", &["Mistakes were made"]),
                ("The delay occurred on 10 November.", &["The delay occurred"]),
                ("Per my last email, the list is attached.", &["Per my last email"]),
                ("This was an isolated incident due to human error.", &["isolated incident", "human error"]),
                ("Please understand that we are small.", &["Please understand that"]),
                ("Please forgive us.", &["Please forgive us"]),
                ("We thank you for your patience!", &["patience!"]),
            ],
        );
    }
}
