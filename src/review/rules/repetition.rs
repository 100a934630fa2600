//! R28: the same words again and again.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::facts::normalise::compare_key;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::looping::{circle, is_mostly_repeated};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "repetition",
    code: "R28",
    about: (
        "同じ文や語の繰り返し。強調の語やお詫びは、重ねるほど空虚に響きます。同じ文が三度続くのは、モデルの空回りです。",
        "The same sentence or word again and again. Stacked apologies ring hollow; a sentence said three times is a model going in circles.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example {
            lang: Lang::Ja, text: "深くお詫びいたします。深くお詫びいたします。深くお詫びいたします。"
        },
        Example { lang: Lang::Ja, text: "弊社は、弊社は、弊社は、弊社は、確認しております。" },
        Example {
            lang: Lang::Ja, text: "誠に申し訳ございません。誠に遅くなりました。誠に恐縮です。"
        },
        Example { lang: Lang::En, text: "We are checking this now. We are checking this now." },
        Example { lang: Lang::En, text: "We will report, we will report, we will report, and we will." },
        Example { lang: Lang::En, text: "We are very, very sorry. It was very wrong." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "誠に申し訳ございません。経緯は書面でご報告いたします。重ねてお詫び申し上げます。",
        },
        Example { lang: Lang::Ja, text: "11月27日に経緯を、12月4日に進捗をご報告いたします。" },
        Example { lang: Lang::Ja, text: "承りました。確認しております。" },
        Example { lang: Lang::En, text: "We are sorry. You will hear from us by 27 November." },
        Example { lang: Lang::En, text: "We did not confirm it. We did not reply to it." },
        Example { lang: Lang::En, text: "On 10 November you called. On 11 November we delivered." },
    ],
    check,
};

/// Words that strengthen; twice is enough.
static INTENSIFIER: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "誠に|まことに|深く|大変|たいへん|心より|心から|衷心より|重ねて|何卒|なにとぞ|厚く|切に|甚だ|非常に|極めて|本当に|ひたすら|幾重にも|くれぐれも|謹んで",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:sincere(?:ly|st)?|deep(?:ly|est)?|very|truly|extremely|profound(?:ly)?|really)(?-u:\b)",
        ),
    ]
});

/// Words that apologise; three times is enough.
static APOLOGY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("お詫び|おわび|申し訳|申しわけ|謝罪|陳謝|ご容赦|お許し|ご寛恕"),
        Pattern::fixed(r"(?i)(?-u:\b)apolog[A-Za-z0-9_]+|(?-u:\b)sorry(?-u:\b)"),
    ]
});

/// How a polite sentence ends. The longer ending counts: いたしました is not ました.
const ENDINGS: [&str; 14] = [
    "申し上げます",
    "ございます",
    "いたしました",
    "いたします",
    "まいります",
    "おりました",
    "おります",
    "ください",
    "ました",
    "ません",
    "でした",
    "です",
    "ます",
    "した",
];

/// Like endings in a row that are too many.
const ALIKE: usize = 3;

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let text = &laid.text;
    let prose = prose(laid);
    let mut found = same_sentences(text, &prose, context);
    for section in laid.sections.iter().filter(|section| section.prose) {
        found.extend(going_round(text, &section.span));
    }
    if context.facts.audience() == Audience::Client {
        found.extend(too_many(text, &prose, context.lang.of(&INTENSIFIER), 2, true));
        found.extend(too_many(text, &prose, context.lang.of(&APOLOGY), 3, false));
        // The rhythm of a letter; a memo may state one thing after the other.
        if context.lang == Lang::Ja {
            found.extend(like_endings(text, &prose));
        }
    }
    found.sort_by_key(|finding| finding.span.start);
    Ok(found)
}

/// Sentences of prose: not the frame, nor lists and tables of a text by hand.
fn prose(laid: &Laid) -> Vec<Range<usize>> {
    let inside = |span: &Range<usize>| {
        laid.sections
            .iter()
            .any(|section| section.prose && section.span.start <= span.start && span.end <= section.span.end)
    };
    let text = |span: &Range<usize>| laid.text.get(span.clone()).unwrap_or_default();
    let running = |span: &Range<usize>| {
        let text = text(span);
        !["・", "- ", "* ", "•", "※"].into_iter().any(|mark| text.starts_with(mark))
            && !text.contains('\t')
            // "Responsible: Sales Section 2.": a line of a form.
            && !text.split_once([':', '：']).is_some_and(|(label, rest)| label.chars().count() <= 16 && rest.len() <= 60)
            && text
                .trim_end_matches(['」', '』', '）', ')', '"', '”'])
                .ends_with(['。', '．', '.', '!', '?', '！', '？'])
    };
    sentences(&laid.text).into_iter().filter(|span| inside(span) && running(span)).collect()
}

/// A sentence said twice is a slip, said three times a loop. Short ones such as 承知しました may come again.
fn same_sentences(text: &str, prose: &[Range<usize>], context: &Context<'_>) -> Vec<Finding> {
    // The entries of a log are short and alike: Owner Kubota, due 10 November.
    let least = if context.facts.audience() == Audience::Client { 4 } else { 6 };
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for span in prose {
        let sentence = text.get(span.clone()).unwrap_or_default();
        let long = match context.lang {
            Lang::Ja => sentence.chars().count() >= 10,
            Lang::En => sentence.split_whitespace().count() >= least,
        };
        if !long {
            continue;
        }
        let count = times.entry(compare_key(sentence)).or_default();
        *count += 1;
        let severity = match *count {
            2 => Severity::Warn,
            3 => Severity::Error,
            _ => continue,
        };
        let message =
            Message::new(format!("同じ文が{count}度あります"), format!("the same sentence stands here {count} times"));
        let finding = Finding::error(RULE.id, span.clone(), message).with_severity(severity);
        found.push(finding.suggest(Message::new("一度だけ書いてください", "say it once")));
    }
    found
}

/// Words that turn in a circle.
fn going_round(text: &str, section: &Range<usize>) -> Option<Finding> {
    let part = text.get(section.clone())?;
    let place = circle(part).or_else(|| is_mostly_repeated(part).then_some(0..part.len()))?;
    let message = Message::new("同じ言葉が続いています", "the words go round in circles");
    let span = section.start + place.start..section.start + place.end;
    Some(
        Finding::error(RULE.id, span, message)
            .suggest(Message::new("この部分を書き直してください", "write this part anew")),
    )
}

/// The first word beyond the number that is enough; each word by itself, or all together.
fn too_many(text: &str, prose: &[Range<usize>], words: &Pattern, most: usize, each: bool) -> Vec<Finding> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for span in prose {
        let sentence = text.get(span.clone()).unwrap_or_default();
        for word in words.find_iter(sentence) {
            let name = if each { word.as_str().to_lowercase() } else { String::new() };
            let count = times.entry(name).or_default();
            *count += 1;
            if *count == most + 1 {
                let place = span.start + word.start()..span.start + word.end();
                let message = Message::new(
                    format!("「{}」のような語は{most}度までです", word.as_str()),
                    format!("words like `{}` stand here more than {most} times", word.as_str()),
                );
                let finding = Finding::error(RULE.id, place, message).with_severity(Severity::Hint);
                found.push(finding.suggest(Message::new("一つに絞ってください", "keep one of them")));
            }
        }
    }
    found
}

/// Three sentences in a row that end alike, within a paragraph or across two.
fn like_endings(text: &str, prose: &[Range<usize>]) -> Vec<Finding> {
    let ending = |span: &Range<usize>| {
        let sentence = text.get(span.clone()).unwrap_or_default().trim_end_matches(['。', '」', '）', '！', '？']);
        ENDINGS.into_iter().find(|ending| sentence.ends_with(ending))
    };
    let mut found = Vec::new();
    let mut run = 0;
    let mut last: Option<&str> = None;
    for span in prose {
        let this = ending(span);
        run = if this.is_some() && this == last { run + 1 } else { 1 };
        last = this;
        if let (ALIKE, Some(ending)) = (run, this) {
            let message = Message::new(
                format!("「{ending}」で終わる文が三つ続いています"),
                format!("three sentences in a row end in {ending}"),
            );
            let finding = Finding::error(RULE.id, span.clone(), message).with_severity(Severity::Hint);
            found.push(
                finding
                    .with_confidence(Confidence::Medium)
                    .suggest(Message::new("文末を変えてください", "vary the ending")),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::Severity;
    use crate::review::tests::fixture::Bench;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("いろいろと、たびたび、重ね重ねのご配慮をいただきました。", &[]),
                ("11月27日にご報告いたします。12月4日にご報告いたします。12月18日にご報告いたします。", &[]),
                ("・経緯のご報告（書面）\n・経緯のご報告（書面）\n・経緯のご報告（書面）", &[]),
                ("承知しました。承知しました。", &[]),
                ("――――――――――――――――――――", &[]),
                ("1箱、10箱、100箱、1000箱でございます。", &[]),
                ("誠に申し訳ございません。重ねてお詫び申し上げます。", &[]),
                ("株式会社玖珠乃製菓様、玖珠乃製菓様の仙台工場の件です。", &[]),
                ("三宅様から、三宅様のご事情を伺いました。", &[]),
                ("各部各課の各担当の各位にお伝えいたします。", &[]),
                ("はい、はい、とお答えするばかりでした。", &[]),
                ("経緯を確認しております。書面でお送りします。経緯を確認しております。", &["経緯を確認しております。"]),
                ("確認を確認を確認を確認を進めます。", &["確認を確認を確認を確認を"]),
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
                ("You told us. We heard you. You told us.", &[]),
                ("- A report\n- A report\n- A report", &[]),
                ("10 cartons, 100 cartons and 1,000 cartons.", &[]),
                ("We did not confirm it, we did not reply to it and we did not register it.", &[]),
                ("It was 9:10, then 9:40, then 14:30.", &[]),
                ("--------------------------------", &[]),
                ("We read it, and read it again, and again.", &[]),
                ("Every mapping, every row and every header is checked.", &[]),
                ("That that call mattered was clear.", &[]),
                ("Kusuno's plant and Kusuno's line stood still.", &[]),
                ("We will check it. It is late. We will check it.", &["We will check it."]),
                ("We we we we are sorry.", &["We we we we "]),
            ],
        );
    }

    #[test]
    fn stacked_words_and_like_endings_are_hints() {
        let hints = |lang: Lang, text: &str| {
            let bench = Bench::of("cartons", Audience::Client, lang, "client-apology-letter");
            let (laid, findings) = bench.judge(&RULE, text);
            let hints = findings.into_iter().filter(|finding| finding.severity == Severity::Hint);
            hints.map(|finding| laid.text[finding.span].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            hints(Lang::Ja, "お詫びします。申し訳ありません。陳謝しました。重ねてお詫び申し上げます。"),
            ["お詫び"]
        );
        assert_eq!(hints(Lang::Ja, "確認です。調査です。報告です。"), ["報告です。"]);
        assert_eq!(hints(Lang::En, "Sorry. We apologise. Our apologies. So sorry."), ["sorry"]);
        assert_eq!(hints(Lang::En, "We are very glad. Very well. It was very late."), ["very"]);
    }
}
