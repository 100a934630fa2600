//! What the own side will do about money, in whatever words: 単価は来年度も上げません, 代金は九掛けでお納めします.

use std::ops::Range;
use std::sync::LazyLock;

use super::promise::{Act, promise};
use crate::lang::{Lang, Pattern};

/// What is paid or billed, and what somebody has lost.
static MONEY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "代金|料金|費用|お代|単価|運賃|送料|保管料|利用料|使用料|手数料|人件費|残業代|賃金|日当|割引|価格|値段|損失|損害|売上|保証期間|か月分|[0-9]月分の(?:ご?請求|お支払い)|お支払い|ご請求|[0-9]円|[万千]円|ゼロ円",
    )
});

/// What is done with money without giving any: it is told, asked, weighed, billed as ever.
static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "お答え|回答|返答|お返事|説明|報告|申し上げ|連絡|お知らせ|お伝え|ご案内|承り|承る|伺[いう]|お聞き|確認|確か|調べ|検証|精査|整理|お願い|拝見|協議|相談|話し合|お話|検討|触れ|扱[いわっ]|含ま|含め|記[しす]|示し|受け止|お察し|お詫び|お待ち|控え|求め|見積|分けて|切り離|従来|これまで|どおり|通常|据え|決ま|判断|訂正|修正|宛名|書式|発行|送付|お送り|(?:さ|じ|せ)?(?:ない|ぬ)よう(?:、|に、|欄|手順)|減らし|防ぎ|抑え|なくし|努め",
    )
});

/// A wish or an intention in another form than that of a promise.
static INTENDS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:させてください|させていただきたく[^。]{0,8}|(?:所存|考え|つもり|意向|用意)(?:です|でございます|がございます|があります)|こと(?:に|と)(?:いた)?しました|(?:で構い|でかまい)ません|(?:上げ|数え|取り|頂き|いただき|回し|かかり|求め|転嫁し|加算し|変え)ません|ご放念(?:ください|くださいませ))(?:。|$)",
    )
});

/// The place of an act with money in a sentence.
pub(super) fn act_with_money(text: &str, lang: Lang) -> Option<Range<usize>> {
    let money = (lang == Lang::Ja).then(|| MONEY.find(text)).flatten()?;
    if TELLS.is_match(text) {
        return None;
    }
    let end = match INTENDS.find(text) {
        Some(found) => found.end(),
        None => promise(text, lang).filter(|promise| promise.act == Act::Work)?.span.end,
    };
    let end = text.get(..end)?.trim_end_matches('。').len();
    (money.start() < end).then(|| money.start()..end)
}
