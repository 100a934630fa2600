//! R19: the client addressed without due respect, or with too much of it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{Audience, EnTitle, Entity};
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::people::{Called, client};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope, made};
use crate::review::wording::Reading;

pub(in crate::review) const RULE: Rule = Rule {
    id: "client-honorific",
    code: "R19",
    about: (
        "お客様への敬称の誤り（呼び捨て、部長様、殿、御中と様の重ね、貴社・貴院などの取り違え）。失礼にあたります。",
        "The client named without the due title (Dear Kurokawa), or with the wrong one. It is discourteous.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "黒川部長様にお詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "黒川からお電話を頂戴しました。" },
        Example { lang: Lang::Ja, text: "三宅さんには、ご迷惑をおかけしました。" },
        Example { lang: Lang::Ja, text: "株式会社玖珠乃製菓 御中\n購買部長　黒川 誠一 様" },
        Example { lang: Lang::Ja, text: "貴院の包装ラインが停止しました。" },
        Example { lang: Lang::En, text: "Dear Kurokawa,\n\nWe are sorry." },
        Example { lang: Lang::En, text: "Dear Mr. Seiichi,\n\nWe are sorry." },
        Example { lang: Lang::En, text: "Miyake called us on 10 November." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "購買部長　黒川 誠一 様\n\n黒川様、三宅様にお詫び申し上げます。"
        },
        Example {
            lang: Lang::Ja, text: "株式会社玖珠乃製菓 御中\n\n貴社にご迷惑をおかけしました。"
        },
        Example { lang: Lang::Ja, text: "黒川部長にご報告いたします。お客様各位" },
        Example { lang: Lang::En, text: "Dear Mr. Kurokawa,\n\nMs. Miyake called us." },
        Example { lang: Lang::En, text: "Mr. Seiichi Kurokawa\nHead of Purchasing" },
    ],
    check,
};

/// Titles of people.
const TITLES: &str = "本部長|事業部長|購買部長|部長|課長|係長|主任|次長|室長|社長|専務|常務|会長|取締役|総支配人|支配人|店長|所長|工場長|院長|理事長|学長|校長|頭取|支店長|監査役|マネージャー";

/// Forms of address that are wrong whoever is meant.
static WRONG: LazyLock<Pattern> = LazyLock::new(|| {
    let form = "株式会社|有限会社|合同会社|一般社団法人|一般財団法人|医療法人|学校法人";
    Pattern::fixed(&format!(
        concat!(
            r"(?m)(?P<title>(?:[\p{{Han}}々ァ-ヺー]{{1,6}})?(?:{titles})(?:様|さま|殿))",
            r"|(?P<all>各位(?:様|殿|さま|御中)|(?:皆様|御中|殿)各位)",
            r"|(?P<both>御中[ \t]*\n?[^\n御。]{{0,30}}[^\n皆客同多模仕]様(?:[ \t]|\n|$|へ|に))",
            r"|^[ \t]*(?P<company>(?:(?:{form})[^ \n、。様]{{1,24}}|[^ \n、。様]{{1,24}}(?:{form}))[ \t]*様)[ \t]*$",
            r"|(?P<person>(?:部|課|室|係)(?:長)?[ \t]*[\p{{Han}}]{{2,4}}[ \t][\p{{Han}}ぁ-んァ-ヺ]{{1,4}}[ \t]*御中)",
        ),
        titles = TITLES,
        form = form,
    ))
});

static RESPECTED: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("貴社|貴院|貴行|貴校|貴学|貴法人|貴組合"));

/// What an organisation calls itself in an addressee, and the word for it. For texts without a case.
const ENTITIES: &[(&str, Entity)] = &[
    ("病院", Entity::Hospital),
    ("医院", Entity::Hospital),
    ("クリニック", Entity::Hospital),
    ("銀行", Entity::Bank),
    ("大学", Entity::School),
    ("学園", Entity::School),
    ("高等学校", Entity::School),
    ("小学校", Entity::School),
    ("中学校", Entity::School),
    ("組合", Entity::Cooperative),
    ("社団法人", Entity::Corporation),
    ("財団法人", Entity::Corporation),
    ("株式会社", Entity::Company),
    ("有限会社", Entity::Company),
];

/// A place in the copy, what is wrong there, and what is right.
type Wrong = (Range<usize>, Message, Message);

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let mut wrong = match context.lang {
        Lang::Ja => japanese(context, &reading)?,
        Lang::En => english(context, &reading)?,
    };
    wrong.retain(|(place, ..)| !reading.is_quoted(place));
    wrong.sort_by_key(|(place, ..)| (place.start, std::cmp::Reverse(place.end)));
    let mut found: Vec<Finding> = Vec::new();
    for (place, message, right) in wrong {
        let span = reading.original(place);
        if !found.iter().any(|other| other.span.start < span.end && span.start < other.span.end) {
            found.push(Finding::error(RULE.id, span, message).suggest(right));
        }
    }
    Ok(found)
}

fn japanese(context: &Context<'_>, reading: &Reading) -> Result<Vec<Wrong>, RuleError> {
    let text = reading.text();
    let mut wrong: Vec<Wrong> = Vec::new();
    for found in WRONG.captures_iter(text) {
        let groups = [
            ("title", "役職と敬称を重ねています", "「部長 黒川様」または「黒川部長」と書いてください"),
            ("all", "敬称を重ねています", "「各位」と書いてください"),
            ("both", "「御中」と「様」を重ねています", "個人に宛てるときは「御中」を取り、「様」だけにしてください"),
            ("company", "会社に「様」を付けています", "会社や部署には「御中」を付けてください"),
            ("person", "個人に「御中」を付けています", "個人には「様」を付けてください"),
        ];
        let Some((place, ja, right)) =
            groups.iter().find_map(|(name, ja, right)| Some((found.name(name)?.range(), *ja, *right)))
        else {
            continue;
        };
        wrong.push(told(text, place, ja, "is a wrong form of address", right));
    }
    for (person, called) in client(context.facts) {
        let names = made(
            RULE.id,
            &format!(
                "{}(?P<after>[ \\t]*(?:{TITLES})?[ \\t]*(?:様|さま|先生|殿|さん|くん|君|氏)?)",
                called.pattern(Lang::Ja)
            ),
        )?;
        for found in names.captures_iter(text) {
            let (Some(all), Some(after)) = (found.get(0), found.name("after")) else { continue };
            let honorific = after.as_str().trim();
            let before = text.get(..all.start()).unwrap_or_default();
            let on = text.get(all.end()..).unwrap_or_default();
            if is_part_of_word(before, on, honorific) || own_shares(context, &called) {
                continue;
            }
            let proper = format!("{}{}", called.family, person.honorific.word());
            let place = all.start()..all.start() + all.as_str().trim_end().len();
            let right = format!("「{proper}」と書いてください");
            if honorific.is_empty() {
                wrong.push(told(text, place, "お客様の呼び捨てです", "names the client without an honorific", &right));
            } else if honorific.ends_with("殿")
                || honorific.ends_with("さん")
                || honorific.ends_with("くん")
                || honorific.ends_with('君')
                || honorific.ends_with('氏')
            {
                wrong.push(told(
                    text,
                    place,
                    "お客様への敬称として軽すぎます",
                    "is too slight a title for a client",
                    &right,
                ));
            }
        }
    }
    if let Some(entity) = entity(context, text) {
        let called =
            if context.gives(Needs::Case) { context.facts.client.name.get(Lang::Ja).unwrap_or_default() } else { text };
        let proper = respectful(entity);
        for found in RESPECTED
            .find_iter(text)
            .filter(|found| found.as_str() != proper && !is_proper_too(found.as_str(), entity, called))
        {
            let right = format!("「{proper}」と書いてください");
            wrong.push(told(
                text,
                found.range(),
                "お客様の種別に合いません",
                "does not fit what the client is",
                &right,
            ));
        }
    }
    Ok(wrong)
}

fn told(text: &str, place: Range<usize>, ja: &str, en: &str, right: &str) -> Wrong {
    let written = text.get(place.clone()).unwrap_or_default().replace('\n', " ");
    let message = Message::new(format!("「{written}」は{ja}"), format!("`{written}` {en}"));
    (place, message, Message::new(right, right.replace("と書いてください", "")))
}

/// Whether a name found is part of something else: another word, a name of a place, a mail address, a label.
fn is_part_of_word(before: &str, on: &str, honorific: &str) -> bool {
    let kanji = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '々');
    let title = ["長", "任", "役", "人", "当", "課", "部"].iter().any(|end| before.ends_with(end));
    let inside = before.ends_with(kanji) && !title;
    inside || (honorific.is_empty() && (on.starts_with(kanji) || on.starts_with(['@', '.', '家', '方', '宛', '/'])))
}

/// Whether somebody of the own side has the same family name.
fn own_shares(context: &Context<'_>, called: &Called) -> bool {
    context.facts.own_people.iter().any(|own| own.name.shown().starts_with(&called.family))
}

/// What the client is: by the case, else by what the addressee is called.
fn entity(context: &Context<'_>, text: &str) -> Option<Entity> {
    if context.gives(Needs::Case) {
        return Some(context.facts.client.entity);
    }
    let addressee = text.lines().take(8).find(|line| {
        let line = line.trim();
        line.chars().count() <= 40 && !line.contains('。') && ENTITIES.iter().any(|(word, _)| line.contains(word))
    })?;
    ENTITIES.iter().find(|(word, _)| addressee.contains(word)).map(|(_, entity)| *entity)
}

/// 貴学 of a university; 貴法人 and 貴学園 of a school that is run by a 学校法人.
fn is_proper_too(word: &str, entity: Entity, called: &str) -> bool {
    entity == Entity::School && (word == "貴学" || (matches!(word, "貴法人" | "貴学園") && called.contains("学校法人")))
}

fn respectful(entity: Entity) -> &'static str {
    match entity {
        Entity::Company => "貴社",
        Entity::Hospital => "貴院",
        Entity::Corporation => "貴法人",
        Entity::School => "貴校",
        Entity::Bank => "貴行",
        Entity::Cooperative => "貴組合",
    }
}

fn english(context: &Context<'_>, reading: &Reading) -> Result<Vec<Wrong>, RuleError> {
    let text = reading.text();
    let mut wrong: Vec<Wrong> = Vec::new();
    for (person, called) in client(context.facts) {
        if person.en_title == EnTitle::None || called.given.is_empty() {
            continue;
        }
        let (family, given) = (regex::escape(&called.family), regex::escape(&called.given));
        let title = person.en_title.word();
        let right = format!("{title} {}", called.family);
        let pattern = format!(
            r"(?:(?P<title>(?-u:\b)(?:Mr|Ms|Mrs|Miss|Dr|Prof)(?-u:\b)\.?) )?(?:(?P<dear>Dear|Hi|Hello|Hey) )?(?P<name>(?-u:\b)(?:(?P<full>{given} {family})|(?P<family>{family})|(?P<given>{given}))(?-u:\b))(?P<san>[- ](?:san|sama)(?-u:\b))?"
        );
        for found in made(RULE.id, &pattern)?.captures_iter(text) {
            let (Some(all), Some(name)) = (found.get(0), found.name("name")) else { continue };
            let before = text.get(..all.start()).unwrap_or_default();
            let on = text.get(all.end()..).unwrap_or_default();
            // A mail address, a file, part of a longer name.
            if on.starts_with(['@', '_', '-']) || on.starts_with(".e") || before.ends_with(['@', '.', '_', '-', '/']) {
                continue;
            }
            let titled = found.name("title").map(|title| title.as_str().trim_end_matches('.'));
            let fits = titled.is_some_and(|said| {
                said == title.trim_end_matches('.') || (title == "Ms." && matches!(said, "Mrs" | "Miss"))
            });
            let bare_given = found.name("given").is_some();
            let ja = match titled {
                Some(_) if !fits || bare_given => Some("敬称が合いません"),
                Some(_) => None,
                None if found.name("san").is_some() => None,
                None if found.name("full").is_some() && found.name("dear").is_none() => None,
                None if bare_given && found.name("dear").is_none() => None,
                None => Some("敬称がありません"),
            };
            if let Some(ja) = ja {
                let place = found.name("title").map_or(all.start(), |title| title.start())..name.end();
                let written = text.get(place.clone()).unwrap_or_default();
                let message = Message::new(
                    format!("「{written}」は{ja}"),
                    format!("`{written}` is not how a client is addressed"),
                );
                wrong.push((
                    place,
                    message,
                    Message::new(format!("「{right}」と書いてください"), format!("write {right}")),
                ));
            }
        }
    }
    Ok(wrong)
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
                ("黒川部長、三宅様にはお忙しいところ恐れ入ります。", &[]),
                ("各位\n\n購買部 御中\n\n皆様にはお世話になっております。", &[]),
                ("「黒川に伝えてほしい」とのお話を承りました。", &[]),
                ("購買部御中 黒川様", &["御中 黒川様"]),
                ("株式会社玖珠乃製菓 様", &["株式会社玖珠乃製菓 様"]),
                ("黒川殿", &["黒川殿"]),
                ("黒川、三宅の両名にお詫びします。", &["黒川", "三宅"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("Dear Mr. Kurokawa, Ms. Mai Miyake called. Seiichi Kurokawa decides.", &[]),
                ("Dear Ms. Kurokawa,", &["Ms. Kurokawa"]),
                ("Dear Seiichi,", &["Dear Seiichi"]),
            ],
        );
    }
}
