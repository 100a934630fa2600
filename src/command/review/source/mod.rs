//! The text that is reviewed: a file, or the standard input.

mod docx;
mod mail;

use std::path::Path;

use crate::command::{Console, Exit, Failure};
use crate::lang::Message;
use docx::Fault;

/// Longest text taken, in bytes.
const LONGEST: usize = 1 << 20;
/// Longest file taken that a text is unpacked from, in bytes.
const LONGEST_PACKED: usize = 32 << 20;

/// How a file holds its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As it is.
    Plain,
    /// As a Word document.
    Docx,
    /// As a mail.
    Mail,
}

impl Form {
    /// By the ending of its name.
    fn of(file: &Path) -> Self {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("docx") => Self::Docx,
            Some("eml") => Self::Mail,
            _ => Self::Plain,
        }
    }
}

/// The text of a file or of the standard input. Places in it are those of the text: what is unpacked from a Word
/// document or a mail has no other.
pub(super) fn read(file: &Path, console: &mut Console<'_>) -> Result<String, Failure> {
    let name = file.display().to_string();
    let form = Form::of(file);
    let bytes = bytes(file, &name, form, console)?;
    let text = match form {
        Form::Plain => plain(bytes, &name)?,
        Form::Docx => docx::text(&bytes).map_err(|fault| not_a_document(fault, &name))?,
        Form::Mail => {
            let mail = mail::read(&bytes).ok_or_else(|| no_mail(&name))?;
            if mail.attachments > 0 {
                let count = mail.attachments;
                console.notice(&Message::new(
                    format!("添付ファイル {count} 件は点検していません"),
                    format!("attachments were not checked: {count}"),
                ));
            }
            mail.text
        }
    };
    if text.len() > LONGEST { Err(too_long(&name, LONGEST)) } else { Ok(text) }
}

fn bytes(file: &Path, name: &str, form: Form, console: &mut Console<'_>) -> Result<Vec<u8>, Failure> {
    let most = if form == Form::Plain { LONGEST } else { LONGEST_PACKED };
    let bytes = if file == Path::new("-") {
        console.read_input(most + 1)
    } else {
        std::fs::File::open(file).and_then(|opened| {
            let mut bytes = Vec::new();
            let most = u64::try_from(most).unwrap_or(u64::MAX) + 1;
            std::io::Read::read_to_end(&mut std::io::Read::take(opened, most), &mut bytes)?;
            Ok(bytes)
        })
    };
    let bytes = bytes.map_err(|error| {
        Failure::new(
            Exit::Io,
            format!("`{name}` を読めません（{error}）。ファイル名と権限を確かめてください"),
            format!("cannot read `{name}` ({error}); check the name and the permissions"),
        )
    })?;
    if bytes.len() > most { Err(too_long(name, most)) } else { Ok(bytes) }
}

fn too_long(name: &str, most: usize) -> Failure {
    Failure::new(
        Exit::Invalid,
        format!("`{name}` は長すぎます（上限 {most} バイト）。文書を一つずつ点検してください"),
        format!("`{name}` is too long (the limit is {most} bytes); check one document at a time"),
    )
}

fn plain(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            Exit::Invalid,
            format!("`{name}` は UTF-8 ではありません（{at} バイト目）。UTF-8 で保存し直してください（例: iconv -f CP932 -t UTF-8 元 > 先）"),
            format!("`{name}` is not UTF-8 (at byte {at}); save it as UTF-8 (for example: iconv -f CP932 -t UTF-8 old > new)"),
        )
    })
}

fn not_a_document(fault: Fault, name: &str) -> Failure {
    let (ja, en) = match fault {
        Fault::NoArchive => (
            "Word 文書（.docx）として開けません。パスワードがかかっていないか、壊れていないか確かめてください",
            "cannot be opened as a Word document (.docx); see whether it has a password or is damaged",
        ),
        Fault::NoDocument => (
            "に Word の本文がありません。Word で .docx として保存し直してください",
            "has no text of Word in it; save it from Word as .docx",
        ),
        Fault::NoXml => (
            "の本文が壊れています。Word で開いて保存し直してください",
            "has a damaged text; open it in Word and save it again",
        ),
        Fault::TooLarge => {
            ("の本文は大きすぎます。文書を分けて点検してください", "has too large a text; split the document")
        }
    };
    Failure::new(Exit::Invalid, format!("`{name}` {ja}"), format!("`{name}` {en}"))
}

fn no_mail(name: &str) -> Failure {
    Failure::new(
        Exit::Invalid,
        format!(
            "`{name}` に本文のあるメールが見つかりません。メールソフトから .eml で保存し直すか、本文を .txt に保存してください"
        ),
        format!("`{name}` holds no mail with a text; save it again as .eml, or the text of it as .txt"),
    )
}
