//! Chooses the next token.

use std::collections::BTreeSet;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use super::mask::allowed;
use crate::engine::{EngineError, Sampling};

/// Chooses tokens for one reply. What it draws depends on nothing but seed, section and try.
pub(crate) struct Sampler {
    sampling: Sampling,
    random: ChaCha20Rng,
    written: BTreeSet<u32>,
}

impl Sampler {
    /// A sampler for one reply.
    pub(crate) fn new(sampling: Sampling, seed: u64, section: &str, attempt: u32) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"tsukuroi sampling 1\0");
        hasher.update(seed.to_le_bytes());
        hasher.update(attempt.to_le_bytes());
        hasher.update(section.as_bytes());
        Self { sampling, random: ChaCha20Rng::from_seed(hasher.finalize().into()), written: BTreeSet::new() }
    }

    /// The next token, of ids that are in both sets. The logits are penalised in place.
    ///
    /// # Errors
    /// When a logit is not a number, or no id is allowed.
    pub(crate) fn next(
        &mut self,
        logits: &mut [f32],
        written: &[u32],
        constrained: Option<&[u32]>,
    ) -> Result<u32, EngineError> {
        // Zero, but for what is not finite.
        if !logits.iter().map(|logit| logit * 0.0).sum::<f32>().is_finite() {
            return Err(EngineError::NotFinite);
        }
        let penalty = self.sampling.repetition_penalty;
        for id in &self.written {
            if let Some(logit) = logits.get_mut(*id as usize) {
                *logit = if *logit > 0.0 { *logit / penalty } else { *logit * penalty };
            }
        }
        let candidates = allowed(logits, written, constrained);
        let id = if self.sampling.temperature > 0.0 {
            let mut kept = likeliest(candidates, self.sampling.top_k);
            self.narrow(&mut kept);
            self.draw(&kept)
        } else {
            // Of equal logits the first wins.
            candidates.reduce(|best, next| if next.1 > best.1 { next } else { best })
        };
        let (id, _) = id.ok_or_else(|| EngineError::compute("no token may be written"))?;
        self.written.insert(id);
        Ok(id)
    }

    /// Turns logits, likeliest first, into probabilities (not summing to 1), and drops the unlikely ones.
    fn narrow(&self, kept: &mut Vec<(u32, f32)>) {
        let Some(&(_, highest)) = kept.first() else {
            return;
        };
        for (_, value) in kept.iter_mut() {
            *value = ((*value - highest) / self.sampling.temperature).exp();
        }
        let total: f32 = kept.iter().map(|(_, value)| value).sum();
        let mut before = 0.0;
        let nucleus = kept.iter().take_while(|(_, value)| {
            let keep = before < self.sampling.top_p * total;
            before += value;
            keep
        });
        let nucleus = nucleus.count().max(1);
        kept.truncate(nucleus);
        // The likeliest has the value 1.
        kept.retain(|(_, value)| *value >= self.sampling.min_p);
    }

    /// One of `kept`, by its probability.
    fn draw(&mut self, kept: &[(u32, f32)]) -> Option<(u32, f32)> {
        let total: f64 = kept.iter().map(|(_, value)| f64::from(*value)).sum();
        // 53 random bits: a number in 0..1.
        let mut left = (self.random.next_u64() >> 11) as f64 / (1u64 << 53) as f64 * total;
        for &(id, value) in kept {
            left -= f64::from(value);
            if left < 0.0 {
                return Some((id, value));
            }
        }
        kept.last().copied()
    }
}

/// The `top` likeliest of ids that come in order (0: all), likeliest first; of equal logits the smaller id first.
fn likeliest(candidates: impl Iterator<Item = (u32, f32)>, top: usize) -> Vec<(u32, f32)> {
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let mut kept = Vec::new();
    // What does not lie above it can no longer be among the likeliest.
    let mut floor = f32::NEG_INFINITY;
    for candidate in candidates {
        if candidate.1 < floor || (candidate.1 == floor && floor.is_finite()) {
            continue;
        }
        kept.push(candidate);
        if top > 0 && kept.len() == 2 * top {
            kept.select_nth_unstable_by(top - 1, order);
            floor = kept[top - 1].1;
            kept.truncate(top);
        }
    }
    kept.sort_unstable_by(order);
    if top > 0 {
        kept.truncate(top);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Sampler, likeliest};
    use crate::engine::candle::mask::Mask;
    use crate::engine::{EngineError, Sampling};

    const EVEN: Sampling = Sampling { temperature: 1.0, ..Sampling::GREEDY };

    fn next(sampler: &mut Sampler, logits: &[f32]) -> u32 {
        sampler.next(&mut logits.to_vec(), Mask::of(logits.len(), |_| true).words(), None).unwrap()
    }

    fn drawn(sampling: Sampling, seed: u64, section: &str, attempt: u32, logits: &[f32]) -> Vec<u32> {
        let mut sampler = Sampler::new(sampling, seed, section, attempt);
        (0..200).map(|_| next(&mut sampler, logits)).collect()
    }

    #[test]
    fn seed_section_and_attempt_decide() {
        let logits = [0.0; 50];
        let first = drawn(EVEN, 1, "a", 0, &logits);
        assert_eq!(first, drawn(EVEN, 1, "a", 0, &logits));
        assert_ne!(first, drawn(EVEN, 2, "a", 0, &logits));
        assert_ne!(first, drawn(EVEN, 1, "b", 0, &logits));
        assert_ne!(first, drawn(EVEN, 1, "a", 1, &logits));
    }

    #[test]
    fn each_cut_keeps_what_it_should() {
        let logits = [4.0, 3.0, 2.0, 1.0, 0.0].map(|logit: f32| logit * 0.1);
        let most = |sampling| drawn(sampling, 7, "s", 0, &logits).into_iter().max();
        assert_eq!(most(EVEN), Some(4));
        assert_eq!(most(Sampling { top_k: 2, ..EVEN }), Some(1));
        assert_eq!(most(Sampling { top_p: 0.3, ..EVEN }), Some(1));
        assert_eq!(most(Sampling { top_p: 0.01, ..EVEN }), Some(0));
        assert_eq!(most(Sampling { min_p: 0.85, ..EVEN }), Some(1));
        assert_eq!(most(Sampling { temperature: 0.001, ..EVEN }), Some(0));
    }

    #[test]
    fn probabilities_are_met() {
        let logits = [3f32.ln(), 0.0];
        let mut sampler = Sampler::new(EVEN, 3, "s", 0);
        let first = (0..4000).filter(|_| next(&mut sampler, &logits) == 0).count();
        assert!((2880..=3120).contains(&first), "{first} of 4000, expected about 3000");
    }

    #[test]
    fn repeated_tokens_are_penalised() {
        let sampling = Sampling { repetition_penalty: 2.0, ..Sampling::GREEDY };
        let mut sampler = Sampler::new(sampling, 0, "s", 0);
        let mut next = || next(&mut sampler, &[1.0, 0.9, -3.0]);
        assert_eq!([next(), next(), next()], [0, 1, 0]);
    }

    #[test]
    fn only_allowed_finite_logits_count() {
        let mut sampler = Sampler::new(Sampling::GREEDY, 0, "s", 0);
        assert_eq!(sampler.next(&mut [2.0, 1.0], &[2], None).unwrap(), 1);
        assert_eq!(sampler.next(&mut [2.0, 1.0, 0.0], &[7], Some(&[6])).unwrap(), 1);
        assert!(sampler.next(&mut [2.0], &[1], Some(&[2])).is_err());
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let error = sampler.next(&mut [1.0, bad], &[3], None);
            assert!(matches!(error, Err(EngineError::NotFinite)));
        }
    }

    #[test]
    fn the_likeliest_are_those_a_full_sort_finds() {
        // Many equal ones among them.
        let logits: Vec<(u32, f32)> = (0..500u32).map(|id| (id, (id * 7919 % 61) as f32)).collect();
        let sorted = likeliest(logits.iter().copied(), 0);
        assert!(sorted.is_sorted_by(|a, b| a.1 > b.1 || (a.1 == b.1 && a.0 < b.0)));
        for top in [1, 2, 3, 20, 63, 499, 500, 9999] {
            assert_eq!(likeliest(logits.iter().copied(), top), sorted[..top.min(500)], "{top}");
        }
    }
}
