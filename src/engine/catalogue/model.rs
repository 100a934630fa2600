//! What is known of a model.

use super::licence::Licence;
use crate::engine::candle::FAMILIES;
use crate::engine::shown::shown;
use crate::engine::store::{Source, is_sha256, valid_name};
use crate::engine::{ModelSettings, Sampling};
use crate::lang::{Lang, Message};

/// The model families that a list may name; which of them run here is the engine's to say.
const KNOWN: [&str; 4] = ["qwen3", "qwen2", "llama", "lfm2"];

/// What is known of a model.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The name it is asked for by.
    pub name: String,
    /// Its architecture, as in a file's `general.architecture`.
    pub family: String,
    /// Its name for people.
    pub title: String,
    /// How many parameters it has, for people.
    pub parameters: String,
    /// Its licence, as an SPDX expression; `LicenseRef-…` for one without an identifier.
    pub licence: String,
    /// Where the licence can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence_url: Option<String>,
    /// Terms that come on top of the licence, or limits of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<Both>,
    /// The form of its weights.
    pub quantisation: String,
    /// Its repository on the hub, `owner/name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repo: Option<String>,
    /// Its file in the repository.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Branch, tag or commit of the repository; the first pull pins the commit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Bytes of its file, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// SHA-256 of its file, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Tokens the prompt and the reply may have together, as it is run here.
    pub context: usize,
    /// Languages it writes well enough: `ja`, `en`.
    pub languages: Vec<String>,
    /// Whether it thinks aloud before it answers.
    #[serde(default)]
    pub thinking: Thinking,
    /// Memory of the laptops it is meant for, in GB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_gb: Option<u64>,
    /// What it is good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good_for: Option<Both>,
    /// How its tokens are chosen.
    #[serde(default)]
    pub sampling: Sampling,
}

/// Whether a model thinks aloud before it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Thinking {
    /// It does not.
    #[default]
    Never,
    /// It can; its chat template has a switch, which is put to off.
    Off,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// The Japanese text.
    pub ja: String,
    /// The English text.
    pub en: String,
}

impl Model {
    /// Whether this version runs its family.
    #[must_use]
    pub fn runs(&self) -> bool {
        FAMILIES.iter().any(|family| family.architecture == self.family)
    }

    /// How to run it.
    #[must_use]
    pub fn settings(&self) -> ModelSettings {
        ModelSettings { name: self.name.clone(), sampling: self.sampling, context: self.context }
    }

    /// Where the hub has it; none for a model that is only imported.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        let (repo, file) = (self.repo.as_deref()?, self.file.as_deref()?);
        Source::new(repo, file, self.revision.as_deref()).ok()
    }

    /// Its licence.
    #[must_use]
    pub fn licence(&self) -> Licence<'_> {
        Licence { expression: &self.licence, url: self.licence_url.as_deref(), terms: self.terms.as_ref() }
    }

    /// What is wrong with it.
    pub(super) fn fault(&self) -> Option<Message> {
        let name = shown(&self.name);
        let wrong = |key: &str, wanted: &str| {
            Some(Message::new(
                format!("モデル `{name}` の {key} が不正です ({wanted} にしてください)"),
                format!("model `{name}`: `{key}` is wrong; use {wanted}"),
            ))
        };
        if !valid_name(&self.name) {
            return wrong("name", "a–z 0–9 . - _ (≤ 64)");
        }
        if !KNOWN.contains(&self.family.as_str()) {
            return wrong("family", &KNOWN.join(" | "));
        }
        if !(256..=131_072).contains(&self.context) {
            return wrong("context", "256–131072");
        }
        if self.languages.is_empty() || self.languages.iter().any(|lang| lang.parse::<Lang>().is_err()) {
            return wrong("languages", "[\"ja\", \"en\"]");
        }
        if self.repo.is_some() != self.file.is_some() {
            return wrong("file", "repo = \"owner/name\" + file = \"….gguf\"");
        }
        if let (Some(repo), Some(file)) = (&self.repo, &self.file)
            && let Err(part) = Source::new(repo, file, self.revision.as_deref())
        {
            return wrong(part.key(), part.wanted());
        }
        if self.sha256.as_deref().is_some_and(|hash| !is_sha256(hash)) {
            return wrong("sha256", "64 × 0–9 a–f");
        }
        if self.size == Some(0) {
            return wrong("size", "≥ 1");
        }
        if self
            .licence_url
            .as_deref()
            .is_some_and(|url| !url.starts_with("https://") || url.chars().any(|c| c.is_control() || c.is_whitespace()))
        {
            return wrong("licence_url", "https://…");
        }
        let (key, _, range) = self.sampling.out_of_range()?;
        wrong(&format!("sampling.{key}"), range)
    }
}
