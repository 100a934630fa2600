//! The byte-level alphabet: every byte has a printable character that stands for it in a vocabulary.

/// The character that stands for a byte.
pub(crate) fn stand_in(byte: u8) -> char {
    match byte {
        b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff => char::from(byte),
        _ => {
            let before = (0..byte).filter(|other| !printable(*other)).count() as u32;
            char::from_u32(256 + before).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    }
}

fn printable(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff)
}

/// From characters back to the bytes they stand for.
pub(crate) struct Alphabet([Option<u8>; 324]);

impl Alphabet {
    /// The alphabet.
    pub(crate) fn new() -> Self {
        let mut table = [None; 324];
        for byte in 0..=255 {
            if let Some(place) = table.get_mut(stand_in(byte) as usize) {
                *place = Some(byte);
            }
        }
        Self(table)
    }

    /// The bytes a token stands for; none when it has a character outside the alphabet.
    pub(crate) fn bytes(&self, token: &str) -> Option<Box<[u8]>> {
        token.chars().map(|c| self.0.get(c as usize).copied().flatten()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, stand_in};

    #[test]
    fn every_byte_has_its_character() {
        assert_eq!((stand_in(b' '), stand_in(b'\n'), stand_in(b'a')), ('Ġ', 'Ċ', 'a'));
        let alphabet = Alphabet::new();
        for byte in 0..=255 {
            assert_eq!(alphabet.bytes(&stand_in(byte).to_string()).as_deref(), Some(&[byte][..]));
        }
        assert_eq!(alphabet.bytes("あ"), None);
    }
}
