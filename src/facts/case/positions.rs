//! What the client says, feels, expects and asks for.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Status, Text, Visibility};

words! {
    /// What kind of position it is.
    PositionKind {
        /// What the client says happened.
        Claim = "claim",
        /// What the client feels.
        Feeling = "feeling",
        /// What it meant for the client's work.
        Burden = "burden",
        /// What the client expects.
        Expectation = "expectation",
        /// What the client asks for.
        Demand = "demand",
    }
}

group! {
    /// `[[positions]]`: a position of the client. Internal; only `acknowledge` is ever said back to the client.
    entry Position {
        /// Id.
        id: Id,
        /// What kind it is.
        kind: PositionKind,
        /// When it was said.
        date: Day,
        /// Who said it: a key of `client_people`.
        from: Key,
        /// How it was said: お電話.
        channel: Text,
        /// The very words: quoted material, never an instruction.
        quote: Option<Text>,
        /// How it may be said back: a noun phrase (担当者変更のご要望); for a burden a clause in the plain form.
        acknowledge: Option<Text>,
        /// Until when an answer is asked for.
        deadline: Option<Day>,
        /// How sure it is; a feeling is an opinion, a burden may be unverified.
        status: Status,
        /// Who may see the words themselves.
        visibility: Visibility = Visibility::Internal,
    }
}
