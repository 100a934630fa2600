//! When a sentence leaves open the day on which something is to be, or was: a request, what has been, a wish.

use std::sync::LazyLock;

use crate::lang::{Lang, Pattern};

/// A request to the reader.
static ASKS: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("お願い(?:でき|いたし|申し|し)|いただけ(?:ます|ません|れば|ると)|でしょうか|頂戴でき"),
        Pattern::fixed(
            r"(?i)\?|(?-u:\b)(?:would|could|may) (?:you|we ask)(?-u:\b)|(?-u:\b)at your convenience(?-u:\b)",
        ),
    ]
});

/// What the own side will do: 近日中にご報告いたしますので、…お願いいたします leaves nothing to the reader.
static OWN_ACT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("(?:ご|お)[^。、]{1,8}?(?:いたし|申し上げ|差し上げ|し)ます|(?:参り|まいり|伺い)ます"),
        Pattern::fixed(r"(?i)(?-u:\b)(?:we|I)(?:'ll|’ll| will| shall)(?-u:\b)"),
    ]
});

/// Whether the rest of a sentence asks the reader for something and tells nothing the own side will do, so that when it
/// is to be is left to the reader.
pub(super) fn asks(rest: &str, lang: Lang) -> bool {
    let own = lang.of(&OWN_ACT).find_iter(rest).any(|act| !act.as_str().starts_with("お願い"));
    !own && lang.of(&ASKS).is_match(rest)
}

/// What has been done or has come: お言葉を頂戴しております.
static PAST: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "まし(?:た|て)|でした|(?:頂戴し|いただい|頂い|伺っ|承っ|賜っ|受け|届い|寄せられ|判明し)て(?:お|い)|[っいしん]た[。」）]?$|だった",
        ),
        Pattern::fixed(r"(?i)^ (?:after|before|afterwards|thereafter|beforehand)(?-u:\b)"),
    ]
});

/// Whether the rest of a sentence tells what has been, and nothing the own side will do.
pub(super) fn is_past(rest: &str, lang: Lang) -> bool {
    let own = lang.of(&OWN_ACT).find_iter(rest).any(|act| !act.as_str().starts_with("お願い"));
    !own && lang.of(&PAST).is_match(rest)
}

/// 早急に手順を整えたい: what the writer of a paper for the own side would like.
pub(super) fn is_wish(after: &str) -> bool {
    ["たい。", "たい、", "たいと", "べき", "必要があ", "必要だ", "必要で"].iter().any(|word| after.contains(word))
}
