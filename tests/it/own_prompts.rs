//! A user's own document kinds: taken from the configuration folder, refused at once where they are wrong, with the
//! place and what to do.

use std::path::{Path, PathBuf};

use crate::desk::{Desk, EN, JA, Run, json};
use crate::support::path;

const KIND: &str = "client-first-response";

/// A desk with a copy of a built-in kind in its configuration, under a name and a code of its own.
fn desk(lang: &'static str, name: &str, code: &str) -> (Desk, PathBuf) {
    let desk = Desk::new(lang);
    let own = desk.folder.path().join("config/prompts").join(name);
    std::fs::create_dir_all(&own).unwrap();
    for file in ["kind.toml", "ja.j2", "en.j2", "ja.wording.j2", "en.wording.j2"] {
        std::fs::copy(path(&format!("prompts/{KIND}/{file}")), own.join(file)).unwrap();
    }
    change(&own, "kind.toml", "code = \"D01\"", &format!("code = \"{code}\""));
    (desk, own)
}

fn change(own: &Path, file: &str, old: &str, new: &str) {
    let text = std::fs::read_to_string(own.join(file)).unwrap();
    assert!(text.contains(old), "{old} is not in {file}");
    std::fs::write(own.join(file), text.replacen(old, new, 1)).unwrap();
}

fn line_of(own: &Path, file: &str, words: &str) -> usize {
    let text = std::fs::read_to_string(own.join(file)).unwrap();
    text.lines().position(|line| line.contains(words)).unwrap() + 1
}

/// The run must be refused with all these words.
fn refused(run: &Run, words: &[&str]) {
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "{word} is not said:\n{}", run.err);
    }
}

#[test]
fn a_kind_can_be_added_and_is_shown_as_the_user_s_own() {
    let (ja, _) = desk(JA, "client-thanks", "D51");
    let list = ja.run(&["kinds"]);
    assert_eq!(list.code, 0, "{}", list.err);
    let line = |name: &str| list.out.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(line("client-thanks").contains("［自作］") && !line(KIND).contains("［自作］"), "{}", list.out);
    let case = path("examples/cartons/case.toml").display().to_string();
    assert_eq!(ja.run(&["draft", "D51", &case]).code, 0);
    let (en, _) = desk(EN, "client-thanks", "D51");
    let value = json(&en.run(&["kinds", "--format", "json"]));
    let own: Vec<&str> = value
        .as_array()
        .unwrap()
        .iter()
        .filter(|kind| kind["own"] == true)
        .filter_map(|kind| kind["kind"].as_str())
        .collect();
    assert_eq!(own, ["client-thanks"]);
    assert!(en.run(&["kinds"]).out.contains("[your own]"));
}

#[test]
fn a_kind_of_the_same_name_replaces_the_built_in_one() {
    let (desk, own) = desk(JA, KIND, "D01");
    change(&own, "ja.wording.j2", "ご迷惑をおかけしましたこと", "ご心配をおかけしましたこと");
    let case = path("examples/cartons/case.toml").display().to_string();
    let run = desk.run(&["draft", "D01", &case]);
    assert!(run.out.contains("ご心配をおかけしましたこと"), "{}\n{}", run.out, run.err);
}

/// What is replaced, by what, the words on the line named, what is said in Japanese, and in English.
type Fault = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

#[test]
fn faults_of_a_kind_file_are_told_with_place_excerpt_and_what_to_write() {
    let faults: &[Fault] = &[
        (
            "profile = \"email\"",
            "profil = \"email\"",
            "profil =",
            &["`profil` というキーはありません", "`profile` のことでしょうか"],
            &["unknown key `profil`", "did you mean `profile`"],
        ),
        (
            "profile = \"email\"",
            "profile = \"emial\"",
            "emial",
            &["`emial` という値はありません", "`email` のことでしょうか"],
            &["did you mean `email`"],
        ),
        (
            "audience = \"client\"",
            "audience = \"cliant\"",
            "cliant",
            &["`cliant` という値はありません", "`client` のことでしょうか"],
            &["did you mean `client`"],
        ),
        (
            "\"addressee\", \"incident\"",
            "\"adressee\", \"incident\"",
            "adressee",
            &["`adressee` という値はありません", "`addressee` のことでしょうか"],
            &["did you mean `addressee`"],
        ),
        (
            "fixed = \"signature\"",
            "fixed = \"signatur\"",
            "signatur\"",
            &["`signatur` という値はありません"],
            &["did you mean `signature`"],
        ),
        (
            "ja = { min = 250, max = 450 }",
            "ja = { min = 450, max = 250 }",
            "min = 450",
            &["下限 450 と上限 250"],
            &["length band 450–250"],
        ),
        (
            "\"positions\", \"cadence\"",
            "\"postions\", \"cadence\"",
            "postions",
            &["`postions` は事案のどこにも行き着きません", "`positions` のことでしょうか"],
            &["did you mean `positions`"],
        ),
        (
            "\"positions\", \"cadence\"",
            "\"positions.*.acknowlege\", \"cadence\"",
            "acknowlege",
            &["`acknowledge` のことでしょうか"],
            &["did you mean `acknowledge`"],
        ),
        (
            "\"positions\", \"cadence\"",
            "\"sender.tel.area\", \"cadence\"",
            "sender.tel.area",
            &["行き着きません"],
            &["leads nowhere"],
        ),
        ("name = \"concern\"", "name = \"apology\"", "", &["`apology` が二度使われています"], &["is used twice"]),
        (
            "name = \"concern\"",
            "name = \"Concern!\"",
            "Concern!",
            &["ブロックの名前にできません"],
            &["cannot be the name of a block"],
        ),
        (
            "job = { ja = \"ご迷惑へのお詫び\", en = \"the apology for the trouble\" }\n",
            "",
            "",
            &["節 `apology` に job がありません"],
            &["has no `job`"],
        ),
        (
            "\"お詫び\", \"申し訳\"",
            "\"お詫び(\", \"申し訳\"",
            "お詫び(",
            &["正規表現が正しくありません"],
            &["regular expression in `marks` of `apology`"],
        ),
        (
            "code = \"D51\"",
            "code = \"D02\"",
            "code = \"D02\"",
            &["client-apology-letter が使っています"],
            &["is that of client-apology-letter"],
        ),
        ("code = \"D51\"", "code = ", "code = ", &["正しくありません"], &["is not valid"]),
    ];
    for (old, new, at, ja, en) in faults {
        for (lang, words) in [(JA, ja), (EN, en)] {
            let (desk, own) = desk(lang, "client-thanks", "D51");
            change(&own, "kind.toml", old, new);
            let run = desk.run(&["kinds"]);
            refused(&run, words);
            let line = if at.is_empty() {
                String::new()
            } else {
                format!("client-thanks/kind.toml:{}", line_of(&own, "kind.toml", at))
            };
            let said = run.err.replace('\\', "/");
            assert!(said.contains(&line), "{line} is not named:\n{}", run.err);
        }
    }
}

#[test]
fn faults_of_templates_are_found_when_they_are_loaded() {
    let faults: &[(&str, &str, &str, &[&str])] = &[
        (
            "ja.j2",
            "{% block concern %}",
            "{% block concrn %}",
            &["ブロック `concrn` に当たる節", "`concern` のことでしょうか", "節 `concern` のブロックがありません"],
        ),
        (
            "en.wording.j2",
            "{% block apology %}",
            "{% block extra %}{% endblock %}\n{% block apology %}",
            &["ブロック `extra`"],
        ),
        (
            "ja.wording.j2",
            "{{ f.incident.matter }}",
            "{{ f.incident.mater }}",
            &["項目 `mater` はありません", "`matter` のことでしょうか"],
        ),
        (
            "ja.wording.j2",
            "{% if f.sender.tel %}",
            "{% if f.sender.tel and false %}{{ clientt(f.sender.person) }}{% endif %}{% if f.sender.tel %}",
            &["名前 `clientt` はありません", "`client` のことでしょうか"],
        ),
        (
            "ja.wording.j2",
            "{% if f.sender.tel %}",
            "{% if false %}{{ f.sender.tel | uppper }}{% endif %}{% if f.sender.tel %}",
            &["フィルター `uppper` はありません"],
        ),
        (
            "ja.wording.j2",
            "{% if f.sender.tel %}",
            "{% if f.sender.tel is definde %}",
            &["テスト `definde` はありません"],
        ),
        ("en.j2", "{% endblock %}", "", &["en.j2"]),
        (
            "en.wording.j2",
            "{% block apology %}",
            "{% block apology %}{% for a in range(9000) %}{% for b in range(9000) %}{{ b }}{% endfor %}{% endfor %}",
            &["en.wording.j2", "長すぎます"],
        ),
        (
            "ja.wording.j2",
            "{{ day(next_report.date) }}",
            "{{ day(\"soon\") }}",
            &["ja.wording.j2:", "day cannot say `soon`"],
        ),
        ("ja.wording.j2", "{{ day(next_report.date) }}", "{{ next_report.daet.x }}", &["ja.wording.j2:"]),
        (
            "ja.wording.j2",
            "{{ day(next_report.date) }}",
            "{% include \"_shared/none.j2\" %}",
            &["ja.wording.j2", "none.j2"],
        ),
    ];
    for (file, old, new, words) in faults {
        let (desk, own) = desk(JA, "client-thanks", "D51");
        change(&own, file, old, new);
        let run = desk.run(&["kinds"]);
        refused(&run, words);
        assert!(run.err.contains("client-thanks"), "{}", run.err);
    }
    let (desk, own) = desk(EN, "client-thanks", "D51");
    change(&own, "ja.wording.j2", "{{ f.incident.matter }}", "{{ f.incident.mater }}");
    let line = line_of(&own, "ja.wording.j2", "f.incident.mater");
    refused(
        &desk.run(&["kinds"]),
        &["there is no field `mater`", "did you mean `matter`", &format!("ja.wording.j2:{line}")],
    );
}

#[test]
fn a_shared_template_is_tried_with_every_kind() {
    let desk = Desk::new(JA);
    let shared = desk.folder.path().join("config/prompts/_shared");
    std::fs::create_dir_all(&shared).unwrap();
    std::fs::copy(path("prompts/_shared/task.ja.j2"), shared.join("task.ja.j2")).unwrap();
    assert_eq!(desk.run(&["kinds"]).code, 0);
    change(&shared, "task.ja.j2", "{{ job }}", "{{ jobb }}");
    refused(&desk.run(&["kinds"]), &["_shared/task.ja.j2:2", "名前 `jobb` はありません", "`job` のことでしょうか"]);
    std::fs::write(shared.join("task.ja.j2"), "{{ 1 / 0 }}").unwrap();
    refused(&desk.run(&["kinds"]), &["_shared/task.ja.j2:1"]);
}

#[test]
fn files_that_cannot_be_templates_are_refused() {
    let (ja, own) = desk(JA, "client-thanks", "D51");
    std::fs::write(own.join("ja.j2"), b"\x83e\x83X\x83g\n".repeat(2)).unwrap();
    refused(&ja.run(&["kinds"]), &["ja.j2:1", "UTF-8 ではありません", "iconv"]);

    std::fs::write(own.join("ja.j2"), "あ".repeat(200_000)).unwrap();
    refused(&ja.run(&["kinds"]), &["ja.j2", "大きすぎます"]);

    let (ja, own) = desk(JA, "client-thanks", "D51");
    std::fs::rename(own.join("en.wording.j2"), own.join("en.wordings.j2")).unwrap();
    refused(&ja.run(&["kinds"]), &["en.wordings.j2", "`en.wording.j2` のことでしょうか"]);

    std::fs::remove_file(own.join("en.wordings.j2")).unwrap();
    refused(&ja.run(&["kinds"]), &["client-thanks/en.wording.j2", "がありません"]);

    let (ja, own) = desk(JA, "client-thanks", "D51");
    std::fs::remove_file(own.join("kind.toml")).unwrap();
    refused(&ja.run(&["kinds"]), &["client-thanks/kind.toml", "がありません"]);

    let (ja, _) = desk(JA, "Client Thanks", "D51");
    refused(&ja.run(&["kinds"]), &["種類の名前にできません"]);
}

#[test]
fn what_editors_leave_behind_and_a_byte_order_mark_do_no_harm() {
    let (desk, own) = desk(EN, "client-thanks", "D51");
    for name in [".ja.j2.swp", "ja.j2~", "README.md"] {
        std::fs::write(own.join(name), b"\xff").unwrap();
    }
    std::fs::create_dir_all(desk.folder.path().join("config/prompts/.git")).unwrap();
    let text = std::fs::read_to_string(own.join("kind.toml")).unwrap();
    std::fs::write(own.join("kind.toml"), format!("\u{FEFF}{text}")).unwrap();
    let run = desk.run(&["kinds"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_and_one_within_is_not() {
    use std::os::unix::fs::symlink;
    let (ja, own) = desk(JA, "client-thanks", "D51");
    std::fs::remove_file(own.join("ja.j2")).unwrap();
    symlink(path("prompts/client-first-response/ja.j2"), own.join("ja.j2")).unwrap();
    refused(&ja.run(&["kinds"]), &["client-thanks/ja.j2", "外（", "リンクです"]);

    std::fs::remove_file(own.join("ja.j2")).unwrap();
    let within = own.parent().unwrap().join("ja.common.j2");
    std::fs::copy(path("prompts/client-first-response/ja.j2"), &within).unwrap();
    symlink(&within, own.join("ja.j2")).unwrap();
    let run = ja.run(&["kinds"]);
    assert_eq!(run.code, 0, "{}", run.err);

    symlink(path("prompts"), own.parent().unwrap().join("client-others")).unwrap();
    refused(&ja.run(&["kinds"]), &["client-others", "リンクです"]);
}

#[test]
fn a_draft_with_a_finding_goes_out_when_it_is_accepted_with_a_reason() {
    let (desk, own) = desk(JA, "client-receipt", "D52");
    let marked = "本件は、私が責任者として直接承ります。";
    change(&own, "ja.wording.j2", marked, &format!("{marked}受付番号は〇〇〇でございます。"));
    let case = path("examples/cartons/case.toml").display().to_string();
    let file = desk.folder.path().join("receipt.txt");
    let output = file.display().to_string();
    let draft = |more: &[&str]| desk.run(&[&["draft", "D52", &case, "-o", &output][..], more].concat());

    let blocked = draft(&[]);
    assert_eq!(blocked.code, 1, "{}", blocked.err);
    assert!(!file.exists() && blocked.err.contains("エラー[placeholder]「〇〇〇"), "{}", blocked.err);
    assert!(blocked.err.contains("--accept 規則@行 --reason 理由"), "{}", blocked.err);

    let nowhere = desk.run(&["draft", "D52", &case, "--accept", "placeholder", "--reason", "印刷後に記入"]);
    assert_eq!(nowhere.code, 2, "{}", nowhere.err);
    assert!(nowhere.err.contains("-o FILE"), "{}", nowhere.err);

    let accepted = draft(&["--accept", "placeholder", "--reason", "印刷後に記入"]);
    assert_eq!(accepted.code, 0, "{}", accepted.err);
    assert!(accepted.err.contains("受け入れ済み[placeholder]「〇〇〇"), "{}", accepted.err);
    assert!(std::fs::read_to_string(&file).unwrap().contains("受付番号は〇〇〇でございます。"));

    // It is kept beside the draft, and holds for the next one, for programs and for `review` too.
    let again = draft(&["--force", "--format", "json"]);
    assert_eq!(again.code, 0, "{}", again.err);
    let value: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let finding = value["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "placeholder").unwrap();
    assert_eq!((&value["blocked"], &finding["accepted"]["reason"]), (&false.into(), &"印刷後に記入".into()));
    assert_eq!(draft(&["--force"]).code, 0);
    let review = desk.run(&["review", &output, "--case", &case, "--kind", "D52"]);
    assert!(review.out.contains("受け入れ済み[placeholder]"), "{}", review.out);

    // Another sentence is another finding.
    change(&own, "ja.wording.j2", "受付番号は〇〇〇で", "お受付番号は〇〇〇で");
    let changed = draft(&["--force"]);
    assert_eq!(changed.code, 1, "{}", changed.err);
    assert!(changed.err.contains("無効になりました"), "{}", changed.err);
}
