//! The reader: collects problems instead of stopping at the first.

use std::cell::RefCell;

use toml::de::{DeTable, DeValue};

use super::Span;
use super::field::{Field, Node};
use super::load_error::Problem;
use crate::facts::normalise::invisibles;
use crate::lang::{Lang, Message};

/// Reads values and remembers every problem.
#[derive(Debug)]
pub struct Reader {
    lang: Lang,
    problems: RefCell<Vec<Problem>>,
}

/// A table whose keys are known.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    table: &'a DeTable<'a>,
    start: usize,
}

impl Reader {
    /// A reader whose plain strings are in `lang`.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, problems: RefCell::default() }
    }

    /// The language of plain strings.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Remembers a problem.
    pub fn problem(&self, span: Span, message: Message, help: Message) {
        self.problems.borrow_mut().push(Problem { span, message, help });
    }

    /// The problems found, in the order of the file.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.span.start);
        problems
    }

    /// Says that a value has the wrong form.
    pub fn wrong_type<T: Field>(&self, node: Node<'_>) {
        let found = kind_of(node.get_ref());
        self.problem(
            node.span(),
            Message::new(format!("{}の値は、ここには書けません", found.0), format!("{} cannot stand here", found.1)),
            Message::new(format!("{}を書いてください", T::EXPECTED.0), format!("write {}", T::EXPECTED.1)),
        );
    }

    /// A string with something in it and nothing hidden: a blank is no fact, and control or invisible characters change
    /// what a reader sees against what is checked. A line break is left to the caller.
    pub fn filled(&self, text: &str, span: Span) -> Option<String> {
        let hidden = invisibles(text).first().map(|(_, c)| *c);
        if let Some(found) = hidden.or_else(|| text.chars().find(|c| c.is_control() && *c != '\n')) {
            self.hidden(found, span);
            return None;
        }
        if text.trim().is_empty() {
            self.problem(
                span,
                Message::new("値が空です", "the value is empty"),
                Message::new("値を書くか、この行を消してください", "write a value or delete the line"),
            );
            return None;
        }
        Some(text.trim().to_owned())
    }

    /// Says that a character cannot be seen where it stands.
    pub fn hidden(&self, found: char, span: Span) {
        self.problem(
            span,
            Message::new(
                format!("目に見えない文字 U+{:04X} が入っています", u32::from(found)),
                format!("the text holds the invisible character U+{:04X}", u32::from(found)),
            ),
            Message::new(
                "その文字を消してください（貼り付けた文に混じることがあります）",
                "delete it (pasted texts often carry such characters)",
            ),
        );
    }

    /// A table, with its unknown keys reported.
    pub fn table<'a>(&self, node: Node<'a>, known: &[&str]) -> Option<Fields<'a>> {
        let Some(table) = node.get_ref().as_table() else {
            self.problem(
                node.span(),
                Message::new("ここには表（テーブル）が要ります", "a table is needed here"),
                Message::new(format!("書けるキー: {}", known.join(", ")), format!("its keys: {}", known.join(", "))),
            );
            return None;
        };
        self.unknown_keys(table, known);
        Some(Fields { table, start: node.span().start })
    }

    fn unknown_keys(&self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let near = nearest(name, known);
            let help = match near {
                Some(near) => Message::new(format!("`{near}` のことでしょうか"), format!("did you mean `{near}`?")),
                None => Message::new(
                    format!("書けるキー: {}", known.join(", ")),
                    format!("known keys: {}", known.join(", ")),
                ),
            };
            self.problem(
                key.span(),
                Message::new(format!("`{name}` というキーはありません"), format!("unknown key `{name}`")),
                help,
            );
        }
    }
}

impl<'a> Fields<'a> {
    /// The value of a key; a required key that is absent is a problem.
    pub fn field<T: Field>(&self, name: &str, reader: &mut Reader) -> Option<T> {
        self.field_or(name, reader, T::absent)
    }

    /// The value of a key, or a default where the key is absent.
    pub fn field_or<T: Field>(
        &self,
        name: &str,
        reader: &mut Reader,
        default: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        let value = self.table.iter().find(|(key, _)| key.get_ref().as_ref() == name);
        if let Some((_, node)) = value {
            return T::read(node, reader);
        }
        let absent = default();
        if absent.is_none() {
            reader.problem(
                self.start..self.start + 1,
                Message::new(format!("`{name}` がありません"), format!("`{name}` is missing")),
                Message::new(
                    format!("`{name} = …` を加えてください（{}）", T::EXPECTED.0),
                    format!("add `{name} = …` ({})", T::EXPECTED.1),
                ),
            );
        }
        absent
    }
}

/// The known word nearest to a mistyped one, if one is near.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), *candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn kind_of(value: &DeValue<'_>) -> (&'static str, &'static str) {
    match value {
        DeValue::String(_) => ("文字列", "a string"),
        DeValue::Integer(_) => ("整数", "a whole number"),
        DeValue::Float(_) => ("小数", "a decimal number"),
        DeValue::Boolean(_) => ("真偽値", "true or false"),
        DeValue::Datetime(_) => ("日時", "a date or time"),
        DeValue::Array(_) => ("配列", "a list"),
        DeValue::Table(_) => ("表", "a table"),
    }
}
