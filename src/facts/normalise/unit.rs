//! Units of counting and of time.

use std::fmt;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Box,
    Piece,
    Person,
    Case,
    Sheet,
    Machine,
    Time,
    Company,
    Delivery,
    Day,
    BusinessDay,
    Hour,
    Minute,
    Second,
    Week,
    Month,
    Year,
    Record,
    Row,
    Column,
    Point,
    Project,
    Item,
}

impl Unit {
    /// Whether it is a length of time.
    #[must_use]
    pub const fn is_time(self) -> bool {
        use Unit::{BusinessDay, Day, Hour, Minute, Month, Second, Week, Year};
        matches!(self, Day | BusinessDay | Hour | Minute | Second | Week | Month | Year)
    }
}

/// Japanese words, the longer before the shorter that begins it; whether a kanji numeral may stand before it
/// (一本化, 十分 and 一人で are no counts).
pub(super) const JAPANESE: &[(&str, Unit, bool)] = &[
    ("営業日", Unit::BusinessDay, true),
    ("日間", Unit::Day, true),
    ("日以内", Unit::Day, true),
    ("日遅れ", Unit::Day, true),
    ("日の遅", Unit::Day, true),
    ("日ほど", Unit::Day, true),
    ("日程度", Unit::Day, true),
    ("日かか", Unit::Day, true),
    ("日余り", Unit::Day, true),
    ("日足らず", Unit::Day, true),
    ("日早", Unit::Day, true),
    ("日ずれ", Unit::Day, true),
    ("日で", Unit::Day, true),
    ("日に抑え", Unit::Day, true),
    ("日に短縮", Unit::Day, true),
    ("日に縮め", Unit::Day, true),
    ("日に減ら", Unit::Day, true),
    ("日後", Unit::Day, true),
    ("日前", Unit::Day, true),
    ("日分", Unit::Day, true),
    ("日目", Unit::Day, true),
    ("時間", Unit::Hour, true),
    ("分間", Unit::Minute, true),
    ("秒", Unit::Second, true),
    ("週間", Unit::Week, true),
    ("週連続", Unit::Week, true),
    ("か月", Unit::Month, true),
    ("カ月", Unit::Month, true),
    ("ケ月", Unit::Month, true),
    ("ヶ月", Unit::Month, true),
    ("ヵ月", Unit::Month, true),
    ("箇月", Unit::Month, true),
    ("年間", Unit::Year, true),
    ("レコード", Unit::Record, true),
    ("プロジェクト", Unit::Project, true),
    ("ポイント", Unit::Point, true),
    ("ケース", Unit::Box, true),
    ("社", Unit::Company, true),
    ("箱", Unit::Box, true),
    ("個", Unit::Piece, true),
    ("名", Unit::Person, true),
    ("人", Unit::Person, false),
    ("件", Unit::Case, true),
    ("枚", Unit::Sheet, true),
    ("台", Unit::Machine, true),
    ("回", Unit::Time, true),
    ("便", Unit::Delivery, false),
    ("本", Unit::Piece, false),
    ("分", Unit::Minute, false),
    ("点", Unit::Point, false),
    ("行", Unit::Row, false),
    ("列", Unit::Column, false),
    ("項目", Unit::Item, true),
    ("通", Unit::Sheet, false),
    ("セット", Unit::Piece, false),
    ("教室", Unit::Piece, true),
    ("店舗", Unit::Piece, true),
    ("か所", Unit::Piece, false),
    ("カ所", Unit::Piece, false),
    ("ヶ所", Unit::Piece, false),
    ("箇所", Unit::Piece, false),
    ("食", Unit::Piece, true),
    ("鉢", Unit::Piece, true),
    ("棟", Unit::Piece, true),
    ("着", Unit::Piece, false),
    ("床", Unit::Piece, false),
    ("校", Unit::Piece, false),
    ("組", Unit::Piece, false),
    ("つ", Unit::Item, false),
];

/// English words, singular; a plural ends in `s` or is given.
pub(super) const ENGLISH: &[(&str, Unit)] = &[
    ("business day", Unit::BusinessDay),
    ("working day", Unit::BusinessDay),
    ("carton", Unit::Box),
    ("cloth", Unit::Piece),
    ("balance", Unit::Record),
    ("member", Unit::Person),
    ("order", Unit::Case),
    ("banquet", Unit::Case),
    ("boxes", Unit::Box),
    ("box", Unit::Box),
    ("unit", Unit::Piece),
    ("piece", Unit::Piece),
    ("meal", Unit::Piece),
    ("employee", Unit::Person),
    ("people", Unit::Person),
    ("person", Unit::Person),
    ("colleague", Unit::Person),
    ("case", Unit::Case),
    ("sheet", Unit::Sheet),
    ("machine", Unit::Machine),
    ("launches", Unit::Project),
    ("launch", Unit::Project),
    ("project", Unit::Project),
    ("companies", Unit::Company),
    ("company", Unit::Company),
    ("customer", Unit::Company),
    ("account", Unit::Company),
    ("deliveries", Unit::Delivery),
    ("delivery", Unit::Delivery),
    ("day", Unit::Day),
    ("hour", Unit::Hour),
    ("h", Unit::Hour),
    ("minute", Unit::Minute),
    ("min", Unit::Minute),
    ("second", Unit::Second),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
    ("record", Unit::Record),
    ("row", Unit::Row),
    ("column", Unit::Column),
    ("point", Unit::Point),
    ("time", Unit::Time),
    ("item", Unit::Item),
    ("step", Unit::Item),
    ("measure", Unit::Item),
];

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{self:?}").to_lowercase();
        f.write_str(if *self == Self::BusinessDay { "business day" } else { &name })
    }
}
