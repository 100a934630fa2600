//! The review: a text and the facts in, findings out. A rule a file, a line in the registry.

mod finding;
mod grounds;
mod names;
mod overlap;
mod registry;
mod reviewed;
mod rule;
mod rules;
mod sentence;
mod surnames;

pub use finding::{Confidence, Finding, Severity};
pub use registry::{RULES, review};
pub use reviewed::Reviewed;
pub use rule::{Context, Example, Rule, RuleError, Scope};
pub use rules::injected_instruction::instructions_in;
