//! How much memory a model needs, and how much there is.

use std::fs;

use candle_core::quantized::GgmlDType;

use super::qwen3::Config;
use crate::engine::gguf::Gguf;

/// Positions the estimate counts: more than a document usually needs.
const POSITIONS: usize = 4096;

/// Bytes a model needs, roughly: its weights as they are held, the memory of the tokens read, and work space.
pub(crate) fn needed(gguf: &Gguf, config: &Config, context: usize) -> u64 {
    let tied = !gguf.tensors().contains_key("output.weight");
    let mut bytes = 64 << 20;
    for tensor in gguf.tensors().values() {
        let twice = match tensor.dtype {
            // Kept as stored for the look-up and as f32 for the product.
            GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16 => tensor.elements.saturating_mul(4),
            // Repacked for the product: six bits a weight more.
            GgmlDType::Q4K | GgmlDType::Q6K => tensor.elements / 4 * 3,
            _ => 0,
        };
        bytes = u64::saturating_add(
            bytes,
            if tied || tensor.name != "token_embd.weight" {
                twice
            } else {
                0
            },
        );
        bytes = bytes.saturating_add(tensor.bytes);
    }
    let position = 2 * config.layers * config.kv_heads * config.head_dim * 4;
    bytes.saturating_add((context.min(POSITIONS) as u64).saturating_mul(position as u64))
}

/// Bytes the machine can still give, where it says so.
pub(crate) fn available() -> Option<u64> {
    let machine = fs::read_to_string("/proc/meminfo")
        .ok()
        .and_then(|text| meminfo(&text));
    let number = |path| fs::read_to_string(path).ok()?.trim().parse::<u64>().ok();
    let limit = number("/sys/fs/cgroup/memory.max");
    let used = number("/sys/fs/cgroup/memory.current").unwrap_or(0);
    let group = limit.map(|limit| limit.saturating_sub(used));
    machine.into_iter().chain(group).min()
}

/// `MemAvailable` of `/proc/meminfo`, in bytes.
fn meminfo(text: &str) -> Option<u64> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::meminfo;

    #[test]
    fn available_memory_is_read() {
        let text = "MemTotal:       16000000 kB\nMemAvailable:    8000000 kB\n";
        assert_eq!(meminfo(text), Some(8_192_000_000));
        assert_eq!(meminfo("MemAvailable: lots"), None);
    }
}
