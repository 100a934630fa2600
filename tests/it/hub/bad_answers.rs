//! Answers that are no model: each is a clear error, and nothing is left behind.

use super::fake::{Ask, FakeHub, Reply, Shelf};
use super::{Client, bytes, files};
use tsukuroi::hub::HubError;

const SIZE: usize = 5_000;

type Answer = fn(&Ask, &Shelf) -> Reply;

/// An answer of the store, with a hub that behaves before it.
fn stored(ask: &Ask, shelf: &Shelf, change: fn(Reply, &Shelf) -> Reply) -> Reply {
    let reply = shelf.reply(ask);
    if ask.store { change(reply, shelf) } else { reply }
}

/// An answer of the hub itself.
fn told(ask: &Ask, shelf: &Shelf, change: fn(Reply, &Shelf) -> Reply) -> Reply {
    let reply = shelf.reply(ask);
    if ask.store { reply } else { change(reply, shelf) }
}

/// What the hub answers, and a part of the error.
const ANSWERS: [(&str, Answer, &str); 42] = [
    ("400", |_, _| Reply::new(400), "HTTP 400"),
    ("401", |_, _| Reply::new(401), "HF_TOKEN"),
    ("403", |_, _| Reply::new(403), "agreement"),
    ("404", |_, _| Reply::new(404), "no such file"),
    ("410", |_, _| Reply::new(410), "no such file"),
    ("418", |_, _| Reply::new(418), "HTTP 418"),
    ("429", |_, _| Reply::new(429), "429"),
    ("429, come back in an hour", |_, _| Reply::new(429).with("Retry-After", "3600"), "3600 s"),
    ("500", |_, _| Reply::new(500), "HTTP 500"),
    ("502", |_, _| Reply::new(502), "HTTP 502"),
    ("503", |_, _| Reply::new(503), "HTTP 503"),
    ("504", |_, _| Reply::new(504), "HTTP 504"),
    ("204", |_, _| Reply::new(204), "HTTP 204"),
    (
        "a login page",
        |_, _| Reply::new(200).with("Content-Type", "text/html; charset=utf-8").body(b"<html>"),
        "web page",
    ),
    ("an error in JSON", |_, _| Reply::new(200).with("Content-Type", "application/json").body(b"{}"), "web page"),
    ("no HTTP", |_, _| Reply::raw(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"), "broke"),
    ("nothing", |_, _| Reply::raw(b""), "broke"),
    ("half a header", |_, _| Reply::raw(b"HTTP/1.1 200 OK\r\nX-Re"), "broke"),
    (
        "headers without an end",
        |_, _| Reply::raw(&[b"HTTP/1.1 200 OK\r\nX: ".as_slice(), &[b'x'; 200_000]].concat()),
        "",
    ),
    ("no commit", |a, s| told(a, s, |r, _| r.without("X-Repo-Commit")), "X-Repo-Commit"),
    (
        "no size",
        |_, s| {
            Reply::new(200)
                .with("X-Repo-Commit", &s.commit)
                .with("Transfer-Encoding", "chunked")
                .with("X-Linked-ETag", &s.sha256)
        },
        "Content-Length",
    ),
    ("no hash", |_, s| Reply::new(200).with("X-Repo-Commit", &s.commit).body(&s.bytes), "--sha256"),
    (
        "a hash of git",
        |_, s| {
            Reply::new(200).with("X-Repo-Commit", &s.commit).with("ETag", &format!("\"{}\"", s.commit)).body(&s.bytes)
        },
        "--sha256",
    ),
    ("a size of nothing", |a, s| told(a, s, |r, _| r.with("X-Linked-Size", "0")), "X-Linked-Size"),
    ("a size below nothing", |a, s| told(a, s, |r, _| r.with("X-Linked-Size", "-1")), "x-linked-size"),
    ("a size that is no number", |a, s| told(a, s, |r, _| r.with("X-Linked-Size", "1e9")), "x-linked-size"),
    ("a size that no disk has", |a, s| told(a, s, |r, _| r.with("X-Linked-Size", "9000000000000000000")), "disk space"),
    ("a redirect to nowhere", |a, s| told(a, s, |r, _| r.without("Location")), "Location"),
    ("a redirect in a circle", |a, s| told(a, s, |r, _| r.with("Location", "/again")), ""),
    (
        "another redirect from the store",
        |a, s| stored(a, s, |_, _| Reply::new(302).with("Location", "/again")),
        "too many redirects",
    ),
    ("a store that refuses", |a, s| stored(a, s, |_, _| Reply::new(403)), "HTTP 403"),
    ("a store that fails", |a, s| stored(a, s, |_, _| Reply::new(500)), "HTTP 500"),
    (
        "a page of the store",
        |a, s| stored(a, s, |_, _| Reply::new(200).with("Content-Type", "text/html").body(b"<html>")),
        "web page",
    ),
    (
        "a page that hides what it is",
        |a, s| {
            stored(a, s, |_, s| {
                Reply::new(200).body(&[b"<!doctype html>".as_slice(), &s.bytes].concat()[..s.bytes.len()])
            })
        },
        "no GGUF",
    ),
    ("too much", |a, s| stored(a, s, |r, s| r.body(&[s.bytes.as_slice(), b"more"].concat())), "size is wrong"),
    ("too much, untold", |_, s| too_much_untold(s), ""),
    ("too little", |a, s| stored(a, s, |r, s| r.body(&s.bytes[..100])), "size is wrong"),
    (
        "other bytes",
        |a, s| {
            stored(a, s, |r, s| {
                let mut b = s.bytes.to_vec();
                b[999] ^= 1;
                r.body(&b)
            })
        },
        "SHA-256",
    ),
    (
        "bytes from elsewhere",
        |a, s| stored(a, s, |_, s| Reply::new(206).with("Content-Range", "bytes 7-4999/5000").body(&s.bytes[7..])),
        "Content-Range",
    ),
    (
        "a part of something larger",
        |a, s| stored(a, s, |_, s| Reply::new(206).with("Content-Range", "bytes 0-4999/6000").body(&s.bytes)),
        "Content-Range",
    ),
    ("a part of no kind", |a, s| stored(a, s, |_, s| Reply::new(206).body(&s.bytes)), "Content-Range"),
    (
        "packed bytes that are none",
        |a, s| stored(a, s, |r, _| r.with("Content-Encoding", "gzip").with("Content-Type", "x/y")),
        "",
    ),
];

/// A body without a length that goes on and on.
fn too_much_untold(shelf: &Shelf) -> Reply {
    let head = format!(
        "HTTP/1.1 200 OK\r\nX-Repo-Commit: {}\r\nETag: \"{}\"\r\nX-Linked-Size: {SIZE}\r\nConnection: close\r\n\r\n",
        shelf.commit, shelf.sha256
    );
    Reply::raw(&[head.as_bytes(), &shelf.bytes, &shelf.bytes].concat())
}

#[test]
fn forty_kinds_of_bad_answers_are_clear_errors_and_leave_nothing() {
    for (what, answer, part) in ANSWERS {
        let fake = FakeHub::with(bytes(1, SIZE), answer);
        let home = tempfile::tempdir().unwrap();
        let error = Client::new(&fake, home.path()).get().err().unwrap_or_else(|| panic!("{what} became a model"));
        let message = error.message();
        assert!(message.en.contains(part), "{what}: {error}");
        for text in [&message.en, &message.ja] {
            assert!(text.len() < 700 && !text.chars().any(char::is_control), "{what}: {text}");
        }
        assert_eq!(files(home.path()), Vec::<std::path::PathBuf>::new(), "{what}: {error}");
        #[cfg(unix)]
        assert!(std::fs::read_dir(home.path()).unwrap().next().is_none(), "{what} leaves a folder");
    }
}

#[test]
fn a_port_where_nobody_listens_is_told_by_name() {
    let fake = FakeHub::new(bytes(1, SIZE));
    let home = tempfile::tempdir().unwrap();
    let mut client = Client::new(&fake, home.path());
    let remote = client.look().unwrap();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let settings = tsukuroi::hub::HubSettings {
        endpoint: format!("http://{nobody}"),
        token: None,
        proxy: None,
        certificates: None,
        patience: Default::default(),
    };
    let cache = tsukuroi::engine::store::HubCache::of(&|_| Some(home.path().into())).unwrap();
    client.hub = tsukuroi::hub::Hub::new(&settings, cache).unwrap();
    assert!(matches!(client.look(), Err(HubError::Unreachable { host, .. }) if host == "127.0.0.1"));
    assert!(matches!(client.fetch(&remote), Err(HubError::Unreachable { .. })));
    assert!(files(home.path()).is_empty());
}

#[test]
fn the_cache_is_mended_where_its_bytes_are_not_what_their_name_says() {
    let fake = FakeHub::new(bytes(1, SIZE));
    let home = tempfile::tempdir().unwrap();
    let path = Client::new(&fake, home.path()).get().unwrap();
    let mut wrong = fake.shelf.bytes.to_vec();
    wrong[100] ^= 1;
    std::fs::write(&path, wrong).unwrap();
    let again = Client::new(&fake, home.path()).get().unwrap();
    assert_eq!((std::fs::read(&again).unwrap(), again), (fake.shelf.bytes.to_vec(), path));
}
