//! 年号: Japanese eras and western years.

use jiff::civil::Date;

/// The eras in use since 1926 with their first days.
const ERAS: [(&str, (i16, i8, i8)); 3] = [("令和", (2019, 5, 1)), ("平成", (1989, 1, 8)), ("昭和", (1926, 12, 25))];

/// The western year of a year of an era: 令和8 is 2026. `None` for a year the era does not have.
#[must_use]
pub fn western_year(era: &str, year: i16) -> Option<i16> {
    let index = ERAS.iter().position(|(name, _)| *name == era || initial(name) == era)?;
    let (_, (first, ..)) = ERAS.get(index)?;
    let western = first.checked_add(year)?.checked_sub(1)?;
    // An era ends in the year the next one begins.
    let last = index.checked_sub(1).and_then(|next| ERAS.get(next)).map_or(2099, |(_, (next, ..))| *next);
    (year >= 1 && western <= last).then_some(western)
}

/// The era and its year of a date: 2026-11-24 is 令和8年.
#[must_use]
pub fn era_year(date: Date) -> Option<(&'static str, i16)> {
    ERAS.iter().find_map(|(name, (year, month, day))| {
        let first = Date::new(*year, *month, *day).ok()?;
        (date >= first).then(|| (*name, date.year() - year + 1))
    })
}

fn initial(era: &str) -> &'static str {
    match era {
        "令和" => "R",
        "平成" => "H",
        _ => "S",
    }
}

#[cfg(test)]
mod tests {
    use super::{era_year, western_year};
    use jiff::civil::date;

    #[test]
    fn eras_and_their_borders() {
        assert_eq!(western_year("令和", 8), Some(2026));
        assert_eq!(western_year("R", 1), Some(2019));
        assert_eq!(western_year("平成", 31), Some(2019));
        assert_eq!(western_year("平成", 32), None);
        assert_eq!(western_year("昭和", 64), Some(1989));
        assert_eq!(western_year("令和", 0), None);
        assert_eq!(era_year(date(2026, 11, 24)), Some(("令和", 8)));
        assert_eq!(era_year(date(2019, 4, 30)), Some(("平成", 31)));
        assert_eq!(era_year(date(2019, 5, 1)), Some(("令和", 1)));
        assert_eq!(era_year(date(1926, 12, 24)), None);
    }
}
