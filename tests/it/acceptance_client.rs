//! What the plan, the reports, the request, the reply and the notice must do, as the domain's expert put it.

use tsukuroi::facts::normalise::is_business_day;
use tsukuroi::facts::{Audience, Case, Facts, PositionKind, Progress};
use tsukuroi::kind::{Block, Body, Document, Library};
use tsukuroi::lang::Lang;

use crate::acceptance::{count, each, prose, section};
use crate::support::example;

fn table<'a>(document: &'a Document, name: &str) -> (&'a [String], &'a [Vec<String>]) {
    let part = document.parts.iter().find(|part| part.name == name).unwrap_or_else(|| panic!("no section {name}"));
    let Body::Fixed(blocks) = &part.body else { panic!("{name} is laid by code") };
    let table = blocks.iter().find_map(|block| match block {
        Block::Table { head, rows } => Some((head.as_slice(), rows.as_slice())),
        _ => None,
    });
    table.unwrap_or_else(|| panic!("{name} holds a table"))
}

fn refusal(kind: &str, source: &str, lang: Lang) -> Vec<String> {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let case = Case::parse("case.toml", source).unwrap_or_else(|error| panic!("{error}"));
    let kind = library.kind(kind).expect("a kind");
    let facts = Facts::of(&case, kind.spec.audience, lang);
    let refusal = library.draftable(kind, &facts).expect_err("a refusal");
    refusal.reasons.iter().map(|reason| reason.text(lang).to_owned()).collect()
}

const STAFFING: &str = "人員|人手|要員|欠員|育休|(?i:staff|headcount|parental)";

#[test]
fn action_plan_has_owner_date_and_check_for_every_action() {
    each("client-action-plan", |name, case, lang, document| {
        let (head, rows) = table(document, "plan");
        let decided = case.groups.actions.iter().filter(|action| action.status != Progress::Proposed);
        assert_eq!((head.len(), rows.len()), (5, decided.count()), "{name} {lang}");
        for row in rows {
            assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{name} {lang}: {row:?}");
            assert!(count(lang.pick("月|毎", "(?i)[0-9]|every"), &row[3]) >= 1, "{name} {lang}: a date in {row:?}");
        }
        assert!(
            rows.iter().any(|row| count(lang.pick("システム|検証|書面", "(?i)system|validation|written"), &row[1]) > 0)
        );
        let all = document.lay().text;
        assert_eq!(count("専用メール|dedicated mailbox", &all), 0, "{name} {lang}: an idea offered");
        assert_eq!(count("480,000|186,000|徹底|(?i:more careful|never again)", &all), 0, "{name} {lang}");
        let amount = match name {
            "cartons" => "38,500",
            "hotel" => "18,000",
            _ => "310",
        };
        assert!(section(document, "remedy").contains(amount), "{name} {lang}");
        assert!(count(lang.pick("[0-9]+月[0-9]+日（", "[0-9]+ [A-Z]"), &section(document, "reports")) >= 1);
        assert!(count(lang.pick("ご意見をお聞かせ", "tell us"), &section(document, "views")) == 1, "{name} {lang}");
    });
}

#[test]
fn progress_report_tells_what_is_late_first_and_leaves_nothing_out() {
    each("client-progress-report", |name, case, lang, document| {
        let (_, rows) = table(document, "status");
        let decided = case.groups.actions.iter().filter(|action| action.status != Progress::Proposed);
        assert_eq!(rows.len(), decided.count(), "{name} {lang}");
        let order = lang.pick(["遅延", "実施中", "予定", "完了"], ["Late", "Under way", "Planned", "Done"]);
        let places: Vec<usize> = rows
            .iter()
            .map(|row| order.iter().position(|word| *word == row[0]).unwrap_or_else(|| panic!("{name} {row:?}")))
            .collect();
        assert!(places.is_sorted(), "{name} {lang}: {places:?}");
        let late = name == "hotel";
        assert_eq!(places[0] == 0, late, "{name} {lang}");
        assert_eq!(document.parts.iter().any(|part| part.name == "delays"), late, "{name} {lang}");
        if late {
            let delays = section(document, "delays");
            for said in lang.pick(["1月29日", "2月26日", "不具合"], ["29 January", "26 February", "fault"]) {
                assert!(delays.contains(said), "{lang}: {said} in {delays}");
            }
        }
        assert!(count("[0-9]", &section(document, "reports")) >= 1);
    });
}

#[test]
fn a_late_action_without_reason_and_new_date_is_refused() {
    let source = example("hotel").source.replace("revised = 2027-02-26\n", "");
    for lang in Lang::ALL {
        let reasons = refusal("client-progress-report", &source, lang);
        assert!(reasons.len() == 1 && reasons[0].contains("revised"), "{reasons:?}");
    }
}

#[test]
fn meeting_request_offers_business_days_and_asks_to_listen() {
    each("client-meeting-request", |name, case, lang, document| {
        let meeting = case.groups.meeting.as_ref().expect("a meeting");
        assert!(meeting.candidates.len() >= 2 && meeting.candidates.iter().all(|slot| is_business_day(slot.date.0)));
        let shown = section(document, "candidates");
        for slot in &meeting.candidates {
            let day = slot.date.0;
            let said = match lang {
                Lang::Ja => {
                    let weekday = ["月", "火", "水", "木", "金", "土", "日"]
                        [usize::try_from(day.weekday().to_monday_zero_offset()).expect("a weekday")];
                    format!("{}月{}日（{weekday}）", day.month(), day.day())
                }
                Lang::En => day.strftime("%A %-d %B").to_string(),
            };
            assert!(shown.contains(&said), "{name} {lang}: {said} in {shown}");
        }
        assert!(count(lang.pick("お話を伺", "(?i)hear from you"), &prose(document)) >= 1, "{name} {lang}");
        assert!(count(lang.pick("オンライン|お電話", "(?i)online|video|call"), &prose(document)) >= 1, "{name} {lang}");
        for key in &meeting.attendees {
            let person = case.groups.own_person(key).expect("a person");
            for part in [&person.name, person.title.as_ref().expect("a title")] {
                assert!(shown.contains(part.get(lang).expect("both languages")), "{name} {lang}");
            }
        }
        for rep in ["高瀬", "Takase", "小野寺", "Onodera", "矢島", "Yajima"] {
            assert!(!document.lay().text.contains(rep), "{name} {lang}: the rep unasked");
        }
        if lang == Lang::Ja {
            let subject = section(document, "subject").replace("件名：", "");
            assert!(subject.starts_with("【ご面談のお願い】") && subject.chars().count() <= 30, "{subject}");
            assert!(shown.starts_with("下記の") && shown.contains("\n記\n") && shown.ends_with("以上"), "{shown}");
        }
    });
}

#[test]
fn a_visit_on_a_holiday_or_in_the_past_is_refused() {
    for (from, to) in [("date = 2026-11-30\ntime", "date = 2026-11-23\ntime"), ("2026-12-02\ntime", "2026-12-05\ntime")]
    {
        let source = example("cartons").source.replace(from, to);
        let reasons = refusal("client-meeting-request", &source, Lang::En);
        assert!(reasons.len() == 1 && reasons[0].contains("business days"), "{reasons:?}");
    }
}

#[test]
fn reply_to_the_demand_neither_obeys_nor_rebuffs() {
    each("client-reply-rep-change-demand", |name, case, lang, document| {
        let text = prose(document);
        let demand = case.groups.positions.iter().find(|position| position.kind == PositionKind::Demand);
        let demand = demand.and_then(|demand| demand.acknowledge.as_ref()).expect("a demand");
        assert!(section(document, "demand").contains(demand.get(lang).expect("both")), "{name} {lang}");
        let setup = case.groups.contact_setup.as_ref().expect("a set-up");
        let said = setup.what.as_ref().expect("what").get(lang).expect("both");
        assert!(section(document, "answer").contains(said), "{name} {lang}");
        let review = setup.review.expect("a review").0;
        let review =
            lang.pick(format!("{}月{}日", review.month(), review.day()), review.strftime("%-d %B").to_string());
        assert!(section(document, "review").contains(&review), "{name} {lang}: {review}");
        let request = lang.pick("交代につきましても", "talk with you again about your request");
        assert!(section(document, "review").contains(request), "{name} {lang}: closes no door");
        assert_eq!(count(STAFFING, &text), 0, "{name} {lang}: a staffing excuse");
        assert_eq!(count("できません|いたしかねます|(?i:cannot|unable|our policy)", &text), 0, "{name} {lang}");
        for rep in ["高瀬", "Takase", "小野寺", "Onodera", "優秀", "(?i)excellent"] {
            assert_eq!(count(rep, &text), 0, "{name} {lang}: {rep}");
        }
        let order = ["demand", "weighed", "answer", "measures", "review"];
        let places: Vec<_> = order.iter().map(|one| document.parts.iter().position(|part| part.name == *one)).collect();
        assert!(places.is_sorted() && places[0].is_some(), "{name} {lang}: {places:?}");
    });
}

#[test]
fn a_set_up_that_nobody_approved_is_refused() {
    let source = example("cartons").source.replace("approved_by = \"omori\"\napproved_on = 2026-11-19\n", "");
    for lang in Lang::ALL {
        let reasons = refusal("client-reply-rep-change-demand", &source, lang);
        assert!(reasons.len() == 1 && reasons[0].contains("approved_by"), "{reasons:?}");
    }
}

#[test]
fn notice_of_the_change_names_successor_dates_and_nothing_personal() {
    each("client-rep-change-notice", |name, case, lang, document| {
        let all = document.lay().text;
        let option = case.groups.change_option.as_ref().expect("a change");
        let successor = option.successor.as_ref().and_then(|key| case.groups.own_person(key)).expect("a successor");
        assert!(all.contains(successor.name.get(lang).expect("both")), "{name} {lang}");
        assert!(all.contains(successor.tel.as_deref().expect("a number")), "{name} {lang}");
        if lang == Lang::Ja {
            assert!(all.contains(successor.reading.as_deref().expect("a reading")), "{name}");
        }
        for day in option.joint_visits.iter().chain(&option.start) {
            let said = lang.pick(format!("{}月{}日", day.0.month(), day.0.day()), day.0.strftime("%-d %B").to_string());
            assert!(all.contains(&said), "{name} {lang}: {said}");
        }
        let (_, open) = table(document, "open-items");
        assert!(open.len() >= 4 && open.iter().flatten().all(|cell| !cell.is_empty()), "{name} {lang}: {open:?}");
        for private in ["矢島", "Yajima", "処分|更迭|異動|健康|体調|不手際", "(?i)disciplin|transfer|health|demot"]
        {
            assert_eq!(count(private, &all), 0, "{name} {lang}: {private}");
        }
    });
}

#[test]
fn a_change_that_is_not_approved_is_refused_and_stays_unsaid() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    for name in ["cartons", "onboarding"] {
        let case = example(name);
        let kind = library.kind("client-rep-change-notice").expect("a kind");
        for lang in Lang::ALL {
            let facts = Facts::of(&case, Audience::Client, lang);
            let refusal = library.draftable(kind, &facts).expect_err("a refusal");
            let reasons: Vec<&str> = refusal.reasons.iter().map(|reason| reason.text(lang)).collect();
            assert!(reasons.iter().any(|reason| reason.contains("approved_by")), "{name} {lang}: {reasons:?}");
            assert!(!reasons.iter().any(|reason| reason.contains("Iwase") || reason.contains("岩瀬")));
        }
    }
}
