//! Templates: from facts to a section's built-in wording and to its prompt.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Serde, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::library::KindError;
use super::speech::Speech;
use super::{Kind, Section};
use crate::facts::{Audience, Day, Event, EventRole, Facts, Key, PartDay, Status, Time};
use crate::lang::Lang;
use crate::workflow::Gate;

/// The templates every kind has.
pub(super) const TEMPLATES: [&str; 4] = ["ja.j2", "en.j2", "ja.wording.j2", "en.wording.j2"];

/// Steps a template may take: far above any real one, far below what a user would wait for.
const FUEL: u64 = 500_000;

/// The environment of all templates.
#[derive(Debug)]
pub(super) struct Renderer {
    environment: Environment<'static>,
}

/// The blocks of one template for one view.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    kind: &'a Kind,
    lang: Lang,
    wording: bool,
    name: String,
    environment: &'a Environment<'static>,
    context: Value,
}

impl Renderer {
    pub(super) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .keep_trailing_newline(true)
                .build()
                .unwrap_or_else(|error| unreachable!("the default delimiters: {error}")),
        );
        environment.set_fuel(Some(FUEL));
        Self { environment }
    }

    /// Takes templates that are sound: each is compiled when it is asked for, and most never are.
    pub(super) fn offer(&mut self, texts: BTreeMap<String, String>) {
        self.environment.set_loader(move |name| Ok(texts.get(name).cloned()));
    }

    /// Takes a template and compiles it.
    pub(super) fn add(&mut self, name: String, text: String) -> Result<(), KindError> {
        let shown = name.clone();
        self.environment.add_template_owned(name, text).map_err(|error| failure(&shown, &error))
    }

    /// Whether there is such a filter.
    pub(super) fn has_filter(&self, name: &str) -> bool {
        self.tries(&format!("''|{name}"), ErrorKind::UnknownFilter)
    }

    /// Whether there is such a test.
    pub(super) fn has_test(&self, name: &str) -> bool {
        self.tries(&format!("'' is {name}"), ErrorKind::UnknownTest)
    }

    /// The environment names no filters; what it says to one that does not exist tells.
    fn tries(&self, expression: &str, unknown: ErrorKind) -> bool {
        let tried = self.environment.compile_expression(expression).and_then(|expression| expression.eval(()));
        tried.err().is_none_or(|error| error.kind() != unknown)
    }

    /// Names a template uses and does not make itself, with the fields asked of them.
    pub(super) fn undeclared(&self, name: &str) -> Vec<String> {
        let template = self.environment.get_template(name);
        let mut names: Vec<String> =
            template.map(|template| template.undeclared_variables(true).into_iter().collect()).unwrap_or_default();
        names.sort();
        names
    }

    /// Names that templates are given.
    pub(super) fn names(&self) -> Vec<String> {
        let given = NAMES.iter().copied().chain(MORE.iter().copied()).chain(["self", "loop", "caller", "super"]);
        let mut names: Vec<String> = given.map(str::to_owned).collect();
        names.extend(self.environment.globals().map(|(name, _)| name.to_owned()));
        names
    }

    /// The template of a kind for a view: `wording` or the prompts.
    pub(super) fn sheet<'a>(&'a self, kind: &'a Kind, facts: &Facts, wording: bool, more: Value) -> Sheet<'a> {
        let lang = facts.lang().code();
        let name = if wording { format!("{}/{lang}.wording.j2", kind.id) } else { format!("{}/{lang}.j2", kind.id) };
        let context = context(facts, kind, more);
        Sheet { kind, lang: facts.lang(), wording, name, environment: &self.environment, context }
    }

    /// A shared template, rendered whole.
    pub(super) fn shared(&self, name: &str, kind: &Kind, facts: &Facts, more: Value) -> Result<String, KindError> {
        let name = format!("_shared/{name}.{}.j2", facts.lang().code());
        let template = self.environment.get_template(&name).map_err(|error| failure(&name, &error))?;
        let text = template.render(context(facts, kind, more)).map_err(|error| failure(&name, &error))?;
        Ok(tidy(&text))
    }
}

impl Sheet<'_> {
    /// The text of each prose section; a section without a block is an error of the kind.
    pub(super) fn sections(&self) -> Result<BTreeMap<String, String>, KindError> {
        let fail = |error: Error| failure(&self.name, &error);
        let template = self.environment.get_template(&self.name).map_err(fail)?;
        let mut captured = template.render_captured(self.context.clone()).map_err(fail)?;
        let mut texts = BTreeMap::new();
        for section in self.kind.spec.section.iter().filter(|section| Section::is_prose(section)) {
            let text = captured.with_state_mut(|state| state.render_block(&section.name)).map_err(fail)?;
            let text = tidy(&text);
            let text = if self.wording { flow(&text, self.lang) } else { text };
            texts.insert(section.name.clone(), text);
        }
        Ok(texts)
    }
}

/// Lines trimmed, at most one blank line between paragraphs.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        out.push_str(line);
        blank = 0;
    }
    out
}

/// Lines of a paragraph run together: in Japanese without a gap, in English with a space.
fn flow(text: &str, lang: Lang) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', lang.pick("", " ")));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn failure(name: &str, error: &Error) -> KindError {
    // An error in an included template is told where it is.
    if let Some(inner) = std::error::Error::source(error).and_then(|inner| inner.downcast_ref::<Error>()) {
        return failure(inner.name().unwrap_or(name), inner);
    }
    let line = error.line().map(|line| format!(":{line}")).unwrap_or_default();
    if error.kind() == ErrorKind::OutOfFuel {
        return KindError::new(
            format!(
                "テンプレート prompts/{name}{line} の処理が長すぎます（上限 {FUEL} 手順）。繰り返しを減らしてください"
            ),
            format!(
                "the template prompts/{name}{line} takes too many steps (the limit is {FUEL}); it repeats too much"
            ),
        );
    }
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    KindError::new(
        format!("テンプレート prompts/{name}{line} が正しくありません: {detail}"),
        format!("the template prompts/{name}{line} is not valid: {detail}"),
    )
}

/// What every template is given, see [`context`].
const NAMES: &[&str] = &[
    "f",
    "lapses",
    "told",
    "open",
    "heard",
    "reviewed",
    "lang",
    "kind",
    "title",
    "you",
    "day",
    "weekday_day",
    "part_day",
    "clock",
    "client",
    "own",
    "label",
    "dates",
    "days",
    "money",
    "cite",
    "capital",
    "series",
    "next_report",
    "addressee",
    "addressee_name",
    "rep_name",
    "to_rep",
    "used",
    "gate",
    "refusals",
    "to_client",
];

/// What some are given besides: the words of courtesy in the tone asked for, the outline, and for the order to a model the section and its neighbours.
const MORE: &[&str] = &[
    "outline",
    "section",
    "job",
    "before",
    "after",
    "max_chars",
    "apologise",
    "i_apologise",
    "apologise_again",
    "thanks",
    "tone",
];

/// What a template sees: the facts in view as `f`, and the words for values.
fn context(facts: &Facts, kind: &Kind, more: Value) -> Value {
    let shared = Arc::new(facts.clone());
    let say = |name: &'static str, say: fn(Speech<'_>, &str) -> Option<String>| {
        let facts = Arc::clone(&shared);
        Value::from_function(move |written: &str| -> Result<String, Error> {
            say(Speech::of(&facts), written)
                .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("{name} cannot say `{written}`")))
        })
    };
    let money = {
        let facts = Arc::clone(&shared);
        Value::from_function(move |id: &str| -> Option<String> {
            let entry = facts.compensation.iter().find(|entry| entry.id.as_str() == id)?;
            Speech::of(&facts).money(entry)
        })
    };
    let values = minijinja::context! {
        f => Value::from(Serde(&**shared)),
        lapses => events(facts, |event| event.lapse.is_some()),
        told => events(facts, |event| event.essential && event.status == Status::Confirmed),
        open => events(facts, |event| event.status == Status::Disputed),
        heard => events(facts, |event| event.status == Status::Unverified),
        reviewed => events(facts, |event| event.feedback.is_some()),
        lang => facts.lang().code(),
        kind => kind.id.clone(),
        title => kind.spec.title.get(facts.lang()),
        you => Speech::of(facts).you(),
        day => say("day", |speech, text| Some(speech.day(Day(text.parse().ok()?)))),
        weekday_day => say("weekday_day", |speech, text| Some(speech.weekday_day(Day(text.parse().ok()?)))),
        part_day => say("part_day", |speech, text| Some(speech.part_day(PartDay::parse(text)?))),
        clock => say("clock", |speech, text| Some(speech.clock(Time::parse(text)?))),
        client => say("client", |speech, text| speech.client_person(&Key::named(text))),
        own => say("own", |speech, text| speech.own_person(&Key::named(text))),
        label => say("label", |speech, text| speech.owner_label(&Key::named(text))),
        dates => dates(&shared),
        gate => gate(facts),
        refusals => events(facts, |event| event.role == Some(EventRole::Refusal)),
        days => days(&shared),
        money => money,
        cite => Value::from_function(cite),
        capital => Value::from_function(|text: &str| super::fixed::capitalised(text)),
        series => series(facts.lang()),
        next_report => Value::from(Serde(&facts.next_report())),
        addressee => Value::from(Serde(&facts.addressee())),
        addressee_name => facts.addressee().and_then(|person| Speech::of(facts).client_person(&person.key)),
        rep_name => rep_name(facts),
        to_rep => facts.audience() == Audience::Rep,
        to_client => facts.audience() == Audience::Client,
        used => used(kind),
    };
    minijinja::context! { ..values, ..more }
}

/// What the last-resort gate recommends, for the one document that weighs a change of rep.
fn gate(facts: &Facts) -> Value {
    if facts.audience() != Audience::Personnel {
        return Value::UNDEFINED;
    }
    let gate = Gate::of(facts, facts.case.as_of);
    let open = gate.criteria.iter().filter(|criterion| !criterion.skipped && !criterion.holds()).count();
    minijinja::context! {
        recommendation => gate.recommendation.word(),
        protect => !gate.protect.is_empty(),
        open => open,
    }
}

/// The groups a kind uses: a prompt lists no other.
fn used(kind: &Kind) -> Vec<String> {
    kind.spec.uses.iter().filter_map(|path| path.split('.').next()).map(str::to_owned).collect()
}

/// The events of a sort, in order of time.
fn events(facts: &Facts, wanted: impl Fn(&Event) -> bool) -> Value {
    let mut events: Vec<&Event> = facts.timeline.iter().filter(|event| wanted(event)).collect();
    events.sort_by_key(|event| (event.date, event.time));
    Value::from(Serde(&events))
}

/// The dates of entries, said one after the other.
fn dates(facts: &Arc<Facts>) -> Value {
    let facts = Arc::clone(facts);
    Value::from_function(move |entries: Vec<Value>| -> Result<String, Error> {
        let mut days = Vec::new();
        for entry in entries {
            let date = entry.get_attr("date")?;
            let parsed = date.as_str().and_then(|date| date.parse().ok());
            let date =
                parsed.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "dates needs entries with a date"))?;
            days.push(Day(date));
        }
        Ok(row(&Speech::of(&facts).day_row(&days), facts.lang()))
    })
}

/// Dates one after the other; two of them in Japanese as AとB.
fn row(said: &[String], lang: Lang) -> String {
    match (lang, said) {
        (Lang::Ja, [one, other]) => format!("{one}と{other}"),
        _ => listed(said, lang),
    }
}

/// Days, said one after the other with their weekdays.
fn days(facts: &Arc<Facts>) -> Value {
    let facts = Arc::clone(facts);
    Value::from_function(move |written: Vec<String>| -> Result<String, Error> {
        let speech = Speech::of(&facts);
        let parsed: Option<Vec<Day>> = written.iter().map(|day| Some(Day(day.parse().ok()?))).collect();
        let days = parsed.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "days needs dates"))?;
        Ok(row(&speech.weekday_row(&days), facts.lang()))
    })
}

fn rep_name(facts: &Facts) -> Option<String> {
    let person = facts.own_person(&facts.rep.as_ref()?.person)?;
    let name = person.name.shown();
    if facts.audience() == Audience::Expert {
        return Some(name.to_owned());
    }
    let family = crate::facts::family_name(name, facts.lang()).to_owned();
    Some(facts.lang().pick(family, name.split(' ').next().unwrap_or(name).to_owned()))
}

/// `[E2,A1]` from entries or ids; nothing from nothing.
#[allow(clippy::needless_pass_by_value, reason = "the signature minijinja calls")]
fn cite(entries: Rest<Value>, kwargs: Kwargs) -> Result<String, Error> {
    kwargs.assert_all_used()?;
    let mut ids: Vec<String> = Vec::new();
    let mut take = |value: &Value| -> Result<(), Error> {
        let id = match value.as_str() {
            Some(id) => id.to_owned(),
            None => value
                .get_attr("id")?
                .as_str()
                .map(str::to_owned)
                .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "cite needs entries with an id"))?,
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
        Ok(())
    };
    for entry in entries.iter().filter(|entry| !entry.is_none()) {
        if matches!(entry.kind(), ValueKind::Seq | ValueKind::Iterable) {
            for inner in entry.try_iter()? {
                take(&inner)?;
            }
        } else {
            take(entry)?;
        }
    }
    Ok(if ids.is_empty() { String::new() } else { format!("[{}]", ids.join(",")) })
}

/// A series of words: A、B、C / A, B and C.
fn listed(items: &[String], lang: Lang) -> String {
    match (lang, items.split_last()) {
        (_, None) => String::new(),
        (Lang::Ja, Some(_)) => items.join("、"),
        (Lang::En, Some((last, []))) => last.clone(),
        (Lang::En, Some((last, rest))) => format!("{} and {last}", rest.join(", ")),
    }
}

/// [`listed`] for templates.
fn series(lang: Lang) -> Value {
    Value::from_function(move |items: Vec<String>| listed(&items, lang))
}
