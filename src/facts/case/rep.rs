//! The rep, and what only the manager, the rep and personnel see.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, PartDay, Text, Time, Visibility};

group! {
    /// `[rep]`: the rep. Only the name may reach the client; the rest is for the manager and the rep.
    group Rep {
        /// A key of `own_people`.
        person: Key,
        /// Which year in the company.
        years: Option<i64>,
        /// Number of accounts in the rep's hands.
        accounts: Option<i64>,
        /// Part in what happened.
        role_in_incident: Option<Text>,
        /// What the rep does well.
        strengths: Vec<Strength>,
        /// Past successes with evidence.
        successes: Vec<Success>,
        /// What the rep wishes, in the rep's words.
        wishes: Vec<Wish>,
        /// Work load.
        load: Option<Text>,
        /// What weighs on the rep or may, in sentences of the polite form; no health.
        risks: Option<Text>,
        /// How the rep meets this client for now.
        contact_rules: Vec<ContactRule>,
        /// Goals of the coming weeks.
        goals: Vec<Goal>,
        /// Days of the short talks between.
        check_ins: Vec<Day>,
        /// Where the rep can turn to: 人事部の相談窓口（内線 2288）.
        help_desk: Option<Text>,
        /// What the company does to support the rep.
        support: Vec<Support>,
        /// The talk that follows up.
        follow_up: Option<FollowUp>,
    }
}

group! {
    /// Something the rep does well.
    entry Strength {
        /// Id.
        id: Id,
        /// A noun phrase: お客様の現場に足を運び、課題を数字で示す力.
        text: Text,
    }
}

group! {
    /// A past success with its evidence.
    entry Success {
        /// Id.
        id: Id,
        /// When.
        date: PartDay,
        /// One sentence without the date, in the polite form: 緩衝材のご提案により…下がりました.
        text: Text,
        /// What shows it.
        evidence: Text,
    }
}

group! {
    /// A wish of the rep.
    entry Wish {
        /// Id.
        id: Id,
        /// A noun phrase ending in とのご希望's object: 担当を続けたい.
        text: Text,
    }
}

group! {
    /// A rule of meeting the client.
    entry ContactRule {
        /// Id.
        id: Id,
        /// A sentence in the polite form: 訪問は上司と二名で行います.
        text: Text,
    }
}

words! {
    /// What a goal counts.
    GoalKind {
        /// What the rep does.
        Process = "process",
        /// What comes of it.
        Result = "result",
    }
}

group! {
    /// A goal that can be measured.
    entry Goal {
        /// Id.
        id: Id,
        /// What, a noun phrase with its measure: 変更依頼の当日中の書面確認100%.
        what: Text,
        /// What it counts.
        kind: GoalKind,
        /// How it is counted: a noun phrase.
        how: Text,
        /// From when.
        from: Day,
        /// Until when.
        until: Day,
    }
}

group! {
    /// What the company does for the rep.
    entry Support {
        /// Id.
        id: Id,
        /// A noun phrase: 月次の打ち合わせへの同席.
        what: Text,
        /// Who does it: a key of `own_people`.
        who: Key,
        /// From when.
        from: Option<Day>,
        /// Until when.
        until: Option<Day>,
    }
}

group! {
    /// The talk that follows up.
    group FollowUp {
        /// When.
        date: Day,
        /// At what time.
        time: Option<Time>,
        /// Where.
        place: Option<Text>,
    }
}

group! {
    /// `[wellbeing]`: the rep's health, consultation and leave; for the manager, the rep and personnel.
    group Wellbeing {
        /// Health as told by the rep; no diagnosis.
        health: Option<Text>,
        /// Consultation offered or used.
        consultation: Option<Text>,
        /// Leave.
        leave: Option<Text>,
        /// Who may see it.
        visibility: Visibility = Visibility::Rep,
    }
}
