//! The rules, a file each.

pub(super) mod commitment_without_record;
pub(super) mod disputed_as_fact;
pub(super) mod injected_instruction;
pub(super) mod internal_leak;
pub(super) mod placeholder;
pub(super) mod required_section;
pub(super) mod unauthorised_remedy;
pub(super) mod ungrounded_fact;
