//! Signs of a part in a text: the words of its job, or the form it has in whatever words.

use std::sync::LazyLock;

use super::sentence::sentences;
use super::wording::Reading;
use crate::facts::normalise::{Relative, Value, mentions};
use crate::lang::{Lang, Pattern};

/// Forms that many kinds ask for, by the name a mark calls them.
const FORMS: &[(&str, [&[&str]; 2])] =
    &[("@next-word", [NEXT_WORD_JA, NEXT_WORD_EN]), ("@question", [QUESTION_JA, &[r"\?"]])];

/// A day, or a rhythm, by which the reader hears from us.
const NEXT_WORD_JA: &[&str] = &[
    "<day>[^。\n]{0,80}(?:ご?(?:報告|連絡|回答|返答|返事|返信|説明|案内)|お(?:返事|知らせ|届け|伝え|送り|電話|渡し|答え|目に))[^。\n]{0,12}(?:(?:いたし|致し|し|上げ|申しあげ|さしあげ|いただき|送り|届け|渡し|出し|参り|まいり|行い|かかり|かけ|伝え|答え|入れ)ます|いたす|申し上げる|たく|[るす](?:予定|所存|見込み|つもり))",
    "<day>[^。\n]{0,40}(?:ご?(?:報告|連絡|回答|返答|返信|説明)|お(?:返事|知らせ|届け|送り))(?:書)?(?:を|の)?[^。\n、]{0,6}(?:予定|所存|見込み|です|でござ)",
    "<day>[^。\n]{0,60}(?:書面|文書|メール|報告書|結果|一覧|経過|進捗|見通し|状況|方針)[^。\n]{0,24}(?:届け|送り|送付|差し上げ|お知らせ|お伝え|申し上げ|まとめ|ご覧に入れ|お目にかけ)[^。\n]{0,8}(?:ます|予定|所存|たく|し、)",
    "(?:次回?|改めて|あらためて|今後|後日|初回|続報|続き)の?[^。\n]{0,30}<day>",
    "(?:ご?(?:報告|連絡|回答|返答|返事|返信|説明|案内)|お(?:返事|知らせ|届け|伝え|送り|電話))(?:書)?(?:は|の(?:期日|日時|日|予定|時期)(?:は|:)|につきましては|について(?:は)?|:|予定|期日|日)[^。\n]{0,40}<day>",
    "<day>[^。\n]{0,60}(?:お?伺い|参上|お目にかか|お邪魔)[^。\n]{0,10}(?:ます|予定|所存|たく)",
    // A heading or the head of a row with the day under or behind it.
    "(?:今後|次|以後|続|定期)[^。\n]{0,10}(?:報告|連絡|回答|知らせ)[^。\n]{0,8}\n+[^\n]{0,40}<day>",
    "\t[^\n]*(?:報告|連絡|回答|知らせ)[^\n]*<day>|<day>[^\n。]*\t[^\n]*(?:報告|連絡|回答|知らせ)",
    "<day>[^。\n、]{0,10}(?:ご?報告|中間報告|ご?連絡|ご?回答)(?:書)?(?:$|\n|。|\\t)",
];

const NEXT_WORD_EN: &[&str] = &[
    "(?i)(?-u:\\b)(?:will|shall|['’]ll|next (?:word|report|message|update|news|call|contact|letter|e-?mail|answer)|(?:can|may) expect)(?-u:\\b)[^.?!\\n]{0,140}\\n?[^.?!\\n]{0,80}<day>",
    "(?i)(?-u:\\b)(?:reach(?:es)?|comes? to|is with|are with|arrives? (?:with|at)) (?:you|your [a-z]+)(?-u:\\b)[^.?!\\n]{0,60}<day>",
    "(?i)<day>[^.?!\\n]{0,140}\\n?[^.?!\\n]{0,80}(?-u:\\b)(?:will|shall)(?-u:\\b)",
];

/// Something asked, or the other invited to speak.
const QUESTION_JA: &[&str] = &[
    "か。|か\\?|か[」』\n]|か$|でしょうか|(?:教えて|話して|聞かせて|伝えて|挙げて|語って)(?:ください|下さい|ほしい|もらえ|もらい|くだされば)|聞かせ|お聞きし|聞きたい|伺いたい|知りたい|\\?",
];

/// Words for a day or a rhythm that name no date.
static RHYTHM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "毎週|隔週|毎月|毎日|毎朝|毎営業日|週次|月次|週明け|週末|週内|月末|月内|月初|当日中|翌営業日|営業日以内|時間以内|日以内|週間以内|週間後|か月後|ヶ月後|四半期ごと|週に一度|週1回|月1回|節目ごと",
        r"|(?i:(?-u:\b)(?:tomorrow|today|this (?:afternoon|evening|week)|next week|within [a-z0-9-]+ (?:working |business )?(?:days?|hours?|weeks?)|(?:the )?end of (?:the|this|next) (?:day|week|month)|close of business|every (?:week|month|day|other week|two weeks)|weekly|monthly|daily)(?-u:\b))",
    ))
});

/// The text as marks read it: every day is `<day>`, every time of day `<time>`, a number to call `<phone>`, an address
/// `<email>`, however it is written.
pub(super) fn generalised(text: &str, lang: Lang) -> String {
    let reading = Reading::of(text);
    let text = reading.text();
    // What sentences mention is read once for all rules.
    let spans = sentences(text);
    let mut places: Vec<_> = spans
        .iter()
        .flat_map(|span| {
            let found = mentions(text.get(span.clone()).unwrap_or_default(), lang).into_iter();
            found.map(|mention| (span.start + mention.span.start..span.start + mention.span.end, mention.value))
        })
        .filter_map(|(span, value)| Some((span, sign(&value)?)))
        .chain(RHYTHM.find_iter(text).map(|word| (word.range(), "<day>")))
        .collect();
    places.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut general = String::with_capacity(text.len());
    let mut done = 0;
    for (span, sign) in places {
        if span.start >= done {
            general.push_str(text.get(done..span.start).unwrap_or_default());
            general.push_str(sign);
            done = span.end;
        }
    }
    general.push_str(text.get(done..).unwrap_or_default());
    general
}

/// What stands for a value; none for one that is of no use to marks.
fn sign(value: &Value) -> Option<&'static str> {
    match value {
        Value::Date(date) if date.day.is_none() && date.month.is_none() => None,
        Value::Relative(Relative::Vague | Relative::WithinYear) => None,
        Value::Date(_) | Value::AmbiguousDate(..) | Value::Third(..) | Value::Weekday(_) | Value::Relative(_) => {
            Some("<day>")
        }
        Value::Time(..) => Some("<time>"),
        Value::Phone(_) => Some("<phone>"),
        Value::Email(_) => Some("<email>"),
        _ => None,
    }
}

/// Whether a text bears one of the marks: as it is written, or as [`generalised`]. No marks are borne by every text.
///
/// # Errors
/// With the mark that is no pattern, and what is wrong with it.
pub fn bears(marks: &[String], text: &str, lang: Lang) -> Result<bool, (String, regex::Error)> {
    if marks.is_empty() {
        return Ok(true);
    }
    bears_in(marks, &[text, &generalised(text, lang)], lang)
}

/// The same for the readings of a text that are at hand.
pub(super) fn bears_in(marks: &[String], readings: &[&str], lang: Lang) -> Result<bool, (String, regex::Error)> {
    for mark in marks {
        let form = FORMS.iter().find(|(name, _)| name == mark);
        let patterns: Vec<&str> =
            form.map_or(vec![mark.as_str()], |(_, patterns)| lang.pick(patterns[0], patterns[1]).to_vec());
        for pattern in patterns {
            let pattern = Pattern::shared(pattern);
            let pattern = pattern.map_err(|error| (mark.clone(), regex::Error::Syntax(error.to_string())))?;
            if readings.iter().any(|text| pattern.is_match(text)) {
                return Ok(true);
            }
        }
    }
    Ok(marks.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{bears, generalised};
    use crate::lang::Lang;

    #[test]
    fn a_day_is_a_day_however_it_is_written() {
        for text in [
            "十一月二十七日にご報告いたします。",
            "11/27にご報告いたします。",
            "来週の火曜日にご報告いたします。",
            "毎週金曜日にご報告いたします。",
        ] {
            assert!(generalised(text, Lang::Ja).starts_with("<day>"), "{text}: {}", generalised(text, Lang::Ja));
        }
        assert_eq!(generalised("近日中にご報告いたします。", Lang::Ja), "近日中にご報告いたします。");
    }

    #[test]
    fn a_mark_that_is_no_pattern_is_told() {
        let bears =
            |marks: &[&str]| bears(&marks.iter().map(|mark| (*mark).to_owned()).collect::<Vec<_>>(), "text", Lang::En);
        assert!(bears(&["("]).is_err());
        assert_eq!(bears(&["z", "te.t"]), Ok(true));
        assert_eq!(bears(&["z"]), Ok(false));
        assert_eq!(bears(&[]), Ok(true));
    }

    #[test]
    fn the_next_word_is_one_to_come() {
        let marks = ["@next-word".to_owned()];
        let bears = |text: &str, lang: Lang| bears(&marks, text, lang).unwrap();
        for text in [
            "経緯は、十一月二十七日までに書面でご報告いたします。",
            "次回のご連絡は11/27（金）を予定しております。",
            "点検の結果がまとまり次第、遅くとも来週の水曜日にはお電話いたします。",
            "進み具合は、毎週金曜日にメールでお知らせいたします。",
            "4. 次のご報告\n2月26日に書面で差し上げます。",
            "点検の全結果は11月13日（金）にお渡しします。",
            "結果がどうあれ、11月13日の夕刻までに必ず私からお電話いたします。",
            "週に一度、金曜日の午後に進み具合をお知らせしてまいります。",
            "ご回答の期日は12月4日でございます。",
        ] {
            assert!(bears(text, Lang::Ja), "{text}");
        }
        for text in [
            "11月10日にお電話を頂戴した際、ご事情を伺う前に納期を申し上げました。",
            "確認ができ次第、改めてご報告いたします。",
            "2月12日までの18件のお届けは、いずれも予定の時刻に間に合っております。",
            "11月10日に、お電話でお詫びを申し上げました。",
            "11月13日に、担当者の変更のご要望を承りました。",
        ] {
            assert!(!bears(text, Lang::Ja), "{text}");
        }
        assert!(bears("You will have our report by 27 November.", Lang::En));
        assert!(!bears("You called us on 10 November. We will report in due course.", Lang::En));
    }
}
