//! Names that hold a number and state no value: Section 3.2, Step 2, page 3, 24/7.

use super::{Form, range, units};
use crate::facts::normalise::{PartialDate, Value};

/// What a number after it only tells apart.
const LABELS: &str = concat!(
    "sections?|figures?|figs?\\.|tables?|pages?|pp?\\.|phases?|steps?|appendix|appendices|annex|clauses?|articles?",
    "|chapters?|paragraphs?|footnotes?|slides?|stages?|options?|(?-i:Nos?\\.)"
);

pub(super) fn forms() -> Vec<Form> {
    let units = units();
    let number = r"[0-9]+(?:\.[0-9]+)*";
    vec![
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?:{LABELS}) ?{number}(?:(?:, | ?[-–] ?| (?:and|or|to) ){number})*(?-u:\b)(?P<count>[ -](?:{units})s?(?-u:\b))?"
            ),
            |found| found.name("count").is_none().then(Vec::new),
        ),
        // The 24th of July after a preposition, round the clock elsewhere.
        Form::new(r"(?i)(?-u:\b)(?:on|by|until|since|from|before|after|dated) (?P<day>24/7)(?-u:\b)", |found| {
            let date = PartialDate::new(None, Some(7), Some(24))?;
            Some(vec![(range(found, "day")?, Value::Date(date))])
        }),
        Form::new(r"(?-u:\b)24/7(?P<year>/)?", |found| found.name("year").is_none().then(Vec::new)),
    ]
}
