//! Numbers of payment cards.

use super::digits::long_numbers;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "card-number", group: Group::Risk, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in &survey.texts {
        if long_numbers(told).iter().any(|(digits, _)| is_card(digits)) {
            let (ja, en) = told.place();
            let what = say(
                format!("{ja}に、クレジットカードの番号とみられる数字があります"),
                format!("{en} holds what looks like the number of a payment card"),
            );
            let todo = say(
                "消してください。要るなら下4桁だけを書いてください",
                "delete it; where it is needed, write the last four digits",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}

/// Length and first digit of a card, and the check digit of Luhn.
fn is_card(digits: &str) -> bool {
    (14..=16).contains(&digits.len()) && digits.starts_with(['3', '4', '5', '6']) && luhn(digits)
}

fn luhn(digits: &str) -> bool {
    let digits = digits.chars().rev().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}
