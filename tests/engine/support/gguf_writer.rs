//! Writes GGUF files, sound and unsound ones.

use tsukuroi::engine::gguf::Encoder;

/// A metadata value.
#[derive(Clone)]
pub(crate) enum Meta {
    U32(u32),
    U64(u64),
    F32(f32),
    Bool(u8),
    Text(Vec<u8>),
    Texts(Vec<String>),
    I32s(Vec<i32>),
    F32s(Vec<f32>),
    U8s(Vec<u8>),
    Nested,
    OfType(u32),
}

impl Meta {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.as_bytes().to_vec())
    }

    fn put(&self, out: &mut Encoder) {
        match self {
            Self::U32(value) => {
                out.u32(4);
                out.u32(*value);
            }
            Self::U64(value) => {
                out.u32(10);
                out.u64(*value);
            }
            Self::F32(value) => {
                out.u32(6);
                out.u32(value.to_bits());
            }
            Self::Bool(value) => {
                out.u32(7);
                out.bytes.push(*value);
            }
            Self::Text(text) => {
                out.u32(8);
                out.text(text);
            }
            Self::Texts(texts) => {
                out.u32(9);
                out.u32(8);
                out.u64(texts.len() as u64);
                texts.iter().for_each(|text| out.text(text.as_bytes()));
            }
            Self::I32s(values) => {
                out.u32(9);
                out.u32(5);
                out.u64(values.len() as u64);
                values.iter().for_each(|value| out.bytes.extend(value.to_le_bytes()));
            }
            Self::F32s(values) => {
                out.u32(9);
                out.u32(6);
                out.u64(values.len() as u64);
                values.iter().for_each(|value| out.bytes.extend(value.to_le_bytes()));
            }
            Self::U8s(values) => {
                out.u32(9);
                out.u32(0);
                out.u64(values.len() as u64);
                out.bytes.extend(values);
            }
            Self::Nested => {
                out.u32(9);
                for _ in 0..100 {
                    out.u32(9);
                    out.u64(1);
                }
                out.u32(4);
                out.u64(0);
            }
            Self::OfType(code) => out.u32(*code),
        }
    }
}

/// A tensor as the file has it.
#[derive(Clone)]
pub(crate) struct Tensor {
    pub(crate) name: String,
    /// Innermost first, as in the file.
    pub(crate) dims: Vec<u64>,
    pub(crate) code: u32,
    pub(crate) data: Vec<u8>,
    /// Instead of where it lies.
    pub(crate) offset: Option<u64>,
}

/// A file to be written.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) magic: [u8; 4],
    pub(crate) version: u32,
    pub(crate) metadata: Vec<(String, Meta)>,
    pub(crate) tensors: Vec<Tensor>,
    /// Instead of how many there are.
    pub(crate) counts: (Option<u64>, Option<u64>),
    pub(crate) alignment: usize,
}

impl File {
    pub(crate) fn new() -> Self {
        Self {
            magic: *b"GGUF",
            version: 3,
            metadata: Vec::new(),
            tensors: Vec::new(),
            counts: (None, None),
            alignment: 32,
        }
    }

    /// Sets a key, in place where it is there.
    pub(crate) fn set(&mut self, key: &str, value: Meta) {
        match self.metadata.iter_mut().find(|(old, _)| old == key) {
            Some((_, old)) => *old = value,
            None => self.metadata.push((key.to_owned(), value)),
        }
    }

    /// Removes a key.
    pub(crate) fn unset(&mut self, key: &str) {
        self.metadata.retain(|(old, _)| old != key);
    }

    /// Adds a tensor of f32, its sizes outermost first.
    pub(crate) fn tensor(&mut self, name: &str, dims: &[usize], values: &[f32]) {
        let data = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        self.stored(name, dims, 0, data);
    }

    /// Adds a tensor as it is stored.
    pub(crate) fn stored(&mut self, name: &str, dims: &[usize], code: u32, data: Vec<u8>) {
        self.tensors.push(Tensor {
            name: name.to_owned(),
            dims: dims.iter().rev().map(|size| *size as u64).collect(),
            code,
            data,
            offset: None,
        });
    }

    /// The tensor of a name.
    pub(crate) fn tensor_mut(&mut self, name: &str) -> &mut Tensor {
        self.tensors.iter_mut().find(|tensor| tensor.name == name).expect("a tensor of the file")
    }

    /// The bytes of the file, and where its counts, lengths, types and offsets are.
    pub(crate) fn write(&self) -> Encoder {
        let mut out = Encoder::new(self.magic, self.version);
        out.u64(self.counts.0.unwrap_or(self.tensors.len() as u64));
        out.u64(self.counts.1.unwrap_or(self.metadata.len() as u64));
        for (key, value) in &self.metadata {
            out.text(key.as_bytes());
            value.put(&mut out);
        }
        let mut offset = 0usize;
        for tensor in &self.tensors {
            out.text(tensor.name.as_bytes());
            out.u32(tensor.dims.len() as u32);
            tensor.dims.iter().for_each(|size| out.u64(*size));
            out.u32(tensor.code);
            out.u64(tensor.offset.unwrap_or(offset as u64));
            offset = (offset + tensor.data.len()).next_multiple_of(self.alignment);
        }
        for tensor in &self.tensors {
            out.pad(self.alignment);
            out.bytes.extend(&tensor.data);
        }
        out
    }
}
