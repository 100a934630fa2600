//! Who the client talks to from now on.

use super::group;
use crate::facts::{Day, Id, Key, Text, Visibility};

group! {
    /// `[contact_setup]`: who the client talks to from now on. For the client once approved.
    entry ContactSetup {
        /// Id.
        id: Id,
        /// Who is in front: a key of `own_people`.
        front: Key,
        /// Who stands in: a key of `own_people`.
        backup: Option<Key>,
        /// What the set-up is, a noun phrase.
        what: Option<Text>,
        /// From when.
        from: Option<Day>,
        /// Until when.
        until: Option<Day>,
        /// When it is looked at again.
        review: Option<Day>,
        /// Who approved it: a key of `own_people`. Without it no client document speaks of the set-up.
        approved_by: Option<Key>,
        /// When it was approved.
        approved_on: Option<Day>,
        /// Who may see it.
        visibility: Visibility = Visibility::Client,
    }
}
