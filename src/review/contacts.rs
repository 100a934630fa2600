//! Calls, mails and visits that a text tells of, and whether the case has one of that day with those people.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::judge::Judge;
use super::misplaced::Told;
use super::rules::unsupported_claim::unsupported;
use super::sentence::quotations;
use crate::facts::normalise::{PartialDate, Relative, Unit, Value};
use crate::facts::{ClientPerson, Event, Key, family_name};
use crate::lang::{Lang, Pattern};

/// Behind the name of somebody of the client's: what came from them.
pub(super) static CAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:から|より)(?:は|も|の|、)?[^。\n]{0,40}?(?:電話|メール|連絡|ご?訪問|来社|来訪|督促|催促|申し入れ|通告|通知|お叱り)[^。、\n]{0,14}?(?:頂|いただ|賜|あっ|あり|ござい|受け|承|入[りっ]|届[いき]|まし)",
    )
});
/// Behind the name: what went to them.
static WENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:へ|に|にも|には|宛に|あてに)(?:は|も|、)?[^。\n]{0,40}?(?:電話|メール|お?詫び|謝罪|訪問|面会|説明|報告|連絡|話し|述べ|伝え|申し上げ|差し上げ)[^。\n]{0,14}?(?:まし[たて]|て(?:お|い)[りる]|た(?:[。、]|$|ところ|もの|が))",
    )
});
/// A call that was made, and not one that was taken.
static CALLED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("電話を(?:差し上げ|いたし|お?入れ|お?かけ|お?掛け|し(?:まし|て|た))"));
/// A visit of ours that has been.
static VISITED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:訪問|参上|お訪ね|お邪魔)(?:し|いたし|申し上げ)(?:まし[たて]|て(?:お|い)|た|、)|(?:者|[\\p{Han}]{2}|社|工場|ホテル|元|先|所)(?:が|へ|に|まで)(?:お)?(?:伺い|うかがい)(?:し|いたし|まし)(?:まし[たて]|て|た|、)|足を運(?:び|んで|ばせ)|まで参りまし|へ参りまし",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:we|i|Ms\.? [a-z]+|Mr\.? [a-z]+|(?:one|two|some) of us) (?:also |then |both )?(?:visited you|called on you|came to (?:see you|your)|went to your|came by)(?-u:\b)",
        ),
    ]
});
/// What makes of it something that was not done, or is yet to be.
static NOT_DONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "ませ[んぬ]|な[いくかし]|ず[、にと。]|おらず|ください|いただけ|予定|れば|たら[、 ]|場合|かどうか|か否か|つもり|べき|たい[。と]",
    )
});
/// Somebody of ours who sat in on a talk.
static SAT_IN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:部長|課長|係長|主任|マネージャー|次長|室長)?(?:が|は|も|、)[^。\n]{0,24}?(?:同席|立ち会[いっ]|同行|列席)(?:し|いたし|て|た)",
    )
});
/// Who called whom, in English: "Mr. Ohashi called", "we wrote to Ms. Marsh".
static ENGLISH: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            r"(?i)^(?: (?:also|then|again|herself|himself))? (?:called|rang|phoned|telephoned|wrote|e-?mailed|visited|came|complained|reminded|chased|warned)(?-u:\b)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:called|rang|phoned|telephoned|wrote to|e-?mailed|visited|apologi[sz]ed to|told|spoke (?:to|with)|talked to|met(?: with)?|(?:call|visit|mail|letter) to) (?:mr|ms|mrs)?\.? ?$",
        ),
    ]
});

/// Parts of a day, with the hours they may mean.
const PARTS: [(&str, Range<i8>); 6] = [
    ("日の朝", 4..12),
    ("日の夕方", 15..20),
    ("日の晩", 17..24),
    ("日の夜", 17..24),
    ("日の午後", 12..20),
    ("日の昼", 11..15),
];
/// What somebody was in touch by, behind its day.
const OCCASIONS: [&[&str]; 3] =
    [&["電話", "通話", "架電"], &["メール"], &["面談", "訪問", "打ち合わせ", "会議", "来社", "面会"]];

/// A day that a word of the sentence means, counted from the last day that was told of.
const COUNTED_JA: [(&str, i32); 6] = [("翌々日", 2), ("翌日", 1), ("その日", 0), ("同日", 0), ("当日", 0), ("即日", 0)];

impl Judge<'_> {
    /// 翌日には峰岸から安西様へお電話でもお詫びを申し上げました: word between people on a day on which the case has
    /// none.
    pub(super) fn no_such_contact(&self, told: &Told<'_>, last: Option<Date>) -> Option<Finding> {
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone())?;
        let days = self.days_told(told, sentence, last);
        // A day of which the case knows nothing is found as such.
        if days.is_empty() {
            return None;
        }
        let place = match lang {
            Lang::Ja => self
                .strange_word_of(sentence, &days)
                .or_else(|| self.strange_occasion(told, sentence))
                .or_else(|| self.strange_company(sentence, &days))
                .or_else(|| self.strange_visit(sentence, &days)),
            Lang::En => self.strange_word_en(sentence, &days).or_else(|| self.strange_visit(sentence, &days)),
        }?;
        let span = told.span.start + place.start..told.span.start + place.end;
        Some(unsupported(self.text, span))
    }

    /// The days up to today that a sentence names or counts to; none where one of them is to come or not known.
    fn days_told(&self, told: &Told<'_>, sentence: &str, last: Option<Date>) -> Vec<Date> {
        let on = self.context.facts.case.as_of.0;
        let mut days = Vec::new();
        for mention in &told.mentions {
            let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
            match mention.value {
                Value::Date(date @ PartialDate { day: Some(_), month: Some(_), .. }) => {
                    // 30日までに: not the day itself.
                    let Some(day) = nearest_year(date, on) else { continue };
                    if !self.context.whole().has_day(day) {
                        return Vec::new();
                    }
                    if !["まで", "以降", "から", "以来"].iter().any(|word| after.starts_with(word)) {
                        days.push(day);
                    }
                }
                Value::Date(PartialDate { day: Some(day), month: None, .. }) => {
                    days.extend(self.context.whole().days().filter(|known| known.day() == day).take(4));
                }
                // "When Ms. Miyake rang thirteen days after the call": counted from another day.
                Value::Relative(Relative::Day(_) | Relative::Week(_)) => return Vec::new(),
                Value::Quantity(_, Unit::Day | Unit::BusinessDay | Unit::Week | Unit::Month)
                    if ["後", "前", " after", " later", " before"].iter().any(|word| after.starts_with(word)) =>
                {
                    return Vec::new();
                }
                _ => {}
            }
        }
        let from = days.last().copied().or(last);
        if self.context.lang == Lang::Ja
            && let Some((_, count)) = COUNTED_JA.iter().find(|(word, _)| sentence.contains(word))
        {
            days.extend(from.and_then(|from| from.checked_add(count.days()).ok()));
        }
        if days.iter().any(|day| *day > on) {
            return Vec::new();
        }
        days
    }

    /// Word from or to somebody of the client's with whom there was none on these days.
    fn strange_word_of(&self, sentence: &str, days: &[Date]) -> Option<Range<usize>> {
        let people = &self.context.withheld.whole().client_people;
        people.iter().find_map(|person| {
            let name = family_name(person.name.get(Lang::Ja)?, Lang::Ja);
            let (at, _) = sentence.match_indices(name).next()?;
            let rest = sentence.get(at + name.len()..)?;
            let rest = rest.trim_start_matches(|c: char| !"様氏さ課部かへによ宛あ".contains(c) && c != '、');
            let end = ["様", "氏", "さん", "課長", "部長", "主任", "総支配人"]
                .iter()
                .find_map(|word| rest.strip_prefix(word));
            let behind = end.unwrap_or(rest);
            let from = sentence.len() - behind.len();
            let came = CAME.find(behind);
            let went = WENT.find(behind);
            let (act, outgoing) = match (came, went) {
                (Some(act), _) => (act, false),
                (None, Some(act)) => (act, true),
                _ => return None,
            };
            let whole = behind.get(act.start()..).unwrap_or_default();
            // 免除がなければ解約するとの電話: what was said is no condition of its having been.
            if NOT_DONE.is_match(&own_words(&whole.replace("なければ", ""))) {
                return None;
            }
            let strictly = outgoing && CALLED.is_match(whole);
            let hours = PARTS.iter().find(|(word, _)| sentence.contains(word)).map(|(_, hours)| hours.clone());
            let known = days.iter().any(|day| self.was_in_touch(person, *day, strictly, hours.as_ref()));
            (!known).then_some(at..from + act.end())
        })
    }

    /// 11月20日の電話でも: a call, a mail or a talk on a day of which the case knows something else.
    fn strange_occasion(&self, told: &Told<'_>, sentence: &str) -> Option<Range<usize>> {
        let on = self.context.facts.case.as_of.0;
        let whole = self.context.withheld.whole();
        told.mentions.iter().find_map(|mention| {
            let Value::Date(date @ PartialDate { day: Some(_), month: Some(_), .. }) = mention.value else {
                return None;
            };
            let day = nearest_year(date, on).filter(|day| *day <= on && self.context.whole().has_day(*day))?;
            let at = mention.span.end.checked_sub(told.span.start)?;
            let after = sentence.get(at..)?.strip_prefix('の')?;
            let bare = after.trim_start_matches(['お', 'ご']);
            let (words, word) = OCCASIONS
                .iter()
                .find_map(|words| words.iter().find(|word| bare.starts_with(**word)).map(|word| (words, word)))?;
            let says = |text: &str| words.iter().any(|word| text.contains(word));
            let mut events = whole.timeline.iter().filter(|event| event.date.0 == day);
            let by_event = events.any(|event| {
                let texts = [event.channel.as_ref().and_then(|text| text.get(Lang::Ja)), event.content.get(Lang::Ja)];
                texts.into_iter().flatten().any(says)
                    || event.quote.is_some()
                    || (event.from.is_some() && event.channel.is_none())
            });
            let mut positions = whole.positions.iter();
            let known = by_event
                || positions.any(|position| position.date.0 == day && position.channel.get(Lang::Ja).is_some_and(says));
            let written = format!("{}月{}日", day.month(), day.day());
            let mut texts = self.context.whole().seen().texts().iter();
            let told_of = texts.any(|text| text.contains(&written) && says(text));
            let follow_up = whole.rep.iter().any(|rep| {
                rep.follow_up.as_ref().is_some_and(|talk| talk.date.0 == day)
                    || rep.check_ins.iter().any(|check| check.0 == day)
            });
            let mut frictions = whole.frictions.iter().filter(|friction| friction.date.0 == day);
            let friction = frictions.any(|friction| friction.what.get(Lang::Ja).is_some_and(says));
            (!known && !told_of && !follow_up && !friction).then(|| {
                let end = at + 'の'.len_utf8() + (after.len() - bare.len()) + word.len();
                mention.span.start - told.span.start..end
            })
        })
    }

    /// Whether somebody of the client's was in touch on a day, or a call went to them where that is asked.
    fn was_in_touch(&self, person: &ClientPerson, day: Date, called: bool, hours: Option<&Range<i8>>) -> bool {
        let whole = self.context.withheld.whole();
        let lang = self.context.lang;
        let family = person.name.get(lang).map(|name| family_name(name, lang)).unwrap_or_default();
        let is_their = |key: Option<&Key>| key == Some(&person.key);
        let event = |event: &&Event| {
            let content = event.content.get(lang).unwrap_or_default();
            let to = ["様へ", "様に", "へ"].iter().any(|end| content.contains(&format!("{family}{end}")));
            if called {
                is_their(event.to.as_ref()) || to || event.from.is_none() && content.contains(family)
            } else {
                is_their(event.to.as_ref()) || is_their(event.from.as_ref()) || content.contains(family)
            }
        };
        let then = |event: &&Event| {
            hours.is_none_or(|hours| {
                event.time.is_none_or(|time| i8::try_from(time.hour).is_ok_and(|h| hours.contains(&h)))
            })
        };
        let mut events = whole.timeline.iter().filter(|event| event.date.0 == day).filter(then);
        let mut positions = whole.positions.iter();
        events.any(|known| event(&known))
            || (!called && positions.any(|position| position.date.0 == day && position.from == person.key))
    }

    /// Somebody of ours who is said to have sat in on a talk of that day, and did not.
    fn strange_company(&self, sentence: &str, days: &[Date]) -> Option<Range<usize>> {
        let whole = self.context.withheld.whole();
        whole.own_people.iter().find_map(|person| {
            let name = family_name(person.name.get(Lang::Ja)?, Lang::Ja);
            let (at, _) = sentence.match_indices(name).next()?;
            let rest = sentence.get(at + name.len()..)?;
            let act = SAT_IN.find(rest)?;
            let after = rest.get(act.start()..)?;
            let past =
                after.contains("まし") || after.contains("した") || after.contains("し、") || after.contains("ており");
            if !past || NOT_DONE.is_match(after) {
                return None;
            }
            let mut events = whole.timeline.iter().filter(|event| days.contains(&event.date.0)).peekable();
            events.peek()?;
            let there = events.into_iter().any(|event| {
                let content = event.content.get(Lang::Ja).unwrap_or_default();
                event.from.as_ref() == Some(&person.key)
                    || event.to.as_ref() == Some(&person.key)
                    || content.contains(name)
            });
            (!there).then_some(at..at + name.len() + act.end())
        })
    }

    /// A visit of ours on a day on which the case has neither a visit nor a delivery.
    fn strange_visit(&self, sentence: &str, days: &[Date]) -> Option<Range<usize>> {
        let lang = self.context.lang;
        let act = lang.of(&VISITED).find(sentence)?;
        let after = sentence.get(act.end()..).unwrap_or_default();
        if lang == Lang::Ja && NOT_DONE.is_match(after) {
            return None;
        }
        let words = lang.pick(
            &["訪問", "面談", "現場", "伺い", "お届け", "納入", "納品", "打ち合わせ", "来社"][..],
            &["visit", "meeting", "on the spot", "deliver", "met ", "called on"][..],
        );
        let mut events = self.context.withheld.whole().timeline.iter().filter(|event| days.contains(&event.date.0));
        let there = events.any(|event| {
            let texts = [event.channel.as_ref().and_then(|text| text.get(lang)), event.content.get(lang)];
            texts.into_iter().flatten().any(|text| words.iter().any(|word| text.contains(word)))
        });
        let pledged = self
            .context
            .withheld
            .whole()
            .actions
            .iter()
            .any(|action| action.done.is_some_and(|done| days.contains(&done.0)));
        (!there && !pledged).then_some(act.range())
    }

    fn strange_word_en(&self, sentence: &str, days: &[Date]) -> Option<Range<usize>> {
        let denied =
            ["n't", "n’t", " not ", " no ", " never ", " nobody ", " if ", " will ", " would ", " until ", " by "];
        if denied.iter().any(|word| sentence.contains(word)) {
            return None;
        }
        let [acts, towards] = &*ENGLISH;
        self.context.withheld.whole().client_people.iter().find_map(|person| {
            let name = family_name(person.name.get(Lang::En)?, Lang::En);
            let (at, _) = sentence.match_indices(name).next()?;
            let before = sentence.get(..at)?;
            let behind = sentence.get(at + name.len()..)?;
            let act = acts.find(behind).map(|act| at..at + name.len() + act.end());
            let act = act.or_else(|| towards.find(before).map(|act| act.start()..at + name.len()));
            let known = days.iter().any(|day| self.was_in_touch(person, *day, false, None));
            act.filter(|_| !known)
        })
    }
}

/// A text without what stands in its quotation marks.
fn own_words(text: &str) -> String {
    let mut own = String::new();
    let mut from = 0;
    for quote in quotations(text) {
        own.push_str(text.get(from..quote.start).unwrap_or_default());
        from = quote.end;
    }
    own.push_str(text.get(from..).unwrap_or_default());
    own
}

/// The last day that a sentence tells of.
pub(super) fn last_day(told: &Told<'_>, on: Date) -> Option<Date> {
    told.mentions.iter().rev().find_map(|mention| match mention.value {
        Value::Date(date @ PartialDate { day: Some(_), month: Some(_), .. }) => nearest_year(date, on),
        _ => None,
    })
}
