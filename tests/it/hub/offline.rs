//! No socket is opened: offline, and by all that is not `models pull`.

use std::process::Command;
use std::sync::atomic::Ordering;

use super::fake::FakeHub;
use super::secrets::canary;
use crate::desk::{Desk, EN, JA};
use crate::support::path;
use crate::tiny_models;

fn case() -> String {
    path("examples/onboarding/case.toml").display().to_string()
}

/// Commands of every kind but `models pull`.
fn commands(desk: &Desk) -> Vec<Vec<String>> {
    let text = path("examples/onboarding/faulty-apology.en.txt").display().to_string();
    let model = tiny_models::placed(desk, 512);
    let line = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    vec![
        line(&format!("draft D01 {}", case())),
        line(&format!("draft D02 {} --format json --explain", case())),
        line(&format!("check {}", case())),
        line(&format!("next {}", case())),
        line(&format!("similar {}", case())),
        line(&format!("review {text} --case {} --kind D02", case())),
        line("kinds"),
        ["models", "import", &model].map(str::to_owned).to_vec(),
        line("models list"),
        line("models show qwen3-1.7b"),
        line("models verify"),
        line(&format!("draft D01 {} --model tiny-model", case())),
        line("models remove tiny-model"),
    ]
}

/// The environment that would lead every careless program out.
fn lured(desk: &mut Desk, to: &str) {
    desk.env = ["HF_ENDPOINT", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy", "all_proxy", "TSUKUROI_PROXY"]
        .map(|name| (name, to.to_owned()))
        .to_vec();
}

#[test]
fn nothing_but_models_pull_opens_a_connection() {
    let (to, came) = canary();
    let mut desk = Desk::new(EN);
    lured(&mut desk, &to);
    for args in commands(&desk) {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let run = desk.run(&args);
        assert!(!run.out.is_empty() || args.contains(&"tiny-model"), "{args:?}: {}", run.err);
        assert_eq!(came.load(Ordering::SeqCst), 0, "{args:?}");
    }
}

#[test]
fn with_no_network_at_all_every_command_does_what_it_does_with_one() {
    let able = Command::new("unshare").args(["-rn", "true"]).status().is_ok_and(|status| status.success());
    if !able {
        eprintln!("skipped: this machine makes no network namespaces");
        return;
    }
    let (inside, outside) = (Desk::new(EN), Desk::new(EN));
    for (within, without) in commands(&inside).into_iter().zip(commands(&outside)) {
        let args: Vec<&str> = without.iter().map(String::as_str).collect();
        let expected = outside.run(&args);
        let args: Vec<&str> = within.iter().map(String::as_str).collect();
        let plain = inside.command(&args);
        let mut command = Command::new("unshare");
        command.arg("-rn").arg(plain.get_program()).args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let output = command.output().unwrap();
        let (out, code) = (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code());
        assert_eq!((out, code), (expected.out, Some(expected.code)), "{args:?}: {}", expected.err);
    }
}

#[test]
fn offline_by_option_variable_or_list_no_model_is_fetched() {
    for (how, lang) in [("--offline", EN), ("HF_HUB_OFFLINE", JA), ("models.toml", EN)] {
        let fake = FakeHub::new(tiny_models::bytes(512));
        let mut desk = Desk::new(lang);
        lured(&mut desk, &fake.address());
        let mut args = vec!["models", "pull", "owner/name:model.gguf", "--accept-licence"];
        match how {
            "--offline" => args.push("--offline"),
            "HF_HUB_OFFLINE" => desk.env.push(("HF_HUB_OFFLINE", "1".to_owned())),
            _ => {
                std::fs::create_dir(desk.folder.path().join("config")).unwrap();
                desk.file("config/models.toml", "offline = true\n");
            }
        }
        let run = desk.run(&args);
        assert_eq!((run.code, run.out.as_str()), (4, ""), "{how}: {}", run.err);
        assert!(run.err.contains(how) && run.err.contains("tsukuroi models import"), "{how}: {}", run.err);
        args.push("--dry-run");
        let run = desk.run(&args);
        assert_eq!(run.code, 0, "{how}: {}", run.err);
        assert!(run.out.contains("/owner/name/resolve/main/model.gguf"), "{how}: {}", run.out);
        assert!(fake.asked().is_empty(), "{how}: {:?}", fake.asked());
    }
}
