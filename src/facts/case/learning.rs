//! What is learnt from the case, and from earlier ones.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Text, Visibility};

group! {
    /// `[[went_well]]`: what worked and is to be kept.
    entry WentWell {
        /// Id.
        id: Id,
        /// Sentences in the polite form.
        text: Text,
        /// What shows it.
        evidence: Option<Text>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// `[prevention]`: how the measures are brought in and looked at again.
    entry Prevention {
        /// Id.
        id: Id,
        /// What may still happen, in sentences of the polite form.
        residual: Option<Text>,
        /// How the measures are brought in, in sentences of the polite form.
        rollout: Option<Text>,
        /// When their effect is checked.
        effect_check: Option<Day>,
        /// How the effect is checked, a noun phrase.
        effect_measure: Option<Text>,
        /// What others can learn from it, without names, in sentences of the polite form.
        lesson: Option<Text>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// `[[lessons]]`: a lesson of an earlier case, without names.
    entry PastLesson {
        /// Id.
        id: Id,
        /// In sentences of the polite form.
        text: Text,
        /// Where it is from: the name of a file or of a built-in pattern.
        source: Option<String>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

words! {
    /// How a case ended.
    OutcomeResult {
        /// 関係を修復.
        Repaired = "repaired",
        /// 担当を変更.
        Changed = "changed",
        /// 取引を終了.
        Ended = "ended",
    }
}

group! {
    /// `[outcome]`: how the case ended.
    entry Outcome {
        /// Id.
        id: Id,
        /// When it was closed.
        closed: Day,
        /// How.
        result: OutcomeResult,
        /// What helped, noun phrases.
        helped: Vec<Text>,
        /// What others can learn from it, in sentences of the polite form.
        lesson: Option<Text>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
