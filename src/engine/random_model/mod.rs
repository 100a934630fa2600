//! A model of a real shape whose weights mean nothing: to measure speed where no model is at hand.
//!
//! What it writes is gibberish; what it costs is what a real model of its shape costs. Seeded: the same shape,
//! quantisation and seed give the same file.

mod blocks;
mod header;
mod noise;
mod quantisation;
mod shape;
mod vocabulary;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::engine::EngineError;
use blocks::fill;
use noise::Noise;
pub use quantisation::Quantisation;
pub use shape::Shape;

/// The file's alignment of tensor data, in bytes.
const ALIGNMENT: u64 = 32;
/// About how many bytes are made at once.
const PIECE: usize = 1 << 20;

/// A model to be made up.
#[derive(Clone, Copy, Debug)]
pub struct RandomModel {
    /// Its sizes.
    pub shape: Shape,
    /// How its weights are stored.
    pub quantisation: Quantisation,
    /// What the weights are drawn from.
    pub seed: u64,
}

/// A tensor of the file.
struct Planned {
    name: String,
    /// Outermost first.
    dims: Vec<usize>,
    dtype: candle_core::quantized::GgmlDType,
    bytes: u64,
}

impl RandomModel {
    /// The tensors in the order of the file.
    fn tensors(&self) -> Vec<Planned> {
        let plan = |(name, dims): (String, Vec<usize>)| {
            let dtype = self.quantisation.dtype(&name, &dims, self.shape.layers);
            let elements: usize = dims.iter().product();
            let bytes = (elements / dtype.block_size() * dtype.type_size()) as u64;
            Planned { name, dims, dtype, bytes }
        };
        self.shape.tensors().into_iter().map(plan).collect()
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let tensors = self.tensors();
        let header = header::encode(self, &tensors).len() as u64;
        let last = tensors.len().saturating_sub(1);
        let data = |(at, tensor): (usize, &Planned)| {
            if at == last { tensor.bytes } else { tensor.bytes.next_multiple_of(ALIGNMENT) }
        };
        header + tensors.iter().enumerate().map(data).sum::<u64>()
    }

    /// Writes the file. `each` hears how many bytes are written, every MiB or so, and may stop the writing.
    ///
    /// # Errors
    /// When the file exists or cannot be written, or `each` says so.
    pub fn write(&self, path: &Path, mut each: impl FnMut(u64) -> std::io::Result<()>) -> Result<(), EngineError> {
        let failed = |why| EngineError::Write { path: path.to_owned(), why };
        let tensors = self.tensors();
        let mut out = BufWriter::with_capacity(PIECE, File::create_new(path).map_err(failed)?);
        let mut written = 0u64;
        let mut put = |bytes: &[u8]| {
            written += bytes.len() as u64;
            out.write_all(bytes)?;
            each(written)
        };
        put(&header::encode(self, &tensors)).map_err(failed)?;
        let last = tensors.len().saturating_sub(1);
        for (at, tensor) in tensors.iter().enumerate() {
            let mut noise = Noise::new(self.seed, &tensor.name);
            let size = tensor.dtype.type_size();
            let mut left = usize::try_from(tensor.bytes).map_err(EngineError::compute)?;
            while left > 0 {
                let mut piece = vec![0u8; left.min(PIECE / size * size)];
                fill(&mut piece, tensor, &mut noise);
                left -= piece.len();
                put(&piece).map_err(failed)?;
            }
            if at != last {
                let padding = tensor.bytes.next_multiple_of(ALIGNMENT) - tensor.bytes;
                put(&[0u8; ALIGNMENT as usize][..padding as usize]).map_err(failed)?;
            }
        }
        out.flush().map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantisation, RandomModel, Shape};
    use crate::engine::gguf::Gguf;

    #[test]
    fn a_seed_makes_a_file_of_the_promised_size_again() {
        let folder = tempfile::tempdir().unwrap();
        for quantisation in [Quantisation::Q4KM, Quantisation::Q8_0] {
            let model = RandomModel { shape: Shape::SMALL, quantisation, seed: 7 };
            let paths = ["a", "b"].map(|name| folder.path().join(format!("{name}-{quantisation}.gguf")));
            let files = paths.each_ref().map(|path| {
                model.write(path, |_| Ok(())).unwrap();
                std::fs::read(path).unwrap()
            });
            assert_eq!(files[0].len() as u64, model.bytes());
            assert!(files[0] == files[1], "the same seed made another file");
            Gguf::open(&paths[0]).unwrap();
            assert!(model.write(&paths[0], |_| Ok(())).is_err(), "an existing file was written over");
        }
    }

    #[test]
    fn the_sizes_are_the_published_ones() {
        // Files of real models of these shapes have, in GB (10⁹ bytes): 0.40, 1.11, 2.50; 0.64, 1.83, 4.28.
        for (shape, quantisation, gigabytes) in [
            (Shape::B0_6, Quantisation::Q4KM, 0.40),
            (Shape::B1_7, Quantisation::Q4KM, 1.11),
            (Shape::B4, Quantisation::Q4KM, 2.50),
            (Shape::B0_6, Quantisation::Q8_0, 0.64),
            (Shape::B1_7, Quantisation::Q8_0, 1.83),
            (Shape::B4, Quantisation::Q8_0, 4.28),
        ] {
            let bytes = RandomModel { shape, quantisation, seed: 0 }.bytes();
            let found = bytes as f64 / 1e9;
            assert!((found - gigabytes).abs() < 0.02, "{quantisation}: {found} instead of {gigabytes}");
        }
    }
}
