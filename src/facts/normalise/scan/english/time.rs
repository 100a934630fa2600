//! Times of day.

use super::{Form, Found, amount, group, whole};
use crate::facts::normalise::Value;
use crate::lang::Captures;

pub(super) fn forms() -> Vec<Form> {
    const CLOCK: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}";
    vec![
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?:(?P<halfpast>half past)|(?P<toward>(?:a )?quarter|ten|twenty|twenty-five|five|[0-9]{{1,2}} minutes) (?P<side>past|to)) (?P<clock>{CLOCK})(?-u:\b)"
            ),
            clock,
        ),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<clock>{CLOCK}) o['’]clock"), clock),
        Form::new(r"(?-u:\b)(?P<h>[0-9]{1,2})[:.](?P<min>[0-5][0-9]) ?(?P<half>[aApP])\.?[mM](?-u:\b)\.?", time),
        Form::new(
            r"(?-u:\b)(?P<h>[0-9]{1,2}):(?P<min>[0-5][0-9])(?: ?(?P<half>[aApP])\.?[mM](?-u:\b)\.?)?|(?-u:\b)(?P<g>[0-9]{1,2}) ?(?P<half2>[aApP])\.?[mM](?-u:\b)\.?",
            time,
        ),
        Form::new(r"(?i)(?-u:\b)(?:noon|midday)(?-u:\b)", |found| whole(found, Value::Time(12, 0))),
        Form::new(r"(?i)(?-u:\b)midnight(?-u:\b)", |found| whole(found, Value::Time(0, 0))),
    ]
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
