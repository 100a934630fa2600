//! Exact numbers: amounts are compared, so binary fractions will not do.

use std::fmt;

/// A fixed-point number in millionths. Further decimals are cut off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(i128);

/// Millionths in one.
const ONE: i128 = 1_000_000;

impl Number {
    /// Nought.
    pub const ZERO: Self = Self(0);

    /// A half.
    pub const HALF: Self = Self(ONE / 2);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        // An i64 in millionths always fits an i128.
        Self(value as i128 * ONE)
    }

    /// The number `digits` writes: ASCII digits, a point, grouping commas. `None` where it is none or too large.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        let (negative, digits) = match digits.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, digits),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut value: i128 = 0;
        for byte in whole.bytes().filter(|b| *b != b',') {
            value = value.checked_mul(10)?.checked_add(digit(byte)?)?;
        }
        for place in 0..6 {
            let next = fraction.as_bytes().get(place).copied().unwrap_or(b'0');
            value = value.checked_mul(10)?.checked_add(digit(next)?)?;
        }
        Some(Self(if negative { -value } else { value }))
    }

    /// The sum, unless too large.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless too large.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The product with a whole number, unless too large.
    #[must_use]
    pub fn checked_mul(self, times: i64) -> Option<Self> {
        self.0.checked_mul(i128::from(times)).map(Self)
    }

    /// A tenth of it.
    #[must_use]
    pub const fn tenth(self) -> Self {
        Self(self.0 / 10)
    }

    /// The whole number it is, where it is one that fits.
    #[must_use]
    pub fn as_whole(self) -> Option<i64> {
        if self.0 % ONE == 0 { i64::try_from(self.0 / ONE).ok() } else { None }
    }
}

fn digit(byte: u8) -> Option<i128> {
    byte.is_ascii_digit().then(|| i128::from(byte - b'0'))
}

impl Number {
    /// Digits in groups of three: `12,000`.
    #[must_use]
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
        let digits = whole.trim_start_matches('-');
        let mut out = String::from(if whole.len() > digits.len() { "-" } else { "" });
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if let Some(part) = part {
            out.push('.');
            out.push_str(part);
        }
        out
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::whole(value)
    }
}

impl fmt::Display for Number {
    /// Plain digits, no grouping, no trailing noughts: `12000`, `1.8`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let (whole, part) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{part:06}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::Number;
    use proptest::prelude::*;

    #[test]
    fn reads_and_writes_decimals_exactly() {
        for (written, plain) in
            [("12,000", "12000"), ("0.5", "0.5"), ("3.0", "3"), ("1.800000", "1.8"), ("-2.25", "-2.25"), ("007", "7")]
        {
            assert_eq!(Number::parse(written).unwrap().to_string(), plain);
        }
        for bad in ["", ".", ".5", "1.x", "-", "1e5", &"9".repeat(50)] {
            assert_eq!(Number::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn arithmetic_is_checked() {
        let large = Number::parse(&"9".repeat(32)).unwrap();
        assert_eq!(large.checked_mul(1_000), None);
        assert_eq!(Number::whole(2).checked_mul(3), Some(Number::whole(6)));
        assert_eq!(Number::whole(2).checked_sub(Number::whole(3)), Some(Number::whole(-1)));
        assert_eq!(Number::parse("0.6").unwrap().as_whole(), None);
        assert!(Number::parse("0.6") < Number::parse("1.8"));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(whole in any::<i64>(), part in 0_u32..1_000_000) {
            let number = Number::parse(&format!("{whole}.{part:06}")).unwrap();
            prop_assert_eq!(Number::parse(&number.to_string()), Some(number));
        }
    }
}
