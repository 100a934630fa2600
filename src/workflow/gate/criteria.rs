//! The seven criteria, each scored 0–2 by what the case records (domain F).

use super::{CRITERIA, Criterion, FULL};
use crate::facts::{ChangeOption, EventRole, Id, OwnRole};
use crate::lang::Message;
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;
use crate::workflow::reports::promised;
use crate::workflow::stages::REPORTS;

/// How often daily contact must have been refused after the repair.
const REFUSALS: usize = 2;

/// How many other ways must have been tried.
const ALTERNATIVES: usize = 2;

/// A part of a criterion: whether it is there, what shows it, what to say where it lacks.
struct Part {
    there: bool,
    facts: Vec<String>,
    missing: Message,
}

impl Part {
    fn of(there: bool, facts: Vec<String>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { there, facts, missing: Message::new(ja, en) }
    }

    /// A part that is there where there are facts for it.
    fn by_facts(facts: Vec<String>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::of(!facts.is_empty(), facts, ja, en)
    }
}

/// A criterion that holds where all its parts are there, and half where some are.
fn of_parts(number: u8, ja: &str, en: &str, parts: Vec<Part>) -> Criterion {
    let there = parts.iter().filter(|part| part.there).count();
    let score = if there == parts.len() { FULL } else { u8::from(there > 0) };
    let missing = parts.iter().filter(|part| !part.there).map(|part| part.missing.clone()).collect();
    let mut evidence: Vec<String> = Vec::new();
    for fact in parts.into_iter().flat_map(|part| part.facts) {
        if !evidence.contains(&fact) {
            evidence.push(fact);
        }
    }
    Criterion { number, name: Message::new(ja, en), score, evidence, missing, skipped: false }
}

pub(super) fn all(known: &Known) -> [Criterion; CRITERIA] {
    let option = known.change_option.as_ref();
    [
        repair(known),
        irreparable(known, option),
        alternatives(known, option),
        heard(option),
        successor(option),
        handover(option),
        precedent(known, option),
    ]
}

/// The id of the change option, where a part of it is there.
fn part_of(option: Option<&ChangeOption>, there: impl Fn(&ChangeOption) -> bool) -> Vec<String> {
    names(option.filter(|option| there(option)).map(|option| &option.id))
}

fn repair(known: &Known) -> Criterion {
    let on_time = names(promised(known).iter().filter(|report| report.is_on_time()).map(|report| &report.report.id));
    let count = on_time.len();
    let visits = names(known.visits().into_iter().map(|event| &event.id));
    let parts = vec![
        Part::by_facts(
            known.made_ids(Paper::ApologyLetter),
            "お詫び状（D02）をお送りした記録",
            "a record that the letter of apology (D02) went out",
        ),
        Part::by_facts(visits, "お会いしてお話を伺った記録", "a record of a visit to listen"),
        Part::by_facts(
            known.made_ids(Paper::ActionPlan),
            "改善計画（D04）をお届けした記録",
            "a record that the plan (D04) went out",
        ),
        Part::of(
            count >= REPORTS,
            on_time,
            format!("期日どおりのご報告{REPORTS}回（いま{count}回）"),
            format!("{REPORTS} reports on time ({count} so far)"),
        ),
    ];
    of_parts(1, "修復を十分に試みた", "Repair was genuinely tried", parts)
}

fn irreparable(known: &Known, option: Option<&ChangeOption>) -> Criterion {
    let begun = known.repair_begun();
    let refusals = known.events(EventRole::Refusal);
    let after: Vec<&Id> =
        refusals.iter().filter(|event| begun.is_some_and(|begun| event.date >= begun)).map(|event| &event.id).collect();
    let count = after.len();
    let mut evidence = names(after);
    let risk = part_of(option, |option| option.business_risk.is_some());
    let score = if count >= REFUSALS || !risk.is_empty() { FULL } else { u8::from(count > 0) };
    evidence.extend(risk);
    let mut missing = Vec::new();
    if score < FULL {
        missing.push(Message::new(
            format!("修復に着手した後の、日常の取り次ぎの拒否{REFUSALS}回（いま{count}回）、または取引が具体的に危うくなっている記録（business_risk）"),
            format!("daily contact refused {REFUSALS} times after the repair ({count} so far), or business at concrete risk (business_risk)"),
        ));
    }
    let name = Message::new("この担当者では関係を修復できない", "The relation cannot be mended with this rep");
    Criterion { number: 2, name, score, evidence, missing, skipped: false }
}

fn alternatives(known: &Known, option: Option<&ChangeOption>) -> Criterion {
    let listed = || option.iter().flat_map(|option| &option.alternatives);
    // A way counts once it has both a day and a result: what only stands in the list has not been tried.
    let tried: Vec<&Id> =
        listed().filter(|way| way.date.is_some() && way.result.is_some()).map(|way| &way.id).collect();
    let open: Vec<&Id> = listed().filter(|way| way.date.is_none() || way.result.is_none()).map(|way| &way.id).collect();
    let front = known.contact_setup.as_ref().filter(|setup| {
        let rep = known.rep.as_ref().map(|rep| &rep.person);
        let in_force = known.setup_approved() && setup.from.is_none_or(|from| from <= known.on);
        in_force && Some(&setup.front) != rep
    });
    let count = tried.len();
    let score = if count >= ALTERNATIVES && open.is_empty() { FULL } else { u8::from(count > 0 || front.is_some()) };
    let mut missing = Vec::new();
    if count < ALTERNATIVES {
        missing.push(Message::new(
            format!(
                "ほかの方法（上長が窓口に立つ、二人体制、業務の分担、期間を区切った交代）を試すか退けた日と結果\
                 {ALTERNATIVES}件（いま{count}件）"
            ),
            format!(
                "other ways (the manager in front, two-person cover, a split of tasks, a change for a time), tried or \
                 rejected, with day and result: {ALTERNATIVES} ({count} so far)"
            ),
        ));
    }
    if !open.is_empty() {
        let ids = names(open.iter().copied()).join(", ");
        missing.push(Message::new(
            format!("{} を試した（または退けた）日と結果", ids.replace(", ", "、")),
            format!("day and result of {ids}, tried or rejected"),
        ));
    }
    let mut evidence = names(tried);
    evidence.extend(front.map(|setup| setup.id.to_string()));
    let name =
        Message::new("ほかの方法を試し、または理由を付けて退けた", "Other ways were tried, or rejected for a reason");
    Criterion { number: 3, name, score, evidence, missing, skipped: false }
}

fn heard(option: Option<&ChangeOption>) -> Criterion {
    let parts = vec![
        Part::by_facts(
            part_of(option, |option| option.rep_heard.is_some()),
            "担当変更について本人の話を聞いた日（rep_heard）",
            "the day on which the rep was heard on a change (rep_heard)",
        ),
        Part::by_facts(
            part_of(option, |option| option.next_role.is_some()),
            "本人の次の役割（next_role）",
            "what the rep does next (next_role)",
        ),
        Part::by_facts(
            part_of(option, |option| option.not_disciplinary.is_some()),
            "処分ではなく評価に影響しないことの明記（not_disciplinary）",
            "that it is no punishment and does not touch the evaluation (not_disciplinary)",
        ),
    ];
    of_parts(
        4,
        "本人の話を聞き、経歴への影響を考え、処分としない",
        "The rep was heard; the career was considered; it is no punishment",
        parts,
    )
}

fn successor(option: Option<&ChangeOption>) -> Criterion {
    let parts = vec![
        Part::by_facts(
            part_of(option, |option| option.successor.is_some() && option.willing.is_some()),
            "後任と、その承諾の日（successor、willing）",
            "a successor and the day of consent (successor, willing)",
        ),
        Part::by_facts(
            part_of(option, |option| option.capacity.is_some()),
            "後任の余力（capacity）",
            "the successor's capacity (capacity)",
        ),
        Part::by_facts(
            part_of(option, |option| option.fit.is_some()),
            "後任がこの取引先に合う理由（fit）",
            "why the successor suits this client (fit)",
        ),
    ];
    of_parts(5, "後任に意思・余力・適性がある", "The successor is willing, free and suited", parts)
}

fn handover(option: Option<&ChangeOption>) -> Criterion {
    let parts = vec![
        Part::by_facts(
            part_of(option, |option| !option.handover.is_empty()),
            "引き継ぐ事柄（handover）",
            "what is handed over (handover)",
        ),
        Part::by_facts(
            part_of(option, |option| !option.joint_visits.is_empty()),
            "同行訪問の日（joint_visits）",
            "days of joint visits (joint_visits)",
        ),
    ];
    of_parts(6, "引き継ぎと同行訪問を計画した", "Handover and joint visits are planned", parts)
}

fn precedent(known: &Known, option: Option<&ChangeOption>) -> Criterion {
    let accepted = option.filter(|option| option.precedent_by.is_some() && option.precedent_on.is_some());
    let by = accepted.and_then(|option| known.own_person(option.precedent_by.as_ref()?));
    let parts = vec![
        Part::by_facts(
            part_of(accepted, |_| true),
            "前例となるリスクを受け入れた人と日（precedent_by、precedent_on）",
            "who accepted the precedent, and when (precedent_by, precedent_on)",
        ),
        Part::of(
            by.is_some_and(|person| person.role == Some(OwnRole::Superior)),
            Vec::new(),
            "受け入れたのが上長であること（own_people の role = \"superior\"）",
            "that it was a superior who accepted it (role = \"superior\" in own_people)",
        ),
    ];
    of_parts(7, "前例となるリスクを上長が受け入れた", "A superior has accepted the precedent", parts)
}
