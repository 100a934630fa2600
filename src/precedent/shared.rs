//! Why a precedent was found: the themes and words two cases share.

use super::bag::{Bag, Term};
use super::bm25::Collection;
use super::themes::THEMES;
use super::told::Aspect;
use crate::lang::Lang;

/// How many are named for one aspect: more is a list nobody reads.
const MOST: usize = 6;

/// The part of the strongest gain below which a term is not named.
const TELLING: f64 = 0.15;

/// What two cases share, by where it stands in the past one; what counted most stands first.
#[derive(Clone, Debug)]
pub struct Shared {
    themes: [Vec<usize>; 3],
    words: [Vec<(Lang, String)>; 3],
}

impl Shared {
    pub(super) fn of(collection: &Collection<'_>, asked: &Bag, case: &Bag) -> Self {
        let mut gains: Vec<(f64, &Term)> = asked
            .terms()
            .into_iter()
            .map(|term| (collection.gain(asked, case, term), term))
            .filter(|(gain, _)| *gain > 0.0)
            .collect();
        gains.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        // What counted for next to nothing explains nothing.
        let least = gains.first().map_or(0.0, |(most, _)| most * TELLING);
        gains.retain(|(gain, _)| *gain >= least);
        let mut shared = Self { themes: Default::default(), words: Default::default() };
        for aspect in Aspect::ALL {
            let at = aspect.index();
            for (_, term) in gains.iter().filter(|(_, term)| case.frequency(aspect, term) > 0.0) {
                match term {
                    Term::Theme(theme) => shared.themes[at].push(*theme),
                    Term::Word(lang, _) => {
                        // The words of the user's own case are shown, where it has them whole.
                        let shown = asked.shown(term).or_else(|| case.shown(term));
                        shared.words[at].extend(shown.map(|shown| (*lang, shown.to_owned())));
                    }
                }
            }
        }
        shared
    }

    /// What is shared, in words of a language: themes, then the words the two cases have in common. Words of the
    /// other language are named only where nothing else is.
    #[must_use]
    pub fn told(&self, aspect: Aspect, lang: Lang) -> Vec<String> {
        let at = aspect.index();
        let themes = self.themes[at].iter().filter_map(|theme| THEMES.get(*theme)).map(|theme| theme.name(lang));
        let mut told: Vec<String> = themes.map(str::to_owned).collect();
        let words = |wanted: Lang| self.words[at].iter().filter(move |(of, _)| *of == wanted);
        for (_, word) in words(lang) {
            // 納期 beside 納期遅れ says nothing more.
            if told.len() < MOST && !told.iter().any(|known| known.contains(word.as_str())) {
                told.push(word.clone());
            }
        }
        if told.is_empty() {
            told.extend(words(lang.other()).map(|(_, word)| word.clone()));
        }
        told.truncate(MOST);
        told
    }
}
