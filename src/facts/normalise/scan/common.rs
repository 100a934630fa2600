//! What is written alike in both languages: addresses, numbers of telephones and orders, ISO dates.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Form, group, whole};
use crate::facts::normalise::{PartialDate, Value};
use crate::lang::Captures;

pub(super) static PATTERNS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    vec![
        Form::new(r"https?://[^\s、。「」()<>]+", |found| {
            whole(found, Value::Url(found.get(0)?.as_str().to_owned()))
        }),
        Form::new(r"(?P<all>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", |found| {
            whole(found, Value::Email(group(found, "all").to_lowercase()))
        }),
        Form::new(r"(?P<all>〒\s?[0-9]{3}-[0-9]{4})", |found| {
            whole(found, Value::PostalCode(digits(group(found, "all"))))
        }),
        Form::new(r"(?P<all>(?:\+81[ -]?|(?-u:\b)0)[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4})(?-u:\b)", |found| {
            whole(found, Value::Phone(digits(&group(found, "all").replace("+81", "0"))))
        }),
        // A version or a standard: v2.3.1, Ver. 3.2, ISO 9001, JIS Z 8301.
        Form::new(r"(?i)(?-u:\b)(?:v|ver\.?|versions?|rev\.?|revision) ?[0-9]+(?:\.[0-9]+)*(?-u:\b)", |_| {
            Some(Vec::new())
        }),
        Form::new(
            r"(?-u:\b)(?:ISO|IEC|JIS|ANSI|ASTM|DIN|IATF|RFC|IEEE|NIST)(?:[/ ](?:ISO|IEC|TS|TR))? ?(?:[A-Z] ?)?[0-9]{2,6}(?:-[0-9]{1,4})*(?::[0-9]{4})?(?-u:\b)",
            |_| Some(Vec::new()),
        ),
        Form::new(r"(?-u:\b)(?P<y>(?:19|20)[0-9]{2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?-u:\b)", iso),
        Form::new(r"(?P<all>(?-u:\b)[A-Z]{1,6}(?:-[A-Z0-9]{1,8})*-[0-9]{1,8}(?:-?[A-Z0-9]+)*(?-u:\b))", |found| {
            whole(found, Value::Code(group(found, "all").to_owned()))
        }),
        // (022) 555-0142, 022 555 0142.
        Form::new(
            r"(?P<all>(?:[(]0[0-9]{1,4}[)]|(?-u:\b)0[0-9]{1,4}) ?[(]?[0-9]{1,4}[) -][0-9]{3,4})(?-u:\b)",
            |found| whole(found, Value::Phone(digits(group(found, "all")))),
        ),
        // A house number: 2-4-8, 2丁目4番8号.
        Form::new(
            r"(?-u:\b)(?P<a>[0-9]{1,4})(?:-|丁目)(?P<b>[0-9]{1,4})(?:-|番地?の?)(?P<c>[0-9]{1,4})(?:号|(?-u:\b))",
            |found| {
                let parts = [group(found, "a"), group(found, "b"), group(found, "c")];
                whole(found, Value::Code(parts.join("-")))
            },
        ),
        // The floor of a building.
        Form::new(r"(?-u:\b)[0-9]{1,3}(?:階|F(?-u:\b))", |_| Some(Vec::new())),
        // 20261110, unless it counts something: 20800401円 is an amount.
        Form::new(
            r"(?P<sign>[¥$€] ?|(?:JPY|USD|EUR) ?)?(?-u:\b)(?P<y>20[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?-u:\b)(?P<counted> ?(?:円|米?ドル|ユーロ|[千万億箱個枚件名人本社部台冊点]|(?i:yen|dollars?|euros?|JPY|USD|EUR|units?|cartons?)(?-u:\b)))?",
            |found| {
                let counts = found.name("sign").is_some() || found.name("counted").is_some();
                if counts { None } else { iso(found) }
            },
        ),
        // The number of a list item.
        Form::new(r"(?m)^\s*(?:[0-9]{1,2}[.)]\s|\([0-9]{1,2}\))", |_| Some(Vec::new())),
    ]
});

fn iso(found: &Captures<'_>) -> Option<Vec<(Range<usize>, Value)>> {
    let (month, day) = (group(found, "m").parse().ok()?, group(found, "d").parse().ok()?);
    whole(found, Value::Date(PartialDate::new(group(found, "y").parse().ok(), Some(month), Some(day))?))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
