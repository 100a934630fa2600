//! What comes out for a token depends on the tokens before it, bit for bit, and on nothing else.

use candle_core::quantized::GgmlDType;
use tsukuroi::engine::candle::{Asked, Decoder, KvType, Piece, Sequence};

use super::support::decoding::{decoder_with, likeliest, read};
use super::support::tiny::{BLOCKS, RECORDED, Shape, model, stored};

/// Decoders whose products go different ways: plain, and in several stored forms.
fn decoders() -> Vec<Decoder> {
    let narrow = Shape { family: "qwen2", heads: 3, kv_heads: 3, head_dim: 10, ..RECORDED };
    let files = [
        model(&RECORDED, true),
        model(&narrow, false),
        stored(&BLOCKS, &[GgmlDType::Q4K, GgmlDType::Q6K]),
        stored(&Shape { family: "llama", ..BLOCKS }, &[GgmlDType::Q8_0]),
    ];
    let kv = [KvType::F16, KvType::F32];
    files.iter().zip(kv.into_iter().cycle()).map(|(file, kv)| decoder_with(file, kv)).collect()
}

fn tokens(seed: u32, count: usize) -> Vec<u32> {
    (0..count as u32).map(|at| (seed * 31 + at * at * 7 + at * 13) % 300).collect()
}

/// The logits after every token, read at once.
fn all(decoder: &Decoder, sequence: &mut Sequence, tokens: &[u32]) -> Vec<Vec<f32>> {
    let piece = Piece { sequence, tokens, asked: Asked::All };
    let logits = decoder.forward(&mut [piece], &|| false).expect("logits");
    logits.rows().map(<[f32]>::to_vec).collect()
}

/// All the same, bit for bit.
fn assert_same(ours: &[Vec<f32>], theirs: &[Vec<f32>], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        let other = ours.iter().zip(theirs).position(|(one, other)| one.to_bits() != other.to_bits());
        let shown = other.map(|id| (ours[id], theirs[id]));
        assert!(other.is_none() && ours.len() == theirs.len(), "{what}, row {at}: {shown:?}");
    }
}

#[test]
fn a_prompt_may_be_cut_anywhere() {
    for decoder in decoders() {
        let tokens = tokens(1, 90);
        let whole = all(&decoder, &mut decoder.sequence(), &tokens);
        for (at, pieces) in [vec![1; 90], vec![89, 1], vec![64, 26], vec![3, 60, 2, 24, 1]].into_iter().enumerate() {
            let (mut sequence, mut start, mut rows) = (decoder.sequence(), 0, Vec::new());
            for length in pieces {
                let end = tokens.len().min(start + length);
                rows.extend(all(&decoder, &mut sequence, &tokens[start..end]));
                start = end;
            }
            assert_same(&rows, &whole, &format!("pieces {at}"));
        }
    }
}

#[test]
fn a_beginning_may_be_shared_and_what_follows_rolled_back() {
    for decoder in decoders() {
        for length in [1, 64, 90] {
            let (prefix, endings) = (tokens(2, length), [tokens(3, 40), tokens(4, 5)]);
            let mut shared = decoder.sequence();
            read(&decoder, &mut shared, &prefix);
            for ending in &endings {
                let whole = read(&decoder, &mut decoder.sequence(), &[&prefix[..], ending].concat());
                let mut fork = shared.clone();
                assert_same(&[read(&decoder, &mut fork, ending)], std::slice::from_ref(&whole), "fork");
                // Other tokens over it, and back.
                read(&decoder, &mut fork, &tokens(9, 45));
                fork.truncate(length);
                assert_eq!((fork.len(), fork.is_empty()), (length, false));
                assert_same(&[read(&decoder, &mut fork, ending)], &[whole], "rolled back");
            }
            assert_eq!(shared.len(), length);
        }
    }
}

#[test]
fn neighbours_do_not_matter() {
    for decoder in decoders() {
        let mut shared = decoder.sequence();
        read(&decoder, &mut shared, &tokens(5, 100));
        let follow: Vec<Vec<u32>> = (0..9).map(|at| tokens(at, 1 + at as usize * 5 % 40)).collect();
        let alone: Vec<_> = follow.iter().map(|tokens| all(&decoder, &mut shared.clone(), tokens)).collect();
        // Together with strangers: one with no beginning, one with another.
        let mut forks = vec![shared; follow.len()];
        forks[2].truncate(90);
        forks[5].truncate(0);
        let before: Vec<usize> = forks.iter().map(Sequence::len).collect();
        let pieces = forks.iter_mut().zip(&follow);
        let mut pieces: Vec<Piece<'_>> =
            pieces.map(|(sequence, tokens)| Piece { sequence, tokens, asked: Asked::All }).collect();
        let logits = decoder.forward(&mut pieces, &|| false).unwrap();
        let mut rows = logits.rows();
        for (at, tokens) in follow.iter().enumerate() {
            let ours: Vec<_> = rows.by_ref().take(tokens.len()).map(<[f32]>::to_vec).collect();
            if before[at] == 100 {
                assert_same(&ours, &alone[at], "together");
            }
            assert_eq!(forks[at].len(), before[at] + tokens.len());
        }
        assert_eq!(rows.next(), None);
    }
}

#[test]
fn greedy_runs_write_the_same_together_and_alone() {
    for decoder in decoders() {
        let prompts: Vec<Vec<u32>> = (0..4).map(|at| tokens(at, 20 + at as usize * 17)).collect();
        let alone: Vec<Vec<u32>> = prompts
            .iter()
            .map(|prompt| {
                let mut sequence = decoder.sequence();
                let mut logits = read(&decoder, &mut sequence, prompt);
                let next = |_| {
                    let id = likeliest(&logits);
                    logits = read(&decoder, &mut sequence, &[id]);
                    id
                };
                (0..12).map(next).collect()
            })
            .collect();
        let mut sequences = vec![decoder.sequence(); prompts.len()];
        let mut next: Vec<Vec<u32>> = prompts;
        let mut together = vec![Vec::<u32>::new(); next.len()];
        for _ in 0..12 {
            let pieces = sequences.iter_mut().zip(&next);
            let mut pieces: Vec<Piece<'_>> =
                pieces.map(|(sequence, tokens)| Piece { sequence, tokens, asked: Asked::Last }).collect();
            let logits = decoder.forward(&mut pieces, &|| false).unwrap();
            next = logits.rows().map(|row| vec![likeliest(row)]).collect();
            next.iter().zip(&mut together).for_each(|(id, written)| written.extend(id));
        }
        assert_eq!(together, alone);
    }
}

#[test]
fn a_pass_that_is_stopped_leaves_nothing_behind() {
    let decoder = decoder_with(&model(&RECORDED, true), KvType::F16);
    let (mut sequence, asked) = (decoder.sequence(), std::cell::Cell::new(0));
    read(&decoder, &mut sequence, &tokens(1, 70));
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 1
    };
    let stray = tokens(2, 30);
    let stopped = decoder.forward(&mut [Piece { sequence: &mut sequence, tokens: &stray, asked: Asked::Last }], &stop);
    assert!(matches!(stopped, Err(tsukuroi::engine::EngineError::Cancelled)));
    assert_eq!(sequence.len(), 70);
    let whole = read(&decoder, &mut decoder.sequence(), &[tokens(1, 70), tokens(3, 9)].concat());
    assert_same(&[read(&decoder, &mut sequence, &tokens(3, 9))], &[whole], "after a stop");
}
