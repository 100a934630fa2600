//! R02: what the two sides remember differently, or nobody has checked, told as fact.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::Searchable;
use crate::facts::{Audience, Event, Id, Status};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::overlap::{shared_run, substance};
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "disputed-as-fact",
    code: "R02",
    about: (
        "認識が分かれている、または未確認のことを、そう断らずに書いた文。認めたことにも、相手を責めることにもなります。",
        "Something disputed or unverified told as fact, without saying whose account it is. It confesses, or it accuses.",
    ),
    audiences: &[Audience::Client, Audience::Rep, Audience::Internal],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example {
            lang: Lang::Ja, text: "11月10日への前倒しをお約束したにもかかわらず、お届けできませんでした。"
        },
        Example { lang: Lang::Ja, text: "貴社の包装ラインが停止し、ご迷惑をおかけしました。" },
        Example { lang: Lang::En, text: "We agreed to 10 November and did not deliver." },
        Example { lang: Lang::En, text: "Your packing line stood still from 13:00 on 10 November." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "11月10日への前倒しを承ったとのご認識と、弊社の認識が異なっております。"
        },
        Example { lang: Lang::Ja, text: "貴社の包装ラインが停止したと伺っております。" },
        Example {
            lang: Lang::En,
            text: "As we understand it, you told us to deliver on the morning of 10 November and we agreed.",
        },
        Example { lang: Lang::En, text: "You told us that your packing line stood still from 13:00 on 10 November." },
    ],
    check,
};

/// Words that say whose account it is.
static MARKERS: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"認識|承って|承りました|伺って|伺いました|とのこと|とのお話|相違|異なる|異なっ|食い違|分かれ|ご指摘|ご記憶|確認中|かどうか|の有無|伺った",
        r"|(?i:recollect|remember|understand|you (?:also )?told us|your account|according to|differ|as we recall|whether|we heard from you|unverified|still checking)",
    ))
});
/// An agreement taken for granted.
static TAKEN_FOR_GRANTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:お約束|約束|合意|承諾|了承|承知)(?:し|いたし)?(?:た|て(?:いた|おりました|おきながら))?(?:に(?:も)?(?:かか|関)わらず|のに|納期|とおり)",
        r"|(?i:\bas (?:we )?agreed\b|agreed in the (?:minutes|meeting)|(?:although|even though|despite)[^.]{0,60}(?:agreed|promised)|(?:agreed|promised)[^.]{0,60}(?:although|even though|despite))",
    ))
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        if MARKERS.is_match(sentence) {
            continue;
        }
        if let Some(id) = unsettled(context, sentence) {
            let message = Message::new(
                "認識が分かれている、または未確認のことが、事実として書かれています",
                "something disputed or unverified is told as fact",
            );
            findings.push(Finding::error(RULE.id, span, message).about(&id).suggest(Message::new(
                "「〜と承っております」「認識が異なる点がございます」のように、誰の認識かを書いてください",
                "say whose account it is: \"as we understand it\", \"you and we remember it differently\"",
            )));
        }
    }
    Ok(findings)
}

/// The unsettled entry a sentence takes for granted.
fn unsettled(context: &Context<'_>, sentence: &str) -> Option<Id> {
    let searched = Searchable::of(sentence);
    let disputed = context.withheld.unsettled().filter(|event| event.status == Status::Disputed);
    for event in disputed {
        let takes_side = event.disputed_words.iter().any(|word| !searched.find(word).is_empty());
        if takes_side || TAKEN_FOR_GRANTED.is_match(sentence) || repeats_version(event, sentence, context.lang) {
            return Some(event.id.clone());
        }
    }
    let unverified = context.withheld.unsettled().filter(|event| event.status == Status::Unverified);
    for event in unverified {
        let content = event.content.get(context.lang);
        if content.is_some_and(|content| repeats(sentence, content, context.lang)) {
            return Some(event.id.clone());
        }
    }
    let heard = context.withheld.positions().iter().filter(|position| position.status == Status::Unverified);
    for position in heard {
        let words = position.acknowledge.as_ref().and_then(|text| text.get(context.lang));
        if words.is_some_and(|words| repeats(sentence, words, context.lang)) {
            return Some(position.id.clone());
        }
    }
    None
}

/// Whether a sentence says at length what a text says, dates and grammar apart.
fn repeats(sentence: &str, text: &str, lang: Lang) -> bool {
    let run = shared_run(sentence, text, lang, 8, 5);
    run.is_some_and(|run| substance(&run, lang) >= lang.pick(5, 3))
}

/// Whether a sentence repeats a side's version.
fn repeats_version(event: &Event, sentence: &str, lang: Lang) -> bool {
    let versions = [&event.our_version, &event.client_version];
    let mut texts = versions.into_iter().filter_map(|version| version.as_ref()?.get(lang));
    texts.any(|version| repeats(sentence, version, lang))
}
