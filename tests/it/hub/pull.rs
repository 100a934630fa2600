//! `tsukuroi models pull` as a user runs it.

use std::process::Stdio;
use std::sync::{Arc, Condvar, Mutex};

use super::fake::{FakeHub, Reply};
use super::files;
use crate::desk::{Desk, EN, JA, json};
use crate::support::path;
use crate::tiny_models;

const LISTED: &str = r#"
default = "tiny"

[[model]]
name = "tiny"
family = "qwen3"
title = "Tiny"
parameters = "0"
licence = "MIT"
quantisation = "F32"
repo = "owner/name"
file = "model.gguf"
context = 32768
languages = ["ja", "en"]
"#;

/// A desk whose list has the hub's model as its default.
fn listed(lang: &'static str, fake: &FakeHub, list: &str) -> Desk {
    let mut desk = Desk::new(lang);
    desk.env = vec![("HF_ENDPOINT", fake.address())];
    std::fs::create_dir(desk.folder.path().join("config")).unwrap();
    desk.file("config/models.toml", list);
    desk
}

fn onboarding() -> String {
    path("examples/onboarding/case.toml").display().to_string()
}

#[test]
fn a_pulled_model_lies_in_the_hub_s_cache_is_pinned_and_drafts() {
    let fake = FakeHub::new(tiny_models::bytes(512));
    let desk = listed(EN, &fake, LISTED);
    let run = desk.run(&["models", "pull", "tiny"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("pulled the model tiny") && run.out.contains(&fake.shelf.sha256), "{}", run.out);
    assert!(run.err.contains("licence: MIT") && run.err.contains("min at 10 Mbit/s"), "{}", run.err);
    let (commit, sha256) = (&fake.shelf.commit, &fake.shelf.sha256);
    let cache = desk.folder.path().join("hf/hub/models--owner--name");
    assert_eq!(std::fs::read(cache.join("blobs").join(sha256)).unwrap(), *fake.shelf.bytes);
    assert_eq!(std::fs::read(cache.join(format!("snapshots/{commit}/model.gguf"))).unwrap(), *fake.shelf.bytes);
    assert_eq!(std::fs::read_to_string(cache.join("refs/main")).unwrap(), *commit);
    let lock = std::fs::read_to_string(desk.folder.path().join("data/models.lock")).unwrap();
    assert!(lock.contains(sha256) && lock.contains(commit), "{lock}");
    let copies: Vec<_> =
        files(&desk.folder.path().join("data")).into_iter().filter(|file| file.ends_with(".gguf")).collect();
    assert!(copies.is_empty(), "the cache is used, not copied: {copies:?}");
    // It is the model that drafts: this case does not fit its context.
    let drafted = desk.run(&["draft", "D01", &onboarding(), "--offline"]);
    assert!(drafted.code == 4 && drafted.err.contains("context of 512"), "{}", drafted.err);
    let asked = fake.asked().len();
    let again = desk.run(&["models", "pull", "tiny"]);
    assert!(again.code == 0 && again.out.contains("already installed"), "{}{}", again.out, again.err);
    assert_eq!(fake.asked().len(), asked);
}

#[test]
fn what_another_program_has_in_the_cache_is_used_without_the_network() {
    let fake = FakeHub::new(tiny_models::bytes(512));
    let desk = listed(JA, &fake, LISTED);
    assert_eq!(desk.run(&["models", "pull", "tiny"]).code, 0);
    // The cache stays, all of this program's own goes.
    std::fs::remove_dir_all(desk.folder.path().join("data")).unwrap();
    let list = desk.run(&["models", "list"]);
    assert!(list.out.contains("キャッシュにあり"), "{}", list.out);
    let asked = fake.asked().len();
    let run = desk.run(&["models", "pull", "tiny", "--offline"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(fake.asked().len(), asked);
    assert_eq!(json(&desk.run(&["models", "show", "tiny", "--format", "json"]))["sha256"], fake.shelf.sha256);
    // Bytes that are not what their name says are no model, and the hub has the right ones.
    std::fs::remove_dir_all(desk.folder.path().join("data")).unwrap();
    let blob = desk.folder.path().join("hf/hub/models--owner--name/blobs").join(&fake.shelf.sha256);
    let mut spoilt = fake.shelf.bytes.to_vec();
    *spoilt.last_mut().unwrap() ^= 1;
    std::fs::write(&blob, spoilt).unwrap();
    assert_eq!(desk.run(&["models", "pull", "tiny", "--offline"]).code, 4);
    assert_eq!(desk.run(&["models", "pull", "tiny"]).code, 0);
    assert_eq!(std::fs::read(&blob).unwrap(), *fake.shelf.bytes);
}

#[test]
fn a_dry_run_shows_what_is_needed_elsewhere_and_the_import_takes_it() {
    let fake = FakeHub::new(tiny_models::bytes(512));
    let desk = listed(EN, &fake, LISTED);
    let run = desk.run(&["models", "pull", "tiny", "--dry-run", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let value = json(&run);
    let (commit, sha256) = (&fake.shelf.commit, &fake.shelf.sha256);
    assert_eq!(value["address"], format!("{}/owner/name/resolve/{commit}/model.gguf", fake.address()));
    assert_eq!((&value["size"], &value["sha256"]), (&fake.shelf.bytes.len().into(), &sha256.as_str().into()));
    assert!(fake.asked().iter().all(|ask| !ask.store), "nothing is fetched");
    assert!(!desk.folder.path().join("hf").exists() && !desk.folder.path().join("data").exists());
    let text = desk.run(&["models", "pull", "tiny", "--dry-run"]).out;
    let import = text.lines().find_map(|line| line.strip_prefix("import: tsukuroi ")).unwrap();
    assert!(text.contains(sha256) && text.contains("licence: MIT"), "{text}");
    // The stick arrives on a machine without a network.
    let stick = desk.folder.path().join("model.gguf");
    std::fs::write(&stick, &*fake.shelf.bytes).unwrap();
    let away = Desk::new(JA);
    let stick = stick.display().to_string();
    let args: Vec<&str> =
        import.split(' ').map(|word| if word == "model.gguf" { stick.as_str() } else { word }).collect();
    let run = away.run(&args);
    assert!(run.code == 0 && run.out.contains("tiny を取り込みました"), "{}{}", run.out, run.err);
    let wrong: Vec<String> = args.iter().map(|word| word.replace(sha256.as_str(), &"0".repeat(64))).collect();
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).chain(["--force"]).collect();
    let run = away.run(&wrong);
    assert!(run.code == 4 && run.err.contains("SHA-256 が違います"), "{}", run.err);
    assert_eq!(away.run(&["models", "verify"]).code, 0, "the model that was there stays");
}

#[test]
fn a_killed_pull_goes_on_where_it_was() {
    let bytes = tiny_models::bytes(512);
    let half = bytes.len() / 2;
    let first = Mutex::new(true);
    let fake = FakeHub::with(bytes, move |ask, shelf| {
        let mut reply = shelf.reply(ask);
        if ask.store && std::mem::take(&mut *first.lock().unwrap()) {
            (reply.cut, reply.silent) = (Some(half), true);
        }
        reply
    });
    let desk = listed(EN, &fake, LISTED);
    let mut pull =
        desk.command(&["models", "pull", "tiny"]).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
    let part = desk.folder.path().join(format!("hf/hub/models--owner--name/blobs/{}.incomplete", fake.shelf.sha256));
    while std::fs::metadata(&part).map_or(0, |about| about.len()) < half as u64 {
        assert!(pull.try_wait().unwrap().is_none(), "the pull ended by itself");
        std::thread::yield_now();
    }
    pull.kill().unwrap();
    pull.wait().unwrap();
    assert!(!desk.folder.path().join("data/models/tiny").exists());
    let run = desk.run(&["models", "pull", "tiny"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let froms: Vec<_> = fake.asked().iter().filter(|ask| ask.store).map(|ask| ask.from).collect();
    assert_eq!(froms, [None, Some(half)]);
    assert_eq!(desk.run(&["models", "verify"]).code, 0);
    let left = files(&desk.folder.path().join("hf"));
    assert_eq!(left.len(), 3, "bytes, link and ref: {left:?}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_a_silent_download_and_keeps_what_came() {
    let fake = FakeHub::with(tiny_models::bytes(512), |ask, shelf| {
        let mut reply = shelf.reply(ask);
        if ask.store {
            (reply.cut, reply.silent) = (Some(1_000), true);
        }
        reply
    });
    let desk = listed(EN, &fake, LISTED);
    let pull = desk.command(&["models", "pull", "tiny"]).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let part = desk.folder.path().join(format!("hf/hub/models--owner--name/blobs/{}.incomplete", fake.shelf.sha256));
    while std::fs::metadata(&part).map_or(0, |about| about.len()) < 1_000 {
        std::thread::yield_now();
    }
    let id = pull.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let output = pull.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(String::from_utf8_lossy(&output.stderr).contains("run it again to go on"));
    assert_eq!(std::fs::metadata(&part).unwrap().len(), 1_000);
}

#[test]
fn a_mirror_that_knows_branches_only_will_do() {
    let fake = FakeHub::with(tiny_models::bytes(512), |ask, shelf| match ask.path.contains(&shelf.commit) {
        true if !ask.store => Reply::new(404),
        _ => shelf.reply(ask),
    });
    let desk = listed(EN, &fake, LISTED);
    for _ in 0..2 {
        let run = desk.run(&["models", "pull", "tiny"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(desk.run(&["models", "remove", "tiny", "--purge"]).code, 0);
    }
}

#[test]
fn two_pulls_at_once_end_with_one_good_file() {
    // The store waits until both have asked the hub.
    let looked = Arc::new((Mutex::new(0), Condvar::new()));
    let gate = Arc::clone(&looked);
    let fake = FakeHub::with(tiny_models::bytes(512), move |ask, shelf| {
        let (count, changed) = &*gate;
        let mut count = count.lock().unwrap();
        if ask.store {
            drop(changed.wait_while(count, |count| *count < 2).unwrap());
        } else if ask.method == "HEAD" {
            *count += 1;
            changed.notify_all();
        }
        shelf.reply(ask)
    });
    let desk = listed(EN, &fake, LISTED);
    let pulls: Vec<_> = (0..2)
        .map(|_| {
            desk.command(&["models", "pull", "tiny"]).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for pull in pulls {
        let output = pull.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(fake.asked().iter().filter(|ask| ask.store).count(), 1, "it is fetched once");
    assert_eq!(desk.run(&["models", "verify"]).code, 0);
    assert_eq!(files(&desk.folder.path().join("hf")).len(), 3);
    let models = std::fs::read_dir(desk.folder.path().join("data/models")).unwrap().count();
    assert_eq!(models, 1);
}

#[test]
fn a_file_that_changed_at_the_hub_is_refused_until_it_is_wanted() {
    let changed = Arc::new(Mutex::new(None::<FakeHub>));
    let other = Arc::clone(&changed);
    let fake = FakeHub::with(tiny_models::bytes(512), move |ask, shelf| match &*other.lock().unwrap() {
        Some(other) => other.shelf.reply(ask),
        None => shelf.reply(ask),
    });
    let desk = listed(EN, &fake, LISTED);
    assert_eq!(desk.run(&["models", "pull", "tiny"]).code, 0);
    assert_eq!(desk.run(&["models", "remove", "tiny", "--purge"]).code, 0);
    *changed.lock().unwrap() = Some(FakeHub::new(tiny_models::bytes(1024)));
    let run = desk.run(&["models", "pull", "tiny"]);
    assert!(run.code == 4 && run.err.contains("--update") && run.err.contains(&fake.shelf.sha256), "{}", run.err);
    assert!(files(&desk.folder.path().join("hf/hub/models--owner--name/blobs")).is_empty());
    let run = desk.run(&["models", "pull", "tiny", "--update"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!run.out.contains(&fake.shelf.sha256), "{}", run.out);
}

#[test]
fn a_licence_that_is_not_permissive_is_agreed_to_first() {
    let fake = FakeHub::new(tiny_models::bytes(512));
    let own =
        LISTED.replace("\"MIT\"", "\"LicenseRef-own\"\nterms = { ja = \"売上の上限あり\", en = \"a revenue limit\" }");
    let mut desk = listed(EN, &fake, &own);
    let run = desk.run(&["models", "pull", "tiny"]);
    assert!(
        run.code == 2 && run.err.contains("--accept-licence") && run.err.contains("a revenue limit"),
        "{}",
        run.err
    );
    assert!(fake.asked().is_empty());
    desk.env.push(("TSUKUROI_INTERACTIVE", "1".to_owned()));
    let run = desk.run_with(&["models", "pull", "tiny"], "\n");
    assert!(run.code == 4 && run.err.contains("do you agree"), "{}", run.err);
    assert!(fake.asked().is_empty());
    assert_eq!(desk.run_with(&["models", "pull", "tiny"], "yes\n").code, 0);
    // Of a file that no list knows the licence is not known.
    let plain = LISTED.replace("owner/name", "owner/other");
    let desk = listed(JA, &fake, &plain);
    let run = desk.run(&["models", "pull", "owner/name:model.gguf"]);
    assert!(run.code == 2 && run.err.contains("ライセンス: 不明"), "{}", run.err);
    let run = desk.run(&["models", "pull", "owner/name:model.gguf", "--accept-licence"]);
    assert!(run.code == 0 && run.err.contains("--model model"), "{}{}", run.out, run.err);
}

#[test]
fn a_file_of_the_right_hash_that_is_no_model_is_not_kept() {
    let fake = FakeHub::new(super::bytes(1, 5_000));
    let desk = listed(EN, &fake, LISTED);
    let run = desk.run(&["models", "pull", "tiny"]);
    assert!(run.code == 4 && run.err.contains("damaged or not supported"), "{}", run.err);
    let left = files(desk.folder.path());
    assert_eq!(left, [desk.folder.path().join("config/models.toml")]);
}

#[test]
fn the_first_draft_on_a_terminal_asks_once_and_drafts_either_way() {
    let fake = FakeHub::new(tiny_models::bytes(512));
    let mut desk = listed(EN, &fake, LISTED);
    let draft = ["draft", "D01", &onboarding()];
    let piped = desk.run_with(&draft, "y\n");
    assert!(piped.code == 0 && !piped.err.contains("asked only once"), "never in a pipe: {}", piped.err);
    desk.env.push(("TSUKUROI_INTERACTIVE", "1".to_owned()));
    let builtin = desk.run_with(&["draft", "D01", &onboarding(), "--model", "builtin"], "y\n");
    assert!(!builtin.err.contains("asked only once"), "{}", builtin.err);
    let offline = desk.run_with(&["draft", "D01", &onboarding(), "--offline"], "y\n");
    assert!(!offline.err.contains("asked only once"), "{}", offline.err);
    assert!(fake.asked().is_empty());
    let no = desk.run_with(&draft, "\n");
    assert!(no.code == 0 && no.out == piped.out, "{}", no.err);
    assert!(no.err.contains("owner/name:model.gguf") && no.err.contains("licence: MIT"), "{}", no.err);
    assert!(no.err.contains("size: not known yet") && no.err.contains("asked only once"), "{}", no.err);
    let again = desk.run_with(&draft, "y\n");
    assert!(!again.err.contains("asked only once"), "never twice: {}", again.err);
    assert!(fake.asked().is_empty());

    let mut desk = listed(JA, &fake, LISTED);
    desk.env.push(("TSUKUROI_INTERACTIVE", "1".to_owned()));
    let yes = desk.run_with(&draft, "はい\n");
    assert!(yes.err.contains("この質問は一度だけです") && yes.err.contains("10 Mbps で約 1 分"), "{}", yes.err);
    // It is the model that drafts: this case does not fit its context.
    assert!(yes.code == 4 && yes.err.contains("モデルの上限 512"), "{}", yes.err);
}

#[test]
fn a_first_download_that_fails_does_not_hold_up_the_draft() {
    let fake = FakeHub::with(tiny_models::bytes(512), |_, _| Reply::new(404));
    let mut desk = listed(EN, &fake, LISTED);
    desk.env.push(("TSUKUROI_INTERACTIVE", "1".to_owned()));
    let run = desk.run_with(&["draft", "D01", &onboarding()], "y\n");
    assert!(run.code == 0 && run.err.contains("no such file") && run.out.contains("Dear"), "{}{}", run.out, run.err);
}
