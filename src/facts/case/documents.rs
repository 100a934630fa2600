//! What has been made and sent so far.

use super::group;
use crate::facts::{Day, Id, Visibility};

group! {
    /// `[[documents]]`: a document that has gone out, or was filed.
    entry Made {
        /// Id.
        id: Id,
        /// Its kind: `client-first-response`.
        kind: String,
        /// When it went out or was filed.
        date: Day,
        /// The report it delivered, an id of `cadence.reports`.
        report: Option<Id>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
