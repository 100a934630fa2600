//! How far the model is, on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;
use crate::engine::{Progress, Step};
use crate::lang::{Lang, Message};

/// A line that shows how far the model is; nothing where nobody watches.
pub(super) struct Meter {
    bar: ProgressBar,
    lang: Lang,
}

impl Meter {
    pub(super) fn new(console: &Console<'_>) -> Self {
        let target = if console.terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
            bar.set_style(style);
        }
        Self { bar, lang: console.lang }
    }

    /// Begins to move.
    pub(super) fn start(&self) {
        self.bar.enable_steady_tick(Duration::from_millis(120));
    }

    /// Shows how far the model is.
    pub(super) fn show(&self, progress: Progress) {
        let Progress { step, section, sections, done, total } = progress;
        let at = section + 1;
        let (ja, en) = match step {
            Step::Reading => ("事案を読んでいます", "reading the case"),
            Step::Writing => ("下書きしています", "writing"),
        };
        let what = self.lang.pick(ja, en);
        let section = self.lang.pick(format!("節 {at}/{sections}"), format!("section {at}/{sections}"));
        self.bar.set_message(format!("{what} {section} {done}/{total}"));
    }

    /// Shows what is being done.
    pub(super) fn say(&self, message: &Message) {
        self.bar.set_message(message.text(self.lang).to_owned());
    }

    /// Takes the line away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
