//! How dates, amounts and people are said in a document.

use jiff::civil::Date;

use crate::facts::normalise::{Number, month_en, weekday_en, weekday_ja};

use crate::facts::{Audience, Compensation, Currency};
use crate::facts::{Day, EnTitle, Entity, Facts, Key, PartDay, TaxNote, Time, family_name};
use crate::lang::Lang;

/// Titles that are said behind a name (相沢課長); behind others (導入責任者) the name takes さん.
const RANKS: &[&str] = &[
    "長",
    "主任",
    "主査",
    "主幹",
    "参事",
    "取締役",
    "専務",
    "常務",
    "監査役",
    "マネージャー",
    "マネジャー",
    "リーダー",
    "チーフ",
];

/// The words for values of one view: language, respectful forms, the year that need not be said.
#[derive(Clone, Copy, Debug)]
pub struct Speech<'a> {
    facts: &'a Facts,
}

impl<'a> Speech<'a> {
    /// The words for a view.
    #[must_use]
    pub fn of(facts: &'a Facts) -> Self {
        Self { facts }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.facts.lang()
    }

    /// A date; the year only where it is not the year of the case.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        if day.0.year() == self.facts.case.as_of.0.year() { self.short(day.0) } else { self.full_day(day) }
    }

    /// A date with its year.
    #[must_use]
    pub fn full_day(&self, Day(date): Day) -> String {
        let year = date.year();
        self.lang().pick(format!("{year}年{}", self.short(date)), format!("{} {year}", self.short(date)))
    }

    /// A date with its weekday: 11月30日（月）, Monday 30 November.
    #[must_use]
    pub fn weekday_day(&self, day: Day) -> String {
        self.with_weekday(day, &self.day(day))
    }

    /// Dates said one after the other: a year is said where it is not that of the date before. `said` says one date
    /// with its year, or without.
    fn in_row(&self, days: &[Day], said: impl Fn(Day, String) -> String) -> Vec<String> {
        let mut year = self.facts.case.as_of.0.year();
        let mut row = Vec::new();
        for day in days {
            let date = if day.0.year() == year { self.short(day.0) } else { self.full_day(*day) };
            year = day.0.year();
            row.push(said(*day, date));
        }
        row
    }

    /// Dates in a row: 12月4日, 2027年1月8日, 1月22日.
    #[must_use]
    pub fn day_row(&self, days: &[Day]) -> Vec<String> {
        self.in_row(days, |_, date| date)
    }

    /// Dates in a row with their weekdays.
    #[must_use]
    pub fn weekday_row(&self, days: &[Day]) -> Vec<String> {
        self.in_row(days, |day, date| self.with_weekday(day, &date))
    }

    fn with_weekday(&self, day: Day, said: &str) -> String {
        let (ja, en) = (weekday_ja(day.0), weekday_en(day.0));
        self.lang().pick(format!("{said}（{ja}）"), format!("{en} {said}"))
    }

    /// A date that may lack its day or month.
    #[must_use]
    pub fn part_day(&self, part: PartDay) -> String {
        let month = part.month.map(month_en);
        match (part.month.zip(month), part.day) {
            (None, _) => self.lang().pick(format!("{}年", part.year), part.year.to_string()),
            (Some((number, name)), None) => {
                self.lang().pick(format!("{}年{number}月", part.year), format!("{name} {}", part.year))
            }
            (Some((number, name)), Some(day)) => {
                let year = part.year;
                self.lang().pick(format!("{year}年{number}月{day}日"), format!("{day} {name} {year}"))
            }
        }
    }

    fn short(&self, date: Date) -> String {
        let (month, day) = (date.month(), date.day());
        self.lang().pick(format!("{month}月{day}日"), format!("{day} {}", month_en(month)))
    }

    /// A time of day: 14時30分, 14:30.
    #[must_use]
    pub fn clock(&self, Time { hour, minute }: Time) -> String {
        let ja = if minute == 0 { format!("{hour}時") } else { format!("{hour}時{minute:02}分") };
        self.lang().pick(ja, format!("{hour}:{minute:02}"))
    }

    /// An amount with its currency and, where the record says so, the tax.
    #[must_use]
    pub fn money(&self, entry: &Compensation) -> Option<String> {
        let amount = Number::whole(entry.amount?).grouped();
        let (ja, en) = match entry.currency {
            Currency::Jpy => (format!("{amount}円"), format!("{amount} yen")),
            Currency::Usd => (format!("{amount}米ドル"), format!("{amount} US dollars")),
            Currency::Eur => (format!("{amount}ユーロ"), format!("{amount} euros")),
            Currency::Gbp => (format!("{amount}ポンド"), format!("{amount} pounds")),
            Currency::Cny => (format!("{amount}元"), format!("{amount} yuan")),
            Currency::Krw => (format!("{amount}ウォン"), format!("{amount} won")),
        };
        let (ja_tax, en_tax) = match entry.tax {
            TaxNote::Unsaid => ("", ""),
            TaxNote::Included => ("（税込）", " (including tax)"),
            TaxNote::Excluded => ("（税抜）", " (excluding tax)"),
        };
        Some(self.lang().pick(ja + ja_tax, en + en_tax))
    }

    /// The respectful word for the client's organisation.
    #[must_use]
    pub fn you(&self) -> &'static str {
        let ja = match self.facts.client.entity {
            Entity::Company => "貴社",
            Entity::Hospital => "貴院",
            Entity::Corporation => "貴法人",
            Entity::School => "貴校",
            Entity::Bank => "貴行",
            Entity::Cooperative => "貴組合",
        };
        self.lang().pick(ja, "you")
    }

    /// A person of the client with the honorific: 黒川様, Mr. Kurokawa.
    #[must_use]
    pub fn client_person(&self, key: &Key) -> Option<String> {
        let person = self.facts.client_person(key)?;
        let name = person.name.shown();
        if self.by_role() {
            return Some(name.to_owned());
        }
        let family = family_name(name, self.lang());
        Some(match (self.lang(), person.en_title) {
            (Lang::Ja, _) => format!("{family}{}", person.honorific.word()),
            (Lang::En, EnTitle::None) => name.to_owned(),
            (Lang::En, title) => format!("{} {family}", title.word()),
        })
    }

    /// A person of the own side: to the client 課長の相沢 without any honorific, in other documents 相沢課長 or 相沢さん,
    /// and whoever writes is 相沢.
    #[must_use]
    pub fn own_person(&self, key: &Key) -> Option<String> {
        let person = self.facts.own_person(key)?;
        let name = person.name.shown();
        if self.by_role() {
            return Some(name.to_owned());
        }
        let family = family_name(name, self.lang());
        let title = person.title.as_ref().map(|title| title.shown());
        Some(match (self.lang(), self.facts.audience()) {
            (Lang::Ja, Audience::Client) => {
                title.map_or_else(|| family.to_owned(), |title| format!("{title}の{family}"))
            }
            (Lang::Ja, _) if *key == self.facts.sender.person => family.to_owned(),
            (Lang::Ja, _) => {
                let rank = title.filter(|title| RANKS.iter().any(|rank| title.ends_with(rank)));
                format!("{family}{}", rank.unwrap_or("さん"))
            }
            (Lang::En, Audience::Client) => {
                title.map_or_else(|| name.to_owned(), |title| format!("{name}, our {title}"))
            }
            (Lang::En, _) => name.to_owned(),
        })
    }

    /// A person of either side, as this audience hears of people.
    #[must_use]
    pub fn person(&self, key: &Key) -> Option<String> {
        self.client_person(key).or_else(|| self.own_person(key))
    }

    /// An adviser from outside hears roles, to which no honorific and no title is added.
    fn by_role(&self) -> bool {
        self.facts.audience() == Audience::Expert
    }

    /// A person of the own side in full, as a client document lists those attending: 課長　相沢 由紀子.
    #[must_use]
    pub fn attendee(&self, key: &Key) -> Option<String> {
        let person = self.facts.own_person(key)?;
        let name = person.name.shown();
        let title = person.title.as_ref().map(|title| title.shown());
        Some(match (self.lang(), title) {
            (_, None) => name.to_owned(),
            (Lang::Ja, Some(title)) => format!("{title}　{name}"),
            (Lang::En, Some(title)) => format!("{name}, {title}"),
        })
    }

    /// The writer's family name, without anything.
    #[must_use]
    pub fn writer(&self) -> Option<String> {
        let person =
            self.facts.own_person(self.facts.sender.signatory.as_ref().unwrap_or(&self.facts.sender.person))?;
        let name = person.name.shown();
        Some(if self.by_role() { name } else { family_name(name, self.lang()) }.to_owned())
    }

    /// The label a client document has for whoever answers for something.
    #[must_use]
    pub fn owner_label(&self, key: &Key) -> Option<String> {
        let person = self.facts.own_person(key)?;
        let label = person.client_label.as_ref().or(person.department.as_ref()).unwrap_or(&person.name);
        Some(label.shown().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Speech;
    use crate::facts::normalise::{MoneyUnit, Number, Value, mentions};
    use crate::facts::{Audience, Case, Currency, Facts};
    use crate::lang::Lang;

    #[test]
    fn an_amount_is_read_as_it_is_said_in_every_currency() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cartons/case.toml");
        let text = std::fs::read_to_string(file).unwrap();
        for (word, currency) in Currency::WORDS {
            let text = text.replacen("amount = 38500", &format!("amount = 38500\ncurrency = \"{word}\""), 1);
            let case = Case::parse("case.toml", &text).unwrap();
            for lang in Lang::ALL {
                let facts = Facts::of(&case, Audience::Internal, lang);
                let entry = facts.compensation.iter().find(|entry| entry.amount == Some(38500)).unwrap();
                let said = Speech::of(&facts).money(entry).unwrap();
                let read: Vec<Value> = mentions(&said, lang).into_iter().map(|mention| mention.value).collect();
                let amount = Value::Money(Number::whole(38500), MoneyUnit::from(*currency));
                assert!(read.contains(&amount), "{said}: {read:?}");
            }
        }
    }
}
