//! Lists of people's names, which have no business in a case.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "names-listed", group: Group::Risk, severity: Severity::Error, find };

/// Fewest names that make a list.
const FEWEST: usize = 3;

/// Frequent family names: a list of people nearly always has some, and a list of departments none.
const FAMILIES: &str = concat!(
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|阿部|森田|池田|橋本|石川|前田|藤田|小川|岡田",
    "|後藤|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|中山|石田|上田|森本|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井|河野|藤本|村田|武田|上野|杉山|増田|平野|大塚|千葉|久保|松井|小島|岩崎|桜井|野口|菅原|野村|新井|渡部",
);

/// A family name with a given name, and a name with an honorific.
static FULL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(&format!(
        r"(?:^|[^\p{{Han}}])((?:{FAMILIES})[ 　]?\p{{Han}}{{1,3}}|(?:{FAMILIES})(?:[ 　]\p{{Hiragana}}{{2,4}}|[ 　]?\p{{Katakana}}{{2,4}}))(?:$|[\s、,・;／/。（()）様氏さのとはがを])"
    ))
});
static NAMED: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(\p{Han}{2,5})(?:様|さん|氏|君)"));
static ENGLISH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?-u:\b)((?:(?:Mr|Ms|Mrs)\.? )?[A-Z][a-z]{1,12} [A-Z][a-z]{1,14})(?-u:\b)(?:, |; | and |\n|$|\.)")
});

/// Ends of words that begin like a family name and are none: 石川県, 中野区, 山田店.
const PLACES: [char; 14] = ['県', '市', '区', '町', '村', '駅', '店', '社', '部', '課', '係', '室', '工', '場'];

/// Capitalised words that begin no name.
const NO_NAME: &[&str] = &[
    "The",
    "Our",
    "Your",
    "On",
    "In",
    "By",
    "Sales",
    "Production",
    "Quality",
    "Head",
    "New",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
];

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let known = known(survey);
    let mut found = Vec::new();
    // The people of the case are listed in groups of their own.
    let texts = survey
        .texts
        .iter()
        .filter(|told| !matches!(told.group(), "own_people" | "client_people" | "client" | "sender"));
    for told in texts {
        let names = names(&told.text, told.lang);
        let strangers = names.iter().filter(|name| !known.iter().any(|known| name.contains(known.as_str()))).count();
        if strangers < FEWEST {
            continue;
        }
        let (ja, en) = told.place();
        let what = say(
            format!("{ja}に、事案の関係者ではない人の名前が {strangers} 名分並んでいます"),
            format!("{en} lists the names of {strangers} people who are no part of the case"),
        );
        let todo = say(
            "個人情報です。名前を消し、人数だけを書いてください",
            "these are personal data: delete the names and write how many there are",
        );
        found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
    }
    found
}

/// Names in a text that look like those of people.
fn names(text: &str, lang: Lang) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    match lang {
        Lang::Ja => {
            let mut at = 0;
            let searched = FULL.over(text);
            // The mark behind a name may be the one before the next.
            while let Some(found) = searched.captures_at(at).and_then(|captures| captures.get(1)) {
                if !found.as_str().ends_with(PLACES) {
                    names.insert(found.as_str().to_owned());
                }
                at = found.end();
            }
            names.extend(
                NAMED.captures_iter(text).filter_map(|captures| Some(captures.get(1)?.as_str().to_owned())).filter(
                    |name| {
                        !["皆", "各位", "お客", "客", "取引先", "関係者", "担当者", "貴社"]
                            .iter()
                            .any(|word| name.ends_with(word))
                    },
                ),
            );
        }
        Lang::En => {
            let given = ENGLISH.captures_iter(text).filter_map(|captures| Some(captures.get(1)?.as_str().to_owned()));
            names.extend(given.filter(|name| !name.split(' ').any(|word| NO_NAME.contains(&word))));
        }
    }
    names
}

/// The names of the people and organisations of the case, whole and in parts.
fn known(survey: &Survey<'_>) -> Vec<String> {
    let groups = survey.groups();
    let people = groups.own_people.iter().map(|person| &person.name);
    let people = people.chain(groups.client_people.iter().map(|person| &person.name));
    let names = people.chain([&groups.client.name, &groups.sender.company]);
    let parts = names
        .flat_map(|name| name.each().flat_map(|(_, name)| name_parts(name)).map(str::to_owned).collect::<Vec<_>>());
    parts.chain(groups.client.also.iter().cloned()).filter(|part| part.chars().count() > 1).collect()
}
