//! The five fact rules on many short texts: what is marked is found, what is not marked is not.

use std::ops::Range;

use super::fixture::Bench;
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{RULES, Severity};

/// Texts, a line each; how they are marked stands at the head of the first.
const TEXTS: [(&str, Lang, &str); 3] = [
    ("cartons", Lang::Ja, include_str!("facts/cartons.ja.txt")),
    ("onboarding", Lang::Ja, include_str!("facts/others.ja.txt")),
    ("cartons", Lang::En, include_str!("facts/en.txt")),
];

/// The rules by their marks.
const MARKS: [(char, &str); 6] = [
    ('U', "ungrounded-fact"),
    ('N', "unsupported-claim"),
    ('D', "disputed-as-fact"),
    ('R', "unauthorised-remedy"),
    ('L', "internal-leak"),
    ('C', "commitment-without-record"),
];

/// A text without its marks, and the marked places.
fn marked(line: &str) -> (String, Vec<(&'static str, Range<usize>)>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once(':').expect("a mark");
        let (inside, after) = after.split_once('}').expect("a mark that ends");
        text.push_str(before);
        let rule = MARKS.iter().find(|(letter, _)| mark == letter.to_string()).expect("a known mark").1;
        places.push((rule, text.len()..text.len() + inside.len()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    (text, places)
}

#[test]
fn what_is_marked_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for (first, lang, texts) in TEXTS {
        let mut bench = Bench::of(first, Audience::Client, lang, "any");
        let mut audience = Audience::Client;
        for line in texts.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            if let Some(head) = line.strip_prefix("== ") {
                let (case, word) = head.split_once(' ').unwrap_or((first, head));
                audience = *Audience::ALL.iter().find(|audience| audience.word() == word).expect("an audience");
                bench = Bench::of(case, audience, lang, "any");
                continue;
            }
            let (text, places) = marked(&line.replace("\\n", "\n"));
            let laid = Laid::plain(&text);
            let rules = RULES.iter().filter(|rule| MARKS.iter().any(|(_, id)| *id == rule.id));
            let found: Vec<_> = rules
                .filter(|rule| rule.audiences.contains(&audience))
                .flat_map(|rule| (rule.check)(&bench.context(), &laid).unwrap_or_else(|error| panic!("{error}")))
                .filter(|finding| finding.severity > Severity::Hint)
                .collect();
            let least = |rule: &str| if rule == "unsupported-claim" { Severity::Warn } else { Severity::Error };
            for (rule, place) in &places {
                let hit = |finding: &&crate::review::Finding| {
                    let heard = finding.rule == *rule && finding.severity >= least(rule);
                    heard && finding.span.start < place.end && place.start < finding.span.end
                };
                if !found.iter().any(|finding| hit(&finding)) {
                    wrong.push(format!("MISS  {rule}: {line}"));
                }
            }
            for finding in found.iter().filter(|finding| finding.severity > Severity::Warn) {
                let said = &text[finding.span.clone()];
                // What breaks one rule may well break another.
                let meant =
                    places.iter().any(|(_, place)| finding.span.start < place.end && place.start < finding.span.end);
                if !meant {
                    wrong.push(format!("FALSE {} `{said}` {:?}: {line}", finding.rule, finding.fact));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
