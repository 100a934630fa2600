//! What texts mention, read once: the facts of a case are asked for each section of each document again.

use std::sync::{LazyLock, PoisonError, RwLock};

use foldhash::{HashMap, HashMapExt};

use super::{Mention, scan};
use crate::lang::Lang;

/// Longer texts are read anew each time.
const LONGEST: usize = 1 << 16;
/// How many bytes of text are kept of a language; then all are forgotten.
const MOST: usize = 1 << 20;

/// What texts of each language mention. Shared: a review asks its rules in threads of its own.
static READ: LazyLock<RwLock<HashMap<Lang, Read>>> = LazyLock::new(RwLock::default);

/// What texts of a language mention.
struct Read {
    found: HashMap<Box<str>, Box<[Mention]>>,
    /// Bytes of the texts.
    bytes: usize,
}

/// Every value a text mentions, in its order, none overlapping another.
#[must_use]
pub fn mentions(text: &str, lang: Lang) -> Vec<Mention> {
    if text.len() > LONGEST {
        return scan::mentions(text, lang);
    }
    let known = {
        let read = READ.read().unwrap_or_else(PoisonError::into_inner);
        read.get(&lang).and_then(|read| read.found.get(text)).map(|found| found.to_vec())
    };
    known.unwrap_or_else(|| {
        let found = scan::mentions(text, lang);
        let mut read = READ.write().unwrap_or_else(PoisonError::into_inner);
        let read = read.entry(lang).or_insert_with(|| Read { found: HashMap::new(), bytes: 0 });
        if read.bytes >= MOST {
            *read = Read { found: HashMap::new(), bytes: 0 };
        }
        read.bytes += text.len();
        read.found.insert(text.into(), found.as_slice().into());
        found
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST, mentions};
    use crate::facts::normalise::scan;
    use crate::lang::Lang;

    #[test]
    fn a_text_is_read_alike_however_often_it_is_asked() {
        // More than is kept.
        for turn in 0..2 * MOST / LONGEST {
            let long = format!("{turn}{}", "あ".repeat(LONGEST / 4));
            for text in [&format!("11月{}日に12,000箱", turn % 28 + 1), &long] {
                for lang in Lang::ALL {
                    assert_eq!(mentions(text, lang), scan::mentions(text, lang));
                }
            }
        }
    }
}
