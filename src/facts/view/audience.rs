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
        /// An adviser from outside, without names.
        Expert = "expert",
    }
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 4] = [Self::Client, Self::Rep, Self::Internal, Self::Expert];

    /// Whether an entry of this visibility may be seen.
    #[must_use]
    pub fn sees(self, visibility: Visibility) -> bool {
        match visibility {
            Visibility::Client => true,
            Visibility::Internal => matches!(self, Self::Internal | Self::Expert),
            Visibility::Rep => self == Self::Rep,
            Visibility::Never => false,
        }
    }
}
