//! Models as folders: the same replies as the GGUF file of the same weights; what is damaged is refused.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tsukuroi::engine::Sampling;
use tsukuroi::engine::candle::{Candle, LoadOptions, check};
use tsukuroi::engine::store::{Going, Intake, Store};

use super::support::gguf_writer::File;
use super::support::job::{load, prompt, settings, write};
use super::support::tiny::{RECORDED, SMALLEST, Shape, model};
use super::support::vocabulary;

/// The published name of a tensor of a GGUF file.
fn published(name: &str) -> String {
    let whole = [
        ("token_embd.weight", "model.embed_tokens.weight"),
        ("output_norm.weight", "model.norm.weight"),
        ("output.weight", "lm_head.weight"),
    ];
    if let Some((_, published)) = whole.iter().find(|(own, _)| *own == name) {
        return (*published).to_owned();
    }
    let parts = [
        ("attn_norm", "input_layernorm"),
        ("ffn_norm", "post_attention_layernorm"),
        ("attn_q_norm", "self_attn.q_norm"),
        ("attn_k_norm", "self_attn.k_norm"),
        ("attn_q", "self_attn.q_proj"),
        ("attn_k", "self_attn.k_proj"),
        ("attn_v", "self_attn.v_proj"),
        ("attn_output", "self_attn.o_proj"),
        ("ffn_gate", "mlp.gate_proj"),
        ("ffn_up", "mlp.up_proj"),
        ("ffn_down", "mlp.down_proj"),
    ];
    let rest = name.strip_prefix("blk.").expect("a layer");
    let (layer, rest) = rest.split_once('.').expect("a part");
    let (part, end) = rest.split_once('.').expect("weight or bias");
    let (_, part) = parts.iter().find(|(own, _)| *own == part).expect("a known part");
    format!("model.layers.{layer}.{part}.{end}")
}

fn config() -> Value {
    config_of(&SMALLEST)
}

fn config_of(shape: &Shape) -> Value {
    json!({
        "model_type": shape.family, "num_hidden_layers": shape.layers, "hidden_size": shape.hidden,
        "intermediate_size": shape.ffn, "num_attention_heads": shape.heads, "num_key_value_heads": shape.kv_heads,
        "head_dim": shape.head_dim, "max_position_embeddings": shape.context, "rope_theta": 1e6, "rms_norm_eps": 1e-6,
        "hidden_act": "silu", "tie_word_embeddings": false, "eos_token_id": vocabulary::control("<|im_end|>"),
        "rope_scaling": null, "sliding_window": null,
    })
}

/// One file of weights.
fn weights(tensors: &[&super::support::gguf_writer::Tensor]) -> Vec<u8> {
    let (mut header, mut data) = (serde_json::Map::new(), Vec::new());
    for tensor in tensors {
        let from = data.len();
        data.extend(&tensor.data);
        let shape: Vec<u64> = tensor.dims.iter().rev().copied().collect();
        let entry = json!({"dtype": "F32", "shape": shape, "data_offsets": [from, data.len()]});
        header.insert(published(&tensor.name), entry);
    }
    header.insert("__metadata__".to_owned(), json!({"format": "pt"}));
    let header = Value::Object(header).to_string();
    [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &data].concat()
}

/// Writes the model of a GGUF file as a folder, its weights in one file or two.
fn folder(file: &File, sharded: bool) -> TempDir {
    folder_of(&SMALLEST, file, sharded)
}

fn folder_of(shape: &Shape, file: &File, sharded: bool) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("a file");
    put("config.json", config_of(shape).to_string().as_bytes());
    put("tokenizer.json", vocabulary::json().as_bytes());
    put("tokenizer_config.json", json!({"chat_template": vocabulary::TEMPLATE}).to_string().as_bytes());
    let tensors: Vec<_> = file.tensors.iter().collect();
    if sharded {
        let (one, two) = tensors.split_at(tensors.len() / 2);
        let mut map = serde_json::Map::new();
        for (name, part) in [("model-00001-of-00002.safetensors", one), ("model-00002-of-00002.safetensors", two)] {
            put(name, &weights(part));
            map.extend(part.iter().map(|tensor| (published(&tensor.name), Value::from(name))));
        }
        put("model.safetensors.index.json", json!({"weight_map": map}).to_string().as_bytes());
    } else {
        put("model.safetensors", &weights(&tensors));
    }
    folder
}

fn replies(path: &Path) -> Vec<String> {
    let options = LoadOptions { free: true, ..LoadOptions::default() };
    let mut engine = Candle::load(path, &settings(Sampling::GREEDY), &options).expect("a sound folder");
    write(&mut engine, &[prompt("a", 40), prompt("b", 40)], 1, 0).into_iter().map(|reply| reply.text).collect()
}

#[test]
fn a_folder_writes_what_the_file_of_the_same_weights_writes() {
    let file = model(&SMALLEST, false);
    let mut engine = load(&file, Sampling::GREEDY);
    let expected: Vec<String> =
        write(&mut engine, &[prompt("a", 40), prompt("b", 40)], 1, 0).into_iter().map(|reply| reply.text).collect();
    for sharded in [false, true] {
        let folder = folder(&file, sharded);
        check(folder.path()).unwrap();
        assert_eq!(replies(folder.path()), expected, "sharded: {sharded}");
    }
}

#[test]
fn an_imported_folder_runs_from_the_store() {
    let file = model(&SMALLEST, false);
    let folder = folder(&file, true);
    let data = tempfile::tempdir().unwrap();
    let store = Store::new(data.path());
    let installed = store.import(folder.path(), "tiny", &Intake::default(), &mut |_, _| Going::On).unwrap();
    assert_eq!(replies(&installed.file), replies(folder.path()));
    assert_eq!(store.find("tiny").unwrap(), Some(installed));
}

/// GGUF files of the llama family have the rows of queries and keys in another order: neighbours turn together there,
/// halves of a head in published weights.
#[test]
fn a_llama_turns_as_published() {
    let shape = Shape { family: "llama", ..RECORDED };
    let file = model(&shape, false);
    let mut engine = load(&file, Sampling::GREEDY);
    let mut expected = write(&mut engine, &[prompt("a", 40)], 1, 0);
    let mut published = file.clone();
    for tensor in
        published.tensors.iter_mut().filter(|tensor| tensor.name.contains("attn_q") || tensor.name.contains("attn_k"))
    {
        let row = tensor.dims[0] as usize * 4;
        let rows: Vec<&[u8]> = tensor.data.chunks(row).collect();
        let (half, mut reordered) = (shape.head_dim / 2, Vec::new());
        for head in rows.chunks(shape.head_dim) {
            let first = (0..half).map(|at| head[2 * at]);
            reordered.extend(first.chain((0..half).map(|at| head[2 * at + 1])).flatten().copied());
        }
        tensor.data = reordered;
    }
    let wrong = folder_of(&shape, &file, false);
    let right = folder_of(&shape, &published, false);
    let options = LoadOptions { free: true, ..LoadOptions::default() };
    let replies = |path: &Path| {
        let mut engine = Candle::load(path, &settings(Sampling::GREEDY), &options).unwrap();
        write(&mut engine, &[prompt("a", 40)], 1, 0).remove(0).text
    };
    let expected = expected.remove(0).text;
    assert_eq!(replies(right.path()), expected);
    assert_ne!(replies(wrong.path()), expected, "the order of the rows must matter for this test to tell anything");
}

#[test]
fn what_is_damaged_or_not_supported_is_refused() {
    let file = model(&SMALLEST, false);
    let refused = |change: &dyn Fn(&Path)| {
        let folder = folder(&file, false);
        change(folder.path());
        let error = check(folder.path()).unwrap_err();
        super::support::assert_fit(&error);
        error.to_string()
    };
    for (key, value, told) in [
        ("model_type", json!("gpt2"), "gpt2"),
        ("num_hidden_layers", json!(2), "blk.1"),
        ("num_hidden_layers", json!(-1), "num_hidden_layers"),
        ("hidden_size", json!(8), "shape"),
        ("num_key_value_heads", json!(4_294_967_295u64), "head_count_kv"),
        ("rope_scaling", json!({"rope_type": "yarn", "factor": 4.0}), "yarn"),
        ("quantization_config", json!({"bits": 4}), "quantization_config"),
        ("hidden_act", json!("gelu"), "hidden_act"),
        ("eos_token_id", json!(9999), "id"),
    ] {
        let text = refused(&|folder| {
            let mut config = config();
            config[key] = value.clone();
            fs::write(folder.join("config.json"), config.to_string()).unwrap();
        });
        assert!(text.contains(told), "{key}: {text}");
    }
    for missing in ["config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"] {
        refused(&|folder| fs::remove_file(folder.join(missing)).unwrap());
    }
    let index = |names: Value| {
        refused(&|folder| {
            fs::write(folder.join("model.safetensors.index.json"), json!({"weight_map": names}).to_string()).unwrap();
        })
    };
    for names in [json!({}), json!({"a": "../model.safetensors"}), json!({"a": "/etc/passwd"}), json!(1)] {
        index(names);
    }
}

#[test]
fn every_damage_to_a_header_is_noticed() {
    let file = model(&SMALLEST, false);
    let folder = folder(&file, false);
    let path = folder.path().join("model.safetensors");
    let sound = fs::read(&path).unwrap();
    let length = u64::from_le_bytes(sound[..8].try_into().unwrap()) as usize;
    let header = String::from_utf8(sound[8..8 + length].to_vec()).unwrap();
    let with =
        |header: &str| [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &sound[8 + length..]].concat();
    let first = "\"model.norm.weight\":";
    let mut damaged = vec![
        Vec::new(),
        sound[..7].to_vec(),
        sound[..sound.len() - 1].to_vec(),
        [&sound[..], b"x"].concat(),
        [&u64::MAX.to_le_bytes()[..], &sound[8..]].concat(),
        with(&header.replacen("F32", "I64", 1)),
        with(&header.replacen("F32", "F16", 1)),
        with(&header.replacen("[4]", "[0]", 1)),
        with(&header.replacen("[4]", "[18446744073709551615]", 1)),
        with(&header.replacen("\"data_offsets\":[0,", "\"data_offsets\":[4,", 1)),
        with(&header.replacen(first, "\"model.embed_tokens.weight\":", 1)),
        with(&header.replacen(first, "\"model.surprise.weight\":", 1)),
        with("[]"),
        with(&"[".repeat(100_000)),
    ];
    for at in (8..8 + length).step_by(97) {
        damaged.push(sound[..at].to_vec());
    }
    for (at, bytes) in damaged.into_iter().enumerate() {
        fs::write(&path, bytes).unwrap();
        super::support::assert_fit(&check(folder.path()).expect_err(&format!("damage {at}")));
    }
}
