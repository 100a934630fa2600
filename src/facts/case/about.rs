//! The case itself.

use super::group;
use crate::facts::{Day, Text};
use crate::lang::Lang;

group! {
    /// `[case]`: the case itself.
    group About {
        /// The company's own name for the case; internal.
        id: String,
        /// The day on which the facts stand as written.
        as_of: Day,
        /// The language of plain strings in the file, and of documents unless another is asked for.
        lang: Lang,
        /// The client's industry.
        industry: Option<Text>,
        /// Length of the business relationship in years.
        relationship_years: Option<i64>,
        /// Number or name of the contract.
        contract: Option<String>,
    }
}
