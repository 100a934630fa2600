//! What must hold between the entries of a case.

use std::collections::BTreeSet;

use super::case::{Groups, Progress, RemedyStatus};
use super::read::{Field, Path, Reader, Visitor};
use super::{Id, Key, Status, Text};
use crate::lang::Message;

/// Tells the reader every contradiction between entries that makes the case unusable.
pub(super) fn validate(groups: &Groups, reader: &Reader) {
    unique_ids(groups, reader);
    known_people(groups, reader);
    statements(groups, reader);
    one_line(groups, reader);
}

fn unique_ids(groups: &Groups, reader: &Reader) {
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    for (id, span) in groups.ids() {
        if !seen.insert(id.clone()) {
            reader.problem(
                span,
                Message::new(format!("番号 {id} が二度使われています"), format!("the id {id} is used twice")),
                Message::new("番号はファイル全体で一つずつにしてください", "every id may stand once in the whole file"),
            );
        }
    }
    let mut keys: Vec<&Key> = Vec::new();
    let people = groups.client_people.iter().map(|person| &person.key);
    for key in people.chain(groups.own_people.iter().map(|person| &person.key)) {
        if keys.contains(&key) {
            reader.problem(
                key.span(),
                Message::new(
                    format!("人物のキー {key} が二度使われています"),
                    format!("the key {key} is used for two people"),
                ),
                Message::new("別の語にしてください", "choose another word"),
            );
        }
        keys.push(key);
    }
}

/// Every reference to a person must lead to one, on the right side.
fn known_people(groups: &Groups, reader: &Reader) {
    struct Known<'a> {
        own: Vec<&'a Key>,
        client: Vec<&'a Key>,
        reader: &'a Reader,
    }
    impl Visitor for Known<'_> {
        fn key(&mut self, path: &Path<'_>, key: &Key) {
            let steps = path.steps();
            let (own, client) = match (steps.first(), steps.last()) {
                (_, Some(&"key")) => return,
                (Some(&"positions"), _) => (false, true),
                (Some(&"timeline" | &"compensation"), _) => (true, true),
                _ => (true, false),
            };
            if (own && self.own.contains(&key)) || (client && self.client.contains(&key)) {
                return;
            }
            let list = match (own, client) {
                (true, true) => "client_people / own_people",
                (false, _) => "client_people",
                (true, false) => "own_people",
            };
            self.reader.problem(
                key.span(),
                Message::new(
                    format!("人物 `{key}` が {list} にありません"),
                    format!("there is no person `{key}` in {list}"),
                ),
                Message::new(
                    format!("key = \"{key}\" の人物を加えるか、つづりを直してください"),
                    format!("add a person with key = \"{key}\", or mend the spelling"),
                ),
            );
        }
    }
    let mut known = Known {
        own: groups.own_people.iter().map(|person| &person.key).collect(),
        client: groups.client_people.iter().map(|person| &person.key).collect(),
        reader,
    };
    Field::walk(groups, &Path::ROOT, &mut known);
}

fn statements(groups: &Groups, reader: &Reader) {
    for event in &groups.timeline {
        let versions = event.our_version.is_some() || event.client_version.is_some();
        if event.status == Status::Disputed && (event.our_version.is_none() || event.client_version.is_none()) {
            reader.problem(
                event.span.clone(),
                Message::new(
                    format!("{}: 認識が分かれている出来事に、双方の言い分がそろっていません", event.id),
                    format!("{}: a disputed event without both versions", event.id),
                ),
                Message::new(
                    "our_version と client_version の両方を書いてください",
                    "write both `our_version` and `client_version`",
                ),
            );
        }
        if event.status != Status::Disputed && versions {
            reader.problem(
                event.span.clone(),
                Message::new(
                    format!("{}: 双方の言い分があるのに status が disputed ではありません", event.id),
                    format!("{}: there are two versions, yet the status is not `disputed`", event.id),
                ),
                Message::new("status = \"disputed\" にしてください", "write status = \"disputed\""),
            );
        }
        if event.lapse.is_some() && event.status != Status::Confirmed {
            reader.problem(
                event.span.clone(),
                Message::new(
                    format!("{}: 確認できていない出来事に落ち度（lapse）は書けません", event.id),
                    format!("{}: a lapse can only stand on a confirmed event", event.id),
                ),
                Message::new(
                    "確認済みの落ち度を別の出来事として書いてください",
                    "write the confirmed lapse as an event of its own",
                ),
            );
        }
    }
    for action in &groups.actions {
        let (needs, given) = match action.status {
            Progress::Done | Progress::InProgress => ("done / from", action.done.is_some() || action.from.is_some()),
            Progress::Planned => {
                ("due / from / until", action.due.is_some() || action.from.is_some() || action.until.is_some())
            }
            Progress::Proposed => continue,
        };
        if !given {
            reader.problem(
                action.span.clone(),
                Message::new(
                    format!("{}: 期日がありません（{needs}）", action.id),
                    format!("{}: no date ({needs})", action.id),
                ),
                Message::new(
                    "期日のない約束は書けません。決まっていなければ status = \"proposed\" にしてください",
                    "a promise needs its date; if none is decided, write status = \"proposed\"",
                ),
            );
        }
    }
    for entry in &groups.compensation {
        if entry.status == RemedyStatus::Authorised && entry.kind != super::Remedy::FreeWork && entry.amount.is_none() {
            reader.problem(
                entry.span.clone(),
                Message::new(
                    format!("{}: 承認された金額がありません", entry.id),
                    format!("{}: authorised without an amount", entry.id),
                ),
                Message::new("amount = … を書いてください", "write `amount = …`"),
            );
        }
    }
}

/// A line break belongs into pasted words alone: elsewhere it would tear a letter or a header apart.
fn one_line(groups: &Groups, reader: &Reader) {
    struct OneLine<'a>(&'a Reader);
    impl Visitor for OneLine<'_> {
        fn text(&mut self, path: &Path<'_>, text: &Text) {
            let quoted = path.steps().last() == Some(&"quote");
            if !quoted && text.each().any(|(_, written)| written.contains('\n')) {
                self.0.hidden('\n', text.span());
            }
        }
    }
    Field::walk(groups, &Path::ROOT, &mut OneLine(reader));
}
