//! How far a day is, as somebody counts who works on business days: with the weekday, and the holidays in between.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::facts::Day;
use crate::facts::normalise::{holiday, is_business_day, is_year_end_closing, month_en, weekday_en, weekday_ja};
use crate::lang::Message;

/// Beyond this many days nobody counts business days.
const FARTHEST: i32 = 400;

/// A day as seen from another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: Day,
    /// How many days ahead; negative where it has passed.
    pub days: i32,
    /// How many business days ahead, the day itself included; negative where it has passed. `None` for a day so far
    /// off that nobody counts. The closing at the turn of the year counts as closed: few offices answer then.
    pub business_days: Option<i32>,
    /// The holidays on weekdays, and the closing at the turn of the year, between the two days.
    pub between: Vec<(Day, Message)>,
    /// Why offices are closed on the day itself.
    pub closed: Option<Message>,
}

impl When {
    /// A day as seen on another one.
    #[must_use]
    pub fn of(day: Day, on: Day) -> Self {
        let days = on.0.until(day.0).map_or(0, |span| span.get_days());
        let (from, to) = if day < on { (day.0, on.0) } else { (on.0, day.0) };
        let counted = days.abs() <= FARTHEST;
        let walked: Vec<Date> = if counted { after(from, to).collect() } else { Vec::new() };
        let open = i32::try_from(walked.iter().filter(|date| is_open(**date)).count()).unwrap_or(i32::MAX);
        let between = if day > on { named(&walked, day) } else { Vec::new() };
        Self { day, days, business_days: counted.then_some(open * days.signum()), between, closed: closed(day) }
    }
}

/// Whether offices are open.
pub(super) fn is_open(date: Date) -> bool {
    is_business_day(date) && !is_year_end_closing(date)
}

/// The day itself where offices are open, else the last one before it.
pub(super) fn open_by(day: Day) -> Day {
    let mut date = day.0;
    while !is_open(date) {
        match date.yesterday() {
            Ok(before) => date = before,
            Err(_) => return day,
        }
    }
    Day(date)
}

/// The open day that lies a number of open days before a day.
pub(super) fn open_before(day: Day, days: usize) -> Day {
    let mut date = open_by(day).0;
    for _ in 0..days {
        match date.yesterday() {
            Ok(before) => date = open_by(Day(before)).0,
            Err(_) => return day,
        }
    }
    Day(date)
}

/// A day a number of days later.
pub(super) fn later(day: Day, days: i32) -> Option<Day> {
    day.0.checked_add(days.days()).ok().map(Day)
}

/// Why offices are closed on a day, where they are.
pub(super) fn closed(day: Day) -> Option<Message> {
    if let Some(name) = off(day.0) {
        return Some(name);
    }
    match day.0.weekday() {
        Weekday::Saturday => Some(Message::new("土曜日", "a Saturday")),
        Weekday::Sunday => Some(Message::new("日曜日", "a Sunday")),
        _ => None,
    }
}

/// A day with its weekday, and the year where it is another one: 11月27日（金）, Friday 27 November.
#[must_use]
pub fn day_text(day: Day, on: Day) -> Message {
    let date = day.0;
    let month = month_en(date.month());
    let weekday = weekday_en(date);
    let (year_ja, year_en) = if date.year() == on.0.year() {
        (String::new(), String::new())
    } else {
        (format!("{}年", date.year()), format!(" {}", date.year()))
    };
    Message::new(
        format!("{year_ja}{}月{}日（{}）", date.month(), date.day(), weekday_ja(date)),
        format!("{weekday} {} {month}{year_en}", date.day()),
    )
}

/// The days after one day, to another one and with it.
fn after(from: Date, to: Date) -> impl Iterator<Item = Date> {
    from.series(1.day()).skip(1).take_while(move |date| *date <= to)
}

/// The closing at the turn of the year, or a public holiday, by its name.
fn off(date: Date) -> Option<Message> {
    match holiday(date) {
        Some(holiday) => Some(Message::new(holiday.ja, holiday.en)),
        None if is_year_end_closing(date) => Some(Message::new("年末年始の休業", "the turn of the year")),
        None => None,
    }
}

/// Days off between, weekends left out: nobody expects work on those. A run under one name is told once.
fn named(walked: &[Date], day: Day) -> Vec<(Day, Message)> {
    let weekdays = walked.iter().filter(|date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday));
    let off = weekdays.filter(|date| **date != day.0).filter_map(|date| Some((Day(*date), off(*date)?)));
    let mut names: Vec<(Day, Message)> = off.collect();
    names.dedup_by(|after, before| after.1 == before.1);
    names
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{When, day_text, open_before, open_by};
    use crate::facts::Day;

    fn day(month: i8, day: i8) -> Day {
        Day(date(2026, month, day))
    }

    #[test]
    fn a_holiday_in_between_is_named_and_not_counted() {
        let when = When::of(day(11, 27), day(11, 20));
        assert_eq!((when.days, when.business_days), (7, Some(4)));
        let names: Vec<&str> = when.between.iter().map(|(_, name)| name.ja.as_str()).collect();
        assert_eq!(names, ["勤労感謝の日"]);
        assert!(when.closed.is_none());
        assert!(When::of(day(11, 24), day(11, 23)).between.is_empty());
    }

    #[test]
    fn a_day_nobody_works_on_says_so() {
        assert_eq!(When::of(day(11, 23), day(11, 20)).closed.unwrap().en, "Labour Thanksgiving Day");
        assert_eq!(When::of(day(11, 28), day(11, 20)).closed.unwrap().ja, "土曜日");
        assert_eq!(When::of(day(12, 30), day(12, 1)).closed.unwrap().ja, "年末年始の休業");
    }

    #[test]
    fn past_days_count_backwards_and_far_ones_are_not_counted() {
        let when = When::of(day(11, 20), day(11, 24));
        assert_eq!((when.days, when.business_days, when.between.len()), (-4, Some(-1), 0));
        assert_eq!(When::of(Day(date(2030, 1, 1)), day(11, 24)).business_days, None);
        assert_eq!(When::of(day(11, 24), day(11, 24)).business_days, Some(0));
    }

    #[test]
    fn the_turn_of_the_year_is_one_closing() {
        let when = When::of(Day(date(2027, 1, 5)), Day(date(2026, 12, 28)));
        assert_eq!(when.business_days, Some(2));
        let names: Vec<&str> = when.between.iter().map(|(_, name)| name.ja.as_str()).collect();
        assert_eq!(names, ["年末年始の休業", "元日"]);
    }

    #[test]
    fn work_is_due_on_an_open_day() {
        assert_eq!(open_by(day(11, 23)), day(11, 20));
        assert_eq!(open_before(day(11, 25), 2), day(11, 20));
    }

    #[test]
    fn days_are_said_with_their_weekday() {
        let said = day_text(Day(date(2027, 1, 15)), day(11, 24));
        assert_eq!((said.ja.as_str(), said.en.as_str()), ("2027年1月15日（金）", "Friday 15 January 2027"));
    }
}
