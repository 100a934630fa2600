//! R10: a promise to the client that no record stands behind.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;

use crate::facts::normalise::{Unit, Value, mentions};
use crate::facts::{Audience, Id, name_parts};
use crate::kind::{Laid, LaidSection};
use crate::lang::{Lang, Message};
use crate::review::attributed::{is_asked, is_attributed, is_item};
use crate::review::backing::{Told, is_narrow, rests_on};
use crate::review::finding::Confidence;
use crate::review::novel::{
    brings_new, is_assignment, is_service_of_contact, other_guest, other_period, stays_as_it_is,
};
use crate::review::promise::{
    Act, Promise, changes_rep, goes_on, grants_change, is_change, is_for_others, is_on_request, is_on_top,
    names_successor, often, promise,
};
use crate::review::records::Record;
use crate::review::remedy::offers_remedy;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::slots::{other_slot, strange_role};
use crate::review::strange::{is_strange_measure, promises_strange_things, strange_things};
use crate::review::support::unplanned_support;
use crate::review::told_days::{days_to_come, weekdays};
use crate::review::topic::{Topic, in_words_of_records, scene_words};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "commitment-without-record",
    code: "R10",
    about: (
        "記録にない約束、検討中の案の約束、記録と違う期日。守られない約束は、二度目の失敗になります。",
        "A promise without a record, of something only proposed, or with another date. A promise that is not kept is a second failure.",
    ),
    audiences: &[Audience::Client, Audience::Rep],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example { lang: Lang::Ja, text: "今後は専用メール窓口を設けます。" },
        Example { lang: Lang::Ja, text: "仙台工場に検査員を常駐させる予定です。" },
        Example {
            lang: Lang::Ja, text: "12月18日までに、受注システムに「変更依頼」の必須欄を追加いたします。"
        },
        Example { lang: Lang::Ja, text: "専用の電話窓口を設けます。" },
        Example { lang: Lang::Ja, text: "毎朝、納期の確認メールをお送りします。" },
        Example { lang: Lang::Ja, text: "毎日17時に、進捗をご報告いたします。" },
        Example { lang: Lang::Ja, text: "12月2日に、経緯を書面でご報告いたします。" },
        Example { lang: Lang::En, text: "We will open a dedicated mailbox for you." },
        Example { lang: Lang::En, text: "We will station an inspector at your plant." },
        Example {
            lang: Lang::En,
            text: "We will add the mandatory change-request field to our order system by 18 December.",
        },
        Example { lang: Lang::En, text: "Our progress report follows on 11 December." },
        Example { lang: Lang::En, text: "A hotline will be set up for you." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "変更のご依頼を口頭で承った場合は、当日中に書面で確認いたします。"
        },
        Example {
            lang: Lang::Ja, text: "12月11日までに、受注システムに「変更依頼」の必須欄を追加いたします。"
        },
        Example { lang: Lang::Ja, text: "11月27日までに、経緯を書面でご報告いたします。" },
        Example { lang: Lang::Ja, text: "臨時便の費用38,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "11月30日（月）14時に貴社へお伺いいたします。" },
        Example {
            lang: Lang::Ja, text: "再発防止に努めてまいります。重ねてお詫び申し上げます。"
        },
        Example {
            lang: Lang::En,
            text: "We will confirm every change asked for by word of mouth in writing on the same day.",
        },
        Example { lang: Lang::En, text: "You will receive our account of what happened by 27 November." },
        Example { lang: Lang::En, text: "From 27 November, Ms. Miyake will receive a delivery list every Friday." },
        Example { lang: Lang::En, text: "We will do our best to earn your confidence again." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    if context.kind.spec.audience == Audience::Rep {
        // A plan of support is a promise to the rep; the other texts for the rep promise nothing.
        let plan = context.kind.id == "rep-support-plan";
        let places = if plan { unplanned_support(context, &laid.text) } else { Vec::new() };
        return Ok(places.into_iter().map(no_record).collect());
    }
    let judge = Judge::of(context);
    let mut found = Vec::new();
    // What code has laid comes from the records.
    for section in laid.sections.iter().filter(|section| section.prose) {
        let body = laid.text.get(section.span.clone()).unwrap_or_default();
        let (mut before, mut end) = ("", 0);
        for sentence in sentences(body) {
            let one_line = !body.get(end..sentence.start).unwrap_or_default().contains('\n');
            end = sentence.end;
            let span = section.span.start + sentence.start..section.span.start + sentence.end;
            let text = laid.text.get(span.clone()).unwrap_or_default();
            let told = Before { text: std::mem::replace(&mut before, text), one_line };
            let due = ["期日：", "期限：", "時期：", "期日:", "期限:"].iter().any(|label| text.starts_with(label));
            let item = due || is_listed(&laid.text, span.start);
            found.extend(judge.sentence(text, &told, item, &cited(section, &span)).map(|finding| {
                let at = finding.span.start + span.start..finding.span.end + span.start;
                Finding { span: at, ..finding }
            }));
        }
    }
    Ok(found)
}

/// The sentence before one.
struct Before<'a> {
    text: &'a str,
    /// Whether both stand in one line.
    one_line: bool,
}

/// Whether a sentence stands in an item of a list or a row of a table.
fn is_listed(text: &str, at: usize) -> bool {
    let from = (at.saturating_sub(LINE)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let to = (at..=(at + LINE).min(text.len())).rev().find(|to| text.is_char_boundary(*to)).unwrap_or(at);
    let head = text.get(from..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let rest = text.get(at..to).unwrap_or_default().lines().next().unwrap_or_default();
    let line = format!("{head}{rest}");
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    is_item(line) || (number.len() < line.len() && number.starts_with(['.', ')', '．', '）', ':']))
}

/// Kinds of which a row of a table or an item of a list is a measure.
pub(in crate::review) const PLANS: [&str; 2] = ["client-action-plan", "client-progress-report"];

/// Most bytes around a place that are looked at for its line.
const LINE: usize = 400;

/// What a sentence cites.
fn cited(section: &LaidSection, span: &std::ops::Range<usize>) -> Vec<Id> {
    let here = section.cited.iter().filter(|(cited, _)| cited.end > span.start && cited.end <= span.end);
    here.flat_map(|(_, ids)| ids.iter().cloned()).collect()
}

/// Judges the promises of a text by the records of its case.
pub(in crate::review) struct Judge<'a> {
    pub(in crate::review) context: &'a Context<'a>,
    pub(in crate::review) records: &'a [Record],
    /// What each proposal is about beyond what the client sees anyway.
    proposed: Vec<(Id, Topic)>,
}

impl<'a> Judge<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        let lang = context.lang;
        let seen = context.grounds().seen().topic();
        let proposed = context.withheld.proposed().filter_map(|action| {
            let topic = Topic::of(action.what.get(lang)?, lang).without(seen);
            Some((action.id.clone(), topic))
        });
        Self { context, records: context.records(), proposed: proposed.collect() }
    }

    fn sentence(&self, text: &str, before: &Before<'_>, item: bool, cited: &[Id]) -> Option<Finding> {
        let lang = self.context.lang;
        let kept = lang.pick(in_words_of_records(text), text.to_owned());
        let topic = Topic::of(&kept, lang);
        let planned = || {
            goes_on(text, lang).filter(|_| {
                often(text).iter().any(|often| *often)
                    || !days_to_come(text, self.context).is_empty()
                    || (!is_on_request(text) && (is_new(text) || brings_new(text, self.records)))
            })
        };
        // What you will have: a heading.
        let heading = ["What ", "How ", "Who ", "When ", "Where "].iter().any(|word| text.starts_with(word));
        let promise = promise(text, lang).filter(|_| !heading).or_else(planned).or_else(|| grants_change(text));
        let Some(promise) = promise else {
            let plan = PLANS.contains(&self.context.kind.id.as_str());
            let seen = self.context.grounds().seen();
            let strange = plan && is_strange_measure(text, &topic, self.records, seen, lang);
            return if strange { Some(no_record(0..text.len())) } else { self.beyond(text, &topic, item) };
        };
        let promise = Some(promise);
        let denied = ["ではなく", "ではございません", "のではあり"].iter().any(|word| text.contains(word));
        for (id, proposal) in &self.proposed {
            // All its own words, or most of three and more.
            let shared = topic.shared(proposal);
            if !denied && shared > 0 && shared >= proposal.len().min(2) && shared * 3 >= proposal.len() * 2 {
                let span = promise.map_or(0..text.len(), |promise| whole(text, &promise));
                let message = Message::new(
                    format!("まだ決まっていない案（{id}）です"),
                    format!("nobody has decided this ({id})"),
                );
                let finding = Finding::error(RULE.id, span, message).about(id);
                return Some(
                    finding.suggest(Message::new(
                        "決まるまで触れないでください",
                        "say nothing of it before it is decided",
                    )),
                );
            }
        }
        // An offer of money or free work is judged by `unauthorised-remedy`, with its amount.
        let promise = promise.filter(|_| !offers_remedy(text) || is_change(text))?;
        // What the client asks for is told, not promised.
        let granted = ["承諾", "応じ", "お受け", "accept", "agree"].iter().any(|word| text.contains(word));
        // ご要望につきましては、…いたします: what the answer is about stands before it.
        let topics = ["につきましては、", "に関しましては、", "については、", "を受け、", "を踏まえ、"];
        let own = topics.iter().find_map(|mark| text.split_once(mark)).map_or(text, |(_, rest)| rest);
        if !granted && is_asked(own, lang) && is_attributed(own, lang) {
            return None;
        }
        // What becomes of the own people is none of the client's: `internal-leak` judges it.
        if is_for_others(text) && !is_change(text) {
            return None;
        }
        let whole = whole(text, &promise);
        let told = Told {
            text,
            kept: &kept,
            topic: &topic,
            scene: lang.pick(scene_words(text, lang), BTreeSet::new()),
            often: often(text),
            days: days_to_come(text, self.context),
            weekdays: weekdays(text, lang),
            change: is_change(text),
            successor: names_successor(text),
        };
        // Another representative is nothing that a set-up or a visit on record could stand behind.
        let decided = self.context.facts.change_option.as_ref().is_some_and(|option| option.approved_on.is_some());
        if !decided && changes_rep(text) {
            return Some(no_record(whole));
        }
        let matching: Vec<&Record> =
            self.records.iter().filter(|record| rests_on(&promise, &told, record, cited)).collect();
        if matching.is_empty() && self.is_said_before(&told, before) {
            return None;
        }
        if matching.is_empty() {
            // Where the client only has to ask, a call, a visit or a letter is common courtesy.
            let courtesy = is_on_request(text) && !is_new(text) && !brings_new(text, self.records);
            let known = || {
                is_assignment(text, self.context.facts)
                    || ((is_service_of_contact(text, self.context.facts, lang) || stays_as_it_is(text))
                        && !told.change
                        && !is_new(text)
                        && !brings_new(text, self.records))
            };
            if courtesy || known() {
                return None;
            }
            // With no day, no number and nothing new it binds to little: ご不信を解く努力を続けます.
            let seen = self.context.grounds().seen();
            let until = text.get(..whole.end).unwrap_or(text);
            let bound = told.change
                || !told.days.is_empty()
                || told.often.contains(&true)
                || is_new(text)
                || brings_new(text, self.records)
                || other_guest(text, self.context.facts).is_some()
                || lang == Lang::En
                || !mentions(text, lang).is_empty()
                || ["半分", "半減", "倍", "人で", "名で"].iter().any(|word| text.contains(word))
                || !strange_things(until, seen, lang).is_empty();
            let finding = no_record(whole);
            return Some(if bound { finding } else { finding.with_severity(Severity::Hint) });
        }
        // A call or a visit of that sort is on record, but nothing of what this one is to bring.
        let until = text.get(..whole.end).unwrap_or(text);
        if self.is_beyond_records(&told, until, &matching) {
            return Some(no_record(whole));
        }
        let guest = (promise.act == Act::Visit).then(|| other_guest(text, self.context.facts)).flatten();
        if let Some(span) = guest.or_else(|| strange_role(text, self.context.facts, lang)) {
            return Some(no_record(span));
        }
        if let Some(span) = other_slot(text, &matching, self.context.grounds(), lang) {
            let finding = no_record(span);
            return Some(matching.first().map_or_else(|| finding.clone(), |record| finding.clone().about(&record.id)));
        }
        if let Some(span) = other_period(text, &told.days, self.records) {
            return Some(no_record(span));
        }
        self.wrong_day(&told, promise.act, before.text, &whole, &matching)
            .or_else(|| self.other_person(&told, whole, &matching))
    }

    /// Whether a promise brings what no fact has, or comes on top of what is on record.
    fn is_beyond_records(&self, told: &Told<'_>, until: &str, matching: &[&Record]) -> bool {
        if is_on_request(told.text) {
            return false;
        }
        let spoken_of = |record: &&Record| told.topic.shared(&record.topic) >= 2;
        let on_top = is_on_top(told.text) && !matching.iter().any(spoken_of);
        let seen = self.context.grounds().seen();
        on_top
            || brings_new(told.text, self.records)
            || promises_strange_things(until, told.topic, matching, seen, self.context.lang)
    }

    /// Whether a short sentence goes on with what the one before speaks of, on a day or in a way on record: 次回は…,
    /// その次は…, you will have it by then.
    fn is_said_before(&self, told: &Told<'_>, before: &Before<'_>) -> bool {
        let known = |days: &RangeInclusive<Date>| {
            self.records.iter().any(|record| record.days.iter().any(|day| days.contains(day)))
        };
        let lang = self.context.lang;
        let seen = self.context.grounds().seen();
        if told.change
            || is_new(told.text)
            || brings_new(told.text, self.records)
            || promises_strange_things(told.text, told.topic, &[], seen, lang)
        {
            return false;
        }
        let around = Topic::of(before.text, lang);
        let spoken_of = |record: &&Record| around.speaks_of(&record.topic) || around.shared(&record.topic) >= 2;
        let its_days: Vec<Date> =
            self.records.iter().filter(spoken_of).flat_map(|record| record.days.iter().copied()).collect();
        let dated = !told.days.is_empty();
        if dated && told.days.iter().all(|(_, days)| is_narrow(days) && its_days.iter().any(|day| days.contains(day))) {
            return true;
        }
        // The label of a line says which record the day is of.
        if dated && before.one_line && !its_days.is_empty() {
            return false;
        }
        let on_record = told.days.iter().all(|(_, day)| known(day));
        if dated
            && on_record
            && told.topic.len() <= 2
            && !told.often.contains(&true)
            && told.days.iter().all(|(_, days)| is_narrow(days))
        {
            return true;
        }
        let hands = ["人で", "名で", "人が"].iter().any(|word| told.text.contains(word));
        let counted = hands
            || mentions(told.text, lang).into_iter().any(|said| {
                let Value::Quantity(_, unit) = said.value else { return false };
                let grounds = self.context.grounds();
                let own = unit == Unit::Person
                    && (grounds.says_value(&said.value, "")
                        || grounds.derives(&said.value)
                        || grounds.is_rest(&said.value));
                !own && matches!(
                    unit,
                    Unit::Person | Unit::Hour | Unit::Minute | Unit::Day | Unit::BusinessDay | Unit::Week
                )
            });
        let often = told.often.contains(&true);
        let short = told.topic.len() <= 3 && !counted && !often;
        if short && on_record && self.records.iter().any(|record| spoken_of(&record)) {
            return true;
        }
        let scene = scene_words(told.text, lang);
        on_record
            && self.records.iter().any(|record| {
                let weekday = !often || told.weekdays.iter().all(|day| record.weekdays.contains(day));
                let frequency = told.often.iter().zip(record.often).all(|(said, known)| !said || known);
                record.scene.intersection(&scene).count() >= 3 && weekday && frequency
            })
    }

    /// Somebody else than who answers for the record.
    fn other_person(&self, told: &Told<'_>, whole: Range<usize>, matching: &[&Record]) -> Option<Finding> {
        let (text, topic) = (told.text, told.topic);
        let best = matching.iter().map(|record| topic.shared(&record.topic)).max().unwrap_or(0);
        let meant: Vec<&&Record> = matching.iter().filter(|record| topic.shared(&record.topic) == best).collect();
        if meant.is_empty() || best < 2 || meant.iter().any(|record| record.owner.is_none()) {
            return None;
        }
        let lang = self.context.lang;
        let acts = |name: &str| {
            let after = text.match_indices(name).map(|(at, _)| text.get(at + name.len()..).unwrap_or_default());
            let marks: &[&str] = lang.pick(&["が", "は", "も"], &[" will", " attends", " sends", " checks"]);
            after.into_iter().any(|after| marks.iter().any(|mark| after.starts_with(mark)))
        };
        let family = |name: &str| lang.pick(name_parts(name).next(), name_parts(name).next_back()).map(str::to_owned);
        let people = self.context.facts.own_people.iter();
        let acting: Vec<_> =
            people.filter(|person| family(person.name.shown()).is_some_and(|name| acts(&name))).collect();
        let known = |key: &crate::facts::Key| meant.iter().any(|record| record.owner.as_ref() == Some(key));
        (!acting.is_empty() && !acting.iter().any(|person| known(&person.key))).then(|| {
            let finding = no_record(whole);
            meant.first().map_or_else(|| finding.clone(), |record| finding.clone().about(&record.id))
        })
    }
}

/// The sentence as far as it promises: to the verb in Japanese, to its end in English.
pub(in crate::review) fn whole(text: &str, promise: &Promise) -> Range<usize> {
    if text.is_ascii() || promise.span.start == 0 {
        return 0..text.trim_end_matches(['.', '。', '!', '！']).len();
    }
    0..promise.span.end
}

/// Whether a sentence brings something new about.
fn is_new(text: &str) -> bool {
    let words = [
        "設け",
        "設置",
        "開設",
        "新設",
        "増員",
        "増や",
        "配置",
        "常駐",
        "専用",
        "専任",
        "交代",
        "替え",
        "一新",
        "刷新",
        "新しく",
    ];
    let english = ["set up", "open a", "dedicated", "hire", "install", "appoint", "station", "replace", "another"];
    words.iter().chain(&english).any(|word| text.contains(word))
}

/// A promise that no record stands behind.
pub(in crate::review) fn no_record(span: Range<usize>) -> Finding {
    let message = Message::new("この約束の裏づけとなる記録がありません", "no record stands behind this promise");
    Finding::error(RULE.id, span, message).with_confidence(Confidence::Medium).suggest(Message::new(
        "事案ファイルの actions・reports にある約束だけを書くか、この文を削ってください",
        "promise only what the actions and reports of the case file say, or leave this out",
    ))
}
