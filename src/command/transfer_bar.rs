//! How much of a file is done, with the rate and the time left, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;
use crate::lang::{Lang, Message};

/// A bar for bytes; nothing where nobody watches.
pub(super) struct TransferBar {
    bar: ProgressBar,
    lang: Lang,
    terminal: bool,
}

impl TransferBar {
    /// A bar for a work.
    pub(super) fn new(console: &Console<'_>, what: &Message) -> Self {
        // Nothing is drawn before there is something to show.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let left = console.lang.pick("残り", "left");
        let shape = format!(
            "{{msg}} {{bar:20}} {{decimal_bytes}}/{{decimal_total_bytes}} {{decimal_bytes_per_sec}} {left} {{eta}}"
        );
        if let Ok(style) = ProgressStyle::with_template(&shape) {
            bar.set_style(style);
        }
        bar.set_message(what.text(console.lang).to_owned());
        Self { bar, lang: console.lang, terminal: console.terminal }
    }

    /// So many bytes were there from the beginning: they say nothing of the rate.
    pub(super) fn begin_at(&self, done: u64) {
        self.bar.set_position(done);
        self.bar.reset_eta();
    }

    /// So many bytes are done.
    pub(super) fn show(&self, done: u64, total: u64) {
        if self.bar.length() != Some(total) {
            self.bar.set_length(total);
            if self.terminal {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        }
        self.bar.set_position(done);
    }

    /// Tells something above the bar.
    pub(super) fn tell(&self, message: &Message) {
        let text = message.text(self.lang);
        self.bar.suspend(|| tell_plainly(text));
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// A line on stderr: the console itself is with whoever holds the bar.
fn tell_plainly(text: &str) {
    use std::io::Write;
    drop(writeln!(std::io::stderr(), "{text}"));
}
