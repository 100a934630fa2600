//! The visit.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Text, Time, Visibility};

words! {
    /// Whether the rep comes along.
    RepAttends {
        /// No.
        No = "no",
        /// Only if the client welcomes it.
        IfWelcome = "if_welcome",
        /// Yes.
        Yes = "yes",
    }
}

group! {
    /// `[meeting]`: the visit offered to the client.
    group Meeting {
        /// What for, a noun phrase: お話を伺うこと.
        purpose: Text,
        /// Dates offered.
        candidates: Vec<Slot>,
        /// Who comes: keys of `own_people`.
        attendees: Vec<Key>,
        /// Whether the rep comes along.
        rep_attends: RepAttends = RepAttends::No,
        /// Another way, where no date suits: オンライン会議, お電話.
        otherwise: Option<Text>,
        /// Length in minutes.
        minutes: Option<i64>,
        /// Who may see it.
        visibility: Visibility = Visibility::Client,
    }
}

group! {
    /// A date offered.
    entry Slot {
        /// Id.
        id: Id,
        /// Day.
        date: Day,
        /// Time.
        time: Time,
        /// Place, or how one meets online.
        place: Text,
    }
}
