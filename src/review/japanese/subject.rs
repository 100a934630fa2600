//! Who acts in a Japanese clause.

use std::sync::LazyLock;

use regex::Regex;

/// Whose act a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::review) enum Side {
    /// The company that writes, and its people.
    Own,
    /// The client and its people.
    Client,
}

/// Subjects with their particles. A name before 様 is the client's.
static ACTOR: LazyLock<Regex> = LazyLock::new(|| {
    let own = "弊社|当社|私ども|私たち|私|当方|自社|当部|当課|小職";
    let client = "貴社|貴院|貴行|貴校|貴法人|貴組合|貴店|御社|先方|お客様|皆様|様";
    let pattern = format!("(?:(?P<own>{own})|(?P<client>{client}))(?:側|の[^、。がはも]{{0,10}})?(?:が|は|も|から|より|として)");
    Regex::new(&pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// Who acts at the end of `before`, the sentence up to a predicate: the last subject in it.
pub(in crate::review) fn actor(before: &str) -> Option<Side> {
    let last = ACTOR.captures_iter(before).last()?;
    Some(if last.name("own").is_some() { Side::Own } else { Side::Client })
}

#[cfg(test)]
mod tests {
    use super::{Side, actor};

    #[test]
    fn the_last_subject_acts() {
        assert_eq!(actor("黒川様がお話しになり、弊社が"), Some(Side::Own));
        assert_eq!(actor("弊社は、貴社のご担当者が"), Some(Side::Client));
        assert_eq!(actor("三宅様から"), Some(Side::Client));
        assert_eq!(actor("本日"), None);
    }
}
