//! The `tsukuroi` binary: parse, run, report.

fn main() {}
