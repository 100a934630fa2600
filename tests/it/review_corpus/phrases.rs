//! Rules judged by single sentences: many ways of saying one thing.

use jiff::civil::date;
use tsukuroi::kind::{Laid, Library};
use tsukuroi::review::{Bearings, Known, RULES, Scope, Severity, review};

use super::sample::cases;
use super::{CLAIM, FACT_RULES};
use crate::support::path;

/// The tables: a head `# case lang kind`, then a sentence a line, `+` where the rule that names the table must speak,
/// `-` where it may not, and in the tables of the fact rules none of them may.
#[test]
fn sentences_are_judged_by_what_they_say() {
    let library = Library::embedded().unwrap();
    let cases = cases();
    let (mut wrong, mut count, mut tables) = (Vec::new(), 0, Vec::new());
    for entry in std::fs::read_dir(path("tests/review_corpus/phrases")).unwrap() {
        let file = entry.unwrap().path();
        let rule = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(RULES.iter().any(|known| known.id == rule), "{rule}.txt is the table of no rule");
        let judged: Vec<&str> = if FACT_RULES.contains(&rule.as_str()) || rule == CLAIM {
            [&FACT_RULES[..], &[CLAIM]].concat()
        } else {
            vec![rule.as_str()]
        };
        let table = std::fs::read_to_string(&file).unwrap();
        let mut head = Vec::new();
        for line in table.lines() {
            if let Some(new) = line.strip_prefix("# ") {
                head = new.split(' ').collect();
                continue;
            }
            let (sign, text) = line.split_once(' ').unwrap();
            let [case, lang, kind] = head.as_slice() else { panic!("{rule}: {line}") };
            let kind = library.kind(kind).unwrap();
            let known = Known {
                case: Some(&cases[*case]),
                kind: Some(kind),
                audience: None,
                lang: Some(lang.parse().unwrap()),
                on: date(2026, 11, 24),
            };
            let bearings = Bearings::of(&known, text);
            let found = review(&bearings.context().by_rules_alone(), &Laid::plain(text), Scope::Section).unwrap();
            let mut found =
                found.iter().filter(|finding| judged.contains(&finding.rule) && finding.severity > Severity::Hint);
            count += 1;
            match sign {
                "+" if !found.any(|finding| finding.rule == rule) => wrong.push(format!("{rule}: missed: {text}")),
                "-" => wrong.extend(found.map(|finding| {
                    let span = text.get(finding.span.clone()).unwrap_or_default();
                    format!("{rule}: {} cries at `{span}`: {text} ({})", finding.rule, finding.message.en)
                })),
                _ => {}
            }
        }
        tables.push(rule);
    }
    assert!(FACT_RULES.iter().all(|rule| tables.iter().any(|table| table == rule)), "a fact rule has no table");
    println!("{} of {count} sentences are judged wrongly", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
