//! One way of writing a name, and where such letters are that name and not part of another word.

use crate::lang::Pattern;
use std::ops::Range;
use std::sync::LazyLock;

use super::common::{is_english_word, is_function_word, is_japanese_word, is_month};
use super::script::{Script, script};
use crate::facts::normalise::compare_key;

/// One way of writing a name.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// As written.
    pub(super) text: String,
    /// In the form in which ways of writing are compared.
    pub(super) key: String,
    alone: Alone,
}

/// What has to stand around the letters for them to be the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alone {
    /// Nothing: nothing else is written like this.
    Always,
    /// Kanji: not in the middle of a compound, not in the name of a place.
    Compound,
    /// Kanji: not in the middle of a compound.
    Inside,
    /// One kanji, of a family name: an honorific, or a particle behind and no kanji before.
    Single,
    /// An honorific behind: the letters are a word.
    Honoured,
    /// Letters of the same script may not go on.
    Run,
    /// A capital, as names have.
    Capital,
    /// A capital at each word: all of them are words.
    Capitalised,
    /// Capitals only.
    Capitals,
    /// A capital, and not where the word or the month may stand.
    Word,
}

/// What follows the name of a person.
pub(super) const HONORIFICS: &str = "様|さん|さま|氏|殿|先生|君(?:が|は|に|を|と|も|の)|くん";

/// Ranks that follow a name.
pub(super) const RANKS: &str = "代表取締役|取締役|本部長|部長|課長|係長|主任|次長|室長|店長|所長|支店長|専務|常務|社長|\
                                会長|マネージャー|マネジャー|リーダー|ディレクター";

static HONOURED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(&format!("^[ 　]?(?:{HONORIFICS}|{RANKS}|御中|側|社)")));
static TITLED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?i)(?-u:\b)(?:mr|ms|mrs|miss|mx|dr|prof|sir)\.? ?$"));
static SAN: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"^(?:[- ](?:san|sama)(?-u:\b)|'s (?-u:\b)|’s )"));
static MONTH_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?:\d(?:st|nd|rd|th)?|(?-u:\b)(?:in|of|by|since|until|till|during|early|mid|late|before|after|from|to|last|next|this|on|for|and|or))[ -]$",
    )
});
static MONTH_AFTER: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"^,? ?\d"));
static NEXT_WORD: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"^,? ([A-Za-z]+)"));

impl Form {
    /// A way of writing that is nothing else.
    pub(super) fn always(text: impl Into<String>) -> Self {
        Self::with(text.into(), Alone::Always)
    }

    /// A name in Latin letters in full.
    pub(super) fn full(text: String) -> Self {
        let mut words = text.split([' ', ',', '.']).filter(|word| !word.is_empty());
        let common = words.all(|word| word.chars().count() == 1 || is_english_word(word));
        Self::with(text, if common { Alone::Capitalised } else { Alone::Always })
    }

    /// A family name, or a short name of a company, by itself.
    pub(super) fn family(text: &str) -> Self {
        Self::with(text.to_owned(), Self::alone(text, false))
    }

    /// A given name by itself.
    pub(super) fn given(text: &str) -> Self {
        Self::with(text.to_owned(), Self::alone(text, true))
    }

    /// A town without what it is: 仙台.
    pub(super) fn town(text: &str) -> Self {
        let kanji = text.chars().next().map(script) == Some(Script::Kanji);
        Self::with(text.to_owned(), if kanji { Alone::Inside } else { Self::alone(text, false) })
    }

    /// Initials of an organisation: LIJ.
    pub(super) fn initials(text: &str) -> Self {
        Self::with(text.to_owned(), Alone::Capitals)
    }

    fn with(text: String, alone: Alone) -> Self {
        Self { key: compare_key(&text), text, alone }
    }

    fn alone(text: &str, given: bool) -> Alone {
        let count = text.chars().count();
        if is_japanese_word(text) {
            return Alone::Honoured;
        }
        match text.chars().next().map(script) {
            Some(Script::Kanji) if count == 1 && given => Alone::Honoured,
            Some(Script::Kanji) if count == 1 => Alone::Single,
            Some(Script::Kanji) => Alone::Compound,
            Some(Script::Hiragana | Script::Katakana) => Alone::Run,
            Some(Script::Latin) if is_english_word(text) => Alone::Word,
            Some(Script::Latin) if count <= 3 => Alone::Capital,
            _ => Alone::Always,
        }
    }

    /// Whether the letters at this place of a text are the name.
    pub(super) fn stands(&self, text: &str, span: &Range<usize>) -> bool {
        let (before, after) = (text.get(..span.start).unwrap_or(""), text.get(span.end..).unwrap_or(""));
        let written = text.get(span.clone()).unwrap_or("");
        let neighbour = |c: Option<char>| c.map_or(Script::Other, script);
        let (left, right) = (neighbour(before.chars().next_back()), neighbour(after.chars().next()));
        let inside = || left == Script::Kanji && right == Script::Kanji && !ends_title(before);
        let honoured = || HONOURED.is_match(after);
        match self.alone {
            Alone::Always => true,
            Alone::Honoured => (left != Script::Kanji || ends_title(before)) && honoured(),
            Alone::Compound => {
                let place = ['川', '町', '市', '駅', '橋', '区', '村', '山', '県', '郡', '島', '谷', '林'];
                honoured() || !after.starts_with(place) && !inside()
            }
            Alone::Inside => !inside(),
            Alone::Single if honoured() => left != Script::Kanji || ends_title(before),
            Alone::Single => left != Script::Kanji && left != Script::Katakana && ends_word(after, right),
            Alone::Run => {
                let own = written.chars().next().map_or(Script::Other, script);
                left != own && (right != own || honoured())
            }
            Alone::Capital => written.chars().next().is_some_and(|c| c.is_uppercase() || ('Ａ'..='Ｚ').contains(&c)),
            Alone::Capitalised => {
                let mut words = written.split([' ', ',', '.']).filter_map(|word| word.chars().next());
                words.all(char::is_uppercase)
            }
            Alone::Capitals => written.chars().all(|c| c.is_uppercase()),
            Alone::Word => is_name(written, before, after),
        }
    }
}

/// Whether a word of English is a name here.
fn is_name(written: &str, before: &str, after: &str) -> bool {
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    if TITLED.is_match(before) || capital && SAN.is_match(after) {
        return true;
    }
    let shouted = written.chars().count() > 1 && written.chars().all(|c| !c.is_lowercase());
    if !capital || shouted {
        return false;
    }
    if is_month(written) && (MONTH_BEFORE.is_match(before) || MONTH_AFTER.is_match(after)) {
        return false;
    }
    let begins =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?', ':', '"', '“', '「', '。']);
    let next = NEXT_WORD.captures(after).and_then(|found| found.get(1)).map(|word| word.as_str());
    !(begins && next.is_none_or(is_function_word))
}

/// Whether what stands before a name is a rank or a word for an organisation.
fn ends_title(before: &str) -> bool {
    before.ends_with([
        '長', '任', '役', '社', '院', '行', '校', '部', '課', '係', '室', '方', '者', '当', '側', '同', '対',
    ])
}

/// Whether a name of one kanji may end here.
fn ends_word(after: &str, right: Script) -> bool {
    match right {
        Script::Kanji | Script::Katakana | Script::Latin => false,
        Script::Other => true,
        Script::Hiragana => {
            after.starts_with(['は', 'が', 'に', 'の', 'を', 'へ', 'と', 'も', 'か', 'で', 'や'])
                || after.starts_with("から")
                || after.starts_with("より")
        }
    }
}
