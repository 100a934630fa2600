//! Names of people and organisations in a text, and whether the facts know them.

use super::finding::Confidence;
use super::name_patterns::{
    ADDRESSED, ADDRESSED_EN, AFTER_TITLE, COMPANY_EN, COMPANY_JA, FULL_JA, IN_PLACE, PLACE_EN, PLACE_JA, READ_JA,
    ROLED_EN, ROOM, SECTION, TITLED, WORD_EN,
};
use super::name_words::{
    ACTS, AFTER_TITLES, COMMON_CAPITALS, COMMON_FAMILIES, COMMON_FAMILIES_EN, DEPARTMENTS, FAMILY_ENDS, KIN, NO_NAMES,
    NO_PLACES, RANKS, ROLES, is_kanji, is_kanji_digit,
};
use super::seen::Seen;
use crate::facts::{Facts, name_parts};
use crate::lang::Lang;
use std::ops::Range;

/// Legal forms of parties.
const LEGAL_FORMS: [&str; 7] =
    ["株式会社", "有限会社", "合同会社", "医療法人", "社会福祉法人", "学校法人", "一般社団法人"];
/// Letters from which on a name in kanji is none of a person.
const LONG_NAME: usize = 4;

/// Names that a view knows.
#[derive(Debug)]
pub(super) struct Names<'a> {
    lang: Lang,
    /// Full names of people and their parts, as written.
    people: Vec<String>,
    /// Family names with the titles of their people.
    titles: Vec<(String, String)>,
    /// Family names with the given names, where they are written in Japanese.
    pub(super) japanese_full: Vec<(String, String)>,
    /// Given names, where they are written in Japanese.
    given: Vec<String>,
    /// Given names with the family names, where they are written in Latin letters.
    full: Vec<(String, String)>,
    /// Names of organisations without their legal form.
    pub(super) organisations: Vec<String>,
    /// All of these without spaces and points.
    bare: Vec<String>,
    /// The texts in view: a name may stand in one of them.
    seen: &'a Seen,
}

/// A name that the facts do not hold.
#[derive(Debug)]
pub(super) struct Unknown {
    /// Its place.
    pub(super) span: Range<usize>,
    /// The name that was probably meant.
    pub(super) nearest: Option<String>,
    /// How sure it is that this is a name.
    pub(super) confidence: Confidence,
}

impl<'a> Names<'a> {
    /// The names of a view.
    pub(super) fn of(facts: &Facts, seen: &'a Seen) -> Self {
        let lang = facts.lang();
        let shown = facts.client_people.iter().map(|person| person.name.shown());
        let mut people: Vec<String> = Vec::new();
        for name in shown.chain(facts.own_people.iter().map(|person| person.name.shown())) {
            people.push(name.to_owned());
            people.push(name_parts(name).collect());
            people.extend(name_parts(name).map(str::to_owned));
        }
        people.extend(facts.client_people.iter().filter_map(|person| person.reading.clone()));
        people.retain(|name| !name.is_empty());
        let mut organisations: Vec<String> = Vec::new();
        for name in [facts.client.name.shown(), facts.sender.company.shown()] {
            let bare = LEGAL_FORMS.iter().fold(name.to_owned(), |name, form| name.replace(form, ""));
            organisations.push(bare.trim().to_owned());
            // 医療法人みぎわ台会 みぎわ台病院: a house and who runs it.
            organisations.extend(bare.split_whitespace().filter(|_| lang == Lang::Ja).map(str::to_owned));
        }
        organisations.extend(facts.client.also.iter().cloned());
        organisations.retain(|name| !name.is_empty());
        let mut titles = Vec::new();
        let mut full = Vec::new();
        let mut japanese_full = Vec::new();
        let mut japanese_given = Vec::new();
        let clients = facts.client_people.iter().map(|person| (&person.name, person.title.as_ref()));
        for (name, title) in clients.chain(facts.own_people.iter().map(|person| (&person.name, person.title.as_ref())))
        {
            let parts: Vec<&str> = name_parts(name.shown()).collect();
            if let ([family, _], Some(title), Lang::Ja) = (parts.as_slice(), title, lang) {
                titles.push(((*family).to_owned(), title.shown().to_owned()));
            }
            if let ([_, given], Lang::Ja) = (parts.as_slice(), lang) {
                japanese_given.push((*given).to_owned());
            }
            if let ([family, given], Lang::Ja) = (parts.as_slice(), lang)
                && given.chars().count() > 1
            {
                japanese_full.push(((*family).to_owned(), (*given).to_owned()));
            }
            if let ([given, family], Lang::En) = (parts.as_slice(), lang) {
                full.push(((*given).to_owned(), (*family).to_owned()));
            }
        }
        let bare = people.iter().chain(&organisations).map(|name| bare(name)).collect();
        Self { lang, people, titles, japanese_full, given: japanese_given, full, organisations, bare, seen }
    }

    /// The names in a text that the view does not know.
    pub(super) fn unknown(&self, text: &str) -> Vec<Unknown> {
        let mut found = match self.lang {
            Lang::Ja => self.japanese(text),
            Lang::En => self.english(text),
        };
        found.sort_by_key(|unknown| (unknown.span.start, std::cmp::Reverse(unknown.span.end)));
        let mut end = 0;
        found.retain(|unknown| {
            let apart = unknown.span.start >= end;
            end = end.max(unknown.span.end);
            apart
        });
        found
    }

    fn japanese(&self, text: &str) -> Vec<Unknown> {
        let mut found = Vec::new();
        for captures in ADDRESSED.captures_iter(text) {
            let (Some(all), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
            // 様々 and さんざん are words.
            let on = text.get(all.end()..).unwrap_or_default();
            let word =
                on.starts_with(['々', '式', '子', '相', '態']) && all.as_str().ends_with('様') || on.starts_with('名');
            // 看護師長様, 蓮見事務局長様: by the title that somebody of the case has.
            let titled = self.titles.iter().any(|(_, title)| {
                name.as_str().strip_suffix(title.as_str()).is_some_and(|name| name.is_empty() || self.knows(name))
            });
            let organisation = self.is_organisation(text.get(..name.end()).unwrap_or_default(), name.as_str())
                || self.seen.says(all.as_str())
                || (name.as_str().chars().count() >= LONG_NAME
                    && self.seen.says(name.as_str().trim_start_matches('・')));
            let title =
                titled || organisation || words(DEPARTMENTS).chain(words(KIN)).any(|word| name.as_str() == word);
            if !word && !title && !self.knows(name.as_str()) && !ends_with_any(name.as_str(), NO_NAMES) {
                found.push(self.unknown_at(name.range(), text, Confidence::High));
            }
        }
        for captures in TITLED.captures_iter(text) {
            let (Some(all), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
            // 社外秘・乾支店長: what a dot parts is no name.
            if name.as_str().contains('・') {
                continue;
            }
            // カスタマーサクセス部長: of a department that the case has.
            let of_known = all.as_str().strip_suffix('長').is_some_and(|department| self.seen.says(department));
            // 関輸出本部長: a known name before its title.
            let of_known = of_known
                || self.titles.iter().any(|(family, title)| {
                    all.as_str().strip_prefix(family.as_str()).is_some_and(|said| said == title)
                });
            let department = ends_with_any(name.as_str(), DEPARTMENTS) || of_known || self.seen.says(all.as_str());
            if !department && !self.knows(name.as_str()) && name.as_str().chars().count() > 1 {
                found.push(self.unknown_at(name.range(), text, Confidence::Medium));
            }
        }
        for captures in COMPANY_JA.captures_iter(text) {
            let is_ours = |written: &str, whole: bool| {
                self.organisations.iter().any(|name| {
                    if whole { written.starts_with(name.as_str()) } else { written.ends_with(name.as_str()) }
                })
            };
            let Some(all) = captures.get(0) else { continue };
            let after = captures.name("after").is_none_or(|name| is_ours(name.as_str(), true));
            let before = captures.name("before").is_none_or(|name| is_ours(name.as_str(), false));
            let known = after && before;
            if !known && !self.seen.says(all.as_str()) {
                found.push(Unknown { span: all.range(), nearest: None, confidence: Confidence::High });
            }
        }
        for captures in AFTER_TITLE.captures_iter(text) {
            let Some(name) = captures.name("name") else { continue };
            let word = words(AFTER_TITLES).any(|word| name.as_str().contains(word) || word.contains(name.as_str()));
            // 担当の怠慢が: most family names end in a hill, a field, a river.
            let family = name.as_str().ends_with(|c| FAMILY_ENDS.contains(c))
                || words(COMMON_FAMILIES).any(|family| family == name.as_str());
            if family && !word && !self.knows(name.as_str()) && !self.seen.says(name.as_str()) {
                found.push(self.unknown_at(name.range(), text, Confidence::Medium));
            }
        }
        for captures in PLACE_JA.captures_iter(text) {
            let (Some(all), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
            let bare =
                ["貴社", "弊社", "当社", "御社"].iter().fold(name.as_str(), |name, own| name.trim_start_matches(own));
            // 椎名支店長: a name before a title.
            let titled = text.get(all.end()..).is_some_and(|rest| rest.starts_with('長')) && self.knows(bare);
            if !bare.is_empty()
                && !titled
                && !ends_with_any(bare, NO_PLACES)
                && !self.seen.says(&all.as_str().replace(name.as_str(), bare))
            {
                let start = name.end() - bare.len();
                found.push(Unknown { span: start..all.end(), nearest: None, confidence: Confidence::Medium });
            }
        }
        for captures in FULL_JA.captures_iter(text) {
            let (Some(family), Some(given)) = (captures.name("family"), captures.name("given")) else { continue };
            // 場面　大橋様: a family name behind a heading is no given name.
            let known = |part: &str| self.given.iter().any(|name| name == part);
            let slip = known(given.as_str()) && !self.knows(family.as_str()) && !self.seen.says(family.as_str());
            let address = family.as_str().ends_with("御中") || family.as_str() == "御";
            if slip
                && !address
                && !ends_with_any(family.as_str(), NO_NAMES)
                && !ends_with_any(family.as_str(), DEPARTMENTS)
            {
                found.push(self.unknown_at(family.range(), text, Confidence::High));
            }
        }
        for captures in READ_JA.captures_iter(text) {
            let (Some(all), Some(given)) = (captures.get(0), captures.name("given")) else { continue };
            let Some(family) = captures.name("family") else { continue };
            let name = all.start()..given.end();
            let whole = text.get(name.clone()).unwrap_or_default();
            let said = |part: &str| self.knows(part) || self.seen.says(part);
            if !said(family.as_str()) && !said(whole) {
                found.push(self.unknown_at(name, text, Confidence::High));
            }
        }
        found.extend(self.sections(text));
        found.extend(self.rooms(text));
        found.extend(self.misspelt_given(text));
        found.extend(self.misspelt_companies(text));
        found.extend(self.wrong_titles(text));
        for family in words(COMMON_FAMILIES).filter(|family| !self.knows(family) && !self.seen.says(family)) {
            for (at, _) in text.match_indices(family) {
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                let after = text.get(at + family.len()..).and_then(|text| text.chars().next());
                let rest = text.get(at + family.len()..).unwrap_or_default();
                let acts = ACTS.iter().any(|act| rest.starts_with(act));
                let role = text.get(..at).is_some_and(|before| ROLES.iter().any(|role| before.ends_with(role)));
                if !before.is_some_and(is_kanji) && !after.is_some_and(is_kanji) && (acts || role) {
                    found.push(self.unknown_at(at..at + family.len(), text, Confidence::Medium));
                }
            }
        }
        found
    }

    /// A numbered section that the view does not have, while it has others of the name.
    fn sections(&self, text: &str) -> Vec<Unknown> {
        let places = SECTION.find_iter(text).filter(|section| {
            let bare = section
                .as_str()
                .trim_end_matches(|c: char| !c.is_alphabetic() || is_kanji_digit(c) || "課部係室".contains(c));
            let name = bare.trim_end_matches('第').trim();
            !self.seen.says(section.as_str()) && !name.is_empty() && self.seen.says(name)
        });
        places.map(|section| Unknown { span: section.range(), nearest: None, confidence: Confidence::Medium }).collect()
    }

    /// A numbered room that the view does not have, while it has another.
    fn rooms(&self, text: &str) -> Vec<Unknown> {
        let places = ROOM.find_iter(text).filter(|room| {
            let sort = if room.as_str().contains("会議室") { "会議室" } else { "room" };
            !self.seen.says(room.as_str()) && self.seen.says(sort)
        });
        places.map(|room| Unknown { span: room.range(), nearest: None, confidence: Confidence::Medium }).collect()
    }

    /// A place or a person by a name in the middle of a sentence that nothing in view has: your plant in Fukushima.
    fn strange_places(&self, text: &str) -> Vec<Unknown> {
        let places = IN_PLACE.captures_iter(text).filter_map(|captures| captures.name("name"));
        places
            .filter(|name| {
                let common = words(COMMON_CAPITALS).any(|word| word == name.as_str());
                !common && !self.seen.has_word(name.as_str()) && !self.knows(name.as_str())
            })
            .map(|name| Unknown { span: name.range(), nearest: None, confidence: Confidence::Medium })
            .collect()
    }

    /// A person of the view with the title of somebody else.
    fn wrong_titles(&self, text: &str) -> Vec<Unknown> {
        let mut found = Vec::new();
        for (family, title) in &self.titles {
            for (at, _) in text.match_indices(family.as_str()) {
                let rest = text.get(at + family.len()..).unwrap_or_default();
                let Some(said) = RANKS.iter().find(|rank| rest.starts_with(**rank)) else { continue };
                // 常務取締役 is called 常務.
                if !self
                    .titles
                    .iter()
                    .any(|(other, known)| other == family && known.trim_end_matches("取締役").ends_with(said))
                {
                    let span = at..at + family.len() + said.len();
                    let nearest =
                        Some(format!("{family}{}", RANKS.iter().find(|rank| title.ends_with(**rank)).unwrap_or(&"")));
                    found.push(Unknown { span, nearest, confidence: Confidence::Medium });
                }
            }
        }
        found
    }

    fn english(&self, text: &str) -> Vec<Unknown> {
        let mut found = Vec::new();
        for captures in PLACE_EN.captures_iter(text) {
            let Some(name) = captures.name("name") else { continue };
            if !self.seen.has_word(name.as_str()) && !self.knows(name.as_str()) {
                found.push(Unknown { span: name.range(), nearest: None, confidence: Confidence::Medium });
            }
        }
        found.extend(self.sections(text));
        found.extend(self.rooms(text));
        found.extend(self.strange_places(text));
        for (given, family) in &self.full {
            for (known, next) in [(given, family)] {
                for (at, _) in text.match_indices(known.as_str()) {
                    let start = text.get(..at).and_then(|before| before.chars().next_back());
                    let rest = text.get(at + known.len()..).unwrap_or_default();
                    let Some(word) = rest.strip_prefix(' ') else { continue };
                    let word = word.split(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default();
                    let name = word.chars().next().is_some_and(char::is_uppercase) && word.len() > 2;
                    let alike = strsim::normalized_damerau_levenshtein(next, word) >= 0.4;
                    let whole = !start.is_some_and(char::is_alphabetic);
                    if whole && name && alike && word != next && !self.knows(word) {
                        let span = at..at + known.len() + 1 + word.len();
                        let nearest = Some(format!("{given} {family}"));
                        found.push(Unknown { span, nearest, confidence: Confidence::High });
                    }
                }
            }
        }
        for captures in ADDRESSED_EN.captures_iter(text) {
            let Some(name) = captures.name("name").or(captures.name("san")) else { continue };
            let parts: Vec<&str> = name.as_str().split([' ', '.']).filter(|part| !part.is_empty()).collect();
            let plain = |part: &str| part.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            let strange = parts.iter().enumerate().any(|(index, part)| {
                let part = plain(part);
                // The word after a name that is known may begin something else; a slip of a known name does not.
                !self.knows(&part) && (index == 0 && part.len() > 1 || self.slip(&part).is_some())
            });
            if strange {
                found.push(self.unknown_at(name.range(), text, Confidence::High));
            }
        }
        for captures in COMPANY_EN.captures_iter(text) {
            let (Some(all), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
            let known = self
                .organisations
                .iter()
                .any(|known| known.contains(name.as_str()) || ends_with_words(known, name.as_str()));
            if !known && !self.seen.says(all.as_str()) {
                found.push(Unknown { span: all.range(), nearest: None, confidence: Confidence::High });
            }
        }
        for captures in ROLED_EN.captures_iter(text) {
            let Some(name) = captures.name("first").or(captures.name("last")) else { continue };
            let strange = |part: &str| {
                !self.knows(part) && !self.seen.has_word(part) && !words(COMMON_CAPITALS).any(|word| word == part)
            };
            if name.as_str().split(' ').all(strange) {
                found.push(self.unknown_at(name.range(), text, Confidence::Medium));
            }
        }
        for word in WORD_EN.find_iter(text) {
            let common = words(COMMON_FAMILIES_EN).any(|family| family == word.as_str());
            if !self.knows(word.as_str())
                && (common || self.slip(word.as_str()).is_some())
                && !self.seen.has_word(word.as_str())
            {
                found.push(self.unknown_at(word.range(), text, Confidence::Medium));
            }
        }
        found
    }

    fn unknown_at(&self, span: Range<usize>, text: &str, confidence: Confidence) -> Unknown {
        let written = text.get(span.clone()).unwrap_or_default();
        let alike = |name: &&String| strsim::normalized_damerau_levenshtein(name, written);
        let nearest = self.people.iter().filter(|name| alike(name) >= 0.5);
        let nearest = nearest.max_by(|a, b| alike(a).total_cmp(&alike(b))).cloned();
        Unknown { span, nearest, confidence }
    }

    /// Whether a stretch is a name of the view, or ends with one (購買部長黒川).
    fn knows(&self, written: &str) -> bool {
        // マーシュ・ディレクター: a title after the name.
        if let Some((name, _)) = written.split_once('・')
            && self.people.iter().any(|known| known == name)
        {
            return true;
        }
        let written = bare(written);
        match self.lang {
            Lang::Ja => self.bare.iter().any(|name| written.ends_with(name)),
            Lang::En => {
                self.bare.iter().any(|name| name.eq_ignore_ascii_case(&written))
                    || self.organisations.iter().any(|name| name.split(' ').any(|part| part == written))
            }
        }
    }

    /// Whether a stretch before an honorific closes the name of a party that begins with kana (おりべ惣菜様, みぎわ台病院様),
    /// or begins it (玉響ポンプ様 of 玉響ポンプ製作所).
    fn is_organisation(&self, before: &str, name: &str) -> bool {
        let short = name.trim_start_matches('・');
        self.organisations.iter().any(|known| {
            before.ends_with(known.as_str()) && known.ends_with(name)
                || short.chars().count() >= LONG_NAME && known.starts_with(short)
        })
    }

    /// A name of the view that a word is one letter away from. Short names are left alone: Marsh is not March.
    fn slip(&self, word: &str) -> Option<&String> {
        let long = |name: &&String| name.chars().count() >= 6 && !name.contains(' ');
        let near = |name: &&String| strsim::damerau_levenshtein(name, word) == 1;
        self.people.iter().filter(long).find(near)
    }
}

/// The words of a list.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

fn ends_with_any(text: &str, ends: &'static str) -> bool {
    words(ends).any(|end| text.ends_with(end))
}

/// Whether a stretch such as "Dear Larkfield Instruments Japan" ends with the name.
fn ends_with_words(name: &str, written: &str) -> bool {
    let bare = name.split([',', '.']).next().unwrap_or(name);
    let bare = bare.trim_end_matches(" K").trim_end_matches(" Co").trim_end_matches(" Ltd").trim_end_matches(" Inc");
    written.ends_with(bare)
}

/// A name without spaces and points.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && *c != '・').collect()
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::lang::Lang;
    use crate::review::seen::Seen;

    fn names(lang: Lang, seen: &Seen) -> Names<'_> {
        let people = lang.pick(["黒川 誠一", "黒川", "相沢", "大森"], ["Seiichi", "Kurokawa", "Aizawa", "Omori"]);
        let organisations =
            lang.pick(["玖珠乃製菓", "東都ミナモ包装"], ["Kusuno Confectionery Co., Ltd.", "Kanaelta K.K."]);
        Names {
            lang,
            people: people.map(str::to_owned).to_vec(),
            titles: vec![("相沢".to_owned(), "課長".to_owned())],
            japanese_full: Vec::new(),
            given: vec!["誠一".to_owned()],
            full: vec![("Seiichi".to_owned(), "Kurokawa".to_owned())],
            organisations: organisations.map(str::to_owned).to_vec(),
            bare: people.iter().chain(&organisations).map(|name| super::bare(name)).collect(),
            seen,
        }
    }

    fn seen() -> Seen {
        Seen::of_texts(vec!["購買部長".to_owned()], Lang::Ja)
    }

    fn unknown(text: &str, lang: Lang) -> Vec<&str> {
        names(lang, &seen()).unknown(text).into_iter().map(|unknown| &text[unknown.span]).collect()
    }

    #[test]
    fn known_names_and_plain_words_are_no_strangers() {
        for text in [
            "購買部長　黒川 誠一 様",
            "皆様、お客様、ご担当者様には様々な同様の仕様",
            "課長の相沢と営業部長の大森が、株式会社玖珠乃製菓購買部の方々へ",
            "東都ミナモ包装株式会社の営業第二課長",
            "品質保証課長、現場主任、生産管理課の係長、貴社のご担当者様",
            "田中町から中村区へ",
        ] {
            assert_eq!(unknown(text, Lang::Ja), [] as [&str; 0], "{text}");
        }
        for text in [
            "Dear Mr. Kurokawa,",
            "Mr. Seiichi Kurokawa's call to Kusuno Confectionery Co., Ltd. In March we met.",
            "Dear Kanaelta K.K. team, Ms. Aizawa Head of Sales",
        ] {
            assert_eq!(unknown(text, Lang::En), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn strangers_and_misspelt_names_are_found() {
        assert_eq!(unknown("黒河様、品質管理部の佐藤部長が鈴木からお届けします", Lang::Ja), ["黒河", "佐藤", "鈴木"]);
        assert_eq!(unknown("株式会社青空商事と北風有限会社", Lang::Ja), ["株式会社青空商事", "北風有限会社"]);
        assert_eq!(
            unknown("Mr. Tanaka and Ms. Kurakawa met Blue Sky Inc. and Aizewa", Lang::En),
            ["Tanaka", "Kurakawa", "Blue Sky Inc", "Aizewa"]
        );
        assert_eq!(names(Lang::Ja, &seen()).unknown("黒河様").remove(0).nearest.as_deref(), Some("黒川"));
    }
}
