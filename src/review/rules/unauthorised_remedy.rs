//! R06: money or another remedy that nobody has authorised.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::normalise::{Mention, MoneyUnit, Number, Value, mentions};
use crate::facts::{Audience, Compensation, Id, Remedy, RemedyStatus, TaxNote};
use crate::kind::{Laid, Speech};
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::agreement::agrees;
use crate::review::attributed::{is_asked, is_attributed};
use crate::review::money_acts::act_with_money;
use crate::review::remedy::{
    ANSWERS, BOUNDLESS, CONSIDERED, NAMED_COST, WHOLE_FEE, all_remedy_words, grants, leaves_open, offers_nothing,
};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::{quotations, sentences};
use crate::review::topic::Topic;

pub(in crate::review) const RULE: Rule = Rule {
    id: "unauthorised-remedy",
    code: "R06",
    about: (
        "承認の記録がない返金・値引き・無償対応・補償などの申し出。会社を縛り、後から取り消せません。",
        "An offer of money, a discount or free work without an authorised record of equal amount. It binds the company.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Case,
    failing: &[
        Example { lang: Lang::Ja, text: "損害は全額補償いたします。" },
        Example { lang: Lang::Ja, text: "四十八万円を弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "臨時便の費用48,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "応分の負担をさせていただきます。" },
        Example { lang: Lang::Ja, text: "費用の負担につきましては、前向きに検討いたします。" },
        Example { lang: Lang::Ja, text: "次回のご注文を値引きいたします。" },
        Example {
            lang: Lang::Ja, text: "包装ラインの停止による損失と臨時便の費用は、弊社が負担いたします。"
        },
        Example { lang: Lang::En, text: "We will cover all your losses." },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, 48,500 yen." },
        Example { lang: Lang::En, text: "You will receive a discount on your next order." },
        Example { lang: Lang::En, text: "We are considering compensation for the standstill." },
        Example { lang: Lang::En, text: "The 480,000 yen will be paid." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "臨時便の費用38,500円は、弊社が負担いたします。" },
        Example { lang: Lang::Ja, text: "こうしたご負担を、重く受け止めております。" },
        Example {
            lang: Lang::Ja, text: "多大なご負担をおかけしましたことを、お詫び申し上げます。"
        },
        Example { lang: Lang::En, text: "We will bear the cost of the charter truck, 38,500 yen." },
        Example { lang: Lang::En, text: "We recognise this burden and the cost in time to your team." },
        Example { lang: Lang::En, text: "Our check covered ten sample cartons, so please feel free to call." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut found = Vec::new();
    let mut before = Topic::default();
    for span in sentences(&laid.text) {
        if is_heading(&laid.text, &span) {
            continue;
        }
        let mut sentence = Sentence::of(context, laid.text.get(span.clone()).unwrap_or_default());
        let topic = sentence.topic.clone();
        // 点検の費用は頂戴しません: what it is about stands in the sentence before. あわせて、送料も: something else.
        if topic.len() <= 3 && !ADDS.is_match(sentence.text) {
            sentence.topic = sentence.topic.with(&before);
        }
        before = topic;
        found.extend(sentence.wrong().into_iter().map(|finding| {
            let at = finding.span.start + span.start..finding.span.end + span.start;
            Finding { span: at, ..finding }
        }));
    }
    Ok(found)
}

/// Whether a sentence is a line by itself that only names a subject: ## お値引き.
fn is_heading(text: &str, span: &Range<usize>) -> bool {
    let line = text.get(span.clone()).unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default().trim_end_matches([' ', '#', '　']);
    let after = text.get(span.end..).unwrap_or_default();
    let alone = (before.is_empty() || before.ends_with('\n')) && after.starts_with('\n');
    alone
        && line.chars().count() <= 14
        && !line.ends_with(['。', '.', 'す', 'ん', '!', '！'])
        && !line.contains(|c: char| c.is_numeric() || "|・\t:：".contains(c))
        && !line.is_ascii()
}

/// What begins a sentence that brings something further: あわせて、さらに.
static ADDS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "につきましても|についても|^(?:あわせて|併せて|さらに|更に|加えて|また、|そのほか|このほか|なお、|次の|次に|次回|来月|来年|(?i:(?:In addition|Also|Moreover|Furthermore|Besides|On top)(?-u:\\b)))",
    )
});

/// What says that tax comes on top.
static WITHOUT_TAX: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = r"税(?:別|抜)|プラス税|\+ ?税|(?i:(?-u:\b)(?:plus|excluding|excl\.?|before|without) (?:consumption )?(?:tax|VAT)(?-u:\b))";
    Pattern::fixed(pattern)
});

/// What says that tax is in it.
static WITH_TAX: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = r"税込|内税|(?i:(?-u:\b)(?:including|incl\.?|with) (?:consumption )?(?:tax|VAT)(?-u:\b)|(?-u:\b)tax included(?-u:\b))";
    Pattern::fixed(pattern)
});

struct Sentence<'a> {
    context: &'a Context<'a>,
    text: &'a str,
    topic: Topic,
    /// The same without what the sentence before adds.
    own_topic: Topic,
    money: Vec<(Range<usize>, Number, MoneyUnit)>,
    dates: Vec<Mention>,
    /// Months by themselves: 12月分.
    months: Vec<Mention>,
    /// Whether it tells what the client says or asks for.
    asked: bool,
}

impl<'a> Sentence<'a> {
    fn of(context: &'a Context<'a>, text: &'a str) -> Self {
        let all = mentions(text, context.lang);
        let money = all.iter().filter_map(|mention| match mention.value {
            Value::Money(amount, unit) => Some((mention.span.clone(), amount, unit)),
            _ => None,
        });
        let money = money.collect();
        let dates = all.into_iter().filter(|mention| matches!(mention.value, Value::Date(_)));
        let (dates, months) =
            dates.partition(|mention| matches!(mention.value, Value::Date(date) if date.day.is_some()));
        let without_bills = OWN_BILLS.replace_all(text, "");
        let asked = is_attributed(&without_bills, context.lang) || is_asked(&without_bills, context.lang);
        let topic = Topic::of(text, context.lang);
        Self { context, text, topic: topic.clone(), own_topic: topic, money, dates, months, asked }
    }

    /// What is wrong with it: the first of an amount, a topic, a hope raised; of offers each.
    fn wrong(&self) -> Vec<Finding> {
        let asked = self.amount_asked();
        // 480,000円につきましては、その半額の24万円を: the amount says what the offer is about; the offer is the fault.
        let about = asked.as_ref().is_some_and(|finding| self.is_subject(&finding.span));
        let first = asked.clone().filter(|_| !about).or_else(|| self.separate());
        let mut found: Vec<Finding> = first.into_iter().collect();
        for offer in self.offers() {
            // お見舞金をお支払いいたします is one offer.
            let apart = |known: &Finding| {
                let (from, to) = if known.span.end <= offer.span.start {
                    (known.span.end, offer.span.start)
                } else {
                    (offer.span.end, known.span.start)
                };
                let between = self.text.get(from..to).unwrap_or_default();
                ["、", " and ", ", ", "；"].iter().any(|mark| between.contains(mark))
            };
            if found.iter().all(apart) {
                found.push(offer);
            }
        }
        if found.is_empty() {
            found.extend(asked.or_else(|| self.considered()).or_else(|| self.other_act()));
        }
        found
    }

    /// Whether a place is named as what the sentence is about: "With regard to the 480,000 yen, …".
    fn is_subject(&self, place: &Range<usize>) -> bool {
        static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::fixed(
                r"(?i:(?-u:\b)(?:with regard to|as regards|regarding|as for|as to|concerning|of|out of|on|instead of|against)(?: [a-z]+){0,3} ?$)",
            )
        });
        let before = self.text.get(..place.start).unwrap_or_default();
        let after = self.text.get(place.end..).unwrap_or_default();
        let behind = ["につき", "につい", "に関し", "のうち", "に対し", "の半", "の件"];
        behind.iter().any(|word| after.starts_with(word)) || (!before.is_empty() && BEFORE.is_match(before))
    }

    /// Offers no record stands behind.
    fn offers(&self) -> Vec<Finding> {
        // A sentence with more offers is wrong already.
        let words = all_remedy_words(self.text).into_iter().take(MOST);
        words.filter_map(|(word, kinds)| self.offer(word, kinds)).collect()
    }

    /// An amount that stands in the case as asked for or said, and nowhere as authorised.
    fn amount_asked(&self) -> Option<Finding> {
        let lang = self.context.lang;
        let quotes = self.context.withheld.quotes();
        let mut quotes = quotes.iter().filter_map(|(_, quote)| quote.get(lang));
        let own_words = self.text.trim_start_matches(['>', ' ']).trim_end_matches(['。', '.']);
        let quoted = !own_words.is_empty() && quotes.any(|quote| quote.contains(own_words));
        if quoted || (self.asked && !grants(self.text)) || leaves_open(self.text) {
            return None;
        }
        let authorised = |amount: Number, unit: MoneyUnit| self.records().any(|entry| is_amount(entry, amount, unit));
        for (span, amount, unit) in self.money.iter().filter(|(_, amount, unit)| !authorised(*amount, *unit)) {
            // In the client's own words it is the client's.
            if quotations(self.text).iter().any(|quote| quote.start <= span.start && span.end <= quote.end) {
                continue;
            }
            if let Some(entry) = self.context.withheld.unauthorised().find(|entry| is_amount(entry, *amount, *unit)) {
                return Some(finding(span.clone(), Some(&entry.id)));
            }
        }
        None
    }

    /// A topic that is to be answered separately, confirmed or denied here.
    fn separate(&self) -> Option<Finding> {
        let topics = self.context.facts.compensation.iter().filter(|entry| entry.status != RemedyStatus::Authorised);
        for entry in topics {
            if !self.topic.speaks_of(&Topic::of(entry.what.shown(), self.context.lang)) {
                continue;
            }
            if let Some(answer) = ANSWERS.find(self.text) {
                return Some(finding(answer.range(), Some(&entry.id)));
            }
            let due = |mention: &&Mention| match (&mention.value, entry.answer_by) {
                (Value::Date(date), Some(by)) => !date.agrees(by.0),
                (Value::Date(date), None) => {
                    let on = self.context.facts.case.as_of.0;
                    crate::review::agreement::nearest_year(*date, on).is_some_and(|date| date > on)
                }
                _ => false,
            };
            let own = self.own_topic.speaks_of(&Topic::of(entry.what.shown(), self.context.lang));
            if let Some(date) = self.dates.iter().find(due).filter(|_| own && self.authorised_topic().is_none()) {
                return Some(finding(date.span.clone(), Some(&entry.id)));
            }
        }
        None
    }

    /// Words of a remedy without a record of that kind, that subject and that amount.
    fn offer(&self, word: Range<usize>, kinds: &[Remedy]) -> Option<Finding> {
        if offers_nothing(self.text, &word, self.asked) {
            return None;
        }
        let Some(entry) = self.authorised_topic().filter(|entry| kinds.contains(&entry.kind)) else {
            return Some(finding(word, None));
        };
        if self.goes_beyond(entry, &word) {
            return Some(finding(word, Some(&entry.id)));
        }
        // 5,610円、1件につき165円; the sum that is paid, beside what the payment costs and we bear.
        let right_too = self.money.iter().any(|(_, amount, unit)| is_amount(entry, *amount, *unit));
        let beside = |amount: Number, unit: MoneyUnit| {
            right_too
                && (self.is_share(entry, amount)
                    || self.context.grounds().says_value(&Value::Money(amount, unit), "")
                        && !self.context.withheld.unauthorised().any(|other| is_amount(other, amount, unit)))
        };
        let wrong = |(_, amount, unit): &&(Range<usize>, Number, MoneyUnit)| {
            !is_amount(entry, *amount, *unit) && !beside(*amount, *unit)
        };
        if let Some((span, ..)) = self.money.iter().find(wrong) {
            let right = Speech::of(self.context.facts).money(entry).unwrap_or_default();
            let finding = finding(span.clone(), Some(&entry.id));
            return Some(finding.suggest(Message::new(
                format!("承認された金額は「{right}」です"),
                format!("the amount authorised is `{right}`"),
            )));
        }
        if let Some(tax) = self.other_tax(entry) {
            return Some(finding(tax, Some(&entry.id)));
        }
        let own = entry.what.shown();
        let known = mentions(own, self.context.lang);
        let month = |said: &Mention| known.iter().any(|known| agrees(&said.value, "", &known.value));
        let dated = known.iter().any(|known| matches!(known.value, Value::Date(_)));
        if let Some(other) = self.months.iter().find(|said| dated && !month(said)) {
            return Some(finding(other.span.clone(), Some(&entry.id)));
        }
        let beyond = BOUNDLESS.find(self.text).filter(|found| !own.contains(found.as_str()));
        if let Some(found) = beyond {
            return Some(finding(found.range(), Some(&entry.id)));
        }
        let record = Topic::of(own, self.context.lang);
        // A discount of an amount is no discount of all.
        let all = WHOLE_FEE
            .find(self.text)
            .filter(|_| entry.kind == Remedy::Discount && entry.amount.is_some() && self.money.is_empty());
        if let Some(found) = all {
            return Some(finding(found.range(), Some(&entry.id)));
        }
        // 臨時便の費用に加え、倉庫費用も: every cost that is named must be that of the record.
        let generic = Topic::of(REMEDY_JA, self.context.lang);
        let cost = NAMED_COST.find_iter(self.text).find(|cost| {
            let named = Topic::of(cost.as_str(), self.context.lang).without(&generic);
            named.len() > 0 && named.shared(&record) == 0
        });
        if let Some(cost) = cost.filter(|_| self.context.lang == Lang::Ja && record.len() > 0) {
            return Some(finding(cost.range(), Some(&entry.id)));
        }
        let other = self.context.withheld.unauthorised().find(|other| {
            let text = other.what.get(self.context.lang).unwrap_or_default();
            // Every remedy is free of charge.
            let words = Topic::of(self.context.lang.pick(REMEDY_JA, REMEDY_EN), self.context.lang);
            let theirs = Topic::of(text, self.context.lang).without(&record).without(&words);
            self.topic.shared(&theirs) >= 2
        });
        other.map(|other| finding(word, Some(&other.id)))
    }

    /// Whether an amount is that of an authorised one for each of so many things as the case counts.
    fn is_share(&self, entry: &Compensation, amount: Number) -> bool {
        let (Some(all), Some(one)) = (entry.amount, amount.as_whole()) else { return false };
        let is_count = |many: i64| {
            self.context.grounds().values().any(|value| {
                matches!(value, Value::Quantity(known, unit) if !unit.is_time() && *known == Number::whole(many))
            })
        };
        one > 0 && one < all && all % one == 0 && is_count(all / one)
    }

    /// Whether what is offered is named after what is authorised: 310名分の点検に続けて、打刻も費用を頂戴せずに見直します.
    fn goes_beyond(&self, entry: &Compensation, word: &Range<usize>) -> bool {
        static MORE: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::fixed(
                r"に(?:続け|続い|続き|加え|とどまら)[^、]{0,4}、|の(?:ほか|他)[、に]|だけで(?:は|なく)[^、]{0,6}、?|とあわせて、?|(?:負担|値引き|お引き|お返し|点検|実施|免除)(?:し|いたし)、|(?i:(?-u:\b)(?:in addition to|as well as|besides|on top of|beyond|not only)(?-u:\b)[^,;.]*[,;])",
            )
        });
        let lang = self.context.lang;
        let until = self.text.get(..word.end).unwrap_or_default();
        let Some(more) = MORE.find_iter(until).last() else { return false };
        let remedy = Topic::of(lang.pick(REMEDY_JA, REMEDY_EN), lang);
        let offered = Topic::of(until.get(more.end()..).unwrap_or_default(), lang).without(&remedy);
        offered.len() > 0 && offered.shared(&Topic::of(entry.what.shown(), lang)) == 0
    }

    /// Where an amount is said to be without tax, or with it, and the record says otherwise.
    fn other_tax(&self, entry: &Compensation) -> Option<Range<usize>> {
        let (without, with) = (&*WITHOUT_TAX, &*WITH_TAX);
        let wrong = match entry.tax {
            TaxNote::Excluded => with,
            TaxNote::Included | TaxNote::Unsaid => without,
        };
        self.money.iter().find_map(|(span, ..)| {
            let place = wrong.find(self.text)?;
            Some(span.start.min(place.start())..span.end.max(place.end()))
        })
    }

    /// An act with money in words that no list has.
    fn other_act(&self) -> Option<Finding> {
        if (self.asked && !grants(self.text)) || leaves_open(self.text) || !all_remedy_words(self.text).is_empty() {
            return None;
        }
        let authorised = |amount: Number, unit: MoneyUnit| self.records().any(|entry| is_amount(entry, amount, unit));
        if !self.money.is_empty() && self.money.iter().all(|(_, amount, unit)| authorised(*amount, *unit)) {
            return None;
        }
        let place = act_with_money(self.text, self.context.lang).filter(|_| self.authorised_topic().is_none())?;
        Some(finding(place, None))
    }

    fn considered(&self) -> Option<Finding> {
        let found = CONSIDERED.find(self.text)?;
        Some(finding(found.range(), self.authorised_topic().map(|entry| &entry.id)))
    }

    fn records(&self) -> impl Iterator<Item = &'a Compensation> {
        let entries = self.context.facts.compensation.iter();
        entries.filter(|entry| entry.status == RemedyStatus::Authorised)
    }

    /// Whether the sentence has a count or the day of a remedy: the 310 records, by 13 November.
    fn names_value_of(&self, entry: &Compensation) -> bool {
        let lang = self.context.lang;
        let known: Vec<Value> = mentions(entry.what.shown(), lang).into_iter().map(|mention| mention.value).collect();
        mentions(self.text, lang).iter().any(|said| match said.value {
            Value::Date(date) => entry.due.is_some_and(|due| date.day.is_some() && date.agrees(due.0)),
            _ => known.contains(&said.value),
        })
    }

    /// Whether all that a sentence says of a remedy is its month: お値引きは12月分に限らせていただきます.
    fn is_of_its_month(&self, entry: &Compensation, own: &Topic) -> bool {
        let known = mentions(entry.what.shown(), self.context.lang);
        let agree = |said: &Mention| known.iter().any(|known| agrees(&said.value, "", &known.value));
        own.len() == 0 && self.money.is_empty() && !self.months.is_empty() && self.months.iter().all(agree)
    }

    /// The authorised remedy the sentence speaks of.
    fn authorised_topic(&self) -> Option<&'a Compensation> {
        self.records().find(|entry| {
            let record = Topic::of(entry.what.shown(), self.context.lang);
            let remedy = Topic::of(self.context.lang.pick(REMEDY_JA, REMEDY_EN), self.context.lang);
            let own = self.own_topic.clone().without(&remedy);
            // All it is about is of the record: 点検の費用は頂戴しません.
            let within = own.len() > 0 && own.shared(&record) == own.len();
            let shared = self.topic.shared(&record);
            let amount = self.money.iter().any(|(_, amount, unit)| is_amount(entry, *amount, *unit));
            let free =
                self.money.is_empty() && entry.amount.is_none() && is_free(self.text) && self.names_value_of(entry);
            // "You have nothing to pay for it": what the sentence before is about.
            let pronoun = own.len() == 0 && self.money.is_empty() && entry.amount.is_none() && is_free(self.text);
            // 臨時便の代金は、貴社にはお回しせず: all that the record is for, and little else.
            let subject = record.clone().without(&remedy);
            let all = subject.len() > 0 && own.shared(&subject) == subject.len() && own.len() <= subject.len() + 2;
            within
                || all
                || (pronoun && shared > 0)
                || shared >= 2
                || (free && shared > 0)
                || (amount && (shared > 0 || own.len() <= 1))
                || self.is_of_its_month(entry, &own)
                || (self.topic.speaks_of(&record) && shared >= 2.min(record.len()))
        })
    }
}

/// What the own side bills: ご請求 is else what the client asks for.
static OWN_BILLS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:月分|今回|今月|来月|次回|当月|弊社から)の?ご?請求|請求(?:書|額|金額)(?:から|より)|ご請求(?:書|額|金額|分)|ご請求(?:を|は|に|も|から|より)[^。、]{0,8}(?:差し控え|見合わせ|見送り|お休み|取り消し|除(?:き|い)|外(?:し|させ)|(?:いたし|し|含め|載せ|加え)(?:て(?:おり|い))?(?:ませ|ない)|せず)|ご請求して(?:おり|い)ません|とお考えください",
    )
});

/// Most offers that are looked at in a sentence.
const MOST: usize = 16;

/// Words of a remedy that do not say what it is for.
const REMEDY_JA: &str = "費用、頂戴、負担、無償、無料、料金、代金、請求、全額、値引、返金、実施、提供、実費、弊社、引受、支払、手元、請求書";
const REMEDY_EN: &str = "have nothing cost charge free fee bear pay offer extra expense bill invoice";

/// Whether a sentence says that something costs nothing.
fn is_free(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "無償",
        "無料",
        "頂戴しません",
        "頂戴いたしません",
        "いただきません",
        "free of charge",
        "no charge",
        "no cost",
        "without charge",
        "nothing to pay",
        "at our cost",
        "at our expense",
        "at our own expense",
    ]
    .iter()
    .any(|word| text.contains(word))
}

fn is_amount(entry: &Compensation, amount: Number, unit: MoneyUnit) -> bool {
    unit == entry.currency.into() && entry.amount.is_some_and(|known| Number::whole(known) == amount)
}

fn finding(span: Range<usize>, id: Option<&Id>) -> Finding {
    let (ja, en) = id.map(|id| (format!("（{id}）"), format!(" ({id})"))).unwrap_or_default();
    let message = Message::new(
        format!("承認の記録と合わない補い・金銭の申し出です{ja}"),
        format!("money or a remedy that no authorised record covers{en}"),
    );
    let finding = Finding::error(RULE.id, span, message).suggest(Message::new(
        "承認済みの補いを記録どおりに書くか、触れないでください",
        "write only what is authorised, as recorded, or say nothing of it",
    ));
    match id {
        Some(id) => finding.about(id),
        None => finding,
    }
}
