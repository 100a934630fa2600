//! A compiled part of a pattern, made for being asked a few times.
//!
//! [`meta::Regex`](regex_automata::meta::Regex) compiles a pattern forwards and backwards each time, with tables that
//! are allocated anew. Most patterns find nothing in a letter and never read backwards, all of them can use the same
//! tables, and the few places of a letter where one could match are gone through faster than states are built for it.

use std::cell::RefCell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::hybrid::dfa::{Cache, Config, DFA};
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::pikevm::{self, PikeVM};
use regex_automata::nfa::thompson::{self, Compiler, NFA, WhichCaptures};
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::Pool;
use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Anchored, Input, Match, MatchError, MatchKind, PatternID};
use regex_syntax::hir::Hir;

use super::starts::Starts;

/// Bytes the states of a lazy DFA may take before they are thrown away and built again.
const CACHE: usize = 2 << 20;
/// Bytes of the largest automaton.
const LARGEST: usize = 10 << 20;
/// Bytes of tables and, four for one, of texts that are gone through step by step before the states of a DFA are worth
/// being built.
const STEPS: usize = 1 << 18;
/// Bytes of the largest table of visited states.
const VISITED: usize = 1 << 15;

/// The pattern as automata. A bounded backtracker is asked where a match can begin. For a pattern that can begin with
/// almost anything, or is asked very often, a lazy DFA finds where a match ends, and a second one that reads backwards
/// where it begins. The PikeVM finds what these cannot tell, such as a Unicode border of a word.
pub(super) struct Engine {
    hir: Hir,
    nfa: NFA,
    pike: PikeVM,
    steps: BoundedBacktracker,
    starts: Option<Starts>,
    /// Bytes of the longest match.
    longest: Option<usize>,
    /// Bytes gone through step by step.
    stepped: AtomicUsize,
    /// Made for the first search.
    forward: OnceLock<Option<DFA>>,
    /// Made for the first match.
    backward: OnceLock<Option<DFA>>,
    caches: Caches,
}

type Caches = Pool<Kept, Box<dyn Fn() -> Kept + Send + Sync>>;

/// What a search leaves to the next.
#[derive(Default)]
struct Kept {
    forward: Option<Cache>,
    backward: Option<Cache>,
    pike: Option<pikevm::Cache>,
}

thread_local! {
    /// Its tables of encoded characters are 400 KB, which took longer to clear than a short pattern to compile.
    static COMPILER: RefCell<Compiler> = RefCell::new(Compiler::new());
}

thread_local! {
    /// The table of visited states is cleared for each search and can be the same for all.
    static STEPPER: RefCell<Option<backtrack::Cache>> = const { RefCell::new(None) };
}

/// A direction of reading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Forwards,
    Backwards,
}

impl Engine {
    /// Compiles a pattern.
    ///
    /// # Errors
    ///
    /// When it is too large.
    pub(super) fn new(hir: Hir) -> Result<Self, Box<thompson::BuildError>> {
        let nfa = automaton(&hir, Reading::Forwards)?;
        let pike = PikeVM::new_from_nfa(nfa.clone())?;
        let steps = BoundedBacktracker::builder()
            .configure(BoundedBacktracker::config().visited_capacity(VISITED))
            .build_from_nfa(nfa.clone())?;
        Ok(Self {
            starts: Starts::of(&hir),
            longest: hir.properties().maximum_len(),
            hir,
            nfa,
            pike,
            steps,
            stepped: AtomicUsize::new(0),
            forward: OnceLock::new(),
            backward: OnceLock::new(),
            caches: Pool::new(Box::new(Kept::default)),
        })
    }

    /// Whether it matches in the stretch asked about.
    pub(super) fn is_match(&self, input: &Input<'_>) -> bool {
        let input = input.clone().earliest(true);
        if let Ok(found) = self.by_steps(&input, &mut []) {
            return found.is_some();
        }
        let mut kept = self.caches.get();
        match self.end(&mut kept, &input) {
            Ok(end) => end.is_some(),
            Err(_) => {
                let cache = kept.pike.get_or_insert_with(|| self.pike.create_cache());
                self.pike.is_match(cache, input)
            }
        }
    }

    /// The first match in it.
    pub(super) fn search(&self, input: &Input<'_>) -> Option<Match> {
        let mut slots = [None, None];
        let pattern = match self.by_steps(input, &mut slots) {
            Ok(found) => found?,
            Err(Unknown) => {
                let mut kept = self.caches.get();
                if let Ok(found) = self.by_states(&mut kept, input) {
                    return found;
                }
                let cache = kept.pike.get_or_insert_with(|| self.pike.create_cache());
                self.pike.search_slots(cache, input, &mut slots)?
            }
        };
        let [Some(start), Some(end)] = slots else { return None };
        Some(Match::new(pattern, start.get()..end.get()))
    }

    /// The first match in it, with its groups.
    pub(super) fn captures(&self, input: &Input<'_>, groups: &mut Captures) {
        groups.set_pattern(None);
        if let Ok(found) = self.by_steps(input, groups.slots_mut()) {
            groups.set_pattern(found);
            return;
        }
        let mut kept = self.caches.get();
        // Groups are looked for within the match only.
        let within = match self.by_states(&mut kept, input) {
            Ok(None) => return,
            Ok(Some(found)) if groups.group_info().explicit_slot_len() == 0 => {
                let places = [found.start(), found.end()].map(NonMaxUsize::new);
                groups.slots_mut().iter_mut().zip(places).for_each(|(slot, place)| *slot = place);
                groups.set_pattern(Some(PatternID::ZERO));
                return;
            }
            Ok(Some(found)) => input.clone().span(found.range()).anchored(Anchored::Yes),
            Err(_) => input.clone(),
        };
        if within.get_anchored().is_anchored() {
            let stepped = STEPPER
                .with_borrow_mut(|cache| self.steps.try_search_slots(self.stepper(cache), &within, groups.slots_mut()));
            if let Ok(found) = stepped {
                groups.set_pattern(found);
                return;
            }
        }
        let cache = kept.pike.get_or_insert_with(|| self.pike.create_cache());
        self.pike.captures(cache, within, groups);
    }

    /// Room for the groups of a match.
    pub(super) fn groups(&self) -> Captures {
        Captures::all(self.nfa.group_info().clone())
    }

    /// The first match, asked for at each place where one can begin; its groups go into the slots.
    fn by_steps(&self, input: &Input<'_>, slots: &mut [Option<NonMaxUsize>]) -> Result<Option<PatternID>, Unknown> {
        let starts = self.starts.as_ref().ok_or(Unknown)?;
        let text = input.haystack();
        // A pattern that begins with the text is asked there only.
        let last = if self.nfa.is_always_start_anchored() { 1 } else { input.end() };
        let mut stepped = self.stepped.load(Ordering::Relaxed);
        if stepped > STEPS {
            return Err(Unknown);
        }
        let found = STEPPER.with_borrow_mut(|cache| {
            let cache = self.stepper(cache);
            let mut at = input.start();
            while let Some(place) = starts.next(text, at..input.end().min(last)) {
                let end = self.longest.map_or(input.end(), |longest| (place + longest).min(input.end()));
                // The table of visited states is cleared each time.
                stepped += (place - at) / 4 + (end - place) * self.nfa.states().len() / 8;
                let here = input.clone().span(place..end).anchored(Anchored::Yes);
                let found = self.steps.try_search_slots(cache, &here, slots)?;
                if found.is_some() || stepped > STEPS {
                    return if found.is_some() { Ok(found) } else { Err(Unknown) };
                }
                at = place + 1;
            }
            stepped += input.end().saturating_sub(at) / 4;
            Ok(None)
        });
        self.stepped.store(stepped, Ordering::Relaxed);
        found
    }

    /// The table that is shared, made ready.
    fn stepper<'c>(&self, cache: &'c mut Option<backtrack::Cache>) -> &'c mut backtrack::Cache {
        let cache = cache.get_or_insert_with(|| self.steps.create_cache());
        cache.reset(&self.steps);
        cache
    }

    /// Where the first match ends.
    fn end(&self, kept: &mut Kept, input: &Input<'_>) -> Result<Option<usize>, Unknown> {
        let dfa = self.forward.get_or_init(|| lazy(&self.nfa, Reading::Forwards)).as_ref().ok_or(Unknown)?;
        let cache = kept.forward.get_or_insert_with(|| dfa.create_cache());
        Ok(dfa.try_search_fwd(cache, input)?.map(|end| end.offset()))
    }

    /// The first match, as the two DFAs find it.
    fn by_states(&self, kept: &mut Kept, input: &Input<'_>) -> Result<Option<Match>, Unknown> {
        let Some(end) = self.end(kept, input)? else { return Ok(None) };
        let found = |start: usize| Ok(Some(Match::new(PatternID::ZERO, start..end)));
        let anchored = input.get_anchored().is_anchored() || self.nfa.is_always_start_anchored();
        if end == input.start() || anchored {
            return found(input.start());
        }
        let dfa =
            self.backward.get_or_init(|| lazy(&automaton(&self.hir, Reading::Backwards).ok()?, Reading::Backwards));
        let dfa = dfa.as_ref().ok_or(Unknown)?;
        let cache = kept.backward.get_or_insert_with(|| dfa.create_cache());
        let input = input.clone().span(input.start()..end).anchored(Anchored::Yes).earliest(false);
        found(dfa.try_search_rev(cache, &input)?.ok_or(Unknown)?.offset())
    }
}

/// The DFA cannot tell; the PikeVM can.
struct Unknown;

impl From<MatchError> for Unknown {
    fn from(_: MatchError) -> Self {
        Self
    }
}

fn automaton(hir: &Hir, reading: Reading) -> Result<NFA, Box<thompson::BuildError>> {
    let backwards = reading == Reading::Backwards;
    let captures = if backwards { WhichCaptures::None } else { WhichCaptures::All };
    let config = thompson::Config::new().nfa_size_limit(Some(LARGEST)).shrink(false);
    COMPILER.with_borrow_mut(|compiler| {
        compiler.configure(config.which_captures(captures).reverse(backwards)).build_from_hir(hir).map_err(Box::new)
    })
}

/// The DFA of an automaton, whose states come to be as they are met; none where it would have no room.
fn lazy(nfa: &NFA, reading: Reading) -> Option<DFA> {
    let kind = if reading == Reading::Backwards { MatchKind::All } else { MatchKind::LeftmostFirst };
    let config = Config::new()
        .match_kind(kind)
        .unicode_word_boundary(true)
        .cache_capacity(CACHE)
        // Where states are thrown away too often, the PikeVM is faster.
        .minimum_cache_clear_count(Some(3))
        .minimum_bytes_per_state(Some(10));
    DFA::builder().configure(config).build_from_nfa(nfa.clone()).ok()
}
