//! What a text may not settle: it is judged against the disputed and the unverified points of a case.

mod causes;
mod losses;
mod told;
mod undisputed;

use std::collections::BTreeSet;
use std::ops::Range;

use causes::{Guess, known_causes};
pub(super) use undisputed::Settled;

use crate::facts::normalise::{Mention, Number, Searchable, Unit, Value, find_all, mentions};
use crate::facts::{Audience, Id, Status, name_parts};
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::agreement::agrees;
use crate::review::attributed::{is_asked, is_supposed, without_factives};
use crate::review::finding::Confidence;
use crate::review::overlap::{Meaning, Pieces, copied};
use crate::review::presupposed::{
    agreed, agreed_minutes, alike, binding, broken, due_day, is_halt, is_refusal, is_said, merely, misheard,
    same_thing, somebody_was_refused, speaks_of_order, strongly_agreed, takes_sides,
};
use crate::review::rule::Context;
use crate::review::topic::{Topic, scene_words};
use crate::review::unsettled::{
    Part, Unsettled, both_told, in_order, own_words, rests_on_minutes, settled_texts, values_of,
};

/// What is open, and what may be said all the same.
pub(super) struct Judge<'a> {
    lang: Lang,
    pub(super) unsettled: Vec<Unsettled<'a>>,
    /// Amounts that the client claims and nobody has confirmed.
    pub(super) claims: Vec<(&'a Id, Value)>,
    /// Counts in the client's own words on what it cost them, with what these are about.
    burdens: Vec<(&'a Id, Value, Topic)>,
    settled: &'a Settled,
    /// Whether a promise was broken that nobody disputes.
    settled_breach: bool,
    /// Words of settled texts that tell of an agreement.
    agreements: Vec<BTreeSet<String>>,
    /// Times of day that stand in such texts.
    agreed_times: Vec<Value>,
    /// Causes that nobody has verified.
    guesses: Vec<Guess<'a>>,
    /// What the causes are about that somebody has verified.
    causes: Vec<Topic>,
    /// The very words of the case.
    quotes: Vec<&'a str>,
    context: &'a Context<'a>,
}

impl<'a> Judge<'a> {
    pub(super) fn of(context: &'a Context<'a>) -> Self {
        let lang = context.lang;
        let settled = context.settled();
        let unsettled = context.withheld.unsettled();
        let unsettled = unsettled.map(|event| Unsettled::of(event, lang, &settled.topic, &settled.values)).collect();
        let lapses = context.facts.timeline.iter().filter_map(|event| event.lapse.as_ref());
        let settled_breach = lapses.into_iter().any(|lapse| strongly_agreed(lapse.shown(), lang).is_some());
        let claimed = context.withheld.claims().filter(|position| position.status == Status::Unverified);
        let claims = claimed.flat_map(|position| {
            let quote = position.quote.as_ref().and_then(|quote| quote.get(lang)).unwrap_or_default();
            let amounts = mentions(quote, lang).into_iter().map(|mention| mention.value);
            amounts.filter(|value| matches!(value, Value::Money(..))).map(|value| (&position.id, value))
        });
        let burdens = context.withheld.claims().filter(|position| position.status == Status::Unverified);
        let burdens = burdens.flat_map(|position| {
            let quote = position.quote.as_ref().and_then(|quote| quote.get(lang)).unwrap_or_default();
            let counts = mentions(quote, lang).into_iter().map(|mention| mention.value);
            let counts = counts.filter(|value| matches!(value, Value::Quantity(..)));
            counts.map(|value| (&position.id, value, Topic::of(quote, lang)))
        });
        let burdens = burdens.collect();
        let agreements = settled_texts(context.facts).into_iter();
        let agreements: Vec<&str> = agreements.filter(|text| strongly_agreed(text, lang).is_some()).collect();
        let times = agreements.iter().flat_map(|text| mentions(text, lang)).map(|mention| mention.value);
        let agreed_times = times.filter(|value| matches!(value, Value::Time(..))).collect();
        let agreements = agreements.into_iter().map(|text| own_words(text, lang)).collect();
        let quotes = context.withheld.quotes().into_iter().filter_map(|(_, quote)| quote.get(lang)).collect();
        Self {
            lang,
            unsettled,
            claims: claims.collect(),
            burdens,
            settled,
            settled_breach,
            agreements,
            agreed_times,
            guesses: Guess::all(context),
            causes: known_causes(context),
            quotes,
            context,
        }
    }

    /// Whether nothing of the case is open.
    pub(super) fn is_idle(&self) -> bool {
        self.unsettled.is_empty() && self.claims.is_empty() && self.guesses.is_empty()
    }

    /// Whether a part holds the very words of somebody.
    pub(super) fn quotes(&self, part: &str) -> bool {
        self.quotes.iter().any(|quote| part.contains(quote.trim_end_matches(['。', '.'])))
    }

    /// Whether a part speaks of an agreement that nobody disputes.
    fn agreed_otherwise(&self, part: &Part<'_>) -> bool {
        let words = own_words(part.text, self.lang);
        self.agreements.iter().any(|known| words.intersection(known).count() >= 2) || self.names_agreed_time(part)
    }

    /// 14時のお約束: the time beside the word is the one that both sides agreed on.
    fn names_agreed_time(&self, part: &Part<'_>) -> bool {
        part.values.iter().filter(|said| self.agreed_times.contains(&said.value)).any(|said| {
            let (before, after) = (part.text.get(..said.span.start), part.text.get(said.span.end..));
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            ["のお約束", "の約束", "とのお約束", "というお約束"].iter().any(|word| after.starts_with(word))
                || ["約束の", "約束した", "約束しました", "約束は", "agreed "].iter().any(|word| before.ends_with(word))
        })
    }

    /// What is wrong with a part of a sentence that has no mark of doubt. Under a heading that has one, what is only
    /// unverified may stand.
    pub(super) fn part(&self, part: &str, led: bool) -> Vec<Finding> {
        let read = Part {
            text: part,
            pieces: Pieces::of(part, self.lang),
            searched: Searchable::of(part),
            values: values_of(part, self.lang),
            topic: Topic::of(&alike(part, self.lang), self.lang),
        };
        let events = self.unsettled.iter().filter_map(|event| match event.event.status {
            Status::Disputed => self.disputed(&read, event),
            _ if led => None,
            _ => self.unverified(&read, event),
        });
        let mut found: Vec<Finding> = Vec::new();
        let burden = self.burdened(&read).filter(|_| !led);
        for finding in events.chain(self.claimed(&read)).chain(burden).chain(self.guessed(&read).filter(|_| !led)) {
            let apart = |known: &Finding| known.span.end <= finding.span.start || finding.span.end <= known.span.start;
            if found.iter().all(apart) {
                found.push(finding);
            }
        }
        found
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
        let told = copied(&part.pieces, &unsettled.sources, &self.settled.open, Meaning::Some, lang).into_iter().next();
        if let Some((_, span)) = told {
            return sure(span);
        }
        let likely = |span| Some(finding(span, &event.id, true, Confidence::Medium));
        // そのような約束はない may be said of money, or of another demand.
        let other = speaks_of_other(part.text);
        if let Some(span) = takes_sides(part.text, lang).filter(|_| !other || self.is_about(part, unsettled)) {
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
        if let Some(span) = self.told(part, unsettled) {
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
        let came = |said: &&Mention| self.came(part, said);
        if let Some(count) = ordered().filter(|said| !came(said) && speaks_of_order(part.text, lang)) {
            return likely(count.span.clone());
        }
        // Where the matter itself is called so (コンテナの積み残し), it is no word about a talk.
        let told = |span: &Range<usize>| {
            let word = part.text.get(span.clone()).unwrap_or_default();
            settled_texts(self.context.facts).iter().any(|text| text.contains(word))
        };
        if let Some(span) = misheard(part.text, lang).filter(|span| event.channel.is_some() && !told(span)) {
            return Some(finding(span, &event.id, true, Confidence::Medium));
        }
        if let Some(minutes) = agreed_minutes(part.text).filter(|_| rests_on_minutes(event)) {
            return sure(minutes);
        }
        let words = event.disputed_words.iter().map(String::as_str);
        if let Some(span) = same_thing(part.text, versions.iter().copied().chain(words), lang) {
            return sure(span);
        }
        let counted = !unsettled.exclusive.is_empty();
        if let Some(agreed) = agreed(part.text, lang, counted).filter(|_| self.speaks_of(part, unsettled)) {
            return likely(self.with_value(part, unsettled, agreed));
        }
        let strong = strongly_agreed(part.text, lang);
        if let Some(agreed) = strong.filter(|_| unsettled.says(part, lang) && !self.agreed_otherwise(part)) {
            return likely(agreed);
        }
        // What is made little of is the talk, and no sample.
        let talk = [
            "相談",
            "打診",
            "問い合わせ",
            "尋ね",
            "話",
            "質問",
            "依頼",
            "要望",
            "希望",
            "言",
            "聞",
            "説明",
            "承",
            "伺",
            "enquir",
            "inquir",
            "query",
            "question",
            "request",
            "idea",
            "wish",
            "suggest",
            "ask",
            "said",
            "told",
            "promis",
            "agree",
            "mention",
            "remark",
        ];
        let talk = talk.iter().any(|word| part.text.to_lowercase().contains(word));
        let small = merely(part.text, lang).filter(|_| talk && self.plays_down(part, unsettled));
        small.and_then(|_| likely(0..part.text.trim_end_matches(['。', '.']).len()))
    }

    /// 80枚をお届けしました: what came is on record, whatever was ordered; so is what it comes to.
    fn came(&self, part: &Part<'_>, said: &Mention) -> bool {
        let words = self.lang.pick(
            &["お届け", "届き", "納入", "納品", "そろ", "揃"][..],
            &["deliver", " came", "arrived", "brought", "followed", "in the end", "in all ", "altogether", "in total"]
                [..],
        );
        let order = self.lang.pick(&["注文", "承"][..], &["order", "asked", "named", "told", "took down", "wrote"][..]);
        let grounds = self.context.grounds();
        words.iter().any(|word| part.text.contains(word))
            && !order.iter().any(|word| part.text.contains(word))
            && (grounds.says_value(&said.value, part.written(said)) || grounds.derives(&said.value))
    }

    /// Whether a part speaks of the talk that is disputed: its day, its channel, or words of a version.
    fn is_about(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> bool {
        let words = scene_words(part.text, self.lang);
        let channel = unsettled.event.channel.as_ref().and_then(|channel| channel.get(self.lang));
        let channel = channel.map(|channel| channel.trim_start_matches('お')).filter(|channel| !channel.is_empty());
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
    pub(super) fn misattributed(&self, part: &str) -> Option<Finding> {
        let ours = self.lang.pick(&["弊社", "当社", "控え", "当方"][..], &["our ", "we ", "us "][..]);
        let small = part.to_lowercase();
        // "You remember 80" is said to the rep.
        let to_rep = self.context.facts.audience() == Audience::Rep && small.contains("you ");
        let own = self.context.withheld.whole().own_people.iter().filter_map(|person| person.name.get(self.lang));
        let mut own = own.flat_map(name_parts).filter(|name| name.chars().count() > 1);
        if ours.iter().any(|word| small.contains(word)) || own.any(|name| speaks(part, name)) || to_rep {
            return None;
        }
        let values = mentions(part, self.lang);
        self.unsettled.iter().find_map(|unsettled| {
            let said = values.iter().find(|said| {
                let written = part.get(said.span.clone()).unwrap_or_default();
                let (before, after) = (part.get(..said.span.start), part.get(said.span.end..));
                let theirs = |said: &Mention| {
                    let written = part.get(said.span.clone()).unwrap_or_default();
                    unsettled.only_theirs.iter().any(|value| agrees(&said.value, written, value))
                };
                !values.iter().any(theirs)
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
        // "A sample of 10" is one of ten rows.
        let bare = |said: &Value, value: &Value| match (said, value) {
            (Value::Quantity(said, unit), Value::Number(known)) => {
                said == known && !unit.is_time() && *known >= Number::whole(5)
            }
            _ => false,
        };
        let open = |said: &Mention| {
            let values = || unsettled.values.iter();
            values().any(|value| {
                agrees(&said.value, part.written(said), value)
                    || bare(&said.value, value)
                    || is_day_of(&said.value, part.written(said), value)
            })
        };
        let own_day = |said: &Mention| matches!(said.value, Value::Date(date) if date.agrees(unsettled.event.date.0));
        let known = |said: &Mention| own_day(said) || open(said) || grounds.case_holds(&said.value, part.written(said));
        if said.is_empty() || !said.iter().all(|said| known(said)) {
            return false;
        }
        // Only one of the two sides has this count.
        let one_sided = |said: &&Mention| {
            unsettled.exclusive.iter().any(|value| agrees(&said.value, part.written(said), value))
                && !self.came(part, said)
        };
        // 14時のお約束に遅れ、80枚をお届けしました: that was agreed.
        said.iter().any(|said| open(said)) && (!self.agreed_otherwise(part) || said.iter().any(one_sided))
    }

    /// The place of a word of agreeing together with the open value it is said of, where both stand in one clause or two.
    fn with_value(&self, part: &Part<'_>, unsettled: &Unsettled<'_>, word: Range<usize>) -> Range<usize> {
        let open = part.values.iter().find(|said| {
            unsettled.values.iter().any(|value| agrees(&said.value, part.written(said), value))
                && said.span.end.abs_diff(word.start).min(word.end.abs_diff(said.span.start)) < 90
        });
        open.map_or(word.clone(), |said| said.span.start.min(word.start)..said.span.end.max(word.end))
    }

    /// Whether a part makes little of the talk that is disputed.
    fn plays_down(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> bool {
        let words = scene_words(part.text, self.lang);
        let shared = unsettled.scenes.iter().any(|scene| words.intersection(scene).next().is_some());
        let asked = ["相談", "打診", "問い合わせ", "お尋ね", "enquiry", "inquiry", "query"]
            .iter()
            .any(|word| part.text.contains(word));
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
        let told =
            copied(&part.pieces, &unsettled.sources, &self.settled.open, Meaning::Much, self.lang).into_iter().next();
        if let Some((_, span)) = told {
            return Some(finding(span, &event.id, false, Confidence::High));
        }
        if let Some(span) = self.value_of(part, unsettled) {
            return Some(finding(span, &event.id, false, Confidence::Medium));
        }
        if is_supposed(part.text, self.lang) {
            return None;
        }
        let whole = || 0..part.text.trim_end_matches(['。', '.']).len();
        // What stood still, by one word: the standstill itself is the claim.
        let content = event.content.get(self.lang).unwrap_or_default();
        let other = part.topic.clone().without(&Topic::of(self.lang.pick("停止", "standstill"), self.lang));
        let halted = is_halt(&self.without_matter(part.text), self.lang);
        if halted && is_halt(content, self.lang) && other.shared(&unsettled.topic) > 0 {
            return Some(finding(whole(), &event.id, false, Confidence::Medium));
        }
        // Three of them could not take the leave they were entitled to: it happened to somebody.
        if somebody_was_refused(part.text, self.lang)
            && is_refusal(content, self.lang)
            && part.topic.shared(&unsettled.topic) >= 2
        {
            return Some(finding(whole(), &event.id, false, Confidence::Medium));
        }
        // Two words of it that nothing settled speaks of, and that it stood still or was not granted, where it was so.
        let told = (!is_halt(content, self.lang) || halted)
            && (!is_refusal(content, self.lang) || is_refusal(part.text, self.lang));
        let enough = told && part.topic.shared_apart(&unsettled.own) >= 2;
        enough.then(|| finding(whole(), &event.id, false, Confidence::Medium))
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

/// 10日で: a day that reads like a length may be the day of a version.
fn is_day_of(said: &Value, written: &str, open: &Value) -> bool {
    match (said, open) {
        (Value::Quantity(days, Unit::Day), Value::Date(date)) => {
            written.ends_with('日') && date.day.is_some_and(|day| *days == Number::from(i64::from(day)))
        }
        _ => false,
    }
}

/// Whether a denial points back to something else than a talk: a demand, money, whatever was named before.
fn speaks_of_other(text: &str) -> bool {
    const OTHER: [&str; 10] =
        ["そのような", "そうした", "そんな", "求め", "要求", "請求", "費用", "料金", "値引", "such "];
    OTHER.iter().any(|word| text.contains(word))
}

/// Whether somebody is the one who says or remembers something: "Yajima recalls 80".
fn speaks(part: &str, name: &str) -> bool {
    const MARKS: [&str; 10] = ["は", "が", "の", "によ", " recall", " remember", " say", " said", " noted", "'s "];
    let after = part.match_indices(name).filter_map(|(at, _)| part.get(at + name.len()..));
    after.into_iter().any(|after| MARKS.iter().any(|mark| after.starts_with(mark)))
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
    Finding::error("disputed-as-fact", span, message).about(id).with_confidence(confidence).suggest(suggestion)
}
