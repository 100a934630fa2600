//! What a sentence says and the case does not, without a value or a name: a deed, a reason, a call nobody made.
//!
//! No rule of the domain has it: R01 asks for values and names that the facts lack. But an invention needs none.

use std::ops::Range;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::contacts::last_day;
use crate::review::finding::{Confidence, Finding, Severity};
use crate::review::judge::{Judge, unknown, with_fact};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "unsupported-claim",
    code: "",
    about: (
        "事案ファイルの述べていないこと：なかった連絡や行為、理由、反応、済んでいない対策。",
        "What the case file does not say: a call or deed nobody did, a reason, a reaction, a measure not done yet.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example { lang: Lang::Ja, text: "遅れの原因は、国道の事故渋滞でございます。" },
        Example {
            lang: Lang::Ja, text: "「変更依頼」欄は、すでに受注システムで動いております。"
        },
        Example { lang: Lang::Ja, text: "到着の時刻は、監視カメラの映像で確かめております。" },
        Example { lang: Lang::En, text: "On 16 November we visited you and apologised in person." },
        Example { lang: Lang::En, text: "The delay was caused by a traffic jam." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "渋滞のおそれがある日は、前日に納入いたします。" },
        Example {
            lang: Lang::Ja, text: "「変更依頼」欄は、12月11日に受注システムへ設けます。"
        },
        Example { lang: Lang::En, text: "Ms. Miyake called us on 10 November." },
        Example { lang: Lang::En, text: "We will plan for traffic jams." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let on = context.facts.case.as_of.0;
    let mut found = Vec::new();
    for section in laid.sections.iter().filter(|section| section.prose) {
        let judge = Judge { context, grounds: context.grounds(), text: &laid.text, section };
        let all = judge.told();
        let mut here = judge.circumstances(&all);
        let mut last = None;
        for told in &all {
            let from = here.len();
            here.extend(judge.unproved(&told.span));
            here.extend(judge.done_too_early(told));
            here.extend(judge.other_hours(told));
            let before = last;
            last = last_day(told, on).or(last);
            if here.len() == from {
                here.extend(judge.no_such_contact(told, before));
            }
        }
        // A wrong guess about a draft costs nothing but the built-in wording; about a text by hand it costs trust.
        let by_hand = section.name.is_empty();
        for finding in here.iter_mut().filter(|_| by_hand) {
            finding.severity = finding.severity.min(Severity::Warn);
        }
        found.append(&mut here);
    }
    Ok(found)
}

/// That what stands at a place is not what the case says.
pub(in crate::review) fn unsupported(text: &str, place: Range<usize>) -> Finding {
    let written = text.get(place.clone()).unwrap_or_default();
    with_fact(Finding::error(RULE.id, place.clone(), unknown(written)), None).with_confidence(Confidence::Medium)
}
