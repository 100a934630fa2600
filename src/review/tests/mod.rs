//! Tests over all rules.

mod builtin;
mod examples;
mod facts;
mod faults;
pub(super) mod fixture;
mod letters;
mod linear;
mod paraphrases;
pub(super) mod precision;
mod promises;
mod sections;
mod wordings;
