//! # tsukuroi (繕い, mending)
//!
//! A private, on-premises drafting assistant for a manager whose rep is in trouble with an important client.
//! Data flows one way, a room a step; each room imports only from the rooms before it:
//!
//! ```text
//! lang       the two languages, and messages in both
//! facts      case file → Case → Facts (the view of one audience)
//! workflow   Case, on a day → the stage, what is due, the documents to draft, the last-resort gate
//! precedent  Case + past cases → the similar ones, what helped, lessons
//! kind       Facts → fixed sections, built-in wording, Prompt per prose section
//! engine     Prompt → Text
//! review     Text + Facts → findings → Reviewed
//! draft      the loop: write, review, repair, else the built-in wording
//! export     Reviewed → bytes
//! hub        models from the network; `models pull` alone enters it
//! command    a file a verb; the only room that sees all others
//! ```

pub mod lang;

pub mod facts;

pub mod workflow;

pub mod precedent;

pub mod kind;

pub mod engine;

pub mod review;

pub mod draft;

pub mod export;

pub mod hub;

pub mod command;
