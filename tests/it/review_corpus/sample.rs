//! A labelled text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use tsukuroi::facts::Case;
use tsukuroi::lang::Lang;

use crate::support::{example, path};

/// A text with its faults.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    /// `ja/NAME.toml`, `unseen/ja/NAME.toml`.
    #[serde(skip)]
    pub(super) name: String,
    pub(super) case: String,
    pub(super) kind: String,
    lang: String,
    pub(super) format: String,
    #[serde(default)]
    pub(super) part: bool,
    pub(super) text: String,
    #[serde(default)]
    pub(super) finding: Vec<Label>,
}

/// A fault.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    pub(super) rule: String,
    pub(super) text: Option<String>,
    nth: Option<usize>,
    #[allow(dead_code, reason = "which fact is meant is for the reader of the corpus")]
    fact: Option<String>,
    #[serde(default)]
    pub(super) also: Vec<String>,
    #[allow(dead_code, reason = "why is for the reader of the corpus")]
    note: Option<String>,
}

impl Label {
    /// Where it stands; the whole text where it names no span.
    pub(super) fn place(&self, text: &str) -> Option<Range<usize>> {
        let Some(wanted) = &self.text else { return Some(0..text.len()) };
        let (at, found) = text.match_indices(wanted.as_str()).nth(self.nth.unwrap_or(1) - 1)?;
        Some(at..at + found.len())
    }
}

impl Sample {
    pub(super) fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_else(|_| panic!("{}: lang {}", self.name, self.lang))
    }

    /// Whether only the learned reader has been taught with it: no rule was written for one of these.
    pub(super) fn is_taught_only(&self) -> bool {
        self.name.starts_with("taught/")
    }

    /// Whether it was written by others than those who build the rules, to be counted and not read.
    pub(super) fn is_held_out(&self) -> bool {
        self.name.starts_with("unseen/")
    }
}

/// The cases that texts are written for, by name: the examples, and those that no example resembles.
pub(super) fn cases() -> BTreeMap<String, Case> {
    let mut found: BTreeMap<String, Case> =
        crate::matrix::CASES.into_iter().map(|name| (name.to_owned(), example(name))).collect();
    for entry in std::fs::read_dir(path("tests/review_corpus/cases")).unwrap() {
        let file = entry.unwrap().path();
        let case = Case::load(&file).unwrap_or_else(|error| panic!("{error}"));
        found.insert(file.file_stem().unwrap().to_string_lossy().into_owned(), case);
    }
    found
}

/// All texts, by name.
pub(super) fn samples() -> Vec<Sample> {
    let mut found = Vec::new();
    for folder in ["ja", "en", "taught/ja", "taught/en", "unseen/ja", "unseen/en"] {
        let folder_path = path("tests/review_corpus").join(folder);
        for entry in std::fs::read_dir(folder_path).into_iter().flatten() {
            let file = entry.unwrap().path();
            let name = format!("{folder}/{}", file.file_name().unwrap().to_string_lossy());
            if !name.ends_with(".toml") {
                continue;
            }
            let source = std::fs::read_to_string(&file).unwrap();
            let sample: Sample = toml::from_str(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
            found.push(Sample { name, ..sample });
        }
    }
    assert!(found.len() > 200, "the corpus is not there");
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}
