//! What an audience may not see: for the review alone, never for a prompt or a wording.

use crate::facts::read::{Field, Path, Visitor};
use crate::facts::{
    Action, Case, Compensation, DoNotTell, Event, Groups, Id, OwnPerson, Position, Progress, RemedyStatus, Status, Text,
};
use crate::lang::Lang;

use super::{Audience, Facts, Identifiers};

/// The whole case beside what one audience sees of it, so that a review can tell a leak from an invention.
#[derive(Clone, Debug)]
pub struct Withheld {
    groups: Groups,
    whole: Facts,
    audience: Audience,
    seen: Vec<Id>,
    identifiers: Option<Identifiers>,
}

/// A text of the case that the audience may not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The entry it stands in, where it is in one.
    pub id: Option<Id>,
    /// The way to it: `constraints.K1.what`.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// The text.
    pub text: String,
}

impl Withheld {
    /// What the audience of a view may not see of its case.
    #[must_use]
    pub fn of(case: &Case, facts: &Facts) -> Self {
        let nameless = facts.audience() == Audience::Expert;
        Self {
            groups: case.groups.clone(),
            whole: Facts::whole(case, facts.audience(), facts.lang()),
            audience: facts.audience(),
            seen: facts.entry_ids(),
            identifiers: nameless.then(|| Identifiers::of(&case.groups, facts.lang())),
        }
    }

    /// The whole case, seen or not, so that what is withheld is told from what nobody knows.
    #[must_use]
    pub fn whole(&self) -> &Facts {
        &self.whole
    }

    /// By what the case can be recognised, for an audience that may not recognise it.
    #[must_use]
    pub fn identifiers(&self) -> Option<&Identifiers> {
        self.identifiers.as_ref()
    }

    /// Entries of the do-not-tell list that bind this audience's documents.
    pub fn do_not_tell(&self) -> impl Iterator<Item = &DoNotTell> {
        let audience = self.audience;
        self.groups.do_not_tell.iter().filter(move |entry| !audience.sees(entry.visibility))
    }

    /// Disputed and unverified events, seen or not, with both versions and the words that take sides.
    pub fn unsettled(&self) -> impl Iterator<Item = &Event> {
        self.groups.timeline.iter().filter(|event| matches!(event.status, Status::Disputed | Status::Unverified))
    }

    /// Actions that nobody has decided.
    pub fn proposed(&self) -> impl Iterator<Item = &Action> {
        self.groups.actions.iter().filter(|action| action.status == Progress::Proposed)
    }

    /// Remedies that nobody has authorised.
    pub fn unauthorised(&self) -> impl Iterator<Item = &Compensation> {
        self.groups.compensation.iter().filter(|entry| entry.status != RemedyStatus::Authorised)
    }

    /// Pasted words: quoted material that may hold instructions. With the entry they stand in.
    #[must_use]
    pub fn quotes(&self) -> Vec<(&Id, &Text)> {
        let events = self.groups.timeline.iter().filter_map(|event| Some((&event.id, event.quote.as_ref()?)));
        let positions = self.groups.positions.iter().filter_map(|entry| Some((&entry.id, entry.quote.as_ref()?)));
        events.chain(positions).collect()
    }

    /// Whether the audience knows of a change of representative.
    fn change_is_told(&self) -> bool {
        self.groups.change_option.as_ref().is_some_and(|option| self.seen.contains(&option.id))
    }

    /// What the client says happened or asks for, in the client's own words.
    pub fn claims(&self) -> impl Iterator<Item = &Position> {
        self.groups.positions.iter().filter(|position| position.quote.is_some())
    }

    /// People of the own side whom a document to the client may not name.
    pub fn unnamed(&self) -> impl Iterator<Item = &OwnPerson> {
        let hidden = self.audience == Audience::Client;
        let sender = &self.groups.sender;
        self.groups.own_people.iter().filter(move |person| {
            hidden && !person.named && person.key != sender.person && Some(&person.key) != sender.signatory.as_ref()
        })
    }

    /// Every text of entries that are not in view, and every text inside visible entries that was taken out
    /// (remarks, quotes, feedback), in the languages the case gives.
    #[must_use]
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Remarks { withheld: self, id: None, found: Vec::new() };
        self.groups.walk(&Path::ROOT, &mut remarks);
        remarks.found
    }
}

struct Remarks<'a> {
    withheld: &'a Withheld,
    id: Option<Id>,
    found: Vec<Remark>,
}

impl Visitor for Remarks<'_> {
    fn entry(&mut self, _: &Path<'_>, id: &Id, _: &crate::facts::read::Span) {
        self.id = Some(id.clone());
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let steps = path.steps();
        // The entry the text stands in is the last id on its way.
        let id = self.id.clone().filter(|id| steps.contains(&id.as_str()) || steps.len() == 2);
        let audience = self.withheld.audience;
        let hears_rep = matches!(audience, Audience::Rep | Audience::Personnel);
        let client = audience == Audience::Client;
        // What the client said itself is no secret to it, and what an event in view came to is none either.
        let told = |entry: &[&str]| id.as_ref().is_some_and(|id| self.withheld.seen.contains(id)) && !entry.is_empty();
        let asked = || {
            let mut asked = self.withheld.unauthorised().filter(|entry| entry.status == RemedyStatus::Requested);
            asked.any(|entry| Some(&entry.id) == id.as_ref())
        };
        // Whoever is asked about words said without authority is told of the talk in which they fell.
        let asked_about = || {
            let event = self.withheld.groups.timeline.iter().find(|event| Some(&event.id) == id.as_ref());
            event.is_some_and(|event| {
                self.withheld.groups.compensation.iter().any(|entry| {
                    entry.status == RemedyStatus::SaidWithoutAuthority
                        && self.withheld.seen.contains(&entry.id)
                        && event.from.as_ref() == Some(&entry.by)
                        && event.date == entry.date
                })
            })
        };
        let hidden = match steps.as_slice() {
            ["positions", ..] if client || audience == Audience::Rep => false,
            ["timeline", _, "quote"] if told(&steps) => false,
            ["timeline", _, "feedback", "situation" | "behaviour" | "impact" | "next"] if told(&steps) => false,
            ["compensation", ..] if client && asked() => false,
            ["went_well" | "prevention", ..] if client => false,
            ["change_option", .., "fit"] if client && self.withheld.change_is_told() => false,
            ["constraints" | "wellbeing", ..] => !id.as_ref().is_some_and(|id| self.withheld.seen.contains(id)),
            ["do_not_tell", ..] => false,
            [.., "quote" | "note"] => !audience.is_inside(),
            ["timeline", _, "feedback", ..] => !hears_rep,
            ["timeline", ..] if audience == Audience::Expert && asked_about() => false,
            ["rep", "strengths" | "successes", ..] if audience == Audience::Successor => false,
            ["rep", ..] => !hears_rep,
            // How a change was weighed; when and how it is done is for everybody who learns of it.
            ["change_option", .., "handover"] => !id.as_ref().is_some_and(|id| self.withheld.seen.contains(id)),
            // What the rep thinks of it, whoever takes over hears from the rep.
            ["change_option", .., "rep_view"] if audience == Audience::Successor => false,
            ["change_option", ..] => matches!(audience, Audience::Client | Audience::Rep | Audience::Successor),
            // What is asked of other departments is no secret of its own: it follows from the actions.
            ["requests", ..] => false,
            // Said to the client in so many words.
            ["prep", "questions" | "expected", ..] => false,
            ["client" | "client_people" | "own_people" | "sender" | "case", ..] => false,
            _ => id.as_ref().is_some_and(|id| !self.withheld.seen.contains(id)),
        };
        if hidden {
            let made = text.each().map(|(lang, text)| Remark {
                id: id.clone(),
                path: path.to_string(),
                lang,
                text: text.to_owned(),
            });
            self.found.extend(made);
        }
    }
}
