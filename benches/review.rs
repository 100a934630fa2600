//! How long a review takes: a letter after the start, and texts of growing size.
//!
//! `cargo bench --bench review`. The bounds it prints are those the project holds itself to: a letter of a thousand
//! characters in 5 ms, a text of 1 MB in 2 s, and time that grows with the size and no faster.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use mimalloc::MiMalloc;
use tsukuroi::facts::{Case, Facts, Withheld};
use tsukuroi::kind::{Laid, Library};
use tsukuroi::lang::Lang;
use tsukuroi::review::{Context, Scope, review};

/// That of the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Letters of the tests.
const LETTERS: [(Lang, &str); 2] = [
    (Lang::Ja, include_str!("../src/review/tests/letters/cartons.apology.ja.txt")),
    (Lang::En, include_str!("../src/review/tests/letters/cartons.apology.en.txt")),
];

#[allow(clippy::print_stdout, reason = "a bench reports on its standard output")]
fn main() {
    // `cargo test --benches` only sees that it runs.
    let quick = !std::env::args().any(|arg| arg == "--bench");
    for (lang, letter) in LETTERS {
        let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cartons/case.toml");
        let case = Case::load(&path).unwrap_or_else(|error| panic!("{error}"));
        let kind = library.kinds().find(|kind| kind.id == "client-apology-letter").unwrap_or_else(|| panic!("no kind"));
        let facts = Facts::of(&case, kind.spec.audience, lang);
        let withheld = Withheld::of(&case, &facts);
        let context = Context::new(&facts, &withheld, kind);
        let run = |context: &Context<'_>, laid: &Laid| {
            let start = Instant::now();
            let found = review(context, laid, Scope::Document).unwrap_or_else(|error| panic!("{error}"));
            black_box(found);
            start.elapsed()
        };
        // Another beginning, and another word in each sentence: what is kept of the letters before is of no use.
        let letter_from = |at: usize| {
            let (stop, word) = match lang {
                Lang::Ja => ("。", char::from_u32(0x4E00 + at as u32).unwrap_or('々').to_string()),
                Lang::En => (".", format!(" x{at}")),
            };
            let changed = letter.replace(stop, &format!("{word}{stop}"));
            Laid::plain(&changed.chars().cycle().skip(at).take(1_000).collect::<String>())
        };
        let first = run(&context, &letter_from(0));
        let rounds = if quick { 2 } else { 200 };
        let mut times: Vec<Duration> = (1..=rounds).map(|round| run(&context, &letter_from(round))).collect();
        times.sort_unstable();
        let fresh: Vec<Duration> = (1..=rounds.min(20))
            .map(|at| run(&Context::new(&facts, &withheld, kind), &letter_from(at + rounds)))
            .collect();
        println!(
            "{lang}: first {first:.2?}, 1,000 characters {:.2?} (new case {:.2?})",
            middle(&times),
            middle(&fresh)
        );
        let sizes: &[usize] = if quick { &[1 << 12] } else { &[1 << 17, 1 << 18, 1 << 19, 1 << 20] };
        for size in sizes {
            let mut text = String::with_capacity(size + letter.len());
            while text.len() < *size {
                text.push_str(letter);
                text.push('\n');
            }
            let time = run(&context, &Laid::plain(&text));
            let each = time.as_secs_f64() * 1e9 / text.len() as f64;
            println!("{lang}: {} bytes {time:.2?}, {each:.0} ns a byte", text.len());
        }
    }
}

/// The time in the middle.
fn middle(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
