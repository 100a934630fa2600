//! A hub on this machine: it speaks HTTP over real connections, sends to a store on another port, and can misbehave.

use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use sha2::{Digest, Sha256};

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub(crate) method: String,
    pub(crate) path: String,
    /// The first byte asked for.
    pub(crate) from: Option<usize>,
    pub(crate) headers: Vec<(String, String)>,
    /// Whether it came to the store, not to the hub itself.
    pub(crate) store: bool,
}

impl Ask {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// A reply: a status, headers, a body.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Only so many bytes of the body are sent before the connection ends.
    pub(crate) cut: Option<usize>,
    /// Bytes to send in place of all of this.
    pub(crate) raw: Option<Vec<u8>>,
    /// The connection stays open and silent after what is sent, until the client goes.
    pub(crate) silent: bool,
}

impl Reply {
    pub(crate) fn new(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), cut: None, raw: None, silent: false }
    }

    pub(crate) fn raw(bytes: &[u8]) -> Self {
        Self { raw: Some(bytes.to_vec()), ..Self::new(0) }
    }

    pub(crate) fn body(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    /// A header, in place of another of its name.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self = self.without(name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
        self
    }
}

/// A file as the hub has it.
#[derive(Clone)]
pub(crate) struct Shelf {
    pub(crate) bytes: Arc<Vec<u8>>,
    pub(crate) commit: String,
    pub(crate) sha256: String,
    store: String,
}

impl Shelf {
    /// What a hub that behaves replies.
    pub(crate) fn reply(&self, ask: &Ask) -> Reply {
        let etag = format!("\"{}\"", self.sha256);
        if !ask.store {
            return Reply::new(302)
                .with("Location", &format!("{}/store/{}?signature=x", self.store, self.sha256))
                .with("X-Repo-Commit", &self.commit)
                .with("X-Linked-ETag", &etag)
                .with("X-Linked-Size", &self.bytes.len().to_string())
                .with("ETag", &etag)
                .with("Accept-Ranges", "bytes");
        }
        let total = self.bytes.len();
        match ask.from {
            Some(from) if from < total => Reply::new(206)
                .with("Content-Range", &format!("bytes {from}-{}/{total}", total - 1))
                .with("ETag", &etag)
                .body(&self.bytes[from..]),
            Some(_) => Reply::new(416).with("Content-Range", &format!("bytes */{total}")),
            None => Reply::new(200).with("ETag", &etag).with("Accept-Ranges", "bytes").body(&self.bytes),
        }
    }
}

type Handler = dyn Fn(&Ask, &Shelf) -> Reply + Send + Sync;

/// A hub on this machine.
pub(crate) struct FakeHub {
    pub(crate) shelf: Shelf,
    port: u16,
    asked: Arc<Mutex<Vec<Ask>>>,
}

impl FakeHub {
    /// A hub that behaves.
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self::with(bytes, |ask, shelf| shelf.reply(ask))
    }

    /// A hub that replies as told.
    pub(crate) fn with(bytes: Vec<u8>, handler: impl Fn(&Ask, &Shelf) -> Reply + Send + Sync + 'static) -> Self {
        let (hub, store) = (TcpListener::bind("127.0.0.1:0").unwrap(), TcpListener::bind("127.0.0.1:0").unwrap());
        let shelf = Shelf {
            sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            bytes: Arc::new(bytes),
            commit: "0123456789abcdef0123456789abcdef01234567".to_owned(),
            store: format!("http://{}", store.local_addr().unwrap()),
        };
        let port = hub.local_addr().unwrap().port();
        let (handler, asked): (Arc<Handler>, _) = (Arc::new(handler), Arc::default());
        for (listener, is_store) in [(hub, false), (store, true)] {
            let (handler, shelf, asked) = (Arc::clone(&handler), shelf.clone(), Arc::clone(&asked));
            thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    let (handler, shelf, asked) = (Arc::clone(&handler), shelf.clone(), Arc::clone(&asked));
                    thread::spawn(move || serve(stream, is_store, &*handler, &shelf, &asked));
                }
            });
        }
        Self { shelf, port, asked }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What was asked for so far.
    pub(crate) fn asked(&self) -> Vec<Ask> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(stream: TcpStream, store: bool, handler: &Handler, shelf: &Shelf, asked: &Mutex<Vec<Ask>>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((key, value)) = line.trim_end().split_once(':') else { break };
        headers.push((key.to_owned(), value.trim().to_owned()));
    }
    let mut ask = Ask { method, path, from: None, headers, store };
    ask.from = ask.header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
    asked.lock().unwrap().push(ask.clone());
    let reply = handler(&ask, shelf);
    let mut stream = stream;
    let bytes = reply.raw.clone().unwrap_or_else(|| written(&ask, &reply));
    stream.write_all(&bytes).ok()?;
    stream.flush().ok()?;
    if reply.silent {
        // Until the client is gone.
        let _ = reader.read_line(&mut line);
    }
    stream.shutdown(Shutdown::Both).ok()
}

fn written(ask: &Ask, reply: &Reply) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {} X\r\nConnection: close\r\n", reply.status);
    let lengths = ["content-length", "transfer-encoding"];
    if !reply.headers.iter().any(|(key, _)| lengths.contains(&key.to_ascii_lowercase().as_str())) {
        text.push_str(&format!("Content-Length: {}\r\n", reply.body.len()));
    }
    for (key, value) in &reply.headers {
        text.push_str(&format!("{key}: {value}\r\n"));
    }
    text.push_str("\r\n");
    let mut bytes = text.into_bytes();
    if ask.method != "HEAD" {
        let end = reply.cut.unwrap_or(reply.body.len()).min(reply.body.len());
        bytes.extend_from_slice(&reply.body[..end]);
    }
    bytes
}
