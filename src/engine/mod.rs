//! Prompts in, text out. An engine sees [`Prompt`](crate::kind::Prompt)s, never the case.
