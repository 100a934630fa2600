//! A fault of the client, as Japanese puts it: honorific verbs tell who acted, whether the client is named or not.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Pattern;
use crate::review::frame::Frame;
use crate::review::wording::Reading;

/// The client as the one who acts or gives.
const CLIENT: &str = "(?:貴社|貴院|貴行|貴校|貴法人|貴組合|貴店|貴部|貴課|御社|先方|お客様|ご?担当者様|皆様|[\\p{Han}ァ-ヺー]{1,6}様)(?:側|の側|のほう|の方)?(?:から|より|の|が|は|も|にて|で|におかれまして(?:は|も)|におかれても|において|における)";

/// What a client gives or does, and nobody else.
const GIVEN: &str = "(?:(?:お(?:送り|渡し|預け|寄せ|示し)|ご(?:提供|提示|提出|用意|支給|入力|記入|共有))(?:いただ[いき]|くださ[いっ])[^。、を]{0,4}|お預かりした|頂戴した|当初いただいた|元の|(?:ご(?:指示|依頼|要望|注文|発注|指定|意向|申告|使用|利用|提供|入力|記入|検収|判断|承認|決裁)|お(?:申し出|申し込み|取り扱い|取扱い|申し付け))(?:方法|の仕方|の?内容|の時期|の際|時)?(?:が|は|も|に|の))";

/// What may be wrong with it.
const DEFECT: &str = "(?:直前(?:に(?:な|変)|で(?:し|あ)|だ|とな)|間際|遅(?:れた|かった|れまし|くな|うござ|れたこと)|急(?:な(?:変|も|た)|で(?:し|あ)|だった)|突然|漏れ(?:が|も|てい|ており)|不備|不足し|不十分|十分で(?:は)?な|足り(?:な|ず|ませ)|誤り(?:が|も)|誤って|間違(?:い(?:が|も)|って|え)|不明(?:確|瞭)|曖昧|あいまい|(?:分か|わか)り(?:にく|づら)|紛らわし|似て(?:い|お)|口頭(?:のみ|だけ|で(?:あっ|し))|(?:何度|再三|途中|たびたび|度々|幾度)[^。、]{0,8}変(?:わ|更)|二転三転|食い違|矛盾|問題が(?:あっ|ござ|あり|ある)|正しく(?:な|あり|ござ)|古(?:い|か)|最新(?:の(?:もの|内容|情報))?では?な|ずれ込|後ろ倒し|滞(?:り|っ))";

/// What of the client's may be so, where the client is named.
const ACT: &str = "(?:(?:ご)?(?:連絡|返信|返答|回答|指示|説明|提示|発注|注文|依頼|申告|検収|確認|承認|判断|対応|準備|伝達|変更|伝言|入力|記入|仕様|図面|データ|資料|原稿)|お(?:返事|知らせ|申し出|伝え))(?:の[^。、を]{0,4})?(?:が|は|も|に)[^。、を]{0,12}";

/// Acts of the client that did not happen.
const OMITTED: &str = "(?:お|ご)[^。、]{1,8}(?:になら(?:な|ず)|なさら(?:な|ず)|いただけ(?:なかった|ず|ませんでした|てい(?:な|ませ)|ておら|ておりませ)|くださら(?:な|ず)|いただいて(?:い(?:な|ませ)|おら|おりませ))";

/// Between the two, somebody else is at fault or suffers.
const OTHER: &str = "弊社|当社|私ども|当方|社内|お詫び|申し訳|とのこと|とのご|皆様|には|ご?指摘|ご不明|ご迷惑|ご負担|影響|損|止ま|への|に対|お待たせ";

/// A cause that lies with the client, and a client who could not be reached.
const CAUSE: &str = "(?:(?:原因|要因|一因|引き金|発端|起因|誘因)(?:で(?:ご|あ|す)|と(?:な|考|存|思|言|申)|の一つ|に(?:な|あ|ご))|(?:体制|管理|運用|保管|検品|手続き|ご対応|環境)[^。、]{0,4}(?:課題|問題|不備|難|無理)|(?:お電話|ご?連絡)(?:が|を)[^。、]{0,8}(?:つながら|繋がら|取れ(?:な|ず)|つか(?:な|ず)))";

static FRAMES: LazyLock<[Frame; 4]> = LazyLock::new(|| {
    [
        Frame::new(CLIENT, &format!("(?:{ACT}{DEFECT}|{OMITTED})"), OTHER, 20),
        Frame::new(CLIENT, CAUSE, &format!("{OTHER}|停止|不信|不安|抱か|ご心配|ご不便"), 40),
        Frame::new(GIVEN, DEFECT, &format!("{OTHER}|を|確認|返答|登録|記録|管理|共有|伝達|処理|手配|対応"), 16),
        Frame::new("", &format!("{OMITTED}(?:た(?:ため|ので|こと|まま|結果|の(?:が|で))|ため|、|こと)"), "", 200),
    ]
});

/// What would have been, had the client acted; and waiting for the client.
static PLAIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "(?:お|ご)[^。、]{1,8}(?:いただいて|いただけて|くださって|下さって|になって|なさって)(?:い|おり)(?:れば|たら|ましたら|ましたなら)",
        "|(?:くださ(?:れば|いましたら|っていれば)|いただ(?:ければ|けていれば|いていれば)|頂(?:ければ|けていれば))、?[^。]{0,24}(?:避けられ|防げ|防ぐこと|起き(?:な|ず|ませ)|起こ(?:ら|り得ま?せ)|生じ(?:な|ず|ませ)|(?:な|ござい)(?:かった|ませんでした))",
        // What the client ought to have done, without saying so.
        "|本来(?:であれば|なら(?:ば)?|は)[^。]{0,24}(?:お|ご)?[^。、]{0,10}(?:頂戴する|いただく|お出しいただく|くださる|お示しいただく)(?:もの|べき|はず|のが筋|ところ)",
        "|(?:どちらとも|二通りに|幾通りにも|どのようにも)(?:読め|取れ|とれ|受け取れ)|(?:迷わざるを|戸惑わざるを|誤らざるを)得(?:ま|な)",
        "|(?:お返事|ご(?:返事|返答|回答|承認|確認|連絡|指示|決裁|判断|発注))(?:を|が)(?:お待ちして|待って|いただくのを待|届かな|得られな|ないまま)[^。、]{0,8}(?:ため|ので|こと(?:から|に)|うち|結果|間に)",
    ))
});

/// The client's people without a title, and where something stays with them.
const THEIRS: &str = "(?:貴社|貴院|貴行|貴校|貴法人|貴組合|貴店|御社|先方|お客様|[\\p{Han}ァ-ヺー]{1,6}様|(?:現場|警備|受付|守衛|工場|倉庫|ご?担当|購買|人事|経理|窓口|宴会課?)の方(?:々)?)(?:側|の側|内)?";

/// What left undone by the client was the condition, the cause or part of the harm.
static CONDITION: LazyLock<[Frame; 2]> = LazyLock::new(|| {
    [
        Frame::new(
            &format!("{THEIRS}(?:で|に|の|にて|において|が|から|より)"),
            "(?:伝わって|伝えて|共有されて|周知されて|回って|知らされて|届いて|把握されて|引き継がれて|確認されて|読まれて|見られて|共有できて|ご?確認が(?:あ|ござい))(?:い|おり)?(?:れば|たら|ましたら|まし?たなら)[^。]{0,30}(?:た|ました|ませんでした|でした)",
            "弊社(?:から|より|が|の(?:連絡|報告|説明|回答|返答))|私ども|当方",
            24,
        ),
        Frame::new(
            &format!("{THEIRS}(?:に|で|におかれまして|におかれて)も"),
            "(?:余地|機会|猶予|手立て|術|時間)(?:は|が|も)[^。、]{0,8}(?:あった|ございまし|ありまし|おあり)|お?気づ(?:け|き(?:になれ|いただけ))[^。、]{0,6}(?:はず|もの|余地|機会)",
            "弊社|私ども|当方",
            24,
        ),
    ]
});

/// The same where honorific words alone tell that the client is meant: no answer to what we sent, nothing objected,
/// and what cannot be done as long as the client does not join in.
static UNDONE: LazyLock<Pattern> = LazyLock::new(|| {
    let none = "(?:が|も|は|を)[^。、]{0,4}(?:な(?:かった|く|い)|ございませ|ありませ|いただけ|頂け|いただいて(?:い|おら|おりませ)|得られ|届か)";
    Pattern::fixed(&format!(
        concat!(
            "(?:議事録|メール|書面|資料|確認書|お尋ね|ご?照会|ご案内|文書|控え|お送りし[^。、]{{0,8}}|お問い?合わせ)[^。、]{{0,8}}(?:に|へ|への|に対する|に対して|につきまして)(?:は|も)?[^。、]{{0,8}}(?:ご|お)(?:返信|返答|回答|返事|異議|異論|指摘|連絡|確認|承認)[^。、]{{0,4}}{none}[^。]{{0,40}}(?:一因|原因|要因|遠因|ため|ので|ことから|結果|背景|まま)",
            "|(?:ご|お)(?:異議|異論|質問|指摘|申し出|尋ね|反対|訂正|修正|意見)(?:の一つ)?{none}[^。、]{{0,6}}(?:ため|ので|こと(?:から|で|も|が)|以上|もの(?:と|で)|まま)",
            "|[^。、]{{1,12}}(?:いただけ|頂け|くださら|下さら)(?:な(?:い|かった)|ず)(?:に)?(?:ままでは|限り|うちは|(?:の|ん)では|ようでは|にいては)[^。]{{0,30}}(?:ませ|かね|難し|限界|な(?:い|く))",
            "|[^。、]{{1,12}}[てで](?:いただけ|頂け|くださら|下さら)(?:なかった|ず|ませんでした)(?:、)?(?:ため|ので|こと(?:が|も|から|で)|結果|まま)",
            "|(?:双方|お互い|互い)(?:に|の|とも|とも、|が)[^。、]{{0,12}}(?:落ち度|責任が|不備|不足|思い込み|足り(?:な|ず|ませ)|非が)",
            "|お気づき(?:で|に(?:な(?:って|り|れ)|いただ)|いただ)[^。、]{{0,10}}(?:れば|たら)[^。]{{0,30}}(?:た|ました|でした)",
        ),
        none = none
    ))
});

/// What the client might have looked at, and would have seen.
static HAD_LOOKED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:ご(?:確認|一読|覧|精査|照合|承認|検収|準備|点検)|お(?:目通し|読み|手配|確かめ|調べ))[^。]{0,14}(?:れば|たら|(?:であった|でした|だった)なら)、?[^。]{0,30}(?:はず|(?:でき|避けられ|防げ|分か|気づけ|見つか|済ん|なら|起き|間に合|残ら)[^。]{0,4}(?:た|ました|ませんでした))|[^。、]{0,12}(?:お知らせ|ご指摘|ご一報|お申し出|ご指示|ご発注|ご連絡|ご返信)(?:が|さえ|を)[^。、]{0,10}(?:早けれ|あれば|早く[^。、]{0,4}(?:れば|たら)|ございましたら|あったなら|いただければ|頂ければ)、?[^。]{0,30}(?:避けられ|防げ|でき|間に合|起き|なら|生じ)[^。]{0,4}(?:た|ました|ませんでした|はず)",
    )
});

/// We, as those who ought to have asked.
static OURS: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("お願い|差し上げ|いたし|申し上げ|弊社|私ども|当方|ご確認し"));

/// A wish, a condition, a courtesy: no fault is told.
static NOT_TOLD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "ご?(?:満足|納得|安心|理解|信頼|期待|利用|使用|活用|受け取り|来場|参加)(?:が|も|して)?いただ|お(?:役|喜び|使い|受け取り|楽しみ)[^。、]{0,3}いただ|お手数|(?:信じ|頼っ|使っ|喜ん|任せ|楽しん|寄せ)[てで]いただ",
    )
});

static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed("^(?:い場合|場合|とき|ようでしたら|ようなら|点(?:が|は)|でしょうか|いでしょうか|際は|ければ)")
});

/// Places at which the client bears the fault, in the normalised copy.
pub(super) fn places(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text();
    let mut found: Vec<Range<usize>> = FRAMES.iter().flat_map(|frame| frame.places(reading)).collect();
    found.extend(CONDITION.iter().flat_map(|frame| frame.places(reading)));
    let plain = PLAIN.find_iter(text).chain(UNDONE.find_iter(text)).map(|hit| hit.range());
    let looked = HAD_LOOKED.find_iter(text).filter(|hit| !OURS.is_match(hit.as_str())).map(|hit| hit.range());
    found.extend(plain.chain(looked).filter(|place| !reading.is_quoted(place)));
    found.retain(|place| {
        let words = text.get(place.clone()).unwrap_or_default();
        let after = text.get(place.end..).unwrap_or_default();
        !is_no_client(words) && !NOT_TOLD.is_match(words) && !OPEN.is_match(after)
    });
    found
}

/// Words in 様 that are nobody: 同様の誤り, 仕様の変更.
static NO_CLIENT: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("^[\\p{Han}ァ-ヺー]*[同仕多模異左有各]様"));

/// Whether what looks like a client is a word in 様.
pub(super) fn is_no_client(words: &str) -> bool {
    NO_CLIENT.is_match(words)
}
