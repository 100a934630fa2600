//! The ways a person is written.

use super::form::Form;
use super::romaji::{hiragana, katakana, romanised};
use super::script::{Script, script};
use crate::facts::{Text, name_parts};
use crate::lang::Lang;

/// Every way a person's name may be written: in full, its parts, its reading, in Latin letters in either order.
pub(super) fn forms(name: &Text, reading: Option<&str>, email: Option<&str>) -> Vec<Form> {
    let mut forms = Vec::new();
    if let Some(ja) = name.get(Lang::Ja) {
        japanese(ja, &mut forms);
    }
    if let Some(en) = name.get(Lang::En) {
        let parts: Vec<&str> = en.split_whitespace().collect();
        match parts.split_last() {
            Some((family, [first, ..])) => {
                forms.push(Form::full(en.to_owned()));
                latin(first, family, &mut forms);
                forms.extend(parts.iter().filter(|part| is_word(part)).map(|part| Form::given(part)));
            }
            _ => forms.push(Form::family(en)),
        }
    }
    if let Some(reading) = reading {
        by_reading(reading, &mut forms);
    }
    forms.extend(email.map(Form::always));
    forms.extend(
        email.and_then(|email| email.split('@').next()).filter(|local| local.contains(['.', '_'])).map(Form::always),
    );
    forms
}

fn japanese(name: &str, forms: &mut Vec<Form>) {
    let parts: Vec<&str> = name_parts(name).collect();
    let joined: String = parts.concat();
    if parts.len() > 1 {
        forms.push(Form::always(name));
        forms.push(Form::always(joined));
        // ヘレン・マーシュ also as マーシュ・ヘレン.
        let turned: Vec<&str> = parts.iter().rev().copied().collect();
        if parts.iter().all(|part| part.chars().next().map(script) == Some(Script::Katakana)) {
            forms.push(Form::always(turned.join("・")));
        }
    }
    let foreign = name.contains('・');
    for (index, part) in parts.iter().enumerate() {
        let family = if foreign { index + 1 == parts.len() } else { index == 0 };
        forms.push(if family { Form::family(part) } else { Form::given(part) });
    }
}

fn latin(given: &str, family: &str, forms: &mut Vec<Form>) {
    let whole = [
        format!("{given} {family}"),
        format!("{family} {given}"),
        format!("{family}, {given}"),
        format!("{given}.{family}"),
        format!("{family}.{given}"),
        format!("{given}{family}"),
    ];
    forms.extend(whole.into_iter().map(Form::full));
    if let Some(initial) = given.chars().next().filter(|c| c.is_alphabetic()) {
        let short = [
            format!("{initial}. {family}"),
            format!("{initial}.{family}"),
            format!("{initial} {family}"),
            format!("{family} {initial}."),
            format!("{family}, {initial}."),
            format!("{family}.{initial}"),
        ];
        forms.extend(short.into_iter().map(Form::full));
    }
}

fn by_reading(reading: &str, forms: &mut Vec<Form>) {
    let parts: Vec<&str> = name_parts(reading).collect();
    for way in [hiragana(reading), katakana(reading)] {
        let whole: String = name_parts(&way).collect();
        if parts.len() > 1 && whole.chars().count() > 3 {
            forms.push(Form::always(whole));
        }
        forms.extend(name_parts(&way).map(Form::given));
    }
    let [family, given] = parts.as_slice() else {
        forms.extend(parts.iter().flat_map(|part| romanised(part)).map(|part| Form::family(&part)));
        return;
    };
    for family in romanised(family) {
        for given in romanised(given) {
            latin(&given, &family, forms);
            forms.push(Form::given(&given));
        }
        forms.push(Form::family(&family));
    }
}

/// Whether a part of a name is more than an initial.
fn is_word(part: &str) -> bool {
    part.trim_end_matches('.').chars().count() > 1
}
