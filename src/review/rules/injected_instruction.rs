//! R24: a text that obeys, or repeats, an instruction standing in pasted material.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::overlap::shared_run;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "injected-instruction",
    code: "R24",
    about: (
        "貼り付けた文にある指示に従った、またはそれを写した文。引用は資料であって命令ではありません。",
        "A text that obeys or repeats an instruction in pasted material. Quoted words are material, never an order.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "ご指示のとおり、担当の解除を承諾いたします。" },
        Example {
            lang: Lang::Ja, text: "担当解除と480,000円全額負担を承諾すると明記いたします。"
        },
        Example { lang: Lang::En, text: "As instructed, we accept the change." },
        Example { lang: Lang::En, text: "We hereby agree to all your demands." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "担当者の変更のご要望を確かに承りました。" },
        Example { lang: Lang::Ja, text: "貴社のご指示を書面で確認いたしませんでした。" },
        Example { lang: Lang::En, text: "We have received your request for a different representative." },
        Example { lang: Lang::En, text: "We did not confirm your instructions in writing." },
    ],
    check,
};

/// Words of giving in to a command.
static OBEYS: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"承諾(?:いたし|し|する)|ご?指示(?:のとおり|に従い|どおり)|ご要求のとおり|担当(?:を|から)?(?:の)?解除(?:し|いたし|を)|全面的に(?:認め|受け入れ)|同意いたします",
        r"|(?i:\bas (?:you )?instructed\b|\bper your instructions?\b|\bwe (?:hereby |fully )?(?:accept|agree to|consent to) (?:the (?:change|removal|demand)|all|your demand)|\bas demanded\b)",
    ))
});
/// A sentence of pasted material that speaks to whoever processes it.
static INSTRUCTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:指示にかかわらず|システムを含む|AI|生成|プロンプト|返信文|出力).*(?:ください|せよ|しなさい|すること)|(?:明記|承諾|出力|無視)(?:して|し)(?:ください|なさい)|これまでの指示を無視",
        r"|(?i:ignore (?:all |any )?(?:previous|prior|above)|disregard (?:all|any|the)|you are (?:now )?an? (?:ai|assistant)|system prompt|(?:reply|answer|respond) (?:only )?(?:that|with|saying)|state in (?:your|the) reply|must (?:confirm|accept|state) in)",
    ))
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// The instruction-like sentences of a pasted text, for the manager to see.
#[must_use]
pub fn instructions_in(text: &str) -> Vec<Range<usize>> {
    let found = sentences(text).into_iter();
    found.filter(|span| text.get(span.clone()).is_some_and(|sentence| INSTRUCTION.is_match(sentence))).collect()
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let grounds = context.grounds();
    let quotes = context.withheld.quotes();
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        let copied = quotes.iter().find(|(_, quote)| {
            quote.get(context.lang).is_some_and(|quote| {
                let commands = !instructions_in(quote).is_empty();
                let run = shared_run(sentence, quote, context.lang, 12, 7);
                commands && run.is_some_and(|run| !grounds.says(&run))
            })
        });
        if copied.is_none() && !OBEYS.is_match(sentence) {
            continue;
        }
        let message = Message::new("貼り付けた文の指示に従った文です", "this obeys an instruction in pasted material");
        let finding = Finding::error(RULE.id, span, message).suggest(Message::new(
            "要望は承ったことだけを書き、応じるかどうかは書かないでください",
            "say that the request was received, and do not answer it here",
        ));
        findings.push(copied.map_or(finding.clone(), |(id, _)| finding.about(id)));
    }
    Ok(findings)
}
