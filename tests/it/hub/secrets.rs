//! What leaves the machine, and to whom.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::bytes;
use super::fake::{FakeHub, Reply};
use crate::desk::{Desk, EN};

/// A port that counts who comes.
pub(super) fn canary() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let came = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&came);
    std::thread::spawn(move || {
        for _ in listener.incoming() {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    (address, came)
}

#[test]
fn the_token_goes_to_the_hub_and_never_along_to_the_store() {
    let fake = FakeHub::new(bytes(1, 5_000));
    let mut desk = Desk::new(EN);
    desk.env = vec![("HF_ENDPOINT", fake.address()), ("HF_TOKEN", "hf_secret".to_owned())];
    let run = desk.run(&["models", "pull", "owner/name:model.gguf", "--accept-licence"]);
    // It is no model, but it came.
    assert_eq!(run.code, 4, "{}", run.err);
    assert!(!run.err.contains("hf_secret") && !run.out.contains("hf_secret"));
    let asked = fake.asked();
    assert!(asked.iter().any(|ask| ask.store) && asked.iter().any(|ask| !ask.store));
    for ask in asked {
        let sent = ask.header("authorization");
        assert_eq!(sent, (!ask.store).then_some("Bearer hf_secret"), "{ask:?}");
        assert!(ask.header("user-agent").unwrap().starts_with("tsukuroi/"), "{ask:?}");
        assert!(ask.header("cookie").is_none());
    }
}

#[test]
fn a_token_of_the_login_is_used_and_a_same_named_host_on_another_port_does_not_get_it() {
    let fake = FakeHub::with(bytes(1, 5_000), |ask, shelf| match ask.path.starts_with("/moved") {
        // A repository that was renamed, and then the store.
        false if !ask.store => Reply::new(307).with("Location", &format!("/moved{}", ask.path)),
        _ => shelf.reply(ask),
    });
    let mut desk = Desk::new(EN);
    std::fs::create_dir_all(desk.folder.path().join("hf")).unwrap();
    desk.file("hf/token", "hf_login\n");
    desk.env = vec![("HF_ENDPOINT", fake.address())];
    desk.run(&["models", "pull", "owner/name:model.gguf", "--accept-licence"]);
    let asked = fake.asked();
    assert!(asked.iter().any(|ask| ask.path.starts_with("/moved")) && asked.iter().any(|ask| ask.store));
    for ask in asked {
        assert_eq!(ask.header("authorization"), (!ask.store).then_some("Bearer hf_login"), "{ask:?}");
    }
}

#[test]
fn the_system_s_proxies_are_not_used_and_a_named_one_is() {
    let fake = FakeHub::new(bytes(1, 5_000));
    let (proxy, came) = canary();
    let mut desk = Desk::new(EN);
    desk.env = vec![("HF_ENDPOINT", fake.address())];
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        desk.env.push((name, proxy.clone()));
    }
    let args = ["models", "pull", "owner/name:model.gguf", "--accept-licence", "--dry-run"];
    let run = desk.run(&args);
    assert_eq!((run.code, came.load(Ordering::SeqCst)), (0, 0), "{}", run.err);
    desk.env.push(("TSUKUROI_PROXY", fake.address()));
    desk.env.push(("HF_ENDPOINT", "http://hub.invalid".to_owned()));
    let before = fake.asked().len();
    assert_ne!(desk.run(&args).code, 0);
    assert!(fake.asked()[before..].iter().any(|ask| ask.method == "CONNECT" || ask.path.contains("hub.invalid")));
}
