//! A file a verb; the only room that sees all others.
