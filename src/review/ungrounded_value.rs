//! What kind of value a date or a number is: a length, a delay, a day due, an amount with its tax, or no fact at all.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::facts::normalise::{Mention, Number, PartialDate, Relative, Unit, Value, mentions};
use crate::facts::{Audience, TaxNote, name_parts};
use crate::lang::Message;

use super::Finding;
use super::agreement::nearest_year;
use super::judge::Judge;
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;

/// How many values of a sentence are compared with each of them: no sentence of a letter has more.
pub(super) const MOST: usize = 64;

/// How many bytes back the day is looked for that 翌 counts from.
const NEAR: usize = 300;

impl Judge<'_> {
    /// Whether a length of time is that between two days of the sentence.
    pub(super) fn between(&self, told: &Told<'_>, value: &Value, after: &str) -> bool {
        if let Value::Quantity(months, Unit::Month) = value {
            return spans_months(told, *months);
        }
        let on = self.context.facts.case.as_of.0;
        let wanted = match value {
            Value::Quantity(days, Unit::Day) => days.as_whole(),
            Value::Quantity(weeks, Unit::Week) => weeks.as_whole().and_then(|weeks| weeks.checked_mul(7)),
            _ => None,
        };
        let day = |mention: &Mention| match mention.value {
            Value::Date(date) => nearest_year(date, on),
            _ => None,
        };
        let mut days: Vec<Date> = told.mentions.iter().take(MOST).filter_map(day).take(8).collect();
        // 11月6日から11月20日まで続けました。二週間です.
        days.extend(mentions(self.before_on_line(told), self.context.lang).iter().filter_map(day).take(4));
        // "On Friday the 13th …; four days later": the known days of that number.
        let numbers = told.mentions.iter().take(MOST).filter_map(|mention| match mention.value {
            Value::Date(PartialDate { year: None, month: None, day }) => day,
            _ => None,
        });
        for number in numbers.take(2) {
            days.extend(self.grounds.days().filter(|day| day.day() == number).take(2));
        }
        // 2月26日、その11週間後: from a day that the facts name, a whole number of weeks; of days only where they are
        // told as so many later.
        let later = [" later", " after", "後", "前"].iter().any(|word| after.starts_with(word));
        if let (Value::Quantity(_, unit), Some(wanted)) = (value, wanted)
            && (*unit == Unit::Week || later)
        {
            let apart = |one: &Date, other: Date| {
                other.since(*one).is_ok_and(|span| i64::from(span.get_days()).abs() == wanted)
            };
            if days.iter().any(|one| self.grounds.days().any(|other| apart(one, other))) {
                return true;
            }
        }
        let apart = |one: &Date, other: &Date| {
            other.since(*one).is_ok_and(|span| Some(i64::from(span.get_days()).abs()) == wanted)
        };
        wanted.is_some() && days.iter().any(|one| days.iter().any(|other| one != other && apart(one, other)))
    }

    /// A day that is told by a length of time from another, and is not that day: 11月27日の二週間後の12月4日.
    pub(super) fn counted(&self, told: &Told<'_>) -> Option<Finding> {
        let on = self.context.facts.case.as_of.0;
        told.mentions.windows(3).find_map(|three| {
            let [from, length, to] = three else { return None };
            let (Value::Date(from_day), Value::Quantity(amount, unit), Value::Date(to_day)) =
                (&from.value, &length.value, &to.value)
            else {
                return None;
            };
            let gap = self.text.get(length.span.end..to.span.start)?;
            let counted = matches!(gap.trim(), "後の" | "の" | "後、" | "後" | "later, on" | "later on" | "later,");
            let length_said = self.text.get(length.span.clone())?;
            (counted && (gap.contains('後') || gap.contains("later") || length_said.ends_with('後'))).then_some(())?;
            let days = match unit {
                Unit::Day => amount.as_whole()?,
                Unit::Week => amount.as_whole()?.checked_mul(7)?,
                _ => return None,
            };
            let (from_day, to_day) = (nearest_year(*from_day, on)?, nearest_year(*to_day, on)?);
            let apart = i64::from(to_day.since(from_day).ok()?.get_days());
            // 10日にとのご相談に、二日後の30日までに: counted from what the sentence tells of, and not from the day
            // before it.
            let bare = !self.text.get(to.span.clone())?.contains(['月', '/']);
            let whole = self.context.whole();
            let from_other = || {
                let of_number = |day: &Date| day.day() == to_day.day();
                whole
                    .days()
                    .filter(of_number)
                    .any(|day| day.checked_sub(days.days()).is_ok_and(|from| whole.has_day(from)))
            };
            if bare && apart != days && from_other() {
                return None;
            }
            (apart != days).then(|| {
                let span = length.span.start..to.span.end;
                let written = self.text.get(span.clone()).unwrap_or_default();
                let message = Message::new(
                    format!("「{written}」は数え方が合いません（{apart}日後です）"),
                    format!("`{written}` does not count: it is {apart} days later"),
                );
                Finding::error(RULE.id, span, message)
                    .suggest(Message::new("日付だけを書いてください", "write the date alone"))
            })
        })
    }

    /// 翌6日: whether a day told as the next one is not, or is one of which the case has nothing.
    pub(super) fn is_other_next_day(&self, told: &Told<'_>, mention: &Mention, said: PartialDate) -> bool {
        let (lang, on) = (self.context.lang, self.context.facts.case.as_of.0);
        let body_from = self.section.span.start;
        let before = self.text.get(body_from..mention.span.start).unwrap_or_default();
        if !before.ends_with('翌') {
            return false;
        }
        let near = before.get(before.floor_char_boundary(before.len().saturating_sub(NEAR))..).unwrap_or_default();
        let earlier = mentions(near, lang).into_iter().rev().find_map(|mention| match mention.value {
            Value::Date(date) if date.month.is_some() && date.day.is_some() => nearest_year(date, on),
            _ => None,
        });
        let from = told.date_before(mention, on).or(earlier);
        let next = from.and_then(|from| from.tomorrow().ok());
        next.is_some_and(|next| Some(next.day()) == said.day && !self.context.whole().has_day(next))
    }

    /// Whether somebody wrote a date in these very figures: the 10/11 of a mail may be named as it stands.
    pub(super) fn is_quoted_date(&self, written: &str) -> bool {
        let quotes = self.context.withheld.quotes();
        written.contains('/') && quotes.iter().any(|(_, quote)| quote.each().any(|(_, quote)| quote.contains(written)))
    }

    /// Whether a meeting is said to last another time than it does: 所要30分.
    pub(super) fn is_other_length(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let said = match mention.value {
            Value::Quantity(amount, Unit::Minute) => amount.as_whole(),
            Value::Quantity(amount, Unit::Hour) => amount.checked_mul(60).and_then(Number::as_whole),
            _ => return false,
        };
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        // お電話は15分ほどでした: the case would say so, however far two of its times lie apart.
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let call = ["電話は", "通話は", "通話時間は", "お話は", "the call lasted", "the call took"];
        let just: String = before.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
        if call.iter().any(|word| just.trim_end_matches(['約', ' ']).ends_with(word)) {
            return !self.context.whole().says_value(&mention.value, written);
        }
        let lasting = [
            "所要",
            "お時間は",
            "お時間を",
            "- 時間は",
            "・時間は",
            "時間：",
            "時間:",
            "、時間は",
            "will last",
            "meeting of",
            "would take",
            "will take",
        ];
        let near: String = before.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        let minutes = self.context.withheld.whole().meeting.as_ref().and_then(|meeting| meeting.minutes);
        // 90分ほど頂戴できますでしょうか.
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        let after = after.trim_start_matches(['ほ', 'ど', '間', '程', '度', 'の', 'お', '時', 'を']);
        let taken = ["頂戴", "いただ", "頂き", "頂け", "ください"].iter().any(|word| after.starts_with(word));
        (taken || lasting.iter().any(|word| near.contains(word))) && minutes.is_some() && said != minutes
    }

    /// Whether an amount on record is said to be with or without tax and the record says otherwise. In a document to
    /// the client that is the business of `unauthorised-remedy`.
    pub(super) fn is_other_tax(&self, mention: &Mention, after: &str) -> bool {
        let Value::Money(amount, _) = mention.value else { return false };
        let after = after.trim_start_matches(['（', '(', ' ']);
        let without =
            ["税抜", "税別", "excluding tax", "excl. tax", "plus tax"].iter().any(|word| after.starts_with(word));
        let with = ["税込", "including tax", "incl. tax"].iter().any(|word| after.starts_with(word));
        let known = self.context.withheld.whole().compensation.iter();
        let mut known = known.filter(|entry| entry.amount.is_some_and(|known| Number::whole(known) == amount));
        self.context.facts.audience() != Audience::Client
            && (with || without)
            && known.any(|entry| if entry.tax == TaxNote::Excluded { with } else { without })
    }

    /// Whether a value is no fact about the case: a part of a fraction, a ratio, the points of a decision.
    pub(super) fn is_no_fact(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        let fraction = matches!(mention.value, Value::Quantity(_, Unit::Minute))
            && after
                .trim_start_matches('の')
                .starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九".contains(c))
            && after.starts_with('の');
        let ratio = [" in ", " out of "].iter().any(|word| {
            let word_before = before.strip_suffix(word).and_then(|rest| rest.rsplit(' ').next());
            word_before.is_some_and(|number| {
                number.eq_ignore_ascii_case("one") || number.starts_with(|c: char| c.is_ascii_digit())
            })
        });
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let points = matches!(mention.value, Value::Quantity(_, Unit::Point) | Value::Number(_))
            && self.context.kind.id.contains("decision")
            && (before.trim_end().ends_with(" of")
                // "2. Relation beyond repair: 0." is what the item scores: none, one or two points.
                || before.ends_with(": ") && after.starts_with('.') && matches!(written, "0" | "1" | "2")
                || after.trim_start().starts_with("of ")
                || after.starts_with("満点")
                || after.starts_with('中')
                // 合計は14点満点の13点: what the items add up to is for the paper to say.
                || (written.ends_with('点') && ["合計", "満点の", "満点中", "計"].iter().any(|word| before.contains(word))));
        // 7人に1人.
        let ratio = ratio || ["に1", "に一"].iter().any(|one| after.starts_with(one));
        // "The two deliveries" were told before.
        let things =
            matches!(mention.value, Value::Quantity(amount, unit) if !unit.is_time() && amount == Number::whole(2));
        let known = things && before.to_lowercase().ends_with("the ");
        // How long a part of the meeting is to take is for the sheet to say; how long something was late is not.
        let timed = || told.mentions.iter().any(|other| matches!(other.value, Value::Date(_) | Value::Time(..)));
        let plan = matches!(mention.value, Value::Quantity(_, Unit::Minute))
            && self.context.kind.id.contains("meeting-prep")
            && !timed()
            && !is_late(after, before)
            && self.length_with_next(told, mention).is_none();
        // 数字を1枚に収め、2枚目は要りません: a place in a paper; 翌日に回す: later than it should be.
        let place = ["枚", "頁", "行", "段"].iter().any(|unit| written.ends_with(unit)) && after.starts_with('目')
            || ["ページ目", "頁目", "段目"].iter().any(|place| after.starts_with(place));
        let put_off = matches!(mention.value, Value::Relative(Relative::NextDay | Relative::NextBusinessDay))
            && ["に回", "に持ち越", "に繰り", "にずれ", "に延", "に控え", "に迫"]
                .iter()
                .any(|word| after.starts_with(word));
        let compared = ["にも届か", "にも満た", "に満た", "に届か"].iter().any(|word| after.starts_with(word))
            && self.is_just_above(told, mention);
        // 遅れたお届けは零件: nothing is no figure that a case could hold.
        let none = matches!(mention.value, Value::Quantity(amount, unit) if !unit.is_time() && amount == Number::ZERO);
        // お届けの一営業日前: the 前営業日 of the case.
        let seen = self.context.whole().seen();
        let next_day = matches!(mention.value, Value::Quantity(amount, Unit::BusinessDay) if amount == Number::whole(1))
            && ((after.starts_with('前') && seen.says("前営業日"))
                || (after.starts_with('後') && seen.says("翌営業日")));
        // 1日3回: how often a day.
        let each = ["1日", "一日", "１日", "1週間に", "1か月に", "1ヶ月に"].contains(&written)
            && told.mentions.iter().any(|next| {
                let count = matches!(next.value, Value::Quantity(_, unit) if !unit.is_time());
                next.span.start == mention.span.end && (count || matches!(next.value, Value::Number(_)))
            });
        // "From one sheet to another", "not one box", 書面一枚お届けせず: no count; "the twenty-seventh": a day.
        let lower = written.to_lowercase();
        // 1件につき165円: what a price is for.
        let unit_priced = matches!(mention.value, Value::Quantity(amount, unit) if !unit.is_time() && amount == Number::whole(1))
            && ["あたり", "当たり", "につき", "ごと"].iter().any(|word| after.starts_with(word));
        let one = (lower.starts_with("one ") || lower == "一枚" || unit_priced)
            && matches!(mention.value, Value::Quantity(_, unit) if !unit.is_time());
        let ordinal = lower.ends_with(|c: char| c.is_ascii_alphabetic()) && is_ordinal_end(after);
        // "Five minutes past four" is a time, "the 6th floor" a place.
        let part = after.starts_with(" past ") || after.starts_with(" floor");
        // 12月25日と1月15日の二回: as many as are named.
        let earlier = told.mentions.iter().rev().filter(|other| other.span.end <= mention.span.start);
        let earlier = earlier.filter(|other| !matches!(other.value, Value::Weekday(_)));
        let mut next = mention.span.start;
        let days = earlier.take_while(|other| {
            let gap = self.text.get(other.span.end..next).unwrap_or_default();
            next = other.span.start;
            let joined = gap.chars().all(|c| "のと、・（）月火水木金土日".contains(c));
            joined && matches!(other.value, Value::Date(date) if date.day.is_some())
        });
        let named = before.ends_with('の')
            && matches!(mention.value, Value::Quantity(times, Unit::Time)
                if times.as_whole().and_then(|times| usize::try_from(times).ok()) == Some(days.count()));
        // "Shortly before noon", "worn out by midnight": a part of the day.
        let about_noon = matches!(lower.as_str(), "noon" | "midnight") && !before.ends_with("at ");
        fraction
            || one
            || ordinal
            || about_noon
            || part
            || named
            || next_day
            || each
            || self.is_deadline(told, mention, after)
            || ratio
            || points
            || known
            || plan
            || place
            || put_off
            || compared
            || none
            || self.is_side(told, mention)
    }

    /// "On this our two accounts differ": what the two sides say, and no customers.
    fn is_side(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let two = matches!(mention.value, Value::Quantity(amount, Unit::Company) if amount == Number::whole(2));
        let written = self.text.get(mention.span.clone()).unwrap_or_default().to_lowercase();
        let sentence = self.text.get(told.span.clone()).unwrap_or_default().to_lowercase();
        let apart = [
            "differ",
            "neither",
            "disagree",
            "apart",
            "what was said",
            "who said",
            "recollect",
            "remember",
            "contradict",
            "match",
            "same",
            "tally",
        ];
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default().to_lowercase();
        let ours = before.ends_with("our ")
            || before.ends_with("there are ")
            || before.is_empty()
            || apart.iter().any(|word| sentence.contains(word));
        two && written.ends_with("accounts") && ours
    }

    /// 10/11とあるが、11月10日と解する: whether one of two days is the other with day and month changed about, and
    /// somebody wrote it in such figures.
    fn is_other_reading(&self, told: &Told<'_>, mention: &Mention, day: PartialDate) -> bool {
        let written = |mention: &Mention| self.text.get(mention.span.clone()).unwrap_or_default();
        told.mentions.iter().any(|near| {
            let about = match near.value {
                Value::Date(other) => {
                    let about = (other.month, other.day) == (day.day, day.month) && day.day != day.month;
                    // どちらにも読める: the one reading as well as the other.
                    let itself = near.span != mention.span && (other.month, other.day) == (day.month, day.day);
                    about || (itself && written(near).contains('/'))
                }
                Value::AmbiguousDate(one, other) => {
                    [one, other].iter().any(|read| (read.month, read.day) == (day.month, day.day))
                }
                _ => false,
            };
            about
                && day.month.is_some()
                && (self.is_quoted_date(written(near)) || self.is_quoted_date(written(mention)))
        })
    }

    /// 安西様から12月15日に伺ったお話: whether a day is that on which somebody of the sentence told what it tells again.
    pub(super) fn is_day_of_telling(&self, told: &Told<'_>, place: &std::ops::Range<usize>) -> bool {
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let on = self.context.facts.case.as_of.0;
        let day = told.mentions.iter().find(|mention| mention.span == *place).and_then(|mention| match mention.value {
            Value::Date(date) => nearest_year(date, on),
            _ => None,
        });
        let whole = self.context.withheld.whole();
        let mut told_on = whole.positions.iter().filter(|position| Some(position.date.0) == day);
        // A demand of that day is no telling of something else.
        let told = lang.pick(
            &["とのお話", "というお話", "との説明", "とのご", "と伺", "と承", "とお聞き", "とのお言葉"][..],
            &["told us", "told me", "said that", "as you put it", "described"][..],
        );
        told.iter().any(|word| sentence.contains(word))
            && told_on.any(|position| {
                let speaker = whole.client_people.iter().find(|person| person.key == position.from);
                let name = speaker.and_then(|person| person.name.get(lang)).unwrap_or_default();
                name_parts(name).any(|name| sentence.contains(name))
            })
    }

    /// "We take 10/11 to mean 10 November": whether the sentence itself says which day such figures mean, or asks it.
    pub(super) fn is_cleared_up(&self, told: &Told<'_>, mention: &Mention) -> bool {
        if let Value::Date(day) = mention.value {
            return self.is_other_reading(told, mention, day);
        }
        let Value::AmbiguousDate(one, other) = mention.value else { return false };
        let same = |day: PartialDate, reading: PartialDate| (day.month, day.day) == (reading.month, reading.day);
        let named = told.mentions.iter().any(|near| match near.value {
            Value::Date(day) => near.span != mention.span && (same(day, one) || same(day, other)),
            _ => false,
        });
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default().to_lowercase();
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default().to_lowercase();
        let marks = ['"', '“', '”', '「', '」', '\'', ' '];
        let (before, after) = (before.trim_end_matches(marks), after.trim_start_matches(marks));
        let asked =
            ["take", "took", "read", "understand", "understood", "whether"].iter().any(|word| before.ends_with(word))
                || ["to mean", "means", "meant", "は月", "が月", "の読み", "をどちら", "を「"]
                    .iter()
                    .any(|word| after.starts_with(word));
        named || (asked && self.is_quoted_date(self.text.get(mention.span.clone()).unwrap_or_default()))
    }

    /// A length of hours with the minutes that follow it, or minutes with the hours before them.
    pub(super) fn length_with_next(&self, told: &Told<'_>, mention: &Mention) -> Option<Value> {
        let at = told.mentions.iter().position(|other| other.span == mention.span)?;
        let minutes = |mention: &Mention| match mention.value {
            Value::Quantity(amount, Unit::Hour) => amount.checked_mul(60),
            Value::Quantity(amount, Unit::Minute) => Some(amount),
            _ => None,
        };
        let own = minutes(mention)?;
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| told.mentions.get(at));
        let near = |other: &&Mention| {
            let gap = self.text.get(other.span.end.min(mention.span.end)..other.span.start.max(mention.span.start));
            gap.is_some_and(|gap| matches!(gap.trim(), "" | "and" | "と"))
        };
        let other = beside.filter(near).find_map(minutes)?;
        Some(Value::Quantity(own.checked_add(other)?, Unit::Minute))
    }
}

/// Whether what follows the tens makes an ordinal of them: twenty-seventh.
fn is_ordinal_end(after: &str) -> bool {
    let ends = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    after.strip_prefix('-').is_some_and(|rest| ends.iter().any(|end| rest.starts_with(end)))
}

/// Whether a length of time is that of a delay.
pub(super) fn is_late(after: &str, before: &str) -> bool {
    let after: String = after.trim_start().chars().take(12).collect();
    let behind = ["遅", "の遅", "ほど遅", "も遅", "late", "of delay", "behind", "overdue"];
    let late = !after.starts_with("later") && behind.iter().any(|word| after.starts_with(word));
    late || before.trim_end().ends_with("delay of")
}

/// Whether months of the sentence are so many, the first and the last counted: 3月から5月までの三か月.
fn spans_months(told: &Told<'_>, months: Number) -> bool {
    let named = told.mentions.iter().take(MOST).filter_map(|mention| match mention.value {
        Value::Date(PartialDate { month: Some(month), day: None, .. }) => Some(i64::from(month)),
        _ => None,
    });
    let named: Vec<i64> = named.take(8).collect();
    let apart = |one: i64, other: i64| Some((other - one).rem_euclid(12) + 1) == months.as_whole();
    named.windows(2).any(|two| matches!(two, [one, other] if one != other && apart(*one, *other)))
}

/// Whether a time is given as about an hour: 9時頃.
pub(super) fn about(after: &str) -> bool {
    ["頃", "ごろ", "過ぎ", "すぎ", "台", "前後"].iter().any(|word| after.starts_with(word))
}
