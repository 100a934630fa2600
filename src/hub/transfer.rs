//! The bytes that lack, through breaks, up to the right hash.

use std::fs;
use std::path::{Path, PathBuf};

use ureq::http::Method;

use super::lock::Lock;
use super::part::Part;
use super::remote::{Remote, refused};
use super::wire::{Stop, Wire, pause};
use super::{Event, HubError, Patience, Watch};
use crate::engine::EngineError;
use crate::engine::store::{HubCache, Source, ensure_space};

/// What every GGUF file begins with.
const MAGIC: &[u8] = b"GGUF";

/// Fetches a file into the cache; says whether bytes had to come.
pub(super) fn fetch(
    wire: &Wire,
    addresses: &[String],
    cache: &HubCache,
    source: &Source,
    remote: &Remote,
    patience: Patience,
    watch: &mut Watch<'_>,
) -> Result<(PathBuf, bool), HubError> {
    let unsafe_name = |why| EngineError::write(cache.root(), why);
    let blob = cache.blob(source, &remote.sha256).map_err(unsafe_name)?;
    let folder = blob.parent().unwrap_or(&blob).to_owned();
    let before = existing(&folder);
    let lock = Lock::take(&cache.lock(source, &remote.sha256).map_err(unsafe_name)?, watch)?;
    let mut came = false;
    if !whole(&blob, remote, watch)? {
        if let Err(error) = load(wire, addresses, &blob, remote, patience, watch) {
            drop(lock);
            tidy(&folder, &before);
            return Err(error);
        }
        came = true;
    }
    let path = cache.publish(source, &remote.commit, &remote.sha256);
    drop(lock);
    Ok((path.map_err(|why| EngineError::write(&blob, why))?, came))
}

/// Whether the cache has the bytes, and they are the right ones; else they are fetched anew and take their place.
fn whole(blob: &Path, remote: &Remote, watch: &Watch<'_>) -> Result<bool, HubError> {
    if !fs::metadata(blob).is_ok_and(|about| about.is_file() && about.len() == remote.size) {
        return Ok(false);
    }
    Ok(Part::open(blob, remote.size, watch.cancel)?.sha256() == remote.sha256)
}

/// The nearest folder that is there.
fn existing(folder: &Path) -> PathBuf {
    folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder).to_owned()
}

/// Removes folders that were made for nothing.
fn tidy(folder: &Path, before: &Path) {
    // One that holds something stays.
    folder.ancestors().take_while(|folder| *folder != before).for_each(|folder| drop(fs::remove_dir(folder)));
}

fn load(
    wire: &Wire,
    addresses: &[String],
    blob: &Path,
    remote: &Remote,
    patience: Patience,
    watch: &mut Watch<'_>,
) -> Result<(), HubError> {
    let mut name = blob.file_name().unwrap_or_default().to_owned();
    name.push(".incomplete");
    let path = blob.with_file_name(name);
    let there = fs::metadata(&path).map_or(0, |about| about.len());
    ensure_space(&path, remote.size.saturating_sub(there))?;
    fs::create_dir_all(blob.parent().unwrap_or(blob)).map_err(|why| EngineError::write(blob, why))?;
    let mut part = Part::open(&path, remote.size, watch.cancel)?;
    let mut pieced = part.length() > 0;
    if pieced {
        (watch.event)(Event::Resumed { bytes: part.length() });
    }
    loop {
        match complete(wire, addresses, &mut part, remote, patience, watch) {
            Ok(broken) => pieced |= broken,
            Err(error) => {
                // What a user can go on from stays, wrong bytes and nothing at all do not.
                if !error.keeps_bytes() || part.length() == 0 {
                    part.discard();
                }
                return Err(error);
            }
        }
        let found = part.sha256();
        if found == remote.sha256 {
            return part.finish(blob);
        }
        if !pieced {
            part.discard();
            return Err(HubError::WrongHash { expected: remote.sha256.clone(), found });
        }
        // One of the pieces may be from elsewhere: once more, in one go.
        (watch.event)(Event::Broken { why: "SHA-256".to_owned() });
        part.restart()?;
        pieced = false;
    }
}

/// Loads until the size is reached; says whether the connection broke on the way.
fn complete(
    wire: &Wire,
    addresses: &[String],
    part: &mut Part,
    remote: &Remote,
    patience: Patience,
    watch: &mut Watch<'_>,
) -> Result<bool, HubError> {
    let (mut broken, mut tries, mut wait, mut address) = (false, 0, patience.wait, 0);
    while part.length() < remote.size {
        let had = part.length();
        let why = match attempt(wire, &addresses[address], part, remote, watch) {
            Ok(()) => "the connection ended early".to_owned(),
            // A mirror may know branches only.
            Err(Stop::Fatal(HubError::Refused { status: 404, .. })) if address + 1 < addresses.len() => {
                address += 1;
                continue;
            }
            Err(Stop::Fatal(error)) => return Err(error),
            Err(Stop::Broken(why)) => why,
        };
        if part.length() >= remote.size {
            break;
        }
        broken = true;
        // A try that brought bytes begins the count anew.
        (tries, wait) = if part.length() > had { (0, patience.wait) } else { (tries + 1, wait * 2) };
        if tries >= patience.tries {
            return Err(HubError::Broken { why, tries });
        }
        (watch.event)(Event::Broken { why });
        pause(wait, watch.cancel)?;
    }
    Ok(broken)
}

/// One request for what lacks.
fn attempt(wire: &Wire, address: &str, part: &mut Part, remote: &Remote, watch: &mut Watch<'_>) -> Result<(), Stop> {
    let from = Some(part.length()).filter(|length| *length > 0);
    let mut answer = wire.open(&Method::GET, address, from, true, watch.cancel)?;
    let head = answer.head()?;
    match head.status {
        200 => {
            if head.is_page() {
                return Err(HubError::Page.into());
            }
            // The server begins anew, whatever it was asked for.
            part.restart()?;
        }
        206 => {
            let (first, last, total) = head.range()?;
            if first != part.length() || last >= remote.size || total.is_some_and(|total| total != remote.size) {
                return Err(HubError::bad_header("Content-Range").into());
            }
        }
        416 if part.length() > 0 => {
            part.restart()?;
            return Err(Stop::Broken("HTTP 416".to_owned()));
        }
        _ => return Err(refused(head)),
    }
    if let Some(length) = head.number("content-length")?
        && part
            .length()
            .checked_add(length)
            .is_none_or(|end| end > remote.size || (head.status == 200 && end != remote.size))
    {
        return Err(HubError::WrongSize { expected: remote.size, found: length }.into());
    }
    while let Some(piece) = answer.piece(watch.cancel)? {
        let end = part.length() + piece.len() as u64;
        if end > remote.size {
            return Err(HubError::WrongSize { expected: remote.size, found: end }.into());
        }
        let begin = usize::try_from(part.length()).unwrap_or(usize::MAX);
        let wanted = MAGIC.get(begin..).unwrap_or_default();
        if piece.iter().zip(wanted).any(|(found, wanted)| found != wanted) {
            return Err(HubError::NoModel.into());
        }
        part.append(&piece)?;
        (watch.event)(Event::Loaded { done: part.length(), total: remote.size });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{existing, tidy};

    #[test]
    fn folders_made_for_nothing_go_and_others_stay() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("hub/models--o--n/blobs");
        let before = existing(&folder);
        assert_eq!(before, root.path());
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(root.path().join("hub/other"), "x").unwrap();
        tidy(&folder, &before);
        assert!(!root.path().join("hub/models--o--n").exists() && root.path().join("hub/other").exists());
    }
}
