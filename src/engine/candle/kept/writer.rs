//! Writes a beginning to the disk beside the other work.

use std::io::Result;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use super::form::{self, Key};
use crate::engine::EngineError;
use crate::engine::candle::Sequence;
use crate::engine::hash::hex;
use crate::engine::store::beginnings::{ENDING, UNFINISHED};
use crate::engine::store::{Beginnings, ensure_space, private};
use crate::lang::Message;

/// Writes one beginning at a time. When it is dropped, what was begun is finished.
#[derive(Default)]
pub(super) struct Writer {
    running: Option<JoinHandle<Message>>,
    stop: Arc<AtomicBool>,
}

impl Writer {
    /// Begins to write.
    pub(super) fn start(&mut self, folder: Beginnings, key: Key, sequence: Sequence) {
        let stop = self.stop.clone();
        let work = move || told(&folder, &key, &sequence, &|| stop.load(Ordering::Relaxed));
        // Without a thread nothing is kept: that is all.
        self.running = std::thread::Builder::new().name("beginnings".to_owned()).spawn(work).ok();
    }

    /// Nothing more is to be written.
    pub(super) fn hurry(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Waits for what was begun; what became of it.
    pub(super) fn finish(&mut self) -> Option<Message> {
        self.running.take().and_then(|running| running.join().ok())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.finish();
    }
}

fn told(folder: &Beginnings, key: &Key, sequence: &Sequence, stop: &dyn Fn() -> bool) -> Message {
    let tokens = sequence.len();
    match write(folder, key, sequence, stop) {
        Ok(Some(path)) => {
            let (path, mib) = (path.display(), form::size(sequence.shape(), tokens).div_ceil(1 << 20));
            Message::new(
                format!("冒頭 {tokens} トークンを次回のために保存しました（{mib} MiB）: {path}"),
                format!("the beginning of {tokens} tokens is kept for the next run ({mib} MiB): {path}"),
            )
        }
        Ok(None) => Message::new("冒頭は保存しませんでした", "the beginning is not kept"),
        Err(error) => {
            let Message { ja, en } = error.message();
            Message::new(format!("冒頭を保存できませんでした: {ja}"), format!("the beginning is not kept: {en}"))
        }
    }
}

/// Writes a file that appears when it is whole; none if it is too large, or somebody does not want to wait. It need
/// not last through a power cut: half a file is known by its checksum.
fn write(
    folder: &Beginnings,
    key: &Key,
    sequence: &Sequence,
    stop: &dyn Fn() -> bool,
) -> std::result::Result<Option<PathBuf>, EngineError> {
    let size = form::size(sequence.shape(), sequence.len());
    if !Beginnings::fits(size) || stop() {
        return Ok(None);
    }
    let failed = |why| EngineError::write(folder.folder(), why);
    private::make_folder(folder.folder()).map_err(failed)?;
    ensure_space(folder.folder(), size)?;
    folder.make_room(size, None)?;
    let path = folder.path(&hex(key));
    let whole = || -> Result<bool> {
        // Readable by its owner only.
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).suffix(ENDING).tempfile_in(folder.folder())?;
        if !form::write(file.as_file_mut(), key, sequence, stop)? {
            return Ok(false);
        }
        file.persist(&path).map_err(|error| error.error)?;
        Ok(true)
    };
    if !whole().map_err(failed)? {
        return Ok(None);
    }
    // Another run may have kept one at the same time.
    folder.make_room(0, Some(&path))?;
    Ok(Some(path))
}
