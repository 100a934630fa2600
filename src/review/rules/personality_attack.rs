//! R12: words about the person instead of the act.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::japanese::is_attributed;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};

pub(in crate::review) const RULE: Rule = Rule {
    id: "personality-attack",
    code: "R12",
    about: (
        "行動ではなく人を責める語（性格、やる気、いつも、社会人として）、他人との比較、脅し。パワーハラスメントにあたるおそれがあり、指導にもなりません。",
        "Words that attack the person instead of naming the act (lazy, attitude, you always), comparison with others, threats. They may be harassment and teach nothing.",
    ),
    audiences: &[Audience::Rep, Audience::Internal, Audience::Personnel, Audience::Successor],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "君はいつも雑だ。" },
        Example { lang: Lang::Ja, text: "高瀬さんは、やる気が感じられません。" },
        Example { lang: Lang::Ja, text: "社会人としての常識が足りません。" },
        Example { lang: Lang::Ja, text: "同期の皆さんはできています。次はありません。" },
        Example { lang: Lang::En, text: "You're always sloppy." },
        Example { lang: Lang::En, text: "You have an attitude problem." },
        Example { lang: Lang::En, text: "Your colleagues manage this, unlike you." },
        Example { lang: Lang::En, text: "You are not cut out for sales." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "10月30日までに、先方への返答がありませんでした。" },
        Example {
            lang: Lang::Ja, text: "いつも丁寧な報告をありがとうございます。いつでも声をかけてください。"
        },
        Example { lang: Lang::Ja, text: "これは性格の話ではなく、手順の話です。" },
        Example { lang: Lang::En, text: "No reply went out by 30 October." },
        Example { lang: Lang::En, text: "You can always come to me." },
        Example { lang: Lang::En, text: "This will not affect your evaluation." },
    ],
    check,
};

/// About the person.
static JA: LazyLock<Wording> = LazyLock::new(|| {
    let bad = "(?:雑|遅|忘れ|ミス|いい加減|同じ(?:こと|間違|失敗|ミス)|言い訳|失敗|できな|できてい?な|しない|適当|足り|漏れ|間違|怠|だらし|言われ|迷惑|反省|後回し|甘)";
    let trait_ja = "(?:大ざっぱ|おおざっぱ|大雑把|ずぼら|いい加減|短気|臆病|頑固|強情|意固地|わがまま|我がまま|自己中心的|自己中|自分勝手|身勝手|人見知り|内向的|優柔不断|飽きっぽい|忘れっぽい|怒りっぽい|そそっかしい|おっちょこちょい|粗忽|せっかち|のんき|呑気|マイペース|無愛想|ぶっきらぼう|不器用|頼りない|軽薄|軽率|お人好し|お人よし|陰気|根暗|横柄|傲慢|高慢|生意気|高飛車|感情的|神経質|浅はか|思慮の浅い|子供っぽい|子どもっぽい|未熟|無責任|無頓着|鈍い|ぼんやりした|他人任せ|人任せ|消極的|引っ込み思案|逃げ腰|見栄っ張り|負けず嫌い|気まぐれ|ひねくれ|卑屈|図々しい|厚かましい)";
    let wrong = [
        "だらしな(?:い|く|さ)",
        "やる気(?:が|の|も|は)?(?:な|無|足り|見え|見られ|感じられ|感じら|に欠け|を出)",
        "(?:本人|あなた|彼|彼女|担当者|さん|君|お前|その|持って生まれた)の性格|性格(?:が|に|的に|上の|を)(?:悪|問題|直|暗|きつ|雑|起因|よる|向|難|合わ|変え|欠)|性格の問題|性格だ(?:から|と)|人間性|人格(?:が|に(?:問題|欠|難|疑|起因)|を疑|的に)",
        "向いて(?:い)?(?:ない|ません|なかった)|[にへ](?:は)?向か(?:ない|ぬ)(?:。|と|人|性|の)|[にへ](?:は)?向きません|不向き(?:だ|で|な(?:人|性|の))|適性(?:が|は|に)(?:な|欠|低|疑)",
        &format!("(?:いつも|毎回|毎度|常に|しょっちゅう)[^。、]{{0,18}}{bad}"),
        "お前|あんた|貴様|てめえ",
        "社会人(?:として|失格|の自覚|以前)",
        "何(?:度|回|遍)(?:も)?(?:言え|言わせ|言った|言って(?:も|き)|注意した|説明した)",
        "常識",
        "(?:新人|新入社員|アルバイト|小学生|子供|子ども|素人|誰)(?:以下|でも(?:でき|分か|わか)|ですら|でさえ|にも(?:劣|でき))",
        "馬鹿|バカ|アホ|間抜け|無能|役立たず|給料泥棒|足手まとい|お荷物|ダメ(?:な)?(?:社員|人間|奴|営業)|使えない(?:奴|人|部下|社員)",
        "いい加減(?:な(?:人|性格|態度|仕事|気持ち)|に(?:しろ|しなさい|してくだ)|だ)|器(?:では|じゃ)(?:な|あり)|器が(?:小さ|な)|無責任|不真面目|怠け|怠慢|ルーズ|のろま|とろい|ずぼら|大雑把な(?:人|性格)",
        "(?:自覚|責任感|誠意|誠実さ|緊張感|危機感|当事者意識|プロ意識|協調性|向上心|根性|気合い?|気概|熱意|意欲|センス|資質|素質|才能|能力|理解力|想像力|注意力|集中力|判断力|観察力|行動力|実行力|忍耐力|共感力|対人能力|段取り力|思いやり|人望|覇気|愛想|愛嬌|常識|良識|主体性|自主性|謙虚さ|素直さ|几帳面さ|細やかさ|繊細さ|粘り強さ|機転|度胸|器量)(?:が|に|の|も|は|を)?(?:まるで|全く|まったく|根本的に|著しく|決定的に|そもそも|どうにも|いささか)?(?:な(?:い|さ|く)|無(?:い|さ|く)|足り(?:な|て|ま)|足らな|欠け|欠如|欠落|低[いくさ]|ゼロ|皆無|見られ(?:な|ません)|感じられ(?:な|ません)|疑[わい問]|不足|乏し|希薄|薄[いくさ]|持ち合わせ|備わって(?:い|お)?(?:な|ら|ま)|ありません|ございません)",
        // The flaw as a thing one has: いい加減さ, 後回しにする癖.
        &format!(
            "(?:本人|あなた|彼|彼女|さん|君|くん|氏|担当者?|[\\p{{Han}}ァ-ヺー]{{2,4}})の[^。、]{{0,6}}?{trait_ja}さ"
        ),
        "(?:本人|さん|君|くん|氏|担当者?|[\\p{Han}ァ-ヺー]{2,4})の(?:だらしな|雑|甘|鈍|ルーズ|がさつ|のろま|弱|幼|無神経|怠け|怠惰)さ",
        // What kind of human somebody is.
        "(?:は|も)[^。]{0,36}?(?:する|しない|られない|れない|できない|合わない|向かない|持たない|知らない|言う|弱い|強い|きつい|乏しい|欠ける|けない|がち(?:な|の))[^。、]{0,4}?(?:人間|人物|性分|性質|タイプ|たち|手合い|人種)(?:だ|で(?:ある|す|あり|あって|、|して|ご)|なの|に(?:過ぎ|すぎ)|と(?:見|言わ|思わ|しか))",
        "(?:は|も)[^。]{0,30}?[るすくうむつぬぶ](?:人間|性分|手合い|人種|たち)(?:だ|で(?:ある|す|あり|あって|、|して|ご)|なの|に(?:過ぎ|すぎ)|と(?:見|言わ|思わ|しか))",
        "(?:同期|後輩|先輩|同僚)の[^。、]{1,5}(?:さん)?(?:と比べ|に比べ|に劣|より)|(?:には|では)[^。、]{0,10}荷が(?:重|勝ち)|(?:基本|基礎|初歩|いろは)(?:すら|さえ)[^。、]{0,8}(?:な|身|でき|分か|わか|知ら)|(?:ない|なれない|する|できない|の|な)(?:男|女|奴|やつ|輩)(?:だ|で(?:ある|す|、)|なのだ)",
        "何(?:度|回)[^。、]{0,6}(?:教え|言っ|注意し|説明し|指導し|話し)ても[^。]{0,20}|(?:人|相手|他人)の(?:気持ち|心|痛み|立場)(?:が|を|も)[^。、]{0,6}(?:分から|わから|理解でき|汲め|考えられ|思いやれ)(?:ない|ず|ません)",
        "(?:仕事|職|業務|営業|接客|商売|役目|立場|任)[^。、]{0,4}(?:に|を|へ)[^。、]{0,6}(?:向く|足る|堪える|耐える|見合う|ふさわしい|任せられる)[^。、]{0,4}(?:器|力|人|資質|人物|人間|柄)[^。、]{0,4}(?:な(?:い|く)|あり?ません|ございません|持た|備え)",
        "(?:人当たり|口のきき方|口の利き方|物言い|愛想|根性|性根|心根|態度)(?:が|は|も)[^。、]{0,4}(?:きつ|悪|ひど|なっていな|曲が|ねじ|腐|足り|ゆが|卑し)",
        "身が入って?(?:いな|おら|いませ)|意識(?:が|の)?(?:低|足り|欠け|甘)|甘え(?:て|が|た|を)|考えが甘|頭が(?:悪|固|回ら)|打たれ弱|(?:メンタル|精神的|心)(?:が|に)弱",
        "(?:務|勤|つと)まら(?:な|ま|ぬ)|(?:素質|才能|向上心|思いやり|人望|覇気)(?:が|は|も|に)[^。、]{0,3}(?:な|欠|あり?ませ|感じ)|(?:根|心|気|神経|頭)(?:が|の)[^。、]{0,4}(?:怠|弱|図太|鈍|悪|足り|腐|利かな|回らな)|怠惰|図太|鈍感|無神経|中途半端な(?:人|奴)|何を(?:やらせ|させ)ても|頭を使(?:って|え)|口(?:先|だけ)(?:ばかり|だけ)|性分|反省の色|だから[^。]{0,14}嫌われ|[\\p{Han}]{2,3}さん(?:なら|だったら|であれば)[^。]{0,24}(?:しなかった|できた|できる|起きなかった|はず)|無頓着|(?:簡単な|当たり前の|基本的な)こと(?:も|すら|さえ)[^。、]{0,6}(?:でき|分か|わか)[^。、]{0,4}|いい(?:年|歳|大人)[をがに]|(?:心構え|心得|覚悟|態度|根性)が(?:なって|でき|足り|甘|悪)[^。、]{0,4}|悪い癖|失格|幼稚|情けな|見損な|(?:がっかり|失望)(?:し|させ|だ|です)|期待外れ|呆れ|あきれ|親の顔|育ちが|信用でき(?:ない(?:人|部下|社員)|ません)|恥ずかしくない",
        "不注意な(?:人|性格|社員|部下|担当)|注意力(?:が|に)(?:な|散漫|欠|足り)|注意散漫|いつもそう(?:だ|です)|とは思え(?:ない|ません)(?:対応|行動|仕事|ミス|言動)|(?:もっと|少しは)[^。、]{0,6}(?:責任感|自覚|やる気|緊張感)|学習能力|コミュニケーション(?:能力|力)(?:が|に|の)(?:な|低|欠|問題|不足)",
        "生まれつき|生来の|(?:元|もと|根)(?:から|っから|々)[^。、]{0,8}(?:向い|合って|性格|だらし|いい加減|雑)|気質(?:に|が|で|の)|(?:頭に血|すぐに?(?:かっと|カッと|熱く))[^。、]{0,6}(?:上|のぼ|な)|(?:人|数字|客|営業|電話)(?:を|と)?[^。、]{0,8}(?:相手にする|扱う)?(?:仕事|商売)に[^。、]{0,6}(?:合って|向いて)(?:い)?(?:ない|ません)|几帳面さに欠け|(?:生き方|人柄|人としての在り方)(?:に|が|を)[^。、]{0,6}(?:問題|疑|直|欠)",
        // A trait said of somebody, before a noun for what one is or as the predicate.
        &format!(
            "{trait_ja}[^。、]{{0,4}}?(?:性格|性分|気質|気性|性質|たち(?:だ|で|な|が)|人(?:だ|で(?:す|あ|、)|なの|には)|人間|人物|タイプ|ところ|一面|面が|癖|くせ|傾向)|{trait_ja}(?:すぎ|過ぎ|だ(?:。|と|か|っ)|で(?:す|あり|ある|した|、)|な(?:のだ|のが|の(?:で|も)|ので|ため|せい))"
        ),
        "(?:気が利か|気の利か|気が利き|気が回ら|気の回ら|融通(?:が|の)(?:利|き)か|要領(?:が|の)悪|飲み込みが(?:悪|遅)|物覚えが(?:悪|遅)|愛想(?:が|の)(?:な|悪)|プライド(?:が|の|ばかり|だけ)(?:は|が)?高|気が(?:短|小さ|弱|荒)|口が(?:悪|軽)|腰が重)(?:な|ま|い|く|す|ず|ぬ|かっ)?",
        "(?:に|を|が|の)[^。、]{0,8}(?:人間|人材|タイプ|器|柄|性格)(?:では|じゃ|とは)(?:な|あり|ござ|言え|思え)|(?:一人前|まともな(?:社員|大人|営業)|責任ある(?:大人|社会人))(?:では|じゃ|とは)(?:な|あり|言え|思え)|(?:人の)?話を?(?:まともに|ろくに)?聞(?:こうとし(?:な|ま)|かない(?:人|性格)|く耳を持)|(?:自分から|自ら)[^。、]{0,8}(?:動こう|やろう|考えよう|学ぼう|直そう)とし(?:な|ま)|[たす](?:る|た)?(?:ためし|試し)が(?:な|あり)|(?:一人|独り)では何も|誰から(?:も)?(?:信頼|相手に)され(?:な|てい?な)",
        // Comparison with others.
        "(?:同期|後輩|先輩|同僚|(?:ほか|他|別)の(?:人|社員|メンバー|担当者?|営業|課員|者|部員|方々?))(?:の(?:皆さん|みんな|人|社員|方々?|[^。、]{1,6}さん))?(?:たち|達)?(?:は(?:[^。、]{0,14})(?:でき|やって|こなし|守)|に(?:比べ|劣|負け)|と(?:比べ|比較し|違)|なら|を見習|より(?:劣|遅|でき|仕事))",
        "(?:皆|みんな|皆さん)(?:は|も|が)?[^。、]{0,6}(?:でき(?:てい)?(?:る|ます|ている|ています)|やっている|やっています)|さんを見習|さんに比べ|さんと比べ|見習(?:いなさい|え|ったら|ってくださ)",
    ];
    let fine = [
        // Of a plan, an estimate or a procedure, not of somebody.
        "(?:計画|見積もり?|概算|数字|手順|仕組み|仕組|区分|分類|設定|設計|基準|体制|記録|記載|文面|資料|説明|書式|方法|やり方)(?:は|が|も|の)[^。、]{0,8}(?:大ざっぱ|おおざっぱ|大雑把|いい加減|未熟|他人任せ|人任せ)[^。、]{0,6}",
        "(?:遅れ|間違え|失敗|欠け|欠かし|忘れ|破っ|怠っ|落とし)[^。、]{0,4}た(?:ためし|試し)が(?:な|あり)",
        "(?:方法|手順|様式|やり方|システム|仕組み|手段|製品|運賃|便)(?:は|が|も)[^。]{0,18}向(?:か(?:ない|ぬ)|きません)",
        "(?:業界|先方|取引|商)の常識|常識にとらわれ|常識を(?:覆|疑|破)",
        "(?:方法|手順|様式|やり方|システム|仕組み|手段|製品|運賃|便)(?:は|が|も)[^。]{0,18}向いて(?:い)?(?:ない|ません|なかった)",
        "(?:常に|いつも)[^。、]{0,18}(?:間違い(?:なく|のない)|漏れ(?:なく|のない)|忘れ(?:ず|ない))",
        "意識(?:が|の)低下",
        "(?:先方|お客様|[\\p{Han}]{1,4}様)[^。、]{0,24}(?:失望|がっかり)(?:し|させ)",
        "(?:処理|供給|生産|輸送|保管|対応)能力(?:が|に|の|も)?(?:足り|不足|な)[^。、]?",
        "(?:無|ノー)ルーズ|ルーズ(?:リーフ|ソックス)",
        // ケアホーム, スマホ.
        "[ァ-ヺー]アホ|アホ[ァ-ヺー]",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// 君 as a form of address, not the 君 of 高瀬君 or 君島.
static JA_ADDRESS: LazyLock<Wording> =
    LazyLock::new(|| Wording::new(r"(?:^|[^\p{Han}さ])((?:君|きみ)(?:は|の|が|に|も|を|って|たち))", ""));

static JA_THREAT: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        "次は(?:な(?:い|く)|ありません|ございません)(?:と|。|ぞ|から|ので|よ)?",
        "(?:次に|また|もう一度|今度)[^。、]{0,14}(?:したら|すれば|起こしたら|起こせば|あれば|あったら|ようなら)[^。]{0,24}(?:外|異動|処分|考え|降格|責任|覚悟|辞)",
        "(?:評価|査定|賞与|ボーナス|給与|給料|昇進|昇格)(?:を|が|に|は|も)?(?:下げ|下が|落と|落ち|マイナス|響|影響|カット|減ら|なくな|見送)",
        "異動(?:させ|してもら|もあり得|もありえ|も考え|を考え|も覚悟)|降格|減給|解雇|クビ|首に(?:する|なる|し)|辞め(?:て(?:もら|くだ|しま|ほし)|ろ|させ|たら|るしか|るべき)|辞表|退職(?:を|して)(?:勧|もら|考え)|始末書",
        "担当(?:を|から)(?:外(?:す|し|れてもら)|降ろ)|覚悟(?:し(?:て|ろ|なさい)|が必要|を決)|責任を?取って(?:もら|くださ|いただ)|居場所(?:が|は)?な|(?:席|ポスト)(?:が|は)?なく|許(?:さない|しません)|ただでは(?:済|す)",
    ];
    Wording::new(&wrong.join("|"), "許しません(?:でした|か)")
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let person = r"(?:you|he|she|they|the rep)";
    let named = r"(?:you|he|she|the rep|(?-i:(?:Mr|Ms|Mrs)\.? [A-Z][a-z]+))";
    let trait_en = "(?:naive|naïve|gullible|timid|stubborn|obstinate|immature|arrogant|easily (?:led|offended|distracted|upset|swayed)|thin-skinned|self-cent(?:red|ered)|self-important|selfish|scatterbrained|absent-minded|forgetful|thoughtless|tactless|moody|bossy|vain|conceited|cowardly|hot-headed|short-tempered|hot-tempered|pig-headed|big-headed|narrow-minded|slow on the uptake|lethargic|apathetic|inconsiderate|insensitive|muddle-headed|flaky|scatty|workshy|work-shy|uncooperative|gutless|weak-willed|slapdash|lax|slack)";
    let degree = "(?: (?:simply|just|really|far|much|also|still|often|always|sometimes|rather|quite|very|so|a bit|a little|basically|clearly|plainly|being))*";
    let bad = "(?:late|sloppy|careless|forget\\w*|miss\\w*|making|make|failing|fail|rush\\w*|complain\\w*|argu\\w+|wait\\w*|leav\\w+|the same|wrong|ignor\\w+|excus\\w+|slow|disorgani[sz]ed|unprepared|defensive|negative|difficult|rude)";
    let not_done = "(?:listen|reply|answer|check|learn|confirm|follow|finish|care|think|prepare|tell|ask|take|report|read|write|pay|do|get|manage|bother|try)";
    let wrong = [
        r"(?-u:\b)laz(?:y|iness|ily)(?-u:\b)|(?-u:\b)sloppy(?-u:\b)|(?-u:\b)sloppiness(?-u:\b)|(?-u:\b)slacker(?-u:\b)|(?-u:\b)born loser(?-u:\b)|(?-u:\b)lacks? the (?:character|personality|brains|guts|stomach|talent|backbone|temperament|patience|empathy|drive|discipline|maturity|nerve|instinct|makings|wit|sense to)(?-u:\b)|(?-u:\b)incompeten[A-Za-z0-9_]+|(?-u:\b)worthless(?-u:\b)|(?-u:\b)stupid[A-Za-z0-9_]*|(?-u:\b)idiot[A-Za-z0-9_]*|(?-u:\b)dumb(?-u:\b)|(?-u:\b)pathetic(?-u:\b)|(?-u:\b)immatur[A-Za-z0-9_]+|(?-u:\b)childish[A-Za-z0-9_]*|(?-u:\b)good[- ]for[- ]nothing(?-u:\b)".to_owned(),
        format!(r"(?-u:\b){person}(?: is| are| was| were|'re|'s)(?: [A-Za-z0-9_]+)? (?:useless|hopeless|unreliable|unprofessional|a disappointment|an embarrassment|a failure|irresponsible|arrogant|selfish|weak|slow-witted|disorgani[sz]ed)(?-u:\b)"),
        r"(?-u:\b)careless(?:ness|ly)?(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:bad|poor|wrong|negative|lazy|this|that) attitude(?-u:\b)|(?-u:\b)(?:your|his|her|the rep's) attitude (?:is|was|has been|needs|must|should|has to)(?-u:\b)|(?-u:\b)attitude (?:problem|issue)s?(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:your|his|her|the rep's|weak|flawed) (?:personality|character|mentality|temperament|upbringing)(?-u:\b)|(?-u:\b)(?:personality|character) (?:flaw|problem|issue|defect|weakness)[A-Za-z0-9_]*".to_owned(),
        r"(?-u:\b)not (?:really )?(?:cut out|made|suited|fit|right) (?:for|to) (?:this|the|sales|a|client|such|dealing|working with|people|clients|customers|selling|talking)(?-u:\b)|(?-u:\b)wrong person for(?-u:\b)|(?-u:\b)don't have what it takes(?-u:\b)|(?-u:\b)does not have what it takes(?-u:\b)|(?-u:\b)lack(?:s|ing)? (?:of )?(?:motivation|ability|talent|intelligence|common sense|commitment|backbone|initiative|discipline|drive)(?-u:\b)|(?-u:\b)unmotivated(?-u:\b)".to_owned(),
        format!(r"(?-u:\b)you(?:'re| are)? always(?: [A-Za-z0-9_]+)? {bad}(?-u:\b)|(?-u:\b)you(?:'re| are) always {bad}(?-u:\b)|(?-u:\b)you always {bad}(?-u:\b)"),
        format!(r"(?-u:\b)you never {not_done}(?-u:\b)|(?-u:\b)you (?:constantly|keep on|keep) {bad}(?-u:\b)|(?-u:\b)you are constantly(?-u:\b)"),
        r"(?-u:\b)(?:you|he|she|they)(?: simply| just| really)? (?:don't|doesn't|do not|does not) care(?-u:\b)|(?-u:\b)(?:you are|you're|he is|she is) (?:simply |just |far |much )?(?:too (?:weak|soft|slow|stupid|dull|timid|lazy|arrogant|nervous)|hopeless|slapdash|not (?:bright|clever|smart|strong|tough|mature|good|intelligent) enough|a born [a-z]+|procrastinat[a-z]+|thoughtless|spineless|clueless|immature)(?-u:\b)|(?-u:\b)a born [a-z]+|(?-u:\b)(?:no|without|never had (?:a|any)|little|hardly any) (?:feeling|sense|feel|talent|gift|instinct|empathy|respect) for(?-u:\b)|(?-u:\b)(?:a|any) (?:more|better|half-way) [a-z]+ [a-z]+ would(?-u:\b)|(?-u:\b)(?-i:[A-Z][a-z]+) would (?:never|not) have(?-u:\b)|(?-u:\b)the way you are(?-u:\b)|(?-u:\b)attitude (?:stinks|is (?:bad|terrible|appalling))(?-u:\b)".to_owned(),
        r"(?-u:\b)you never (?:think|listen|learn|check|care|change|ask|prepare)(?-u:\b)|(?-u:\b)a (?:child|baby|monkey|beginner|trainee) could(?-u:\b)|(?-u:\b)let (?:everybody|everyone|us all|the (?:whole )?team|me) down(?-u:\b)|(?-u:\b)(?:you are|you\'re|he is|she is) (?:a|an|such a) (?:[a-z]+ )?(?:disappointment|liability|burden|failure|embarrassment|disgrace|nuisance|problem)(?-u:\b)|(?-u:\b)common sense(?-u:\b)|(?-u:\b)as a professional,? you(?-u:\b)|(?-u:\b)a (?:real )?professional would(?-u:\b)|(?-u:\b)should (?:know|have known) better(?-u:\b)|(?-u:\b)any (?:professional|adult|beginner|trainee)(?-u:\b)|(?-u:\b)how many times (?:do|must|have|did)(?-u:\b)|(?-u:\b)what(?:'s| is) wrong with you(?-u:\b)|(?-u:\b)shame on you(?-u:\b)|(?-u:\b)ashamed of you(?-u:\b)|(?-u:\b)grow up(?-u:\b)|(?-u:\b)disappointed in you(?-u:\b)|(?-u:\b)disappointment to(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:you|he|she)(?: [a-z]+)? (?:is|are|was|were) (?:[a-z]+ )?an? (?:[a-z-]+ )?(?:man|woman|person|character|type|individual|soul)(?-u:\b)".to_owned(),
        r"(?-u:\b)an? (?:difficult|weak|unpleasant|unreliable|tiresome|impossible|awkward|slippery|cold) (?:character|person|man|woman|individual|personality|type)(?-u:\b)|(?-u:\b)half a brain(?-u:\b)|(?-u:\b)(?:is|are|was|were|'s|'re)(?: simply| just| really)? not (?:someone|somebody|a (?:man|woman|person)) (?:who|to)(?-u:\b)|(?-u:\b)(?:do|does|did)(?: not|n't) have the (?:temperament|character|personality|makings|patience|nerve|stomach|maturity|discipline|brains|wit|drive)(?-u:\b)|(?-u:\b)hopeless (?:with|at|in) [a-z]+(?-u:\b)".to_owned(),
        // Too much of a trait for what is asked.
        format!(r"(?-u:\b){named}(?: is| are| was| were| has been| have been|'re|'s){degree} (?:too (?:{trait_en}|trusting|soft|shy|proud|emotional|passive|easygoing|easy-going|laid-back)|{trait_en})(?-u:\b)|(?-u:\b){person}(?: is| are| was| were|'re|'s){degree} too [a-z]+ to be (?:left|trusted|given|let|allowed|put|sent|relied|asked)(?-u:\b)"),
        r"(?-u:\b)(?:has|have) never been (?:one|someone|somebody|a (?:man|woman|person)|the (?:type|sort|kind|one)) (?:to|who|for)(?-u:\b)[^.!?;,]{0,40}|(?-u:\b)(?:(?:is|are|was|were)(?: simply| just| really| certainly)? (?:not|never)|isn't|aren't|wasn't|never was)(?: simply| really)? the (?:(?:sort|type|kind) (?:of (?:person|man|woman|colleague|rep) )?(?:to|who|for)|(?:person|man|woman) for)(?-u:\b)".to_owned(),
        format!(r"(?-u:\b)(?:your|his|her|(?-i:[A-Z][a-z]+)'s) (?:[a-z-]+ ){{0,2}}(?:nature|disposition|temperament|ego|vanity|laziness|naivety|naïvety|stubbornness|arrogance|temper|indolence|impatience|insecurity|thoughtlessness|selfishness|immaturity|stupidity|indifference|complacency|vagueness|timidity|cowardice|pride)(?-u:\b)|(?-u:\b){person} (?:cannot|can't|can not|could not|is not to|are not to) (?:really |simply )?be (?:trusted|relied (?:on|upon)|left alone|left to)(?-u:\b)|(?-u:\b)(?:take|takes|took) (?:nothing|little) seriously(?-u:\b)|(?-u:\b)(?:do|does|did)(?: not|n't) take (?:rules|anything|things|(?:your|his|her|the) (?:work|job|duties|client)) seriously(?-u:\b)"),
        // A mind, a temper: what somebody has by nature.
        r"(?-u:\b)(?:you|he|she) (?:have|has|had|got) (?:a|an|no|the) (?:[a-z-]+ )?(?:mind|memory|brain|head|temper|spine|backbone|attention span|streak|character)(?-u:\b)".to_owned(),
        // What somebody is made of.
        r"(?-u:\b)(?:in (?:your|his|her|their) nature|by nature (?:you|he|she)|(?:thicker|thick|thin) skin|(?:quicker|sharper|cooler|clearer) head|made of (?:softer|weaker|different|poorer|lesser) stuff|(?:only )?(?:ever )?hears? (?:only )?what (?:suits|he wants|she wants|you want)|(?:keep|do not put|don't put|never put) (?:him|her|them|you) (?:away from|in front of) (?:people|clients|customers)|always has been,? always will)(?-u:\b)".to_owned(),
        // Comparison with others.
        r"(?-u:\b)(?:unlike|compared (?:to|with)|worse than|better than|not as [A-Za-z0-9_]+ as) (?:you|your (?:[A-Za-z0-9_]+ )?(?:colleagues?|peers?|predecessor|teammates?)|the other [A-Za-z0-9_]+|the rest of the team|others|everyone else)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:your colleagues|your peers|the others|others|everyone else|other (?:reps|representatives|leads)) (?:all )?(?:manage|can|do|did|have no|get|cope|never|would)(?-u:\b)|(?-u:\b)why can't you(?-u:\b)|(?-u:\b)even an? (?:beginner|trainee|new hire|child|junior|intern)(?-u:\b)".to_owned(),
    ];
    let fine = r"(?-u:\b)(?:has|have) never been (?:one|someone|somebody|the (?:type|sort|kind|one)) (?:to|who|for) (?:give up|giv|complain|shirk|boast|blame|cut corners|walk away|panic|let|quit|hide|miss|refus)[^.!?;,]{0,40}|(?-u:\b)(?:client|customer|company|error|question|data|problem)'s (?:[a-z-]+ ){0,2}nature(?-u:\b)|(?-u:\b)(?:being|been|was|were) called careless(?-u:\b)|(?-u:\b)lazy (?:loading|evaluation)(?-u:\b)|(?-u:\b)character (?:encoding|set|code)s?(?-u:\b)|(?-u:\b)compared with others in (?:the )?(?:market|industry)(?-u:\b)";
    Wording::new(&wrong.join("|"), fine)
});

static EN_THREAT: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        r"(?-u:\b)or else(?-u:\b)|(?-u:\b)(?:last|final) (?:chance|warning)(?-u:\b)|(?-u:\b)next time[^.!?]{0,40}(?-u:\b)(?:consequence[A-Za-z0-9_]*|fired|removed|transfer[A-Za-z0-9_]*|replaced|off the account)(?-u:\b)",
        r"(?-u:\b)(?:be|get|being|getting|have you|see you) (?:fired|dismissed|sacked|demoted|transferred|replaced|removed|let go|written up)(?-u:\b)|(?-u:\b)lose your (?:job|position|bonus|account)(?-u:\b)",
        r"(?-u:\b)(?:there will be|face|have) (?:serious |severe |real )?consequences(?-u:\b)|(?-u:\b)your (?:job|position|career|future here) (?:is at risk|depends|is on the line|is in danger|will be)(?-u:\b)",
        r"(?-u:\b)(?:affect|hurt|lower|reduce|count against|reflect (?:badly )?(?:on|in)) (?:you in )?your (?:rating|appraisal|evaluation|review|bonus|pay|salary|promotion|career)(?-u:\b)",
        r"(?-u:\b)take you off (?:the|this) account(?-u:\b)|(?-u:\b)disciplinary (?:action|measures?)(?-u:\b)|(?-u:\b)you will regret(?-u:\b)|(?-u:\b)and you(?:\'re| are) (?:out|finished|done|gone)(?-u:\b)",
    ];
    Wording::new(&wrong.join("|"), "")
});

static EN_DOUBTFUL: LazyLock<Wording> = LazyLock::new(|| {
    let fine = r"(?-u:\b)you are never (?:alone|on your own|to blame|expected|asked|required|obliged)(?-u:\b)|(?-u:\b)you (?:are )?always (?:welcome|free|able|keep|kept|deliver[A-Za-z0-9_]*|help[A-Za-z0-9_]*|bring|brought|find|found|put|make time|made time|listen[A-Za-z0-9_]*|prepare[A-Za-z0-9_]*)(?-u:\b)|(?-u:\b)you never (?:lose|lost|gave|give|let|stop[A-Za-z0-9_]*|missed|had|knew|were|got)(?-u:\b)";
    Wording::new(r"(?-u:\b)you (?:are )?(?:always|never)(?-u:\b)", fine)
});

/// After the words: this is said not to be so.
static JA_DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^。、]{0,12}(?:では(?:なく|な(?:い|か)|あり|ござ)|わけでは|じゃな|とは(?:思|考え|言え|いえ|限|し(?:な|ま))|(?:つもり|こと|考え|予定|意図|話|もの|意味)(?:は|も)?(?:あり|な(?:い|く)|ござ|し(?:ま|な)))",
    )
});

/// After a threat: this will not be done.
static JA_NOT_DONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:し(?:ない|ません)|いたしません|させ(?:ない|ません)|(?:する|される|させる|し)?(?:こと|もの|ため|理由)?(?:は|に|も|では)?(?:ない|なく|しない|しません|ありません|ございません|なりません)|ません)",
    )
});

/// Before the words, in the same sentence: this is said not to be so.
static EN_DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?i)(?:(?-u:\b)(?:not|no|nor|without|neither|nobody)|n['’]t)(?-u:\b)[^.!?;]{0,40}$")
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let (attack, threat, doubtful) =
        context.lang.pick((&*JA, &*JA_THREAT, &*JA_ADDRESS), (&*EN, &*EN_THREAT, &*EN_DOUBTFUL));
    let said = |wording: &Wording| -> Vec<Range<usize>> {
        wording.places(&reading).into_iter().filter(|place| !denied(context.lang, reading.text(), place)).collect()
    };
    let done = |place: &Range<usize>| {
        let after = reading.text().get(place.end..).unwrap_or_default();
        context.lang == Lang::En || !JA_NOT_DONE.is_match(after)
    };
    let attacks = said(attack);
    let mut found: Vec<Finding> = attacks.iter().map(|place| attack_finding(reading.original(place.clone()))).collect();
    // What a superior decides about posts and pay has its place in other internal papers.
    if context.facts.audience() == Audience::Rep {
        found.extend(said(threat).into_iter().filter(done).map(|place| threat_finding(reading.original(place))));
    }
    let new =
        |place: &Range<usize>| attacks.iter().all(|attack| attack.end <= place.start || place.end <= attack.start);
    found.extend(said(doubtful).into_iter().filter(new).map(|place| {
        let finding = attack_finding(reading.original(place));
        finding.with_severity(Severity::Warn).with_confidence(Confidence::Medium)
    }));
    Ok(found)
}

/// Behind somebody's words: と話している, と受け止めている.
static SAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed("^[^。、\n]{0,6}と(?:の|も|は)?(?:話|語|言っ|言わ|述べ|書い|受け止め|感じ|見て|訴え)")
});

fn denied(lang: Lang, text: &str, place: &Range<usize>) -> bool {
    match lang {
        Lang::Ja => {
            let after = text.get(place.end..).unwrap_or_default();
            let before = text.get(..place.start).unwrap_or_default();
            let sentence = before.rsplit(['。', '\n']).next().unwrap_or_default();
            // What the client is heard to say of somebody is no judgement of ours.
            let told = ["先方は", "先方から", "お客様は", "様は", "様が", "様から", "貴社は"];
            JA_DENIED.is_match(after)
                || (told.iter().any(|who| sentence.contains(who)) && (is_attributed(after) || SAID.is_match(after)))
        }
        Lang::En => EN_DENIED.is_match(text.get(..place.start).unwrap_or_default()),
    }
}

fn attack_finding(place: Range<usize>) -> Finding {
    let message = Message::new("行動ではなく人を責める言葉です", "this is about the person, not about what was done");
    Finding::error(RULE.id, place, message).suggest(Message::new(
        "いつ、何をして、どうなったかを書いてください",
        "say when, what was done, and what followed from it",
    ))
}

fn threat_finding(place: Range<usize>) -> Finding {
    let message = Message::new("脅しと受け取られる言葉です", "this reads as a threat");
    Finding::error(RULE.id, place, message)
        .suggest(Message::new("次の行動と支援を書いてください", "write the next step and the support instead"))
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
                ("いつもありがとうございます。", &[]),
                ("いつでも相談してください。", &[]),
                ("やる気がないとは思っていません。", &[]),
                ("性格の問題ではありません。", &[]),
                ("評価に影響することはありません。", &[]),
                ("担当を外す話ではありません。", &[]),
                ("この方法は急ぎの注文に向いていません。", &[]),
                ("業界の常識にとらわれない提案でした。", &[]),
                ("先方から「だらしない」との言葉もありました。", &[]),
                ("常に漏れなく確認する仕組みをつくります。", &[]),
                ("10月30日までに返答がありませんでした。", &[]),
                ("高瀬君は6年目です。", &[]),
                ("次は12月1日（火）16時に話しましょう。", &[]),
                ("他の案件と比べて、納期が短い注文でした。", &[]),
                ("期日を守り切る力は、立て直しにも生きます。", &[]),
                ("生産能力が足りない時期でした。", &[]),
                ("いつも返答が遅いです。", &["いつも返答が遅"]),
                ("責任感に欠けています。", &["責任感に欠け"]),
                ("高瀬さんは営業に向いていません。", &["向いていません"]),
                ("新人でもできることです。", &["新人でもでき"]),
                ("また同じことがあれば、担当を外します。", &["また同じことがあれば、担当を外"]),
                ("賞与に響きます。", &["賞与に響"]),
                ("君は6年目です。", &["君は"]),
                ("本人の大ざっぱな性格も、遅れを招きました。", &["大ざっぱな性格"]),
                ("高瀬さんは気が利かず、客商売に向く人間ではない。", &["気が利かず", "商売に向く人間ではない"]),
                ("概算は大ざっぱでしたが、期日は守りました。", &[]),
                ("期日に遅れたためしがないことは、皆が知っています。", &[]),
                ("この様式は急ぎの注文には向きません。", &[]),
                ("人と話すことが好きな、明るい人柄に助けられています。", &[]),
            ],
        );
        assert_verdicts(
            &RULE,
            Audience::Internal,
            Lang::Ja,
            &[
                ("異動させる案は、本人の希望と合いません。", &[]),
                ("本人の性格に起因する面があります。", &["本人の性格"]),
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
                ("You can always call me.", &[]),
                ("You are always welcome to ask.", &[]),
                ("You never missed a launch date.", &[]),
                ("This talk is not about your character.", &[]),
                ("You will not be replaced.", &[]),
                ("The client said \"he is lazy\" on the phone.", &[]),
                ("The character encoding of the file was wrong.", &[]),
                ("Two columns were mapped the wrong way round.", &[]),
                ("She may well have felt that nobody was listening.", &[]),
                ("Your colleagues in Production Control did not hear of it.", &[]),
                ("It is not a question of common sense but of a missing rule.", &[]),
                ("The client's tone was better on 13 November.", &[]),
                ("You always forget to reply.", &["You always forget"]),
                ("You never listen.", &["You never listen"]),
                ("You lack commitment.", &["lack commitment"]),
                ("Even a trainee would have asked.", &["Even a trainee"]),
                ("This is your last chance.", &["last chance"]),
                ("It will affect your bonus.", &["affect your bonus"]),
                ("You always sigh.", &["You always"]),
                ("You are simply too trusting to be left alone.", &["You are simply too trusting"]),
                (
                    "Takase has never been one to take rules seriously, and he said so.",
                    &["has never been one to take rules seriously"],
                ),
                ("Takase's easygoing nature played its part.", &["Takase's easygoing nature"]),
                ("You have never been one to give up.", &[]),
                ("You were too busy to see that on your own.", &[]),
                ("You are not the person who took that call.", &[]),
                ("You are not naive, and nobody thinks so.", &[]),
                ("The client's question was of another nature.", &[]),
            ],
        );
    }
}
