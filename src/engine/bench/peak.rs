//! The most memory this process has had.

use std::fs;

/// Bytes of memory this process had at most, where the system says it in a file.
pub(super) fn resident() -> Option<u64> {
    fs::read_to_string("/proc/self/status").ok().and_then(|text| highest(&text))
}

/// `VmHWM` of `/proc/self/status`, in bytes.
fn highest(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::highest;

    #[test]
    fn the_peak_is_read() {
        assert_eq!(highest("VmPeak:\t 9 kB\nVmHWM:\t    2048 kB\n"), Some(2 << 20));
        assert_eq!(highest("VmPeak: 9 kB"), None);
    }
}
