//! A grammar before it is read.

use llguidance::api::TopLevelGrammar;

/// A grammar: its text, by which it is known, and how to read it.
pub(super) enum Form {
    /// In the notation of Lark.
    Lark(String),
    /// A JSON schema.
    Schema(String, serde_json::Value),
}

impl Form {
    /// The text by which it is known.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Lark(text) | Self::Schema(text, _) => text,
        }
    }

    /// The grammar.
    pub(super) fn grammar(&self) -> TopLevelGrammar {
        match self {
            Self::Lark(text) => TopLevelGrammar::from_lark(text.clone()),
            Self::Schema(_, schema) => TopLevelGrammar::from_json_schema(schema.clone()),
        }
    }
}
