//! How many there have been so far, and by when there will be something: counts and lengths that only a record can give.

use super::agreement::agrees;
use super::grounds::Entry;
use super::judge::Judge;
use super::misplaced::Told;
use super::open_time::is_past;
use super::promise::promise;
use super::topic::Topic;
use crate::facts::Audience;
use crate::facts::normalise::{Mention, Number, Unit, Value, mentions};

/// Words of what somebody has done or met with before: the case counts it or nobody does.
const BEFORE: [&str; 26] = [
    "例が",
    "実績",
    "同様の",
    "同じような",
    "似たような",
    "類似",
    "手がけ",
    "こなし",
    "担当して成功",
    "同業",
    "他社",
    "競合",
    "ほかの取引先",
    "他の取引先",
    "ほかの導入先",
    "過去に",
    "過去の",
    "similar",
    "other accounts",
    "other clients",
    "other customers",
    "competitor",
    "track record",
    "in the past",
    "before this",
    "of this kind",
];

impl Judge<'_> {
    /// 同じような抜けは5月にも2件, "three similar cases": a count of what was before, which no entry about it has.
    pub(super) fn is_other_record(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let Value::Quantity(
            amount,
            Unit::Case | Unit::Record | Unit::Time | Unit::Company | Unit::Item | Unit::Project,
        ) = mention.value
        else {
            return false;
        };
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let words: Vec<&&str> = BEFORE.iter().filter(|word| sentence.contains(**word)).collect();
        if words.is_empty() || amount < Number::whole(2) {
            return false;
        }
        let whole = self.context.whole();
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let topic = Topic::of(sentence, lang);
        let holds = |entry: &Entry| {
            whole.entry_values(&entry.id).any(|fact| agrees(&mention.value, written, &fact.value))
                && entry.topic.shared(&topic) > 0
        };
        // The words themselves, with the count, in one text of the case.
        let said = || {
            whole.seen().texts().iter().any(|text| {
                words.iter().any(|word| text.contains(**word))
                    && mentions(text, lang).iter().any(|known| agrees(&mention.value, written, &known.value))
            })
        };
        !said() && !whole.entries().iter().any(holds)
    }

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
