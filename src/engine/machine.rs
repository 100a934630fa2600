//! What this machine has.

use std::fs;

/// Bytes of memory this machine has for its programs, where the system says it in a file.
#[must_use]
pub fn total_memory() -> Option<u64> {
    machine("MemTotal:").into_iter().chain(number("/sys/fs/cgroup/memory.max")).min()
}

/// Bytes of memory that may still be used, where the system says it in a file.
pub(crate) fn available_memory() -> Option<u64> {
    let group = number("/sys/fs/cgroup/memory.max").map(|limit| {
        // Cached files count as used, but give way.
        let files = read("/sys/fs/cgroup/memory.stat").and_then(|text| cached(&text));
        let used = number("/sys/fs/cgroup/memory.current").unwrap_or(0);
        limit.saturating_sub(used.saturating_sub(files.unwrap_or(0)))
    });
    machine("MemAvailable:").into_iter().chain(group).min()
}

fn read(path: &str) -> Option<String> {
    fs::read_to_string(path).ok()
}

fn number(path: &str) -> Option<u64> {
    read(path)?.trim().parse().ok()
}

fn machine(key: &str) -> Option<u64> {
    meminfo(&read("/proc/meminfo")?, key)
}

/// An entry of `/proc/meminfo`, in bytes.
fn meminfo(text: &str, key: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(key))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

/// `file` of a control group's `memory.stat`, in bytes.
fn cached(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("file "))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{cached, meminfo};

    #[test]
    fn the_memory_of_a_machine_is_read() {
        let text = "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:    8000000 kB\n";
        assert_eq!(meminfo(text, "MemTotal:"), Some(16_384_000_000));
        assert_eq!(meminfo(text, "MemAvailable:"), Some(8_192_000_000));
        assert_eq!(meminfo("MemTotal: lots", "MemTotal:"), None);
        assert_eq!(cached("anon 5\nfile 4096\nfile_mapped 7\n"), Some(4096));
    }
}
