//! Work shared out among threads: those that candle's products run on, so that the two never compete.

use std::sync::{Mutex, OnceLock, PoisonError};

use candle_core::utils::barrier_pool;

/// Does `work` for each of `0..units`; gives the results in order.
pub(crate) fn map<T: Send + Sync>(units: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if units == 1 {
        return vec![work(0)];
    }
    let results: Vec<OnceLock<T>> = (0..units).map(|_| OnceLock::new()).collect();
    barrier_pool().execute_chunked(units, |range| {
        for unit in range {
            results[unit].get_or_init(|| work(unit));
        }
    });
    results.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// Does `work` on pieces of `numbers`, each `length` long but the last, with the place of the piece's first number.
pub(crate) fn each_piece(numbers: &mut [f32], length: usize, work: impl Fn(usize, &mut [f32]) + Sync) {
    if numbers.len() <= length {
        return work(0, numbers);
    }
    let pieces: Vec<_> = numbers.chunks_mut(length).map(Mutex::new).collect();
    barrier_pool().execute_chunked(pieces.len(), |range| {
        for at in range {
            // Nobody else asks for this piece: the lock is never waited for.
            let mut piece = pieces[at].lock().unwrap_or_else(PoisonError::into_inner);
            work(at * length, &mut piece);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{each_piece, map};

    #[test]
    fn every_unit_is_done_once_and_in_order() {
        assert_eq!(map(100, |unit| unit * 2), (0..100).map(|unit| unit * 2).collect::<Vec<_>>());
        assert_eq!(map(0, |unit| unit), [0usize; 0]);
        let mut numbers = vec![1.0; 1003];
        each_piece(&mut numbers, 10, |start, piece| {
            piece.iter_mut().zip(start..).for_each(|(number, at)| *number += at as f32);
        });
        assert!(numbers.iter().enumerate().all(|(at, number)| *number == at as f32 + 1.0));
    }
}
