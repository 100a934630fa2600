//! `kind.toml`: read, with what is wrong shown at its place.

use std::ops::Range;

use super::library::KindError;
use super::spec::Spec;
use crate::facts::Groups;
use crate::facts::read::{Field, LoadError, Problem, nearest};
use crate::lang::{Lang, Message};

/// Reads a `kind.toml`; `name` is shown in errors. Patterns are tried in a user's `own` files only: compiling those built
/// in takes longer than all else a command does at its start, and a test tries them.
///
/// # Errors
/// With every problem at its line and column.
pub(super) fn parse(name: &str, source: &str, own: bool) -> Result<Spec, KindError> {
    let spec: Spec = toml::from_str(source).map_err(|error| told(name, source, vec![explained(&error)]))?;
    let problems = unsound(&spec, source, own);
    if problems.is_empty() { Ok(spec) } else { Err(told(name, source, problems)) }
}

/// Problems of a file with their excerpts.
pub(super) fn told(name: &str, source: &str, mut problems: Vec<Problem>) -> KindError {
    problems.sort_by_key(|problem| problem.span.start);
    let error = LoadError { name: name.to_owned(), source: source.to_owned(), problems };
    let report = |lang: Lang| error.report(lang).trim_end().to_owned();
    KindError::new(
        format!("`{name}` が正しくありません\n{}", report(Lang::Ja)),
        format!("`{name}` is not valid\n{}", report(Lang::En)),
    )
}

/// What the reader of TOML says, in the words of a user.
fn explained(error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let said = error.message();
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let (word, known) = quoted.split_first().map_or(("", &[] as &[&str]), |(word, known)| (*word, known));
    let (message, key) = if said.starts_with("unknown field") {
        (Message::new(format!("`{word}` というキーはありません"), format!("unknown key `{word}`")), true)
    } else if said.starts_with("unknown variant") {
        (Message::new(format!("`{word}` という値はありません"), format!("`{word}` is not a value of this key")), true)
    } else if said.starts_with("missing field") {
        (Message::new(format!("`{word}` がありません"), format!("`{word}` is missing")), false)
    } else {
        (Message::new(format!("読めません: {said}"), said.to_owned()), false)
    };
    let list = known.join(", ");
    let help = match nearest(word, known).filter(|_| key) {
        Some(near) => {
            Message::new(format!("`{near}` のことでしょうか（{list}）"), format!("did you mean `{near}`? ({list})"))
        }
        None if key => Message::new(format!("書けるもの: {list}"), format!("write one of: {list}")),
        None => Message::new(
            "組み込みの種類の kind.toml を見本にしてください",
            "look at the kind.toml of a built-in kind for the form",
        ),
    };
    Problem { span, message, help }
}

/// What is wrong with a file that can be read.
fn unsound(spec: &Spec, source: &str, own: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    if spec.code.trim().is_empty() || !spec.code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        problems.push(problem(
            place(source, "code", 0),
            ("code は英字と数字で書いてください", "`code` is letters and digits"),
            ("例: code = \"D51\"", "for example code = \"D51\""),
        ));
    }
    for lang in Lang::ALL {
        let band = spec.length.get(lang);
        if band.min == 0 || band.min > band.max {
            let (min, max) = (band.min, band.max);
            problems.push(Problem {
                span: after(source, "[length]", lang.code()),
                message: Message::new(
                    format!("長さの下限 {min} と上限 {max} が合いません（{lang}）"),
                    format!("the length band {min}–{max} holds nothing ({lang})"),
                ),
                help: Message::new(
                    "min は1以上、max は min 以上にしてください",
                    "`min` is at least 1, `max` at least `min`",
                ),
            });
        }
    }
    for used in &spec.uses {
        let steps: Vec<&str> = used.split('.').collect();
        if let Err(lost) = Groups::leads(&steps) {
            let step = &lost.step;
            let near = nearest(step, lost.known);
            let list = lost.known.join(", ");
            let help = near.map_or_else(
                || Message::new(format!("書けるもの: {list}"), format!("write one of: {list}")),
                |near| Message::new(format!("`{near}` のことでしょうか"), format!("did you mean `{near}`?")),
            );
            problems.push(Problem {
                span: quoted(source, used, place(source, "uses", 0).start),
                message: Message::new(
                    format!("uses の `{used}` は事案のどこにも行き着きません（`{step}`）"),
                    format!("`{used}` in `uses` leads nowhere in a case (`{step}`)"),
                ),
                help,
            });
        }
    }
    for (index, section) in spec.section.iter().enumerate() {
        problems.extend(section_problems(spec, index, section, source));
        if own && section.is_prose() {
            problems.extend(mark_problems(section, source, header(source, index).start));
        }
    }
    problems
}

fn section_problems(spec: &Spec, index: usize, section: &super::Section, source: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let at = header(source, index);
    let name = &section.name;
    let named = quoted(source, name, at.start);
    if spec.section.iter().take(index).any(|other| other.name == *name) {
        problems.push(Problem {
            span: named.clone(),
            message: Message::new(
                format!("節の名前 `{name}` が二度使われています"),
                format!("the section name `{name}` is used twice"),
            ),
            help: Message::new("別の名前にしてください", "choose another name"),
        });
    }
    if !section.is_prose() {
        return problems;
    }
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || !name.chars().all(letters) || name.starts_with(|c: char| c.is_ascii_digit()) {
        problems.push(Problem {
            span: named,
            message: Message::new(
                format!("節の名前 `{name}` はブロックの名前にできません"),
                format!("the section name `{name}` cannot be the name of a block"),
            ),
            help: Message::new("英小文字・数字・_ だけを使ってください", "use a–z, 0–9 and _ only"),
        });
    }
    let blank = section.job.as_ref().is_none_or(|job| Lang::ALL.iter().any(|lang| job.get(*lang).trim().is_empty()));
    if blank {
        problems.push(Problem {
            span: at.clone(),
            message: Message::new(
                format!("節 `{name}` に job がありません"),
                format!("the section `{name}` has no `job`"),
            ),
            help: Message::new(
                "job = { ja = \"…\", en = \"…\" } に、その節の役割を書いてください。構成としてモデルに示されます",
                "write what it does as job = { ja = \"…\", en = \"…\" }; the model sees it in the outline",
            ),
        });
    }
    problems
}

/// Signs of a section that are no patterns.
fn mark_problems(section: &super::Section, source: &str, from: usize) -> Vec<Problem> {
    let name = &section.name;
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for mark in section.marks.iter().flat_map(|marks| marks.get(lang)) {
            if let Err(error) = regex::Regex::new(mark) {
                let why = error.to_string();
                let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
                let escaped = mark.replace('\\', "\\\\");
                problems.push(Problem {
                    span: quoted(source, &escaped, from),
                    message: Message::new(
                        format!("節 `{name}` の marks にある正規表現が正しくありません: {why}"),
                        format!("a regular expression in `marks` of `{name}` is not valid: {why}"),
                    ),
                    help: Message::new(
                        "かっこや \\ の対応を確かめてください",
                        "look for a missing bracket or a stray `\\`",
                    ),
                });
            }
        }
    }
    problems
}

fn problem(span: Range<usize>, message: (&str, &str), help: (&str, &str)) -> Problem {
    Problem { span, message: Message::new(message.0, message.1), help: Message::new(help.0, help.1) }
}

/// The line of a key, from a byte on.
fn place(source: &str, key: &str, from: usize) -> Range<usize> {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let is_key = line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        if at >= from && is_key {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    from..from
}

/// The line of a key of a table.
fn after(source: &str, table: &str, key: &str) -> Range<usize> {
    place(source, key, source.find(table).unwrap_or(0))
}

/// The header of the nth section.
fn header(source: &str, index: usize) -> Range<usize> {
    let word = "[[section]]";
    source.match_indices(word).nth(index).map_or(0..0, |(at, _)| at..at + word.len())
}

/// A quoted word from a byte on, else that byte.
fn quoted(source: &str, word: &str, from: usize) -> Range<usize> {
    let rest = source.get(from..).unwrap_or_default();
    let found = [format!("\"{word}\""), format!("'{word}'")].iter().filter_map(|word| rest.find(word)).min();
    found.map_or(from..from, |at| from + at..from + at + word.len() + 2)
}
