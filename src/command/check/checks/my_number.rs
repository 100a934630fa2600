//! Twelve digits that can be somebody's My Number.

use super::digits::long_numbers;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "my-number", group: Group::Risk, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in &survey.texts {
        let numbers = long_numbers(told);
        let is_one = |(digits, label): &(String, String)| {
            let labelled = ["マイナンバー", "個人番号", "my number", "individual number"];
            let label = label.to_lowercase();
            digits.len() == 12 && (checks(digits) || labelled.iter().any(|word| label.contains(word)))
        };
        if numbers.iter().any(is_one) {
            let (ja, en) = told.place();
            // The number itself is not said again.
            let what = say(
                format!("{ja}に、マイナンバーとみられる12桁の番号があります"),
                format!("{en} holds twelve digits that can be a My Number"),
            );
            let todo = say(
                "法律で決められた事務のほかに記録できません。消してください",
                "the law allows it on record for few purposes, none of them this: delete it",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}

/// Whether the last digit is the check digit of the others (番号法の検査用数字).
fn checks(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((check, rest)) = digits.split_last() else { return false };
    let weighted = rest.iter().rev().zip([2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6]).map(|(digit, weight)| digit * weight);
    let rest = weighted.sum::<u32>() % 11;
    *check == if rest <= 1 { 0 } else { 11 - rest }
}

#[cfg(test)]
mod tests {
    use super::checks;

    #[test]
    fn the_check_digit_is_that_of_the_law() {
        assert!(checks("123456789018"));
        assert!(!checks("123456789012"));
    }
}
