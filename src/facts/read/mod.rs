//! Reading the case file: every problem of a file is found in one run, each with its place and what to write.

mod field;
mod load_error;
mod path;
mod reader;

pub(crate) use field::read_word;
pub use field::{Field, Lost, Node};
pub(crate) use load_error::line_column;
pub use load_error::{LoadError, Problem};
pub use path::{Changer, Path, Visitor};
pub(crate) use reader::nearest;
pub use reader::{Fields, Reader};

/// Byte range in the case file.
pub type Span = std::ops::Range<usize>;
