//! Texts written for the client's ear, said inside the company: 貴社 becomes 先方, 弊社 becomes 当社, "you" the client.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::facts::read::Field;
use crate::facts::{Groups, Text};
use crate::lang::Lang;

/// "your", "you were", "you": the client spoken to.
static YOU: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?-u:\b)(?i:(yours|your|you)(?: (are|were|have|do))?)(?-u:\b)";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// Respectful words for the client's organisation, by entity.
const RESPECTFUL: [&str; 6] = ["貴社", "貴院", "貴法人", "貴校", "貴行", "貴組合"];

/// Says the texts that a client may read in the words of the own company. Pasted words, feedback to the rep and
/// questions to the client keep theirs: they are spoken to somebody.
/// `client` is the word for the client's organisation.
pub(super) fn speak_of(client: &str, groups: &mut Groups, lang: Lang) {
    let mut change = |text: &mut Text| {
        if let Some(shown) = text.get(lang) {
            let said = lang.pick(japanese as fn(&str, &str) -> String, english)(shown, client);
            text.set(lang, said);
        }
    };
    for event in &mut groups.timeline {
        let spoken = (event.quote.take(), event.feedback.take());
        event.walk_mut(&mut change);
        (event.quote, event.feedback) = spoken;
    }
    for position in &mut groups.positions {
        let quote = position.quote.take();
        position.walk_mut(&mut change);
        position.quote = quote;
    }
    if let Some(rep) = &mut groups.rep {
        // What is said to the rep elsewhere is said of the rep here.
        let mut of_rep = |text: &mut Text| {
            if lang == Lang::En
                && let Some(shown) = text.get(lang)
            {
                text.set(lang, english(shown, "the representative"));
            }
        };
        rep.successes.walk_mut(&mut of_rep);
        rep.strengths.walk_mut(&mut of_rep);
    }
    groups.incident.walk_mut(&mut change);
    groups.causes.walk_mut(&mut change);
    groups.actions.walk_mut(&mut change);
    groups.compensation.walk_mut(&mut change);
    groups.meeting.walk_mut(&mut change);
    groups.cadence.walk_mut(&mut change);
    groups.contact_setup.walk_mut(&mut change);
    groups.own_people.walk_mut(&mut change);
}

fn japanese(text: &str, client: &str) -> String {
    RESPECTFUL.iter().fold(text.replace("弊社", "当社"), |text, word| text.replace(word, client))
}

/// "you" as somebody spoken of.
fn english(text: &str, client: &str) -> String {
    YOU.replace_all(text, |found: &Captures<'_>| {
        let word = &found[1];
        let said = if word.eq_ignore_ascii_case("you") { client.to_owned() } else { format!("{client}'s") };
        let capital = |said: &str| said.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
        let said = if word.starts_with('Y') { capital(&said) + said.get(1..).unwrap_or_default() } else { said };
        match found.get(2).map(|verb| verb.as_str()) {
            Some("are") => said + " is",
            Some("were") => said + " was",
            Some("have") => said + " has",
            Some("do") => said + " does",
            _ => said,
        }
    })
    .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_is_spoken_of_and_not_to() {
        assert_eq!(japanese("貴社からのご指摘を弊社が承りました。", "先方"), "先方からのご指摘を当社が承りました。");
        assert_eq!(
            english("you were told by us, and your order of thyme was yours.", "the client"),
            "the client was told by us, and the client's order of thyme was the client's."
        );
        assert_eq!(english("You have heard from us.", "the client"), "The client has heard from us.");
    }
}
