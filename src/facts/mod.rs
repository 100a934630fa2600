//! The case: load, validate, normalise, view per audience.

pub mod normalise;
