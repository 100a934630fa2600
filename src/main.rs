//! The `tsukuroi` binary: parse, run, report.

use std::ffi::OsString;
use std::process::ExitCode;

use tsukuroi::command::{Console, run, spoken};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let lang = spoken(&args, |name| std::env::var(name).ok());
    let (mut input, mut out, mut err) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let mut console = Console::new(&mut input, &mut out, &mut err, lang);
    run(&args, &mut console).into()
}
