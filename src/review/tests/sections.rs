//! Documents made of sections: each must be there, filled, and in order.

use super::fixture::Bench;
use crate::facts::Audience;
use crate::kind::{Laid, LaidSection};
use crate::lang::Lang;
use crate::review::RULES;

/// What is found wrong with a document of these sections.
fn wrong(sections: &[(&str, &str)]) -> Vec<String> {
    let mut laid = Laid { text: String::new(), sections: Vec::new() };
    for (name, text) in sections {
        let start = laid.text.len();
        laid.text.push_str(text);
        let span = start..laid.text.len();
        laid.sections.push(LaidSection { name: (*name).to_owned(), prose: true, own: false, span, cited: Vec::new() });
    }
    let bench = Bench::of("cartons", Audience::Client, Lang::En, "any");
    let rule = RULES.iter().find(|rule| rule.id == "required-section").expect("the rule");
    let found = (rule.check)(&bench.context(), &laid).unwrap_or_else(|error| panic!("{error}"));
    found.into_iter().map(|finding| finding.message.en).collect()
}

#[test]
fn sections_must_be_there_and_in_order() {
    let (date, apology, closing) = (("date", "24 November 2026"), ("apology", "We are sorry."), ("closing", "…"));
    assert_eq!(wrong(&[date, apology, closing]), [] as [&str; 0]);
    assert_eq!(wrong(&[date, closing]), ["a part is missing: the apology, naming the lapse"]);
    assert_eq!(wrong(&[date, ("apology", " \n"), closing]), ["a part is missing: the apology, naming the lapse"]);
    assert_eq!(wrong(&[date, closing, apology]), ["out of order: Next reports"]);
}
