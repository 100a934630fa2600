//! What can go wrong on the way to the hub, and what to do about it, in both languages.

use crate::engine::EngineError;
use crate::engine::shown::shown;
use crate::lang::Message;

/// What went wrong. No message holds a token.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message().en)]
pub enum HubError {
    /// A variable of the environment that cannot be used.
    Settings {
        /// Its name.
        what: &'static str,
        /// What it should be, or what is wrong with it.
        why: String,
    },
    /// The hub, or the store it sends to, cannot be reached.
    Unreachable {
        /// The host.
        host: String,
        /// What the system says.
        why: String,
    },
    /// The hub refuses.
    Refused {
        /// The HTTP status.
        status: u16,
        /// Seconds it asks to wait.
        wait: Option<u64>,
    },
    /// An answer that is none.
    BadAnswer {
        /// What is wrong with it.
        what: &'static str,
    },
    /// A page for people in place of a file.
    Page,
    /// The hub tells no SHA-256.
    NoHash,
    /// Bytes that are no GGUF file.
    NoModel,
    /// Another size than the hub told.
    WrongSize {
        /// Bytes the hub told.
        expected: u64,
        /// Bytes there would be.
        found: u64,
    },
    /// Another hash than the hub told.
    WrongHash {
        /// SHA-256 the hub told.
        expected: String,
        /// SHA-256 of the bytes.
        found: String,
    },
    /// The connection broke too often.
    Broken {
        /// Why it broke the last time.
        why: String,
        /// Tries in a row that brought nothing.
        tries: u32,
    },
    /// The disk or the store.
    Engine(EngineError),
    /// The user stopped it.
    Cancelled,
}

impl From<EngineError> for HubError {
    fn from(error: EngineError) -> Self {
        Self::Engine(error)
    }
}

impl HubError {
    /// A header that is missing or has not the right form.
    pub(super) fn bad_header(name: &'static str) -> Self {
        Self::BadAnswer { what: name }
    }

    /// Whether the bytes that came are worth keeping for another try.
    pub(super) fn keeps_bytes(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Refused { .. } | Self::Broken { .. } | Self::Cancelled => true,
            Self::Engine(_) => true,
            Self::Settings { .. }
            | Self::BadAnswer { .. }
            | Self::Page
            | Self::NoHash
            | Self::NoModel
            | Self::WrongSize { .. }
            | Self::WrongHash { .. } => false,
        }
    }

    /// The message for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Settings { what, why } => {
                let why = shown(why);
                Message::new(
                    format!("環境変数 {what} が使えません ({why})。直すか、外してください。"),
                    format!("{what} cannot be used ({why}); correct or unset it"),
                )
            }
            Self::Unreachable { host, why } => {
                let (host, why) = (shown(host), shown(why));
                Message::new(
                    format!(
                        "{host} に接続できません ({why})。ネットワークを確かめてください。社内プロキシーは TSUKUROI_PROXY、社内の証明書は SSL_CERT_FILE で指定できます。別の機械で取得して `tsukuroi models import` で取り込むこともできます。"
                    ),
                    format!(
                        "cannot reach {host} ({why}); check the network, name a proxy with TSUKUROI_PROXY or certificates with SSL_CERT_FILE, or get the file on another machine and use `tsukuroi models import`"
                    ),
                )
            }
            Self::Refused { status, wait } => refused(*status, *wait),
            Self::BadAnswer { what } => Message::new(
                format!(
                    "ハブの応答が正しくありません ({what})。何も保存していません。HF_ENDPOINT を確かめるか、後でもう一度試してください。"
                ),
                format!(
                    "the hub's answer is not valid ({what}), nothing was kept; check HF_ENDPOINT or try again later"
                ),
            ),
            Self::Page => Message::new(
                "ファイルの代わりにウェブページが返りました (ログイン画面やプロキシーの画面など)。何も保存していません。ネットワークへのログインと HF_ENDPOINT を確かめてください。",
                "a web page came in place of the file (of a login or a proxy, perhaps), nothing was kept; log in to the network and check HF_ENDPOINT",
            ),
            Self::NoHash => Message::new(
                "ハブがこのファイルの SHA-256 を示さないため、取得しません。配布元の SHA-256 を --sha256 で指定してください。",
                "the hub tells no SHA-256 of this file, so it is not fetched; give the one its makers publish with --sha256",
            ),
            Self::NoModel => Message::new(
                "届いたものは GGUF ファイルではありません。何も保存していません。リポジトリ名とファイル名を確かめてください。",
                "what came is no GGUF file, nothing was kept; check the repository and the file name",
            ),
            Self::WrongSize { expected, found } => Message::new(
                format!(
                    "大きさが合いません (ハブの記載 {expected} バイト、届いたもの {found} バイト)。何も保存していません。後でもう一度試してください。"
                ),
                format!(
                    "the size is wrong (the hub told {expected} bytes, {found} came), nothing was kept; try again later"
                ),
            ),
            Self::WrongHash { expected, found } => Message::new(
                format!(
                    "届いたものの SHA-256 が違います (ハブの記載 {expected}、実際 {found})。何も保存していません。後でもう一度試し、続く場合は使わないでください。"
                ),
                format!(
                    "what came has the SHA-256 {found}, not {expected}, nothing was kept; try again later, and do not use this source if it stays so"
                ),
            ),
            Self::Broken { why, tries } => {
                let why = shown(why);
                Message::new(
                    format!(
                        "接続が {tries} 回続けて切れました ({why})。届いた分は残っています。もう一度実行すると続きから取得します。"
                    ),
                    format!(
                        "the connection broke {tries} times in a row ({why}); run it again to go on where it broke"
                    ),
                )
            }
            Self::Engine(error) => error.message(),
            Self::Cancelled => Message::new(
                "中断しました。届いた分は残っています。もう一度実行すると続きから取得します。",
                "interrupted; what came is kept, run it again to go on from there",
            ),
        }
    }
}

fn refused(status: u16, wait: Option<u64>) -> Message {
    let (ja, en) = match status {
        401 | 403 => (
            "配布元で利用条件への同意が必要か、トークンが正しくありません。ブラウザーで条件に同意し、HF_TOKEN にトークンを設定してください",
            "the file may need an agreement on its page, or the token is wrong; agree there in a browser and set HF_TOKEN",
        ),
        404 | 410 => (
            "その名前のファイルがありません。リポジトリ名、ファイル名、リビジョンを確かめてください",
            "there is no such file; check the repository, the file and the revision",
        ),
        429 => ("接続が多すぎるため断られました", "too many requests"),
        _ => ("後でもう一度試してください", "try again later"),
    };
    let (later_ja, later_en) = match wait {
        Some(wait) => (format!("。{wait} 秒後にもう一度試してください"), format!("; try again in {wait} s")),
        None => (String::new(), String::new()),
    };
    Message::new(
        format!("ハブが断りました (HTTP {status})。{ja}{later_ja}。"),
        format!("the hub refused (HTTP {status}): {en}{later_en}"),
    )
}
