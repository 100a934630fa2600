//! The licence of a model, and whether a user must agree to it first.

use super::Both;

/// Licences that ask for no more than keeping their text with the work.
const PERMISSIVE: [&str; 7] = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0"];

/// The licence of a model.
#[derive(Clone, Copy, Debug)]
pub struct Licence<'a> {
    /// An SPDX expression.
    pub expression: &'a str,
    /// Where it can be read.
    pub url: Option<&'a str>,
    /// What comes on top.
    pub terms: Option<&'a Both>,
}

impl Licence<'_> {
    /// Whether the model may be used without asking: every licence of the expression is permissive, and nothing comes
    /// on top. What cannot be judged is not permissive.
    #[must_use]
    pub fn is_permissive(&self) -> bool {
        self.terms.is_none()
            && !self.expression.is_empty()
            && self.expression.split(" AND ").flat_map(|part| part.split(" OR ")).all(|id| PERMISSIVE.contains(&id))
    }
}

#[cfg(test)]
mod tests {
    use super::Licence;
    use crate::engine::catalogue::Both;

    #[test]
    fn what_cannot_be_judged_is_not_permissive() {
        let terms = Both { ja: "追加条件".to_owned(), en: "more terms".to_owned() };
        let permissive = |expression, terms| Licence { expression, url: None, terms }.is_permissive();
        assert!(permissive("Apache-2.0", None) && permissive("MIT OR Apache-2.0", None));
        for other in ["LicenseRef-lfm1.0", "Apache-2.0 AND LicenseRef-Gemma", "", "apache", "(MIT)", "unknown"] {
            assert!(!permissive(other, None), "{other}");
        }
        assert!(!permissive("MIT", Some(&terms)));
    }
}
