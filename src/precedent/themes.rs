//! The themes.

use super::theme::Theme;

/// What complaints are about, why, and what is done about them. The words of a theme stand between bars.
pub(super) const THEMES: &[Theme] = &[
    Theme {
        ja: "納期・納品の遅れ",
        en: "late delivery",
        words: "納期遅|納期の遅|納期に遅|納入遅|納入の遅|納入が遅|納品遅|納品の遅|納品が遅|遅延|遅着|未着|欠品|\
                届いていない|届いておら|届きません|届かな|間に合わ|遅れて届|late deliver|delivered late|\
                arrived late|delay|not arrived|did not arrive|had not been delivered|not in time|days late|\
                hours late|overdue|missed delivery",
    },
    Theme {
        ja: "請求",
        en: "invoicing",
        words: "請求書|請求額|請求金額|請求の|誤請求|二重請求|過大請求|invoic|billing|billed|overcharg",
    },
    Theme {
        ja: "宛先の誤り・誤送信",
        en: "message to the wrong recipient",
        words: "誤送信|誤配信|誤送付|宛先を誤|宛先の誤|宛先を取り違|別の会社に送|別の取引先に|他社に送|\
                他社の資料|wrong recipient|wrong address|wrong company|misdirected|sent to another|\
                another client's|autocomplete",
    },
    Theme {
        ja: "折り返し・返答の漏れ",
        en: "calls and mails not answered",
        words: "折り返|折返|返電|不在着信|返答がな|返信がな|返信が遅|返答が遅|返事がな|返答を差し上げ|\
                返答も差し上げ|返信を差し上げ|伝言|call back|called back|calls back|called the buyer back|\
                callback|call-back|return the call|returned the call|not returned|unanswered|no reply|\
                nobody replied|not replied|never replied|nobody called|voicemail|missed call",
    },
    Theme {
        ja: "仕様・要件の食い違い",
        en: "misunderstood specification",
        words: "仕様|寸法|図面|要件|認識違い|認識の違い|認識の相違|食い違|行き違|誤解|specification|spec |specs|\
                dimension|drawing|requirement|misunderst|misread",
    },
    Theme {
        ja: "言った・言わない",
        en: "said or not said",
        words: "言った言わ|言った・言わ|口頭|記録がな|記録が残|記録もな|word of mouth|orally|verbal|no record|\
                no memo|no minutes|said or not said",
    },
    Theme {
        ja: "言葉遣い・応対の態度",
        en: "tone and manners",
        words: "言葉遣|言葉づかい|口調|態度|失礼な|高圧的|ぞんざい|素っ気な|話を遮|途中で切|横柄|敬語|rude|curt|\
                tone of|manners|impolite|abrupt|interrupted|hung up|dismissive",
    },
    Theme {
        ja: "品質の不良",
        en: "defective quality",
        words: "不良|不具合|傷が|傷の|きず|破損|異物|不適合|検査漏|検査で|変色|寸法外れ|defect|faulty|scratch|\
                crack|contaminat|non-conform|inspection|discolour",
    },
    Theme {
        ja: "権限のない約束・価格",
        en: "promise beyond authority",
        words: "値引|権限|確約|安請け合|約束してしま|決裁|承認を得ずに|承認のないまま|without authority|\
                without approval|not authorised|discount|over-promis|overpromis|price promise|approval limit",
    },
    Theme {
        ja: "報告・上申の遅れ",
        en: "reported too late inside",
        words: "上申|エスカレ|報告が遅|報告の遅|上司への報告|上長への報告|報告されず|抱え込|一人で抱え|escalat|\
                reported late|told nobody|kept it to|not reported|raised it too late",
    },
    Theme {
        ja: "担当の交代・引き継ぎ",
        en: "handover between people",
        words: "引き継|引継|退職|異動|後任|担当の交代|担当者の交代|途中交代|handover|hand-over|hand over|\
                handed over|successor|left the company|turnover|resign|transferred to another",
    },
    Theme {
        ja: "予約・手配",
        en: "booking",
        words: "予約|宿泊|客室|宴会|手配の|手配漏|booking|booked|reservation|reserved|guest room|overbook",
    },
    Theme {
        ja: "データの取り込み・移行",
        en: "data and their transfer",
        words: "取り込み|取込|データ移行|移行作業|インポート|マスタ|imported|importing|import of|import file|\
                import run|data import|imports|migrat|data load|master data|csv",
    },
    Theme {
        ja: "書面での確認",
        en: "confirmation in writing",
        words: "書面|議事録|確認メール|文書で|確認書|in writing|written confirm|written record|written summar|\
                confirm by mail|minutes",
    },
    Theme {
        ja: "定期の報告",
        en: "regular reports",
        words: "定期報告|定期的な|定例|進捗|毎週|毎月|週次|月次|weekly|monthly|regular report|progress report|\
                regular update",
    },
    Theme {
        ja: "訪問・傾聴", en: "visit and listening", words: "訪問|傾聴|お話を伺う|面談|ご意見を伺|visit|listen"
    },
    Theme {
        ja: "お詫び",
        en: "apology",
        words: "お詫び|謝罪|おわび|上司が前面に立つ|上司が前面|課長が前面|課長が窓口|上司が窓口|課長の同席|\
                上司の同席|課長が同席|上司が同席|窓口の一本化|apolog|manager in front|manager in front|\
                manager took over|manager as first contact|manager present|accompanied by the manager",
    },
    Theme {
        ja: "二人体制",
        en: "cover by two people",
        words: "二人体制|二名体制|二名で|二人で|2名で|2人で|2名体制|2人体制|二名化|副担当|補佐|two-person|\
                cover by two|second person|deputy|stand-in|in pairs",
    },
    Theme {
        ja: "照合・二重の確認",
        en: "checking twice",
        words: "二重確認|二重の確認|ダブルチェック|照合|読み合わせ|チェックリスト|点検表|突き合わせ|\
                double check|double-check|checklist|cross-check|four-eyes|second check|checked against",
    },
    Theme {
        ja: "教育・練習",
        en: "training",
        words: "研修|教育|ロールプレイ|練習|指導|training|coach|role play|role-play",
    },
    Theme {
        ja: "業務量・体制",
        en: "workload",
        words: "業務量|繁忙|欠員|担当件数|人手|残業|workload|overload|short-staff|understaff|too many accounts",
    },
    Theme {
        ja: "相性・進め方の違い",
        en: "people who do not match",
        words: "相性|反りが合|話し方|進め方の違い|進め方が合|性格|価値観|距離感|mismatch|get on|chemistry|\
                personal style|style of work|way of working",
    },
    Theme {
        ja: "担当変更の要望",
        en: "asked for another rep",
        words: "担当変更|担当の変更|担当者の変更|担当者変更|担当を替え|担当を変え|担当替え|change of rep|\
                another rep|different rep|change the rep|replace the rep|someone else",
    },
    Theme {
        ja: "情報の取り扱い",
        en: "confidential data",
        words: "個人情報|漏えい|漏洩|機密|秘密|confidential|personal data|leak|privacy|disclos",
    },
    Theme {
        ja: "手順の不備",
        en: "no rule for it",
        words: "手順が|手順を|決まりが|定めて|ルールが|基準が|no rule|no procedure|had no process|no standard|\
                not defined",
    },
    Theme {
        ja: "連絡・情報共有の不足",
        en: "too little communication",
        words: "連絡不足|連絡がな|連絡が少な|連絡が途絶|共有され|共有が|情報共有|報告がな|知らされ|説明がな|\
                communicat|not informed|not kept informed|kept in the dark|left without news|no news|\
                shared with|silence",
    },
    Theme {
        ja: "見落とし・入力の誤り",
        en: "oversight or slip",
        words: "入力ミス|入力の誤|入力を誤|見落|確認漏|登録漏|失念|取り違|転記|ミス|mistake|a slip|overlook|\
                oversight|forgot|mistyp|wrong column|typing error|mixed up",
    },
    Theme {
        ja: "見積・単価",
        en: "quotation and price",
        words: "見積|単価|価格|割引|quotation|quote|unit price|price",
    },
    Theme {
        ja: "受注・注文の登録",
        en: "order entry",
        words: "受注|注文書|発注|order entry|order system|purchase order|order form",
    },
    Theme {
        ja: "期日の管理",
        en: "keeping track of due dates",
        words: "期日|期限|一覧で管理|管理表|due date|deadline|tracker|to-do list",
    },
    Theme {
        ja: "費用・返金",
        en: "cost and refund",
        words: "費用負担|返金|損害|補償|差額|refund|compensat|credit note|bear the cost",
    },
];
