//! What a draft was made from: enough to make it again byte for byte on the same build and machine.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::engine::Identity;
use crate::facts::Case;
use crate::kind::{Kind, Prompt};
use crate::lang::Lang;

/// What a draft was made from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Manifest {
    /// Version of this program.
    pub version: &'static str,
    /// The document kind.
    pub kind: String,
    /// The language of the document.
    pub lang: Lang,
    /// The seed of the model's choices.
    pub seed: u64,
    /// The model; none where the built-in wording was asked for.
    pub model: Option<Identity>,
    /// SHA-256 of the prompts before any repair.
    pub prompts_sha256: String,
    /// SHA-256 of the case file.
    pub case_sha256: String,
}

impl Manifest {
    /// The manifest of a draft about to be made.
    #[must_use]
    pub fn of(case: &Case, kind: &Kind, lang: Lang, seed: u64, model: Option<Identity>, prompts: &[Prompt]) -> Self {
        // Strings and a number: always JSON.
        let written = serde_json::to_vec(prompts).unwrap_or_default();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            kind: kind.id.clone(),
            lang,
            seed,
            model,
            prompts_sha256: sha256(&written),
            case_sha256: sha256(case.source.as_bytes()),
        }
    }
}

/// SHA-256 in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
