//! The most that is accepted of a file. Real files stay far below.

/// Bytes of everything before the tensors' data.
pub(crate) const HEADER: u64 = 32 << 20;
/// Metadata entries.
pub(crate) const ENTRIES: u64 = 4096;
/// Bytes of a key.
pub(crate) const KEY: u64 = 1024;
/// Bytes of a text.
pub(crate) const TEXT: u64 = 1 << 20;
/// Elements of an array.
pub(crate) const ELEMENTS: u64 = 1 << 20;
/// Tensors.
pub(crate) const TENSORS: u64 = 10_000;
/// Bytes of a tensor's name.
pub(crate) const NAME: u64 = 64;
/// Dimensions of a tensor.
pub(crate) const DIMENSIONS: u64 = 4;
