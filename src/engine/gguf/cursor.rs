//! Reading that never goes past the end and never allocates what a file merely announces.

use std::io::{ErrorKind, Read};

use super::{Fault, limits};

/// Why reading stopped: the file's fault or the system's.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The file breaks a rule.
    Fault(Fault),
    /// The system cannot read.
    Io(std::io::Error),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A reader that knows where it is and where the file ends.
pub(crate) struct Cursor<R> {
    reader: R,
    at: u64,
    end: u64,
}

impl<R: Read> Cursor<R> {
    /// A reader at the beginning of a file with `length` bytes.
    pub(crate) fn new(reader: R, length: u64) -> Self {
        Self { reader, at: 0, end: length }
    }

    /// Bytes read so far.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    /// Fails unless `count` more bytes exist and still belong to a header of acceptable size.
    fn need(&self, count: u64, what: &'static str) -> Result<(), Stop> {
        if count > self.end - self.at {
            return Err(Fault::Truncated { what, at: self.end }.into());
        }
        let after = self.at + count;
        if after > limits::HEADER {
            return Err(Fault::TooMany { what: "header bytes", count: after, limit: limits::HEADER }.into());
        }
        Ok(())
    }

    /// The next `count` bytes.
    pub(crate) fn bytes(&mut self, count: u64, what: &'static str) -> Result<Vec<u8>, Stop> {
        self.need(count, what)?;
        let mut bytes = vec![0; usize::try_from(count).map_err(|_| Fault::Truncated { what, at: self.at })?];
        self.fill(&mut bytes, what)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8], what: &'static str) -> Result<(), Stop> {
        self.reader.read_exact(bytes).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => Stop::Fault(Fault::Truncated { what, at: self.at }),
            _ => Stop::Io(error),
        })?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// The next `N` bytes.
    pub(crate) fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], Stop> {
        self.need(N as u64, what)?;
        let mut bytes = [0; N];
        self.fill(&mut bytes, what)?;
        Ok(bytes)
    }

    /// The next 32-bit number.
    pub(crate) fn u32(&mut self, what: &'static str) -> Result<u32, Stop> {
        self.array(what).map(u32::from_le_bytes)
    }

    /// The next 64-bit number.
    pub(crate) fn u64(&mut self, what: &'static str) -> Result<u64, Stop> {
        self.array(what).map(u64::from_le_bytes)
    }

    /// The next 64-bit count, at most `limit`.
    pub(crate) fn count(&mut self, what: &'static str, limit: u64) -> Result<u64, Stop> {
        let count = self.u64(what)?;
        if count > limit {
            return Err(Fault::TooMany { what, count, limit }.into());
        }
        Ok(count)
    }

    /// The next text: a length, at most `limit`, and so many bytes of UTF-8.
    pub(crate) fn text(&mut self, what: &'static str, limit: u64) -> Result<String, Stop> {
        let at = self.at;
        let length = self.count(what, limit)?;
        let bytes = self.bytes(length, what)?;
        String::from_utf8(bytes).map_err(|_| Fault::Text { what, at }.into())
    }

    /// The next name: a text that is not empty and has no control characters.
    pub(crate) fn name(&mut self, what: &'static str, limit: u64) -> Result<String, Stop> {
        let at = self.at;
        let name = self.text(what, limit)?;
        if name.is_empty() || name.chars().any(char::is_control) {
            return Err(Fault::Text { what, at }.into());
        }
        Ok(name)
    }
}
