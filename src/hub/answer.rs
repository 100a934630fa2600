//! What an answer's headers say, believed only where they have the right form.

use ureq::http::HeaderMap;

use super::HubError;
use crate::engine::store::{is_commit, is_sha256};

/// The first line and the headers of an answer.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The status code.
    pub(super) status: u16,
    headers: HeaderMap,
}

impl Head {
    pub(super) fn new(status: u16, headers: HeaderMap) -> Self {
        Self { status, headers }
    }

    /// A header; one that occurs twice with different values is worth nothing.
    pub(super) fn text(&self, name: &'static str) -> Result<Option<&str>, HubError> {
        let mut values = self.headers.get_all(name).iter();
        let Some(first) = values.next() else {
            return Ok(None);
        };
        if values.any(|value| value != first) {
            return Err(HubError::bad_header(name));
        }
        first.to_str().map(Some).map_err(|_| HubError::bad_header(name))
    }

    /// A header that is a number.
    pub(super) fn number(&self, name: &'static str) -> Result<Option<u64>, HubError> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        number(text).map(Some).ok_or_else(|| HubError::bad_header(name))
    }

    /// The commit of the repository.
    pub(super) fn commit(&self) -> Result<Option<String>, HubError> {
        match self.text("x-repo-commit")? {
            None => Ok(None),
            Some(text) if is_commit(text) => Ok(Some(text.to_owned())),
            Some(_) => Err(HubError::bad_header("X-Repo-Commit")),
        }
    }

    /// The SHA-256 of a large file: its linked ETag. A plain ETag counts where it has the form of one; the hub gives
    /// small files one of another form.
    pub(super) fn sha256(&self) -> Result<Option<String>, HubError> {
        if let Some(linked) = self.text("x-linked-etag")? {
            let tag = tag(linked);
            return if is_sha256(tag) { Ok(Some(tag.to_owned())) } else { Err(HubError::bad_header("X-Linked-Etag")) };
        }
        Ok(self.text("etag")?.map(tag).filter(|tag| is_sha256(tag)).map(str::to_owned))
    }

    /// First byte, last byte and length of the whole, of a part of a file.
    pub(super) fn range(&self) -> Result<(u64, u64, Option<u64>), HubError> {
        let wrong = || HubError::bad_header("Content-Range");
        let text = self.text("content-range")?.ok_or_else(wrong)?;
        let (range, total) = text.strip_prefix("bytes ").and_then(|rest| rest.split_once('/')).ok_or_else(wrong)?;
        let (first, last) = range.split_once('-').ok_or_else(wrong)?;
        let total = match total {
            "*" => None,
            total => Some(number(total).ok_or_else(wrong)?),
        };
        match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => Ok((first, last, total)),
            _ => Err(wrong()),
        }
    }

    /// Seconds that the server asks to wait.
    pub(super) fn retry_after(&self) -> Option<u64> {
        self.text("retry-after").ok().flatten().and_then(number)
    }

    /// Whether the body says it is a page for people: of a proxy or a login, never a model.
    pub(super) fn is_page(&self) -> bool {
        self.text("content-type").ok().flatten().is_some_and(|kind| {
            let kind = kind.trim_start().to_ascii_lowercase();
            kind.starts_with("text/html")
                || kind.starts_with("application/xhtml")
                || kind.starts_with("application/json")
        })
    }
}

/// What an ETag holds between its quotes.
fn tag(text: &str) -> &str {
    let text = text.trim().strip_prefix("W/").unwrap_or(text.trim());
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text)
}

/// Digits only: no sign, no space.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use ureq::http::{HeaderMap, HeaderName, HeaderValue};

    use super::Head;

    fn head(pairs: &[(&str, &str)]) -> Head {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap());
        }
        Head::new(200, headers)
    }

    #[test]
    fn hashes_and_commits_are_believed_in_their_form_only() {
        let hash = "0f".repeat(32);
        assert_eq!(head(&[("etag", &format!("\"{hash}\""))]).sha256().unwrap(), Some(hash.clone()));
        assert_eq!(head(&[("x-linked-etag", &format!("W/\"{hash}\""))]).sha256().unwrap(), Some(hash.clone()));
        assert_eq!(head(&[("etag", "\"0123\"")]).sha256().unwrap(), None);
        for wrong in ["../../x", "\"\"", &hash.to_uppercase(), &format!("{hash}/../x")] {
            assert!(head(&[("x-linked-etag", wrong)]).sha256().is_err(), "{wrong}");
            assert!(head(&[("x-repo-commit", wrong)]).commit().is_err(), "{wrong}");
        }
        let two = head(&[("x-linked-etag", &hash), ("x-linked-etag", &"00".repeat(32))]);
        assert!(two.sha256().is_err());
    }

    #[test]
    fn ranges_and_numbers_are_digits() {
        let range = |text: &str| head(&[("content-range", text)]).range().ok();
        assert_eq!(range("bytes 5-9/10"), Some((5, 9, Some(10))));
        assert_eq!(range("bytes 5-9/*"), Some((5, 9, None)));
        for wrong in ["", "bytes", "bytes 5-9", "bytes 9-5/10", "bytes -1-9/10", "bytes 5-+9/10", "lines 5-9/10"] {
            assert_eq!(range(wrong), None, "{wrong}");
        }
        for wrong in ["", "-1", "+1", "1 2", "0x10", "99999999999999999999999"] {
            assert!(head(&[("content-length", wrong)]).number("content-length").is_err(), "{wrong}");
        }
    }
}
