//! R22: a day the calendar does not have, a weekday that is not that of its date, and a meeting on a day when offices are closed.

use std::ops::Range;

use jiff::civil::Date;

use crate::facts::Audience;
use crate::facts::normalise::{
    PartialDate, Value, dated_weekdays, holiday, is_business_day, is_year_end_closing, mentions, no_such_days,
    weekday_en, weekday_ja,
};
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::agreement::{nearest_year, weekday_is_right, whole};
use crate::review::bilingual::Bilingual;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "weekday",
    code: "R22",
    about: (
        "暦にない日、日付と合わない曜日、休日の面談。どこかが違えば、訪問がすれ違います。",
        "A day the calendar does not have, a weekday that is not that of its date, a meeting on a holiday. Something is wrong, and a visit is missed.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "11月30日（火）14時にお伺いします。" },
        Example { lang: Lang::Ja, text: "2026年12月4日（木）にご報告いたします。" },
        Example { lang: Lang::Ja, text: "12月5日（土）にお伺いしたく存じます。" },
        Example { lang: Lang::Ja, text: "11月31日までにご報告いたします。" },
        Example { lang: Lang::En, text: "You will have our report by 31 November." },
        Example { lang: Lang::En, text: "We propose Tuesday 30 November at 14:00." },
        Example { lang: Lang::En, text: "You will have our report on Thursday, 4 December." },
        Example { lang: Lang::En, text: "Could we visit you on Sunday 29 November?" },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "11月30日（月）14時、または12月2日（水）10時にお伺いいたします。"
        },
        Example { lang: Lang::Ja, text: "令和8年12月4日金曜日にご報告いたします。" },
        Example {
            lang: Lang::Ja, text: "11月23日（月・祝）は休業のため、24日（火）にお伺いいたします。"
        },
        Example { lang: Lang::En, text: "I suggest Monday 30 November at 14:00 or Wednesday 2 December at 10:00." },
        Example { lang: Lang::En, text: "Every Friday from 27 November you will have the list." },
    ],
    check,
};

/// Words of coming together.
static MEETING: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "伺い|伺う|伺え|お邪魔|訪問|面談|お打ち?合わ?せ|打ち?合わ?せ|会議|参上|お時間(?:を|の)|お目にかか|候補",
        )
    },
    || {
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:visit|meet(?:ing)?s?|call on you|come to (?:you|your)|sit down|appointment|at your (?:office|premises|plant))(?-u:\b)",
        )
    },
);

/// Words that say the day is known to be closed, or that nobody is to come.
static CLOSED: Bilingual = Bilingual::new(
    || Pattern::fixed("祝|休業|休日|定休|お休み|休み|休館|閉"),
    || Pattern::fixed(r"(?i)(?-u:\b)(?:holidays?|closed|day off|weekend)(?-u:\b)"),
);

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let on = context.facts.case.as_of.0;
    // A date and its weekday stand in one sentence; what sentences mention is read once for all rules.
    let spans = sentences(&laid.text);
    let dated: Vec<_> = spans
        .iter()
        .flat_map(|span| {
            let text = laid.text.get(span.clone()).unwrap_or_default();
            let dated = dated_weekdays(text, context.lang).into_iter();
            dated.map(|(place, date, weekday)| (span.start + place.start..span.start + place.end, date, weekday))
        })
        .collect();
    // Without a case nobody knows the year: one in which several weekdays are all right is meant.
    let years = || [on.year() - 1, on.year(), on.year() + 1].into_iter();
    let right_in = |year: i16| {
        dated.iter().all(|(_, date, weekday)| {
            whole(PartialDate { year: date.year.or(Some(year)), ..*date }).is_none_or(|day| day.weekday() == *weekday)
        })
    };
    let meant = !context.gives(Needs::Case) && dated.len() > 1 && years().any(right_in);
    let mut found: Vec<Finding> = dated
        .iter()
        .filter(|(_, date, weekday)| !meant && !weekday_is_right(*date, *weekday, on))
        .map(|(span, date, _)| mismatch(&laid.text, span.clone(), *date, on))
        .collect();
    found.extend(no_such_days(&laid.text, context.lang).into_iter().map(|span| no_day(&laid.text, span)));
    for sentence in spans {
        let text = laid.text.get(sentence.clone()).unwrap_or_default();
        if !MEETING.is_match(text) || CLOSED.is_match(text) {
            continue;
        }
        for mention in mentions(text, context.lang) {
            let Value::Date(date) = mention.value else { continue };
            let Some(day) = nearest_year(date, on).filter(|day| *day >= on) else { continue };
            let span = sentence.start + mention.span.start..sentence.start + mention.span.end;
            // 2月28日までは峰岸がお打ち合わせの窓口を務めます: until when, and no day of meeting.
            if is_bound(text, &mention.span) {
                continue;
            }
            if !found.iter().any(|other| other.span.start <= span.start && span.end <= other.span.end) {
                found.extend(closed(&laid.text, span, day));
            }
        }
    }
    Ok(found)
}

/// Whether a day only bounds a time: until it, from it.
fn is_bound(sentence: &str, place: &Range<usize>) -> bool {
    let before = sentence.get(..place.start).unwrap_or_default().trim_end().to_lowercase();
    let after = sentence.get(place.end..).unwrap_or_default();
    let after = after.trim_start_matches(|c: char| "（()）月火水木金土日曜・祝 　".contains(c));
    ["まで", "から", "以降", "以来", "付", "をもって", "を期", "時点", "現在"]
        .iter()
        .any(|word| after.starts_with(word))
        || ["until", "till", "from", "since", "by", "before", "after", "through", "up to"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || before == *word)
}

/// A day that no month has.
fn no_day(text: &str, span: Range<usize>) -> Finding {
    let written = text.get(span.clone()).unwrap_or_default();
    let message =
        Message::new(format!("「{written}」という日は暦にありません"), format!("there is no such day as `{written}`"));
    Finding::error(RULE.id, span, message).suggest(Message::new("日付を確かめてください", "check the date"))
}

/// A weekday that is not the calendar's.
fn mismatch(text: &str, span: Range<usize>, date: PartialDate, on: Date) -> Finding {
    let mark = text.get(span.end..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '）' | ')'));
    let span = span.start..span.end + mark.map_or(0, char::len_utf8);
    let written = text.get(span.clone()).unwrap_or_default();
    let right = nearest_year(date, on);
    let (ja, en) = right.map_or(("", ""), |day| (weekday_ja(day), weekday_en(day)));
    let message = Message::new(
        format!("「{written}」は曜日が日付と合いません"),
        format!("`{written}`: the weekday is not that of the date"),
    );
    Finding::error(RULE.id, span, message).suggest(Message::new(
        format!("暦では（{ja}）です。日付と曜日のどちらが正しいか確かめてください"),
        format!("by the calendar it is a {en}; check which of the two is right"),
    ))
}

/// A meeting on a day when offices are closed; the manager decides.
fn closed(text: &str, span: Range<usize>, day: Date) -> Option<Finding> {
    if is_business_day(day) && !is_year_end_closing(day) {
        return None;
    }
    let written = text.get(span.clone()).unwrap_or_default();
    let (ja, en) = match holiday(day) {
        Some(holiday) => (holiday.ja.to_owned(), holiday.en.to_owned()),
        None if is_business_day(day) => ("年末年始".to_owned(), "the turn of the year".to_owned()),
        None => (format!("{}曜日", weekday_ja(day)), format!("a {}", weekday_en(day))),
    };
    let message = Message::new(format!("「{written}」は{ja}です"), format!("`{written}` is {en}"));
    Some(
        Finding::error(RULE.id, span, message)
            .with_severity(Severity::Warn)
            .suggest(Message::new("先方の営業日か確かめてください", "check that the client's office is open")),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("11月27日（金）までに書面でご報告いたします。", &[]),
                ("毎週金曜日に、11月27日から一覧をお送りします。", &[]),
                ("11月28日までにご報告いたします。", &[]),
                ("11月8日は日曜日でしたが、面談の記録はございません。", &[]),
                ("候補日：12月2日(木)10時", &["12月2日(木)"]),
                ("十一月三十日（火）に伺います。", &["十一月三十日（火）"]),
                ("12月5日（土）にお伺いしたく存じます。", &["12月5日"]),
                ("2月28日までは、課長の相沢がお打ち合わせの窓口を務めます。", &[]),
                ("1月31日（日）をもって終わり、以後はお打ち合わせで伺います。", &[]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("You will have it by Friday, 27 November.", &[]),
                ("I suggest Wednesday, December 2.", &[]),
                ("The report follows on Saturday 5 December.", &[]),
                ("I suggest Thursday, December 2, 2026.", &["Thursday, December 2, 2026"]),
            ],
        );
    }
}
