//! Findings that are accepted with a reason.

use crate::desk::{Desk, EN, JA};
use crate::support::path;

const LETTER: &str = "謹啓\n\n資料をご覧になられましたでしょうか。\n\n本件は〇月〇日までにご報告します。\n\nまず最初に、ご説明いたします。\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_accepted_finding_blocks_nothing_until_its_sentence_changes() {
    let desk = Desk::new(JA);
    let letter = desk.file("letter.txt", LETTER);
    let file = letter.display().to_string();
    let case = path("examples/cartons/case.toml").display().to_string();
    let base = ["review", file.as_str(), "--case", &case, "--kind", "D02"];
    let review = |more: &[&str]| desk.run(&[&base[..], more].concat());

    let before = review(&["--format", "json"]);
    let errors = |run: &str| -> Vec<String> {
        let value = json(run);
        let open = |finding: &&serde_json::Value| finding["severity"] == "error" && finding["accepted"].is_null();
        let all = value["findings"].as_array().unwrap();
        all.iter().filter(open).map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert!(errors(&before.out).contains(&"placeholder".to_owned()), "{}", before.out);

    let run = review(&["--accept", "placeholder@5", "--reason", "日付は 印刷後に手で書き入れる"]);
    assert!(run.out.contains("letter.txt:5:4: 受け入れ済み[placeholder]「〇月"), "{}", run.out);
    assert!(run.out.contains("    日付は 印刷後に手で書き入れる（20"), "{}", run.out);
    assert!(!errors(&review(&["--format", "json"]).out).contains(&"placeholder".to_owned()));
    let kept = json(&review(&["--format", "json"]).out);
    let finding = kept["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "placeholder").unwrap();
    assert_eq!(finding["accepted"]["reason"], "日付は 印刷後に手で書き入れる");

    // Lines above move it; only its own sentence counts.
    std::fs::write(&letter, format!("前書き。\n\n{LETTER}")).unwrap();
    assert!(!errors(&review(&["--format", "json"]).out).contains(&"placeholder".to_owned()));
    std::fs::write(&letter, LETTER.replace("ご報告します", "ご報告いたします")).unwrap();
    let run = review(&[]);
    assert!(run.err.contains("受け入れた指摘 [placeholder]") && run.err.contains("無効になりました"), "{}", run.err);
    assert!(run.out.contains("エラー[placeholder]"), "{}", run.out);
}

#[test]
fn what_was_accepted_is_for_its_owner_alone() {
    let desk = Desk::new(EN);
    let file = desk.file("note.txt", "We will answer by [DATE] at the latest.\n").display().to_string();
    let run = desk.run(&["review", &file, "--audience", "client", "--accept", "placeholder", "--reason", "a form"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let kept = desk.folder.path().join("note.txt.review.toml");
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(text.contains("rule = \"placeholder\"") && text.contains("reason = \"a form\""), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // A record that cannot be read stops the review: it never counts as nothing accepted, nor as all.
    std::fs::write(&kept, "accepted = 3").unwrap();
    let run = desk.run(&["review", &file, "--audience", "client"]);
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.err.contains("note.txt.review.toml"), "{}", run.err);
}

#[test]
fn what_cannot_be_accepted_is_said() {
    let desk = Desk::new(EN);
    let text = "We will answer by [DATE].\n\nYour contact is [NAME].\n";
    let file = desk.file("note.txt", text).display().to_string();
    let review = |more: &[&str]| desk.run(&[&["review", file.as_str(), "--audience", "client"], more].concat());
    let several = review(&["--accept", "placeholder", "--reason", "a form"]);
    assert_eq!(several.code, 2);
    assert!(several.err.contains("--accept placeholder@1  [DATE]"), "{}", several.err);
    assert!(several.err.contains("--accept placeholder@3  [NAME]"), "{}", several.err);
    let both = review(&["--accept", "placeholder@1", "--accept", "placeholder@3", "--reason", "a form"]);
    assert_eq!(both.code, 0, "{}", both.out);
    assert!(both.out.ends_with("nothing else found, accepted: 2\n"), "{}", both.out);
    let none = review(&["--accept", "keigo", "--reason", "why"]);
    assert!(none.code == 2 && none.err.contains("there is no finding of keigo there"), "{}", none.err);
    for wrong in [
        &["--accept", "placeholder@1"][..],
        &["--accept", "placeholder@1", "--reason", "  "],
        &["--accept", "no-such-rule", "--reason", "why"],
        &["--accept", "placeholder@first", "--reason", "why"],
        &["--reason", "why"],
    ] {
        let run = review(wrong);
        assert_eq!(run.code, 2, "{wrong:?}: {}", run.err);
    }
    let piped = ["review", "-", "--audience", "client", "--accept", "placeholder", "--reason", "why"];
    assert_eq!(desk.run_with(&piped, text).code, 2);
}
