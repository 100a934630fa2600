//! Good letters pass, and each fault in them is found where it is.

use super::fixture::Bench;
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{RULES, Rule, Severity};

/// The rules that judge a text by the facts.
const FACT_RULES: [&str; 7] = [
    "ungrounded-fact",
    "disputed-as-fact",
    "unauthorised-remedy",
    "commitment-without-record",
    "internal-leak",
    "injected-instruction",
    "weekday",
];

/// Letters written by hand, not from the built-in wording.
pub(super) const LETTERS: [(&str, Lang, &str, &str); 8] = [
    ("cartons", Lang::Ja, "apology", include_str!("letters/cartons.apology.ja.txt")),
    ("cartons", Lang::Ja, "reply", include_str!("letters/cartons.reply.ja.txt")),
    ("cartons", Lang::En, "apology", include_str!("letters/cartons.apology.en.txt")),
    ("cartons", Lang::En, "reply", include_str!("letters/cartons.reply.en.txt")),
    ("onboarding", Lang::En, "apology", include_str!("letters/onboarding.apology.en.txt")),
    ("onboarding", Lang::En, "reply", include_str!("letters/onboarding.reply.en.txt")),
    ("onboarding", Lang::Ja, "apology", include_str!("letters/onboarding.apology.ja.txt")),
    ("onboarding", Lang::Ja, "reply", include_str!("letters/onboarding.reply.ja.txt")),
];

/// A good letter.
pub(super) fn letter(case: &str, lang: Lang, name: &str) -> &'static str {
    let letter = LETTERS.iter().find(|letter| (letter.0, letter.1, letter.2) == (case, lang, name));
    letter.unwrap_or_else(|| panic!("no letter {case} {lang} {name}")).3
}

/// What is found in a letter: rule, text, fact.
pub(super) fn found(case: &str, lang: Lang, letter: &str) -> Vec<(&'static str, String, Option<String>)> {
    found_for(Audience::Client, case, lang, letter)
}

fn found_for(audience: Audience, case: &str, lang: Lang, letter: &str) -> Vec<(&'static str, String, Option<String>)> {
    let bench = Bench::of(case, audience, lang, "any");
    let rules = || RULES.iter().filter(|rule| FACT_RULES.contains(&rule.id));
    assert_eq!(rules().count(), FACT_RULES.len());
    let rules: Vec<&Rule> = rules().filter(|rule| rule.audiences.contains(&audience)).collect();
    let mut found = Vec::new();
    for rule in rules {
        let laid = Laid::plain(letter);
        for finding in (rule.check)(&bench.context(), &laid).unwrap_or_else(|error| panic!("{error}")) {
            let text = letter[finding.span.clone()].to_owned();
            assert_ne!(finding.severity, Severity::Hint);
            found.push((rule.id, text, finding.fact.map(|id| id.to_string())));
        }
    }
    found
}

#[test]
fn good_letters_have_no_findings() {
    let mut wrong = Vec::new();
    for (case, lang, name, letter) in LETTERS {
        for (rule, text, fact) in found(case, lang, letter) {
            wrong.push(format!("{case} {name} {lang}: {rule} `{text}` {fact:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_internal_memo_may_say_what_a_letter_may_not() {
    let memos = [
        ("cartons", Lang::Ja, include_str!("letters/cartons.memo.ja.txt")),
        ("onboarding", Lang::En, include_str!("letters/onboarding.memo.en.txt")),
    ];
    for (case, lang, memo) in memos {
        assert_eq!(found_for(Audience::Internal, case, lang, memo), [], "{case}");
        let leaks = found_for(Audience::Client, case, lang, memo);
        assert!(leaks.iter().any(|(rule, ..)| *rule == "internal-leak"), "{case}");
    }
}
