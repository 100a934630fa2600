//! Who a document is for.

use crate::facts::Visibility;
use crate::facts::standing::words;

words! {
    /// Who a document is for; decides what may be seen.
    Audience {
        /// The client.
        Client = "client",
        /// The rep.
        Rep = "rep",
        /// The own company.
        Internal = "internal",
        /// Superior and personnel department: the inside, and what the rep has said.
        Personnel = "personnel",
        /// Whoever takes over from the rep: the inside, without what was weighed about the change.
        Successor = "successor",
        /// An adviser from outside, without names.
        Expert = "expert",
    }
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 6] =
        [Self::Client, Self::Rep, Self::Internal, Self::Personnel, Self::Successor, Self::Expert];

    /// Whether it is the company, or somebody it confides in.
    #[must_use]
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Internal | Self::Personnel | Self::Successor | Self::Expert)
    }

    /// Whether an entry of this visibility may be seen.
    #[must_use]
    pub fn sees(self, visibility: Visibility) -> bool {
        match visibility {
            Visibility::Client => true,
            Visibility::Internal => self.is_inside(),
            Visibility::Rep => matches!(self, Self::Rep | Self::Personnel),
            Visibility::Never => false,
        }
    }
}
