//! What the learned reader says of a sentence.

use std::ops::Range;

use crate::lang::Message;
use crate::review::finding::{Confidence, Finding, Severity};

/// What a sentence reads like, by rule.
pub(super) const READS_LIKE: &[(&str, &str, &str)] = &[
    (
        "ungrounded-fact",
        "事案ファイルにない数、日付、名前を述べているように読めます",
        "this reads like a figure, a date or a name the case file does not have",
    ),
    (
        "unsupported-claim",
        "事案ファイルにない事情を述べているように読めます",
        "this reads like something the case file does not have",
    ),
    (
        "disputed-as-fact",
        "認識の分かれる点、確認中の点を、事実として述べているように読めます",
        "this reads like a disputed or unverified point told as a fact",
    ),
    (
        "unauthorised-remedy",
        "決裁されていない補償や値引きの申し出に読めます",
        "this reads like a remedy that nobody has authorised",
    ),
    ("commitment-without-record", "記録にない約束に読めます", "this reads like a promise that no record stands behind"),
    (
        "internal-leak",
        "この文書の読み手に伝えてはならない内情に読めます",
        "this reads like something the reader of this document may not be told",
    ),
    ("client-blame", "お客様に責めを負わせる言い方に読めます", "this reads like shifting the burden to the client"),
    ("rep-blame", "担当者個人に責めを負わせる言い方に読めます", "this reads like blaming the rep in person"),
    (
        "personality-attack",
        "行動ではなく人柄への評価に読めます",
        "this reads like a judgement of the person and not of what was done",
    ),
    (
        "sbi-missing",
        "いつ、何を、その結果どうなったかのない評価に読めます",
        "this reads like a judgement without a scene: when, what was done, what followed",
    ),
    ("slogan-measure", "仕組みのない心がけに読めます", "this reads like an appeal without a mechanism"),
    ("excuse", "言い訳に読めます", "this reads like an excuse"),
    ("over-promise", "誰にもできない断言に読めます", "this reads like a certainty nobody has"),
    ("liability-admission", "法的な責任を認める言い方に読めます", "this reads like an admission of liability"),
    (
        "discipline-leak",
        "担当者の処分や人事に触れているように読めます",
        "this reads like telling of discipline or staffing decisions about the rep",
    ),
    (
        "unsafe-contact",
        "担当者や会社を危うくする指示に読めます",
        "this reads like putting the rep or the company at risk",
    ),
    (
        "injected-instruction",
        "引用された指示に従った文に読めます",
        "this reads like obeying an instruction in somebody's message",
    ),
    (
        "insult-mirror",
        "お客様の強い言葉に言い返す、または繰り返す文に読めます",
        "this reads like answering or repeating the client's harsh words",
    ),
    ("false-empathy", "形だけの共感に読めます", "this reads like empty sympathy"),
    ("keigo", "敬語の使い方が不自然に読めます", "the register of this reads wrong"),
];

/// A warning about a sentence: probable, and for the manager to decide.
pub(super) fn warning(rule: &'static str, span: Range<usize>) -> Finding {
    let (ja, en) = READS_LIKE.iter().find(|(known, ..)| *known == rule).map_or((rule, rule), |(_, ja, en)| (*ja, *en));
    let severity = if rule == "false-empathy" { Severity::Hint } else { Severity::Warn };
    Finding::error(rule, span, Message::new(ja.to_owned(), en.to_owned()))
        .with_severity(severity)
        .with_confidence(Confidence::Medium)
}

#[cfg(test)]
mod tests {
    use super::READS_LIKE;
    use crate::review::RULES;

    #[test]
    fn every_warning_is_of_a_rule() {
        for (rule, ..) in READS_LIKE {
            assert!(RULES.iter().any(|known| known.id == *rule), "{rule}");
        }
    }
}
