//! Why it happened.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Id, Status, Text, Visibility};

words! {
    /// What kind of cause.
    CauseKind {
        /// What led to it at once.
        Direct = "direct",
        /// What lay behind it.
        Indirect = "indirect",
        /// Why nobody noticed.
        Undetected = "undetected",
    }
}

words! {
    /// Where a cause behind the cause lies.
    CauseAspect {
        /// 手順.
        Process = "process",
        /// 業務量.
        Load = "load",
        /// 情報.
        Information = "information",
        /// 関係.
        Relationship = "relationship",
    }
}

group! {
    /// `[[causes]]`: a cause. Internal; for the client after clearance (`visibility = "client"`).
    entry Cause {
        /// Id.
        id: Id,
        /// What kind.
        kind: CauseKind,
        /// A condition, not a person, as a clause in the plain form before ことです: 手順を、弊社が定めていなかった.
        what: Text,
        /// Where it lies.
        aspect: Option<CauseAspect>,
        /// Which cause it explains: one level deeper in the chain of whys.
        explains: Option<Id>,
        /// What shows it.
        evidence: Option<Text>,
        /// How sure this is.
        status: Status,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
