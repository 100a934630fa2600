//! What texts mention, read once: the facts of a case are asked for each section of each document again.

use std::sync::Arc;

use super::{Mention, scan};
use crate::lang::{Lang, Memo};

/// What texts of up to 64 KB mention, as long as they are no more than 1 MB together.
static READ: Memo<Arc<[Mention]>> = Memo::new(1 << 16, 1 << 20);

/// Every value a text mentions, in its order, none overlapping another.
#[must_use]
pub fn mentions(text: &str, lang: Lang) -> Vec<Mention> {
    READ.get(text, lang, || scan::mentions(text, lang).into()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::mentions;
    use crate::facts::normalise::scan;
    use crate::lang::Lang;

    #[test]
    fn a_text_is_read_alike_however_often_it_is_asked() {
        for turn in 0..60 {
            let text = format!("11月{}日に12,000箱", turn % 28 + 1);
            for lang in Lang::ALL {
                assert_eq!(mentions(&text, lang), scan::mentions(&text, lang));
            }
        }
    }
}
