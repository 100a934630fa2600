//! The rules, a file each.

pub(super) mod disputed_as_fact;
pub(super) mod internal_leak;
pub(super) mod placeholder;
pub(super) mod unauthorised_remedy;
pub(super) mod ungrounded_fact;
