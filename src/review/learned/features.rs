//! What the learned reader sees of a sentence: stretches of its letters or words, and how it stands to the case.

use std::fmt::Write;

use crate::facts::Audience;
use crate::lang::Lang;
use crate::review::promise::{often, promise};
use crate::review::remedy::offers_remedy;
use crate::review::rule::Context;
use crate::review::topic::Topic;

/// Letters of the longest stretch in Japanese. Five teach no more, three a little less.
const LETTERS: usize = 4;
/// Words of the longest stretch in English. Letters teach less there.
const WORDS: usize = 3;
/// How many words of something a sentence must have, step by step.
const STEPS: [usize; 5] = [1, 2, 3, 4, 6];

/// Gives what there is to see of a sentence to `sink`, each once or more.
///
/// Stretches of a Japanese sentence are of one to four letters, of an English one of one to three words. What tells how
/// the sentence stands to its case and its document begins with `=`.
pub(super) fn features(sentence: &str, context: &Context<'_>, sink: &mut dyn FnMut(&str)) {
    let (lang, background) = (context.lang, context.background());
    let general = background.signs.general(sentence, context.grounds(), lang);
    match lang {
        Lang::Ja => letters(&general, sink),
        Lang::En => words(&general, sink),
    }
    sink(match context.kind.spec.audience {
        Audience::Client => "=to:client",
        Audience::Rep => "=to:rep",
        _ => "=to:inside",
    });
    let mut line = format!("=kind:{}", context.kind.id);
    sink(&line);
    for (told, name) in [
        (offers_remedy(sentence), "=remedy"),
        (sentence.contains(['「', '"', '“']), "=quoted"),
        (!sentence.ends_with(['。', '.', '」', '!', '?']), "=open-end"),
    ] {
        if told {
            sink(name);
        }
    }
    let promised = promise(sentence, lang);
    if let Some(promise) = &promised {
        line.clear();
        let _ = write!(line, "=promise:{:?}", promise.act);
        sink(&line);
    }
    if !background.cased {
        sink("=no-case");
        return;
    }
    let topic = Topic::of(sentence, lang);
    let view = context.grounds().seen().topic();
    let whole = context.whole().seen().topic();
    let strange = topic.words().filter(|word| !view.has(word));
    let (hidden, new): (Vec<&str>, Vec<&str>) = strange.partition(|word| whole.has(word));
    steps("new", new.len(), sink);
    steps("hidden", hidden.len(), sink);
    for word in new {
        line.clear();
        let _ = write!(line, "=new:{word}");
        sink(&line);
    }
    if let Some(nearest) = background.entries.nearest(&topic) {
        let mut told = |text: String| sink(&text);
        told(format!("=has:{}", nearest.fifths));
        told(format!("=together:{}", nearest.together));
        nearest.beside.iter().for_each(|sort| told(format!("=beside:{sort}")));
        let sort = nearest.sort;
        told(format!("=near:{sort}"));
        told(format!("=near:{sort}:{}", nearest.fifths));
        told(format!("=near:{sort}:{}", context.kind.id));
        if let Some(promise) = &promised {
            told(format!("=near:{sort}:{:?}", promise.act));
        }
        steps("lacking", nearest.lacking, sink);
    }
    for (name, others) in background.sides() {
        steps(name, others.iter().map(|other| topic.shared_apart(other)).max().unwrap_or(0), sink);
    }
    if promised.is_some() {
        let records = context.records();
        let known = records.iter().map(|record| topic.shared(&record.topic)).max().unwrap_or(0);
        steps("record", known, sink);
        steps("beyond-record", topic.len() - known, sink);
        let often = often(sentence);
        let kept = |known: &[bool; 6]| often.iter().zip(known).all(|(said, known)| !said || *known);
        if often.contains(&true) && !records.iter().any(|record| kept(&record.often)) {
            sink("=rhythm-unrecorded");
        }
    }
}

/// How many words of something there are, step by step: a line for each step that is reached.
fn steps(name: &str, count: usize, sink: &mut dyn FnMut(&str)) {
    for step in STEPS.into_iter().filter(|step| count >= *step) {
        sink(&format!("={name}>={step}"));
    }
}

/// Stretches of letters; `^` and `$` stand for the ends.
fn letters(text: &str, sink: &mut dyn FnMut(&str)) {
    let framed = format!("^{text}$");
    let at: Vec<usize> = framed.char_indices().map(|(at, _)| at).chain([framed.len()]).collect();
    for (first, from) in at.iter().enumerate() {
        for to in at.iter().skip(first + 1).take(LETTERS) {
            sink(framed.get(*from..*to).unwrap_or_default());
        }
    }
}

/// Stretches of words; a sign or a mark is a word of its own.
fn words(text: &str, sink: &mut dyn FnMut(&str)) {
    let mut found: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
        let end = if inside(first) { rest.find(|c| !inside(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, left) = rest.split_at(end);
        if !first.is_whitespace() {
            found.push(word);
        }
        rest = left;
    }
    let mut line = String::new();
    for first in 0..found.len() {
        line.clear();
        for word in found.iter().skip(first).take(WORDS) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            sink(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{letters, words};

    #[test]
    fn stretches() {
        let mut found = Vec::new();
        letters("お詫", &mut |stretch| found.push(stretch.to_owned()));
        assert_eq!(found, ["^", "^お", "^お詫", "^お詫$", "お", "お詫", "お詫$", "詫", "詫$", "$"]);
        let mut found = Vec::new();
        words("♙ didn’t, ", &mut |stretch| found.push(stretch.to_owned()));
        assert_eq!(found, ["♙", "♙ didn’t", "♙ didn’t ,", "didn’t", "didn’t ,", ","]);
    }
}
