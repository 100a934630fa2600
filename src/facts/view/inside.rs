//! Texts written for the client's ear, said inside the company: 貴社 becomes 先方, 弊社 becomes 当社, "you" the client.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::facts::read::Field;
use crate::facts::{Groups, Text};
use crate::lang::{Lang, fixed};

/// "your", "you were", "you": the client spoken to, with the word before, and the verb where one follows at once.
static YOU: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?-u:\b)(?i:([a-z]+ )?(yours|your|you)(?: (are|were|have|do|receive|confirm|need|ask|want|expect|get|see|find|report|send|use|agree|approve|order|plan|prefer|read|tell|wish|accept|reply|know))?)(?-u:\b)";
    fixed(pattern)
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

/// Words before "you" after which a verb keeps its form, or after which it is not the subject: `did you receive`.
const BEFORE: &[&str] = &[
    "can", "could", "did", "do", "does", "had", "help", "let", "lets", "make", "may", "might", "must", "shall",
    "should", "will", "would", "to", "for", "with", "from", "of", "by",
];

/// The verb of a client spoken of: `receive` → `receives`, `reply` → `replies`.
fn third_person(verb: &str) -> String {
    match verb {
        "are" => "is".to_owned(),
        "were" => "was".to_owned(),
        "have" => "has".to_owned(),
        "do" => "does".to_owned(),
        "reply" => "replies".to_owned(),
        "wish" => "wishes".to_owned(),
        _ => format!("{verb}s"),
    }
}

/// "you" as somebody spoken of.
fn english(text: &str, client: &str) -> String {
    YOU.replace_all(text, |found: &Captures<'_>| {
        let before = found.get(1).map_or("", |before| before.as_str());
        let word = &found[2];
        let said = if word.eq_ignore_ascii_case("you") { client.to_owned() } else { format!("{client}'s") };
        let capital = |said: &str| said.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
        let said = if word.starts_with('Y') { capital(&said) + said.get(1..).unwrap_or_default() } else { said };
        let Some(verb) = found.get(3).map(|verb| verb.as_str()) else { return format!("{before}{said}") };
        let subject = word.eq_ignore_ascii_case("you");
        let plain = !subject || BEFORE.contains(&before.trim_end().to_lowercase().as_str());
        let verb = if plain { verb.to_owned() } else { third_person(verb) };
        format!("{before}{said} {verb}")
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
        assert_eq!(english("You receive it by 17:00.", "the client"), "The client receives it by 17:00.");
        assert_eq!(
            english("until you reply; did you receive it?", "the client"),
            "until the client replies; did the client receive it?"
        );
        assert_eq!(english("Your order form", "the client"), "The client's order form");
    }
}
