//! What `kind.toml` says.

use serde::Deserialize;

use super::requirement::Requirement;
use crate::facts::Audience;
use crate::lang::Lang;

/// A pair of texts in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// Japanese.
    pub ja: T,
    /// English.
    pub en: T,
}

impl<T> Both<T> {
    /// The one of a language.
    pub fn get(&self, lang: Lang) -> &T {
        lang.pick(&self.ja, &self.en)
    }
}

/// The format a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// 書状: a formal letter with 頭語 and 結語.
    Letter,
    /// An e-mail.
    Email,
    /// A report to the client, with numbered headings.
    Report,
    /// An internal memo.
    Memo,
    /// A note for a talk between two.
    Talk,
}

/// How long the body may be, in characters (Japanese) or words (English).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
}

/// A section as declared.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name, unique in the kind.
    pub name: String,
    /// Which fixed section of the code it is; absent for prose.
    pub fixed: Option<super::fixed::Fixed>,
    /// Its heading.
    pub heading: Option<Both<String>>,
    /// What it does, for the outline.
    pub job: Option<Both<String>>,
    /// Longest reply of a model, in characters.
    pub max_chars: Option<Both<usize>>,
    /// Whether the document may do without it where the facts give nothing for it.
    #[serde(default)]
    pub optional: bool,
    /// Whether a text written by hand may do without it: its absence is worth a hint there and no more.
    #[serde(default)]
    pub soft: bool,
    /// Signs by which it is recognised in a text written by hand: regular expressions, one of which must match the text as
    /// it is or with every day as `<day>`, every time of day as `<time>`, a telephone number as `<phone>` and an address as
    /// `<email>`; `@next-word` and `@question` stand for forms of their own.
    pub marks: Option<Both<Vec<String>>>,
}

/// A document kind as declared.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// Its code in the domain: D02.
    pub code: String,
    /// Its title.
    pub title: Both<String>,
    /// What it is for, in a sentence.
    pub purpose: Both<String>,
    /// Who it is for.
    #[serde(deserialize_with = "audience")]
    pub audience: Audience,
    /// Its format.
    pub profile: Profile,
    /// Whom a memo goes to; letters go to the client, notes for a talk to the rep.
    pub to: Option<super::fixed::Recipient>,
    /// The subject line; `{title}` stands for what went wrong.
    pub subject: Both<String>,
    /// What may be said in how many characters or words.
    pub length: Both<Band>,
    /// Groups of the case whose texts it uses: they must be given in the document's language.
    pub uses: Vec<String>,
    /// What the case must hold.
    pub required: Vec<Requirement>,
    /// Its sections in order.
    pub section: Vec<Section>,
}

fn audience<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Audience, D::Error> {
    let word = String::deserialize(deserializer)?;
    let found = Audience::WORDS.iter().find(|(name, _)| *name == word);
    found.map(|(_, audience)| *audience).ok_or_else(|| {
        let known: Vec<String> = Audience::WORDS.iter().map(|(name, _)| format!("`{name}`")).collect();
        serde::de::Error::custom(format!("unknown variant `{word}`, expected one of {}", known.join(", ")))
    })
}

impl Section {
    /// Whether a model may write it.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        self.fixed.is_none()
    }
}
