//! What the documents for the inside and for the rep must do, as the domain's expert put it.

use tsukuroi::facts::{Case, Facts, GoalKind, Progress, Status};
use tsukuroi::kind::{Block, Body, Document, Library};
use tsukuroi::lang::Lang;

use crate::acceptance::{count, each, prose, section};
use crate::support::example;

fn rows(document: &Document, name: &str) -> Vec<Vec<String>> {
    let part = document.parts.iter().find(|part| part.name == name).unwrap_or_else(|| panic!("no section {name}"));
    let Body::Fixed(blocks) = &part.body else { panic!("{name} is laid by code") };
    let table = blocks.iter().find_map(|block| match block {
        Block::Table { head, rows } => Some((head.len(), rows.clone())),
        _ => None,
    });
    let (width, rows) = table.unwrap_or_else(|| panic!("{name} holds a table"));
    assert!(rows.iter().all(|row| row.len() == width), "{name}");
    rows
}

fn items(document: &Document, name: &str) -> Vec<String> {
    section(document, name)
        .lines()
        .filter_map(|line| line.strip_prefix(['・', '-']))
        .map(|item| item.trim().to_owned())
        .collect()
}

fn refused(kind: &str, source: &str) -> Vec<String> {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let case = Case::parse("case.toml", source).unwrap_or_else(|error| panic!("{error}"));
    let kind = library.kind(kind).expect("a kind");
    let facts = Facts::of(&case, kind.spec.audience, Lang::En);
    match library.draftable(kind, &facts) {
        Ok(_) => Vec::new(),
        Err(refusal) => refusal.reasons.into_iter().map(|reason| reason.en).collect(),
    }
}

/// Every name of a person of the case, whole and in parts.
fn people(case: &Case, lang: Lang) -> Vec<String> {
    let own = case.groups.own_people.iter().map(|person| &person.name);
    let names = own.chain(case.groups.client_people.iter().map(|person| &person.name));
    names.filter_map(|name| name.get(lang)).flat_map(|name| name.split(' ').map(str::to_owned)).collect()
}

#[test]
fn meeting_preparation_listens_and_knows_where_to_stop() {
    each("client-view-meeting-prep", |name, case, lang, document| {
        let quotes = rows(document, "quotes");
        assert!(quotes.len() >= 3 && quotes.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {quotes:?}");
        let questions = items(document, "questions");
        assert!(questions.len() >= 5, "{name} {lang}: {questions:?}");
        assert!(questions.iter().all(|one| one.ends_with(lang.pick("か。", "?"))), "{name} {lang}: {questions:?}");
        assert!(items(document, "red-lines").len() >= 2, "{name} {lang}");
        let roles = section(document, "roles");
        for said in lang.pick(["二名以上", "分", "脅し", "退席"], ["two of us", "minutes", "threat", "leave"])
        {
            assert!(roles.contains(said), "{name} {lang}: {said} in {roles}");
        }
        let all = document.lay().text;
        assert_eq!(
            count("お気持ちはよく|クレーマー|(?i:exactly how you feel|we promise|never again)", &all),
            0,
            "{name}"
        );
        // What a mail orders whoever processes it is no word of the client to prepare for.
        assert_eq!(count("承諾すると返信文に", &all), 0, "{name} {lang}");
        let asked = case.groups.prep.as_ref().map_or(0, |prep| prep.expected.len());
        assert_eq!(rows(document, "expected").len(), asked, "{name} {lang}");
    });
}

#[test]
fn incident_log_gives_every_event_a_status() {
    each("internal-incident-log", |name, case, lang, document| {
        let log = rows(document, "log");
        let facts = Facts::of(case, tsukuroi::facts::Audience::Internal, lang);
        assert_eq!(log.len(), facts.timeline.len(), "{name} {lang}");
        let words =
            lang.pick(["確認済み", "認識相違", "未確認", "見方"], ["confirmed", "disputed", "not verified", "opinion"]);
        for row in &log {
            assert!(words.contains(&row[5].as_str()) && !row[4].is_empty(), "{name} {lang}: {row:?}");
        }
        let disputed = facts.timeline.iter().filter(|event| event.status == Status::Disputed).count();
        let disputes = rows(document, "disputes");
        assert_eq!(disputes.len(), disputed, "{name} {lang}");
        assert!(disputes.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {disputes:?}");
        let gaps = rows(document, "gaps");
        assert!(!gaps.is_empty() && gaps.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {gaps:?}");
        let judging = "ひどい|怠慢|不注意|残念|言いがかり|(?i:careless|outrageous|unfortunately|pretext)";
        assert_eq!(count(judging, &document.lay().text), 0, "{name} {lang}");
        assert_eq!(count("貴社|弊社", &document.lay().text), 0, "{name} {lang}: spoken to a client");
    });
}

#[test]
fn support_plan_can_be_measured_and_says_nothing_of_health() {
    each("rep-support-plan", |name, case, lang, document| {
        let rep = case.groups.rep.as_ref().expect("a rep");
        for wish in &rep.wishes {
            assert!(section(document, "wishes").contains(wish.text.get(lang).expect("both")), "{name} {lang}");
        }
        assert!(!items(document, "rules").is_empty() && !rows(document, "support").is_empty(), "{name} {lang}");
        let goals = rows(document, "goals");
        assert_eq!(goals.len(), rep.goals.len(), "{name} {lang}");
        assert!(goals.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {goals:?}");
        assert!(goals.iter().all(|row| count("[0-9]", &row[3]) >= 2), "{name} {lang}: a period in {goals:?}");
        for kind in [GoalKind::Process, GoalKind::Result] {
            assert!(rep.goals.iter().any(|goal| goal.kind == kind), "{name}");
        }
        assert!(
            section(document, "help").contains(rep.help_desk.as_ref().and_then(|desk| desk.get(lang)).expect("both"))
        );
        let all = document.lay().text;
        let private = "眠|体調|病|診断|降格|減給|異動|(?i:sleep|illness|diagnos|demot|salary)";
        assert_eq!(count(private, &all), 0, "{name} {lang}");
    });
    let far = example("cartons").source.replace("2026-12-14, ", "");
    assert!(refused("rep-support-plan", &far).iter().any(|reason| reason.contains("check_ins")));
}

#[test]
fn cause_analysis_leaves_the_person_by_the_second_why() {
    each("internal-cause-analysis", |name, case, lang, document| {
        let whys = rows(document, "whys");
        let levels = whys.iter().filter(|row| count("[1-9]", &row[0]) == 1).map(|row| row[0].clone());
        let levels: std::collections::BTreeSet<String> = levels.collect();
        assert!(levels.len() >= 3, "{name} {lang}: {levels:?}");
        assert!(whys.iter().any(|row| count("気づけ|unnoticed", &row[0]) == 1), "{name} {lang}");
        let unsure = case.groups.causes.iter().filter(|cause| cause.status != Status::Confirmed).count();
        let marked = whys.iter().filter(|row| count("仮説|hypothesis", &row[3]) == 1).count();
        assert_eq!(marked, unsure, "{name} {lang}");
        assert!(!section(document, "well").is_empty(), "{name} {lang}");
        for word in people(case, lang) {
            assert!(!prose(document).contains(&word), "{name} {lang}: {word} named in the analysis");
        }
        assert_eq!(count("不注意|うっかり|(?i:careless|human error)", &document.lay().text), 0, "{name} {lang}");
    });
}

#[test]
fn request_to_departments_has_one_owner_and_one_date_each() {
    each("internal-coordination-request", |name, case, lang, document| {
        let requests = rows(document, "requests");
        assert_eq!(requests.len(), case.groups.requests.len(), "{name} {lang}");
        for row in &requests {
            assert!(row.iter().all(|cell| !cell.is_empty()), "{name} {lang}: {row:?}");
            assert_eq!(count(lang.pick("月[0-9]+日", "(?i)day [0-9]+ [A-Z]"), &row[3]), 1, "{name} {lang}: {row:?}");
        }
        let background = section(document, "background");
        assert!(count(lang.pick("。", r"\.(?:\s|$)"), &background) <= 4, "{name} {lang}: {background}");
        assert!(count(lang.pick("社外秘", "inside the company"), &section(document, "secrecy")) == 1, "{name} {lang}");
        assert!(count(lang.pick("私が", "(?i)I |myself"), &section(document, "own")) >= 1, "{name} {lang}");
        let rep = case.groups.rep.as_ref().and_then(|rep| case.groups.own_person(&rep.person)).expect("the rep");
        let rep = rep.name.get(lang).expect("both");
        for word in rep.split(' ') {
            assert!(!document.lay().text.contains(word), "{name} {lang}: {word}");
        }
    });
}

#[test]
fn recurrence_prevention_is_verifiable_and_its_lesson_names_nobody() {
    each("internal-recurrence-prevention", |name, case, lang, document| {
        let measures = rows(document, "measures");
        assert_eq!(measures.len(), case.groups.actions.len(), "{name} {lang}");
        let types: std::collections::BTreeSet<&String> = measures.iter().map(|row| &row[0]).collect();
        assert!(types.len() >= 3, "{name} {lang}: {types:?}");
        assert!(measures.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {measures:?}");
        let ideas = case.groups.actions.iter().filter(|action| action.status == Progress::Proposed).count();
        assert_eq!(measures.iter().filter(|row| count("案|idea", &row[3]) == 1).count(), ideas, "{name} {lang}");
        assert!(count("[0-9]", &section(document, "effect")) >= 1, "{name} {lang}");
        let lesson = section(document, "lesson");
        let mut named = people(case, lang);
        named.extend(case.groups.client.also.iter().cloned());
        named.push(case.groups.sender.company.get(lang).expect("both").to_owned());
        for word in named {
            assert!(!lesson.contains(&word), "{name} {lang}: {word} in {lesson}");
        }
        assert_eq!(count("徹底します|注意します|(?i:more careful)", &document.lay().text), 0, "{name} {lang}");
    });
}

#[test]
fn decision_memo_scores_every_criterion_and_punishes_nobody() {
    each("internal-rep-change-decision", |name, case, lang, document| {
        let gate = rows(document, "gate");
        assert_eq!(gate.len(), 7, "{name} {lang}");
        assert!(gate.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {gate:?}");
        let holds = gate.iter().filter(|row| row[1] == lang.pick("満たす", "holds")).count();
        assert_eq!(holds == 7, name == "hotel", "{name} {lang}: {gate:?}");
        let said = section(document, "recommendation");
        let change = lang.pick("担当の変更を提案します", "we recommend the change");
        assert_eq!(said.contains(change), name == "hotel", "{name} {lang}: {said}");
        let option = case.groups.change_option.as_ref().expect("an option");
        assert!(rows(document, "tried").len() >= 2, "{name} {lang}");
        let view = option.rep_view.as_ref().and_then(|view| view.get(lang)).expect("both");
        assert!(section(document, "rep").contains(view), "{name} {lang}");
        let heard = option.rep_heard.expect("a day").0;
        let heard = lang.pick(format!("{}月{}日", heard.month(), heard.day()), heard.strftime("%-d %B").to_string());
        assert!(section(document, "rep").contains(&heard), "{name} {lang}");
        let review = option.review.expect("a day").0;
        let review =
            lang.pick(format!("{}月{}日", review.month(), review.day()), review.strftime("%-d %B").to_string());
        assert!(said.contains(&review), "{name} {lang}: {review}");
        let options = section(document, "options");
        assert!(
            options.find(lang.pick("替えず", "no change")) < options.find(lang.pick("交代", "a change to")),
            "{name}"
        );
        assert_eq!(count("更迭|懲戒|眠|体調|(?i:disciplinary|sleep)", &document.lay().text), 0, "{name} {lang}");
    });
}

#[test]
fn handover_brief_parts_promises_from_what_was_only_said() {
    each("internal-handover-brief", |name, case, lang, document| {
        let open = rows(document, "open-items");
        assert!(!open.is_empty() && open.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {open:?}");
        let promises = rows(document, "promises");
        assert_eq!(promises.len(), case.groups.actions.len() + case.groups.compensation.len(), "{name} {lang}");
        assert!(!section(document, "versions").is_empty() && !section(document, "people").is_empty(), "{name} {lang}");
        let guidance = section(document, "guidance");
        assert!(guidance.contains(lang.pick("避けること", "Do not")), "{name} {lang}: {guidance}");
        let option = case.groups.change_option.as_ref().expect("a change");
        for day in &option.joint_visits {
            let said = lang.pick(format!("{}月{}日", day.0.month(), day.0.day()), day.0.strftime("%-d %B").to_string());
            assert!(section(document, "visits").contains(&said), "{name} {lang}: {said}");
        }
        assert!(count("20[0-9]{2}", &section(document, "credit")) >= 1, "{name} {lang}");
        let all = document.lay().text;
        for secret in ["人事課", "次の担当先", "新しい担当先3社", "売上の11%", "(?i)11% of", "new accounts", "体調|眠"]
        {
            assert_eq!(count(secret, &all), 0, "{name} {lang}: {secret}");
        }
    });
    // What was said without authority is flagged as such.
    let change = "approved_by = \"morikawa\"\napproved_on = 2026-11-04\njoint_visits = [2026-12-01]\nhandover = [\"the data\"]\n";
    let notes = "\n[[handover_notes]]\nid = \"HN1\"\nkind = \"do\"\ntext = \"check twice\"\n\n[[handover_notes]]\nid = \"HN2\"\nkind = \"dont\"\ntext = \"talk of money\"\n";
    let source = example("onboarding")
        .source
        .replace("[change_option]\nid = \"X1\"\n", &format!("[change_option]\nid = \"X1\"\n{change}"));
    let case = Case::parse("case.toml", &(source + notes)).unwrap_or_else(|error| panic!("{error}"));
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let document = crate::letters::builtin(&library, "internal-handover-brief", &case, Lang::En);
    let promises = rows(&document, "promises");
    let waiver = promises.iter().find(|row| row[0].contains("aiver")).expect("the waiver");
    assert_eq!(&waiver[1..], ["said without authority", "Neither confirm nor deny"]);
}
