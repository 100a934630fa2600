//! Whether the templates of a user's own kind hold together: found when they are loaded, not when a draft is wanted.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::folder::Source;
use super::kind_file::told;
use super::library::KindError;
use super::render::Renderer;
use crate::facts::Groups;
use crate::facts::read::{Field, Problem, nearest};
use crate::lang::{Message, fixed};

static BLOCK: LazyLock<Regex> = LazyLock::new(|| fixed(r"\{%[-+]?\s*block\s+([A-Za-z_][A-Za-z0-9_]*)"));
static COMMENT: LazyLock<Regex> = LazyLock::new(|| fixed(r"(?s)\{#.*?#\}"));
static STRING: LazyLock<Regex> = LazyLock::new(|| fixed(r#""[^"\n]*"|'[^'\n]*'"#));
static CODE: LazyLock<Regex> = LazyLock::new(|| fixed(r"(?s)\{\{.*?\}\}|\{%.*?%\}"));
static FILTER: LazyLock<Regex> = LazyLock::new(|| fixed(r"\|\s*([A-Za-z_][A-Za-z0-9_]*)"));
static TEST: LazyLock<Regex> = LazyLock::new(|| fixed(r"\bis\s+(?:not\s+)?([a-z_][A-Za-z0-9_]*)"));

/// Looks a template of a kind through: its blocks, names, filters and tests. `name` is that among the templates.
pub(super) fn template(
    kind: &Kind,
    name: &str,
    shown: &str,
    source: &Source,
    renderer: &Renderer,
) -> Result<(), KindError> {
    let text = blanked(&source.text, &COMMENT);
    let mut problems = blocks(kind, &text);
    problems.extend(words(name, &text, renderer));
    if problems.is_empty() { Ok(()) } else { Err(told(shown, &source.text, problems)) }
}

/// Looks a shared template through: its names, filters and tests.
pub(super) fn shared(name: &str, shown: &str, source: &Source, renderer: &Renderer) -> Result<(), KindError> {
    let problems = words(name, &blanked(&source.text, &COMMENT), renderer);
    if problems.is_empty() { Ok(()) } else { Err(told(shown, &source.text, problems)) }
}

/// A block for every prose section, and a section for every block.
fn blocks(kind: &Kind, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let found: Vec<(Range<usize>, &str)> =
        BLOCK.captures_iter(text).filter_map(|one| one.get(1)).map(|one| (one.range(), one.as_str())).collect();
    let sections: Vec<&str> =
        kind.spec.section.iter().filter(|section| section.is_prose()).map(|section| section.name.as_str()).collect();
    // What a template takes over from another one may stand there.
    let alone = !text.contains("extends");
    for section in sections.iter().filter(|section| alone && !found.iter().any(|(_, name)| name == *section)) {
        problems.push(Problem {
            span: 0..0,
            message: Message::new(
                format!("節 `{section}` のブロックがありません"),
                format!("there is no block for the section `{section}`"),
            ),
            help: Message::new(
                format!("{{% block {section} %}} … {{% endblock %}} を加えてください"),
                format!("add {{% block {section} %}} … {{% endblock %}}"),
            ),
        });
    }
    for (span, name) in found.iter().filter(|(_, name)| alone && !sections.contains(name)) {
        let near = nearest(name, &sections);
        let list = sections.join(", ");
        let help = near.map_or_else(
            || {
                Message::new(
                    format!("kind.toml の文章の節: {list}"),
                    format!("the prose sections of kind.toml: {list}"),
                )
            },
            |near| Message::new(format!("`{near}` のことでしょうか"), format!("did you mean `{near}`?")),
        );
        problems.push(Problem {
            span: span.clone(),
            message: Message::new(
                format!("ブロック `{name}` に当たる節が kind.toml にありません"),
                format!("no section of kind.toml is called `{name}`"),
            ),
            help,
        });
    }
    problems
}

/// Names, filters and tests that do not exist, also in branches that are hardly ever taken.
fn words(name: &str, text: &str, renderer: &Renderer) -> Vec<Problem> {
    let mut problems = Vec::new();
    let known = renderer.names();
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    for variable in renderer.undeclared(name) {
        let (head, rest) = variable.split_once('.').unwrap_or((variable.as_str(), ""));
        if !names.contains(&head) {
            problems.push(unknown(find(text, head), ("名前", "name"), head, &names));
            continue;
        }
        if head != "f" || rest.is_empty() {
            continue;
        }
        let steps: Vec<&str> = rest.split('.').collect();
        if let Err(lost) = Groups::leads(&steps)
            && !lost.known.is_empty()
        {
            problems.push(unknown(find(text, &variable), ("項目", "field"), &lost.step, lost.known));
        }
    }
    let bare = blanked(text, &STRING);
    for code in CODE.find_iter(&bare) {
        for (pattern, what, is_known) in [
            (&FILTER, ("フィルター", "filter"), Renderer::has_filter as fn(&Renderer, &str) -> bool),
            (&TEST, ("テスト", "test"), Renderer::has_test),
        ] {
            for word in pattern.captures_iter(code.as_str()).filter_map(|one| one.get(1)) {
                if !is_known(renderer, word.as_str()) {
                    let span = code.start() + word.start()..code.start() + word.end();
                    problems.push(unknown(span, what, word.as_str(), &[]));
                }
            }
        }
    }
    problems
}

fn unknown(span: Range<usize>, what: (&str, &str), word: &str, known: &[&str]) -> Problem {
    let (ja, en) = what;
    let help = match nearest(word, known) {
        Some(near) => Message::new(format!("`{near}` のことでしょうか"), format!("did you mean `{near}`?")),
        None if known.is_empty() => {
            Message::new("組み込みの文面を見本にしてください", "look at the templates of a built-in kind")
        }
        None => {
            let list = known.join(", ");
            Message::new(format!("使えるもの: {list}"), format!("known: {list}"))
        }
    };
    Problem {
        span,
        message: Message::new(format!("{ja} `{word}` はありません"), format!("there is no {en} `{word}`")),
        help,
    }
}

/// Where a word stands by itself in the code of a template.
fn find(text: &str, word: &str) -> Range<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let alone = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(|c| is_part(c) || c == '.') && !after.is_some_and(is_part)
    };
    let within = |at: usize| CODE.find_iter(text).any(|code| code.range().contains(&at));
    let found = text.match_indices(word).map(|(at, _)| at).find(|at| alone(*at) && within(*at));
    found.map_or(0..0, |at| at..at + word.len())
}

/// A text with what a pattern matches made blank; places stay.
fn blanked(text: &str, pattern: &Regex) -> String {
    let mut out = text.to_owned();
    for found in pattern.find_iter(text) {
        let blank: String = found.as_str().bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        out.replace_range(found.range(), &blank);
    }
    out
}
