//! Every check there is, and the inspection that asks them all.

use std::cmp::Reverse;

use super::checks;
use super::remark::{Check, Remark};
use super::survey::Survey;

/// Every check. What they find is told by weight, not in this order.
pub(super) const CHECKS: &[Check] = &[
    checks::action_status::CHECK,
    checks::amount::CHECK,
    checks::approval_late::CHECK,
    checks::change_order::CHECK,
    checks::closed_too_early::CHECK,
    checks::complaint_order::CHECK,
    checks::document_order::CHECK,
    checks::event_order::CHECK,
    checks::future_event::CHECK,
    checks::future_record::CHECK,
    checks::languages::CHECK,
    checks::past_visit::CHECK,
    checks::period::CHECK,
    checks::quantity::CHECK,
    checks::remedy_by::CHECK,
    checks::stray_date::CHECK,
    checks::sum::CHECK,
    checks::told_twice::CHECK,
    checks::unknown_reference::CHECK,
    checks::versions::CHECK,
    checks::weekday::CHECK,
    checks::approval_missing::CHECK,
    checks::deadline_unmet::CHECK,
    checks::evidence::CHECK,
    checks::owner::CHECK,
    checks::placeholder::CHECK,
    checks::promise::CHECK,
    checks::report_missed::CHECK,
    checks::untold_words::CHECK,
    checks::untranslated::CHECK,
    checks::ambiguous::CHECK,
    checks::braces::CHECK,
    checks::card::CHECK,
    checks::closed_day::CHECK,
    checks::control_token::CHECK,
    checks::first_due::CHECK,
    checks::first_late::CHECK,
    checks::formula::CHECK,
    checks::html::CHECK,
    checks::injection::CHECK,
    checks::leak::CHECK,
    checks::my_number::CHECK,
    checks::names_list::CHECK,
    checks::overdue::CHECK,
    checks::person_blamed::CHECK,
    checks::private_contact::CHECK,
    checks::said_without_authority::CHECK,
    checks::takes_sides::CHECK,
    checks::unapproved::CHECK,
    checks::unauthorised::CHECK,
    checks::undecided::CHECK,
    checks::unnamed::CHECK,
];

/// Asks every check; the graver first, then in the order of the file.
pub(super) fn inspect(survey: &Survey<'_>) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    for check in CHECKS {
        remarks.extend((check.find)(survey).into_iter().map(|found| found.remark(check, survey)));
    }
    remarks.sort_by_key(|remark| (Reverse(remark.severity), remark.line));
    // Two languages of one text say the same thing once.
    remarks.dedup_by(|a, b| (a.name, a.line, &a.id, &a.what) == (b.name, b.line, &b.id, &b.what));
    remarks
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CHECKS;

    #[test]
    fn every_check_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = CHECKS.iter().map(|check| check.name).collect();
        assert_eq!(names.len(), CHECKS.len());
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{names:?}");
    }
}
