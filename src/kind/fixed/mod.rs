//! Sections that code lays from the facts: what must be right to the digit is never left to a model.

mod candidates;
mod chronology;
mod consultation;
mod decision;
mod gate;
mod gate_evidence;
mod guidance;
mod head;
mod log;
mod measures;
mod measures_by_type;
mod memo;
mod open_items;
mod parties;
mod people;
mod plan;
mod preparation;
mod promises;
mod remedy_states;
mod reports;
mod requests;
mod salutation;
mod signature;
mod status;
mod successor;
mod support_plan;
mod talk;
mod timeline;
mod tried;
mod versions;
mod whys;

use serde::Deserialize;

pub use memo::Recipient;
pub(super) use timeline::capitalised;
pub(super) use whys::levels;

use super::document::Block;
use super::spec::Spec;
use super::speech::Speech;
use crate::facts::Facts;

/// The fixed sections there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fixed {
    /// The date of the document.
    Date,
    /// 宛名: who it goes to.
    Addressee,
    /// 差出人: who it is from, at the head of a Japanese letter.
    Sender,
    /// 件名: the subject line or the title.
    Subject,
    /// 頭語 or the salutation.
    Opening,
    /// 結語, or the English closing with the signature.
    Ending,
    /// The signature of an e-mail.
    Signature,
    /// The events with date, fact and basis.
    Timeline,
    /// What the two sides remember differently, in parallel wording.
    Versions,
    /// The actions with dates.
    Measures,
    /// The actions as a table with who, when and how they are checked.
    Plan,
    /// How far the actions are, what is late first.
    Status,
    /// 記: the dates offered for a visit.
    Candidates,
    /// Who takes over.
    Successor,
    /// What is still open, with dates.
    OpenItems,
    /// The client's people.
    People,
    /// What has been promised or spoken of, and with what authority.
    Promises,
    /// What to do and what to leave.
    Guidance,
    /// What was tried before a change of rep.
    Tried,
    /// What the client has said, with day and means.
    Quotes,
    /// Earlier frictions.
    Frictions,
    /// Open questions for listening.
    ListeningQuestions,
    /// What is not agreed to on the spot.
    RedLines,
    /// 想定問答.
    Expected,
    /// Every event with source and status.
    Log,
    /// The disputed points side by side.
    Disputes,
    /// What is not known yet, with who finds out until when.
    Gaps,
    /// The chain of whys.
    Whys,
    /// What the company does for the rep.
    Support,
    /// How the rep meets this client for now.
    ContactRules,
    /// Goals that can be measured.
    Goals,
    /// What other departments are asked for.
    Requests,
    /// The measures by type, ideas marked as such.
    MeasuresByType,
    /// The last-resort gate.
    Gate,
    /// 決裁欄.
    Decision,
    /// The reports to come.
    Reports,
    /// 以上.
    End,
    /// The head of a memo: secrecy, date, to whom, from whom.
    MemoHead,
    /// The head of a note for a talk.
    TalkHead,
    /// The date of the next talk.
    TalkNext,
    /// Who is who, by role.
    Parties,
    /// What happened, who to whom, and whether it is agreed.
    Chronology,
    /// Money and other remedies with where each stands.
    RemedyStates,
    /// What the client has not been told.
    Undisclosed,
    /// The questions to an adviser, numbered.
    Questions,
    /// What there is to show, and what is missing.
    EvidenceHeld,
    /// By when an adviser's answer is needed.
    AnswerBy,
}

/// What a fixed section is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet<'a> {
    facts: &'a Facts,
    spec: &'a Spec,
    speech: Speech<'a>,
}

/// The blocks of a fixed section; none where the facts give nothing for it.
#[must_use]
pub(super) fn lay(fixed: Fixed, spec: &Spec, facts: &Facts) -> Vec<Block> {
    let sheet = Sheet { facts, spec, speech: Speech::of(facts) };
    match fixed {
        Fixed::Date => head::date(sheet),
        Fixed::Addressee => head::addressee(sheet),
        Fixed::Sender => head::sender(sheet),
        Fixed::Subject => head::subject(sheet),
        Fixed::Opening => salutation::opening(sheet),
        Fixed::Ending => salutation::ending(sheet),
        Fixed::Signature => signature::signature(sheet),
        Fixed::Timeline => timeline::timeline(sheet),
        Fixed::Versions => versions::versions(sheet),
        Fixed::Measures => measures::measures(sheet),
        Fixed::Plan => plan::plan(sheet),
        Fixed::Status => status::status(sheet),
        Fixed::Candidates => candidates::candidates(sheet),
        Fixed::Successor => successor::successor(sheet),
        Fixed::OpenItems => open_items::open_items(sheet),
        Fixed::People => people::people(sheet),
        Fixed::Promises => promises::promises(sheet),
        Fixed::Guidance => guidance::guidance(sheet),
        Fixed::Tried => tried::tried(sheet),
        Fixed::Quotes => preparation::quotes(sheet),
        Fixed::Frictions => preparation::frictions(sheet),
        Fixed::ListeningQuestions => preparation::questions(sheet),
        Fixed::RedLines => preparation::red_lines(sheet),
        Fixed::Expected => preparation::expected(sheet),
        Fixed::Log => log::log(sheet),
        Fixed::Disputes => log::disputes(sheet),
        Fixed::Gaps => log::gaps(sheet),
        Fixed::Whys => whys::whys(sheet),
        Fixed::Support => support_plan::support(sheet),
        Fixed::ContactRules => support_plan::contact_rules(sheet),
        Fixed::Goals => support_plan::goals(sheet),
        Fixed::Requests => requests::requests(sheet),
        Fixed::MeasuresByType => measures_by_type::measures_by_type(sheet),
        Fixed::Gate => gate::gate(sheet),
        Fixed::Decision => decision::decision(sheet),
        Fixed::Reports => reports::reports(sheet),
        Fixed::End => salutation::end(sheet),
        Fixed::MemoHead => memo::head(sheet),
        Fixed::TalkHead => talk::head(sheet),
        Fixed::TalkNext => talk::next(sheet),
        Fixed::Parties => parties::parties(sheet),
        Fixed::Chronology => chronology::chronology(sheet),
        Fixed::RemedyStates => remedy_states::remedy_states(sheet),
        Fixed::Undisclosed => consultation::undisclosed(sheet),
        Fixed::Questions => consultation::questions(sheet),
        Fixed::EvidenceHeld => consultation::evidence_held(sheet),
        Fixed::AnswerBy => consultation::answer_by(sheet),
    }
}
