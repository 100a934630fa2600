//! R02: a disputed or unverified point told as if it were settled.

use std::ops::Range;

use crate::facts::{Audience, name_parts};
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::Finding;
use crate::review::attributed::{
    is_item, is_labelled_open, is_led_open, is_marked_row, is_open, is_taken_back, is_to_come, without_causes,
    without_factives,
};
use crate::review::presupposed::merely;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::{quotations, sentences};
use crate::review::settled::Judge;

pub(in crate::review) const RULE: Rule = Rule {
    id: "disputed-as-fact",
    code: "R02",
    about: (
        "双方の言い分が異なる点や未確認の点を、事実として書いた文。一方の言い分を認めることにも、先方を責めることにもなります。",
        "A disputed or unverified point told as a fact. It confesses to one version or accuses the other side.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example {
            lang: Lang::Ja, text: "11月10日への前倒しをお約束したにもかかわらず、お届けできませんでした。"
        },
        Example { lang: Lang::Ja, text: "11月10日の納入を承諾しておりました。" },
        Example { lang: Lang::Ja, text: "弊社は、10月30日までにお返事するとお答えしました。" },
        Example { lang: Lang::Ja, text: "貴社の包装ラインが停止する事態となりました。" },
        Example { lang: Lang::En, text: "We agreed to 10 November and did not deliver." },
        Example { lang: Lang::En, text: "We had promised delivery on 10 November." },
        Example { lang: Lang::En, text: "We said we would answer by 30 October and did not." },
        Example { lang: Lang::En, text: "Your packing line stood still for a day." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "10月28日のお電話の内容につきましては、貴社と弊社とで認識に相違がございます。",
        },
        Example {
            lang: Lang::Ja,
            text: "納入を11月10日午前に早めるようご指示になり、弊社が承知したと承っております。",
        },
        Example {
            lang: Lang::Ja, text: "11月10日13時から、貴社の包装ラインが停止したと伺っております。"
        },
        Example {
            lang: Lang::Ja, text: "経緯を11月27日までに書面でご報告することをお約束しました。"
        },
        Example {
            lang: Lang::Ja, text: "貴社の包装ラインが停止しました。この点の裏づけは、まだ確認できていません。"
        },
        Example {
            lang: Lang::En,
            text: "Your packing line stood still for a day. We have not been able to verify this.",
        },
        Example { lang: Lang::En, text: "Our recollections of the call of 28 October differ." },
        Example {
            lang: Lang::En,
            text: "As we understand it, you told us to deliver on the morning of 10 November and we agreed.",
        },
        Example { lang: Lang::En, text: "We understand from you that your packing line stood still." },
        Example { lang: Lang::En, text: "We promised a written account by 27 November." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let judge = Judge::of(context);
    if judge.is_idle() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for span in sentences(&laid.text) {
        let sentence = laid.text.get(span.clone()).unwrap_or_default();
        // A heading such as 「認識が異なる点」 covers what is listed under it; a plain sentence speaks for itself.
        let led = is_led_open(&laid.text, span.start, context.lang);
        // The label of a line is that of all its sentences.
        let head = laid.text.get(..span.start).unwrap_or_default().rfind('\n').map_or(0, |at| at + 1);
        let line = laid.text.get(head..span.end).unwrap_or(sentence).trim_start();
        let rest = |from: usize| laid.text.get(from..).unwrap_or_default().lines().next().unwrap_or_default();
        let led_open = is_marked_row(rest(head))
            || is_taken_back(rest(span.end), context.lang)
            || (led && is_item(sentence))
            || is_labelled_open(line, context.lang)
            || is_labelled(context, sentence);
        for part in parts(sentence, context.lang) {
            let start = span.start + part.start;
            let part = sentence.get(part).unwrap_or_default();
            // "You merely asked whether" leaves nothing open.
            let small = merely(part, context.lang).is_some()
                && (part.contains("asked whether") || part.contains("our request"));
            let open = if small {
                is_open(&part.replace("asked whether", "asked").replace("our request", "our wish"), context.lang)
            } else {
                led_open || is_open(&without_causes(&without_factives(part), context.lang), context.lang)
            };
            if judge.quotes(part) {
                continue;
            }
            if open {
                found.extend(judge.misattributed(part).map(|finding| {
                    let at = start + finding.span.start..start + finding.span.end;
                    Finding { span: at, ..finding }
                }));
                continue;
            }
            let quoted = quotations(part);
            let told = |finding: &Finding| {
                is_to_come(part, &finding.span, context.lang)
                    || is_in_quotes(&laid.text, start + finding.span.start)
                    || quoted.iter().any(|quote| quote.start <= finding.span.start && finding.span.end <= quote.end)
            };
            // A question on what is not verified is the way to find out.
            let led = led || part.ends_with("か。") || part.ends_with("か？");
            let first: Vec<Finding> = judge.part(part, led).into_iter().filter(|finding| !told(finding)).collect();
            // Another clause may take another thing for granted.
            let end = first.iter().map(|finding| finding.span.end).max().unwrap_or(part.len());
            let rest = part.get(end..).unwrap_or_default();
            let comma = rest
                .find(['、', ','])
                .map(|at| end + at + rest.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
            let more = comma.map(|from| {
                judge
                    .part(part.get(from..).unwrap_or_default(), led)
                    .into_iter()
                    .map(move |finding| Finding { span: finding.span.start + from..finding.span.end + from, ..finding })
            });
            let start_of_first = first.iter().map(|finding| finding.span.start).min();
            let head = start_of_first.and_then(|at| part.get(..at)?.rfind(['、', ',']));
            let before = head.map(|to| judge.part(part.get(..to).unwrap_or_default(), led));
            let before: Vec<Finding> = before.into_iter().flatten().filter(|finding| !told(finding)).collect();
            // As promised, they should have arrived: one thing still.
            let again = |finding: &Finding| {
                let rest = end..part.len();
                let words = part.get(finding.span.clone()).unwrap_or_default();
                rest.contains(&finding.span.start)
                    && (words.starts_with("should have") || words.contains("due") || words.ends_with("しか"))
            };
            let more: Vec<Finding> =
                more.into_iter().flatten().filter(|finding| !told(finding) && !again(finding)).collect();
            found.extend(before.into_iter().chain(first).chain(more).map(|finding| {
                let at = start + finding.span.start..start + finding.span.end;
                Finding { span: at, ..finding }
            }));
        }
    }
    Ok(found)
}

/// Whether a line begins with somebody whose account it gives: 高瀬：できれば10日にと相談された.
fn is_labelled(context: &Context<'_>, sentence: &str) -> bool {
    let Some(at) = sentence.find([':', '：']) else { return false };
    let label = sentence.get(..at).unwrap_or_default();
    let whole = context.withheld.whole();
    let names = whole.own_people.iter().map(|person| &person.name);
    let mut names = names.chain(whole.client_people.iter().map(|person| &person.name));
    label.chars().count() <= 16
        && names.any(|name| {
            let mut parts = name_parts(name.get(context.lang).unwrap_or_default());
            parts.any(|part| part.chars().count() > 1 && label.contains(part))
        })
}

/// Whether a place of a line stands between straight quotation marks that a sentence's end has cut apart.
fn is_in_quotes(text: &str, at: usize) -> bool {
    let from = (at.saturating_sub(300)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let line = text.get(from..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let closes = text.get(at..).unwrap_or_default().lines().next().is_some_and(|rest| rest.contains('"'));
    closes && line.matches('"').count() % 2 == 1
}

/// The parts of a sentence that a mark of doubt covers each by itself: in 「認識に相違がございますが、お約束した…」 the
/// second stands alone.
fn parts(sentence: &str, lang: Lang) -> Vec<Range<usize>> {
    let breaks: &[&str] = lang.pick(
        &[
            "が、",
            "ものの、",
            "けれども、",
            "一方で、",
            "一方、",
            "しかし、",
            "にもかかわらず、",
            "でしたため、",
            "ましたため、",
            "でしたので、",
            "ましたので、",
        ],
        &[", but ", "; ", ", although ", ", yet ", ", however", " – ", " — "],
    );
    // Behind a noun が marks who or what does something: …ことが、見逃しを招いた is one clause.
    let joins = |at: usize, mark: &str| {
        mark != "が、"
            || sentence
                .get(..at)
                .is_none_or(|before| before.ends_with(['た', 'す', 'る', 'い', 'だ', 'ん', 'う', 'く', 'つ']))
    };
    let marks = breaks.iter().flat_map(|mark| sentence.match_indices(mark)).filter(|(at, mark)| joins(*at, mark));
    let mut starts: Vec<usize> = marks.map(|(at, mark)| at + mark.len()).collect();
    starts.sort_unstable();
    starts.push(sentence.len());
    let mut from = 0;
    let mut parts = Vec::new();
    for to in starts {
        parts.push(from..to);
        from = to;
    }
    parts
}
