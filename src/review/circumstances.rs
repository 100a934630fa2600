//! Things that a text tells of and that a case would hold if they had been: a jam on the road, a warehouse, a meeting
//! of the board, a threat to go elsewhere.

use std::ops::Range;
use std::sync::LazyLock;

use super::finding::Confidence;
use super::rules::ungrounded_fact::{Judge, RULE, unknown, with_fact};
use super::seen::Seen;
use super::sentence::quotations;
use super::{Finding, Severity};
use crate::facts::family_name;
use crate::lang::{Lang, Pattern};

/// Words of one sort of thing: where the case has one of them, a text may use the others.
type Family = [&'static [&'static str]; 2];

/// No word of these stands in a letter by itself: none is a word of apologies, of measures or of the law.
const FAMILIES: &[Family] = &[
    // What kept a delivery from coming.
    [
        &[
            "渋滞",
            "通行止め",
            "交通規制",
            "交通事故",
            "道路工事",
            "国道",
            "高速道路",
            "車両故障",
            "車両の故障",
            "車両トラブル",
            "車両の不調",
            "脱輪",
            "パンク",
            "玉突き",
            "迂回",
            "検問",
        ],
        &[
            "traffic",
            "congestion",
            "roadworks",
            "road works",
            "motorway",
            "highway",
            "expressway",
            "detour",
            "flat tyre",
            "flat tire",
        ],
    ],
    [
        &[
            "大雪",
            "積雪",
            "降雪",
            "台風",
            "大雨",
            "豪雨",
            "強風",
            "濃霧",
            "悪天候",
            "荒天",
            "吹雪",
            "凍結",
            "地震",
            "落雷",
            "洪水",
            "冠水",
            "天候不良",
            "天候の",
        ],
        &["snow", "typhoon", "storm", "heavy rain", "fog", "earthquake", "bad weather", "flood"],
    ],
    [
        &[
            "停電",
            "断水",
            "火災",
            "漏電",
            "機械の故障",
            "設備の故障",
            "機械故障",
            "設備故障",
            "機械の不調",
            "設備トラブル",
            "漏水",
        ],
        &["power cut", "power failure", "blackout", "machine failure", "machine breakdown"],
    ],
    [
        &[
            "システム障害",
            "通信障害",
            "ネットワーク障害",
            "サーバーの",
            "サーバー障害",
            "サーバ障害",
            "サイバー攻撃",
            "ウイルス感染",
            "回線の不調",
            "文字化け",
            "迷惑メール",
        ],
        &["server outage", "network outage", "cyberattack", "cyber attack", "spam folder", "server failure"],
    ],
    [
        &["ストライキ", "感染症", "インフルエンザ", "食中毒", "集団感染"],
        &["influenza", "food poisoning", "labour strike"],
    ],
    // Who else was in it.
    [
        &[
            "社長に",
            "社長も",
            "社長が",
            "社長から",
            "社長へ",
            "社長より",
            "社長の耳",
            "会長に",
            "会長も",
            "会長が",
            "会長から",
            "専務",
            "常務",
            "役員会",
            "取締役会",
            "経営会議",
            "経営陣",
            "監査役",
            "株主",
            "幹部会",
            "役員の",
            "役員に",
            "役員から",
            "役員が",
            "重役",
            "部長会",
            "経営層",
        ],
        &[
            "board meeting",
            "board of directors",
            "your board",
            "our board",
            "by the board",
            "your ceo",
            "our ceo",
            "chief executive",
            "managing director",
            "shareholder",
            "management committee",
        ],
    ],
    [
        &["労働組合", "組合に", "組合から", "親会社", "グループ会社", "持株会社", "本社監査"],
        &["trade union", "labour union", "parent company", "holding company"],
    ],
    [
        &[
            "運送会社",
            "運送業者",
            "配送業者",
            "配送会社",
            "運転手",
            "ドライバー",
            "乗務員",
            "協力会社",
            "協力工場",
            "外注先",
            "下請け",
            "委託業者",
            "委託先",
            "倉庫会社",
            "物流会社",
            "仕入先",
            "部材メーカー",
            "印刷会社",
            "資材の入荷",
            "原紙",
        ],
        &["haulier", "haulage", "freight company", "subcontractor", "courier company", "our driver", "the driver"],
    ],
    [
        &[
            "派遣社員",
            "派遣の",
            "アルバイト",
            "パート従業員",
            "パートの",
            "新入社員",
            "新人の",
            "研修生",
            "見習い",
            "応援の社員",
            "応援要員",
            "臨時社員",
        ],
        &["temporary worker", "agency worker", "trainee", "intern ", "new hire", "part-timer"],
    ],
    [
        &[
            "警察",
            "消防",
            "保健所",
            "労働基準監督署",
            "監督官庁",
            "消費生活センター",
            "消費者センター",
            "公正取引委員会",
            "税務署",
        ],
        &["the police", "labour standards office", "consumer centre", "regulator"],
    ],
    [&["新聞", "報道", "記者", "取材", "テレビ", "週刊誌"], &["newspaper", "journalist", "reporter", "the press"]],
    // How and where.
    [&["ファックス", "ファクス", "ファクシミリ", "FAX", "ＦＡＸ", "Fax"], &["fax", "by telex"]],
    [
        &["チャット", "LINEで", "ショートメール", "ショートメッセージ", "SMS", "留守番電話", "留守電", "伝言"],
        &["text message", "whatsapp", "voicemail", "chat message", "left a message"],
    ],
    [&["内容証明", "書留", "速達", "電報", "配達証明"], &["registered letter", "registered mail", "telegram"]],
    [
        &["倉庫", "物流拠点", "配送センター", "物流センター", "積み替え", "中継地", "中継拠点"],
        &["warehouse", "depot", "distribution centre", "distribution center"],
    ],
    [
        &["玄関", "守衛", "応接室", "応接間", "駐車場", "ロビー", "通用口", "裏口"],
        &["car park", "reception desk", "lobby", "front door"],
    ],
    [&["厨房", "調理場", "料理長", "シェフ"], &["kitchen", "the chef", "head chef"]],
    [&["空港", "港で", "港から", "税関", "通関"], &["airport", "customs clearance", "harbour"]],
    [
        &[
            "同乗",
            "荷下ろし",
            "荷降ろし",
            "積み下ろし",
            "荷積み",
            "積み込みを手伝",
            "搬入を手伝",
            "設営を手伝",
            "手伝っており",
            "お手伝いいたしました",
            "お手伝いしました",
        ],
        &["helped to unload", "helped unload", "helped with the unloading", "rode along"],
    ],
    // What the client is said to have threatened.
    [
        &[
            "解約",
            "契約を打ち切",
            "契約の打ち切り",
            "契約を解除",
            "契約の解除",
            "契約解除",
            "他社に移",
            "他社へ移",
            "他社に切り替",
            "他社へ切り替",
            "他社への切り替",
            "他社に乗り換",
            "他社へ乗り換",
            "取引を停止",
            "取引停止",
            "取引の停止",
            "取引を打ち切",
            "取引の打ち切り",
            "取引を見直",
            "契約を見直",
            "契約の見直し",
            "相見積",
            "他社の見積",
            "他社にも見積",
        ],
        &[
            "cancel the contract",
            "cancel their contract",
            "cancel your contract",
            "terminate the contract",
            "end the contract",
            "business elsewhere",
            "another supplier",
            "switch to a competitor",
            "competing quote",
        ],
    ],
    [
        &["訴訟", "提訴", "法的措置", "法的手段", "裁判", "損害賠償請求書", "告訴", "被害届"],
        &["legal action", "lawsuit", "sue us", "take us to court", "their lawyer", "your lawyer"],
    ],
    [&["口コミ", "SNS", "ネットに書", "ネット上", "投稿"], &["social media", "online review", "posted online"]],
    [&["録音", "録画", "音声データ"], &["a recording", "the recording", "taped"]],
    // What lies behind somebody.
    [
        &[
            "前の勤め先",
            "前の会社",
            "前の職場",
            "前職",
            "前任地",
            "以前の勤務先",
            "前の勤務先",
            "転職",
            "中途入社",
            "学生時代",
            "学生の頃",
            "出身校",
            "大学時代",
        ],
        &["previous job", "previous employer", "former employer", "last job", "at university"],
    ],
    [
        &[
            "別の二社",
            "別の取引先でも",
            "別のお客様でも",
            "別の担当先でも",
            "ほかの担当先でも",
            "他の担当先でも",
            "ほかの取引先でも",
            "他の取引先でも",
            "別の顧客でも",
            "ほかの顧客でも",
            "他の顧客でも",
            "別の移行でも",
            "別の案件でも",
        ],
        &[
            "with another client",
            "with other clients",
            "at another client",
            "for another client",
            "another of your clients",
        ],
    ],
    [
        &[
            "以前にも同",
            "以前にも似",
            "過去にも同",
            "過去にも似",
            "前にも同じ",
            "前にも似た",
            "昨年にも同",
            "昨年も同じ",
            "昨年も同様",
            "一昨年",
            "以前から同様",
            "以前にも注意",
            "以前も同",
        ],
        &["has done this before", "not the first time", "warned him before", "warned her before", "last year too"],
    ],
    [
        &[
            "ご家族",
            "家族旅行",
            "ご旅行",
            "旅行を取り",
            "帰省",
            "結婚記念",
            "お子様",
            "お子さん",
            "運動会",
            "入学式",
            "卒業式",
            "葬儀",
            "ご葬儀",
            "入院",
            "通院",
        ],
        &["family holiday", "family trip", "funeral", "their families", "their children", "honeymoon"],
    ],
    [
        &[
            "結婚式",
            "披露宴",
            "婚礼",
            "挙式",
            "新郎",
            "新婦",
            "ご列席",
            "参列",
            "来賓",
            "同窓会",
            "忘年会",
            "新年会",
            "式典",
            "祝賀会",
            "記念式",
            "謝恩会",
        ],
        &["wedding", "the bride", "the groom", "guests of honour", "anniversary party", "gala"],
    ],
    // Proof of good work.
    [
        &["表彰", "受賞", "社長賞", "認証を取得", "資格を取得", "資格を取", "名指しで", "指名で"],
        &[
            "full marks",
            "an award",
            "passed the exam",
            "certified",
            "asked for you by name",
            "asked for him by name",
            "asked for her by name",
        ],
    ],
    [
        &["確認テスト", "理解度テスト", "修了試験", "認定試験", "全員が満点", "全員満点", "全員が合格", "全員合格"],
        &["passed the test with", "scored full"],
    ],
    [
        &["研修を", "研修会", "講習", "勉強会", "eラーニング", "朝礼", "工場長", "現場責任者", "班長", "ライン長"],
        &["workshop", "e-learning", "plant manager", "foreman", "shift leader"],
    ],
    [
        &["夜勤", "休日出勤", "徹夜", "残業をお", "残業で", "残業して", "残業を", "増員して"],
        &["overtime", "night shift", "worked through the night", "at the weekend"],
    ],
    [
        &[
            "百貨店",
            "量販店",
            "催事",
            "店頭",
            "売り場",
            "発売日",
            "新発売",
            "お歳暮",
            "クリスマス",
            "得意先",
            "小売店",
            "出店",
            "納品先様",
        ],
        &["department store", "retailer", "product launch", "shelves", "christmas"],
    ],
    [&["給与計算", "給与の", "賞与", "欠勤扱い", "欠勤控除", "給与明細"], &["payroll", "payslip", "salaries"]],
    [
        &["主催者", "幹事の", "乾杯", "ご出席者", "宿泊のお客", "宿泊客"],
        &["the organiser", "the hosts", "hotel guests"],
    ],
    [
        &["覚書", "合意書", "誓約書", "診断書", "陳述書", "上申書"],
        &["memorandum of understanding", "signed statement", "medical certificate"],
    ],
    [
        &[
            "保険会社",
            "損害保険",
            "賠償保険",
            "顧問弁護士",
            "法務部",
            "法務課",
            "監査法人",
            "第三者機関",
            "コンサルタント",
            "外部の専門家",
            "外部機関",
        ],
        &["insurer", "our lawyers", "outside auditor", "consultant", "third-party auditor"],
    ],
    [
        &["下書きのまま", "未送信", "送信エラー", "誤送信", "宛先の誤り"],
        &["draft folder", "unsent", "sent to the wrong address"],
    ],
    [&["ビデオ会議", "テレビ会議", "Zoom", "Teams"], &["zoom", "on teams", "video conference"]],
    [&["競合他社", "同業他社", "他社製品", "ライバル"], &["competitor"]],
    [&["菓子折", "手土産", "お見舞い", "見舞金", "花束"], &["a gift basket", "box of sweets", "flowers"]],
    [
        &["日当", "人件費の一覧", "残業代", "内訳書", "明細が示", "内訳が示", "領収書の写し", "見積書が添え"],
        &["breakdown they sent", "itemised list", "wage list"],
    ],
    [MOVES, &["has been transferred", "is moving to another", "is leaving the company", "has left the company"]],
    [
        &["出張中", "外出中", "来客中", "運転中", "移動中", "会議中", "休暇中", "帰宅後"],
        &["on a business trip", "in a meeting at the time", "was travelling"],
    ],
];

/// All words of the families.
static WORDS: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    let words = |at: usize| FAMILIES.iter().flat_map(move |family| family.get(at).copied().unwrap_or_default());
    let escaped = |at: usize| words(at).map(|word| regex::escape(word)).collect::<Vec<_>>().join("|");
    [Pattern::fixed(&escaped(0)), Pattern::fixed(&format!("(?i)(?-u:\\b)(?:{})", escaped(1)))]
});

/// What becomes of people of the client's; of our own it is for the rules about leaks.
const MOVES: &[&str] = &["異動", "転勤", "退職", "退任", "昇進", "着任"];

/// A consent in writing that is said to have been had.
static CONSENT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:書面|文書|メール|書類|口頭)(?:による|での|で|の)(?:ご)?(?:同意|承諾|了解|承認|合意)(?:も|を|は)?[^。、]{0,6}?(?:得て|得た|得まし|取り付け|取り交わし|交わして|頂い|頂戴し|いただい|いただき)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:has|have|had|was|were) (?:also )?(?:given|signed|consented|agreed to it) (?:[a-z]+ ){0,3}?(?:in writing|written consent|signed consent)(?-u:\b)|(?-u:\b)written consent (?:was|has been|had been) (?:given|obtained|signed)(?-u:\b)",
        ),
    ]
});

/// Behind something that was the cause.
static CAUSE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^。、]{0,8}?(?:により|によって|による|のため|のせいで|があり|があった|が重なり|が起き|に巻き込まれ|の影響で|の影響を受け|が原因で|を理由に)",
    )
});

/// What is said by saying it, and what is guessed of others.
static SAYING: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:お詫び|陳謝|感謝|御礼|ご報告|ご説明|お礼)(?:を)?(?:いたし|申し上げ)ます|(?:拝察|お察し)(?:いたし|申し上げ)ます|存じます|受け止めます|免れませ[んぬ]|申し訳(?:ございませ|ありませ)[んぬ]|なければ",
        ),
        Pattern::fixed(r"(?i)(?-u:\b)(?:would like to apologi[sz]e|cannot apologi[sz]e enough)(?-u:\b)"),
    ]
});

/// What has been or is said to be so.
static TOLD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "まし[たて]|でし[たて]|であ[っり]|である|でござい|です|だった|て(?:おり|いる|いま|いた)|ており|(?:[ぁ-ん]た|[いん]だ)(?:[。、」）\n]|$|[もとのがこため折際])|済み|なさる|を受け|(?:の|、)(?:録音|録画)(?:データ)?(?:。|、|$)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:was|were|had|has|have|did|is|are|came|went|told|said|got|took|gave|wrote|rang|sent|left|held|kept|met|made|[a-z]+ed)(?-u:\b)",
        ),
    ]
});
/// What is only thought of, asked for, denied, planned or feared.
static NOT_TOLD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "ませ[んぬ]|でき(?:ず|な)|では?な[いくか]|はな[いくか]|もな[いくか]|がな[いくか]|なし|なく|せず|おらず|いな[いか]|(?:いたし|申し上げ|差し上げ|まいり|参り|伺い|[ぁ-ん]し|[げけきみえ]|なり)ます[。、]|ましょう|予定(?:です|でご|でお|で、|しており|。|$|だ|と)|ください|下さい|お願い|いただけ|でしょう|ですか|か。|れば|たら[、 ]|なら[、ば]|場合|もし|仮に|例えば|たとえば|おそれ|恐れ|可能性|かもしれ|懸念|想定|なりかね|求められたとき|備え|避け|防ぐ|べき|たい[。と]|かどうか|か否か|禁|控えて|扱わ|触れな",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:no|not|nor|never|without|nothing|nobody|if|would|could|may|might|will|shall|should|please|whether|unless|risk|fear|cannot|avoid|when)(?-u:\b)|n't|n’t|\?",
        ),
    ]
});

impl Judge<'_> {
    /// 遅れの原因は、国道の事故渋滞でございます: what is told as having been, of a sort of which the case has nothing.
    pub(super) fn circumstances(&self, body: &str, start: usize, sentences: &[Range<usize>]) -> Vec<Finding> {
        let lang = self.context.lang;
        let mut found: Vec<Finding> = Vec::new();
        let mut last = 0;
        for word in lang.of(&WORDS).find_iter(body) {
            let at = sentences.partition_point(|sentence| sentence.end <= word.start());
            let Some(sentence) = sentences.get(at).filter(|sentence| sentence.start <= word.start()) else { continue };
            let text = body.get(sentence.clone()).unwrap_or_default();
            let place = word.start() - sentence.start..word.end() - sentence.start;
            if !self.is_told(text, &place) || knows_like(word.as_str(), self.context.whole().seen(), lang) {
                continue;
            }
            let span = start + word.start()..start + word.end();
            // One finding a sentence says enough.
            if let Some(finding) = found.last_mut().filter(|_| sentence.end <= last) {
                finding.span.end = span.end;
                continue;
            }
            last = sentence.end;
            let finding = Finding::error(RULE.id, span, unknown(word.as_str()));
            found.push(with_fact(finding, None).with_severity(Severity::Warn).with_confidence(Confidence::Medium));
        }
        // 2月8日に書面の同意も得ている.
        for consent in lang.of(&CONSENT).find_iter(body) {
            let at = sentences.partition_point(|sentence| sentence.end <= consent.start());
            let text = sentences.get(at).and_then(|sentence| body.get(sentence.clone())).unwrap_or_default();
            if !lang.of(&NOT_TOLD).is_match(text) && !self.context.whole().seen().says(consent.as_str()) {
                let finding =
                    Finding::error(RULE.id, start + consent.start()..start + consent.end(), unknown(consent.as_str()));
                found.push(with_fact(finding, None).with_confidence(Confidence::Medium));
            }
        }
        found
    }

    /// Whether a sentence tells what stands at a place in its own words as something that has been.
    fn is_told(&self, sentence: &str, place: &Range<usize>) -> bool {
        let lang = self.context.lang;
        let quoted = quotations(sentence).iter().any(|quote| quote.start <= place.start && place.end <= quote.end);
        if quoted || !lang.of(&TOLD).is_match(sentence) {
            return false;
        }
        let word = sentence.get(place.clone()).unwrap_or_default();
        if MOVES.contains(&word) && !self.names_client(sentence) {
            return false;
        }
        // サーバー障害により、登録ができなかった: what follows from a cause says nothing against it.
        let behind = sentence.get(place.end..).unwrap_or_default();
        let clause = CAUSE.find(behind).map_or(sentence.len(), |cause| place.end + cause.end());
        let sentence = sentence.get(..clause).unwrap_or_default();
        // What is said by saying it denies nothing: 渋滞により遅れましたことを、お詫び申し上げます.
        let plain = lang.of(&SAYING).replace_all(sentence, "");
        !lang.of(&NOT_TOLD).is_match(&plain)
    }

    fn names_client(&self, sentence: &str) -> bool {
        let lang = self.context.lang;
        let people = self.context.withheld.whole().client_people.iter();
        let mut names = people.filter_map(|person| Some(family_name(person.name.get(lang)?, lang)));
        names.any(|name| sentence.contains(name))
            || ["先方", "貴社", "お客様"].iter().any(|word| sentence.contains(word))
    }
}

/// Whether the case has a word of the sort.
fn knows_like(word: &str, seen: &Seen, lang: Lang) -> bool {
    let side = lang.pick(0, 1);
    let small = word.to_lowercase();
    let mut of_sort = FAMILIES
        .iter()
        .filter_map(|family| family.get(side))
        .filter(|words| words.iter().any(|known| *known == word || known.to_lowercase() == small));
    // 研修を, 社長に: the word by itself.
    let bare = |known: &str| {
        let kana = |c: char| matches!(c, 'ぁ'..='ん');
        let stem = known.trim_end_matches(kana);
        seen.says(if stem.chars().count() > 1 { stem } else { known })
    };
    of_sort.any(|words| words.iter().any(|known| bare(known)))
}
