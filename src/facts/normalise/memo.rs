//! What texts mention, read once: the facts of a case are asked for each section of each document again.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{Mention, scan};
use crate::lang::Lang;

/// Longer texts are read anew each time.
const LONGEST: usize = 1 << 13;
/// How many texts are kept; then all are forgotten.
const MOST: usize = 4_096;

/// What texts of a language mention.
type Read = HashMap<Box<str>, Box<[Mention]>>;

thread_local! {
    static READ: RefCell<HashMap<Lang, Read>> = RefCell::default();
}

/// Every value a text mentions, in its order, none overlapping another.
#[must_use]
pub fn mentions(text: &str, lang: Lang) -> Vec<Mention> {
    if text.len() > LONGEST {
        return scan::mentions(text, lang);
    }
    let known = READ.with_borrow(|read| read.get(&lang)?.get(text).map(|found| found.to_vec()));
    known.unwrap_or_else(|| {
        let found = scan::mentions(text, lang);
        READ.with_borrow_mut(|read| {
            let read = read.entry(lang).or_default();
            if read.len() >= MOST {
                read.clear();
            }
            read.insert(text.into(), found.as_slice().into());
        });
        found
    })
}

#[cfg(test)]
mod tests {
    use super::{MOST, mentions};
    use crate::facts::normalise::scan;
    use crate::lang::Lang;

    #[test]
    fn a_text_is_read_alike_however_often_it_is_asked() {
        for turn in 0..MOST + 2 {
            let text = format!("11月{}日に12,000箱", turn % 28 + 1);
            for lang in Lang::ALL {
                assert_eq!(mentions(&text, lang), scan::mentions(&text, lang));
            }
            assert_eq!(mentions(&format!("{turn}"), Lang::Ja), scan::mentions(&format!("{turn}"), Lang::Ja));
        }
    }
}
