//! Days that have a name of their own, of which the case gives one only: the check of the effect, the talks with the
//! rep, the review of the set-up, the answer an expert is asked for.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::judge::{Judge, of_other};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use crate::facts::normalise::{PartialDate, Value};
use crate::facts::{Audience, Day, Facts, PositionKind};
use crate::kind::Speech;
use crate::lang::{Lang, Message, Pattern};

/// A day that has a name.
struct Role {
    /// What names it, in front of the day or behind it.
    named: LazyLock<[Pattern; 2]>,
    /// Whether a text for these readers may name it.
    read_by: fn(Audience) -> bool,
    /// Whether it may be named anywhere in the sentence of the day.
    anywhere: bool,
    /// Its days.
    days: fn(&Facts) -> Vec<Day>,
}

static ROLES: [Role; 6] = [
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed(
                    "効果(?:は|を|の(?:確認|検証|測定)|確認|検証)[^。\n]{0,24}?(?:確か?め|確認|検証|測)|効果(?:の確認|の検証|確認|検証)(?:日|の日)?[^。\n]{0,6}$",
                ),
                Pattern::fixed(
                    r"(?i)(?-u:\b)(?:effect|effectiveness)(?-u:\b)[^.\n]{0,30}?(?-u:\b)(?:checked|check|measured|reviewed|verified)(?-u:\b)|(?-u:\b)(?:check|measure|review|verify) (?:of )?(?:the|its|their) (?:effect|effectiveness)(?-u:\b)",
                ),
            ]
        }),
        read_by: Audience::is_inside,
        anywhere: false,
        days: |facts| facts.prevention.iter().filter_map(|prevention| prevention.effect_check).collect(),
    },
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed(
                    "^[・\\-\\s0-9０-９.．、]*(?:定期)?(?:面談|確認の面談|振り返り)(?:の?(?:日程|予定|日))?(?:は|[：:\t])",
                ),
                Pattern::fixed(r"(?i)^[\-•*\s0-9.]*(?:our )?check-?ins?(?: dates?| are(?: on)?|:|\t| will be on| on)"),
            ]
        }),
        read_by: |audience| audience == Audience::Rep,
        anywhere: false,
        days: |facts| {
            let rep = facts.rep.iter();
            rep.flat_map(|rep| {
                let talk = rep.follow_up.as_ref().map(|talk| talk.date);
                rep.check_ins.iter().copied().chain(talk).collect::<Vec<_>>()
            })
            .collect()
        },
    },
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed(
                    "(?:ご?回答|ご?意見|ご?助言|ご?見解)(?:の?期限|は|を|の希望日)[^。\n]{0,16}?(?:まで|期限|お願い|いただ|頂|賜|[：:\t]|$)|(?:回答|返答)期限",
                ),
                Pattern::fixed(
                    r"(?i)(?-u:\b)your (?:answers?|advice|opinion|reply|view)(?-u:\b)[^.\n]{0,30}?(?-u:\b)by(?-u:\b)",
                ),
            ]
        }),
        read_by: |audience| audience == Audience::Expert,
        anywhere: false,
        days: |facts| facts.expert.iter().filter_map(|expert| expert.deadline).collect(),
    },
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed("(?:次回|次)の?(?:進捗の)?ご?報告(?:は|を|日は|[：:])"),
                Pattern::fixed(
                    r"(?i)(?-u:\b)next (?:written )?(?:progress |status )?report(?: in writing)?(?: follows| is due| will follow| will reach you| comes|:)? (?:on|by)?",
                ),
            ]
        }),
        read_by: |audience| audience == Audience::Client,
        anywhere: false,
        days: |facts| {
            // What is reported on each week has more days than are entered.
            let weekly = facts.actions.iter().any(|action| {
                let what = [&Some(action.what.clone()), &action.every];
                action.every.is_some()
                    && what
                        .into_iter()
                        .flatten()
                        .flat_map(|text| text.each())
                        .any(|(_, text)| text.contains("報告") || text.contains("report"))
            });
            let reports = facts.cadence.iter().flat_map(|cadence| &cadence.reports).map(|report| report.date);
            if weekly { Vec::new() } else { reports.collect() }
        },
    },
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed("^[^。、\n]{0,24}(?:聞き取り|ヒアリング)(?:$|を(?:行|し|実施)|し|いたし)"),
                Pattern::fixed(r"(?i)^[^.,;\n]{0,24}?(?-u:\b)(?:hears|heard|interviews|interviewed)(?-u:\b)"),
            ]
        }),
        read_by: |audience| audience != Audience::Client,
        anywhere: true,
        days: |facts| {
            let talks = facts.timeline.iter().filter(|event| {
                let words = ["聞き取", "伺", "面談", "heard", "told us", "talk"];
                event.from.as_ref().is_some_and(|key| facts.own_person(key).is_some())
                    || event.content.each().any(|(_, text)| words.iter().any(|word| text.contains(word)))
            });
            let option = facts.change_option.iter().flat_map(|option| [option.rep_heard, option.willing]);
            let mut days: Vec<Day> = talks.map(|event| event.date).chain(option.flatten()).collect();
            let rep = facts.rep.iter();
            days.extend(
                rep.flat_map(|rep| rep.check_ins.iter().copied().chain(rep.follow_up.iter().map(|talk| talk.date))),
            );
            days
        },
    },
    Role {
        named: LazyLock::new(|| {
            [
                Pattern::fixed(
                    "^[^。\n]{0,40}担当者?(?:を)?の?(?:変更|交代|交替)の?(?:ご)?(?:要望|希望|申し入れ|申し出|お申し出|依頼|要求)を?[^。、\n]{0,4}(?:承り|承っ|頂戴し|いただき|いただい|頂き|頂い|受け(?:まし|た|て))",
                ),
                Pattern::fixed(
                    r"(?i)(?-u:\b)(?:asks|asked|requested|demanded|wanted)(?-u:\b)[^.\n]{0,50}?(?-u:\b)(?:another|different|new|change of|somebody else|someone else|replace)(?-u:\b)(?: (?:as (?:your|the) )?(?:[a-z]+ )?(?:representative|rep|lead|contact))?",
                ),
            ]
        }),
        read_by: |_| true,
        anywhere: true,
        days: |facts| {
            let demands = facts.positions.iter().filter(|position| position.kind == PositionKind::Demand);
            let demands = demands.map(|position| position.date);
            let events = facts.timeline.iter().filter(|event| {
                event.content.each().any(|(_, text)| {
                    (text.contains("担当") || text.contains("責任者")) && text.contains("変更")
                        || ["representative", "another onboarding lead", "somebody else", "another lead"]
                            .iter()
                            .any(|word| text.contains(word))
                }) || event.quote.is_some()
            });
            demands.chain(events.map(|event| event.date)).collect()
        },
    },
];

impl Judge<'_> {
    /// 効果は2027年1月29日に確かめる, where the case has another day for it.
    pub(super) fn other_named_day(&self, told: &Told<'_>) -> Option<Finding> {
        let (lang, on) = (self.context.lang, self.context.facts.case.as_of.0);
        let sentence = self.text.get(told.span.clone())?;
        let days: Vec<(Range<usize>, Date)> = told
            .mentions
            .iter()
            .filter_map(|mention| match mention.value {
                Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                    Some((mention.span.clone(), nearest_year(date, on)?))
                }
                _ => None,
            })
            .collect();
        if days.is_empty() {
            return None;
        }
        let audience = self.context.facts.audience();
        ROLES.iter().filter(|role| (role.read_by)(audience)).find_map(|role| {
            let known = (role.days)(self.context.withheld.whole());
            if known.is_empty() {
                return None;
            }
            // The name stands in the part of the sentence that the day stands in, or heads a list of days.
            let named = |span: &Range<usize>| {
                let part = self.text.get(self.part_around(told, span)).unwrap_or_default();
                lang.of(&role.named).is_match(part)
            };
            let led = if role.anywhere {
                self.heads_demand(told, days.first().map(|(span, _)| span)?, &role.named)
            } else {
                days.len() > 1 && lang.of(&role.named).is_match(sentence)
            };
            // A day on which something else happened may be told of in these words too.
            let happened = |day: Date| self.context.withheld.whole().timeline.iter().any(|event| event.date.0 == day);
            if role.anywhere && (!led || days.first().is_some_and(|(_, day)| *day > on || happened(*day))) {
                return None;
            }
            if !led && !days.iter().all(|(span, _)| named(span)) {
                return None;
            }
            // One day is the one that is named; of several each must be one of as many.
            if days.len() > 1 && known.len() < 2 && !role.anywhere {
                return None;
            }
            let told = if role.anywhere { days.get(..1)? } else { days.as_slice() };
            let (span, _) = told.iter().find(|(_, day)| !known.iter().any(|known| known.0 == *day))?;
            let written = self.text.get(span.clone())?;
            let speech = Speech::of(self.context.facts);
            let known = known.into_iter().map(|day| speech.day(day)).collect::<Vec<_>>().join(lang.pick("、", ", "));
            Some(
                Finding::error(RULE.id, span.clone(), of_other(written))
                    .suggest(Message::new(format!("事実では {known} です"), format!("the facts say {known}"))),
            )
        })
    }

    /// 11月13日に…ご要望を承り, "you asked us on 8 December to give you somebody else": the day of what is asked for.
    fn heads_demand(&self, told: &Told<'_>, span: &Range<usize>, named: &[Pattern; 2]) -> bool {
        let lang = self.context.lang;
        let before = self.text.get(told.span.start..span.start).unwrap_or_default();
        let after = self.text.get(span.end..told.span.end).unwrap_or_default();
        match lang {
            Lang::Ja => before.chars().count() <= 6 && named[0].is_match(after),
            Lang::En => {
                let asked = ["asked us on", "asked me on", "asked on", "request of", "demand of"];
                let said = self.text.get(told.span.clone()).unwrap_or_default();
                let heads = before.trim_matches(['-', '*', '•', ' ', '.']).len() <= 4 && named[1].is_match(after);
                heads || (asked.iter().any(|word| before.trim_end().ends_with(word)) && named[1].is_match(said))
            }
        }
    }

    /// A day that the case has for a talk with the rep, a request to colleagues or an expert's answer alone: in a paper
    /// for the client it is a wrong day and no secret.
    pub(super) fn is_inner_day(&self, place: &Range<usize>, value: &Value) -> bool {
        let Value::Date(date @ PartialDate { month: Some(_), day: Some(_), .. }) = value else { return false };
        // - Fri 25 Dec: second progress report. The day heads a line of a list.
        let from = self.text.floor_char_boundary(place.start.saturating_sub(64));
        let before = self.text.get(from..place.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches(['-', '・', '*', '•', ' ']);
        let heads = matches!(line, "" | "Mon " | "Tue " | "Wed " | "Thu " | "Fri ") || line.ends_with("day ");
        if self.context.facts.audience() != Audience::Client || !heads || line.len() > 12 {
            return false;
        }
        let whole = self.context.withheld.whole();
        let rep = whole
            .rep
            .iter()
            .flat_map(|rep| rep.check_ins.iter().copied().chain(rep.follow_up.as_ref().map(|talk| talk.date)));
        let expert = whole.expert.iter().filter_map(|expert| expert.deadline);
        let inner = rep.chain(expert).chain(whole.requests.iter().map(|request| request.due));
        let of_day = inner.filter(|day| date.agrees(day.0)).count();
        of_day > 0 && self.context.whole().days().filter(|known| date.agrees(*known)).count() <= of_day
    }
}
