//! Values that follow from the words around them: what is left, what is so many fewer, a share, a tax, a round figure.

use super::agreement::same_things;
use super::judge::Judge;
use super::misplaced::Told;
use super::ungrounded_value::MOST;
use crate::facts::TaxNote;
use crate::facts::normalise::{Mention, Number, Unit, Value};

/// By how much a round figure may miss what it stands for.
const ROUGH: f64 = 0.25;
/// The rates of the consumption tax, in per cent.
const RATES: [i64; 2] = [10, 8];

impl Judge<'_> {
    /// Whether a value follows from the words around it and the values of the case.
    pub(super) fn follows(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let worked_out = match mention.value {
            Value::Quantity(..) | Value::Number(_) | Value::Percent(_) => self.is_worked_out(told, mention),
            Value::Money(amount, _) => self.is_balance(told, mention, amount),
            _ => false,
        };
        worked_out
            || self.is_length(told, mention, after)
            || self.is_multiple(told, mention, after)
            || self.is_tax(told, mention)
            || self.is_rounded(told, mention, after)
            || self.is_about_hours(told, mention, after)
    }

    /// The words of the sentence around a value, as many as matter, in small letters.
    pub(super) fn around(&self, told: &Told<'_>, mention: &Mention) -> (String, String) {
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        let mut near: Vec<char> = before.chars().rev().take(24).collect();
        near.reverse();
        (near.into_iter().collect::<String>().to_lowercase(), after.chars().take(24).collect::<String>().to_lowercase())
    }

    /// 38,500円の12倍を超える: how many times as much one amount of the sentence is as another.
    fn is_multiple(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let (Value::Number(times) | Value::Quantity(times, Unit::Time)) = mention.value else { return false };
        let multiple =
            ["倍", " times the", " times as", " times what", "-fold", " the ", " as much", " as many", " what "];
        let Some(times) = real(times).filter(|_| multiple.iter().any(|word| after.starts_with(word))) else {
            return false;
        };
        let others = told.mentions.iter().take(MOST).filter(|other| other.span != mention.span);
        let values: Vec<f64> =
            others.filter_map(|other| money(&other.value).or(count(&other.value)).or(share(&other.value))).collect();
        let near = |one: f64, other: f64| (one / other - times).abs() < 0.6;
        values.iter().any(|one| {
            values.iter().any(|other| near(*one, *other))
                || self.sums().iter().any(|sum| near(*one, *sum) || near(*sum, *one))
        })
    }

    /// The sums of money of the case, and what they come to with the tax where they are without it.
    fn sums(&self) -> Vec<f64> {
        let mut sums: Vec<f64> = self.context.whole().values().filter_map(money).collect();
        for entry in &self.context.withheld.whole().compensation {
            let Some(amount) = entry.amount.map(Number::whole).and_then(real) else { continue };
            match entry.tax {
                TaxNote::Excluded => sums.extend(RATES.iter().map(|rate| with_tax(amount, *rate))),
                TaxNote::Included => sums.extend(RATES.iter().map(|rate| amount / with_tax(1.0, *rate))),
                _ => {}
            }
        }
        sums
    }

    /// 税抜18万6千円、税込204,600円: the rate of the tax, and a sum on record with it.
    fn is_tax(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        if !sentence.contains('税') && !sentence.to_lowercase().contains("tax") {
            return false;
        }
        let (before, after) = self.around(told, mention);
        match mention.value {
            Value::Percent(rate) => {
                RATES.iter().any(|known| rate == Number::whole(*known))
                    && [&before, &after].iter().any(|near| near.contains('税') || near.contains("tax"))
            }
            Value::Money(amount, _) => {
                let near = |known: f64| real(amount).is_some_and(|amount| (amount - known).abs() < 1.0);
                let known = self.context.withheld.whole().compensation.iter();
                let mut taxed = known.filter(|entry| entry.tax == TaxNote::Excluded);
                taxed.any(|entry| {
                    let known = entry.amount.map(Number::whole).and_then(real);
                    known.is_some_and(|known| {
                        RATES.iter().any(|rate| near(with_tax(known, *rate)) || near(with_tax(known, *rate) - known))
                    })
                })
            }
            _ => false,
        }
    }

    /// 両者の開きは44万1,500円: the difference or the sum of two amounts on record, or so much a piece times the pieces.
    fn is_balance(&self, told: &Told<'_>, mention: &Mention, amount: Number) -> bool {
        let sentence = self.text.get(told.span.clone()).unwrap_or_default().to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let Some(amount) = real(amount) else { return false };
        let near = |known: f64| (amount - known).abs() < 0.5;
        let balance = [
            "差",
            "除",
            "開き",
            "隔たり",
            "合計",
            "合わせ",
            "総額",
            "計",
            "残",
            "引くと",
            "足すと",
            "加えると",
            "difference",
            "gap",
            "between",
            "total",
            "together",
            "altogether",
            "in all",
            "sum of",
            "apart",
            "remain",
            "added",
        ];
        let of_case = || self.sums();
        let two = || {
            let sums = of_case();
            sums.iter().any(|one| sums.iter().any(|other| near(one - other) || (one != other && near(one + other))))
        };
        let a_piece = [
            "単価",
            "あたり",
            "当たり",
            "につき",
            "×",
            "掛け",
            " each",
            " per ",
            "apiece",
            "times",
            " a carton",
            " a piece",
        ];
        let others = || told.mentions.iter().take(MOST).filter(|other| other.span != mention.span);
        let product = || {
            let prices: Vec<f64> = others().filter_map(|other| money(&other.value)).collect();
            let counts: Vec<f64> = others().filter_map(|other| count(&other.value)).collect();
            prices.iter().any(|price| counts.iter().any(|count| near(price * count)))
        };
        // 2,340 euros for 180 tubs, 13 euros a tub: so much of a sum for each.
        let shared_out = || {
            let counts: Vec<f64> = others().filter_map(|other| count(&other.value)).collect();
            let of_case = || self.context.whole().values().filter_map(count);
            let is = |sum: &f64, count: f64| count > 1.0 && near(sum / count);
            self.sums().iter().any(|sum| counts.iter().copied().chain(of_case()).any(|count| is(sum, count)))
        };
        let for_each = [" a ", " an ", " each", " per ", "apiece", "あたり", "当たり", "につき", "単価"];
        let (before, behind) = self.around(told, mention);
        let led = ["あたり", "当たり", "につき", "ごとに", "each at ", "each costs "];
        let one_of = for_each.iter().any(|word| behind.starts_with(word))
            || led.iter().any(|word| before.ends_with(word))
            || sentence.contains("for each ");
        (says(&balance) && two()) || (says(&a_piece) && product()) || (one_of && shared_out())
    }

    /// "About 300 employees" of 310, 20万円を超える of 204,600円: a round figure for one of the case, on the side the words
    /// say.
    fn is_rounded(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let said = match mention.value {
            Value::Quantity(amount, unit) if !unit.is_time() || unit == Unit::Year => real(amount),
            Value::Money(amount, _) | Value::Percent(amount) | Value::Number(amount) => real(amount),
            _ => None,
        };
        let Some(said) = said.filter(|said| *said >= 10.0) else { return false };
        let (before, _) = self.around(told, mention);
        let before = before.trim_end_matches([' ', '¥', '$', '€']);
        let after = after.trim_start().to_lowercase();
        // 20万円 may be read with what stands behind it, 約20万円 with what stands before.
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let ahead = |words: &[&str]| words.iter().any(|word| before.ends_with(word) || written.starts_with(word));
        let behind = |words: &[&str]| words.iter().any(|word| after.starts_with(word) || written.ends_with(word));
        let about = ahead(&[
            "about",
            "around",
            "roughly",
            "approximately",
            "some",
            "circa",
            "約",
            "およそ",
            "おおよそ",
            "大体",
            "ざっと",
        ]) || behind(&["ほど", "程度", "前後", "くらい", "ぐらい", "見当", "or so"]);
        let above = ahead(&["over", "more than", "above", "upwards of", "a good", "just over", "well over"])
            || behind(&["余", "あまり", "強", "超", "を超", "を上回", "以上", "台", "and more", "or more"]);
        let below = ahead(&[
            "nearly",
            "almost",
            "close to",
            "just under",
            "under",
            "less than",
            "fewer than",
            "not quite",
            "ほぼ",
        ]) || behind(&["近", "弱", "足らず", "未満", "に満たな", "に届かな", "を下回"]);
        let known: Vec<f64> = match mention.value {
            Value::Quantity(_, Unit::Year) => {
                let years = |value: &Value| match value {
                    Value::Quantity(years, Unit::Year) => real(*years),
                    _ => None,
                };
                self.context.whole().values().filter_map(years).collect()
            }
            Value::Quantity(_, unit) => {
                let same = |value: &Value| matches!(value, Value::Quantity(_, known) if same_things(*known, unit));
                self.context.whole().values().filter(|value| same(value)).filter_map(count).collect()
            }
            Value::Money(..) => self.sums(),
            Value::Percent(_) => self.context.whole().values().filter_map(share).collect(),
            _ => {
                let sentence = self.text.get(told.span.clone()).unwrap_or_default();
                let sums =
                    if sentence.contains(['円', '¥']) || sentence.contains("yen") { self.sums() } else { Vec::new() };
                self.context.whole().values().filter_map(count).chain(sums).collect()
            }
        };
        let unit = 10_f64.powf(said.log10().floor());
        // In the first figure, or in the first two.
        [unit, unit / 10.0].into_iter().filter(|step| *step >= 1.0).any(|step| {
            known.iter().filter(|known| (said - **known).abs() <= ROUGH * said).any(|known| {
                let is = |round: f64| (round * step - said).abs() < 1e-6;
                (about && is((known / step).round()))
                    || (above && said < *known && is((known / step).floor()))
                    || (below && said > *known && is((known / step).ceil()))
            })
        })
    }

    /// 38,500円だけで、請求額の一割にも届かない: whether an amount of the sentence is less than this share of one that
    /// the facts name, and more than half of it.
    pub(super) fn is_just_above(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let Value::Percent(share) = mention.value else { return false };
        let Some(share) = real(share) else { return false };
        let mut parts = told.mentions.iter().take(MOST).filter_map(|other| money(&other.value));
        parts.any(|part| {
            self.context.whole().values().filter_map(money).any(|all| {
                let real = part / all * 100.0;
                real < share && share <= 2.0 * real
            })
        })
    }

    /// Whether a number follows from the sentence itself: from 400 to 260 is 140 fewer; what is left of all; the time
    /// from today to a day on record.
    pub(super) fn is_worked_out(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let number = |value: &Value| match value {
            Value::Quantity(amount, unit) if !unit.is_time() => Some(*amount),
            Value::Number(amount) => Some(*amount),
            _ => None,
        };
        let here = || {
            let others = told.mentions.iter().take(MOST).filter(|other| other.span != mention.span).take(8);
            let known = others.filter(|other| {
                let written = self.text.get(other.span.clone()).unwrap_or_default();
                self.grounds.says_value(&other.value, written) || self.context.whole().says_value(&other.value, written)
            });
            known.filter_map(|other| number(&other.value)).collect::<Vec<Number>>()
        };
        if let Value::Percent(share) = mention.value {
            return share_of_two(share, &here());
        }
        let Some(amount) = number(&mention.value) else {
            let from_today = [
                "今日から",
                "本日から",
                "あと",
                "までの",
                "以来",
                "残り",
                "余り",
                "足らず",
                "more days",
                "from today",
                "from now",
                "本日で",
                "今日で",
                "本日まで",
                "今日まで",
            ];
            return self.grounds.leads_from(self.context.facts.case.as_of.0, &mention.value) && says(&from_today);
        };
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        // 18回のお届け of 18件のお届け.
        let occasion = |unit: Unit| matches!(unit, Unit::Time | Unit::Delivery | Unit::Case);
        let same = |value: &Value| match (value, &mention.value) {
            (Value::Quantity(known, one), Value::Quantity(said, other)) => {
                // 36通の確認書 of 36件.
                known == said && (*other == Unit::Time || written.ends_with('通')) && occasion(*one)
            }
            _ => false,
        };
        if amount >= Number::whole(10) && self.context.whole().values().any(same) {
            return true;
        }
        let here = here();
        let differ = |one: &Number, other: &Number| one.checked_sub(*other) == Some(amount);
        // "Ten rows, 300 fewer than there were": of a number of the sentence and one of the case.
        let known = || self.context.whole().values().filter_map(number);
        let compared = ["fewer than", "less than", "more than", "少な", "足りな", "及ばな", "多く", "差は", "差が"];
        // 310名のうちの10件ですので、31名につき1件.
        let shared_out = [
            "につき",
            "あたり",
            "当たり",
            "ごとに",
            "に1",
            "に一",
            " in every ",
            " for every ",
            " per ",
            " each",
            "one in ",
        ];
        let times = |one: &Number| amount.as_whole().and_then(|amount| one.checked_mul(amount));
        // 11食と7食、あわせて18食; 2,700kg違う of two weights on record.
        let (before, _) = self.around(told, mention);
        let all = [
            "合わせ",
            "あわせ",
            "合計",
            "総計",
            "二日で",
            "2日で",
            "二日間",
            "2日間",
            "両日",
            " total",
            "together",
            "in all",
            "added up",
            "sum of",
            "in two days",
            "over the two days",
            "on the two days",
        ];
        let sum = |one: &Number, other: &Number| one.checked_add(*other) == Some(amount);
        let two_here =
            || here.iter().enumerate().any(|(at, one)| here.iter().skip(at + 1).any(|other| sum(one, other)));
        if (says(&all) || before.ends_with('計')) && (two_here() || self.context.whole().adds_up(&mention.value)) {
            return true;
        }
        let apart = [
            "違",
            "の差",
            "差は",
            "差が",
            "開き",
            "ずれ",
            "多い",
            "多く",
            "少な",
            "上回",
            "下回",
            "過大",
            "過少",
            "difference",
            " off",
            "too much",
            "too little",
            " apart",
            " above",
            " below",
            "mistake of",
            "error of",
            " more than",
            " less than",
            "too high",
            "too low",
        ];
        if apart.iter().any(|word| sentence.contains(word)) && self.is_far(&mention.value, amount) {
            return true;
        }
        here.iter().any(|one| here.iter().any(|other| differ(one, other)))
            || (says(&compared)
                && here.iter().any(|one| known().any(|other| differ(one, &other) || differ(&other, one))))
            || (says(&shared_out)
                && here.iter().any(|one| here.iter().any(|all| times(one) == Some(*all) && one < all)))
            || (self.grounds.is_rest(&mention.value)
                && says(&["残", "ほか", "それ以外", "the rest", "remaining", "other", "were not", "left"]))
    }
}

/// The least difference that no two numbers of a case have by chance.
const FAR: i64 = 100;

impl Judge<'_> {
    /// Whether two counts of the case, of the same things, are so far apart.
    fn is_far(&self, said: &Value, amount: Number) -> bool {
        let known = |value: &Value| match (value, said) {
            (Value::Quantity(known, of), Value::Quantity(_, unit)) if same_things(*of, *unit) => Some(*known),
            (Value::Number(known), Value::Number(_)) => Some(*known),
            _ => None,
        };
        let known: Vec<Number> = self.context.whole().values().filter_map(known).collect();
        amount >= Number::whole(FAR)
            && known.iter().any(|one| known.iter().any(|other| one.checked_sub(*other) == Some(amount)))
    }
}

fn real(number: Number) -> Option<f64> {
    number.to_string().parse().ok()
}

fn money(value: &Value) -> Option<f64> {
    if let Value::Money(amount, _) = value { real(*amount) } else { None }
}

fn share(value: &Value) -> Option<f64> {
    if let Value::Percent(share) = value { real(*share) } else { None }
}

/// How many of something that is no time.
fn count(value: &Value) -> Option<f64> {
    match value {
        Value::Quantity(amount, unit) if !unit.is_time() => real(*amount),
        Value::Number(amount) => real(*amount),
        _ => None,
    }
}

fn with_tax(amount: f64, rate: i64) -> f64 {
    // The rates are small whole numbers.
    amount + amount * f64::from(i32::try_from(rate).unwrap_or(0)) / 100.0
}

/// Whether a share in whole percent is that of one number in another, or of what is gone: from 400 to 260 is 35 % less.
fn share_of_two(share: Number, numbers: &[Number]) -> bool {
    let written = share.to_string();
    let scale = 10_f64.powi(written.split_once('.').map_or(0, |(_, part)| i32::try_from(part.len()).unwrap_or(0)));
    let Some(share) = real(share) else { return false };
    let value = |number: &Number| number.to_string().parse::<f64>().ok().filter(|value| *value > 0.0);
    let is = |part: f64, all: f64| ((part / all * 100.0 * scale).round() / scale - share).abs() < 0.5 / scale;
    let values: Vec<f64> = numbers.iter().filter_map(value).collect();
    values.iter().any(|all| values.iter().any(|part| part < all && (is(*part, *all) || is(all - part, *all))))
}

/// Whether the words around a number compare: 140 fewer, 1.2ポイントの改善.
pub(super) fn compares(after: &str, told: &Told<'_>, text: &str) -> bool {
    let sentence = text.get(told.span.clone()).unwrap_or_default();
    let near: String = after.trim_start().chars().take(16).collect();
    ["fewer", "less", "more", "lower", "higher", "point"].iter().any(|word| near.contains(word))
        || ["減", "差", "改善", "下が", "下げ", "増", "縮"].iter().any(|word| sentence.contains(word))
}
