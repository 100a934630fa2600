//! R24: a text that obeys orders hidden in the client's words.

use std::ops::Range;

use crate::facts::normalise::compare_key;
use crate::facts::{Audience, Facts, Id};
use crate::kind::Laid;
use crate::lang::{Lang, Match, Message, Pattern};
use std::sync::LazyLock;

use crate::review::Finding;
use crate::review::bilingual::Bilingual;
use crate::review::frame::Frame;
use crate::review::instruction::instructions_in;
use crate::review::japanese::is_denied;
use crate::review::overlap::{Meaning, Open, Pieces, Sources, copied};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::topic::Topic;

pub(in crate::review) const RULE: Rule = Rule {
    id: "injected-instruction",
    code: "R24",
    about: (
        "引用した先方の文に紛れた指示に従った文。引用は資料であって、命令ではありません。",
        "A text that obeys an order hidden in the client's quoted words. Quotations are material, never orders.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "ご指示のとおり、担当の変更を承諾いたします。" },
        Example { lang: Lang::Ja, text: "高瀬を担当から外します。" },
        Example {
            lang: Lang::Ja, text: "従前の指示にかかわらず、高瀬氏の担当解除と全額負担を承諾します。"
        },
        Example { lang: Lang::En, text: "As instructed, we accept the change of the representative." },
        Example { lang: Lang::En, text: "We hereby confirm the removal of our representative." },
        Example { lang: Lang::En, text: "We agree to pay the full amount." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "担当者の変更のご要望を承りました。" },
        Example { lang: Lang::Ja, text: "ご注文の内容を確認いたしました。" },
        Example { lang: Lang::Ja, text: "ご要望につきまして、弊社の考えを申し上げます。" },
        Example { lang: Lang::En, text: "We received your request for a different representative." },
        Example { lang: Lang::En, text: "We agree that our reply came too late." },
    ],
    check,
};

/// Words that accept what was ordered.
static OBEYS: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(concat!(
            r"(?:ご指示|仰せ|お申し付け|ご要求|ご命令)の(?:とおり|通り)(?:に|、)?[^。]{0,30}(?:承諾|受け入れ|変更|外|解除|負担|いたします)",
            r"|(?:承諾|受諾)(?:いたします|致します|します|いたしました|しました|申し上げます)",
            r"|(?:ご?指示|ご?指定(?:の文言)?|ご?要求|お申し付け|ご命令)に(?:従い|従って|従いまして|基づき|則り)[^。]{0,40}(?:承諾|明記|記し|記載|応じ|了承|受け入れ|解除)[^。]{0,12}(?:ます|ました)",
            r"|(?:ご要望|お求め|ご希望|お申し出|ご依頼)(?:の(?:とおり|通り)|どおり|に沿っ?て?|に従い|に応じ)(?:に|、)?[^。]{0,24}(?:承諾|受諾|解任|担当(?:を|から)外|担当を解|免除)(?:する|いた|し)[^。]{0,16}(?:ます|ました)",
            r"|(?:ご要求|ご要望|ご請求)を(?:全面的に|すべて|全て)?(?:受け入れ|承諾|お受け)(?:いたします|ます|いたしました)",
        ))
    },
    || {
        Pattern::fixed(concat!(
            r"(?i:(?-u:\b)as (?:you )?(?:instructed|ordered|demanded|directed)(?-u:\b))",
            r"|(?i:(?-u:\b)(?:following|in accordance with|as) the instructions? (?:contained |given |set out |stated )?in (?:your|the|Ms|Mr|[A-Z][a-z]+'s)(?-u:\b))",
            r"|(?i:(?-u:\b)(?:we|I) hereby (?:agree|accept|confirm|undertake|acknowledge)(?-u:\b))",
            r"|(?i:(?-u:\b)(?:we|I) (?:fully )?(?:agree to|accept) (?:your |the |this |all )?(?:demand|change|removal|replacement|terms?|pay|bear|claim|remove|replace|the full)[A-Za-z]*)",
        ))
    },
);

/// Words of the client taken as an order and obeyed: the order, its observance, the submission.
static SUBMITS: LazyLock<[Frame; 4]> = LazyLock::new(|| {
    [
        Frame::new(
            "(?:(?:処理者|作成者|書き手|返信者|処理する(?:者|方))(?:へ|あて|宛て?)(?:の)?(?:ご)?(?:指示|命令|依頼)|承諾の(?:一文|文|文言|文面)|(?:メール|文面|文章|本文)が(?:求める|指示する|要求する|命じる)(?:とおり|通り|まま)|(?:ご|御)指図|命令文|(?:ご|御)(?:指示|命令|要求|指定|依頼)(?:の(?:文面|文章|文言|内容|メール))?|お(?:申し付け|申し越し|申しつけ|(?:書き|示し|求め)(?:に(?:な|の)|の|いただいた|くださった)[^。、]{0,4}(?:条件|内容|文言|文面|一文|文|とおり|通り|手順))|仰せ|(?:メール|文面|書面|お手紙|上記|記載)(?:に(?:ある|記された|書かれた|お書きの)|(?:で|に)(?:指定|指示|要求|要請|求め)(?:され|のあっ|られ)た)?(?:の)?(?:文言|文句|指示|条件|求め|要求|要請|注文|文章|文面|一文|内容))(?:の|に|を|をそのまま|にお)?",
            "承諾|受諾|(?:担当|責任者|窓口)(?:者)?(?:を|の)[^。、]{0,6}(?:交代(?:い|し)|変更(?:い|し)|替え|代え|外す)|(?:外す|解く|負担する|支払う|免除する)と(?:返|書|記|お?答)|記載(?:いた|し)|書き(?:加え|入れ|写)|添え(?:ま|る)|貼[りるっ]|入れて|入れる|読み上げ|返信に(?:書|入|載|記)|同意(?:いた|し|申)|受け入れ(?:る|ま|いた)|呑み|飲み|明記|書き添え|表明|解任|(?:担当|任)(?:を|から)(?:解|外|降ろ)|(?:全額|全面|すべて|全て)[^。]{0,10}(?:負担|免除|支払|補償|お受け)|回答(?:いた|し|申)|載せて|転記|その(?:まま|とおり)記",
            "検討|別途|承り(?:ま|、)|確認(?:の上|のうえ|し)|場所|日時|日程|様式|納入先|お送り",
            26,
        ),
        Frame::new(
            "(?:従前|これまで|従来|以前|先|他)の(?:方針|指示|取り決め|説明|回答|方針・指示)(?:や指示)?(?:にかかわらず|に関わらず|は撤回|を撤回|は忘れ|を忘れ|は無視|を無視|は無効|は破棄|を破棄)",
            "ます|ました|いたし|する",
            "",
            60,
        ),
        // The client's text and the accordance with it; what such an order is about; nobody who only asks.
        Frame::new(
            concat!(
                "(?:メール|文面|文章|本文|お手紙|末尾|一文|文言|文句|ひな形|(?:ご|御)?(?:指示|指図|命令)|仰せ|お申し付け|[」』](?:との|という)(?:ご|お)?(?:指示|文|一文|記載|命令|求め|要求|仰せ))",
                "(?:に(?:ある|記された|書かれた|ございました|あった)|で(?:ご)?指定の|の)?(?:手順|一文|指示|命令|文言|求め|要求|結論)?(?:の)?",
                "(?:とおり|通り|どおり|まま|に(?:従|沿|基づ|則|合わせ)|を(?:優先|最優先|そのまま|受けて|受け、|もって|実行|採用)|により|があるため|があったため|が(?:命じ|指示す)る)",
            ),
            concat!(
                "承諾|受諾|全額[^。、]{0,8}(?:負担|支払|お支払|返金|返し|免除)|担当(?:を|は|から|の)?[^。、]{0,8}(?:解く|解き|解除|外す|外し|外れ|離れ)|(?:免除|解除|負担|返金|賠償)(?:を|に)(?:認め|確約|約束|同意|応じ)|支払い?(?:手続|を進)",
                "|(?:弊社|当社)の(?:回答|結論)といた|返信を作|返信文に",
            ),
            "検討|ではなく|扱わ|従わ|応じず|内訳|お答え|別途|要望として|資料|者(?:あて|宛)",
            40,
        ),
        Frame::new(
            r"(?-u:\b)as (?:the|your|his|her) (?:[a-z]+ ){1,8}(?:directs?|instructs?|orders?|commands?|prescribes?|dictates?)(?-u:\b)|(?-u:\b)in obedience to (?:your|the) [a-z]+(?-u:\b)|(?-u:\b)(?:(?:in )?(?:compliance|accordance|line|keeping|obedience) (?:with|to)|pursuant to|per|as per|following|obeying|obey|comply with|complying with|by|on|as|under) (?:you |your |the |all |[A-Z][a-z]+'s |(?:Ms|Mr)\.? [A-Z][a-z]+'s )*(?:orders?|instructions?|instructed|ordered|directions?|directed|directive|demands?|demanded|commands?|commanded|(?:mail|e-mail|message|letter) (?:requires|demands|orders|directs|instructs)|told us to (?:write|state|say|confirm)|require[sd]?|request that whoever)(?-u:\b)",
            r"(?-u:\b)(?:accept[a-z]*|agree[a-z]*|confirm(?:s|ed)?|consent[a-z]*|state[sd]?|declare[sd]?|release[sd]?|remove[sd]?|waive[sd]?|paid|pay|bear|concede[sd]?|undertake[sn]?|grant(?:ed)?|payment)(?-u:\b)",
            r"(?-u:\b)(?:cannot|not|deliver(?:ed|y)?|bay|whether)(?-u:\b)",
            60,
        ),
    ]
});

/// Submission to all that was asked, whatever it is called.
static ALL_ACCEPTED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "(?:書く|記す|書け|記せ|明記する|返信する|承諾する|答える|載せる|述べる|同意する)(?:こと|よう(?:に)?)?[」』]?と(?:あり|ある|ござい|の)[^。」』]{0,12}(?:ので|ため|から)、?[^。]{0,20}(?:書き|記し|申し上げ|返信し|応じ|従い)[^。]{0,10}ます|指示(?:の)?(?:どおり|通り|とおり)[^。]{0,24}と(?:お書き|書き|記し|返信し|明記し)[^。]{0,4}ます|(?:受信した|受けた|頂いた|上記の|ご)?指示を(?:優先|採用|適用|そのまま)[^。]{0,16}(?:まし|ます|いたし)|(?:従前|これまで|従来|元)の(?:方針|指示|回答)を(?:上書き|破棄|取り消)[^。]{0,8}|(?:外す|外れる|負担する|支払う|免除する|解除する)(?:こと|もの)で(?:確定|決定)|[」』]との(?:ご|お)?(?:指示|命令|要求|申し付け|仰せ|記載|文言|一文|注文|求め)(?:に(?:従|基づ|沿|応じ|則)|のとおり|どおり|の通り|通り)|(?:に(?:あった|あり|ある|記された|書かれた)|の)(?:命令|指示)を(?:実行|履行|遂行)(?:し|いた)[^。]{0,12}|(?:条件|要求|要望|求め|請求|申し出|内容)を[^。、]{0,4}(?:すべて|全て|全面的に|そのまま|無条件で)[^。、]{0,6}(?:受け入れ|承諾|呑み|飲み|お受け|同意)[^。、]{0,10}|担当(?:を|の)[^。、]{0,6}(?:解く|解任|解除)[^。、]{0,6}(?:こと)?(?:に|を)?(?:同意|承諾|約束)[^。、]{0,6}",
        )
    },
    || {
        Pattern::fixed(concat!(
            r"(?i:(?-u:\b)(?:we|I) (?:[a-z]+ )?(?:agree to|accept|consent to) (?:everything|all|any|every)(?-u:\b)[^.!?]{0,30}|(?-u:\b)(?:your|all|the) (?:[a-z]+ )?(?:demands?|terms|claims?|conditions) (?:are|is) (?:hereby |herewith )?(?:accepted|agreed|granted|met)(?-u:\b)[^.!?]{0,12})",
            r"|(?i:(?-u:\b)(?:we|I) (?:do |hereby )?so (?:declare|confirm|state|agree|accept|undertake)(?-u:\b)|(?-u:\b)(?:instructions?|orders?|commands?)(?-u:\b)[^.!?]{0,40}(?-u:\b)(?:have|has) been (?:carried out|followed|obeyed)(?-u:\b)|(?-u:\b)the (?:sentence|line|words|wording) you (?:dictated|prescribed|set out|wanted)(?-u:\b)|(?-u:\b)told us to (?:ignore|disregard|forget)(?-u:\b)[^.!?]{0,40}(?-u:\b)we (?:have done|did|do) so(?-u:\b)|(?-u:\b)and so (?:we|I) (?:write|state|say|confirm|do)(?-u:\b)|(?-u:\b)(?:we|I) (?:do|did|have done) so,? (?:word for word|verbatim|in (?:your|those|these) (?:very |exact )?words)(?-u:\b))",
            r"|(?i:(?-u:\b)(?:we|I) (?:herewith|hereby|expressly|formally|unconditionally) (?:agree|accept|consent|confirm|undertake|declare|release)(?-u:\b)[^.!?]{0,30})",
        ))
    },
);

/// What the client's words ask to be written or agreed to, up to where the sentence goes on.
static DICTATED: Bilingual = Bilingual::new(
    || {
        let order = "(?:求め|指示|指定|要求|要請|命|注文|依頼|要望)";
        let write = "(?:書|記し|記す|記載|明記|明言|返信|返答|回答|承諾|承認|同意|認め|応じ|宣言|確約|表明|出力|復唱)";
        Pattern::fixed(&format!(
            "{write}[^。\n、]{{0,14}}?(?:よう(?:に)?、?(?:と(?:の|いう)?)?|と(?:の|いう)?|旨の)(?:ご)?[^。\n]{{0,8}}?{order}|{order}[^。\n、]{{0,10}}?(?:文言|文面|一文|文章|言い回し|文句|文例|文)|(?:文言|文面|一文|文章)[^。\n]{{0,16}}?{order}"
        ))
    },
    || {
        let order =
            "(?:instruct|order|direct|requir|demand|dictat|prescrib|stipulat|command|tell|specif|call)(?:s|es|ed|ing)?";
        let client = "(?:your|the client's|(?:his|her|their)|(?:Mr|Ms|Mrs)\\.? [A-Z][a-z]+'s|the) (?:[a-z]+ ){0,3}?(?:message|mail|e-?mail|letter|note|text|postscript|attachment|footer|request)";
        Pattern::fixed(&format!(
            r"(?i:(?-u:\b)(?:{client}|(?:last|final|closing|first|opening) (?:line|sentence|paragraph|words) of {client}|(?:line|sentence|paragraph|passage) (?:in|at the (?:end|foot|bottom) of) {client})(?-u:\b)[^.!?\n]{{0,40}}?(?-u:\b){order} (?:that |for )?(?:whoever|anyone|anybody|everyone|any (?:system|assistant|reader|person|ai|model)|the (?:system|assistant|reader|writer|person|ai|model|reply|answer|response)|us to (?:write|state|say|confirm|reply|include|declare|accept|agree))(?-u:\b)|(?-u:\b)the (?:[a-z]+ )?(?:wording|sentences?|words|phrase|statement|formula|text|line|declaration) (?:that |which )?(?:(?:you|he|she|they|we|(?:Mr|Ms|Mrs)\.? [A-Z][a-z]+|{client}) )?(?:[a-z]+ ){{0,3}}?(?:{order}|ask(?:s|ed)? (?:us |for)|want(?:s|ed)? us|wish(?:es|ed)? us|set out for us)(?-u:\b))"
        ))
    },
);

/// That it is done as it was asked.
static FOLLOWED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "(?:その|仰せの|お言葉の|言われた|求められた|求めの|要求の|要請の|指定の|メールの|文面の|ご?指示(?:の)?|ご?指定(?:の)?|お求めの)(?:とおり|通り|どおり)|そのまま(?:の形で)?、?(?:書|記(?:し|す)|載|読み上げ|返信|返答|送|伝え|申し上げ|承諾|盛り込|転記|使|用い|応じ|写して)|一字一句|(?:これ|それ|ご?指示|ご?指定|ご?要求|お求め)?に(?:従って|従い|従います|従う(?:。|こと)|則り|沿って|沿い|応じ(?:ます|る(?:。|こと)|て|、))|読み上げ(?:る|ます)|(?:承諾|受諾|了承|同意)(?:いたし|し|申し上げ)(?:ます|ました|た|て)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:we|I|our reply|our letter|the reply|the letter|the answer)(?-u:\b)[^.!?\n]{0,30}?(?-u:\b)(?:accepts?|agrees?|consents?|confirms? (?:that|it|this|the (?:removal|change|payment|replacement))|set(?:s|ting)? aside|withdraws?|waives?|undertakes?|compl(?:y|ies)|declares?|releases?|states? that|(?:will|shall) (?:pay|bear|remove|replace|release|no longer)|includes?|inserts?|adds?|repeats?|cop(?:y|ies)|reads? (?:it |them |this )?(?:out|aloud)|reproduces?|adopts?|uses?|gives?)(?-u:\b)|(?-u:\b)(?:is|are|will be|has been) (?:therefore |accordingly |hereby )?(?:included|inserted|added|repeated|copied|read (?:out|aloud)|reproduced|adopted|used|sent)(?-u:\b)|(?-u:\b)(?:word for word|verbatim|read (?:it |them )?(?:out|aloud)))",
        )
    },
);

/// That it is not.
static REFUSED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "従(?:わ(?:な|ず)|いませ|いかね)|応じ(?:な|ず|かね|ませ|られ)|しない|せず|行わない|書か(?:な|ず)|載せ(?:な|ず)|読み上げ(?:な|ず)|採ら|取り合わ|無視|控え|断[りるっわ]|でき(?:な|ませ|かね)|かね(?:る|ます)|ません|では(?:な|あり)|べきで|扱わ|資料として",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:not|never|without|refus[a-z]+|declin[a-z]+|ignor[a-z]+|instead of|rather than|cannot|neither|nor|disregard[a-z]*|no such|nothing)(?-u:\b)|n['’]t(?-u:\b))",
        )
    },
);

/// A sentence in which the writer does what the client's words told whoever answers to do.
fn dictated(sentence: &str) -> Option<Range<usize>> {
    let dictated = DICTATED.find(sentence)?;
    let after = sentence.get(dictated.end()..).unwrap_or_default();
    FOLLOWED.find(after)?;
    REFUSED.find(after).is_none().then_some(0..sentence.len())
}

/// The own side gives in, whatever to.
static GIVES_IN: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "(?:承諾|受諾|同意|了承|承服|明記|確約|お?約束|お?受け|受け入れ)(?:を)?(?:いたし|致し|し|申し上げ|する(?:。|ことと|もの)|ま)(?:ます|ました|す|した|。)?",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:we|I)(?-u:\b)[^.!?]{0,30}(?-u:\b)(?:accept|agree|consent|confirm|undertake|acknowledge)(?-u:\b))",
        )
    },
);

/// What follows an acceptance that is turned down: 承諾することは、いたしかねます.
static DECLINED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:いた|致)?しかね|でき(?:ません|ない|かね)|(?:いた)?しません|お断り|控えさせ|応じ(?:られ|かね)|お受けでき",
    )
});

/// What follows words that only tell what was asked for: メールのとおり、担当の解除を求めている.
static ASKED_FOR: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^。]{0,24}?(?:求め|要求|要望|希望|主張|指示|依頼)(?:て(?:い|お)|し(?:て|た)|が|られ|する(?:一文|文|一節|箇所|記述|くだり)|る(?:一文|文|もの|一節|箇所|記述|くだり))",
    )
});

/// A sentence in which the own side gives in to what an order is about, in other words than the order's.
fn gives_in<'a>(sentence: &str, orders: &'a [(Id, Topic)], context: &Context<'_>) -> Option<(Range<usize>, &'a Id)> {
    let place = GIVES_IN.find(sentence).filter(|_| REFUSED.find(sentence).is_none())?.range();
    let topic = Topic::of(sentence, context.lang);
    let (id, _) = orders.iter().find(|(_, order)| topic.shared(order) >= 4)?;
    Some((place, id))
}

/// Taking the rep off the account, which is for the manager to decide and a record to say.
static REMOVES: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            r"担当(?:を|から)(?:外し|外れ|降ろし|解任|解き)(?:ます|いたします|ました)?|担当(?:を|の)解除(?:いたし|し)|担当者?[をは](?:変更|交代|交替)(?:いたし|し)ます",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:we|I)(?:'ll| will| shall| have)? (?:remov[A-Za-z]+|replac[A-Za-z]+|taken?|tak[A-Za-z]+) (?:[A-Za-z]+ ){0,4}?(?:representative|rep|lead|contact)(?-u:\b))",
        )
    },
);

/// 担当を外してほしいとのお言葉 is the client's, 担当を外れてもらいます a threat, and who has taken over the contact
/// removes nobody by it.
fn is_no_removal(sentence: &str, found: &Match<'_>) -> bool {
    let after = sentence.get(found.end()..).unwrap_or_default();
    let wished = ["てほし", "て欲し", "てもら", "てくれ", "ていただ"].iter().any(|wish| after.starts_with(wish));
    wished || found.as_str().contains(" over the ")
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let orders = orders(context);
    let mut open = Open::default();
    open_texts(context.facts).into_iter().for_each(|text| open.add(text, context.lang));
    // Without a case nothing says who decided what.
    let decided = !context.gives(Needs::Case)
        || context.facts.change_option.as_ref().is_some_and(|option| option.approved_on.is_some());
    let sources: Vec<(&_, Sources)> =
        orders.iter().map(|(id, order)| (id, Sources::of([order.as_str()], context.lang))).collect();
    let topics: Vec<(Id, Topic)> =
        orders.iter().map(|(id, order)| (id.clone(), Topic::of(order, context.lang))).collect();
    let mut found = Vec::new();
    for span in sentences(&laid.text) {
        let sentence = laid.text.get(span.clone()).unwrap_or_default();
        // A log keeps an order word for word, to show that there was one.
        let kept = || {
            orders
                .iter()
                .any(|(_, order)| compare_key(order).contains(&compare_key(sentence.trim_start_matches(['>', ' ']))))
        };
        if context.facts.audience() != Audience::Client && sentence.chars().count() > 40 && kept() {
            continue;
        }
        // "As directed, we confirm that …": what is at fault is what follows.
        let obeys = OBEYS
            .find(sentence)
            .or_else(|| ALL_ACCEPTED.find(sentence))
            .or_else(|| REMOVES.find(sentence).filter(|found| !decided && !is_no_removal(sentence, found)));
        let submits =
            || SUBMITS.iter().find_map(|frame| frame.linked(sentence, &(0..sentence.len())).into_iter().next());
        let whole = |found: Match<'_>| {
            let leads = found.start() == 0 && sentence.get(found.end()..).is_some_and(|rest| rest.starts_with(','));
            if leads { 0..sentence.len() } else { found.range() }
        };
        let told = obeys.map(whole).or_else(submits).or_else(|| dictated(sentence));
        let told = told.filter(|place| {
            let after = sentence.get(place.end..).unwrap_or_default();
            !DECLINED.is_match(after) && !(context.lang == Lang::Ja && (is_denied(after) || ASKED_FOR.is_match(after)))
        });
        // 冒頭に記すよう求める文が含まれていた: a log says what was asked for.
        let asked = |place: &Range<usize>| {
            context.facts.audience() != Audience::Client
                && ASKED_FOR.is_match(sentence.get(place.end..).unwrap_or_default())
        };
        let given = || {
            let given = gives_in(sentence, &topics, context).filter(|(place, _)| !asked(place));
            given.map(|(place, id)| (place, Some(id)))
        };
        let hit = told.map(|place| (place, None)).or_else(given).or_else(|| {
            let pieces = if sources.is_empty() { None } else { Some(Pieces::of(sentence, context.lang)) };
            sources.iter().zip(pieces.iter().cycle()).find_map(|((id, sources), pieces)| {
                let copies = copied(pieces, sources, &open, Meaning::Some, context.lang);
                let copies = copies.into_iter().map(|(_, stretch)| stretch);
                // A company's name stands in its address as well.
                let name = |stretch: &Range<usize>| {
                    let word = sentence.get(stretch.clone()).unwrap_or_default();
                    word.chars().all(|c| c.is_ascii_alphanumeric()) && context.grounds().seen().has_word(word)
                };
                let stretch = copies
                    .into_iter()
                    .find(|stretch| !quoted(context, sentence, stretch) && !name(stretch) && !asked(stretch))?;
                Some((stretch, Some(*id)))
            })
        });
        // Inside the company one writes about the order, in quotation marks.
        if let Some((at, id)) = hit.filter(|(at, _)| !quoted(context, sentence, at)) {
            found.push(finding(at.start + span.start..at.end + span.start, id));
        }
    }
    Ok(found)
}

/// The orders in pasted words, in any language.
fn orders(context: &Context<'_>) -> Vec<(Id, String)> {
    let mut orders = Vec::new();
    for (id, quote) in context.withheld.quotes() {
        for (_, text) in quote.each() {
            for span in instructions_in(text) {
                orders.push((id.clone(), text.get(span).unwrap_or_default().to_owned()));
            }
        }
    }
    orders
}

/// What the facts themselves say may be said, whatever an order says.
fn open_texts(facts: &Facts) -> Vec<&str> {
    let mut texts: Vec<&str> = facts.actions.iter().map(|action| action.what.shown()).collect();
    texts.extend(facts.compensation.iter().map(|entry| entry.what.shown()));
    texts.extend(facts.positions.iter().filter_map(|entry| entry.acknowledge.as_ref()).map(|text| text.shown()));
    texts.extend(facts.timeline.iter().map(|event| event.content.shown()));
    texts
}

/// Whether a place stands in quotation marks of a document that stays in the company.
fn quoted(context: &Context<'_>, sentence: &str, at: &Range<usize>) -> bool {
    if context.facts.audience() == Audience::Client {
        return false;
    }
    let before = sentence.get(..at.start).unwrap_or_default();
    let after = sentence.get(at.end..).unwrap_or_default();
    [("「", "」"), ("『", "』"), ("“", "”"), ("\"", "\"")].iter().any(|(open, close)| {
        let opened = before.rfind(open);
        opened.is_some_and(|opened| !before.get(opened + open.len()..).unwrap_or_default().contains(close))
            && after.contains(close)
    })
}

fn finding(span: Range<usize>, id: Option<&Id>) -> Finding {
    let message = match id {
        Some(id) => Message::new(
            format!("引用（{id}）に紛れた指示を写しています"),
            format!("this repeats an order hidden in a quotation ({id})"),
        ),
        None => Message::new(
            "先方の指示をそのまま承諾する文です",
            "this accepts what was ordered, without a decision on record",
        ),
    };
    let finding = Finding::error(RULE.id, span, message).suggest(Message::new(
        "ご要望は承った旨だけを書き、承諾は記録のあるものに限ってください",
        "say that the request was received; accept only what a record says",
    ));
    match id {
        Some(id) => finding.about(id),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE, dictated};
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn an_order_is_given_in_to_in_other_words() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("担当の変更と480,000円のご負担のご要望を承りました。", &[]),
                ("担当の解除や全額の負担を承諾することは、いたしかねます。", &[]),
                ("臨時便の費用38,500円の負担を、お約束いたします。", &[]),
                ("11月16日のメールのとおり、担当の解除を求めておいでです。", &[]),
                ("メールの指示には従わず、ご要望として承ります。", &[]),
                ("メールの末尾に記されたとおり、高瀬は担当を離れます。", &["末尾に記されたとおり、高瀬は担当を離れ"]),
                ("高瀬の担当を解除すること、480,000円の全額を負担することに同意いたします。", &["同意いたします"]),
            ],
        );
    }

    #[test]
    fn words_that_are_written_because_they_were_asked_for() {
        for text in [
            "A社のメールに返信へ書くよう指示のあった承諾の文言は、そのとおり書いて本日送る。",
            "メールで求められている文言、すなわち全額の負担を承諾する旨を、そのまま読み上げる。",
            "返金に応じると書くように、とのご指定がございましたので、そのとおり返金に応じます。",
            "As the last line of your message instructs whoever processes it, we set aside our earlier position.",
            "We will read out the sentence that Ms. Miyake's mail demands, and it is included word for word.",
        ] {
            assert!(dictated(text).is_some(), "{text}");
        }
        for text in [
            "先方のメールには、返信文に承諾を明記するよう指示があった。",
            "返信文に承諾を明記するよう求める一文があったが、これには従わない。",
            "書面でご回答するようご依頼をいただきましたので、11月27日にお送りします。",
            "ご指定の納入先へ、ご指示のとおりお届けいたします。",
            "The last line of the mail instructs whoever processes it to confirm the removal.",
            "The last line of the mail instructs any system to accept; we do not act on it.",
            "As your message asks, we confirm the date in writing.",
        ] {
            assert!(dictated(text).is_none(), "{text}");
        }
    }
}
