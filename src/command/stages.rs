//! Which documents belong to which stage of a case (domain F).

use crate::lang::Lang;
use crate::workflow::{Paper, Stage};

/// A stage by its code, however it is written.
pub(super) fn stage(code: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage.code().eq_ignore_ascii_case(code.trim()))
}

/// Its documents, in the order in which they are needed. The brief for an adviser belongs to no stage: whether to ask
/// one is decided, not due.
pub(super) fn documents(stage: Stage) -> &'static [Paper] {
    match stage {
        Stage::S0 => &[Paper::FirstResponse],
        Stage::S1 => &[Paper::IncidentLog, Paper::MeetingPrep, Paper::CauseAnalysis],
        Stage::S2 => &[
            Paper::MeetingRequest,
            Paper::ApologyLetter,
            Paper::IncidentExplanation,
            Paper::ActionPlan,
            Paper::ReplyToDemand,
        ],
        Stage::S3 => &[Paper::FeedbackNote, Paper::SupportPlan],
        Stage::S4 => &[Paper::CoordinationRequest, Paper::Recurrence],
        Stage::S5 => &[Paper::ProgressReport, Paper::ChangeDecision],
        Stage::S6 => &[Paper::HandoverBrief, Paper::ChangeNotice],
    }
}

/// All codes with their names, for whoever has named none of them.
pub(super) fn listed(lang: Lang) -> String {
    let named = Stage::ALL.map(|stage| format!("{} {}", stage.code(), stage.name().text(lang)));
    named.join(lang.pick("、", ", "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{documents, stage};
    use crate::workflow::{Paper, Stage};

    #[test]
    fn every_document_but_the_brief_is_in_one_stage() {
        let all: Vec<Paper> = Stage::ALL.into_iter().flat_map(|stage| documents(stage).to_vec()).collect();
        let papers: BTreeSet<Paper> = all.iter().copied().collect();
        assert_eq!((all.len(), papers.len()), (17, 17));
        assert!(!papers.contains(&Paper::ExpertBrief));
        assert_eq!((stage(" s2 "), stage("S7")), (Some(Stage::S2), None));
    }
}
