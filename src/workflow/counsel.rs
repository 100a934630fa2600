//! When advice from outside is due, whatever the stage (domain F, "Cross-cutting").

use std::sync::LazyLock;

use super::condition::Reason;
use super::known::{Known, names};
use super::reports::promised;
use super::stages::open_claims;
use crate::facts::{ConductKind, EventRole, Status, Text};
use crate::lang::Pattern;

/// How many failed attempts call for advice.
const FAILED: usize = 2;

/// Words by which a text speaks of personal data that got out or into wrong hands.
static PERSONAL_DATA: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?i)個人情報|個人データ|漏えい|漏洩|personal data|data breach"));

/// Words by which a text speaks of somebody hurt.
static INJURY: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?i)けがを|けがが|怪我|負傷|傷害|救急|\binjur(y|ed|ies)\b|\bwounded\b"));

/// What calls for advice: a money claim, a threat, personal data, an injury, health, two failed attempts.
pub(super) fn triggers(known: &Known) -> Vec<Reason> {
    let claims = names(open_claims(known).into_iter().map(|entry| &entry.id));
    let threats = known.conduct.iter().filter(|conduct| {
        let kind = matches!(
            conduct.kind,
            ConductKind::Threat | ConductKind::Dogeza | ConductKind::Detention | ConductKind::Sns
        );
        kind && conduct.status != Status::Opinion
    });
    let threats = names(threats.map(|conduct| &conduct.id));
    let health = known.wellbeing.as_ref().filter(|group| group.health.is_some() || group.leave.is_some());
    let found = [
        ("金銭のご請求", "a money claim", claims),
        ("脅しに当たりうる言動", "conduct that may amount to a threat", threats),
        ("個人情報に関わること", "personal data", spoken_of(known, &PERSONAL_DATA)),
        ("けがに関わること", "an injury", spoken_of(known, &INJURY)),
        ("担当者の健康", "the rep's health", health.map(|_| "wellbeing".to_owned()).into_iter().collect()),
        ("修復の試みが二度以上うまくいっていないこと", "two failed attempts", failed(known)),
    ];
    let found = found.into_iter().filter(|(_, _, facts)| !facts.is_empty());
    found.map(|(ja, en, facts)| Reason::of(facts, ja, en)).collect()
}

/// Failures since the complaint, refusals after the repair, reports that did not come on their day; from two on.
fn failed(known: &Known) -> Vec<String> {
    let breaches = known.events(EventRole::Breach).into_iter().filter(|event| known.is_since(event.date));
    let mut facts = names(breaches.map(|event| &event.id));
    let begun = known.repair_begun();
    let refusals = known.events(EventRole::Refusal).into_iter();
    facts.extend(names(refusals.filter(|event| begun.is_some_and(|begun| event.date >= begun)).map(|event| &event.id)));
    facts.extend(names(promised(known).iter().filter(|report| report.is_missed(known.on)).map(|it| &it.report.id)));
    if facts.len() < FAILED { Vec::new() } else { facts }
}

/// Entries whose words speak of something: what happened, what it meant, what the client says, what must not be told.
fn spoken_of(known: &Known, words: &Pattern) -> Vec<String> {
    let speaks = |text: &Text| text.each().any(|(_, text)| words.is_match(text));
    let any = |texts: &[Option<&Text>]| texts.iter().flatten().any(|text| speaks(text));
    let incident = known.incident.iter().filter(|it| any(&[Some(&it.matter), it.impact.as_ref()]));
    let mut facts = names(incident.map(|it| &it.id));
    let events = known.timeline.iter().filter(|it| any(&[Some(&it.content), it.quote.as_ref()]));
    facts.extend(names(events.map(|it| &it.id)));
    let positions = known.positions.iter().filter(|it| any(&[it.quote.as_ref(), it.acknowledge.as_ref()]));
    facts.extend(names(positions.map(|it| &it.id)));
    let secrets = known.do_not_tell.iter().filter(|it| any(&[Some(&it.what), Some(&it.why)]));
    facts.extend(names(secrets.map(|it| &it.id)));
    facts
}
