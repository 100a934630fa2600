//! The case: load, problems, views.

use proptest::prelude::*;
use tsukuroi::facts::{Audience, Case, Facts, Visibility, Withheld};
use tsukuroi::lang::Lang;

use crate::support::example;

const EXAMPLES: [&str; 3] = ["cartons", "onboarding", "hotel"];

fn problems(source: &str) -> Vec<(usize, String, String)> {
    let error = Case::parse("case.toml", source).expect_err("problems");
    error
        .problems
        .iter()
        .map(|problem| {
            let line = source[..problem.span.start].matches('\n').count() + 1;
            (line, problem.message.en.clone(), problem.help.en.clone())
        })
        .collect()
}

fn source(name: &str) -> String {
    example(name).source
}

#[test]
fn the_examples_load_with_all_their_groups() {
    let case = example("cartons");
    let groups = &case.groups;
    assert_eq!(groups.timeline.len(), 12);
    assert_eq!(groups.actions.len(), 5);
    assert!(groups.wellbeing.is_some() && groups.expert.is_some() && groups.meeting.is_some());
    assert_eq!(example("onboarding").groups.case.lang, Lang::En);
}

#[test]
fn the_examples_give_both_languages_to_every_document() {
    for name in EXAMPLES {
        let case = example(name);
        for audience in Audience::ALL {
            for lang in Lang::ALL {
                let missing = Facts::of(&case, audience, lang).missing().to_vec();
                assert!(missing.is_empty(), "{name} {lang}: {missing:?}");
            }
        }
    }
}

#[test]
fn a_client_view_holds_nothing_else() {
    for name in EXAMPLES {
        let case = example(name);
        for lang in Lang::ALL {
            let facts = Facts::of(&case, Audience::Client, lang);
            assert!(facts.timeline.iter().all(|event| event.visibility == Visibility::Client));
            assert!(facts.constraints.is_empty() && facts.do_not_tell.is_empty() && facts.approvals.is_empty());
            assert!(facts.wellbeing.is_none() && facts.expert.is_none() && facts.prep.is_none());
            // Of an approved change the client learns who, when and how; of any other nothing.
            assert_eq!(facts.change_option.is_some(), name == "hotel");
            for option in facts.change_option.iter() {
                assert!(option.rep_view.is_none() && option.alternatives.is_empty() && option.next_role.is_none());
            }
            let shown = serde_json::to_string(&*facts).expect("facts serialise");
            for secret in [
                "480000",
                "480,000",
                "48万",
                "A5",
                "専用メール",
                "dedicated mailbox",
                "育児",
                "parental",
                "8%",
                "言いがかり",
                "pretext",
                "よく眠れない",
                "sleeping",
                "承諾すると",
                "見下",
                "高瀬",
                "Takase",
                "西本",
                "Nishimoto",
                "KI-118",
                "186000",
                "Iwase",
                "岩瀬",
                "waive",
                "免除",
                "小野寺",
                "Onodera",
                "I have lost confidence",
                "フィードバック",
                "E10",
                "2026-S2-017",
                "CS-2026-041",
                "limit of 8",
            ] {
                assert!(!shown.contains(secret), "{name} {lang}: {secret}");
            }
        }
    }
}

#[test]
fn a_client_view_marks_what_is_disputed_and_keeps_authorised_money() {
    let facts = Facts::of(&example("cartons"), Audience::Client, Lang::Ja);
    let call = facts.timeline.iter().find(|event| event.id.as_str() == "E1").expect("E1");
    assert_eq!(call.status.word(), "disputed");
    assert!(call.client_version.is_some() && call.our_version.is_some());
    assert_eq!(facts.compensation.len(), 1);
    assert_eq!(facts.compensation[0].amount, Some(38_500));
    let facts = Facts::of(&example("onboarding"), Audience::Client, Lang::En);
    let fee = facts.compensation.iter().find(|entry| entry.id.as_str() == "M2").expect("M2");
    assert_eq!((fee.what.shown(), fee.amount), ("the fee", None));
}

#[test]
fn a_rep_view_has_the_feedback_and_no_internal_entry() {
    let facts = Facts::of(&example("cartons"), Audience::Rep, Lang::Ja);
    assert_eq!(facts.timeline.iter().filter(|event| event.feedback.is_some()).count(), 2);
    let shown = serde_json::to_string(&*facts).expect("facts serialise");
    for secret in ["言いがかり", "育児", "480000", "承諾すると", "E10"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    assert!(shown.contains("担当を続けたい"));
}

#[test]
fn an_adviser_reads_no_name() {
    for name in EXAMPLES {
        let case = example(name);
        for lang in Lang::ALL {
            let facts = Facts::of(&case, Audience::Expert, lang);
            let mut shown = String::new();
            let texts = serde_json::to_value(&*facts).expect("facts serialise");
            collect(&texts, &mut shown);
            for real in [
                "玖珠乃",
                "Kusuno",
                "黒川",
                "Kurokawa",
                "三宅",
                "Miyake",
                "相沢",
                "Aizawa",
                "高瀬",
                "Takase",
                "大森",
                "Omori",
                "ミナモ",
                "Minamo",
                "KB-240",
                "example",
                "022-555",
                "Larkfield",
                "ラークフィールド",
                "Marsh",
                "マーシュ",
                "Ohashi",
                "大橋",
                "Kubota",
                "久保田",
                "Onodera",
                "小野寺",
                "Kanaelta",
                "カナエルタ",
                "Iwase",
                "岩瀬",
            ] {
                assert!(!shown.contains(real), "{name} {lang}: {real} in {shown}");
            }
        }
    }
}

/// Every string of a value except keys of people, which no reader sees.
fn collect(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
        serde_json::Value::Object(fields) => {
            for (key, item) in fields {
                let references = [
                    "key",
                    "person",
                    "owner",
                    "by",
                    "who",
                    "from",
                    "to",
                    "front",
                    "backup",
                    "approved_by",
                    "signatory",
                    "attendees",
                    "successor",
                ];
                if !references.contains(&key.as_str()) {
                    collect(item, out);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_withheld_is_what_is_not_seen() {
    let case = example("cartons");
    let facts = Facts::of(&case, Audience::Client, Lang::Ja);
    let withheld = Withheld::of(&case, &facts);
    assert_eq!(withheld.proposed().map(|action| action.id.as_str()).collect::<Vec<_>>(), ["A5"]);
    assert_eq!(withheld.unauthorised().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["M2"]);
    assert_eq!(withheld.do_not_tell().count(), 6);
    let remarks = withheld.remarks();
    assert!(remarks.iter().any(|remark| remark.path == "constraints.K1.what"));
    assert!(remarks.iter().any(|remark| remark.path == "timeline.E1.note"));
    assert!(remarks.iter().any(|remark| remark.path == "wellbeing.health"));
    assert!(!remarks.iter().any(|remark| remark.path == "timeline.E3.content"));
    let inside = Withheld::of(&case, &Facts::of(&case, Audience::Internal, Lang::Ja));
    assert_eq!(inside.do_not_tell().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["N5"]);
}

#[test]
fn all_problems_of_a_file_come_in_one_run() {
    let text = source("cartons")
        .replace("as_of = 2026-11-24", "as_of = \"24/11\"")
        .replace("[[frictions]]\nid = \"F1\"\ndate", "[[frictions]]\nid = \"F1\"\ndaet")
        .replace("status = \"proposed\"", "status = \"proposd\"")
        .replace("owner = \"nishimoto\"", "owner = \"nisimoto\"");
    let found = problems(&text);
    let messages: Vec<&str> = found.iter().map(|(_, message, _)| message.as_str()).collect();
    assert!(messages.contains(&"`24/11` can be read as day/month and as month/day"), "{found:#?}");
    assert!(messages.contains(&"unknown key `daet`"));
    assert!(messages.contains(&"`date` is missing"));
    assert!(messages.contains(&"`proposd` is not a value of this key"));
    assert!(found.iter().any(|(_, _, help)| help == "did you mean `date`?"));
    assert!(found.iter().any(|(_, _, help)| help.starts_with("did you mean `proposed`?")));
}

#[test]
fn contradictions_are_named_with_their_entries() {
    let text = source("cartons")
        .replace("id = \"E5\"", "id = \"E3\"")
        .replace("owner = \"nishimoto\"", "owner = \"nisimoto\"")
        .replacen("due = 2026-12-11\n", "", 1)
        .replace("amount = 38500\n", "");
    let messages: Vec<String> = problems(&text).into_iter().map(|(_, message, _)| message).collect();
    for expected in [
        "the id E3 is used twice",
        "there is no person `nisimoto` in own_people",
        "A2: no date (due / from / until)",
        "M1: authorised without an amount",
    ] {
        assert!(messages.iter().any(|message| message == expected), "{expected}: {messages:#?}");
    }
}

#[test]
fn a_dispute_needs_both_versions_and_a_lapse_a_confirmed_event() {
    let text = source("cartons");
    let text = text.replace("our_version = { ja = \"できれば", "lapse = \"x\"\n#");
    let messages: Vec<String> = problems(&text).into_iter().map(|(_, message, _)| message).collect();
    assert!(messages.contains(&"E1: a disputed event without both versions".to_owned()), "{messages:?}");
    assert!(messages.contains(&"E1: a lapse can only stand on a confirmed event".to_owned()));
}

#[test]
fn invisible_characters_are_refused() {
    let text = source("cartons").replace("臨時便の費用\",", "臨時便\u{202E}の費用\",");
    let found = problems(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.contains("U+202E"));
    let text = source("cartons").replacen("tel = \"022-555-0142\"", "tel = \"022\\nBcc: x@example.com\"", 1);
    let found = problems(&text);
    assert!(found.len() == 1 && found[0].1.contains("U+000A"), "{found:?}");
}

#[test]
fn a_report_shows_file_line_column_and_what_to_write() {
    let text = source("cartons").replace("measure = \"system\"", "measure = \"sistem\"");
    let error = Case::parse("事案.toml", &text).expect_err("a problem");
    let ja = error.report(Lang::Ja);
    assert!(ja.contains("事案.toml:"), "{ja}");
    assert!(ja.contains("measure = \"sistem\"") && ja.contains("`system` のことでしょうか"), "{ja}");
    let en = error.report(Lang::En);
    assert!(en.contains("did you mean `system`?"), "{en}");
}

#[test]
fn other_encodings_are_refused_with_a_hint() {
    let folder = tempfile::tempdir().expect("a folder");
    for (bytes, found) in [(b"\x8e\x96\x88\xc4".to_vec(), "Shift_JIS"), (b"\xFF\xFEa\0".to_vec(), "UTF-16")] {
        let file = folder.path().join("case.toml");
        std::fs::write(&file, bytes).expect("written");
        let error = Case::load(&file).expect_err("not UTF-8");
        assert!(error.report(Lang::En).contains(found), "{}", error.report(Lang::En));
        assert!(error.report(Lang::Ja).contains("iconv"));
    }
    let file = folder.path().join("bom.toml");
    std::fs::write(&file, format!("\u{FEFF}{}", source("cartons"))).expect("written");
    assert!(Case::load(&file).is_ok());
}

#[test]
fn a_text_in_one_language_only_is_named_with_its_line() {
    let text = source("cartons").replace(
        "{ ja = \"2,000箱を臨時便でお届けしました。\", en = \"we delivered 2,000 cartons by charter truck.\" }",
        "\"2,000箱を臨時便でお届けしました。\"",
    );
    let case = Case::parse("case.toml", &text).expect("a case");
    assert!(Facts::of(&case, Audience::Client, Lang::Ja).missing().is_empty());
    let missing = Facts::of(&case, Audience::Client, Lang::En).missing().to_vec();
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].group.as_str(), missing[0].path.as_str()), ("timeline", "timeline.E5.content"));
    let line = text.lines().nth(missing[0].line - 1).expect("the line");
    assert!(line.contains("臨時便でお届け"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,400}") {
        let _ = Case::parse("case.toml", &text);
    }

    #[test]
    fn a_damaged_case_is_refused_or_read(at in 0_usize..20_000, with in "[\"\\[\\]={}#a1\n]") {
        let mut text = source("cartons");
        let mut at = at % text.len();
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &with);
        match Case::parse("case.toml", &text) {
            Ok(_) => {}
            Err(error) => {
                prop_assert!(!error.problems.is_empty());
                prop_assert!(error.problems.iter().all(|problem| problem.span.end <= text.len() + 1));
                prop_assert!(!error.report(Lang::Ja).is_empty());
            }
        }
    }
}
