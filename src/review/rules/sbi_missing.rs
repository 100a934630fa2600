//! R13: criticism of the rep without the scene, the act or the effect.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::facts::normalise::{Value, mentions};
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "sbi-missing",
    code: "R13",
    about: (
        "場面・行動・影響のない評価（電話対応が悪い）。何を改めればよいか、本人に伝わりません。",
        "Criticism without the scene, the act and its effect (poor phone manner). It tells the rep nothing to act on.",
    ),
    audiences: &[Audience::Rep],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "電話対応が悪いと感じています。" },
        Example { lang: Lang::Ja, text: "報告が遅いので、もっと主体的に動いてください。" },
        Example { lang: Lang::En, text: "Your phone manner is poor." },
        Example { lang: Lang::En, text: "You need to communicate better with the client." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "11月10日のお電話で納期を先に主張し、先方は軽視されたと受け取りました。電話の受け方が十分ではなかった場面です。",
        },
        Example { lang: Lang::Ja, text: "2025年7月の提案は、対応が早く丁寧でした。" },
        Example { lang: Lang::En, text: "On 10 November you argued the date first; they felt dismissed." },
        Example { lang: Lang::En, text: "Your reports in July were clear and quick." },
    ],
    check,
};

/// A judgement of how the rep works.
static JUDGED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    let how = "(?:ways?|manners?|communication|handling|dealings?|teamwork|time ?management|timekeeping|punctuality|judge?ment|professionalism|tone|cooperation|collaboration|reporting|conduct|demeanou?r|behaviou?r|attitude|appearance|writing|correspondence|record[- ]keeping|note[- ]taking|responsiveness|reliability|organi[sz]ation|preparation|planning|follow-?up|listening|approach|style|work|performance|interactions?|delegation|documentation|attention to detail|client care|telephone skills|phone skills|reports?|e-?mails?|replies|answers|notes|minutes|presentations?|explanations?|updates?|people skills|soft skills|presentation skills)";
    let must_change = "(?:has|have|needs?|ought|will have|must|should|had better|could do)(?: to)? (?:[a-z]+ )?(?:become|get|grow|be)(?: [a-z]+){0,3}? (?:more [a-z]+|better|clearer|faster|quicker|firmer|sharper|warmer|worked on|addressed|improved|different|brought up)|(?:has|have|needs?|ought|will have|must|should)(?: to)? (?:[a-z]+ )?(?:change|improve)|needs? (?:some |more |a lot of |a good deal of )?(?:work|attention)";
    let will_not_do = "(?:is|are|was|were|has been|have been|remains?|seems?)(?: [a-z]+){0,2}? (?:an? (?:issue|area|topic) (?:for|to|we)|an issue|not (?:what|where|how|good|acceptable|convincing|satisfactory|worthy|as it should)|a (?:problem|weakness|weak point|worry|concern|disappointment)|disappointing|unsatisfactory|unacceptable|below (?:standard|par|expectations?|what)|short of|lacking|wanting|poor|nothing to be proud of)|leaves? (?:much|a lot|a great deal|a good deal|something|plenty|everything) to be desired|falls? short|fails? to (?:convince|meet|impress)|does not (?:meet|convince|measure up|come up)|do not (?:meet|convince|measure up)|disappoints?|worries me|bothers me|lets? (?:you|us|the team) down";
    let work = "(?:(?:お客様|先方|客先|取引先)との(?:電話|やり取り|やりとり|話)|(?:電話|顧客|客先|お客様(?:へ)?の|先方(?:へ)?の|メール|クレーム|日頃の|普段の|全体的な|仕事の|業務の|社内の)?(?:対応|応対|態度|姿勢|報告|連絡|相談|報連相|確認|説明|返信|返答|返事|接し方|振る?舞い|ふるまい|言葉遣い|言い方|話し方|聞き方|受け答え|段取り|進め方|仕事ぶり|気配り|配慮|準備|傾聴|コミュニケーション|管理|スピード|詰め|フォロー|交渉|提案|動き|働き|取り組み|納期管理|文面|書き方|マナー))";
    // Whatever one does has a way in which it is done: 情報の回し方, メモの取り方.
    let topic = format!(
        "(?:{work}(?:の?(?:仕方|しかた|やり方|質|面|力))?|[\\p{{Han}}ァ-ヺー](?:し|り|い|け|え|せ|て|べ|め|き|ち|み)(?:方|かた)|(?:仕事|電話|会議|打ち合わせ|職場|社内|チーム|お客様の前)での(?:様子|姿|発言|言動|立ち居振る舞い)|言動|立ち居振る舞い|チームワーク|連携|情報共有|共有|接客|身だしなみ|服装|時間(?:の)?管理|議事録|引き継ぎ|整理整頓|判断)"
    );
    // Said of any of them, it says that it will not do, and nothing of what was done.
    let unworthy = "(?:感心(?:でき|し)(?:な|ま|るもの|かね)|感心しかね|褒められ(?:た|る)(?:もの|こと)|ほめられ(?:た|る)もの|いただけ(?:ない|ません)(?:。|と|もの|ところ|部分|点)|目に余|不満(?:が|を|です|に)|首をかしげ|頭を(?:痛|悩|抱)|期待(?:を|に)[^。、\n]{0,4}(?:下回|届[いかき]|沿[いっわ]|応え(?:て|られ))|(?:水準|基準|レベル)に[^。、\n]{0,4}(?:達し|届[いかき])|合格点|及第点|満足(?:の?い[くっ]|でき|して(?:い|お))[^。、\n]{0,6}(?:な|ま|もので)|物足りなさ|もどかし|歯がゆ|違和感|ほど遠|程遠|ずさん|杜撰|手薄|ちぐはぐ|場当たり|中途半端|見過ごせ|放って(?:おけ|は)|看過|(?:感じ|印象|評判)が(?:悪|よく|良く)|なって(?:い|おり)?(?:ない|ません)(?:。|と)|褒められません|どうかと思)";
    let mend = "(?:改め|直し|見直し|変え|改善し|良くし|よくし|正し|高め|磨い|鍛え|上げ|整え)(?:まし(?:ょう)|て(?:ほし|欲し|くださ|下さ|もら|いただき|いただけ|いただかな|いきましょう)|なければ|ないと|る(?:必要|べき|よう(?:に|お)))|(?:改め|見直す|直す|変える|改善する|改善)(?:る)?(?:必要|べき|よう(?:に|お願|求))|改善(?:を(?:求め|望|期待|要)|が(?:求められ|望まれ|急務|不可欠))";
    [
        Pattern::fixed(&[
            format!("{work}(?:の?(?:仕方|しかた|やり方|やりかた|質|面|力|中身|内容|様子))?(?:が|は|に|も|から|で)(?:は|も)?、?[^。、\n]{{0,12}}?(?:悪(?:い|かっ|く)|不十分|十分(?:で|と)は?(?:な|あり|言え)|足り(?:な|て|ま|ず)|不足し|雑(?:で|だ|に)|遅(?:い|く|かっ|れが|すぎ|め)|甘(?:い|か|く)|良くな|よくな|よくあり|良くあり|できて(?:い|お)(?:な|ま|ら)|まず(?:い|か)|物足りな|気になる|引っかか|疑問が|問題が|課題が|欠け|不適切|いい加減|お粗末|弱(?:い|か|く)|冷た|素っ気|失礼|受け身|後手|物足り|難が|ばらつ|低(?:い|か)|改善が必要|改善の余地|難があ|分かりにく|わかりにく|伝わりにく|まだまだ|今一つ|いま一つ|いまいち|もう一歩)"),
            format!("{work}(?:が|を|に)?(?:もっと|より|もう少し|さらに|きちんと|しっかり)[^。、\n]{{0,16}}?(?:して(?:ください|ほしい|もら|いただ)|する(?:必要|べき|ように)|べきで|しましょう|求め|期待)"),
            format!("{topic}(?:が|は|に|も|を|には|からは|については)(?:は|も)?、?[^。\n]{{0,14}}?{unworthy}"),
            format!("{topic}(?:を|は|も|については)(?:は|も)?、?[^。、に\n]{{0,14}}?{mend}"),
            "(?:気配り|心配り|目配り|配慮|注意|目)が[^。、\n]{0,8}(?:行き届い?て?(?:い|お)?(?:な|ま)|届い?て(?:い|お)(?:な|ま))|(?:甘さ|弱さ|粗さ|雑さ|緩み|詰めの甘さ|軽さ|物足りなさ)(?:が|も|を)[^。、\n]{0,6}(?:あり|ある|目立|見え|見られ|感じ|残)|(?:もう少し|もっと|いま少し)[^。、\n]{0,6}(?:重み|厚み|深み|幅|安心感|落ち着き|粘り|工夫)(?:が|を)[^。、\n]{0,6}(?:ほしい|欲しい|出し|持っ|必要)".to_owned(),
            "(?:もっと|もう少し|さらに|今後は|これからは|日頃から|常に)[^。、\n]{0,6}?(?:主体的|積極的|丁寧|しっかり|きちんと|早め|相手の立場|お客様の立場|誠実|真剣|責任|柔軟|周り|気を|自覚|細か|注意|意識|緊張|先回り|早く|自分で|考え)[^。\n]{0,16}?(?:ください|ほしい|必要が|べき|ましょう|求め|期待し|課題)".to_owned(),
            // What others are said to think, with nothing that they saw.
            "(?:お客様|先方|客先|取引先|周囲|周り|社内|課内|現場|他部署|関係者)(?:から|の間で|で|に|側)?の?(?:評判|受け|印象|信頼|心証|覚え|声|評価)(?:が|も|は)[^。、\n]{0,10}(?:悪|よく(?:な|あ)|良く(?:な|あ)|芳し|かんばし|いま(?:一|ひと)つ|今(?:一|ひと)つ|低|落ち|下が|厳し|思わしく|散々|高く(?:な|あ))".to_owned(),
            format!("{topic}(?:が|は|に|も|を|には|からは|については|で)(?:は|も)?、?[^。\n]{{0,14}}?(?:気になる(?:ところ|点|面|こと)|気がかり|気掛かり|引っかか|うまくいって(?:い|お)?(?:な|ら|りませ|ませ)|(?:誠実さ|丁寧さ|熱意|配慮|心|温かみ|敬意|緊張感)が(?:感じられ|見られ|伝わ|足り|欠け|ほしい|欲しい)|受け身に|後手|及び腰|他人事|ひとごと|うまくな|下手|苦手|少な(?:い|すぎ)|きちんとして(?:ほしい|ください)|(?:持って|身につけて|身に付けて|心がけて|磨いて)(?:ほしい|ください|もらい)|(?:気をつけ|気を付け|注意し|気を配っ)て(?:ほしい|ください|もらい)|気にかかる|目につく|目立ち|もう一段|もう少し|物足り|頼りな|ぎこちな|ばらつき|むらが|波が|荒(?:い|さ|く)|粗(?:い|さ|く)|丁寧さに欠|誠実さに欠|改善の余地|課題が|問題が|心配に|不安が|心もとな|心許な|いまひとつ|いま一つ|今一つ)"),
            format!("{topic}の(?:悪さ|遅さ|雑さ|甘さ|粗さ|まずさ|弱さ|拙さ|冷たさ)(?:が|も|を|は|に)"),
            "(?:先方|お客様|相手|周囲|周り|同僚|仲間|現場)(?:へ|に対する|との|への)の?(?:敬意|配慮|気遣い|距離(?:の取り方|感)?|接し方|関わり方|伝え方|向き合い方|心配り|相談|声かけ|連携|共有)(?:が|に|は|も)[^。\n]{0,12}?(?:伝わ(?:ら|って(?:き|い)ませ|ってこ)|足り|欠け|感じられ|見え(?:な|ませ)|うまく|乏し|少な|遅|雑|薄|不十分|まだ|課題|問題|気にな)".to_owned(),
            "(?:文章|文面|説明|資料|報告書|メール|議事録|メモ)(?:が|は|も)[^。\n]{0,8}(?:分かりにく|わかりにく|分かりづら|読みにく|長すぎ|雑|くど|伝わら|要領を得)".to_owned(),
            "(?:全体的|全般的|総じて|どうも|なんとなく|何となく)[^。\n]{0,20}?(?:足り|物足り|不足|悪|弱|欠け|甘|雑|遅|問題|課題|不十分|印象)".to_owned(),
        ].join("|")),
        Pattern::fixed(&[
            r"(?i)(?-u:\b)(?:your|the rep's|his|her|[a-z]+'s) (?:[a-z]+ ){0,3}(?:way of [a-z]+|manner of [a-z]+|manner|manners|communication|follow-?up|handling|response|responses|reporting|attitude|tone|work|performance|style|organi[sz]ation|preparation|listening|checking|checks|replies|conduct|approach|behaviou?r|client care|service|documentation|planning|e-?mails|updates)(?: [a-z]+\.?){0,5}? (?:is|are|was|were|has been|have been|needs?|leaves?|could|should|must|lacks?|lacked|seems?|remains?|falls?|fell)(?: [a-z]+){0,3}? (?:poor|bad|weak|slow|lacking|inadequate|unsatisfactory|insufficient|sloppy|not (?:good|good enough|acceptable|adequate|up to)|(?:much|a lot|a great deal|something|a little) to be desired|to (?:improve|be improved|be better|get better)|be (?:better|improved|clearer|quicker|faster|more [a-z]+)|improve(?:ment|d)?|work|short|below|disappointing|too (?:slow|late|vague|short|curt)|curt|vague|substandard|careless|attention|structure|warmth|clarity|urgency)(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:(?:has|have|leaves?|shows?|with) (?:some |much |a lot of |plenty of |considerable )?room for improvement|(?:is|are) (?:simply |just |still |plainly )?not where (?:it|they) should be|your (?:whole |entire |overall |general )?(?:manner|approach|conduct|style|way)(?: [a-z]+){0,4} (?:has|have|needs?|ought) to (?:become|be|get) (?:much |far |a lot )?(?:more [a-z]+|better|sharper|clearer|firmer))(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:(?:poor|bad|weak|inadequate|unsatisfactory|slow|insufficient|sloppy) (?:[a-z]+ )?(?:phone manner|manners?|communication|follow-?up|handling|response|reporting|attitude|tone|performance|listening|preparation|client care|service|work))(?-u:\b)".to_owned(),
            // How something is done, and that it will not do: no word of what was done.
            format!(r"(?-u:\b)(?i:(?:your|the rep's|his|her) (?:[a-z-]+ ){{0,3}}?{how}(?: [a-z]+\.?){{0,6}}? (?:{must_change}|{will_not_do}))(?-u:\b)"),
            r"(?-u:\b)(?i:(?:clients?|customers?|people|colleagues|others|they) (?:often |sometimes |do not |don't )?finds? (?:it |you )(?:[a-z]+ ){0,3}?(?:hard|difficult|easy|awkward|distant|cold|curt|unhelpful|rude|abrupt))(?-u:\b)".to_owned(),
            format!(r"(?-u:\b)(?i:(?:things|something|aspects|points) (?:about|in|with) your (?:[a-z-]+ ){{0,2}}?{how} (?:[a-z]+ ){{0,3}}?(?:bother|worr|concern|trouble|annoy|need|should|must|could))[a-z]*"),
            format!(r"(?-u:\b)(?i:(?:the way|how) (?:you|he|she) (?:[a-z]+ ){{1,7}}?(?:{must_change}|{will_not_do}))(?-u:\b)"),
            format!(r"(?-u:\b)(?i:(?:I am|I'm|I was|we are|we were) (?:not |far from |less than |anything but )?(?:[a-z]+ )?(?:happy|satisfied|impressed|pleased|unhappy|dissatisfied|disappointed|dismayed) (?:with|by|about|at) (?:your (?:[a-z-]+ ){{0,3}}?{how}|the way you))(?-u:\b)"),
            format!(r"(?-u:\b)(?i:(?:work on|improve|brush up|polish|rethink|reconsider|change|fix|mend|sharpen|do something about|watch|mind|pay (?:more|closer|better) attention to) your (?:[a-z-]+ ){{0,2}}?{how})(?-u:\b)"),
            r"(?-u:\b)(?i:(?:I|we|the company) (?:had |have |would )?expect(?:ed)? (?:better|more|a lot more|much more|something else) (?:of|from) you)(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:you (?:come|came|sound) across as [a-z]+|you (?:do not|don't|did not) (?:communicate|listen|explain|prepare|follow up|plan|write) (?:well|enough|clearly|properly)|you sound (?:curt|cold|rude|bored|impatient))(?-u:\b)|(?-u:\b)(?i:your (?:[a-z]+ ){0,2}(?:explanations|reports|e-?mails|replies|answers|calls|notes|minutes|presentations|messages) (?:[a-z]+ )?(?:are|sound|come|seem|read)(?: [a-z]+){0,2} (?:late|hard to follow|unclear|short|curt|confusing|cold|vague|sloppy|too long))(?-u:\b)|(?-u:\b)(?i:you (?:need|have|ought) to think more)(?-u:\b)|(?-u:\b)(?i:you (?:really |simply |generally |often |also |just )?(?:need|have|ought) to (?:be|become|get|communicate|listen|respond|work|improve|show|do|pay|try|follow up|handle|take)(?: [a-z]+){0,4}? ?(?:better|more|faster|quicker|harder|proactive|careful|attentive|professional|clearer|improved|ownership|responsibility|initiative|attention|reliable|organi[sz]ed))(?-u:\b)".to_owned(),
            r"(?-u:\b)(?i:you (?:should|could|must) (?:be|have been|do|have done|communicate|respond|listen|handle|try)(?: [a-z]+){0,3}? ?(?:better|more (?:proactive|careful|attentive|professional|responsive|polite|organi[sz]ed)|faster|quicker|harder|clearer))(?-u:\b)|(?-u:\b)(?i:you (?:handled|communicated|dealt with|managed)(?: [a-z]+){0,4} (?:badly|poorly|too slowly))(?-u:\b)|(?-u:\b)(?i:(?:there is|there's) (?:much |a lot of |considerable )?room for improvement)(?-u:\b)|(?-u:\b)(?i:you (?:were|are|have been) (?:not )?(?:[a-z]+ )?(?:slow|unresponsive|passive|hard to reach|unhelpful|too slow|responsive enough|proactive enough|careful enough|difficult to work with|unprepared))(?-u:\b)".to_owned(),
        ].join("|")),
    ]
});

/// The judgement turned down, asked about, praised or hedged away.
static NOT_MEANT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:わけでは|という(?:意味|話)では|とは(?:思って|考えて)(?:い|おり)|責める|ありませんか|でしょうか|ですか。|か。$|私(?:の|が|も|から)|会社(?:の|が)|当課(?:の|が)|課(?:として|の)|仕組み|手順|体制(?:が|の)|先方(?:は|が|から)|お客様(?:は|が|から(?:[^の]|の(?:ご|お)))|早くて|丁寧で(?:した|す)|悪くな|悪くあり|遅くな|問題が?(?:な|あり)(?:かっ|く|ま|い))",
        ),
        Pattern::fixed(
            r"(?i)\?|(?-u:\b)(?:by [a-z]+ing (?:the|a|an|it|them|every|each|your|what|who|when|down|up)|not because|no criticism|does not mean|not to say|I (?:should|could|need|will)|we (?:should|could|need|will)|the (?:process|system|procedure|form)|our (?:process|system|procedure)|not (?:bad|poor|slow))(?-u:\b)",
        ),
    ]
});

/// A scene without a date: a place in the course of events that the rep knows.
static SCENE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:その|この|あの|当日の|同じ)(?:お?電話|日|とき|時|場面|打ち?合わ?せ|メール|会議|面談)|(?:受けた|頂いた|送った|あった|いらした)(?:とき|際|場面|後)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:in|during|at|on|after) (?:that|this|the same) (?:call|meeting|day|e-?mail|visit|conversation)(?-u:\b)|(?-u:\b)when (?:Mr|Ms|she|he|the client) (?:called|asked|wrote)",
        ),
    ]
});

/// A sentence that turns from what was told to something else, or to no time in particular.
static APART: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "^(?:一方|他方|それとは別に|これとは別に|このほか|そのほか|ほかに(?:も)?、|それ以外|これ以外|あわせて|加えて|さらに|また、)|(?:かねて|日頃|日ごろ|普段|ふだん|常日頃|平素|以前)から|(?:日頃|日ごろ|普段|ふだん|平素)の",
        ),
        Pattern::fixed(
            r"(?i)^(?:apart from (?:this|that)|besides|beyond (?:this|that)|in addition|also|moreover|furthermore|other than that|on another (?:note|point)|separately|what is more|quite apart)(?-u:\b)|(?-u:\b)(?:in general|generally|for (?:some|a long) time|as a rule|day to day|day in,? day out|across the board)(?-u:\b)",
        ),
    ]
});

/// A success, or the day on which one talks again.
static ELSEWHERE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:成果|強み|実績|達成|おかげ|感謝|ありがと|助かり|助けられ|期日どおり|お褒め|好評|評価(?:を|して|で(?:した|す)|され)|喜(?:ばれ|んで)|成功|よく(?:やって|でき)|見事|(?:率|数|件|額|時間|コスト|割合|ミス|売上)を[^。]{0,20}(?:下げ|減ら|上げ|増や|縮め|改善し)|提案し)|(?:次(?:は|回は|に)|また)[^。\n]{0,40}(?:話|会い|面談|会議室)|(?:話し|会い|振り返り)ましょう",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:thank(?:s| you)|well done|achieved|achievements?|success(?:es|ful|fully)?|on time|praised?|good work|went well|did well|brought (?:[a-z']+ ){0,6}(?:down|up)|(?:cut|reduced|lowered|raised|improved|won|launched|saved) (?:the|our|its|their|[a-z]+'s|[0-9]+)|rated (?:you|your)|strengths?|(?:we|let us|let's|I will|I would like to|shall|can) (?:talk|meet|speak|sit down)|next (?:talk|meeting|conversation))(?-u:\b)",
        ),
    ]
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let lang = context.lang;
    let all = sentences(text);
    let mut found = Vec::new();
    for (index, span) in all.iter().enumerate() {
        let sentence = text.get(span.clone()).unwrap_or_default();
        let Some(word) = lang.of(&JUDGED).find(sentence) else { continue };
        let place = span.start + word.start()..span.start + word.end();
        if reading.is_quoted(&place) || lang.of(&NOT_MEANT).is_match(sentence) {
            continue;
        }
        // The sentences around it in the same paragraph may give the scene, unless it says that it turns to something
        // else or speaks of no time in particular.
        let own = if lang.of(&APART).is_match(sentence) { index } else { index.saturating_sub(2) };
        let near = all.get(own..(index + 2).min(all.len())).unwrap_or_default();
        let paragraph = |other: &&Range<usize>| {
            let between = text.get(other.end.min(span.end)..other.start.max(span.start)).unwrap_or_default();
            !between.contains("\n\n")
        };
        let told =
            near.iter().filter(paragraph).map(|other| text.get(other.clone()).unwrap_or_default()).any(|other| {
                // What was done well is no scene of what was not, nor is the day of the next talk.
                is_scene(other, lang) && (other == sentence || !lang.of(&ELSEWHERE).is_match(other))
            });
        if !told {
            found.push(finding(&reading, place));
        }
    }
    Ok(found)
}

/// Whether a sentence says when or where something happened.
fn is_scene(sentence: &str, lang: Lang) -> bool {
    let dated = |value: &Value| match value {
        Value::Date(date) => date.day.is_some() || date.month.is_some(),
        Value::Time(..) => true,
        _ => false,
    };
    lang.of(&SCENE).is_match(sentence) || mentions(sentence, lang).iter().any(|mention| dated(&mention.value))
}

fn finding(reading: &Reading, place: Range<usize>) -> Finding {
    let written = reading.text().get(place.clone()).unwrap_or_default().to_owned();
    let message = Message::new(
        format!("「{written}」には場面・行動・影響がありません"),
        format!("`{written}` names no scene, act or effect"),
    );
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(Message::new(
        "いつ・どの場面で・何をして・どんな影響があったかを書いてください",
        "say when and where, what was done, and what it led to",
    ))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Rep,
            Lang::Ja,
            &[
                ("10月30日の返答がありませんでした。報告の仕方を改めてほしいと思います。", &[]),
                ("報告を改めてお願いすることがあります。", &[]),
                ("この進め方は、先方に合わせて毎週金曜の一覧に改めてください。", &[]),
                ("会議での発言には、いつも助けられています。", &[]),
                ("電話の受け方に不安はありませんか。", &[]),
                ("11月10日のお電話で先に納期を申し上げましたね。話の聞き方が十分ではなかった場面です。", &[]),
                ("会議での態度は改めてほしいと思います。", &["態度は改めてほし"]),
                ("チームの中での情報の回し方も、感心できるものではありません。", &["回し方も、感心できるもの"]),
                (
                    "2025年7月の提案で破損率を下げました。お客様との電話には、物足りなさを覚えます。",
                    &["お客様との電話には、物足りな"],
                ),
                (
                    "11月10日のお電話で先に納期を申し上げましたね。日頃の言葉遣いも、褒められたものではありません。",
                    &["日頃の言葉遣いも、褒められたもの"],
                ),
            ],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Rep,
            Lang::En,
            &[
                ("On 10 November you argued the date first. Your handling of that call has to change.", &[]),
                ("Your way of planning a launch is what the others learn from.", &[]),
                ("The way you mapped the columns on 1 October was not checked by a second person.", &[]),
                ("Is your work where you want it to be?", &[]),
                (
                    "Your communication with clients has to become more professional.",
                    &["Your communication with clients has to become more professional"],
                ),
                (
                    "In July 2025 you brought the breakage down. Your way of dealing with Mr. Kurokawa leaves much to be desired.",
                    &["Your way of dealing with Mr. Kurokawa leaves much to be desired"],
                ),
                ("Improve your follow-up by writing the date down on the day.", &[]),
                (
                    "Your handling of customers leaves much to be desired, and that has to change by spring.",
                    &["Your handling of customers leaves much to be desired"],
                ),
                ("I am not impressed by your teamwork.", &["I am not impressed by your teamwork"]),
                ("Please work on your telephone manner.", &["work on your telephone manner"]),
            ],
        );
    }
}
