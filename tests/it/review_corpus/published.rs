//! The table of figures in the READMEs: what the corpus says, and nothing else.

use std::collections::BTreeSet;

use super::score::Scores;
use crate::support::path;

const BEGIN: &str = "<!-- figures of the review -->\n";
const END: &str = "<!-- end of the figures -->\n";

/// Compares the table in both READMEs with what was measured; renews it where `UPDATE_FIGURES` is set. Gives what is
/// wrong.
pub(super) fn out_of_step(all: &Scores, unseen: &Scores) -> Vec<String> {
    let heads = [
        (
            "README.md",
            "| Rule | All texts: recall / precision | Unseen texts: recall / precision |",
            "clean texts with a false error",
        ),
        ("README.ja.md", "| 規則 | 全文: 再現率 / 適合率 | 未見の文: 再現率 / 適合率 |", "誤ったエラーの出た正しい文"),
    ];
    let mut wrong = Vec::new();
    for (name, head, clean) in heads {
        let file = path(name);
        let text = std::fs::read_to_string(&file).unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap_or_else(|| panic!("{name} lacks {BEGIN}"));
        let (shown, after) = rest.split_once(END).unwrap_or_else(|| panic!("{name} lacks {END}"));
        let table = table(all, unseen, head, clean);
        if shown == table {
            continue;
        }
        if std::env::var_os("UPDATE_FIGURES").is_some() {
            std::fs::write(&file, [before, BEGIN, &table, END, after].concat()).unwrap();
        } else {
            wrong.push(format!("{name}: renew its figures with UPDATE_FIGURES=1 cargo test --test it review_corpus"));
        }
    }
    wrong
}

fn table(all: &Scores, unseen: &Scores, head: &str, clean: &str) -> String {
    let rules: BTreeSet<&String> = all.rules.keys().collect();
    let mut lines = vec![head.to_owned(), "|---|---|---|".to_owned()];
    for rule in rules {
        let cell = |scores: &Scores| {
            let score = scores.rules.get(rule).copied().unwrap_or_default();
            let labelled = score.hits + score.misses;
            match (labelled, score.hits + score.alarms) {
                (0, _) => "–".to_owned(),
                // Of no finding nothing can be said.
                (_, 0) => format!("{} / – ({labelled})", score.recall()),
                _ => format!("{} / {} ({labelled})", score.recall(), score.precision()),
            }
        };
        lines.push(format!("| `{rule}` | {} | {} |", cell(all), cell(unseen)));
    }
    let share = |scores: &Scores| format!("{} / {}", scores.false_errors, scores.clean);
    lines.push(format!("| {clean} | {} | {} |", share(all), share(unseen)));
    lines.join("\n") + "\n"
}
