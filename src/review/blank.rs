//! Blanks of templates that nobody filled in.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Pattern;

/// Blanks of templates in both languages.
static BLANK: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = concat!(
        r"[〇○◯●]{2,}|[×✕✖]{2,}|□{2,}|☆{2,}|#{5,}|[0-9 .:]#{3,}|[?？]{3,}|(?-u:\b)0{2,4}-0{3,4}-0{4}(?-u:\b)|(?-u:\b)XX:XX(?-u:\b)|(?-u:\b)(?:DD|MM|YYYY)[/.-](?:DD|MM|YYYY)(?:[/.-](?:DD|MM|YYYY))?|[月年][ 　]+日|[ 　]{3,}円|[(（](?:[ 　]+|[〇○◯●])[)）]|(?:後日|後で|追って|後ほど)(?:記入|入力|追記)|[〇○◯●][月日時年名様円社件]|△△|□□|◆◆|※※|＊＊|\*\*\*+|_{3,}|＿{2,}",
        r"|\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}|<[A-Z_]{3,}>",
        r"|(?i:(?-u:\b)(?:TBD|TBA|TBC|TODO|FIXME|XX+|lorem ipsum)(?-u:\b))|未定稿",
        // In brackets stands what is to be put there, not what is there.
        r"|[\[［【〔{｛(（<][^\]］】〕}｝)）>\n]{0,16}(?:を(?:ここに)?(?:入れる|入れて|記入|挿入|入力|書く|追記)|を?(?:記入|挿入|入力)(?:してください|のこと)?)[^\]］】〕}｝)）>\n]{0,8}[\]］】〕}｝)）>]",
        r"|[\[［〔{｛【<](?:貴社|先方|お客様|ご?担当者?|送信者|差出人|部署|役職|会社|企業|氏|お?名|日付|日時|場所|金額|商品|製品|件|期日|期限|電話番号|住所|宛先|連絡先)(?:名|者名|の名前|様名|・氏名|・お名前|・部署)?[\]］〕}｝】>]|[\[［【〔](?:役職|部署|会社名)[・、/]?(?:氏名|お?名前)?[\]］】〕]",
        // A word for a thing in square brackets: ［会議室名］, [担当者の氏名], 【候補日１】.
        r"|[\[［〔{｛<〈《][^\]］〕}｝>〉》\n。、]{0,10}(?:名|日|日時|時刻|時間|場所|会場|番号|金額|件数|数量|氏名|名前|住所|内容|理由|期限|期日|部署|役職|担当|連絡先|未定|後日|入力|記入|選択|確認中)[0-9０-９一二三A-C]?[\]］〕}｝>〉》]|ここに[^。\n]{1,12}(?:を|が)(?:入れ|入る|入り|記入|書く|記載|挿入|入力)",
        r"|【(?:候補日?|日付|日時|場所|会場|金額|数量|期日|期限|理由|内容|担当者?|連絡先|電話番号|未定|会議室名?|[^】\n。、]{0,6}(?:を(?:記入|入力|確認)|名を|未定))[0-9０-９一二三]?】",
        r"|[(（\[［](?:要確認|要記入|要追記|要入力|後日記入|日付|金額|氏名|会社名|部署名|担当者名|期日|(?i:to be (?:confirmed|determined|decided|filled in|completed|inserted|added)|[a-z ]{1,20} to be (?:confirmed|determined|decided|filled in|added)|[a-z ]{0,20}(?:dates?|times?|names?|details) to follow))[)）\]］]|(?-u:\b)[NXYn]月[NXYn]日",
        r"|[{<\[(](?i:(?:insert|enter|add|fill in|put)(?-u:\b)[^\]}>)\n]{0,40}|(?:the )?(?:your |client(?:'s)? |customer(?:'s)? |contact |company |sender(?:'s)? |recipient(?:'s)? |manager(?:'s)? )?(?:name|date|person|company|time|place|amount|title|number|address|reason|deadline|department|phone|product|signature|(?:e-?mail|phone|telephone)(?: address| number)?)(?: (?:of|and) [a-z ]{1,24}| name| here| number)?)[\]}>)]",
        r"|[\[［【](?:(?i:date|name|company|your [a-z ]+|client[a-z ]*|insert[^\]]*|amount|time|place|title)|日付|氏名|会社名|金額|役職|部署|宛名|要確認|記入|ここに[^\]］】]*)[\]］】]",
    );
    Pattern::fixed(pattern)
});

/// The places of a text that are left open, in its order.
#[must_use]
pub fn blanks_in(text: &str) -> Vec<Range<usize>> {
    // 二〇件 is a number, and 【期限】6月24日 has a heading and what it asks for.
    let is_number = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        text.get(at..).is_some_and(|rest| rest.starts_with("〇件"))
            && before.ends_with(|c: char| "一二三四五六七八九十百千万〇".contains(c))
    };
    let heads = |blank: &Range<usize>| {
        let before = text.get(..blank.start).unwrap_or_default();
        let after = text.get(blank.end..).unwrap_or_default();
        text.get(blank.clone()).is_some_and(|words| words.starts_with('【'))
            && (before.is_empty() || before.ends_with('\n'))
            && after.trim_start_matches([' ', '\u{3000}']).starts_with(|c: char| c.is_ascii_digit())
    };
    let blanks = BLANK.find_iter(text).map(|blank| blank.range());
    blanks.filter(|blank| !is_number(blank.start) && !heads(blank)).collect()
}
