//! Whether a model fits the memory of this machine.

use crate::engine::available_memory;
use crate::engine::candle::needed_memory;
use crate::engine::store::Installed;
use crate::lang::Lang;

/// What a model takes at most, as a multiple of its file, in halves: its weights, and their copies in the order that
/// the products read them.
const HALVES_OF_FILE: u64 = 5;

/// Whether a model fits the memory that is free now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Fit {
    /// By its header it does.
    Yes,
    /// By its header it does not.
    No,
    /// By the size of its file it should.
    Likely,
    /// By the size of its file it should not.
    Unlikely,
    /// Nothing is known of its size, or of the memory that is free.
    Unknown,
}

impl Fit {
    /// Of an installed model, by its header.
    pub(super) fn of_installed(model: &Installed, context: usize) -> Self {
        match (needed_memory(&model.file, context), available_memory()) {
            (Ok(_), None) => Self::Unknown,
            (Ok(need), Some(free)) if need <= free => Self::Yes,
            (Ok(_), Some(_)) => Self::No,
            (Err(_), _) => Self::of_size(Some(model.note.size())),
        }
    }

    /// Of a model that is not here, by the size of its file where that is known.
    pub(super) fn of_size(size: Option<u64>) -> Self {
        match size.zip(available_memory()) {
            None => Self::Unknown,
            Some((size, free)) if size.saturating_mul(HALVES_OF_FILE) / 2 <= free => Self::Likely,
            Some(_) => Self::Unlikely,
        }
    }

    /// For people.
    pub(super) fn text(self, said: Lang) -> &'static str {
        match self {
            Self::Yes => said.pick("足りる", "fits"),
            Self::No => said.pick("不足", "too large"),
            Self::Likely => said.pick("足りる見込み", "should fit"),
            Self::Unlikely => said.pick("不足の見込み", "may not fit"),
            Self::Unknown => said.pick("不明", "unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fit;

    #[test]
    fn what_is_not_known_is_not_guessed() {
        assert_eq!(Fit::of_size(None), Fit::Unknown);
        assert_eq!(Fit::of_size(Some(1)), Fit::Likely);
        assert_eq!(Fit::of_size(Some(u64::MAX)), Fit::Unlikely);
    }
}
