//! What a layer remembers of the tokens read.

use candle_core::{DType, Device, Result, Tensor};

/// Positions by which a cache grows.
const STEP: usize = 512;

/// Keys and values of one layer. Forgetting is writing over: the caller says how many positions count.
pub(crate) struct Cache {
    /// `(kv_heads, capacity, head_dim)`, f32.
    keys: Tensor,
    /// `(kv_heads, capacity, head_dim)`, f32.
    values: Tensor,
}

impl Cache {
    /// An empty cache.
    pub(crate) fn new(kv_heads: usize, head_dim: usize, device: &Device) -> Result<Self> {
        let empty = || Tensor::zeros((kv_heads, STEP, head_dim), DType::F32, device);
        Ok(Self { keys: empty()?, values: empty()? })
    }

    /// Keeps `keys` and `values`, both `(kv_heads, tokens, head_dim)` f32, at `position`, and gives all from 0 on:
    /// `(kv_heads, position + tokens, head_dim)` each.
    pub(crate) fn keep(&mut self, keys: &Tensor, values: &Tensor, position: usize) -> Result<(Tensor, Tensor)> {
        let end = position + keys.dim(1)?;
        if end > self.keys.dim(1)? {
            self.keys = grown(&self.keys, position, end)?;
            self.values = grown(&self.values, position, end)?;
        }
        self.keys.slice_set(&keys.contiguous()?, 1, position)?;
        self.values.slice_set(&values.contiguous()?, 1, position)?;
        Ok((self.keys.narrow(1, 0, end)?, self.values.narrow(1, 0, end)?))
    }
}

/// A larger tensor with the first `held` positions of `old` and room for `end`.
fn grown(old: &Tensor, held: usize, end: usize) -> Result<Tensor> {
    let (heads, _, width) = old.dims3()?;
    let room = Tensor::zeros((heads, end.next_multiple_of(STEP), width), DType::F32, old.device())?;
    if held > 0 {
        room.slice_set(&old.narrow(1, 0, held)?.contiguous()?, 1, 0)?;
    }
    Ok(room)
}
