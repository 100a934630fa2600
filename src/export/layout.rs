//! What an exporter needs to know beside the document.

use super::Grounds;
use crate::kind::Profile;

/// How a document is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout<'a> {
    /// The format profile of its kind: a letter is indented, an e-mail is not.
    pub profile: Profile,
    /// What the citations stand for, where they are to be shown.
    pub grounds: Option<&'a Grounds>,
}
