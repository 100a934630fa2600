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
            "^(?:しかしながら|しかし|とはいえ|とは言え|とはいいましても|とは申し(?:ましても|まして)|ただし|ただ、|だが|ですが|もっとも、|それでも|けれども|もっとも|一方で、?弊社)",
        ),
        Pattern::fixed(
            r"(?i)^(?:but|however|that said|having said that|nevertheless|nonetheless|still,|yet,?|even so|on the other hand|at the same time|to be fair|although|though)(?-u:\b)",
        ),
    ]
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
            "怠|不足|不十分|不備|至ら|できておりません|できませんでした|(?:返答|返信|連絡|確認|登録|報告|お返事|共有|対応|お知らせ)[^。、]{0,4}(?:せず|できず|差し上げ|しておら|しており?ませ|行(?:わ|っ|い)|遅れ)|足りません|足らず|欠け|漏れ|見落と|遅れました|遅れた|お?察し|重く受け止め|ご負担|改め|反省|弊社の(?:責任|誤り|落ち度)|(?:認識|記憶|ご?理解)(?:に|の|が)[^。、]{0,6}(?:違|相違|異な|隔たり|分かれ)|申し上げられませ|分かりませ|言い切れ|断定|いまだ|まだ[^。]{0,20}(?:ませ|な[いく])|(?:確認|点検|調査)(?:が済|が終わ|を終え|を続け|中で)|(?:言い訳|弁解|理由)に(?:は|も)?(?:なりませ|ならな|いたしませ)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:(?:we|our|I|nobody|no one|it|which|none) (?:[a-z]+ ){0,3}(?:did not|didn't|had not|failed|never|should have|were wrong|was wrong|overlooked|missed|forgot|omitted|neglected|neither|no )|no (?:reply|answer|confirmation|check)|not (?:confirmed|replied|registered|checked|answered|told|enough)|please (?:let|tell|send|call|confirm)|(?:recollections?|accounts?|versions?|memories|views)[^.!?]{0,30} (?:differ|part|diverge)|(?:remember|recall|see)s? [^.!?]{0,40}differently|cannot (?:yet |now )?(?:say|tell|rule out|be sure|promise|exclude)|not yet (?:know|finished|certain|clear|complete)|still (?:open|being checked|unknown|checking|looking)|no excuse|not an excuse|does not excuse|nor (?:does|is) (?:this|that|it))",
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
                "やむを得(?:ない|ぬ|ず)(?:事情|理由|状況|面)?|諸般の事情|諸事情|不可抗力|致し方|仕方(?:が|の)?な|どうしようも",
                "|(?:多忙|繁忙|立て込|混み合|手一杯|忙し|バタバタ|年末進行|注文が(?:集中|殺到|重な))[^。、]{{0,16}}(?:ため|ので|により|で、|から|ことから|もあり|も重な|につき|おり|な中|状況)",
                "|繁忙期(?:で(?:あ|ご|も|し|、)|と(?:重|い)|につき|のため)[^。、]{{0,14}}",
                "|(?:{own})(?:に|として|といたしまして)も[^。、]{{0,14}}(?:事情|言い分|立場|都合|努力|手を尽く|精一杯|最善|できる限り|苦し|限界|想定)",
                "|(?:想定外|予想外|想定を(?:超|上回)|突発的)[^。、]{{0,16}}(?:ため|ので|により|で、|ことから|もあり|事態|でした|でございました)",
                "|(?:悪天候|天候|交通(?:事情|渋滞)|渋滞|システム(?:の)?(?:不調|都合|上の都合)|仕入先|委託先|運送会社)[^。、弊]{{0,14}}(?:のため|により|のせい|の都合|が原因|もあり|の影響)[^。、]{{0,10}}",
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
        if let Some(found) = turn.find(body)
            && (apologised || span.start < early || apology.is_match(sentence))
            && !owned_turn.is_match(sentence)
        {
            let at = sentence.len() - body.len();
            places.push(within(at..at + found.end()));
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
        places.extend(lang.of(&CIRCUMSTANCE).find_iter(sentence).filter(own).map(|found| within(found.range())));
        places.extend(circumstance::in_sentence(&reading, &span));
        let asks = |found: &Match<'_>| {
            let after = sentence.get(found.end()..).unwrap_or_default();
            // "Please accept our apology" asks for nothing to be understood.
            !APOLOGY_GIVEN.is_match(after)
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
    before.ends_with(['ご', 'お']) || THEIRS.is_match(clause) || words.contains(" your ")
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
