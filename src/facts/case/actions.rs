//! What is done about it.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Text, Visibility};

words! {
    /// How far an action is.
    Progress {
        /// 完了.
        Done = "done",
        /// 実施中.
        InProgress = "in_progress",
        /// 予定.
        Planned = "planned",
        /// Not decided; no client document may speak of it.
        Proposed = "proposed",
    }
}

words! {
    /// What kind of measure it is.
    Measure {
        /// A way of working.
        Process = "process",
        /// A system or a form.
        System = "system",
        /// Training.
        Education = "education",
        /// Sharing of information.
        Sharing = "sharing",
        /// Checking.
        Inspection = "inspection",
        /// People and set-up.
        Setup = "setup",
    }
}

group! {
    /// `[[actions]]`: an action.
    entry Action {
        /// Id.
        id: Id,
        /// What, a noun phrase: 口頭で承った変更の当日中の書面確認.
        what: Text,
        /// Who answers for it: a key of `own_people`.
        owner: Key,
        /// What kind of measure it is.
        measure: Measure,
        /// How far it is.
        status: Progress,
        /// When it was done, or begun.
        done: Option<Day>,
        /// By when it is planned.
        due: Option<Day>,
        /// The new date, where `due` could not be kept.
        revised: Option<Day>,
        /// Why `due` could not be kept: a clause in the plain form before ため.
        reason: Option<Text>,
        /// What came of it, in sentences of the polite form.
        result: Option<Text>,
        /// From when it recurs.
        from: Option<Day>,
        /// Until when it recurs.
        until: Option<Day>,
        /// How often: 毎週金曜日.
        every: Option<Text>,
        /// How it is checked.
        verification: Option<Text>,
        /// What shows it.
        evidence: Option<Text>,
        /// Who may see it; a proposed action is never shown to the client, whatever stands here.
        visibility: Visibility = Visibility::Client,
    }
}

impl Action {
    /// Whether its date has passed on a day without its being done.
    #[must_use]
    pub fn is_late(&self, on: Day) -> bool {
        self.status != Progress::Done && self.status != Progress::Proposed && self.due.is_some_and(|due| due < on)
    }
}
