//! `config.json` in the words of a GGUF header.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::engine::candle::{FAMILIES, Scaling};
use crate::engine::gguf::{Metadata, Value};

/// What a folder says of its model.
pub(super) struct About {
    pub(super) metadata: Metadata,
    /// Whether the embedding serves as output matrix.
    pub(super) tied: bool,
    /// How rotary angles are stretched, where that is said.
    pub(super) scaling: Option<Scaling>,
}

/// Sizes: as published, and as a GGUF file has them.
const SIZES: [(&str, &str); 7] = [
    ("num_hidden_layers", "block_count"),
    ("hidden_size", "embedding_length"),
    ("intermediate_size", "feed_forward_length"),
    ("num_attention_heads", "attention.head_count"),
    ("num_key_value_heads", "attention.head_count_kv"),
    ("head_dim", "attention.key_length"),
    ("max_position_embeddings", "context_length"),
];

/// Puts `config.json` and a chat template in the words of a GGUF header.
pub(super) fn translate(json: &Json, template: Option<String>) -> Result<About, String> {
    let name = json["model_type"].as_str().unwrap_or("?");
    // Mistral is built like Llama; a window it may have is read as any other.
    let name = if name == "mistral" { "llama" } else { name };
    let family = FAMILIES.into_iter().find(|family| family.architecture == name);
    let Some(family) = family else {
        return Err(format!("model_type {name}, not one of {}", FAMILIES.map(|family| family.architecture).join(", ")));
    };
    if json["hidden_act"].as_str().is_some_and(|act| act != "silu") {
        return Err("a hidden_act other than silu".to_owned());
    }
    if ["mlp_bias", "quantization_config"].iter().any(|key| !matches!(json[*key], Json::Null | Json::Bool(false))) {
        return Err("mlp_bias or quantization_config".to_owned());
    }
    let mut all = BTreeMap::new();
    all.insert("general.architecture".to_owned(), Value::Text(name.to_owned()));
    let key = |name: &str| format!("{}.{name}", family.architecture);
    let whole = |field: &str| match &json[field] {
        Json::Null => Ok(None),
        value => value.as_u64().map(Some).ok_or_else(|| format!("{field} is no whole number")),
    };
    for (published, own) in SIZES {
        if let Some(value) = whole(published)? {
            all.insert(key(own), Value::Whole(value));
        }
    }
    // A window counts only where it is switched on; where nothing says so, it is.
    if json["use_sliding_window"] != false
        && let Some(window) = whole("sliding_window")?
    {
        all.insert(key("attention.sliding_window"), Value::Whole(window));
    }
    let rope = if json["rope_parameters"].is_object() { &json["rope_parameters"] } else { &json["rope_scaling"] };
    let base = rope["rope_theta"].as_f64().or(json["rope_theta"].as_f64());
    if let Some(base) = base {
        all.insert(key("rope.freq_base"), Value::Real(base));
    }
    let eps = json["rms_norm_eps"].as_f64().ok_or("no rms_norm_eps")?;
    all.insert(key("attention.layer_norm_rms_epsilon"), Value::Real(eps));
    if let Some(template) = template {
        all.insert("tokenizer.chat_template".to_owned(), Value::Text(template));
    }
    let ids = |field: &str| -> Vec<u64> {
        match &json[field] {
            Json::Array(ids) => ids.iter().filter_map(Json::as_u64).collect(),
            id => id.as_u64().into_iter().collect(),
        }
    };
    if let Some(bos) = ids("bos_token_id").first() {
        all.insert("tokenizer.ggml.bos_token_id".to_owned(), Value::Whole(*bos));
    }
    for (id, name) in ids("eos_token_id").into_iter().zip(["eos", "eot", "eom"]) {
        all.insert(format!("tokenizer.ggml.{name}_token_id"), Value::Whole(id));
    }
    Ok(About { metadata: Metadata::of(all), tied: json["tie_word_embeddings"] == true, scaling: scaling(rope)? })
}

/// How rotary angles are stretched.
fn scaling(rope: &Json) -> Result<Option<Scaling>, String> {
    let number = |field: &str| {
        let number = rope[field].as_f64().filter(|number| (1e-3..=1e9).contains(number));
        number.ok_or_else(|| format!("the {field} of rope_scaling"))
    };
    match rope["rope_type"].as_str().or(rope["type"].as_str()) {
        None | Some("default") => Ok(None),
        Some("linear") => Ok(Some(Scaling::Linear(number("factor")?))),
        Some("llama3") => Ok(Some(Scaling::Llama3 {
            factor: number("factor")?,
            low: number("low_freq_factor")?,
            high: number("high_freq_factor")?,
            original: number("original_max_position_embeddings")?,
        })),
        Some(other) => Err(format!("rope_scaling of the type {other}")),
    }
}
