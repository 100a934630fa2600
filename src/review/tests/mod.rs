//! Tests over all rules.

mod examples;
mod fixture;
