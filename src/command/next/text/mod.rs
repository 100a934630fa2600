//! The way through a case for a busy manager: where we are, what is late, what is due, what to write.

mod gate;
mod stages;

use std::path::Path;

use super::command;
use crate::export::columns;
use crate::facts::{Case, Day};
use crate::lang::{Lang, Message};
use crate::workflow::{Due, Reason, ToDraft, Way, When, day_text};

/// How many ids are shown of a longer list.
const SHOWN: usize = 5;

/// Beyond this many business days the holidays in between are no news.
const NEAR: i32 = 15;

/// What every part of the answer needs.
struct Page<'a> {
    way: &'a Way,
    lang: Lang,
}

/// The answer for a person.
pub(super) fn text(case: &Case, way: &Way, path: &Path, lang: Lang) -> String {
    let page = Page { way, lang };
    let late: Vec<&Due> = way.dues.iter().filter(|due| due.when.days < 0).collect();
    let today: Vec<&Due> = way.dues.iter().filter(|due| due.when.days == 0).collect();
    let ahead: Vec<&Due> = way.dues.iter().filter(|due| due.when.days > 0).collect();
    let parts = [
        page.head(case),
        page.dues(("期日を過ぎているもの", "Overdue"), &late),
        page.dues(("本日", "Today"), &today),
        page.documents(path),
        page.dues(("これからの予定", "Ahead"), &ahead),
        way.complaint.as_ref().map(|_| stages::stages(&page)).unwrap_or_default(),
        way.complaint.as_ref().map(|_| gate::gate(&page)).unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

impl Page<'_> {
    fn heading(&self, (ja, en): (&str, &str)) -> String {
        self.lang.pick(format!("■ {ja}\n"), format!("{en}\n{}\n", "-".repeat(en.len())))
    }

    /// A day as it is said, with the year where it is another one.
    fn day(&self, when: &When) -> String {
        day_text(when.day, self.way.on).text(self.lang).to_owned()
    }

    /// Ids in brackets, a long list cut short.
    fn facts(&self, facts: &[String]) -> String {
        if facts.is_empty() {
            return String::new();
        }
        let shown: Vec<&str> = facts.iter().take(SHOWN).map(String::as_str).collect();
        let rest = facts.len().saturating_sub(SHOWN);
        let (open, close, comma) = self.lang.pick(("（", "）", "、"), (" (", ")", ", "));
        let more = match rest {
            0 => String::new(),
            _ => self.lang.pick(format!("ほか{rest}件"), format!(" and {rest} more")),
        };
        format!("{open}{}{more}{close}", shown.join(comma))
    }

    fn said(&self, message: &Message, facts: &[String]) -> String {
        format!("{}{}", message.text(self.lang), self.facts(facts))
    }

    fn head(&self, case: &Case) -> String {
        let (way, lang) = (self.way, self.lang);
        let title = case.groups.incident.as_ref().map(|incident| &incident.title);
        let title = title.and_then(|title| title.get(lang).or_else(|| title.get(lang.other())));
        let title = title.map(capitalised);
        let id = &case.groups.case.id;
        let named =
            title.map_or_else(|| id.clone(), |title| lang.pick(format!("{title}（{id}）"), format!("{title} ({id})")));
        let year = way.on.0.year();
        let on = day_text(way.on, way.on);
        let stands = match (&way.complaint, way.day) {
            (Some(complaint), Some(0)) => {
                let id = &complaint.id;
                lang.pick(
                    format!("{year}年{}、お申し出の当日です（{id}）。", on.ja),
                    format!("{} {year}: the day of the complaint ({id}).", on.en),
                )
            }
            (Some(complaint), Some(day)) => {
                let since = day_text(complaint.day, way.on);
                let id = &complaint.id;
                lang.pick(
                    format!("{year}年{}現在、お申し出（{}、{id}）から{day}日が経過しています。", on.ja, since.ja),
                    format!("{} {year}: day {day} since the complaint of {} ({id}).", on.en, since.en),
                )
            }
            _ => lang.pick(
                format!(
                    "{year}年{}の時点で、お申し出の記録がありません（timeline の role = \"complaint\"、または positions）。",
                    on.ja
                ),
                format!(
                    "{} {year}: no complaint is on record by then (role = \"complaint\" in the timeline, or positions).",
                    on.en
                ),
            ),
        };
        let mut lines = vec![named, stands];
        if way.closed {
            lines.push(lang.pick("この件は終了しています。", "The matter is closed.").to_owned());
        }
        let current: Vec<String> = way
            .current()
            .map(|standing| format!("{} {}", standing.stage.code(), standing.stage.name().text(lang)))
            .collect();
        if !current.is_empty() {
            let stages = current.join(lang.pick("、", ", "));
            lines.push(lang.pick(format!("現在の段階は {stages} です。"), format!("Now in {stages}.")));
        }
        if !way.closed && way.complaint.is_some() && !way.gate.protect.is_empty() {
            let grounds = way.gate.protect.iter().map(|ground| self.said(&ground.text, &ground.facts));
            let grounds = grounds.collect::<Vec<_>>().join(lang.pick("、", "; "));
            lines.push(lang.pick(
                format!("担当者の保護を先にお考えください：{grounds}"),
                format!("Protecting the rep comes first: {grounds}"),
            ));
        }
        let as_of = case.groups.case.as_of;
        if way.on < as_of {
            let told = "この日までに分かっていたことだけで示しています。";
            lines.push(lang.pick(told, "Only what was known by that day is counted.").to_owned());
        }
        if way.on > as_of {
            let said = day_text(as_of, way.on);
            lines.push(lang.pick(
                format!(
                    "事案ファイルは{}時点のものです。その後の出来事を書き加えてから、もう一度ご確認ください。",
                    said.ja
                ),
                format!("The case file was written on {}; add what has happened since, and look again.", said.en),
            ));
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// How far a day is.
    fn distance(&self, when: &When) -> String {
        let (days, open) = (when.days, when.business_days.filter(|open| *open != 0));
        let (ja_unit, en_unit) = if open.is_some() { ("営業日", "business day") } else { ("日", "day") };
        let count = open.unwrap_or(days).abs();
        let plural = if count == 1 { "" } else { "s" };
        let (ja, en) = match days {
            0 => ("本日".to_owned(), "today".to_owned()),
            1.. => (format!("あと{count}{ja_unit}"), format!("in {count} {en_unit}{plural}")),
            _ => (format!("{count}{ja_unit}超過"), format!("{count} {en_unit}{plural} late")),
        };
        self.lang.pick(ja, en)
    }

    fn dues(&self, heading: (&str, &str), dues: &[&Due]) -> String {
        if dues.is_empty() {
            return String::new();
        }
        let rows: Vec<(String, String)> =
            dues.iter().map(|due| (self.day(&due.when), self.distance(&due.when))).collect();
        let widest = |pick: fn(&(String, String)) -> &String| rows.iter().map(|row| columns::width(pick(row))).max();
        let (days, distances) = (widest(|row| &row.0).unwrap_or(0), widest(|row| &row.1).unwrap_or(0));
        let mut text = self.heading(heading);
        let mut named = Vec::new();
        for (due, (day, distance)) in dues.iter().zip(&rows) {
            let (day, distance) = (columns::filled(day, days), columns::filled(distance, distances));
            let colon = self.lang.pick("：", ": ");
            let what = format!("{}{colon}{}", due.kind.label().text(self.lang), due.what.text(self.lang));
            let what = format!("{what}{}", self.facts(std::slice::from_ref(&due.fact)));
            text.push_str(&format!("  {day}  {distance}  {what}\n"));
            text.push_str(&self.remarks(&due.when, &mut named, "      "));
            text.push_str(&self.reasons(("支障", "held up"), &due.blocked, "      "));
        }
        text
    }

    /// That offices are closed on the day, and the holidays on the way to it.
    /// Those named on the line before are not named again.
    fn remarks(&self, when: &When, named: &mut Vec<(Day, Message)>, indent: &str) -> String {
        let mut text = String::new();
        if let Some(closed) = &when.closed {
            let closed = closed.text(self.lang);
            text.push_str(&self.lang.pick(
                format!("{indent}休業日に当たります：{closed}\n"),
                format!("{indent}offices are closed: {closed}\n"),
            ));
        }
        let near = when.business_days.is_some_and(|days| days <= NEAR);
        if near && !when.between.is_empty() && *named != when.between {
            named.clone_from(&when.between);
            let named = when.between.iter().map(|(day, name)| {
                let day = day_text(*day, self.way.on);
                self.lang.pick(format!("{}{}", day.ja, name.ja), format!("{}, {}", day.en, name.en))
            });
            let named = named.collect::<Vec<_>>().join(self.lang.pick("、", "; "));
            text.push_str(
                &self.lang.pick(format!("{indent}途中の休日：{named}\n"), format!("{indent}off in between: {named}\n")),
            );
        }
        text
    }

    fn reasons(&self, (ja, en): (&str, &str), reasons: &[Reason], indent: &str) -> String {
        let (label, colon) = self.lang.pick((ja, "："), (en, ": "));
        let line = |reason: &Reason| format!("{indent}{label}{colon}{}\n", self.said(&reason.text, &reason.facts));
        reasons.iter().map(line).collect()
    }

    fn documents(&self, path: &Path) -> String {
        if self.way.documents.is_empty() {
            return String::new();
        }
        let mut text = self.heading(("作る文書", "Documents to draft"));
        let mut named = Vec::new();
        for document in &self.way.documents {
            text.push_str(&self.document(document, path, &mut named));
        }
        text
    }

    fn document(&self, document: &ToDraft, path: &Path, named: &mut Vec<(Day, Message)>) -> String {
        let (paper, lang) = (document.paper, self.lang);
        let by = match &document.by {
            None => lang.pick("至急".to_owned(), "at once".to_owned()),
            Some(by) => {
                let (day, distance) = (self.day(by), self.distance(by));
                lang.pick(format!("{day}まで、{distance}"), format!("by {day}, {distance}"))
            }
        };
        let title = paper.title();
        let (open, close, colon) = lang.pick(("（", "）", "："), (" (", ")", ": "));
        let indent = "       ";
        let mut text = format!("  {}  {}{open}{by}{close}\n", paper.code(), title.text(lang));
        text.push_str(&document.by.as_ref().map(|by| self.remarks(by, named, indent)).unwrap_or_default());
        let why = self.said(&document.why.text, &document.why.facts);
        text.push_str(&format!("{indent}{}{colon}{why}\n", lang.pick("理由", "why")));
        text.push_str(&self.reasons(("支障", "held up"), &document.blocked, indent));
        text.push_str(&self.reasons(("注意", "note"), &document.cautions, indent));
        let command: Vec<String> = command(paper.code(), path).iter().map(|word| quoted(word)).collect();
        text.push_str(&format!("{indent}$ {}\n", command.join(" ")));
        text
    }
}

/// A text as the beginning of a line.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A word of a command line as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:\\".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_name_with_spaces_is_quoted() {
        assert_eq!(quoted("examples/cartons/case.toml"), "examples/cartons/case.toml");
        assert_eq!(quoted("事案/十一月.toml"), "事案/十一月.toml");
        assert_eq!(quoted("my case.toml"), "'my case.toml'");
        assert_eq!(quoted("it's.toml"), r"'it'\''s.toml'");
    }
}
