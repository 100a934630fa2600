//! What is told of a pull: what happens, and what failed.

use super::order::Order;
use crate::command::bytes::told;
use crate::command::models::world::failed;
use crate::command::transfer_bar::TransferBar;
use crate::command::{Exit, Failure};
use crate::engine::shown::shown;
use crate::hub::{Event, HubError};
use crate::lang::Message;

/// Shows what happens.
pub(super) fn show(bar: &TransferBar, event: &Event) {
    match event {
        Event::Waiting => bar.tell(&Message::new(
            "別のプログラムが同じファイルを取得しています。終わるのを待ちます",
            "another program is fetching the same file; waiting for it",
        )),
        Event::Resumed { bytes } => {
            bar.begin_at(*bytes);
            let had = told(*bytes);
            bar.tell(&Message::new(
                format!("途中まで届いています。{had} の続きから取得します"),
                format!("going on after the {had} that are there"),
            ));
        }
        Event::Loaded { done, total } => bar.show(*done, *total),
        Event::Broken { why } => bar.tell(&again(why)),
    }
}

/// The connection broke.
pub(super) fn again(why: &str) -> Message {
    let why = shown(why);
    Message::new(
        format!("接続が切れました（{why}）。もう一度つなぎます"),
        format!("the connection broke ({why}); trying again"),
    )
}

/// The network is off, and the file not there.
pub(super) fn offline(order: &Order<'_>, why: &str) -> Failure {
    let (source, name) = (&order.source, &order.name);
    Failure::new(
        Exit::Model,
        format!(
            "ネットワークを使わない設定です（{why}）。{source} はキャッシュにありません。別の機械で取得し、`tsukuroi models import ファイル --name {name}` で取り込んでください。"
        ),
        format!(
            "the network is off ({why}) and the cache does not have {source}; get the file on another machine and use `tsukuroi models import FILE --name {name}`"
        ),
    )
}

/// What a failure of the hub means for the exit code.
pub(super) fn hub_failed(error: HubError) -> Failure {
    let exit = match error {
        HubError::Engine(error) => return failed(error),
        HubError::Cancelled => Exit::Interrupted,
        HubError::Settings { .. } => Exit::Usage,
        HubError::Unreachable { .. } | HubError::Broken { .. } => Exit::Io,
        HubError::Refused { status, .. } if status == 429 || status >= 500 => Exit::Io,
        HubError::Refused { .. }
        | HubError::BadAnswer { .. }
        | HubError::Page
        | HubError::NoHash
        | HubError::NoModel
        | HubError::WrongSize { .. }
        | HubError::WrongHash { .. } => Exit::Model,
    };
    Failure::Told { exit, message: error.message() }
}
