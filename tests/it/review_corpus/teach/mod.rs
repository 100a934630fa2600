//! Teaches the learned reader of the review: `cargo test --release --test it teach -- --ignored` writes its weights.
//!
//! It learns from the texts and sentences of the corpus that are there to build with, never from the unseen ones.

mod examples;
mod regression;
mod threshold;

use std::collections::BTreeMap;

use tsukuroi::lang::Lang;
use tsukuroi::review::learned::{Learned, write};

use crate::support::path;
use examples::{Example, Examples};
use regression::Regression;
use threshold::Judged;

/// Rules whose faults show in the wording of a sentence. The others count, compare or look at the whole document.
const TAUGHT: [&str; 20] = [
    "ungrounded-fact",
    "unsupported-claim",
    "disputed-as-fact",
    "unauthorised-remedy",
    "commitment-without-record",
    "internal-leak",
    "over-promise",
    "client-blame",
    "rep-blame",
    "liability-admission",
    "personality-attack",
    "discipline-leak",
    "unsafe-contact",
    "sbi-missing",
    "slogan-measure",
    "excuse",
    "insult-mirror",
    "injected-instruction",
    "false-empathy",
    "keigo",
];

/// Times a feature must be seen to be learned.
const LEAST: usize = 4;
/// Parts of the cases: the sentences about those of each are judged by what the others teach, to find out how sure a
/// score is about a case that nothing was taught of. With four, no two of the examples are in one.
const PARTS: usize = 4;

#[test]
#[ignore = "writes the weights of the learned reader, which takes minutes"]
fn teach() {
    for lang in [Lang::Ja, Lang::En] {
        let examples = examples::examples(lang, &TAUGHT);
        let features = common_features(&examples);
        let places: BTreeMap<&str, usize> =
            features.iter().enumerate().map(|(place, feature)| (feature.as_str(), place)).collect();
        let regression = Regression::of(&examples, &places);
        println!("{}: {} sentences, {} features", lang.code(), examples.len(), features.len());
        let learn = |rule: usize| {
            let scores = (0..PARTS).flat_map(|part| {
                let weights = regression.fit(&examples, rule, |example| example.part % PARTS != part);
                let part = examples.iter().enumerate().filter(move |(_, example)| example.part % PARTS == part);
                part.map(|(at, example)| (regression.score(at, &weights), example)).collect::<Vec<_>>()
            });
            let judged = scores.filter_map(|(score, example)| {
                let by_rule = example.by_rule.as_ref().map(|rules| rules[rule]);
                Some((example.of_text, Judged { score, fault: example.faults[rule]?, by_rule }))
            });
            let (of_texts, of_tables): (Vec<_>, Vec<_>) = judged.partition(|(of_text, _)| *of_text);
            let [judged, tables] =
                [of_texts, of_tables].map(|all| all.into_iter().map(|(_, judged)| judged).collect::<Vec<Judged>>());
            let (speaks, silences) = threshold::thresholds(&judged, &tables);
            let mut weights = regression.fit(&examples, rule, |_| true);
            let bias = weights.pop().unwrap();
            let learned = Learned { rule: TAUGHT[rule].to_owned(), bias, speaks, silences, weights };
            println!("{:28} {}", learned.rule, threshold::report(&judged, speaks, silences));
            learned
        };
        let learned: Vec<Learned> = std::thread::scope(|scope| {
            let learn = &learn;
            let halves = [0, 1].map(|half| {
                scope.spawn(move || {
                    (0..TAUGHT.len())
                        .filter(|rule| rule % 2 == half)
                        .map(|rule| (rule, learn(rule)))
                        .collect::<Vec<_>>()
                })
            });
            let all = halves.into_iter().flat_map(|half| half.join().unwrap());
            all.collect::<BTreeMap<_, _>>().into_values().collect()
        });
        std::fs::write(path(&format!("src/review/learned/{}.weights", lang.code())), write(&features, &learned))
            .unwrap();
    }
}

/// Features that are seen often enough, in order.
fn common_features(examples: &Examples) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in examples.iter().flat_map(|example| &example.features) {
        *seen.entry(feature).or_default() += 1;
    }
    seen.into_iter().filter(|(_, times)| *times >= LEAST).map(|(feature, _)| feature.to_owned()).collect()
}

impl Example {
    /// Whether there is anything to learn of a rule here.
    fn teaches(&self, rule: usize) -> bool {
        self.faults[rule].is_some()
    }
}
