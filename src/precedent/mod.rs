//! Learning from past cases: which of them the present one resembles, why, and what helped then.
//!
//! Past cases are ranked by their words and themes (BM25F); no model is needed. Names rank nothing, and what is
//! told of a past case is told without them. Three built-in [`Pattern`]s are ranked along with the cases.

mod bag;
mod bm25;
mod finder;
mod folder;
mod learnt;
mod lessons;
mod names;
mod pattern;
mod shared;
mod theme;
mod themes;
mod told;
pub mod words;

use std::path::PathBuf;

pub use folder::{Folder, FolderError};
pub use learnt::Learnt;
pub use lessons::{Lessons, lessons};
pub use pattern::{Both, Pattern};
pub use shared::Shared;
pub use told::Aspect;

use crate::facts::Case;
use crate::lang::Message;
use bag::Bag;
use bm25::Collection;

/// Where a precedent is from.
#[derive(Debug)]
pub enum Origin {
    /// A case file.
    File {
        /// The file.
        path: PathBuf,
        /// What it holds.
        case: Box<Case>,
    },
    /// A pattern that ships with the program.
    BuiltIn(Pattern),
}

/// A past case, or a built-in pattern, to compare with.
#[derive(Debug)]
pub struct Precedent {
    /// Where it is from.
    pub origin: Origin,
    bag: Bag,
}

/// A precedent that resembles the case asked about.
#[derive(Debug)]
pub struct Match<'a> {
    /// The precedent.
    pub precedent: &'a Precedent,
    /// How near it is; comparable within one ranking only.
    pub score: f64,
    /// The score as a part of what the case has with itself, from 0 to 1.
    pub closeness: f64,
    /// What the two share.
    pub shared: Shared,
}

impl Precedent {
    /// A past case.
    #[must_use]
    pub fn of_case(path: PathBuf, case: Case) -> Self {
        let bag = Bag::of(&case);
        Self { origin: Origin::File { path, case: Box::new(case) }, bag }
    }

    /// The built-in patterns.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn built_in() -> Result<Vec<Self>, Message> {
        let patterns = Pattern::built_in()?.into_iter();
        Ok(patterns.map(|pattern| Self { bag: Bag::of_pattern(&pattern), origin: Origin::BuiltIn(pattern) }).collect())
    }

    /// The name by which lessons quote it: the file's without its ending, or the pattern's.
    #[must_use]
    pub fn source(&self) -> String {
        match &self.origin {
            Origin::File { path, .. } => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                stem.replace(char::is_control, "_")
            }
            Origin::BuiltIn(pattern) => pattern.name.clone(),
        }
    }
}

/// The precedents that resemble a case, the nearest first; those that share nothing with it are left out.
#[must_use]
pub fn rank<'a>(case: &Case, precedents: &'a [Precedent]) -> Vec<Match<'a>> {
    let asked = Bag::of(case);
    let collection = Collection::of(precedents.iter().map(|precedent| &precedent.bag));
    let most = collection.score(&asked, &asked);
    let mut matches: Vec<Match<'_>> = precedents
        .iter()
        .filter_map(|precedent| {
            let score = collection.score(&asked, &precedent.bag);
            (score > 0.0).then(|| {
                let closeness = if most > 0.0 { (score / most).min(1.0) } else { 0.0 };
                let shared = Shared::of(&collection, &asked, &precedent.bag);
                Match { precedent, score, closeness, shared }
            })
        })
        .collect();
    // Precedents come in the order of their files: equal ones keep it.
    matches.sort_by(|one, other| other.score.total_cmp(&one.score));
    matches
}
