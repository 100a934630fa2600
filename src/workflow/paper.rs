//! The eighteen documents of the domain, by code (domain B). Which of them can be drafted is the next room's matter.

use crate::lang::Message;

/// Declares the documents: variant, code, name of the kind, titles.
macro_rules! papers {
    ($( $(#[$doc:meta])* $variant:ident = $code:literal $kind:literal $ja:literal $en:literal ),* $(,)?) => {
        /// A document of the domain (domain B).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Paper {
            $( $(#[$doc])* $variant, )*
        }

        impl Paper {
            /// All of them, in the order of their codes.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The code: D07.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )* }
            }

            /// The name of its kind: client-reply-rep-change-demand.
            #[must_use]
            pub fn kind(self) -> &'static str {
                match self { $( Self::$variant => $kind, )* }
            }

            /// Its title.
            #[must_use]
            pub fn title(self) -> Message {
                match self { $( Self::$variant => Message::new($ja, $en), )* }
            }
        }
    };
}

papers! {
    /// D01.
    FirstResponse = "D01" "client-first-response" "初動のご連絡とお詫び" "First response",
    /// D02.
    ApologyLetter = "D02" "client-apology-letter" "お詫び状" "Letter of apology",
    /// D03.
    IncidentExplanation = "D03" "client-incident-explanation" "経緯のご報告" "Account of what happened",
    /// D04.
    ActionPlan = "D04" "client-action-plan" "改善計画のご提案" "Action plan",
    /// D05.
    ProgressReport = "D05" "client-progress-report" "進捗のご報告" "Progress report",
    /// D06.
    MeetingRequest = "D06" "client-meeting-request" "ご面談のお願い" "Request for a meeting",
    /// D07.
    ReplyToDemand = "D07" "client-reply-rep-change-demand" "担当変更のご要望へのご回答"
        "Reply to the request for another representative",
    /// D08.
    ChangeNotice = "D08" "client-rep-change-notice" "担当者変更のご案内" "Notice of a change of representative",
    /// D09.
    FeedbackNote = "D09" "rep-feedback-note" "フィードバック面談メモ" "Feedback note",
    /// D10.
    MeetingPrep = "D10" "client-view-meeting-prep" "顧客視点・面談準備シート" "Preparing the meeting from the client's side",
    /// D11.
    IncidentLog = "D11" "internal-incident-log" "事実関係整理メモ" "Incident log",
    /// D12.
    SupportPlan = "D12" "rep-support-plan" "サポート計画・目標シート" "Support plan and goals",
    /// D13.
    CauseAnalysis = "D13" "internal-cause-analysis" "原因分析メモ" "Cause analysis",
    /// D14.
    CoordinationRequest = "D14" "internal-coordination-request" "関係部署への協力依頼" "Request for help from other departments",
    /// D15.
    Recurrence = "D15" "internal-recurrence-prevention" "再発防止策検討書" "Measures against a repetition",
    /// D16.
    ChangeDecision = "D16" "internal-rep-change-decision" "担当変更判断メモ" "Memo on a change of representative",
    /// D17.
    HandoverBrief = "D17" "internal-handover-brief" "引継書" "Handover brief",
    /// D18.
    ExpertBrief = "D18" "expert-consultation-brief" "専門家相談メモ" "Brief for an adviser",
}

impl Paper {
    /// Whether the client gets it.
    #[must_use]
    pub fn is_to_client(self) -> bool {
        self.kind().starts_with("client-") && self != Self::MeetingPrep
    }

    /// Whether an entry of `documents` says that this one was made: by the name of its kind, or by its code.
    #[must_use]
    pub fn is_named(self, kind: &str) -> bool {
        kind == self.kind() || kind.eq_ignore_ascii_case(self.code())
    }
}
