//! Numbers of bytes, for people.

/// A number of bytes in decimal units, as shops and the hub count.
pub(super) fn told(bytes: u64) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match units.into_iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) => {
            // In hundredths, rounded.
            let part = (u128::from(bytes) * 100 + u128::from(unit) / 2) / u128::from(unit);
            match part / 100 {
                whole @ 0..10 => format!("{whole}.{:02} {name}", part % 100),
                whole => format!("{} {name}", if part % 100 >= 50 { whole + 1 } else { whole }),
            }
        }
        None => format!("{bytes} B"),
    }
}

/// Whole minutes, at least one, that so many bytes take at a rate in megabits a second.
pub(super) fn minutes(bytes: u64, megabits: u64) -> u64 {
    (bytes / 7_500_000 / megabits.max(1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{minutes, told};

    #[test]
    fn sizes_are_told_in_decimal_units() {
        assert_eq!(told(0), "0 B");
        assert_eq!(told(999), "999 B");
        assert_eq!(told(1_234), "1.23 kB");
        assert_eq!(told(396_705_472), "397 MB");
        assert_eq!(told(1_107_409_472), "1.11 GB");
        assert_eq!(told(u64::MAX), "18446744074 GB");
    }

    #[test]
    fn times_follow_from_size_and_rate() {
        assert_eq!(minutes(1_125_000_000, 10), 15);
        assert_eq!(minutes(1_125_000_000, 100), 1);
        assert_eq!(minutes(1, 10), 1);
    }
}
