//! Lengths of time that follow from the moments of the case.

use super::judge::Judge;
use super::misplaced::Told;
use crate::facts::normalise::{Mention, Number, PartialDate, Unit, Value};

impl Judge<'_> {
    /// 29時間余り, "more than thirteen hours": the time between two events, to the hour; "three and a half hours", to the
    /// half; 21時間30分, to the minute.
    pub(super) fn is_about_hours(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        // Half hours are read as minutes.
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        if let (Value::Quantity(minutes, Unit::Minute), true) =
            (&mention.value, written.contains('半') || written.contains("half"))
        {
            return minutes.as_whole().is_some_and(|minutes| self.grounds.takes_about(minutes - 14..minutes + 15));
        }
        if let (Value::Quantity(minutes, Unit::Minute), true) = (&mention.value, written.contains("時間")) {
            return minutes.as_whole().is_some_and(|minutes| self.grounds.takes_about(minutes..minutes + 1));
        }
        let Value::Quantity(hours, Unit::Hour) = mention.value else { return false };
        let Some(minutes) = hours.checked_mul(60).and_then(Number::as_whole) else { return false };
        if let Some(Value::Quantity(whole, Unit::Minute)) = self.length_with_next(told, mention) {
            return whole.as_whole().is_some_and(|whole| self.grounds.takes_about(whole..whole + 1));
        }
        let (before, _) = self.around(told, mention);
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let starts = |words: &[&str]| words.iter().any(|word| after.trim_start().starts_with(word));
        let more = starts(&["余", "あまり", "強", "以上", "を超"]) || ends(&["more than ", "over ", "a good "]);
        let less = starts(&["足らず", "弱", "近く", "未満"]) || ends(&["nearly ", "almost ", "less than ", "under "]);
        let near = starts(&["ほど", "程度", "前後"]) || ends(&["some ", "about ", "around ", "roughly "]);
        (more && self.grounds.takes_about(minutes..minutes + 60))
            || (less && self.grounds.takes_about(minutes - 59..minutes))
            || (near && self.grounds.takes_about(minutes - 30..minutes + 31))
    }

    /// 10月14日から11月12日まで、29日ございました: a day of the month that is read as one and is a length of time.
    pub(super) fn is_length(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let Value::Date(PartialDate { day: Some(days), .. }) = mention.value else { return false };
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let length = [
            "ござい",
            "ありま",
            "あり、",
            "あった",
            "が経",
            "が過ぎ",
            "経過",
            "を要",
            "かか",
            "のあいだ",
            "の間",
            "にわた",
            "も",
            "を経",
            "になり",
            "になる",
            "しか",
            "以上",
            "ほど",
            "の誤り",
            "のずれ",
            "の差",
            "の遅れ",
            "の違い",
        ];
        // 残り8日の13日に, 半日から3日の.
        let (before, _) = self.around(told, mention);
        let lasting =
            ["残り", "あと", "半日から", "半日〜", "半日～", "丸", "延べ"].iter().any(|word| before.ends_with(word));
        let days = Value::Quantity(i64::from(days).into(), Unit::Day);
        !written.contains(['月', '/', '-', '.'])
            && (lasting || length.iter().any(|word| after.starts_with(word)))
            && (self.grounds.derives(&days)
                || self.grounds.says_value(&days, written)
                || self.between(told, &days, after)
                || self.grounds.leads_from(self.context.facts.case.as_of.0, &days))
    }
}
