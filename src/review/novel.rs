//! What a promise brings that no record speaks of: a recording, a sample, an interim result, a longer time of the
//! contact; and what only tells who sees to a measure.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::promise::{Act, often};
use super::records::Record;
use super::topic::Topic;
use crate::facts::{Facts, Key, OwnPerson, name_parts};
use crate::lang::{Lang, Pattern};

/// Measures and things by their own names: no record means one that it does not name.
const OWN_NAMES: [&str; 51] = [
    "録音",
    "録画",
    "専用",
    "専任",
    "常駐",
    "立ち会",
    "立会",
    "巡回",
    "監査",
    "講習",
    "説明会",
    "勉強会",
    "見学",
    "内覧",
    "デモ",
    "見本",
    "サンプル",
    "試作",
    "計画書",
    "工程表",
    "中間の",
    "中間報告",
    "中間結果",
    "途中経過",
    "速報",
    "予備の",
    "増員",
    "動画",
    "写真",
    "アンケート",
    "ダイヤル",
    "ホットライン",
    "チャット",
    "アプリ",
    "ポータル",
    "画面をご覧",
    "貴社の画面",
    "翌朝",
    "前夜",
    "訓練",
    "増産",
    "夜間",
    "スマートフォン",
    "タブレット",
    "電子データ",
    "第三者",
    "二重",
    "翌営業日",
    "本日中",
    "今日中",
    "明朝",
];

/// Whether a promise names a measure or a thing that no record names.
pub(super) fn brings_new(text: &str, records: &[Record]) -> bool {
    let new = |word: &&str| text.contains(*word) && !records.iter().any(|record| record.text.contains(*word));
    let next_to = || {
        static NEXT_TO: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::fixed(
                "(?:納入|納品|お届け|出荷|注文|お電話|会議|打ち合わせ|面談|宴会|ご?訪問)の(?:前日|前々日|翌日|前夜)(?:に|は|まで)|前日の(?:夕方|朝|午前|午後|夜|うち|正午)",
            )
        });
        NEXT_TO.find(text).is_some_and(|found| !records.iter().any(|record| record.text.contains(found.as_str())))
    };
    OWN_NAMES.iter().any(new) || next_to() || brings_along(text, records)
}

/// Whether something is brought to a visit of which no record speaks: 化粧箱の型紙をお持ちします.
fn brings_along(text: &str, records: &[Record]) -> bool {
    static BRINGS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?P<what>[^、。]{1,24})を(?:お持ち(?:いた)?し|持参(?:いた)?し|お配り(?:いた)?し|お作り(?:いた)?し|お渡し(?:いた)?し|添え(?:ます|て))",
        )
    });
    let Some(what) = BRINGS.captures(text).and_then(|found| found.name("what").map(|what| what.as_str().to_owned()))
    else {
        return false;
    };
    let usual =
        ["資料", "名刺", "書面", "数字", "控え", "写し", "理由", "根拠", "原因"].iter().any(|word| what.contains(word));
    let topic = Topic::of(&what, Lang::Ja).without(&Topic::of("記録、送付、内容、結果、一覧", Lang::Ja));
    !usual && topic.len() > 0 && !records.iter().any(|record| topic.shared(&record.topic) > 0)
}

/// Somebody of the own people, or of their department, who comes along and is not among those who were to come.
pub(super) fn other_guest(text: &str, facts: &Facts) -> Option<Range<usize>> {
    let meeting = facts.meeting.as_ref()?;
    let setup = facts.contact_setup.as_ref();
    let comes = |key: &Key| {
        let front = setup.is_some_and(|setup| setup.front == *key || setup.backup.as_ref() == Some(key));
        let rep = facts.rep.as_ref().is_some_and(|rep| rep.person == *key);
        let successor = facts.change_option.as_ref().is_some_and(|option| option.successor.as_ref() == Some(key));
        meeting.attendees.contains(key) || front || rep || successor
    };
    let labels = |person: &OwnPerson| {
        let name = name_parts(person.name.shown()).next().map(str::to_owned);
        let own = [person.client_label.as_ref(), person.department.as_ref()];
        own.into_iter().flatten().map(|label| label.shown().to_owned()).chain(name).collect::<Vec<_>>()
    };
    static GUEST: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?P<who>[\\p{Han}]{1,8}(?:課|部門|部|室))の[\\p{Han}]{1,6}(?:も|が)[^。]{0,12}(?:同席|同行|伺[いう]|参り|立ち会|出席)",
        )
    });
    let (known, others): (Vec<_>, Vec<_>) = facts.own_people.iter().partition(|person| comes(&person.key));
    let known: Vec<String> = known.into_iter().flat_map(labels).collect();
    let guest = GUEST.captures(text).and_then(|found| Some((found.get(0)?.range(), found.name("who")?.as_str())));
    // A department of nobody who was to come.
    let strange =
        guest.filter(|(_, who)| !known.iter().any(|label| label.contains(who) || who.contains(label.as_str())));
    let along = |label: String| {
        let at = text.find(label.as_str()).filter(|_| !known.contains(&label))?;
        let after = text.get(at + label.len()..).unwrap_or_default();
        after.starts_with(['も', 'が']).then_some(at..at + label.len())
    };
    strange.map(|(span, _)| span).or_else(|| others.into_iter().flat_map(labels).find_map(along))
}

/// The day until which somebody is said to be the contact, where no record of the contact has it: 2月26日まで前に立って
/// ご連絡を差し上げ、1月15日に体制を見直します.
pub(super) fn other_period(
    text: &str,
    days: &[(Range<usize>, RangeInclusive<Date>)],
    records: &[Record],
) -> Option<Range<usize>> {
    let contact = || records.iter().filter(|record| record.act == Act::Contact);
    let until = |span: &Range<usize>| {
        let after = text.get(span.end..).unwrap_or_default();
        let after = match after.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')'])) {
            Some((_, rest)) => rest,
            None => after,
        };
        let clause = after.strip_prefix("まで")?.split(['、', '。']).next()?;
        ["窓口", "前に立", "前面に"].iter().any(|word| clause.contains(word)).then_some(())
    };
    let known = |day: &RangeInclusive<Date>| contact().any(|record| record.days.iter().any(|own| day.contains(own)));
    let wrong = days.iter().find(|(span, day)| until(span).is_some() && !known(day));
    wrong.filter(|_| contact().next().is_some()).map(|(span, _)| span.clone())
}

/// Whether a sentence tells which of the own departments or people sees to something.
pub(super) fn is_assignment(text: &str, facts: &Facts) -> bool {
    let assigns = ["受け持ちます", "受け持っております", "所管いたします", "主管いたします", "取りまとめます"];
    let text = text.trim_end_matches('。');
    assigns.iter().any(|verb| text.ends_with(verb))
        && facts.own_people.iter().any(|person| {
            let labels = [person.client_label.as_ref(), person.department.as_ref()];
            let named = name_parts(person.name.shown()).next().is_some_and(|name| text.contains(name));
            named || labels.into_iter().flatten().any(|label| text.contains(label.shown()))
        })
}

/// Whether things are said to stay as they are: 現在の者が引き続き務めます.
pub(super) fn stays_as_it_is(text: &str) -> bool {
    if ["従来どおり", "従来通り", "これまでどおり", "これまで通り"].iter().any(|word| text.contains(word))
    {
        return true;
    }
    ["引き続き", "変わりなく", "今までどおり"].iter().any(|word| text.contains(word))
        && !often(text).iter().any(|often| *often)
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Whether somebody on record as the contact does what a contact does, at no time of its own: お返事の時期は、相沢が自ら
/// 確かめて差し上げます.
pub(super) fn is_service_of_contact(text: &str, facts: &Facts, lang: Lang) -> bool {
    let Some(setup) = facts.contact_setup.as_ref().filter(|_| lang == Lang::Ja) else { return false };
    let names = facts.own_person(&setup.front).and_then(|person| name_parts(person.name.shown()).next());
    let clause = text.trim_end_matches('。').rsplit('、').next().unwrap_or(text);
    let acts = [
        "確かめ",
        "確認",
        "お答え",
        "お返事",
        "返答",
        "回答",
        "承",
        "連絡",
        "お伝え",
        "お受け",
        "説明",
        "案内",
        "目を通",
    ];
    let acting = |name: &str| ["が", "は", "より", "から"].iter().any(|mark| text.contains(&format!("{name}{mark}")));
    names.is_some_and(acting)
        && acts.iter().any(|act| clause.contains(act))
        && !often(text).iter().any(|often| *often)
        && !text.contains(|c: char| c.is_numeric())
}
