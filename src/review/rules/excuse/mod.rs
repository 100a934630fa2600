//! R05: an excuse where the apology should stand.

mod circumstance;

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Match, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "excuse",
    code: "R05",
    about: (
        "お詫びの直後や前半の「しかしながら」「とはいえ」「ご理解ください」、事情の言い立て。お詫びを打ち消します。",
        "But, however, please understand, circumstances, right after the apology or in the first part. It cancels the apology.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example {
            lang: Lang::Ja, text: "お詫びいたしますが、弊社としてもできる限り手を尽くしました。"
        },
        Example {
            lang: Lang::Ja, text: "申し訳ございません。しかしながら、納期は12日でございました。"
        },
        Example { lang: Lang::Ja, text: "繁忙期につき、お返事が遅れました。ご理解ください。" },
        Example { lang: Lang::En, text: "We are sorry, but we also had many orders." },
        Example { lang: Lang::En, text: "We apologise. However, the order form said 12 November." },
        Example { lang: Lang::En, text: "We were extremely busy in October, so the reply was late." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "お詫び申し上げます。原因は、書面で確認する手順がなかったことです。"
        },
        Example {
            lang: Lang::Ja,
            text: "お電話を頂戴しました。しかし、弊社は期日までにご返答を差し上げませんでした。",
        },
        Example { lang: Lang::Ja, text: "ご理解を賜り、厚く御礼申し上げます。" },
        Example { lang: Lang::En, text: "We apologise. The cause was that two columns were mapped wrongly." },
        Example { lang: Lang::En, text: "You called us, but we did not reply." },
        Example { lang: Lang::En, text: "Thank you for your understanding and for your call." },
    ],
    check,
};

/// Part of a text in which a contrast reads as an excuse, in per cent (domain C: the first 40 %).
const FIRST: usize = 40;

/// Words that turn against what was said before, at the head of a sentence or clause.
static TURN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "^(?:しかしながら|しかし|とはいえ|とは言え|とはいいましても|とは申し(?:ましても|まして)|だが|ですが|それでも|けれども|(?P<soft>ただし|ただ、|もっとも、|一方で、?弊社|なお、弊社))",
        ),
        Pattern::fixed(
            r"(?i)^(?:but|however|that said|having said that|nevertheless|nonetheless|still,|yet,?|even so|on the other hand|at the same time|to be fair|although|though)(?-u:\b)",
        ),
    ]
});

/// What such a turn says in our favour: what was right, what was done, how it was for us, what is usual.
static FAVOUR: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?:弊社|当社|私ども)(?:だけ|のみ|ばかり)|(?:弊社|当社|私ども|当方|現場|社内)(?:に|として|といたしまして|と致しまして|なり)(?:も|は)|(?:できる限り|可能な限り|精いっぱい|精一杯|最善|懸命|努力|努め|手を尽く|力を尽く)",
            "|(?:問題|誤り|不備|支障|不良|異状|影響|手落ち|落ち度)(?:は|も|等は)[^。]{0,8}(?:ござい?ませ|ありませ|な(?:い|かった)|見(?:つか|られ)ませ)|(?:ご注文|ご依頼|ご指定|お約束|仕様|契約|注文書|納期|期日)(?:書)?(?:の|に)?(?:とおり|通り|内容|は|では)|(?:すでに|既に)[^。]{0,20}(?:終え|済|完了|お届け|訂正)|間に合って|期日には|時点では",
            "|(?:時期|季節|折|頃|月|年度(?:末|替わり)|年末|秋口|繁忙|多忙|立て込|混み合|集中|重な|手いっぱい|手一杯|人手|時間(?:が|も)(?:な|足り|限ら))|(?:やむ|仕方|致し方|つきもの|ありがち|起こり(?:得|うる)|珍しく|一般に|通常|通例|慣例|慣行|業界)|(?:お汲み取り|お含み|ご理解|ご了承|ご賢察|ご斟酌|ご容赦)|(?:事情|理由|背景|経緯)(?:が|も)",
            "|(?:貴社|貴院|お客様|[\\p{Han}ァ-ヺー]{1,6}様)(?:側)?(?:から|の(?:ご|お)|に(?:は|も|おかれ))[^。]{0,30}(?:な(?:く|かっ)|ず|ませんで|遅|不明|急)",
        )),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:we (?:also|too|did (?:our|all|everything))|our (?:side|people|team|staff|rep(?:resentative)?|records?|notes|plant|office)|busy|hectic|peak|season|year-end|contract|order form|agreed (?:date|time)|as (?:ordered|agreed)|no (?:problem|fault|defect|damage|complaint)s?|on time|usual(?:ly)?|normal(?:ly)?|common|industry|trade|everything we could|our best|effort|already|unavoidable|circumstances|weather|supplier|carrier|traffic|understand|bear in mind|appreciate|short notice|little time|you (?:did not|didn't|never|had not|could)|not (?:entirely|only|solely) our|to be expected|hard|difficult|risk|any (?:company|supplier|team))(?-u:\b)",
        ),
    ]
});

/// The circumstance is named and turned down as a reason: 理由にはなりません, …からではなく.
static DISOWNED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?i:^(?:if|should|in case|whenever)(?-u:\\b))|(?:言い訳|理由|弁解|口実|申し開き)に(?:は|も)?(?:なりませ|ならな|なら?ず|いたしませ|できませ|し(?:ない|ません))|(?:から|ため|せい|の|こと)では(?:なく|ございません|ありません|ない(?:。|と))|に(?:は|も)?(?:かかわら|関わら|関係な)|場合(?:に|は|の|でも|、)|備え|万一|(?:時期|季節|月|折|頃|時分|最中|中|時)に(?:、|も)?[^。]{0,40}(?:ご迷惑|ご負担|お手数|ご心配|お待たせ|お時間|ご不便|ご対応|お手間|お電話を|ご連絡を)|(?:お怒り|ご不信|ご不満|お叱り|お感じ|お考え|お受け取り|ご立腹|ご心配|ご懸念|ご判断|ご要望|ご指摘)[^。]{0,24}(?:やむを得|致し方|仕方|当然|もっとも|無理から|ごもっとも)|べき(?:で|ところ|もの)|免(?:れ|じ)(?:る|ない|ません)",
    )
});

/// Own equipment that failed is what the apology is for: 設備の停止によりご迷惑をおかけし.
static FAILED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:設備|機械|システム|サーバー|回線|機器|装置)[^。]{0,16}(?:に(?:より|よる|よって|つき|関し|おい)|で|の(?:ため|件)|(?:し|り|れ)、)[^。]{0,16}(?:ご迷惑|ご不便|ご心配|お手数|ご負担|支障|ご不安)",
    )
});

/// The same inside a sentence, behind its apology.
static TURNED_APOLOGY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:お詫び(?:は)?(?:いたし|申し上げ|し)(?:ます|ました)|申し訳(?:ございません|ありません|ない(?:こと|と|の)[^、。]{0,10}|なく[^、。]{0,6}(?:ます|ております))|(?:ご迷惑|ご心配|ご不便)を?おかけ(?:し|いたし)(?:ました|ております))(?P<turn>が|けれども|けれど|けど|ものの)、?(?P<rest>[^。]*)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:sorry|apologi[sz]e[ds]?|apologies|regret)(?-u:\b)[^.!?]{0,90}?(?P<turn>,? but|,? yet| although| though|; however,?)(?-u:\b)(?P<rest>[^.!?]*)",
        ),
    ]
});

static APOLOGY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [Pattern::fixed("お詫び|おわび|申し訳|陳謝|謝罪"), Pattern::fixed(r"(?i)(?-u:\b)(?:apologi|apology|sorry)")]
});

/// What makes a turn (however, …) one against ourselves: the fault, or the other's burden, is owned in it.
static OWNED_TURN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "怠|不足|不十分|不備|至ら|できておりません|できませんでした|(?:返答|返信|連絡|確認|登録|報告|お返事|共有|対応|お知らせ)[^。、]{0,4}(?:せず|できず|差し上げ|しておら|しており?ませ|行(?:わ|っ|い)|遅れ)|足りません|足らず|欠け|漏れ|見落と|遅れました|遅れた|痛感|お?察し|重く受け止め|ご負担|改め|反省|弊社の(?:責任|誤り|落ち度)|(?:認識|記憶|ご?理解)(?:に|の|が)[^。、]{0,6}(?:違|相違|異な|隔たり|分かれ)|申し上げられませ|分かりませ|言い切れ|断定|いまだ|まだ[^。]{0,20}(?:ませ|な[いく])|(?:確認|点検|調査)(?:が済|が終わ|を終え|を続け|中で)|(?:言い訳|弁解|理由)に(?:は|も)?(?:なりませ|ならな|いたしませ)|(?:手順|仕組み|体制|欄|記録|決まり|控え)(?:が|は|も)[^。]{0,10}(?:な(?:い|く|かっ)|ござい?ませ|ありませ|残って(?:い|お)(?:な|ら|りま))|どちら(?:の|が|とも|か)|いずれ(?:の|が|とも)|に(?:なって|なりまして|至って)(?:から)?(?:で|の)|(?:遅れ|遅く|及び|間に合わ|届か|誤って|誤り|止ま|お待たせ)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:(?:we|our|I|nobody|no one|it|which|none) (?:[a-z]+ ){0,3}(?:did not|didn't|had not|failed|never|should have|were wrong|was wrong|overlooked|missed|forgot|omitted|neglected|neither|no )|no (?:reply|answer|confirmation|check)|not (?:confirmed|replied|registered|checked|answered|told|enough)|please (?:let|tell|send|call|confirm)|(?:recollections?|accounts?|versions?|memories|views)[^.!?]{0,30} (?:differ|part|diverge)|(?:remember(?:s|ed)?|recall(?:s|ed)?|sees?|seen) [^.!?]{0,40}differently|cannot (?:yet |now )?(?:say|tell|rule out|be sure|promise|exclude)|not yet (?:know|finished|certain|clear|complete)|still (?:open|being checked|unknown|checking|looking)|no excuse|not an excuse|does not excuse|nor (?:does|is) (?:this|that|it))",
        ),
    ]
});

/// What follows a polite preface (お手数ですが) or owns the fault after all.
static OWNED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?:お願い|いただけ|くださ|賜り|幸い|お待ち|ご確認|お聞かせ|お知らせ|いかがでしょうか|ご容赦)",
            "|(?:怠|不足|不十分|不備|至ら|できておりません|できませんでした|できず|差し上げ(?:ず|ません|ておりません|ることが)|行わず|行っておりません|行いません|足りません|足らず|欠け|漏れ|見落と|遅れました|遅れた|お詫び|申し訳|ご迷惑|おらず|おりませんでした|いませんでした|なかった|ありませんでした|ございませんでした|改め)",
        )),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:please (?:let|tell|send|call|confirm)|would you|could you|(?:we|our|I|nobody|no one|it|which|none) (?:[a-z]+ ){0,3}(?:did not|didn't|had not|failed|never|should have|were wrong|was wrong|overlooked|missed|forgot|omitted|neglected|neither|no )|no (?:reply|answer|confirmation|check)|not (?:confirmed|replied|registered|checked|answered|told|enough))",
        ),
    ]
});

/// Circumstances told as if they excused: anywhere in a document.
static CIRCUMSTANCE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    let own = "弊社|当社|私ども|当方|担当者?|社内|現場|工場";
    [
        Pattern::fixed(&format!(
            concat!(
                "(?:何分[^でにかごのほ]|なにぶん|なにしろ|何しろ|如何せん|いかんせん)[^。]{{0,30}}|やむを得(?:ない|ぬ|ず)(?:事情|理由|状況|面)?|諸般の事情|諸事情|不可抗力|致し方|仕方(?:が|の)?な|どうしようも",
                "|(?:多忙|繁忙|立て込|混み合|手一杯|忙し|バタバタ|年末進行|注文が(?:集中|殺到|重な))[^。、]{{0,16}}(?:ため|ので|により|で、|から|ことから|もあり|も重な|につき|おり|な中|状況)",
                "|繁忙期(?:で(?:あ|ご|も|し|、)|と(?:重|い)|につき|のため)[^。、]{{0,14}}",
                "|(?:{own})(?:に|として|といたしまして)も[^。、]{{0,14}}(?:事情|言い分|立場|都合|苦し|限界|想定)|(?:{own})(?:に|として|といたしまして|なり)(?:も|に)[^。]{{0,14}}(?:努力|努め|手を尽く|精一杯|精いっぱい|最善|できる限り|懸命)[^。]{{0,14}}(?:ました|でした|おります|つもり|ところ)",
                "|(?:想定外|予想外|想定を(?:超|上回)|突発的)[^。、]{{0,16}}(?:ため|ので|により|で、|ことから|もあり|事態|でした|でございました)",
                "|(?:悪天候|天候|交通(?:事情|渋滞)|渋滞|システム(?:の)?(?:不調|都合|上の都合))[^。、弊]{{0,14}}(?:のため|により|のせい|の都合|が原因|もあり|の影響)[^。、]{{0,10}}|(?:仕入先|委託先|運送会社)(?:側)?の?[^。、弊]{{0,8}}(?:(?:遅れ|遅延|不備|手違い|事情|都合|ミス|混雑|故障|不足)[^。、弊]{{0,6}}(?:のため|により|が原因|もあり)|のせい|の都合|が原因|の影響)[^。、]{{0,10}}",
                "|(?:集中する|重なる|混み合う|立て込む|慌ただしい)(?:時期|季節|月|折|頃|時分)(?:で(?:も)?|に)[^、。]{{0,4}}",
                "|(?:言い訳|弁解|弁明)(?:がまし|になり|ではござい|ではあり|めき|に聞こえ)[^。]{{0,10}}(?:ますが|恐縮|ですが|かもしれ|ませんが)",
                "|決して(?:弊社|当社|担当)[^。]{{0,10}}だけ|(?:悪気|悪意|他意)(?:が|は)(?:あった|ござい|あり)(?:わけでは|ませ)|(?:通常|普段|本来)(?:で(?:あれ|した)ら?ば?|は|なら)[^。]{{0,14}}(?:問題(?:は|の)な|間に合|起こり得|起きない)",
            ),
            own = own
        )),
        Pattern::fixed(concat!(
            r"(?i)(?-u:\b)(?:we|our (?:team|staff|people|office|plant|rep|representative)|the team|everyone here|I) (?:was|were|have been|had been|are) (?:[a-z]+ )?(?:busy|overloaded|overwhelmed|swamped|stretched|under (?:great |a lot of |heavy |severe )?pressure|snowed under|short of time|tied up)(?-u:\b)[^.!?,]{0,30}",
            r"|(?-u:\b)(?:circumstances|factors|events|reasons) (?:beyond|outside) (?:our|anyone's|everyone's) control(?-u:\b)|(?-u:\b)(?:unforeseen|unavoidable|unfortunate|exceptional) circumstances(?-u:\b)|(?-u:\b)could not (?:have been|be) (?:avoided|helped|foreseen|prevented)(?-u:\b)|(?-u:\b)(?:was|were) (?:simply |just )?unavoidable(?-u:\b)|(?-u:\b)force majeure(?-u:\b)",
            r"|(?-u:\b)in our defen[cs]e(?-u:\b)|(?-u:\b)(?:to be|in all|in) fair(?:ness)?(?-u:\b)|(?-u:\b)(?:is|are|was|were) (?:hard|tough|difficult|demanding|heavy|trying) (?:on|for) (?:any|every|all|most|us all)(?-u:\b)|(?-u:\b)through no fault of ours(?-u:\b)|(?-u:\b)not (?:entirely|only|really|solely) our (?:fault|mistake)(?-u:\b)|(?-u:\b)these things happen(?-u:\b)|(?-u:\b)we did (?:our best|everything we could|all we could|what we could)(?-u:\b)|(?-u:\b)nobody is perfect(?-u:\b)",
            r"|(?-u:\b)(?:due to|because of|owing to) (?:[a-z]+ ){0,3}(?:busy (?:season|period)|peak season|workload|heavy demand|high demand|bad weather|the weather|traffic|staff shortages?|year-end rush|supplier|holidays?)(?-u:\b)",
        )),
    ]
});

/// The client as the one whose circumstances are told.
static THEIRS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed("(?:貴社|貴院|貴行|貴校|お客様|皆様|[\\p{Han}ァ-ヺー]{1,6}様)(?:側|方)?(?:の|が|は|に(?:は|おかれ))")
});

/// A notice of an inconvenience to come, which asks for nothing to be forgiven.
static NOTICE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:ご不便|ご迷惑|お手数)を(?:お)?(?:かけ|掛け)(?:いた)?しますが、?(?:何卒|どうか|あらかじめ)?ご了承",
    )
});

/// What is to be accepted is the apology.
static APOLOGY_GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)^ (?:(?:our|my|this|the|these|an?) )?(?:[a-z]+,? ){0,5}(?:apolog(?:y|ies)|regrets?|letter|report|offer|invitation|proposal|discount|visit)(?-u:\b)",
    )
});

/// The reader asked to understand, or to put up with it.
static UNDERSTAND: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:事情|状況|立場|点|旨)?[をもは]?(?:どうか|何卒|なにとぞ|ぜひ)?(?:ご理解|ご了承|お察し|ご賢察|お汲み取り|ご勘案|ご斟酌|ご考慮|お含みおき)(?:の(?:ほど|程))?(?:を)?(?:ください|下さい|くださいま|願い|お願い|よろしくお願い|いただきたく|いただけますよう|いただければ|いただきますよう|いただきたい|賜りたく|賜りますよう|頂きたく)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:please|you (?:must|have to|need to|should)|(?:we|I) (?:hope|trust|ask|would ask)(?: that)? you(?: will| can)?) (?:try to )?(?:understand|appreciate|bear in mind|bear with us|accept|keep in mind)(?-u:\b)(?: that| our)?|(?-u:\b)(?:ask|request|appreciate|count on|seek) (?:for )?your (?:kind )?(?:understanding|patience|indulgence)(?-u:\b)",
        ),
    ]
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let lang = context.lang;
    let [turn, apology, owned, owned_turn] = [&TURN, &APOLOGY, &OWNED, &OWNED_TURN].map(|pair| lang.of(pair));
    let early = text.len() * FIRST / 100;
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut apologised = false;
    for span in sentences(text) {
        let sentence = text.get(span.clone()).unwrap_or_default();
        let body = sentence.trim_start_matches(['「', '"', '“']);
        let within = |at: Range<usize>| span.start + at.start..span.start + at.end;
        if let Some(found) = turn.captures(body)
            && let Some(word) = found.get(0)
            && (apologised || span.start < early || apology.is_match(sentence))
            && !owned_turn.is_match(sentence)
            // Away from the apology, or by a word that only narrows, it cancels nothing unless it pleads for us.
            && !body.to_lowercase().starts_with("but for ")
            && ((apologised && found.name("soft").is_none()) || lang.of(&FAVOUR).is_match(sentence))
        {
            let at = sentence.len() - body.len();
            places.push(within(at..at + word.end()));
        }
        if let Some(found) = lang.of(&TURNED_APOLOGY).captures(sentence)
            && let (Some(word), Some(rest)) = (found.name("turn"), found.name("rest"))
            && !owned.is_match(rest.as_str())
            && !found.get(0).is_some_and(|all| all.as_str().to_lowercase().contains("not only"))
            && !rest.as_str().trim().is_empty()
        {
            let start = found.get(0).map_or(word.start(), |all| all.start());
            places.push(within(start..word.end()));
        }
        let own = |found: &Match<'_>| !is_of_client(sentence, &found.range());
        let disowned = DISOWNED.is_match(sentence) || (lang == Lang::Ja && FAILED.is_match(sentence));
        if !disowned {
            places.extend(lang.of(&CIRCUMSTANCE).find_iter(sentence).filter(own).map(|found| within(found.range())));
            places.extend(circumstance::in_sentence(&reading, &span));
        }
        let asks = |found: &Match<'_>| {
            let after = sentence.get(found.end()..).unwrap_or_default();
            // "Please accept our apology" asks for nothing to be understood.
            // and "I ask for your patience until then" for time. せめて半分は、という線でお含みおきください tells of an offer.
            let offered = found.as_str().starts_with("お含みおき")
                && sentence.get(..found.start()).is_some_and(|before| before.ends_with('で'));
            !APOLOGY_GIVEN.is_match(after) && !after.starts_with(" until ") && !offered
        };
        if let Some(found) = lang.of(&UNDERSTAND).find(sentence).filter(asks)
            && !NOTICE.is_match(sentence)
            && (apologised || span.start < text.len() * 60 / 100 || apology.is_match(sentence))
        {
            places.push(within(found.range()));
        }
        apologised = apology.is_match(sentence);
    }
    places.retain(|place| !reading.is_quoted(place));
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let mut end = 0;
    places.retain(|place| {
        let apart = place.start >= end;
        end = end.max(place.end);
        apart
    });
    Ok(places.into_iter().map(|place| finding(&reading, place)).collect())
}

/// Whether a circumstance is the client's own: ご多忙な中, 貴社の繁忙期のため, your busy season.
fn is_of_client(sentence: &str, place: &Range<usize>) -> bool {
    let before = sentence.get(..place.start).unwrap_or_default();
    let clause = before.rsplit(['、', '。', ',']).next().unwrap_or_default();
    let words = sentence.get(place.clone()).unwrap_or_default().to_lowercase();
    before.ends_with(['ご', 'お'])
        || is_of_yours(sentence, place)
        || THEIRS.is_match(clause)
        || words.contains(" your ")
}

/// Whether what is hard is so for the client: were hard for all your people.
fn is_of_yours(sentence: &str, place: &Range<usize>) -> bool {
    let after = sentence.get(place.end..).unwrap_or_default();
    [" your ", " of your ", " those ", " of you"].iter().any(|word| after.starts_with(word))
}

fn finding(reading: &Reading, place: Range<usize>) -> Finding {
    let written = reading.text().get(place.clone()).unwrap_or_default().trim().to_owned();
    let message = Message::new(
        format!("「{written}」は言い訳に聞こえ、お詫びを打ち消します"),
        format!("`{written}` sounds like an excuse and cancels the apology"),
    );
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(Message::new(
        "お詫びを言い切り、続けて原因と取り組みを書いてください",
        "end the apology with a full stop, then give the cause and the measure",
    ))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("お手数をおかけし申し訳ございませんが、ご都合をお聞かせください。", &[]),
                ("三宅様は「しかし、10日と伝えた」とのご認識です。", &[]),
                ("お詫び申し上げます。ただいま確認しております。", &[]),
                ("ご迷惑をおかけしましたが、今後ともお願い申し上げます。", &[]),
                ("お詫び申し上げます。ただ、確認の範囲につきましては、双方の認識に違いがございます。", &[]),
                ("貴社の繁忙期のため、ご負担は大きかったものと存じます。", &[]),
                ("ご多忙な中、お時間を頂戴しました。", &[]),
                ("やむを得ない事情により、お届けが遅れました。", &["やむを得ない事情"]),
                ("申し訳ございません。とはいえ、弊社も手を尽くしました。", &["とはいえ"]),
                ("弊社にも事情がございました。", &["弊社にも事情"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("We are sorry that we not only replied late but did not confirm the call.", &[]),
                (
                    "You asked for 10 November. We delivered 2,000 cartons on 11 November, but the rest came a day later.",
                    &[],
                ),
                (
                    "We are sorry about the delay, but our team was busy.",
                    &["sorry about the delay, but", "our team was busy"],
                ),
                ("Please accept my sincere and unreserved apologies.", &[]),
                ("We are sorry. However, the two accounts of the call differ.", &[]),
                ("A call is easily overlooked in a busy autumn.", &["easily overlooked"]),
                ("Please understand that the plant was full.", &["Please understand that"]),
            ],
        );
    }
}
