//! Who has agreed to what.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Text, Visibility};

words! {
    /// Whose approval.
    Approver {
        /// 法務.
        Legal = "legal",
        /// 保険会社.
        Insurer = "insurer",
        /// 上長.
        Superior = "superior",
        /// 人事.
        Personnel = "personnel",
    }
}

words! {
    /// Where it stands.
    ApprovalStatus {
        /// Given.
        Granted = "granted",
        /// Asked for.
        Asked = "asked",
        /// Refused.
        Refused = "refused",
    }
}

group! {
    /// `[[approvals]]`: an approval.
    entry Approval {
        /// Id.
        id: Id,
        /// Whose.
        by: Approver,
        /// Who in person: a key of `own_people`.
        who: Option<Key>,
        /// When.
        date: Day,
        /// Where it stands.
        status: ApprovalStatus,
        /// What for.
        scope: Text,
        /// The entries or document kinds it covers.
        covers: Vec<String>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
