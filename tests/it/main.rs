//! What a user relies on, room by room.

mod acceptance;
mod facts;
mod letters;
mod review;
mod support;
