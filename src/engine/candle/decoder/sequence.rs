//! The tokens a decoder has read, in order, and what it remembers of them.

use std::sync::Arc;

use super::page::{POSITIONS, Page, PageShape};

/// Tokens read one after the other, and their keys and values.
///
/// A sequence lies in pages that others may share: a clone costs nothing, holds all that was read before once in
/// memory, and goes its own way from there; what it then writes into a page that is shared, it writes into a copy.
/// Dropping a sequence gives back the pages nobody else holds.
#[derive(Clone)]
pub struct Sequence {
    shape: PageShape,
    pages: Vec<Arc<Page>>,
    length: usize,
}

impl Sequence {
    /// An empty sequence.
    pub(crate) fn new(shape: PageShape) -> Self {
        Self { shape, pages: Vec::new(), length: 0 }
    }

    /// A sequence of `length` tokens in pages that were kept elsewhere, as many as those need.
    pub(crate) fn of_pages(shape: PageShape, pages: Vec<Arc<Page>>, length: usize) -> Self {
        debug_assert_eq!(pages.len(), length.div_ceil(POSITIONS));
        Self { shape, pages, length }
    }

    /// How many tokens it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Forgets all tokens after the first `length`.
    pub fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
        self.pages.truncate(self.length.div_ceil(POSITIONS));
    }

    pub(crate) fn shape(&self) -> &PageShape {
        &self.shape
    }

    /// Makes room for tokens up to `length`, in pages of its own. They count only after [`Self::advance`].
    pub(crate) fn reserve(&mut self, length: usize) {
        for page in &mut self.pages[self.length / POSITIONS..] {
            Arc::make_mut(page);
        }
        while self.pages.len() * POSITIONS < length {
            self.pages.push(Arc::new(Page::new(&self.shape)));
        }
    }

    /// Keeps the key and the value of the token at a reserved position.
    pub(crate) fn keep(&mut self, layer: usize, position: usize, key: &[f32], value: &[f32]) {
        let page = Arc::make_mut(&mut self.pages[position / POSITIONS]);
        page.keep(&self.shape, layer, position % POSITIONS, key, value);
    }

    /// Counts `tokens` more.
    pub(crate) fn advance(&mut self, tokens: usize) {
        self.length += tokens;
    }

    pub(crate) fn pages(&self) -> &[Arc<Page>] {
        &self.pages
    }
}

impl std::fmt::Debug for Sequence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sequence").field("length", &self.length).field("pages", &self.pages.len()).finish()
    }
}
