//! A model that slips into another language.

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::stray::{Sort, english, foreign, japanese};

pub(in crate::review) const RULE: Rule = Rule {
    id: "language-leak",
    code: "",
    about: (
        "別の言語の混入（中国語の字や語、日本文の中の英語、英文の中の日本語など）。小さなモデルに起こりがちです。",
        "Another language slipping in (Chinese characters, English words in Japanese, Japanese in English). Small models do this.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "弊社は、このたびの问题を重く受け止めております。" },
        Example { lang: Lang::Ja, text: "We sincerely お詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "11月11日にdeliveryを完了しました。" },
        Example { lang: Lang::Ja, text: "심려를おかけし、申し訳ございません。" },
        Example { lang: Lang::Ja, text: "弊社の対応が遅れ、非常抱歉です。" },
        Example { lang: Lang::En, text: "We are sorry for the 遅延." },
        Example { lang: Lang::En, text: "申し訳ございません。We will report by 27 November." },
        Example { lang: Lang::En, text: "We will report пo 27 November." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "化粧箱KB-240の納入予定一覧を、PDFとExcelの2種類でお送りいたします。"
        },
        Example {
            lang: Lang::Ja, text: "貴国の学会で発表した製品の単位はkgとμmでございます。"
        },
        Example { lang: Lang::Ja, text: "ご連絡は、aizawa@toto-minamo.example までお願いいたします。" },
        Example { lang: Lang::En, text: "We are sorry that our reply never came." },
        Example { lang: Lang::En, text: "The café in our Sendai office has a 5 μm filter." },
        Example { lang: Lang::En, text: "Please call Ms. Aizawa at 022-555-0142." },
    ],
    check,
};

/// From: 営業第三課: a line of the head of a mail.
fn is_mail_head(text: &str, at: usize) -> bool {
    let heads = ["From", "To", "Cc", "CC", "Bcc", "BCC", "Subject", "Date", "Sent", "Re", "RE", "Fw", "FW", "Fwd"];
    let rest = text.get(at..).unwrap_or_default();
    let starts = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
    starts
        && heads
            .iter()
            .any(|head| rest.strip_prefix(head).is_some_and(|rest| rest.trim_start().starts_with([':', '：'])))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let seen = context.grounds().seen();
    let text = &laid.text;
    let mut strays = match context.lang {
        Lang::Ja => {
            let mut strays = foreign(text, seen, true);
            strays.extend(english(text, seen).into_iter().filter(|stray| !is_mail_head(text, stray.span.start)));
            strays
        }
        Lang::En => {
            let mut strays = foreign(text, seen, false);
            strays.extend(japanese(text, seen));
            strays
        }
    };
    strays.sort_by_key(|stray| stray.span.start);
    let found = strays.into_iter().map(|stray| {
        let (ja, en) = match stray.sort {
            Sort::Chinese => ("中国語の字や語が混じっています", "Chinese characters or words"),
            Sort::Script => {
                ("日本語でも英語でもない文字が混じっています", "letters that are neither Japanese nor English")
            }
            Sort::English | Sort::Word => ("日本文に英語が混じっています", "English in a Japanese text"),
            Sort::Japanese | Sort::Gloss => ("英文に日本語が混じっています", "Japanese in an English text"),
        };
        let finding = Finding::error(RULE.id, stray.span, Message::new(ja, en)).suggest(match context.lang {
            Lang::Ja => Message::new("日本語で書き直してください", "write this in Japanese"),
            Lang::En => Message::new("英語で書き直してください", "write this in English"),
        });
        match stray.sort {
            // It may be a brand, or a term explained on purpose.
            Sort::Word | Sort::Gloss => finding.with_severity(Severity::Warn).with_confidence(Confidence::Low),
            _ => finding,
        }
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::{assert_verdicts, assert_verdicts_in};

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("目的話題を絞り、許可以外の変更はいたしません。", &[]),
                ("ISO 9001の手順に沿い、CCに課長を入れます。", &[]),
                ("Web会議（Zoom）でお話を伺います。", &[]),
                ("資料はhttps://example.co.jp/list.xlsxにございます。", &[]),
                ("KB-240 を12,000箱、FAXで承りました。", &[]),
                ("幅240mm、重さ1.2kg、気温25℃でございます。", &[]),
                ("A社とB社のQ&Aをまとめました。", &[]),
                ("国会の会期中に学校へ来ました。", &[]),
                ("髙橋様、渡邉様、﨑山様、德田様に、お渡しいたします。", &[]),
                ("Ver.2の様式を、No.3の欄に記します。", &[]),
                ("β版のΔTを確認しました。", &[]),
                ("午後3時（JST）にお電話いたします。", &[]),
                ("请ご確認ください。", &["请"]),
                ("我們はお詫びいたします。", &["我們"]),
                ("However、本件は確認中です。", &["However"]),
                ("原因はhuman errorです。", &["human error"]),
                ("納期をconfirmedしました。", &["confirmed"]),
                ("Привет、お世話になっております。", &["Привет"]),
                ("foobarを使います。", &["foobar"]),
            ],
        );
        // A name in Latin letters that the facts hold.
        assert_verdicts_in(
            "onboarding",
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[("Larkfield様の記録を確認しました。", &[])],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("The naïve check of the façade was wrong.", &[]),
                ("We met at 9:10 – not at 10:00 – on 10 November.", &[]),
                ("The cost is ¥38,500.", &[]),
                ("“Quoted” words and ‘others’ are fine…", &[]),
                ("Mr. Kurokawa (くろかわ せいいち) called.", &[]),
                ("The tolerance is ±5 μm at 25 °C.", &[]),
                ("• First item\n• Second item", &[]),
                ("Renée Müller joined the call.", &[]),
                ("・Written confirmation on the same day", &[]),
                ("Tel. 022-555-0142 ☎", &[]),
                ("We are 誠に sorry.", &["誠に"]),
                ("The 仕組み was wrong.", &["仕組み"]),
                ("A written apology (始末書) was not asked for.", &["始末書"]),
                ("We 说 so.", &["说"]),
            ],
        );
    }
}
