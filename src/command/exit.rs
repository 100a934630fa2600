//! How the program ends.

use std::process::ExitCode;

/// How the program ends; each has its own exit code, which scripts may rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: the review found errors.
    Findings,
    /// 2: the command line cannot be understood.
    Usage,
    /// 3: the case file or the draft is not valid.
    Invalid,
    /// 4: the model is missing or not valid.
    Model,
    /// 5: reading or writing failed.
    Io,
    /// 130: the user stopped it.
    Interrupted,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Invalid => 3,
            Self::Model => 4,
            Self::Io => 5,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
