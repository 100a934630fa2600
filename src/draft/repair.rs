//! The order to write a section again: the same task, and what was wrong with the text before.

use crate::kind::Prompt;
use crate::review::Finding;

/// Findings told to a model at most: a small model loses the task over a long list.
const MOST: usize = 4;

/// The prompt with the findings of the last try behind its task.
#[must_use]
pub fn repaired(prompt: &Prompt, findings: &[Finding]) -> Prompt {
    let lang = prompt.lang;
    let mut problems: Vec<String> = Vec::new();
    for finding in findings {
        let message = finding.message.text(lang);
        let line = match &finding.suggestion {
            Some(suggestion) => format!("{message} → {}", suggestion.text(lang)),
            None => message.to_owned(),
        };
        if !problems.contains(&line) {
            problems.push(line);
        }
    }
    problems.truncate(MOST);
    let mark = lang.pick("・", "- ");
    let list: Vec<String> = problems.iter().map(|problem| format!("{mark}{problem}")).collect();
    let (head, order) = lang.pick(
        ("前回の文の問題:", "これらの問題がないように、この節の本文を書き直してください。"),
        ("What was wrong with your last text:", "Write the text of this section again without these problems."),
    );
    Prompt { task: format!("{}\n\n{head}\n{}\n{order}", prompt.task, list.join("\n")), ..prompt.clone() }
}

#[cfg(test)]
mod tests {
    use super::repaired;
    use crate::kind::Prompt;
    use crate::lang::{Lang, Message};
    use crate::review::Finding;

    #[test]
    fn the_findings_stand_behind_the_task() {
        let prompt = Prompt {
            section: "apology".to_owned(),
            lang: Lang::Ja,
            system: "s".to_owned(),
            shared: "f".to_owned(),
            task: "お詫びを書く。".to_owned(),
            ids: Vec::new(),
            max_chars: 200,
        };
        let finding = Finding::error("placeholder", 0..1, Message::new("空欄があります", "a blank"));
        let again = repaired(&prompt, &[finding.clone(), finding]);
        assert_eq!(
            again.task,
            "お詫びを書く。\n\n前回の文の問題:\n・空欄があります\nこれらの問題がないように、この節の本文を書き直してください。"
        );
        assert_eq!((again.system, again.shared), (prompt.system, prompt.shared));
    }
}
