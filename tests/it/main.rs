//! What a user relies on, room by room.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong, helpers included")]

mod acceptance;
mod acceptance_client;
mod acceptance_inside;
mod acceptance_kept;
mod anonymity;
mod asked;
mod bench;
mod check;
mod cli;
mod desk;
mod drafting;
mod export;
mod facts;
mod faults;
mod hub;
mod interrupted;
mod kinds;
mod layers;
mod letters;
mod matrix;
mod models;
mod next;
mod own_prompts;
mod pen;
mod readme;
mod review;
mod review_corpus;
mod review_files;
mod similar;
mod stages;
mod support;
mod tiny_models;
mod writers;
