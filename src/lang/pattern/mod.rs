//! Patterns that are part of the program.
//!
//! A review asks some three hundred patterns about one letter, and nine in ten of their words are nowhere in it.
//! Compiling them all took more than half the time of a command. Of a [`Pattern`] therefore only those branches are
//! parsed and compiled whose words a text holds near one another ([`outline`], [`grams`]), and only the stretches of the
//! text are searched where they are.

mod case;
mod engine;
mod grams;
mod ordinary;
mod outline;
mod shared;
mod starts;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use regex::Regex;
use regex_automata::util::{captures as groups, iter};
use regex_automata::{Input, meta};
use regex_syntax::hir::Hir;

use engine::Engine;
use ordinary::narrowed;
use outline::Outline;

/// A pattern written in the source, compiled at once and whole. One that is no pattern is a mistake in the program, and
/// the first test that comes by it says so.
///
/// # Panics
///
/// When the pattern cannot be compiled.
pub(crate) fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Makes known which texts are going to be searched, piece by piece, so that each pattern is compiled once for all of
/// them. Without it the same is found.
pub(crate) fn expect<'t>(texts: impl IntoIterator<Item = &'t str>) {
    // A long text is searched with whole patterns, and holds some of every word.
    grams::expect(texts.into_iter().filter(|text| text.len() <= LONG));
}

/// Texts of more bytes are searched with the whole pattern: compiling it is nothing beside reading them.
const LONG: usize = 1 << 14;
/// How often a pattern is compiled anew for words that texts before did not have, until it is compiled whole.
const REBUILDS: u32 = 12;
/// How many bytes are looked through for words before the pattern is compiled whole: it would have cost no more. A rule
/// that asks about the rest of a text from each of its places stays linear by that.
const READ: usize = 1 << 18;

/// A pattern written in the source, of which only what a text can match is compiled. It finds what the same pattern
/// finds with [`Regex`].
pub(crate) struct Pattern {
    source: Box<str>,
    outline: OnceLock<Outline>,
    /// The whole pattern.
    whole: OnceLock<meta::Regex>,
    /// As much of it as the texts so far could match.
    part: Built,
    /// The same for texts with rare characters.
    rare: Built,
    rebuilds: AtomicU32,
    /// Bytes of text whose windows were taken for this pattern.
    read: AtomicUsize,
}

type Built = RwLock<Option<Arc<Part>>>;

struct Part {
    /// The needles of the compiled branches.
    needed: Vec<bool>,
    engine: Engine,
}

impl Part {
    /// Whether all these are among its needles.
    fn covers(&self, needed: &[bool]) -> bool {
        needed.iter().zip(&self.needed).all(|(now, then)| *then || !*now)
    }
}

/// What there is to search with, and what is searched.
enum Searcher<'p, 't> {
    /// Nothing can match.
    Nothing,
    /// The whole pattern, and the text.
    Whole(&'p meta::Regex, &'t str),
    /// A part of the pattern, as much of the text as it can reach or the small copy of that, in which every place is
    /// the same, and the stretches of it that can hold a match.
    Part(Arc<Part>, Cow<'t, str>, Vec<Range<usize>>),
}

impl Searcher<'_, '_> {
    /// What is read: the text, as much of it as can be reached, or the small copy of that.
    fn read(&self) -> &str {
        match self {
            Self::Nothing => "",
            Self::Whole(_, text) => text,
            Self::Part(_, text, _) => text,
        }
    }

    fn is_match(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Whole(regex, text) => regex.is_match(*text),
            Self::Part(part, text, stretches) => {
                let text = Input::new(text.as_ref());
                within(&text, stretches).any(|stretch| part.engine.is_match(&stretch))
            }
        }
    }

    /// The first match in a stretch of the text.
    fn search(&self, input: &Input<'_>) -> Option<regex_automata::Match> {
        let input = in_copy(input, self.read())?;
        match self {
            Self::Nothing => None,
            Self::Whole(regex, _) => regex.search(&input),
            Self::Part(part, _, stretches) => {
                within(&input, stretches).find_map(|stretch| part.engine.search(&stretch))
            }
        }
    }

    /// The same with its groups; none where nothing can match.
    fn groups(&self, input: &Input<'_>) -> Option<groups::Captures> {
        let input = in_copy(input, self.read())?;
        let groups = match self {
            Self::Nothing => return None,
            Self::Whole(regex, _) => {
                let mut groups = regex.create_captures();
                regex.search_captures(&input, &mut groups);
                groups
            }
            Self::Part(part, _, stretches) => {
                let mut groups = part.engine.groups();
                for stretch in within(&input, stretches) {
                    part.engine.captures(&stretch, &mut groups);
                    if groups.is_match() {
                        break;
                    }
                }
                groups
            }
        };
        groups.is_match().then_some(groups)
    }
}

impl Pattern {
    /// A pattern of the syntax of [`Regex`]. Nothing is read yet: one that is no pattern is a mistake in the program,
    /// which the first search tells by a panic.
    pub(crate) fn fixed(source: &str) -> Self {
        Self {
            source: source.into(),
            outline: OnceLock::new(),
            whole: OnceLock::new(),
            part: Built::default(),
            rare: Built::default(),
            rebuilds: AtomicU32::new(0),
            read: AtomicUsize::new(0),
        }
    }

    /// The same for a pattern that is put together from what a case says; one of a source is kept for a while.
    ///
    /// # Errors
    ///
    /// When it is no pattern.
    pub(crate) fn shared(source: &str) -> Result<Arc<Self>, Box<regex_syntax::Error>> {
        shared::shared(source)
    }

    fn new(source: &str) -> Result<Self, Box<regex_syntax::Error>> {
        regex_syntax::parse(source)?;
        Ok(Self::fixed(source))
    }

    /// Whether it matches anywhere.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.searcher(text).is_match()
    }

    /// The first match.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let found = self.searcher(text).search(&Input::new(text))?;
        Some(Match { text, range: found.range() })
    }

    /// All matches, none over another, each searched for when it is asked for.
    pub(crate) fn find_iter<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = Match<'t>> + use<'p, 't> {
        let searcher = self.searcher(text);
        let mut places = iter::Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let found = places.advance(|input| Ok(searcher.search(input)))?;
            Some(Match { text, range: found.range() })
        })
    }

    /// All matches with their groups, each searched for when it is asked for.
    pub(crate) fn captures_iter<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = Captures<'t>> + use<'p, 't> {
        let searcher = self.searcher(text);
        let mut places = iter::Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let mut groups = None;
            places.advance(|input| {
                groups = searcher.groups(input);
                Ok(groups.as_ref().and_then(groups::Captures::get_match))
            })?;
            Some(Captures { text, groups: groups? })
        })
    }

    /// The first match with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let groups = self.searcher(text).groups(&Input::new(text))?;
        Some(Captures { text, groups })
    }

    /// The text made ready to be searched from one place after the other.
    pub(crate) fn over<'p, 't>(&'p self, text: &'t str) -> Over<'p, 't> {
        Over { searcher: self.searcher(text), text }
    }

    /// The places of all matches: of their first group where the pattern has one that took part.
    pub(crate) fn places(&self, text: &str) -> Vec<Range<usize>> {
        if self.outline().groups == 0 {
            return self.find_iter(text).map(|found| found.range()).collect();
        }
        let place = |found: Captures<'_>| found.get(1).or_else(|| found.get(0)).map(|found| found.range());
        self.captures_iter(text).filter_map(place).collect()
    }

    /// The text with `with` in place of every match.
    pub(crate) fn replace_all<'t>(&self, text: &'t str, with: &str) -> Cow<'t, str> {
        let mut replaced = String::new();
        let mut end = 0;
        for found in self.find_iter(text) {
            replaced.push_str(text.get(end..found.start()).unwrap_or_default());
            replaced.push_str(with);
            end = found.end();
        }
        if end == 0 && replaced.is_empty() {
            return Cow::Borrowed(text);
        }
        replaced.push_str(text.get(end..).unwrap_or_default());
        Cow::Owned(replaced)
    }

    fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| {
            // What is never needed is never parsed; the tests of the rules parse it all the same.
            if cfg!(test) {
                parsed(&self.source);
            }
            Outline::of(&self.source)
        })
    }

    fn whole(&self) -> &meta::Regex {
        self.whole.get_or_init(|| compile(&parsed(&self.source)))
    }

    fn searcher<'t>(&self, text: &'t str) -> Searcher<'_, 't> {
        if let Some(whole) = self.whole.get() {
            return Searcher::Whole(whole, text);
        }
        let outline = self.outline();
        let near = outline.near(text);
        if near.len() > LONG || self.read.load(Ordering::Relaxed) > READ {
            return Searcher::Whole(self.whole(), text);
        }
        let sight = grams::see(near, |seen| {
            self.read.fetch_add(seen.read, Ordering::Relaxed);
            if outline.needed.as_ref().is_some_and(|needed| !seen.has_any(needed)) {
                return None;
            }
            let live = outline.possible(seen);
            if live == 0 {
                return None;
            }
            let stretches = seen.stretches(live, outline.longest, near);
            let slot = if seen.ordinary { &self.part } else { &self.rare };
            let built = slot.read().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(part) = built.filter(|part| outline.is_covered(seen, live, &part.needed)) {
                return Some((Ok(part), stretches, seen.ordinary));
            }
            let mut needed = vec![false; outline.needles.len()];
            outline.mark(seen, live, &mut needed);
            Some((Err(needed), stretches, seen.ordinary))
        });
        let Some((built, stretches, ordinary)) = sight else { return Searcher::Nothing };
        let found = |part: Arc<Part>| Searcher::Part(part, outline.copy(near), stretches);
        let mut needed = match built {
            Ok(part) => return found(part),
            Err(needed) => needed,
        };
        let slot = if ordinary { &self.part } else { &self.rare };
        if self.rebuilds.fetch_add(1, Ordering::Relaxed) >= REBUILDS {
            return Searcher::Whole(self.whole(), text);
        }
        // Another thread that asks the same now waits for what is built here.
        let mut part = slot.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(part) = part.as_ref() {
            if part.covers(&needed) {
                return found(Arc::clone(part));
            }
            needed.iter_mut().zip(&part.needed).for_each(|(now, then)| *now |= *then);
        }
        grams::foresee(|seen| {
            outline.mark(seen, outline.possible(seen), &mut needed);
        });
        let hir = parsed(&outline.kept(&needed));
        let engine = engine(if ordinary { narrowed(hir) } else { hir });
        found(Arc::clone(part.insert(Arc::new(Part { needed, engine }))))
    }
}

/// A text that is searched with a pattern from places of the caller's choice.
pub(crate) struct Over<'p, 't> {
    searcher: Searcher<'p, 't>,
    text: &'t str,
}

impl<'t> Over<'_, 't> {
    /// The first match that begins there or later, with its groups; what stands before is seen by borders of words.
    pub(crate) fn captures_at(&self, at: usize) -> Option<Captures<'t>> {
        let groups = self.searcher.groups(&Input::new(self.text).span(at.min(self.text.len())..self.text.len()))?;
        Some(Captures { text: self.text, groups })
    }
}

/// The same places in the copy that is read, which may be shorter than the text.
fn in_copy<'r>(input: &Input<'_>, read: &'r str) -> Option<Input<'r>> {
    let span = input.start()..input.end().min(read.len());
    (span.start <= span.end).then(|| Input::new(read).span(span))
}

/// What is searched of the stretches.
fn within<'i>(input: &Input<'i>, stretches: &[Range<usize>]) -> impl Iterator<Item = Input<'i>> {
    stretches.iter().filter_map(move |stretch| {
        let span = input.start().max(stretch.start)..input.end().min(stretch.end);
        (span.start <= span.end).then(|| input.clone().span(span))
    })
}

fn parsed(source: &str) -> Hir {
    regex_syntax::parse(source).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Compiles as [`Regex`] does.
fn compile(hir: &Hir) -> meta::Regex {
    let config = meta::Config::new().nfa_size_limit(Some(10 << 20)).hybrid_cache_capacity(2 << 20);
    let built = meta::Builder::new().configure(config).build_from_hir(hir);
    built.unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Compiles what a letter or two are asked for.
fn engine(hir: Hir) -> Engine {
    Engine::new(hir).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}

/// A match of a [`Pattern`].
#[derive(Clone, Debug)]
pub(crate) struct Match<'t> {
    text: &'t str,
    range: Range<usize>,
}

impl<'t> Match<'t> {
    /// Where it begins, in bytes.
    pub(crate) fn start(&self) -> usize {
        self.range.start
    }

    /// Where it ends, in bytes.
    pub(crate) fn end(&self) -> usize {
        self.range.end
    }

    /// Its place, in bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The words that matched.
    pub(crate) fn as_str(&self) -> &'t str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }
}

/// A match of a [`Pattern`] with its groups.
#[derive(Clone, Debug)]
pub(crate) struct Captures<'t> {
    text: &'t str,
    groups: groups::Captures,
}

impl<'t> Captures<'t> {
    /// A group by its number, if it took part; 0 is the whole match.
    pub(crate) fn get(&self, index: usize) -> Option<Match<'t>> {
        self.groups.get_group(index).map(|span| Match { text: self.text, range: span.range() })
    }

    /// A group by its name, if it took part.
    pub(crate) fn name(&self, name: &str) -> Option<Match<'t>> {
        self.groups.get_group_by_name(name).map(|span| Match { text: self.text, range: span.range() })
    }
}

#[cfg(test)]
mod tests;
