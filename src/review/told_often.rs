//! How often something is said to be done, against the words in which the case has it.

use std::ops::Range;
use std::sync::LazyLock;

use super::Finding;
use super::judge::{Judge, of_other, with_fact};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use super::topic::Topic;
use crate::lang::{Lang, Pattern};

/// How often, Japanese and English.
static OFTEN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("毎日|毎朝|毎週(?:[月火水木金土日](?:曜日?)?)?|隔週(?:[月火水木金土日](?:曜日?)?)?|毎月"),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:daily|every (?:other )?(?:day|week|month|working day|business day|(?:mon|tues|wednes|thurs|fri)day)|on (?:mon|tues|wednes|thurs|fri)days)(?-u:\b)",
        ),
    ]
});

impl Judge<'_> {
    /// 課長が毎日控えを確認, where the case has 課長が毎週月曜日に送付の控えを確認.
    pub(super) fn other_rhythm(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone())?;
        let mut said = lang.of(&OFTEN).find_iter(sentence);
        let found = said.next()?;
        if said.next().is_some() {
            return None;
        }
        // The words of the cell, or of the sentence where it is no row.
        let marks = ['\t', '|'];
        let from = sentence.get(..found.start())?.rfind(marks).map_or(0, |at| at + 1);
        let to = sentence.get(found.end()..)?.find(marks).map_or(sentence.len(), |at| found.end() + at);
        let part = format!("{} {}", sentence.get(from..found.start())?, sentence.get(found.end()..to)?);
        let topic = Topic::of(&part, lang);
        let texts = self.context.whole().seen().texts().iter();
        // How much of it is told here, and whether it is told by itself: 毎週金曜日 of an action.
        let known: Vec<(usize, bool, String)> = texts
            .filter_map(|text| {
                let often = lang.of(&OFTEN).find(text)?;
                let rest = format!("{} {}", text.get(..often.start())?, text.get(often.end()..)?);
                let rest = Topic::of(&rest, lang);
                Some((rest.shared(&topic), rest.len() == 0, plain(often.as_str(), lang)))
            })
            .collect();
        let most = known.iter().map(|(shared, ..)| *shared).max().filter(|most| *most >= 2)?;
        let own = plain(found.as_str(), lang);
        let week = |one: &str, other: &str| one == "every week" && other.ends_with("day") && other != "every day";
        let like = |known: &String| {
            known.starts_with(&own) || own.starts_with(known.as_str()) || week(known, &own) || week(&own, known)
        };
        let right =
            known.iter().any(|(shared, alone, often)| (*alone || *shared + 1 >= most && *shared > 0) && like(often));
        (!right).then(|| {
            let span: Range<usize> = told.span.start + found.start()..told.span.start + found.end();
            let written = self.text.get(span.clone()).unwrap_or_default();
            with_fact(Finding::error(RULE.id, span, of_other(written)), None)
        })
    }
}

/// How often, without what may be left out: 毎週金曜日 is 毎週金, on Fridays is every friday.
fn plain(said: &str, lang: Lang) -> String {
    let lower = said.to_lowercase();
    if lang == Lang::Ja {
        return if lower == "毎日" {
            lower
        } else {
            lower.trim_end_matches('日').trim_end_matches('曜').to_owned()
        };
    }
    match lower.as_str() {
        "daily" | "every working day" | "every business day" => "every day".to_owned(),
        day => day.strip_prefix("on ").map_or(day.to_owned(), |day| format!("every {}", day.trim_end_matches('s'))),
    }
}
