//! What computes: two runs of the same give the same keys and values, bit for bit.

use std::time::UNIX_EPOCH;

/// This program's version and file, and the instructions of the machine that decide which kernels run.
pub(super) fn build() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let file = file.map(|file| {
        let changed = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        (file.len(), changed.unwrap_or_default())
    });
    let (version, system, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    format!("{version} {system} {machine} {:?} {}", file.ok(), instructions())
}

#[cfg(target_arch = "x86_64")]
fn instructions() -> String {
    use std::arch::is_x86_feature_detected as has;
    let found = [
        ("avx", has!("avx")),
        ("avx2", has!("avx2")),
        ("fma", has!("fma")),
        ("f16c", has!("f16c")),
        ("avxvnni", has!("avxvnni")),
        ("avx512f", has!("avx512f")),
        ("avx512bw", has!("avx512bw")),
        ("avx512vl", has!("avx512vl")),
        ("avx512vnni", has!("avx512vnni")),
    ];
    named(&found)
}

#[cfg(target_arch = "aarch64")]
fn instructions() -> String {
    use std::arch::is_aarch64_feature_detected as has;
    named(&[("neon", has!("neon")), ("fp16", has!("fp16")), ("dotprod", has!("dotprod")), ("i8mm", has!("i8mm"))])
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn instructions() -> String {
    String::new()
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
fn named(found: &[(&str, bool)]) -> String {
    found.iter().filter(|(_, there)| *there).map(|(name, _)| format!("{name} ")).collect()
}
