//! A set of ids: those that may be written.

/// A bit for each id, as in [`Constraint::allowed`](super::Constraint::allowed).
pub(crate) struct Mask(Vec<u32>);

impl Mask {
    /// The ids below `length` that fit.
    pub(crate) fn of(length: usize, fits: impl Fn(u32) -> bool) -> Self {
        let mut words = vec![0u32; length.div_ceil(32)];
        for id in (0u32..).take(length).filter(|id| fits(*id)) {
            words[id as usize / 32] |= 1 << (id % 32);
        }
        Self(words)
    }

    /// The words.
    pub(crate) fn words(&self) -> &[u32] {
        &self.0
    }
}

/// The ids that are in both sets, in order, with their logits.
pub(crate) fn allowed<'a>(
    logits: &'a [f32],
    one: &'a [u32],
    other: Option<&'a [u32]>,
) -> impl Iterator<Item = (u32, f32)> + 'a {
    let word = move |at: usize| match other {
        None => one[at],
        Some(other) => one[at] & other.get(at).copied().unwrap_or(0),
    };
    logits.chunks(32).take(one.len()).enumerate().flat_map(move |(at, logits)| {
        let (word, first) = (word(at), at as u32 * 32);
        let fits = move |id: &u32| word >> (id % 32) & 1 == 1;
        (first..).zip(logits.iter().copied()).filter(move |(id, _)| fits(id))
    })
}

#[cfg(test)]
mod tests {
    use super::{Mask, allowed};

    #[test]
    fn only_ids_of_both_sets_come() {
        let logits: Vec<f32> = (0..100u8).map(f32::from).collect();
        let even = Mask::of(80, |id| id % 2 == 0);
        let ids = |other| allowed(&logits, even.words(), other).collect::<Vec<_>>();
        assert_eq!(ids(None).len(), 40);
        assert!(ids(None).iter().all(|(id, logit)| id % 2 == 0 && *logit == *id as f32));
        let thirds = Mask::of(50, |id| id % 3 == 0);
        assert_eq!(
            ids(Some(thirds.words())).iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            [0, 6, 12, 18, 24, 30, 36, 42, 48]
        );
        assert_eq!(ids(Some(&[])), []);
    }
}
