//! Every example of both READMEs is run, and prints what they show.

use std::path::Path;

use assert_cmd::Command;

use crate::support::path;

/// A command of a README with the output shown under it; `…` stands for lines left out.
struct Shown {
    line: usize,
    command: String,
    output: Vec<String>,
}

fn examples(readme: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let mut inside = false;
    for (index, line) in readme.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
            continue;
        }
        if !inside {
            continue;
        }
        match line.strip_prefix("$ ") {
            Some(command) => found.push(Shown { line: index + 1, command: command.to_owned(), output: Vec::new() }),
            None => {
                if let Some(last) = found.last_mut() {
                    last.output.push(line.to_owned());
                }
            }
        }
    }
    found
}

/// Runs a `tsukuroi …` command in the repository, and gives what a terminal would show.
fn run(command: &str, home: &Path) -> String {
    let arguments = command.strip_prefix("tsukuroi ").or_else(|| command.strip_prefix("cargo run --release -- "));
    let arguments = arguments.unwrap_or_else(|| panic!("not a command of the program: {command}"));
    let output = Command::new(env!("CARGO_BIN_EXE_tsukuroi"))
        .args(arguments.split_whitespace())
        .current_dir(path(""))
        .env("TSUKUROI_DATA", home.join("data"))
        .env("TSUKUROI_CONFIG", home.join("config"))
        .env("HF_HOME", home.join("hf"))
        .env("LANG", if command.contains("--lang en") { "C.UTF-8" } else { "ja_JP.UTF-8" })
        .env_remove("LC_ALL")
        .output()
        .expect("the program runs");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn check(name: &str) {
    let readme = std::fs::read_to_string(path(name)).expect("the README");
    let home = tempfile::tempdir().expect("a folder");
    let examples = examples(&readme);
    let run_here: Vec<&Shown> = examples.iter().filter(|shown| !shown.command.starts_with("cargo test")).collect();
    assert!(run_here.len() >= 4, "{name} shows the main verbs");
    for shown in run_here {
        let printed = run(&shown.command, home.path());
        let lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
        let mut from = 0;
        let mut gap = true;
        for expected in &shown.output {
            let expected = expected.trim_end();
            if expected == "…" {
                gap = true;
                continue;
            }
            let found = lines.iter().skip(from).position(|line| *line == expected);
            let at = found.unwrap_or_else(|| panic!("{name}:{}: not printed: {expected}\n---\n{printed}", shown.line));
            assert!(
                gap || at == 0,
                "{name}:{}: {at} lines before `{expected}` are not shown\n---\n{printed}",
                shown.line
            );
            gap = false;
            from += at + 1;
        }
    }
}

#[test]
fn the_examples_of_the_english_readme_print_what_it_shows() {
    check("README.md");
}

#[test]
fn the_examples_of_the_japanese_readme_print_what_it_shows() {
    check("README.ja.md");
}

/// Every row of the table of documents, in both READMEs, is a document that is drafted in both languages.
#[test]
fn every_document_of_the_table_is_drafted_in_both_languages() {
    let library = tsukuroi::kind::Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    for (readme, said) in [("README.md", tsukuroi::lang::Lang::En), ("README.ja.md", tsukuroi::lang::Lang::Ja)] {
        let text = std::fs::read_to_string(path(readme)).expect("the README");
        let rows: Vec<Vec<&str>> = text
            .lines()
            .filter(|line| line.starts_with("| D"))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        assert_eq!(rows.len(), 18, "{readme}");
        for row in rows {
            let [code, title, name, parts, whom] = row[..] else { panic!("{readme}: {row:?}") };
            let kind = library.kind(code).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(name.trim_matches('`'), kind.id, "{readme}");
            assert_eq!(title, kind.spec.title.get(said), "{readme}");
            assert!(parts.chars().any(|part| ('1'..='7').contains(&part)) && !whom.is_empty(), "{readme}: {row:?}");
            let cases = crate::matrix::cases(&kind.id);
            assert!(!cases.is_empty(), "{code}: no example gives it");
            for (_, case) in cases {
                for lang in tsukuroi::lang::Lang::ALL {
                    let document = crate::letters::builtin(&library, &kind.id, &case, lang);
                    assert!(document.lay().text.chars().count() > 200, "{code} {lang}");
                }
            }
        }
    }
}
