//! Promises and offers that differ from a record in a word, and those that only tell it in other words.

use super::precision::assert_verdicts_in;
use crate::facts::Audience;
use crate::lang::Lang;
use crate::review::rules::{commitment_without_record, unauthorised_remedy};

#[test]
fn what_is_promised_must_be_on_record() {
    let rule = &commitment_without_record::RULE;
    assert_verdicts_in(
        "cartons",
        rule,
        Audience::Client,
        Lang::Ja,
        &[
            // Things that no fact has, of a sort of act that is on record.
            ("当日は、弊社社長の書状もお持ちいたします。", &["当日は、弊社社長の書状もお持ちいたします"]),
            ("年内に操作の説明会を三回開きます。", &["年内に操作の説明会を三回開きます"]),
            ("当日は、経緯をまとめた資料をお持ちいたします。", &[]),
            ("経緯は、状況の詳細とともに11月27日までに書面でご報告いたします。", &[]),
            // On top of what is on record.
            (
                "これとは別に、黒川様へ課長からお電話を差し上げ、ご様子を伺います。",
                &["これとは別に、黒川様へ課長からお電話を差し上げ、ご様子を伺います"],
            ),
            ("月末には、在庫の状況をご報告いたします。", &["月末には、在庫の状況をご報告いたします"]),
            // Another wording of the record.
            ("担当者からのお電話でも、内容は当日中に書面で確認し、課長へ写しを送ります。", &[]),
            ("課長が目を通した一覧をお送りします。", &[]),
            // Refusals, conditions and aims.
            ("別の者への交代をこの場でお約束することはいたしかねますが、ご意見を伺います。", &[]),
            ("担当の同席は、お望みの場合に限ります。", &[]),
            ("二つの手順の両方で、行き違いを防ぎます。", &[]),
            ("検査員を二名増やし、行き違いを防ぎます。", &["検査員を二名増やし、行き違いを防ぎます"]),
            ("行き違いを半分に減らします。", &["行き違いを半分に減らします"]),
            ("確認の仕方そのものを改めてまいります。", &[]),
            ("お話が伝わらなかった仕組みを、次の四つで改めます。", &[]),
            ("これまでの手順に加えて、検査員を四名増やします。", &["これまでの手順に加えて、検査員を四名増やします"]),
            ("確認の窓口を改めて設けます。", &["確認の窓口を改めて設けます"]),
            (
                "12月から、専用の受付を設ける運びとなっております。",
                &["12月から、専用の受付を設ける運びとなっております"],
            ),
        ],
    );
    assert_verdicts_in(
        "onboarding",
        rule,
        Audience::Client,
        Lang::Ja,
        &[
            ("原因は11月10日に書面でご報告し、その後も毎週金曜日に状況をお届けいたします。", &[]),
            ("その後も毎週金曜日に、11月10日から状況をお届けいたします。", &["11月10日"]),
            ("当日のやり取りにつきましては、久保田が11月10日（火）までに確認いたします。", &[]),
            ("当日のやり取りにつきましては、久保田が11月9日（月）までに確認いたします。", &["11月9日"]),
        ],
    );
    assert_verdicts_in(
        "hotel",
        rule,
        Audience::Client,
        Lang::Ja,
        &[
            ("着任の後も、3月31日までは峰岸が同席いたします。", &[]),
            ("着任の後も、4月30日までは峰岸が同席いたします。", &["4月30日"]),
            ("矢島は3月から、新しいお客様を三社受け持ってまいります。", &[]),
        ],
    );
    assert_verdicts_in(
        "cartons",
        rule,
        Audience::Client,
        Lang::En,
        &[
            ("On 15 January, two weeks before this period ends, we look at the arrangement again.", &[]),
            ("On 15 January, three weeks before this period ends, we look at the arrangement again.", &["three weeks"]),
            ("With these steps we can say that your dates will be correct from now on.", &[]),
            (
                "From 1 December you can send all changes to an address of your own.",
                &["From 1 December you can send all changes to an address of your own"],
            ),
            (
                "Osamu Omori, our Head of Sales, will look in on you once a month.",
                &["Osamu Omori, our Head of Sales, will look in on you once a month"],
            ),
            ("Yukiko Aizawa, our manager, will be your first contact until 29 January 2027.", &[]),
        ],
    );
    assert_verdicts_in(
        "onboarding",
        rule,
        Audience::Client,
        Lang::En,
        &[
            ("The next weekly report will be with you by 17:00 on Friday, 13 November.", &[]),
            (
                "The next weekly report will be with you on Thursday, 19 November.",
                &["The next weekly report will be with you on Thursday, 19 November"],
            ),
        ],
    );
}

#[test]
fn rows_of_a_plan_are_measures_on_record() {
    let plan = "宴会当日の、会場での立ち会い\t毎回、開始の2時間前\t物流部門\t双方の署名";
    let kind = "client-action-plan";
    let bench = super::fixture::Bench::of("hotel", Audience::Client, Lang::Ja, kind);
    let found = |text: &str| bench.judge(&commitment_without_record::RULE, text).1.len();
    assert_eq!(found(plan), 1);
    assert_eq!(found("受注システムへの復唱確認欄の追加\t2月26日\t情報システム部門\t試験"), 0);
    assert_eq!(found("取り組み\t期日\t受け持ち\t確認の方法"), 0);
}

#[test]
fn what_is_offered_must_be_authorised() {
    let rule = &unauthorised_remedy::RULE;
    assert_verdicts_in(
        "cartons",
        rule,
        Audience::Client,
        Lang::Ja,
        &[
            (
                "製造を止められた間の費用も、半額までは弊社でお引き受けします。",
                &["費用も、半額までは弊社でお引き受けし"],
            ),
            ("臨時便の費用38,500円は、弊社でお引き受けします。", &[]),
            ("化粧箱500箱を、お代を頂かずにお納めいたします。", &["お代を頂かず"]),
            ("お返事を頂かずに進めることはいたしません。", &[]),
            ("480,000円につきましては、その半額の24万円を弊社で持たせていただきます。", &["弊社で持た"]),
            ("480,000円につきましては、弊社の責任でございます。", &["480,000円"]),
        ],
    );
    assert_verdicts_in(
        "onboarding",
        rule,
        Audience::Client,
        Lang::Ja,
        &[
            (
                "310名分の点検に続けて、過去二年分の打刻も、費用を頂戴せずに見直します。",
                &["年分の打刻も、費用を頂戴せず"],
            ),
            ("取り込みの確認に続けて、310名全員分の記録の点検も、費用を頂戴せずに行います。", &[]),
        ],
    );
    assert_verdicts_in(
        "cartons",
        rule,
        Audience::Client,
        Lang::En,
        &[
            ("With regard to the 480,000 yen, we are prepared to meet you halfway.", &["meet you halfway"]),
            ("The 480,000 yen are taken on by us in full.", &["480,000 yen"]),
            ("We cannot say anything of the 480,000 yen before we have seen a breakdown.", &[]),
        ],
    );
}
