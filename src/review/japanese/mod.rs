//! What a Japanese sentence says, as far as rules need it: who acts, what is denied, whose words it tells, and the forms
//! a word of a table takes.

mod attribution;
mod clause;
mod inflection;
mod polarity;

pub(super) use attribution::is_attributed;
pub(super) use clause::clause;
pub(super) use inflection::inflected;
pub(super) use polarity::is_denied;
