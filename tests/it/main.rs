//! What a user relies on, room by room.

mod acceptance;
mod cli;
mod desk;
mod drafting;
mod export;
mod facts;
mod kinds;
mod layers;
mod letters;
mod pen;
mod support;
mod writers;
