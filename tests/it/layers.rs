//! The order of the rooms: each imports only from the rooms before it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::support::path;

/// The rooms in the order of the flow.
const ROOMS: [&str; 11] =
    ["lang", "facts", "workflow", "precedent", "kind", "engine", "review", "draft", "export", "hub", "command"];

/// Every source file, by room.
fn sources() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let src = path("src");
    let mut files = Vec::new();
    walk(&src, &mut files);
    let mut rooms: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let text = std::fs::read_to_string(&file).unwrap();
        rooms.entry(room).or_default().push((file, text));
    }
    rooms
}

/// The rooms a text names: `crate::X` and each of `crate::{X, Y}`, comments left out.
fn named(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap_or(line).to_owned() + "\n")
        .collect();
    let one = Regex::new(r"\bcrate::([a-z_]+)").unwrap();
    let many = Regex::new(r"\bcrate::\{([^;]*?)\};").unwrap();
    let first = Regex::new(r"(?:^|,)\s*([a-z_]+)").unwrap();
    let mut rooms: Vec<String> = one.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for list in many.captures_iter(&code) {
        let mut depth = 0;
        let flat: String = list[1]
            .chars()
            .filter(|c| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                depth == 0
            })
            .collect();
        rooms.extend(first.captures_iter(&flat).map(|found| found[1].to_owned()));
    }
    rooms
}

#[test]
fn every_room_imports_only_from_the_rooms_before_it() {
    let mut wrong = Vec::new();
    for (room, files) in sources() {
        if room == "lib" || room == "main" {
            continue;
        }
        let at = ROOMS.iter().position(|known| *known == room);
        let at = at.unwrap_or_else(|| panic!("src/{room} is no known room: {ROOMS:?}"));
        for (file, text) in files {
            for other in named(&text) {
                let allowed = match ROOMS.iter().position(|known| *known == other) {
                    Some(to) => to <= at,
                    None => false,
                };
                if !allowed {
                    wrong.push(format!("{}: crate::{other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_engine_sees_prompts_and_never_the_case() {
    let mut wrong = Vec::new();
    let uses = Regex::new(r"crate::(facts|kind)\b(::[A-Za-z_{]+)?").unwrap();
    for (file, text) in &sources()["engine"] {
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for found in uses.find_iter(line).filter(|found| found.as_str() != "crate::kind::Prompt") {
                wrong.push(format!("{}: {}", file.display(), found.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What reaches the network is in the room `hub`, and one verb alone enters it.
#[test]
fn only_models_pull_reaches_the_network() {
    let network = Regex::new(
        r"\b(std::net|ureq|hf_hub::api|TcpStream|TcpListener|UdpSocket|ToSocketAddrs|UnixStream|reqwest|hyper|curl|socket2)\b",
    )
    .unwrap();
    let (mut wrong, mut entered, mut found) = (Vec::new(), Vec::new(), 0);
    for (room, files) in sources() {
        for (file, text) in files {
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                match (network.is_match(line), room.as_str()) {
                    (true, "hub") => found += 1,
                    (true, _) => wrong.push(format!("{}: {line}", file.display())),
                    (false, _) => {}
                }
            }
            if room != "hub" && room != "lib" && named(&text).iter().any(|other| other == "hub") {
                entered.push(file.strip_prefix(path("src")).unwrap().to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(found > 0, "the search finds what it looks for");
    assert!(!entered.is_empty() && entered.iter().all(|file| file.starts_with("command/models/pull")), "{entered:?}");
}

#[test]
fn the_library_names_every_room_in_order_and_no_other() {
    let lib = std::fs::read_to_string(path("src/lib.rs")).unwrap();
    let modules = Regex::new(r"(?m)^pub mod ([a-z_]+);").unwrap();
    let named: Vec<&str> = modules.captures_iter(&lib).map(|found| found.get(1).unwrap().as_str()).collect();
    assert_eq!(named, ROOMS);
    let listed = Regex::new(r"(?m)^//! ([a-z]+) {2,}\S").unwrap();
    let listed: Vec<&str> = listed.captures_iter(&lib).map(|found| found.get(1).unwrap().as_str()).collect();
    assert_eq!(listed, ROOMS);
    let rooms: Vec<String> = sources().into_keys().filter(|room| room != "lib" && room != "main").collect();
    let mut known: Vec<&str> = ROOMS.to_vec();
    known.sort_unstable();
    assert_eq!(rooms, known);
}

#[test]
fn files_stay_small() {
    let mut lengths: Vec<(usize, PathBuf)> = Vec::new();
    for (file, text) in sources().into_values().flatten() {
        lengths.push((text.lines().count(), file));
    }
    lengths.sort();
    let (longest, file) = lengths.last().unwrap();
    assert!(*longest <= 500, "{} has {longest} lines", file.display());
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 150, "the median file has {median} lines");
}

#[test]
fn the_reader_of_imports_sees_lists() {
    let text = "use crate::{lang::Lang, kind::{Kind, Laid}, facts};\n// crate::command\nuse crate::review::Rule;\n";
    let mut found = named(text);
    found.sort();
    assert_eq!(found, ["facts", "kind", "lang", "review"]);
}
