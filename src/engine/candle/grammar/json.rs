//! The grammar of JSON that follows a schema.

use super::form::Form;

/// The grammar of a schema. Objects are written without white space but for single spaces, so that a model cannot fill
/// its room with line breaks.
pub(super) fn form(schema: &serde_json::Value) -> Form {
    let mut schema = schema.clone();
    if let Some(fields) = schema.as_object_mut() {
        let options = serde_json::json!({"whitespace_flexible": false, "item_separator": ", ", "key_separator": ": "});
        fields.entry("x-guidance").or_insert(options);
    }
    Form::Schema(schema.to_string(), schema)
}
