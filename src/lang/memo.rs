//! What is made of texts, kept: the facts of a case are read for each rule and each document again.

use std::sync::{LazyLock, PoisonError, RwLock};

use foldhash::HashMap;

use super::Lang;

/// What is made of texts of each language. Shared: a review asks its rules in threads of its own.
pub(crate) struct Memo<V> {
    /// Longer texts are read anew each time.
    longest: usize,
    /// Bytes of text that are kept; then all are forgotten.
    most: usize,
    kept: LazyLock<RwLock<Kept<V>>>,
}

struct Kept<V> {
    made: [HashMap<Box<str>, V>; 2],
    /// Bytes of the texts.
    bytes: usize,
}

impl<V> Kept<V> {
    fn none() -> RwLock<Self> {
        RwLock::new(Self { made: Default::default(), bytes: 0 })
    }
}

impl<V: Clone> Memo<V> {
    /// Keeps what is made of texts of up to `longest` bytes, and of `most` bytes together.
    pub(crate) const fn new(longest: usize, most: usize) -> Self {
        Self { longest, most, kept: LazyLock::new(Kept::none) }
    }

    /// What is made of a text, now or before.
    pub(crate) fn get(&self, text: &str, lang: Lang, make: impl FnOnce() -> V) -> V {
        if text.len() > self.longest {
            return make();
        }
        let known = {
            let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
            lang.of(&kept.made).get(text).cloned()
        };
        known.unwrap_or_else(|| {
            let made = make();
            let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
            if kept.bytes >= self.most {
                kept.made.iter_mut().for_each(HashMap::clear);
                kept.bytes = 0;
            }
            kept.bytes += text.len();
            let [ja, en] = &mut kept.made;
            lang.pick(ja, en).insert(text.into(), made.clone());
            made
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::Memo;
    use crate::lang::Lang;

    #[test]
    fn a_text_is_read_once_in_each_language_until_too_much_is_kept() {
        static LENGTHS: Memo<(Lang, usize)> = Memo::new(16, 40);
        let times = Cell::new(0);
        let read = |text: &str, lang| {
            let made = LENGTHS.get(text, lang, || {
                times.set(times.get() + 1);
                (lang, text.len())
            });
            assert_eq!(made, (lang, text.len()), "{text}");
            times.get()
        };
        assert_eq!(
            [read("one", Lang::Ja), read("one", Lang::Ja), read("one", Lang::En), read("one", Lang::En)],
            [1, 1, 2, 2]
        );
        // A long one is read each time, and takes no room.
        assert_eq!([read(&"x".repeat(17), Lang::Ja), read(&"x".repeat(17), Lang::Ja)], [3, 4]);
        for turn in 5..9 {
            assert_eq!(read(&format!("{turn:016}"), Lang::En), turn);
        }
        assert_eq!(read("one", Lang::Ja), 9, "more than 40 bytes were kept");
    }
}
