//! R10: a promise to the client that no record stands behind.

use crate::facts::normalise::{Mention, Value, mentions};
use crate::facts::{Audience, Id};
use crate::kind::{Laid, LaidSection, Speech};
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::agreement::nearest_year;
use crate::review::finding::Confidence;
use crate::review::promise::{Act, Promise, often, promise};
use crate::review::records::{Record, records};
use crate::review::remedy::offers_remedy;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::topic::Topic;

pub(in crate::review) const RULE: Rule = Rule {
    id: "commitment-without-record",
    code: "R10",
    about: (
        "記録にない約束、検討中の案の約束、記録と違う期日。守られない約束は、二度目の失敗になります。",
        "A promise without a record, of something only proposed, or with another date. A promise that is not kept is a second failure.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example { lang: Lang::Ja, text: "今後は専用メール窓口を設けます。" },
        Example { lang: Lang::Ja, text: "仙台工場に検査員を常駐させる予定です。" },
        Example {
            lang: Lang::Ja, text: "12月18日までに、受注システムに「変更依頼」の必須欄を追加いたします。"
        },
        Example { lang: Lang::Ja, text: "専用の電話窓口を設けます。" },
        Example { lang: Lang::Ja, text: "毎朝、納期の確認メールをお送りします。" },
        Example { lang: Lang::Ja, text: "毎日17時に、進捗をご報告いたします。" },
        Example { lang: Lang::Ja, text: "12月2日に、経緯を書面でご報告いたします。" },
        Example { lang: Lang::En, text: "We will open a dedicated mailbox for you." },
        Example { lang: Lang::En, text: "We will station an inspector at your plant." },
        Example {
            lang: Lang::En,
            text: "We will add the mandatory change-request field to our order system by 18 December.",
        },
        Example { lang: Lang::En, text: "Our progress report follows on 11 December." },
        Example { lang: Lang::En, text: "A hotline will be set up for you." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "変更のご依頼を口頭で承った場合は、当日中に書面で確認いたします。"
        },
        Example {
            lang: Lang::Ja, text: "12月11日までに、受注システムに「変更依頼」の必須欄を追加いたします。"
        },
        Example { lang: Lang::Ja, text: "11月27日までに、経緯を書面でご報告いたします。" },
        Example { lang: Lang::Ja, text: "臨時便の費用38,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "11月30日（月）14時に貴社へお伺いいたします。" },
        Example {
            lang: Lang::Ja, text: "再発防止に努めてまいります。重ねてお詫び申し上げます。"
        },
        Example {
            lang: Lang::En,
            text: "We will confirm every change asked for by word of mouth in writing on the same day.",
        },
        Example { lang: Lang::En, text: "You will receive our account of what happened by 27 November." },
        Example { lang: Lang::En, text: "From 27 November, Ms. Miyake will receive a delivery list every Friday." },
        Example { lang: Lang::En, text: "We will do our best to earn your confidence again." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let judge = Judge::of(context);
    let mut found = Vec::new();
    // What code has laid comes from the records.
    for section in laid.sections.iter().filter(|section| section.prose) {
        let body = laid.text.get(section.span.clone()).unwrap_or_default();
        for sentence in sentences(body) {
            let span = section.span.start + sentence.start..section.span.start + sentence.end;
            let text = laid.text.get(span.clone()).unwrap_or_default();
            found.extend(judge.sentence(text, &cited(section, &span)).map(|finding| {
                let at = finding.span.start + span.start..finding.span.end + span.start;
                Finding { span: at, ..finding }
            }));
        }
    }
    Ok(found)
}

/// What a sentence cites.
fn cited(section: &LaidSection, span: &std::ops::Range<usize>) -> Vec<Id> {
    let here = section.cited.iter().filter(|(cited, _)| cited.end > span.start && cited.end <= span.end);
    here.flat_map(|(_, ids)| ids.iter().cloned()).collect()
}

struct Judge<'a> {
    context: &'a Context<'a>,
    records: Vec<Record>,
    /// What each proposal is about beyond what the client sees anyway.
    proposed: Vec<(Id, Topic)>,
}

impl<'a> Judge<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        let lang = context.lang;
        let seen =
            context.grounds().seen().texts().iter().fold(Topic::default(), |all, text| all.with(Topic::of(text, lang)));
        let proposed = context.withheld.proposed().filter_map(|action| {
            let topic = Topic::of(action.what.get(lang)?, lang).without(&seen);
            Some((action.id.clone(), topic))
        });
        Self { context, records: records(context.facts), proposed: proposed.collect() }
    }

    fn sentence(&self, text: &str, cited: &[Id]) -> Option<Finding> {
        let topic = Topic::of(text, self.context.lang);
        let promise = promise(text, self.context.lang);
        for (id, proposal) in &self.proposed {
            // All its own words, or most of three and more.
            let shared = topic.shared(proposal);
            if shared > 0 && shared >= proposal.len().min(2) && shared * 3 >= proposal.len() * 2 {
                let span = promise.map_or(0..text.len(), |promise| promise.span);
                let message = Message::new(
                    format!("まだ決まっていない案（{id}）です"),
                    format!("nobody has decided this ({id})"),
                );
                let finding = Finding::error(RULE.id, span, message).about(id);
                return Some(
                    finding.suggest(Message::new(
                        "決まるまで触れないでください",
                        "say nothing of it before it is decided",
                    )),
                );
            }
        }
        // An offer of money or free work is judged by `unauthorised-remedy`, with its amount.
        let promise = promise.filter(|_| !offers_remedy(text))?;
        let matching: Vec<&Record> =
            self.records.iter().filter(|record| self.rests_on(&promise, text, &topic, record, cited)).collect();
        if matching.is_empty() {
            let message =
                Message::new("この約束の裏づけとなる記録がありません", "no record stands behind this promise");
            return Some(Finding::error(RULE.id, promise.span, message).with_confidence(Confidence::Medium).suggest(
                Message::new(
                    "事案ファイルの actions・reports にある約束だけを書くか、この文を削ってください",
                    "promise only what the actions and reports of the case file say, or leave this out",
                ),
            ));
        }
        self.wrong_day(text, &matching)
    }

    /// Whether a record stands behind a promise: it is of that sort or cited, and the sentence speaks of it.
    fn rests_on(&self, promise: &Promise, text: &str, topic: &Topic, record: &Record, cited: &[Id]) -> bool {
        // A weekly report is no record of a daily one.
        if often(text).iter().zip(record.often).any(|(said, known)| *said && !known) {
            return false;
        }
        let speaks = topic.speaks_of(&record.topic) || topic.shared(&record.topic) >= 2;
        match (promise.act, record.act) {
            // Word to the client, a visit and the contact go by what they are: letters name them in passing.
            (Act::Report, Act::Report) | (Act::Visit, Act::Visit) | (Act::Contact, Act::Contact) => true,
            _ if cited.contains(&record.id) => topic.shared(&record.topic) > 0,
            // The day of a record, with a word of it, says which is meant.
            _ if self.days(text).iter().any(|(_, day)| record.days.contains(day)) => topic.shared(&record.topic) > 0,
            _ => speaks,
        }
    }

    /// The days to come that a sentence names.
    fn days(&self, text: &str) -> Vec<(std::ops::Range<usize>, jiff::civil::Date)> {
        let on = self.context.facts.case.as_of.0;
        let day = |mention: &Mention| match mention.value {
            Value::Date(date) if date.day.is_some() => nearest_year(date, on).filter(|day| *day > on),
            _ => None,
        };
        let mentions = mentions(text, self.context.lang).into_iter();
        mentions.filter_map(|mention| Some((mention.span.clone(), day(&mention)?))).collect()
    }

    /// A day to come that none of the records names.
    fn wrong_day(&self, text: &str, matching: &[&Record]) -> Option<Finding> {
        let days = self.days(text);
        // Of a sentence that speaks of one record, the record's own days count; else those of all it may mean.
        let topic = Topic::of(text, self.context.lang);
        let best = matching.iter().map(|record| topic.shared(&record.topic)).max().unwrap_or(0);
        let one = |record: &&&Record| best < 2 || topic.shared(&record.topic) == best;
        let meant: Vec<&&Record> = matching.iter().filter(one).collect();
        let known: Vec<jiff::civil::Date> = meant.iter().flat_map(|record| record.days.iter().copied()).collect();
        if days.is_empty() || known.is_empty() || days.iter().any(|(_, day)| known.contains(day)) {
            return None;
        }
        // A day that no record names at all is the business of `ungrounded-fact`.
        let elsewhere = |day: &jiff::civil::Date| self.records.iter().any(|record| record.days.contains(day));
        let (span, _) = days.into_iter().find(|(_, day)| elsewhere(day))?;
        let record = meant.first()?;
        let said: Vec<String> =
            record.days.iter().map(|day| Speech::of(self.context.facts).day(crate::facts::Day(*day))).collect();
        let said = said.join(", ");
        let message = Message::new(
            format!("記録（{}）にない期日です", record.id),
            format!("the record ({}) names another day", record.id),
        );
        let suggestion = Message::new(format!("記録では {said} です"), format!("the record says {said}"));
        Some(Finding::error(RULE.id, span, message).about(&record.id).suggest(suggestion))
    }
}
