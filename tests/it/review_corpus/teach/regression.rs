//! Logistic regression: a weight a feature, so that the faults of the examples become probable and the rest does not.
//!
//! Minimised is `|w|²/2 + C Σ c log(1 + exp(-y w·x))`, where `c` gives faults and the rest the same say, and sentences of texts more, by Newton's method
//! with conjugate gradients (Lin, Weng, Keerthi, "Trust region Newton method for large-scale logistic regression", 2008,
//! with a line search in place of the trust region).

use std::collections::BTreeMap;

use tsukuroi::review::learned::{STANDS, stands, stretch_share};

use super::examples::{Example, Examples};

/// How much the examples count against small weights.
const C: f64 = 20.0;
/// What a sentence of a text counts for beside one of a table: there faults are as rare as they are, and not every other
/// sentence.
const OF_TEXT: f64 = 6.0;
/// Most steps of Newton's method, and of the conjugate gradients in each.
const STEPS: usize = 25;
/// The gradient has to become so much smaller.
const ENOUGH: f64 = 0.01;

/// An example to learn from: its features, its sign, and what it has to say.
type Row<'a> = (&'a [(u32, f32)], f64, f64);

/// The examples as rows of numbers.
pub(super) struct Regression {
    rows: Vec<Vec<(u32, f32)>>,
    /// Features and, behind them, the bias.
    width: usize,
}

impl Regression {
    pub(super) fn of(examples: &Examples, places: &BTreeMap<&str, usize>) -> Self {
        let width = places.len() + 1;
        let bias = u32::try_from(places.len()).unwrap();
        let row = |example: &Example| {
            let known = example.features.iter().filter_map(|feature| {
                let place = places.get(feature.as_str())?;
                Some((u32::try_from(*place).unwrap(), stands(feature)))
            });
            let known: Vec<(u32, bool)> = known.collect();
            let share = stretch_share(known.iter().filter(|(_, stands)| !stands).count());
            let known = known.into_iter().map(|(place, stands)| (place, if stands { STANDS } else { share }));
            known.chain([(bias, 1.0)]).collect()
        };
        Self { rows: examples.iter().map(row).collect(), width }
    }

    /// The score of an example.
    pub(super) fn score(&self, at: usize, weights: &[f32]) -> f32 {
        self.rows[at].iter().map(|(place, value)| weights[*place as usize] * value).sum()
    }

    /// The weights for a rule, the bias at the end.
    pub(super) fn fit(&self, examples: &Examples, rule: usize, with: impl Fn(&Example) -> bool) -> Vec<f32> {
        let taught: Vec<(&Example, &Vec<(u32, f32)>)> =
            examples.iter().zip(&self.rows).filter(|(example, _)| example.teaches(rule) && with(example)).collect();
        let weight = |example: &Example| if example.of_text { OF_TEXT } else { 1.0 };
        let is_fault = |example: &Example| example.faults[rule] == Some(true);
        let share = |fault: bool| -> f64 {
            let alike = taught.iter().filter(|(example, _)| is_fault(example) == fault);
            alike.map(|(example, _)| weight(example)).sum::<f64>().max(1.0)
        };
        let (faults, fine) = (share(true), share(false));
        // Each row with its sign and with what it has to say.
        let rows: Vec<Row<'_>> = taught
            .iter()
            .map(|(example, row)| {
                let (sign, alike) = if is_fault(example) { (1.0, faults) } else { (-1.0, fine) };
                // Faults and the rest have the same say, and all together that of so many sentences of tables.
                (row.as_slice(), sign, C * weight(example) * (faults + fine) / 2.0 / alike)
            })
            .collect();
        let dot = |row: &[(u32, f32)], weights: &[f64]| -> f64 {
            row.iter().map(|(place, value)| weights[*place as usize] * f64::from(*value)).sum()
        };
        let add = |row: &[(u32, f32)], times: f64, into: &mut [f64]| {
            row.iter().for_each(|(place, value)| into[*place as usize] += times * f64::from(*value));
        };
        let norm = |weights: &[f64]| weights.iter().map(|weight| weight * weight).sum::<f64>();
        let mut weights = vec![0.0; self.width];
        let mut margins: Vec<f64> = vec![0.0; rows.len()];
        let loss = |margins: &[f64], squares: f64| {
            let each = rows.iter().zip(margins).map(|((_, sign, say), margin)| {
                let against = -sign * margin;
                say * if against > 30.0 { against } else { against.exp().ln_1p() }
            });
            each.sum::<f64>() + squares / 2.0
        };
        let mut first = None;
        for _ in 0..STEPS {
            let mut gradient = weights.clone();
            let mut curve = Vec::with_capacity(rows.len());
            for ((row, sign, say), margin) in rows.iter().zip(&margins) {
                let right = 1.0 / (1.0 + (-sign * margin).exp());
                add(row, say * (right - 1.0) * sign, &mut gradient);
                curve.push(say * right * (1.0 - right));
            }
            let steep = norm(&gradient).sqrt();
            if steep <= ENOUGH * *first.get_or_insert(steep) {
                break;
            }
            let bend = |direction: &[f64]| {
                let mut bent = direction.to_vec();
                for ((row, ..), curve) in rows.iter().zip(&curve) {
                    add(row, curve * dot(row, direction), &mut bent);
                }
                bent
            };
            let step = conjugate(&gradient, bend);
            let along: Vec<f64> = rows.iter().map(|(row, ..)| dot(row, &step)).collect();
            let slope: f64 = gradient.iter().zip(&step).map(|(one, other)| one * other).sum();
            let before = loss(&margins, norm(&weights));
            let mut length = 1.0;
            for _ in 0..20 {
                let moved: Vec<f64> =
                    margins.iter().zip(&along).map(|(margin, along)| margin + length * along).collect();
                let squares: f64 =
                    weights.iter().zip(&step).map(|(weight, step)| (weight + length * step).powi(2)).sum();
                if loss(&moved, squares) <= before + 0.01 * length * slope {
                    margins = moved;
                    break;
                }
                length /= 2.0;
            }
            weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight += length * step);
        }
        weights.iter().map(|weight| *weight as f32).collect()
    }
}

/// Solves `bend(step) = -gradient` closely enough.
fn conjugate(gradient: &[f64], bend: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let mut step = vec![0.0; gradient.len()];
    let mut rest: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
    let mut direction = rest.clone();
    let product = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let mut square = product(&rest, &rest);
    let enough = square * 0.01;
    for _ in 0..STEPS {
        if square <= enough {
            break;
        }
        let bent = bend(&direction);
        let length = square / product(&direction, &bent);
        for (place, direction) in direction.iter().enumerate() {
            step[place] += length * direction;
            rest[place] -= length * bent[place];
        }
        let new = product(&rest, &rest);
        direction.iter_mut().zip(&rest).for_each(|(direction, rest)| *direction = rest + new / square * *direction);
        square = new;
    }
    step
}
