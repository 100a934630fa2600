//! R21: the frame of a letter: its first and last word, 記 and 以上, the season.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::{Laid, Profile};
use crate::lang::{Lang, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "letter-frame",
    code: "R21",
    about: (
        "頭語と結語の不一致、「以上」のない「記」、お詫びの前略や時候の挨拶。形が整わない文書は、誠意を疑われます。",
        "A first and a last word that do not go together (謹啓 … 敬具, Dear Sir … Cheers), 記 without 以上, the season in an apology. Form signals care.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "謹啓\n\nこのたびは、誠に申し訳ございません。\n\n敬具" },
        Example {
            lang: Lang::Ja,
            text: "拝啓\n\n下記のとおりお伺いいたします。\n\n記\n\n・日時：11月30日（月）14時\n\n敬具",
        },
        Example { lang: Lang::Ja, text: "前略　このたびは、深くお詫び申し上げます。\n\n草々" },
        Example {
            lang: Lang::En,
            text: "Dear Mr. Kurokawa,\n\nWe are sorry that our reply never came.\n\nCheers,\nYukiko Aizawa",
        },
        Example { lang: Lang::En, text: "Hey Mr. Kurokawa,\n\nWe are sorry.\n\nSincerely,\nYukiko Aizawa" },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "謹啓\n\nこのたびは、誠に申し訳ございません。\n\n謹白" },
        Example {
            lang: Lang::Ja,
            text: "拝啓　このたびは、誠に申し訳ございません。\n\n敬具\n\n記\n\n・日時：11月30日（月）14時\n\n以上",
        },
        Example {
            lang: Lang::Ja, text: "このたびは、誠に申し訳ございません。深くお詫び申し上げます。"
        },
        Example { lang: Lang::En, text: "Dear Mr. Kurokawa,\n\nWe are sorry.\n\nSincerely,\nYukiko Aizawa" },
        Example { lang: Lang::En, text: "We are sorry that our reply never came." },
    ],
    check,
};

/// 頭語 and the 結語 that go with them.
const PAIRS: &[(&str, &[&str])] = &[
    ("謹啓", &["謹白", "謹言", "敬白"]),
    ("拝啓", &["敬具", "敬白", "拝具"]),
    ("拝復", &["敬具", "敬白", "拝答"]),
    ("謹復", &["謹白", "謹言", "敬白"]),
    ("急啓", &["草々", "敬具"]),
    ("急呈", &["草々", "敬具"]),
    ("再啓", &["敬具", "敬白"]),
    ("前略", &["草々", "早々", "不一"]),
    ("冠省", &["草々", "早々", "不一"]),
];

/// 頭語 that skip the greeting: unsuitable for an apology.
const CURT: [&str; 2] = ["前略", "冠省"];

static OPENING: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("(?m)^[ \\t]*(謹啓|拝啓|拝復|謹復|急啓|急呈|再啓|前略|冠省)(?:[ \\t、。]|$)"));
static CLOSING: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("(?m)(?:^|[ \\t。])(謹白|謹言|敬白|敬具|拝具|拝答|草々|早々|不一|かしこ)[ \\t]*$"));
static NOTE: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("(?m)^[ \\t]*(記)[ \\t]*$"));
static END: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("(?m)(?:^|[ \\t。])以上[ \\t。]*$"));

/// Greetings of the season and of prosperity.
static SEASON: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:新春|初春|厳寒|厳冬|大寒|寒冷|余寒|立春|早春|春寒|春暖|陽春|春爛漫|桜花|晩春|新緑|薫風|初夏|立夏|梅雨|向暑|長雨|盛夏|猛暑|酷暑|大暑|残暑|晩夏|立秋|初秋|新涼|秋冷|仲秋|秋晴|清秋|錦秋|秋涼|晩秋|深秋|向寒|初霜|霜寒|立冬|初冬|寒気|師走|歳末|年末)の(?:候|折|みぎり|砌|頃)",
        "|時下[、 ]?(?:ますます|益々|いよいよ)|(?:ますます|益々|いよいよ)(?:の)?ご(?:清栄|清祥|健勝|隆盛|隆昌|盛栄|繁栄|発展|活躍)",
        "|(?:寒|暑)さ(?:の)?(?:厳し|日増し|も)[^。]{0,14}(?:折|季節|頃)|[^。\n]{2,10}の季節となりました|木枯らし|紅葉の|朝夕(?:は)?めっきり",
    ))
});

static APOLOGY: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("お詫び|おわび|申し訳"));

/// How much of a letter's beginning shows what it is for, in characters.
const BEGINNING: usize = 400;

/// Kinds whose first purpose is an apology.
const APOLOGIES: [&str; 4] =
    ["client-apology-letter", "client-first-response", "client-incident-explanation", "client-reply-rep-change-demand"];

static SALUTATION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?im)^[ \t]*(?P<word>Dear|Hi|Hey|Hello|Yo|Good (?:morning|afternoon|day)|To whom it may concern)(?-u:\b)(?P<whom>[^\n]{0,60})$",
    )
});
static FAREWELL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?im)^[ \t]*(?P<formal>(?:Yours )?(?:sincerely|faithfully|truly)(?: yours)?|(?:Yours )?respectfully(?: yours)?|(?:with )?(?:kind|kindest|best|warm|warmest)? ?regards|with (?:our |my )?(?:sincere|renewed|best)[a-z ]{0,24}|best wishes)[,.]?[ \t]*$|^[ \t]*(?P<casual>cheers|thanks(?: (?:again|a lot|so much|for everything))?|thx|ciao|see (?:you|ya)(?: (?:soon|then|around))?|later|take care|love|bye(?:-bye| for now)?|talk soon|(?:yours|regards|best)[a-z, ]{0,40}see you[a-z ]{0,12}|xoxo|best|yours|all the best|have a (?:nice|good|great) (?:day|one|weekend)|peace)(?:,? (?:and|&) [a-z ]{2,24})?[,.!]*[ \t]*$",
    )
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    // A section by itself has its frame elsewhere.
    let whole = laid.sections.len() != 1 || laid.sections.iter().all(|section| section.name.is_empty());
    let letter = context.gives(Needs::Kind) && context.kind.spec.profile == Profile::Letter;
    Ok(match context.lang {
        Lang::Ja => japanese(context, &reading, whole),
        Lang::En => english(&reading, whole, letter),
    })
}

fn error(reading: &Reading, place: Range<usize>, ja: String, en: String, right: Message) -> Finding {
    Finding::error(RULE.id, reading.original(place), Message::new(ja, en)).suggest(right)
}

fn japanese(context: &Context<'_>, reading: &Reading, whole: bool) -> Vec<Finding> {
    let text = reading.text();
    let group = |regex: &Pattern| {
        regex
            .captures_iter(text)
            .filter_map(|found| Some(found.get(1)?.range()))
            .find(|place| !reading.is_quoted(place))
    };
    let (opening, closing) = (group(&OPENING), group(&CLOSING));
    let word = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
    let mut found = Vec::new();
    match (&opening, &closing) {
        (Some(first), Some(last)) => {
            let (first_word, last_word) = (word(first), word(last));
            let fitting = PAIRS.iter().find(|(known, _)| *known == first_word).map_or(&[] as &[&str], |(_, fit)| fit);
            if !fitting.contains(&last_word) {
                let right = fitting.join("・");
                found.push(error(
                    reading,
                    last.clone(),
                    format!("頭語「{first_word}」に結語「{last_word}」は合いません"),
                    format!("{last_word} does not go with {first_word}"),
                    Message::new(format!("「{right}」で結んでください"), format!("end with {right}")),
                ));
            }
        }
        (Some(first), None) if whole => {
            let first_word = word(first);
            let fitting = PAIRS.iter().find(|(known, _)| *known == first_word).map_or(&[] as &[&str], |(_, fit)| fit);
            let right = fitting.join("・");
            found.push(error(
                reading,
                first.clone(),
                format!("頭語「{first_word}」に対する結語がありません"),
                format!("{first_word} has no closing word"),
                Message::new(format!("「{right}」で結んでください"), format!("end with {right}")),
            ));
        }
        (None, Some(last)) if whole => found.push(error(
            reading,
            last.clone(),
            format!("結語「{}」に対する頭語がありません", word(last)),
            format!("{} has no opening word", word(last)),
            Message::new(
                "頭語（謹啓など）を置くか、結語を取ってください",
                "open with 謹啓, or leave the closing word out",
            ),
        )),
        (None, None)
            if whole
                && context.gives(Needs::Kind)
                && context.kind.spec.profile == Profile::Letter
                && text.lines().take(8).any(|line| line.trim_end().ends_with('様'))
                // A mail has a greeting in their place.
                && !["件名", "お世話になって"].iter().any(|word| text.contains(word)) =>
        {
            let first = text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
            let end = text.get(first..).and_then(|rest| rest.find('\n')).map_or(text.len(), |line| first + line);
            let (ja, en) = ("書状に頭語も結語もありません", "the letter has neither an opening nor a closing word");
            let right = Message::new("「謹啓」で始め「謹白」で結んでください", "open with 謹啓 and end with 謹白");
            found.push(error(reading, first..end, ja.to_owned(), en.to_owned(), right));
        }
        _ => {}
    }
    let apology = APOLOGIES.contains(&context.kind.id.as_str())
        || APOLOGY
            .find(text)
            .is_some_and(|found| text.get(..found.start()).is_some_and(|t| t.chars().count() < BEGINNING));
    if apology {
        if let Some(first) = opening.filter(|place| CURT.contains(&word(place))) {
            found.push(error(
                reading,
                first.clone(),
                format!("お詫びの書状に「{}」は使いません", word(&first)),
                format!("{} is too curt for an apology", word(&first)),
                Message::new("「謹啓」（結語は謹白）で始めてください", "open with 謹啓 and end with 謹白"),
            ));
        }
        if let Some(season) = SEASON.find_iter(text).map(|found| found.range()).find(|place| !reading.is_quoted(place))
        {
            let right = Message::new("「このたびは」からお詫びを述べてください", "begin with the apology itself");
            let (ja, en) =
                ("お詫びの文書に時候や繁栄の挨拶は置きません", "a greeting of the season has no place in an apology");
            found.push(error(reading, season, ja.to_owned(), en.to_owned(), right).with_severity(Severity::Warn));
        }
    }
    if let Some(note) = group(&NOTE).filter(|note| !END.is_match(text.get(note.end..).unwrap_or_default())) {
        found.push(error(
            reading,
            note,
            "「記」に対する「以上」がありません".to_owned(),
            "記 is not closed with 以上".to_owned(),
            Message::new("箇条書きの後に「以上」を置いてください", "put 以上 after the items"),
        ));
    }
    found.sort_by_key(|finding| finding.span.start);
    found
}

fn english(reading: &Reading, whole: bool, letter: bool) -> Vec<Finding> {
    let text = reading.text();
    let opening = SALUTATION.captures(text);
    let start = opening.as_ref().and_then(|found| found.get(0)).map_or(0, |found| found.end());
    let closing =
        FAREWELL.captures_iter(text).filter(|found| found.get(0).is_some_and(|place| place.start() >= start)).last();
    let mut found = Vec::new();
    let first = opening.as_ref().and_then(|found| Some((found.name("word")?, found.name("whom")?.as_str())));
    if let Some((word, whom)) = &first
        && matches!(word.as_str().to_lowercase().as_str(), "hi" | "hey" | "yo" | "hello")
        && !reading.is_quoted(&word.range())
    {
        found.push(error(
            reading,
            word.start()..word.end() + whom.trim_end().len(),
            format!("「{}」は書状の書き出しとしてくだけすぎています", word.as_str()),
            format!("`{}` is too casual an opening", word.as_str()),
            Message::new("Dear Mr. X のように書いてください", "write Dear Mr. X"),
        ));
    }
    match closing {
        Some(closing) => {
            if let Some(casual) = closing.name("casual").filter(|_| opening.is_some() || letter) {
                found.push(error(
                    reading,
                    casual.range(),
                    format!("「{}」は書状の結びとしてくだけすぎています", casual.as_str()),
                    format!("`{}` is too casual a closing", casual.as_str()),
                    Message::new("Sincerely, で結んでください", "end with Sincerely,"),
                ));
            }
            let named = first.as_ref().is_some_and(|(word, whom)| {
                word.as_str().eq_ignore_ascii_case("dear")
                    && ["Mr", "Ms", "Mrs", "Dr", "Prof"].iter().any(|title| whom.trim_start().starts_with(title))
            });
            if let Some(formal) =
                closing.name("formal").filter(|formal| named && formal.as_str().to_lowercase().contains("faithfully"))
            {
                found.push(error(
                    reading,
                    formal.range(),
                    "名前で始めた書状は Yours faithfully で結びません".to_owned(),
                    "a letter to somebody by name does not end with `Yours faithfully`".to_owned(),
                    Message::new(
                        "Sincerely, または Yours sincerely, で結んでください",
                        "end with Sincerely, or Yours sincerely,",
                    ),
                ));
            }
        }
        None if whole && letter => {
            if let Some((word, _)) = first {
                found.push(error(
                    reading,
                    word.range(),
                    "結びの言葉がありません".to_owned(),
                    "the letter has no closing".to_owned(),
                    Message::new("Sincerely, で結んでください", "end with Sincerely,"),
                ));
            }
        }
        None => {}
    }
    found
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
                ("拝啓\n\nお詫び申し上げます。\n\n敬具", &[]),
                ("謹啓\n\nこのたびは、お詫び申し上げます。", &[]),
                ("前略の件、承りました。お詫びします。", &[]),
                ("拝啓　時下ますますご清栄のこととお慶び申し上げます。お詫びいたします。\n\n敬具", &["時下ますます"]),
                ("拝啓\n\nお詫びします。\n\n　　　　草々", &["草々"]),
                ("お詫びします。\n\n記\n\n・日時", &["記"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("Dear Ms. Miyake,\n\nThank you for your call.\n\nKind regards,\nYukiko Aizawa", &[]),
                ("Dear Mr. Kurokawa,\n\nThanks to you we know.\n\nYours faithfully,", &["Yours faithfully"]),
            ],
        );
    }
}
