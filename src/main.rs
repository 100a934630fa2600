//! The `tsukuroi` binary: parse, run, report.

use std::ffi::OsString;
use std::process::ExitCode;

use mimalloc::MiMalloc;
use tsukuroi::command::{Console, run, spoken};

/// Patterns are compiled anew in every run, in thousands of small pieces: the system's allocator takes a fifth of it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let lang = spoken(&args, |name| std::env::var(name).ok());
    let (mut input, mut out, mut err) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let mut console = Console::new(&mut input, &mut out, &mut err, lang);
    // For terminals that are not seen as such, and programs that answer for a person.
    match std::env::var("TSUKUROI_INTERACTIVE").as_deref() {
        Ok("1") => console.interactive = true,
        Ok("0") => console.interactive = false,
        _ => {}
    }
    run(&args, &mut console).into()
}
