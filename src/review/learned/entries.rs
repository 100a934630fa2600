//! Which entry of the case a sentence tells of, and of what sort that is: decided, proposed, disputed, withheld.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::facts::read::{Path, Visitor};
use crate::facts::{Facts, Text};
use crate::lang::Lang;
use crate::review::topic::Topic;

/// Words an entry has beyond those it must have: a long one shares words with every sentence.
const LONG: f32 = 8.0;
/// How many of the entries with most in common are looked at.
const NEAREST: usize = 3;

/// The entries of a whole case by their words, and what sort each is of.
#[derive(Debug)]
pub(super) struct Entries {
    entries: Vec<Entry>,
    /// The entries that have a word.
    having: HashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Entry {
    sort: String,
    words: usize,
}

/// What of a sentence the case has.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Nearest<'a> {
    /// The sort of the entry with most in common.
    pub(super) sort: &'a str,
    /// Those of the next ones.
    pub(super) beside: Vec<&'a str>,
    /// How many words of the sentence the nearest has, in fifths of them.
    pub(super) fifths: usize,
    /// How many those nearest have together.
    pub(super) together: usize,
    /// How many words of the sentence the nearest lacks.
    pub(super) lacking: usize,
}

impl Entries {
    /// Those of a case.
    pub(super) fn of(whole: &Facts) -> Self {
        let ids = whole.entry_ids().into_iter().map(|id| id.to_string()).collect();
        let mut gather = Gather { ids, lang: whole.lang(), topics: BTreeMap::new() };
        whole.walk(&mut gather);
        let sorts = sorts(whole);
        let mut found = Self { entries: Vec::new(), having: HashMap::new() };
        for ((group, id), topic) in gather.topics {
            if topic.len() == 0 {
                continue;
            }
            let sort = match sorts.get(&id) {
                Some(sort) => format!("{group}:{sort}"),
                None => group,
            };
            for word in topic.words() {
                found.having.entry(word.to_owned()).or_default().push(found.entries.len());
            }
            found.entries.push(Entry { sort, words: topic.len() });
        }
        found
    }

    /// The entries that have most in common with a sentence; none where it shares no word with the case.
    pub(super) fn nearest(&self, sentence: &Topic) -> Option<Nearest<'_>> {
        let mut shared = vec![0_usize; self.entries.len()];
        for place in sentence.words().filter_map(|word| self.having.get(word)).flatten() {
            if let Some(shared) = shared.get_mut(*place) {
                *shared += 1;
            }
        }
        let near = |shared: usize, entry: &Entry| shared as f32 / (LONG + entry.words as f32).sqrt();
        let mut found: Vec<(f32, usize)> = shared
            .iter()
            .zip(&self.entries)
            .enumerate()
            .filter(|(_, (shared, _))| **shared > 0)
            .map(|(place, (shared, entry))| (near(*shared, entry), place))
            .collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found.truncate(NEAREST);
        let places: BTreeSet<usize> = found.iter().map(|(_, place)| *place).collect();
        let mut sorts = found.iter().filter_map(|(_, place)| Some(self.entries.get(*place)?.sort.as_str()));
        let sort = sorts.next()?;
        let has = *shared.get(found.first()?.1)?;
        let together = sentence
            .words()
            .filter(|word| self.having.get(*word).is_some_and(|having| having.iter().any(|at| places.contains(at))));
        let fifths = |count: usize| (count * 5 / sentence.len().max(1)).min(4);
        Some(Nearest {
            sort,
            beside: sorts.collect(),
            fifths: fifths(has),
            together: fifths(together.count()),
            lacking: sentence.len() - has,
        })
    }
}

/// How sure each entry is and who may see it, by its id.
fn sorts(whole: &Facts) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut add = |id: &crate::facts::Id, words: &[&str]| found.insert(id.to_string(), words.join(":"));
    for event in &whole.timeline {
        add(&event.id, &[event.status.word(), event.visibility.word()]);
    }
    for action in &whole.actions {
        add(&action.id, &[action.status.word(), action.visibility.word()]);
    }
    for remedy in &whole.compensation {
        add(&remedy.id, &[remedy.status.word()]);
    }
    for cause in &whole.causes {
        add(&cause.id, &[cause.status.word(), cause.visibility.word()]);
    }
    for position in &whole.positions {
        add(&position.id, &[position.kind.word(), position.status.word()]);
    }
    found
}

/// Gathers the words of each entry. What belongs to none goes by the table it stands in; the versions of both sides are
/// entries of their own as well.
struct Gather {
    ids: BTreeSet<String>,
    lang: Lang,
    topics: BTreeMap<(String, String), Topic>,
}

impl Visitor for Gather {
    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let Some(text) = text.get(self.lang) else { return };
        let steps = path.steps();
        let at = steps.iter().position(|step| self.ids.contains(*step));
        let (group, id) = match at {
            Some(at) => (steps.iter().take(at).copied().collect::<Vec<_>>().join("."), steps.get(at).copied()),
            None => (steps.iter().take(steps.len().saturating_sub(1)).copied().collect::<Vec<_>>().join("."), None),
        };
        let people = ["sender", "client", "case", "client_people", "own_people"];
        if group.split('.').next().is_some_and(|first| people.contains(&first)) {
            return;
        }
        let topic = Topic::of(text, self.lang);
        let field = steps.last().copied().unwrap_or_default();
        if let ("client_version" | "our_version", Some(id)) = (field, id) {
            let own = self.topics.entry((field.to_owned(), format!("{id}/{field}"))).or_default();
            *own = own.with(&topic);
        }
        let entry = self.topics.entry((group, id.unwrap_or_default().to_owned())).or_default();
        *entry = entry.with(&topic);
    }
}

#[cfg(test)]
mod tests {
    use super::Entries;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::fixture::Bench;
    use crate::review::topic::Topic;

    #[test]
    fn a_sentence_tells_of_the_entry_it_shares_most_with() {
        let fixture = Bench::of("cartons", Audience::Client, Lang::Ja, "client-apology-letter");
        let context = fixture.context();
        let entries = Entries::of(context.withheld.whole());
        let sort = |text: &str| {
            let nearest = entries.nearest(&Topic::of(text, Lang::Ja));
            nearest.map(|nearest| nearest.sort.to_owned()).unwrap_or_default()
        };
        assert_eq!(sort("納入の予定を一覧にして、毎週金曜日にお送りします。"), "actions:planned:client");
        assert_eq!(sort("ありがとうございます。"), "");
    }
}
