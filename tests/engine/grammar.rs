//! Replies are held to their form: sentences of the language, ids in view, nothing else.

use tsukuroi::engine::candle::{Candle, Constraint, Grammars, LoadOptions, Vocabulary};
use tsukuroi::engine::gguf::Gguf;
use tsukuroi::engine::{Ended, Sampling};
use tsukuroi::kind::uncite;
use tsukuroi::lang::Lang;

use super::support::chain;
use super::support::gguf_writer::File;
use super::support::job::{prompt, settings, write};
use super::support::sentence::Recorded;
use super::support::tiny::{Placed, SMALLEST, model};
use super::support::vocabulary::control;

fn vocabulary(file: &File) -> Vocabulary {
    Vocabulary::read(&Gguf::open(&Placed::new(file).path()).expect("a file")).expect("a vocabulary")
}

fn ids(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn may(constraint: &mut dyn Constraint, id: u32) -> bool {
    let words = constraint.allowed().expect("a mask");
    words.get(id as usize / 32).is_some_and(|word| word >> (id % 32) & 1 == 1)
}

/// Whether a whole text can be written and ended there; else how much of it can be written.
fn written(constraint: &mut dyn Constraint, vocabulary: &Vocabulary, text: &str) -> Result<(), String> {
    let ids = vocabulary.content(text).expect("tokens");
    for (at, id) in ids.iter().enumerate() {
        if !may(constraint, *id) {
            let bytes: Vec<u8> =
                ids[..at].iter().flat_map(|id| vocabulary.written(*id).unwrap_or(&[]).to_vec()).collect();
            return Err(String::from_utf8_lossy(&bytes).into_owned());
        }
        constraint.consume(*id).expect("an id that may come");
    }
    let end = (0..vocabulary.len() as u32).find(|id| vocabulary.ends(*id)).expect("an end");
    if may(constraint, end) { Ok(()) } else { Err(text.to_owned()) }
}

fn held(lang: Lang, cited: &[&str], texts: &[(&str, bool)]) {
    let mut sentence = File::new();
    Recorded::read().put(&mut sentence);
    for file in [model(&SMALLEST, false), sentence] {
        let vocabulary = vocabulary(&file);
        let grammars = Grammars::new(false);
        for (text, good) in texts {
            let mut constraint = grammars.section(lang, &ids(cited), &vocabulary).expect("a grammar");
            let found = written(constraint.as_mut(), &vocabulary, text);
            assert_eq!(found.is_ok(), *good, "{text:?}: {found:?}");
        }
    }
}

#[test]
fn a_japanese_section_is_sentences_with_ids_in_view() {
    held(
        Lang::Ja,
        &["E1", "E12", "A3"],
        &[
            ("このたびは誠に申し訳ございませんでした。", true),
            ("納品が12日遅れました。[E1]", true),
            ("納品が１２日遅れました。[E12,A3]\n今後は確認を徹底してまいります。[A3]", true),
            (
                "「間に合う」とお伝えしました。[E1]深くお詫び申し上げます。\n\nABC様（東京）にも、3月14日・9:00〜に伺います。[E1]",
                true,
            ),
            ("葛\u{E0100}飾の髙橋が伺います。[A3]", true),
            // Figures need a source; ids not in view do not exist.
            ("納品が12日遅れました。", false),
            ("納品が遅れました。[E2]", false),
            ("納品が遅れました。[E1", false),
            ("納品が遅れました。[]", false),
            ("納品が遅れました。[E1,E1,E1,E1,E1]", false),
            ("納品が遅れました", false),
            ("", false),
            // Other languages, markdown, lists, brackets, markup.
            ("We are sorry.", false),
            ("我们深表歉意。", false),
            ("죄송합니다。", false),
            ("**お詫び**します。", false),
            ("# お詫びします。", false),
            ("- お詫びします。", false),
            ("お詫びします。\n・お詫びします。", false),
            ("1. お詫びします。[E1]", false),
            ("3月14日にお詫びします。[E1]", true),
            ("［日付］にお詫びします。", false),
            ("<b>お詫び</b>します。", false),
            ("お詫びします。🙇", false),
            ("お詫びします。\n\n\nお詫びします。", false),
        ],
    );
    held(Lang::Ja, &[], &[("納品が12日遅れました。", true), ("納品が遅れました。[E1]", false)]);
}

#[test]
fn an_english_section_is_sentences_with_ids_in_view() {
    held(
        Lang::En,
        &["E1", "A3"],
        &[
            ("We are sorry.", true),
            ("The delivery was 12 days late. [E1]", true),
            (
                "Mr. Sato of Acme Inc. told you so. [E1,A3] We regret it; it's our fault!\n\nWe will call you at 9:00 a.m. on 3 May. [A3]",
                true,
            ),
            ("It cost $1,234.50 (10% more). [E1] Thank you.", true),
            ("“Soon,” he said. Crème brûlée?", true),
            ("The delivery was 12 days late.", false),
            ("The delivery was 12 days late. We are sorry. [E1]", false),
            ("We are sorry. [E2]", false),
            ("We are sorry", false),
            ("申し訳ございません。", false),
            ("Мы сожалеем.", false),
            ("- We are sorry.", false),
            ("We are sorry.\n* Sorry.", false),
            ("1. We are sorry. [E1]", false),
            ("12 boxes came late. [E1]", true),
            ("We are **sorry**.", false),
            ("Dear [name], sorry.", false),
            ("We are `sorry`.", false),
        ],
    );
}

#[test]
fn no_control_token_can_be_written() {
    let vocabulary = vocabulary(&model(&SMALLEST, false));
    let mut constraint = Grammars::new(false).section(Lang::En, &ids(&["E1"]), &vocabulary).unwrap();
    for text in ["", "W", "e are sorry", ".", " [", "E1", "]"] {
        for id in vocabulary.content(text).unwrap() {
            constraint.consume(id).unwrap();
        }
        for (token, id) in vocabulary.added() {
            assert!(!may(constraint.as_mut(), *id) || vocabulary.ends(*id), "{token} after {text:?}");
        }
    }
    assert!(may(constraint.as_mut(), control("<|im_end|>")) && may(constraint.as_mut(), control("<|endoftext|>")));
    assert!(!may(constraint.as_mut(), u32::from(b'\t')));
    assert!(constraint.consume(u32::from(b'\t')).is_err());
}

#[test]
fn thinking_is_free_until_it_ends() {
    let vocabulary = vocabulary(&model(&SMALLEST, false));
    let mut constraint = Grammars::new(true).section(Lang::En, &[], &vocabulary).unwrap();
    let (close, end, hash) = (control("</think>"), control("<|im_end|>"), u32::from(b'#'));
    assert!(may(constraint.as_mut(), hash) && !may(constraint.as_mut(), end));
    constraint.consume(hash).unwrap();
    constraint.consume(close).unwrap();
    assert!(!may(constraint.as_mut(), hash) && !may(constraint.as_mut(), close));
    assert_eq!(written(constraint.as_mut(), &vocabulary, "\n\nWe are sorry."), Ok(()));
}

#[test]
fn json_follows_its_schema() {
    let vocabulary = vocabulary(&model(&SMALLEST, false));
    let schema = serde_json::json!({
        "type": "object", "additionalProperties": false, "required": ["id", "days"],
        "properties": {"id": {"enum": ["E1", "A3"]}, "days": {"type": "integer", "minimum": 0}},
    });
    let grammars = Grammars::new(false);
    for (text, good) in [
        ("{\"id\": \"E1\", \"days\": 12}", true),
        ("{\"id\": \"E2\", \"days\": 12}", false),
        ("{\"id\": \"E1\"}", false),
        ("{\"id\": \"E1\", \"days\": \"x\"}", false),
        ("{\n\n", false),
        ("x", false),
    ] {
        let mut constraint = grammars.json(&schema, &vocabulary).unwrap();
        let found = written(constraint.as_mut(), &vocabulary, text);
        assert_eq!(found.is_ok(), good, "{text}: {found:?}");
    }
    super::support::assert_fit(&grammars.json(&serde_json::json!({"type": "no such"}), &vocabulary).err().unwrap());
}

#[test]
fn ids_that_are_none_and_vocabularies_without_an_end_are_errors() {
    let tiny = vocabulary(&model(&SMALLEST, false));
    for id in ["", "E1|E2", "E 1", "[", "あ"] {
        let error = Grammars::new(false).section(Lang::Ja, &ids(&[id]), &tiny).err().unwrap();
        super::support::assert_fit(&error);
    }
    let mut sentence = File::new();
    Recorded::read().put(&mut sentence);
    let error = Grammars::new(true).section(Lang::Ja, &[], &vocabulary(&sentence)).err().unwrap();
    assert!(error.to_string().contains("thinks"), "{error}");
}

/// Whatever a model would say by itself, its reply has the form; and what it cites is in view.
#[test]
fn replies_of_a_model_have_the_form() {
    let stubborn = chain::model(&[u32::from(b'#'), u32::from(b' '), control("<think>"), control("<|im_end|>")]);
    let warm = Sampling { temperature: 1.0, ..Sampling::GREEDY };
    for (file, sampling) in [(stubborn, Sampling::GREEDY), (model(&SMALLEST, false), warm)] {
        let placed = Placed::new(&file);
        let mut engine = Candle::load(&placed.path(), &settings(sampling), &LoadOptions::default()).unwrap();
        for lang in [Lang::Ja, Lang::En] {
            let mut prompt = prompt("a", 120);
            prompt.lang = lang;
            for reply in write(&mut engine, &[prompt.clone(), prompt], 7, 0) {
                assert!(!reply.text.contains(['#', '*', '<', '|', '\u{fffd}']), "{reply:?}");
                let cited = uncite(&reply.text).cited.into_iter().flat_map(|(_, ids)| ids);
                assert!(cited.map(|id| id.to_string()).all(|id| id == "E1"), "{reply:?}");
                if reply.ended == Ended::Stop {
                    assert!(
                        reply
                            .text
                            .ends_with(['.', '!', '?', '。', '！', '？', ']', '」', ')', '"', '”', '’', '』', '）'])
                    );
                }
            }
        }
    }
}
