//! A dry run of a user's own kind over a small built-in case: what would fail in a draft fails when it is loaded.

use super::compose::Draftable;
use super::library::{Kind, KindError, Library};
use crate::facts::{Case, Facts};
use crate::lang::Lang;

/// The case, with something in every group.
const SAMPLE: &str = include_str!("sample.toml");

/// Renders every template of the kinds in both languages.
pub(super) fn dry_run<'a>(library: &'a Library, kinds: impl Iterator<Item = &'a Kind>) -> Result<(), KindError> {
    let case = Case::parse("sample.toml", SAMPLE)
        .map_err(|error| KindError::new(error.report(Lang::Ja), error.report(Lang::En)))?;
    for kind in kinds {
        for lang in Lang::ALL {
            let facts = Facts::of(&case, kind.spec.audience, lang);
            // What the sample lacks for the kind is not asked: a template has to stand it.
            Draftable::of(library, kind, &facts).sources()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Library, SAMPLE, dry_run};
    use crate::facts::{Audience, Case, Facts};
    use crate::lang::Lang;

    #[test]
    fn the_sample_is_a_case_in_both_languages() {
        let case = Case::parse("sample.toml", SAMPLE).unwrap_or_else(|error| panic!("{error}"));
        for lang in Lang::ALL {
            assert_eq!(Facts::of(&case, Audience::Rep, lang).missing(), []);
        }
    }

    #[test]
    fn every_kind_built_in_can_be_rendered_over_it() {
        let library = Library::embedded().unwrap();
        dry_run(&library, library.kinds()).unwrap_or_else(|error| panic!("{error}"));
    }
}
