//! What a manager should know about a draft before sending it.

use super::first_response::{CODE, FirstResponse};
use super::quoted_orders::quoted_orders;
use crate::draft::{Draft, Made, Reason};
use crate::facts::{Audience, Case, Facts, Id, Identifiers, Progress, RemedyStatus, Status};
use crate::kind::{Kind, Writer};
use crate::lang::{Lang, Message};

/// What to know beforehand, from the case alone.
pub(super) fn of_case(case: &Case, kind: &Kind, facts: &Facts) -> Vec<Message> {
    let mut notices = Vec::new();
    if kind.spec.code == CODE {
        notices.extend(FirstResponse::of(case).filter(FirstResponse::is_late).map(|first| first.message()));
    }
    notices.extend(quoted_orders(case).iter().map(super::quoted_orders::QuotedOrder::message));
    notices.extend(withheld(case, facts));
    notices.extend(unsettled(facts));
    if facts.audience() == Audience::Expert {
        // Notices stand in the file for programs too, and a quoted order may name people.
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| Identifiers::of(&case.groups, lang));
        notices = notices.iter().map(|told| Message::new(ja.replace(&told.ja), en.replace(&told.en))).collect();
    }
    notices
}

/// What to know of the draft: who wrote what, and why not the model.
pub(super) fn of_draft(draft: &Draft) -> Vec<Message> {
    let mut notices = Vec::new();
    let names = |writer| draft.by(writer).map(|made| made.name.as_str()).collect::<Vec<_>>();
    let (model, builtin) = (names(Writer::Model), names(Writer::Builtin));
    if let Some(identity) = &draft.manifest.model {
        let name = &identity.model;
        let list = |names: &[&str], empty: &str| if names.is_empty() { empty.to_owned() } else { names.join(", ") };
        notices.push(Message::new(
            format!(
                "書き手: モデル {name}（{}）、組み込みの文面（{}）、ほかはコード",
                list(&model, "なし"),
                list(&builtin, "なし")
            ),
            format!(
                "written by: the model {name} ({}), the built-in wording ({}), code (the rest)",
                list(&model, "nothing"),
                list(&builtin, "nothing")
            ),
        ));
    }
    notices.extend(fallen_back(draft));
    if draft.interrupted {
        notices.push(Message::new(
            "中断しました。できていない節は組み込みの文面のままです",
            "interrupted: what was not finished has the built-in wording",
        ));
    }
    notices
}

/// The sections of a draft that have the built-in wording although a model was asked, and why.
pub(super) fn fallen_back(draft: &Draft) -> Vec<Message> {
    draft.sections.iter().filter_map(fallen).collect()
}

/// Why a section has the built-in wording although a model was asked.
fn fallen(made: &Made) -> Option<Message> {
    let fallback = made.fallback.as_ref()?;
    let (name, tries, rules) = (&made.name, made.tries, fallback.rules.join(", "));
    Some(match fallback.reason {
        Reason::Section => Message::new(
            format!("節 {name} は組み込みの文面です。モデルの文は {tries} 回とも点検を通りませんでした（{rules}）"),
            format!(
                "section {name} has the built-in wording: the model's text failed the review {tries} times ({rules})"
            ),
        ),
        Reason::Document => Message::new(
            format!("節 {name} は組み込みの文面に戻しました。文書全体の点検で問題がありました（{rules}）"),
            format!("section {name} has the built-in wording: the review of the whole document found errors ({rules})"),
        ),
        Reason::Interrupted => return None,
    })
}

/// Entries that this audience does not see, by reason.
fn withheld(case: &Case, facts: &Facts) -> Option<Message> {
    let groups = &case.groups;
    let seen = facts.entry_ids();
    let (mut undecided, mut unauthorised, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    for (id, _) in groups.ids() {
        if seen.contains(&id) || groups.do_not_tell.iter().any(|entry| entry.id == id) {
            continue;
        }
        let proposed = groups.actions.iter().any(|action| action.id == id && action.status == Progress::Proposed);
        let unpaid = groups.compensation.iter().any(|entry| entry.id == id && entry.status != RemedyStatus::Authorised);
        match (proposed, unpaid) {
            (true, _) => undecided.push(id),
            (_, true) => unauthorised.push(id),
            _ => hidden.push(id),
        }
    }
    let part = |ja: &str, en: &str, ids: &[Id]| {
        let ids = ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
        (!ids.is_empty()).then(|| (format!("{ja} {ids}"), format!("{en} {ids}")))
    };
    let (ja, en) = match facts.audience() {
        Audience::Client => ("社内限り", "internal"),
        Audience::Rep => ("担当者に示さない", "not for the rep"),
        Audience::Internal | Audience::Personnel | Audience::Successor | Audience::Expert => {
            ("示さない", "not for this audience")
        }
    };
    let parts: Vec<(String, String)> = [
        part("未決定", "undecided", &undecided),
        part("未承認", "not authorised", &unauthorised),
        part(ja, en, &hidden),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (ja, en): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
    (!ja.is_empty()).then(|| {
        Message::new(
            format!("この文書に使わない項目: {}", ja.join("、")),
            format!("entries this document does not use: {}", en.join("; ")),
        )
    })
}

/// Entries in view that nobody has settled, and how the document treats them.
fn unsettled(facts: &Facts) -> Option<Message> {
    let of = |status| {
        let events = facts.timeline.iter().filter(move |event| event.status == status);
        events.map(|event| event.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    let (disputed, unverified) = (of(Status::Disputed), of(Status::Unverified));
    let parts = [
        (!disputed.is_empty()).then(|| {
            (
                format!("{disputed} は認識が分かれているため、どちらとも書きません"),
                format!("{disputed} is disputed: no side is taken"),
            )
        }),
        (!unverified.is_empty()).then(|| {
            (
                format!("{unverified} は未確認のため、伺ったこととして書きます"),
                format!("{unverified} is unverified: told as heard from the client"),
            )
        }),
    ];
    let (ja, en): (Vec<String>, Vec<String>) = parts.into_iter().flatten().unzip();
    (!ja.is_empty()).then(|| Message::new(ja.join("。"), en.join("; ")))
}
