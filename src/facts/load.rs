//! From a file to a case.

use std::io::Read;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::case::{Case, Groups};
use super::read::{Field, LoadError, Problem, Reader};
use super::validate::validate;
use crate::lang::{Lang, Message};

/// Longest case file taken, in bytes: far above any real case, far below what could hurt.
const LONGEST: usize = 2 << 20;

impl Case {
    /// Loads a case file.
    ///
    /// # Errors
    /// When the file cannot be read, is not UTF-8 (a byte order mark is allowed), is not TOML, or does not hold a
    /// case: all problems of the file at once.
    pub fn load(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        let fail = |message: Message, help: Message| LoadError {
            name: name.clone(),
            source: String::new(),
            problems: vec![Problem { span: 0..0, message, help }],
        };
        let bytes = read(path).map_err(|error| {
            fail(
                Message::new(
                    format!("事案ファイル `{name}` を読めません（{error}）"),
                    format!("cannot read the case file `{name}` ({error})"),
                ),
                Message::new("ファイル名と権限を確かめてください", "check the name and the permissions"),
            )
        })?;
        if bytes.len() > LONGEST {
            let size = std::fs::metadata(path).ok().and_then(|data| usize::try_from(data.len()).ok());
            let problem = too_large(size.unwrap_or(bytes.len()).max(bytes.len()));
            return Err(fail(problem.message, problem.help));
        }
        let text = decode(bytes).map_err(|(message, help)| fail(message, help))?;
        Self::parse(&name, &text)
    }

    /// Reads a case from the text of a file; `name` is shown in errors.
    ///
    /// # Errors
    /// When the text is not TOML or does not hold a case: all problems at once.
    pub fn parse(name: &str, source: &str) -> Result<Self, LoadError> {
        let fail = |problems: Vec<Problem>| LoadError { name: name.to_owned(), source: source.to_owned(), problems };
        if source.len() > LONGEST {
            return Err(fail(vec![too_large(source.len())]));
        }
        let (root, errors) = DeTable::parse_recoverable(source);
        if !errors.is_empty() {
            return Err(fail(errors.iter().map(syntax_problem).collect()));
        }
        let span = root.span();
        let root = Spanned::new(span, DeValue::Table(root.into_inner()));
        let mut reader = Reader::new(language(&root));
        let groups = Groups::read(&root, &mut reader);
        if let Some(groups) = &groups {
            validate(groups, &reader);
        }
        let problems = reader.into_problems();
        match groups {
            Some(groups) if problems.is_empty() => {
                Ok(Self { name: name.to_owned(), source: source.to_owned(), groups })
            }
            _ => Err(fail(problems)),
        }
    }
}

/// The bytes of a file, no more of it than shows that it is too large: of a folder of past cases any file may be huge.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn too_large(size: usize) -> Problem {
    Problem {
        span: 0..0,
        message: Message::new(
            format!("事案ファイルが大きすぎます（{size} バイト）"),
            format!("the case file is too large ({size} bytes)"),
        ),
        help: Message::new(
            format!("上限は {LONGEST} バイトです。長いメールは要点だけを引用してください"),
            format!("the limit is {LONGEST} bytes; quote only what matters of long mails"),
        ),
    }
}

/// The language of plain strings: needed before anything else is read.
fn language(root: &Spanned<DeValue<'_>>) -> Lang {
    root.get_ref()
        .get("case")
        .and_then(|case| case.get_ref().get("lang"))
        .and_then(|lang| lang.get_ref().as_str())
        .and_then(|lang| lang.parse().ok())
        .unwrap_or(Lang::Ja)
}

fn syntax_problem(error: &toml::de::Error) -> Problem {
    Problem {
        span: error.span().unwrap_or(0..0),
        message: Message::new(
            format!("TOML として読めません: {}", error.message()),
            format!("not valid TOML: {}", error.message()),
        ),
        help: Message::new(
            "引用符・かっこ・「=」の抜けがないか確かめてください。長い文は \"\"\" で囲めます",
            "look for a missing quote, bracket or `=`; long texts can stand between \"\"\"",
        ),
    }
}

/// UTF-8, with or without a byte order mark; anything else is refused with a hint how to convert.
fn decode(bytes: Vec<u8>) -> Result<String, (Message, Message)> {
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let found = match error.as_bytes() {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
            _ => "UTF-8 以外 / not UTF-8 (Shift_JIS?)",
        };
        (
            Message::new(
                format!("ファイルの文字コードが UTF-8 ではありません（{found}、{at} バイト目）"),
                format!("the file is not UTF-8 ({found}, at byte {at})"),
            ),
            Message::new(
                "UTF-8 で保存し直してください（例: iconv -f CP932 -t UTF-8 元 > 先、メモ帳なら「名前を付けて保存」で UTF-8）",
                "save it as UTF-8 (for example: iconv -f CP932 -t UTF-8 old > new)",
            ),
        )
    })
}
