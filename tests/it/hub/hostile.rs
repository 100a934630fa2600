//! Names and headers that would lead elsewhere.

use super::fake::FakeHub;
use super::{Client, bytes, files};
use crate::desk::{Desk, EN};

/// Names that a user, a list or a page may ask for.
const NAMES: [&str; 30] = [
    "../../evil:x.gguf",
    "owner/..:x.gguf",
    "../owner:x.gguf",
    "/etc/passwd:x.gguf",
    "owner/name/more:x.gguf",
    "owner/name:../x.gguf",
    "owner/name:../../../../x.gguf",
    "owner/name:/etc/x.gguf",
    "owner/name:a/../../x.gguf",
    "owner/name:a//x.gguf",
    "owner/name:./x.gguf",
    "owner/name:..\\x.gguf",
    "owner/name:C:\\x.gguf",
    "owner/name:C:x.gguf",
    "owner/name:\\\\host\\share\\x.gguf",
    "owner/name:nul.gguf",
    "owner/name:CON.gguf",
    "owner/name:%2e%2e/x.gguf",
    "owner/name:%2e%2e%2fx.gguf",
    "owner/name:x.gguf?y=.gguf",
    "owner/name:x.gguf#.gguf",
    "owner/name:x\u{202e}.gguf",
    "owner/name:x\n.gguf",
    "owner/name:.gguf",
    "owner/name:-x.gguf",
    "owner/name:x.bin",
    "owner/name:~/x.gguf",
    "owner/name:$HOME/x.gguf",
    "http://evil.example/x:x.gguf",
    "owner@evil.example/name:x.gguf",
];

/// Headers of an answer, and values that would lead elsewhere.
const HEADERS: [(&str, &str); 34] = [
    ("X-Repo-Commit", "../../../../../../../../evil"),
    ("X-Repo-Commit", "/tmp/evil"),
    ("X-Repo-Commit", "main"),
    ("X-Repo-Commit", ""),
    ("X-Repo-Commit", "0123456789ABCDEF0123456789ABCDEF01234567"),
    ("X-Repo-Commit", "0123456789abcdef0123456789abcdef0123456"),
    ("X-Repo-Commit", "0123456789abcdef0123456789abcdef01234567/.."),
    ("X-Repo-Commit", "..\\..\\evil"),
    ("X-Repo-Commit", "C:\\evil"),
    ("X-Repo-Commit", "0123456789abcdef0123456789abcdef0123456 "),
    ("X-Repo-Commit", "%2e%2e%2fevil%2e%2e%2fevil%2e%2e%2fevil%2e%2e"),
    ("X-Repo-Commit", "０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９"),
    ("X-Linked-ETag", "\"../../../../../../../../evil\""),
    ("X-Linked-ETag", "/tmp/evil"),
    ("X-Linked-ETag", "\"\""),
    ("X-Linked-ETag", ""),
    ("X-Linked-ETag", "\"..\""),
    ("X-Linked-ETag", "W/\"../evil\""),
    ("X-Linked-ETag", "\"C:\\evil\""),
    ("X-Linked-ETag", "\"nul\""),
    ("X-Linked-ETag", "\"0123456789abcdef0123456789abcdef01234567\""),
    ("X-Linked-ETag", "\"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855\""),
    ("X-Linked-ETag", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/x\""),
    ("X-Linked-ETag", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.incomplete\""),
    ("X-Linked-Size", "../evil"),
    ("X-Linked-Size", "99999999999999999999999999"),
    ("Location", "file:///etc/passwd"),
    ("Location", "ftp://127.0.0.1/x"),
    ("Location", "//127.0.0.1/x"),
    ("Location", "x/../../evil"),
    ("Location", "http://user:secret@127.0.0.1/x"),
    ("Location", "data:text/plain,GGUF"),
    ("Location", "javascript:alert(1)"),
    ("Location", ""),
];

#[test]
fn hostile_names_are_refused_before_anything_is_asked_or_written() {
    let fake = FakeHub::new(bytes(1, 5_000));
    let mut desk = Desk::new(EN);
    desk.env.push(("HF_ENDPOINT", fake.address()));
    for name in NAMES {
        let run = desk.run(&["models", "pull", name, "--accept-licence"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}: {}", run.err);
        assert!(run.err.contains("cannot be") && !run.err.trim_end().contains('\n'), "{name}: {}", run.err);
    }
    for (option, value) in [("--revision", "../../evil"), ("--name", "../evil"), ("--sha256", "../evil")] {
        let run = desk.run(&["models", "pull", "owner/name:x.gguf", option, value]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{option}: {}", run.err);
    }
    assert!(fake.asked().is_empty());
    assert!(files(desk.folder.path()).is_empty(), "{:?}", files(desk.folder.path()));
}

#[test]
fn hostile_headers_write_nothing() {
    for (name, value) in HEADERS {
        let fake = FakeHub::with(bytes(1, 5_000), move |ask, shelf| {
            let reply = shelf.reply(ask);
            if ask.store { reply } else { reply.with(name, value) }
        });
        let outside = tempfile::tempdir().unwrap();
        let home = outside.path().join("a/b/c/d/e/f/g/h/home");
        std::fs::create_dir_all(&home).unwrap();
        let error = Client::new(&fake, &home).get().err().unwrap_or_else(|| panic!("{name}: {value} was believed"));
        let text = error.to_string();
        assert!(!text.contains("evil") && !text.contains("secret"), "{name}: {value}: {text}");
        assert!(files(outside.path()).is_empty(), "{name}: {value}: {:?}", files(outside.path()));
    }
}
