//! Files that break a rule are refused, with the rule.

use tsukuroi::engine::EngineError;
use tsukuroi::engine::candle::check;
use tsukuroi::engine::gguf::{Fault, Gguf};

use super::support::assert_fit;
use super::support::gguf_writer::{File, Meta};
use super::support::tiny::{Placed, SMALLEST, Shape, model};

fn fault_of(bytes: &[u8]) -> Fault {
    match check(&Placed::bytes(bytes).path()) {
        Err(error @ EngineError::Gguf { .. }) => {
            assert_fit(&error);
            let EngineError::Gguf { fault, .. } = error else {
                unreachable!();
            };
            fault
        }
        Err(error) => panic!("another error: {error}"),
        Ok(()) => panic!("accepted"),
    }
}

/// What a change of a sound file leads to.
fn fault(change: impl FnOnce(&mut File)) -> Fault {
    let mut file = model(&SMALLEST, false);
    change(&mut file);
    fault_of(&file.write().bytes)
}

#[test]
fn the_sound_file_is_accepted_in_both_versions() {
    for version in [2, 3] {
        let mut file = model(&SMALLEST, false);
        file.version = version;
        check(&Placed::new(&file).path()).unwrap();
    }
    let mut aligned = model(&SMALLEST, true);
    aligned.alignment = 64;
    aligned.set("general.alignment", Meta::U32(64));
    check(&Placed::new(&aligned).path()).unwrap();
    let mut padded = model(&SMALLEST, true).write().bytes;
    padded.resize(padded.len().next_multiple_of(32), 0);
    check(&Placed::bytes(&padded).path()).unwrap();
}

#[test]
fn the_beginning_is_checked() {
    assert_eq!(fault_of(b""), Fault::Magic);
    assert_eq!(fault_of(b"GG"), Fault::Magic);
    assert_eq!(fault(|file| file.magic = *b"FUGG"), Fault::Magic);
    assert_eq!(fault(|file| file.version = 1), Fault::Version(1));
    assert_eq!(fault(|file| file.version = 4), Fault::Version(4));
    assert_eq!(fault(|file| file.version = 3u32.swap_bytes()), Fault::Version(3u32.swap_bytes()));
    assert!(matches!(fault(|file| file.counts.0 = Some(u64::MAX)), Fault::TooMany { .. }));
    assert!(matches!(fault(|file| file.counts.1 = Some(1 << 40)), Fault::TooMany { .. }));
    assert!(matches!(fault_of(b"GGUF\x03\0\0\0"), Fault::Truncated { .. }));
}

#[test]
fn metadata_are_checked() {
    let long = |length: u64| {
        let mut file = File::new();
        file.set("k", Meta::Text(Vec::new()));
        let mut bytes = file.write().bytes;
        let at = bytes.len() - 8;
        bytes[at..].copy_from_slice(&length.to_le_bytes());
        bytes
    };
    assert!(matches!(fault_of(&long(u64::MAX)), Fault::TooMany { .. }));
    assert!(matches!(fault_of(&long(1000)), Fault::Truncated { .. }));
    assert!(matches!(fault(|file| file.set("k", Meta::Nested)), Fault::ValueType { code: 9, .. }));
    assert!(matches!(fault(|file| file.set("k", Meta::OfType(13))), Fault::ValueType { code: 13, .. }));
    assert!(matches!(fault(|file| file.set("k", Meta::Bool(2))), Fault::Value { .. }));
    assert!(matches!(fault(|file| file.set("k", Meta::Text(vec![0xff]))), Fault::Text { .. }));
    assert!(matches!(fault(|file| file.set("", Meta::U32(0))), Fault::Text { .. }));
    assert!(matches!(fault(|file| file.set("\u{1b}[31m", Meta::U32(0))), Fault::Text { .. }));
    assert!(matches!(fault(|file| file.set(&"k".repeat(70_000), Meta::U32(0))), Fault::TooMany { .. }));
    assert!(matches!(fault(|file| file.set("k", Meta::U8s(vec![0; (1 << 20) + 1]))), Fault::TooMany { .. }));
    let twice = |file: &mut File| file.metadata.push(file.metadata[3].clone());
    assert!(matches!(fault(twice), Fault::Duplicate(_)));
    for alignment in [0, 1, 13, 24, 8192, 0x7fff_ffff] {
        let set = |file: &mut File| file.set("general.alignment", Meta::U32(alignment));
        assert!(matches!(fault(set), Fault::Value { .. }), "alignment {alignment}");
    }
    assert!(matches!(fault(|file| file.set("general.alignment", Meta::text("32"))), Fault::Value { .. }));
}

#[test]
fn a_large_header_is_refused_before_it_is_kept() {
    let many = |file: &mut File| {
        for at in 0..40 {
            file.set(&format!("k{at}"), Meta::U8s(vec![0; 1 << 20]));
        }
    };
    assert!(matches!(fault(many), Fault::TooMany { what: "header bytes", .. }));
}

#[test]
fn tensors_are_checked() {
    const NAME: &str = "blk.0.attn_q.weight";
    let dims = |dims: &'static [u64]| fault(move |file| file.tensor_mut(NAME).dims = dims.to_vec());
    for sizes in
        [&[][..], &[4, 4, 1, 1, 1], &[0, 4], &[1 << 58, 64], &[u64::MAX, u64::MAX], &[1 << 63, 1], &[1 << 32, 1 << 32]]
    {
        assert!(matches!(dims(sizes), Fault::Shape(_)), "{sizes:?}");
    }
    // A possible shape, but not with this data or for this model.
    assert!(matches!(dims(&[1 << 40, 4]), Fault::Offset(_)));
    assert!(matches!(dims(&[2, 8]), Fault::Shape(_)));
    assert!(matches!(dims(&[16]), Fault::Shape(_)));
    for code in [4, 5, 9, 15, 16, 39, u32::MAX] {
        let set = |file: &mut File| file.tensor_mut(NAME).code = code;
        assert!(matches!(fault(set), Fault::TensorType { .. }), "type {code}");
    }
    assert!(matches!(fault(|file| file.tensor_mut(NAME).code = 8), Fault::Shape(_)), "half a block");
    for offset in [1, 32, u64::MAX, u64::MAX - 31, 1 << 63] {
        let set = |file: &mut File| file.tensor_mut("token_embd.weight").offset = Some(offset);
        assert!(matches!(fault(set), Fault::Offset(_)), "offset {offset}");
    }
    assert!(matches!(fault(|file| file.tensor_mut(NAME).offset = Some(0)), Fault::Offset(_)), "overlap");
    let twice = |file: &mut File| file.tensors.push(file.tensors[0].clone());
    assert!(matches!(fault(twice), Fault::Duplicate(_)));
    assert!(matches!(fault(|file| file.tensor_mut(NAME).name = "x".repeat(65)), Fault::TooMany { .. }));
    assert!(matches!(fault(|file| file.tensor_mut(NAME).name = "a\0b".to_owned()), Fault::Text { .. }));
    assert!(matches!(fault(|file| file.tensors.clear()), Fault::NoTensor(_)));
    assert!(matches!(fault(|file| drop(file.tensors.remove(5))), Fault::NoTensor(_)));
}

#[test]
fn the_end_is_checked() {
    let mut bytes = model(&SMALLEST, false).write().bytes;
    bytes.extend([0; 4096]);
    assert!(matches!(fault_of(&bytes), Fault::Trailing(_)));
    bytes.truncate(bytes.len() - 4096 - 1);
    assert!(matches!(fault_of(&bytes), Fault::Truncated { .. }));
}

#[test]
fn sizes_of_the_model_are_checked() {
    for key in [
        "block_count",
        "context_length",
        "embedding_length",
        "feed_forward_length",
        "attention.head_count",
        "attention.head_count_kv",
        "attention.key_length",
    ] {
        let key = format!("qwen3.{key}");
        for size in [0, 3, 1 << 31, u32::MAX] {
            let found = fault(|file| file.set(&key, Meta::U32(size)));
            let wrong = matches!(found, Fault::Value { .. } | Fault::NoTensor(_) | Fault::Shape(_));
            assert!(wrong, "{key} = {size}: {found:?}");
        }
        assert_eq!(fault(|file| file.unset(&key)), Fault::Missing(key.clone()));
        assert!(matches!(fault(|file| file.set(&key, Meta::text("4"))), Fault::Value { .. }));
        assert!(matches!(fault(|file| file.set(&key, Meta::U64(u64::MAX))), Fault::Value { .. }));
    }
    for key in ["rope.freq_base", "attention.layer_norm_rms_epsilon"] {
        let key = format!("qwen3.{key}");
        for value in [f32::NAN, f32::INFINITY, -1.0, 0.0] {
            assert!(matches!(fault(|file| file.set(&key, Meta::F32(value))), Fault::Value { .. }), "{key} {value}");
        }
        assert_eq!(fault(|file| file.unset(&key)), Fault::Missing(key.clone()));
    }
    let wide = |file: &mut File| {
        let shape = Shape { heads: 64, kv_heads: 64, head_dim: 1024, ..SMALLEST };
        *file = model(&shape, true);
    };
    let found = fault(wide);
    assert!(matches!(found, Fault::Value { .. }), "a small file would reserve gigabytes: {found:?}");
    assert!(matches!(fault(|file| file.set("qwen3.rope.scaling.type", Meta::text("yarn"))), Fault::Value { .. }));
}

#[test]
fn the_vocabulary_is_checked() {
    for key in
        ["tokenizer.ggml.tokens", "tokenizer.ggml.merges", "tokenizer.ggml.token_type", "tokenizer.chat_template"]
    {
        assert_eq!(fault(|file| file.unset(key)), Fault::Missing(key.to_owned()));
        assert!(matches!(fault(|file| file.set(key, Meta::U32(1))), Fault::Value { .. }), "{key}");
    }
    assert!(matches!(fault(|file| file.set("tokenizer.ggml.token_type", Meta::I32s(vec![1]))), Fault::Value { .. }));
    assert!(matches!(fault(|file| file.set("tokenizer.ggml.eos_token_id", Meta::U32(320))), Fault::Value { .. }));
    let mut tokens = super::support::vocabulary::tokens();
    tokens[7] = tokens[8].clone();
    assert!(matches!(fault(|file| file.set("tokenizer.ggml.tokens", Meta::Texts(tokens))), Fault::Duplicate(_)));
}

#[test]
fn what_is_sound_but_not_supported_says_so() {
    let unusable = |change: &dyn Fn(&mut File)| {
        let mut file = model(&SMALLEST, false);
        change(&mut file);
        let error = check(&Placed::new(&file).path()).unwrap_err();
        assert_fit(&error);
        assert!(matches!(error, EngineError::Unusable { .. }), "{error}");
        error.to_string()
    };
    let text = unusable(&|file| file.set("general.architecture", Meta::text("llama\u{1b}[2J")));
    assert!(text.contains("llama\\u{1b}[2J"), "{text}");
    unusable(&|file| file.unset("general.architecture"));
    let text = unusable(&|file| file.set("tokenizer.ggml.pre", Meta::text("default")));
    assert!(text.contains("gpt2/default") && text.contains("tokenizer.json"), "{text}");
    assert!(["llama", "qwen2", "qwen35", "llama3", "smollm"].iter().all(|known| text.contains(known)), "{text}");
    unusable(&|file| file.set("tokenizer.ggml.merges", Meta::Texts(vec!["x".to_owned()])));
    unusable(&|file| file.set("tokenizer.ggml.merges", Meta::Texts(vec!["no such".to_owned()])));
    for template in ["{{", "{{ raise_exception('no') }}", "nothing of it", "{{ messages[0].content * 2 }}"] {
        unusable(&|file| file.set("tokenizer.chat_template", Meta::text(template)));
    }
}

#[test]
fn what_is_no_file_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().to_owned(), folder.path().join("none.gguf")] {
        let error = Gguf::open(&path).unwrap_err();
        assert!(matches!(error, EngineError::Read { .. }), "{error}");
        assert_fit(&error);
    }
}
