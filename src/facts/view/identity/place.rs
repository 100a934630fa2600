//! The places of a case: plants and offices, and the towns of the addresses.

use std::sync::LazyLock;

use super::form::Form;
use crate::facts::{Groups, Text};
use crate::lang::{Lang, Pattern};

static PREFECTURE: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"^(?:〒?\d{3}-?\d{4}[ 　]*)?(東京都|北海道|京都府|大阪府|\p{Han}{2,3}県)"));
static TOWN: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"^.[^市区郡町村0-9０-９\s]*?[市区郡町村]"));
static OWNER_JA: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"^(?:貴社|御社|弊社|当社|貴院|貴行|貴校|先方|お客様|同社)の?"));
static OWNER_EN: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?i)^(?:your|our|their|the|a) "));

/// What a place is, in both languages: it stays, the name goes.
const SORTS: &[(&str, &str)] = &[
    ("工場", "plant"),
    ("本社", "head office"),
    ("支店", "branch"),
    ("営業所", "office"),
    ("オフィス", "office"),
    ("事業所", "site"),
    ("倉庫", "warehouse"),
    ("センター", "centre"),
    ("病院", "hospital"),
    ("学校", "school"),
    ("店舗", "store"),
    ("店", "shop"),
    ("工場", "factory"),
    ("センター", "center"),
];

/// A place with its sort and all ways it is written.
pub(super) struct Place {
    /// 工場, plant; nothing for a town.
    pub(super) sort: Option<(&'static str, &'static str)>,
    /// How it is written.
    pub(super) forms: Vec<Form>,
}

/// The places of a case, the ones with a sort first.
pub(super) fn places(groups: &Groups) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let named = groups.incident.iter().filter_map(|incident| incident.place.as_ref());
    let met = groups.meeting.iter().flat_map(|meeting| meeting.candidates.iter().map(|slot| &slot.place));
    let talk = groups.rep.iter().filter_map(|rep| rep.follow_up.as_ref()?.place.as_ref());
    for text in named.chain(met).chain(talk) {
        places.extend(site(text));
    }
    for address in groups.client.address.iter().chain(&groups.sender.address) {
        let (ja, en) = (address.get(Lang::Ja).map(towns).unwrap_or_default(), address.get(Lang::En));
        let mut en: Vec<Vec<Form>> = en.map(districts).unwrap_or_default();
        // Both are written from the large to the small or the other way: only the prefecture is matched up.
        for (index, forms) in ja.into_iter().enumerate() {
            let mut place = Place { sort: None, forms };
            if index == 0 {
                place.forms.extend(en.pop().unwrap_or_default());
            }
            places.push(place);
        }
        places.extend(en.into_iter().map(|forms| Place { sort: None, forms }));
        places.push(Place { sort: None, forms: address.each().map(|(_, text)| Form::always(text)).collect() });
    }
    merge(places)
}

/// The same town in two addresses is one place.
fn merge(places: Vec<Place>) -> Vec<Place> {
    let mut merged: Vec<Place> = Vec::new();
    for place in places.into_iter().filter(|place| !place.forms.is_empty()) {
        let same = |other: &&mut Place| {
            other.sort == place.sort && other.forms.iter().any(|form| place.forms.iter().any(|own| own.key == form.key))
        };
        match merged.iter_mut().find(same) {
            Some(known) => known.forms.extend(place.forms),
            None => merged.push(place),
        }
    }
    merged
}

/// 貴社仙台工場: a sort with a name before it.
fn site(text: &Text) -> Option<Place> {
    let mut found = None;
    let mut forms = Vec::new();
    if let Some(ja) = text.get(Lang::Ja) {
        let bare = OWNER_JA.replace_all(ja, "").into_owned();
        if let Some(sort) = SORTS.iter().find(|(sort, _)| bare.ends_with(sort)) {
            let name = bare.trim_end_matches(sort.0);
            if name.chars().count() > 1 && !name.starts_with('第') {
                found = Some(*sort);
                forms.push(Form::always(bare.clone()));
                forms.push(Form::town(name));
            }
        }
    }
    if let Some(en) = text.get(Lang::En) {
        let bare = OWNER_EN.replace_all(en, "").into_owned();
        if let Some(sort) = SORTS.iter().find(|(_, sort)| bare.to_lowercase().ends_with(sort)) {
            let name = bare.get(..bare.len().saturating_sub(sort.1.len())).unwrap_or("").trim();
            if name.starts_with(char::is_uppercase) {
                found = found.or(Some(*sort));
                forms.push(Form::always(bare.clone()));
                forms.push(Form::town(name));
            }
        }
    }
    found.map(|sort| Place { sort: Some(sort), forms })
}

/// Prefecture, city, ward and town of a Japanese address, with and without what they are.
fn towns(address: &str) -> Vec<Vec<Form>> {
    let mut found = Vec::new();
    let mut rest = address.trim();
    let mut add = |name: &str| {
        let stem = name.trim_end_matches(['都', '府', '県', '市', '区', '郡', '町', '村']);
        let mut forms = vec![Form::always(name)];
        forms.extend((stem.chars().count() > 1 && stem != name).then(|| Form::town(stem)));
        found.push(forms);
    };
    if let Some(all) = PREFECTURE.captures(rest)
        && let Some(name) = all.get(1)
    {
        add(name.as_str());
        rest = rest.get(name.end()..).unwrap_or("");
    }
    while let Some(town) = TOWN.find(rest) {
        add(town.as_str());
        rest = rest.get(town.end()..).unwrap_or("");
    }
    let last: String = rest.chars().take_while(|c| !c.is_numeric() && !c.is_whitespace()).collect();
    if last.chars().count() > 1 {
        add(&last);
    }
    found
}

/// The named parts of an English address.
fn districts(address: &str) -> Vec<Vec<Form>> {
    let parts = address.split(',').map(str::trim);
    let named = parts.filter_map(|part| {
        let words: Vec<&str> =
            part.split(' ').filter(|word| word.chars().next().is_some_and(char::is_alphabetic)).collect();
        let name = words.join(" ");
        (!name.is_empty() && !matches!(name.to_lowercase().as_str(), "floor" | "building" | "japan")).then_some(name)
    });
    named
        .map(|name| {
            let stem = ["-ku", "-shi", "-cho", "-machi", "-gun", "-ken", "-fu", "-to"]
                .iter()
                .find_map(|end| name.strip_suffix(end));
            let mut forms = vec![Form::town(&name)];
            forms.extend(stem.map(Form::town));
            forms
        })
        .collect()
}
