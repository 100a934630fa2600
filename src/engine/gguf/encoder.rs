//! Writes headers of model files: for made-up models.

/// The beginning of a file, and where its counts, lengths, types and offsets are.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    /// The bytes so far.
    pub bytes: Vec<u8>,
    /// Every count, length, type and offset: its place and its width, both in bytes.
    pub fields: Vec<(usize, usize)>,
}

impl Encoder {
    /// The magic number and the version: counts follow, of tensors and then of metadata entries.
    #[must_use]
    pub fn new(magic: [u8; 4], version: u32) -> Self {
        let mut encoder = Self { bytes: magic.to_vec(), fields: Vec::new() };
        encoder.u32(version);
        encoder
    }

    /// Adds a 32-bit field.
    pub fn u32(&mut self, value: u32) {
        self.fields.push((self.bytes.len(), 4));
        self.bytes.extend(value.to_le_bytes());
    }

    /// Adds a 64-bit field.
    pub fn u64(&mut self, value: u64) {
        self.fields.push((self.bytes.len(), 8));
        self.bytes.extend(value.to_le_bytes());
    }

    /// Adds a text, its length first.
    pub fn text(&mut self, text: &[u8]) {
        self.u64(text.len() as u64);
        self.bytes.extend(text);
    }

    /// Fills up with zeros to a multiple of `alignment`.
    pub fn pad(&mut self, alignment: usize) {
        self.bytes.resize(self.bytes.len().next_multiple_of(alignment), 0);
    }
}
