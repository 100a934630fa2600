//! Threads that have nothing left to do and may help another.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many threads of a batch are at rest. The last document of a batch is reviewed with their help.
#[derive(Clone, Debug, Default)]
pub struct Hands(Arc<AtomicUsize>);

impl Hands {
    /// A thread has nothing left to do.
    pub fn rest(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Calls for one that is at rest; whether there was one.
    pub(super) fn call(&self) -> bool {
        self.0.try_update(Ordering::Relaxed, Ordering::Relaxed, |resting| resting.checked_sub(1)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Hands;

    #[test]
    fn nobody_is_called_who_is_not_at_rest() {
        let hands = Hands::default();
        assert!(!hands.call());
        hands.clone().rest();
        assert!(hands.call());
        assert!(!hands.call());
    }
}
