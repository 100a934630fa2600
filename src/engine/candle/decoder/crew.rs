//! Products and attention, shared out among threads of which only those that took some are waited for.
//!
//! A token written alone is two hundred pieces of work, each a fraction of a millisecond. candle's pool waits after
//! each piece for every one of its threads, also for one that has nothing to do but whose core another program has
//! just now: then each piece takes as long as the system lets that program run. Here a thread that is late finds the
//! work done; and who waits for the last unit soon sleeps, which gives the core away to whoever computes it.
//!
//! Work belongs to the threads that do it: it holds what it needs, and borrows nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, Thread};

use candle_core::utils::get_num_threads;
use candle_core::{Error, Result};

/// How often a thread looks for work before it sleeps: longer than what lies between two pieces of work.
const LOOKS: usize = 4000;
/// How often it is looked whether the last units are done before the looker sleeps.
const PATIENCE: usize = 400;

/// Does `work` for each of `0..units`; gives the results in order.
///
/// # Errors
/// When a thread failed.
pub(crate) fn map<T, F>(units: usize, work: F) -> Result<Vec<T>>
where
    T: Send + 'static,
    F: Fn(usize) -> T + Send + Sync + 'static,
{
    crew().map(units, work).ok_or_else(|| Error::msg("a thread that computes ended early"))
}

/// How many threads there are, with the one that puts up work.
#[cfg(target_arch = "x86_64")]
pub(crate) fn threads() -> usize {
    crew().threads.len() + 1
}

fn crew() -> &'static Crew {
    static CREW: OnceLock<Crew> = OnceLock::new();
    CREW.get_or_init(|| Crew::new(get_num_threads().saturating_sub(1)))
}

/// Threads that wait for work.
struct Crew {
    board: Arc<Board>,
    threads: Vec<Thread>,
}

/// Where work is put up.
#[derive(Default)]
struct Board {
    /// How often work was put up.
    number: AtomicUsize,
    /// The work put up last, until it is done.
    work: Mutex<Option<Arc<dyn Work>>>,
}

impl Board {
    fn work(&self) -> MutexGuard<'_, Option<Arc<dyn Work>>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a thread of the crew does all its life.
    fn serve(&self) {
        let mut seen = 0;
        loop {
            let mut looks = 0;
            while self.number.load(Ordering::Acquire) == seen {
                looks += 1;
                if looks < LOOKS {
                    std::hint::spin_loop();
                } else {
                    thread::park();
                }
            }
            seen = self.number.load(Ordering::Acquire);
            let work = self.work().clone();
            if let Some(work) = work {
                // Whoever put it up sees that a result is missing.
                drop(catch_unwind(AssertUnwindSafe(|| work.take_part())));
            }
        }
    }
}

/// Units that threads take one by one.
trait Work: Send + Sync {
    /// Does units until none is left.
    fn take_part(&self);
}

struct Units<T, F> {
    work: F,
    results: Vec<Mutex<Option<T>>>,
    next: AtomicUsize,
    left: AtomicUsize,
    owner: Thread,
}

impl<T: Send, F: Fn(usize) -> T + Send + Sync> Work for Units<T, F> {
    fn take_part(&self) {
        loop {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(place) = self.results.get(at) else { return };
            let _done = Done(self);
            let result = (self.work)(at);
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        }
    }
}

/// Counts a unit as done, also one that failed.
struct Done<'a, T, F>(&'a Units<T, F>);

impl<T, F> Drop for Done<'_, T, F> {
    fn drop(&mut self) {
        if self.0.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.owner.unpark();
        }
    }
}

impl Crew {
    fn new(others: usize) -> Self {
        let board = Arc::new(Board::default());
        let start = |at| {
            let board = Arc::clone(&board);
            let thread = thread::Builder::new().name(format!("crew-{at}")).spawn(move || board.serve());
            // With fewer threads it only takes longer.
            thread.ok().map(|handle| handle.thread().clone())
        };
        let threads = (0..others).filter_map(start).collect();
        Self { board, threads }
    }

    /// The results, or none if a thread failed.
    fn map<T, F>(&self, units: usize, work: F) -> Option<Vec<T>>
    where
        T: Send + 'static,
        F: Fn(usize) -> T + Send + Sync + 'static,
    {
        if units <= 1 || self.threads.is_empty() {
            return Some((0..units).map(work).collect());
        }
        let results = (0..units).map(|_| Mutex::new(None)).collect();
        let (next, left) = (AtomicUsize::new(0), AtomicUsize::new(units));
        let mut all = Arc::new(Units { work, results, next, left, owner: thread::current() });
        let mut board = self.board.work();
        *board = Some(all.clone());
        let number = self.board.number.fetch_add(1, Ordering::AcqRel) + 1;
        drop(board);
        self.threads.iter().for_each(Thread::unpark);
        all.take_part();
        let mut looks = 0;
        while all.left.load(Ordering::Acquire) > 0 {
            looks += 1;
            if looks < PATIENCE {
                std::hint::spin_loop();
            } else {
                thread::park();
            }
        }
        let mut board = self.board.work();
        if self.board.number.load(Ordering::Acquire) == number {
            *board = None;
        }
        drop(board);
        // What the work holds is given back before this returns: others may ask whether they are alone with it.
        let all = loop {
            match Arc::try_unwrap(all) {
                Ok(all) => break all,
                Err(held) => all = held,
            }
            thread::yield_now();
        };
        all.results.into_iter().map(|result| result.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Crew, map};

    #[test]
    fn every_unit_is_done_once_and_in_order() {
        let crew = Crew::new(3);
        for units in [0, 1, 2, 100] {
            let expected: Vec<_> = (0..units).map(|unit| unit * 2).collect();
            assert_eq!(crew.map(units, |unit| unit * 2), Some(expected));
        }
        assert_eq!(map(3, |unit| unit).unwrap(), [0, 1, 2]);
    }

    #[test]
    fn what_work_holds_is_given_back() {
        let crew = Crew::new(3);
        let mut held = Arc::new(5);
        for _ in 0..1000 {
            let mine = Arc::clone(&held);
            crew.map(8, move |unit| unit + *mine);
            assert!(Arc::get_mut(&mut held).is_some());
        }
    }

    #[test]
    fn several_may_put_up_work_at_once() {
        let crew = Crew::new(2);
        std::thread::scope(|scope| {
            for first in 0..4 {
                let crew = &crew;
                scope.spawn(move || {
                    for _ in 0..200 {
                        assert_eq!(crew.map(5, move |unit| first + unit), Some((first..first + 5).collect()));
                    }
                });
            }
        });
    }

    #[test]
    fn a_unit_that_fails_in_another_thread_is_told() {
        let crew = Crew::new(1);
        let here = std::thread::current().id();
        let failed = (0..10_000).any(|_| {
            let work = move |_| assert_eq!(std::thread::current().id(), here, "as the test wants");
            crew.map(64, work).is_none()
        });
        assert!(failed);
        assert_eq!(crew.map(2, |unit| unit), Some(vec![0, 1]));
    }
}
