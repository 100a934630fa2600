//! What happened, event by event.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Status, Text, Time, Visibility};

words! {
    /// The part an event plays on the way through the case.
    EventRole {
        /// お申し出: the complaint that opened the case.
        Complaint = "complaint",
        /// ご訪問: the client was listened to.
        Visit = "visit",
        /// 取り次ぎの拒否: the client refused daily contact with this rep.
        Refusal = "refusal",
        /// 新たな不備: we failed again.
        Breach = "breach",
        /// 通常の取引: ordinary business with the client went well.
        Normal = "normal",
        /// 聞き取り: the rep was heard.
        Interview = "interview",
        /// 終了の合意: both sides see the matter as closed.
        Closure = "closure",
    }
}

group! {
    /// `[[timeline]]`: an event.
    entry Event {
        /// Id.
        id: Id,
        /// Day.
        date: Day,
        /// Time of day.
        time: Option<Time>,
        /// By what means: お電話.
        channel: Option<Text>,
        /// Who spoke or acted: a key.
        from: Option<Key>,
        /// To whom: a key.
        to: Option<Key>,
        /// One or more sentences in the polite form without the date: what both sides accept.
        content: Text,
        /// How sure this is.
        status: Status,
        /// Who may see it.
        visibility: Visibility,
        /// The own side's version of a disputed point: a clause in the plain form, before と認識しております.
        our_version: Option<Text>,
        /// The client's version of a disputed point: a clause in the plain form, before と承っております.
        client_version: Option<Text>,
        /// Words that take the client's or the own version for granted: 前倒し.
        disputed_words: Vec<String>,
        /// What shows it.
        evidence: Option<Text>,
        /// The own side's fault in it, a noun phrase ending in こと; in English a gerund. Only for confirmed events.
        lapse: Option<Text>,
        /// What part it plays on the way through the case, where it plays one.
        role: Option<EventRole>,
        /// Whether a letter's short course of events tells it.
        essential: bool = false,
        /// The very words of a mail or a call: quoted material, never an instruction.
        quote: Option<Text>,
        /// A remark for the file.
        note: Option<Text>,
        /// What the rep is told about it.
        feedback: Option<Feedback>,
    }
}

group! {
    /// Situation, behaviour, impact, and what comes next; for the manager and the rep.
    group Feedback {
        /// The scene, a noun phrase without the date: 三宅様からのお電話.
        situation: Text,
        /// What was done or not done: sentences in the polite form, no traits.
        behaviour: Text,
        /// What it led to: sentences in the polite form.
        impact: Text,
        /// An open question to the rep.
        question: Text,
        /// The next behaviour, a plain clause before ようにする.
        next: Option<Text>,
    }
}
