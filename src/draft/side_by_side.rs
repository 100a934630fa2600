//! Independent pieces of work on all cores.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

use crate::review::Hands;

/// Most threads used at once.
const WORKERS: usize = 4;

/// What becomes of each item, in their order. Threads take the items as they come; one that finds none left tells the
/// `hands`. A panic in one of them goes on here.
pub(super) fn side_by_side<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    hands: &Hands,
    each: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let items: Vec<T> = items.into_iter().collect();
    let workers = thread::available_parallelism().map_or(1, usize::from).min(WORKERS).min(items.len());
    if workers < 2 {
        return items.into_iter().map(each).collect();
    }
    let waiting = Mutex::new(items.into_iter().enumerate());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.next());
    let work = || {
        let mut made = Vec::new();
        while let Some((place, item)) = next() {
            made.push((place, each(item)));
        }
        hands.rest();
        made
    };
    let mut made = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut made = work();
        for other in others {
            made.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        made
    });
    made.sort_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;
    use crate::review::Hands;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let hands = Hands::default();
        assert_eq!(side_by_side(0..1000, &hands, |item| item * 2), (0..1000).map(|item| item * 2).collect::<Vec<_>>());
        assert!(side_by_side(Vec::<u8>::new(), &hands, |item| item).is_empty());
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_is_not_lost() {
        side_by_side(0..100, &Hands::default(), |item| assert!(item != 7, "seven"));
    }
}
