//! R08: what is internal, in a document for somebody who may not see it.

mod told_of_staff;

use std::ops::Range;

use crate::facts::normalise::{Searchable, compare_key};
use crate::facts::{Audience, Compensation, DoNotTell, Id, Key, OwnPerson, RemedyStatus, name_parts};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::families::{FAMILIES, Family};
use crate::review::finding::Confidence;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::seen::Seen;
use crate::review::sentence::{quotations, sentences};
use crate::review::topic::Topic;
use crate::review::wording::Reading;

pub(in crate::review) const RULE: Rule = Rule {
    id: "internal-leak",
    code: "R08",
    about: (
        "社内だけの事柄（人員・売上比率・社内の見立て・担当者の事情・名を出さない社員など）。先方にも社内にも害になります。",
        "What is internal: staffing, sales figures, our own views, the rep's private matters, colleagues who are not named. It harms both sides.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "弊社の人員に余裕がなく、ご返答が遅れました。" },
        Example { lang: Lang::Ja, text: "10月30日までに分かれば、10日納品は可能でした。" },
        Example { lang: Lang::Ja, text: "弊社高瀬がお電話を承りました。" },
        Example {
            lang: Lang::Ja, text: "社内に欠員のまま業務量が増え、相談しにくい状態でした。"
        },
        Example { lang: Lang::En, text: "We were short-staffed at the time." },
        Example { lang: Lang::En, text: "Mr. Takase took your call." },
        Example { lang: Lang::En, text: "One of our team is on parental leave." },
        Example { lang: Lang::En, text: "With one person missing, work had piled up at our side." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "課長の相沢が、今後の窓口を務めます。" },
        Example { lang: Lang::Ja, text: "臨時便の費用38,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "三宅様からメールを頂戴しました。" },
        Example { lang: Lang::En, text: "Ms. Aizawa is your first contact from now on." },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, 38,500 yen." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let text = &laid.text;
    let seen = context.grounds().seen();
    // Without a case: what no client wants to read of any company.
    if !context.gives(Needs::Case) {
        return Ok(kindred(context, text, seen));
    }
    let mut found = listed(context, text, seen);
    found.extend(named(context, text, seen));
    found.extend(kindred(context, text, seen));
    found.extend(copies(context, text));
    found.extend(quotes(context, text));
    found.extend(own_matters(context, text));
    found.extend(candidate(context, text));
    let retold = retold(context, text);
    let apart =
        |one: &Finding| found.iter().all(|other| one.span.end <= other.span.start || other.span.end <= one.span.start);
    let retold: Vec<Finding> = retold.into_iter().filter(apart).collect();
    found.extend(retold);
    found.sort_by_key(|finding| (finding.span.start, finding.fact.is_none(), std::cmp::Reverse(finding.span.end)));
    // One place, one finding: the listed word inside a copied stretch says enough.
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found {
        if kept.last().is_none_or(|last| finding.span.start >= last.span.end) {
            kept.push(finding);
        }
    }
    Ok(kept)
}

/// Things of a family in other words than the list has: families that a listed word belongs to, and for a client those
/// that no client wants to read.
fn kindred(context: &Context<'_>, text: &str, seen: &Seen) -> Vec<Finding> {
    let client = context.facts.audience() == Audience::Client;
    let reading = Reading::of(text);
    let mut found = Vec::new();
    for family in FAMILIES.iter() {
        let mut entries = context.withheld.do_not_tell();
        let entry = entries.find(|entry| entry.words.iter().chain(&entry.also).any(|word| family.knows(word)));
        if entry.is_none() && !(family.always && client) {
            continue;
        }
        if is_known_to_rep(context, family) || (family.name == "a fee that was talked of" && is_reps_remark(context)) {
            continue;
        }
        // Who takes over is introduced to the client: how long 桐谷 has been with the company is no secret.
        let introduced = |place: &Range<usize>| {
            family.name == "the rep's own matters" && told_of_staff::is_of_named(context, text, place)
        };
        let topics: &[Topic] = if client { &[] } else { seen.topics() };
        let places = family
            .find(&reading)
            .into_iter()
            .filter(|(place, word)| !seen.says(word) && !is_told(text, place, topics, context.lang))
            .filter(|(place, _)| !introduced(place));
        let entry = entry.map(|entry| &entry.id);
        found.extend(places.map(|(place, _)| finding(place, entry).with_confidence(Confidence::Medium)));
    }
    found
}

/// Words of the do-not-tell list. A word that the audience reads in its own facts is no secret to it.
fn listed(context: &Context<'_>, text: &str, seen: &Seen) -> Vec<Finding> {
    let mut found = Vec::new();
    // Most words are nowhere in the text; the place is looked for only where one is.
    let key = compare_key(text);
    let searched = Searchable::of(text);
    let client = context.facts.audience() == Audience::Client;
    let topics: &[Topic] = if client { &[] } else { seen.topics() };
    for entry in context.withheld.do_not_tell() {
        let words = entry.words.iter().chain(&entry.also).filter(|word| key.contains(&compare_key(word)));
        for word in words.filter(|word| !seen.says(word)) {
            if FAMILIES.iter().any(|family| is_known_to_rep(context, family) && family.knows(word)) {
                continue;
            }
            if is_own_remark(context, entry, word) {
                continue;
            }
            let families: Vec<&Family> = FAMILIES.iter().filter(|family| family.excuses(word)).collect();
            let meant = searched.find(word).into_iter().filter(|span| !is_fine(text, span, &families));
            // What the readers' own facts tell at length is no secret to them for one word.
            let known = |span: &Range<usize>| !client && is_told(text, span, topics, context.lang);
            found.extend(meant.filter(|span| !known(span)).map(|span| finding(span, Some(&entry.id))));
        }
    }
    found
}

/// Whether a word is the amount that the rep named to the client himself: he knows what he said.
fn is_own_remark(context: &Context<'_>, entry: &DoNotTell, word: &str) -> bool {
    if !matches!(context.facts.audience(), Audience::Rep | Audience::Personnel) || !counts(word) {
        return false;
    }
    let digits = |word: &String| word.chars().filter(char::is_ascii_digit).collect::<String>().parse::<i64>().ok();
    reps_remedies(context).any(|remedy| {
        remedy.amount.is_some() && entry.words.iter().chain(&entry.also).any(|word| digits(word) == remedy.amount)
    })
}

/// Whether the rep is told of what he himself said without authority.
fn is_reps_remark(context: &Context<'_>) -> bool {
    matches!(context.facts.audience(), Audience::Rep | Audience::Personnel) && reps_remedies(context).next().is_some()
}

/// What the rep spoke of to the client without authority.
fn reps_remedies<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Compensation> {
    let rep = context.facts.rep.as_ref().map(|rep| &rep.person);
    let said = context.withheld.unauthorised();
    said.filter(move |remedy| {
        remedy.status == RemedyStatus::SaidWithoutAuthority && rep.is_some_and(|rep| *rep == remedy.by)
    })
}

/// Whether there is a number in a word.
fn counts(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// Whether a representative knows of such things as a member of the section: how many they are.
fn is_known_to_rep(context: &Context<'_>, family: &Family) -> bool {
    matches!(context.facts.audience(), Audience::Rep | Audience::Personnel) && family.name == "staffing"
}

/// Whether the sentence around a place tells what one of the texts in view tells.
fn is_told(text: &str, place: &Range<usize>, topics: &[Topic], lang: Lang) -> bool {
    let stop = |c: char| matches!(c, '。' | '\n');
    // No sentence is longer; a text without stops is not read anew from its beginning at every place.
    let start = text.floor_char_boundary(place.start.saturating_sub(SENTENCE));
    let end = text.ceil_char_boundary((place.end + SENTENCE).min(text.len()));
    let before = text.get(start..place.start).unwrap_or_default();
    let from = before
        .rfind(stop)
        .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let from = start + from;
    let to = text.get(place.end..end).and_then(|after| after.find(stop)).map_or(end, |at| place.end + at);
    let said = Topic::of(text.get(from..to).unwrap_or_default(), lang);
    topics.iter().any(|topic| topic.shared(&said) >= 4 && topic.shared(&said) * 2 >= topic.len())
}

/// Whether a listed word stands in a phrase that uses it for something else, such as the health of the client's people.
fn is_fine(text: &str, span: &Range<usize>, families: &[&Family]) -> bool {
    if families.is_empty() {
        return false;
    }
    // Such a phrase is short.
    let start = (span.start.saturating_sub(AROUND)..=span.start).find(|at| text.is_char_boundary(*at));
    let end = (span.end..=(span.end + AROUND).min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let (start, end) = (start.unwrap_or(span.start), end.unwrap_or(span.end));
    let reading = Reading::of(text.get(start..end).unwrap_or_default());
    let place = span.start - start..span.end - start;
    families.iter().any(|family| family.is_fine(&reading, &place))
}

/// Bytes before and after a word in which a phrase around it is looked for.
const AROUND: usize = 160;
/// Bytes before and after a word in which its sentence is looked for.
const SENTENCE: usize = 900;

/// Whether a place lies in a line of the mail that is answered: its writer knows the name.
fn is_reply_quote(text: &str, span: &Range<usize>) -> bool {
    let line = text.get(..span.start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with('>')
}

/// Quotations of the client's very words, which it knows as it wrote or said them.
fn theirs(context: &Context<'_>, text: &str) -> Vec<Range<usize>> {
    let whole = context.withheld.whole();
    let client = |key: &Key| whole.client_people.iter().any(|person| person.key == *key);
    let positions = whole.positions.iter().filter(|position| client(&position.from));
    let positions = positions.filter_map(|position| position.quote.as_ref());
    let events = whole.timeline.iter().filter(|event| event.from.as_ref().is_some_and(client));
    let events = events.filter_map(|event| event.quote.as_ref());
    let said: Vec<&str> = positions.chain(events).filter_map(|quote| quote.get(context.lang)).collect();
    let marks = ['「', '」', '『', '』', '“', '”', '"', '.', '。', ','];
    let mut found = quotations(text);
    found.retain(|quote| {
        let words = text.get(quote.clone()).unwrap_or_default().trim_matches(marks);
        words.chars().count() > 8 && said.iter().any(|said| said.contains(words))
    });
    found
}

/// Colleagues whom the client may not see by name.
fn named(context: &Context<'_>, text: &str, seen: &Seen) -> Vec<Finding> {
    let mut found = Vec::new();
    let searched = Searchable::of(text);
    // The client knows what it wrote: "not in Aya".
    let theirs: Vec<Range<usize>> = theirs(context, text);
    for person in context.withheld.unnamed() {
        let names = names(person, context.lang).into_iter().filter(|name| !seen.says(name));
        let spans = names
            .flat_map(|name| searched.find(&name))
            .filter(|span| stands_alone(text, span, context.lang) && !is_reply_quote(text, span))
            .filter(|span| {
                let quote = theirs.get(theirs.partition_point(|quote| quote.end < span.end));
                quote.is_none_or(|quote| quote.start > span.start)
            });
        found.extend(spans.map(|span| {
            let message = Message::new(
                "先方への文書で名を出さない社員の名前です",
                "a colleague whom a client document does not name",
            );
            Finding::error(RULE.id, span, message).suggest(Message::new(
                "「弊社の担当」や部署名で書いてください",
                "write `our representative` or the department",
            ))
        }));
    }
    found
}

/// The full name and its parts. A part of one character is also a word, so it counts only in the full name.
fn names(person: &OwnPerson, lang: Lang) -> Vec<String> {
    let Some(name) = person.name.get(lang) else { return Vec::new() };
    let parts = name_parts(name).filter(|part| part.trim_end_matches('.').chars().count() > 1);
    let mut names: Vec<String> = parts.map(str::to_owned).collect();
    names.push(name.to_owned());
    names
}

/// Whether a name is not part of a longer word: 高瀬川 and "Willing" name nobody.
fn stands_alone(text: &str, span: &Range<usize>, lang: Lang) -> bool {
    match lang {
        Lang::Ja => {
            let after = text.get(span.end..).unwrap_or_default();
            !after.starts_with(['川', '町', '市', '駅', '橋', '区', '村', '山'])
        }
        // find_all already looks at Latin letters only whole; a name begins with a capital.
        Lang::En => text.get(span.clone()).is_some_and(|name| name.starts_with(char::is_uppercase)),
    }
}

/// Stretches copied from what the audience may not read.
fn copies(context: &Context<'_>, text: &str) -> Vec<Finding> {
    let copied = context.hidden().copied(text).into_iter();
    copied.map(|(id, span)| finding(span, id).with_confidence(Confidence::Medium)).collect()
}

/// What somebody said where the client was not meant to hear it, quoted to the client.
fn quotes(context: &Context<'_>, text: &str) -> Vec<Finding> {
    if context.facts.audience() != Audience::Client {
        return Vec::new();
    }
    context.hidden().quoted(text).into_iter().map(|(id, span)| finding(span, id)).collect()
}

/// What the rep wishes and thinks, and that he was heard, told to the client.
fn own_matters(context: &Context<'_>, text: &str) -> Vec<Finding> {
    if context.facts.audience() != Audience::Client {
        return Vec::new();
    }
    let places = told_of_staff::places(context, &Reading::of(text));
    places.into_iter().map(|place| finding(place, None).with_confidence(Confidence::Medium)).collect()
}

/// Who may take over, while nothing is decided and the list says so: what is planned with that colleague.
fn candidate(context: &Context<'_>, text: &str) -> Vec<Finding> {
    let whole = context.withheld.whole();
    let Some(option) = whole.change_option.as_ref().filter(|option| option.approved_on.is_none()) else {
        return Vec::new();
    };
    let successor = option.successor.as_ref().and_then(|key| whole.own_person(key));
    let Some(name) = successor.and_then(|person| person.name.get(context.lang)) else { return Vec::new() };
    let parts: Vec<&str> = name_parts(name).filter(|part| part.chars().count() > 1).collect();
    let mut entries = context.withheld.do_not_tell();
    let listed = |entry: &&DoNotTell| {
        entry.words.iter().chain(&entry.also).any(|word| parts.contains(&word.as_str()) || word == name)
    };
    let Some(entry) = entries.find(listed) else { return Vec::new() };
    let reading = Reading::of(text);
    let places = told_of_staff::stand_ins(&reading, &parts);
    places.into_iter().map(|place| finding(place, Some(&entry.id)).with_confidence(Confidence::Medium)).collect()
}

/// Sentences that tell in other words what the client may not read: most words of it that nothing in view has.
fn retold(context: &Context<'_>, text: &str) -> Vec<Finding> {
    if context.facts.audience() != Audience::Client {
        return Vec::new();
    }
    let mut found = Vec::new();
    for span in sentences(text) {
        if let Some(id) = context.hidden().retold(text.get(span.clone()).unwrap_or_default()) {
            found.push(finding(span, id).with_confidence(Confidence::Medium));
        }
    }
    found
}

/// The message names the entry and does not repeat what it says: it may be handed to the model.
fn finding(span: Range<usize>, id: Option<&Id>) -> Finding {
    let (ja, en) = id.map(|id| (format!("（{id}）"), format!(" ({id})"))).unwrap_or_default();
    let message = Message::new(
        format!("この文書の読み手に見せない事柄です{ja}"),
        format!("the reader of this document may not be told this{en}"),
    );
    let finding =
        Finding::error(RULE.id, span, message).suggest(Message::new("この部分を削ってください", "leave this out"));
    match id {
        Some(id) => finding.about(id),
        None => finding,
    }
}
