//! From which score on the learned reader speaks, and below which it silences a rule.

use super::examples::ByRule;

/// A sentence whose score comes from what other sentences teach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    pub(super) score: f32,
    pub(super) fault: bool,
    pub(super) by_rule: Option<ByRule>,
}

/// Faults there must be in texts that no rule was written for, to weigh rules and reader against each other.
const ENOUGH: usize = 12;
/// Faults there must be for the reader to silence a rule.
const FEW: usize = 13;
/// Of fewer than these the best score is one of chance: there the texts that rules were built with are asked as well.
const MANY: usize = 60;
/// Of what the reader says by itself, so much must be right, in per cent, where there are fewer.
const RIGHT: usize = 85;
/// How much finding a fault counts against crying wolf: the square of β in the F-measure.
const BETA: f32 = 0.5;

/// The scores from which on the reader speaks and below which it silences: those that make the most of rules and reader
/// together.
pub(super) fn thresholds(judged: &[Judged]) -> (f32, f32) {
    let fair: Vec<&Judged> = judged.iter().filter(|judged| judged.by_rule.is_some()).collect();
    let faults = fair.iter().filter(|judged| judged.fault).count();
    let speaks = alone(judged);
    if faults < ENOUGH {
        return (speaks, f32::NEG_INFINITY);
    }
    // Scores of faults and of what rules suspect are the only ones at which anything changes for the better.
    let mut steps: Vec<f32> = fair
        .iter()
        .filter(|judged| judged.fault || judged.by_rule > Some(ByRule::Fine))
        .map(|judged| judged.score)
        .collect();
    steps.sort_by(f32::total_cmp);
    let near: Vec<&Judged> = fair
        .iter()
        .copied()
        .filter(|judged| judged.fault || judged.by_rule > Some(ByRule::Fine) || judged.score > -2.0)
        .collect();
    let mut best = (measure(&near, faults, f32::INFINITY, f32::NEG_INFINITY), f32::INFINITY, f32::NEG_INFINITY);
    for speaks in steps.iter().copied().filter(|score| *score > -2.0).chain([f32::INFINITY]) {
        for silences in [f32::NEG_INFINITY].into_iter().chain(steps.iter().copied()).filter(|score| *score <= speaks) {
            let reached = measure(&near, faults, speaks, silences);
            if reached > best.0 && adds_more_than_it_costs(&near, speaks, silences) {
                best = (reached, speaks, silences);
            }
        }
    }
    let (_, found, silences) = best;
    // A dozen faults are no ground to doubt a rule.
    let silences = if faults < FEW { f32::NEG_INFINITY } else { silences };
    if faults < MANY && speaks < found && adds_more_than_it_costs(&near, speaks, silences.min(speaks)) {
        return (speaks, silences.min(speaks));
    }
    (found, silences)
}

/// Whether what the reader adds to the rules is right two times of three.
fn adds_more_than_it_costs(near: &[&Judged], speaks: f32, silences: f32) -> bool {
    let (hits, alarms) = counted(near.iter().copied(), speaks, silences);
    let (known, wrong) = counted(near.iter().copied(), f32::INFINITY, silences);
    hits - known >= 2 * (alarms - wrong)
}

/// The F-measure of rules and reader together.
fn measure(near: &[&Judged], faults: usize, speaks: f32, silences: f32) -> f32 {
    let (hits, alarms) = counted(near.iter().copied(), speaks, silences);
    let (hits, alarms, faults) = (hits as f32, alarms as f32, faults as f32);
    (1.0 + BETA) * hits / (BETA * faults + hits + alarms).max(1.0)
}

fn counted<'a>(judged: impl Iterator<Item = &'a Judged>, speaks: f32, silences: f32) -> (usize, usize) {
    let found = judged.filter(|judged| match judged.by_rule {
        _ if judged.score >= speaks => true,
        Some(ByRule::Certain) => true,
        Some(ByRule::Suspected) => judged.score >= silences,
        Some(ByRule::Fine) | None => false,
    });
    found.fold((0, 0), |(hits, alarms), judged| (hits + usize::from(judged.fault), alarms + usize::from(!judged.fault)))
}

/// The lowest score from which on most of what is found is right.
fn alone(judged: &[Judged]) -> f32 {
    let mut sorted: Vec<&Judged> = judged.iter().collect();
    sorted.sort_by(|one, other| other.score.total_cmp(&one.score));
    let (mut hits, mut least) = (0, f32::INFINITY);
    for (number, judged) in sorted.iter().enumerate() {
        hits += usize::from(judged.fault);
        if hits >= 3 && hits * 100 >= (number + 1) * RIGHT {
            least = judged.score;
        }
    }
    least
}

/// What rules and reader find in texts that no rule was written for: by rules alone, then together.
pub(super) fn report(judged: &[Judged], speaks: f32, silences: f32) -> String {
    let fair = || judged.iter().filter(|judged| judged.by_rule.is_some());
    let faults = fair().filter(|judged| judged.fault).count();
    let rules = counted(fair(), f32::INFINITY, f32::NEG_INFINITY);
    let both = counted(fair(), speaks, silences);
    format!(
        "{faults:3} faults; rules {:3} and {:3} false, together {:3} and {:3} false (speaks from {speaks:.2}, silences below {silences:.2})",
        rules.0, rules.1, both.0, both.1
    )
}
