//! What this machine has.
//!
//! Linux says it in files, macOS through two small programs it comes with. Windows says it only to callers of its C
//! interface, which this program does not call: there it is unknown, and nobody is told a figure.

use std::fs;
use std::process::{Command, Stdio};

/// Bytes of memory this machine has for its programs, where the system says it.
#[must_use]
pub fn total_memory() -> Option<u64> {
    if cfg!(target_os = "macos") {
        return told("/usr/sbin/sysctl", &["-n", "hw.memsize"])?.trim().parse().ok();
    }
    machine("MemTotal:").into_iter().chain(number("/sys/fs/cgroup/memory.max")).min()
}

/// Bytes of memory that may still be used, where the system says it.
#[must_use]
pub fn available_memory() -> Option<u64> {
    if cfg!(target_os = "macos") {
        return free_pages(&told("/usr/bin/vm_stat", &[])?);
    }
    let group = number("/sys/fs/cgroup/memory.max").map(|limit| {
        // Cached files count as used, but give way.
        let files = read("/sys/fs/cgroup/memory.stat").and_then(|text| cached(&text));
        let used = number("/sys/fs/cgroup/memory.current").unwrap_or(0);
        limit.saturating_sub(used.saturating_sub(files.unwrap_or(0)))
    });
    machine("MemAvailable:").into_iter().chain(group).min()
}

/// The most memory that is used where the machine does not say what it has: the header of a file may ask for anything.
pub(crate) const ALLOWED: u64 = 16 << 30;

/// Whether that much memory may be used, where so much is known to be free.
pub(crate) fn fits(need: u64, available: Option<u64>) -> bool {
    need <= available.unwrap_or(ALLOWED)
}

/// What a program of the system prints.
fn told(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout).and_then(|text| String::from_utf8(text).ok())
}

/// Bytes of the pages that `vm_stat` calls free, speculative or inactive: those that give way.
fn free_pages(text: &str) -> Option<u64> {
    let size: u64 = text.split_once("page size of ")?.1.split(' ').next()?.parse().ok()?;
    let pages = |name: &str| -> Option<u64> {
        let count = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        count.trim().trim_end_matches('.').parse().ok()
    };
    let all = pages("Pages free")?.checked_add(pages("Pages inactive")?)?.checked_add(pages("Pages speculative")?)?;
    all.checked_mul(size)
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
    use super::{cached, free_pages, meminfo};

    #[test]
    fn the_memory_of_a_machine_is_read() {
        let text = "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:    8000000 kB\n";
        assert_eq!(meminfo(text, "MemTotal:"), Some(16_384_000_000));
        assert_eq!(meminfo(text, "MemAvailable:"), Some(8_192_000_000));
        assert_eq!(meminfo("MemTotal: lots", "MemTotal:"), None);
        assert_eq!(cached("anon 5\nfile 4096\nfile_mapped 7\n"), Some(4096));
    }

    #[test]
    fn what_vm_stat_prints_is_read() {
        let text = "Mach Virtual Memory Statistics: (page size of 16384 bytes)\n\
            Pages free:                               10000.\n\
            Pages active:                            500000.\n\
            Pages inactive:                          400000.\n\
            Pages speculative:                         2000.\n";
        assert_eq!(free_pages(text), Some(412_000 * 16_384));
        assert_eq!(free_pages("Pages free: 10000.\n"), None);
    }
}
