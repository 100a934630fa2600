//! Earlier frictions, and conduct that puts people at risk.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Status, Text, Visibility};

group! {
    /// `[[frictions]]`: an earlier friction.
    entry Friction {
        /// Id.
        id: Id,
        /// When.
        date: Day,
        /// What, in sentences of the polite form.
        what: Text,
        /// How sure this is.
        status: Status,
        /// Whether it has been resolved.
        resolved: bool = false,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

words! {
    /// What kind of conduct.
    ConductKind {
        /// Shouting, abuse.
        Shouting = "shouting",
        /// Keeping people for hours.
        Detention = "detention",
        /// A threat.
        Threat = "threat",
        /// Asking for 土下座 or another humiliation.
        Dogeza = "dogeza",
        /// Hinting at social media.
        Sns = "sns",
        /// Anything else.
        Other = "other",
    }
}

group! {
    /// `[[conduct]]`: conduct of the client's people that puts the own people at risk.
    entry Conduct {
        /// Id.
        id: Id,
        /// What kind.
        kind: ConductKind,
        /// When.
        date: Day,
        /// What happened.
        what: Text,
        /// Who saw it.
        witness: Option<Text>,
        /// How sure this is.
        status: Status,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
