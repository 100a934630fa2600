//! When the client hears from us next.

use super::group;
use crate::facts::{Day, Id, Text, Visibility};

group! {
    /// `[cadence]`: when the client hears from us, and when it is over.
    group Cadence {
        /// The reports promised.
        reports: Vec<Report>,
        /// What has to hold before the matter is closed.
        closure: Option<Text>,
        /// Who may see it.
        visibility: Visibility = Visibility::Client,
    }
}

group! {
    /// A report promised.
    entry Report {
        /// Id.
        id: Id,
        /// When.
        date: Day,
        /// What, a noun phrase: 経緯のご報告書.
        what: Text,
        /// By what means: 書面.
        means: Text,
    }
}
