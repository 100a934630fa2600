//! What was learned: a weight for every rule and every feature that is common enough.
//!
//! A file of weights begins with lines of text, `rule, scale, bias, speaks, silences` apart by tabs, and an empty line. Behind it
//! stands the number of places as four bytes, little end first; then for each place the mark of its feature (four bytes,
//! 0 where the place is empty), and then for each place a weight a rule (a signed byte, times the scale of the rule).

use std::fmt::Write;
use std::ops::Range;

use crate::lang::{Lang, Message};

/// The weights of a language.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) rules: Vec<Taught>,
    marks: &'static [u8],
    weights: &'static [u8],
}

/// What was learned of a rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Taught {
    /// Its name.
    pub(super) rule: String,
    scale: f32,
    bias: f32,
    /// From this score on a sentence is at fault by what was learned alone.
    pub(super) speaks: f32,
    /// Below this score what a rule only suspects is no more than a hint.
    pub(super) silences: f32,
}

impl Weights {
    /// The weights of a language.
    ///
    /// # Errors
    /// When the file built into the program is broken.
    pub(super) fn of(lang: Lang) -> Result<Self, Message> {
        let file: &'static [u8] = lang.pick(include_bytes!("ja.weights"), include_bytes!("en.weights"));
        Self::read(file).ok_or_else(|| {
            Message::new(
                format!("組み込みの重み（{}.weights）が壊れています", lang.code()),
                format!("the weights built in ({}.weights) are broken", lang.code()),
            )
        })
    }

    fn read(file: &'static [u8]) -> Option<Self> {
        let end = file.windows(2).position(|two| two == b"\n\n")?;
        let head = std::str::from_utf8(file.get(..end)?).ok()?;
        let rules = head.lines().map(Taught::read).collect::<Option<Vec<_>>>()?;
        let (count, rest) = file.get(end + 2..)?.split_at_checked(4)?;
        let places = usize::try_from(u32::from_le_bytes(count.try_into().ok()?)).ok()?;
        let (marks, weights) = rest.split_at_checked(places.checked_mul(4)?)?;
        (places > 0 && weights.len() == places * rules.len()).then_some(Self { rules, marks, weights })
    }

    /// Where the weights of a feature are; none for one that nothing was learned of.
    pub(super) fn place(&self, feature: &str) -> Option<u32> {
        let places = u64::try_from(self.marks.len() / 4).ok()?;
        let (mut at, wanted) = address(feature, places);
        loop {
            let from = usize::try_from(at).ok()? * 4;
            let mark = self.marks.get(from..from + 4)?;
            if mark == wanted {
                return u32::try_from(at).ok();
            }
            if mark == [0; 4] {
                return None;
            }
            at = (at + 1) % places;
        }
    }

    /// The score of each rule for the features at these places: above zero, a fault is more likely than not.
    ///
    /// `plain` are stretches, whose weights count less the more there are; `stands` is how the sentence stands.
    pub(super) fn scores(&self, plain: &[u32], stands: &[u32]) -> Vec<f32> {
        let share = stretch_share(plain.len());
        let many = self.rules.len();
        let mut sums = vec![0.0_f32; many];
        for (places, share) in [(plain, share), (stands, STANDS)] {
            for place in places {
                let from = usize::try_from(*place).unwrap_or_default() * many;
                for (sum, weight) in sums.iter_mut().zip(self.weights.get(from..from + many).unwrap_or_default()) {
                    *sum += f32::from(weight.cast_signed()) * share;
                }
            }
        }
        self.rules.iter().zip(sums).map(|(rule, sum)| rule.bias + rule.scale * sum).collect()
    }
}

/// A sentence to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What there is to see of it: stretches of it, and behind `=` how it stands.
    pub features: Vec<String>,
}

/// What was learned of a rule, to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The rule.
    pub rule: String,
    /// The score of a sentence of which nothing is known.
    pub bias: f32,
    /// From this score on the reader speaks by itself.
    pub speaks: f32,
    /// Below this score what a rule suspects is no more than a hint.
    pub silences: f32,
    /// A weight for each feature, in the order of the features.
    pub weights: Vec<f32>,
}

/// A file of weights for these features. Weights are rounded to a 127th of the largest of their rule.
#[must_use]
pub fn write(features: &[String], rules: &[Learned]) -> Vec<u8> {
    let scale =
        |rule: &Learned| rule.weights.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs())) / 127.0;
    let mut file = String::new();
    for rule in rules {
        let Learned { rule: name, bias, speaks, silences, .. } = rule;
        let _ = writeln!(file, "{name}\t{}\t{bias}\t{speaks}\t{silences}", scale(rule));
    }
    file.push('\n');
    let mut file = file.into_bytes();
    // A quarter of the places stay empty, so that what is not there is soon not found.
    let places = features.len() * 4 / 3 + 1;
    let mut marks = vec![[0; 4]; places];
    let mut weights = vec![0_i8; places * rules.len()];
    for (number, feature) in features.iter().enumerate() {
        let (at, mark) = address(feature, places as u64);
        let mut at = usize::try_from(at).unwrap_or_default();
        while marks.get(at).is_some_and(|taken| *taken != [0; 4]) {
            at = (at + 1) % places;
        }
        if let Some(free) = marks.get_mut(at) {
            *free = mark;
        }
        for (place, rule) in weights.iter_mut().skip(at * rules.len()).zip(rules) {
            let weight = rule.weights.get(number).copied().unwrap_or_default() / scale(rule);
            #[allow(clippy::cast_possible_truncation, reason = "rounded, and within 127")]
            let weight = weight.round().clamp(-127.0, 127.0) as i8;
            *place = weight;
        }
    }
    file.extend(u32::try_from(places).unwrap_or_default().to_le_bytes());
    file.extend(marks.iter().flatten());
    file.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    file
}

/// Whether a feature tells how a sentence stands, and is no stretch of it.
#[must_use]
pub fn stands(feature: &str) -> bool {
    feature.starts_with('=')
}

/// What a feature that tells how a sentence stands counts for.
pub const STANDS: f32 = 0.15;

/// What each of so many stretches counts for: together they are of length one.
#[must_use]
pub fn stretch_share(count: usize) -> f32 {
    1.0 / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX)).sqrt()
}

impl Taught {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let rule = parts.next()?.to_owned();
        let mut number = || parts.next()?.parse().ok();
        Some(Self { rule, scale: number()?, bias: number()?, speaks: number()?, silences: number()? })
    }
}

/// Where a feature is first looked for among so many places, and its mark. FNV-1a, 64 bits (Fowler, Noll, Vo): it must be
/// the same wherever the weights are read.
fn address(feature: &str, places: u64) -> (u64, [u8; 4]) {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in feature.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let [.., a, b, c, d] = hash.to_be_bytes();
    ((hash >> 32) % places, [a | 1, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::{Learned, Weights, write};
    use crate::lang::Lang;

    fn file() -> &'static [u8] {
        let features: Vec<String> =
            (0..500).map(|number| format!("語{number}")).chain(["=new>=1".to_owned()]).collect();
        let weights = (0..501_u16).map(f32::from).map(|weight| weight - 250.0).collect();
        let learned =
            Learned { rule: "excuse".to_owned(), bias: -2.0, speaks: 1.0, silences: f32::NEG_INFINITY, weights };
        write(&features, &[learned]).leak()
    }

    #[test]
    fn what_is_written_is_read() {
        let weights = Weights::read(file()).unwrap();
        assert_eq!(weights.rules[0].rule, "excuse");
        let score = |plain: &[&str], stands: &[&str]| {
            let places =
                |features: &[&str]| features.iter().filter_map(|feature| weights.place(feature)).collect::<Vec<_>>();
            weights.scores(&places(plain), &places(stands))[0]
        };
        assert!((score(&[], &[]) + 2.0).abs() < 1e-6);
        assert!((score(&["語500", "unknown"], &[]) + 2.0).abs() < 1e-6, "what nothing was learned of counts nothing");
        assert!((score(&["語499"], &[]) - 247.0).abs() < 2.0);
        assert!((score(&["語0"], &["=new>=1"]) + 252.0 - 0.15 * 250.0).abs() < 2.0);
        assert!((0..500).all(|number| weights.place(&format!("語{number}")).is_some()));
    }

    #[test]
    fn a_broken_file_is_no_weights() {
        let file = file();
        for broken in [&file[..file.len() - 1], &file[..8], &[], b"excuse\tx\t1\t1\t1\n\n\0\0\0\0".as_slice()] {
            assert!(Weights::read(broken.to_vec().leak()).is_none());
        }
    }

    #[test]
    fn the_weights_built_in_can_be_read() {
        for lang in Lang::ALL {
            let weights = Weights::of(lang).unwrap();
            assert!(weights.rules.len() > 10);
            let warns =
                |rule: &str| crate::review::learned::warning::READS_LIKE.iter().any(|(known, ..)| *known == rule);
            assert!(weights.rules.iter().all(|taught| warns(&taught.rule)), "{lang}");
        }
    }
}
