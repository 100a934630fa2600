//! Texts a case does not give in the language wanted.

use crate::facts::read::{Field, Path, Visitor};
use crate::facts::{Case, Groups, Text};
use crate::lang::{Lang, Message};

/// A text that the case file gives in the other language only.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Missing {
    /// The group it belongs to: `timeline`.
    pub group: String,
    /// The way to it: `timeline.E2.content`.
    pub path: String,
    /// Line in the case file.
    pub line: usize,
    /// The language that lacks.
    pub lang: Lang,
}

impl Missing {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        let code = self.lang.code();
        Message::new(
            format!("{} 行目: {} に {code} の文がありません", self.line, self.path),
            format!("line {}: {} has no text in `{code}`", self.line, self.path),
        )
    }
}

/// The texts of the groups that lack a language.
pub(super) fn missing(groups: &Groups, lang: Lang, case: &Case) -> Vec<Missing> {
    struct Lacking<'a> {
        lang: Lang,
        case: &'a Case,
        found: Vec<Missing>,
    }
    impl Visitor for Lacking<'_> {
        fn text(&mut self, path: &Path<'_>, text: &Text) {
            // Pasted words and the file's own remarks stand as they were said.
            if matches!(path.steps().last(), Some(&"quote" | &"note")) {
                return;
            }
            if text.get(self.lang).is_some() || text.each().next().is_none() {
                return;
            }
            self.found.push(Missing {
                group: path.steps().first().map(|step| (*step).to_owned()).unwrap_or_default(),
                path: path.to_string(),
                line: self.case.line(text.span().start),
                lang: self.lang,
            });
        }
    }
    let mut lacking = Lacking { lang, case, found: Vec::new() };
    groups.walk(&Path::ROOT, &mut lacking);
    lacking.found
}
