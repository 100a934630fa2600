//! Every rule keeps what its examples promise.

use std::collections::BTreeSet;

use super::fixture::Bench;
use crate::facts::Audience;
use crate::lang::Lang;
use crate::review::{Example, RULES, Rule};

fn bench(rule: &Rule, lang: Lang) -> Bench {
    let audience = *rule.audiences.first().expect("a rule is for somebody");
    Bench::of("cartons", audience, lang, rule.kinds.first().copied().unwrap_or("client-apology-letter"))
}

fn of(examples: &[Example], lang: Lang) -> Vec<&'static str> {
    examples.iter().filter(|example| example.lang == lang).map(|example| example.text).collect()
}

#[test]
fn every_rule_is_named_once_and_says_what_it_is_for() {
    let mut ids = BTreeSet::new();
    for rule in RULES {
        assert!(ids.insert(rule.id), "{} twice", rule.id);
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(!rule.id.is_empty() && rule.id.chars().all(plain), "{}", rule.id);
        assert!(rule.code.is_empty() || (rule.code.len() == 3 && rule.code.starts_with('R')), "{}", rule.id);
        assert!(!rule.about.0.is_empty() && !rule.about.1.is_empty(), "{}", rule.id);
        assert!(rule.audiences.iter().all(|audience| Audience::ALL.contains(audience)), "{}", rule.id);
    }
}

#[test]
fn every_rule_has_examples_in_both_languages() {
    for rule in RULES {
        for lang in Lang::ALL {
            for (examples, sort) in [(rule.failing, "failing"), (rule.passing, "passing")] {
                assert!(of(examples, lang).len() >= 2, "{}: fewer than two {sort} examples in {lang}", rule.id);
            }
        }
    }
}

#[test]
fn examples_get_the_verdict_they_promise() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for lang in Lang::ALL {
            let bench = bench(rule, lang);
            for text in of(rule.failing, lang) {
                let (laid, findings) = bench.judge(rule, text);
                if findings.is_empty() {
                    wrong.push(format!("{} finds nothing in: {text}", rule.id));
                }
                for finding in findings {
                    assert_eq!(finding.rule, rule.id);
                    assert!(laid.text.get(finding.span.clone()).is_some(), "{} {:?}: {text}", rule.id, finding.span);
                    assert!(!finding.message.ja.is_empty() && !finding.message.en.is_empty(), "{}", rule.id);
                }
            }
            for text in of(rule.passing, lang) {
                let (_, findings) = bench.judge(rule, text);
                if let Some(finding) = findings.first() {
                    wrong.push(format!("{} finds something in: {text}\n    {}", rule.id, finding.message.en));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
