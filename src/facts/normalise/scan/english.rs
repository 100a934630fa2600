//! Values as English writes them.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Form, group, range, whole};
use crate::facts::normalise::{MoneyUnit, Number, PartialDate, Third, Unit, Value, cardinal, relative, unit};
use crate::lang::Captures;
use jiff::civil::Weekday;

type Found = Option<Vec<(Range<usize>, Value)>>;

const MONTH: &str = concat!(
    "(?:Jan(?:uary|\\b\\.?)|Feb(?:ruary|\\b\\.?)|Mar(?:ch|\\b\\.?)|Apr(?:il|\\b\\.?)|May|June?|July?|Aug(?:ust|\\b\\.?)",
    "|Sep(?:t(?:ember|\\b\\.?)|\\b\\.?)|Oct(?:ober|\\b\\.?)|Nov(?:ember|\\b\\.?)|Dec(?:ember|\\b\\.?))"
);
const DAY: &str = "[0-9]{1,2}";
const NUMBER: &str = r"[0-9][0-9,]*(?:\.[0-9]+)?";
/// Words that end what a number counts: 12,000 by ten days is no count of days.
const BREAKS: [&str; 33] = [
    "by", "at", "to", "and", "or", "from", "in", "on", "per", "until", "for", "with", "the", "a", "an", "was", "were",
    "is", "are", "had", "has", "have", "after", "before", "than", "that", "which", "when", "we", "you", "as", "but",
    "if",
];

pub(super) static PATTERNS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let units: Vec<&str> = unit::ENGLISH.iter().map(|(word, _)| *word).collect();
    let relatives: Vec<&str> = relative::ENGLISH.iter().map(|(word, _)| *word).collect();
    let (units, relatives, words) = (units.join("|"), relatives.join("|"), cardinal::pattern());
    let ordinals = cardinal::ordinals();
    vec![
        Form::new(
            &format!(
                r"(?-u:\b)(?P<from>{DAY})(?:st|nd|rd|th)?(?: ?[-–] ?| (?:and|to|or|until) |, )(?P<d>{DAY})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})"
            ),
            days,
        ),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<m>{MONTH}) (?P<from>{DAY})(?:st|nd|rd|th)?(?: ?[-–] ?| to | and )(?P<d>{DAY})(?:st|nd|rd|th)?(?P<end>[.,;:)]|$| (?:we|you|I|and|at|in|by|to)(?-u:\b))"
            ),
            days,
        ),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<t>early|beginning of|start of|mid|middle of|late|end of)(?: |-)(?P<m>{MONTH})(?:,? (?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"
            ),
            third,
        ),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<o>{ordinals})(?: of)? (?P<m>{MONTH})(?-u:\b)"), ordinal_day),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<m>{MONTH}) (?:the )?(?P<o>{ordinals})(?-u:\b)"), ordinal_day),
        Form::new(&format!(r"(?-u:\b)(?P<d>{DAY})-(?P<m>{MONTH})(?:-(?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"), date),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<d>{DAY})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"
            ),
            date,
        ),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<m>{MONTH}) (?P<d>{DAY})(?:st|nd|rd|th)?(?-u:\b)(?:,? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b))?"
            ),
            date,
        ),
        Form::new(&format!(r"(?-u:\b)(?P<m>{MONTH}),? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b)"), date),
        Form::new(&format!(r"(?-u:\b)(?P<m>{MONTH})(?-u:\b)"), month),
        Form::new(r"(?-u:\b)(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?:/(?P<y>(?:19|20)?[0-9]{2}))?(?-u:\b)", slashed),
        Form::new(r"(?-u:\b)(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?P<y>20[0-9]{2})(?-u:\b)", slashed),
        Form::new(
            r"(?-u:\b)(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:s|(?-u:\b)\.?)",
            weekday,
        ),
        Form::new(
            r"(?i)(?-u:\b)(?:(?P<halfpast>half past)|(?P<toward>(?:a )?quarter|ten|twenty|twenty-five|five|[0-9]{1,2} minutes) (?P<side>past|to)) (?P<clock>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})(?-u:\b)",
            clock,
        ),
        Form::new(
            r"(?i)(?-u:\b)(?P<clock>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}) o['’]clock",
            clock,
        ),
        Form::new(r"(?-u:\b)(?P<h>[0-9]{1,2})[:.](?P<min>[0-5][0-9]) ?(?P<half>[aApP])\.?[mM](?-u:\b)\.?", time),
        Form::new(
            r"(?-u:\b)(?P<h>[0-9]{1,2}):(?P<min>[0-5][0-9])(?: ?(?P<half>[aApP])\.?[mM](?-u:\b)\.?)?|(?-u:\b)(?P<g>[0-9]{1,2}) ?(?P<half2>[aApP])\.?[mM](?-u:\b)\.?",
            time,
        ),
        Form::new(r"(?i)(?-u:\b)(?:noon|midday)(?-u:\b)", |found| whole(found, Value::Time(12, 0))),
        Form::new(
            &format!(
                r"(?P<c>¥|\$|€|(?-u:\b)JPY|(?-u:\b)USD|(?-u:\b)EUR) ?(?P<n>{NUMBER})(?: (?P<s>thousand|million))?|(?-u:\b)(?P<k>{NUMBER}|(?i:{words}))(?: (?P<t>thousand|million))?[ -](?:Japanese )?(?P<u>yen|JPY|(?:US )?dollars?|USD|euros?|EUR)(?-u:\b)"
            ),
            money,
        ),
        Form::new(&format!(r"(?-u:\b)(?P<n>{NUMBER}|(?i:{words})) ?(?:%|per cent(?-u:\b)|percent(?-u:\b))"), |found| {
            whole(found, Value::Percent(amount(group(found, "n"))?))
        }),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<n>{NUMBER}|{words}|an?)(?: and a (?P<thirty>half))? hours?(?:(?:,| and)? (?P<min>{NUMBER}|{words}) minutes?)?(?-u:\b)"
            ),
            hours,
        ),
        Form::new(r"(?-u:\b)(?P<year>(?:FY ?)?(?:19|20)[0-9]{2})(?-u:\b)", |found| {
            let year = group(found, "year").trim_start_matches("FY").trim().parse().ok()?;
            whole(found, Value::Date(PartialDate::new(Some(year), None, None)?))
        }),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<part>{NUMBER}|{words}) (?:out )?of (?:your |our |the |all )?(?P<n>{NUMBER}|{words})(?P<between> )(?P<u>{units})(?:s|'s|’s)?(?-u:\b)"
            ),
            part_of,
        ),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<n>{NUMBER}|{words})(?P<between>(?:[ -][A-Za-z][A-Za-z0-9'’-]*){{0,4}}?)[ -](?P<u>{units})(?:s|'s|’s|s'|s’)?(?-u:\b)"
            ),
            quantity,
        ),
        Form::new(r"(?-u:\b)(?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?-u:\b)", |found| {
            whole(found, Value::Date(PartialDate::new(None, None, Some(group(found, "d").parse().ok()?))?))
        }),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<r>{relatives})(?-u:\b)"), |found| {
            let word = group(found, "r").to_lowercase();
            let (_, relative) = relative::ENGLISH.iter().find(|(name, _)| *name == word)?;
            whole(found, Value::Relative(*relative))
        }),
        // A measure: 500 kg, 500kg. Its unit is not told apart.
        Form::new(&format!(r"(?-u:\b)(?P<n>{NUMBER})(?:kg|km|cm|mm|ml|[gtmL])(?-u:\b)"), |found| {
            whole(found, Value::Number(Number::parse(group(found, "n"))?))
        }),
        Form::new(r"(?-u:\b)(?:[A-Za-z_]+[0-9]+[A-Za-z0-9]*|[0-9]+[A-Za-z]+)(?-u:\b)", |_| Some(Vec::new())),
        // A large number in words; small ones are articles and pronouns.
        Form::new(&format!(r"(?i)(?-u:\b)(?P<n>{words})(?-u:\b)"), |found| {
            let number = cardinal::cardinal(group(found, "n"))?;
            if number > Number::whole(12) { whole(found, Value::Number(number)) } else { None }
        }),
        Form::new(&format!(r"(?-u:\b)(?P<n>{NUMBER})(?-u:\b)"), |found| {
            whole(found, Value::Number(Number::parse(group(found, "n"))?))
        }),
    ]
});

fn month_number(name: &str) -> Option<i8> {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = name.get(..3)?.to_lowercase();
    let index = names.iter().position(|name| *name == start)?;
    i8::try_from(index + 1).ok()
}

fn small(found: &Captures<'_>, name: &str) -> Option<i8> {
    group(found, name).parse().ok()
}

fn date(found: &Captures<'_>) -> Found {
    let year = found.name("y").and_then(|year| year.as_str().parse().ok());
    let day = if found.name("d").is_some() { Some(small(found, "d")?) } else { None };
    whole(found, Value::Date(PartialDate::new(year, Some(month_number(group(found, "m"))?), day)?))
}

fn days(found: &Captures<'_>) -> Found {
    let month = month_number(group(found, "m"))?;
    let first = PartialDate::new(None, Some(month), Some(small(found, "from")?))?;
    let last = PartialDate::new(None, Some(month), Some(small(found, "d")?))?;
    Some(vec![
        (range(found, "from")?, Value::Date(first)),
        (range(found, "d")?.start..found.get(0)?.end(), Value::Date(last)),
    ])
}

/// A month by itself. "May" and "March" begin sentences as verbs, so they need a day or a year beside them.
fn month(found: &Captures<'_>) -> Found {
    let name = group(found, "m");
    if matches!(name, "May" | "March" | "Mar" | "Jan" | "Dec") {
        return None;
    }
    whole(found, Value::Date(PartialDate::new(None, Some(month_number(name)?), None)?))
}

/// 10/11: day/month and month/day, where both are dates.
fn slashed(found: &Captures<'_>) -> Found {
    let (a, b) = (small(found, "a")?, small(found, "b")?);
    let year = match group(found, "y") {
        "" => None,
        short if short.len() == 2 => Some(2000 + short.parse::<i16>().ok()?),
        year => Some(year.parse().ok()?),
    };
    let day_first = PartialDate::new(year, Some(b), Some(a));
    let month_first = PartialDate::new(year, Some(a), Some(b));
    let value = match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Value::AmbiguousDate(one, other),
        (Some(date), _) | (None, Some(date)) => Value::Date(date),
        (None, None) => return None,
    };
    whole(found, value)
}

fn weekday(found: &Captures<'_>) -> Found {
    let weekday = match group(found, "w").get(..3)? {
        "Mon" => Weekday::Monday,
        "Tue" => Weekday::Tuesday,
        "Wed" => Weekday::Wednesday,
        "Thu" => Weekday::Thursday,
        "Fri" => Weekday::Friday,
        "Sat" => Weekday::Saturday,
        _ => Weekday::Sunday,
    };
    Some(vec![(range(found, "w")?, Value::Weekday(weekday))])
}

fn time(found: &Captures<'_>) -> Found {
    let written = if found.name("g").is_some() { "g" } else { "h" };
    let mut hour: u8 = group(found, written).parse().ok()?;
    let minute: u8 = found.name("min").map_or(Some(0), |minute| minute.as_str().parse().ok())?;
    let half = group(found, if written == "g" { "half2" } else { "half" }).to_lowercase();
    match half.as_str() {
        "p" if hour < 12 => hour += 12,
        "a" if hour == 12 => hour = 0,
        _ => {}
    }
    if hour > 24 {
        return None;
    }
    whole(found, Value::Time(hour, minute))
}

fn money(found: &Captures<'_>) -> Found {
    let (number, scale, currency) = match found.name("k") {
        Some(number) => (number.as_str(), group(found, "t"), group(found, "u")),
        None => (group(found, "n"), group(found, "s"), group(found, "c")),
    };
    let scale = match scale {
        "thousand" => 1_000,
        "million" => 1_000_000,
        _ => 1,
    };
    let unit = match currency {
        "¥" | "JPY" | "yen" => MoneyUnit::Yen,
        "€" | "EUR" | "euro" | "euros" => MoneyUnit::Euro,
        _ => MoneyUnit::Dollar,
    };
    whole(found, Value::Money(amount(number)?.checked_mul(scale)?, unit))
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

/// Digits or words.
fn amount(written: &str) -> Option<Number> {
    if written.starts_with(|c: char| c.is_ascii_digit()) {
        return Number::parse(written);
    }
    cardinal::cardinal(written)
}

/// Mid-November, the end of May.
fn third(found: &Captures<'_>) -> Found {
    let third = match group(found, "t").to_lowercase().as_str() {
        "early" | "beginning of" | "start of" => Third::Early,
        "mid" | "middle of" => Third::Mid,
        _ => Third::Late,
    };
    let year = found.name("y").and_then(|year| year.as_str().parse().ok());
    whole(found, Value::Third(PartialDate::new(year, Some(month_number(group(found, "m"))?), None)?, third))
}

/// The tenth of November.
fn ordinal_day(found: &Captures<'_>) -> Found {
    let (month, day) = (month_number(group(found, "m"))?, cardinal::ordinal(group(found, "o"))?);
    whole(found, Value::Date(PartialDate::new(None, Some(month), Some(day))?))
}

/// Half past four, twenty to three, five o'clock: of the two halves of the day the text does not say which.
fn clock(found: &Captures<'_>) -> Found {
    let hour = u8::try_from(amount(group(found, "clock"))?.as_whole()?).ok().filter(|hour| *hour <= 23)?;
    let minutes = match group(found, "toward").to_lowercase().trim_start_matches("a ").trim_end_matches(" minutes") {
        "" if found.name("halfpast").is_some() => 30,
        "" => 0,
        "quarter" => 15,
        other => u8::try_from(amount(other)?.as_whole()?).ok().filter(|minutes| *minutes < 60)?,
    };
    let to = group(found, "side").eq_ignore_ascii_case("to") && minutes > 0;
    let value = if to { Value::Time((hour + 23) % 24, 60 - minutes) } else { Value::Time(hour, minutes) };
    whole(found, value)
}

/// 3 hours and 20 minutes, an hour and a half: a length of time, in minutes where it is no whole hour.
fn hours(found: &Captures<'_>) -> Found {
    let written = group(found, "n").to_lowercase();
    let one = matches!(written.as_str(), "a" | "an");
    let count = if one { Number::whole(1) } else { amount(&written)? };
    let minutes = match (found.name("min"), found.name("thirty")) {
        (Some(minutes), _) => amount(minutes.as_str())?,
        (None, Some(_)) => Number::whole(30),
        // "an hour" alone says no more than a while.
        (None, None) if one => return None,
        (None, None) => return whole(found, Value::Quantity(count, Unit::Hour)),
    };
    whole(found, Value::Quantity(count.checked_mul(60)?.checked_add(minutes)?, Unit::Minute))
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
    let (_, unit) = unit::ENGLISH.iter().find(|(name, _)| *name == word)?;
    let at = range(found, "n")?;
    // The words between may hold another value, such as the name of a product: only number and unit are claimed.
    let end = if between.is_empty() { found.get(0)?.end() } else { at.end };
    Some(vec![(at.start..end, Value::Quantity(number, *unit))])
}
