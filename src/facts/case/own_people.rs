//! The company's own people.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Key, Text};

words! {
    /// What a person of the own company is to the case.
    OwnRole {
        /// 上長: decides above the manager.
        Superior = "superior",
        /// 人事.
        Personnel = "personnel",
        /// 法務.
        Legal = "legal",
    }
}

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
        /// Telephone number.
        tel: Option<String>,
        /// What the person is to the case.
        role: Option<OwnRole>,
    }
}
