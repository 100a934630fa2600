//! Who writes.

use super::group;
use crate::facts::{Key, Text};

group! {
    /// `[sender]`: who writes.
    group Sender {
        /// The company's full legal name.
        company: Text,
        /// The manager who writes: a key of `own_people`.
        person: Key,
        /// Who signs, where it is not the writer: a key of `own_people`.
        signatory: Option<Key>,
        /// Telephone number, a direct line where there is one.
        tel: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Postal address.
        address: Option<Text>,
    }
}
