//! Findings that somebody has accepted, with the reason: kept beside the text, in `TEXT.review.toml`.
//!
//! A finding stays accepted while the words and the sentence they stand in stay as they are; one about something that
//! is missing altogether while the whole text does. Every finding can be accepted: a rule can be wrong, and whoever
//! cannot tell it so stops asking it. What is kept says who decided what, and why.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::findings::List;
use super::target::Target;
use super::today::today;
use super::{Console, Exit, Failure};
use crate::engine::hash::sha256;
use crate::export::FindingRecord;
use crate::facts::normalise::compare_key;
use crate::facts::read::line_column;
use crate::lang::{Lang, Message};
use crate::review::{Finding, Severity, sentences};

/// Longest file read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Arguments that accept findings.
#[derive(Debug, clap::Args)]
pub(super) struct AcceptArgs {
    /// Accept a finding, with a reason that is kept in FILE.review.toml; may be given several times
    #[arg(long, value_name = "RULE[@LINE]", value_parser = wanted, requires = "reason")]
    accept: Vec<Wanted>,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT", requires = "accept")]
    reason: Option<String>,
}

impl AcceptArgs {
    /// Fails where findings are to be accepted and there is no file to keep that beside.
    pub(super) fn need(&self, file: Option<&Path>, nowhere: Failure) -> Result<(), Failure> {
        if file.is_none() && !self.accept.is_empty() { Err(nowhere) } else { Ok(()) }
    }

    /// What was accepted in the text of a file, with what is accepted now. Says what has lapsed.
    pub(super) fn judged(
        &self,
        file: Option<&Path>,
        found: &[Finding],
        text: &str,
        console: &mut Console<'_>,
    ) -> Result<Accepted, Failure> {
        let Some(file) = file else { return Ok(Accepted::default()) };
        let mut accepted = Accepted::beside(file)?;
        for lapsed in accepted.lapsed(found, text) {
            console.notice(&lapsed.told_lapsed());
        }
        if !self.accept.is_empty() {
            let reason = self.reason.as_deref().unwrap_or_default();
            if reason.trim().is_empty() {
                return Err(Failure::new(
                    Exit::Usage,
                    "理由が空です。--reason に、なぜ受け入れるのかを書いてください",
                    "the reason is empty; say with --reason why the finding is accepted",
                ));
            }
            accepted.accept(&self.accept, (reason, today()), found, text)?;
        }
        Ok(accepted)
    }
}

/// Which findings to accept: `RULE`, or `RULE@LINE`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    rule: String,
    line: Option<usize>,
}

/// Reads `RULE` or `RULE@LINE`.
fn wanted(word: &str) -> Result<Wanted, String> {
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
    /// That it no longer holds: `[keigo] お見積もり`.
    fn told_lapsed(&self) -> Message {
        let what = format!("[{}] {}", crate::draft::clean::line(&self.rule), crate::draft::clean::line(&self.words));
        Message::new(
            format!("受け入れた指摘 {what} は、文が変わったため無効になりました"),
            format!("what was accepted, {what}, no longer holds: the text has changed there"),
        )
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    #[serde(default)]
    accepted: Vec<Acceptance>,
}

/// What was accepted in a text.
#[derive(Default)]
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
    fn of(&self, finding: &Finding, text: &str) -> Option<&Acceptance> {
        let same = |kept: &&Acceptance| kept.rule == finding.rule && kept.words == words(finding, text);
        let mut likely = self.record.accepted.iter().filter(same).peekable();
        likely.peek()?;
        let sentence = sentence(finding, text);
        likely.find(|kept| kept.sentence == sentence)
    }

    /// The findings that nobody has accepted.
    pub(super) fn open(&self, found: &[Finding], text: &str) -> Vec<Finding> {
        found.iter().filter(|finding| self.of(finding, text).is_none()).cloned().collect()
    }

    /// The findings of a list, those that were accepted behind the others, and how many there are; on a screen each
    /// with the line it lies in.
    pub(super) fn listed(&self, found: &[Finding], list: &List<'_>, screen: bool) -> String {
        let open = self.open(found, list.text);
        let mut listed = list.findings(&open, screen);
        for (finding, kept) in found.iter().filter_map(|finding| Some((finding, self.of(finding, list.text)?))) {
            listed.push_str(&list.accepted(finding, &kept.reason, &kept.on));
        }
        listed.push_str(&list.sum(&open, found.len() - open.len()));
        listed
    }

    /// The findings as programs read them.
    pub(super) fn records<'a>(&'a self, found: &'a [Finding], text: &'a str, said: Lang) -> Vec<FindingRecord<'a>> {
        let record = |finding| {
            let reason = self.of(finding, text).map(|kept| (kept.reason.as_str(), kept.on.as_str()));
            FindingRecord::of(finding, text, said).accepted(reason)
        };
        found.iter().map(record).collect()
    }

    /// What was accepted and is no longer found: the text has changed there.
    fn lapsed(&self, found: &[Finding], text: &str) -> Vec<&Acceptance> {
        let held: Vec<&Acceptance> = found.iter().filter_map(|finding| self.of(finding, text)).collect();
        self.record.accepted.iter().filter(|kept| !held.contains(kept)).collect()
    }

    /// Accepts findings and keeps that; what has lapsed is dropped.
    fn accept(
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

/// Whether a finding among these keeps a text from going out.
pub(super) fn blocks(open: &[Finding]) -> bool {
    open.iter().any(|finding| finding.severity == Severity::Error)
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
