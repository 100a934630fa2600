//! R02: a disputed or unverified point told as if it were settled.

use crate::facts::normalise::{Mention, Searchable, Value, find_all, mentions};
use crate::facts::{Audience, Event, Facts, Id, Status, name_parts};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::agreement::agrees;
use crate::review::attributed::{is_asked, is_item, is_led_open, is_open, without_factives};
use crate::review::finding::Confidence;
use crate::review::overlap::{Meaning, Open, Pieces, Sources, copied};
use crate::review::presupposed::{
    AGREEING, agreed, agreed_minutes, binding, broken, due_day, halted, is_halt, is_said, merely, misheard, same_thing,
    speaks_of_order, strongly_agreed, takes_sides,
};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::{quotations, sentences};
use crate::review::topic::{Topic, scene_words};
use std::collections::BTreeSet;
use std::ops::Range;

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
    if judge.unsettled.is_empty() && judge.claims.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for span in sentences(&laid.text) {
        let sentence = laid.text.get(span.clone()).unwrap_or_default();
        // A heading such as 「認識が異なる点」 covers what is listed under it; a plain sentence speaks for itself.
        let led = is_led_open(&laid.text, span.start, context.lang);
        let led_open = led && is_item(sentence);
        for part in parts(sentence, context.lang) {
            let start = span.start + part.start;
            let part = sentence.get(part).unwrap_or_default();
            // "You merely asked whether" leaves nothing open.
            let small = merely(part, context.lang).is_some()
                && (part.contains("asked whether") || part.contains("our request"));
            let open = if small {
                is_open(&part.replace("asked whether", "asked").replace("our request", "our wish"), context.lang)
            } else {
                led_open || is_open(&without_factives(part), context.lang)
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
                is_in_quotes(&laid.text, start + finding.span.start)
                    || quoted.iter().any(|quote| quote.start <= finding.span.start && finding.span.end <= quote.end)
            };
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
                rest.contains(&finding.span.start) && (words.starts_with("should have") || words.contains("due"))
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
        &["が、", "ものの、", "けれども、", "一方で、", "一方、", "しかし、", "にもかかわらず、"],
        &[", but ", "; ", ", although ", ", yet ", ", however", " – ", " — "],
    );
    let mut starts: Vec<usize> =
        breaks.iter().flat_map(|mark| sentence.match_indices(mark)).map(|(at, mark)| at + mark.len()).collect();
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

/// What is open, and what may be said all the same.
struct Judge<'a> {
    lang: Lang,
    unsettled: Vec<Unsettled<'a>>,
    /// Amounts that the client claims and nobody has confirmed.
    claims: Vec<(&'a Id, Value)>,
    settled: Open,
    /// Whether a promise was broken that nobody disputes.
    settled_breach: bool,
    /// Words of settled texts that tell of an agreement.
    agreements: Vec<BTreeSet<String>>,
    /// The very words of the case.
    quotes: Vec<&'a str>,
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
        let known: Vec<Value> = settled_texts(context.facts)
            .iter()
            .flat_map(|text| mentions(text, lang))
            .map(|mention| mention.value)
            .collect();
        let unsettled =
            context.withheld.unsettled().map(|event| Unsettled::of(event, lang, &settled_topic, &known)).collect();
        let lapses = context.facts.timeline.iter().filter_map(|event| event.lapse.as_ref());
        let settled_breach = lapses
            .into_iter()
            .any(|lapse| strongly_agreed(lapse.shown(), lang).is_some() || lapse.shown().contains("later than"));
        let claimed = context.withheld.claims().filter(|position| position.status == Status::Unverified);
        let claims = claimed.flat_map(|position| {
            let quote = position.quote.as_ref().and_then(|quote| quote.get(lang)).unwrap_or_default();
            let amounts = mentions(quote, lang).into_iter().map(|mention| mention.value);
            amounts.filter(|value| matches!(value, Value::Money(..))).map(|value| (&position.id, value))
        });
        let agreements = settled_texts(context.facts).into_iter();
        let agreements = agreements.filter(|text| strongly_agreed(text, lang).is_some());
        let agreements = agreements.map(|text| own_words(text, lang)).collect();
        let quotes = context.withheld.quotes().into_iter().filter_map(|(_, quote)| quote.get(lang)).collect();
        Self { lang, unsettled, claims: claims.collect(), settled, settled_breach, agreements, quotes, context }
    }

    /// Whether a part holds the very words of somebody.
    fn quotes(&self, part: &str) -> bool {
        self.quotes.iter().any(|quote| part.contains(quote.trim_end_matches(['。', '.'])))
    }

    /// Whether a part speaks of an agreement that nobody disputes.
    fn agreed_otherwise(&self, part: &Part<'_>) -> bool {
        let words = own_words(part.text, self.lang);
        self.agreements.iter().any(|known| words.intersection(known).count() >= 2)
    }

    /// What is wrong with a part of a sentence that has no mark of doubt. Under a heading that has one, what is only
    /// unverified may stand.
    fn part(&self, part: &str, led: bool) -> Vec<Finding> {
        let read = Part {
            text: part,
            pieces: Pieces::of(part, self.lang),
            searched: Searchable::of(part),
            values: mentions(part, self.lang),
            topic: Topic::of(&halted(part, self.lang), self.lang),
        };
        let events = self.unsettled.iter().filter_map(|event| match event.event.status {
            Status::Disputed => self.disputed(&read, event),
            _ if led => None,
            _ => self.unverified(&read, event),
        });
        let mut found: Vec<Finding> = Vec::new();
        for finding in events.chain(self.claimed(&read)) {
            let apart = |known: &Finding| known.span.end <= finding.span.start || finding.span.end <= known.span.start;
            if found.iter().all(apart) {
                found.push(finding);
            }
        }
        found
    }

    /// An amount that the client claims, told as what was lost.
    fn claimed(&self, part: &Part<'_>) -> Option<Finding> {
        let lost = self.lang.pick(
            &[
                "発生し",
                "生じ",
                "損害が出",
                "損失が出",
                "損害を出",
                "損失を出",
                "被られ",
                "被った",
                "を招",
                "おかけし",
                "を与え",
                "こうむ",
            ][..],
            &[
                "you lost",
                "you have lost",
                "cost you",
                "loss of",
                "losses of",
                "damage of",
                "damages of",
                "caused by us",
                "we caused",
                "lost you",
            ][..],
        );
        let told = lost.iter().any(|word| part.text.contains(word));
        // A loss that was caused, with or without its amount.
        let caused = self.lang.pick(
            &[
                "損失を与え",
                "損害を与え",
                "損失をおかけ",
                "損害をおかけ",
                "損失が発生",
                "損害が発生",
                "損失が生じ",
                "損害が生じ",
                "損失を被",
                "損害を被",
            ][..],
            &["the loss we caused", "loss you suffered", "losses you suffered", "the damage we caused"][..],
        );
        if let (Some((at, word)), Some((id, _))) =
            (caused.iter().find_map(|word| Some((part.text.find(word)?, word))), self.claims.first())
        {
            return Some(finding(at..at + word.len(), id, false, Confidence::Medium));
        }
        part.values.iter().filter(|_| told).find_map(|mention| {
            let (id, _) = self.claims.iter().find(|(_, value)| *value == mention.value)?;
            Some(finding(mention.span.clone(), id, false, Confidence::Medium))
        })
    }

    fn disputed(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Finding> {
        let (event, lang) = (unsettled.event, self.lang);
        let sure = |span| Some(finding(span, &event.id, true, Confidence::High));
        if both_told(unsettled, part, lang) {
            return None;
        }
        let taking_sides = event.disputed_words.iter().find_map(|word| part.searched.find(word).into_iter().next());
        if let Some(span) = taking_sides {
            return sure(span);
        }
        // "The sample we had agreed on": an auxiliary makes no difference.
        let bare = [" had ", " have ", " has "].iter().fold(part.text.to_owned(), |text, word| text.replace(word, " "));
        let loose = |word: &String| lang == Lang::En && in_order(word, part.text);
        let dropped = |word: &String| bare.len() < part.text.len() && !find_all(&bare, word).is_empty();
        if event.disputed_words.iter().any(|word| dropped(word) || loose(word)) {
            return sure(0..part.text.trim_end_matches(['.', '。']).len());
        }
        let versions = &unsettled.versions;
        let told = copied(&part.pieces, &unsettled.sources, &self.settled, Meaning::Some, lang).into_iter().next();
        if let Some((_, span)) = told {
            return sure(span);
        }
        let likely = |span| Some(finding(span, &event.id, true, Confidence::Medium));
        if let Some(span) = takes_sides(part.text, lang).filter(|_| self.is_about(part, unsettled)) {
            return likely(span);
        }
        if let Some(span) = broken(part.text, lang).filter(|_| !self.settled_breach) {
            return likely(span);
        }
        let dated = || unsettled.values.iter().any(|value| matches!(value, Value::Date(_)));
        if let Some(span) = due_day(part.text).filter(|_| lang == Lang::Ja && dated() && !self.agreed_otherwise(part)) {
            return likely(span);
        }
        let own_day = part
            .values
            .iter()
            .any(|said| matches!(said.value, Value::Date(date) if date.day.is_some() && date.agrees(event.date.0)));
        if let Some(span) = binding(part.text, lang).filter(|_| own_day && !self.agreed_otherwise(part)) {
            return likely(span);
        }
        let counts = || part.values.iter().filter(|said| matches!(said.value, Value::Quantity(..)));
        let told =
            counts().find(|said| unsettled.values.iter().any(|value| agrees(&said.value, part.written(said), value)));
        if let Some(count) = told.filter(|_| without_factives(part.text).len() < part.text.len()) {
            return likely(count.span.clone());
        }
        let ordered = || {
            part.values
                .iter()
                .find(|said| unsettled.exclusive.iter().any(|value| agrees(&said.value, part.written(said), value)))
        };
        if let Some(count) = ordered().filter(|_| speaks_of_order(part.text, lang)) {
            return likely(count.span.clone());
        }
        if let Some(span) = misheard(part.text, lang).filter(|_| event.channel.is_some()) {
            return Some(finding(span, &event.id, true, Confidence::Medium));
        }
        if let Some(minutes) = agreed_minutes(part.text).filter(|_| rests_on_minutes(event)) {
            return sure(minutes);
        }
        let words = event.disputed_words.iter().map(String::as_str);
        if let Some(span) = same_thing(part.text, versions.iter().copied().chain(words), lang) {
            return sure(span);
        }
        if let Some(agreed) = agreed(part.text, lang).filter(|_| self.speaks_of(part, unsettled)) {
            return likely(agreed);
        }
        let strong = strongly_agreed(part.text, lang);
        if let Some(agreed) = strong.filter(|_| unsettled.says(part, lang) && !self.agreed_otherwise(part)) {
            return likely(agreed);
        }
        let small = merely(part.text, lang).filter(|_| self.plays_down(part, unsettled));
        small.and_then(|_| likely(0..part.text.trim_end_matches(['。', '.']).len()))
    }

    /// Whether a part speaks of the talk that is disputed: its day, its channel, or words of a version.
    fn is_about(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> bool {
        let words = scene_words(part.text, self.lang);
        let channel = unsettled.event.channel.as_ref().map(|channel| channel.shown().trim_start_matches('お'));
        let people =
            self.context.facts.client_people.iter().filter(|person| unsettled.event.from.as_ref() == Some(&person.key));
        channel.is_some_and(|channel| part.text.contains(channel))
            || people.flat_map(|person| name_parts(person.name.shown())).any(|name| part.text.contains(name))
            || unsettled.scenes.iter().any(|scene| words.intersection(scene).next().is_some())
            || part.values.iter().any(|said| {
                let own = matches!(said.value, Value::Date(date) if date.agrees(unsettled.event.date.0));
                own || unsettled.values.iter().any(|value| agrees(&said.value, part.written(said), value))
            })
    }

    /// A count put into the mouth of the client that only our own version has.
    fn misattributed(&self, part: &str) -> Option<Finding> {
        let ours = self.lang.pick(&["弊社", "当社", "控え", "当方"][..], &["our ", "we ", "us "][..]);
        if ours.iter().any(|word| part.contains(word)) {
            return None;
        }
        let values = mentions(part, self.lang);
        self.unsettled.iter().find_map(|unsettled| {
            let said = values.iter().find(|said| {
                let written = part.get(said.span.clone()).unwrap_or_default();
                let (before, after) = (part.get(..said.span.start), part.get(said.span.end..));
                !values.iter().any(|value| unsettled.only_theirs.contains(&value.value))
                    && unsettled.only_ours.iter().any(|value| agrees(&said.value, written, value))
                    && is_said(before.unwrap_or_default(), after.unwrap_or_default(), self.lang)
            })?;
            Some(finding(said.span.clone(), &unsettled.event.id, true, Confidence::Medium))
        })
    }

    /// Whether a part has a value of the versions and none of another fact that could be the promise instead.
    fn speaks_of(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> bool {
        let binding = |mention: &&Mention| match mention.value {
            Value::Date(date) => date.day.is_some(),
            Value::Quantity(..) | Value::Number(_) => true,
            _ => false,
        };
        let grounds = self.context.grounds();
        let said: Vec<&Mention> = part.values.iter().filter(binding).collect();
        let open = |said: &Mention| unsettled.values.iter().any(|value| agrees(&said.value, part.written(said), value));
        let own_day = |said: &Mention| matches!(said.value, Value::Date(date) if date.agrees(unsettled.event.date.0));
        let known = |said: &Mention| own_day(said) || open(said) || grounds.case_holds(&said.value, part.written(said));
        if said.is_empty() || !said.iter().all(|said| known(said)) {
            return false;
        }
        // 14時のお約束に遅れ、80枚をお届けしました: that was agreed.
        said.iter().any(|said| open(said)) && !self.agreed_otherwise(part)
    }

    /// Whether a part makes little of the talk that is disputed.
    fn plays_down(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> bool {
        let words = scene_words(part.text, self.lang);
        let shared = unsettled.scenes.iter().any(|scene| words.intersection(scene).next().is_some());
        let asked = ["相談", "打診", "enquiry", "inquiry"].iter().any(|word| part.text.contains(word));
        let own_day = asked
            || part
                .values
                .iter()
                .any(|said| matches!(said.value, Value::Date(date) if date.agrees(unsettled.event.date.0)));
        let open = part.values.iter().any(|said| unsettled.values.contains(&said.value));
        let people = self.context.facts.client_people.iter();
        let mut people = people.filter(|person| unsettled.event.from.as_ref() == Some(&person.key));
        let named = people.any(|person| name_parts(person.name.shown()).any(|name| part.text.contains(name)));
        (shared || asked) && (own_day || open || named)
    }

    fn unverified(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Finding> {
        let event = unsettled.event;
        event.content.get(self.lang)?;
        // What the client asks for is theirs to say.
        if is_asked(part.text, self.lang) {
            return None;
        }
        let told = copied(&part.pieces, &unsettled.sources, &self.settled, Meaning::Much, self.lang).into_iter().next();
        if let Some((_, span)) = told {
            return Some(finding(span, &event.id, false, Confidence::High));
        }
        if let Some(span) = self.value_of(part, unsettled) {
            return Some(finding(span, &event.id, false, Confidence::Medium));
        }
        // What stood still, by one word: the standstill itself is the claim.
        let content = event.content.get(self.lang).unwrap_or_default();
        let other = part.topic.clone().without(&Topic::of(self.lang.pick("停止", "standstill"), self.lang));
        if is_halt(part.text, self.lang) && is_halt(content, self.lang) && other.shared(&unsettled.topic) > 0 {
            return Some(finding(
                0..part.text.trim_end_matches(['。', '.']).len(),
                &event.id,
                false,
                Confidence::Medium,
            ));
        }
        // Two words of it that nothing settled speaks of.
        let enough = part.topic.shared(&unsettled.own) >= 2;
        enough.then(|| finding(0..part.text.trim_end_matches(['。', '.']).len(), &event.id, false, Confidence::Medium))
    }

    /// A count or a time of an unverified event that no other entry has, in a sentence on the same matter.
    fn value_of(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Range<usize>> {
        let grounds = self.context.grounds();
        let told = part.topic.shared(&unsettled.topic) >= 1;
        let found = part.values.iter().filter(|_| told).find(|said| {
            let written = part.written(said);
            let binding = matches!(said.value, Value::Quantity(..) | Value::Time(..));
            let open = unsettled.values.iter().any(|known| agrees(&said.value, written, known));
            binding && open && !grounds.counts(&said.value) && grounds.holders(&said.value, written) <= 1
        });
        found.map(|mention| mention.span.clone())
    }
}

/// An event that is not settled, and what it says.
struct Unsettled<'a> {
    event: &'a Event,
    /// The versions, or the event, as texts that may be copied.
    sources: Sources,
    /// The versions of both sides, where it is disputed.
    versions: Vec<&'a str>,
    /// The values of the versions, or of the event.
    values: Vec<Value>,
    /// Those of them that nothing settled has.
    exclusive: Vec<Value>,
    /// Counts of our version that the client's does not have.
    only_ours: Vec<Value>,
    /// Counts of the client's version that ours does not have.
    only_theirs: Vec<Value>,
    /// The words of each version.
    scenes: Vec<BTreeSet<String>>,
    /// The same without the words of what is settled.
    own_scenes: Vec<BTreeSet<String>>,
    /// What it is about.
    topic: Topic,
    /// What it is about and nothing settled is.
    own: Topic,
}

impl<'a> Unsettled<'a> {
    fn of(event: &'a Event, lang: Lang, settled: &Topic, known: &[Value]) -> Self {
        let versions = [&event.client_version, &event.our_version];
        let versions: Vec<&str> = versions.into_iter().flatten().filter_map(|version| version.get(lang)).collect();
        let content = event.content.get(lang).unwrap_or_default();
        let texts = if event.status == Status::Disputed { versions.clone() } else { vec![content] };
        let values: Vec<Value> =
            texts.iter().flat_map(|text| mentions(text, lang)).map(|mention| mention.value).collect();
        let count = |value: &&Value| matches!(value, Value::Quantity(..));
        let exclusive = values
            .iter()
            .filter(count)
            .filter(|value| !known.iter().any(|known| agrees(value, "", known)))
            .cloned()
            .collect();
        let of = |version: Option<&&str>| -> Vec<Value> {
            version.map(|version| mentions(version, lang)).into_iter().flatten().map(|mention| mention.value).collect()
        };
        let theirs = of(versions.first());
        let only_ours = of(versions.get(1));
        let ours = only_ours;
        let apart = |one: &[Value], other: &[Value]| -> Vec<Value> {
            one.iter().filter(count).filter(|value| !other.contains(value)).cloned().collect()
        };
        let (only_ours, only_theirs) = (apart(&ours, &theirs), apart(&theirs, &ours));
        let sources = Sources::of(texts.iter().copied(), lang);
        let scenes: Vec<BTreeSet<String>> = versions.iter().map(|version| own_words(version, lang)).collect();
        let mut own_scenes = scenes.clone();
        own_scenes.iter_mut().for_each(|scene| scene.retain(|word| !settled.has(word)));
        let topic = Topic::of(&halted(content, lang), lang);
        let own = topic.clone().without(settled);
        Self { event, sources, versions, values, exclusive, only_ours, only_theirs, scenes, own_scenes, topic, own }
    }

    /// Whether a part speaks of what one of the versions says.
    fn says(&self, part: &Part<'_>, lang: Lang) -> bool {
        let words = own_words(part.text, lang);
        self.own_scenes.iter().any(|scene| words.intersection(scene).count() >= 2)
    }
}

/// The words of a text without those of agreeing.
fn own_words(text: &str, lang: Lang) -> BTreeSet<String> {
    let mut words = scene_words(text, lang);
    words.retain(|word| {
        !AGREEING.contains(&word.as_str()) && !["詫", "謝", "apologis", "apologiz"].contains(&word.as_str())
    });
    words
}

/// A part of a sentence, read once.
struct Part<'a> {
    text: &'a str,
    pieces: Pieces,
    searched: Searchable,
    values: Vec<Mention>,
    topic: Topic,
}

impl Part<'_> {
    fn written(&self, mention: &Mention) -> &str {
        self.text.get(mention.span.clone()).unwrap_or_default()
    }
}

/// Whether a part gives the versions of both sides beside each other.
fn both_told(unsettled: &Unsettled<'_>, part: &Part<'_>, lang: Lang) -> bool {
    let told = copied(&part.pieces, &unsettled.sources, &Open::default(), Meaning::Some, lang);
    let told: BTreeSet<usize> = told.into_iter().map(|(source, _)| source).collect();
    unsettled.versions.len() > 1 && told.len() == unsettled.versions.len()
}

/// Whether the words of a phrase stand in a text in their order, with a few words between them at most.
fn in_order(phrase: &str, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let phrase = words(phrase);
    // Most texts do not have the words at all.
    let lower = text.to_lowercase();
    if phrase.len() < 3 || !phrase.iter().all(|word| lower.contains(word.as_str())) {
        return false;
    }
    let text = words(text);
    let starts = text.iter().enumerate().filter(|(_, word)| Some(*word) == phrase.first());
    starts.into_iter().any(|(start, _)| {
        let mut at = start;
        phrase.iter().skip(1).all(|wanted| {
            let next = text.iter().skip(at + 1).take(4).position(|word| word == wanted);
            at += next.map_or(0, |gap| gap + 1);
            next.is_some()
        })
    })
}

fn rests_on_minutes(event: &Event) -> bool {
    let evidence = event.evidence.iter().flat_map(|text| text.each());
    evidence.into_iter().any(|(_, text)| text.contains("議事録") || text.to_lowercase().contains("minutes"))
}

fn finding(span: Range<usize>, id: &Id, disputed: bool, confidence: Confidence) -> Finding {
    let (message, suggestion) = if disputed {
        (
            Message::new(
                format!("双方の認識が異なる点（{id}）を、決まった事実として書いています"),
                format!("this takes a disputed point ({id}) for settled"),
            ),
            Message::new(
                "「認識に相違がございます」「〜と承っております」のように、誰の認識かを書いてください",
                "say whose account it is: \"as we understand it\", \"our recollections differ\"",
            ),
        )
    } else {
        (
            Message::new(
                format!("確認できていない点（{id}）を、事実として書いています"),
                format!("this tells something unverified ({id}) as a fact"),
            ),
            Message::new(
                "「〜と伺っております」のように、先方のお話として書いてください",
                "tell it as their account: \"we understand from you that …\"",
            ),
        )
    };
    Finding::error(RULE.id, span, message).about(id).with_confidence(confidence).suggest(suggestion)
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
