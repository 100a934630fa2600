//! Long work, spread over threads of its own: loading, laying out.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does `work` for each of `0..units` on so many threads, with something that each thread makes for itself; gives the results in order.
/// Threads that are started for it may wait on candle's pool, as those of the pool itself may not.
pub(crate) fn spread<S, T: Send + Sync>(
    units: usize,
    threads: usize,
    own: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> T + Sync,
) -> Vec<T> {
    let results: Vec<OnceLock<T>> = (0..units).map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let some = || {
        let mut own = own();
        loop {
            let unit = next.fetch_add(1, Ordering::Relaxed);
            let Some(result) = results.get(unit) else { return };
            result.get_or_init(|| work(&mut own, unit));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(units) {
            scope.spawn(some);
        }
        some();
    });
    results.into_iter().filter_map(OnceLock::into_inner).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn every_unit_is_done_once_and_in_order() {
        for units in [0, 1, 100] {
            let done = spread(units, 3, || 7, |own, unit| unit * *own);
            assert_eq!(done, (0..units).map(|unit| unit * 7).collect::<Vec<_>>());
        }
    }
}
