//! The way through small cases made for one question each.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong, helpers included")]

mod documents;
mod dues;
mod gate;
mod stages;

use super::{Paper, Stage, StageState, ToDraft, Way};
use crate::facts::{Case, Day};

/// A case with its people and nothing else; the complaint is of Monday 2 November 2026.
const PEOPLE: &str = r#"
[case]
id = "T-1"
as_of = 2026-11-30
lang = "en"
[sender]
company = "Us K.K."
person = "manager"
[client]
name = "Them K.K."
[[client_people]]
key = "boss"
name = "Bea Boss"
role = "decider"
[[own_people]]
key = "manager"
name = "Max Manager"
[[own_people]]
key = "seller"
name = "Rae Seller"
[[own_people]]
key = "chief"
name = "Cho Chief"
role = "superior"
[rep]
person = "seller"
"#;

/// The complaint.
pub(super) const COMPLAINT: &str = r#"
[[timeline]]
id = "E1"
date = 2026-11-02
from = "boss"
content = "the client complained."
status = "confirmed"
visibility = "client"
role = "complaint"
"#;

/// An event that plays a part.
pub(super) fn event(id: &str, date: &str, role: &str) -> String {
    format!(
        "[[timeline]]\nid = \"{id}\"\ndate = {date}\ncontent = \"it happened.\"\nstatus = \"confirmed\"\n\
         visibility = \"internal\"\nrole = \"{role}\"\n"
    )
}

/// A call of the manager to the client.
pub(super) fn call(id: &str, date: &str) -> String {
    format!(
        "[[timeline]]\nid = \"{id}\"\ndate = {date}\nfrom = \"manager\"\nto = \"boss\"\ncontent = \"we called.\"\n\
         status = \"confirmed\"\nvisibility = \"client\"\n"
    )
}

/// A document that has gone out.
pub(super) fn made(id: &str, paper: Paper, date: &str) -> String {
    format!("[[documents]]\nid = \"{id}\"\nkind = \"{}\"\ndate = {date}\n", paper.kind())
}

/// A report promised.
pub(super) fn report(id: &str, date: &str) -> String {
    format!("[[cadence.reports]]\nid = \"{id}\"\ndate = {date}\nwhat = \"a report\"\nmeans = \"in writing\"\n")
}

/// An action.
pub(super) fn action(id: &str, rest: &str) -> String {
    format!(
        "[[actions]]\nid = \"{id}\"\nwhat = \"a check\"\nowner = \"manager\"\nmeasure = \"process\"\n\
         verification = \"a count\"\n{rest}\n"
    )
}

/// What must not be told.
pub(super) const SECRET: &str = "[[do_not_tell]]\nid = \"N1\"\nwhat = \"staffing\"\nwhy = \"an excuse\"\n";

/// The demand for another representative.
pub(super) const DEMAND: &str = "[[positions]]\nid = \"V1\"\nkind = \"demand\"\ndate = 2026-11-02\nfrom = \"boss\"\n\
                                 channel = \"call\"\nstatus = \"confirmed\"\n";

/// Money asked for.
pub(super) const CLAIM: &str = "[[compensation]]\nid = \"M1\"\nkind = \"damages\"\nwhat = \"a loss\"\namount = 100\n\
                                status = \"requested\"\nby = \"boss\"\ndate = 2026-11-03\n";

pub(super) fn case(parts: &[&str]) -> Case {
    let source = format!("{PEOPLE}{}", parts.join("\n"));
    Case::parse("test.toml", &source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

pub(super) fn day(date: &str) -> Day {
    Day(date.parse().unwrap())
}

pub(super) fn way(parts: &[&str], on: &str) -> Way {
    Way::of(&case(parts).groups, day(on))
}

pub(super) fn state(way: &Way, stage: Stage) -> StageState {
    way.stages.iter().find(|standing| standing.stage == stage).unwrap().state
}

pub(super) fn document(way: &Way, paper: Paper) -> Option<&ToDraft> {
    way.documents.iter().find(|document| document.paper == paper)
}
