//! Good letters pass the rules about words too.

use super::fixture::Bench;
use super::letters::LETTERS;
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{RULES, Severity};

/// The rules that judge a text by its words.
const WORD_RULES: [&str; 10] = [
    "over-promise",
    "client-blame",
    "rep-blame",
    "liability-admission",
    "personality-attack",
    "apology-late",
    "language-leak",
    "model-residue",
    "unfinished",
    "repetition",
];

/// What the word rules find in a letter to the client, hints left out.
fn found(case: &str, lang: Lang, letter: &str, kind: &str) -> Vec<(&'static str, String)> {
    found_for(Audience::Client, case, lang, letter, kind)
}

fn found_for(audience: Audience, case: &str, lang: Lang, letter: &str, kind: &str) -> Vec<(&'static str, String)> {
    let bench = Bench::of(case, audience, lang, kind);
    let laid = Laid::plain(letter);
    let rules = RULES.iter().filter(|rule| WORD_RULES.contains(&rule.id) && rule.applies(bench.context().kind));
    let mut found = Vec::new();
    for rule in rules {
        let findings = (rule.check)(&bench.context(), &laid).unwrap_or_else(|error| panic!("{error}"));
        let grave = findings.into_iter().filter(|finding| finding.severity > Severity::Hint);
        found.extend(grave.map(|finding| (rule.id, letter[finding.span].to_owned())));
    }
    found
}

#[test]
fn good_letters_pass() {
    for (case, lang, name, letter) in LETTERS {
        let kind = if name == "apology" { "client-apology-letter" } else { "client-reply-rep-change-demand" };
        assert_eq!(found(case, lang, letter, kind), [], "{case} {name} {lang}");
    }
}

#[test]
fn internal_memos_pass() {
    let memos = [
        ("cartons", Lang::Ja, include_str!("letters/cartons.memo.ja.txt")),
        ("onboarding", Lang::En, include_str!("letters/onboarding.memo.en.txt")),
    ];
    for (case, lang, memo) in memos {
        assert_eq!(found_for(Audience::Internal, case, lang, memo, "internal-incident-log"), [], "{case}");
    }
}

#[test]
fn a_fault_in_a_good_letter_is_the_only_thing_found() {
    let faults: [(&str, Lang, &str, &str, &str, &str); 14] = [
        ("cartons", Lang::Ja, "次の2点を進めております", "次の2点を必ず進めます", "over-promise", "必ず"),
        (
            "cartons",
            Lang::Ja,
            "弊社は、お電話の内容を",
            "貴社のご指示が曖昧で、お電話の内容を",
            "client-blame",
            "貴社のご指示が曖昧",
        ),
        (
            "cartons",
            Lang::Ja,
            "弊社は、お電話の内容を",
            "弊社の担当が、お電話の内容を",
            "rep-blame",
            "弊社の担当が、お電話の内容を書面で確認せず",
        ),
        (
            "cartons",
            Lang::Ja,
            "配慮を欠く対応でございました",
            "弊社の過失でございました",
            "liability-admission",
            "過失",
        ),
        ("cartons", Lang::Ja, "臨時便の費用", "臨时便の費用", "language-leak", "时"),
        (
            "cartons",
            Lang::Ja,
            "重ねて深くお詫び申し上げます。",
            "重ねて<|im_end|>深くお詫び申し上げます。",
            "model-residue",
            "<|im_end|>",
        ),
        (
            "cartons",
            Lang::Ja,
            "重ねて深くお詫び申し上げます。",
            "重ねて深くお詫び申し上げ",
            "unfinished",
            "くお詫び申し上げ",
        ),
        (
            "cartons",
            Lang::En,
            "we are checking this too",
            "we are certain it will never happen again",
            "over-promise",
            "will never happen again",
        ),
        (
            "cartons",
            Lang::En,
            "The cause lies with us",
            "You should have written to us",
            "client-blame",
            "You should have written to",
        ),
        (
            "cartons",
            Lang::En,
            "We did not confirm it",
            "Our representative did not confirm it",
            "rep-blame",
            "Our representative did not",
        ),
        ("cartons", Lang::En, "and that was wrong", "and that was negligent", "liability-admission", "negligent"),
        ("cartons", Lang::En, "We will bear the", "弊社は bear the", "language-leak", "弊社は"),
        (
            "cartons",
            Lang::En,
            "We apologise once more for the trouble",
            "We apologise if there was trouble",
            "apology-late",
            "apologise if there was trouble this has caused you and Ms",
        ),
        (
            "cartons",
            Lang::En,
            "We are sorry that we never replied to your call of 28 October about",
            "**We are sorry** that we never replied to your call of 28 October about",
            "model-residue",
            "**We are sorry**",
        ),
    ];
    let mut wrong = Vec::new();
    for (case, lang, good, bad, rule, text) in faults {
        let letter = super::letters::letter(case, lang, "apology");
        assert_eq!(letter.matches(good).count(), 1, "{good}");
        let found = found(case, lang, &letter.replace(good, bad), "client-apology-letter");
        if found != [(rule, text.to_owned())] {
            wrong.push(format!("{bad}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
