//! Patterns that are put together from what a case says, kept: every section of a document asks for the same.

use std::sync::{Arc, Mutex, PoisonError};

use super::Pattern;

/// How many are kept; then the oldest is forgotten.
const MOST: usize = 256;

static KEPT: Mutex<Vec<Arc<Pattern>>> = Mutex::new(Vec::new());

/// A pattern of this source.
pub(super) fn shared(source: &str) -> Result<Arc<Pattern>, Box<regex_syntax::Error>> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|pattern| &*pattern.source == source) {
        return Ok(Arc::clone(known));
    }
    let pattern = Arc::new(Pattern::new(source)?);
    if kept.len() >= MOST {
        kept.remove(0);
    }
    kept.push(Arc::clone(&pattern));
    Ok(pattern)
}
