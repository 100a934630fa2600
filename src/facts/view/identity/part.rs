//! Somebody or something of the case, how it is written, and what is written instead.

use std::ops::Range;

use std::sync::Arc;

use super::form::{Form, HONORIFICS, RANKS};
use crate::facts::Text;
use crate::lang::{Lang, Pattern};

/// Somebody or something of the case.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What it is called instead.
    pub(super) label: String,
    /// How it is written.
    pub(super) forms: Vec<Form>,
    /// What before a name goes with it: 課長の相沢, Mr. Kurokawa.
    before: Option<Arc<Pattern>>,
    /// What behind a name goes with it: 黒川部長様, Osamu Omori, our Head of Sales.
    after: Option<Arc<Pattern>>,
}

impl Part {
    /// A product, a number, a contact, a place.
    pub(super) fn thing(label: impl Into<String>, forms: Vec<Form>) -> Self {
        Self { label: label.into(), forms: usable(forms), before: None, after: None }
    }

    /// An organisation.
    pub(super) fn organisation(label: &str, forms: Vec<Form>) -> Self {
        let after = Pattern::fixed("^[ 　]?(?:様|さん|さま|殿|御中)");
        Self { after: Some(Arc::new(after)), ..Self::thing(label, forms) }
    }

    /// A person, with what the case calls the person beside the name.
    pub(super) fn person(label: String, forms: Vec<Form>, called: Vec<&Text>, lang: Lang) -> Self {
        let mut titles: Vec<String> = called.iter().filter_map(|text| text.get(lang)).map(regex::escape).collect();
        titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
        titles.push(lang.pick(RANKS, "rep|representative|account manager|colleague|manager").to_owned());
        let titles = titles.join("|");
        let (before, after) = match lang {
            Lang::Ja => (
                format!("(?:(?:ご?担当者?の?|(?:{titles})(?:である|の)?)[ 　]?)+$"),
                format!("^[ 　]?(?:{titles})?(?:{HONORIFICS})?"),
            ),
            Lang::En => (
                format!(
                    r"(?i)(?:(?-u:\b)(?:our |the |their |your )?(?:{titles}),? )?(?:(?-u:\b)(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof)\.? ?)?$"
                ),
                format!(
                    r"(?i)^(?:[- ](?:san|sama)(?-u:\b))?(?:, (?:our |the |their |your |its )?(?:{titles})(?-u:\b))?"
                ),
            ),
        };
        Self {
            label,
            forms: usable(forms),
            before: Some(Arc::new(Pattern::fixed(&before))),
            after: Some(Arc::new(Pattern::fixed(&after))),
        }
    }

    /// A name with what belongs to it.
    pub(super) fn whole(&self, text: &str, name: Range<usize>) -> Range<usize> {
        let before = text.get(..name.start).unwrap_or("");
        let start = self.before.as_ref().and_then(|before_name| before_name.find(before)).map(|found| found.start());
        let after = text.get(name.end..).unwrap_or("");
        let behind =
            self.after.as_ref().and_then(|after_name| after_name.find(after)).map_or("", |found| found.as_str());
        // 君が is looked at whole so that 君 is not taken for a part of a word; the particle stays.
        let behind = if behind.contains('君') { behind.len() - "が".len() } else { behind.len() };
        start.unwrap_or(name.start)..name.end + behind
    }
}

/// Each way of writing once, the empty ones left out.
fn usable(mut forms: Vec<Form>) -> Vec<Form> {
    let mut seen = std::collections::HashSet::new();
    forms.retain(|form| !form.key.is_empty() && seen.insert(form.key.clone()));
    forms
}
