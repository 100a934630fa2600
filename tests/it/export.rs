//! What leaves the program: the layout of each format, and that nothing in it is more than text.

use std::sync::atomic::AtomicBool;

use tsukuroi::draft::{Draft, Order, Watch, draft};
use tsukuroi::export::{Grounds, Judged, Layout, json, markdown, text, ungrid, unmark};
use tsukuroi::facts::{Case, Facts, Withheld};
use tsukuroi::kind::{Laid, Library};
use tsukuroi::lang::Lang;
use tsukuroi::review::{Context, Scope, Severity, review};

use crate::support::{example, path};

fn drafted(library: &Library, kind: &str, case: &Case, lang: Lang) -> Draft {
    let kind = library.kind(kind).unwrap();
    let facts = Facts::of(case, kind.spec.audience, lang);
    let withheld = Withheld::of(case, &facts);
    let draftable = library.draftable(kind, &facts).unwrap_or_else(|refusal| panic!("{refusal:#?}"));
    let order = Order { draftable: &draftable, case, withheld: &withheld, seed: 0 };
    draft(&order, None, Watch { cancel: &AtomicBool::new(false), progress: &|_| {} }).unwrap()
}

fn library() -> Library {
    Library::embedded().unwrap()
}

fn shown(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn layouts() {
    let (library, case) = (library(), example("cartons"));
    for (kind, lang) in [
        ("client-apology-letter", Lang::Ja),
        ("client-apology-letter", Lang::En),
        ("client-incident-explanation", Lang::Ja),
        ("client-incident-explanation", Lang::En),
        ("client-first-response", Lang::Ja),
        ("rep-feedback-note", Lang::Ja),
    ] {
        let draft = drafted(&library, kind, &case, lang);
        let layout = Layout { profile: library.kind(kind).unwrap().spec.profile, grounds: None };
        insta::with_settings!({ snapshot_path => "exports", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{kind}.{lang}.txt"), shown(text(&draft.reviewed, &layout)));
            insta::assert_snapshot!(format!("{kind}.{lang}.md"), shown(markdown(&draft.reviewed, &layout)));
        });
    }
}

#[test]
fn what_is_exported_passes_the_review_it_has_passed() {
    let library = library();
    let mut wrong = Vec::new();
    for kind in library.kinds() {
        for (name, case) in crate::matrix::cases(&kind.id) {
            for lang in Lang::ALL {
                let facts = Facts::of(&case, kind.spec.audience, lang);
                let withheld = Withheld::of(&case, &facts);
                let context = Context::new(&facts, &withheld, kind);
                let draft = drafted(&library, &kind.id, &case, lang);
                let layout = Layout { profile: kind.spec.profile, grounds: None };
                let plain = ungrid(&shown(text(&draft.reviewed, &layout))).text;
                let marked = unmark(&shown(markdown(&draft.reviewed, &layout)), lang).text;
                for (format, text) in [("txt", plain), ("md", marked)] {
                    let findings = review(&context, &Laid::plain(&text), Scope::Document).unwrap();
                    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
                    wrong.extend(errors.map(|finding| {
                        format!("{} {name} {lang} {format}: {} {:?}", kind.id, finding.rule, &text[finding.span])
                    }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn markdown_read_back_is_the_running_text() {
    let (library, case) = (library(), example("cartons"));
    for lang in Lang::ALL {
        let draft = drafted(&library, "client-apology-letter", &case, lang);
        let layout = Layout { profile: library.kind("D02").unwrap().spec.profile, grounds: None };
        let back = unmark(&shown(markdown(&draft.reviewed, &layout)), lang).text;
        let text = &draft.reviewed.laid().text;
        assert_eq!(back.trim_end(), text.trim_end());
    }
}

#[test]
fn signs_in_the_facts_stay_signs() {
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let hostile = r"<script>alert(1)</script> **太字** | `x` [a](b) &lt;i&gt; _y_ ";
    let source = source.replace("2,000箱を臨時便でお届けしました。", &format!("{hostile}をお届けしました。"));
    assert!(source.contains(hostile));
    let case = Case::parse("hostile", &source).unwrap();
    let library = library();
    let draft = drafted(&library, "client-incident-explanation", &case, Lang::Ja);
    let profile = library.kind("D03").unwrap().spec.profile;
    let marked = shown(markdown(&draft.reviewed, &Layout { profile, grounds: None }));
    let row = marked.lines().find(|line| line.contains("script")).unwrap();
    assert!(row.contains(r"\<script>alert(1)\</script> \*\*太字\*\* \| \`x\` \[a\](b) \&lt;i\&gt; \_y\_"), "{row}");
    let plain = shown(text(&draft.reviewed, &Layout { profile, grounds: None }));
    assert!(ungrid(&plain).text.contains(hostile));
    assert!(unmark(&marked, Lang::Ja).text.contains(hostile));
}

#[test]
fn grounds_stand_apart_from_the_document() {
    let (library, case) = (library(), example("cartons"));
    let draft = drafted(&library, "client-apology-letter", &case, Lang::Ja);
    let facts = Facts::of(&case, library.kind("D02").unwrap().spec.audience, Lang::Ja);
    let grounds = Grounds::of(draft.reviewed.document(), &case, &facts);
    let layout = Layout { profile: library.kind("D02").unwrap().spec.profile, grounds: Some(&grounds) };
    let plain = shown(text(&draft.reviewed, &layout));
    let (letter, below) = plain.split_once(&format!("\n{}\n", "-".repeat(76))).unwrap();
    assert!(letter.contains("[I1,E2]") && letter.trim_end().ends_with("謹白"));
    let event = case.groups.timeline.iter().find(|event| event.id.as_str() == "E5").unwrap();
    let line = case.line(event.span.start);
    assert!(below.contains(&format!("E5  case.toml:{line}  2,000箱を臨時便でお届けしました。")), "{below}");
    for hidden in ["K1", "育児休業", "480,000"] {
        assert!(!below.contains(hidden), "{hidden}");
    }
    let marked = shown(markdown(&draft.reviewed, &layout));
    assert!(marked.contains("\n---\n") && marked.contains(r"\[I1,E2\]"));
}

#[test]
fn json_holds_sections_text_findings_and_manifest() {
    let (library, case) = (library(), example("cartons"));
    let draft = drafted(&library, "client-apology-letter", &case, Lang::Ja);
    let judged = Judged { findings: Vec::new(), blocked: draft.is_blocked() };
    let value: serde_json::Value = serde_json::from_slice(&json(&draft, judged, "お詫び状", &[], Lang::Ja)).unwrap();
    let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["kind", "lang", "title", "sections", "text", "findings", "blocked", "interrupted", "manifest", "notices"]
    );
    assert_eq!(value["title"], "お詫び状");
    let sections = value["sections"].as_array().unwrap();
    let apology = sections.iter().find(|section| section["name"] == "apology").unwrap();
    assert_eq!((&apology["writer"], &apology["tries"]), (&"builtin".into(), &0.into()));
    let text = apology["text"].as_str().unwrap();
    assert!(!text.contains('['));
    let cite = &apology["cites"][0];
    let place = |name: &str| usize::try_from(cite[name].as_u64().unwrap()).unwrap();
    assert!(text[place("start")..place("end")].starts_with("このたびは"));
    assert_eq!(cite["ids"], serde_json::json!(["I1", "E2"]));
    assert_eq!(sections[0]["writer"], "code");
    assert_eq!(value["manifest"]["case_sha256"].as_str().unwrap().len(), 64);
}
