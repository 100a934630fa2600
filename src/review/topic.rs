//! What a text is about: the words in it that carry its meaning.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::Arc;

use crate::facts::normalise::Normal;
use crate::lang::{Lang, Memo};

/// Words of business letters that say nothing about what a letter is about.
const COMMON_JA: &[&str] = &[
    "弊社", "当社", "貴社", "貴院", "貴行", "貴校", "報告", "確認", "連絡", "回答", "対応", "実施", "内容", "今後",
    "本件", "書面", "電話", "担当", "以下", "下記", "次第", "予定", "本日", "同日", "現在", "際", "件", "点", "お客",
    "皆様", "会社", "責任", "存知", "承知", "実行", "開始", "当方", "先方", "場合", "必要", "事項", "関係", "体制",
    "改善", "取組", "期日",
];

/// The same in English, beside the small words.
const COMMON_EN: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "but",
    "by",
    "can",
    "date",
    "did",
    "do",
    "each",
    "every",
    "for",
    "from",
    "had",
    "has",
    "have",
    "her",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "made",
    "make",
    "may",
    "me",
    "more",
    "mr",
    "mrs",
    "ms",
    "my",
    "new",
    "no",
    "not",
    "of",
    "off",
    "on",
    "one",
    "or",
    "other",
    "our",
    "out",
    "so",
    "such",
    "take",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "this",
    "those",
    "to",
    "up",
    "us",
    "was",
    "we",
    "were",
    "what",
    "when",
    "which",
    "who",
    "will",
    "with",
    "would",
    "you",
    "your",
    "report",
    "carry",
    "send",
    "give",
    "get",
    "receive",
    "tell",
    "company",
    "matter",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The words that carry the meaning of a text, in a form that can be compared: in Japanese pairs of neighbouring kanji
/// (compounds share pairs even where they are joined differently), words in katakana and in Latin letters; in English
/// words without their endings. Numbers are not in it: values are compared as values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Topic(Arc<[Word]>);

/// A word with its hash, by which words are in order: topics are compared with each other far more often than made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    hash: u64,
    text: Box<str>,
}

impl Word {
    fn of(text: String) -> Self {
        Self { hash: hash(&text), text: text.into() }
    }
}

fn hash(word: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(word)
}

/// Each rule asks again what a sentence is about.
static TOPICS: Memo<Topic> = Memo::new(1 << 11, 1 << 18);

impl Topic {
    /// The words of a text.
    pub(super) fn of(text: &str, lang: Lang) -> Self {
        TOPICS.get(text, lang, || {
            let text = Normal::of(text).text;
            Self::from(match lang {
                Lang::Ja => japanese(&text),
                Lang::En => english(&text),
            })
        })
    }

    fn from(words: BTreeSet<String>) -> Self {
        let mut words: Vec<Word> = words.into_iter().map(Word::of).collect();
        words.sort_unstable();
        Self(words.into())
    }

    /// The words.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &*word.text)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a word is among them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search_by(|own| own.hash.cmp(&hash(word)).then_with(|| (*own.text).cmp(word))).is_ok()
    }

    /// The words that stand in another text too.
    fn common<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Word> {
        let mut rest = other.0.iter().peekable();
        self.0.iter().filter(move |word| {
            while rest.next_if(|other| other < word).is_some() {}
            rest.peek().is_some_and(|other| other == word)
        })
    }

    /// How many of the words stand in another text too.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.common(other).count()
    }

    /// How many of the words stand in another text too, where pieces of one compound count once: 宴会場 is one word, and
    /// not 宴会, 会場 and 宴会場.
    pub(super) fn shared_apart(&self, other: &Self) -> usize {
        let mut shared: Vec<&str> = self.common(other).map(|word| &*word.text).collect();
        if shared.len() < 2 {
            return shared.len();
        }
        shared.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        let mut taken: BTreeSet<char> = BTreeSet::new();
        let mut count = 0;
        for word in shared {
            let new = word.is_ascii() || !word.chars().any(|c| script(c) == Script::Kanji && taken.contains(&c));
            count += usize::from(new);
            taken.extend(word.chars());
        }
        count
    }

    /// How many words there are, where pieces of one compound count once.
    pub(super) fn len_apart(&self) -> usize {
        self.shared_apart(self)
    }

    /// Whether a short text says nothing that a longer one does not: all its words are of it, and so are the common
    /// ones that both write out. 項目の対応づけは、二人で確認します is all of 「項目の対応づけの、二人での確認」.
    pub(super) fn is_all_of(&self, other: &Self, text: &str, longer: &str) -> bool {
        let common = in_common(text, longer);
        self.shared(other) == self.len() && common + self.len() >= if self.len() == 0 { 2 } else { 3 } && common > 0
    }

    /// The words that do not stand in another text.
    pub(super) fn without(&self, other: &Self) -> Self {
        let mut rest = other.0.iter().peekable();
        let own = self.0.iter().filter(|word| {
            while rest.next_if(|other| other < word).is_some() {}
            rest.peek() != Some(word)
        });
        Self(own.cloned().collect())
    }

    /// The words of both.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut words: Vec<Word> = self.0.iter().chain(other.0.iter()).cloned().collect();
        words.sort_unstable();
        words.dedup();
        Self(words.into())
    }

    /// Whether a sentence with these words speaks of a record: it has three of the record's words, or half of them.
    pub(super) fn speaks_of(&self, record: &Self) -> bool {
        let shared = self.shared(record);
        shared > 0 && (shared >= 3 || shared * 2 >= record.0.len())
    }
}

/// A sentence in the words in which records are kept: その日のうちに文書で is 当日中に書面で.
pub(super) fn in_words_of_records(text: &str) -> String {
    SAME_JA.iter().fold(text.to_owned(), |text, (said, kept)| match text.contains(said) {
        true => text.replace(said, kept),
        false => text,
    })
}

/// What a letter says, and what the records say for it.
const SAME_JA: [(&str, &str); 16] = [
    ("その日のうち", "当日中"),
    ("その日に", "当日に"),
    ("文書", "書面"),
    ("紙で", "書面で"),
    ("確かめ", "確認し"),
    ("目を通", "確認"),
    ("打合せ", "打ち合わせ"),
    ("進み具合", "進捗"),
    ("お調べ", "確認"),
    ("お知らせ", "ご報告"),
    ("お伝え", "ご報告"),
    ("加わり", "出席し"),
    ("出ます", "出席します"),
    ("欄を設け", "必須欄を追加し"),
    ("欄を加え", "必須欄を追加し"),
    ("残し", "記録し"),
];

/// How many of the words that every letter has two texts both have; those that say how something is done count double.
pub(super) fn in_common(one: &str, other: &str) -> usize {
    let both = |word: &&&str| one.contains(**word) && other.contains(**word);
    COMMON_JA.iter().filter(both).count() + 2 * MANNER_JA.iter().filter(both).count()
}

/// Words that say how something is done.
const MANNER_JA: [&str; 4] = ["二人", "当日", "写し", "必須"];

/// The words by which one event is told from another: those of a topic, and verbs written with one kanji (届く, 残る).
pub(super) fn scene_words(text: &str, lang: Lang) -> BTreeSet<String> {
    let normal = Normal::of(text).text;
    if lang == Lang::En {
        return english(&normal);
    }
    let mut words = japanese(&normal);
    let chars: Vec<char> = normal.chars().collect();
    for around in chars.windows(3) {
        if let [before, verb, kana] = around
            && script(*before) != Script::Kanji
            && script(*verb) == Script::Kanji
            && matches!(kana, 'ぁ'..='ん')
            && !"のをにがはとでへもや".contains(*kana)
            && !COMMON_VERBS.contains(*verb)
        {
            words.insert(verb.to_string());
        }
    }
    words
}

/// Kanji of verbs that every letter has.
const COMMON_VERBS: &str =
    "申上頂致承伺存思行参賜願有無言見来出入受差取置持下深誠際当本同何方事者様今後前時間日月年件点";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Katakana,
    Latin,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '々' => Script::Kanji,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        _ if c.is_ascii_alphabetic() => Script::Latin,
        _ => Script::Other,
    }
}

/// Kanji of dates and counting, which no meaning hangs on.
fn counts(pair: &str) -> bool {
    // A list is a thing.
    pair != "一覧"
        && pair
            .chars()
            .any(|c| matches!(c, '月' | '日' | '年' | '時' | '第' | '〇' | '一' | '二' | '三' | '各' | '毎' | '約'))
}

fn japanese(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let chars: Vec<char> = text.chars().collect();
    for run in chars.chunk_by(|a, b| script(*a) == script(*b)) {
        match run.first().map_or(Script::Other, |c| script(*c)) {
            Script::Kanji => words.extend(run.windows(2).map(|pair| pair.iter().collect::<String>())),
            Script::Katakana | Script::Latin if run.len() > 1 => {
                words.insert(run.iter().collect::<String>().to_lowercase());
            }
            _ => {}
        }
    }
    // Kanji joined by a kana that is no particle: 打ち合わせ, 取り組み.
    for joined in chars.windows(3) {
        if let [a, kana, b] = joined
            && script(*a) == Script::Kanji
            && matches!(kana, 'ぁ'..='ん')
            && !"のをにがはとでへもや".contains(*kana)
            && script(*b) == Script::Kanji
        {
            words.insert(joined.iter().collect());
        }
    }
    words.retain(|word| !COMMON_JA.contains(&word.as_str()) && !counts(word));
    // Compounds with a kanji of dates in them, such as 臨時便.
    for run in chars.chunk_by(|a, b| script(*a) == script(*b)) {
        let begins = run
            .first()
            .is_some_and(|c| script(*c) == Script::Kanji && !"月日年時分第同翌当一二三四五六七八九十".contains(*c));
        let run: String = run.iter().collect();
        // A name is a name with and without 様.
        let run = run.trim_end_matches(['様', '氏', '殿', '宛']);
        if begins && (3..=6).contains(&run.chars().count()) {
            words.insert(run.to_owned());
        }
    }
    words
}

fn english(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '\'').map(|word| word.trim_matches('\''));
    let words = words.map(str::to_lowercase).map(|word| stem(word.trim_end_matches("'s")));
    words.filter(|word| word.len() > 2 && !COMMON_EN.contains(&word.as_str())).collect()
}

/// A word without its commonest endings: enough to see that `delivered` and `deliveries` speak of one thing.
pub(super) fn stem(word: &str) -> String {
    for (ending, instead) in
        [("ations", "at"), ("ation", "at"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", "")]
    {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 2
        {
            let stem = format!("{stem}{instead}");
            return mute(&stem);
        }
    }
    mute(word)
}

/// Without the `e` that an ending swallows: `move` and `moving`.
fn mute(word: &str) -> String {
    word.strip_suffix('e').filter(|rest| rest.len() > 2).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Topic;
    use crate::lang::Lang;

    fn speaks_of(text: &str, record: &str, lang: Lang) -> bool {
        Topic::of(text, lang).speaks_of(&Topic::of(record, lang))
    }

    #[test]
    fn the_same_thing_in_other_words() {
        let field = "受注システムへの「変更依頼」必須欄の追加";
        assert!(speaks_of("受注システムに変更依頼の必須欄を設けます。", field, Lang::Ja));
        assert!(speaks_of("We will answer you on the fee separately.", "the fee", Lang::En));
        assert!(speaks_of(
            "Every mapping will be checked by two people.",
            "a check of every mapping by two people",
            Lang::En
        ));
    }

    #[test]
    fn other_things_in_like_words() {
        assert!(!speaks_of("新しい窓口を設けます。", "月次のお打ち合わせへの課長の出席", Lang::Ja));
        assert!(!speaks_of("We will set up a dedicated hotline.", "a weekly written report to you", Lang::En));
        assert!(!speaks_of("", "the fee", Lang::En));
    }
}
