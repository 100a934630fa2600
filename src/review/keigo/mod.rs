//! Wording that costs a letter its credit: the tables of the domain, Japanese and English, and how they are looked up.

mod casual;
mod doubled;
mod english;
mod entry;
mod excess;
mod humble;
mod impolite;
mod lookup;
mod redundant;
mod stems;

pub(super) use entry::{Category, Entry};
pub(super) use lookup::hits;

/// Every Japanese entry. Forms of address, letter frames and the mix of 弊社 and 当社 have rules of their own, which
/// report them: numbers 73–77, 79–81, 85 and 86 of the domain.
pub(super) fn japanese() -> impl Iterator<Item = &'static Entry> {
    [doubled::TABLE, humble::TABLE, stems::TABLE, casual::TABLE, impolite::TABLE, redundant::TABLE, excess::TABLE]
        .into_iter()
        .flatten()
}

/// Every English entry.
pub(super) fn english() -> impl Iterator<Item = &'static Entry> {
    english::TABLE.iter()
}
