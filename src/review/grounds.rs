//! What the facts in view say, as values: the ground a text's values must stand on.

use jiff::civil::{Date, Weekday};

use crate::facts::normalise::{MoneyUnit, Number, PartialDate, Unit, Value, compare_key, mentions};
use crate::facts::read::{Path, Span, Visitor};
use crate::facts::{Currency, Day, Facts, Id, PartDay, Text, Time, family_name, name_parts};
use crate::lang::Lang;

/// Every value in view, with the entry it stands in where it stands in one.
#[derive(Debug)]
pub(super) struct Grounds {
    values: Vec<(Option<Id>, Value)>,
    /// Names of people and organisations, and their parts.
    names: Vec<String>,
    /// All texts in view, as [`compare_key`].
    key: String,
    /// How many things of any one sort there are to count.
    most: i64,
}

/// Groups whose values belong to the whole case: any sentence may use them whatever it cites.
const WHOLE: [&str; 8] = ["case", "sender", "client", "client_people", "own_people", "incident", "rep", "meeting"];

impl Grounds {
    /// The values of a view.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut gather = Gather { lang: facts.lang(), id: None, values: Vec::new(), key: String::new() };
        facts.walk(&mut gather);
        for entry in &facts.compensation {
            if let Some(amount) = entry.amount {
                let unit = match entry.currency {
                    Currency::Jpy => MoneyUnit::Yen,
                    Currency::Usd => MoneyUnit::Dollar,
                    Currency::Eur => MoneyUnit::Euro,
                };
                gather.values.push((Some(entry.id.clone()), Value::Money(Number::whole(amount), unit)));
            }
        }
        let sizes = [facts.timeline.len(), facts.actions.len(), facts.positions.len(), facts.causes.len(), 3];
        let most = sizes.iter().max().and_then(|most| i64::try_from(*most).ok()).unwrap_or(3);
        Self { values: gather.values, names: names(facts), key: gather.key, most }
    }

    /// Names of people and organisations in view, and their parts.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a text in view says this, however it is written.
    pub(super) fn says(&self, text: &str) -> bool {
        self.key.contains(&compare_key(text))
    }

    /// Whether the facts hold the value; with `cited`, whether the entries cited or the case as a whole do.
    pub(super) fn hold(&self, value: &Value, cited: Option<&[Id]>) -> bool {
        let in_reach = |id: &Option<Id>| match (id, cited) {
            (Some(id), Some(cited)) => cited.contains(id),
            _ => true,
        };
        let facts = || self.values.iter().filter(|(id, _)| in_reach(id)).map(|(_, value)| value);
        match value {
            Value::Date(date) => facts().any(|fact| matches!(fact, Value::Date(known) if agree(*date, *known))),
            Value::Weekday(weekday) => facts().any(|fact| match fact {
                Value::Date(known) => full(*known).is_some_and(|date| date.weekday() == *weekday),
                other => other == value,
            }),
            Value::Quantity(amount, unit) => {
                self.counts(*amount, *unit) || facts().any(|fact| fact == value || *fact == Value::Number(*amount))
            }
            Value::Number(amount) => {
                let same = |fact: &Value| match fact {
                    Value::Number(known)
                    | Value::Quantity(known, _)
                    | Value::Percent(known)
                    | Value::Money(known, _) => known == amount,
                    _ => false,
                };
                facts().any(same)
            }
            other => facts().any(|fact| fact == other),
        }
    }

    /// Whether entries in reach hold any value of the same sort, so that a different one is a contradiction.
    pub(super) fn has_sort(&self, value: &Value, cited: &[Id]) -> bool {
        let sort = std::mem::discriminant(value);
        self.values
            .iter()
            .any(|(id, fact)| id.as_ref().is_some_and(|id| cited.contains(id)) && std::mem::discriminant(fact) == sort)
    }

    /// The fact nearest to a date or an amount that is not held: what was probably meant.
    pub(super) fn nearest(&self, value: &Value) -> Option<(Option<&Id>, &Value)> {
        let distance = |fact: &Value| -> Option<i64> {
            match (value, fact) {
                (Value::Date(one), Value::Date(two)) => {
                    let (one, two) = (one.in_year(2026)?, PartialDate { year: None, ..*two }.in_year(2026)?);
                    Some(i64::from((one - two).get_days()).abs()).filter(|days| *days <= 7)
                }
                (Value::Quantity(_, one), Value::Quantity(_, two)) if one == two => Some(0),
                (Value::Money(..), Value::Money(..)) | (Value::Percent(_), Value::Percent(_)) => Some(0),
                (Value::Time(one, ..), Value::Time(two, ..)) => Some(i64::from(*one) - i64::from(*two)).map(i64::abs),
                _ => None,
            }
        };
        let near = self.values.iter().filter_map(|(id, fact)| Some((distance(fact)?, id.as_ref(), fact)));
        near.min_by_key(|(distance, ..)| *distance).map(|(_, id, fact)| (id, fact))
    }

    /// Small counts of the entries themselves: 「次の三点」, "two steps".
    fn counts(&self, amount: Number, unit: Unit) -> bool {
        matches!(unit, Unit::Item | Unit::Point | Unit::Case)
            && amount.as_whole().is_some_and(|amount| (1..=self.most).contains(&amount))
    }
}

/// Whether a date of a text can be the date of a fact.
fn agree(said: PartialDate, known: PartialDate) -> bool {
    match full(known) {
        Some(date) => said.agrees(date),
        None => {
            let same = |one: Option<i16>, two: Option<i16>| one.is_none() || two.is_none() || one == two;
            same(said.year, known.year)
                && (said.month.is_none() || said.month == known.month)
                && (said.day.is_none() || said.day == known.day)
        }
    }
}

fn full(date: PartialDate) -> Option<Date> {
    Date::new(date.year?, date.month?, date.day?).ok()
}

/// Whether a weekday is right for a date whose year may lack: it is checked in the year of the case, and in the next
/// for dates long past.
pub(super) fn weekday_is_right(date: PartialDate, weekday: Weekday, as_of: Date) -> bool {
    let years = [as_of.year(), as_of.year() + 1];
    match date.year {
        Some(_) => date.in_year(0).is_none_or(|date| date.weekday() == weekday),
        // A date more than half a year back is the next year's.
        None => {
            let near = years.iter().filter_map(|year| date.in_year(*year));
            let nearest = near.min_by_key(|date| i64::from((*date - as_of).get_days()).abs());
            nearest.is_none_or(|date| date.weekday() == weekday)
        }
    }
}

fn names(facts: &Facts) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let people = facts.client_people.iter().map(|person| &person.name);
    for name in people.chain(facts.own_people.iter().map(|person| &person.name)) {
        let shown = name.shown();
        names.push(shown.to_owned());
        names.push(name_parts(shown).collect());
        names.extend(name_parts(shown).map(str::to_owned));
        names.push(family_name(shown, facts.lang()).to_owned());
    }
    for organisation in [&facts.client.name, &facts.sender.company] {
        let shown = organisation.shown();
        names.push(shown.to_owned());
        names.push(shown.replace("株式会社", "").trim().to_owned());
        names.extend(shown.split(' ').next().map(str::to_owned));
    }
    names.extend(facts.client.also.iter().cloned());
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

struct Gather {
    lang: Lang,
    id: Option<Id>,
    values: Vec<(Option<Id>, Value)>,
    key: String,
}

impl Gather {
    /// The entry a value on this way stands in; none for groups that belong to the whole case.
    /// The days of the incident are its own, so that a sentence about another event cannot borrow them.
    fn entry_of(&self, path: &Path<'_>, value: &Value) -> Option<Id> {
        let steps = path.steps();
        let day = matches!(value, Value::Date(_) | Value::Time(..));
        let whole = steps.first().is_some_and(|group| WHOLE.contains(group) && !(day && *group == "incident"));
        self.id.clone().filter(|_| !whole)
    }

    fn push(&mut self, path: &Path<'_>, value: Value) {
        let id = self.entry_of(path, &value);
        self.values.push((id, value));
    }

    fn text_of(&mut self, path: &Path<'_>, text: &str) {
        for mention in mentions(text, self.lang) {
            self.push(path, mention.value);
        }
        self.key.push_str(&compare_key(text));
        self.key.push('\n');
    }
}

impl Visitor for Gather {
    fn entry(&mut self, _: &Path<'_>, id: &Id, _: &Span) {
        self.id = Some(id.clone());
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        self.text_of(path, text.shown());
    }

    fn code(&mut self, path: &Path<'_>, code: &str) {
        self.text_of(path, code);
    }

    fn day(&mut self, path: &Path<'_>, Day(date): Day) {
        let known = PartialDate { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) };
        self.push(path, Value::Date(known));
    }

    fn part_day(&mut self, path: &Path<'_>, part: PartDay) {
        let known = PartialDate { year: Some(part.year), month: part.month, day: part.day };
        self.push(path, Value::Date(known));
    }

    fn time(&mut self, path: &Path<'_>, Time { hour, minute }: Time) {
        self.push(path, Value::Time(hour, minute));
    }

    fn number(&mut self, path: &Path<'_>, number: i64) {
        self.push(path, Value::Number(Number::whole(number)));
    }
}
