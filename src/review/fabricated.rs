//! What a text makes up beside its values: a proof nobody holds, calls nobody made, a measure that is not done yet, the
//! words of the case with another value.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::finding::Confidence;
use super::judge::{Judge, unknown, with_fact};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use super::rules::unsupported_claim::unsupported;
use super::topic::Topic;
use crate::facts::normalise::{PartialDate, Value};
use crate::facts::{Id, Key, Progress, name_parts};
use crate::lang::Pattern;

/// A thing that records what happened, and that something was seen from it.
static PROOF: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?P<proof>メモ|監視カメラ|防犯カメラ|車載カメラ|ドライブレコーダー|録画|録音|映像|動画|写真|画像|音声|留守番電話|位置情報|GPS|入退室?の?記録|入退館の?記録|タイムカード|目撃|証言|陳述書|第三者の(?:調査|証明)|鑑定(?:書|結果)?|検査成績書|測定(?:値|結果))",
            "[^。、]{0,12}?(?:で|により|によって|から|と|に|が|を)も?[^。]{0,14}?",
            "(?:確かめ|確認し|確認でき|確認いたし|確認が取れ|裏(?:づ|付)け|裏(?:づ|付)けられ|照合し|判明し|明らかになっ|分かっ|示され|示し|残っ|残し|証明され|一致し|突き合わせ)(?:て(?:お|い)|まし|た)",
        )),
        Pattern::fixed(concat!(
            r"(?i)(?-u:\b)(?P<proof>cctv|(?:security |surveillance )?cameras?|footage|dash ?cams?|recordings?|videos?|photos?|photographs?|voicemails?|gps|trackers?|witness(?:es)?|eyewitness(?:es)?|time ?cards?|badge logs?|laboratory|lab report|third-party report)(?-u:\b)[^.;?!]{0,30}?(?-u:\b)(?:confirm(?:s|ed)?|shows?|showed|prov(?:es?|ed)|verif(?:y|ies|ied)|bears? (?:this|it|that) out|establish(?:es|ed)|documents?|documented)(?-u:\b)",
            r"|(?-u:\b)(?:confirmed|checked|verified|established|proved|proven|shown|seen|documented|recorded)(?-u:\b)(?: [a-z]+){0,3}? (?:by|from|on|with|against|in|through)(?: [a-z]+){0,4}? (?P<seen>cctv|cameras?|footage|dash ?cams?|recordings?|videos?|photos?|photographs?|voicemails?|gps|trackers?|witness(?:es)?|eyewitness(?:es)?|time ?cards?|badge logs?)(?-u:\b)",
        )),
    ]
});
/// What leaves a proof to be had, or says that there is none.
static NO_PROOF: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("な[いくしか]|ませ[んぬ]|ず[、に]|なら|れば|かどうか|有無|ください|でしょうか|いただけ"),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:no|not|nor|neither|without|never|nothing|whether|if|would|could|may|might|please|cannot)(?-u:\b)|n't|\?",
        ),
    ]
});

/// How often somebody got in touch: 三度お電話を頂いて, "called us three times".
static OFTEN: LazyLock<[Pattern; 3]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?P<n>[2-9２-９二三四五六七八九]|1[0-9]|十[一二三四五]?)(?:度|回)(?:も|に(?:も)?わた(?:り|って)|ほど|にわたる)?(?:の|、)?[^。、0-9と]{0,6}?",
            "(?P<act>電話|メール|連絡|訪問|来社|催促|督促|指摘|お叱り|問い?合わせ|請求|要望)[^。、]{0,8}?(?:頂|いただ|頂戴|賜|受け(?:て|た|まし)|あった|あり(?:、|まし)|ございまし|承|お寄せ|くださ(?:り|っ|いま)|され(?:て|た|まし)|なさ(?:っ|いま|れ))",
        )),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?P<act>called|rang|phoned|telephoned|wrote|mailed|e-mailed|emailed|complained|visited|chased|reminded|contacted)(?-u:\b)(?: [a-z]+){0,3}? (?P<n>twice|(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]) times)(?-u:\b)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?P<n>two|three|four|five|six|seven|eight|nine|ten|[2-9]) (?:[a-z]+ ){0,2}?(?P<act>calls|mails|e-mails|emails|letters|reminders|complaints|visits)(?: [a-z]+){0,3}? from(?-u:\b)",
        ),
    ]
});

/// One more in a row of faults: 今年に入って七件目.
static IN_A_ROW: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:[2-9２-９二三四五六七八九]|1[0-9]|十[一二三四五]?)(?:件|度|例)目(?:で(?:ある|す|ござい|あり|し|、)|だ|と(?:なり|なっ|なる)|に(?:なり|なっ|なる|当た|あた)|の(?:ミス|誤り|遅れ|遅延|行き違い|苦情|クレーム|失念|漏れ|不備|失敗|事故))",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:time|case|incident|such|occasion|complaint|error|mistake|delay|slip|lapse|late delivery)(?-u:\b)(?: [a-z]+){0,4}? (?:this (?:year|month|quarter|autumn|winter)|since|so far|already|in (?:a row|as many|the (?:past|last))|within)(?-u:\b)",
        ),
    ]
});

/// Something that is said to be finished.
static FINISHED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "完了(?:し|いたし|済|[：:\t|。]|$)|終え(?:て|た|まし)|終わ(?:って|り(?:まし|、)|った)|済み|済んで|(?:追加|導入|実装|設置|反映|開始|稼働|運用開始)(?:し(?:、|た|て|まし)|いたしまし|済|され)|稼働して|合格|使い始め(?:て|た|まし)|動いて(?:お|い)|動き始め(?:て|た|まし)|使われて(?:お|い)|お使いいただいて|運用して(?:お|い)|備わって(?:お|い)|組み込(?:みまし|まれて(?:お|い)|んで(?:お|い))|(?:欄|機能|画面|検証)(?:を|も|は)[^。、]{0,12}?(?:設け|加え)(?:て(?:おり|います|いる)|まし)|稼働中|運用中",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:completed?|finished|done|in place since|went live|(?:has|have|had) been (?:added|built|introduced|installed|put in|rolled out|in use|in place|live)|(?:was|were) (?:added|built|introduced|installed|put in|rolled out)|passed (?:the|its|all|our) tests?)(?-u:\b)",
        ),
    ]
});
/// What leaves open whether something without a date is finished: a step of it, or what comes after it.
static UNDATED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "準備|着手|作業中|設計|仕様|検証中|試験中|これから|今後|以降|ください|お願い|てから|たら[、 ]|れば|次第|うえで|上で|ましょう|かどうか|条件|目標|完了後|後の|毎[週月日]|原因|なかった|場合|見直し|まで|いただけ|確認済|ために|ように|ため、|[？?]|いつ",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:prepar(?:e|ed|ing|ation)|being|start(?:ed)?|design|specification|before|every|each|goal|from|no order|test that|so that|to settle|in order)(?-u:\b)",
        ),
    ]
});
/// What makes of it a plan, a date that was missed, or something not finished.
static UNFINISHED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "予定|見込|計画|当初|期日|期限|延|遅れ|間に合|改め|変更し|未|まだ|いな[いか]|おりませ|おらず|ずに|ませんでした|不具合|試験で|見つか",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:planned|plan to|due|will|shall|by|until|delayed?|late|missed|postponed|not|first|original(?:ly)?|was to|were to|fault|to be|once|when|after|if)(?-u:\b)",
        ),
    ]
});

impl Judge<'_> {
    /// How often something has been, in words that are no number of the case: 五度お電話を頂いております, 七件目.
    pub(super) fn times(&self, span: &Range<usize>) -> Vec<Finding> {
        let sentence = self.text.get(span.clone()).unwrap_or_default();
        let found = [self.often(sentence), self.in_a_row(sentence)].into_iter().flatten();
        let found = found.map(|place| span.start + place.start..span.start + place.end).map(|place| {
            let written = self.text.get(place.clone()).unwrap_or_default();
            with_fact(Finding::error(RULE.id, place.clone(), unknown(written)), None)
                .with_confidence(Confidence::Medium)
        });
        found.collect()
    }

    /// A proof that a sentence makes up.
    pub(super) fn unproved(&self, span: &Range<usize>) -> Option<Finding> {
        let place = self.proof(self.text.get(span.clone())?)?;
        Some(unsupported(self.text, span.start + place.start..span.start + place.end))
    }

    /// 監視カメラの映像で確かめております: a proof of which the case knows nothing, or says that there is none.
    fn proof(&self, sentence: &str) -> Option<Range<usize>> {
        let lang = self.context.lang;
        let found = lang.of(&PROOF).captures_iter(sentence).find(|found| {
            let Some(all) = found.get(0) else { return false };
            let from = sentence.get(..all.start()).and_then(|before| before.rfind([',', '、', '(', '（'])).unwrap_or(0);
            let to = sentence.get(all.end()..).unwrap_or_default();
            let to = all.end() + to.char_indices().nth(6).map_or(to.len(), |(at, _)| at);
            let around = sentence.get(from..to).unwrap_or_default();
            let word = found.name("proof").or(found.name("seen"));
            let known = word.is_some_and(|word| self.has_proof(word.as_str().trim_end_matches('s')));
            !known && !lang.of(&NO_PROOF).is_match(around)
        })?;
        found.get(0).map(|all| all.range())
    }

    /// Whether the case speaks of a proof otherwise than to say that there is none: メモ・録音なし.
    fn has_proof(&self, word: &str) -> bool {
        let seen = self.context.whole().seen();
        let denied = |text: &str| {
            text.split_once(word).is_some_and(|(_, after)| {
                let near: String = after.chars().take(8).collect();
                near.contains("なし") || near.contains("ない")
            })
        };
        seen.says(word) && !seen.texts().iter().filter(|text| text.contains(word)).all(|text| denied(text))
    }

    /// 大橋様からも三度お電話を頂いています: more calls, mails or visits of the client than the case knows days of.
    fn often(&self, sentence: &str) -> Option<Range<usize>> {
        let lang = self.context.lang;
        let whole = self.context.withheld.whole();
        let people = whole.client_people.iter();
        let named: Vec<&Key> = people
            .filter(|person| name_parts(person.name.get(lang).unwrap_or_default()).any(|name| sentence.contains(name)))
            .map(|person| &person.key)
            .collect();
        let small = sentence.to_lowercase();
        let party = lang.pick(&["貴社", "先方", "お客様", "顧客"][..], &["you ", "they ", "the client"][..]);
        if named.is_empty() && !party.iter().any(|word| small.contains(word)) {
            return None;
        }
        let all: Vec<&Key> = whole.client_people.iter().map(|person| &person.key).collect();
        let people = if named.is_empty() { all } else { named };
        let [japanese, acts, nouns] = &*OFTEN;
        let patterns = lang.pick(vec![japanese], vec![acts, nouns]);
        let found = patterns.iter().find_map(|pattern| {
            pattern.captures_iter(sentence).find(|found| {
                let count = found.name("n").and_then(|word| number(word.as_str()));
                let act = found.name("act").map(|act| act.as_str().to_lowercase()).unwrap_or_default();
                count.is_some_and(|count| count > self.days_of(&people, channel(&act)).len())
            })
        })?;
        let place = found.get(0)?.range();
        // What somebody is said to want, or may do, has not been.
        let after = sentence.get(place.end..).unwrap_or_default();
        (!lang.of(&NO_PROOF).is_match(after)).then_some(place)
    }

    /// The days on which these people were in touch, by a channel where it matters.
    fn days_of(&self, people: &[&Key], channel: Option<[&str; 2]>) -> BTreeSet<Date> {
        let whole = self.context.withheld.whole();
        let lang = self.context.lang;
        let by = |said: Option<&str>| {
            channel.is_none_or(|channel| {
                said.is_some_and(|said| said.to_lowercase().contains(lang.pick(channel[0], channel[1])))
            })
        };
        let events = whole.timeline.iter().filter(|event| {
            let with = [event.from.as_ref(), event.to.as_ref()].into_iter().flatten().any(|key| people.contains(&key));
            with && by(event.channel.as_ref().and_then(|text| text.get(lang)))
        });
        let positions = whole.positions.iter().filter(|position| people.contains(&&position.from));
        let positions = positions.filter(|position| by(position.channel.get(lang)));
        events.map(|event| event.date.0).chain(positions.map(|position| position.date.0)).collect()
    }

    fn in_a_row(&self, sentence: &str) -> Option<Range<usize>> {
        let found = self.context.lang.of(&IN_A_ROW).find(sentence)?;
        (!self.context.whole().seen().says(found.as_str())).then(|| found.range())
    }

    /// The words of the case with another value.
    pub(super) fn echoes(&self, told: &Told<'_>) -> Vec<Finding> {
        let found = told.mentions.iter().filter_map(|mention| {
            let value = matches!(
                mention.value,
                Value::Date(PartialDate { month: Some(_), day: Some(_), .. })
                    | Value::Time(..)
                    | Value::Quantity(..)
                    | Value::Money(..)
                    | Value::Percent(_)
            );
            let written = self.text.get(mention.span.clone()).unwrap_or_default();
            let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
            let behind = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
            let fact = self.context.whole().echoed(&mention.value, written, before, behind, self.context.lang);
            let fact = fact.filter(|_| value)?;
            let finding = Finding::error(RULE.id, mention.span.clone(), unknown(written));
            Some(with_fact(finding, Some(fact)).with_confidence(Confidence::Medium))
        });
        found.collect()
    }

    /// 復唱確認欄の追加は1月29日に終わっています, 復唱確認欄も、すでに動いております: something is said to be done that the
    /// case has still planned.
    pub(super) fn done_too_early(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let on = self.context.facts.case.as_of.0;
        let sentence = self.text.get(told.span.clone())?;
        let finished = lang.of(&FINISHED).find(sentence)?;
        if lang.of(&UNFINISHED).is_match(sentence) {
            return None;
        }
        let days = told.mentions.iter().filter_map(|mention| match mention.value {
            Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                Some((mention.span.clone(), nearest_year(date, on)?))
            }
            _ => None,
        });
        let days: Vec<_> = days.collect();
        let to_come = sentence.get(finished.end()..).is_some_and(|after| after.starts_with("ます"));
        let place = match days.iter().find(|(_, day)| *day <= on) {
            Some((span, _)) => span.clone(),
            None if to_come || !days.is_empty() || lang.of(&UNDATED).is_match(sentence) => return None,
            None => told.span.start + finished.start()..told.span.start + finished.end(),
        };
        let topic = Topic::of(sentence, lang);
        let actions = self.context.withheld.whole().actions.iter();
        let shared = actions.filter_map(|action| {
            let what = Topic::of(action.what.get(lang)?, lang);
            let known = topic.shared(&what);
            (known >= 3 || (known >= 2 && known * 2 >= what.len())).then_some((known, action))
        });
        let (_, action) = shared.max_by_key(|(known, ..)| *known)?;
        let open = matches!(action.status, Progress::Planned | Progress::Proposed) && action.done.is_none();
        let id: &Id = &action.id;
        open.then(|| unsupported(self.text, place).about(id))
    }
}

/// By what means somebody was in touch, in the words of a case.
fn channel(act: &str) -> Option<[&'static str; 2]> {
    let any = |words: &[&str]| words.iter().any(|word| act.contains(word));
    if any(&["電話", "call", "rang", "phon"]) {
        Some(["電話", "call"])
    } else if any(&["メール", "mail", "wrote"]) {
        Some(["メール", "mail"])
    } else if any(&["訪問", "来社", "visit"]) {
        Some(["訪問", "visit"])
    } else {
        None
    }
}

/// A small number in words or figures.
fn number(word: &str) -> Option<usize> {
    const WORDS: [&str; 11] = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = word.to_lowercase();
    let word = word.trim_end_matches(" times");
    if word == "twice" {
        return Some(2);
    }
    let kanji = |c: char| "〇一二三四五六七八九".chars().position(|known| known == c);
    let wide = |c: char| "０１２３４５６７８９".chars().position(|known| known == c);
    let mut chars = word.chars();
    match (chars.next()?, chars.next()) {
        ('十', last) => Some(10 + last.map_or(Some(0), kanji)?),
        (c, None) => kanji(c).or_else(|| wide(c)).or_else(|| word.parse().ok()),
        _ => word.parse().ok().or_else(|| WORDS.iter().position(|known| *known == word)),
    }
}

#[cfg(test)]
mod tests {
    use super::{FINISHED, IN_A_ROW, OFTEN, PROOF, UNFINISHED, number};

    #[test]
    fn small_numbers_are_read() {
        for (word, n) in [("三", 3), ("3", 3), ("３", 3), ("十二", 12), ("twice", 2), ("five times", 5), ("seven", 7)]
        {
            assert_eq!(number(word), Some(n), "{word}");
        }
        assert_eq!(number("many"), None);
    }

    #[test]
    fn the_patterns_match_what_has_been() {
        assert!(PROOF[0].is_match("搬入口の監視カメラの映像で確かめております"));
        assert!(!PROOF[0].is_match("写真をお送りください"));
        assert!(PROOF[1].is_match("The camera footage confirms the time"));
        assert!(PROOF[1].is_match("confirmed by our security cameras"));
        assert!(!PROOF[1].is_match("Please send us photographs"));
        assert!(OFTEN[0].is_match("三度お電話を頂いています"));
        assert!(!OFTEN[0].is_match("月に二回お電話を差し上げます"));
        assert!(OFTEN[1].is_match("Mr. Ohashi has called us three times"));
        assert!(IN_A_ROW[0].is_match("今年に入って七件目である"));
        assert!(!IN_A_ROW[0].is_match("二件目のご注文"));
        assert!(FINISHED[0].is_match("1月29日に終わっています") && !UNFINISHED[0].is_match("1月29日に終わっています"));
        assert!(UNFINISHED[0].is_match("1月29日に終える予定でした"));
    }
}
