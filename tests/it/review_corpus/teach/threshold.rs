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
/// Of fewer than these the best score is one of chance: there the texts that rules were built with and the tables are
/// asked as well.
const MANY: usize = 60;
/// How much finding a fault counts against crying wolf: the square of β in the F-measure, where a rule's error is at
/// stake or faults are few.
const BETA: f32 = 0.5;
/// The same for the reader's own warnings: a checker that sleeps is trusted as little as one that cries wolf.
const EVEN: f32 = 1.0;
/// So many must be right for each that is wrong where faults are few.
const RIGHT: f32 = 4.0;

/// The scores from which on the reader speaks and below which it silences: those that make the most of rules and reader
/// together.
pub(super) fn thresholds(judged: &[Judged], tables: &[Judged]) -> (f32, f32) {
    let fair: Vec<&Judged> = judged.iter().filter(|judged| judged.by_rule.is_some()).collect();
    let faults = fair.iter().filter(|judged| judged.fault).count();
    let speaks = alone(judged, tables);
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
    let best = |beta: f32, known: &[f32]| {
        let none = measure(&near, faults, (f32::INFINITY, f32::NEG_INFINITY), beta);
        let mut best = (none, f32::INFINITY, f32::NEG_INFINITY);
        for speaks in steps.iter().copied().filter(|score| *score > -2.0).chain([f32::INFINITY]) {
            for silences in known.iter().copied().filter(|score| *score <= speaks) {
                let reached = measure(&near, faults, (speaks, silences), beta);
                if reached > best.0 && adds_more_than_it_costs(&near, speaks, silences) {
                    best = (reached, speaks, silences);
                }
            }
        }
        (best.1, best.2)
    };
    let all: Vec<f32> = [f32::NEG_INFINITY].into_iter().chain(steps.iter().copied()).collect();
    let (found, silences) = best(BETA, &all);
    if faults >= MANY {
        return (best(EVEN, &[silences]).0, silences);
    }
    // Where it finds nothing of the cases left out, it may still say what it is surer of than of what it cried at.
    let found = if found.is_finite() { found } else { surest_alarm(judged).next_up() };
    // A dozen faults are no ground to doubt a rule.
    let silences = if faults < FEW { f32::NEG_INFINITY } else { silences };
    if speaks < found && adds_more_than_it_costs(&near, speaks, silences.min(speaks)) {
        return (speaks, silences.min(speaks));
    }
    (found, silences)
}

/// The score above which but one sentence that is fine stands: one of many thousands may be arguable.
fn surest_alarm(judged: &[Judged]) -> f32 {
    let mut fine: Vec<f32> = judged.iter().filter(|judged| !judged.fault).map(|judged| judged.score).collect();
    fine.sort_by(|one, other| other.total_cmp(one));
    fine.get(1).copied().unwrap_or(0.0).max(0.0)
}

/// Whether what the reader adds to the rules is right two times of three; of a handful, one more or less is chance.
fn adds_more_than_it_costs(near: &[&Judged], speaks: f32, silences: f32) -> bool {
    let (hits, alarms) = counted(near.iter().copied(), speaks, silences);
    let (known, wrong) = counted(near.iter().copied(), f32::INFINITY, silences);
    hits + 1 - known >= 2 * (alarms - wrong)
}

/// The F-measure of rules and reader together.
fn measure(near: &[&Judged], faults: usize, (speaks, silences): (f32, f32), beta: f32) -> f32 {
    let (hits, alarms) = counted(near.iter().copied(), speaks, silences);
    let (hits, alarms, faults) = (hits as f32, alarms as f32, faults as f32);
    (1.0 + beta) * hits / (beta * faults + hits + alarms).max(1.0)
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

/// The score from which on the reader makes the most of itself where faults are few: how many of them it finds is asked of
/// texts and tables, half and half, and what it cries at of the texts alone, where faults are as rare as they are.
fn alone(judged: &[Judged], tables: &[Judged]) -> f32 {
    let faults = judged.iter().filter(|judged| judged.fault).count() as f32;
    let of_tables = tables.iter().filter(|judged| judged.fault).count() as f32;
    let mut sorted: Vec<(&Judged, bool)> = judged.iter().map(|judged| (judged, true)).collect();
    sorted.extend(tables.iter().filter(|judged| judged.fault).map(|judged| (judged, false)));
    sorted.sort_by(|(one, _), (other, _)| other.score.total_cmp(&one.score));
    let (mut hits, mut tabled, mut alarms) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut best = (0.0, f32::INFINITY);
    for (judged, of_text) in sorted {
        match (of_text, judged.fault) {
            (true, true) => hits += 1.0,
            (true, false) => alarms += 1.0,
            (false, _) => tabled += 1.0,
        }
        let share = if of_tables > 0.0 {
            f32::midpoint(hits / faults.max(1.0), tabled / of_tables)
        } else {
            hits / faults.max(1.0)
        };
        let found = share * faults;
        let reached = (1.0 + BETA) * found / (BETA * faults + found + alarms).max(1.0);
        if hits >= 3.0 && hits >= RIGHT * alarms && reached > best.0 {
            best = (reached, judged.score);
        }
    }
    best.1
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
