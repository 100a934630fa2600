//! The last-resort gate. What lacks for a change is told only where something speaks for one: it is no list of things
//! to do.

use super::Page;
use crate::export::columns;
use crate::workflow::{Criterion, FULL, NonReason, Recommendation, day_text};

pub(super) fn gate(page: &Page<'_>) -> String {
    let (gate, lang) = (&page.way.gate, page.lang);
    let mut text = page.heading(("担当変更の判断（最後の手段）", "A change of rep, the last resort"));
    if let Some(day) = gate.decided {
        let day = day_text(day, page.way.on);
        text.push_str(&lang.pick(
            format!("  担当の変更は{}に承認されています。\n", day.ja),
            format!("  The change was approved on {}.\n", day.en),
        ));
    } else {
        text.push_str(&format!("  {}\n", gate.verdict().text(lang)));
        text.push_str(lang.pick("  決めるのは管理職ご自身です。\n", "  The decision is yours.\n"));
    }
    text.push_str(&page.reasons(("保護が先に必要な理由", "protection first, because of"), &gate.protect, "  "));
    let names = gate.criteria.iter().map(|criterion| columns::width(criterion.name.text(lang)));
    let longest = names.max().unwrap_or(0);
    for criterion in &gate.criteria {
        text.push_str(&line(page, criterion, longest));
        if gate.recommendation == Recommendation::NotYet && !criterion.skipped && gate.decided.is_none() {
            let label = lang.pick("不足：", "missing: ");
            let missing = criterion.missing.iter();
            text.extend(missing.map(|missing| format!("       {label}{}\n", missing.text(lang))));
        }
    }
    text.push_str(&non_reasons(page, &gate.non_reasons));
    text
}

fn line(page: &Page<'_>, criterion: &Criterion, longest: usize) -> String {
    let name = columns::filled(criterion.name.text(page.lang), longest);
    let score = match criterion.skipped {
        true => page.lang.pick("問わない".to_owned(), "not asked".to_owned()),
        false => format!("{}/{FULL}", criterion.score),
    };
    let evidence = if criterion.skipped { String::new() } else { page.facts(&criterion.evidence) };
    format!("  {}  {name}  {score}{evidence}\n", criterion.number)
}

fn non_reasons(page: &Page<'_>, reasons: &[NonReason]) -> String {
    if reasons.is_empty() {
        return String::new();
    }
    let lang = page.lang;
    let mut text = lang
        .pick(
            "  次のことだけでは、担当を変更する理由になりません。\n",
            "  By themselves these are no reasons for a change:\n",
        )
        .to_owned();
    let mark = lang.pick("・", "- ");
    text.extend(reasons.iter().map(|reason| format!("    {mark}{}\n", page.said(&reason.kind.text(), &reason.facts))));
    text
}
