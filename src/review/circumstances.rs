//! Things that a text tells of and that a case would hold if they had been: a jam on the road, a warehouse, a meeting
//! of the board, a threat to go elsewhere.

use std::ops::Range;
use std::sync::LazyLock;

use super::circumstance_words::{FAMILIES, MOVES};
use super::judge::Judge;
use super::misplaced::Told;
use super::rules::unsupported_claim::unsupported;
use super::seen::Seen;
use super::sentence::quotations;
use super::{Finding, Severity};
use crate::facts::family_name;
use crate::lang::{Lang, Pattern};

/// All words of the families.
static WORDS: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    let words = |at: usize| FAMILIES.iter().flat_map(move |family| family.get(at).copied().unwrap_or_default());
    let escaped = |at: usize| words(at).map(|word| regex::escape(word)).collect::<Vec<_>>().join("|");
    [Pattern::fixed(&escaped(0)), Pattern::fixed(&format!("(?i)(?-u:\\b)(?:{})", escaped(1)))]
});

/// A consent in writing that is said to have been had.
static CONSENT: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:書面|文書|メール|書類|口頭)(?:による|での|で|の)(?:ご)?(?:同意|承諾|了解|承認|合意)(?:も|を|は)?[^。、]{0,6}?(?:得て|得た|得まし|取り付け|取り交わし|交わして|頂い|頂戴し|いただい|いただき)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:has|have|had|was|were) (?:also )?(?:given|signed|consented|agreed to it) (?:[a-z]+ ){0,3}?(?:in writing|written consent|signed consent)(?-u:\b)|(?-u:\b)written consent (?:was|has been|had been) (?:given|obtained|signed)(?-u:\b)",
        ),
    ]
});

/// Behind something that was the cause.
static CAUSE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^。、]{0,8}?(?:により|によって|による|のため|のせいで|があり|があった|が重なり|が起き|に巻き込まれ|の影響で|の影響を受け|が原因で|を理由に)",
    )
});

/// What is said by saying it, and what is guessed of others.
static SAYING: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:お詫び|陳謝|感謝|御礼|ご報告|ご説明|お礼)(?:を)?(?:いたし|申し上げ)ます|(?:拝察|お察し)(?:いたし|申し上げ)ます|存じます|受け止めます|免れませ[んぬ]|申し訳(?:ございませ|ありませ)[んぬ]|なければ",
        ),
        Pattern::fixed(r"(?i)(?-u:\b)(?:would like to apologi[sz]e|cannot apologi[sz]e enough)(?-u:\b)"),
    ]
});

/// What has been or is said to be so.
static TOLD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "まし[たて]|でし[たて]|であ[っり]|である|でござい|です|だった|て(?:おり|いる|いま|いた)|ており|(?:[ぁ-ん]た|[いん]だ)(?:[。、」）\n]|$|[もとのがこため折際])|済み|なさる|を受け|(?:の|、)(?:録音|録画)(?:データ)?(?:。|、|$)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:was|were|had|has|have|did|is|are|came|went|told|said|got|took|gave|wrote|rang|sent|left|held|kept|met|made|[a-z]+ed)(?-u:\b)",
        ),
    ]
});
/// What is only thought of, asked for, denied, planned or feared.
static NOT_TOLD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "ませ[んぬ]|でき(?:ず|な)|では?な[いくか]|はな[いくか]|もな[いくか]|がな[いくか]|なし|なく|せず|おらず|いな[いか]|(?:いたし|申し上げ|差し上げ|まいり|参り|伺い|[ぁ-ん]し|[げけきみえ]|なり)ます[。、]|ましょう|予定(?:です|でご|でお|で、|しており|。|$|だ|と)|ください|下さい|お願い|いただけ|でしょう|ですか|か。|れば|たら[、 ]|なら[、ば]|場合|もし|仮に|例えば|たとえば|おそれ|恐れ|可能性|かもしれ|懸念|想定|なりかね|求められたとき|備え|避け|防ぐ|べき|たい[。と]|かどうか|か否か|禁|控えて|扱わ|触れな|なれない|ないと(?:存じ|伺|承)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:no|not|nor|never|without|nothing|nobody|if|would|could|may|might|will|shall|should|please|whether|unless|risk|fear|cannot|avoid|when)(?-u:\b)|n't|n’t|\?",
        ),
    ]
});

impl Judge<'_> {
    /// 遅れの原因は、国道の事故渋滞でございます: what is told as having been, of a sort of which the case has nothing.
    pub(super) fn circumstances(&self, told: &[Told<'_>]) -> Vec<Finding> {
        let (body, start) = (self.body(), self.section.span.start);
        let sentences: Vec<_> = told.iter().map(|told| told.span.start - start..told.span.end - start).collect();
        let lang = self.context.lang;
        let mut found: Vec<Finding> = Vec::new();
        let mut last = 0;
        for word in lang.of(&WORDS).find_iter(body) {
            let at = sentences.partition_point(|sentence| sentence.end <= word.start());
            let Some(sentence) = sentences.get(at).filter(|sentence| sentence.start <= word.start()) else { continue };
            let text = body.get(sentence.clone()).unwrap_or_default();
            let place = word.start() - sentence.start..word.end() - sentence.start;
            if !self.is_told(text, &place) || knows_like(word.as_str(), self.context.whole().seen(), lang) {
                continue;
            }
            let span = start + word.start()..start + word.end();
            // One finding a sentence says enough.
            if let Some(finding) = found.last_mut().filter(|_| sentence.end <= last) {
                finding.span.end = span.end;
                continue;
            }
            last = sentence.end;
            found.push(unsupported(self.text, span).with_severity(Severity::Warn));
        }
        // 2月8日に書面の同意も得ている.
        for consent in lang.of(&CONSENT).find_iter(body) {
            let at = sentences.partition_point(|sentence| sentence.end <= consent.start());
            let text = sentences.get(at).and_then(|sentence| body.get(sentence.clone())).unwrap_or_default();
            // 書面のご承諾を頂いてから行います, 行う手順に改めました: a rule for what is to come, and nothing that was had.
            let after = body.get(consent.end()..).unwrap_or_default().split(['。', '\n']).next().unwrap_or_default();
            let first = ["から", "てから", "た上", "たうえ", "上で", "うえで", "た場合", "たもの"];
            let done = ["ました", "でした", "おります", "ている", "いた"];
            let named = ["手順", "決まり", "運用", "ことと", "ことに", "扱い", "仕組み", "形に", "済み"];
            let has = |words: &[&str]| words.iter().any(|word| after.contains(word));
            let rule = first.iter().any(|word| after.starts_with(word)) && (has(&named) || !has(&done));
            if !rule && !lang.of(&NOT_TOLD).is_match(text) && !self.context.whole().seen().says(consent.as_str()) {
                found.push(unsupported(self.text, start + consent.start()..start + consent.end()));
            }
        }
        found
    }

    /// Whether a sentence tells what stands at a place in its own words as something that has been.
    fn is_told(&self, sentence: &str, place: &Range<usize>) -> bool {
        let lang = self.context.lang;
        let quoted = quotations(sentence).iter().any(|quote| quote.start <= place.start && place.end <= quote.end);
        // A handover brief tells in plain verbs what is so.
        let brief = self.context.kind.id.contains("handover");
        if quoted || !(brief || lang.of(&TOLD).is_match(sentence)) {
            return false;
        }
        let word = sentence.get(place.clone()).unwrap_or_default();
        if MOVES.contains(&word) && !self.names_client(sentence) {
            return false;
        }
        // サーバー障害により、登録ができなかった: what follows from a cause says nothing against it.
        let behind = sentence.get(place.end..).unwrap_or_default();
        let clause = CAUSE.find(behind).map_or(sentence.len(), |cause| place.end + cause.end());
        let sentence = sentence.get(..clause).unwrap_or_default();
        // What is said by saying it denies nothing: 渋滞により遅れましたことを、お詫び申し上げます.
        let plain = lang.of(&SAYING).replace_all(sentence, "");
        !lang.of(&NOT_TOLD).is_match(&plain)
    }

    fn names_client(&self, sentence: &str) -> bool {
        let lang = self.context.lang;
        let people = self.context.withheld.whole().client_people.iter();
        let mut names = people.filter_map(|person| Some(family_name(person.name.get(lang)?, lang)));
        names.any(|name| sentence.contains(name))
            || ["先方", "貴社", "お客様"].iter().any(|word| sentence.contains(word))
    }
}

/// Whether the case has a word of the sort.
fn knows_like(word: &str, seen: &Seen, lang: Lang) -> bool {
    let side = lang.pick(0, 1);
    let small = word.to_lowercase();
    let mut of_sort = FAMILIES
        .iter()
        .filter_map(|family| family.get(side))
        .filter(|words| words.iter().any(|known| *known == word || known.to_lowercase() == small));
    // 研修を, 社長に: the word by itself.
    let bare = |known: &str| {
        let kana = |c: char| matches!(c, 'ぁ'..='ん');
        let stem = known.trim_end_matches(kana);
        seen.says(if stem.chars().count() > 1 { stem } else { known })
    };
    of_sort.any(|words| words.iter().any(|known| bare(known)))
}
