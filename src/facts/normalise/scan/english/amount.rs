//! Amounts of money, shares, counts.

use super::{FIGURE, Form, Found, amount, group, range, units, whole};
use crate::facts::normalise::{MoneyUnit, Number, PartialDate, Value, cardinal, unit};
use crate::lang::Captures;

/// Words that end what a number counts: 12,000 by ten days is no count of days.
const BREAKS: [&str; 33] = [
    "by", "at", "to", "and", "or", "from", "in", "on", "per", "until", "for", "with", "the", "a", "an", "was", "were",
    "is", "are", "had", "has", "have", "after", "before", "than", "that", "which", "when", "we", "you", "as", "but",
    "if",
];

/// Money and per cent.
pub(super) fn shares(number: &str) -> Vec<Form> {
    let scales = cardinal::scales();
    vec![
        Form::new(
            &format!(
                r"(?P<c>[¥$€£₩]|(?-u:\b)(?:JPY|USD|EUR|GBP|CNY|KRW)) ?(?P<n>{FIGURE}(?:{scales}|[mM](?-u:\b))?)|(?-u:\b)(?P<k>(?i:{number}))[ -](?:Japanese )?(?P<u>yen|JPY|(?:US )?dollars?|USD|euros?|EUR|pounds?(?: sterling)?|GBP|yuan|RMB|CNY|won|KRW)(?-u:\b)"
            ),
            money,
        ),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<n>{number}) ?(?:%|per cent(?-u:\b)|percent(?-u:\b))"), |found| {
            whole(found, Value::Percent(amount(group(found, "n"))?))
        }),
    ]
}

/// Years, and counts of things.
pub(super) fn counts(number: &str) -> Vec<Form> {
    let units = units();
    vec![
        Form::new(r"(?-u:\b)(?P<year>(?:FY ?)?(?:19|20)[0-9]{2})(?-u:\b)", |found| {
            let year = group(found, "year").trim_start_matches("FY").trim().parse().ok()?;
            whole(found, Value::Date(PartialDate::new(Some(year), None, None)?))
        }),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<part>{number}) (?:out )?of (?:your |our |the |all )?(?P<n>{number})(?P<between> )(?P<u>{units})(?:s|'s|’s)?(?-u:\b)"
            ),
            part_of,
        ),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<n>{number})(?P<between>(?:[ -][A-Za-z][A-Za-z0-9'’-]*){{0,4}}?)[ -](?P<u>{units})(?:s|'s|’s|s'|s’)?(?-u:\b)"
            ),
            quantity,
        ),
    ]
}

fn money(found: &Captures<'_>) -> Found {
    let (number, currency) = match found.name("k") {
        Some(number) => (number.as_str(), group(found, "u")),
        None => (group(found, "n"), group(found, "c")),
    };
    let number = amount(number)?;
    let unit = match currency {
        "¥" | "JPY" | "yen" => MoneyUnit::Yen,
        "€" | "EUR" | "euro" | "euros" => MoneyUnit::Euro,
        "£" | "GBP" => MoneyUnit::Pound,
        pounds if pounds.starts_with("pound") => MoneyUnit::Pound,
        "yuan" | "RMB" | "CNY" => MoneyUnit::Yuan,
        // Three won their case.
        "won" if number < Number::whole(100) => return None,
        "won" | "₩" | "KRW" => MoneyUnit::Won,
        _ => MoneyUnit::Dollar,
    };
    whole(found, Value::Money(number, unit))
}

/// "42 of your 310 employees": two counts of the same thing.
fn part_of(found: &Captures<'_>) -> Found {
    let word = group(found, "u").to_lowercase();
    let (_, unit) = unit::ENGLISH.iter().find(|(name, _)| *name == word)?;
    let part = amount(group(found, "part"))?;
    let all = amount(group(found, "n"))?;
    let (part_at, all_at) = (range(found, "part")?, range(found, "n")?);
    Some(vec![
        (part_at, Value::Quantity(part, *unit)),
        (all_at.start..found.get(0)?.end(), Value::Quantity(all, *unit)),
    ])
}

fn quantity(found: &Captures<'_>) -> Found {
    let between = group(found, "between").to_lowercase();
    // "42 of your 310 employees": of and your belong to the count, other small words do not.
    if between.split([' ', '-']).any(|word| BREAKS.contains(&word)) {
        return None;
    }
    // "one of these days", "one another": a pronoun unless the unit stands beside it.
    if group(found, "n").eq_ignore_ascii_case("one") && !between.is_empty() {
        return None;
    }
    let number = amount(group(found, "n"))?;
    let word = group(found, "u").to_lowercase();
    // 178 part-time staff.
    let compound = ["part", "full", "real", "lead", "long", "first"].iter().any(|word| between.trim() == *word);
    if word == "time" && compound {
        return None;
    }
    let (_, unit) = unit::ENGLISH.iter().find(|(name, _)| *name == word)?;
    let at = range(found, "n")?;
    // The words between may hold another value, such as the name of a product: only number and unit are claimed.
    let end = if between.is_empty() { found.get(0)?.end() } else { at.end };
    Some(vec![(at.start..end, Value::Quantity(number, *unit))])
}
