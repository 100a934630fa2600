//! How much memory a model needs, and how much there is.

use std::fs;

use candle_core::quantized::GgmlDType;

use super::DecoderOptions;
use super::families::Config;
use crate::engine::gguf::Gguf;

/// Positions the estimate counts: a long beginning, and all sections written at once.
const POSITIONS: usize = 6144;

/// What is assumed where the machine does not say what it has.
const ASSUMED: u64 = 16 << 30;

/// Bytes a model needs, roughly: its weights as they are held, keys and values of the tokens read, and work space.
pub(crate) fn needed(gguf: &Gguf, config: &Config, options: &DecoderOptions) -> u64 {
    let tied = !gguf.tensors().contains_key("output.weight");
    let mut bytes = 64u64 << 20;
    for tensor in gguf.tensors().values() {
        let product = match tensor.dtype {
            // Multiplied as f32, the stored form is dropped.
            GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16 => tensor.elements.saturating_mul(4),
            // Repacked for the product, beside the stored form.
            GgmlDType::Q4K => tensor.bytes.saturating_add(tensor.elements / 4 * 3),
            GgmlDType::Q6K => tensor.bytes.saturating_add(tensor.elements / 4 * 5),
            GgmlDType::Q8_0 => tensor.bytes.saturating_add(tensor.bytes),
            _ => tensor.bytes,
        };
        bytes = bytes.saturating_add(match (tensor.name.as_str(), tied) {
            // Only looked up.
            ("token_embd.weight", false) => tensor.bytes,
            _ => product,
        });
    }
    // Activations of a pass: a few rows as wide as the widest, and the logits of a batch.
    let widest = config.ffn.max(config.heads * config.head_dim).max(config.hidden);
    let work = 256 * widest * 4 * 6 + 16 * config.rows * 4;
    let pages = options.bytes(config, options.context.min(POSITIONS));
    bytes.saturating_add(pages as u64).saturating_add(work as u64)
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
