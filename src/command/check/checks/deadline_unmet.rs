//! Deadlines of the client by which nothing of ours is due.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "deadline-unmet", group: Group::Gap, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let mut found = Vec::new();
    for position in &groups.positions {
        let Some(deadline) = position.deadline.filter(|day| *day >= survey.as_of()) else { continue };
        let reports = groups.cadence.iter().flat_map(|cadence| &cadence.reports).map(|report| report.date);
        let visits = groups.meeting.iter().flat_map(|meeting| &meeting.candidates).map(|slot| slot.date);
        let documents = groups.documents.iter().filter(|made| made.kind.starts_with("client-")).map(|made| made.date);
        if reports.chain(visits).chain(documents).any(|day| day >= position.date && day <= deadline) {
            continue;
        }
        let id = &position.id;
        let what = say(
            format!("{id} の回答期限 {deadline} までに、ご報告も面談も予定されていません"),
            format!("the client's deadline of {id}, {deadline}, and no report or visit is planned by then"),
        );
        let todo = say(
            "cadence.reports に期限までの日を加えるか、間に合わないなら先に先方へ申し出てください",
            "add a report by that day, or tell the client beforehand that it will be later",
        );
        found.push(Found::at(position.span.start, what, todo).of(id));
    }
    found
}
