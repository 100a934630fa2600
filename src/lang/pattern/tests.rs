use proptest::prelude::*;
use regex::Regex;

use super::Pattern;

const PATTERNS: [&str; 29] = [
    "^(?:必ず|絶対)[^。]{0,2}に",
    "^.*お詫び",
    "必ず|絶対に?|一切[^。]{0,6}ない",
    "(?:担当者?|本人)(?:が|は)[^。、]{0,8}(?:怠|忘れ)|忘れ",
    "ご(?:迷惑|不便)を?おかけ(?:し|いたし)",
    "(?i)we (?:will|shall) (?:always|never) ask|kiss",
    r"(?i)(?-u:\b)(?:ask|tasks?)(?-u:\b)",
    "(?m)^記$|^以上$",
    "(?P<day>[0-9]+)日|(?P<month>[0-9]+)月",
    "(必ず)直|直",
    "(?:(必ず)|(絶対))(直す)?",
    "お?詫び(?:申し上げ)*(?:ます)?",
    "あ*",
    "(?:直す|直)(?:さ|す)?",
    "[^。]{0,3}(?:遅れ|遅延)",
    "(?i)é|straße",
    "(?i)Ask|(?P<who>[A-Z][a-z]+ will)",
    r"(?P<name>[\p{Han}々ァ-ヺー]{1,12}?)(?:様|担当者)",
    r"\A\s*(?:お詫び|必ず)[^\n]{0,5}",
    "^必ず|お詫び",
    "(?:お詫び|必ず)[^。]{0,9}(?:直す|忘れ)[^。]{0,9}(?:遅れ|ない|に)",
    "(?:お詫び(?P<how>申し上げ)|(?P<why>忘れ)(?P<when>日))?(?:直す|に)(?P<end>。)",
    "(?:(?:(お詫び)|(忘れ))に|(遅延)|(直す)){1,3}",
    r"お詫び.*直す",
    r"(?s)お詫び.*?直す",
    r"\w{2}直す|[^\p{Han}]必ず|\W忘れ",
    r"\bask|\x61sk\b|\u{5FC5}ず",
    "[[:alpha:]]sk|[]ず]に|[^]ず]に",
    "(?:直す)+?に|(?:お詫び){2}",
];

const WORDS: [&str; 37] = [
    "必ず",
    "絶対",
    "に",
    "一切",
    "。",
    "ない",
    "担当者",
    "本人",
    "が",
    "怠",
    "忘れ",
    "ご",
    "迷惑",
    "をおかけ",
    "いたし",
    "we ",
    "WILL ",
    "will ",
    "never ",
    "ask",
    "ask",
    "tasks",
    " ",
    "\n記\n",
    "12日",
    "3月",
    "直す",
    "直さ",
    "お詫び",
    "申し上げます",
    "様",
    "𠮷",
    "﨑",
    "é",
    "Ω",
    "田中",
    "遅延",
];

/// Everything both find is the same.
fn same(pattern: &Pattern, regex: &Regex, text: &str) {
    assert_eq!(pattern.is_match(text), regex.is_match(text), "{regex} in {text:?}");
    let found: Vec<_> = pattern.find_iter(text).map(|found| (found.range(), found.as_str().to_owned())).collect();
    let wanted: Vec<_> = regex.find_iter(text).map(|found| (found.range(), found.as_str().to_owned())).collect();
    assert_eq!(found, wanted, "{regex} in {text:?}");
    assert_eq!(pattern.find(text).map(|found| found.range()), wanted.first().map(|first| first.0.clone()));
    let groups =
        |index| pattern.captures_iter(text).map(|all| all.get(index).map(|one| one.range())).collect::<Vec<_>>();
    let expected =
        |index| regex.captures_iter(text).map(|all| all.get(index).map(|one| one.range())).collect::<Vec<_>>();
    for index in 0..regex.captures_len() {
        assert_eq!(groups(index), expected(index), "{regex} in {text:?}");
    }
    for name in regex.capture_names().flatten() {
        let one = pattern.captures(text).and_then(|all| all.name(name)).map(|one| one.range());
        assert_eq!(one, regex.captures(text).and_then(|all| all.name(name)).map(|one| one.range()));
    }
    assert_eq!(pattern.replace_all(text, "…"), regex.replace_all(text, "…"));
}

proptest! {
    #[test]
    fn a_pattern_finds_what_the_whole_regular_expression_finds(
        texts in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 0..40), 1..8),
    ) {
        for source in PATTERNS {
            let (pattern, regex) = (Pattern::fixed(source), Regex::new(source).unwrap());
            // The same pattern is asked about one text after the other, short and long.
            for words in &texts {
                same(&pattern, &regex, &words.concat());
            }
        }
    }
}

#[test]
fn a_long_text_is_searched_with_the_whole_pattern() {
    let text = format!("{}必ず直す。", "お詫び申し上げます。\n".repeat(1_000));
    for source in PATTERNS {
        same(&Pattern::fixed(source), &Regex::new(source).unwrap(), &text);
    }
}

proptest! {
    /// Letters are told apart by their blocks, and only some stretches of them are searched.
    #[test]
    fn a_letter_is_searched_where_its_words_are_near(
        words in prop::collection::vec(prop::sample::select(&WORDS[..]), 60..900),
        filling in prop::sample::select(&["。", "お待ちください。", "、\n", " and so on. "][..]),
    ) {
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            text.push_str(word);
            text.push_str(&filling.repeat(index % 7));
        }
        for source in PATTERNS {
            same(&Pattern::fixed(source), &Regex::new(source).unwrap(), &text);
        }
    }
}

/// The states of an automaton are built once it was asked often.
#[test]
fn the_same_is_found_however_often_it_is_asked() {
    let text = "担当者が忘れ、12日の納入が遅延。お詫び申し上げ、11月に必ず直す。We will never ask. ".repeat(20);
    for source in PATTERNS {
        let (pattern, regex) = (Pattern::fixed(source), Regex::new(source).unwrap());
        same(&pattern, &regex, &text);
        for _ in 0..40 {
            let found: Vec<_> = pattern.captures_iter(&text).map(|all| all.get(0).map(|one| one.range())).collect();
            let wanted: Vec<_> = regex.captures_iter(&text).map(|all| all.get(0).map(|one| one.range())).collect();
            assert_eq!(found, wanted, "{source}");
        }
        same(&pattern, &regex, &text);
    }
}

#[test]
fn words_that_are_far_from_each_other_are_no_match() {
    let pattern = Pattern::fixed("(?:お詫び|感謝)[^。]{0,9}(?:直す|忘れ)");
    let text = format!("お詫び申し上げます。{}直すことといたします。", "お待ちください。\n".repeat(60));
    assert!(!pattern.is_match(&text));
    assert!(pattern.part.read().unwrap().is_none(), "it was compiled");
    assert!(pattern.is_match(&format!("{text}お詫びして直す。")));
}

#[test]
fn nothing_is_compiled_for_a_text_without_its_words() {
    let pattern = Pattern::fixed("必ず|絶対に");
    assert!(!pattern.is_match("お詫び申し上げます。"));
    assert!(pattern.whole.get().is_none() && pattern.part.read().unwrap().is_none());
    assert!(pattern.is_match("必ず直します。"));
    assert!(pattern.whole.get().is_none() && pattern.part.read().unwrap().is_some());
}

#[test]
#[should_panic(expected = "a fixed pattern")]
fn what_is_no_pattern_is_told_by_the_first_search() {
    Pattern::fixed("(").is_match("text");
}
