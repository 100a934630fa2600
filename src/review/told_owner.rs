//! Who is said to see to a measure, or to have called on a day, against what the case says of it.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::contacts::CAME;
use super::judge::{Judge, of_other};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use super::topic::Topic;
use crate::facts::normalise::Value;
use crate::facts::{ClientPerson, Facts, Key, OwnPerson, family_name};
use crate::lang::{Lang, Message, Pattern};

/// Heads of a column that says who does something.
const OWNER_HEADS: [&str; 14] = [
    "担当",
    "担当者",
    "担当部門",
    "担当部署",
    "受け持ち",
    "受持ち",
    "責任者",
    "実施者",
    "owner",
    "who",
    "in charge",
    "responsible",
    "person in charge",
    "done by",
];
/// Behind a name or a department: that it sees to something.
static SEES_TO: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:本?部長|課長|係長|主任|次長|室長)?(?:(?:が|で)、?[^。、\n]{0,12}?(?:受け持|受持|担当|責任を持|進め|行い|行う|追加|実施|開発|設け|取り組|取りまと|送付|お送り|送[りる])|(?:の担当|が担当者?)(?:で|と|$))",
    )
});
/// Before and behind a name, in English: "owned by Toda", "Toda is adding", "with Toda".
static SEES_TO_EN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:owned by|handled by|done by|carried out by|led by|run by|added by|owner(?: is)?:?|is with|lies with|in the hands of|responsib[a-z]+(?: is|:| lies with))(?: the| our)?(?: (?:mr|ms|mrs)\.?)? ?$",
        ),
        Pattern::fixed(
            r"(?i)^(?:,[^,]{1,30},)? (?:is |are |will be )?(?:responsible for|in charge of|adding|building|owns?|will add|will build|adds|takes care of)(?-u:\b)",
        ),
    ]
});

impl Judge<'_> {
    /// 「変更依頼」欄は品質保証課の戸田が受け持ち, where the case gives the measure to somebody else.
    pub(super) fn other_owner(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let whole = self.context.withheld.whole();
        let sentence = self.text.get(told.span.clone())?;
        let people = &whole.own_people;
        let (place, person) = self.seen_to(told, sentence, people)?;
        let names = people.iter().flat_map(|person| labels(person, lang)).collect::<Vec<_>>().join("\n");
        let topic = Topic::of(sentence, lang).without(&Topic::of(&names, lang));
        let mut shared: Vec<(usize, &crate::facts::Action)> = whole
            .actions
            .iter()
            .filter_map(|action| Some((topic.shared(&Topic::of(action.what.get(lang)?, lang)), action)))
            .collect();
        shared.sort_unstable_by_key(|(known, _)| std::cmp::Reverse(*known));
        let [(best, action), rest @ ..] = shared.as_slice() else { return None };
        if *best < 2 || rest.iter().any(|(known, _)| known == best) {
            return None;
        }
        let owner = whole.own_person(&action.owner)?;
        let theirs = labels(owner, lang);
        let written = self.text.get(place.clone())?;
        // Somebody of the owner's own department, or the owner beside them.
        let own = theirs.iter().any(|label| sentence.contains(label))
            || owner.department.as_ref().is_some_and(|of| person.department.as_ref() == Some(of));
        // What they are asked for, or check, or do beside it.
        let requested = whole.requests.iter().any(|request| {
            request.to == person.key
                && request.what.get(lang).is_some_and(|what| topic.shared(&Topic::of(what, lang)) > 0)
        });
        let told_so = self.context.whole().seen().texts().iter().any(|text| {
            labels(person, lang).iter().any(|label| text.contains(label.as_str()))
                && topic.shared(&Topic::of(text, lang)) > 1
        });
        let other_action = shared.iter().any(|(known, other)| *known > 0 && other.owner == person.key);
        (!own && !requested && !told_so && !other_action).then(|| {
            let shown = theirs.first().cloned().unwrap_or_default();
            Finding::error(RULE.id, place, of_other(written)).about(&action.id).suggest(Message::new(
                format!("事実では {shown} です（{}）", action.id),
                format!("the facts say {shown} ({})", action.id),
            ))
        })
    }

    /// 物流課の桑田, who is with another department.
    pub(super) fn other_department(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let whole = self.context.withheld.whole();
        let sentence = self.text.get(told.span.clone())?;
        let departments = |person: &OwnPerson| -> Vec<String> {
            let names = [&person.department, &person.client_label, &person.title];
            names.into_iter().flatten().filter_map(|text| text.get(lang)).map(str::to_owned).collect()
        };
        whole.own_people.iter().find_map(|person| {
            let name = family_name(person.name.get(lang)?, lang);
            let mut namesakes = whole.own_people.iter().filter_map(|other| other.name.get(lang));
            if namesakes.by_ref().filter(|other| family_name(other, lang) == name).count() > 1 {
                return None;
            }
            let own = departments(person);
            person.department.as_ref()?.get(lang)?;
            let others = whole.own_people.iter().filter(|other| other.department != person.department);
            let others = others.filter_map(|other| other.department.as_ref()?.get(lang));
            sentence.match_indices(name).find_map(|(at, _)| {
                let (before, behind) = (sentence.get(..at)?, sentence.get(at + name.len()..)?);
                let mut others = others.clone();
                others.find_map(|other| {
                    if own.iter().any(|own| own.contains(other) || other.contains(own.as_str())) {
                        return None;
                    }
                    let place = match lang {
                        // 品質保証課の戸田, 品質保証課 課長 戸田, 品質保証課（戸田）.
                        Lang::Ja => {
                            let titled = before.trim_end_matches(['の', ' ', '　', '（', '(']);
                            let titled = ["課長", "部長", "係長", "主任"]
                                .iter()
                                .find_map(|title| titled.strip_suffix(title))
                                .unwrap_or(titled);
                            let from = titled.trim_end_matches(['の', ' ', '　']).strip_suffix(other)?.len();
                            from..at + name.len()
                        }
                        // "Kuwata, Logistics", "Kuwata (Logistics)", "Kuwata of Logistics".
                        Lang::En => {
                            let rest = [", ", " (", " of ", " from ", ", Head of ", ", head of ", ", Manager, "]
                                .iter()
                                .find_map(|mark| behind.strip_prefix(mark)?.strip_prefix(other))?;
                            at..sentence.len() - rest.len()
                        }
                    };
                    let place = told.span.start + place.start..told.span.start + place.end;
                    let written = self.text.get(place.clone())?;
                    let known = own.first()?;
                    Some(
                        Finding::error(RULE.id, place, of_other(written))
                            .suggest(Message::new(format!("事実では {known} です"), format!("the facts say {known}"))),
                    )
                })
            })
        })
    }

    /// 12月7日　安西様から担当変更のご要望, where it was somebody else of the client's who called on that day.
    pub(super) fn other_caller(&self, told: &Told<'_>) -> Option<Finding> {
        let (lang, on) = (self.context.lang, self.context.facts.case.as_of.0);
        let whole = self.context.withheld.whole();
        let sentence = self.text.get(told.span.clone())?;
        let mut days = told.mentions.iter().filter_map(|mention| match mention.value {
            Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                Some((mention.span.start, nearest_year(date, on)?))
            }
            _ => None,
        });
        let (at, day) = days.next().filter(|_| days.next().is_none())?;
        // The day heads the sentence or the row.
        let led = self.text.get(told.span.start..at)?;
        if led.chars().count() > 4 || day > on {
            return None;
        }
        let of_day = |from: Option<&Key>, of: Date| of == day && from.is_some_and(|key| client(whole, key).is_some());
        let heard: Vec<&Key> = whole
            .timeline
            .iter()
            .filter(|event| of_day(event.from.as_ref(), event.date.0))
            .filter_map(|event| event.from.as_ref())
            .chain(whole.positions.iter().filter(|said| of_day(Some(&said.from), said.date.0)).map(|said| &said.from))
            .collect();
        let caller = heard.first()?;
        let spoken_of = |name: &str| {
            let mut events = whole.timeline.iter().filter(|event| event.date.0 == day);
            events.any(|event| event.content.get(lang).is_some_and(|content| content.contains(name)))
        };
        whole.client_people.iter().filter(|person| !heard.contains(&&person.key)).find_map(|person| {
            let name = family_name(person.name.get(lang)?, lang);
            let (at, _) = sentence.match_indices(name).next()?;
            let behind = sentence.get(at + name.len()..)?;
            let ends = lang.pick(
                &["様から", "様より", "氏から", "氏より", "さんから", "さんより"][..],
                &[" calls ", " called ", " rings ", " rang ", " phones ", " phoned ", " writes ", " wrote "][..],
            );
            let end = ends.iter().find(|word| behind.starts_with(**word))?.trim_end();
            // A call that nobody made is an invention, and no slip of a name.
            let title = behind.find(['か', 'よ']).and_then(|at| behind.get(at..)).unwrap_or_default();
            if spoken_of(name) || (lang == Lang::Ja && CAME.is_match(title)) {
                return None;
            }
            let place = told.span.start + at..told.span.start + at + name.len() + end.len();
            let written = self.text.get(place.clone())?;
            let known = client(whole, caller).and_then(|known| known.name.get(lang)).unwrap_or_default();
            Some(Finding::error(RULE.id, place, of_other(written)).suggest(Message::new(
                format!("その日の相手は、事実では {known} 様です"),
                format!("the facts have {known} on that day"),
            )))
        })
    }

    /// Somebody of the own side who is said to see to something, and where.
    fn seen_to<'p>(
        &self,
        told: &Told<'_>,
        sentence: &str,
        people: &'p [OwnPerson],
    ) -> Option<(Range<usize>, &'p OwnPerson)> {
        let lang = self.context.lang;
        people.iter().find_map(|person| {
            labels(person, lang).into_iter().find_map(|label| {
                let (at, _) = sentence.match_indices(label.as_str()).next()?;
                let end = at + label.len();
                let (before, behind) = (sentence.get(..at)?, sentence.get(end..)?);
                let place = told.span.start + at..told.span.start + end;
                let in_cell = || {
                    let head = self.column_head(place.start);
                    head.is_some_and(|head| OWNER_HEADS.contains(&head.as_str()))
                };
                let said = match lang {
                    Lang::Ja => SEES_TO.is_match(behind),
                    Lang::En => SEES_TO_EN[0].is_match(before) || SEES_TO_EN[1].is_match(behind),
                };
                (said || in_cell()).then_some((place, person))
            })
        })
    }
}

fn client<'a>(whole: &'a Facts, key: &Key) -> Option<&'a ClientPerson> {
    whole.client_people.iter().find(|person| person.key == *key)
}

/// What somebody goes by: the family name, the department as the company and as the client calls it.
fn labels(person: &OwnPerson, lang: Lang) -> Vec<String> {
    let family = person.name.get(lang).map(|name| family_name(name, lang).to_owned());
    let departments = [&person.department, &person.client_label];
    let departments = departments.into_iter().flatten().filter_map(|text| text.get(lang)).map(str::to_owned);
    family.into_iter().chain(departments).filter(|label| label.chars().count() > 1).collect()
}
