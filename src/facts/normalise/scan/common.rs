//! What is written alike in both languages: addresses, numbers of telephones and orders, ISO dates.

use std::sync::LazyLock;

use super::{Pattern, group, whole};
use crate::facts::normalise::{PartialDate, Value};

pub(super) static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    vec![
        Pattern::new(r"https?://[^\s、。「」()<>]+", |found| {
            whole(found, Value::Url(found.get(0)?.as_str().to_owned()))
        }),
        Pattern::new(r"(?P<all>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", |found| {
            whole(found, Value::Email(group(found, "all").to_lowercase()))
        }),
        Pattern::new(r"(?P<all>〒\s?[0-9]{3}-[0-9]{4})", |found| {
            whole(found, Value::PostalCode(digits(group(found, "all"))))
        }),
        Pattern::new(r"(?P<all>(?:\+81[ -]?|(?-u:\b)0)[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4})(?-u:\b)", |found| {
            whole(found, Value::Phone(digits(&group(found, "all").replace("+81", "0"))))
        }),
        Pattern::new(
            r"(?-u:\b)(?P<y>(?:19|20)[0-9]{2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?-u:\b)",
            |found| {
                let date = PartialDate::new(
                    group(found, "y").parse().ok(),
                    Some(group(found, "m").parse().ok()?),
                    Some(group(found, "d").parse().ok()?),
                )?;
                whole(found, Value::Date(date))
            },
        ),
        Pattern::new(r"(?P<all>(?-u:\b)[A-Z]{1,6}(?:-[A-Z0-9]{1,8})*-[0-9]{1,8}(?:-?[A-Z0-9]+)*(?-u:\b))", |found| {
            whole(found, Value::Code(group(found, "all").to_owned()))
        }),
        // A house number, a building's floor and the like belong to an address, not to the facts of the case.
        Pattern::new(r"(?-u:\b)[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4})?(?: [0-9]+階|(?-u:\b))", |found| {
            let text = found.get(0)?.as_str();
            // 11-13 may be two days; three parts are an address.
            (text.matches('-').count() == 2).then(Vec::new)
        }),
        // The number of a list item.
        Pattern::new(r"(?m)^\s*(?:[0-9]{1,2}[.)]\s|\([0-9]{1,2}\))", |_| Some(Vec::new())),
    ]
});

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
