//! A sentence with signs for what is peculiar to its case: who, which day, how much.
//!
//! What is learned from sentences about one case must hold in another. So people are known by their side, and values
//! by their sort and by whether the facts hold them.

use std::ops::Range;

use jiff::civil::Date;

use crate::facts::normalise::{Number, Unit, Value, mentions};
use crate::facts::{Facts, RemedyStatus, Text, name_parts};
use crate::lang::Lang;
use crate::review::agreement::nearest_year;
use crate::review::grounds::Grounds;
use crate::review::name_words::is_kanji;
use crate::review::rule::{Context, Needs};

/// Somebody of the client.
const CLIENT_PERSON: char = '♔';
/// The client.
const CLIENT: char = '♖';
/// The rep.
const REP: char = '♙';
/// Somebody else of the own side.
const OWN_PERSON: char = '♘';
/// The own company.
const OWN: char = '♗';

/// The names of a case and the signs that stand for them, the longer ones first.
#[derive(Debug)]
pub(super) struct Signs {
    names: Vec<(String, char)>,
    claimed: Vec<Value>,
    authorised: Vec<Value>,
    as_of: Date,
    cased: bool,
}

impl Signs {
    /// The signs of a context.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let whole: &Facts = context.withheld.whole();
        let mut names = Vec::new();
        let rep = whole.rep.as_ref().map(|rep| &rep.person);
        for person in &whole.client_people {
            add_person(&person.name, CLIENT_PERSON, &mut names);
        }
        for person in &whole.own_people {
            add_person(&person.name, if rep == Some(&person.key) { REP } else { OWN_PERSON }, &mut names);
        }
        add_company(whole.client.name.shown(), CLIENT, &mut names);
        whole.client.also.iter().for_each(|name| names.push((name.clone(), CLIENT)));
        add_company(whole.sender.company.shown(), OWN, &mut names);
        if context.lang == Lang::En {
            names.iter_mut().for_each(|(name, _)| *name = name.to_lowercase());
        }
        names.retain(|(name, _)| name.chars().count() > 1);
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names.dedup();
        let amounts = |authorised: bool| -> Vec<Value> {
            let entries = whole.compensation.iter();
            let entries = entries.filter(|entry| (entry.status == RemedyStatus::Authorised) == authorised);
            let amounts = entries.filter_map(|entry| Some((entry.amount?, entry.currency)));
            amounts.map(|(amount, currency)| Value::Money(Number::whole(amount), currency.into())).collect()
        };
        let cased = context.gives(Needs::Case);
        Self { names, claimed: amounts(false), authorised: amounts(true), as_of: context.facts.case.as_of.0, cased }
    }

    /// The sentence with its signs, in small letters where it is English.
    pub(super) fn general(&self, sentence: &str, grounds: &Grounds, lang: Lang) -> String {
        let small = lang.pick(String::new(), sentence.to_lowercase());
        // Small letters of another length would move the values.
        let text = if lang == Lang::En && small.len() == sentence.len() { small.as_str() } else { sentence };
        let mut places: Vec<(Range<usize>, char)> = mentions(sentence, lang)
            .into_iter()
            .filter_map(|mention| {
                let written = sentence.get(mention.span.clone()).unwrap_or_default();
                Some((mention.span, self.sign(&mention.value, written, grounds)?))
            })
            .collect();
        for (name, sign) in &self.names {
            places.extend(text.match_indices(name.as_str()).map(|(at, _)| (at..at + name.len(), *sign)));
        }
        places.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut general = String::with_capacity(text.len());
        let mut done = 0;
        for (span, sign) in places {
            if span.start >= done {
                push(text.get(done..span.start).unwrap_or_default(), &mut general);
                general.push(sign);
                done = span.end;
            }
        }
        push(text.get(done..).unwrap_or_default(), &mut general);
        general
    }

    /// What stands for a value: another sign where the facts do not hold it. Held and not: days past `☼`, to come `☽`, and
    /// `☄`; times `⌚` and `⏰`; lengths of time `⌛` and `⏳`; counts `№` and `※`; per cent `‰` and `‱`; codes `♢` and `♦`.
    /// Money that is authorised is `¥`, claimed `₩`, told otherwise `¤`, unheard of `¢`. A day of the week is `☌`, a day
    /// told by its distance `☍`. Bare numbers stay as they are.
    fn sign(&self, value: &Value, written: &str, grounds: &Grounds) -> Option<char> {
        let held = !self.cased || grounds.hold(value, written);
        Some(match value {
            Value::Date(date) if held => {
                let past = nearest_year(*date, self.as_of).is_none_or(|day| day <= self.as_of);
                if past { '☼' } else { '☽' }
            }
            Value::Date(_) | Value::AmbiguousDate(..) | Value::Third(..) => {
                if held {
                    '☼'
                } else {
                    '☄'
                }
            }
            Value::Weekday(_) => '☌',
            Value::Relative(_) => '☍',
            Value::Time(..) if held => '⌚',
            Value::Time(..) => '⏰',
            Value::Money(..) if self.authorised.contains(value) => '¥',
            Value::Money(..) if self.claimed.contains(value) => '₩',
            Value::Money(..) if held => '¤',
            Value::Money(..) => '¢',
            Value::Quantity(_, unit) => {
                let length = matches!(
                    unit,
                    Unit::Hour | Unit::Minute | Unit::Second | Unit::Week | Unit::Day | Unit::Year | Unit::Month
                );
                match (length, held) {
                    (true, true) => '⌛',
                    (true, false) => '⏳',
                    (false, true) => '№',
                    (false, false) => '※',
                }
            }
            Value::Percent(_) if held => '‰',
            Value::Percent(_) => '‱',
            Value::Code(_) if held => '♢',
            Value::Code(_) => '♦',
            Value::Phone(_) => '☎',
            Value::Email(_) | Value::Url(_) => '✉',
            Value::PostalCode(_) => '〒',
            Value::Number(_) => return None,
        })
    }
}

/// Adds text: digits as `0`, and no `=`, with which a feature of another sort begins.
fn push(text: &str, general: &mut String) {
    general.extend(text.chars().map(|c| match c {
        '=' => '≡',
        c if c.is_numeric() && !is_kanji(c) => '0',
        c => c,
    }));
}

fn add_person(name: &Text, sign: char, names: &mut Vec<(String, char)>) {
    let shown = name.shown();
    names.push((shown.to_owned(), sign));
    names.push((name_parts(shown).collect::<String>(), sign));
    names.extend(name_parts(shown).map(|part| (part.to_owned(), sign)));
}

fn add_company(name: &str, sign: char, names: &mut Vec<(String, char)>) {
    names.push((name.to_owned(), sign));
    let forms =
        ["株式会社", "有限会社", "合同会社", "Co., Ltd.", "Co.,Ltd.", "Ltd.", "Ltd", "Inc.", "LLC", "K.K.", ","];
    let bare = forms.iter().fold(name.to_owned(), |name, form| name.replace(form, ""));
    names.push((bare.trim().to_owned(), sign));
}

#[cfg(test)]
mod tests {
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::fixture::Bench;

    #[test]
    fn what_is_peculiar_to_a_case_becomes_a_sign() {
        for (lang, text, general) in [
            (
                Lang::Ja,
                "黒川様に高瀬が11月12日の9時40分とお伝えし、38,500円を弊社が負担します。",
                "♔様に♙が☼の⌚とお伝えし、¥を弊社が負担します。",
            ),
            (Lang::Ja, "480,000円と999円、11月19日と12月3日、12,000箱と77箱、大森", "₩と¢、☼と☄、№と※、♘"),
            (Lang::En, "Mr. Kurokawa asked Takase for 480,000 yen.", "mr. ♔ asked ♙ for ₩."),
        ] {
            let fixture = Bench::of("cartons", Audience::Client, lang, "client-apology-letter");
            let context = fixture.context();
            assert_eq!(super::Signs::of(&context).general(text, context.grounds(), lang), general);
        }
    }
}
