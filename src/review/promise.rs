//! Promises: sentences in which the own side says what it will do.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lang::Lang;

/// What sort of act is promised, or on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// A measure, or a check of what happened.
    Work,
    /// Telling the client something.
    Report,
    /// Meeting the client.
    Visit,
    /// Who the client talks to.
    Contact,
}

/// A promise in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    /// The words that make it one.
    pub(super) span: Range<usize>,
    /// What sort of act is promised.
    pub(super) act: Act,
}

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Verbs at the end of a Japanese sentence, or before が、 and ので、, that tell of an act to come.
static ACTS_JA: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "(?:いたします|致します|させていただきます|まいります|参ります|差し上げます|申し上げます|設けます|整えます|行います|加えます",
        "|入れます|改めます|置きます|付けます|務めます|伺います|お届けします|お送りします|お持ちします|作ります|始めます|増やします",
        "|派遣します|配置します|導入します|実施します|追加します|設置します|見直します|変更します|交代します|交替します|開きます",
        "|お約束します|予定です|予定でございます|予定しております|予定でおります|ことにしました|ことといたしました|こととしました)",
        "(?:。|．|$|が、|ので、)",
    ))
});

/// What a sentence of that form says without promising anything new.
static HARMLESS_JA: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "(?:お詫び|おわび|陳謝|お礼|御礼|感謝|お願い|拝察|お察し|受け止め|理解|認識|痛感|反省|肝に銘じ|努め|取り組ん|励ん|尽力|精進|尽くし",
        "|心がけ|心掛け|徹底|注意|承|賜|頂戴|存じ|お待ち|期待|失礼|祈念|お祈り|ご挨拶|お見舞い|申し添え|ご提案|お示し|ご案内|いかし|生かし|活かし|役立て)",
        "[^。、]{0,14}(?:いたします|致します|申し上げます|まいります|参ります|所存でございます|させていただきます|伺います)",
        "(?:。|．|$|が、|ので、)",
        "|確認を行います|(?:以下|次|下記|上記)のとおり[^。]{0,20}(?:ご報告|ご案内|ご回答|ご説明|ご連絡|お知らせ)",
    ))
});

/// English subjects with a verb of the future.
static ACTS_EN: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        r"(?i)(?-u:\b)(?:(?:we|I)(?:'ll|’ll| will| shall| are going to| am going to| plan to| intend to| undertake to| promise to| commit to)",
        r"|our [a-z ]{2,30}? will|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+ will|you (?:will|shall) (?:receive|have|get|hear|be (?:sent|given|contacted))",
        r"|will be (?:set up|introduced|installed|appointed|assigned|added|provided|sent|delivered|replaced|established|launched|done|finished|completed|carried out|ready)",
        r"|(?:report|account|result|list|update)s?(?: [a-z]+){0,4} (?:follows?|reach(?:es)? you|comes?|(?:is|are) due))(?-u:\b)",
    ))
});

/// What follows such a verb without promising anything new.
static HARMLESS_EN: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        r"(?i)^\s*(?:also |of course |certainly |gladly |always |then )?(?:do (?:our|my) best|do everything|do all we can|work (?:hard|on|with|to)|continue to (?:work|listen)",
        r"|listen|be (?:happy|glad|pleased|grateful|able|in touch|at your)|take (?:this|it|your|to heart)|remember|treat|look forward|not forget",
        r"|bear in mind|learn|make every effort|strive|try|reflect|understand|not (?:let|rest|repeat)|keep (?:in mind|to|listening|working)|settle|rebuild|earn|regain)(?-u:\b)",
    ))
});

/// How often something is done.
static OFTEN: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        fixed(
            r"毎日|毎朝|毎夕|日々の|日次|(?i:(?-u:\b)(?:daily|every (?:single )?(?:day|morning|evening)|each (?:day|morning|evening))(?-u:\b))",
        ),
        fixed(
            r"毎週|週次|(?i:(?-u:\b)(?:weekly|(?:every|each) (?:single )?(?:week|(?:mon|tues|wednes|thurs|fri)day))(?-u:\b))",
        ),
        fixed(r"毎月|月次|(?i:(?-u:\b)(?:monthly|(?:every|each) month)(?-u:\b))"),
    ]
});

/// How often a text says that something is done: daily, weekly, monthly.
pub(super) fn often(text: &str) -> [bool; 3] {
    [0, 1, 2].map(|index| OFTEN.get(index).is_some_and(|words| words.is_match(text)))
}

static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    fixed(concat!(
        "ご?報告|ご?連絡|ご?回答|お知らせ|お答え|ご?返事|お伝え|ご?説明|ご案内",
        r"|(?i:(?-u:\b)(?:report|tell|inform|answer|reply|come back to|write to|let you know|update|receive|hear|account|result|contact)(?-u:\b))",
    ))
});
static VISIT: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        "お?伺い|伺います|訪問|参上|お目にかか|同席|面談|持参|お持ち|(?i:\\b(?:visit|meet|come to|join|call on|attend)\\b)",
    )
});
static CONTACT: LazyLock<Regex> = LazyLock::new(|| {
    fixed("窓口|直接|前面|補佐|担当|引き継|(?i:\\b(?:contact|in charge|lead|take over|handle|support|look after)\\b)")
});

/// Bringing something new about is work, whatever it is for.
static CREATE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        "設け|設置|開設|新設|作り|増や|導入|(?i:\\b(?:set up|open|create|establish|install|introduce|launch|hire|build)\\b)",
    )
});

/// The promise of a sentence, if it makes one.
pub(super) fn promise(sentence: &str, lang: Lang) -> Option<Promise> {
    let span = match lang {
        Lang::Ja => ACTS_JA.find(sentence).filter(|_| !HARMLESS_JA.is_match(sentence))?.range(),
        Lang::En => {
            let harmless =
                |found: &regex::Match<'_>| HARMLESS_EN.is_match(sentence.get(found.end()..).unwrap_or_default());
            ACTS_EN.find_iter(sentence).find(|found| !harmless(found))?.range()
        }
    };
    let verb = sentence.get(span.clone()).unwrap_or_default().trim_end_matches(['。', '．']);
    let span = span.start..span.start + verb.len();
    // What is promised stands before the verb in Japanese, after it in English.
    let object = match lang {
        Lang::Ja => last_clause(sentence.get(..span.end).unwrap_or_default()),
        Lang::En => sentence.get(span.start..).unwrap_or_default(),
    };
    let act = if CREATE.is_match(object) {
        Act::Work
    } else if REPORT.is_match(object) {
        Act::Report
    } else if VISIT.is_match(object) {
        Act::Visit
    } else if CONTACT.is_match(object) {
        Act::Contact
    } else {
        Act::Work
    };
    Some(Promise { span, act })
}

fn last_clause(text: &str) -> &str {
    text.trim_end_matches('、').rsplit('、').next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Act, promise};
    use crate::lang::Lang;

    #[test]
    fn promises_are_told_from_polite_phrases() {
        for (text, act) in [
            ("11月27日までに、経緯を書面でご報告いたします。", Some(Act::Report)),
            ("専用の窓口を設けます。", Some(Act::Work)),
            ("今後は私が窓口を務めます。", Some(Act::Contact)),
            ("月曜日に課長がお伺いいたします。", Some(Act::Visit)),
            ("検査員を二名増やします。", Some(Act::Work)),
            ("深くお詫び申し上げます。", None),
            ("重く受け止めております。", None),
            ("再発防止に努めてまいります。", None),
            ("下記のとおりご報告いたします。", None),
            ("ご都合をお聞かせくださいますようお願いいたします。", None),
            ("お届けを終えております。", None),
        ] {
            assert_eq!(promise(text, Lang::Ja).map(|promise| promise.act), act, "{text}");
        }
        for (text, act) in [
            ("You will receive our account by 27 November.", Some(Act::Report)),
            ("We'll open a hotline.", Some(Act::Work)),
            ("A hotline will be set up.", Some(Act::Work)),
            ("We will do our best.", None),
            ("We delivered the cartons and are sorry.", None),
            ("Would one of these dates suit you?", None),
        ] {
            assert_eq!(promise(text, Lang::En).map(|promise| promise.act), act, "{text}");
        }
    }
}
