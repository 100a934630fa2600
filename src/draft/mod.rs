//! The loop: the model writes all sections, the review reads each, what fails is written again with the findings,
//! and what fails again keeps the built-in wording. A draft is never worse than that wording.

pub(crate) mod clean;
mod desk;
mod error;
mod judge;
mod made;
mod manifest;
mod repair;
mod result;
mod run;
mod side_by_side;
mod whole;

pub use error::DraftError;
pub use made::{Fallback, Made, Reason};
pub use manifest::{Manifest, sha256};
pub use repair::repaired;
pub use result::Draft;
pub use run::{Order, TRIES, Watch, draft, draft_all};
