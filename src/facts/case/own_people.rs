//! The company's own people.

use super::group;
use crate::facts::{Key, Text};

group! {
    /// `[[own_people]]`: a person of the own company.
    group OwnPerson {
        /// By which entries refer to the person.
        key: Key,
        /// Family name and given name with a space between; in English given name first.
        name: Text,
        /// Reading of the name in kana.
        reading: Option<String>,
        /// Title, such as 課長.
        title: Option<Text>,
        /// Department.
        department: Option<Text>,
        /// What a client document calls the person or the person's department: 弊社生産管理部門.
        client_label: Option<Text>,
        /// Whether a client document may name the person.
        named: bool = false,
        /// E-mail address.
        email: Option<String>,
    }
}
