//! Each rule on words of no corpus: what must be found and what must be left alone, a file a rule.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::fixture::Bench;
use crate::lang::Lang;
use crate::review::{RULES, Severity};

/// Texts of a rule in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    ja: Texts,
    en: Texts,
}

/// Texts in which the rule must find something, and texts in which it must find nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    found: Vec<String>,
    clean: Vec<String>,
}

#[test]
fn other_words_for_the_same_fault_are_found_and_near_ones_left_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/review/tests/paraphrases");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let id = file.file_stem().unwrap().to_str().unwrap();
        let rule = RULES.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}"));
        let table: Table =
            toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{id}: {error}"));
        for (lang, texts) in [(Lang::Ja, table.ja), (Lang::En, table.en)] {
            assert!(texts.found.len() >= 10 && texts.clean.len() >= 10, "{id}: ten of each");
            let audience = rule.audiences[0];
            let kind = rule.kinds.first().copied().unwrap_or("client-apology-letter");
            let bench = Bench::of("cartons", audience, lang, kind);
            for (text, faulty) in
                texts.found.iter().map(|text| (text, true)).chain(texts.clean.iter().map(|text| (text, false)))
            {
                let (laid, findings) = bench.judge(rule, text);
                let grave = |severity| severity > Severity::Hint || id == "false-empathy";
                let found: Vec<&str> = findings
                    .iter()
                    .filter(|finding| grave(finding.severity))
                    .map(|finding| &laid.text[finding.span.clone()])
                    .collect();
                if found.is_empty() == faulty {
                    wrong.push(format!("{id}: {} {text} {found:?}", if faulty { "missed" } else { "false" }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
