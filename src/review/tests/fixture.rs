//! What a rule needs to judge: a case, a view of it, a kind.

use std::path::Path;

use crate::facts::{Audience, Case, Facts, Withheld};
use crate::kind::{Kind, Laid, Spec};
use crate::lang::Lang;
use crate::review::{Context, Finding, Rule, Scope};

/// A kind that stands for all of an audience: the tests of the rules must not depend on the kinds that exist.
const KIND: &str = r#"
code = "D02"
audience = "AUDIENCE"
profile = "letter"
required = []
uses = []
title = { ja = "お詫び状", en = "Letter of apology" }
purpose = { ja = "お詫び", en = "an apology" }
subject = { ja = "{title}に関するお詫び", en = "Apology regarding {title}" }
length = { ja = { min = 500, max = 900 }, en = { min = 220, max = 350 } }

[[section]]
name = "date"
fixed = "date"

[[section]]
name = "apology"
job = { ja = "落ち度を具体的に挙げたお詫び", en = "the apology, naming the lapse" }
marks = { ja = ["お詫び", "申し訳"], en = ["(?i)apolog", "(?i)sorry"] }

[[section]]
name = "closing"
heading = { ja = "今後のご報告", en = "Next reports" }
marks = { ja = ["ご報告"], en = ["(?i)report", "(?i)receive"] }

[[section]]
name = "measures"
fixed = "measures"
optional = true
"#;

/// A view of an example case with a kind for its audience.
pub(in crate::review) struct Bench {
    facts: Facts,
    withheld: Withheld,
    kind: Kind,
}

impl Bench {
    /// A view of an example case for a kind of this name.
    pub(in crate::review) fn of(case: &str, audience: Audience, lang: Lang, kind: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(case).join("case.toml");
        let case = Case::load(&path).unwrap_or_else(|error| panic!("{error}"));
        let facts = Facts::of(&case, audience, lang);
        let withheld = Withheld::of(&case, &facts);
        let spec: Spec = toml::from_str(&KIND.replace("AUDIENCE", audience.word())).expect("the kind of the tests");
        Self { facts, withheld, kind: Kind { id: kind.to_owned(), spec, own: false } }
    }

    /// What a rule is given.
    pub(in crate::review) fn context(&self) -> Context<'_> {
        Context::new(&self.facts, &self.withheld, &self.kind)
    }

    /// What one rule finds in an example: a section with citations, or for a rule of that scope a whole document.
    pub(in crate::review) fn judge(&self, rule: &Rule, text: &str) -> (Laid, Vec<Finding>) {
        let laid = match rule.scope {
            Scope::Section if text.contains('[') => Laid::section("section", text),
            Scope::Section | Scope::Document => Laid::plain(text),
        };
        let findings = (rule.check)(&self.context(), &laid).unwrap_or_else(|error| panic!("{error}"));
        (laid, findings)
    }
}
