//! Out of a reviewed document, bytes. A format a file; nothing here writes to a disk.

mod finding_record;
mod format;
mod grounds;
mod json;
mod layout;
mod markdown;
mod text;
mod unmarked;

pub use finding_record::{FindingRecord, Reason};
pub use format::Format;
pub use grounds::{Ground, Grounds};
pub use json::{Judged, json};
pub use layout::Layout;
pub use markdown::{markdown, unmark};
pub(crate) use text::columns;
pub use text::{aligned, text, ungrid};
pub use unmarked::Unmarked;
