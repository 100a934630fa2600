//! Reports, visits and deadlines on a weekend or a holiday.

use super::dates::{Dated, appointments, deadlines};
use super::prelude::*;
use crate::facts::normalise::{holiday, is_business_day, is_year_end_closing};

pub(in crate::command::check) const CHECK: Check =
    Check { name: "closed-day", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let mut days: Vec<Dated<'_>> = appointments(survey.groups());
    days.extend(deadlines(survey.groups()));
    let mut found = Vec::new();
    for dated in days.into_iter().filter(|dated| dated.day >= as_of) {
        let day = dated.day;
        let (why_ja, why_en) = match holiday(day.0) {
            Some(holiday) => (holiday.ja, holiday.en),
            None if is_year_end_closing(day.0) => ("年末年始", "the closing at the turn of the year"),
            None if is_business_day(day.0) => continue,
            None => ("土日", "a weekend"),
        };
        let (ja, en) = dated.named();
        let what = say(format!("{ja} {day} は{why_ja}に当たります"), format!("{en}, {day}, falls on {why_en}"));
        let todo = say(
            "前の営業日にするか、先方の都合を確かめてください",
            "move it to the business day before, or ask whether it suits",
        );
        found.push(Found::at(dated.span.start, what, todo).within(dated.id));
    }
    found
}
