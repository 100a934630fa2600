//! Findings that somebody has accepted, with the reason: kept beside the text, in `TEXT.review.toml`.
//!
//! A finding stays accepted while the words and the sentence they stand in stay as they are; one about something that
//! is missing altogether while the whole text does. Every finding can be accepted: a rule can be wrong, and whoever
//! cannot tell it so stops asking it. What is kept says who decided what, and why.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::command::target::Target;
use crate::command::{Exit, Failure};
use crate::engine::hash::sha256;
use crate::facts::normalise::compare_key;
use crate::facts::read::line_column;
use crate::review::{Finding, sentences};

/// Longest file read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Which findings to accept: `RULE`, or `RULE@LINE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    rule: String,
    line: Option<usize>,
}

/// Reads `RULE` or `RULE@LINE`.
pub(super) fn wanted(word: &str) -> Result<Wanted, String> {
    let (rule, line) = match word.split_once('@') {
        None => (word, None),
        Some((rule, line)) => (rule, Some(line.parse().map_err(|_| format!("`{line}` is no line number"))?)),
    };
    match crate::review::RULES.iter().any(|known| known.id == rule) {
        true => Ok(Wanted { rule: rule.to_owned(), line }),
        false => Err(format!("`{rule}` is no rule; `review` shows their names in brackets")),
    }
}

/// A finding that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Acceptance {
    /// The rule.
    rule: String,
    /// The words it was about.
    words: String,
    /// SHA-256 of the sentence they stand in, as it is compared.
    sentence: String,
    /// Why it was accepted.
    pub(super) reason: String,
    /// When, `2026-11-25`.
    pub(super) on: String,
}

impl Acceptance {
    /// What it is about: `[keigo] お見積もり`.
    pub(super) fn told(&self) -> String {
        format!("[{}] {}", crate::draft::clean::line(&self.rule), crate::draft::clean::line(&self.words))
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    #[serde(default)]
    accepted: Vec<Acceptance>,
}

/// What was accepted in a text.
pub(super) struct Accepted {
    path: PathBuf,
    record: Record,
}

impl Accepted {
    /// What is kept beside a text; nothing where there is no such file.
    pub(super) fn beside(file: &Path) -> Result<Self, Failure> {
        let mut name = file.as_os_str().to_owned();
        name.push(".review.toml");
        let path = PathBuf::from(name);
        let record = match read(&path) {
            Ok(None) => Record::default(),
            Ok(Some(text)) => toml::from_str(&text).map_err(|error| broken(&path, error.to_string().trim_end()))?,
            Err(error) => return Err(broken(&path, &error.to_string())),
        };
        Ok(Self { path, record })
    }

    /// Whether a finding is accepted, and why.
    pub(super) fn of(&self, finding: &Finding, text: &str) -> Option<&Acceptance> {
        let same = |kept: &&Acceptance| kept.rule == finding.rule && kept.words == words(finding, text);
        let mut likely = self.record.accepted.iter().filter(same).peekable();
        likely.peek()?;
        let sentence = sentence(finding, text);
        likely.find(|kept| kept.sentence == sentence)
    }

    /// What was accepted and is no longer found: the text has changed there.
    pub(super) fn lapsed(&self, found: &[Finding], text: &str) -> Vec<&Acceptance> {
        let held: Vec<&Acceptance> = found.iter().filter_map(|finding| self.of(finding, text)).collect();
        self.record.accepted.iter().filter(|kept| !held.contains(kept)).collect()
    }

    /// Accepts findings and keeps that; what has lapsed is dropped.
    pub(super) fn accept(
        &mut self,
        wanted: &[Wanted],
        (reason, on): (&str, Date),
        found: &[Finding],
        text: &str,
    ) -> Result<(), Failure> {
        let mut new = Vec::new();
        for one in wanted {
            let at = |finding: &&Finding| {
                finding.rule == one.rule && one.line.is_none_or(|line| line_column(text, finding.span.start).0 == line)
            };
            let matching: Vec<&Finding> = found.iter().filter(at).collect();
            let places: std::collections::BTreeSet<usize> =
                matching.iter().map(|finding| line_column(text, finding.span.start).0).collect();
            if matching.is_empty() || one.line.is_none() && places.len() > 1 {
                return Err(unclear(one, found, text));
            }
            new.extend(matching.into_iter().map(|finding| Acceptance {
                rule: finding.rule.to_owned(),
                words: words(finding, text),
                sentence: sentence(finding, text),
                reason: reason.trim().to_owned(),
                on: on.to_string(),
            }));
        }
        let lapsed: Vec<Acceptance> = self.lapsed(found, text).into_iter().cloned().collect();
        let again = |kept: &Acceptance| {
            new.iter().any(|new| (&new.rule, &new.words, &new.sentence) == (&kept.rule, &kept.words, &kept.sentence))
        };
        self.record.accepted.retain(|kept| !lapsed.contains(kept) && !again(kept));
        self.record.accepted.extend(new);
        let body = toml::to_string(&self.record).map_err(|error| broken(&self.path, &error.to_string()))?;
        Target::check(&self.path, true)?.write(body.as_bytes())
    }
}

/// The words of a finding, as they are compared.
fn words(finding: &Finding, text: &str) -> String {
    compare_key(text.get(finding.span.clone()).unwrap_or_default())
}

/// SHA-256 of the sentence a finding lies in; of the whole text where it is about what is missing.
fn sentence(finding: &Finding, text: &str) -> String {
    let around = |sentence: &std::ops::Range<usize>| {
        sentence.start <= finding.span.start && finding.span.start < sentence.end && !finding.span.is_empty()
    };
    let place = sentences(text).into_iter().find(around).unwrap_or(0..text.len());
    sha256(compare_key(text.get(place).unwrap_or_default()).as_bytes())
}

/// The text of a file; none where there is none.
fn read(path: &Path) -> std::io::Result<Option<String>> {
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut text = String::new();
    std::io::Read::read_to_string(&mut std::io::Read::take(file, LONGEST), &mut text)?;
    Ok(Some(text))
}

fn broken(path: &Path, error: &str) -> Failure {
    let path = path.display();
    Failure::new(
        Exit::Invalid,
        format!("受け入れの記録 `{path}` を読めません（{error}）。直すか、消してから受け入れ直してください"),
        format!(
            "cannot read what was accepted, `{path}` ({error}); mend it, or delete it and accept the findings again"
        ),
    )
}

/// No finding is meant, or several.
fn unclear(wanted: &Wanted, found: &[Finding], text: &str) -> Failure {
    let mut places = String::new();
    let rule = &wanted.rule;
    for finding in found {
        let (line, _) = line_column(text, finding.span.start);
        let words = crate::draft::clean::line(text.get(finding.span.clone()).unwrap_or_default());
        // Writing into a String cannot fail.
        let _ = write!(places, "\n  --accept {}@{line}  {words}", finding.rule);
    }
    let several = found.iter().any(|finding| finding.rule == wanted.rule) && wanted.line.is_none();
    let (ja, en) = match (several, found.is_empty()) {
        (true, _) => (
            format!("{rule} の指摘が複数あります。行を指定してください:{places}"),
            format!("there are several findings of {rule}; say which line:{places}"),
        ),
        (false, true) => (
            "指摘がないため、受け入れるものがありません".to_owned(),
            "nothing was found, so there is nothing to accept".to_owned(),
        ),
        (false, false) => (
            format!("そこに {rule} の指摘はありません。受け入れられるもの:{places}"),
            format!("there is no finding of {rule} there; what can be accepted:{places}"),
        ),
    };
    Failure::new(Exit::Usage, ja, en)
}
