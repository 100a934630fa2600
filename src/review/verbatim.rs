//! What stands in a text word for word as the case has it, in the view of its readers. A rule that suspects it suspects
//! the case.

use jiff::civil::Date;

use super::agreement::nearest_year;
use super::finding::Finding;
use super::rule::Context;
use super::seen::Seen;
use super::unsettled::settled_texts;
use crate::facts::Status;
use crate::facts::normalise::{Value, mentions};
use crate::lang::Lang;

/// Ends of a sentence or a cell.
const ENDS: [char; 6] = ['。', '\n', '\t', '　', '|', '｜'];

/// Most bytes on either side that are looked at.
const MOST: usize = 600;

/// Letters behind a day by which it is known.
const FOLLOWING: usize = 8;

/// Whether a finding is about words of the case. Of a value, a few letters on both sides must be of the case, of
/// a name, those on one; of money and of what is withheld, more of them; of what is open, all of its sentence.
pub(super) fn is_of_the_case(context: &Context<'_>, text: &str, finding: &Finding) -> bool {
    let span = &finding.span;
    let (Some(written), Some(before), Some(after)) =
        (text.get(span.clone()), text.get(..span.start), text.get(span.end..))
    else {
        return false;
    };
    let seen = context.grounds().seen();
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(MOST))..).unwrap_or_default();
    let after = after.get(..after.floor_char_boundary(MOST)).unwrap_or_default();
    let before = before.rsplit(ENDS).next().unwrap_or_default();
    let after = after.split(ENDS).next().unwrap_or_default();
    match finding.rule {
        "ungrounded-fact" | "unsupported-claim" => {
            let least = context.lang.pick(5, 12);
            let left: String = last(before, least);
            let right: String = after.chars().take(least).collect();
            let enough = |side: &str| side.chars().count() >= least;
            // 2,000箱を11月12日に stands beside 10,000箱を11月12日に: a value is of the case with both its sides.
            let whole = left.chars().count() + right.chars().count() >= least
                && seen.says(&[left.as_str(), written, right.as_str()].concat());
            let name = !written.contains(char::is_numeric);
            // 30日までにお返事する: a day whose month stands farther off is known by what follows.
            let lone_day = written.ends_with('日') && !written.contains('月');
            let follows = || written.chars().chain(after.chars().take(FOLLOWING)).collect::<String>();
            whole
                || lone_day && after.chars().count() >= FOLLOWING && seen.says(&follows())
                || name && enough(&left) && seen.says(&(left + written))
                || name && enough(&right) && seen.says(&(written.to_owned() + &right))
                || is_disputed_talk(context, written, before, after)
        }
        "unauthorised-remedy" | "internal-leak" => {
            // Built-in sentences put words around those of the case.
            let most = context.lang.pick(10, 24);
            let right: String = after.chars().take(most).collect();
            says_all(seen, &[&last(before, most), written, &right].concat(), context.lang)
                || says_all(seen, &(last(before, most) + written), context.lang)
        }
        "disputed-as-fact" => {
            let settled = settled_texts(context.facts).into_iter().map(str::to_owned).collect();
            let settled = Seen::of_texts(settled, context.lang);
            // A row: its first cell says what it is about.
            match written.split_once('\t') {
                Some((cell, _)) => says_all(&settled, &[before, cell].concat(), context.lang),
                None => says_all(&settled, &[before, written, after].concat(), context.lang),
            }
        }
        _ => false,
    }
}

/// 6月4日のご訪問の内容, the visit of 4 June: a talk on which the sides differ, by its day. It has few words of its own, and
/// those may be the ones of another event.
fn is_disputed_talk(context: &Context<'_>, written: &str, before: &str, after: &str) -> bool {
    let says = |day: Date| {
        mentions(written, context.lang).iter().any(|mention| match mention.value {
            Value::Date(date) => nearest_year(date, context.facts.case.as_of.0) == Some(day),
            _ => false,
        })
    };
    let disputed = context.facts.timeline.iter().filter(|event| event.status == Status::Disputed);
    disputed.filter(|event| says(event.date.0)).filter_map(|event| event.channel.as_ref()).any(|channel| {
        let channel = channel.shown().trim_start_matches(['ご', 'お']);
        let after = after.trim_start_matches('の').trim_start_matches(['ご', 'お']);
        after.starts_with(channel)
            || before.ends_with(&format!("{channel} of "))
            || before.ends_with(&format!("{channel} on "))
    })
}

/// Whether the case says all of a sentence that is long enough to be told from chance.
fn says_all(seen: &Seen, sentence: &str, lang: Lang) -> bool {
    let sentence = sentence.trim().trim_end_matches('.');
    sentence.chars().count() >= lang.pick(8, 24) && seen.says(sentence)
}

/// The last letters of a text; a number at their beginning is whole.
fn last(text: &str, count: usize) -> String {
    let figure = |c: char| c.is_numeric() || matches!(c, ',' | '.');
    let letters: Vec<char> = text.chars().collect();
    let mut from = letters.len().saturating_sub(count);
    while from > 0
        && letters.get(from).copied().is_some_and(figure)
        && letters.get(from - 1).copied().is_some_and(figure)
    {
        from -= 1;
    }
    letters.into_iter().skip(from).collect()
}

#[cfg(test)]
mod tests {
    use super::is_of_the_case;
    use crate::facts::Audience;
    use crate::kind::Laid;
    use crate::lang::{Lang, Message};
    use crate::review::finding::Finding;
    use crate::review::tests::fixture::Bench;
    use crate::review::{Scope, Severity, review};

    fn bench() -> Bench {
        Bench::of("cartons", Audience::Client, Lang::Ja, "client-incident-explanation")
    }

    fn errors(text: &str) -> Vec<&str> {
        let found = review(&bench().context(), &Laid::plain(text), Scope::Section).unwrap();
        let errors = found.into_iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| &text[finding.span]).collect()
    }

    #[test]
    fn a_value_is_of_the_case_with_both_its_sides() {
        let told = |text: &str, value: &str| {
            let at = text.find(value).unwrap();
            let finding = Finding::error("ungrounded-fact", at..at + value.len(), Message::new("", ""));
            is_of_the_case(&bench().context(), text, &finding)
        };
        assert!(told("12,000箱のうち2,000箱を11月11日、10,000箱を11月12日にお届けしました。", "11月12日"));
        assert!(!told("12,000箱のうち、2,000箱を11月12日にお届けしました。", "11月12日"));
        assert!(!told("11月12日です。", "11月12日"));
    }

    #[test]
    fn names_that_end_like_kin_or_departments_are_names() {
        assert_eq!(errors("金子様にもお詫び申し上げます。"), ["金子"]);
        assert_eq!(errors("お子様方にもお詫び申し上げます。"), [""; 0]);
    }
}
