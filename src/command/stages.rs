//! Which documents belong to which stage of a case (domain F).

/// A stage: its code, its name in Japanese and English, and the documents drafted in it.
#[derive(Debug)]
pub(super) struct Stage {
    /// Its code: S2.
    pub(super) code: &'static str,
    /// Its name.
    pub(super) name: (&'static str, &'static str),
    /// Codes of its documents, in the order in which they are needed.
    pub(super) documents: &'static [&'static str],
}

/// The stages. The brief for an adviser belongs to none: whether to ask one is decided, not due.
const STAGES: [Stage; 7] = [
    Stage { code: "S0", name: ("安全の確保と受付", "safety and receipt"), documents: &["D01"] },
    Stage { code: "S1", name: ("本質の把握", "what is behind it"), documents: &["D11", "D10", "D13"] },
    Stage { code: "S2", name: ("顧客対応", "the client"), documents: &["D06", "D02", "D03", "D04", "D07"] },
    Stage { code: "S3", name: ("部下の支援", "support of the rep"), documents: &["D09", "D12"] },
    Stage { code: "S4", name: ("組織の対応", "the organisation"), documents: &["D14", "D15"] },
    Stage { code: "S5", name: ("継続と判定", "keeping on, and the decision"), documents: &["D05", "D16"] },
    Stage { code: "S6", name: ("学習と終了", "learning and closing"), documents: &["D17", "D08"] },
];

impl Stage {
    /// A stage by its code, however it is written.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        STAGES.iter().find(|stage| stage.code.eq_ignore_ascii_case(code.trim()))
    }

    /// All codes with their names, for whoever has named none of them.
    pub(super) fn listed(lang: crate::lang::Lang) -> String {
        let named = STAGES.iter().map(|stage| format!("{} {}", stage.code, lang.pick(stage.name.0, stage.name.1)));
        named.collect::<Vec<_>>().join(lang.pick("、", ", "))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{STAGES, Stage};

    #[test]
    fn every_document_but_the_brief_is_in_one_stage() {
        let all: Vec<&str> = STAGES.iter().flat_map(|stage| stage.documents.iter().copied()).collect();
        let codes: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!((all.len(), codes.len()), (17, 17));
        assert!(!codes.contains("D18"));
        assert_eq!(Stage::of(" s2 ").map(|stage| stage.code), Some("S2"));
        assert!(Stage::of("S7").is_none());
    }
}
