//! Promises: sentences in which the own side says what it will do.

use std::ops::Range;
use std::sync::LazyLock;

use super::sentence::quotations;
use crate::lang::{Lang, Match, Pattern};

/// What sort of act is promised, or on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// A measure, or a check of what happened.
    Work,
    /// Telling the client something.
    Report,
    /// Meeting the client.
    Visit,
    /// Who the client talks to.
    Contact,
}

/// A promise in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    /// The words that make it one.
    pub(super) span: Range<usize>,
    /// What sort of act is promised.
    pub(super) act: Act,
}

/// Verbs at the end of a Japanese sentence, or before が、 and ので、, that tell of an act to come.
static ACTS_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:[ぁ-んー一-龠々]ます|お約束です|(?:予定|運び|手はず|手筈|段取り)(?:です|でございます|でおります)|方針です|ことにしました|ことといたしました|こととしました",
        "|ことが決まりました|ことを決定(?:いた)?しました|ことに決(?:まり|め)ました)",
        "(?:。|．|！|$|が、|ので、|し、|\n)",
    ))
});

/// Forms in ます that tell of a state, a possibility, a wish or a thought.
static STATE_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:おり|ござい|てい|でい|あり|なり|思い|おもい|存じ|申し|考え|いただけ|見え|感じ|願い|信じ|られ|でき|わかり|分かり|かかり|足り|助かり|悔やま|当たり|あたり|かね|限り|読め|言え|申せ|防げ|たどれ|相当し|占め|[^さ入]れ|えて?い|含み|及び|残り|要し|至り|ちがい|違い|占め|示し|求め(?:て|られ)|動け|務まり|続き|くださり|下さい|くださいい|恐れ入り|痛み入り)ます",
        "(?:。|．|！|$|が、|ので、|し、|\n)$|予定しており?ます",
    ))
});

/// Forms of a state that tell of an act to come all the same: 設ける運びとなっております.
static INTENT_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "予定して(?:おり|い)|(?:予定|運び|手はず|手筈|段取り)(?:と|に)(?:なって|して)(?:おり|い)ます|[うくすつぬぶむるぐ]こと(?:に|と)(?:なって|して|いたして)(?:おり|い)ます",
    )
});

/// Something new that a clause within the sentence brings about: 専用の宛先を設ける運びとなり、開設しだいご案内します.
static CREATES_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:設け|設置|開設|新設|導入|用意|採用|増員|配置|開始)(?:す|いたす)?る?(?:運び(?:と|に)|こと(?:に|と)|手はずと|予定で)(?:なり|し|いたし)?、",
    )
});

/// What a sentence of that form says without promising anything new.
static HARMLESS_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:お手数|ご面倒|恐縮|ご(?:迷惑|不便|心配|負担)をおかけ|書面にて申し上げ|分けて記し|記し|申し述べ|お詫び|おわび|陳謝|お礼|御礼|感謝|お願い|拝察|お察し|受け止め|理解|認識|痛感|反省|肝に銘じ|努め|取り組ん|励ん|尽力|精進|尽くし",
        "|心がけ|心掛け|徹底|注意|承|賜|頂戴|存じ|お待ち|期待|失礼|祈念|お祈り|ご挨拶|お見舞い|申し添え|ご提案|お示し|ご案内|いかし|生かし|活かし|役立て",
        "|ご?相談|検討|拝見|拝読|参考|お付き合い|役に立|誠意|真摯|向き合|最善|万全|尽く|全力|強化|図り|図って|信頼(?:の)?回復|引き締め|初心|襟を正|責任を持|見届け|見守|続けて(?:まい|いき)|継続して(?:まい|いき)|認め|(?:礎|土台|糧|指針|戒め|教訓|出発点|手がかり|励み)(?:に|と)|(?:取り組み|改善策|施策|改善|対策)を(?:進め|続け|重ね|講じ)|ところから始め|(?:分|時間)(?:ほど|程度|くらい)を(?:予定|見込)|(?:責め|責任|結果の?一切)[^。、]{0,4}(?:負い|引き受け|取り)|(?:仕組み|手順|体制|対応|姿勢|運用|進め方|在り方|あり方|やり方|取り組み方|仕方|方法|流れ|業務|応対|考え方|意識)(?:そのもの|自体|全体|全般)?[^。、]{0,4}(?:改めて(?:まい|いき)|改める|改めさせ|改善)|責任をもって|(?:^|、)(?:一つずつ|一つひとつ|少しずつ|着実に|地道に)|差し控え|[をは]控え|見合わせ|見送|遠慮|同封|添付|別紙|記載|略儀|書中|謹|重ね(?:て|まし)|改善に|つなげ|深め|高め|育て|支え",
        "|(?:事実|経緯|内容|状況|原因|要因|実態|詳細|記録|点|やりとり|やり取り)[^。、]{0,12}(?:確認|調査|把握|検証|整理|洗い直)|お気持ち|ご意見|お叱り|お言葉|お話を|お話し)",
        "[^。、]{0,14}(?:ます|所存でございます)",
        "(?:。|．|！|$|が、|ので、|し、|\\n)",
        // What the text itself does: 取り組みを四つ挙げます.
        "|(?:挙げ|掲げ|列挙(?:いた)?し|述べ|記(?:し|させていただき)|書き(?:添え|記し|分け|出し))(?:ます|てまいります|ておきます)|(?:表|一覧|箇条書き|一枚)(?:に|で)(?:いたし|し|まとめ|整理(?:いた)?し|お示し(?:いた)?し|させていただき)(?:ます|ております)|(?:を|から|のみ|だけ)、?申し上げます|次の[^。、]{0,12}(?:で|に|ように)[^。、]{0,8}(?:お応え|改め|臨み|進め|当たり|お答え)[^。、]{0,4}ます|次のように[^。、]{0,8}ます|(?:仕組み|手順|体制|運用|進め方|在り方|あり方|やり方|姿勢)を?改めます",
        "|(?:項目|点|もの|順|以下)(?:から|に)(?:順に)?(?:申し上げ|ご説明|ご報告|お伝え)(?:いたし|し)?ます|(?:前者|後者)(?:は|も)[^。]{0,40}ます(?:。|．|$)|確認を行います|(?:以下|次|下記|上記|別紙)の(?:とおり|通り|ように|事項|[0-9二三四五六七八九十]+(?:つ|点|項目|件))[^。]{0,24}(?:進め|取り組|続け|実施|対応|いた|改め|整理|ご報告|ご案内|ご回答|ご説明|ご連絡|お知らせ)",
    ))
});

/// What measures are for, without a figure: 人の目と仕組みの両方で、取り違えを防ぎます. It promises no act of its own.
static AIM_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^0-9%割倍半]*(?:を|が|は|も)[^。、0-9%割倍半]{0,6}(?:防ぎ|防いで(?:まい|いき)|防止(?:し|いたし)|未然に防|抑え|抑止(?:し|いたし)|避け|回避(?:し|いたし)|減らし|低減(?:し|いたし)|無くし|なくし|補い|補って(?:まい|いき))[^。、]{0,5}ます(?:。|．|！|$)",
    )
});

fn is_aim(sentence: &str) -> bool {
    AIM_JA.is_match(sentence) && !CREATE.is_match(sentence)
}

/// A service at an hour or so often: 夜8時までご連絡を承ります promises more than 承ります does.
static HOURS_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:[0-9]時|週に|月に|毎日|毎週|毎月|半年間|か月間|時間外|夜間|深夜|早朝|休日|土日|祝日|終日|年末年始)[^。]{0,24}(?:承り|受け付け|お受けし|お受けいたし|対応し|対応いたし|出られ|拝見|点検|確認)",
    )
});

/// English subjects with a verb of the future.
static ACTS_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)^expect (?:our|a|an|the)(?-u:\b)|(?-u:\b)(?:(?:we|I)(?:'ll|’ll| will| shall| are going to| am going to| plan to| intend to| undertake to| promise to| commit to)",
        r"|(?:we|I)(?: are| am|'re|’re|'m|’m) (?:now |also )?(?:replacing|changing|swapping|extending|training|moving|going to|setting up|introducing|opening|adding|hiring|installing|launching|creating|building|making|developing|establishing|appointing|assigning|putting in place|bringing in|doubling)",
        r"|(?:we|I) (?:hereby )?(?:guarantee|promise|undertake|commit|pledge)|from now on,? (?:we|I|you|every|each|all)",
        r"|(?:our|a|an|the|one|two|each|every|all|both)(?: [a-z0-9'’-]+){1,7}? will|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+ will|[A-Z][a-z]+ [A-Z][a-z]+ will|[A-Z][a-z]+ [A-Z][a-z]+, (?:our|the|a|an|your) [^,.;:]{3,50}, will|(?:one|two|some|each) of our [a-z]+(?: [a-z]+){0,2}? (?:stays?|sits?|comes?|joins?|visits?|stands?|takes?|checks?|calls?|attends?|remains?|walks?|rides?)|(?:from|as of|starting|beginning) [^.,;:]{2,24},? you (?:can|may|will be able to)|you (?:will|shall) (?:always |then |also |now )?(?:receive|have|get|hear|be (?:sent|given|contacted))",
        r"|(?:you (?:can|may) |please )expect (?:our|a|an|the)|(?:goes|go|going) live|you (?:receive|get|hear from us)|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+ is going to|will be (?:available|in place|set up|introduced|installed|appointed|assigned|added|provided|sent|delivered|replaced|established|launched|done|finished|completed|carried out|ready)",
        r"|(?:report|account|result|list|update)s?(?: [a-z]+){0,4} (?:follows?|reach(?:es)? you|comes?|(?:is|are) due))(?-u:\b)",
    ))
});

/// What goes on: a promise where a day to come or how often is named with it.
static GOES_ON: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:予定|実施予定|開始予定|送付予定|完了予定)(?:。|$|）|\\))|(?:ご覧|お使い|ご利用|ご確認|お試し)(?:に)?(?:いただけ|なれ)(?:ます|る(?:状態|よう))|(?:たく存じ|たいと(?:存じ|考え|思)[^。、]{0,6})ます|(?:所存|考え|つもり|計画|(?:できる|いただける)見込み)(?:です|でございます|でおります)|こと(?:に|と)(?:なりました|なっております)",
        ),
        Pattern::fixed(concat!(
            r"(?:(?-u:\b)(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+|(?-u:\b)[A-Z][a-z]+ [A-Z][a-z]+|(?-u:\b)I|(?-u:\b)We|(?-u:\b)we|[Tt]he (?:section )?manager|[Oo]ur manager) (?:is|are|am|remains?|joins?|attends?|checks?|sends?|calls?|looks? after|takes? over|visits?|reports?)(?-u:\b)",
            r"|(?i:^\W*(?:planned|under way|in progress|next steps?|to follow|upcoming)(?-u:\b))",
        )),
    ]
});

/// What a sentence says goes on or is planned: a promise only where it names a day to come or how often.
pub(super) fn goes_on(sentence: &str, lang: Lang) -> Option<Promise> {
    let [ja, en] = &*GOES_ON;
    let span = lang.pick(ja, en).find(sentence)?.range();
    Some(Promise { act: act_of(sentence, sentence), span })
}

/// What follows such a verb without promising anything new.
static HARMLESS_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)^\s*(?:to |also |of course |certainly |gladly |always |then )?(?:do (?:our|my) best|do everything|do all we can|work (?:hard|on|with|to)|continue to (?:work|listen)",
        r"|listen|be (?:happy|glad|pleased|grateful|able|in touch|at your)|take (?:this|it|your|to heart)|remember|treat|look forward|not forget",
        r"|bear in mind|learn|make every effort|strive|try|reflect|understand|not (?:let|rest|repeat)|keep (?:in mind|to|listening|working)|settle|rebuild|earn|regain|spare no effort|see to it|give (?:this|it) (?:our|my)|stand by|be here|treasure|value|honou?r|respect|help|show|allow|enable|take (?:about|around|[0-9]+|some)|last (?:about|[0-9]+)|begin|start with|see|know|serve|explain below|come and (?:explain|see|listen)|set out|describe|enclose|attach|refrain|not (?:happen|be repeated|comment|go into)|consider|discuss|think|examine|look into|check (?:what|whether|how|the facts)|come back to this|be (?:correct|right|accurate|reliable|safe|secure|in order|different|better))(?-u:\b)",
    ))
});

/// How often something is done: a pattern each.
static OFTEN: LazyLock<[Pattern; 6]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            r"毎日|毎朝|毎夕|毎営業日|日々の(?:ご?報告|ご?連絡|確認|点検|送付|お知らせ)|日次|(?i:(?-u:\b)(?:daily|every (?:single )?(?:day|morning|evening|business day|working day)|each (?:day|morning|evening|business day))(?-u:\b))",
        ),
        Pattern::fixed(
            r"毎週|週次|週に?[一1]度|週に?[一1]回|(?i:(?-u:\b)(?:weekly|once a week|(?:every|each) (?:single )?(?:week|(?:mon|tues|wednes|thurs|fri)day))(?-u:\b))",
        ),
        Pattern::fixed(
            r"毎月|月次|月に?[一1][度回]|(?i:(?-u:\b)(?:monthly|once a month|(?:every|each) month)(?-u:\b))",
        ),
        Pattern::fixed(
            r"週に?[二三23][度回日]|月に[二三四2-4][度回]|隔日|一日おき|隔週|(?i:(?-u:\b)(?:(?:twice|three times|two times) (?:a|per) (?:week|month|day)|every other (?:day|week)|fortnightly|bi-?weekly)(?-u:\b))",
        ),
        Pattern::fixed(
            r"24時間|二十四時間|常時|常駐|随時|いつでも|即時|即座|半日(?:の)?(?:うち|以内)|(?:[0-9一二三]+)(?:分|時間|営業日|日)以内|(?i:(?-u:\b)(?:around the clock|24/7|24 hours|at any time|at all times|round the clock|within (?:the|an|one|two|three|[0-9]+) (?:minutes?|hours?|days?|business days?|working days?))(?-u:\b))",
        ),
        Pattern::fixed(
            r"(?:^|[^0-9一二三四五六七八九十今先来本同翌の])(?:月末|月初め?|月の(?:初め|終わり))(?:に|ごと)|四半期|半期|半年(?:に|ごと)|年(?:内)?に?[一二三四1-4][度回]|(?i:(?-u:\b)(?:quarterly|(?:every|each|once a) quarter|half-yearly|every six months|twice a year|once a year|at the end of (?:every|each) month)(?-u:\b))",
        ),
    ]
});

/// 毎日お送りするものではなく: what is not done.
static DENIED_OFTEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"毎[日朝週月][^。、]{0,16}(?:もの|の|わけ)?では(?:なく|ございませ|ありませ)|(?i:(?-u:\b)not (?:every|each) [a-z]+)",
    )
});

/// How often a text says that something is done, in the order of daily, weekly, monthly, several times, at once, by
/// the end of months and parts of the year.
pub(super) fn often(text: &str) -> [bool; 6] {
    let text = &*DENIED_OFTEN.replace_all(text, "");
    [0, 1, 2, 3, 4, 5].map(|index| OFTEN.get(index).is_some_and(|words| words.is_match(text)))
}

/// What the client may ask for, which is then no promise of its own.
static ON_REQUEST: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:ご希望|ご要望|ご不明|ご必要|お気づき|ご質問|ご都合|ご不便|ご意見|ご用命|お困り|お許し|ご了承|ご承諾|ご同意|ご内諾|お望み)[^。]{0,24}(?:ば|たら|場合|際|ましたら|であれ|なら|次第)|必要(?:であれ|でしたら|に応じ|な場合)|(?:よろし|宜し|差し支えな)ければ|お申し付け|お申しつけ|(?:ご指定|差し支え|仰せ|おっしゃ|お望み|お選び|お申し出|お求め|お許し|ご希望)[^。]{0,16}(?:ば|たら|場合|とき|折|なら|次第|限り|に合わせ|に応じ)|(?:日程|都合|予定|時刻|日時)[^。、]{0,4}(?:合わない|合いませ|悪い|つかない)|(?:誤り|間違い|不備|不足|遅れ|ずれ|おそれ|変わり|変更)(?:が|は|の?ある)[^。、]{0,8}(?:れば|ましたら|場合|とき)",
        r"|(?i:(?-u:\b)(?:if you|should you|(?:should|if) we (?:do|take|decide|adopt|go ahead|choose)|whenever you|when you (?:wish|want|need)|at your request|on request|as you (?:wish|prefer)|(?:is|are) for you to (?:say|decide|choose)|follow your (?:wish|preference|choice)|(?:is|are) (?:entirely )?(?:up to you|your choice)|with your (?:consent|agreement|permission)|if (?:that|this|it|an?|the|any|one|another) (?:[a-z]+ ){0,4}(?:suits?|is|are|would|should|were))(?-u:\b))",
    ))
});

/// Whether a text speaks of word to the client.
pub(super) fn is_report(text: &str) -> bool {
    REPORT.is_match(text)
}

/// Whether a sentence offers something only where the client asks for it.
pub(super) fn is_on_request(text: &str) -> bool {
    ON_REQUEST.is_match(text)
}

/// Words of somebody else taking the client over.
static OTHER_PERSON: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "担当[^。、]{0,8}(?:から|を)[^。、]{0,8}(?:外[れしす]|降[りろ]|離れ|退)|担当[^。、]{0,8}(?:交代|交替|替え|替わ|代わ|変更)|(?:責任者|窓口)[^。、]{0,8}(?:交代|交替|替え|替わ|代わ|変更)|担当(?:の)?(?:解除|を外)|次の担当|後任|新(?:しい|たな)?(?:担当|責任者)|別の(?:者|担当|責任者|社員)",
        r"|(?i:(?-u:\b)(?:replac[a-z]*|(?:new|different|another) (?:representative|lead|contact|person|colleague|account manager)|successor|take over|takes over|swap|chang[a-z]+ (?:your|the) (?:representative|lead|contact))(?-u:\b))",
    ))
});

/// Whether what a sentence promises is somebody else taking the client over: 担当が替わりましても says it in passing.
pub(super) fn is_change(text: &str) -> bool {
    let clause = last_clause(text.trim_end_matches(['。', '．']));
    let passing = text.contains("かかわらず") || text.contains("につきましては、");
    // 担当が替わりましても変わりなく続けます.
    let although = ["わりましても", "わっても", "代の後も", "代後も"].iter().find_map(|word| text.split_once(word));
    let text = match although {
        Some((_, rest)) => rest,
        None if passing && !text.is_ascii() => clause,
        None => text,
    };
    OTHER_PERSON.is_match(text)
}

/// Whether a sentence says in so many words that the client gets another representative: 担当者を変更いたします.
pub(super) fn changes_rep(text: &str) -> bool {
    static CHANGES: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "担当者?(?:を|の)[^。、]{0,12}(?:変更|交代|交替|替え|解除)(?:を|(?:を|に)?(?:実施|決定))?(?:いたし|し|させていただき|すること[にと]|する運び)[^。、]{0,8}(?:ます|した)",
        )
    });
    CHANGES.is_match(text)
}

/// Whether a sentence tells what one of the own people does for other clients: no promise to this one.
pub(super) fn is_for_others(text: &str) -> bool {
    static OTHERS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?:新しい|新たな|ほかの|他の|別の|次の)(?:お客様|担当先|取引先|顧客|持ち場|部署|職場|仕事|[一二三四五数何]社)|(?i:(?-u:\b)(?:other|new|different) (?:customers|clients|accounts)(?-u:\b))",
        )
    });
    OTHERS.is_match(text)
}

/// Whether a sentence says that what it promises comes on top of the rest: これとは別に, このほか.
pub(super) fn is_on_top(text: &str) -> bool {
    static ON_TOP: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?:これ|それ|上記|以上)(?:とは別に|に加え|のほか|以外に)|この(?:ほか|他)[、に]|そのほか[、に]|(?i:(?-u:\b)(?:in addition to|on top of|apart from|besides|beyond) (?:this|that|these|the above)(?-u:\b))",
        )
    });
    ON_TOP.is_match(text)
}

/// Whether a sentence speaks of a successor.
pub(super) fn names_successor(text: &str) -> bool {
    ["後任", "次の担当", "successor", "new representative"].iter().any(|word| text.contains(word))
}

static REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "ご?報告|ご?連絡|お電話|ご?回答|お知らせ|お答え|ご?返事|お伝え|ご?説明|ご案内|(?:書面|文書|書類)(?:にて|[でをに])[^。、]{0,6}(?:お届け|お送り|差し上げ)",
        r"|(?i:(?-u:\b)(?:report|tell|inform|answer|reply|come back to|write to|call|phone|ring|e-?mail|send you|let you know|update|receive|hear|account|result|contact)(?-u:\b))",
    ))
});
static VISIT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "お?伺い|伺え?ます|参り|お邪魔|訪問|参上|お目にかか|同席|加わり|面談|持参|お持ち|(?i:\\b(?:visit|meet|come to|join|call on|attend)\\b)",
    )
});
static CONTACT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "窓口|直接|前面|補佐|担当|引き継|(?i:\\b(?:contact|representative|replace|successor|in charge|lead|take over|handle|support|look after)\\b)",
    )
});

/// Bringing something new about is work, whatever it is for.
static CREATE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "設け|設置|開設|新設|作り|増や|増員|導入|配置|常駐|用意|採用|雇|確保|(?i:\\b(?:set up|open|create|establish|install|introduce|launch|hire|build|dedicated|appoint|station)\\b)",
    )
});

/// A polite word for something to come, which is a promise where a day or how often stands with it: 4月中にご提案します.
pub(super) fn soft_promise(sentence: &str) -> Option<Promise> {
    static SOFT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?:ご?提案|ご?相談|ご?案内|検討|調整|見直し|改善|強化|お示し|ご紹介|準備|手配|整備|進め)[^。、]{0,14}(?:ます|予定です|所存です)(?:。|．|！|$|が、|ので、)",
        )
    });
    let span = SOFT.find(sentence).filter(|_| !sentence.contains("いただけ"))?.range();
    Some(Promise { act: act_of(sentence, sentence), span })
}

/// An act to come in a polite phrase that promises nothing by itself.
pub(super) fn polite_act(sentence: &str, lang: Lang) -> Option<Promise> {
    let act = (lang == Lang::Ja).then(|| ACTS_JA.find_iter(sentence).last()).flatten()?;
    let state = STATE_JA.is_match(before(sentence, act.end()));
    (!state && !lies_in(act.start(), &quotations(sentence)))
        .then(|| Promise { act: act_of(sentence, sentence), span: act.range() })
}

/// A demand that is granted: 担当の変更を承諾いたします.
pub(super) fn grants_change(sentence: &str) -> Option<Promise> {
    static GRANT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?:承諾|了承|同意|お受け|お引き受け|応じ)(?:る|を)?(?:こと(?:と|に))?(?:いた|し|させ)[^。]{0,8}|承知(?:いた)?し(?:ます|ました)|(?i:(?-u:\b)(?:we|i) (?:hereby |gladly |therefore )?(?:accept|agree|grant|consent|comply)[a-z]*(?-u:\b))",
        )
    });
    let asked = ["ご要望", "ご希望を承", "your request"].iter().any(|word| sentence.contains(word))
        && sentence.contains("承り");
    let span = GRANT.find(sentence).filter(|_| is_change(sentence) && !asked)?.range();
    Some(Promise { act: Act::Contact, span })
}

/// The promise of a sentence, if it makes one.
pub(super) fn promise(sentence: &str, lang: Lang) -> Option<Promise> {
    let span = match lang {
        Lang::Ja => {
            let quoted = quotations(sentence);
            // 担当から外れます tells of an act, though in the form of a state.
            let leaves =
                ["外れます", "替わります", "代わります", "離れます"].iter().any(|verb| sentence.contains(verb))
                    && is_change(sentence);
            let state = |found: &Match<'_>| {
                let so_far = before(sentence, found.end());
                let told = lies_in(found.start(), &quoted);
                if !told && leaves {
                    return false;
                }
                told || (STATE_JA.is_match(so_far) && !INTENT_JA.is_match(so_far))
            };
            let bound = HOURS_JA.is_match(sentence);
            // 窓口を設けますので、ご用命はそちらへお願いいたします: each act is judged by its own clause.
            let mut from = 0;
            let mut own = |found: &Match<'_>| {
                let clause = sentence.get(std::mem::replace(&mut from, found.end())..found.end()).unwrap_or_default();
                !state(found) && (bound || changes_rep(clause) || !(HARMLESS_JA.is_match(clause) || is_aim(clause)))
            };
            let act = ACTS_JA.find_iter(sentence).filter(|found| own(found)).last();
            act.or_else(|| CREATES_JA.find(sentence).filter(|found| !lies_in(found.start(), &quoted)))?.range()
        }
        Lang::En => {
            let quoted = quotations(sentence);
            let harmless = |found: &Match<'_>| {
                let before = before(sentence, found.start());
                // A sentence that is cut off promises nothing.
                if sentence.get(found.end()..).is_some_and(|rest| rest.trim().is_empty()) {
                    return true;
                }
                let refused = ["cannot promise", "can't promise", "not promise", "cannot say that"];
                // "A company you will not know": somebody else is the subject.
                let rest = sentence.get(found.end()..).unwrap_or_default();
                let another = found.as_str().ends_with(" you will") && rest.starts_with(" not ");
                another
                    || refused.iter().any(|word| before.contains(word) || found.as_str().contains(word))
                    || lies_in(found.start(), &quoted)
                    || HARMLESS_EN.is_match(sentence.get(found.end()..).unwrap_or_default())
            };
            ACTS_EN.find_iter(sentence).find(|found| !harmless(found))?.range()
        }
    };
    let verb = sentence.get(span.clone()).unwrap_or_default().trim_end_matches(['。', '．']);
    let span = span.start..span.start + verb.len();
    // What is promised stands before the verb in Japanese, after it in English.
    let object = match lang {
        Lang::Ja => last_clause(sentence.get(..span.end).unwrap_or_default()),
        Lang::En => sentence.get(span.start..).unwrap_or_default(),
    };
    Some(Promise { act: act_of(object, sentence), span })
}

/// What sort of act it is, by the clause of the verb, else by the whole sentence.
fn act_of(object: &str, sentence: &str) -> Act {
    if CREATE.is_match(object) {
        Act::Work
    } else if REPORT.is_match(object) {
        Act::Report
    } else if VISIT.is_match(object) {
        Act::Visit
    } else if CONTACT.is_match(object) {
        Act::Contact
    } else if WORD_TO_CLIENT.is_match(sentence) {
        Act::Report
    } else {
        Act::Work
    }
}

/// A report that stands before its verb: 次回のご報告は、12月18日に差し上げます.
static WORD_TO_CLIENT: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("ご?(?:報告|回答|連絡|返事|説明)(?:書|資料)?(?:は|につきまして|を|も)"));

/// The words just before a place, as many as matter.
fn before(text: &str, end: usize) -> &str {
    let start = (end.saturating_sub(90)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    text.get(start..end).unwrap_or_default()
}

/// Whether a place lies in one of the quotations, which are in order.
fn lies_in(place: usize, quoted: &[Range<usize>]) -> bool {
    let next = quoted.partition_point(|quote| quote.end <= place);
    quoted.get(next).is_some_and(|quote| quote.start < place)
}

fn last_clause(text: &str) -> &str {
    text.trim_end_matches('、').rsplit('、').next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Act, promise};
    use crate::lang::Lang;

    #[test]
    fn promises_are_told_from_polite_phrases() {
        for (text, act) in [
            ("11月27日までに、経緯を書面でご報告いたします。", Some(Act::Report)),
            ("専用の窓口を設けます。", Some(Act::Work)),
            ("今後は私が窓口を務めます。", Some(Act::Contact)),
            ("月曜日に課長がお伺いいたします。", Some(Act::Visit)),
            ("検査員を二名増やします。", Some(Act::Work)),
            ("深くお詫び申し上げます。", None),
            ("重く受け止めております。", None),
            ("再発防止に努めてまいります。", None),
            ("下記のとおりご報告いたします。", None),
            ("ご都合をお聞かせくださいますようお願いいたします。", None),
            ("お届けを終えております。", None),
        ] {
            assert_eq!(promise(text, Lang::Ja).map(|promise| promise.act), act, "{text}");
        }
        for (text, act) in [
            ("You will receive our account by 27 November.", Some(Act::Report)),
            ("We'll open a hotline.", Some(Act::Work)),
            ("A hotline will be set up.", Some(Act::Work)),
            ("We will do our best.", None),
            ("We delivered the cartons and are sorry.", None),
            ("Would one of these dates suit you?", None),
        ] {
            assert_eq!(promise(text, Lang::En).map(|promise| promise.act), act, "{text}");
        }
    }
}
