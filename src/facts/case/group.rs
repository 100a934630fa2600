//! How a group of the case data model is declared: once, with its fields, their defaults and what they mean.

/// Declares a group (`group`) or a citable entry with an id (`entry`): the type, how it is read from the case
/// file, and how it is walked over. A field is required unless its type has an absent value or a default is given.
macro_rules! group {
    (
        $(#[$doc:meta])*
        $shape:ident $name:ident {
            $( $(#[$field_doc:meta])* $field:ident : $kind:ty $(= $default:expr)? ),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        pub struct $name {
            $( $(#[$field_doc])* pub $field: $kind, )*
            /// Where the entry stands in the case file.
            #[serde(skip)]
            pub span: $crate::facts::read::Span,
        }

        impl $name {
            /// The keys this table may have.
            pub const KEYS: &'static [&'static str] = &[ $( stringify!($field) ),* ];
        }

        impl $crate::facts::read::Field for $name {
            const EXPECTED: (&'static str, &'static str) = (
                concat!("表:", $( " ", stringify!($field) ),*),
                concat!("a table:", $( " ", stringify!($field) ),*),
            );

            fn read(
                node: $crate::facts::read::Node<'_>,
                reader: &mut $crate::facts::read::Reader,
            ) -> Option<Self> {
                let table = reader.table(node, Self::KEYS)?;
                $( let $field = group!(@read table, reader, $field, $kind $(, $default)?); )*
                Some(Self { $( $field: $field?, )* span: node.span() })
            }

            fn leads(steps: &[&str]) -> Result<(), $crate::facts::read::Lost> {
                let Some((first, rest)) = steps.split_first() else { return Ok(()) };
                match *first {
                    $( stringify!($field) => <$kind as $crate::facts::read::Field>::leads(rest), )*
                    _ => Err($crate::facts::read::Lost { step: (*first).to_owned(), known: Self::KEYS }),
                }
            }

            fn walk(
                &self,
                path: &$crate::facts::read::Path<'_>,
                visitor: &mut dyn $crate::facts::read::Visitor,
            ) {
                if let Some(id) = $crate::facts::read::Field::id(self) {
                    visitor.entry(path, id, &self.span);
                }
                $( $crate::facts::read::Field::walk(&self.$field, &path.join(stringify!($field)), visitor); )*
            }

            fn walk_mut(&mut self, change: &mut dyn $crate::facts::read::Changer) {
                $( $crate::facts::read::Field::walk_mut(&mut self.$field, change); )*
            }

            group!(@id $shape);
        }
    };
    (@read $table:ident, $reader:ident, $field:ident, $kind:ty) => {
        $table.field::<$kind>(stringify!($field), $reader)
    };
    (@read $table:ident, $reader:ident, $field:ident, $kind:ty, $default:expr) => {
        $table.field_or::<$kind>(stringify!($field), $reader, || Some($default))
    };
    (@id group) => {};
    (@id entry) => {
        fn id(&self) -> Option<&$crate::facts::Id> {
            Some(&self.id)
        }
    };
}
pub(crate) use group;
