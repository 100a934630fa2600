//! The program as it is called: output, messages in both languages, exit codes, files.

use std::path::Path;

use serde_json::Value;

use crate::desk::{Desk, EN, JA, json};
use crate::support::path;

fn cartons() -> String {
    path("examples/cartons/case.toml").display().to_string()
}

fn onboarding() -> String {
    path("examples/onboarding/case.toml").display().to_string()
}

#[test]
fn kinds_are_listed_in_both_languages_and_as_json() {
    let ja = Desk::new(JA).run(&["kinds"]);
    assert_eq!(ja.code, 0);
    assert!(ja.out.contains("D02  client-apology-letter") && ja.out.contains("お詫び状（先方宛て）"), "{}", ja.out);
    let en = Desk::new(EN).run(&["kinds"]);
    assert!(en.out.contains("Letter of apology (to the client)"), "{}", en.out);
    let value = json(&Desk::new(EN).run(&["kinds", "--format", "json"]));
    let letter = value.as_array().unwrap().iter().find(|kind| kind["code"] == "D02").unwrap();
    assert_eq!(letter["kind"], "client-apology-letter");
    assert_eq!(letter["title"]["ja"], "お詫び状");
    assert_eq!(letter["audience"], "client");
}

#[test]
fn help_and_usage_errors_speak_the_user_s_language() {
    let ja = Desk::new(JA).run(&["--help"]);
    assert_eq!(ja.code, 0);
    assert!(ja.out.contains("使い方:") && ja.out.contains("文書を下書きする"), "{}", ja.out);
    assert!(!ja.out.contains("Usage") && !ja.out.contains("Options:"), "{}", ja.out);
    let ja = Desk::new(JA).run(&["draft", "-h"]);
    assert!(ja.out.contains("文書の種類") && !ja.out.contains("possible values"), "{}", ja.out);
    let en = Desk::new(EN).run(&["draft", "--help"]);
    assert!(en.out.contains("Usage:") && en.out.contains("--show-prompt"), "{}", en.out);

    for (args, words) in [
        (vec!["drft"], "という命令はありません"),
        (vec!["draft", "D02"], "足りない引数"),
        (vec!["draft", "D02", "x", "--formt", "md"], "という引数はありません"),
        (vec!["draft", "D02", "x", "--format", "pdf"], "使えません"),
        (vec!["kinds", "--lang", "fr"], "使えません"),
        (vec![], "命令がありません"),
    ] {
        let ja = Desk::new(JA).run(&args);
        assert_eq!(ja.code, 2, "{args:?}: {}", ja.err);
        assert!(ja.err.contains(words) && ja.out.is_empty(), "{args:?}: {}", ja.err);
        let en = Desk::new(EN).run(&args);
        assert_eq!(en.code, 2, "{args:?}");
        assert!(!en.err.contains("ません"), "{}", en.err);
    }
    let version = Desk::new(JA).run(&["--version"]);
    assert_eq!((version.code, version.out.trim()), (0, concat!("tsukuroi ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_draft_without_a_model_is_complete_and_says_so() {
    let ja = Desk::new(JA).run(&["draft", "D02", &cartons()]);
    assert_eq!(ja.code, 0, "{}", ja.err);
    assert!(ja.out.contains("謹啓") && ja.out.trim_end().ends_with("謹白"), "{}", ja.out);
    assert!(!ja.out.contains("[E2"), "{}", ja.out);
    assert_eq!(ja.err.matches("tsukuroi models import").count(), 1, "{}", ja.err);
    assert!(ja.err.contains("未決定 A5") && ja.err.contains("E1 は認識が分かれている"), "{}", ja.err);
    assert!(ja.err.contains("E10 の引用") && !ja.out.contains("480,000"), "{}", ja.err);
    let en = Desk::new(EN).run(&["draft", "D02", &onboarding(), "--model", "builtin"]);
    assert_eq!(en.code, 0, "{}", en.err);
    assert!(en.out.contains("Dear Ms. Marsh,") && en.out.contains("Sincerely,"), "{}", en.out);
    assert!(!en.err.contains("models import"), "{}", en.err);
}

#[test]
fn the_document_has_the_case_s_language_and_the_messages_the_user_s() {
    let run = Desk::new(EN).run(&["draft", "D02", &cartons()]);
    assert!(run.out.contains("謹啓") && run.err.contains("built-in wording"), "{}", run.err);
    let run = Desk::new(EN).run(&["draft", "D02", &cartons(), "--lang", "ja"]);
    assert!(run.out.contains("謹啓") && run.err.contains("組み込みの文面"), "{}", run.err);
    let run = Desk::new(JA).run(&["draft", "D02", &cartons(), "--lang", "en"]);
    assert!(run.out.contains("Dear Mr. Kurokawa,") && run.err.contains("built-in wording"), "{}", run.err);
}

#[test]
fn a_late_first_response_is_told() {
    let ja = Desk::new(JA).run(&["draft", "D01", &cartons()]);
    assert_eq!(ja.code, 0, "{}", ja.err);
    assert!(ja.err.contains("期限は 2026-11-16 でした"), "{}", ja.err);
    assert!(!Desk::new(JA).run(&["draft", "D02", &cartons()]).err.contains("期限は"));
}

#[test]
fn formats_follow_the_option_or_the_file_name() {
    let desk = Desk::new(JA);
    let out = desk.folder.path().join("letter.md").display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "-o", &out]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("# 化粧箱KB-240の納入に関するお詫び"), "{text}");
    let value = json(&desk.run(&["draft", "D02", &cartons(), "--format", "json", "--seed", "42"]));
    assert_eq!((&value["kind"], &value["lang"]), (&"client-apology-letter".into(), &"ja".into()));
    assert_eq!(value["manifest"]["seed"], 42);
    assert_eq!(value["manifest"]["model"], Value::Null);
    assert!(value["notices"].as_array().unwrap().len() >= 3);
    assert_eq!(value["findings"].as_array().unwrap().iter().filter(|f| f["severity"] == "error").count(), 0);
    let md = desk.run(&["draft", "D03", &cartons(), "--format", "md"]);
    assert!(md.out.contains("## 1. 概要") && md.out.contains("| 日時 | 事実 | 確認の方法 |"), "{}", md.out);
}

#[test]
fn an_output_file_is_never_replaced_unasked() {
    let desk = Desk::new(JA);
    let out = desk.file("letter.txt", "大切な文").display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "-o", &out]);
    assert_eq!(run.code, 5);
    assert!(run.err.contains("--force") && run.err.contains("すでにあります"), "{}", run.err);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "大切な文");
    let run = desk.run(&["draft", "D02", &cartons(), "-o", &out, "--force"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(std::fs::read_to_string(&out).unwrap().contains("謹啓"));
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["letter.txt"], "nothing temporary stays");
}

#[cfg(unix)]
#[test]
fn a_draft_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new(JA);
    let out = desk.folder.path().join("letter.txt");
    assert_eq!(desk.run(&["draft", "D02", &cartons(), "-o", &out.display().to_string()]).code, 0);
    assert_eq!(std::fs::metadata(out).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_folder_that_takes_no_file_fails_with_a_message() {
    let desk = Desk::new(EN);
    let out = desk.folder.path().join("missing/letter.txt").display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "-o", &out]);
    assert_eq!(run.code, 5);
    assert!(run.err.contains("cannot write") && run.out.is_empty(), "{}", run.err);
    let folder = desk.folder.path().display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "-o", &folder, "--force"]);
    assert_eq!(run.code, 5);
    assert!(run.err.contains("is a folder"), "{}", run.err);
}

#[test]
fn prompts_can_be_shown_and_hold_nothing_withheld() {
    let withheld = [
        "人員",
        "育児休業",
        "売上の8%",
        "言いがかり",
        "ウマが合わない",
        "眠れ",
        "480,000",
        "高瀬",
        "メモも録音もない",
        "従前の指示",
        "専用メール窓口",
    ];
    for kind in ["D01", "D02", "D03"] {
        let run = Desk::new(JA).run(&["draft", kind, &cartons(), "--show-prompt"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("===== system =====") && run.out.contains("# 書く節"), "{}", run.out);
        for word in withheld {
            assert!(!run.out.contains(word), "{kind}: {word}");
        }
        assert!(!run.out.contains("謹啓"), "the document is not drafted");
    }
    let value = json(&Desk::new(JA).run(&["draft", "D02", &cartons(), "--show-prompt", "--format", "json"]));
    assert_eq!(value[0]["section"], "apology");
}

#[test]
fn explained_drafts_show_ids_and_lines() {
    let run = Desk::new(JA).run(&["draft", "D02", &cartons(), "--explain"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("[I1,E2]") && run.out.contains("根拠（事案ファイルの項目"), "{}", run.out);
}

#[test]
fn what_a_case_lacks_refuses_the_draft() {
    let desk = Desk::new(JA);
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let case = desk.file("case.toml", &source.replace("role = \"decider\"", "role = \"other\""));
    let case = case.display().to_string();
    let run = desk.run(&["draft", "D02", &case]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains("宛先がありません") && run.err.contains("decider"), "{}", run.err);
    assert_eq!(desk.run(&["check", &case]).code, 0);
    let run = desk.run(&["check", &case, "--kind", "D02"]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("不足 1 件") && !run.out.contains("rep-feedback-note"), "{}", run.out);
}

#[test]
fn a_case_that_is_not_valid_is_told_with_lines() {
    let desk = Desk::new(JA);
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let case = desk.file("case.toml", &source.replace("as_of = 2026-11-24", "as_of = \"10/11\""));
    let case = case.display().to_string();
    for args in [vec!["draft", "D02", &case], vec!["check", &case]] {
        let run = desk.run(&args);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{args:?}");
        assert!(run.err.contains("case.toml:6") && run.err.contains("年-月-日"), "{}", run.err);
    }
    let run = desk.run(&["check", &case, "--format", "json"]);
    assert_eq!(run.code, 3);
    let value = json(&run);
    assert_eq!(value["valid"], false);
    assert_eq!(value["problems"][0]["line"], 6);
    assert!(value["problems"][0]["help"].as_str().unwrap().contains("年-月-日"));
}

#[test]
fn a_file_that_cannot_be_read_is_exit_5() {
    for lang in [JA, EN] {
        let desk = Desk::new(lang);
        let none = desk.folder.path().join("none").display().to_string();
        for args in [
            vec!["draft", "D02", &none],
            vec!["check", &none],
            vec!["review", &none, "--case", &cartons(), "--kind", "D02"],
        ] {
            let run = desk.run(&args);
            assert_eq!((run.code, run.out.as_str()), (5, ""), "{args:?}: {}", run.err);
            assert!(run.err.contains(if lang == JA { "読めません" } else { "cannot read" }), "{}", run.err);
        }
    }
}

#[test]
fn an_unknown_kind_is_a_usage_error_with_a_suggestion() {
    let run = Desk::new(EN).run(&["draft", "client-apology-leter", &cartons()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("did you mean `client-apology-letter`"), "{}", run.err);
}

#[test]
fn check_tells_what_is_risky() {
    let run = Desk::new(JA).run(&["check", &cartons(), "--format", "json"]);
    assert_eq!(run.code, 0);
    let value = json(&run);
    let risk = |value: &Value, name: &str, id: &str| {
        value["risks"].as_array().unwrap().iter().any(|risk| risk["risk"] == name && risk["id"] == id)
    };
    assert!(risk(&value, "injected-instruction", "E10"), "{value:#}");
    assert!(risk(&value, "unauthorised-remedy", "M2"), "{value:#}");
    assert!(risk(&value, "undecided-action", "A5"), "{value:#}");
    assert!(value["risks"].as_array().unwrap().iter().any(|risk| risk["risk"] == "first-response-late"), "{value:#}");
    // No change of rep is decided here: its three papers are the ones that lack something.
    let lacking: Vec<&str> = value["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|kind| kind["ready"] == false)
        .filter_map(|kind| kind["code"].as_str())
        .collect();
    assert_eq!(lacking, ["D08", "D08", "D16", "D16", "D17", "D17"], "{value:#}");
    let value = json(&Desk::new(EN).run(&["check", &onboarding(), "--format", "json"]));
    assert!(risk(&value, "said-without-authority", "M2"), "{value:#}");
    assert!(value["risks"].as_array().unwrap().iter().any(|risk| risk["risk"] == "ambiguous-date"), "{value:#}");
    let text = Desk::new(EN).run(&["check", &onboarding()]);
    assert!(text.out.contains("[said-without-authority]") && text.out.contains("ready"), "{}", text.out);
}

#[test]
fn check_sees_holidays_and_what_is_overdue() {
    let desk = Desk::new(JA);
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let source = source
        .replace("date = 2026-12-04\nwhat", "date = 2026-12-05\nwhat")
        .replace("date = 2026-11-30\ntime", "date = 2027-01-11\ntime")
        .replace("due = 2026-12-11", "due = 2026-11-20")
        .replace("date = 2026-11-12\ntime = 09:40:00", "date = 2026-12-12\ntime = 09:40:00")
        .replace("covers = [\"M1\"]", "covers = []");
    let case = desk.file("case.toml", &source).display().to_string();
    let run = desk.run(&["check", &case]);
    assert!(run.out.contains("[closed-day] R2 の報告の日 2026-12-05 は土日"), "{}", run.out);
    assert!(run.out.contains("[closed-day] S1 の面談の候補日 2027-01-11 は成人の日"), "{}", run.out);
    assert!(run.out.contains("[overdue] A2 の実施の期限 2026-11-20"), "{}", run.out);
    assert!(run.out.contains("[future-event] E6 の日付 2026-12-12"), "{}", run.out);
    assert!(run.out.contains("[approval-missing] M1"), "{}", run.out);
}

#[test]
fn a_draft_passes_its_own_review_from_a_file_and_from_the_standard_input() {
    let desk = Desk::new(JA);
    let drafted = desk.run(&["draft", "D02", &cartons()]);
    let run = desk.run_with(&["review", "-", "--case", &cartons(), "--kind", "D02"], &drafted.out);
    assert_eq!(run.code, 0, "{}", run.out);
    for name in ["letter.md", "letter.txt"] {
        let file = desk.folder.path().join(name).display().to_string();
        assert_eq!(desk.run(&["draft", "D02", &cartons(), "-o", &file]).code, 0);
        let run = desk.run(&["review", &file, "--case", &cartons(), "--kind", "D02"]);
        assert_eq!(run.code, 0, "{name}: {}", run.out);
    }
}

#[test]
fn review_tells_place_rule_and_what_to_write() {
    let desk = Desk::new(JA);
    let letter = desk.file("letter.txt", "謹啓\n\n本件は〇月〇日までにご報告します。\n");
    let file = letter.display().to_string();
    let args = ["review", &file, "--case", &cartons(), "--kind", "D02"];
    let run = desk.run(&args);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("letter.txt:3:4: エラー[placeholder]「〇月」"), "{}", run.out);
    assert!(run.out.contains("    → 事案ファイルの値を書くか"), "{}", run.out);
    let en = Desk::new(EN).run(&args);
    assert!(en.out.contains("letter.txt:3:4: error[placeholder] `〇月`"), "{}", en.out);

    let run = desk.run(&["review", &file, "--case", &cartons(), "--kind", "D02", "--format", "json"]);
    assert_eq!(run.code, 1);
    let value = json(&run);
    let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["kind", "lang", "findings"]);
    let findings = value["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == "placeholder").unwrap();
    let keys: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["rule", "severity", "confidence", "start", "end", "text", "fact", "message", "suggestion"]);
    let text = std::fs::read_to_string(&letter).unwrap();
    let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
    assert_eq!(&text[place("start")..place("end")], finding["text"].as_str().unwrap());
}

#[test]
fn places_in_markdown_are_those_of_the_file() {
    let desk = Desk::new(JA);
    let source = "\u{FEFF}# お詫び\n\n玖珠乃製菓\\\n黒川様\n\n\\[注\\] 本件は〇月までに\n";
    let file = desk.file("letter.md", source).display().to_string();
    let value = json(&desk.run(&["review", &file, "--case", &cartons(), "--kind", "D02", "--format", "json"]));
    let finding =
        value["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "placeholder").unwrap();
    let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
    assert_eq!(&source[place("start")..place("end")], "〇月");
}

#[test]
fn a_text_that_is_not_utf_8_or_too_long_is_refused() {
    let desk = Desk::new(JA);
    let file = desk.folder.path().join("sjis.txt");
    std::fs::write(&file, b"\x8b\xde\x8c[").unwrap();
    let run = desk.run(&["review", &file.display().to_string(), "--case", &cartons(), "--kind", "D02"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("iconv"), "{}", run.err);
    let long = desk.file("long.txt", &"あ".repeat(400_000));
    let run = desk.run(&["review", &long.display().to_string(), "--case", &cartons(), "--kind", "D02"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("長すぎます"), "{}", run.err);
}

#[test]
fn a_draft_the_review_blocks_is_not_printed() {
    let desk = Desk::new(JA);
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let case = desk.file("case.toml", &source.replace("化粧箱KB-240の納入\"", "化粧箱〇〇の納入\""));
    let case = case.display().to_string();
    let out = desk.folder.path().join("letter.txt");
    for args in [vec!["draft", "D02", &case], vec!["draft", "D02", &case, "-o", out.to_str().unwrap()]] {
        let run = desk.run(&args);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
        assert!(run.err.contains("[placeholder]") && run.err.contains("下書きを出しません"), "{}", run.err);
    }
    assert!(!out.exists());
    let run = desk.run(&["draft", "D02", &case, "--format", "json"]);
    assert_eq!(run.code, 1);
    let value = json(&run);
    assert_eq!(value["blocked"], true);
    assert!(value["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == "placeholder"));
}

#[test]
fn a_user_s_own_kind_is_taken_from_the_configuration() {
    let desk = Desk::new(JA);
    let own = desk.folder.path().join("config/prompts/client-apology-letter");
    copy(&path("prompts/client-apology-letter"), &own);
    let toml = std::fs::read_to_string(own.join("kind.toml")).unwrap();
    std::fs::write(own.join("kind.toml"), toml.replace("{title}に関するお詫び", "{title}のお詫びの件")).unwrap();
    let run = desk.run(&["draft", "D02", &cartons()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("化粧箱KB-240の納入のお詫びの件"), "{}", run.out);
    std::fs::remove_file(own.join("en.j2")).unwrap();
    let run = desk.run(&["kinds"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("prompts/client-apology-letter/en.j2"), "{}", run.err);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn the_tone_changes_the_words_of_courtesy_and_nothing_else() {
    let desk = Desk::new(JA);
    let letter = |tone: &str, lang: &str| {
        let run = desk.run(&["draft", "D02", &cartons(), "--tone", tone, "--lang", lang, "--model", "builtin"]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    for (lang, formal, warm) in [
        ("ja", "謹んで深くお詫び申し上げます", "心よりお詫び申し上げます"),
        ("en", "We sincerely apologise for", "We are truly sorry for"),
    ] {
        let standard = letter("standard", lang);
        assert!(letter("formal", lang).contains(formal) && !standard.contains(formal), "{lang}");
        assert!(letter("warm", lang).contains(warm) && !standard.contains(warm), "{lang}");
        // Every figure stays.
        let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert_eq!(figures(&standard), figures(&letter("formal", lang)), "{lang}");
        assert_eq!(figures(&standard), figures(&letter("warm", lang)), "{lang}");
    }
    let run = desk.run(&["draft", "D02", &cartons(), "--tone", "angry"]);
    assert_eq!(run.code, 2);
    let run = desk.run(&["draft", "D11", &cartons(), "--tone", "warm", "--model", "builtin"]);
    assert!(run.code == 0 && run.err.contains("--tone"), "{}", run.err);
}
