//! Whom a text is for, where nobody has said so.

use std::sync::LazyLock;

use crate::facts::Audience;
use crate::lang::{Lang, Pattern};

/// Signs of an audience in the two languages, in the order they are asked: an explicit mark of the inside outweighs a
/// client's name in the text.
static SIGNS: LazyLock<[[(Audience, Pattern); 4]; 2]> = LazyLock::new(|| {
    [
        [
            (Audience::Expert, Pattern::fixed("(?m)相談メモ|ご相談事項|A社|担当者B|当社（相談者）|相談先|弁護士相談")),
            (
                Audience::Rep,
                Pattern::fixed(
                    "(?m)フィードバック(?:面談|メモ)|面談メモ|取扱注意|サポート計画|振り返りたい|(?:^|。)[\\p{Han}]{1,4}さん(?:へ|、|の|は)|あなた(?:は|の|が)|次の行動",
                ),
            ),
            (
                Audience::Internal,
                Pattern::fixed(
                    "(?m)社外秘|^(?:宛先|発信者|作成者|起案)[:：]|想定問答|引継書|事実関係整理|原因分析|再発防止策(?:の)?検討|判断メモ|議事録|関係部署|準備シート|レッドライン|先方(?:は|が|の|へ|に)",
                ),
            ),
            (
                Audience::Client,
                Pattern::fixed(
                    "(?m)貴社|貴院|貴行|貴校|貴法人|御社|御中|様(?:$|[はがにのを、へ])|拝啓|謹啓|お世話になっております|お詫び(?:申し上げ|いたし)ます",
                ),
            ),
        ],
        [
            (
                Audience::Expert,
                Pattern::fixed(
                    r"(?m)(?-u:\b)(?:Company A|Rep(?:resentative)? B|consultation brief|questions for (?:the )?(?:lawyer|counsel|adviser))(?-u:\b)",
                ),
            ),
            (
                Audience::Rep,
                Pattern::fixed(
                    r"(?mi)(?-u:\b)(?:feedback note|support plan|one-to-one|1-on-1|for you and me only|between you and me)(?-u:\b)",
                ),
            ),
            (
                Audience::Internal,
                Pattern::fixed(
                    r"(?mi)(?-u:\b)(?:confidential|internal(?: use)?(?: only)?|handover|incident log|cause analysis|memo|for internal|red lines?|the client (?:is|was|has|says|wants|said))(?-u:\b)|^(?:To|From|Prepared by):",
                ),
            ),
            (
                Audience::Client,
                Pattern::fixed(
                    r"(?mi)^Dear (?-u:\b)|(?-u:\b)(?:your (?:company|team|plant|staff|hotel|order)|we (?:apologi[sz]e|are sorry)|sincerely|kind regards)(?-u:\b)",
                ),
            ),
        ],
    ]
});

/// Whom a text seems to be for: by what it calls itself and whom it addresses. Without any sign it is taken to be for
/// the client, the audience that may see least.
#[must_use]
pub fn reader_of(text: &str, lang: Lang) -> Audience {
    let [ja, en] = &*SIGNS;
    let signs = lang.pick(ja, en);
    // A letter that addresses the client is one, whatever it mentions.
    let addressed = match lang {
        Lang::Ja => ["貴社", "貴院", "貴行", "貴校", "御社", "御中", "謹啓", "拝啓", "お世話になっております"]
            .iter()
            .any(|sign| text.contains(sign)),
        Lang::En => text.contains("Dear M") || text.contains("Dear Dr"),
    };
    let outside = addressed && !text.contains("社外秘");
    let found = signs.iter().filter(|(audience, _)| !outside || *audience == Audience::Client);
    found.into_iter().find(|(_, sign)| sign.is_match(text)).map_or(Audience::Client, |(audience, _)| *audience)
}

#[cfg(test)]
mod tests {
    use super::reader_of;
    use crate::facts::Audience;
    use crate::lang::Lang;

    #[test]
    fn readers_are_known_by_their_address() {
        for (text, lang, audience) in [
            ("株式会社青空 御中\n社外秘とされた資料の件", Lang::Ja, Audience::Internal),
            ("貴社にご迷惑をおかけしました。", Lang::Ja, Audience::Client),
            ("宛先：営業部長\n先方は納期に不満がある。", Lang::Ja, Audience::Internal),
            ("高瀬さん、今日の面談では次の行動を決めます。", Lang::Ja, Audience::Rep),
            ("確認しました。", Lang::Ja, Audience::Client),
            ("Dear Ms. Marsh,\n\nThe client memo is attached.", Lang::En, Audience::Client),
            ("Internal only\n\nThe client wants another lead.", Lang::En, Audience::Internal),
        ] {
            assert_eq!(reader_of(text, lang), audience, "{text}");
        }
    }
}
