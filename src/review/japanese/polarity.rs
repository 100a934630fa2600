//! Whether what a word says is denied, forbidden or declined.

use std::sync::LazyLock;

use crate::lang::Pattern;
/// Denials, prohibitions and refusals that follow a word within its clause.
static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = concat!(
        r"^[^。、\n]{0,14}?(?:",
        r"な(?:い|く|かっ|し(?:で|に|の|とす)|きよう)|ませ|ず(?:に|、|、?$)|ぬよう|せず|まい(?:。|と)",
        r"|べからず|べきでは|わけでは|ものでは|ことでは|のでは(?:な|あり|ござ)|とは(?:限|言え|申せ)",
        r"|禁止|禁じ|厳禁|不可|避け|控え|断[らりるっ]|拒[まみむ否]|慎[まみむん]|応じな|応じませ|応じず|行わな|行いませ|やめ|取りやめ|止め|NG|✕|×|しない",
        r")"
    );
    Pattern::fixed(pattern)
});

/// Whether `after`, the text behind a word, denies it within the clause.
pub(in crate::review) fn is_denied(after: &str) -> bool {
    DENIED.is_match(after)
}

#[cfg(test)]
mod tests {
    use super::is_denied;

    #[test]
    fn denials_are_told_from_other_endings() {
        for text in
            ["は約束しない", "には応じません。", "を一人で行わず、", "は禁止とする", "の要求は断る", "をしないこと"]
        {
            assert!(is_denied(text), "{text}");
        }
        for text in ["します。", "を求められた場合", "する。その後は行わない", "、ない", ""] {
            assert!(!is_denied(text), "{text}");
        }
    }
}
