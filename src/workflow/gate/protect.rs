//! What puts protection first (domain F, "Override").

use crate::facts::{ConductKind, Status};
use crate::workflow::condition::Reason;
use crate::workflow::known::Known;

/// How many criteria are not asked then: those about mending the relation.
pub(super) const SKIPPED: usize = 3;

/// Harassment or a threat that is confirmed, and a risk to the rep's health.
pub(super) fn grounds(known: &Known) -> Vec<Reason> {
    let conduct = known.conduct.iter().filter(|conduct| conduct.status == Status::Confirmed);
    let mut grounds: Vec<Reason> = conduct
        .filter_map(|conduct| {
            let (ja, en) = match conduct.kind {
                ConductKind::Shouting => ("怒鳴る・罵るなどの言動", "shouting or abuse"),
                ConductKind::Detention => ("長時間の拘束", "people kept for hours"),
                ConductKind::Threat => ("脅し", "a threat"),
                ConductKind::Dogeza => ("土下座などの強要", "a demand for humiliation (dogeza)"),
                // A hint at social media is for the adviser; by itself it endangers nobody.
                ConductKind::Sns | ConductKind::Other => return None,
            };
            Some(Reason::of(vec![conduct.id.to_string()], ja, en))
        })
        .collect();
    let health = known.wellbeing.as_ref().filter(|group| group.health.is_some() || group.leave.is_some());
    // What exactly is private; that there is something is all a decision needs.
    grounds.extend(health.map(|_| {
        Reason::of(vec!["wellbeing".to_owned()], "担当者の健康に関する記録", "a record about the rep's health")
    }));
    grounds
}
