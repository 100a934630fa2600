//! How a model is run: what `models.toml` says of it.

/// How one model is run.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelSettings {
    /// Name of the model, for the manifest and for messages.
    pub name: String,
    /// How its tokens are chosen.
    pub sampling: Sampling,
    /// Tokens the prompt and the reply may have together; the file's own limit holds where it is lower.
    pub context: usize,
}

impl ModelSettings {
    /// Settings for a file that no catalogue knows.
    #[must_use]
    pub fn unknown(name: impl Into<String>) -> Self {
        Self { name: name.into(), sampling: Sampling::default(), context: 8192 }
    }
}

/// How the next token is chosen from the logits, in this order.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sampling {
    /// Logits of tokens already written in this reply are divided (positive) or multiplied (negative) by it; 1: off.
    pub repetition_penalty: f32,
    /// Logits are divided by it; 0: always the likeliest token.
    pub temperature: f32,
    /// So many likeliest tokens are kept; 0: all.
    pub top_k: usize,
    /// The likeliest tokens with this probability together are kept; 1: all.
    pub top_p: f32,
    /// Tokens with at least this part of the likeliest one's probability are kept; 0: all.
    pub min_p: f32,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { repetition_penalty: 1.05, temperature: 0.7, top_k: 20, top_p: 0.8, min_p: 0.0 }
    }
}

impl Sampling {
    /// Always the likeliest token.
    pub const GREEDY: Self = Self { repetition_penalty: 1.0, temperature: 0.0, top_k: 0, top_p: 1.0, min_p: 0.0 };

    /// The first setting that is out of its range: its name, its value and the range.
    #[must_use]
    pub fn out_of_range(&self) -> Option<(&'static str, f32, &'static str)> {
        let checks = [
            ("repetition_penalty", self.repetition_penalty, 1.0..=2.0, "1–2"),
            ("temperature", self.temperature, 0.0..=2.0, "0–2"),
            ("top_p", self.top_p, 0.01..=1.0, "0.01–1"),
            ("min_p", self.min_p, 0.0..=1.0, "0–1"),
        ];
        checks
            .into_iter()
            .find(|(_, value, range, _)| !range.contains(value))
            .map(|(name, value, _, text)| (name, value, text))
    }
}

#[cfg(test)]
mod tests {
    use super::Sampling;

    #[test]
    fn ranges_hold_and_nan_is_outside() {
        assert_eq!(Sampling::default().out_of_range(), None);
        assert_eq!(Sampling::GREEDY.out_of_range(), None);
        let nan = Sampling { top_p: f32::NAN, ..Sampling::default() };
        assert_eq!(nan.out_of_range().map(|(name, ..)| name), Some("top_p"));
    }
}
