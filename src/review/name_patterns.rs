//! Where a name stands in a text: with an honorific, a title, a legal form, a sort of place.

use std::sync::LazyLock;

use crate::lang::Pattern;

const NAME_JA: &str = r"[\p{Han}々ヶァ-ヺー・]";

pub(super) static ADDRESSED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(&format!(r"(?P<name>{NAME_JA}{{1,16}})[ 　]?(?:様|さん|氏|殿)")));
pub(super) static TITLED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?P<name>{NAME_JA}{{1,12}}?)(?:本部長|部長|課長|係長|主任|次長|室長|支店長|店長|専務|常務|社長)"
    ))
});
/// 営業部長の大林が: a name after a title.
pub(super) static AFTER_TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?:本部長|部長|課長|係長|主任|次長|室長|店長|専務|常務|社長|マネージャー|支配人|責任者|担当者?)の(?P<name>{NAME_JA}{{2,5}}?)(?:が|は|と|も|より|から|に|を|、|様|さん|氏|。|（|$)"
    ))
});
/// A place of business with its name.
/// 黒田 誠一 様: a name in two parts.
pub(super) static FULL_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?P<family>[\p{Han}々]{1,4})[ 　](?P<given>[\p{Han}々ぁ-んァ-ヺー]{1,4})[ 　]?(?:様|さん|氏|殿)")
});
/// 佐々木 大輔（ささき だいすけ）: a name in two parts with its reading.
pub(super) static READ_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?P<family>[\p{Han}々]{1,4})[ 　]?(?P<given>[\p{Han}々ぁ-んァ-ヺー]{1,4})[ 　]?[（(][ぁ-んァ-ヺー]{2,6}[ 　・]?[ぁ-んァ-ヺー]{2,6}[）)]",
    )
});
/// 営業第三課, Sales Section 3.
pub(super) static SECTION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"[\p{Han}]{1,4}第[一二三四五六七八九十0-9０-９]+[課部係室]|\p{Lu}[a-z]+ (?:Section|Department|Team|Division) [0-9]+",
    )
});
/// 第3会議室, meeting room 3.
pub(super) static ROOM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"第?[0-9０-９一二三四五六七八九]+(?:号)?会議室|会議室[0-9０-９A-Z]+|(?i:(?:meeting |conference )?room [0-9]+)",
    )
});
/// In Fukushima, from Osaka.
pub(super) static IN_PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"[a-z,] (?:in|at|from|near|to) (?P<name>\p{Lu}[a-z]{3,})(?:[,.;]|$|\n| (?:was|is|were|had|and|on|office|plant|branch|by|for|where|who)(?-u:\b))",
    )
});
/// Your Kawasaki office.
pub(super) static PLACE_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?-u:\b)(?:your|our|the) (?P<name>\p{Lu}[a-z]+) (?:office|plant|factory|branch|warehouse|works|site|hotel)(?-u:\b)",
    )
});
pub(super) static PLACE_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?P<name>[\p{Han}々ヶァ-ヺー]{1,8})(?P<sort>工場|支店|営業所|支社|事業所|製作所|物流センター)")
});
pub(super) static COMPANY_JA: LazyLock<Pattern> = LazyLock::new(|| {
    let form = "株式会社|有限会社|合同会社";
    Pattern::fixed(&format!(
        r"(?:{form})(?P<after>[\p{{Han}}々ァ-ヺー・A-Za-z]{{1,24}})|(?P<before>[\p{{Han}}々ァ-ヺー・]{{2,24}})(?:{form})"
    ))
});
pub(super) static ADDRESSED_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?-u:\b)(?:Mr|Ms|Mrs|Miss|Dr|Prof)(?-u:\b)\.? (?P<name>\p{Lu}[\p{L}'’-]*(?:\.? \p{Lu}[\p{L}'’-]+)?)|(?-u:\b)(?P<san>\p{Lu}[a-z]+)[ -](?:san|sama)(?-u:\b)",
    )
});
pub(super) static COMPANY_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?P<name>\p{Lu}[\p{L}&'-]*(?: (?:& )?\p{Lu}[\p{L}&'-]*){0,5}),? (?:K\.K\.|Co\., ?Ltd|Ltd(?-u:\b)|Inc(?-u:\b)|Corporation|Corp(?-u:\b)|LLC|GmbH|PLC)",
    )
});
/// Kenji Mori, our data specialist; our data specialist, Kenji Mori: a full name beside what its bearer is.
pub(super) static ROLED_EN: LazyLock<Pattern> = LazyLock::new(|| {
    let role = "(?:[Mm]anager|[Dd]irector|[Oo]fficer|[Hh]ead|[Ll]ead|[Ll]eader|[Ss]pecialist|[Ee]ngineer|[Ss]upervisor|[Pp]resident|[Cc]hief|[Cc]oordinator|[Aa]nalyst|[Cc]onsultant|[Cc]ounsel|[Ll]awyer|[Ee]xecutive|[Rr]epresentative|[Aa]ssistant|[Tt]echnician|[Dd]eveloper|[Pp]lanner|[Cc]ontroller|[Aa]ccountant|[Aa]uditor|[Tt]rainer|[Aa]dvis[eo]r|[Ss]ecretary|[Dd]river|[Cc]olleague|[Dd]eputy|[Ss]uccessor)";
    let name = r"\p{Lu}[a-z]+ \p{Lu}[a-z]+";
    Pattern::fixed(&format!(
        r"(?-u:\b)(?P<first>{name})(?:, | \(| - | – )(?:(?:our|the|your|my|their|a|an) )?(?:[A-Za-z]+ ){{0,3}}?{role}(?-u:\b)|(?-u:\b)(?:[Oo]ur|[Tt]he|[Yy]our|[Mm]y|[Tt]heir|[Aa]) (?:[A-Za-z]+ ){{0,3}}?{role}(?: (?:of|for) (?:[A-Za-z]+ ?){{1,3}}?)?,? (?P<last>{name})(?-u:\b)"
    ))
});
pub(super) static WORD_EN: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?-u:\b)\p{Lu}[a-z]{2,}(?-u:\b)"));
