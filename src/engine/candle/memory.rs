//! How much memory a model needs, and how much there is.

use candle_core::quantized::GgmlDType;

use super::DecoderOptions;
use super::decoder::packed::{bytes, suits};
use super::families::Config;
use super::room::HELD;
use super::write::TOGETHER;
use crate::engine::gguf::Gguf;
use crate::lang::Message;

/// Bytes a model needs, roughly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Estimate {
    /// Weights, in about the bits that the file has.
    stored: u64,
    /// What the products hold of the weights beside or instead of that.
    products: u64,
    /// Keys and values of the tokens read.
    keys_values: u64,
    /// Work space, and the program itself.
    work: u64,
}

impl Estimate {
    /// What a model needs.
    pub(crate) fn of(gguf: &Gguf, config: &Config, options: &DecoderOptions) -> Self {
        let tied = !gguf.tensors().contains_key("output.weight");
        let mut estimate = Self::default();
        for tensor in gguf.tensors().values() {
            let matrix = tensor.dims.len() == 2 && tensor.name != "token_embd.weight";
            let (stored, products) = match (tensor.name.as_str(), tied, tensor.dtype) {
                // In the memory of the device.
                _ if matrix && options.device().is_some() => (0, 0),
                // Only looked up.
                ("token_embd.weight", false, _) => (tensor.bytes, 0),
                // Multiplied as f32, the stored form is dropped.
                (_, _, GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16) => (0, tensor.elements.saturating_mul(4)),
                // Laid out anew, instead of the stored form.
                (_, _, form) if suits(form, &tensor.dims) => (bytes(form, tensor.elements), 0),
                // Repacked by candle for the product, beside the stored form.
                (_, _, GgmlDType::Q4K) => (tensor.bytes, tensor.elements / 4 * 3),
                (_, _, GgmlDType::Q6K) => (tensor.bytes, tensor.elements / 4 * 5),
                (_, _, GgmlDType::Q8_0) => (tensor.bytes, tensor.bytes),
                _ => (tensor.bytes, 0),
            };
            estimate.stored = estimate.stored.saturating_add(stored);
            estimate.products = estimate.products.saturating_add(products);
        }
        // Activations of a pass: a few rows as wide as the widest, and the logits of a batch.
        let widest = config.ffn.max(config.heads * config.head_dim).max(config.hidden);
        estimate.work = (64 << 20) + (256 * widest * 4 * 6 + 16 * config.rows * 4) as u64;
        estimate.keys_values = options.bytes(config, (options.context.saturating_mul(TOGETHER + 1)).min(HELD)) as u64;
        estimate
    }

    /// All together.
    pub(crate) fn total(&self) -> u64 {
        [self.stored, self.products, self.keys_values, self.work].into_iter().fold(0, u64::saturating_add)
    }

    /// Where the memory goes, for the user.
    pub(crate) fn note(&self, available: Option<u64>) -> Message {
        let mib = |bytes: u64| bytes.div_ceil(1 << 20);
        let total = mib(self.total());
        let (free_ja, free_en) = match available.map(mib) {
            Some(free) => (format!("空き {free} MiB"), format!("{free} MiB are free")),
            None => ("空きは不明".to_owned(), "how much is free is unknown".to_owned()),
        };
        let (stored, products) = (mib(self.stored), mib(self.products));
        let (keys_values, work) = (mib(self.keys_values), mib(self.work));
        Message::new(
            format!(
                "メモリの見積もり: {total} MiB（重み {stored}、計算用に並べ替えた重み {products}、KV キャッシュ {keys_values}、作業領域 {work}）、{free_ja}"
            ),
            format!(
                "memory, estimated: {total} MiB (weights {stored}, weights laid out for products {products}, KV cache {keys_values}, work space {work}); {free_en}"
            ),
        )
    }
}
