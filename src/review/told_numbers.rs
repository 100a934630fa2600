//! A telephone number beside somebody's name that the case gives to somebody else.

use std::ops::Range;

use super::Finding;
use super::judge::{Judge, of_other};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use crate::facts::normalise::Value;
use crate::facts::{OwnPerson, family_name};
use crate::lang::Message;

/// Lines above a number in which the name is looked for whose number it is.
const ABOVE: usize = 3;
/// Letters of the longest line of a list of particulars.
const SHORT: usize = 60;

/// Bytes above a number that are looked at.
const LOOKED_BACK: usize = 700;

impl Judge<'_> {
    /// 氏名　桐谷 佳奈 …電話　0463-55-0170, where that is the number of the manager.
    pub(super) fn other_number(&self, told: &Told<'_>) -> Option<Finding> {
        let people = &self.context.withheld.whole().own_people;
        told.mentions.iter().filter(|mention| matches!(mention.value, Value::Phone(_))).find_map(|mention| {
            let owner = self.named_above(&mention.span, people)?;
            let own = owner.tel.as_deref()?;
            let is_said = |tel: &str| digits(tel) == digits(self.text.get(mention.span.clone()).unwrap_or_default());
            let others = people.iter().filter(|person| person.key != owner.key);
            let of_other = others.filter_map(|person| person.tel.as_deref()).any(is_said);
            (of_other && !is_said(own)).then(|| self.number_of_other(&mention.span, own))
        })
    }

    /// Whoever of the own side is named last in the particulars above a place.
    fn named_above<'p>(&self, place: &Range<usize>, people: &'p [OwnPerson]) -> Option<&'p OwnPerson> {
        let lang = self.context.lang;
        let from = self.text.floor_char_boundary(place.start.saturating_sub(LOOKED_BACK));
        let before = self.text.get(from..place.start)?;
        before
            .rsplit('\n')
            .take(ABOVE + 1)
            .take_while(|line| line.chars().count() <= SHORT && !line.contains('。'))
            .find_map(|line| {
                let named = people.iter().filter_map(|person| {
                    let name = family_name(person.name.get(lang)?, lang);
                    Some((line.rfind(name)?, person))
                });
                named.max_by_key(|(at, _)| *at).map(|(_, person)| person)
            })
    }

    fn number_of_other(&self, place: &Range<usize>, own: &str) -> Finding {
        let written = self.text.get(place.clone()).unwrap_or_default();
        Finding::error(RULE.id, place.clone(), of_other(written))
            .suggest(Message::new(format!("事実では {own} です"), format!("the facts say {own}")))
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
