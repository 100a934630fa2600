//! Rotary position embedding, in f32 throughout.

use candle_core::{Device, Result, Tensor};
use candle_nn::rotary_emb::rope;

/// The rotary angles of every position.
pub(crate) struct Rope {
    /// `(context, head_dim / 2)`, f32.
    cos: Tensor,
    /// `(context, head_dim / 2)`, f32.
    sin: Tensor,
}

impl Rope {
    /// The angles of `context` positions.
    pub(crate) fn new(context: usize, head_dim: usize, base: f64, device: &Device) -> Result<Self> {
        let half = head_dim / 2;
        // In f32, as the models were trained: half-precision angles drift by tenths of a radian.
        #[expect(clippy::cast_possible_truncation, reason = "angles are f32 by design")]
        let frequencies: Vec<f32> =
            (0..half).map(|at| 1.0 / base.powf((2 * at) as f64 / head_dim as f64) as f32).collect();
        let angles: Vec<f32> = (0..context)
            .flat_map(|position| frequencies.iter().map(move |frequency| position as f32 * frequency))
            .collect();
        let angles = Tensor::from_vec(angles, (context, half), device)?;
        Ok(Self { cos: angles.cos()?, sin: angles.sin()? })
    }

    /// Turns `x`, `(heads, tokens, head_dim)` f32, whose first token is at `position`.
    pub(crate) fn turn(&self, x: &Tensor, position: usize) -> Result<Tensor> {
        let tokens = x.dim(1)?;
        let cos = self.cos.narrow(0, position, tokens)?;
        let sin = self.sin.narrow(0, position, tokens)?;
        rope(&x.unsqueeze(0)?.contiguous()?, &cos, &sin)?.squeeze(0)
    }
}
