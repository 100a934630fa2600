//! Numbers that look like slips of each other.

/// Whether one number can be a slip of the other: two digits changed places, one digit differs, or a nought too many.
/// Round numbers differ by one digit all the time, so that slip counts only between numbers of three or more digits
/// that are not nought at the end.
pub(super) fn is_slip(one: i64, other: i64) -> bool {
    if one == other || one < 100 || other < 100 {
        return false;
    }
    if one == other.saturating_mul(10) || other == one.saturating_mul(10) {
        return true;
    }
    let (a, b) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<usize> = (0..a.len()).filter(|at| a.get(*at) != b.get(*at)).collect();
    match differ.as_slice() {
        [_] => significant(one) >= 3 && significant(other) >= 3,
        [x, y] => a.get(*x) == b.get(*y) && a.get(*y) == b.get(*x),
        _ => false,
    }
}

fn significant(number: i64) -> usize {
    number.to_string().trim_end_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_other_numbers() {
        for (one, other) in [(38_500, 35_800), (38_500, 38_600), (12_000, 21_000), (12_000, 1_200), (186_000, 168_000)]
        {
            assert!(is_slip(one, other), "{one} {other}");
        }
        for (one, other) in
            [(38_500, 38_500), (12_000, 10_000), (38_500, 480_000), (310, 42), (12, 21), (2_000, 10_000)]
        {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }
}
