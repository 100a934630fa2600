//! How much memory a model needs, and how much there is.

use std::fs;

use candle_core::quantized::GgmlDType;

use super::qwen3::Config;
use crate::engine::gguf::Gguf;

/// Positions the estimate counts: more than a document usually needs.
const POSITIONS: usize = 4096;

/// What is assumed where the machine does not say what it has.
const ASSUMED: u64 = 16 << 30;

/// Bytes a model needs, roughly: its weights as they are held, the memory of the tokens read, and work space.
pub(crate) fn needed(gguf: &Gguf, config: &Config, context: usize) -> u64 {
    let tied = !gguf.tensors().contains_key("output.weight");
    let mut bytes = 64u64 << 20;
    for tensor in gguf.tensors().values() {
        let product = match tensor.dtype {
            // Multiplied as f32, the stored form is dropped.
            GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16 => tensor.elements.saturating_mul(4),
            // Repacked for the product: six bits a weight more.
            GgmlDType::Q4K | GgmlDType::Q6K => tensor.bytes.saturating_add(tensor.elements / 4 * 3),
            _ => tensor.bytes,
        };
        bytes = bytes.saturating_add(match (tensor.name.as_str(), tied) {
            // Only looked up.
            ("token_embd.weight", false) => tensor.bytes,
            // Looked up and multiplied with.
            ("token_embd.weight", true) => tensor.bytes.saturating_add(product),
            _ => product,
        });
    }
    let held = 2 * config.layers * config.kv_heads * config.head_dim * 4;
    let angles = context * config.head_dim * 4;
    bytes.saturating_add((context.min(POSITIONS) as u64).saturating_mul(held as u64)).saturating_add(angles as u64)
}

/// Bytes that may still be used, as far as the machine says.
pub(crate) fn available() -> u64 {
    let read = |path| fs::read_to_string(path).ok();
    let machine = read("/proc/meminfo").and_then(|text| meminfo(&text));
    let number = |path| read(path)?.trim().parse::<u64>().ok();
    let group = number("/sys/fs/cgroup/memory.max").map(|limit| {
        // Cached files count as used, but give way.
        let files = read("/sys/fs/cgroup/memory.stat").and_then(|text| cached(&text));
        let used = number("/sys/fs/cgroup/memory.current").unwrap_or(0);
        limit.saturating_sub(used.saturating_sub(files.unwrap_or(0)))
    });
    machine.into_iter().chain(group).min().unwrap_or(ASSUMED)
}

/// `file` of a control group's `memory.stat`, in bytes.
fn cached(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("file "))?;
    line.trim().parse().ok()
}

/// `MemAvailable` of `/proc/meminfo`, in bytes.
fn meminfo(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::{cached, meminfo};

    #[test]
    fn available_memory_is_read() {
        let text = "MemTotal:       16000000 kB\nMemAvailable:    8000000 kB\n";
        assert_eq!(meminfo(text), Some(8_192_000_000));
        assert_eq!(meminfo("MemAvailable: lots"), None);
        assert_eq!(cached("anon 5\nfile 4096\nfile_mapped 7\n"), Some(4096));
    }
}
