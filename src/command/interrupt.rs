//! Ctrl-C: once to stop with what is finished, twice to leave at once.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Exit;

static STOP: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on; what comes back is set by it. Where the system gives no way to listen, Ctrl-C
/// ends the program as it always does.
pub(super) fn listen() -> &'static AtomicBool {
    let heard = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            leave();
        }
    });
    // A second handler in one process is refused, and the first one does the same.
    drop(heard);
    &STOP
}

#[allow(clippy::exit, reason = "the second Ctrl-C must not wait for anything; nothing is half-written")]
fn leave() {
    std::process::exit(i32::from(Exit::Interrupted.code()));
}
