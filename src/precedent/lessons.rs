//! Lessons of precedents, ready to be put into a case file.

use std::collections::BTreeSet;

use super::Match;
use super::learnt::{lesson_in, nameless_source};
use crate::facts::Case;
use crate::lang::Lang;

/// Letter of the ids of lessons.
const LETTER: char = 'Y';

/// The entries for a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lessons {
    /// TOML to put at the end of the case file; empty where there is nothing to add.
    pub toml: String,
    /// How many entries it has.
    pub count: usize,
    /// Precedents the case file quotes already.
    pub known: Vec<String>,
    /// Precedents that give no lesson and say of nothing that it helped.
    pub silent: Vec<String>,
}

/// The lessons of precedents as `[[lessons]]` entries for a case: anonymous, in every language they are written in,
/// with ids the case does not use.
#[must_use]
pub fn lessons(case: &Case, matches: &[Match<'_>], lang: Lang) -> Lessons {
    let taken: BTreeSet<String> = case.groups.ids().into_iter().map(|(id, _)| id.as_str().to_owned()).collect();
    let mut free = (1..1000).map(|number| format!("{LETTER}{number}")).filter(|id| !taken.contains(id));
    let quoted: BTreeSet<&str> = case.groups.lessons.iter().filter_map(|lesson| lesson.source.as_deref()).collect();
    let head = lang.pick(
        "# 似た事案の教訓（名前は伏せています）。事案ファイルの末尾に貼り付け、要らないものは消してください。",
        "# Lessons of similar cases, without names. Put them at the end of the case file; delete what you do not need.",
    );
    let mut lessons = Lessons { toml: String::new(), count: 0, known: Vec::new(), silent: Vec::new() };
    for found in matches {
        let source = nameless_source(found.precedent);
        if quoted.contains(source.as_str()) {
            lessons.known.push(source);
            continue;
        }
        let texts: Vec<(Lang, String)> =
            Lang::ALL.into_iter().filter_map(|lang| Some((lang, lesson_in(found.precedent, lang)?))).collect();
        let Some(id) = (if texts.is_empty() { None } else { free.next() }) else {
            lessons.silent.push(source);
            continue;
        };
        let entry = entry(&id, &texts, &source);
        if texts.iter().any(|(of, _)| *of == case.groups.case.lang) {
            lessons.toml += &entry;
        } else {
            // In the file it would stop every document in the case's language.
            lessons.toml +=
                lang.pick("\n# 次の教訓は、訳してから使ってください。", "\n# Translate this lesson before you use it.");
            lessons.toml += &entry.replace('\n', "\n# ");
            lessons.toml = lessons.toml.trim_end_matches("# ").to_owned();
        }
        lessons.count += 1;
    }
    if lessons.count > 0 {
        lessons.toml.insert_str(0, &format!("\n{head}\n"));
    }
    lessons
}

fn entry(id: &str, texts: &[(Lang, String)], source: &str) -> String {
    let texts: Vec<String> = texts.iter().map(|(lang, text)| format!("{lang} = {}", quote(text))).collect();
    let (text, source) = (texts.join(", "), quote(source));
    format!("\n[[lessons]]\nid = \"{id}\"\ntext = {{ {text} }}\nsource = {source}\n")
}

/// A TOML string.
fn quote(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
