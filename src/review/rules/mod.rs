//! The rules, a file each.

pub(super) mod placeholder;
pub(super) mod ungrounded_fact;
