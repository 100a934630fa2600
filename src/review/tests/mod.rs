//! Tests over all rules.

mod builtin;
mod examples;
mod faults;
mod fixture;
mod letters;
mod sections;
