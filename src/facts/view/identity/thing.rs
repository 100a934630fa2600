//! Products, numbers and contact data.

use crate::lang::Pattern;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::form::Form;
use crate::facts::normalise::Normal;
use crate::facts::{Groups, Text};

static CODE: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?-u:\b)[A-Z]{1,6}-?[0-9]{2,8}[A-Z]?(?-u:\b)"));
static NUMBER: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"[A-Z0-9][A-Z0-9/-]*[0-9][A-Z0-9/-]*"));
static REFERENCE: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?-u:\b)[A-Z]{2,6}-[0-9]{2,8}(?-u:\b)"));
static CONTACT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
        r"|(?:https?://|www\.)[^\s、。）)」』<>]+",
        r"|(?:\+[0-9]{1,3}[ -]?(?:\(0\))?|(?-u:\b)0)[0-9]{1,4}[- (]{1,2}[0-9]{1,4}[-) ]{1,2}[0-9]{3,4}(?-u:\b)",
        r"|〒? ?(?-u:\b)[0-9]{3}-[0-9]{4}(?-u:\b)",
        r"|内線 ?(?:番号)?:? ?[0-9]{2,5}|(?i:ext(?:ension)?\.? ?[0-9]{2,5})",
    ))
});

/// Numbers of standards are nobody's.
const STANDARDS: &[&str] = &["ISO", "JIS", "IEC", "UTF", "COVID", "SHA", "IPO"];

/// The product as written, and its model number alone.
pub(super) fn product(groups: &Groups) -> Vec<Form> {
    let Some(incident) = &groups.incident else { return Vec::new() };
    let mut forms = Vec::new();
    for (_, text) in incident.product.iter().flat_map(Text::each) {
        forms.push(Form::always(text));
    }
    let told = incident.product.iter().chain([&incident.title, &incident.matter]);
    for (_, text) in told.flat_map(Text::each) {
        forms.extend(codes(&CODE, text).into_iter().map(Form::always));
    }
    forms
}

/// A number of the case, as written and without the words before it.
pub(super) fn number(written: Option<&str>) -> Vec<Form> {
    let Some(written) = written else { return Vec::new() };
    let mut forms = vec![Form::always(written)];
    let long = codes(&NUMBER, written).into_iter().filter(|code| code.chars().count() > 4);
    forms.extend(long.map(Form::always));
    forms
}

/// Numbers of tickets and the like, anywhere in the case.
pub(super) fn references(groups: &Groups, but: &[Form]) -> Vec<Form> {
    let mut found = BTreeSet::new();
    let mut copy = groups.clone();
    copy.walk_texts(&mut |text| {
        for (_, text) in text.each() {
            found.extend(codes(&REFERENCE, text));
        }
    });
    found.retain(|code| STANDARDS.iter().all(|standard| !code.starts_with(standard)));
    let forms = found.into_iter().map(Form::always);
    forms.filter(|form| but.iter().all(|known| known.key != form.key)).collect()
}

/// Where a text holds an e-mail address, a web address, a telephone number or a postal code.
pub(super) fn contacts(text: &str) -> Vec<std::ops::Range<usize>> {
    let normal = Normal::of(text);
    CONTACT.find_iter(&normal.text).map(|found| normal.original(found.range())).collect()
}

fn codes(pattern: &Pattern, text: &str) -> Vec<String> {
    pattern.find_iter(&Normal::of(text).text).map(|found| found.as_str().to_owned()).collect()
}
