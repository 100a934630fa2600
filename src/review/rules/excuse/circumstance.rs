//! A cause outside ourselves: weather, workload, a third party, fate, custom. Told by the writer, it excuses.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Pattern;
use crate::review::bilingual::Bilingual;
use crate::review::frame::Frame;
use crate::review::wording::Reading;

/// What happened to us.
static HAPPENED: LazyLock<[Frame; 4]> = LazyLock::new(|| {
    [
        Frame::new(
            "大雪|雪害|積雪|吹雪|台風|大雨|豪雨|地震|停電|渋滞|通行止め|道路(?:状況|事情|が|の)|悪天候|天候(?:が|の|不)|災害|感染症|事故渋滞|交通(?:規制|障害|事情)|欠航",
            "通れ|止ま|遅(?:れ|く|延)|影響|により|ため|によ(?:る|り)もの|もの(?:で|と)|関係|都合|重な|見舞|乱れ|できな|できず|動け|かかっ",
            "弊社の(?:確認|手順|判断|見込)|貴社|貴院|[Xx]様",
            18,
        ),
        Frame::new(
            "(?:受注|注文|ご?依頼|業務|案件|作業|問い?合わ?せ|仕事|出荷|予定|会議|導入|納品|移行|配送)(?:量)?(?:が|の|も)",
            "(?:重な(?:っ|り)|集中(?:し|す|に)|殺到|立て込|たて込|急増|増え(?:て|すぎ|、)|混み合|たまっ|溜まっ|山積|込み入)",
            "手順|仕組み|体制|ルール|貴社|貴院|お客様",
            10,
        ),
        Frame::new(
            "(?:ストライキ|港湾|航空会社|鉄道|協力会社|仕入先|納入業者|運送(?:会社|業者)|配送(?:会社|業者)|外注先|委託先|下請|メーカー|部材|材料|資材|原料|倉庫(?:会社|業者)|業者|システム会社|通信会社|サーバー|回線|設備|機械|印刷会社)(?:側)?(?:の|が|に|から|で)",
            "遅(?:れ|延)|不備|都合|事情|ミス|手違い|欠品|不足|故障|不調|障害|トラブル|停止|原因|責任|せい|起因|対応でき|止ま|影響を受け|混乱",
            "手順|仕組み|体制|弊社の|貴社|貴院|確認し",
            18,
        ),
        Frame::new(
            r"(?-u:\b)(?:snow|ice|storm|typhoon|heavy rain|flood(?:ing)?|earthquake|power (?:cut|failure|outage)|weather|traffic|road ?works|strike|motorway|accident|illness|(?:the |our )?(?:carrier|courier|haulier|supplier|subcontractor|contractor|vendor|manufacturer|printer|software provider|server|network))(?-u:\b)",
            r"(?-u:\b)(?:held up|let us down|delayed|late|failed|broke down|blocked|closed|stopped|prevented|caused|meant|made it|to blame|responsible|could not deliver|short of|ran out|was down|were down)(?-u:\b)",
            r"(?-u:\b)(?:we|our|your|you)(?-u:\b)|[.;:]",
            40,
        ),
    ]
});

/// What we could not help, and what everybody would have done.
static HELPLESS: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(concat!(
            "(?:社内|現場|部署内|課内|業務)[^。、]{0,6}(?:混乱し|慌ただし|ばたばた|浮足立)[^。、]{0,10}|(?:過渡期|端境期|(?:交代|移行|切り?替え)(?:の)?時期)[^。、]{0,8}|不慣れ(?:で|な(?:た|こと|中|面|時))[^。、]{0,8}|(?:弊社|私ども|当方|こちら)も(?:また)?(?:被害|困|迷惑|苦し|想定)[^。、]{0,10}|手が(?:回ら|足り|離せ)[^。、]{0,8}|人手(?:が|も|に)[^。、]{0,6}(?:足り|不足|余裕|限り|割け)[^。、]{0,8}|人手不足[^。、]{0,8}|(?:時間|(?:時間(?:的な|の)?)?余裕|余力)(?:が|も|の)(?:あまり|ほとんど|十分に)?(?:な(?:く|い|か)|足り|限ら|ござい?ま?せ)[^。、]{0,8}",
            "|(?:防ぎ|避け|打つ|手の打ち)(?:よう|手)(?:が|も|は)[^。、]{0,12}|避けられ(?:な|ず|ませ)[^。、]{0,8}|どうしても[^。、]{0,12}(?:起こ|起き|生じ|発生|出て)[^。、]{0,8}|起こり(?:得|え|う)る(?:もの|こと)(?:で|と)[^。、]{0,8}|つきもの(?:で|と)[^。、]{0,6}|(?:誰|だれ|どなた)(?:に|で)も(?:起こ|起き|ある|あり|ござ)[^。、]{0,8}|(?:ありがち|起こりがち|起きがち|見落とされがち|忘れられがち)(?:で|な|と)[^。、]{0,6}|(?:見落とし|忘れ|取り違え|間違え)(?:が|も)?(?:やすい|がちな)(?:もの|時期|季節)[^。、]{0,6}|(?:経験|熟練|慣れ)[^。、]{0,8}(?:者|社員|担当者?)で(?:も|さえ)[^。、]{0,12}|(?:業界|同業|他社)(?:で|の|に)[^。、]{0,14}(?:一般的|標準|通例|慣例|慣行|よくある|珍しく|範囲|許容)[^。、]{0,10}|(?:よくある|珍しく(?:な|あり|ござ))[^。、]{0,8}|(?:弊社|当社|私ども)(?:だけ|のみ)(?:で|の|に|が)[^。、]{0,8}(?:防|避け|起こ|起き|責|原因|非が|落ち度|問題|できる)[^。、]{0,10}(?:せ|な(?:い|く|か))[^。、]{0,8}",
            "|(?:多少|いくらか|幾分|どうしても|ある程度)(?:の)?[^。]{0,12}(?:誤差|遅れ|誤り|ずれ|行き違い|漏れ|不具合|支障)[^。]{0,10}(?:伴|生じ|起き|出|避け|ある|あり)[^。]{0,6}|(?:できる限り|出来る限り|可能な限り|精一杯|最大限|懸命に|それなりに)(?:の)?[^。、]{0,8}(?:手(?:は|を)|努力|対応|こと|配慮|尽くし)(?:は|を|も)?[^。、]{0,6}(?:打っ|尽く|して(?:まいりました|おりま|きま)|いたしました|しました|払っ)[^。、]{0,8}|(?:業務|仕事)(?:が|も)[^。、]{0,4}(?:立て込|たて込|過密|多忙)[^。、]{0,10}",
        ))
    },
    || {
        Pattern::fixed(concat!(
            r"(?i)(?-u:\b)(?:we|our [a-z]+(?: [a-z]+)?|the (?:team|office|plant|warehouse)|everyone|everybody|I) (?:was|were|had been|are|is) (?:[a-z]+ )?(?:flooded|inundated|stretched thin|working (?:flat out|overtime|day and night)|at (?:full )?capacity|rushed off|(?:[a-z]+ )?(?:people|staff|hands|members|workers) short|short[- ](?:staffed|handed)|under-?staffed|fully booked)(?-u:\b)[^.!?,]{0,30}",
            r"|(?-u:\b)(?:little|nothing) (?:that )?we could (?:do|have done)(?-u:\b)|(?-u:\b)(?:nobody|no one|none of us) could (?:have )?(?:predict|foresee|foreseen|predicted|known|expect|expected|guess|guessed|prevented?)[a-z]*|(?-u:\b)(?:quite|perfectly|entirely|fairly|rather) (?:normal|common|usual|standard|typical)(?-u:\b)|(?-u:\b)(?:normal|common|usual|standard) (?:practice )?in (?:our|the|this) (?:industry|business|trade)(?-u:\b)|(?-u:\b)any (?:other )?(?:supplier|company|vendor|provider|business|team) would (?:have )?[a-z]+|(?-u:\b)(?:mistakes|errors|delays|things|slips)(?: like (?:this|these|that))? (?:can |do |will )?(?:simply )?happen(?-u:\b)(?: to (?:everybody|everyone|anyone|us all|the best))?",
            r"|(?-u:\b)(?:had|with|only) (?:only )?(?:a )?(?:few|couple of|two|three|so little|very little|not enough) (?:days|hours|time)(?: to [a-z]+| left)?(?-u:\b)|(?-u:\b)(?:at|on) such short notice(?-u:\b)|(?-u:\b)(?:closed|delayed|held up|stopped|blocked|hit|grounded) by (?:a |an |the )?(?:strike|storm|snow|flood|typhoon|earthquake|accident|fire|power cut|weather)(?-u:\b)|(?-u:\b)down with (?:the )?(?:flu|colds?|covid)(?-u:\b)|(?-u:\b)(?:given|had|with) (?:very |so |too )?(?:little|no|hardly any|barely any) (?:warning|notice|time)(?-u:\b)|(?-u:\b)even the best[a-z -]{0,30}|(?-u:\b)even (?:by|for|in|with|to) (?:an?|the) (?:[a-z]+ )?(?:experienced|careful|good|diligent|well[- ]run|well[- ]organi[sz]ed|conscientious|seasoned) [a-z]+|(?-u:\b)(?:easily|quickly|soon|readily) (?:overlooked|forgotten|missed)(?-u:\b)|(?-u:\b)easy to (?:overlook|forget|miss)(?-u:\b)|(?-u:\b)(?:things|everything|it all|the office|the week) (?:was|were) (?:rather |quite |very |pretty )?(?:chaotic|hectic|upside down|a mess|frantic)(?-u:\b)|(?-u:\b)see (?:it|this|things|the matter) from our (?:side|point of view|perspective|position)(?-u:\b)|(?-u:\b)(?:our|the) (?:side|difficult position|difficulties|situation) (?:too|as well|into account)(?-u:\b)",
        ))
    },
);

/// What makes a circumstance the client's, or ours after all.
static NOT_EXCUSED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:貴社|貴院|貴行|貴校|お客様|皆様|[\\p{Han}ァ-ヺー]{1,6}様)(?:側)?(?:の|が|は|に|から|で)|(?:手順|仕組み|体制|ルール|規則|基準)(?:が|を|は)[^。]{0,14}(?:な|せず|おらず|おりませ|不十分|欠)|(?:言い訳|理由)に(?:は|も)?(?:なりませ|ならな|いたしませ)|(?:弊社|私ども|当社)[^。]{0,16}て(?:い|おり)ながら|席を外",
        r"|(?i:(?-u:\b)(?:no excuse|does not excuse|is not an excuse|your (?:busy|busiest|year-end|peak|season|line|plant|team|staff)|you were|we had not booked|we did not (?:plan|book|order)))",
    ))
});

/// Places at which a circumstance is offered, in the normalised copy of one sentence at `span`.
pub(super) fn in_sentence(reading: &Reading, span: &Range<usize>) -> Vec<Range<usize>> {
    let text = reading.text();
    let sentence = text.get(span.clone()).unwrap_or_default();
    let mut found: Vec<Range<usize>> = HAPPENED.iter().flat_map(|frame| frame.linked(text, span)).collect();
    // お時間のない中: the client's.
    let theirs = |at: usize| sentence.get(..at).is_some_and(|before| before.ends_with(['お', 'ご']));
    if let Some(hit) = HELPLESS.find(sentence).filter(|hit| !theirs(hit.start())) {
        found.push(span.start + hit.start()..span.start + hit.end());
    }
    if !found.is_empty() && NOT_EXCUSED.is_match(sentence) {
        found.clear();
    }
    found
}
