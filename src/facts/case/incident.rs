//! What went wrong.

use super::group;
use crate::facts::{Day, Id, Key, Status, Text, Visibility};

group! {
    /// `[incident]`: what went wrong.
    entry Incident {
        /// Id.
        id: Id,
        /// A short noun phrase for the subject line: 化粧箱KB-240の納入.
        title: Text,
        /// A noun phrase with product, date and quantity: 10月14日にご注文いただいた化粧箱KB-240（12,000箱）の納入.
        matter: Text,
        /// Day of the incident, or of its beginning.
        date: Day,
        /// Place.
        place: Option<Text>,
        /// Product or service.
        product: Option<Text>,
        /// Number of the order.
        order: Option<String>,
        /// Quantity with its unit.
        quantity: Option<Text>,
        /// What it meant, as far as the own company knows it.
        impact: Option<Text>,
        /// Who noticed it, and how.
        detected_by: Option<Text>,
        /// How sure this is.
        status: Status,
        /// Who may see it.
        visibility: Visibility = Visibility::Client,
        /// What is still being checked.
        checks: Vec<Check>,
    }
}

group! {
    /// Something still being checked.
    entry Check {
        /// Id.
        id: Id,
        /// A noun phrase: 10月28日のお電話の内容.
        what: Text,
        /// Who checks: a key of `own_people`.
        owner: Key,
        /// Until when.
        due: Day,
        /// The disputed or unverified event it will settle.
        about: Option<Id>,
        /// Who may see it.
        visibility: Visibility = Visibility::Client,
    }
}
