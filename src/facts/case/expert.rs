//! Advice from outside.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Text, Visibility};

words! {
    /// Whose advice.
    ExpertKind {
        /// 弁護士.
        Lawyer = "lawyer",
        /// 社会保険労務士.
        LabourConsultant = "labour_consultant",
        /// キャリアコンサルタント.
        CareerConsultant = "career_consultant",
    }
}

group! {
    /// `[expert]`: advice from outside.
    group Expert {
        /// Whose.
        kind: ExpertKind,
        /// What the advice is for, a noun phrase.
        aim: Option<Text>,
        /// Ways we see, noun phrases.
        options: Vec<ExpertOption>,
        /// What is asked.
        questions: Vec<Question>,
        /// By when.
        deadline: Option<Day>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// A way we see.
    entry ExpertOption {
        /// Id.
        id: Id,
        /// A noun phrase.
        text: Text,
    }
}

group! {
    /// A question.
    entry Question {
        /// Id.
        id: Id,
        /// The question.
        text: Text,
    }
}
