//! The review: a text and the facts in, findings out. A rule a file, a line in the registry.

mod agreement;
mod attributed;
mod bearings;
mod bilingual;
mod chinese;
mod derived;
mod families;
mod finding;
mod grounds;
mod instruction;
mod japanese;
mod keigo;
mod looping;
mod misplaced;
mod name_words;
mod names;
mod overlap;
mod people;
mod presupposed;
mod promise;
mod reader;
mod records;
mod registry;
mod remedy;
mod reviewed;
mod rule;
mod rules;
mod said;
mod scene;
mod seen;
mod sentence;
mod slots;
mod stray;
mod stray_words;
#[cfg(test)]
mod tests;
mod topic;
mod wording;

pub use bearings::{Bearings, Known};
pub use finding::{Confidence, Finding, Severity};
pub use instruction::instructions_in;
pub use reader::reader_of;
pub use registry::{RULES, review};
pub use reviewed::Reviewed;
pub use rule::{Context, Example, Needs, Rule, RuleError, Scope};
pub(crate) use sentence::sentences;
