//! Entries of the do-not-tell list by which a leak in one language cannot be seen.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "do-not-tell-words", group: Group::Gap, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for entry in &survey.groups().do_not_tell {
        let lacking =
            Lang::ALL.into_iter().filter(|lang| !entry.words.iter().chain(&entry.also).any(|word| fits(word, *lang)));
        let lacking: Vec<Lang> = lacking.collect();
        if lacking.is_empty() {
            continue;
        }
        let id = &entry.id;
        let ja = lacking.iter().map(|lang| lang.pick("日本語", "英語")).collect::<Vec<_>>().join("と");
        let en = lacking.iter().map(|lang| lang.pick("Japanese", "English")).collect::<Vec<_>>().join(" or ");
        let what = say(
            format!("{id} に{ja}の words がなく、その言語の文書では漏れを見つけられません"),
            format!("{id} has no words in {en}, so a leak in such a document goes unseen"),
        );
        let todo = say(
            "漏れたときに現れる語を words か also に書いてください",
            "write the words that would give it away into `words` or `also`",
        );
        found.push(Found::at(entry.span.start, what, todo).of(id));
    }
    found
}

/// Whether a word can stand in a text of the language. Numbers and codes stand in both.
fn fits(word: &str, lang: Lang) -> bool {
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let code = word.chars().any(|c| c.is_ascii_digit()) && word.is_ascii();
    match lang {
        Lang::Ja => !word.is_ascii() || code,
        Lang::En => word.is_ascii() && (latin > 0 || code),
    }
}
