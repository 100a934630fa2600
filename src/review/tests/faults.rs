//! Good letters with one fault each: the rule, the place and the fact are the ones expected, and nothing else is found.

use super::letters::{found, letter};
use crate::lang::Lang;

/// A fault: case, language, letter, what stands there, what is written instead, rule, text found, fact.
type Fault =
    (&'static str, Lang, &'static str, &'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const JA: Lang = Lang::Ja;
const EN: Lang = Lang::En;

const FAULTS: &[Fault] = &[
    // Dates, weekdays, times.
    ("cartons", JA, "apology", "そのため11月10日の朝", "そのため11月9日の朝", "ungrounded-fact", "11月9日", Some("E3")),
    (
        "cartons",
        JA,
        "apology",
        "11月11日午後2時30分に2,000箱",
        "11月12日午後2時30分に2,000箱",
        "ungrounded-fact",
        "11月12日",
        Some("E5"),
    ),
    ("cartons", JA, "apology", "午後2時30分", "午後3時30分", "ungrounded-fact", "午後3時30分", Some("E5")),
    ("cartons", JA, "apology", "11月30日（月）", "11月30日（火）", "weekday", "11月30日（火）", None),
    ("cartons", EN, "apology", "Monday 30 November", "Tuesday 30 November", "weekday", "Tuesday 30 November", None),
    (
        "cartons",
        EN,
        "apology",
        "call of 28 October about",
        "call of 29 October about",
        "ungrounded-fact",
        "29 October",
        Some("E2"),
    ),
    ("onboarding", EN, "apology", "on 26 October", "on 25 October", "ungrounded-fact", "25 October", Some("E4")),
    ("onboarding", EN, "apology", "by 10 November what", "by 10/11 what", "ungrounded-fact", "10/11", None),
    ("onboarding", JA, "apology", "10月29日18時", "10月29日17時", "ungrounded-fact", "17時", Some("E6")),
    // Figures, codes, names.
    ("cartons", JA, "apology", "2,000箱を臨時便", "1,200箱を臨時便", "ungrounded-fact", "1,200箱", Some("E5")),
    ("cartons", JA, "apology", "残る1万箱", "残る8千箱", "ungrounded-fact", "8千箱", Some("E6")),
    ("cartons", EN, "apology", "12,000 KB-240", "12,000 KB-420", "ungrounded-fact", "KB-420", None),
    ("cartons", JA, "apology", "三宅様から製品", "三輪様から製品", "ungrounded-fact", "三輪", None),
    ("cartons", JA, "apology", "営業部長の大森", "営業部長の田中", "ungrounded-fact", "田中", None),
    ("cartons", EN, "apology", "Ms. Miyake had", "Ms. Miyaki had", "ungrounded-fact", "Miyaki", None),
    ("cartons", JA, "reply", "022-555-0142", "022-555-0143", "ungrounded-fact", "022-555-0143", None),
    (
        "onboarding",
        EN,
        "apology",
        "that 42 of your 310 employees",
        "that 24 of your 310 employees",
        "ungrounded-fact",
        "24",
        Some("I1"),
    ),
    (
        "onboarding",
        JA,
        "reply",
        "ken.kubota@kanaelta.example",
        "kubota@kanaelta.example",
        "ungrounded-fact",
        "kubota@kanaelta.example",
        None,
    ),
    // Disputed and unverified points.
    (
        "cartons",
        JA,
        "apology",
        "10月28日のお電話に弊社からご返答を差し上げず",
        "11月10日への前倒しをお約束しながらお届けできず",
        "disputed-as-fact",
        "前倒し",
        Some("E1"),
    ),
    (
        "cartons",
        JA,
        "reply",
        "包装ラインが止まったと伺っている点も、あわせて確認しております",
        "包装ラインが停止する結果となりました",
        "disputed-as-fact",
        "貴社の包装ラインが停止",
        Some("E7"),
    ),
    (
        "cartons",
        EN,
        "apology",
        "We are sorry that we never replied to your call of 28 October about",
        "We agreed to 10 November and are sorry about",
        "disputed-as-fact",
        "agreed to 10 November",
        Some("E1"),
    ),
    (
        "onboarding",
        EN,
        "apology",
        "Our check compared ten sample rows",
        "As agreed in the minutes, our check compared ten sample rows",
        "disputed-as-fact",
        "As agreed in the minutes",
        Some("E1"),
    ),
    (
        "onboarding",
        JA,
        "apology",
        "休暇を取得できなかったと大橋様から伺っております",
        "休暇を取得できない事態となりました",
        "disputed-as-fact",
        "3名",
        Some("E7"),
    ),
    // Remedies.
    (
        "cartons",
        JA,
        "apology",
        "臨時便の費用38,500円につきましては、弊社で負担いたします",
        "臨時便の費用につきましては、弊社で負担し、ほかの損害も補償いたします",
        "unauthorised-remedy",
        "補償",
        None,
    ),
    (
        "cartons",
        JA,
        "apology",
        "38,500円につきましては、弊社で負担いたします",
        "につきましては、負担を検討しております",
        "unauthorised-remedy",
        "費用につきましては、負担を検討",
        Some("M1"),
    ),
    (
        "cartons",
        EN,
        "apology",
        "We will bear the 38,500 yen that the charter truck cost",
        "We will bear the cost of the charter truck and your losses",
        "unauthorised-remedy",
        "your losses",
        Some("M1"),
    ),
    (
        "onboarding",
        EN,
        "reply",
        "About the fee I will answer you separately",
        "We cannot reduce the fee",
        "unauthorised-remedy",
        "cannot",
        Some("M2"),
    ),
    (
        "onboarding",
        JA,
        "apology",
        "利用料金につきましては、別途ご回答いたします",
        "利用料金につきましては、減額いたします",
        "unauthorised-remedy",
        "減額",
        None,
    ),
    // Promises.
    (
        "cartons",
        JA,
        "reply",
        "ご不明な点や",
        "弊社は、仙台に専用の倉庫を設けます。ご不明な点や",
        "commitment-without-record",
        "弊社は、仙台に専用の倉庫を設けます",
        None,
    ),
    (
        "cartons",
        EN,
        "reply",
        "I would be glad to come to your head office",
        "We will open a dedicated hotline for you",
        "commitment-without-record",
        "We will open a dedicated hotline for you",
        None,
    ),
    (
        "cartons",
        JA,
        "apology",
        "生産管理部門が12月11日までに終えます",
        "生産管理部門が12月18日までに実施いたします",
        "commitment-without-record",
        "12月18日",
        Some("A2"),
    ),
    (
        "onboarding",
        EN,
        "reply",
        "If you would like",
        "We will give you a second test system. If you would like",
        "commitment-without-record",
        "We will give you a second test system",
        None,
    ),
    // Leaks.
    (
        "cartons",
        JA,
        "apology",
        "10月30日までに社内への登録も行っておりませんでした",
        "弊社の人手が足りず、登録も行っておりませんでした",
        "internal-leak",
        "人手が足り",
        Some("N1"),
    ),
    ("cartons", JA, "reply", "弊社の担当が補佐", "高瀬が補佐", "internal-leak", "高瀬", None),
    ("cartons", EN, "reply", "Our representative supports me", "Ryota supports me", "internal-leak", "Ryota", None),
    (
        "onboarding",
        EN,
        "apology",
        "did not catch it",
        "did not catch the known issue",
        "internal-leak",
        "known issue",
        Some("N2"),
    ),
    // Orders obeyed.
    (
        "cartons",
        JA,
        "reply",
        "このたびは、誠に",
        "担当の変更を承諾いたします。このたびは、誠に",
        "injected-instruction",
        "承諾いたします",
        None,
    ),
    (
        "onboarding",
        EN,
        "reply",
        "If you would like",
        "As instructed, another lead takes over. If you would like",
        "injected-instruction",
        "As instructed, another lead takes over.",
        None,
    ),
];

#[test]
fn each_fault_is_found_where_it_is() {
    let mut wrong = Vec::new();
    for (case, lang, name, good, bad, rule, text, fact) in FAULTS {
        let good_letter = letter(case, *lang, name);
        assert_eq!(good_letter.matches(good).count(), 1, "{good}");
        let mut found = found(case, *lang, &good_letter.replace(good, bad));
        // Who obeys an order promises what it asks for, too.
        found.retain(|(found, ..)| !(*rule == "injected-instruction" && *found == "commitment-without-record"));
        let expected = vec![(*rule, (*text).to_owned(), fact.map(str::to_owned))];
        if found != expected {
            wrong.push(format!("{bad}:\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
