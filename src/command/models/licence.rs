//! The licence of a model, shown before it comes; a yes is asked for where it is not permissive.

use crate::command::{Console, Exit, Failure};
use crate::engine::catalogue::Model;
use crate::engine::store::Source;
use crate::lang::Message;

/// The licence in a line.
pub(super) fn text(model: Option<&Model>, source: &Source) -> Message {
    let Some(model) = model else {
        let repo = source.repo();
        return Message::new(
            format!("不明（https://huggingface.co/{repo} を確かめてください）"),
            format!("unknown (see https://huggingface.co/{repo})"),
        );
    };
    let licence = model.licence();
    let url = licence.url.map(|url| format!(" {url}")).unwrap_or_default();
    let (ja, en) = licence.terms.map_or(("", ""), |terms| (terms.ja.as_str(), terms.en.as_str()));
    let (open, close, semi) = if ja.is_empty() { ("", "", "") } else { ("（", "）", "; ") };
    Message::new(
        format!("{}{url}{open}{ja}{close}", licence.expression),
        format!("{}{url}{semi}{en}", licence.expression),
    )
}

/// Makes sure the user agrees to a licence that is not permissive, or is not known.
pub(super) fn agree(
    model: Option<&Model>,
    source: &Source,
    accepted: bool,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let licence = text(model, source);
    console.notice(&Message::new(format!("ライセンス: {}", licence.ja), format!("licence: {}", licence.en)));
    if accepted || model.is_some_and(|model| model.licence().is_permissive()) {
        return Ok(());
    }
    if !console.interactive {
        return Err(Failure::new(
            Exit::Usage,
            "このライセンスには同意が必要です。読んだ上で `--accept-licence` を付けてください。",
            "this licence must be agreed to; read it, and add `--accept-licence`",
        ));
    }
    if console.agrees(&Message::new("このライセンスに同意しますか", "do you agree to this licence?")) {
        return Ok(());
    }
    Err(Failure::new(Exit::Model, "同意がないため、取得しません。", "without your agreement it is not fetched"))
}
