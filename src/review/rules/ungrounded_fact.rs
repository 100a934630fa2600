//! R01: a date, a figure or a name that the facts do not hold.

use std::cell::OnceCell;

use crate::facts::normalise::{Mention, Number, PartialDate, Relative, Unit, Value, dated_weekdays, mentions};
use crate::facts::{Audience, Id};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::agreement::weekday_is_right;
use crate::review::date_line::is_date_line;
use crate::review::finding::Confidence;
use crate::review::judge::{Judge, of_other, unknown, with_fact};
use crate::review::misplaced::Told;
use crate::review::names::Names;
use crate::review::open_time::{asks, is_past, is_wish};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::quotations;
use crate::review::topic::Topic;
use crate::review::ungrounded_value::{about, is_late};
use crate::review::worked_out::compares;

use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "ungrounded-fact",
    code: "R01",
    about: (
        "事案ファイルにない日付・時刻・金額・数量・品番・連絡先・人名・会社名。作り話が一つあれば、文書全体の信用が失われます。",
        "A date, time, amount, quantity, code, address or name that the case file does not hold. One invention destroys trust in all the rest.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example { lang: Lang::Ja, text: "11月9日にお電話を頂戴しました。" },
        Example { lang: Lang::Ja, text: "黒河様には、ご迷惑をおかけしました。" },
        Example { lang: Lang::Ja, text: "11月11日に1,200箱をお届けしました。" },
        Example { lang: Lang::Ja, text: "11月12日14時30分、2,000箱を臨時便でお届けしました。[E5]" },
        Example { lang: Lang::Ja, text: "2,000箱を臨時便で11月12日にお届けしました。" },
        Example { lang: Lang::Ja, text: "12月2日（水）14時に、貴社本社へ伺います。" },
        Example { lang: Lang::Ja, text: "費用の39,500円は弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "化粧箱KB-420の納入が遅れました。" },
        Example { lang: Lang::Ja, text: "確認が遅れました。[E99]" },
        Example { lang: Lang::En, text: "You called us on 9 November." },
        Example { lang: Lang::En, text: "Mr. Tanaka will visit you." },
        Example { lang: Lang::En, text: "All 500 cartons have arrived." },
        Example { lang: Lang::En, text: "On 12 November at 14:30, we delivered 2,000 cartons by charter truck. [E5]" },
        Example { lang: Lang::En, text: "You wrote to us on 10/11." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "11月11日14時30分、2,000箱を臨時便でお届けしました。[E5]" },
        Example { lang: Lang::Ja, text: "臨時便の費用3万8,500円は、弊社が負担いたします。" },
        Example {
            lang: Lang::Ja, text: "再発を防ぐため、次の3つの取り組みを進めております。"
        },
        Example {
            lang: Lang::Ja, text: "令和8年11月30日（月）午後2時に、課長の相沢が貴社本社へ伺います。"
        },
        Example {
            lang: Lang::Ja, text: "12,000箱のうち2,000箱を11月11日、10,000箱を11月12日にお届けしました。"
        },
        Example {
            lang: Lang::Ja, text: "購買部長の黒川様、購買課主任の三宅様をはじめ、皆様にお詫び申し上げます。"
        },
        Example {
            lang: Lang::En,
            text: "Of the 12,000 cartons, 2,000 arrived on 11 November and 10,000 on 12 November.",
        },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, ¥38,500." },
        Example { lang: Lang::En, text: "Mr. Kurokawa called us on 28 October at 3:20 p.m. [E1]" },
        Example { lang: Lang::En, text: "I suggest Monday 30 November at 14:00 or Wednesday 2 December at 10:00." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let grounds = context.grounds();
    let whole = context.whole();
    // A name that is only withheld is no invention.
    let names = Names::of(context.withheld.whole(), whole.seen());
    let seen = context.facts.entry_ids();
    let mut found = Vec::new();
    // What code has laid stands in the facts by construction.
    for section in laid.sections.iter().filter(|section| section.prose) {
        let judge = Judge { context, grounds, text: &laid.text, section };
        found.extend(judge.citations(&seen));
        let mut values = judge.values();
        values.extend(judge.names(&names));
        found.append(&mut values);
    }
    Ok(found)
}

impl Judge<'_> {
    fn citations(&self, seen: &[Id]) -> Vec<Finding> {
        let unseen = self.section.cited.iter().flat_map(|(span, ids)| ids.iter().map(move |id| (span, id)));
        unseen
            .filter(|(_, id)| !seen.contains(id))
            .map(|(span, id)| {
                let message = Message::new(
                    format!("{id} という事実は、この文書では使えません"),
                    format!("there is no fact {id} for this document"),
                );
                Finding::error(RULE.id, span.clone(), message).about(id).suggest(Message::new(
                    "示された事実の番号だけを引いてください",
                    "cite only the facts that are listed",
                ))
            })
            .collect()
    }

    fn values(&self) -> Vec<Finding> {
        let (body, start) = (self.body(), self.section.span.start);
        // A weekday that is not that of its date is for the rule about weekdays.
        let wrong_days: Vec<_> = dated_weekdays(body, self.context.lang)
            .into_iter()
            .filter(|(_, date, weekday)| !weekday_is_right(*date, *weekday, self.context.facts.case.as_of.0))
            .map(|(span, ..)| start + span.start..start + span.end)
            .collect();
        let mut found: Vec<Finding> = Vec::new();
        let client = self.quotes();
        let quoted = quoted(&client, body, start);
        for told in self.told() {
            found.extend(self.times(&told.span));
            found.extend(self.other_owner(&told).or_else(|| self.other_department(&told)));
            if told.mentions.is_empty() || is_date_line(self.text, &told.span) {
                continue;
            }
            let retold = self.retold(&told);
            let sentence = self.text.get(told.span.clone()).unwrap_or_default();
            let in_quotes = quotations(sentence);
            let own = |mention: &&Mention| {
                // A word of time, or a day alone, in somebody's words means another day than ours.
                let vague = match mention.value {
                    Value::Relative(_) => true,
                    Value::Date(date) => date.month.is_none(),
                    _ => false,
                };
                let place = mention.span.start - told.span.start..mention.span.end - told.span.start;
                let next = in_quotes.partition_point(|quote| quote.end < place.end);
                let quote = in_quotes.get(next).filter(|quote| quote.start <= place.start);
                // 「10/11」とお書きになった期日: the client's way of writing it.
                let theirs = |quote: &std::ops::Range<usize>| {
                    let marks = ['「', '」', '『', '』', '“', '”', '"'];
                    let words = sentence.get(quote.clone()).unwrap_or_default().trim_matches(marks);
                    client.iter().any(|said| said.contains(words))
                };
                if quote.is_some_and(|quote| vague || theirs(quote)) {
                    return false;
                }
                // > 原因は10/11までに: a line of the mail that is answered.
                let line = sentence.trim_start_matches(['>', ' ', '\n']).trim_end();
                if sentence.trim_start().starts_with('>') && client.iter().any(|said| said.contains(line)) {
                    return false;
                }
                let at = quoted.partition_point(|quote| quote.end < mention.span.end);
                let quote = quoted.get(at).is_some_and(|quote| mention.span.start >= quote.start);
                !(quote || (retold && self.claimed(&mention.value)))
            };
            let from = found.len();
            let topic = OnceCell::new();
            for mention in told.mentions.iter().filter(own) {
                let next = wrong_days.partition_point(|day| day.end < mention.span.end);
                let in_wrong_day = wrong_days.get(next).is_some_and(|day| day.start <= mention.span.start);
                let weekday = matches!(mention.value, Value::Weekday(_));
                if !(in_wrong_day && weekday) {
                    found.extend(self.value(&told, retold, &topic, mention));
                }
            }
            found.extend(self.counted(&told));
            found.extend(self.other_due(&told));
            found.extend(self.not_yet(&told));
            found.extend(self.other_place(&told));
            found.extend(self.other_past(&told));
            found.extend(self.other_rhythm(&told));
            found.extend(self.other_first(&told));
            found.extend(self.other_start(&told));
            found.extend(self.count_at_other_time(&told));
            found.extend(self.other_part(&told));
            found.extend(self.other_request(&told));
            found.extend(self.other_named_day(&told));
            found.extend(self.other_number(&told));
            found.extend(self.moved_elsewhere(&told));
            // A row of a log names the day and the caller; in prose a wrong day is the likelier slip.
            let row = self.text.get(told.span.clone()).is_some_and(|row| row.contains('\t'));
            if row
                && found.len() == from
                && let Some(finding) = self.other_caller(&told)
            {
                found.push(finding);
                continue;
            }
            let known = |finding: &Finding| found.iter().skip(from).any(|other| other.span == finding.span);
            let echoes: Vec<Finding> = self.echoes(&told).into_iter().filter(|finding| !known(finding)).collect();
            found.extend(echoes);
            let here = found.get(from..).unwrap_or_default().to_vec();
            found.extend(self.misplaced(&told, &here));
            if found.len() == from {
                found.extend(self.other_moment(&told));
            }
            if found.len() == from {
                found.extend(self.other_caller(&told));
            }
        }
        found
    }

    /// Whether the client is on record with a value: an amount asked for, the words of a position.
    fn claimed(&self, value: &Value) -> bool {
        let asked = self.context.withheld.unauthorised();
        let asked = asked.into_iter().any(|entry| match (value, entry.amount) {
            (Value::Money(said, _), Some(amount)) => *said == Number::whole(amount),
            _ => false,
        });
        asked || self.claims().iter().any(|claim| claim == value)
    }

    /// What the client's own words say.
    fn claims(&self) -> Vec<Value> {
        let lang = self.context.lang;
        let quotes = self.context.withheld.claims().filter_map(|position| position.quote.as_ref()?.get(lang));
        quotes.flat_map(|quote| mentions(quote, lang)).map(|mention| mention.value).collect()
    }

    fn value(&self, told: &Told<'_>, retold: bool, topic: &OnceCell<Topic>, mention: &Mention) -> Option<Finding> {
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        // （10/11まで）: in a paper for the own side the figures of the mail may stand for what it asks.
        let inside = self.context.facts.audience() == Audience::Internal && after.starts_with("まで");
        if self.is_no_fact(told, mention, after) || ((retold || inside) && self.is_quoted_date(written)) {
            return None;
        }
        if self.is_other_length(told, mention) || self.is_other_tax(mention, after) {
            return Some(with_fact(Finding::error(RULE.id, mention.span.clone(), unknown(written)), None));
        }
        // A delay is that of an event or an action, not just any two days apart.
        if is_late(after, self.text.get(told.span.start..mention.span.start).unwrap_or_default())
            && matches!(mention.value, Value::Quantity(_, Unit::Day | Unit::Week | Unit::Hour | Unit::Minute))
        {
            let held = self.grounds.says_value(&mention.value, written)
                || self.grounds.spans(&mention.value)
                || self.context.whole().says_value(&mention.value, written)
                || self.context.whole().spans(&mention.value);
            let whole = self.length_with_next(told, mention);
            let whole =
                whole.is_some_and(|whole| self.grounds.spans(&whole) || self.grounds.says_value(&whole, written));
            return (!held && !whole)
                .then(|| with_fact(Finding::error(RULE.id, mention.span.clone(), unknown(written)), None));
        }
        match &mention.value {
            Value::Quantity(_, Unit::Day)
                if written.contains('.') && !self.grounds.says_value(&mention.value, written) =>
            {
                return Some(with_fact(Finding::error(RULE.id, mention.span.clone(), unknown(written)), None));
            }
            value
                if (self.grounds.is_difference(value) || self.context.whole().is_difference(value))
                    && compares(after, told, self.text) =>
            {
                return None;
            }
            value if self.grounds.spans(value) => return None,
            // What nobody may tell is no invention.
            value @ Value::Quantity(_, Unit::Hour | Unit::Minute)
                if self.context.whole().spans(value) || self.context.whole().derives(value) =>
            {
                return None;
            }
            // 初回は今週の19日です: a day that reads like a length.
            Value::Quantity(days, Unit::Day)
                if written.ends_with('日')
                    && days.as_whole().and_then(|day| i8::try_from(day).ok()).is_some_and(|day| {
                        let date = PartialDate { year: None, month: None, day: Some(day) };
                        self.is_dated(told, mention) && self.grounds.hold(&Value::Date(date), written)
                    }) =>
            {
                return None;
            }
            _ if self.follows(told, mention, after) || self.is_cleared_up(told, mention) => return None,
            Value::Quantity(_, Unit::Hour | Unit::Minute)
                if self.length_with_next(told, mention).is_some_and(|whole| self.grounds.spans(&whole)) =>
            {
                return None;
            }
            Value::Relative(Relative::Vague) if written.eq_ignore_ascii_case("soon") => return None,
            Value::Relative(relative) => return self.relative(told, mention, *relative),
            Value::AmbiguousDate(..) => {
                let message = Message::new(
                    format!("「{written}」は月と日の順が決まりません"),
                    format!("`{written}` can be read as day/month and as month/day"),
                );
                return Some(
                    Finding::error(RULE.id, mention.span.clone(), message)
                        .suggest(Message::new("月の名を書いてください", "write the name of the month")),
                );
            }
            Value::Date(date) if date.month.is_none() && self.is_other_next_day(told, mention, *date) => {}
            // 一日も早く is no date.
            Value::Date(date) if date.month.is_none() && after.starts_with(['も', 'で']) => return None,
            // 29日 after まで may be a length.
            Value::Date(PartialDate { year: None, month: None, day: Some(day) })
                if self.grounds.derives(&Value::Quantity(i64::from(*day).into(), Unit::Day)) =>
            {
                return None;
            }
            Value::Date(_) if is_holiday(after) => return None,
            // "Monday, 22 June, at 11": a time, where the case has it.
            Value::Number(hour) if self.is_hour(told, mention, *hour) => return None,
            // A copy of 4.7: the number of a version.
            Value::Number(_) if written.contains('.') && self.context.whole().seen().has_number(written) => {
                return None;
            }
            value @ Value::Quantity(..) if self.between(told, value, after) => return None,
            Value::Time(hour, 0) if about(after) && self.in_the_hour(*hour) => return None,
            value
                if !self.is_tally(told, mention)
                    && (self.grounds.hold(value, written)
                        || (self.context.whole().says_value(value, written)
                            && !self.is_inner_day(&mention.span, value))) =>
            {
                let other = self.is_other_record(told, mention)
                    || self.is_other_count(told, mention)
                    || self.is_end_of_change(told, mention, after);
                let finding = || Finding::error(RULE.id, mention.span.clone(), of_other(written));
                return other.then(|| with_fact(finding(), None));
            }
            _ => {}
        }
        let topic =
            topic.get_or_init(|| Topic::of(self.text.get(told.span.clone()).unwrap_or_default(), self.context.lang));
        let near = self.grounds.nearest(&mention.value, topic, &told.beside(mention), self.context.facts.case.as_of.0);
        let finding = Finding::error(RULE.id, mention.span.clone(), unknown(written));
        Some(with_fact(finding, near))
    }

    /// Whether what stands before a day says that it is a date: 期日は今月26日で.
    fn is_dated(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        let ends = [
            "今週の",
            "来週の",
            "翌週の",
            "今月",
            "今月の",
            "来月",
            "曜日、",
            "期日は",
            "期限は",
            "完了は",
            "初回は",
            "その次は",
            "次回は",
        ];
        ends.iter().any(|end| before.ends_with(end))
    }

    /// Whether a bare number is the hour of a time that the case has.
    fn is_hour(&self, told: &Told<'_>, mention: &Mention, hour: Number) -> bool {
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        let hour = hour.as_whole().and_then(|hour| u8::try_from(hour).ok()).filter(|hour| (1..=12).contains(hour));
        let holds = |hour: u8| self.context.whole().says_value(&Value::Time(hour, 0), "");
        before.ends_with(" at ") && hour.is_some_and(|hour| holds(hour) || holds(hour + 12))
    }

    fn in_the_hour(&self, hour: u8) -> bool {
        (0..60).any(|minute| self.grounds.hold(&Value::Time(hour, minute), ""))
    }

    /// Words such as 翌日: they are fine where they lead to a day the facts hold.
    fn relative(&self, told: &Told<'_>, mention: &Mention, relative: Relative) -> Option<Finding> {
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let on = self.context.facts.case.as_of.0;
        let from = match relative {
            Relative::NextDay | Relative::SecondDay | Relative::NextBusinessDay => told.date_before(mention, on)?,
            _ => on,
        };
        let mut days = Vec::new();
        if let Some((first, last)) = relative.resolve(from) {
            days = first.series(jiff::ToSpan::days(1)).take_while(|day| *day <= last).collect();
        }
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        // "If the same call came tomorrow": no day is meant.
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default().to_lowercase();
        let supposed = ["came ", "happened ", "rang ", "were ", "called "].iter().any(|word| before.ends_with(word))
            && before.contains("if ");
        // Somebody who asks for a time leaves it to the reader, and an account tells what was said at the time. What
        // has been, 後日お言葉を頂戴しております, is awaited by nobody.
        let left_open = supposed
            || relative == Relative::Vague
                && (self.context.facts.audience() == Audience::Expert
                    || asks(after, self.context.lang)
                    || is_past(after, self.context.lang)
                    || (self.context.facts.audience() != Audience::Client && is_wish(after)));
        if relative == Relative::Day(0)
            || left_open
            || self.grounds.seen().says(written)
            || days.iter().any(|day| self.grounds.has_day(*day))
        {
            return None;
        }
        let exact = matches!(relative, Relative::Day(_));
        let message = Message::new(
            format!("「{written}」がどの日を指すか、事実から決まりません"),
            format!("the facts do not say which day `{written}` is"),
        );
        let finding = Finding::error(RULE.id, mention.span.clone(), message)
            .with_severity(if exact { Severity::Error } else { Severity::Warn })
            .with_confidence(Confidence::Medium);
        Some(finding.suggest(Message::new("日付を書いてください", "write the date")))
    }

    fn misplaced(&self, told: &Told<'_>, found: &[Finding]) -> Vec<Finding> {
        let mut misplaced = told.against_cited(self.grounds);
        // Without names the words of an expert's paper tell no entry from another.
        if self.context.facts.audience() != Audience::Expert {
            misplaced.extend(told.against_event(self.grounds, self.context.whole(), self.context.lang));
        }
        let mut spans: Vec<std::ops::Range<usize>> = found.iter().map(|finding| finding.span.clone()).collect();
        let mut findings = Vec::new();
        for wrong in misplaced {
            if spans.iter().any(|span| span.start < wrong.span.end && wrong.span.start < span.end) {
                continue;
            }
            if self.is_of_another(told, &wrong) {
                continue;
            }
            spans.push(wrong.span.clone());
            let written = self.text.get(wrong.span.clone()).unwrap_or_default();
            let finding = Finding::error(RULE.id, wrong.span, of_other(written)).with_confidence(wrong.confidence);
            findings.push(with_fact(finding, Some(wrong.fact)));
        }
        findings
    }

    fn names(&self, names: &Names<'_>) -> Vec<Finding> {
        let body = self.text.get(self.section.span.clone()).unwrap_or_default();
        let start = self.section.span.start;
        let hidden: Vec<&str> =
            self.context.withheld.unnamed().flat_map(|person| person.name.each()).map(|(_, name)| name).collect();
        let strangers = names.unknown(body).into_iter();
        strangers
            // Colleagues who may not be named are the business of `internal-leak`.
            .filter(|unknown| {
                let written = body.get(unknown.span.clone()).unwrap_or_default();
                !hidden.iter().any(|name| name.split(' ').any(|part| !part.is_empty() && written.contains(part)))
            })
            .map(|unknown| {
                let span = start + unknown.span.start..start + unknown.span.end;
                let written = self.text.get(span.clone()).unwrap_or_default();
                let finding =
                    Finding::error(RULE.id, span.clone(), self::unknown(written)).with_confidence(unknown.confidence);
                match unknown.nearest {
                    Some(near) => finding.suggest(Message::new(
                        format!("「{near}」のことでしょうか"),
                        format!("did you mean `{near}`?"),
                    )),
                    None => finding.suggest(Message::new(
                        "事実にある名前だけを書いてください",
                        "write only names that the facts hold",
                    )),
                }
            })
            .collect()
    }
}

/// Whether a date is named for what the calendar says of it.
fn is_holiday(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || "（(月火水木金土日)）、".contains(c));
    [
        "は祝日",
        "が祝日",
        "は休日",
        "は休業",
        "の祝日",
        "は定休",
        "は土曜",
        "は日曜",
        "was a holiday",
        "is a holiday",
        "was a public",
        "is a public",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

/// Where the body gives the very words of the case: what they say is the speaker's, not ours.
fn quoted(quotes: &[&str], body: &str, start: usize) -> Vec<std::ops::Range<usize>> {
    let places = quotes.iter().flat_map(|quote| body.match_indices(quote));
    let mut places: Vec<_> = places.map(|(at, quote)| start + at..start + at + quote.len()).collect();
    places.sort_by_key(|place| place.end);
    places
}
