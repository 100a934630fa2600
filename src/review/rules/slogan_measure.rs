//! R26: a measure that only asks people to take more care.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::finding::Confidence;
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::wording::Reading;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "slogan-measure",
    code: "R26",
    about: (
        "「徹底」「注意」「意識」など、仕組みのない対策。効果がありません。",
        "A measure without a mechanism (be more careful, raise awareness). It has no effect.",
    ),
    audiences: &[Audience::Client, Audience::Internal],
    kinds: &["client-action-plan", "internal-recurrence-prevention"],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "確認を徹底します。" },
        Example { lang: Lang::Ja, text: "・担当者一人ひとりの意識を高める" },
        Example { lang: Lang::En, text: "We will be more careful." },
        Example { lang: Lang::En, text: "- Raise awareness among the staff" },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "変更のご依頼は、当日中に書面で確認し、課長を写しに加えて確認を徹底します。"
        },
        Example {
            lang: Lang::Ja, text: "「注意する」だけの対策は採らない。意識に頼らず、登録欄で防ぐ。"
        },
        Example {
            lang: Lang::En,
            text: "Two people check every mapping and sign the checklist, so that care does not depend on memory.",
        },
        Example { lang: Lang::En, text: "Being more careful is not enough." },
    ],
    check,
};

static SLOGAN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?:周知|指導|管理|確認|教育|対応|連携|報連相|共有|遵守|チェック|再発防止|励行|注意喚起)?(?:の|を|に)?徹底(?:を図|いたし|し(?:ま|て|た)|する|させ|を(?:いた|行|期)|。|$|化)?[^、。\t\n]{0,4}",
            "|(?:今後|一層|より一層|十分|十二分に?|細心の|再度|改めて|各自|全員)?(?:に|の)?注意(?:いたし|し(?:ま|て)|する|を(?:払|促|怠らな|喚起)|喚起)[^、。\t\n]{0,4}",
            "|意識[^、。\t\n|]{0,8}(?:高め|高く|向上|強く|強め|醸成|改革|共有|浸透|植え付け)[^、。\t\n|]{0,5}|(?:心構え|心がまえ|気構え|自覚|責任感|緊張感|危機感|気持ち|大切さ|重要性|重み|怖さ)[^、。\t\n|]{0,6}(?:浸透|徹底|醸成|高め|促|周知|共有|持ち|持つ|忘れ|伝え|説[きく]|植え|新た|唱)[^、。\t\n|]{0,5}|(?:思い込み|油断|慢心|気の緩み|先入観|うっかり)[^、。\t\n|]{0,4}(?:なく|捨て|排|せず|戒め|正)[^、。\t\n|]{0,6}|慎重(?:に|な)(?:対応|行動|判断|応対|作業|取り扱)[^、。\t\n|]{0,5}|当たり前のこと[^、。\t\n|]{0,10}|(?:一本一本|一件一件|一つ一つ|一つひとつ)(?:の|を|に)[^、。\t\n|]{0,8}(?:大切|丁寧|真摯|誠実|心)[^、。\t\n|]{0,6}|(?:報告|連絡|相談|報連相|ホウレンソウ)を(?:密|こまめ|しっかり|きちん|怠ら)[^、。\t\n|]{0,5}|責任(?:ある|感のある)(?:行動|対応|仕事)[^、。\t\n|]{0,5}|コミュニケーション(?:を|の)[^、。\t\n|]{0,4}(?:活発|活性|増や|大切|円滑)[^、。\t\n|]{0,5}|(?:取り組み|仕事への|業務への)姿勢[^、。\t\n|]{0,8}|(?:注意|警戒|奮起)を(?:呼びかけ|呼び掛け|促)[^、。\t\n|]{0,4}|感度を(?:上げ|高め)[^、。\t\n|]{0,5}|(?:気持ち|立場|目線)に寄り添[^、。\t\n|]{0,5}|矜持[^、。\t\n|]{0,6}|強い(?:気持ち|思い|決意|覚悟)[^、。\t\n|]{0,8}|(?:感謝|謙虚|誠意|おもてなし)の?(?:気持ち|心|姿勢)[^、。\t\n|]{0,8}|(?:漏れ|ミス|誤り|間違い|遅れ)(?:が|の)ない(?:よう|ように)[^、。\t\n|]{0,4}(?:心する|努め|注意|気を|頑張|する。|する$)",
            "|(?:意識|自覚|危機感|緊張感|当事者意識|責任感|品質意識)(?:を|の)?(?:高め|向上|改革|持[っつち]|強化|徹底|醸成|改善|共有|もっ|付け)[^、。\t\n]{0,5}",
            "|(?:気を(?:付け|つけ|引き締め)|気持ちを引き締め|心(?:が|掛)け|心を入れ替え|肝に銘じ|襟を正)[^、。\t\n]{0,5}",
            "|(?:安全|納期|期日|品質|お客様|顧客|信頼|確認|約束)[^、。\t\n]{0,8}(?:を|が|は)?(?:最優先|第一|最重要|何より(?:も)?(?:大切|優先|重視))[^、。\t\n]{0,10}|(?:使命感|責任|誇り|プロ意識|プロとしての自覚|主体性|誠意|思いやり|当事者意識|緊張感|危機感|自覚)(?:を|と)[^、。\t\n]{0,4}(?:持っ|もっ|抱|胸に|持ち|新たに|忘れず)[^、。\t\n]{0,8}|(?:自分事|自分ごと|我が事|わが事)(?:として|と捉え|ととらえ)[^、。\t\n]{0,8}|(?:一人ひとり|一人一人|各自|全員|課員|社員|メンバー)が[^、。\t\n]{0,16}(?:自覚|意識し|真剣|誠実|主体的|自律的|能動的)[^、。\t\n]{0,8}",
            "|(?:一丸|一致団結)となっ[^、。\t\n]{0,8}|(?:万全|万全の体制)を(?:期|整)[^、。\t\n]{0,4}|(?:精進|努力|邁進)(?:いたし|し(?:ま|て)|する|を(?:重|続))[^、。\t\n]{0,5}",
            "|(?:(?:確認|管理|連携|チェック|監督|指導|教育|体制|コミュニケーション|情報共有|報告|関係)(?:体制|の体制)?(?:を|の))(?:より)?(?:一層)?(?:強化|密に|しっかり|見直)[^、。\t\n]{0,5}|(?:しっかり|きちんと|ちゃんと|確実に|丁寧に)(?:と)?(?:確認|対応|チェック|連絡|報告|管理|共有)(?:し|す|いた|を)[^、。\t\n]{0,5}",
            "|(?:きめ細か|緊張感|心を込め|真心|誠心誠意|全力(?:を|で|に)|全社(?:を挙げ|一丸|員一丸)|真摯に(?:取り組|対応)|丁寧(?:な|に)(?:応対|対応|接客))[^、。\t\n]{0,16}|(?:気|気持ち|心)を(?:引き?締め|配|新た|改め|緩め(?:ず|な))[^、。\t\n]{0,8}|意識(?:付け|づけ)[^、。\t\n]{0,8}|(?:連携|関係|コミュニケーション|信頼|理解|絆)(?:を|は)[^、。\t\n]{0,10}(?:深め|強め|密に|高め|図[りる])[^、。\t\n]{0,5}|(?:精神|風土|文化|姿勢|考え方|意識|マインド|お客様第一)(?:を|の)[^、。\t\n]{0,8}(?:浸透|定着|醸成|根付|大切|貫|徹底)[^、。\t\n]{0,5}|(?:基本|初心|原点|原則)(?:に|を)(?:立ち?返|返|忘れ|戻)[^、。\t\n]{0,8}|(?:怠ら|疎かにし|おろそかにし|忘れ)(?:ない|ぬ)よう[^、。\t\n]{0,12}|(?:強化|改善|向上|充実|防止|撲滅|削減)(?:に|を)(?:努め|図|取り組|励)[^、。\t\n]{0,6}|反省を(?:胸|踏まえ|生か|活か)[^、。\t\n]{0,8}|(?:誠実|真面目|地道|堅実)(?:な|に)[^、。\t\n]{0,10}(?:積み重ね|取り組|努め|励)[^、。\t\n]{0,5}|問題意識[^、。\t\n]{0,8}|スピード感[^、。\t\n]{0,10}|(?:お客様|顧客|相手)(?:の)?(?:目線|立場|視点)[^、。\t\n]{0,12}|目(?:を)?(?:配|光らせ|を行き届)[^、。\t\n]{0,6}|改善に(?:努|励)[^、。\t\n]{0,6}|再認識(?:し|さ|す|を)[^、。\t\n]{0,4}|(?:厳しく|強く)(?:指導|言い聞かせ|申し渡)[^、。\t\n]{0,4}|声(?:を)?(?:かけ|掛け)(?:合|あ)[^、。\t\n]{0,5}|風通し(?:の|を)よ?[^、。\t\n]{0,8}",
        )),
        Pattern::fixed(concat!(
            r"(?i)(?-u:\b)(?:be|being|become|stay|remain) (?:more |extra |even more |much more |most )?(?:careful|vigilant|attentive|diligent|mindful|thorough|alert|cautious|conscientious|aware)(?-u:\b)",
            r"|(?-u:\b)(?:take|taking|exercise|exercising|use|using|pay|paying|give|giving) (?:more|greater|extra|closer|better|due|special|utmost|the utmost|particular|every|full) (?:care|attention|caution|diligence|heed)(?-u:\b)",
            r"|(?-u:\b)(?:raise|raising|increase|increasing|heighten|improve|improving|strengthen|build|promote) (?:the |staff |team |general |quality |employees' |everyone's |our )*(?:awareness|mindset|consciousness|attitude|sense of (?:responsibility|urgency|ownership)|communication|vigilance|discipline|coordination|quality culture|cooperation)(?-u:\b)",
            r"|(?-u:\b)(?:remind|reminding|urge|urging|instruct|instructing|tell|telling|encourage|encouraging) (?:all |the |our |every |everyone|each )*(?:staff|team|teams|employees?|members?|reps?|people|colleagues|everyone|of them)?(?: of [a-z ]{3,24}| to (?:be|check|take|pay|communicate|confirm|follow|double-check|think|listen)[a-z ]{0,20}| how important[a-z ]{0,20}| about [a-z ]{3,24})",
            r"|(?-u:\b)(?:do|doing|try|trying) (?:our|their|my|its) (?:utmost|best|very best|hardest)(?-u:\b)|(?-u:\b)(?:strive|endeavou?r|make every effort|work harder|try harder|redouble|step up our efforts?|double our efforts)(?-u:\b)[^.;\t\n]{0,20}",
            r"|(?-u:\b)(?:ensure|ensuring|enforce|enforcing|reinforce|reinforcing|strengthen|strengthening|tighten|tightening|thoroughly|improve|improving|enhance|enhancing) (?:the |our |a |thorough |strict |proper |better |all |internal )*(?:checks?|checking|compliance|confirmation|control|controls|supervision|management|procedures?|discipline|diligence|communication|follow-up|oversight|quality)(?-u:\b)",
            r"|(?-u:\b)(?:keeps?|keeping) (?:their|our|your|both|an|a (?:close|sharp|watchful)) (?:eyes?|ears?|wits) (?:open|on|about)(?-u:\b)[^.;\t\n]{0,24}|(?-u:\b)on (?:their|our|your) (?:toes|guard)(?-u:\b)|(?-u:\b)(?:stays?|keeps?|remains?) (?:alert|sharp|watchful|focused|on the ball)(?-u:\b)",
            r"|(?-u:\b)(?:make|makes|making|give|gives|giving) (?:[a-z]+ ){0,4}(?:top|highest|first|utmost|number one|absolute|overriding) priority(?-u:\b)|(?-u:\b)(?:is|are|be|as|becomes?|remains?) (?:our|their|the|everyone's|a) (?:top|highest|first|number one|absolute) priority(?-u:\b)|(?-u:\b)(?:a |the )?(?:greater|stronger|heightened|keener?|deeper|renewed|fuller|higher|better|new) (?:sense|awareness|feeling|spirit) of (?:responsibility|urgency|duty|ownership|care|purpose|commitment)(?-u:\b)|(?-u:\b)(?:treat|handle|approach)(?:s|ed|ing)? (?:[a-z]+ ){1,5}with (?:the )?(?:greater|greatest|utmost|more|due|full|all|every|extra|proper|necessary) (?:[a-z]+ )?(?:care|respect|seriousness|attention|diligence|urgency|importance|professionalism)(?-u:\b)|(?-u:\b)(?:be|become|act|work|behave) (?:more |even more |much more )(?:conscious|responsible|responsibly|reliable|reliably|disciplined|professional|professionally|proactive|proactively|conscientiously|considerate)(?-u:\b)|(?-u:\b)(?:top of (?:the |every )?mind|back to basics|pull together|work as one|give (?:it )?(?:our|their) all|hold ourselves to|live up to)(?-u:\b)[^.;\t\n]{0,20}",
            r"|(?-u:\b)(?:keep|bear|hold)(?:s|ing)? (?:[a-z]+ ){0,7}in mind(?-u:\b)|(?-u:\b)(?:learn|learning) from (?:this|our mistakes?)(?-u:\b)|(?-u:\b)(?:stronger|better|closer) (?:communication|cooperation|coordination|teamwork|awareness)(?-u:\b)",
            r"|(?-u:\b)(?:be|being|is|are) (?:reminded|urged|encouraged|told|asked|instructed)(?-u:\b)[^.;\t\n]{0,40}|(?-u:\b)(?:communicate|cooperate|collaborate|listen|coordinate|work together|react|respond) (?:better|more (?:closely|clearly|openly|quickly|carefully)|even better)(?-u:\b)|(?-u:\b)(?:show|take|demonstrate|feel) (?:more |greater |full |real )?(?:ownership|responsibility|commitment|dedication|initiative|respect)(?-u:\b)|(?-u:\b)(?:put|putting|place) (?:the |our |every )?(?:customers?|clients?|quality|you) (?:first|at the (?:cent(?:re|er)|heart))(?-u:\b)|(?-u:\b)(?:stay|be|keep) on (?:their|our|its|your) (?:toes|guard|ball)(?-u:\b)|(?-u:\b)(?:more|closer|greater|extra|full) (?:attention|care|focus|emphasis|effort)s?(?-u:\b)[^.;\t\n]{0,24}|(?-u:\b)(?:foster|create|build|instil|cultivate|nurture|develop|embed)(?:s|ing)? (?:a |an |the |our )?(?:[a-z]+ )?(?:culture|spirit|mindset|sense|atmosphere|attitude|ethos)(?-u:\b)|(?-u:\b)(?:committed|dedicated|determined|resolved) to (?:[a-z]+ing|better|quality|improve|do|excellence)(?-u:\b)[^.;\t\n]{0,12}|(?-u:\b)(?:keep|keeping|have|with) (?:a |an )?(?:closer|close|careful|watchful|sharper|better) (?:eye|watch|grip)(?-u:\b)|(?-u:\b)(?:more|most) (?:thorough(?:ly)?|careful(?:ly)?|vigilant|diligent(?:ly)?)(?-u:\b)|(?-u:\b)(?:quicker|faster) off the mark(?-u:\b)|(?-u:\b)(?:go|going) the extra mile(?-u:\b)|(?-u:\b)(?:quality|the customer|the client|safety|service) comes first(?-u:\b)|(?-u:\b)(?:learn|take|draw) (?:the |our |all )?(?:right )?lessons?(?-u:\b)|(?-u:\b)(?:concentrate|focus|care|think|try|listen) (?:more|harder|better)(?-u:\b)|(?-u:\b)(?:raise|lift) (?:our|the) (?:game|standards?)(?-u:\b)|(?-u:\b)(?:refresh|renew|sharpen) (?:our|the|their) (?:focus|minds?|commitment|sense)(?-u:\b)",
        )),
    ]
});

/// What makes a measure work by itself: a form, a record, a second person, a machine, a date on which something is done.
static MECHANISM: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "書面|文書で|メールで|写し|CC|記録|登録|入力|必須|欄|システム|自動|チェックリスト|点検表|一覧表?|台帳|様式|書式|手順書?|マニュアル|フロー|ルール(?:化|を定)|基準|二重|二人|2人|二名|2名|複数(?:人|名)|第三者|別の(?:者|担当|担当者)|承認|署名|押印|抜き取り|抽出|監査|集計|件数|試験|テスト|検証|照合|突合|読み合わせ|復唱|録音|議事録|アラート|通知|警告|期限を|毎(?:日|週|月|朝)|週次|月次|日次|四半期|定例|当日中|翌営業日|前日まで|[0-9]+(?:時間|営業日|日)以内|研修(?:を)?[^、。\n]{0,12}(?:[0-9]|実施)|[0-9]+月|課長が|上長が|責任者が|共有フォルダ|掲示",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:in writing|written|copied|in copy|cc|log(?:ged|s)?|record(?:ed|s)?|register(?:ed)?|checklists?|form|field|fields|system|automatic(?:ally)?|automated|validation|script|test(?:s|ed|ing)?|two[- ]person|two people|second (?:person|pair|reader|check)|four[- ]eyes|another (?:person|colleague)|sign(?:s|ed)?[- ]off|approv(?:al|ed|es)|samples?|audit(?:s|ed)?|template|procedure (?:that|which|requires)|step|alert|reminder e-?mail|weekly|daily|monthly|every (?:day|week|month|friday|monday|record|mapping|import|row|change)|same day|within [0-9a-z]+ (?:hours|days|working)|minutes|counts?|measured|dashboard|by [0-9]|from [0-9]|on [0-9]|manager checks|checked by|January|February|March|April|June|July|August|September|October|November|December)(?-u:\b)|[0-9]+ (?:records|rows|items|orders|cases)",
        ),
    ]
});

/// Where the slogan itself is turned down, asked about or told as a cause.
static TURNED_DOWN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:だけ(?:で|の|に|とせ)|のみ(?:で|の|に)|に頼(?:ら|る)|任せ(?:に|で)|で(?:は|も)(?:なく|足り|不十分|防げ|効果)|に依存|とどま|とどめ|終わら|に(?:は|も)限界|では再発|不要|足り(?:ません|ない|ず)|不足(?:し|が)|できて(?:い|おり)(?:な|ま)|されて(?:い|おり)(?:な|ま)|が低|欠け|という対策|ことが(?:できず|できな)|いなかっ|おらず|おりませんでした|なかった)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:not (?:enough|sufficient|rely|depend|a matter|only|just)|instead of|rather than|alone|insufficient|cannot be|can't be|n't rely|do(?:es)? not (?:help|work|suffice)|without relying|no longer depends?|only asks?|should have|was not|were not|had not|did not)(?-u:\b)",
        ),
    ]
});

/// An intention, in whatever words.
static INTENT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:てまいります|て参ります|ていきます|ように(?:いた)?します|ようにする|所存です|所存でございます|に努めます|(?:に|を)(?:心掛|心が|目指)[^。]{0,6}ます)。?$",
        ),
        Pattern::fixed(
            r"^(?:[-*_•・ ]|[0-9]{1,2}[.)] )*(?:(?:In (?:the )?future|From now on|Going forward|Henceforth|From today(?: on)?|At all times|As a team|Together|Above all|Finally|In addition),? )?(?:[Ww]e|[Ee]veryone|[Ee]verybody|[Ee]very (?:one|single one|member) of (?:us|the [a-z]+)|[Ee]very (?:employee|colleague|member of staff)|[Ee]ach of us|[Tt]he (?:whole |entire )?(?:team|section|staff|department)|[Oo]ur (?:whole |entire )?(?:people|staff|team|company|colleagues)|[Aa]ll (?:of us|staff|employees|colleagues|(?:the )?members|(?:team |staff )?members|those involved|concerned|involved)(?: of (?:the |our )?[a-z]+)?) (?:will|shall|intend to|aim to|(?:has|have) promised to|(?:is|are) going to)(?-u:\b)",
        ),
    ]
});

/// What an intention of these words is about: an answer, a visit, a decision, money. It is no measure.
static NO_MEASURE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "報告|連絡|知らせ|伺|申し上げ|お願い|詫び|いただ|検討|相談|送り|送付|説明|回答|答え|負担|お見せ|窓口|担当|面談|訪問|お聞|話し合|見直|継続|続け|進め|点検|お届け|補佐|設け|導入|設置|作成|整備|新設|加え",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:report|send|tell|call|write|visit|answer|let you|inform|reply|bear|pay|meet|show|discuss|decide|review|explain|come|ask you|keep you|continue|remain|update|deliver|present|agree|listen to you|hear|support|lead|correct|complete|finish|set up|introduce|install|create|add|build|open|investigate|look into|provide|share)[a-z]*(?-u:\b)|[0-9]",
        ),
    ]
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let text = reading.text();
    let [slogan, mechanism, turned_down] = [&SLOGAN, &MECHANISM, &TURNED_DOWN].map(|pair| context.lang.of(pair));
    let mut found = Vec::new();
    for span in sentences(text) {
        let sentence = text.get(span.clone()).unwrap_or_default();
        let mut words = slogan.find_iter(sentence).peekable();
        if words.peek().is_none()
            && context.lang.of(&INTENT).is_match(sentence)
            && !context.lang.of(&NO_MEASURE).is_match(sentence)
            && !mechanism.is_match(sentence)
            && !reading.is_quoted(&span)
        {
            // Not one word says who does what by when, or how it is checked.
            found.push(finding(&reading, span.clone()).with_confidence(Confidence::Medium));
            continue;
        }
        if words.peek().is_none() || mechanism.is_match(sentence) || is_heading(sentence) {
            continue;
        }
        for word in words {
            // 「意識を高める」は: what stands behind the quotation is not of the slogan.
            let length = word.as_str().find('」').filter(|at| *at > 0).unwrap_or(word.as_str().len());
            // 責任をもってお答えいたします is no measure.
            if ["責任をもってお", "責任をもってご", "責任を持ってお", "責任を持ってご"]
                .iter()
                .any(|way| word.as_str().starts_with(way))
            {
                continue;
            }
            let place = span.start + word.start()..span.start + word.start() + length;
            let rest = sentence.get(word.start()..).unwrap_or_default();
            if !reading.is_quoted(&place) && !turned_down.is_match(rest) {
                found.push(finding(&reading, place));
            }
        }
    }
    Ok(found)
}

/// A heading names a kind of measure and is none.
fn is_heading(sentence: &str) -> bool {
    sentence.starts_with('#')
        || (sentence.chars().count() <= 14
            && !sentence.contains(['。', '.', '・', '-', '\t'])
            && !sentence.ends_with("する"))
            && sentence.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '【' | '■' | '◆' | '('))
}

fn finding(reading: &Reading, place: Range<usize>) -> Finding {
    let written = reading.text().get(place.clone()).unwrap_or_default().trim().to_owned();
    let message = Message::new(format!("「{written}」には仕組みがありません"), format!("`{written}` has no mechanism"));
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(Message::new(
        "誰が・いつ・どの記録や欄で確かめるのかを書いてください",
        "say who checks what, when, and on which form or record",
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
            Audience::Client,
            Lang::Ja,
            &[
                ("変更のご依頼は最優先で登録し、当日中に書面でお返しします。", &[]),
                ("最優先の案件には、登録時に印が付きます。", &[]),
                ("課員全員が納期を最優先に考えます。", &["納期を最優先に考えます"]),
                ("お客様の注文を自分事として捉えます。", &["自分事として捉えます"]),
            ],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("All members of the section will send you the list.", &[]),
                ("The orders with top priority are listed first in the system.", &[]),
                (
                    "In future everyone will make your dates their top priority.",
                    &["make your dates their top priority"],
                ),
                (
                    "All members of the section will treat delivery dates with a greater sense of responsibility.",
                    &["a greater sense of responsibility"],
                ),
                (
                    "From now on the whole team will see your dates with other eyes.",
                    &["From now on the whole team will see your dates with other eyes."],
                ),
            ],
        );
    }
}
