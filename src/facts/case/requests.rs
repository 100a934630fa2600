//! What other departments are asked for.

use super::group;
use crate::facts::{Day, Id, Key, Text, Visibility};

group! {
    /// `[[requests]]`: help asked of another department; one owner and one date each.
    entry Request {
        /// Id.
        id: Id,
        /// Who is asked: a key of `own_people`.
        to: Key,
        /// What is asked, a noun phrase: 変更依頼欄の仕様の確定.
        what: Text,
        /// Why, a clause in the plain form before ため.
        why: Text,
        /// By when.
        due: Day,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
