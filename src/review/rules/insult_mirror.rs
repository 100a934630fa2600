//! R29: the client's harsh words given back, or an argument with the client.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::frame::apart;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "insult-mirror",
    code: "R29",
    about: (
        "お客様の激しい言葉をそのまま繰り返す文、言い争う文。傷口を開きます。",
        "The client's harsh words repeated to the client, or an argument. It reopens the wound.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "『顔も見たくない』とのことですが、担当は続けます。" },
        Example { lang: Lang::Ja, text: "「嘘つき」とのお言葉は心外でございます。" },
        Example { lang: Lang::En, text: "You called us liars." },
        Example { lang: Lang::En, text: "Your claim is simply not true." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "ご不信の念を重く受け止めております。" },
        Example { lang: Lang::Ja, text: "「担当を替えてほしい」とのご要望を承りました。" },
        Example { lang: Lang::En, text: "We recognise your loss of confidence." },
        Example { lang: Lang::En, text: "You and we remember the call differently." },
    ],
    check,
};

/// Insults, wherever they stand: the fault is to repeat them, so quotation marks do not help.
static JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "顔も見たくな[^、。」』]{0,4}|(?:二度と|もう)(?:来るな|来ないで|顔を見せ|電話してくるな|敷居をまたぐ)[^、。」』]{0,6}|声も聞きたくな[^、。」』]{0,4}",
        "|嘘つき|うそつき|嘘八百|詐欺(?:師|まがい|同然)?|ペテン|泥棒|(?:人|うち|当社|客)を(?:馬鹿|バカ|ばか|コケ)に|馬鹿にし(?:て|た)|バカにし(?:て|た)|馬鹿野郎|ばかやろう|無能|役立たず|能無し|給料泥棒|ふざけ(?:るな|ないで|てい|やが|ん)|なめ(?:て(?:い|ん)|るな|られ)|舐め(?:て(?:い|ん)|られ)|いい加減にし[ろてな]|最低(?:の|な)?(?:会社|対応|だ|です|の人|の担当)|非常識|話にならな[^、。」』]{0,4}|信用できない(?:会社|連中|人)|使えない(?:担当|人|会社|営業)|見下(?:さ|し|す)[^、。」』]{0,8}|土下座|責任者を出せ|誠意を見せろ|どうしてくれる|ろくでもない|頭がおかし|やる気がない(?:の|ん|会社)|(?:三流|二流)(?:の)?(?:会社|企業|以下)|出入り禁止|顔に泥|もう(?:話せま?せ|話したくな|会いたくな|うんざり|関わりたくな|付き合いきれ)[^、。」』]{0,4}|(?:話し|会い|関わり|顔を合わせ)たくない|うんざり|子供の使い|お粗末|いい加減な会社|クレーマー|言いがかり|難癖|いちゃもん|因縁をつけ",
    ))
});

/// Harsh words that are fine in other senses.
static JA_FINE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:嘘つき|うそつき)扱い|最低(?:限|でも|賃金|気温|[0-9])|詐欺(?:対策|防止|被害)|泥棒対策|見下ろ|お粗末(?:な|で)(?:対応|ところ)[^。]{0,12}(?:弊社|お詫び)|(?:弊社|私ども|当社)の[^、。]{0,10}お粗末",
    )
});

/// An argument with the client.
static JA_ARGUES: LazyLock<Wording> = LazyLock::new(|| {
    let said = "(?:ご主張|ご指摘|ご発言|お話|お申し出|ご説明|ご認識|仰ること|おっしゃること|ご意見|ご非難|お言葉|ご批判|ご請求)";
    let wrong = [
        format!("{said}(?:の内容|の点)?(?:は|には|が|とは|も)、?[^、。弊]{{0,12}}(?:事実(?:と|に)(?:異な|反し|相違)|事実では(?:ござい|あり)|誤り(?:で|と)|間違[いっ]|当た(?:ら|り)ま?[せな]|心外|承服|納得(?:でき|いき|しかね|いたしかね)|受け入れられ|受け入れ(?:かね|でき)|不当|根拠が(?:な|ござい)|大げさ|おおげさ|度が過ぎ|言い(?:過ぎ|すぎ)|行き過ぎ|理不尽|筋違い|言いがかり|矛盾)[^、。]{{0,10}}"),
        "(?:そのような|そんな|そうした)(?:こと|事実|発言|約束|お約束)は(?:一切|決して|まったく|全く)?[^、。]{0,10}(?:申し(?:て|上げて)(?:おり|い)ません|申しておりません|申し上げた(?:覚え|こと)は|言って(?:い|おり)ません|(?:ございません|ありません)(?:でした)?。|しておりません|いたしておりません)".to_owned(),
        "(?:あのような|そのような|このような|あそこまで|ここまで)(?:の)?(?:言い方|物言い|言われ方|おっしゃり方|お言葉|言われる|言われ)[^。、]{0,10}(?:覚え|筋合|いわれ|心外|残念|理解に|納得)[^。、]{0,6}|(?:ずいぶん|あまり|あんまり)な(?:おっしゃり|お言葉|ご発言|物言い|言われ)[^。、]{0,4}|と(?:まで|は|も)?(?:言われ|おっしゃい|仰い|なじられ|責められ|非難され)まし(?:たが|ても)、[^。]{0,12}(?:そうでは|そのような(?:こと|つもり|事実)|決して|つもりは|当たりません)[^。]{0,8}|(?:のは|ますのは|たのは)、?(?:むしろ|逆に)?(?:貴社|[\\p{Han}]{1,4}様|先方|お客様)(?:の(?:ほう|方))(?:で|に|だ|か)[^。、]{0,4}|(?:貴社|[\\p{Han}]{1,4}様|お客様)(?:側|の側|のほう|の方)?にも(?:落ち度|非|手落ち|問題|至らぬ|不備)[がは点][^。、]{0,10}|(?:甚だ|誠に|はなはだ|大変)?心外(?:です|で(?:ござい|あり)|に(?:存じ|思)|な)[^、。]{0,4}|言った覚え(?:は|が)[^、。]{0,8}|(?:お言葉|失礼)(?:です|では(?:ござい|あり)ます)が[^。]{0,4}|反論(?:いたし|させ|し)(?:ます|て)[^、。]{0,6}|(?:貴社|御社|[\\p{Han}]{1,4}様|先方|お客様)(?:こそ|のほうこそ|の方こそ)".to_owned(),
    ];
    // The words are named and turned down, or their harshness is complained of.
    let turned =
        "(?:(?:お|ご)(?:言葉|発言|叱り|叱責|非難|物言い|言い分|主張|批判|怒り|仰りよう)|おっしゃりよう|言われよう)(?:は|には|が|に|で)?、?[^。、弊]{0,16}(?:一方的|看過|当たりませ|当たらな|筋合|傷つ|遺憾|言い過ぎ|言いすぎ|度を[越超]|行き過ぎ|過激|乱暴|あんまり|ひど|残念(?:で|に)|困惑|戸惑|当惑|閉口|ではないでしょうか)[^。、]{0,10}"
    .to_owned();
    let wrong = [wrong.join("|"), turned, "(?:言われ|非難され|責められ|批判され)る(?:筋合|覚え|いわれ|理由は|道理)[^。、]{0,8}|いわれは(?:ござい|あり)ませ[^。]{0,4}|声を(?:荒|張り上げ)[^。、]{0,8}|(?:冷静|落ち着い)(?:に|て)(?:お話し|お考え|お読み|ご覧|なって|ください)[^。、]{0,8}|抗議(?:いたし|し)ま[^。]{0,4}|剣幕|(?:ご立腹|お怒り)の?あまり|(?:だけ|ばかり|のみ)が悪いように|おっしゃ(?:る|い)[^。、]{0,6}(?:お控え|おやめ|ご遠慮)|を(?:嫌って|毛嫌い|嫌がって)(?:お|い)|(?:突き放|言い放|吐き捨て|まくし立て|詰め寄|食ってかか)[^。、]{0,6}|暴言|罵(?:声|倒|ら|り)|怒鳴(?:ら|り)[^。、]{0,8}|(?:弊社|私ども|当方|こちら)に(?:も|は|だって)(?:申し上げたい|申したい|言いたい|言い分)[^。]{0,16}|(?:お言葉を返す|お言葉ですが|お言葉では)[^。、]{0,10}".to_owned()];
    Wording::new(
        &wrong.join("|"),
        "(?:申し上げ|申し|言って)[^、。]{0,6}おりませんでした(?:こと|点)|声を(?:荒らげ|荒げ|張り上げ)(?:ることも?な|ず)[^。、]{0,8}|お言葉は、[^。、]{0,12}お(?:心|気持ち)を傷つけた[^。、]{0,12}",
    )
});

static EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)(?-u:\b)(?:liars?|(?:are|were|been|is|was|you|of|stop|keep|kept|caught) lying|cheats?|crooks?|thieves|fraudsters?|scammers?|idiots?|morons?|fools?|clowns|amateurs|jokers?|incompetents?|a (?:complete |total |bad |sick )?joke|disgrace(?:ful)?|pathetic|shameless|rip-?off|con artists?|bunch of|useless|hopeless|garbage|rubbish|worst (?:supplier|vendor|company|service)|sick (?:and tired )?of (?:you|us|your|our)|never want to (?:see|hear)|(?:look|looked|looking) down on (?:you|us)|treated (?:you |us )?like (?:fools|idiots|dirt|children)|heartless|not want to (?:talk|speak|deal|work|meet) (?:to|with) (?:him|her|us|our [a-z]+|(?:Mr|Ms)\.? [A-Z][a-z]+)|(?:could|can) ?not (?:talk|speak) to (?:him|her|us|our [a-z]+) any ?more|waste of (?:time|space)|laughing stock|clueless)(?-u:\b)",
        r"|(?-u:\b)(?:you|Mr\.? [A-Z][a-z]+|Ms\.? [A-Z][a-z]+) (?:said|called us|called our|told us|wrote|shouted|described us as|accused us of being|say)(?: that)?(?: we are| we were| our [a-z]+ (?:is|was))? (?:an? )?(?:[a-z]+ )?(?:incompetent|unprofessional|dishonest|arrogant|stupid|careless|unreliable|untrustworthy|rude|lazy|hypocrit[a-z]+|insulting)(?-u:\b)",
    ))
});

/// An argument with the client.
static EN_ARGUES: LazyLock<Wording> = LazyLock::new(|| {
    let said = r"(?:reproach(?:es)?|claims?|complaints?|accusations?|assertions?|allegations?|statements?|version|account|criticisms?|remarks?|view|suggestion)";
    let wrong = [
        format!(r"(?-u:\b)(?:your|this|that|the client's|these|those) {said}(?: [a-z]+){{0,4}} (?:is|are|was|were) (?:[a-z]+ )?(?:not (?:true|correct|accurate|fair|justified)|untrue|false|wrong|incorrect|unfair|unfounded|baseless|groundless|exaggerated|unreasonable|unjustified|nonsense|inaccurate|mistaken|absurd|ridiculous|out of line)(?-u:\b)"),
        r"(?-u:\b)that is (?:simply |just |plainly |quite )?(?:not true|untrue|wrong|unfair|false|not what happened|nonsense)(?-u:\b)|(?-u:\b)contrary to (?:what you|your (?:claim|assertion|statement))(?-u:\b)[^.!?,]{0,20}|(?-u:\b)(?:we|I) (?:strongly |firmly |cannot but |must |have to )?(?:reject|dispute|refute|object to|resent|take (?:exception|offen[cs]e)(?: to| at)?) (?:your|the|this|that|these|such) (?:[a-z]+ )?(?:claim|accusation|allegation|criticism|remark|statement|assertion|suggestion|tone|complaint|characteri[sz]ation)s?(?-u:\b)|(?-u:\b)your (?:reproach|accusation|claim|criticism|complaint|allegation)(?-u:\b)[^.!?]{0,90}(?-u:\b)(?:we|I) (?:cannot|can't|do not|don't|will not) accept(?-u:\b)|(?-u:\b)with (?:all )?(?:due )?respect,(?: you)?|(?-u:\b)(?:we|I) never said (?:that|any such|so)(?-u:\b)|(?-u:\b)you are (?:mistaken|wrong|exaggerating|overreacting|being unfair|being unreasonable)(?-u:\b)|(?-u:\b)you (?:also |have )?made mistakes(?: too| as well)?(?-u:\b)|(?-u:\b)mistakes? on (?:your|both) sides?(?-u:\b)|(?-u:\b)you (?:were|are) (?:also|partly) (?:to blame|at fault)(?-u:\b)|(?-u:\b)your (?:tone|outburst|insults?|rant|harsh words|anger) (?:is|was|were|are)(?-u:\b)".to_owned(),
    ];
    // A roll that is wrong on purpose.
    Wording::new(&wrong.join("|"), r"that is (?:wrong|false|untrue) on purpose")
});

/// Quoted words of the client that are hurt by, denied or held against the client in the same breath.
static ANSWERED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "[「『][^」』\n]{1,40}[」』](?:と(?:まで|は|も)?|などと|とまで|なんて)[^。]{0,16}(?:呼ばれ|呼ばわり|言われ|仰(?:せ|い|っ|ら)|おっしゃ|罵|お言葉|ご発言|評され|のこと)[^。]{0,24}(?:残念|傷(?:つ|付)|心外|困惑|遺憾|悲し|不本意|そのようなことは(?:ござい|あり)ま|事実は(?:ござい|あり)ま|反論|替えま(?:せ)|続けま|承服|納得(?:でき|いき)|筋合|誤解|言い過ぎ|いかがなもの)",
        "|[「『][^」』\n]{0,16}(?:クズ|くず|まぬけ|間抜け|でたらめ|デタラメ|馬鹿|バカ|ばか|アホ|あほ|阿呆|のろま|ボンクラ|ぼんくら|出来損ない|恥知らず|厚かまし|インチキ|いんちき|ひとでなし|素人集団|ゴミ|信用なら|嫌(?:だ|い)|頭(?:が|の)(?:悪|おかし)|電話する?な|二度と(?:来|電話|顔|会|頼|使)|死(?:ね|んで)|消えろ|帰れ|黙れ|ぬるい|殿様商売|張りぼて|口だけ)[^」』\n]{0,16}[」』]",
        // Harsh words in quotation marks are the client's, whoever is said to have used them.
        "|[「『][^」』\n]{0,24}(?:いい加減|いいかげん|なっていない|素人|子供だまし|騙|だまされ|裏切|恥(?:を|さらし|ずかしくない)|呆れ|あきれ|頭に来|腹が立|腹立たし|我慢(?:の限界|なら)|堪忍袋|ひどい(?:会社|対応|話)|無礼|失礼(?:千万|極まり|にもほど)|不誠実|誠意(?:の(?:かけら|ない)|が(?:な|感じ))|無責任|無神経|役に立たな|使い物になら|使えな|ポンコツ|三流|最悪|最低|論外|言語道断|茶番|冗談じゃ|冗談では|寝言|言い訳(?:ばかり|がまし)|逃げ(?:回|て)|嘘|うそ|たるんで|怠慢|手抜き|ど素人|話にならな|信じられな|頼りにならな|ばかばかし|馬鹿馬鹿し|やってられ|付き合っていられ|顔も見たくな|子どもの使い|お荷物|厄介者)[^」』\n]{0,24}[」』](?:と(?:の|まで|は|も|いう|いった|お)|など|なる)",
        "|(?:無責任|不誠実|怠慢|手抜き|ずさん|杜撰|裏切り|最低|最悪|論外|言語道断|無礼|失礼|無神経|いい加減|傲慢|横柄|高飛車|偉そう|頼りない|当てにならない|役に立たない|使えない|頼りにならない|信用ならない|口先だけ|口だけ|口ばかり|話(?:が|の)通じない|誠意(?:が|の)(?:かけらも)?(?:ない|感じられない)|やる気(?:が|の)ない|でたらめ|腹立たしい|許せない|信じられない|その場しのぎ|ごまかし|嘘ばかり|逃げてばかり|能なし|素人(?:同然|集団|以下)?)(?:の|な)?(?:会社|相手|担当|対応|連中|集団|商売|言い訳)?(?:だ|である)?[」』]?(?:(?:と(?:の|まで|いう|いった))(?:手?厳しい|強い)?(?:お(?:叱り|言葉|怒り|声)|仰せ|ご(?:発言|批判|非難|立腹|指摘)|罵)|と(?:まで|も|は)?(?:言われ|おっしゃ|仰(?:せ|い|っ|ら)|評され|呼ばれ|罵|なじ|お叱り))",
        // Whatever stands in the quotation, it is called a rebuke, or said to have gone as far as that.
        "|[「『][^」』\n]{2,40}[」』](?:と(?:の|いう|いった)?(?:手?厳しい|強い|激しい)?(?:お叱り|お怒り|ご?非難|ご?批判|ご?酷評|ご?立腹|罵)|とまで(?:の|言われ|おっしゃ|仰|お))",
        "|[「『][^」』\n]{2,30}(?:会社|連中|集団|人間|業者|商売|輩)[」』]と(?:の|まで|いう|いった|も)?(?:手?厳しい|強い)?(?:お言葉|お声|ご発言|ご指摘|評され|呼ばれ|言われ|おっしゃ|仰)",
        r#"|(?i:["“][^"”\n]{0,50}(?-u:\b)(?:incompeten(?:t|ce)|amateur(?:s|ish)?|shambles|farce|circus|unprofessional|cowards?|dishonest|two-faced|cowboys?|kindergarten|monkeys?|muppets?|slapdash|shoddy|ridiculous|laughable|insult(?:ing)?|ashamed|fed up|sick and tired|last straw|take (?:us|me) for|made? (?:fools|a fool) of|waste of|lied|lies|rude|arrogant|nonsense|asleep|good-for-nothing|unreliable|untrustworthy|a disaster|nightmare)(?-u:\b)[^"”\n]{0,50}["”])"#,
        r"|(?i:(?-u:\b)(?:your (?:remark|comment|words|description|verdict|charge|view|reproach|accusation) (?:that|of)|as you (?:put|called|described) (?:it|us|him|her)|(?:being|been|be) called|calling (?:us|him|her|our [a-z]+)|in your words|you (?:called|describe[ds]?|labelled|branded|regard|consider(?:ed)?) (?:us|him|her|our [a-z]+(?: [a-z]+)?|Mr\.? [a-z]+|Ms\.? [a-z]+))(?-u:\b)[^.!?\n]{0,50}(?-u:\b)(?:incompeten(?:t|ce)|amateur(?:s|ish)?|shambles|farce|circus|unprofessional|cowards?|dishonest|two-faced|cowboys?|slapdash|shoddy|ridiculous|laughable|rude|arrogant|unreliable|untrustworthy|lazy|stupid|careless|clueless|useless|hopeless|ignorant|insolent)(?-u:\b))",
        r"|(?i:(?-u:\b)you (?:said|wrote|told us|claimed|called|described|remarked|put it)(?-u:\b)[^.!?]{0,40}(?-u:\b)(?:like (?:talking|dealing|a|an|working|pulling)|could not (?:organi[sz]e|run|find|count|manage)|wall|circus|garbage|shambles|mess|kindergarten|children|zoo|dinosaurs?|asleep|brain(?:less)?|blind|deaf)(?-u:\b))",
        r"|(?i:(?-u:\b)(?:shouted|yelled|screamed|sworn|cursed) at(?-u:\b)|(?-u:\b)(?:do|did) not deserve(?-u:\b)[^.!?]{0,40}|(?-u:\b)your (?:remark|comment|words|language|tone|accusation|outburst|anger|reaction|statement|message)[^.!?]{0,40}(?-u:\b)(?:uncalled for|out of (?:proportion|line|order|place)|offensive|hurtful|insulting|unacceptable|inappropriate|unfair|disrespectful|too far|exaggerated)(?-u:\b)|(?-u:\b)(?:we|I) (?:find|found|consider) your (?:[a-z]+ ){1,3}(?:offensive|hurtful|insulting|unacceptable|unfair|inappropriate)(?-u:\b)|(?-u:\b)(?:we|I) (?:must|have to|need to) (?:contradict|correct) you(?-u:\b)|(?-u:\b)be(?:ing|en) (?:told|called)(?-u:\b)[^.!?]{0,60}(?-u:\b)(?:hard to (?:read|take|hear)|hurts?|hurtful|unfair|painful)(?-u:\b)|(?-u:\b)go to hell(?-u:\b)|(?-u:\b)(?:calling|called) us [a-z]+ (?:does not|is not|will not|helps|was)(?-u:\b)|(?-u:\b)(?:raise|raised|raising) your voice(?-u:\b)|(?-u:\b)(?:please )?calm down(?-u:\b)|(?-u:\b)you (?:were|have been|are) (?:very |rather |quite |extremely )?(?:rude|abusive|aggressive|insulting|unfair|offensive|hostile)(?-u:\b)|(?-u:\b)that goes too far(?-u:\b)|(?-u:\b)so easily (?:offended|upset|hurt)(?-u:\b)|(?-u:\b)(?:over-?sensitive|thin-skinned|touchy)(?-u:\b))",
    ))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let insults: Vec<Range<usize>> = match context.lang {
        Lang::Ja => {
            let fine: Vec<Range<usize>> = JA_FINE.find_iter(text).map(|found| found.range()).collect();
            let told = JA.find_iter(text).map(|found| found.range());
            told.filter(|place| !fine.iter().any(|fine| fine.start <= place.start && place.end <= fine.end)).collect()
        }
        Lang::En => EN.find_iter(text).map(|found| found.range()).collect(),
    };
    // 「…」とのお言葉は、お心を傷つけた申し上げ方に…: who was hurt is the client.
    let theirs = |words: &str| ["お心を傷つ", "お気持ちを傷つ", "お心を傷付"].iter().any(|end| words.ends_with(end));
    let told = ANSWERED.find_iter(text).filter(|found| !theirs(found.as_str())).map(|found| found.range());
    let mut insults: Vec<Range<usize>> = insults.into_iter().chain(told).collect();
    if context.lang == Lang::En {
        // "We looked like fools" is what the client says of the own side.
        insults.retain(|place| {
            !text.get(..place.start).is_some_and(|before| before.to_lowercase().ends_with("we looked like "))
        });
        // "I never want to hear the machine again" is about the machine.
        insults.retain(|place| {
            let after = text.get(place.end..).unwrap_or_default();
            !text.get(place.clone()).is_some_and(|words| words.to_lowercase().starts_with("never want to"))
                || after.trim_start().to_lowercase().starts_with(['y', 'h', 'u', 'o'])
        });
    }
    let mut found: Vec<Finding> = Vec::new();
    for place in apart(insults) {
        let written = text.get(place.clone()).unwrap_or_default().to_owned();
        let message = Message::new(
            format!("「{written}」はお客様の激しい言葉の繰り返しです"),
            format!("`{written}` gives the client's harsh words back"),
        );
        found.push(finding(reading.original(place), message));
    }
    for (place, written) in context.lang.pick(&*JA_ARGUES, &*EN_ARGUES).find(&reading) {
        if !found.iter().any(|other| other.span.start < place.end && place.start < other.span.end) {
            let message = Message::new(
                format!("「{written}」はお客様と言い争う文です"),
                format!("`{written}` argues with the client"),
            );
            found.push(finding(place, message));
        }
    }
    found.sort_by_key(|finding| finding.span.start);
    Ok(found)
}

fn finding(span: Range<usize>, message: Message) -> Finding {
    Finding::error(RULE.id, span, message).with_severity(Severity::Warn).suggest(Message::new(
        "「ご不信の念」「認識が異なる点」のように、中身だけを受け止めて書いてください",
        "take up what is behind it: your loss of confidence; you and we remember it differently",
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
                ("「納期は12日のはずですが」と申し上げました。", &[]),
                ("「もっと早く連絡がほしかった」とのお声を承りました。", &[]),
                ("弊社の対応が不誠実に映りましたことを、お詫びいたします。", &[]),
                ("「口先だけの会社」とのお叱りを頂きました。", &["「口先だけの会社」とのお叱り"]),
                ("弊社の無責任な対応を、深くお詫び申し上げます。", &[]),
                ("「変更依頼」の欄を設けました。最低限の項目から始めます。", &[]),
                ("「誠意のかけらもない」とのお叱りを頂きました。", &["「誠意のかけらもない」との"]),
                ("無責任だとのお叱りを頂きました。", &["無責任だとのお叱り"]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("You asked for \"another lead and the root cause\".", &[]),
                ("Our check was slapdash, and we are sorry.", &[]),
                ("We have read your remark that our lead was arrogant.", &["your remark that our lead was arrogant"]),
                ("We took note of \"a shambles from start to finish\".", &["\"a shambles from start to finish\""]),
            ],
        );
    }
}
