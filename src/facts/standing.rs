//! How sure a statement is, and who may see it.

use super::read::{Field, Node, Reader};
use crate::lang::Lang;

/// Declares a closed list of words of the case file.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $( $(#[$word_doc:meta])* $variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$word_doc])* $variant, )*
        }

        impl $name {
            /// Every value with the word that stands for it in the case file.
            pub const WORDS: &'static [(&'static str, Self)] = &[ $( ($word, Self::$variant), )* ];

            /// The word of the case file.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )*
                }
            }
        }

        impl $crate::facts::read::Field for $name {
            const EXPECTED: (&'static str, &'static str) = (
                concat!("次のどれか:", $( " ", $word ),*),
                concat!("one of:", $( " ", $word ),*),
            );

            fn read(
                node: $crate::facts::read::Node<'_>,
                reader: &mut $crate::facts::read::Reader,
            ) -> Option<Self> {
                $crate::facts::read::read_word(node, reader, Self::WORDS)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How sure a statement is.
    Status {
        /// Proven or admitted by both sides.
        Confirmed = "confirmed",
        /// The two sides say different things.
        Disputed = "disputed",
        /// Said by one side, not checked yet.
        Unverified = "unverified",
        /// A view of somebody, not a fact.
        Opinion = "opinion",
    }
}

words! {
    /// Who may see a statement.
    Visibility {
        /// The client, and everybody inside.
        Client = "client",
        /// Inside the company, not the rep's file.
        Internal = "internal",
        /// The manager and the rep (and personnel where needed).
        Rep = "rep",
        /// No document at all.
        Never = "never",
    }
}

impl Field for Lang {
    const EXPECTED: (&'static str, &'static str) = ("\"ja\" か \"en\"", "\"ja\" or \"en\"");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        super::read::read_word(node, reader, &[("ja", Self::Ja), ("en", Self::En)])
    }
}
