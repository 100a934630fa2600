//! A text under review against an example case.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tsukuroi::facts::{Case, Facts, Withheld};
use tsukuroi::kind::{Laid, Library};
use tsukuroi::lang::Lang;
use tsukuroi::review::{Context, Scope, review};

static CASE: LazyLock<Case> = LazyLock::new(|| {
    Case::parse("case.toml", include_str!("../../examples/onboarding/case.toml")).expect("a sound case")
});
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().expect("sound kinds"));

fuzz_target!(|text: &str| {
    let kind = LIBRARY.kind("client-apology-letter").expect("a kind");
    for lang in Lang::ALL {
        let facts = Facts::of(&CASE, kind.spec.audience, lang);
        let withheld = Withheld::of(&CASE, &facts);
        let found = review(&Context::new(&facts, &withheld, kind), &Laid::plain(text), Scope::Document);
        for finding in found.expect("rules that can judge") {
            assert!(text.get(finding.span).is_some(), "a finding beside the text");
        }
    }
});
