//! The rules there are, and the review that asks them all.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::hands::Hands;
use super::learned;
use super::rule::{Context, Needs, Rule, RuleError, Scope};
use super::verbatim::is_of_the_case;
use super::{Finding, Severity, rules};
use crate::kind::Laid;
use crate::lang::{Message, expect};

/// Most threads a review uses.
const WORKERS: usize = 4;

/// Every rule, in the order their findings are shown at the same place.
pub const RULES: &[Rule] = &[
    rules::ungrounded_fact::RULE,
    rules::unsupported_claim::RULE,
    rules::disputed_as_fact::RULE,
    rules::unauthorised_remedy::RULE,
    rules::commitment_without_record::RULE,
    rules::internal_leak::RULE,
    rules::anonymity::RULE,
    rules::injected_instruction::RULE,
    rules::over_promise::RULE,
    rules::client_blame::RULE,
    rules::rep_blame::RULE,
    rules::liability_admission::RULE,
    rules::personality_attack::RULE,
    rules::apology_late::RULE,
    rules::required_section::RULE,
    rules::placeholder::RULE,
    rules::language_leak::RULE,
    rules::model_residue::RULE,
    rules::unfinished::RULE,
    rules::weekday::RULE,
    rules::own_side_honorific::RULE,
    rules::client_honorific::RULE,
    rules::letter_frame::RULE,
    rules::discipline_leak::RULE,
    rules::unsafe_contact::RULE,
    rules::sbi_missing::RULE,
    rules::slogan_measure::RULE,
    rules::excuse::RULE,
    rules::insult_mirror::RULE,
    rules::keigo::RULE,
    rules::style_mix::RULE,
    rules::length::RULE,
    rules::repetition::RULE,
    rules::false_empathy::RULE,
];

/// Asks every rule of the document's kind that can judge a text of this scope. The rules are independent of each other
/// and asked side by side.
///
/// # Errors
/// When a rule cannot judge. A text that was not judged has not passed.
pub fn review(context: &Context<'_>, laid: &Laid, scope: Scope) -> Result<Vec<Finding>, RuleError> {
    let mut asked: Vec<&Rule> = RULES
        .iter()
        .filter(|rule| rule.applies(context.kind) && context.gives(rule.needs))
        .filter(|rule| !(scope == Scope::Section && rule.scope == Scope::Document))
        .collect();
    // Documents of a batch are made known together.
    if scope == Scope::Document && context.hands().is_none() {
        expect([laid.text.as_str()]);
    }
    let first = context.begin();
    if !first && context.hands().is_some() {
        // What is gathered from the facts is still being gathered, for another document.
        asked.sort_by_key(|rule| rule.needs == Needs::Case);
    }
    let cased = context.gives(Needs::Case);
    let most = if context.hands().is_some() { 1 } else { WORKERS };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(most);
    let next = AtomicUsize::new(0);
    let take = || asked.get(next.fetch_add(1, Ordering::Relaxed));
    let reads = || context.is_read().then(|| learned::read(context, laid)).transpose();
    let help = |first: bool| -> Result<_, RuleError> {
        // Many rules read both what is in view and the whole case; one worker would wait for the other.
        if cased {
            context.whole();
        }
        // The reader takes longest, so one worker begins with it.
        let read = if first { reads()? } else { None };
        let mut findings = Vec::new();
        while let Some(rule) = take() {
            findings.extend(ask(rule, context, laid)?);
        }
        Ok((findings, read))
    };
    let helped: Mutex<Vec<Result<_, RuleError>>> = Mutex::default();
    let lend = |first: bool| {
        let found = catch_unwind(AssertUnwindSafe(|| help(first))).unwrap_or_else(|_| Err(broken()));
        helped.lock().unwrap_or_else(PoisonError::into_inner).push(found);
    };
    let own = rayon::in_place_scope(|scope| {
        for worker in 1..workers {
            scope.spawn(move |_| lend(worker == 1));
        }
        if cased && first {
            context.grounds();
        }
        let read = if workers == 1 { reads()? } else { None };
        let mut findings = Vec::new();
        while let Some(rule) = take() {
            if context.hands().is_some_and(Hands::call) {
                scope.spawn(|_| lend(false));
            }
            findings.extend(ask(rule, context, laid)?);
        }
        Ok((findings, read))
    });
    let (mut findings, mut read) = own?;
    for other in helped.into_inner().unwrap_or_else(PoisonError::into_inner) {
        let (found, seen) = other?;
        findings.extend(found);
        read = read.or(seen);
    }
    match read {
        Some(read) => read.settle(context, laid, &asked, &mut findings),
        None if context.is_read() => return Err(broken()),
        None => {}
    }
    say_once(&mut findings);
    let place = |finding: &Finding| RULES.iter().position(|rule| rule.id == finding.rule);
    findings.sort_by_key(|finding| (finding.span.start, std::cmp::Reverse(finding.severity), place(finding)));
    Ok(findings)
}

/// A rule that panicked has not judged.
fn broken() -> RuleError {
    RuleError {
        rule: "review",
        message: Message::new(
            "検査が途中で止まりました。この文は検査されていません",
            "the review broke down; this text has not been reviewed",
        ),
    }
}

/// What is nowhere in the case need not be said to be unsupported as well.
fn say_once(findings: &mut Vec<Finding>) {
    let heard = |finding: &&Finding| finding.rule == "ungrounded-fact" && finding.severity > Severity::Hint;
    let mut absent: Vec<Range<usize>> = findings.iter().filter(heard).map(|finding| finding.span.clone()).collect();
    absent.sort_by_key(|span| span.start);
    // Of those that begin before a place, the one that reaches farthest tells.
    let mut reach = 0;
    absent.iter_mut().for_each(|span| {
        reach = reach.max(span.end);
        span.end = reach;
    });
    let said = |span: &Range<usize>| {
        let before = absent.partition_point(|other| other.start < span.end);
        before.checked_sub(1).and_then(|at| absent.get(at)).is_some_and(|other| span.start < other.end)
    };
    findings.retain(|finding| finding.rule != "unsupported-claim" || !said(&finding.span));
}

/// What one rule finds. A place outside the text is a fault of the rule.
fn ask(rule: &Rule, context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings = (rule.check)(context, laid)?;
    if rule.needs == Needs::Case {
        findings.retain(|finding| !is_of_the_case(context, &laid.text, finding));
    }
    match findings.iter().find(|finding| laid.text.get(finding.span.clone()).is_none()) {
        None => Ok(findings),
        Some(finding) => Err(RuleError {
            rule: rule.id,
            message: Message::new(
                format!("規則 {} が文の外 {:?} を指しました", rule.id, finding.span),
                format!("the rule {} points outside the text: {:?}", rule.id, finding.span),
            ),
        }),
    }
}
