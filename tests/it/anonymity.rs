//! An adviser from outside never learns whose case it is.

use regex::Regex;
use tsukuroi::export::Grounds;
use tsukuroi::facts::normalise::compare_key;
use tsukuroi::facts::read::{Path, Visitor};
use tsukuroi::facts::{Audience, Case, Facts, Key, Text, Withheld, name_parts};
use tsukuroi::kind::{Library, Writer};
use tsukuroi::lang::Lang;

use crate::desk::{Desk, JA};
use crate::support::{example, path};

/// All example cases, those to come included.
fn examples() -> Vec<String> {
    let folders = std::fs::read_dir(path("examples")).unwrap().map(|entry| entry.unwrap().path());
    let cases = folders.filter(|folder| folder.join("case.toml").is_file());
    let mut names: Vec<String> = cases.map(|case| case.file_name().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    assert!(names.len() >= 2);
    names
}

/// Everything in a view, a line each.
fn everything(facts: &Facts) -> String {
    struct All(String);
    impl Visitor for All {
        fn text(&mut self, _: &Path<'_>, text: &Text) {
            for (_, text) in text.each() {
                self.0.push_str(&format!("{text}\n"));
            }
        }
        fn code(&mut self, _: &Path<'_>, code: &str) {
            self.0.push_str(&format!("{code}\n"));
        }
        fn key(&mut self, _: &Path<'_>, key: &Key) {
            self.0.push_str(&format!("{key}\n"));
        }
    }
    let mut all = All(String::new());
    facts.walk(&mut all);
    all.0 + &serde_json::to_string(&**facts).unwrap()
}

/// What a reader who knows the people would look for, gathered without the code under test.
fn identifiers(case: &Case) -> Vec<String> {
    let groups = &case.groups;
    let mut found: Vec<String> = Vec::new();
    let people = groups.client_people.iter().map(|person| (&person.name, person.reading.as_deref(), &person.key));
    let own = groups.own_people.iter().map(|person| (&person.name, person.reading.as_deref(), &person.key));
    for (name, reading, key) in people.chain(own) {
        for written in name.each().map(|(_, name)| name).chain(reading) {
            found.push(written.to_owned());
            found.push(name_parts(written).collect());
            found.extend(name_parts(written).map(|part| part.trim_end_matches('.').to_owned()));
            let parts: Vec<&str> = name_parts(written).collect();
            if let [one, other] = parts.as_slice() {
                found.extend([format!("{other} {one}"), format!("{}. {other}", one.chars().next().unwrap())]);
            }
        }
        if key.as_str().len() > 3 {
            found.push(key.as_str().to_owned());
        }
    }
    for name in [&groups.client.name, &groups.sender.company] {
        for (_, name) in name.each() {
            found.push(name.to_owned());
            found.push(name.replace("株式会社", ""));
            found.extend(name.split([' ', '・']).next().map(|first| first.replace("株式会社", "")));
        }
    }
    found.extend(groups.client.also.iter().cloned());
    found.extend(groups.own_people.iter().filter_map(|person| person.email.clone()));
    found.extend(groups.sender.email.iter().filter_map(|email| Some(email.split_once('@')?.1.to_owned())));
    found.extend([groups.sender.tel.clone(), groups.sender.email.clone()].into_iter().flatten());
    found.extend(groups.case.contract.clone());
    found.push(groups.case.id.clone());
    if let Some(incident) = &groups.incident {
        found.extend(incident.product.iter().flat_map(|product| product.each().map(|(_, text)| text.to_owned())));
        found.extend(incident.order.clone());
    }
    let towns = Regex::new(r"[^都道府県市区町村0-9, ]{2,}[都道府県市区町村]|[A-Z][a-z]{3,}").unwrap();
    for address in groups.sender.address.iter().chain(&groups.client.address) {
        found.extend(address.each().map(|(_, text)| text.to_owned()));
        let all: Vec<String> =
            address.each().flat_map(|(_, text)| towns.find_iter(text)).map(|town| town.as_str().to_owned()).collect();
        found.extend(all);
    }
    // One letter or one kanji is no name by itself, nor are two kana.
    let kana = |name: &str| name.chars().all(|c| ('ぁ'..='ヶ').contains(&c));
    found.retain(|name| name.chars().count() > if kana(name) { 2 } else { 1 });
    found.sort();
    found.dedup();
    found
}

/// The identifiers that a text holds; Latin ones only as words, and with their capitals.
fn held(text: &str, identifiers: &[String]) -> Vec<String> {
    let key = compare_key(text);
    let holds = |name: &&String| {
        if name.is_ascii() {
            return Regex::new(&format!(r"\b{}\b", regex::escape(name))).unwrap().is_match(text);
        }
        key.contains(&compare_key(name))
    };
    identifiers.iter().filter(holds).cloned().collect()
}

#[test]
fn no_view_for_an_adviser_holds_an_identifier() {
    for name in examples() {
        let case = example(&name);
        let identifiers = identifiers(&case);
        assert!(identifiers.len() > 20, "{name}: {identifiers:?}");
        for lang in Lang::ALL {
            let whole = everything(&Facts::of(&case, Audience::Internal, lang));
            assert!(!held(&whole, &identifiers).is_empty(), "{name} {lang}: the test looks for nothing");
            let all = everything(&Facts::of(&case, Audience::Expert, lang));
            let left: Vec<String> = held(&all, &identifiers);
            assert!(left.is_empty(), "{name} {lang}: {left:?}");
        }
    }
}

#[test]
fn neither_the_brief_nor_its_prompts_hold_an_identifier() {
    let library = Library::embedded().unwrap();
    let kind = library.kind("D18").unwrap();
    for name in examples() {
        let case = example(&name);
        let identifiers = identifiers(&case);
        for lang in Lang::ALL {
            let facts = Facts::of(&case, Audience::Expert, lang);
            let draftable =
                library.draftable(kind, &facts).unwrap_or_else(|refusal| panic!("{name} {lang}: {refusal:?}"));
            let sources = draftable.sources().unwrap();
            let mut all: String = sources.prompts.iter().map(|prompt| format!("{prompt:?}\n")).collect();
            let texts = sources.wording.into_iter().map(|(section, text)| (section, (text, Writer::Builtin)));
            let document = draftable.assemble(&texts.collect());
            all.push_str(&document.lay().text);
            all.push_str(&Grounds::of(&document, &case, &facts).lines().join("\n"));
            let left = held(&all, &identifiers);
            assert!(left.is_empty(), "{name} {lang}: {left:?}");
            let found = Withheld::of(&case, &facts).identifiers().unwrap().find(&document.lay().text);
            assert!(found.is_empty(), "{name} {lang}: {found:?}");
        }
    }
}

#[test]
fn no_file_of_the_brief_holds_an_identifier() {
    let desk = Desk::new(JA);
    for name in examples() {
        let identifiers = identifiers(&example(&name));
        let case = path(&format!("examples/{name}/case.toml")).display().to_string();
        for (lang, format) in [("ja", "json"), ("en", "json"), ("ja", "md"), ("en", "txt")] {
            let options = ["--model", "builtin", "--explain", "--lang", lang, "--format", format];
            let run = desk.run(&[&["draft", "D18", &case], options.as_slice()].concat());
            assert_eq!(run.code, 0, "{name}: {}", run.err);
            let left = held(&run.out, &identifiers);
            assert!(left.is_empty(), "{name} {lang} {format}: {left:?}");
        }
    }
}

#[test]
fn a_view_for_an_adviser_reads_well() {
    let clumsy = Regex::new(concat!(
        "[P-W](?:様|さん|氏|殿)|）(?:様|さん|課長)|B(?:様|さん|氏)|A社の?A社|当社の?当社|課長の上司|A社様|貴社|弊社",
        r"|Company A's Company A|Company A's's|(?:Mr|Ms|Mrs|Dr)\.? (?:Company|our|rep|the)|Company A's (?:Mr|Ms)",
        r"|(?i:the the|our our|our the|the our)\b|(?i:\byour? )",
    ))
    .unwrap();
    for name in examples() {
        for lang in Lang::ALL {
            let facts = Facts::of(&example(&name), Audience::Expert, lang);
            let mut all = everything(&facts);
            all.truncate(all.find("{\"case\"").unwrap());
            // What somebody said stays in that person's words.
            let quotes = facts.positions.iter().filter_map(|position| position.quote.as_ref());
            let quotes = quotes.chain(facts.timeline.iter().filter_map(|event| event.quote.as_ref()));
            let quotes: Vec<&str> = quotes.map(Text::shown).collect();
            let said = |line: &str| quotes.iter().any(|quote| quote.contains(line));
            let found: Vec<&str> = all.lines().filter(|line| clumsy.is_match(line) && !said(line)).collect();
            assert!(found.is_empty(), "{name} {lang}: {found:#?}");
        }
    }
}

/// The cartons case with names of another kind, and a remark in which to hide things.
fn other(names: &[(&str, &str)], note: &str) -> Case {
    let mut source = example("cartons").source;
    for (from, to) in names {
        assert!(source.contains(from), "{from}");
        source = source.replace(from, to);
    }
    let old = "メモも録音もない。どちらの言い分も裏づけがない。";
    let note = toml::Value::from(note).to_string();
    source = source.replace(&format!("\"{old}\""), &format!("{{ ja = {note}, en = {note} }}"));
    Case::parse("case.toml", &source).unwrap_or_else(|error| panic!("{error}"))
}

fn note(case: &Case, lang: Lang) -> String {
    let facts = Facts::of(case, Audience::Expert, lang);
    facts.timeline[1].note.as_ref().unwrap().shown().to_owned()
}

#[test]
fn every_way_of_writing_becomes_the_same_role() {
    for (written, role) in [
        ("黒川 誠一様", "A社の購買部長P"),
        ("黒川誠一", "A社の購買部長P"),
        ("黒川購買部長様", "A社の購買部長P"),
        ("株式会社玖珠乃製菓 購買部長 黒川様", "A社の購買部長P"),
        ("玖珠乃製菓の黒川氏", "A社の購買部長P"),
        ("ｸﾛｶﾜさん", "A社の購買部長P"),
        ("くろかわせいいち", "A社の購買部長P"),
        ("KUROKAWA Seiichi", "A社の購買部長P"),
        ("Ｓ．Ｋｕｒｏｋａｗａ", "A社の購買部長P"),
        ("課長の相沢", "上司（相談者）"),
        ("相沢課長", "上司（相談者）"),
        ("弊社の高瀬", "担当者B"),
        ("ご担当の三宅様", "A社の購買課主任Q"),
        ("玖珠乃様", "A社"),
        ("(株)玖珠乃製菓", "A社"),
        ("東都ミナモ包装㈱", "当社"),
        ("仙台工場", "Z工場"),
        ("ＫＢー２４０", "製品X"),
        ("kurokawa.s@kusuno.example", "（連絡先）"),
    ] {
        let said = note(&other(&[], &format!("{written}から")), Lang::Ja);
        assert_eq!(said, format!("{role}から"), "{written}");
    }
    for (written, role) in [
        ("Mr. Seiichi Kurokawa", "Company A's Head of Purchasing P"),
        ("Kurokawa-san", "Company A's Head of Purchasing P"),
        ("S. KUROKAWA", "Company A's Head of Purchasing P"),
        ("Head of Purchasing Kurokawa", "Company A's Head of Purchasing P"),
        ("Kusuno's Mr. Kurokawa", "Company A's Head of Purchasing P"),
        ("Osamu Omori, our Head of Sales", "our Head of Sales S"),
        ("our representative Takase", "rep B"),
        ("the manager, Aizawa", "the manager"),
        ("kusuno", "Company A"),
        ("toto-minamo.example", "our company"),
        ("your Sendai plant", "Company A's plant Z"),
    ] {
        let said = note(&other(&[], &format!("told by {written}")), Lang::En);
        assert_eq!(said, format!("told by {role}"), "{written}");
    }
}

#[test]
fn names_that_are_words_do_not_destroy_words() {
    let kanji = [
        ("黒川 誠一", "東 誠一"),
        ("くろかわ せいいち", "あずま せいいち"),
        ("三宅 麻衣", "原 麻衣"),
        ("みやけ まい", "はら まい"),
    ];
    for (written, role) in [
        ("東京の原因は東西の原則", "場所Zの原因は東西の原則"),
        ("東様と原さん", "A社の購買部長PとA社の購買課主任Q"),
        ("部長の東が原へ", "A社の購買部長PがA社の購買課主任Qへ"),
        ("「からはらはらと」", "「からはらはらと」"),
    ] {
        let case = other(&[kanji.as_slice(), &[("宮城県仙台市若林区卸町5-1-3", "東京都港区1-2")]].concat(), written);
        let said = note(&case, Lang::Ja);
        assert_eq!(said.replace("場所Z2", "場所Z").replace("場所Z3", "場所Z"), role, "{written}");
    }
    let english =
        [("Seiichi Kurokawa", "Will Mark"), ("Mai Miyake", "May Marsh"), ("Kusuno Confectionery", "Next Foods")];
    for (written, role) in [
        ("We will mark the 10 May delivery next week.", "We will mark the 10 May delivery next week."),
        (
            "Next, we will answer in May 2026. Will you come? Mark the date.",
            "Next, we will answer in May 2026. Will you come? Mark the date.",
        ),
        ("May we visit in early May?", "May we visit in early May?"),
        (
            "I told Mark and Ms. May of it.",
            "I told Company A's Head of Purchasing P and Company A's Senior Buyer Q of it.",
        ),
        (
            "Will Mark called; Will's mail came.",
            "Company A's Head of Purchasing P called; Company A's Head of Purchasing P's mail came.",
        ),
        ("The order of Next Foods Co., Ltd. came.", "The order of Company A came."),
    ] {
        let case = other(&english, written);
        // What speaks to the client speaks of it here.
        let role = role.replace("you ", "Company A ");
        assert_eq!(note(&case, Lang::En), role, "{written}");
    }
    let company = [("株式会社玖珠乃製菓", "株式会社未来"), ("also = [\"玖珠乃\", ", "also = [\"未来\", ")];
    for (written, role) in
        [("未来の取引のため、株式会社未来へ", "未来の取引のため、A社へ"), ("未来様から未来へ", "A社から未来へ")]
    {
        assert_eq!(note(&other(&company, written), Lang::Ja), role, "{written}");
    }
}
