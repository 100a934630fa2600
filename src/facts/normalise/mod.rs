//! Normalisation: what a text says in dates, amounts and names, in a form that can be compared.
//! What is printed is never altered; comparisons use copies.

mod calendar;
mod cardinal;
mod era;
mod holiday;
mod invisible;
mod key;
mod memo;
mod normal;
mod number;
mod numeral;
mod partial_date;
mod relative;
mod scan;
mod unit;
mod value;

pub use calendar::{add_business_days, is_business_day, is_year_end_closing, month_en, weekday_en, weekday_ja};
pub use era::{era_year, western_year};
pub use holiday::{Holiday, holiday};
pub use invisible::invisibles;
pub use key::{Searchable, compare_key, find_all};
pub use memo::mentions;
pub use normal::Normal;
pub use number::Number;
pub use partial_date::PartialDate;
pub use relative::Relative;
pub use scan::{dated_weekdays, no_such_days};
pub use unit::Unit;
pub use value::{Mention, MoneyUnit, Third, Value};
