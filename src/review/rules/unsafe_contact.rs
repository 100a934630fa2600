//! R25: contact with the client that puts somebody at risk.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::japanese::{clause, is_attributed, is_denied};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::wording::{Reading, Wording};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "unsafe-contact",
    code: "R25",
    about: (
        "土下座、一人での訪問、念書への署名、謝罪の強制など、担当者や会社を危険にさらす接し方。安全配慮の義務に反します。",
        "Kneeling, a visit alone, signing what the client dictates, a forced apology. It breaks the duty of care.",
    ),
    audiences: &[Audience::Rep, Audience::Internal, Audience::Personnel, Audience::Successor],
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "高瀬さん一人で先方に謝りに行ってください。" },
        Example { lang: Lang::Ja, text: "前日に高瀬が一人で先方を訪ね、頭を下げてくる。" },
        Example { lang: Lang::Ja, text: "求められれば念書に署名する。" },
        Example { lang: Lang::Ja, text: "本人に土下座して謝らせる。" },
        Example { lang: Lang::En, text: "Go to the client alone and apologise." },
        Example { lang: Lang::En, text: "Sign whatever they put in front of you." },
        Example { lang: Lang::En, text: "Make Onodera apologise in person to Ms. Marsh." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "訪問は二名で行い、一人では行わない。念書には署名しない。"
        },
        Example { lang: Lang::Ja, text: "先方から土下座を求められた。応じずに切り上げた。" },
        Example {
            lang: Lang::Ja, text: "一人で抱え込まないでください。本人に謝罪を強いることはしない。"
        },
        Example { lang: Lang::En, text: "Never visit alone; do not sign anything on the spot." },
        Example { lang: Lang::En, text: "The client demanded that he kneel; we left." },
    ],
    check,
};

static JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "土下座|手をついて(?:謝|詫|お詫び)[^、。\n]{0,4}|署名(?:・?[押捺]印)?して(?:持ち帰|渡|帰|くる)|お?(?:許し|怒り)が(?:出る|解ける|収まる|おさまる)まで",
        "|(?:一人|ひとり|1人|1名|一名|単独|単身)(?:だけ)?で[^。、\n]{0,16}?(?:謝(?:り|罪)|訪問|訪[ねう]|頭を下げ|伺[うっい]|行[きっく]|出向[いくき]|会い|対応(?:し|す|を)|面談|お?詫び|説明(?:に|し|す)|出席|応じ|電話)",
        "|(?:単独|一人|1人|一名|1名)(?:での?|の)(?:訪問|謝罪|対応|面談|説明)",
        "|(?:だけ|のみ)(?:を|が|で)?[^。、\n]{0,12}(?:向かわせ|行かせ|伺わせ|訪ねさせ|出向かせ|残して(?:いく|帰|お)|派遣し)|(?:訪問|面談|謝罪|説明|お詫び)(?:者)?は[^。、\n]{0,10}(?:一人|ひとり|1人|1名|一名|単独)(?:と(?:する|し|決)|で(?:十分|足り)|に任せ)",
        "|(?:書面|書類|文書|用紙|紙)に(?:は)?、?[^。、\n]{0,8}(?:判を|印を|署名|サイン)[^。、\n]{0,3}(?:押|つ[いく]|し)|(?:謝罪|お?詫び)[^。、\n]{0,10}(?:読み上げさせ|書かせ|述べさせ|言わせ)",
        "|(?:念書|誓約書|確約書|覚書|謝罪文|示談書|始末書|一筆)(?:を|に|へ|は)?[^。、\n]{0,14}?(?:署名|捺印|押印|サイン|書(?:く|き|い|か)|応じ|差し入れ|差し出|提出|渡[しす]|出[すし]|入れ)",
        "|(?:本人|担当者?|部下|彼|彼女|[\\p{Han}]{1,4}さん)(?:に|を)[^。、\n]{0,16}?(?:謝ら|詫びさ|謝罪(?:を)?させ|頭を下げさ|謝罪(?:に)?行か|お詫び(?:に)?行か|土下座させ|反省文)",
        "|(?:謝罪|お詫び)を(?:強制|強い|強要|させ)|許(?:して)?もら(?:える|う)まで[^。、\n]{0,14}|(?:気が済む|納得(?:する|される|いただける)|怒りが(?:収ま|おさま)る)まで[^。、\n]{0,16}(?:謝|付き合|対応|帰|いて|居|聞|頭)",
        "|(?:先方|相手|お客様|[\\p{Han}]{1,4}様)の?(?:自宅|私宅|家)(?:に|へ|を)[^。、\n]{0,10}(?:訪|行|伺)|(?:夜中|深夜|休日|時間外|夜間|夜|早朝|昼夜|24時間)(?:で|に)?(?:も|でも)[^。、\n]{0,12}(?:対応|電話|駆けつけ|応じ|出[てるら])|(?:私用|個人)の?(?:携帯|電話番号|スマホ|LINE|ライン|連絡先|番号)(?:を|も)[^。、\n]{0,8}(?:教え|伝え|渡|知らせ|使)",
        "|(?:だけで|単身で?|お一人で|お独りで)[^。、\n]{0,16}?(?:伺[いうっ]|訪[ねう]|行[きっく]|出向[いくき]|会[いうっ]|お?詫び|謝|対応(?:し|す)|面談|説明(?:に|し|す)|応じ)|(?:同行者?|付き?添い|立ち?会い)(?:は|を|も|者は)?[^。、\n]{0,8}(?:つけ(?:ない|ませ|ず)|付け(?:ない|ませ|ず)|なし|無し|不要|要りませ|いりませ|ござい?ませ)|自分で(?:けじめ|始末|責任|決着|収め|何とか)[^。、\n]{0,10}",
        "|(?:怒り|気持ち|興奮|機嫌|お気|感情|先方)(?:が|の)?[^。、\n]{0,8}(?:静ま|鎮ま|収ま|おさま|直|済|晴れ|落ち着|納得|許)[^。、\n]{0,8}まで[^。\n]{0,20}(?:席|頭|謝|詫び|聞|待|帰|続け|付き合|居|粘|通)|頭を(?:下げ続け|床|地面)|(?:膝|ひざ)(?:を)?(?:つ|付|折)|床に[^。、\n]{0,6}(?:座|手|額)",
        "|何時間(?:でも|かかっても)[^。\n]{0,12}|(?:誰も|だれも)[^。、\n]{0,6}(?:付い|つい|同行し|行か|行き|付き添)[^。、\n]{0,8}(?:ない|ませ|ず)|(?:二十四|24)時間(?:いつでも)?[^。\n]{0,10}(?:取れ|出|対応|受け)|(?:要求|要望|条件|言い分)(?:は|を|も)[^。\n]{0,8}(?:その場で)?(?:のん|呑ん|飲ん|受け入れ|聞き入れ)で?[^。、\n]{0,10}|(?:その場で|言われるまま|求められるまま|求めに応じて)[^。\n]{0,12}(?:書い|署名|サイン|判を|押印|捺印|約束|一筆|応じ)|(?:念書|誓約書|確約書|覚書|示談書|書面|書類|一筆)(?:に|へ)[^。、\n]{0,8}(?:判|印鑑|名前|印)",
        "|(?:謝罪文|詫び状|お詫び(?:の)?(?:手紙|文|状|メール)|反省文)(?:を|は)[^。\n]{0,14}(?:個人|本人|自分|さん|担当者)[^。\n]{0,6}(?:の)?(?:名(?:前|義)?|手書き|自筆|直筆)[^。\n]{0,10}|(?:自筆|手書き|直筆|本人名義|個人名)(?:の|で)[^。、\n]{0,10}(?:謝罪文|詫び状|お詫び|反省文|手紙)",
        "|(?:夜間|深夜|休日|夜中|早朝|時間外|休暇中|いつ(?:でも|何時でも))(?:で)?(?:に|も|でも|は)?[^。、\n]{0,10}(?:携帯|電話|連絡|LINE|メール)[^。、\n]{0,8}(?:出|取|つなが|返|応じ|受け|対応)|(?:ご?自宅|私宅|お宅|家)(?:まで|に|へ)[^。、\n]{0,10}(?:伺|訪|上が|行|出向|押しかけ|お詫び|謝)",
        "|(?:暴言|罵声|罵倒|怒号|侮辱|怒鳴)[^。\n]{0,14}(?:ても|でも)、?[^。\n]{0,14}(?:黙|耐え|我慢|聞|受け|こらえ|反論|謝|頭)|最後まで黙って[^。、\n]{0,8}|(?:何を言われても|どんなに怒鳴られても|怒鳴られても|罵倒されても|どれだけ[^。、\n]{0,8}ても)[^。\n]{0,14}(?:耐え|我慢|謝|聞き続け|反論せ|黙っ)|(?:費用|損失|損害|弁償)[^。、\n]{0,8}(?:自腹|個人で負担|ポケットマネー)|自腹で",
    ))
});

/// Where such words describe a rule against it, a risk, or help.
static JA_FINE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:一人|ひとり|1人)で(?:抱え|悩|背負)",
        "|(?:禁止|厳禁|しない(?:こと|よう)|させない|行かせない|避ける|断る|不可|応じない|渡さない|書かない|署名しない|認めない)(?:事項|もの|行為)?[^。\n]{0,20}$",
        "|(?:しない|禁止|NG|レッドライン|応じない|越えない|断る)(?:こと|事項|もの|線|一覧)?[:：]",
    ))
});

/// What follows such words where they tell what was asked for, or what to do if it is.
static ASKED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "^[^。\n]{0,6}(?:ず、?|ない(?:で|こと|よう)|ません)|^[^。、\n]{0,14}(?:を|と|など|等|の)?(?:求め|要求|強要|迫|強い|言われ|命じ|指示さ|促さ)[らるれさ]?[^。\n]{0,4}(?:れ|た|る(?:場合|とき|ようなら|こと)|場合|とき|際|ても|ら)",
        "|^[^。\n]{0,14}(?:の|を(?:求める|迫る|要求する))(?:要求|強要|求め|指示|話|おそれ|恐れ|リスク|危険|可能性|場合|事例|裁判)",
        "|^[^。\n]{0,10}(?:は|も|を|に)?(?:しな|させな|行わな|求めな|応じな|認めな|禁|避け|断|不要|やめ|やら|渡さな|行かせな|せず|させず|許さな|強いな|ない)",
    ))
});

/// What is asked for is granted: 覚書を求められたら、その場で署名して差し支えない.
static PERMITTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^(?:も|を|さえ)?(?:辞さ|いとわ|厭わ|やむを得|やむなし)|^[^。\n]{0,30}?(?:[てで]も?(?:差し支え(?:ない|ありませ|ございませ)|かまわ(?:ない|ず)|構わ(?:ない|ず|ん)|構いませ|かまいませ|よい|良い|いい|問題(?:ない|ありませ)|結構)|(?:判|印|ハンコ)を(?:押(?:す|し)|つ[くい]))",
    )
});

static EN: LazyLock<Wording> = LazyLock::new(|| {
    let rep = r"(?:him|her|them|the rep(?:resentative)?|(?:Mr|Ms)\.? [A-Z][a-z]+|[A-Z][a-z]+|our (?:rep|lead|colleague)|the (?:lead|employee))";
    let wrong = [
        r"(?-u:\b)(?:visits?|go|going|goes|meets?|sees?|faces?|call on|calls on|apologi[sz]e|attend|drive|travel|sent|send|handle|sit down|come)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,50}(?-u:\b)(?:alone|by (?:yourself|himself|herself|themselves)|on (?:your|his|her|their) own|single-handed(?:ly)?|unaccompanied)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:alone|on (?:your|his|her) own),? (?:you|he|she) (?:should|must|will|can) (?:visit|go|meet|apologi[sz]e)(?-u:\b)|(?-u:\b)(?:a )?solo visit(?-u:\b)".to_owned(),
        r"(?-u:\b)sign(?:s|ing)? (?:anything|whatever|any (?:paper|document|statement)|the (?:letter|statement|pledge|apology|paper|document|undertaking|admission|confession)|a (?:letter|statement|pledge|paper|written|undertaking|confession|admission)|what(?:ever)? (?:they|he|she|the client|Ms|Mr))(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}".to_owned(),
        format!(r"(?-u:\b)(?:make|making|made|force|forcing|have|having|let|get|getting|order|ordering|require|requiring|pressure|pressuring|tell|telling) {rep} (?:to )?(?:personally )?(?:apologi[sz]e|kneel|bow|beg|grovel|say sorry|write an? (?:apology|confession)|admit)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){{0,20}}"),
        r"(?-u:\b)write (?:(?:Mr|Ms|Mrs)\.? )?(?:[A-Z][a-z]+ )?(?:an?|your) (?:personal )?(?:letter of apology|apology|confession)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:kneel(?:ing|s)?(?: down)?|grovel(?:ling)?|on (?:your|his|her) knees|dogeza|prostrat[a-z]+)(?-u:\b)|(?-u:\b)forced apolog(?:y|ies)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:give|gives|giving|hand|share|use)(?: [A-Za-z.]+){0,3} (?:your|his|her) (?:private|personal|own|home) (?:mobile|phone|number|cell|line|address|e-?mail|account|cellphone)(?-u:\b)|(?-u:\b)(?:stay|stays|remain|keep apologi[sz]ing|apologi[sz]e)(?: there)? until (?:they|he|she|the client|Ms\.?|Mr\.?)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}|(?-u:\b)(?:take|put up with|endure|accept) (?:whatever|any|all) (?:the )?(?:abuse|shouting|insults|they|he|she)(?-u:\b)|(?-u:\b)whatever (?:they|he|she) shouts?(?-u:\b)|(?-u:\b)(?:at any hour|day or night|around the clock|24/7)(?-u:\b)|(?-u:\b)(?:visit|go to) (?:[A-Za-z.']+ ){0,3}(?:home|house)(?-u:\b)".to_owned(),
    ];
    let wrong = [
        wrong.join("|"),
        r"(?-u:\b)(?:visits?|go|goes|meets?|sees?|see|call(?:s)? on|attend(?:s)?|travel(?:s)?)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,50}(?-u:\b)(?:without (?:anyone|anybody|a colleague|company|me|us|the manager|support))(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,20}|(?-u:\b)(?:no one|nobody)(?: else)? (?:will |is going to |can )?(?:come|go|coming|accompany|join|be there|be) with (?:you|him|her)(?-u:\b)|(?-u:\b)(?:settle|sort|handle|fix|face|take|deal with|hear)(?: [a-z]+){0,3} (?:it|this|him|her|them|out)?(?: out)? ?(?:by yourself|on your own|alone|by himself|by herself|on his own|on her own)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:put|puts|putting) (?:your|his|her) (?:signature|name) (?:on|to|under)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,40}|(?-u:\b)(?:he|she|you|they|rep) signs? (?:it|this|them|there)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}|(?-u:\b)(?:sign|promise|agree to|write|put)(?:s)?(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}(?-u:\b)(?:on the spot|there and then|then and there|whatever (?:calms|they|he|she|it takes)|whatever)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,16}".to_owned(),
        r"(?-u:\b)(?:stay|remain|sit|wait|stand|keep|go on|do not leave|don't leave)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}(?-u:\b)until (?:he|she|they|the client|the anger|it|Mr\.?|Ms\.?)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}|(?-u:\b)(?:let|hear|listen)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}(?-u:\b)(?:however long|for as long as|as long as|no matter (?:what|how long))(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}|(?-u:\b)(?:go|goes|to go|travel|head|drive)(?-u:\b)(?: [a-z]+){0,4} (?:by himself|by herself|by yourself|alone|on (?:his|her|your) own)(?-u:\b)|(?-u:\b)(?:face|see|meet|tell) (?:him|her|them|the client) (?:alone|on your own|by yourself)(?-u:\b)|(?-u:\b)(?:say|saying) yes(?-u:\b)[^.!?;\n]{0,16}|(?-u:\b)(?:phone|mobile|line) on (?:all night|at night|day and night|around the clock)(?-u:\b)|(?-u:\b)bow (?:as low|down|deeply|until|and)(?-u:\b)[^.!?;\n]{0,24}|(?-u:\b)(?:shouts?|abuse|insults?|rants?|yells?)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,40}(?-u:\b)say nothing(?-u:\b)|(?-u:\b)(?:take|takes|shoulder|accept) (?:all )?the blame (?:yourself|himself|herself|personally)(?-u:\b)|(?-u:\b)(?:beg|begs|begging)(?: for)? (?:his|her|their|forgiveness|pardon)(?-u:\b)".to_owned(),
        r"(?-u:\b)(?:be |stay |is |remain |must be )?(?:reachable|available|contactable|on call)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,40}(?-u:\b)(?:at night|nights?|weekends?|any time|all hours|holidays?|after hours|evenings?)(?-u:\b)|(?-u:\b)(?:answer|pick up|take)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,24}(?-u:\b)(?:at night|at weekends|at any time|on (?:your|his|her) day off)(?-u:\b)|(?-u:\b)(?:handwritten|personal|signed) (?:letter of )?(?:apology|apologies|confession|pledge)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}|(?-u:\b)apolog(?:y|ise|ize)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,24}(?-u:\b)in (?:his|her|your) own (?:name|hand)(?-u:\b)|(?-u:\b)(?:round |over |along )?to (?:his|her|their|the client's|Mr\.? [A-Z][a-z]+'s) (?:private )?(?:house|home|flat|apartment|place)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,20}".to_owned(),
    ];
    let fine = [
        r"(?-u:\b)(?:never|not|n't|no|nobody|no one|without|avoid|refuse to|declined? to|nothing|neither|nor|rather than|instead of|none|no longer)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,60}",
        r"(?-u:\b)(?:demand(?:ed|s|ing)?|insist(?:ed|s|ing)?|ask(?:ed|s|ing)?|want(?:ed|s)?|threaten(?:ed|s)?|if (?:they|he|she|the client|asked|pressed))(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,70}",
        r"(?-u:\b)(?:risk|danger|case|example|ruling|court|law|policy)(?-u:\b)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,40}(?:kneel|forced apolog|sign)(?:[^.!?;\n]|(?:Mr|Ms|Mrs|Dr)\.){0,30}",
        // What people do, told as a reason, is nothing that anybody is sent to do.
        r"(?-u:\b)(?:people|everyone|everybody|nobody|users|customers|clients|drivers|operators|workers|staff|colleagues|most|many|some|they all) (?:just |simply |usually |often |always |tend to |would |will )?(?:signs?|signed|write|promise|agree)(?-u:\b)[^.!?;\n]{0,50}",
        r"(?-u:\b)sign (?:off|in|up|the (?:minutes|contract|order|agreement|log))(?-u:\b)",
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let reading = Reading::of(&laid.text);
    let places: Vec<Range<usize>> = match context.lang {
        Lang::Ja => japanese(&reading),
        Lang::En => {
            let text = reading.text();
            // "Sign no paper on the spot".
            let none = |place: &Range<usize>| {
                let words = text.get(place.clone()).unwrap_or_default().to_lowercase();
                [" no ", " nothing", " not ", " neither "].iter().any(|word| words.contains(word))
                    && !words.contains("say nothing")
                    && !words.contains("no one")
                    && !words.contains("no matter")
            };
            EN.places(&reading).into_iter().filter(|place| !none(place)).collect()
        }
    };
    Ok(places.into_iter().map(|place| finding(&reading, place)).collect())
}

fn japanese(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text();
    let planned = |place: &Range<usize>| {
        let around = clause(text, place);
        let after = text.get(place.end..).unwrap_or_default();
        // Refusals may follow in the next clause: 土下座を求められても、応じない.
        let line = after.split(['。', '\n']).next().unwrap_or_default();
        let whole = text.get(around.start..place.end + line.len()).unwrap_or_default();
        let head = text.get(..around.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        if PERMITTED.is_match(after) {
            return true;
        }
        let lasts = text
            .get(place.clone())
            .is_some_and(|words| words.ends_with("まで") || (words.contains("まで") && words.ends_with(['帰', '席'])));
        // 許しが出るまで席を立たない: what is denied is not that, but leaving.
        lasts
            || !is_denied(after)
                && !is_attributed(after)
                && !ASKED.is_match(after)
                && !JA_FINE.is_match(whole)
                && !JA_FINE.is_match(&format!("{head}{whole}"))
    };
    JA.find_iter(text).map(|found| found.range()).filter(|place| !reading.is_quoted(place) && planned(place)).collect()
}

fn finding(reading: &Reading, place: Range<usize>) -> Finding {
    let written = reading.text().get(place.clone()).unwrap_or_default().to_owned();
    let message = Message::new(
        format!("「{written}」は担当者や会社を危険にさらす接し方です"),
        format!("`{written}` puts the rep or the company at risk"),
    );
    Finding::error(RULE.id, reading.original(place), message).with_severity(Severity::Warn).suggest(Message::new(
        "二名以上、時間を区切り、その場で約束や署名をしない形に改めてください",
        "two people, an hour at most, nothing signed or promised on the spot",
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
            Audience::Internal,
            Lang::En,
            &[
                ("A second signature would help little: people sign what they are given.", &[]),
                ("Drivers usually sign whatever is on the clipboard.", &[]),
                ("At the meeting, sign what they put before you.", &["sign what they put before you"]),
                ("Takase will sign whatever the client dictates.", &["sign whatever the client dictates"]),
            ],
        );
    }
}
