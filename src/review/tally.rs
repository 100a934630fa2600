//! How many there have been so far, and by when there will be something: counts and lengths that only a record can give.

use super::judge::Judge;
use super::misplaced::Told;
use super::open_time::is_past;
use super::promise::promise;
use crate::facts::Audience;
use crate::facts::normalise::{Mention, Number, Unit, Value};

impl Judge<'_> {
    /// 三営業日のうちに書面に起こし、お返しいたします: by when something is promised to the client is the business of
    /// `commitment-without-record`.
    pub(super) fn is_deadline(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let of_time = matches!(mention.value, Value::Quantity(_, unit) if unit.is_time());
        let due = ["以内", "のうちに", "うちに", "までに", "後に", "後を"].iter().any(|word| after.starts_with(word));
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        self.context.facts.audience() == Audience::Client
            && due
            && (of_time || matches!(mention.value, Value::Time(..)))
            && !is_past(after, lang)
            && promise(sentence, lang).is_some()
    }

    /// いずれも当日のうちにお返しした七件: how many there have been so far, which only a record can say.
    pub(super) fn is_tally(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let Value::Quantity(amount, Unit::Case | Unit::Record | Unit::Time | Unit::Delivery) = mention.value else {
            return false;
        };
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let so_far = [
            "これまで",
            "今日まで",
            "本日まで",
            "までに承",
            "始めてから",
            "開始から",
            "開始以来",
            "いずれも",
            "すべて",
            "全て",
            "もれなく",
            "漏れなく",
        ];
        let things = [
            "変更",
            "注文",
            "確認書",
            "書面",
            "返信",
            "依頼",
            "照会",
            "問い合わせ",
            "送付",
            "お届け",
            "納品",
            "ご返事",
            "お返し",
        ];
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        amount > Number::whole(1)
            && so_far.iter().any(|word| sentence.contains(word))
            && (before.ends_with("これまでの") || things.iter().any(|word| sentence.contains(word)))
            && !["次の", "以下の", "下記の"].iter().any(|word| sentence.contains(word))
            && !self.grounds.says_value(&mention.value, written)
            && !self.context.whole().says_value(&mention.value, written)
    }
}
