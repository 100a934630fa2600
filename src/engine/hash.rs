//! SHA-256, in hexadecimal.

use std::io::Read;

use sha2::{Digest, Sha256};

/// Lower-case hexadecimal of some bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The SHA-256 and the length of all that a reader gives. `each` hears of every piece and may stop the reading.
pub(crate) fn sha256_of(
    mut reader: impl Read,
    mut each: impl FnMut(&[u8]) -> std::io::Result<()>,
) -> std::io::Result<(String, u64)> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0u8; 1 << 20];
    let mut length = 0u64;
    loop {
        let read = match reader.read(&mut buffer) {
            Ok(0) => return Ok((hex(&hasher.finalize()), length)),
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&buffer[..read]);
        length += read as u64;
        each(&buffer[..read])?;
    }
}

#[cfg(test)]
mod tests {
    use super::{sha256, sha256_of};

    #[test]
    fn both_ways_agree() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
        let (hash, length) = sha256_of(&b"abc"[..], |_| Ok(())).unwrap();
        assert_eq!((hash, length), (sha256(b"abc"), 3));
    }
}
