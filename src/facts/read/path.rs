//! Walking over all values of a case.

use std::fmt;

use super::Span;
use crate::facts::{Day, Id, Key, PartDay, Text, Time};

/// The way from the root of the case to a value, such as `timeline.E2.content`.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    name: &'a str,
}

impl<'a> Path<'a> {
    /// The root of a case.
    pub const ROOT: Path<'static> = Path { parent: None, name: "" };

    /// One step down.
    #[must_use]
    pub fn join(&'a self, name: &'a str) -> Path<'a> {
        Path { parent: Some(self), name }
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> Vec<&'a str> {
        let mut steps = self.parent.map(Path::steps).unwrap_or_default();
        if !self.name.is_empty() {
            steps.push(self.name);
        }
        steps
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.steps().join("."))
    }
}

/// What can be seen on a walk over a case.
pub trait Visitor {
    /// A citable entry, before its values.
    fn entry(&mut self, _path: &Path<'_>, _id: &Id, _span: &Span) {}
    /// A text in one language or both.
    fn text(&mut self, _path: &Path<'_>, _text: &Text) {}
    /// A string that is the same in both languages: a telephone number, an order number.
    fn code(&mut self, _path: &Path<'_>, _code: &str) {}
    /// A reference to a person.
    fn key(&mut self, _path: &Path<'_>, _key: &Key) {}
    /// A full date.
    fn day(&mut self, _path: &Path<'_>, _day: Day) {}
    /// A date that may lack its day or month.
    fn part_day(&mut self, _path: &Path<'_>, _day: PartDay) {}
    /// A time of day.
    fn time(&mut self, _path: &Path<'_>, _time: Time) {}
    /// A whole number without a unit.
    fn number(&mut self, _path: &Path<'_>, _number: i64) {}
}

/// What can be changed on a walk over a case.
pub trait Changer {
    /// A text in one language or both.
    fn text(&mut self, _text: &mut Text) {}
    /// A string that is the same in both languages.
    fn code(&mut self, _code: &mut String) {}
    /// A reference to a person.
    fn key(&mut self, _key: &mut Key) {}
}

impl<F: FnMut(&mut Text)> Changer for F {
    fn text(&mut self, text: &mut Text) {
        self(text);
    }
}
