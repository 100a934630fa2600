//! What binds the own side, and what no client may be told.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Id, Text, Visibility};

words! {
    /// What kind of constraint.
    ConstraintKind {
        /// No spare staff.
        Staffing = "staffing",
        /// No money.
        Budget = "budget",
        /// A secret.
        Confidentiality = "confidentiality",
        /// Weight of the account in sales.
        RevenueShare = "revenue_share",
        /// Anything else.
        Other = "other",
    }
}

group! {
    /// `[[constraints]]`: what binds the own side.
    entry Constraint {
        /// Id.
        id: Id,
        /// What kind.
        kind: ConstraintKind,
        /// What, in sentences of the polite form.
        what: Text,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// `[[do_not_tell]]`: what a client document must never say, in no words.
    entry DoNotTell {
        /// Id.
        id: Id,
        /// What.
        what: Text,
        /// Why not.
        why: Text,
        /// Words that give it away.
        words: Vec<String>,
        /// More words that give it away.
        also: Vec<String>,
        /// `internal` where memos may say it, `never` where no document may.
        visibility: Visibility = Visibility::Internal,
    }
}
