//! What a successor needs to know, and how a talk with the client is prepared.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Id, Text, Visibility};

words! {
    /// What kind of note.
    NoteKind {
        /// 取引の概要.
        Outline = "outline",
        /// 先方の流儀.
        Preference = "preference",
        /// 心がけること.
        Do = "do",
        /// 避けること.
        Dont = "dont",
    }
}

group! {
    /// `[[handover_notes]]`: a note for whoever takes over.
    entry HandoverNote {
        /// Id.
        id: Id,
        /// What kind.
        kind: NoteKind,
        /// Sentences in the polite form; for `do` and `dont` a plain clause.
        text: Text,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// `[prep]`: how the talk with the client is prepared.
    group Prep {
        /// Open questions for listening.
        questions: Vec<Asked>,
        /// What is not agreed to on the spot, sentences in the polite form.
        red_lines: Vec<RedLine>,
        /// 想定問答.
        expected: Vec<Exchange>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// A question for listening.
    entry Asked {
        /// Id.
        id: Id,
        /// The question.
        text: Text,
    }
}

group! {
    /// A red line.
    entry RedLine {
        /// Id.
        id: Id,
        /// A sentence in the polite form.
        text: Text,
    }
}

group! {
    /// What the client may ask, and how we answer.
    entry Exchange {
        /// Id.
        id: Id,
        /// What may be asked.
        question: Text,
        /// How we answer: nothing beyond what is decided.
        answer: Text,
    }
}
