//! One request, in a thread of its own: a silent server never holds up the user's Ctrl-C.

use std::fs;
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use ureq::http::{Method, Request, Uri};
use ureq::tls::{PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::{Agent, Proxy};

use super::address::{address, is_here, resolve, same_host};
use super::answer::Head;
use super::{HubError, HubSettings};

/// The most redirects that are followed.
const REDIRECTS: usize = 6;
/// Bytes read at once.
const PIECE: usize = 256 << 10;
/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(20);
/// How often it is looked whether the user wants to stop.
const TICK: Duration = Duration::from_millis(100);
/// What this program says it is.
const AGENT: &str = concat!("tsukuroi/", env!("CARGO_PKG_VERSION"));

/// How requests are made.
#[derive(Clone)]
pub(super) struct Wire {
    agent: Agent,
    endpoint: Uri,
    token: Option<String>,
    silence: Duration,
}

/// What comes of a request, in order: the heads of redirects and answer, the body in pieces, the end or a break.
enum Sign {
    Heads(Vec<Head>),
    Piece(Vec<u8>),
    End,
    Broken(String),
    Refused(HubError),
}

/// An answer whose body is still to come.
pub(super) struct Answer {
    /// The heads, the answer's own last, those of redirects before it.
    pub(super) heads: Vec<Head>,
    signs: Receiver<Sign>,
    silence: Duration,
}

/// Why an answer, or its next piece, does not come.
pub(super) enum Stop {
    /// The connection broke or was silent; another try may help.
    Broken(String),
    /// Trying again will not help.
    Fatal(HubError),
}

impl From<HubError> for Stop {
    fn from(error: HubError) -> Self {
        Self::Fatal(error)
    }
}

impl Wire {
    pub(super) fn new(settings: &HubSettings) -> Result<Self, HubError> {
        let endpoint = address(&settings.endpoint)
            .ok_or_else(|| HubError::Settings { what: "HF_ENDPOINT", why: "https://host".to_owned() })?;
        let proxy = match &settings.proxy {
            None => None,
            Some(address) => Some(
                Proxy::new(address)
                    .map_err(|_| HubError::Settings { what: "TSUKUROI_PROXY", why: "http://host:port".to_owned() })?,
            ),
        };
        let mut tls = TlsConfig::builder().provider(TlsProvider::Rustls);
        if let Some(path) = &settings.certificates {
            let wrong = |why: String| HubError::Settings { what: "SSL_CERT_FILE", why };
            let pem = fs::read(path).map_err(|why| wrong(why.to_string()))?;
            let certificates: Vec<_> = parse_pem(&pem)
                .filter_map(|item| match item {
                    Ok(PemItem::Certificate(certificate)) => Some(certificate),
                    _ => None,
                })
                .collect();
            if certificates.is_empty() {
                return Err(wrong("PEM".to_owned()));
            }
            tls = tls.root_certs(RootCerts::new_with_certs(&certificates));
        }
        let config = Agent::config_builder()
            .tls_config(tls.build())
            .proxy(proxy)
            .user_agent(AGENT)
            .accept_encoding("identity")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(Some(CONNECT))
            .timeout_connect(Some(CONNECT))
            .timeout_recv_response(Some(settings.patience.silence))
            .timeout_per_read(Some(settings.patience.silence))
            .max_idle_connections(0)
            .build();
        // In the clear only this machine may see a token.
        let safe = endpoint.scheme_str() == Some("https") || endpoint.host().is_some_and(is_here);
        let token = settings.token.clone().filter(|_| safe);
        Ok(Self { agent: config.new_agent(), endpoint, token, silence: settings.patience.silence })
    }

    /// Sends a request and waits for its answer. `from` asks for the bytes from there on; `far` follows redirects to
    /// other hosts.
    pub(super) fn open(
        &self,
        method: &Method,
        url: &str,
        from: Option<u64>,
        far: bool,
        cancel: &AtomicBool,
    ) -> Result<Answer, Stop> {
        let (sender, signs) = sync_channel(4);
        let (wire, method, url) = (self.clone(), method.clone(), url.to_owned());
        thread::spawn(move || wire.serve(&method, &url, from, far, &sender));
        let mut answer = Answer { heads: Vec::new(), signs, silence: CONNECT * 2 + self.silence };
        match answer.sign(cancel)? {
            Sign::Heads(heads) => answer.heads = heads,
            Sign::Broken(why) => return Err(Stop::Broken(why)),
            Sign::Refused(error) => return Err(Stop::Fatal(error)),
            Sign::Piece(_) | Sign::End => return Err(Stop::Broken("no answer".to_owned())),
        }
        answer.silence = self.silence;
        Ok(answer)
    }

    /// Does one request and sends what comes of it. That nobody listens any more ends it.
    fn serve(&self, method: &Method, url: &str, from: Option<u64>, far: bool, to: &SyncSender<Sign>) {
        let (heads, body) = match self.follow(method, url, from, far) {
            Ok(answer) => answer,
            Err(Stop::Broken(why)) => return drop(to.send(Sign::Broken(why))),
            Err(Stop::Fatal(error)) => return drop(to.send(Sign::Refused(error))),
        };
        if to.send(Sign::Heads(heads)).is_err() {
            return;
        }
        let mut reader = body.into_reader();
        loop {
            let mut piece = vec![0; PIECE];
            let sign = match reader.read(&mut piece) {
                Ok(0) => Sign::End,
                Ok(read) => {
                    piece.truncate(read);
                    Sign::Piece(piece)
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => Sign::Broken(error.to_string()),
            };
            let last = !matches!(sign, Sign::Piece(_));
            if to.send(sign).is_err() || last {
                return;
            }
        }
    }

    /// Asks, and asks again where it is told to. The token goes to the endpoint only.
    fn follow(
        &self,
        method: &Method,
        url: &str,
        from: Option<u64>,
        far: bool,
    ) -> Result<(Vec<Head>, ureq::Body), Stop> {
        let mut at = address(url).ok_or(HubError::BadAnswer { what: "an address" })?;
        let mut heads = Vec::new();
        loop {
            let mut request = Request::builder().method(method).uri(&at);
            if let Some(from) = from {
                request = request.header("range", format!("bytes={from}-"));
            }
            if let Some(token) = self.token.as_ref().filter(|_| same_host(&at, &self.endpoint)) {
                request = request.header("authorization", format!("Bearer {token}"));
            }
            let request = request.body(()).map_err(|_| HubError::BadAnswer { what: "an address" })?;
            let host = at.host().unwrap_or_default().to_owned();
            let answer = self.agent.run(request).map_err(|error| stop_of(error, &host))?;
            let (parts, body) = answer.into_parts();
            let head = Head::new(parts.status.as_u16(), parts.headers);
            if !matches!(head.status, 301 | 302 | 303 | 307 | 308) {
                heads.push(head);
                return Ok((heads, body));
            }
            let next =
                head.text("location")?.and_then(|to| resolve(&at, to)).ok_or(HubError::bad_header("Location"))?;
            if at.scheme_str() == Some("https") && next.scheme_str() != Some("https") {
                return Err(HubError::bad_header("Location").into());
            }
            heads.push(head);
            if heads.len() > REDIRECTS {
                return Err(HubError::BadAnswer { what: "too many redirects" }.into());
            }
            if !far && !same_host(&next, &at) {
                return Ok((heads, body));
            }
            at = next;
        }
    }
}

impl Answer {
    /// The head of the answer itself.
    pub(super) fn head(&self) -> Result<&Head, HubError> {
        self.heads.last().ok_or(HubError::BadAnswer { what: "no answer" })
    }

    /// The next piece of the body; none at its end.
    pub(super) fn piece(&mut self, cancel: &AtomicBool) -> Result<Option<Vec<u8>>, Stop> {
        match self.sign(cancel)? {
            Sign::Piece(piece) => Ok(Some(piece)),
            Sign::End => Ok(None),
            Sign::Broken(why) => Err(Stop::Broken(why)),
            Sign::Refused(error) => Err(Stop::Fatal(error)),
            Sign::Heads(_) => Err(Stop::Broken("no body".to_owned())),
        }
    }

    fn sign(&self, cancel: &AtomicBool) -> Result<Sign, Stop> {
        let since = Instant::now();
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(Stop::Fatal(HubError::Cancelled));
            }
            match self.signs.recv_timeout(TICK) {
                Ok(sign) => return Ok(sign),
                Err(RecvTimeoutError::Disconnected) => return Err(Stop::Broken("the connection ended".to_owned())),
                Err(RecvTimeoutError::Timeout) if since.elapsed() > self.silence => {
                    return Err(Stop::Broken(format!("{} s of silence", self.silence.as_secs())));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// Waits, unless the user wants to stop.
pub(super) fn pause(time: Duration, cancel: &AtomicBool) -> Result<(), HubError> {
    let since = Instant::now();
    while since.elapsed() < time {
        if cancel.load(Ordering::Relaxed) {
            return Err(HubError::Cancelled);
        }
        thread::sleep(TICK.min(time.saturating_sub(since.elapsed())));
    }
    Ok(())
}

fn stop_of(error: ureq::Error, host: &str) -> Stop {
    let unreachable = |why: String| Stop::Fatal(HubError::Unreachable { host: host.to_owned(), why });
    match error {
        ureq::Error::HostNotFound
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_) => unreachable(error.to_string()),
        ureq::Error::Io(why) if why.kind() == std::io::ErrorKind::ConnectionRefused => unreachable(why.to_string()),
        // rustls speaks of certificates, and the resolver of names, through the stream.
        ureq::Error::Io(why) if ["certificate", "lookup"].iter().any(|word| why.to_string().contains(word)) => {
            unreachable(why.to_string())
        }
        ureq::Error::BadUri(_) => Stop::Fatal(HubError::BadAnswer { what: "an address" }),
        ureq::Error::LargeResponseHeader(..) => Stop::Fatal(HubError::BadAnswer { what: "headers without an end" }),
        other => Stop::Broken(other.to_string()),
    }
}
