//! Families of things that stay inside, in the words in which they slip out.

use std::ops::Range;
use std::sync::LazyLock;

use super::bilingual::reads_english;
use super::wording::{Reading, Wording};

/// A family of things that stay inside.
pub(super) struct Family {
    /// What it is.
    #[cfg(test)]
    pub(super) name: &'static str,
    /// Whether no client wants to read it, whatever the case file lists.
    pub(super) always: bool,
    japanese: Wording,
    english: Wording,
    /// Phrases that use a word of the family for something else.
    fine: Option<Wording>,
    /// The source of those phrases.
    excused: &'static str,
    /// Short words of a do-not-tell entry that are of the family too.
    links: &'static [&'static str],
}

struct Table {
    #[cfg_attr(not(test), allow(dead_code, reason = "it names the family for the reader"))]
    name: &'static str,
    always: bool,
    ja: &'static str,
    en: &'static str,
    fine: &'static str,
    links: &'static [&'static str],
}

/// The families, as patterns of both languages; `fine` holds phrases that use such a word for something else.
const TABLE: &[Table] = &[
    Table {
        name: "staffing",
        always: true,
        ja: concat!(
            "人員(?:不足|の?余裕|に余裕|が(?:足り|限ら|少な|不足|手薄|いな)|の都合|削減|繰り|の逼迫|を割け)|人手(?:不足|が(?:足り|不足|な[いくか]|少な|割け)|を割け|の(?:不足|やりくり|足り))",
            "|要員(?:不足|が(?:足り|不足|おら|少な))|欠員|手が(?:足り|回ら|まわら|空か)|手薄|(?:一人|1人|一名|1名|ひとり|二人|2名)[^。、]{0,6}(?:欠け|抜け|足り|休業|休職|不在|少な)",
            "|(?:課員|部員|社員|メンバー|担当者|スタッフ|チーム)[^。、]{0,10}(?:休業中|休業して|休職|産休|育休|長期休|退職|欠け|足り(?:ず|な)|減[っり])|産休|育休|産前産後|育児休(?:業|暇)|休職|人的(?:リソース|余裕|資源)",
            "|リソース(?:不足|が(?:足り|限ら|逼迫|な))|マンパワー|体制[^。、]{0,6}手薄|人繰り|席を(?:長く)?(?:空け|外し|離れ)|長く席を|(?:子ども|子供|お子)[^。、]{0,6}(?:誕生|出産)|(?:課員|社員|部員)の(?:一人|ひとり|1人)が|[0-9一二三四五六七八九]名体制|[0-9一二三四五六七八九]人体制|増員でき",
        ),
        en: concat!(
            r"(?-u:\b)(?:short-? ?(?:staffed|handed)|under-?staffed|under-?manned|under-?resourced|staff(?:ing)? (?:shortages?|issues?|problems?|constraints?|difficult[a-z]*|levels?|gaps?)|shortage of (?:staff|people|hands|manpower)",
            r"|(?:lack(?:ed|ing|s)?|short)(?: of)?(?: the)? (?:staff|people|manpower|hands|personnel)|(?:not enough|too few|insufficient|no spare|few) (?:staff|people|hands|colleagues|personnel)|(?:a|one|two) (?:person|people|man|colleague|head|pair of hands) (?:down|short|missing)",
            r"|down (?:a|one|two) (?:person|people|colleagues?)|stretched (?:too |very |rather )?thin|(?:parental|maternity|paternity|sick|childcare|long-term) leave|headcount|thin(?:ly)? staffed|unfilled (?:position|post)|manpower|skeleton (?:staff|crew)|been one short|one short for|vacant (?:position|post))(?-u:\b)",
        ),
        fine: "人手(?:による|で|を(?:介|かけ|使)|に(?:頼|よら))|貴社[^。]{0,20}(?:人手|人員|要員|欠員)|(?:人手|人員|要員)を(?:割い|お割き|取られ)",
        links: &["人員", "人手", "要員", "staff", "staffing"],
    },
    Table {
        name: "workload",
        always: false,
        ja: concat!(
            "業務(?:量|過多|が(?:集中|立て込|重な|逼迫)|に追われ|多忙|負荷)|(?:多[くい]|多数|複数|いくつも|上限を超え[るた]?)の?[^。、]{0,4}(?:案件|担当先|業務|導入)を?[^。、]{0,6}(?:抱え|担当|受け持|掛け持|並行)",
            "|案件[^。、]{0,8}(?:抱え|重な|立て込|上限|集中|過多)|手一杯|手いっぱい|キャパ(?:シティ|を)?|オーバーワーク|残業|負担が(?:集中|偏|過大)|掛け持ち|[0-9十一]+件の案件|上限[0-9八]*件?を(?:超|上回)",
        ),
        en: concat!(
            r"(?-u:\b)(?:over-?loaded|overload|over-?worked|workload|over-?stretched|swamped|snowed under|at capacity|(?:beyond|over) (?:his|her|their|its|the) (?:capacity|limit)|juggling|too (?:many|much) (?:projects?|accounts?|work|cases|clients|launches|on (?:his|her|their))",
            r"|(?:heavy|high) (?:load|caseload)|(?:more|many|several|other|eleven|11) (?:projects|accounts|launches)(?: than| at once| at the same time| in parallel| to look after)|limit of (?:8|eight)|too much on (?:his|her|their) (?:desk|plate|hands)|more than we (?:normally|usually) (?:allow|give))(?-u:\b)",
        ),
        fine: "",
        links: &["忙し", "多忙", "busy"],
    },
    Table {
        name: "profit",
        always: true,
        ja: concat!(
            "売上(?:高)?(?:の|に占め|全体|に対)[^。、]{0,10}(?:%|パーセント|割|占め|比率|割合|大半|依存)|売上(?:比率|に占め|シェア|構成比)|利益率|粗利|採算|原価率|マージン|利幅|(?:弊社|当社|課|部)の(?:利益|収益)",
            "|(?:依存度|取引比率|取引シェア)|[0-9一二三四五六七八九]+(?:%|割|パーセント)[^。、]{0,6}(?:の?売上|を占め)",
        ),
        en: concat!(
            r"(?-u:\b)(?:(?:share|part|portion|per ?cent|slice|chunk|bulk|half|third|quarter) of (?:our|the section's|the department's|the company's|my|total|all our) (?:sales|revenue|turnover|income|business)|revenue share|share of (?:sales|revenue)",
            r"|(?:our|low|thin|the) (?:profits?|margins?|profitability)|(?:makes? up|accounts? for|represents?|brings? in|generates?) [^.]{0,40}(?:revenue|sales|turnover|income)|gross margin|cost price|profit margin|(?:ninth|tenth|eighth|seventh|sixth|fifth|quarter|third|half) of (?:what|all) (?:we|our) [a-z ]{0,20}(?:sells?|earns?|makes?|takes? in))(?-u:\b)|[0-9] ?(?:%|per ?cent) of (?:our|the) (?:[a-z']+ )?(?:sales|revenue|turnover|business)",
        ),
        fine: "貴社の売上|貴社[^。]{0,8}の売上",
        links: &["売上", "利益", "revenue", "sales", "profit", "margin"],
    },
    Table {
        name: "health",
        always: true,
        ja: concat!(
            "(?:担当(?:者)?|本人|同人|弊社の者|社員|課員|彼|部下|スタッフ|責任者)[^。]{0,24}(?:体調|健康|眠れ|不眠|睡眠|メンタル|心身|心労|ストレス|通院|心療内科|精神科|病気|療養|診断書|入院|うつ|疲弊|疲労)|夜も(?:眠れ|寝られ)|寝不足|睡眠不足|精神的に(?:参|追い|不安定|疲)",
            "|(?:体調|心身)を崩し|体調(?:不良|が?(?:優れ|すぐれ|悪))|心療内科|精神科に|不眠|メンタル(?:ヘルス|不調|面)",
        ),
        en: concat!(
            r"(?-u:\b)(?:(?:our|the) )?(?:representative|rep|colleague|lead|employee|manager|staff member|team member|he|she)(?:'s)?(?-u:\b)[^.]{0,40}(?-u:\b)(?:unwell|ill|sick|illness|feeling well|feeling (?:low|down|bad)|sleep(?:ing|s|less)?|insomnia|health|stress(?:ed)?|burnt out|burned out|burnout|depress[a-z]+|exhaust[a-z]+|medical)(?-u:\b)",
            r"|(?-u:\b)(?:his|her) (?:health|illness|state of mind|mental)(?-u:\b)|(?-u:\b)sick note(?-u:\b)",
        ),
        fine: concat!(
            "(?:貴社|様|皆様|お客様|皆さま)[^。]{0,24}(?:体調|健康|心身|ストレス|眠れ|療養|心労)[^。]{0,8}|ご(?:自愛|健勝|健康|体調)[^。]{0,10}|お体|お身体",
            "|your (?:[a-z]+ ){0,3}(?:colleague|employee|team member|staff member|manager|lead)[^.]{0,40}",
        ),
        links: &["体調", "眠れ", "メンタル", "健康", "his health", "her health", "unwell"],
    },
    Table {
        name: "discipline",
        always: false,
        ja: "懲戒|訓告|戒告|減給|降格|更迭|左遷|譴責|けん責|処分(?:を|いた|し(?:ます|まし|た)|と(?:し|いた)|に(?:付|し|処)|の(?:対象|方針))|始末書|人事(?:考課|評価)|担当を外し|人事課|人事部(?:門)?の(?:面談|判断)",
        en: r"(?-u:\b)(?:disciplin[a-z]+|reprimand[a-z]*|(?:formal|written) warning|demot[a-z]+|sanction[a-z]*|punish[a-z]*|taken off the account|performance review|personnel department)(?-u:\b)",
        fine: "処分ではな[^。]{0,10}|処分では(?:あり|ござい)[^。]{0,6}|no punishment|not (?:a |as a |as )?(?:punishment|disciplin[a-z]+)|廃棄処分|在庫処分|処分場",
        links: &["処分", "disciplin"],
    },
    Table {
        name: "transfer",
        always: false,
        ja: "異動|転勤|配置(?:転換|換え|替え)|転属|(?:別|他|ほか|新しい|次)の?(?:部署|課|部門|担当先|職場|仕事)[^。、]{0,8}(?:移|担当|就|回)|新しい担当先|次の担当先|退職|退社(?:する|いた|し)|部署替え",
        en: r"(?-u:\b)(?:transferr?(?:ed|ing|s)?|reassign[a-z]*|(?:moved|moving|moves|switched|switching|going) (?:on )?to (?:another|a different|other|new|the) (?:[a-z]+ )?(?:department|section|team|accounts?|clients?|role|job|position|post)|new (?:accounts|role|post|assignment)|step(?:s|ped|ping)? (?:aside|down)|(?:take|takes|taking|look after|looks after|looking after) (?:on |over )?(?:[a-z]+ )?(?:other|new|smaller|different) (?:clients?|accounts?|hotels?|customers?|compan)[a-z]*|labour adviser|taken off the account|leaving the company|left the company)(?-u:\b)",
        fine: "",
        links: &["次の担当先"],
    },
    Table {
        name: "others",
        always: false,
        ja: concat!(
            "(?:他|ほか|別|よそ)の?(?:お客様|お客さま|お取引先|導入先|取引先|会社|企業|ユーザー|顧客|案件)[^。]{0,24}(?:でも|から|にも|同様|同じ|報告|影響|発生|起き|生じ)|他社(?:様)?(?:でも|から|にも|の(?:事例|環境|件))",
            "|複数のお客様|もう一社|(?:同様|同じ|類似)の(?:事象|不具合|問題|現象|誤り)[^。]{0,16}(?:他|ほか|別|以前|過去)|弊社だけの問題ではな|貴社(?:だけ|に限ら)[^。]{0,10}(?:な|ではご)",
        ),
        en: concat!(
            r"(?-u:\b)(?:(?:another|other|a different|different|a second|some other|one more|one other|several|a few) (?:[a-z]+ )?(?:customers?|clients?|compan(?:y|ies)|users?|sites?|installations?)|customers? elsewhere",
            r"|(?:same|similar) (?:problem|issue|bug|fault|error|thing) (?:[a-z]+ ){0,4}(?:elsewhere|at other|with other|for other|at another|with another)|not the only (?:customer|client|one|company))(?-u:\b)",
        ),
        fine: "",
        links: &[],
    },
    Table {
        name: "known issue",
        always: false,
        ja: concat!(
            "既知の|(?:以前|前々|すで|既|事前|社内|当時)(?:から|に|で|より)?[^。、]{0,8}(?:把握|認識|登録|報告|知って|分かって)[^。、]{0,12}(?:不具合|事象|問題|誤り|バグ|現象|課題)|(?:不具合|事象|バグ)[^。、]{0,10}(?:登録済|把握済|登録され|把握して|知って|分かって)",
            "|課題管理|予(?:測|見|想)(?:でき|不可能|不能|し得|しえ|が(?:困難|難し|つか))|想定外|想定(?:でき|し得|しえ)な",
        ),
        en: concat!(
            r"(?-u:\b)(?:known (?:issues?|bugs?|problems?|faults?|defects?|errors?|limitation)|(?:already|previously|earlier) (?:been )?(?:logged|reported|known|aware|recorded|registered|tracked)|(?:logged|tracked) (?:this|the|a|it|as)(?-u:\b)|(?:we|our [a-z]+) (?:had |already |had already )?(?:knew|known) (?:of|about)",
            r"|(?:were|was) aware of (?:this|the|a) (?:bug|issue|fault|problem|defect)|issue tracker|bug tracker|in our tracker|unforeseeable|unpredictable|(?:not|never|nobody could|no one could) (?:have )?(?:been )?(?:foreseen|foresee|predict[a-z]*|anticipat[a-z]*|expect(?:ed)? this)|impossible to (?:foresee|predict))(?-u:\b)",
        ),
        fine: "",
        links: &["想定外"],
    },
    Table {
        name: "hindsight",
        always: false,
        ja: concat!(
            "(?:納入|納品|お届け|手配|対応|出荷|生産)[^。、]{0,10}(?:可能(?:だった|でした|であった)|間に合(?:った|いました|わせられ|わせることが)|でき(?:たはず|ました(?:はず|が)))",
            "|(?:れば|たら|なら|いれば)[^。、]{0,4}、?[^。、]{0,24}(?:可能(?:だった|でした|であった)|間に合(?:った|いました|わせ)|できたはず|(?:お届け|納入|納品|手配)でき(?:た|まし|てい))",
        ),
        en: r"(?-u:\b)(?:had we (?:known|been told|heard)|if we had (?:known|been told|heard)|(?:delivery|it|that|this|10 november|the 10th)[^.]{0,20} (?:could|would|might) have (?:been (?:possible|made|done|met|managed)|worked)|(?:we|production|the plant) (?:could|would|might) have (?:delivered|made it|managed|done it|shipped|met))(?-u:\b)",
        fine: "",
        links: &["可能だった", "可能でした", "would have been possible", "could have delivered on the 10th"],
    },
    Table {
        name: "view of the claim",
        always: false,
        ja: "言いがかり|言い掛かり|難癖|クレーマー|過大な(?:ご?請求|ご?要求)|不当な(?:ご?請求|ご?要求)|法外|大げさ|誇張|因縁|ふっかけ|理不尽|相性|(?:ウマ|馬|反り|そり)が合わ|無理難題|わがまま|水増し|疑問視|(?:社内|部内|課内)[^。、]{0,14}声|根拠(?:の)?(?:ない|乏し)",
        en: r"(?-u:\b)(?:pretexts?|exaggerat[a-z]*|unreasonable|unjustified|inflated|excessive (?:claim|demand)|trumped[- ]up|nit-?pick[a-z]*|difficult (?:client|customer)|chemistry|(?:do|does|did)(?: not|n't) (?:get on|get along|click)|overblown|far-fetched|unfounded|baseless|opportunistic)(?-u:\b)",
        fine: "",
        links: &[],
    },
    Table {
        name: "mismatch",
        always: false,
        ja: "(?:時刻|時間|お時間|到着)[^。、]{0,14}(?:合わな|合いませ|合って(?:いな|おりませ)|食い違|矛盾|一致し(?:な|ま|て)|整合し|ずれて)|つじつま|辻褄|矛盾",
        en: r"(?-u:\b)(?:(?:does|do|did)(?: not|n't) (?:add up|match|fit|tally|square)|inconsisten[a-z]+|contradict[a-z]*|discrepanc[a-z]+|cannot be right|hard to reconcile)(?-u:\b)",
        fine: "",
        links: &[],
    },
    Table {
        name: "successor",
        always: false,
        ja: "後任|次の(?:担当者|責任者)|引き継ぐ(?:候補|者)|経験[^。、]{0,6}浅",
        en: r"(?-u:\b)(?:successors?|replacement (?:lead|representative|candidate)|(?:take|taking|takes) over from)(?-u:\b)",
        fine: "",
        links: &[],
    },
];

/// The families with their patterns, of which those of the other language are never compiled.
pub(super) static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    let family = |table: &'static Table| Family {
        #[cfg(test)]
        name: table.name,
        always: table.always,
        japanese: Wording::new(table.ja, table.fine),
        english: Wording::new(table.en, table.fine),
        fine: (!table.fine.is_empty()).then(|| Wording::new(table.fine, "")),
        excused: table.fine,
        links: table.links,
    };
    TABLE.iter().map(family).collect()
});

impl Family {
    /// The places of a text that speak of it, with the words there.
    pub(super) fn find(&self, reading: &Reading) -> Vec<(Range<usize>, String)> {
        let text = reading.text();
        let mut found = if text.is_ascii() { Vec::new() } else { self.japanese.find(reading) };
        if reads_english(text) {
            found.extend(self.english.find(reading));
        }
        found
    }

    /// Whether a word may stand in one of the family's harmless phrases.
    pub(super) fn excuses(&self, word: &str) -> bool {
        self.fine.is_some() && self.excused.contains(word)
    }

    /// Whether a listed word stands in one of the family's harmless phrases.
    pub(super) fn is_fine(&self, sentence: &Reading, place: &Range<usize>) -> bool {
        let Some(fine) = &self.fine else { return false };
        fine.places(sentence).into_iter().any(|phrase| {
            let phrase = sentence.original(phrase);
            phrase.start <= place.start && place.end <= phrase.end
        })
    }

    /// Whether a word of a do-not-tell entry is one of the family.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.links.contains(&word) || !self.find(&Reading::of(word)).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::FAMILIES;
    use crate::review::wording::Reading;

    #[test]
    fn every_family_is_named_once_and_finds_what_it_is_for() {
        let names: std::collections::BTreeSet<_> = FAMILIES.iter().map(|family| family.name).collect();
        assert_eq!(names.len(), FAMILIES.len());
        for (name, texts) in [
            ("staffing", ["当時は人手が足りませんでした。", "We were a person down."]),
            ("workload", ["担当者は多くの案件を抱えておりました。", "Our lead had too many projects."]),
            ("profit", ["売上の一割近くを占めます。", "You make up a part of our revenue."]),
            ("health", ["担当者は体調を崩しております。", "Our representative has been unwell."]),
            ("discipline", ["担当者を処分いたします。", "He has been reprimanded."]),
            ("transfer", ["別の部署へ移りました。", "He is moving to another department."]),
            ("others", ["他のお客様でも同じ事象が出ております。", "Another customer told us the same."]),
            ("known issue", ["社内で把握していた不具合です。", "We had already logged it."]),
            ("hindsight", ["早く分かれば納入は可能でした。", "Had we known, we would have shipped."]),
            ("view of the claim", ["難癖に近いと存じます。", "The claim is exaggerated."]),
            ("mismatch", ["停止の時刻が合いません。", "The times do not add up."]),
            ("successor", ["後任は未定です。", "Your successor is known."]),
        ] {
            let family = FAMILIES.iter().find(|family| family.name == name).expect("a family");
            for text in texts {
                assert!(!family.find(&Reading::of(text)).is_empty(), "{name}: {text}");
            }
        }
    }
}
