//! R23: two styles in one document: である beside ですます, 弊社 beside 当社, two registers.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "style-mix",
    code: "R23",
    about: (
        "である調とですます調、弊社と当社などの混在。不注意な文書に見えます。",
        "Two styles in one document (plain and polite endings, contractions beside formal words). It looks careless.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "11月10日の件を確認した。11月27日に報告します。" },
        Example {
            lang: Lang::Ja, text: "弊社の確認が不足しておりました。当社の手順を改めます。"
        },
        Example { lang: Lang::En, text: "We've checked the list. One has to bear in mind that it is long." },
        Example { lang: Lang::En, text: "We apologise for the delay. We apologize for not replying." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "10月30日までに返答がなかった。11月27日に報告する。" },
        Example {
            lang: Lang::Ja, text: "「当社の納期は12日だ。」とのお話を承りました。弊社から確認いたします。"
        },
        Example { lang: Lang::En, text: "We have checked the list. We will report on 27 November." },
        Example { lang: Lang::En, text: "We've checked the list and we'll report on 27 November." },
    ],
    check,
};

/// Endings of polite sentences.
static POLITE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:です|ます|ました|ません|ませんでした|でした|でしょう|ましょう|ください|下さい|ござい(?:ます|ました|ません)|ませ)(?:か|ね|よ|が|ので)?。$",
    )
});

/// Endings of plain sentences: only those that cannot be a noun. A noun (実施済み。) is of neither style, nor is what is
/// asked or left open (どちらが正しかったか。).
static PLAIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:である|であった|であろう|だ|だった|だろう|のだ|ない|なかった|たい|べきだ|らしい|という",
        "|[したんっいえけげせてねへめれべぎきじちにみりび]た|[いんっ]だ|[うくぐすつぬぶむる]|[よい]う|れる|られる|せる|させる)(?:が)?。$",
    ))
});

/// Those of them that tell what was or is; the others may be what is to be done, in the form of a list.
static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:である|であった|だ|だった|だろう|であろう|なかった|べきだ|らしい|[したんっいえけげせてねへめれべぎきじちにみりび]た|[いんっ]だ|て(?:い|お)(?:る|ない))(?:が)?。$",
    )
});

/// What follows takes the plain sentence up as words that were set: この順でいきましょう, そのために選んだ体制です。
static TAKEN_UP: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:この(?:順|一|二|三|[0-9]|言葉|一文|文|形|とおり|通り|流れ|線)|以上の?[一二三四五0-9]|と(?:書|記|残|伝|決)|まずはこ|そのよう[にな]|その(?:習慣|順|形|ため|とおり|通り|繰り返し|約束|姿勢)|それ[がをはらも])",
    )
});

/// Nouns and set endings that look like plain verbs.
static NEITHER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:ありがとう|おめでとう|よろしく|どうぞ|ようこそ|もちろん|まもなく|早く|遅く|同じく|なく|多く|近く|とく|しく|ごく|すぐ|そう|とおり|以上|まで|こと|ため|もの|ところ|はず|うち|あたり|ごと|つもり|かつ|すべて|いつも|ほう|よう|みる|おく|あいさつ|いくつ|[一二三四五六七八九0-9]つ|ひとつ|ふたつ|みっつ|よっつ|いつつ|あす)。$",
    )
});

/// A line that is no running text: an item, a row, a heading, a quotation.
static LAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"^[ \t]*(?:[・•●○■◆▲※*>#|-]|[0-9]+[.)、]|\([0-9]+\)|[①-⑳]|[QA][.:：])|\t|^[^。]{1,12}[:：]|^「[^」]*」[ \u{3000}]*[→⇒]|^[ぁ-んァ-ヺ一-龠々]{1,8}[ 　]",
    )
});

/// Letters of the longest sentence that heads its line.
const HEADING: usize = 16;

/// A document for the inside that holds lines to be said to the client: there 弊社 has its place beside 当社.
const SPOKEN: &str = "client-view-meeting-prep";

/// The own company by its two names.
static OWN: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("弊社|当社"));

static EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)(?P<contracted>(?-u:\b)(?:we|you|they|it|that|there|he|she|I|who)['’](?:ve|re|ll|d|m)(?-u:\b)|(?-u:\b)(?:it|that|there|he|she|what|here)['’]s(?-u:\b)|(?-u:\b)(?:do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)n['’]t(?-u:\b))",
        r"|(?P<formal>(?-u:\b)(?:(?:that|if|as|because|and|but|so|how|where) one (?:must|should|ought to|may) (?:not |also )?[a-z]+|(?-i:One) (?:must|should|ought to|may) (?:not |also )?[a-z]+|as one (?:has|is|can)|(?-i:One) (?:(?:has|needs|does have) to|has, [a-z]+|cannot)|hereby|herewith|herein|hereinafter|thereof|aforementioned|henceforth|whilst it is|pursuant to|we beg|the undersigned|be advised that|enclosed please find|kindly be)(?-u:\b))",
        r"|(?P<slang>(?-u:\b)(?:gonna|wanna|gotta|kinda|sorta|yeah|yep|nope|cuz|btw|fyi|stuff like that|a bunch of|super (?:sorry|busy|annoying)|no worries|totally|messed (?:up|that|this|it)|mess-up|screwed up|oops|our bad|my bad|sucks?|awesome|kind of (?:slipped|missed|forgot|lost|overlooked|late)|sort of (?:slipped|missed|forgot|lost)|no big deal|hang tight|crazy (?:week|day|month|busy)|heads-up|dropped the ball|hiccup|ain['’]t|lol|asap please)(?-u:\b))",
        r"|(?P<british>(?-u:\b)[a-z]+(?:ogis|ganis|cognis|alis|imis|aris|inis|ritis)(?:e[ds]?|ing|ation)(?-u:\b))",
        r"|(?P<american>(?-u:\b)[a-z]+(?:ogiz|ganiz|cogniz|aliz|imiz|ariz|iniz|ritiz)(?:e[ds]?|ing|ation)(?-u:\b))",
    ))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    Ok(match context.lang {
        Lang::Ja => {
            let names = own_names(&reading).filter(|_| context.kind.id != SPOKEN);
            endings(&reading, context.kind.spec.audience).into_iter().chain(names).collect()
        }
        Lang::En => english(&reading),
    })
}

fn finding(reading: &Reading, place: Range<usize>, message: Message, right: Message) -> Finding {
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(right)
}

/// The sentences in the style that is the rarer one; of two alike, the plain ones.
fn endings(reading: &Reading, audience: Audience) -> Vec<Finding> {
    let text = reading.text();
    let all = sentences(text);
    let mut styles: [Vec<Range<usize>>; 2] = [Vec::new(), Vec::new()];
    for (index, span) in all.iter().enumerate() {
        let line = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let until = text.get(span.start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| span.start + at);
        let sentence = text.get(span.clone()).unwrap_or_default();
        if LAID.is_match(text.get(line..until).unwrap_or_default()) || sentence.starts_with(['「', '『', '(']) {
            continue;
        }
        let [polite, plain] = &mut styles;
        if POLITE.is_match(sentence) {
            polite.push(span.clone());
        } else if PLAIN.is_match(sentence) && !NEITHER.is_match(sentence) {
            let next = all.get(index + 1).and_then(|next| text.get(next.clone())).unwrap_or_default();
            let told = TOLD.is_match(sentence);
            // 止まっても長引かせない。更新で店が止まったら、…: a line that begins with its heading.
            let heads = span.start == line
                && sentence.chars().count() <= HEADING
                && sentence.ends_with("ない。")
                && !sentence.ends_with("いない。")
                && all.get(index + 1).is_some_and(|next| next.start < until);
            // A note for a talk sets down wishes and next steps as they would stand in a list.
            if told || (audience != Audience::Rep && !heads && !TAKEN_UP.is_match(next)) {
                plain.push(span.clone());
            }
        }
    }
    let [polite, mut plain] = styles;
    if audience != Audience::Client {
        // In a memo a block of rules or steps may be in the plain form; within one paragraph the styles must agree.
        let together = |one: &Range<usize>, other: &Range<usize>| {
            let between = text.get(one.end.min(other.end)..one.start.max(other.start)).unwrap_or_default();
            !between.contains("\n\n")
        };
        plain.retain(|span| {
            TOLD.is_match(text.get(span.clone()).unwrap_or_default())
                || polite.iter().any(|other| together(span, other))
        });
    }
    if polite.is_empty() || plain.is_empty() {
        return Vec::new();
    }
    let (rarer, ja, en) = if plain.len() <= polite.len() {
        (plain, "である調の文がですます調に交じっています", "a plain sentence stands among polite ones")
    } else {
        (polite, "ですます調の文がである調に交じっています", "a polite sentence stands among plain ones")
    };
    let right = Message::new("文末をどちらかに統一してください", "end all sentences in one style");
    rarer.into_iter().map(|span| finding(reading, span, Message::new(ja, en), right.clone())).collect()
}

/// 弊社 and 当社: the first place of the rarer one.
fn own_names(reading: &Reading) -> Option<Finding> {
    let text = reading.text();
    let named = OWN.find_iter(text).filter(|name| !reading.is_quoted(&name.range()));
    let (humble, plain): (Vec<_>, Vec<_>) = named.partition(|name| name.as_str() == "弊社");
    if humble.is_empty() || plain.is_empty() {
        return None;
    }
    let (rarer, other) = if plain.len() <= humble.len() { (plain, "弊社") } else { (humble, "当社") };
    let place = rarer.first()?;
    let message = Message::new("弊社と当社が混在しています", "the own company is called by two names");
    let right = Message::new(format!("「{other}」に統一してください"), format!("write {other} throughout"));
    Some(finding(reading, place.range(), message, right))
}

fn english(reading: &Reading) -> Vec<Finding> {
    let text = reading.text();
    let told: Vec<_> = EN
        .captures_iter(text)
        .filter(|found| found.get(0).is_some_and(|place| !reading.is_quoted(&place.range())))
        .collect();
    let first = |name: &str| told.iter().find_map(|found| found.name(name)).map(|place| place.range());
    let count = |name: &str| told.iter().filter(|found| found.name(name).is_some()).count();
    let right = Message::new("どちらかに統一してください", "keep to one register");
    let mut found = Vec::new();
    if let (Some(contracted), Some(formal)) = (first("contracted"), first("formal")) {
        let place = if count("formal") <= count("contracted") { formal } else { contracted };
        let message = Message::new("短縮形と改まった語が混在しています", "contractions stand beside formal words");
        found.push(finding(reading, place, message, right.clone()));
    }
    for slang in told.iter().filter_map(|found| found.name("slang")) {
        let message = Message::new(
            format!("「{}」は書面の言葉ではありません", slang.as_str()),
            format!("`{}` is not the register of a document", slang.as_str()),
        );
        found.push(finding(reading, slang.range(), message, right.clone()));
    }
    if let (Some(british), Some(american)) = (first("british"), first("american")) {
        let place = if count("american") <= count("british") { american } else { british };
        let message =
            Message::new("イギリス式とアメリカ式のつづりが混在しています", "British and American spelling are mixed");
        found.push(finding(reading, place, message, right));
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
                ("次のとおりです。\n・書面で確認する。\n・課長が見る。", &[]),
                ("以上のとおり。ご報告いたします。", &[]),
                ("状況：未確認である。\nご報告します。", &[]),
                ("時間をとってくれてありがとう。ご相談があります。来週もよろしく。", &[]),
                ("確認はまもなく。結果は改めてご報告します。", &[]),
                ("確認しました。返事を書く。改めます。", &["返事を書く。"]),
                ("確認しました。原因は手順の不備であった。改めます。", &["原因は手順の不備であった。"]),
                ("確認した。手順がなかった。改めます。", &["改めます。"]),
                ("当社の件です。弊社が確認し、弊社が改めます。", &["当社"]),
                ("これから始めるものは三つ。12月11日に欄を加えます。", &[]),
                ("止まっても長引かせない。止まったら、10分後に元へ戻します。", &[]),
                ("お話は責任ある者が最後まで伺う。そのために選んだ体制です。", &[]),
                ("「いつ替わるのか」→ 改めてお答えします。時期には触れない。\n結論は出さない。", &[]),
                ("触れないことがございます。枚数はどちらが正しかったか。どう伝わったか。", &[]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Rep,
            Lang::Ja,
            &[
                ("次からは、先にご事情を伺い、それから納期をお伝えする。この順でいきましょう。", &[]),
                ("高瀬さんの希望です。今の担当を続けたい。打ち合わせには同席してほしい。", &[]),
                ("10月28日に電話がありました。返答はしなかった。理由を聞かせてください。", &["返答はしなかった。"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Internal,
            Lang::Ja,
            &[
                ("面談は12月1日です。\n\nその場では金額に答えない。覚書にも署名しない。", &[]),
                ("費用は部長が認めています。内訳はまだ受け取っていない。", &["内訳はまだ受け取っていない。"]),
                ("面談は12月1日です。候補は二つ出した。時刻は先方が選ぶ。", &["面談は12月1日です。"]),
            ],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Internal,
            Lang::En,
            &[
                ("Two actions are late. One has been moved to May; we're checking the other one.", &[]),
                ("We don't know yet which one should come first.", &[]),
                ("One has to bear in mind that we're late.", &["One has to"]),
                ("We've got it. One has, moreover, taken due note.", &["One has, moreover"]),
                ("It's late, and one must not forget it.", &["and one must not forget"]),
            ],
        );
    }
}
