//! Bytes to text, whole characters only.

/// Collects the bytes of tokens and gives the text they make so far.
#[derive(Default)]
pub(crate) struct Whole {
    text: String,
    /// The beginning of a character that is not complete.
    pending: Vec<u8>,
}

impl Whole {
    /// Adds the bytes of a token. A character comes when its last byte has come; bytes that can never become one
    /// are dropped.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.pending.extend_from_slice(bytes);
        let mut held = Vec::new();
        for chunk in self.pending.utf8_chunks() {
            self.text.push_str(chunk.valid());
            held = chunk.invalid().to_vec();
        }
        // Only what is last and may still be completed is kept.
        let complete = std::str::from_utf8(&held).map_err(|error| error.error_len());
        self.pending = if complete == Err(None) { held } else { Vec::new() };
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Whole;

    fn text(pieces: &[&[u8]]) -> String {
        let mut whole = Whole::default();
        pieces.iter().for_each(|piece| whole.push(piece));
        whole.text().to_owned()
    }

    #[test]
    fn characters_come_whole() {
        let bytes = "繕い🍵".as_bytes();
        for cut in 0..=bytes.len() {
            assert_eq!(text(&[&bytes[..cut], &bytes[cut..]]), "繕い🍵");
        }
        assert_eq!(text(&bytes.chunks(1).collect::<Vec<_>>()), "繕い🍵");
    }

    #[test]
    fn what_cannot_become_a_character_is_dropped() {
        assert_eq!(text(&[b"a", &[0xe3, 0x81]]), "a");
        assert_eq!(text(&[&[0xe3, 0x81], b"b"]), "b");
        assert_eq!(text(&[&[0xff, 0xfe], b"b"]), "b");
        assert_eq!(text(&[&[0xe3], &[0xe3, 0x81, 0x82]]), "あ");
        assert_eq!(text(&[&[0xed, 0xa0, 0x80], b"c"]), "c");
    }
}
