//! The SentencePiece vocabulary that `reference/spm.py` trained.

use serde_json::{Value, json};

use super::gguf_writer::{File, Meta};

/// What was recorded.
#[derive(serde::Deserialize)]
pub(crate) struct Recorded {
    pub(crate) tokens: Vec<String>,
    scores: Vec<f32>,
    types: Vec<i32>,
    pub(crate) texts: Vec<String>,
    pub(crate) ids: Vec<Vec<u32>>,
}

impl Recorded {
    pub(crate) fn read() -> Self {
        serde_json::from_str(include_str!("../reference/spm.json")).expect("what was recorded")
    }

    /// Puts the vocabulary into a file.
    pub(crate) fn put(&self, file: &mut File) {
        file.set("tokenizer.ggml.model", Meta::text("llama"));
        file.set("tokenizer.ggml.pre", Meta::text("default"));
        file.set("tokenizer.ggml.tokens", Meta::Texts(self.tokens.clone()));
        file.set("tokenizer.ggml.scores", Meta::F32s(self.scores.clone()));
        file.set("tokenizer.ggml.token_type", Meta::I32s(self.types.clone()));
        file.set("tokenizer.ggml.bos_token_id", Meta::U32(1));
        file.set("tokenizer.ggml.eos_token_id", Meta::U32(2));
        file.unset("tokenizer.ggml.add_bos_token");
        file.unset("tokenizer.ggml.merges");
    }

    /// The same vocabulary as a `tokenizer.json`: each way to join two tokens to a third is a merge.
    pub(crate) fn json(&self) -> String {
        let known: std::collections::BTreeSet<&str> = self.normal().map(|(_, token)| token).collect();
        let mut merges = Vec::new();
        // Scores fall with the ids.
        for (_, token) in self.normal() {
            for (at, _) in token.char_indices().skip(1) {
                let (left, right) = token.split_at(at);
                if known.contains(left) && known.contains(right) {
                    merges.push(json!([left, right]));
                }
            }
        }
        let vocabulary: serde_json::Map<String, Value> =
            self.tokens.iter().zip(0u32..).map(|(token, id)| (token.clone(), id.into())).collect();
        let added: Vec<Value> = self
            .tokens
            .iter()
            .zip(0u32..)
            .zip(&self.types)
            .filter(|(_, kind)| matches!(kind, 2 | 3))
            .map(|((content, id), _)| {
                json!({"id": id, "content": content, "single_word": false, "lstrip": false,
                "rstrip": false, "normalized": false, "special": true})
            })
            .collect();
        json!({
            "version": "1.0", "truncation": null, "padding": null, "added_tokens": added,
            "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "Prepend", "prepend": "▁"},
                {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
            "pre_tokenizer": null, "post_processor": null,
            "decoder": {"type": "Sequence", "decoders": [{"type": "ByteFallback"}, {"type": "Fuse"}]},
            "model": {"type": "BPE", "dropout": null, "unk_token": "<unk>", "continuing_subword_prefix": null,
                "end_of_word_suffix": null, "fuse_unk": true, "byte_fallback": true, "ignore_merges": false,
                "vocab": vocabulary, "merges": merges},
        })
        .to_string()
    }

    fn normal(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.tokens.iter().map(String::as_str).enumerate();
        all.filter(|(id, _)| self.types[*id] == 1)
    }
}
