//! What can go wrong in the engine room, and what to do about it, in both languages.

use std::path::{Path, PathBuf};

use super::gguf::Fault;
use super::machine::ALLOWED;
use super::shown::shown;
use crate::lang::Message;

/// What went wrong: every message says what happened, where, and what to do next.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message().en)]
pub enum EngineError {
    /// A file or folder cannot be read.
    Read {
        /// What was read.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// A file or folder cannot be written.
    Write {
        /// What was written.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// A model file that breaks the rules of its format.
    Gguf {
        /// The model file.
        path: PathBuf,
        /// Which rule, and where.
        fault: Fault,
    },
    /// A sound file whose contents this program cannot use.
    Unusable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Message,
    },
    /// A file whose SHA-256 is not the recorded one.
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A file whose SHA-256 is not the one asked for.
    WrongSum {
        /// The file.
        path: PathBuf,
        /// The SHA-256 it should have.
        expected: String,
        /// The SHA-256 it has.
        found: String,
    },
    /// Less room on the disk than is needed.
    Space {
        /// A folder on the disk.
        path: PathBuf,
        /// Bytes needed.
        need: u64,
        /// Bytes free.
        free: u64,
    },
    /// Less memory than the model needs.
    Memory {
        /// The model file.
        path: PathBuf,
        /// Bytes needed, estimated.
        need: u64,
        /// Bytes that are free, where the machine says it.
        available: Option<u64>,
    },
    /// A prompt and its reply that do not fit the context together.
    Context {
        /// Section of the prompt.
        section: String,
        /// Tokens of the prompt.
        prompt: usize,
        /// Tokens kept free for the reply.
        reply: usize,
        /// Tokens the model can hold.
        context: usize,
    },
    /// The model computed something that is not a number.
    NotFinite,
    /// A computation failed.
    Compute {
        /// What the library says.
        why: String,
    },
    /// A list of models or of replies, or a note of the store, that is not valid.
    List {
        /// File name of the list.
        path: PathBuf,
        /// Line, from 1, where it is known.
        line: Option<usize>,
        /// Why.
        why: Message,
    },
    /// No scripted reply for a section.
    NoReply {
        /// The file of replies.
        path: PathBuf,
        /// The section.
        section: String,
        /// The try, from 0.
        attempt: u32,
    },
    /// A name that cannot be a model's name.
    Name {
        /// The name.
        name: String,
    },
    /// A model of this name is installed.
    Exists {
        /// The name.
        name: String,
    },
    /// No model of this name is installed.
    NotInstalled {
        /// The name.
        name: String,
        /// The installed models.
        installed: Vec<String>,
    },
    /// The system names no folder for a user's data.
    NoFolder,
    /// The work was stopped from outside.
    Cancelled,
}

impl EngineError {
    /// The message for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Read { path, why } => {
                let (path, why) = (path_of(path), shown(&why.to_string()));
                Message::new(
                    format!("`{path}` を読めません ({why})。ファイルの場所と読み取り権限を確かめてください。"),
                    format!("cannot read `{path}` ({why}); check that it exists and may be read"),
                )
            }
            Self::Write { path, why } => {
                let (path, why) = (path_of(path), shown(&why.to_string()));
                Message::new(
                    format!("`{path}` に書き込めません ({why})。空き容量と書き込み権限を確かめてください。"),
                    format!("cannot write `{path}` ({why}); check the free space and the permissions"),
                )
            }
            Self::Gguf { path, fault } => {
                let (path, why) = (path_of(path), fault.message());
                Message::new(
                    format!(
                        "モデルファイル `{path}` は壊れているか未対応です: {}。入手し直すか、別の GGUF ファイルを指定してください。",
                        why.ja
                    ),
                    format!(
                        "the model file `{path}` is damaged or not supported: {}; get it again or name another GGUF file",
                        why.en
                    ),
                )
            }
            Self::Unusable { path, why } => {
                let path = path_of(path);
                Message::new(format!("`{path}` は使えません: {}", why.ja), format!("cannot use `{path}`: {}", why.en))
            }
            Self::Changed { path } => {
                let path = path_of(path);
                Message::new(
                    format!(
                        "`{path}` は取り込んだ時の内容と異なります (SHA-256 不一致)。モデルを取り込み直してください。"
                    ),
                    format!("`{path}` is not what was imported (its SHA-256 differs); import the model again"),
                )
            }
            Self::WrongSum { path, expected, found } => {
                let path = path_of(path);
                Message::new(
                    format!(
                        "`{path}` の SHA-256 が違います (期待 {expected}、実際 {found})。ファイルを入手し直してください。"
                    ),
                    format!("`{path}` has the SHA-256 {found}, not {expected}; get the file again"),
                )
            }
            Self::Space { path, need, free } => {
                let (path, need, free) = (path_of(path), mib(*need), mib(*free));
                Message::new(
                    format!(
                        "ディスクの空きが足りません: `{path}` に {need} MiB 必要ですが、空きは {free} MiB です。空きを増やすか、HF_HOME か TSUKUROI_DATA で別の場所を指定してください。"
                    ),
                    format!(
                        "not enough disk space: {need} MiB are needed at `{path}`, {free} MiB are free; free some, or name another place with HF_HOME or TSUKUROI_DATA"
                    ),
                )
            }
            Self::Memory { path, need, available: None } => {
                let (path, need, allowed) = (path_of(path), mib(*need), mib(ALLOWED));
                Message::new(
                    format!(
                        "`{path}` には約 {need} MiB のメモリが必要です。このシステムでは空きメモリが分からないため、{allowed} MiB までのモデルしか読み込みません。より小さいモデルを使ってください。"
                    ),
                    format!(
                        "`{path}` needs about {need} MiB of memory; this system does not say how much is free, so no more than {allowed} MiB are used: use a smaller model"
                    ),
                )
            }
            Self::Memory { path, need, available: Some(available) } => {
                let (path, need, available) = (path_of(path), mib(*need), mib(*available));
                Message::new(
                    format!(
                        "メモリが足りません: `{path}` には約 {need} MiB 必要ですが、空きは {available} MiB です。他のプログラムを終えるか、より小さいモデルを使ってください。"
                    ),
                    format!(
                        "not enough memory: `{path}` needs about {need} MiB, {available} MiB are free; close other programs or use a smaller model"
                    ),
                )
            }
            Self::Context { section, prompt, reply, context } => {
                let (section, over) = (shown(section), (prompt + reply).saturating_sub(*context));
                Message::new(
                    format!(
                        "節「{section}」の指示 {prompt} トークンと返答用 {reply} トークンは、モデルの上限 {context} を {over} 超えます。事案の記述を短くするか、上限の大きいモデルを使ってください。"
                    ),
                    format!(
                        "section `{section}`: the prompt ({prompt} tokens) and room for the reply ({reply}) exceed the model's context of {context} by {over} tokens; shorten the case or use a model with a larger context"
                    ),
                )
            }
            Self::NotFinite => Message::new(
                "モデルの計算結果が数値になりません。ファイルが壊れている恐れがあります。モデルを検証するか取り込み直してください。",
                "the model computed values that are not numbers, its file may be damaged; verify it or import it again",
            ),
            Self::Compute { why } => {
                let why = shown(why);
                Message::new(
                    format!("モデルの計算に失敗しました ({why})。別のモデルか `--model builtin` を使ってください。"),
                    format!("the model's computation failed ({why}); use another model or `--model builtin`"),
                )
            }
            Self::List { path, line, why } => {
                let place = line.map_or_else(|| path_of(path), |line| format!("{}:{line}", path_of(path)));
                Message::new(format!("{place}: {}", why.ja), format!("{place}: {}", why.en))
            }
            Self::NoReply { path, section, attempt } => {
                let (path, section) = (path_of(path), shown(section));
                Message::new(
                    format!(
                        "`{path}` に節「{section}」({attempt} 回目の再試行) の返答がありません。`[[reply]]` に section = \"{section}\" を加えてください。"
                    ),
                    format!(
                        "`{path}` has no reply for section `{section}`, attempt {attempt}; add a `[[reply]]` with section = \"{section}\""
                    ),
                )
            }
            Self::Name { name } => {
                let name = shown(name);
                Message::new(
                    format!(
                        "`{name}` はモデル名にできません。英小文字・数字・`.`・`-`・`_` で 64 字以内、先頭は英数字にしてください。"
                    ),
                    format!(
                        "`{name}` cannot be a model's name: use up to 64 of a–z, 0–9, `.`, `-`, `_`, beginning with a letter or digit"
                    ),
                )
            }
            Self::Exists { name } => Message::new(
                format!("モデル `{name}` は既にあります。別の名前にするか、`--force` で置き換えてください。"),
                format!("the model `{name}` is already installed; choose another name or replace it with `--force`"),
            ),
            Self::NotInstalled { name, installed } => {
                let (name, known) = (shown(name), shown(&installed.join(", ")));
                let known = if known.is_empty() { "—" } else { &known };
                Message::new(
                    format!(
                        "`{name}` という導入済みモデルもファイルもありません (導入済み: {known})。`tsukuroi models import` で取り込むか、`--model builtin` を使ってください。"
                    ),
                    format!(
                        "no installed model and no file is called `{name}` (installed: {known}); import one with `tsukuroi models import` or use `--model builtin`"
                    ),
                )
            }
            Self::NoFolder => Message::new(
                "データ用フォルダーが決まりません。環境変数 TSUKUROI_DATA と TSUKUROI_CONFIG にフォルダーを指定してください。",
                "the system names no folder for user data; set TSUKUROI_DATA and TSUKUROI_CONFIG to a folder",
            ),
            Self::Cancelled => Message::new("中断しました。何も変わっていません。", "interrupted; nothing was changed"),
        }
    }

    /// A failed computation.
    pub(crate) fn compute(why: impl std::fmt::Display) -> Self {
        Self::Compute { why: why.to_string() }
    }

    /// A sound file that cannot be used.
    pub(crate) fn unusable(path: &Path, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Unusable { path: path.to_owned(), why: Message::new(ja, en) }
    }

    /// A file that cannot be read.
    pub(crate) fn read(path: &Path, why: std::io::Error) -> Self {
        Self::Read { path: path.to_owned(), why }
    }

    /// A file that cannot be written.
    pub(crate) fn write(path: &Path, why: std::io::Error) -> Self {
        Self::Write { path: path.to_owned(), why }
    }
}

/// A path, fit for a message: long ones keep their end.
fn path_of(path: &Path) -> String {
    let text: String = path.to_string_lossy().chars().map(|c| if c.is_control() { '?' } else { c }).collect();
    let count = text.chars().count();
    if count <= 120 {
        return text;
    }
    format!("…{}", text.chars().skip(count - 119).collect::<String>())
}

/// Whole MiB, rounded up.
fn mib(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}
