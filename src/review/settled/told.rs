//! What only one of the versions says, told by the grammar of a Japanese sentence: a count as what was ordered, the day
//! as the day due, the way of checking as what was explained.

use std::ops::Range;
use std::sync::LazyLock;

use super::Judge;
use crate::facts::normalise::{Mention, Value};
use crate::lang::{Lang, Pattern};
use crate::review::agreement::agrees;
use crate::review::unsettled::{Part, Unsettled};

/// Behind a count: it was said, heard or repeated on the phone.
static SAID_SO: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:分)?(?:を|の|で|だと|と|との)?(?:お電話で|電話で)?、?(?:ご?注文|ご?用命|ご?依頼|ご?発注|受注|承[っりる]|お受け|受け(?:た|て|なが|まし|、)|お?聞[いきく]|伺|うかが|復唱|書き留|書きとめ|ご?指定|お申し付け)|^と(?:おっしゃった|仰った|言われた|お伝えになった)のを|^と言い出|^と確認(?:し|いたし|させ)|^しか",
    )
});
/// Before a count: what was ordered is named, and the count is all that is said of it.
static ORDER_IS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:ご?注文|ご?発注|ご?用命|復唱|承った|伺った|お受けした|受けた)(?:の|した|いただいた)?(?:枚数|数量|数)?(?:は|が|も)、?$",
    )
});
/// What was brought, measured by what was ordered.
static SHORT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:ご?注文|ご?用命|ご?発注|ご?依頼|頼まれた|お頼みの)(?:の|いただいた|くださった|頂いた)?(?:枚数|数量|数|品)?(?:の|に|より(?:も)?|を|から|には)[^。、]{0,6}?(?:分の[一二三四五六七八九0-9]|半[分数]|満た|届か|及ば|足り|不足|下回|少な|欠け)|ご?注文(?:どおり|通り)(?:の)?(?:枚数|数量|数)?[^。、]{0,8}?(?:でき(?:ず|な|ませ)|られ(?:ず|な|ませ))",
    )
});
/// Behind a day: the delivery of that day failed.
static FAILED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "^(?:の|に|には|まで|までに)?(?:午前|朝|中)?(?:の|に|には|まで|までに|中に)?、?(?:お?約束の|[^。、]{1,10}を)?",
        "(?:納入|納品|お?届け|納期|お?納め|お持ち|期日|納め)[^。、]{0,14}?",
        "(?:かなわ|叶わ|かない|でき(?:ず|な|ませ|て(?:い|お)ら)|間に合(?:わ|い)|果たせ|遅れ|遅延|られ(?:ず|な|ませ)|け(?:られ|ず)|至ら|守れ|逃)",
    ))
});
/// Behind a count: so many were not brought.
static NOT_BROUGHT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:を|の|は|すべて)?[^。、]{0,8}?(?:そろえ|揃え|お?届け|お持ち|お応え|納め|用意|お渡し)[^。、]{0,4}?(?:られ|でき)?(?:ず|ませ|なか)",
    )
});
/// Behind a day: it was ordered, or somebody answered that it would do.
static DAY_SAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "^(?:午前|朝)?(?:着|必着|納入|納品|納め|お届け|の納入|のお届け|の納品)?(?:という|との)(?:ご?注文|ご?指定|ご?用命|お約束|お申し付け)",
        "|^[^。、0-9０-９十電際時]{0,14}?(?:ます|です|する|できる|届ける|納める|間に合う|よい|大丈夫|可能)」?と(?:の)?(?:お?答え|お?返事|お?返答|お?伝え|申し|お?約束|言[いっ]|回答)",
    ))
});
/// That something was explained or agreed to in a talk.
static EXPLAINED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "ご?説明(?:し(?:た|て|まし|、)|いたしまし|いたして|申し上げ(?:た|て|まし)|済|の(?:とおり|通り)|したとおり)|お?伝え(?:し(?:た|て|まし)|いたしまし|いたして|て(?:い|お))|申し上げ(?:た|て|まし)|お?話し(?:し|いたし|た|てお)",
        "|ご?(?:了解|了承|承認|同意|賛成|快諾|納得|返事|承知)(?:を|も)?(?:いただ|頂|賜|得|くださ)|(?:よい|いい|結構|十分|足りる)と(?:の|い|お|申|言|伺|聞)",
    ))
});
/// The ways of checking that the versions differ in.
static CHECKED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("抽出|抜き取り|抜取り|サンプル|全件|全数|一件残らず|全員分"));

impl Judge<'_> {
    /// The place at which a Japanese part tells what only one of the versions says.
    pub(super) fn told(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Range<usize>> {
        if self.lang != Lang::Ja {
            return None;
        }
        self.counted(part, unsettled)
            .or_else(|| self.missed_day(part, unsettled))
            .or_else(|| explained(part, unsettled))
    }

    /// A count told as what was ordered, heard or repeated, and a load that is short of the order.
    fn counted(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Range<usize>> {
        if unsettled.exclusive.is_empty() {
            return None;
        }
        let one_sided = |said: &&Mention| {
            let mut counts = unsettled.only_ours.iter().chain(&unsettled.only_theirs);
            counts.any(|value| agrees(&said.value, part.written(said), value))
        };
        let told = part.values.iter().filter(one_sided).find_map(|said| {
            let (before, after) = (part.text.get(..said.span.start)?, part.text.get(said.span.end..)?);
            let open = || unsettled.exclusive.iter().any(|value| agrees(&said.value, part.written(said), value));
            if let Some(found) = SAID_SO.find(after).or_else(|| NOT_BROUGHT.find(after).filter(|_| open())) {
                return Some(said.span.start..said.span.end + found.end());
            }
            let named = ORDER_IS.find(before).filter(|_| !part.text.contains("控え"))?;
            Some(named.start()..said.span.end)
        });
        told.or_else(|| SHORT.find(part.text).map(|found| found.range()))
    }

    /// The day that only the versions name as one of delivery, told as the day that was ordered, granted or missed.
    fn missed_day(&self, part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Range<usize>> {
        let delivery = |version: &&str| ["納入", "納品", "届け"].iter().any(|word| version.contains(word));
        if !unsettled.versions.iter().any(delivery) {
            return None;
        }
        part.values.iter().find_map(|said| {
            let day =
                matches!(said.value, Value::Date(date) if date.day.is_some() && !date.agrees(unsettled.event.date.0));
            let open = day && unsettled.values.iter().any(|value| agrees(&said.value, part.written(said), value));
            let after = part.text.get(said.span.end..)?;
            let told = FAILED.find(after).or_else(|| DAY_SAID.find(after)).filter(|_| open)?;
            Some(said.span.start..said.span.end + told.end())
        })
    }
}

/// The way of checking told as what was explained on the day of the talk.
fn explained(part: &Part<'_>, unsettled: &Unsettled<'_>) -> Option<Range<usize>> {
    let own_day = |said: &&Mention| matches!(said.value, Value::Date(date) if date.day.is_some() && date.agrees(unsettled.event.date.0));
    part.values.iter().find(own_day)?;
    let way = CHECKED.find(part.text).filter(|_| unsettled.versions.iter().any(|version| CHECKED.is_match(version)))?;
    let said = EXPLAINED.find(part.text)?;
    Some(way.start().min(said.start())..way.end().max(said.end()))
}
