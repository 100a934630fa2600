//! The rules, a file each.

pub(super) mod placeholder;
