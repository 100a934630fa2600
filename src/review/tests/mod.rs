//! Tests over all rules.

mod builtin;
mod examples;
mod fixture;
mod letters;
