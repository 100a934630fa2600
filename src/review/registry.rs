//! The rules there are, and the review that asks them all.

use super::rule::{Context, Rule, RuleError, Scope};
use super::{Finding, rules};
use crate::kind::Laid;

/// Every rule, in the order their findings are shown at the same place.
pub const RULES: &[Rule] = &[
    rules::ungrounded_fact::RULE,
    rules::disputed_as_fact::RULE,
    rules::unauthorised_remedy::RULE,
    rules::commitment_without_record::RULE,
    rules::internal_leak::RULE,
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
    rules::repetition::RULE,
];

/// Asks every rule of the document's kind that can judge a text of this scope.
///
/// # Errors
/// When a rule cannot judge. A text that was not judged has not passed.
pub fn review(context: &Context<'_>, laid: &Laid, scope: Scope) -> Result<Vec<Finding>, RuleError> {
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.applies(context.kind)) {
        if scope == Scope::Section && rule.scope == Scope::Document {
            continue;
        }
        for finding in (rule.check)(context, laid)? {
            if laid.text.get(finding.span.clone()).is_none() {
                return Err(RuleError {
                    rule: rule.id,
                    message: crate::lang::Message::new(
                        format!("規則 {} が文の外 {:?} を指しました", rule.id, finding.span),
                        format!("the rule {} points outside the text: {:?}", rule.id, finding.span),
                    ),
                });
            }
            findings.push(finding);
        }
    }
    findings.sort_by_key(|finding| (finding.span.start, std::cmp::Reverse(finding.severity)));
    Ok(findings)
}
