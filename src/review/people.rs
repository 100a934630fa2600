//! The people of a case as a text names them.

use crate::facts::{ClientPerson, Facts, Withheld, family_name, name_parts};
use crate::lang::Lang;

/// Somebody's name in the language of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    /// The family name.
    pub(super) family: String,
    /// The given name; empty where only one name is known.
    pub(super) given: String,
}

impl Called {
    fn of(name: &str, lang: Lang) -> Self {
        let family = family_name(name, lang).to_owned();
        let given = name_parts(name).find(|part| *part != family).unwrap_or_default().to_owned();
        Self { family, given }
    }

    /// A pattern for the name: the family name, with or without the given name behind it (in English before it).
    pub(super) fn pattern(&self, lang: Lang) -> String {
        let (family, given) = (regex::escape(&self.family), regex::escape(&self.given));
        match lang {
            _ if given.is_empty() => family,
            Lang::Ja => format!("{family}(?:[ ・]?{given})?"),
            Lang::En => format!("(?:{given} )?{family}"),
        }
    }
}

/// The own people, also those whom the document may not name, without those who share their family name with somebody of the client.
pub(super) fn own(facts: &Facts, withheld: &Withheld) -> Vec<Called> {
    let client = client(facts);
    let lang = facts.lang();
    // Whoever is not named stands under the name of a department.
    let named = facts.own_people.iter().filter(|person| person.client_label.as_ref() != Some(&person.name));
    let seen = named.map(|person| Called::of(person.name.shown(), lang));
    let hidden = withheld.unnamed().filter_map(|person| Some(Called::of(person.name.get(lang)?, lang)));
    seen.chain(hidden)
        .filter(|own| !own.family.is_empty() && !client.iter().any(|(_, other)| other.family == own.family))
        .collect()
}

/// The client's people, with their names.
pub(super) fn client(facts: &Facts) -> Vec<(&ClientPerson, Called)> {
    let all = facts.client_people.iter().map(|person| (person, Called::of(person.name.shown(), facts.lang())));
    all.filter(|(_, called)| !called.family.is_empty()).collect()
}

/// An alternation of names; none where there are none.
pub(super) fn any_of<'a>(people: impl Iterator<Item = &'a Called>, lang: Lang) -> Option<String> {
    let names: Vec<String> = people.map(|called| called.pattern(lang)).collect();
    (!names.is_empty()).then(|| format!("(?:{})", names.join("|")))
}
