//! Renders a model's own chat template, within bounds.

use std::io::{Error as IoError, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind, State, UndefinedBehavior, context};
use minijinja_contrib::pycompat::unknown_method_callback;
use regex::Regex;
use serde_json::ser::PrettyFormatter;

use super::turn::Turn;

/// The most bytes of a template and of what it renders.
const LIMIT: usize = 256 << 10;
/// Steps a template may take; 64 bytes it makes count as one.
const FUEL: u64 = 200_000;

/// Renders `template` with `turns`, thinking off, up to where the model is to go on.
///
/// Errors are texts of the template engine. No date is given to the template: a replay must not depend on the day.
pub(crate) fn render(template: &str, turns: &[Turn<'_>], bos: &str, eos: &str) -> Result<String, String> {
    if template.len() > LIMIT {
        return Err(format!("over {LIMIT} bytes"));
    }
    let template = without_generation_tags(template);
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    environment.set_syntax(syntax.build().map_err(|error| error.to_string())?);
    environment.set_undefined_behavior(UndefinedBehavior::Lenient);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.set_unknown_method_callback(method);
    environment.add_filter("tojson", tojson);
    environment.set_fuel(Some(FUEL));
    environment.add_function("raise_exception", |text: String| -> Result<Value, Error> {
        Err(Error::new(ErrorKind::InvalidOperation, text))
    });
    let compiled = environment.template_from_str(&template).map_err(|error| error.to_string())?;
    let context = context! {
        messages => minijinja::value::Serde(turns),
        add_generation_prompt => true,
        enable_thinking => false,
        bos_token => bos,
        eos_token => eos,
    };
    let mut out = Bounded(Vec::new());
    compiled.render_captured_to(context, &mut out).map_err(|error| error.to_string())?;
    String::from_utf8(out.0).map_err(|error| error.to_string())
}

/// A method of Python's types. A width in a format could ask for any memory: fuel does not count it.
fn method(state: &mut State, value: &Value, name: &str, args: &[Value]) -> Result<Value, Error> {
    if name == "format" && value.as_str().is_some_and(|format| format.contains(':')) {
        return Err(Error::new(ErrorKind::InvalidOperation, "formats with a width are not supported"));
    }
    unknown_method_callback(state, value, name, args)
}

/// JSON as the authors of chat templates know it: nothing escaped for HTML, and an indent that fuel need not count.
fn tojson(value: Value, options: Kwargs) -> Result<Value, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::new(ErrorKind::InvalidOperation, error.to_string());
    let indent = options.get::<Option<usize>>("indent")?.map(|indent| " ".repeat(indent.min(8)));
    let mut out = Vec::new();
    let written = match &indent {
        None => serde::Serialize::serialize(&value, &mut serde_json::Serializer::new(&mut out)),
        Some(indent) => {
            let format = PrettyFormatter::with_indent(indent.as_bytes());
            serde::Serialize::serialize(&value, &mut serde_json::Serializer::with_formatter(&mut out, format))
        }
    };
    written.map_err(|error| failed(&error))?;
    String::from_utf8(out).map(Value::from).map_err(|error| failed(&error))
}

/// `{% generation %}` marks text for training; other tags of the same shape stand in for it.
fn without_generation_tags(template: &str) -> String {
    let replaced = |text: &str, pattern: &str, with: &str| match Regex::new(pattern) {
        Ok(pattern) => pattern.replace_all(text, with).into_owned(),
        Err(_) => text.to_owned(),
    };
    let text = replaced(template, r"\{%(-?)\s*generation\s*(-?)%\}", "{%${1} if true ${2}%}");
    replaced(&text, r"\{%(-?)\s*endgeneration\s*(-?)%\}", "{%${1} endif ${2}%}")
}

/// Bytes up to [`LIMIT`].
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, IoError> {
        if self.0.len() + bytes.len() > LIMIT {
            return Err(IoError::other("the template renders too much"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), IoError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::engine::candle::{Role, Turn};

    #[test]
    fn bounds_hold() {
        let turns = [Turn::new(Role::User, "x")];
        let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
        assert!(render(endless, &turns, "", "").is_err());
        let long = "{% for a in range(9999) %}{{ 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}{% endfor %}";
        assert!(render(long, &turns, "", "").is_err());
        assert!(render("{{ raise_exception('no') }}", &turns, "", "").is_err());
        assert!(render("{% include 'x' %}", &turns, "", "").is_err());
        let marked = "{% generation %}{{ messages[0].content }}{%- endgeneration %}";
        assert_eq!(render(marked, &turns, "", "").as_deref(), Ok("x"));
    }

    #[test]
    fn a_few_letters_cannot_take_all_memory() {
        for bomb in [
            "{{ ('x' * 100000000) | length }}",
            "{{ ([1] * 1000000000) | length }}",
            "{% set n = namespace(s='xx') %}{% for a in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
            "{% set n = namespace(s='xx') %}{% for a in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
            "{% set s = 'x' * 100000 %}{{ s.replace('x', s) | length }}",
            "{% set s = 'x' * 100000 %}{{ s | replace('x', s) | length }}",
            "{% set s = 'x' * 100000 %}{{ s.join(s) | length }}",
            "{% set s = 'x' * 100000 %}{{ s | join(s) | length }}",
            "{{ '{:>1000000000}'.format('x') | length }}",
            "{{ '%1000000000s' | format('x') | length }}",
            "{{ 'a\nb' | indent(1000000000) | length }}",
            "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        ] {
            assert!(render(bomb, &[], "", "").is_err(), "{bomb}");
        }
    }

    #[test]
    fn json_is_plain_and_its_indent_is_bounded() {
        let json = |template| render(template, &[], "", "");
        assert_eq!(json("{{ {'a': '<é>'} | tojson }}").as_deref(), Ok("{\"a\":\"<é>\"}"));
        let indented = format!("[\n{}1\n]", " ".repeat(8));
        assert_eq!(json("{{ [1] | tojson(indent=1000000000) }}"), Ok(indented));
        assert_eq!(json("{{ '{}-{}'.format(1, 2) }}").as_deref(), Ok("1-2"));
    }
}
