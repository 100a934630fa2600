//! Words of money and other remedies.

use std::ops::Range;
use std::sync::LazyLock;

use super::bilingual::{Bilingual, reads_english};
use crate::facts::Remedy;
use crate::lang::Pattern;

/// Words, each with the kinds of record that can stand behind it.
type Words = Vec<(Pattern, &'static [Remedy])>;

/// Japanese words of remedies.
static JAPANESE: LazyLock<Words> = LazyLock::new(|| {
    use Remedy::{Cost, Damages, Discount, FreeWork, Refund};
    vec![
        (
            Pattern::fixed(concat!(
                "無償|無料|ただで(?:お|ご|提供)|サービス(?:させて|いたしま|でもう|でお付け|で差し上げ)|進呈|(?:枚|個|箱|本|式|枠|品)(?:分)?(?:を|も)?[^。、]{0,8}(?:お付け|おつけ)(?:いた|し)|商品券|金券|クーポン",
                "|(?:費用|料金|代金|お代|お値段|金額|配送料|送料|運賃|利用料|手数料|使用料|作業料|[^。、]料|[一-龠々ァ-ヶー&&[^交世時年]][代賃費]|(?:か月|カ月|ヶ月|ヵ月|月|日|回|年|期)分)(?:は|も|を|につきまして[はも]|について[はも])?[^。訳答]{0,10}(?:頂戴(?:いた)?(?:し(?:て(?:おり|い))?(?:ませ|な)|せず)|(?:いただ|頂)(?:き|か|いて(?:おり|い))(?:ませ|な|ず)|申し受け(?:て(?:おり|い))?(?:ませ|な|ず)|ご?請求(?:いた|は|を)?[しせ]?(?:て(?:おり|い))?(?:ませ|な|ず))",
                "|ご?請求(?:は|を|も)?(?:いた)?し(?:て(?:おり|い))?ません|お?支払いは不要|(?:弊社|当社|こちら|当方)(?:で|が|にて)?(?:[^。、気任料書本]{0,6}持[ちた]|もち)|(?:弊社|当社|当方)(?:の)?負担(?:と|に)|いただ(?:かず|かないこと)|(?:費用|損失|損害|代金|料金|経費|実費|差額|出費|(?:その|この)分|[0-9]円|[一-龠々ァ-ヶー&&[^交世時年]][代賃費])(?:も|は|を|につきまして[はも]|について[はも]|の(?:全額|半額|一部)[をもは]?)?[^。]{0,16}(?:お?引き?受け(?:いた|し|る|させ|ます)|受け持[ちたつ]|背負|かぶ(?:り|る|ら)|賄[いうわ]|まかな[いうわ]|工面|折半|分担(?:いた|し|さ)|拠出|支弁|支出(?:いた|し)|立て替え|お戻し|還元|充当|精算(?:いた|し|に応じ|させ)|お支払い(?:いた|し))|(?:お代|代金|費用|料金|お支払い|ご請求|[^。、]料)(?:は|につきましては|も)?[^。、]{0,6}(?:結構で|不要で|無用で|(?:いり|要り|及び|かかり|発生し|生じ)ません)|請求[^。、]{0,8}(?:見合わせ|見送|差し控え|取り下げ|取り消|お休み|休止|(?:から|より)[^。、]{0,4}(?:除|外))|課金(?:は|も)?[^。、]{0,4}(?:ませ|な)|(?:弊社|当社|当方)の?(?:費用|経費|勘定|負担|持ち)(?:で|にて|とし)|買い取(?:り|ら)|増量|おまけ|招待券|優待|食事券|ギフト(?:券|カード)|手土産|記念品|寸志|謝礼|クレジット|ポイント(?:を)?(?:付与|進呈)|粗品|心ばかり|お詫びの品|(?:ささやかな品|記念の品|形ばかりの品|菓子折り?)を(?:お届け|お送り|添え|お持ち|ご用意)",
                // A bill that does not come, and what is not on it.
                "|(?:お代|代金|費用|料金|手数料)(?:は|を)?(?:なし|無し|抜き)[でにと]|請求書[^。内]{0,6}(?:お出し|発行|お送り)(?:は|も)?(?:いた)?し(?:て(?:おり|い))?(?:ませ|な)|請求書?(?:額|明細)?(?:に|の中に)(?:は|も)?(?:含め|載せ|計上し|上乗せし|加え)(?:て(?:おり|い))?(?:ませ|な|ず)|請求書[^。内]{0,12}届(?:か|き)(?:ませ|な)|半分で結構|余分に(?:お付け|お納め|お届け)|優先枠|に先んじて|枠を(?:お取り|確保|お空け)|(?:し|り)、お詫びに代え",
            )),
            &[FreeWork, Cost],
        ),
        (
            Pattern::fixed(
                "返金|払い戻|返還|(?:円|代金|料金|全額|費用|半額|分|[一-龠々ァ-ヶー][代賃費料])(?:を|は|も)?(?:[^。、]{0,8})(?:お返し|お戻し|戻させて)|(?:円|金額|費用|額)[^。]{0,10}(?:お?振り?込(?:み|ませ)|送金)(?:いた|し|させ)|相殺|帳消し",
            ),
            &[Refund],
        ),
        (
            Pattern::fixed(
                "値引|割引|割り引|半値|半額(?:で|に(?:て|いた|し))|特価|割安|[0-9](?:円|%|パーセント)(?:を)?(?:引き|お引き|減ら)|値下げ|減額|差し?引(?:か|き|い)|お引き(?:し|いた|させ)|お安く|[0-9一二三四五六七八九半]割(?:ほど)?(?:お?安|(?:お)?(?:引|下げ|減ら|落と))|クレジットノート|減じ(?:ます|させ)|免じ(?:ます|させ)|勉強させて|価格(?:を|の)(?:下げ|引き下げ|見直)|特別(?:価格|料金|条件)|据え置|優遇|(?:単価|価格|料金|金額)[^。、]{0,8}(?:下げ|引き下げ|調整|抑え)|[0-9一二三四五半]割引|お?支払い?(?:の|を)?(?:期日|期限|条件|サイト)?[^。、]{0,14}(?:延ば|延長|猶予|お待ちし|先送り|繰り延べ)",
            ),
            &[Discount],
        ),
        (Pattern::fixed("免除"), &[Discount]),
        (
            Pattern::fixed(
                "賠償|弁償|弁済|補償|補填|補てん|てん補|填補|違約金|損害金|慰謝料|見舞金|金銭的?な?(?:対応|補い|お詫び|措置|解決)|相応の(?:お詫び|補い|金額)|しかるべき(?:金額|補い)|お見舞い金|お詫び金|迷惑料|解決金|埋め合わせ|償(?:い|わせ|う)|穴埋め|(?:額|円|金|志)をお包み|(?:相当|見合う|当たる|見合った)(?:する)?(?:額|金額)[をの][^。]{0,10}(?:お納め|ご用意|お渡し|お届け|差し上げ|お出し|お支払)|(?:円|お見舞い?)(?:を|も|として)[^。請引]{0,10}(?:お納め|ご用意(?:し|いた)|お渡し|差し上げ|お贈り)|(?:損失|損害|費用)[^。]{0,10}(?:ご?請求|お申し出)(?:を|に)[^。]{0,8}(?:お受け(?:いた)?し(?:ます|たく)|お受けする|承諾|応じ(?:ます|る)|認め(?:ます|る))",
            ),
            &[Damages],
        ),
        // ご負担をおかけする is the client's burden.
        (
            Pattern::fixed(
                "負担(?:いたし|致し|し(?:ます|た|て)|させて|する|をさせて|を(?:承諾|お引き受け)|も検討|につきましては.{0,12}検討)|応分の|肩代わり|(?:全額|半額|一部)[^。]{0,10}負担|お?支払い?(?:いたし|し)ます",
            ),
            &[Cost, Damages],
        ),
    ]
});

/// English words of remedies.
static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    use Remedy::{Cost, Damages, Discount, FreeWork, Refund};
    vec![
        (
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:with our compliments|free of charge|at no (?:extra |additional |further )?(?:cost|charge)|for free|(?:is|are|as) free|(?:is|are|be) on us|no charge|without (?:extra |additional )?charge|(?:look|search|wait)[^.]{1,40} in vain [^.]{0,16}(?:bill|invoice)s?|missing from (?:your|our|the) (?:bills?|invoices?)|no (?:bill|invoice) (?:from us|will (?:come|follow|reach))|(?:send|issue|raise) (?:you )?no (?:bill|invoice)|forgo (?:the|our|your) (?:fee|charge|payment)|complimentary|on the house|free (?:extra |additional )?(?:cartons?|months?|delivery|service|support|training|upgrade)|(?:not|never) (?:be )?(?:charged?|billed?|invoiced?)(?: you)?|no (?:fee|invoice|bill) (?:for|will)|voucher|extra month|nothing to pay|gratis|(?:will|shall) cost you nothing|(?:will|need|shall) not (?:have to )?pay|pay nothing|write off (?:the|your|what)|(?:leave|leaving|left) [^.]{1,40} off (?:the|your) (?:bill|invoice)|not (?:appear|show up|be) on (?:the|your|any) (?:bill|invoice)|for our (?:own )?account|out of our own pocket|gift (?:voucher|card|basket|certificate)|hamper|token of our (?:apology|regret|appreciation)|invite you to (?:dinner|lunch)|(?:service|linen|deliver(?:y|ies)|support|cartons?|months?|training|orders?|banquets?)(?: [a-z]+){0,5} (?:will|shall) be free)(?-u:\b)",
            ),
            &[FreeWork, Cost],
        ),
        // Work that is free for the client is work at our cost.
        (Pattern::fixed(r"(?i)(?-u:\b)at our (?:own )?(?:expense|cost)(?-u:\b)"), &[FreeWork, Cost, Damages]),
        (
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:refund[A-Za-z]*|money back|pay(?:ing)? you back|(?:return|returning|give back) (?:the|your|half|all|part) (?:[a-z]+ ){0,3}(?:fees?|money|payment|price))",
            ),
            &[Refund],
        ),
        (Pattern::fixed(r"(?i)(?-u:\b)reimburs[A-Za-z]*"), &[Refund, Cost]),
        (
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:discount[A-Za-z]*|rebates?|deduct[A-Za-z]*|(?:take|taking|knock) [^.]{1,30} off|half price|goodwill (?:payment|gesture|credit|allowance)|gesture of goodwill|price reduction|(?:reduce|lower|cut) (?:the|your) (?:price|fee|bill|invoice)|credit note|credited (?:to|against|with|on)|half (?:the|your) (?:[a-z]+ )?(?:fee|price|bill|invoice)|(?:reduced|lower) (?:rate|price|fee)|credit (?:you|your account|[^.]{1,40} (?:to|on|against) your)|(?:dropped|taken|struck|removed) (?:from|off) (?:the|your) (?:bill|invoice)|credit of|(?:extend|extending|extended|lengthen)(?: [a-z]+){0,3} (?:payment|credit)(?: [a-z]+)?|(?:longer|extended|more) (?:payment|credit) (?:terms?|period)|special (?:price|rate|terms)|better (?:price|rate)|(?:hold|keep|freeze|cap) (?:your |the |our )?(?:price|fee|rate)s?|(?:price|fee)s? (?:will )?(?:stays?|remains?|be) (?:the same|unchanged|frozen)|yen off|yen (?:lower|less|cheaper)|percent off|per cent off)(?-u:\b)|[0-9] ?% off(?-u:\b)",
            ),
            &[Discount],
        ),
        (Pattern::fixed(r"(?i)(?-u:\b)waiv[A-Za-z]*"), &[Discount]),
        (
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:compensat[A-Za-z]*|indemnif[A-Za-z]*|damages|make good (?:the|your|any|all|what)|make up for (?:the|your|any|all|every|what you)|make (?:you|it) whole|make it up to you|meet you (?:half ?way|in the middle|part of the way)|go halves|split the difference|(?:foot|pick up) (?:the|your|any|half) (?:[a-z]+ )?(?:bill|tab|cost)|(?:take on|take over|put up|come up with|chip in|hand over|transfer|remit|credit|assume) (?:[a-z]+ ){0,3}[0-9][0-9,]*(?: yen)?|settle your (?:claim|loss(?:es)?|bill|invoice)|(?:send|give|let) us (?:have )?(?:your|the|a) (?:bill|invoice|claim|figure|amount|sum)|settled? in your favou?r|we (?:will |shall )?settle (?:it|them|that|this)|taken on by us|(?:share|shares|contribute|split|shoulder)(?: [a-z]+){0,3} (?:loss(?:es)?|costs?|damages?|expenses?)|financially|settlement|ex gratia|pay(?:ing)? (?:you )?(?:half|part|the full)|pay (?:[a-z]+ ){0,3}[0-9][0-9,]*|(?:cover|covering|pay for|meet) (?:your|the|their) (?:[a-z']+ ){0,2}(?:overtime|wages|staff|hours|labour|extra work|standstill|claim))(?-u:\b)",
            ),
            &[Damages],
        ),
        (
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:bear|absorb|cover|pay(?: for)?|meet|shoulder|take over)\s+(?:[A-Za-z0-9',]+\s+){0,4}?(?:costs?|charges?|expenses?|fees?|loss(?:es)?|damages?|amount|bill)(?-u:\b)|(?-u:\b)will be paid(?-u:\b)|(?-u:\b)(?:costs?|loss(?:es)?|damage|amount|money|yen) (?:[a-z]+ ){0,6}(?:will|does|do|shall|should) not (?:stay|remain|rest|be left) with you(?-u:\b)|(?-u:\b)ours to bear(?-u:\b)|(?-u:\b)borne by (?:us|our company)(?-u:\b)",
            ),
            &[Cost, Damages],
        ),
    ]
});

/// Money that is being considered is neither promised nor refused, and yet a hope is raised.
pub(super) static CONSIDERED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            r"(?:費用|料金|金額|損害|損失|補償|お支払い|金銭|負担)[^。]{0,24}(?:検討|協議|考慮|ご相談させて)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:consider[A-Za-z]*|look(?:ing)? into|discuss[A-Za-z]*|review[A-Za-z]*|examin[A-Za-z]*)(?-u:\b)[^.]{0,40}(?-u:\b)(?:compensation|refund|discount|payment|reimburs[A-Za-z]+|bearing|covering|your loss(?:es)?|your claim)(?-u:\b))",
        )
    },
);

/// A remedy that is refused or left open.
static REFUSED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "^[^。、]{0,14}(?:応じ(?:かね|られ|ませ|な)|いたしかね|致しかね|できません|できかね|お断り|いたしません|(?:お?約束|確約)(?:は|でき|いたし|し)(?:ませ|な|かね)|見送|差し控え|しない|できない|お受けでき|ご?容赦|ご?辞退|判断|未定|決ま(?:って|ら)|可否|有無)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:cannot|can't|can not|unable to|not able to|will not|won't|do not|don't|does not|are not|am not|is not|no|neither|nor|without|decline[a-z]* to|never)(?: [a-z]+){0,4} ?$)",
        )
    },
);

/// A predicate that denies all that a sentence lists: お値引き、単価の見直し、補償は、この計画に含まれておりません.
static DENIED_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:含まれ|含んで|含めて|予定して|触れて|扱って|想定して|お約束して|(?:お約束|意味|確約|承諾|認)(?:する|いたす|める)(?:もの|わけ|趣旨)では|申し上げるものでは|のお申し出は|お約束は)[^。、]{0,8}(?:ません|ない|ず)",
    )
});

/// An amount that is left open.
static OPEN_AMOUNT: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "申し上げられ|お答え(?:でき|しかね|いたしかね|を?(?:差し)?控え)|決まって(?:おり|い)|未定|応じ(?:かね|られ)|内訳|お示し|協議|確認(?:中|いた|して)|お約束(?:でき|いたしかね)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:cannot|can't|can not|unable|not able|not in a position|not yet|do not|does not|say nothing|breakdown|no answer|undecided)(?-u:\b))",
        )
    },
);

/// Whether a sentence leaves open what it says of an amount.
pub(super) fn leaves_open(text: &str) -> bool {
    OPEN_AMOUNT.is_match(text) && !GRANTED.is_match(text)
}

/// What reaches beyond a discount of an amount.
pub(super) static WHOLE_FEE: Bilingual = Bilingual::new(
    || Pattern::fixed("全額|全部|半額|無料|無償|[0-9一二三四五]+(?:割|%|パーセント)"),
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:in full|full(?:y)?|whole|entire|half|free|no charge|waive[a-z]*)(?-u:\b)|[0-9]+ ?(?:%|per ?cent))",
        )
    },
);

/// A cost by its name: 倉庫費用, 人件費, 配送料.
pub(super) static NAMED_COST: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"[\p{Han}ァ-ヶー]{2,8}?(?:費用|費|代金|代|料金|料|賃)(?:[^\p{Han}]|$)"));

/// A remedy that is granted in so many words, whoever asked for it.
static GRANTED: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "(?:補償|返金|返還|賠償|負担|値引き?|割引|免除|減額|支払い?|無償[^。、]{0,10}|無料[^。、]{0,10})(?:を|も|に|は|で)?(?:いたします|致します|させて|します|応じ(?:ます|る|させ)|承諾|お受け|お引き受け|差し上げ)|(?:弊社|当社|当方)(?:で|が|にて)[^。、]{0,6}持(?:た|ち)|引(?:か|き)(?:せて|ます)|ご?(?:要望|請求|希望)(?:の)?(?:金額|額|内容)?(?:の)?(?:とおり|どおり|通り|に沿)|(?:お話|お申し出|お申し越し|お求め|仰せ)(?:の)?(?:とおり|どおり|通り)|ご?請求(?:を|に)[^。]{0,8}(?:お受け(?:いた)?し(?:ます|たく)|お受けする|応じ(?:ます|る)|認め(?:ます|る))|応じる(?:用意|所存|考え)|もって(?:の)?(?:補償|賠償)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:is accepted|are accepted|accepted by us|(?:is|are|will be) (?:taken on|taken over|borne|paid|covered|settled|met) by us|we stand by|we hereby)(?-u:\b)|(?-u:\b)(?:we|i)(?:'ll|’ll| will| shall| are happy to| are willing to| agree| accept| grant| offer| can offer)(?-u:\b))",
        )
    },
);

/// A burden or a cost of the client.
static THEIRS: Bilingual = Bilingual::new(
    || Pattern::fixed("ご負担(?:を|が|に|の|と|は)|ご負担いただ|ご負担なさ"),
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:you|your team) (?:had to |have to |must )?(?:bear|pay|cover|paid|bore)(?-u:\b))",
        )
    },
);

/// Whether a text grants something in so many words.
pub(super) fn grants(text: &str) -> bool {
    GRANTED.is_match(text)
}

/// Whether the words at a place of a sentence refuse a remedy or tell the client's demand and offer nothing.
pub(super) fn offers_nothing(text: &str, place: &Range<usize>, asked: bool) -> bool {
    let after = text.get(place.end..).unwrap_or_default();
    let from = (place.start.saturating_sub(80)..=place.start).find(|at| text.is_char_boundary(*at));
    let before = text.get(from.unwrap_or(place.start)..place.start).unwrap_or_default();
    let japanese = !text.is_ascii();
    let refused = if japanese { REFUSED.is_match(after) } else { REFUSED.is_match(before) };
    let theirs = THEIRS.find(text).is_some_and(|found| found.start() <= place.start && place.start < found.end());
    let denied = japanese && DENIED_JA.is_match(after) && !GRANTED.is_match(text);
    refused || denied || theirs || (asked && !GRANTED.is_match(text))
}

/// Words that reach beyond any record.
pub(super) static BOUNDLESS: Bilingual = Bilingual::new(
    || Pattern::fixed(r"(?:すべて|全て|一切)の?(?:損害|損失|費用)|損害|損失|応分|誠意をもって(?:補償|お支払い|負担)"),
    || Pattern::fixed(r"(?i:(?-u:\b)(?:all|any|every|your) (?:[A-Za-z]+ )?(?:loss(?:es)?|damages?)(?-u:\b))"),
);

/// Words that answer a question which is to be answered separately.
pub(super) static ANSWERS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "いたしかね|できません|できかね|難し|お断り|応じ|減らし|いただきません|頂戴しません|確約|お約束",
        r"|(?i:(?-u:\b)(?:cannot|can't|unable|not able|will not|won't|no longer|reduc[A-Za-z]*|lower[A-Za-z]*|charge you|not charge|drop)(?-u:\b))",
    ))
});

/// The first words of a remedy, and the kinds of record that can stand behind them.
pub(super) fn remedy_words(text: &str) -> Option<(Range<usize>, &'static [Remedy])> {
    let find = |all: &Words| {
        let places = all.iter().filter_map(|(words, kinds)| {
            let found = words.find_iter(text).map(|found| found.range()).find(|place| !is_wages(text, place))?;
            Some((found, *kinds))
        });
        places.min_by_key(|(place, _)| place.start)
    };
    let japanese = if text.is_ascii() { None } else { find(&JAPANESE) };
    japanese.or_else(|| if reads_english(text) { find(&ENGLISH) } else { None })
}

/// All words of remedies, in their order.
pub(super) fn all_remedy_words(text: &str) -> Vec<(Range<usize>, &'static [Remedy])> {
    let all = |all: &Words| {
        let places = all.iter().flat_map(|(words, kinds)| words.find_iter(text).map(|found| (found.range(), *kinds)));
        places.filter(|(place, _)| !is_wages(text, place)).collect::<Vec<_>>()
    };
    let mut found = if text.is_ascii() { Vec::new() } else { all(&JAPANESE) };
    if found.is_empty() && reads_english(text) {
        found = all(&ENGLISH);
    }
    found.sort_by_key(|(place, _)| (place.start, place.end));
    found.dedup_by(|next, last| next.0.start < last.0.end);
    found
}

/// The overtime pay for May 2027, the pay of 34 people: what somebody earns.
fn is_wages(text: &str, place: &Range<usize>) -> bool {
    const WHOSE: [&str; 12] = [
        "the ",
        "their ",
        "whose ",
        "overtime ",
        "premium ",
        "holiday ",
        "night ",
        "monthly ",
        "base ",
        "gross ",
        "net ",
        "back ",
    ];
    let (before, word) = (text.get(..place.start).unwrap_or_default(), text.get(place.start..).unwrap_or_default());
    let ends = |whose: &&str| {
        let end = before.get(before.len().saturating_sub(whose.len())..);
        end.is_some_and(|end| end.eq_ignore_ascii_case(whose))
    };
    word.starts_with("pay ") && (word.starts_with("pay of ") || WHOSE.iter().any(ends))
}

/// Whether a sentence offers a remedy.
pub(super) fn offers_remedy(text: &str) -> bool {
    remedy_words(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::offers_remedy;

    #[test]
    fn offers_are_told_from_burdens() {
        for text in [
            "費用は弊社が負担いたします",
            "全額を返金します",
            "We will bear the cost.",
            "free of charge",
            "We waive it",
            "We will pay an amount of 30,000 yen.",
        ] {
            assert!(offers_remedy(text), "{text}");
        }
        for text in [
            "The overtime pay of 34 people was wrong.",
            "Their pay for May 2027 was short.",
            "ご負担をおかけしました",
            "こうしたご負担を受け止め",
            "We recognise the burden.",
            "Feel free to call.",
        ] {
            assert!(!offers_remedy(text), "{text}");
        }
    }
}
