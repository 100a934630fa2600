//! The rules, a file each.

pub(super) mod anonymity;
pub(super) mod apology_late;
pub(super) mod client_blame;
pub(super) mod commitment_without_record;
pub(super) mod disputed_as_fact;
pub(super) mod injected_instruction;
pub(super) mod internal_leak;
pub(super) mod language_leak;
pub(super) mod liability_admission;
pub(super) mod model_residue;
pub(super) mod over_promise;
pub(super) mod personality_attack;
pub(super) mod placeholder;
pub(super) mod rep_blame;
pub(super) mod repetition;
pub(super) mod required_section;
pub(super) mod unauthorised_remedy;
pub(super) mod unfinished;
pub(super) mod ungrounded_fact;
