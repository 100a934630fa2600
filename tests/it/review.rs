//! The rules: their registry, their examples, and whole documents.

use std::collections::BTreeSet;

use tsukuroi::facts::{Audience, Case, Facts, Withheld};
use tsukuroi::kind::{Kind, Laid, Library};
use tsukuroi::lang::Lang;
use tsukuroi::review::{Context, Finding, RULES, Reviewed, Rule, Severity};

use crate::letters::builtin;
use crate::support::example;

fn with_context<T>(case: &Case, kind: &Kind, lang: Lang, run: impl Fn(&Context<'_>) -> T) -> T {
    let facts = Facts::of(case, kind.spec.audience, lang);
    let withheld = Withheld::of(case, &facts);
    run(&Context::new(&facts, &withheld, kind))
}

/// A kind the rule is for, a letter to the client where it is for one.
fn kind_of<'a>(rule: &Rule, library: &'a Library) -> &'a Kind {
    let fits = |kind: &&Kind| rule.applies(kind);
    let letter = library.kind("client-apology-letter").ok().filter(fits);
    letter.or_else(|| library.kinds().find(fits)).unwrap_or_else(|| panic!("{}: for no kind", rule.id))
}

fn ask(rule: &Rule, case: &Case, kind: &Kind, lang: Lang, text: &str) -> Vec<Finding> {
    let laid = if text.contains('[') { Laid::section("text", text) } else { Laid::plain(text) };
    with_context(case, kind, lang, |context| (rule.check)(context, &laid).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn every_rule_is_documented_and_keeps_its_examples() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let case = example("cartons");
    let mut ids = BTreeSet::new();
    let mut wrong = Vec::new();
    for rule in RULES {
        assert!(ids.insert(rule.id), "{} twice", rule.id);
        assert!(rule.about.0.chars().count() > 10 && rule.about.1.len() > 20, "{}", rule.id);
        assert!(!rule.audiences.is_empty());
        let kind = kind_of(rule, &library);
        for lang in Lang::ALL {
            for (examples, must_find) in [(rule.failing, true), (rule.passing, false)] {
                let texts: Vec<_> = examples.iter().filter(|example| example.lang == lang).collect();
                assert!(texts.len() >= 2, "{} {lang}: {} examples", rule.id, texts.len());
                for one in texts {
                    let found = ask(rule, &case, kind, lang, one.text);
                    if found.is_empty() == must_find {
                        wrong.push(format!("{} {lang} must_find={must_find}: {} -> {found:?}", rule.id, one.text));
                    }
                    for finding in found {
                        assert_eq!(finding.rule, rule.id);
                        assert!(!finding.message.ja.is_empty() && !finding.message.en.is_empty());
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_built_in_documents_have_no_error() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut wrong = Vec::new();
    for kind in library.kinds() {
        for name in ["cartons", "onboarding"] {
            let case = example(name);
            for lang in Lang::ALL {
                let document = builtin(&library, &kind.id, &case, lang);
                let laid = document.lay();
                let reviewed = with_context(&case, kind, lang, |context| {
                    Reviewed::of(document.clone(), context).unwrap_or_else(|error| panic!("{error}"))
                });
                for finding in reviewed.findings() {
                    let text = &laid.text[finding.span.clone()];
                    wrong.push(format!(
                        "{} {name} {lang}: {:?} {} `{text}` {}",
                        kind.id, finding.severity, finding.rule, finding.message.en
                    ));
                }
                // The same text as a file, without its sections and citations.
                let plain = with_context(&case, kind, lang, |context| {
                    tsukuroi::review::review(context, &Laid::plain(&laid.text), tsukuroi::review::Scope::Document)
                        .unwrap_or_else(|error| panic!("{error}"))
                });
                for finding in plain.iter().filter(|finding| finding.severity == Severity::Error) {
                    let text = &laid.text[finding.span.clone()];
                    wrong.push(format!(
                        "{} {name} {lang} as a file: {} `{text}` {}",
                        kind.id, finding.rule, finding.message.en
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_section_of_the_wording_passes_by_itself() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut wrong = Vec::new();
    for kind in library.kinds() {
        for name in ["cartons", "onboarding"] {
            let case = example(name);
            for lang in Lang::ALL {
                let facts = Facts::of(&case, kind.spec.audience, lang);
                let wording =
                    library.draftable(kind, &facts).expect("nothing missing").sources().expect("templates").wording;
                for (section, text) in wording {
                    let laid = Laid::section(&section, &text);
                    let found = with_context(&case, kind, lang, |context| {
                        tsukuroi::review::review(context, &laid, tsukuroi::review::Scope::Section)
                            .unwrap_or_else(|error| panic!("{error}"))
                    });
                    for finding in found.iter().filter(|finding| finding.severity == Severity::Error) {
                        wrong.push(format!(
                            "{} {name} {lang} {section}: {} `{}`",
                            kind.id,
                            finding.rule,
                            &laid.text[finding.span.clone()]
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_instruction_in_a_pasted_mail_is_seen() {
    let case = example("cartons");
    let facts = Facts::of(&case, Audience::Internal, Lang::Ja);
    let mail = facts.timeline.iter().find_map(|event| event.quote.as_ref()).expect("the mail");
    assert_eq!(tsukuroi::review::instructions_in(mail.shown()).len(), 1);
}
