//! A change of rep, the last resort.

use super::group;
use crate::facts::{Day, Id, Key, Text, Visibility};

group! {
    /// `[change_option]`: a change of rep. Internal; successor and date are for the client after approval.
    entry ChangeOption {
        /// Id.
        id: Id,
        /// What was tried first.
        alternatives: Vec<Alternative>,
        /// Who would follow: a key of `own_people`.
        successor: Option<Key>,
        /// Whether the successor has room for it.
        capacity: Option<Text>,
        /// Why the successor suits this client, a clause in the plain form.
        fit: Option<Text>,
        /// When the successor agreed.
        willing: Option<Day>,
        /// From when.
        start: Option<Day>,
        /// Joint visits.
        joint_visits: Vec<Day>,
        /// What is handed over.
        handover: Vec<Text>,
        /// The rep's view, in the rep's words.
        rep_view: Option<Text>,
        /// When the rep was heard.
        rep_heard: Option<Day>,
        /// That it is no punishment and does not touch the evaluation, in a sentence of the polite form.
        not_disciplinary: Option<Text>,
        /// What the rep does next.
        next_role: Option<Text>,
        /// Business concretely at risk without a change, in sentences of the polite form.
        business_risk: Option<Text>,
        /// What a change risks, in sentences of the polite form.
        risk: Option<Text>,
        /// What has to hold for it: noun phrases.
        conditions: Vec<Text>,
        /// Who accepted the precedent: a key of `own_people`.
        precedent_by: Option<Key>,
        /// When the precedent was accepted.
        precedent_on: Option<Day>,
        /// When the decision is looked at again.
        review: Option<Day>,
        /// Who approved it: a key of `own_people`.
        approved_by: Option<Key>,
        /// When it was approved.
        approved_on: Option<Day>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}

group! {
    /// Something tried before a change of rep.
    entry Alternative {
        /// Id.
        id: Id,
        /// What.
        what: Text,
        /// When.
        date: Option<Day>,
        /// What came of it.
        result: Option<Text>,
    }
}
