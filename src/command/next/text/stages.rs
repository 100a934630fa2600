//! The stages, with what is still asked of those that are open and of the next one.

use super::Page;
use crate::export::columns;
use crate::workflow::{Condition, StageState, Standing, When};

pub(super) fn stages(page: &Page<'_>) -> String {
    let names = page.way.stages.iter().map(|standing| columns::width(standing.stage.name().text(page.lang)));
    let longest = names.max().unwrap_or(0);
    let mut text = page.heading(("段階", "Stages"));
    let mut next_told = false;
    for standing in &page.way.stages {
        let name = columns::filled(standing.stage.name().text(page.lang), longest);
        text.push_str(&format!("  {}  {name}  {}\n", standing.stage.code(), state(page, standing)));
        match standing.state {
            // What is closed asks for nothing more.
            _ if page.way.closed => {}
            StageState::Open => text.push_str(&conditions(page, &standing.exit, true)),
            StageState::NotStarted if !next_told => {
                next_told = true;
                text.push_str(&conditions(page, &standing.entry, false));
            }
            StageState::NotStarted | StageState::Done => {}
        }
    }
    text
}

fn state(page: &Page<'_>, standing: &Standing) -> String {
    let lang = page.lang;
    let word = match standing.state {
        StageState::NotStarted => lang.pick("未着手", "not started"),
        StageState::Open => lang.pick("進行中", "open"),
        StageState::Done => lang.pick("完了", "done"),
    };
    let until = standing.until.filter(|_| standing.state != StageState::Done && !page.way.closed);
    let Some(until) = until else { return word.to_owned() };
    let when = When::of(until, page.way.on);
    let (day, distance) = (page.day(&when), page.distance(&when));
    if standing.state == StageState::NotStarted && when.days >= 0 {
        return lang.pick(format!("{word}（目安は{day}まで）"), format!("{word} (meant to be done by {day})"));
    }
    lang.pick(
        format!("{word}（目安は{day}まで、{distance}）"),
        format!("{word} (meant to be done by {day}, {distance})"),
    )
}

/// The conditions with a mark each: those a stage is left by, or those it still waits for.
fn conditions(page: &Page<'_>, conditions: &[Condition], all: bool) -> String {
    let shown = conditions.iter().filter(|condition| all || !condition.met);
    let line = |condition: &Condition| {
        let mark = match condition.met {
            true => page.lang.pick("[済]", "[x]"),
            false => page.lang.pick("[未]", "[ ]"),
        };
        format!("      {mark} {}\n", page.said(&condition.text, &condition.facts))
    };
    shown.map(line).collect()
}
