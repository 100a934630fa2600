//! What a user relies on, room by room.

mod facts;
mod letters;
mod support;
