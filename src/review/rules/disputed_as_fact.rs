//! R02: a disputed or unverified point told as if it were settled.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::{Value, find_all, mentions};
use crate::facts::{Audience, Event, Facts, Status};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::agreement::agrees;
use crate::review::finding::Confidence;
use crate::review::overlap::{Meaning, Open, Pieces, copied};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::topic::Topic;

pub(in crate::review) const RULE: Rule = Rule {
    id: "disputed-as-fact",
    code: "R02",
    about: (
        "双方の言い分が異なる点や未確認の点を、事実として書いた文。一方の言い分を認めることにも、先方を責めることにもなります。",
        "A disputed or unverified point told as a fact. It confesses to one version or accuses the other side.",
    ),
    audiences: &[Audience::Client, Audience::Rep, Audience::Internal, Audience::Personnel, Audience::Successor],
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

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Words that leave a point open or say whose account it is.
static OPEN_JA: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "認識|記憶|相違|齟齬|食い違|異な[るりっ]|分かれて|見解|ご?主張|ご指摘|おっしゃ|言い分",
        "|とのこと|とのお話|とのご|との説明|と(?:の旨)?(?:を|も)?(?:承|伺|お聞き|聞いて|うかが)|お話(?:を|も|が)",
        "|から(?:伺|承|お聞き|うかが)|(?:伺|承|うかが)って(?:おり|い)ます",
        "|確認中|確認して|確認を進め|確認し|調査中|かどうか|か否か|有無|未確認|可能性|決めること",
    ))
});
static OPEN_EN: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        r"(?i)(?-u:\b)(?:as (?:we|you|i) (?:understand|remember|recall|see)|(?:we|i) understand|you (?:have |also )?(?:told|said|informed",
        r"|wrote|report|state|explained|mention)|told us|(?:we|i) (?:have )?hear|according to|your account|remember|recollect|recall",
        r"|differ|dispute|whether|claim|in (?:your|our|my) view|unclear|not (?:yet )?(?:been )?confirmed|still checking|are checking",
        r"|unverified|which version|either version|may have|may well|who is right)",
    ))
});
/// Words that make a promise or an agreement of what was said.
static PROMISE_JA: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        "約束|合意|承諾|承知(?:した|しました|いたしました|の上)|了承|同意|お引き受け|引き受け|ご指示|指示(?:を|が|に)|受諾|確約",
    )
});
static PROMISE_EN: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)(?-u:\b)(?:agree[ds]?|agreement|promis[A-Za-z]+|commit[A-Za-z]*|undert[A-Za-z]+|accept[A-Za-z]*|instruct[A-Za-z]*|assured|pledg[A-Za-z]+)(?-u:\b)",
    )
});
/// Minutes nobody has acknowledged are one side's paper.
static MINUTES: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "議事録[^。]{0,20}(?:合意|ご了承|ご承認|ご同意)|(?:合意|ご了承|ご承認)[^。]{0,16}議事録",
        r"|(?i:(?-u:\b)minutes(?-u:\b)[^.]{0,40}(?-u:\b)(?:agreed|approved|accepted)(?-u:\b)|(?-u:\b)(?:agreed|approved|accepted)(?-u:\b)[^.]{0,40}(?-u:\b)minutes(?-u:\b))",
    ))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let judge = Judge::of(context);
    let mut found = Vec::new();
    for span in sentences(&laid.text) {
        let sentence = laid.text.get(span.clone()).unwrap_or_default();
        if context.lang.pick(&OPEN_JA, &OPEN_EN).is_match(sentence) {
            continue;
        }
        found.extend(judge.sentence(sentence).map(|finding| {
            let at = span.start + finding.span.start..span.start + finding.span.end;
            Finding { span: at, ..finding }
        }));
    }
    Ok(found)
}

/// What is open, and what may be said all the same.
struct Judge<'a> {
    lang: Lang,
    unsettled: Vec<&'a Event>,
    settled: Open,
    settled_topic: Topic,
    context: &'a Context<'a>,
}

impl<'a> Judge<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        let lang = context.lang;
        let mut settled = Open::default();
        let mut settled_topic = Topic::default();
        for text in settled_texts(context.facts) {
            settled.add(text, lang);
            settled_topic = settled_topic.with(Topic::of(text, lang));
        }
        let unsettled = context.withheld.unsettled().collect();
        Self { lang, unsettled, settled, settled_topic, context }
    }

    /// The first thing wrong with a sentence that has no mark of doubt.
    fn sentence(&self, sentence: &str) -> Option<Finding> {
        let pieces = Pieces::of(sentence, self.lang);
        self.unsettled.iter().find_map(|event| match event.status {
            Status::Disputed => self.disputed(sentence, &pieces, event),
            _ => self.unverified(sentence, &pieces, event),
        })
    }

    fn disputed(&self, sentence: &str, pieces: &Pieces, event: &Event) -> Option<Finding> {
        let taking_sides = event.disputed_words.iter().find_map(|word| find_all(sentence, word).into_iter().next());
        if let Some(span) = taking_sides {
            return Some(self.finding(span, event, Confidence::High));
        }
        let versions = [&event.client_version, &event.our_version];
        let versions: Vec<&str> = versions.into_iter().flatten().filter_map(|version| version.get(self.lang)).collect();
        let told = versions
            .iter()
            .find_map(|version| copied(pieces, version, &self.settled, Meaning::Some, self.lang).into_iter().next());
        if let Some(span) = told {
            return Some(self.finding(span, event, Confidence::High));
        }
        if let Some(minutes) = MINUTES.find(sentence).filter(|_| self.rests_on_minutes(event)) {
            return Some(self.finding(minutes.range(), event, Confidence::High));
        }
        let promise = self.lang.pick(&PROMISE_JA, &PROMISE_EN).find(sentence)?;
        self.speaks_of(sentence, &versions).then(|| self.finding(promise.range(), event, Confidence::Medium))
    }

    /// Whether a sentence has a value of the versions and none of another fact that could be the promise instead.
    fn speaks_of(&self, sentence: &str, versions: &[&str]) -> bool {
        let open: Vec<Value> =
            versions.iter().flat_map(|version| mentions(version, self.lang)).map(|mention| mention.value).collect();
        let binding = |value: &Value| match value {
            Value::Date(date) => date.day.is_some(),
            Value::Quantity(..) | Value::Number(_) => true,
            _ => false,
        };
        let said: Vec<_> = mentions(sentence, self.lang).into_iter().filter(|said| binding(&said.value)).collect();
        let written = |span: &Range<usize>| sentence.get(span.clone()).unwrap_or_default();
        !said.is_empty()
            && said.iter().all(|said| {
                let case = self.context.grounds().case_holds(&said.value, written(&said.span));
                case || open.iter().any(|value| agrees(&said.value, written(&said.span), value))
            })
            && said.iter().any(|said| open.iter().any(|value| agrees(&said.value, written(&said.span), value)))
    }

    fn rests_on_minutes(&self, event: &Event) -> bool {
        let evidence = event.evidence.iter().flat_map(|text| text.each());
        evidence.into_iter().any(|(_, text)| text.contains("議事録") || text.to_lowercase().contains("minutes"))
    }

    fn unverified(&self, sentence: &str, pieces: &Pieces, event: &Event) -> Option<Finding> {
        let content = event.content.get(self.lang)?;
        if let Some(span) = copied(pieces, content, &self.settled, Meaning::Much, self.lang).into_iter().next() {
            return Some(self.finding(span, event, Confidence::High));
        }
        if let Some(span) = self.value_of(sentence, content) {
            return Some(self.finding(span, event, Confidence::Medium));
        }
        // Two words of it that nothing settled speaks of.
        let own = Topic::of(content, self.lang).without(&self.settled_topic);
        let words = Topic::of(sentence, self.lang);
        let enough = words.shared(&own) >= self.lang.pick(3, 2);
        enough.then(|| self.finding(0..sentence.len(), event, Confidence::Medium))
    }

    /// A count or a time of an unverified event that no other entry has, in a sentence on the same matter.
    fn value_of(&self, sentence: &str, content: &str) -> Option<Range<usize>> {
        let open: Vec<Value> = mentions(content, self.lang).into_iter().map(|mention| mention.value).collect();
        let told = Topic::of(sentence, self.lang).shared(&Topic::of(content, self.lang)) >= 2;
        let own = |value: &Value, written: &str| {
            let binding = matches!(value, Value::Quantity(..) | Value::Time(..));
            binding && !self.context.grounds().counts(value) && open.iter().any(|known| agrees(value, written, known))
        };
        let mut said = mentions(sentence, self.lang).into_iter().filter(|_| told);
        let found = said.find(|said| {
            let written = sentence.get(said.span.clone()).unwrap_or_default();
            own(&said.value, written) && self.context.grounds().holders(&said.value, written) <= 1
        });
        found.map(|mention| mention.span)
    }

    fn finding(&self, span: Range<usize>, event: &Event, confidence: Confidence) -> Finding {
        let (message, suggestion) = match event.status {
            Status::Disputed => (
                Message::new(
                    format!("双方の認識が異なる点（{}）を、決まった事実として書いています", event.id),
                    format!("this takes a disputed point ({}) for settled", event.id),
                ),
                Message::new(
                    "「認識に相違がございます」「〜と承っております」のように、誰の認識かを書いてください",
                    "say whose account it is: \"as we understand it\", \"our recollections differ\"",
                ),
            ),
            _ => (
                Message::new(
                    format!("確認できていない点（{}）を、事実として書いています", event.id),
                    format!("this tells something unverified ({}) as a fact", event.id),
                ),
                Message::new(
                    "「〜と伺っております」のように、先方のお話として書いてください",
                    "tell it as their account: \"we understand from you that …\"",
                ),
            ),
        };
        Finding::error(RULE.id, span, message).about(&event.id).with_confidence(confidence).suggest(suggestion)
    }
}

/// Texts that may be repeated without a mark of doubt.
fn settled_texts(facts: &Facts) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for event in facts.timeline.iter().filter(|event| event.status == Status::Confirmed) {
        texts.push(event.content.shown());
        texts.extend(event.lapse.as_ref().map(|lapse| lapse.shown()));
        if let Some(feedback) = &event.feedback {
            texts.extend([feedback.situation.shown(), feedback.behaviour.shown(), feedback.impact.shown()]);
        }
    }
    // What both sides accept of a disputed event.
    let disputed = facts.timeline.iter().filter(|event| event.status == Status::Disputed);
    texts.extend(disputed.map(|event| event.content.shown()));
    if let Some(incident) = &facts.incident {
        texts.extend([incident.title.shown(), incident.matter.shown()]);
        texts.extend(incident.impact.as_ref().map(|impact| impact.shown()));
        texts.extend(incident.product.as_ref().map(|product| product.shown()));
        texts.extend(incident.checks.iter().map(|check| check.what.shown()));
    }
    texts.extend(facts.actions.iter().map(|action| action.what.shown()));
    texts.extend(facts.causes.iter().filter(|cause| cause.status == Status::Confirmed).map(|cause| cause.what.shown()));
    texts.extend(facts.positions.iter().filter_map(|position| position.acknowledge.as_ref()).map(|text| text.shown()));
    texts
}
