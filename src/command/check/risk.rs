//! What a manager should look at before anything goes out.

use super::{dates, promises};
use crate::command::first_response::FirstResponse;
use crate::command::quoted_orders::quoted_orders;
use crate::facts::read::Span;
use crate::facts::{Case, Id};
use crate::lang::Message;

/// Something in a case that is risky.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Risk {
    /// What sort of risk: `overdue`.
    pub(super) name: &'static str,
    /// Line in the case file.
    pub(super) line: usize,
    /// The entry.
    pub(super) id: Option<Id>,
    /// What to tell the user.
    pub(super) message: Message,
}

impl Risk {
    /// A risk of an entry.
    pub(super) fn of(case: &Case, name: &'static str, id: &Id, span: &Span, ja: String, en: String) -> Self {
        Self { name, line: case.line(span.start), id: Some(id.clone()), message: Message::new(ja, en) }
    }
}

/// All risks of a case, in the order of the file.
pub(super) fn risks(case: &Case) -> Vec<Risk> {
    let mut risks = promises::promises(case);
    risks.extend(dates::closed_days(case));
    risks.extend(dates::overdue(case));
    risks.extend(dates::future(case));
    risks.extend(dates::ambiguous(case));
    risks.extend(quoted_orders(case).into_iter().map(|order| Risk {
        name: "injected-instruction",
        line: order.line,
        message: order.message(),
        id: Some(order.id),
    }));
    let first = FirstResponse::of(case).and_then(|first| {
        let (_, span) = case.groups.ids().into_iter().find(|(id, _)| *id == first.id)?;
        let name = if first.is_late() { "first-response-late" } else { "first-response-due" };
        let (line, message) = (case.line(span.start), first.message());
        Some(Risk { name, line, id: Some(first.id), message })
    });
    risks.extend(first);
    risks.sort_by_key(|risk| risk.line);
    risks
}
