//! A vocabulary of 320 tokens: every byte, some merges, control tokens.

use super::gguf_writer::{File, Meta};

/// Where the merges begin.
pub(crate) const MERGES: usize = 256;
/// Where the control tokens begin.
pub(crate) const CONTROL: usize = 308;
/// How many tokens there are.
pub(crate) const TOKENS: usize = 320;
/// The control tokens, with their types.
pub(crate) const CONTROLS: [(&str, i32); TOKENS - CONTROL] = [
    ("<|endoftext|>", 3),
    ("<|im_start|>", 3),
    ("<|im_end|>", 3),
    ("<|object_ref_start|>", 3),
    ("<tool_call>", 4),
    ("</tool_call>", 4),
    ("<think>", 4),
    ("</think>", 4),
    ("<|fim_prefix|>", 3),
    ("<|vision_start|>", 3),
    ("[PAD0]", 5),
    ("<|extra|>", 3),
];

/// The way of Qwen3's template, in short.
pub(crate) const TEMPLATE: &str = "{%- for message in messages %}
    {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}";

/// The id of a control token.
pub(crate) fn control(token: &str) -> u32 {
    let at = CONTROLS.iter().position(|(name, _)| *name == token);
    (CONTROL + at.expect("a control token")) as u32
}

/// The character that stands for a byte in a byte-level vocabulary.
fn stand_in(byte: u8) -> char {
    let printable = |byte: u8| matches!(byte, 33..=126 | 161..=172 | 174..=255);
    if printable(byte) {
        return char::from(byte);
    }
    let before = (0..byte).filter(|other| !printable(*other)).count() as u32;
    char::from_u32(256 + before).expect("a character")
}

/// The merges: consonant and vowel.
pub(crate) fn merges() -> Vec<(char, char)> {
    let all = "bcdfghjklmnpqrstvwxyz".chars().flat_map(|c| "aeiou".chars().map(move |v| (c, v)));
    all.take(CONTROL - MERGES).collect()
}

/// The tokens in the order of their ids.
pub(crate) fn tokens() -> Vec<String> {
    let mut tokens: Vec<String> = (0..=255).map(|byte| stand_in(byte).to_string()).collect();
    tokens.extend(merges().iter().map(|(left, right)| format!("{left}{right}")));
    tokens.extend(CONTROLS.map(|(name, _)| name.to_owned()));
    tokens
}

/// Puts the vocabulary and the template into a file.
pub(crate) fn put(file: &mut File) {
    let mut types = vec![1; CONTROL];
    types.extend(CONTROLS.map(|(_, kind)| kind));
    let merges = merges().iter().map(|(left, right)| format!("{left} {right}")).collect();
    file.set("tokenizer.ggml.model", Meta::text("gpt2"));
    file.set("tokenizer.ggml.pre", Meta::text("qwen2"));
    file.set("tokenizer.ggml.tokens", Meta::Texts(tokens()));
    file.set("tokenizer.ggml.token_type", Meta::I32s(types));
    file.set("tokenizer.ggml.merges", Meta::Texts(merges));
    file.set("tokenizer.ggml.eos_token_id", Meta::U32(control("<|im_end|>")));
    file.set("tokenizer.ggml.add_bos_token", Meta::Bool(0));
    file.set("tokenizer.chat_template", Meta::text(TEMPLATE));
}

/// The same vocabulary as a `tokenizer.json`.
pub(crate) fn json() -> String {
    let tokens = tokens();
    let vocabulary: serde_json::Map<String, serde_json::Value> =
        tokens[..CONTROL].iter().zip(0u32..).map(|(token, id)| (token.clone(), id.into())).collect();
    let merges: Vec<String> = merges().iter().map(|(left, right)| format!("{left} {right}")).collect();
    let added: Vec<_> = CONTROLS
        .iter()
        .zip(CONTROL..)
        .map(|((content, kind), id)| {
            serde_json::json!({"id": id, "content": content, "single_word": false, "lstrip": false,
                "rstrip": false, "normalized": false, "special": *kind == 3})
        })
        .collect();
    let split = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    serde_json::json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": added,
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            {"type": "Split", "pattern": {"Regex": split}, "behavior": "Isolated", "invert": false},
            {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": false, "use_regex": false}]},
        "post_processor": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": false, "use_regex": false},
        "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": false, "use_regex": false},
        "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": "",
            "end_of_word_suffix": "", "fuse_unk": false, "byte_fallback": false, "ignore_merges": false,
            "vocab": vocabulary, "merges": merges},
    })
    .to_string()
}
