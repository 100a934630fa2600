//! What stands in for a document kind where none is known: an audience alone.

use super::library::Kind;
use super::spec::{Band, Both, Profile, Spec};
use crate::facts::Audience;

impl Kind {
    /// A kind that asks nothing of a document but that it is for this audience.
    #[must_use]
    pub fn of_audience(audience: Audience) -> Self {
        let both = |text: &str| Both { ja: text.to_owned(), en: text.to_owned() };
        let any = Band { min: 0, max: usize::MAX };
        let spec = Spec {
            code: String::new(),
            title: both(""),
            purpose: both(""),
            audience,
            profile: Profile::Memo,
            to: None,
            subject: both(""),
            length: Both { ja: any, en: any },
            uses: Vec::new(),
            required: Vec::new(),
            section: Vec::new(),
        };
        Self { id: String::new(), spec, own: false }
    }
}
