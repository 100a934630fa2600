//! Whether a sentence tells somebody else's words.

use std::sync::LazyLock;

use crate::lang::Pattern;
/// What follows words that are told: 「…とのご認識」「…と承っております」「…を求められた」.
static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = concat!(
        r"^[^。\n]{0,30}?(?:",
        r"と(?:の|いう|いった)(?:ご|お)?(?:認識|指摘|意見|話|申し出|要望|要求|主張|説明|理解|指示|発言|言葉|声|気持|受け止め|内容|趣旨)",
        r"|と(?:は|も)?(?:伺|承[りっるわ]|聞い|聞か|おっしゃ|仰|述べ|主張|感じられ|受け止められ|言われ|話され|訴え|お怒り|指摘)",
        r"|(?:を|と)(?:求め|要求|迫|言い渡|強い)(?:られ|され)|(?:を|と)(?:求め|要求し|迫り)(?:て(?:い|き|おら)|た(?:。|が|場合|とき|際|ら))",
        r"|旨(?:を|の)?(?:ご|お)?(?:伺|承|連絡|指摘|要望|話)",
        r")"
    );
    Pattern::fixed(pattern)
});

/// Whether `after`, the text behind a word, marks it as somebody else's words.
pub(in crate::review) fn is_attributed(after: &str) -> bool {
    TOLD.is_match(after)
}

#[cfg(test)]
mod tests {
    use super::is_attributed;

    #[test]
    fn told_words_are_told_from_own_ones() {
        for text in
            ["だったとのご認識と承っております", "してほしいと求められた", "との要求があった", "を要求された場合"]
        {
            assert!(is_attributed(text), "{text}");
        }
        for text in ["いたします。", "する。とのことです", "してください"] {
            assert!(!is_attributed(text), "{text}");
        }
    }
}
