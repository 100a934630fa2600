//! Values that the facts hold, but of something else than the sentence tells of.

use std::ops::Range;

use jiff::civil::Date;

use super::agreement::{agrees, nearest_year, same_sort};
use super::finding::Confidence;
use super::grounds::{Entry, Ground, Grounds};
use crate::facts::Id;
use crate::facts::normalise::{Mention, Number, PartialDate, Value};
use crate::lang::Lang;

/// A sentence with the values it mentions.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// Its values, with places in the text.
    pub(super) mentions: Vec<Mention>,
    /// What it cites; empty where it cites nothing.
    pub(super) cited: Vec<Id>,
}

/// What a value in common tells, in words that only one entry has.
const VALUE: f64 = 1.5;
/// How many of its own words say which entry a part of a sentence tells of.
const LEAST: f64 = 1.2;
/// By how much it must be told of more clearly than any entry that has the value.
const MARGIN: f64 = 1.0;
/// Most that an entry that has the value may be told of, beside it.
const SHARE: f64 = 0.4;
/// Words of a part of something.
const PARTS: [&str; 12] =
    ["うち", "一部", "残", "ずつ", "のみ", "だけ", "合わせて", "計", " of ", "remaining", "rest", "total"];

/// How many values before and after a value are beside it.
const NEXT: usize = 4;
/// Most values of a stretch that are compared with each other.
const MOST: usize = 12;

/// Ends of a clause that tells under what the rest of the sentence was done.
const JOINED: [&str; 8] = ["に対し", "に対して", "まま", "ままに", "ながら", "上で", "うえで", "結果"];

/// Words that count from one day to another.
const COUNTED: [&str; 8] = ["翌日", "翌", "前日", "日後", "day after", "days after", "before", "since the"];

/// Words that tell when something was decided.
const DECIDED: [&str; 8] = ["承認", "決裁", "決定", "了承", "authori", "approv", "granted", "signed off"];

/// Whether a date is written with its month.
fn has_month(written: &str) -> bool {
    written.contains(['月', '/', '-', '.']) || written.chars().filter(char::is_ascii_alphabetic).count() > 2
}

/// 十二日の午前に: a day of the month in kanji, which alone is read as no date.
fn begins_with_day(clause: &str) -> bool {
    let day = |c: char| "一二三四五六七八九十".contains(c);
    let led = ["または", "もしくは", "あるいは", "翌"].iter().find_map(|word| clause.strip_prefix(word));
    let clause = led.unwrap_or(clause);
    let rest = clause.trim_start_matches(day);
    rest.len() < clause.len()
        && ["日の", "日に", "日は", "日、", "日午", "日（", "日("].iter().any(|mark| rest.starts_with(mark))
}

/// A value in the wrong place, and the fact that stands there.
#[derive(Debug)]
pub(super) struct Misplaced<'a> {
    /// Its place.
    pub(super) span: Range<usize>,
    /// What should stand there.
    pub(super) fact: &'a Ground,
    /// How sure this is.
    pub(super) confidence: Confidence,
}

impl<'a> Told<'a> {
    /// The last date before a value: the day from which 翌日 counts.
    pub(super) fn date_before(&self, mention: &Mention, on: Date) -> Option<Date> {
        let before = self.mentions.iter().rev().filter(|other| other.span.end <= mention.span.start);
        before.into_iter().find_map(|other| match other.value {
            Value::Date(date) => nearest_year(date, on),
            _ => None,
        })
    }

    /// The values next to a value, without itself.
    pub(super) fn beside(&self, mention: &Mention) -> Vec<Mention> {
        let at = self.mentions.partition_point(|other| other.span.start < mention.span.start);
        let near = self.mentions.iter().skip(at.saturating_sub(NEXT)).take(2 * NEXT + 1);
        let near = near.filter(|other| other.span != mention.span);
        let apart = |other: &Mention| {
            let (from, to) = (other.span.end.min(mention.span.end), other.span.start.max(mention.span.start));
            self.text.get(from..to).is_some_and(|gap| gap.contains(['、', ',', ';', '；']))
        };
        near.filter(|other| !apart(other)).cloned().collect()
    }

    fn written(&self, mention: &Mention) -> &'a str {
        self.text.get(mention.span.clone()).unwrap_or_default()
    }

    /// Values that something besides the case as a whole must hold: a date, a time, an amount, a count of goods.
    fn bound(&self, grounds: &Grounds) -> Vec<&Mention> {
        let dated = |mention: &&Mention| match &mention.value {
            Value::Date(date) => date.month.is_some() && date.day.is_some(),
            Value::Third(..) | Value::Time(..) | Value::Money(..) | Value::Quantity(..) => true,
            _ => false,
        };
        let free = |mention: &&Mention| {
            matches!(mention.value, Value::Third(..)) || !grounds.case_holds(&mention.value, self.written(mention))
        };
        self.mentions.iter().filter(dated).filter(free).collect()
    }

    /// Values that contradict the entries the sentence cites: the entries have values of the sort, and the sentence
    /// has none of them.
    pub(super) fn against_cited<'g>(&self, grounds: &'g Grounds) -> Vec<Misplaced<'g>> {
        if self.cited.is_empty() {
            return Vec::new();
        }
        let bound: Vec<&Mention> = self.bound(grounds).into_iter().take(MOST).collect();
        let known: Vec<&Ground> = self.cited.iter().flat_map(|id| grounds.entry_values(id)).collect();
        let mut found = Vec::new();
        for mention in &bound {
            let sort: Vec<&&Ground> = known.iter().filter(|fact| same_sort(&mention.value, &fact.value)).collect();
            let alike = bound.iter().filter(|other| same_sort(&mention.value, &other.value));
            let agreed = alike
                .into_iter()
                .any(|other| sort.iter().any(|fact| agrees(&other.value, self.written(other), &fact.value)));
            if let (false, Some(fact)) = (agreed, sort.first()) {
                found.push(Misplaced { span: mention.span.clone(), fact, confidence: Confidence::High });
            }
        }
        found
    }

    /// Values that contradict the entry a part of the sentence tells of: its words and its other values are those of
    /// that entry, and nothing that has the value is told of.
    pub(super) fn against_event<'g>(&self, grounds: &'g Grounds, whole: &Grounds, lang: Lang) -> Vec<Misplaced<'g>> {
        let bound = self.bound(grounds);
        let mut found: Vec<Misplaced<'g>> = Vec::new();
        let rows = self.text.get(self.span.clone()).is_some_and(|row| row.contains('\t'));
        let days = self.mentions.iter().filter(|mention| matches!(mention.value, Value::Date(_))).count();
        // A row with several days tells several things.
        if rows && days > 1 {
            return found;
        }
        found.extend(self.rest_is_whole(grounds));
        for part in self.parts(lang) {
            let from = bound.partition_point(|mention| mention.span.start < part.start);
            let here = bound.iter().skip(from).take_while(|mention| mention.span.end <= part.end);
            let here: Vec<&Mention> = here.copied().take(MOST).collect();
            if here.is_empty() {
                continue;
            }
            let told = self.text.get(part.clone()).unwrap_or_default();
            let numbers = self.mentions.iter().filter(|mention| {
                part.start <= mention.span.start
                    && mention.span.end <= part.end
                    && matches!(mention.value, Value::Number(number) if number > Number::whole(1))
            });
            let numbers: Vec<&Mention> = numbers.take(MOST).collect();
            found.extend(self.against_scene(grounds, whole, told, (&here, &numbers)));
            let dates: Vec<&&Mention> = here.iter().filter(|mention| matches!(mention.value, Value::Date(_))).collect();
            // 14:30 … and the rest at 9:40 the next morning.
            let next = ["next ", "following ", "later"].iter().chain(&COUNTED).any(|word| told.contains(word));
            if next {
                continue;
            }
            if let ([date], true) = (dates.as_slice(), found.is_empty()) {
                let times = here.iter().filter(|mention| matches!(mention.value, Value::Time(..)));
                // What the readers may not see has its times too.
                let times = times.filter(|time| self.wrong_time(whole, date, time).is_some());
                found.extend(times.filter_map(|time| self.wrong_time(grounds, date, time)));
            }
        }
        found
    }

    /// 残る12,000箱: what remained cannot be all.
    fn rest_is_whole<'g>(&self, grounds: &'g Grounds) -> Option<Misplaced<'g>> {
        let rest = |mention: &&Mention| {
            let before = self.text.get(..mention.span.start).unwrap_or_default().trim_end();
            ["残る", "残り", "残りの", "remaining", "the rest,", "other"].iter().any(|word| before.ends_with(word))
        };
        let figures = self.mentions.iter().filter(|mention| matches!(mention.value, Value::Quantity(..))).filter(rest);
        figures.into_iter().find_map(|mention| {
            let all = grounds.whole_count(&mention.value)?;
            Some(Misplaced { span: mention.span.clone(), fact: all, confidence: Confidence::Medium })
        })
    }

    fn against_scene<'g>(
        &self,
        grounds: &'g Grounds,
        all: &Grounds,
        told: &str,
        (here, numbers): (&[&Mention], &[&Mention]),
    ) -> Vec<Misplaced<'g>> {
        let scenes = grounds.scenes();
        let words = scenes.words(told);
        let agree = |fact: &Ground, value: &Mention| {
            // A day whose month was only carried on from another may be of any month.
            let said = match value.value {
                Value::Date(date) if !has_month(self.written(value)) => {
                    Value::Date(PartialDate { year: None, month: None, ..date })
                }
                _ => value.value.clone(),
            };
            agrees(&said, self.written(value), &fact.value)
        };
        let holds = |entry: &Entry, value: &Mention| grounds.entry_values(&entry.id).any(|fact| agree(fact, value));
        // What is not in view may be told of as well.
        let hidden = |value: &Mention| {
            let unseen = all.entries().iter().filter(|entry| !grounds.entries().iter().any(|seen| seen.id == entry.id));
            let holding = unseen.filter(|entry| all.entry_values(&entry.id).any(|fact| agree(fact, value)));
            holding.map(|entry| all.scenes().score(&words, &entry.id)).fold(0.0, f64::max)
        };
        let total = |entry: &Entry, without: Option<&Mention>| {
            let held = here.iter().filter(|value| without != Some(**value) && holds(entry, value)).count();
            // 9日に7食: a bare number may be of anything, and is more likely of the event that has it.
            let bare = numbers.iter().filter(|value| holds(entry, value)).count();
            let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(0));
            scenes.score(&words, &entry.id) + VALUE * real(held) + VALUE / 2.0 * real(bare)
        };
        let candidates = || grounds.entries().iter().filter(|entry| !entry.incident);
        let row = told.contains('\t');
        let events = candidates().filter(|entry| entry.event || (entry.decision && !row));
        let best = events.max_by(|one, other| total(one, None).total_cmp(&total(other, None)));
        // A figure says less than words: it may be told of anything.
        let figures = |entry: &Entry| {
            let figure =
                |value: &&&Mention| !matches!(value.value, Value::Date(_) | Value::Third(..)) && holds(entry, value);
            f64::from(u32::try_from(here.iter().filter(figure).count()).unwrap_or(0))
        };
        let support = |entry: &Entry| scenes.score(&words, &entry.id) + VALUE / 2.0 * figures(entry);
        let Some(best) = best.filter(|best| scenes.score(&words, &best.id) > 0.5 && support(best) >= LEAST) else {
            return Vec::new();
        };
        // Another event has all that is told here: it is that event, in other words.
        let all_of = |entry: &Entry| entry.event && entry.id != best.id && here.iter().all(|value| holds(entry, value));
        if here.len() > 1 && candidates().any(all_of) {
            return Vec::new();
        }
        let whole = PARTS.iter().any(|word| told.contains(word));
        let counted = COUNTED.iter().any(|word| told.contains(word));
        let mut found = Vec::new();
        for value in here.iter().filter(|value| !holds(best, value)) {
            let figure = matches!(value.value, Value::Quantity(..) | Value::Money(..));
            let sort: Vec<&'g Ground> =
                grounds.entry_values(&best.id).filter(|fact| same_sort(&value.value, &fact.value)).collect();
            let agreed = here.iter().any(|other| same_sort(&value.value, &other.value) && holds(best, other));
            // 10日のお電話の翌日に: the day is that of something else; the truck of 11 November is paid for: the day of
            // what a decision is about, and not its own.
            let decided = || DECIDED.iter().any(|word| told.contains(word));
            let event = || best.decision && !decided() && candidates().any(|entry| entry.event && holds(entry, value));
            // 対応表は、11月2日から二人で確かめています: the day of what was done about the event.
            let measure = || {
                candidates()
                    .any(|entry| !entry.event && holds(entry, value) && scenes.score(&words, &entry.id) >= LEAST / 2.0)
            };
            if matches!(value.value, Value::Date(_)) && (counted || event() || measure()) {
                continue;
            }
            // 12 September, 20:31: a moment that an event has, told in words of the one before it.
            let moment = || {
                let days = || here.iter().filter(|other| matches!(other.value, Value::Date(_)));
                all.entries().iter().filter(|entry| entry.event).any(|entry| {
                    let has = |value: &Mention| all.entry_values(&entry.id).any(|fact| agree(fact, value));
                    has(value) && days().any(|day| has(day))
                })
            };
            if matches!(value.value, Value::Time(..)) && moment() {
                continue;
            }
            // A count is wrong on the day of the entry only: letters count what they like.
            let day = here.iter().any(|other| matches!(other.value, Value::Date(_)) && holds(best, other));
            // A part of what the entry counts, and what is counted in passing, contradicts nothing.
            if agreed
                || (figure
                    && (!day
                        || whole
                        || (grounds.derives(&value.value) && !candidates().any(|entry| holds(entry, value)))))
            {
                continue;
            }
            let other = candidates().filter(|entry| holds(entry, value)).map(|entry| total(entry, Some(value)));
            let other = other.fold(hidden(value), f64::max);
            if let (Some(fact), true) = (
                sort.first(),
                other <= SHARE * total(best, None)
                    && total(best, None) - other >= if row { 2.0 * MARGIN } else { MARGIN },
            ) {
                found.push(Misplaced { span: value.span.clone(), fact, confidence: Confidence::Medium });
            }
        }
        found
    }

    /// The stretches of the sentence that tell one thing each: the clause of a date with what follows it up to the
    /// next date, and what comes before it where the date only closes the sentence.
    fn parts(&self, lang: Lang) -> Vec<Range<usize>> {
        let dated = |clause: &Range<usize>| {
            let from = self.mentions.partition_point(|mention| mention.span.start < clause.start);
            let mut inside = self.mentions.iter().skip(from).take_while(|mention| mention.span.end <= clause.end);
            inside.any(|mention| matches!(mention.value, Value::Date(_) | Value::Relative(_) | Value::Third(..)))
                || self.text.get(clause.clone()).is_some_and(begins_with_day)
        };
        let clause_text = |clause: &Range<usize>| self.text.get(clause.clone()).unwrap_or_default();
        let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
        for clause in self.clauses(lang) {
            let has_date = dated(&clause);
            if let Some((last, last_dated)) = parts.last_mut() {
                let so_far = self.text.get(last.clone()).unwrap_or_default();
                let open = match lang {
                    // …の追加（西本係長、12月11日まで）: a date after what is done by it.
                    Lang::Ja if has_date && !*last_dated && clause_text(&clause).chars().count() <= 12 => true,
                    // 11月13日、黒川様から…: nothing but the date; …のは、11月13日…: the date closes the sentence.
                    // …とのお話も、12月15日にお訪ねした折に頂戴し: what the verb to come is said of.
                    Lang::Ja => {
                        so_far.chars().count() <= 16
                            || so_far.ends_with("たのが")
                            || so_far.ends_with(['は', 'も', 'を'])
                            || JOINED.iter().any(|word| so_far.ends_with(word))
                    }
                    // "On 13 November, Mr. Kurokawa called".
                    Lang::En => so_far.len() <= 30 && *last_dated,
                };
                // "On 13 November Mr. Kurokawa called and asked for…": one thing still.
                let goes_on = self.text.get(last.end..clause.start) == Some(" and ") && !has_date;
                if (open && !(*last_dated && has_date)) || goes_on {
                    last.end = clause.end;
                    *last_dated |= has_date;
                    continue;
                }
            }
            parts.push((clause, has_date));
        }
        parts.into_iter().map(|(part, _)| part).collect()
    }

    /// A time beside a date on which nothing has that time, though an event of that day has another.
    fn wrong_time<'g>(&self, grounds: &'g Grounds, date: &Mention, time: &Mention) -> Option<Misplaced<'g>> {
        let on_day = |entry: &&Entry| {
            grounds.entry_values(&entry.id).any(|fact| agrees(&date.value, self.written(date), &fact.value))
        };
        let times =
            |entry: &'g Entry| grounds.entry_values(&entry.id).filter(|fact| matches!(fact.value, Value::Time(..)));
        let same_hour = |fact: &Ground| match (&fact.value, &time.value) {
            // 9時 may be said for 9:10 where it is a rough time.
            (Value::Time(known, _), Value::Time(hour, 0)) => known == hour,
            _ => false,
        };
        let right = |fact: &Ground| agrees(&time.value, self.written(time), &fact.value) || same_hour(fact);
        let entries: Vec<&Entry> = grounds.entries().iter().filter(on_day).filter(|entry| !entry.incident).collect();
        if entries.iter().any(|entry| times(entry).any(right)) {
            return None;
        }
        let fact = entries.into_iter().find_map(|entry| times(entry).next())?;
        Some(Misplaced { span: time.span.clone(), fact, confidence: Confidence::Medium })
    }

    /// Parts of the sentence between commas.
    fn clauses(&self, lang: Lang) -> Vec<Range<usize>> {
        let sentence = self.text.get(self.span.clone()).unwrap_or_default();
        // The cells of a row belong together.
        if sentence.contains('\t') {
            return vec![self.span.clone()];
        }
        let breaks: &[&str] = lang.pick(&["、", "，", "；"], &[", ", "; ", " and "]);
        let mut ends: Vec<(usize, usize)> = breaks
            .iter()
            .flat_map(|mark| sentence.match_indices(mark))
            .map(|(at, mark)| (at, at + mark.len()))
            .collect();
        ends.sort_unstable();
        ends.push((sentence.len(), sentence.len()));
        let mut start = 0;
        let mut clauses = Vec::new();
        for (end, next) in ends {
            clauses.push(self.span.start + start..self.span.start + end.max(start));
            start = next;
        }
        clauses
    }
}
