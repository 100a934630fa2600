//! What every document kind has to hold to.

use tsukuroi::facts::Facts;
use tsukuroi::kind::{Fixed, Library, Profile, Tone, Writer};
use tsukuroi::lang::Lang;
use tsukuroi::review::bears;

use crate::support::path;

fn library() -> Library {
    Library::embedded().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_kind_has_its_four_templates() {
    for kind in library().kinds() {
        for name in ["kind.toml", "ja.j2", "en.j2", "ja.wording.j2", "en.wording.j2"] {
            let file = path(&format!("prompts/{}/{name}", kind.id));
            assert!(file.is_file(), "{}", file.display());
        }
    }
}

#[test]
fn every_kind_says_what_it_is_in_both_languages() {
    for kind in library().kinds() {
        let spec = &kind.spec;
        assert!(spec.code.starts_with('D') && spec.code.len() == 3, "{}: {}", kind.id, spec.code);
        for lang in Lang::ALL {
            for text in [&spec.title, &spec.purpose, &spec.subject] {
                assert!(!text.get(lang).trim().is_empty(), "{}: {lang}", kind.id);
            }
            let band = spec.length.get(lang);
            assert!(0 < band.min && band.min < band.max, "{}: {lang} {band:?}", kind.id);
        }
    }
}

#[test]
fn every_section_is_described_in_both_languages() {
    for kind in library().kinds() {
        let sections = &kind.spec.section;
        for (index, section) in sections.iter().enumerate() {
            let name = format!("{}/{}", kind.id, section.name);
            assert!(sections.iter().skip(index + 1).all(|other| other.name != section.name), "{name} twice");
            if section.is_prose() {
                let job = section.job.as_ref().unwrap_or_else(|| panic!("{name} has no job"));
                let most = section.max_chars.as_ref().unwrap_or_else(|| panic!("{name} has no max_chars"));
                for lang in Lang::ALL {
                    assert!(!job.get(lang).trim().is_empty(), "{name}: job {lang}");
                    assert!(*most.get(lang) >= 60, "{name}: max_chars {lang}");
                }
            }
            for lang in Lang::ALL {
                if let Some(heading) = &section.heading {
                    assert!(!heading.get(lang).trim().is_empty(), "{name}: heading {lang}");
                }
                for mark in section.marks.iter().flat_map(|marks| marks.get(lang)) {
                    assert!(regex::Regex::new(mark).is_ok(), "{name}: {mark}");
                }
            }
        }
    }
}

#[test]
fn the_built_in_wording_of_a_section_bears_its_marks() {
    let library = library();
    let mut wrong = Vec::new();
    for kind in library.kinds() {
        for (name, case) in crate::matrix::cases(&kind.id) {
            for lang in Lang::ALL {
                let facts = Facts::of(&case, kind.spec.audience, lang);
                let wording = library.draftable(kind, &facts).unwrap().sources().unwrap().wording;
                for section in &kind.spec.section {
                    let (Some(marks), Some(text)) = (&section.marks, wording.get(&section.name)) else { continue };
                    let heading = section.heading.as_ref().map_or("", |heading| heading.get(lang));
                    let text = format!("{heading}\n{text}");
                    if bears(marks.get(lang), &text, lang) != Ok(true) {
                        wrong.push(format!("{}/{} {name} {lang}: {text}", kind.id, section.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_subject_of_a_japanese_mail_fits_thirty_characters() {
    let library = library();
    for kind in library.kinds().filter(|kind| kind.spec.profile == Profile::Email) {
        for (name, case) in crate::matrix::cases(&kind.id) {
            let facts = Facts::of(&case, kind.spec.audience, Lang::Ja);
            let title = facts.incident.as_ref().unwrap().title.shown();
            let subject = kind.spec.subject.get(Lang::Ja).replace("{title}", title);
            let length = subject.chars().count();
            assert!(length <= 30, "{} on {name}: {subject} has {length} characters", kind.id);
        }
        assert!(kind.spec.section.iter().any(|section| section.fixed == Some(Fixed::Subject)), "{}", kind.id);
    }
}

/// A tone must not cost a draft: every document to the client passes the review in each of them.
#[test]
fn documents_to_the_client_pass_in_every_tone() {
    let library = library();
    let mut wrong = Vec::new();
    for kind in library.kinds().filter(|kind| kind.spec.audience == tsukuroi::facts::Audience::Client) {
        for (name, case) in crate::matrix::cases(&kind.id) {
            for lang in Lang::ALL {
                let facts = Facts::of(&case, kind.spec.audience, lang);
                let withheld = tsukuroi::facts::Withheld::of(&case, &facts);
                let context = tsukuroi::review::Context::new(&facts, &withheld, kind);
                for tone in [Tone::Formal, Tone::Standard, Tone::Warm] {
                    let draftable = library.draftable(kind, &facts).unwrap().in_tone(tone);
                    let wording = draftable.sources().unwrap().wording.into_iter();
                    let texts = wording.map(|(name, text)| (name, (text, Writer::Builtin))).collect();
                    let laid = draftable.assemble(&texts).lay();
                    let found = tsukuroi::review::review(&context, &laid, tsukuroi::review::Scope::Document).unwrap();
                    wrong.extend(
                        found.iter().map(|one| format!("{} {name} {lang} {tone:?}: {}", kind.id, one.message.en)),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// All prompts of a document begin alike, byte for byte: what they share is computed once.
#[test]
fn the_prompts_of_a_document_share_their_beginning() {
    let library = library();
    for kind in library.kinds() {
        for (name, case) in crate::matrix::cases(&kind.id) {
            for lang in Lang::ALL {
                let facts = Facts::of(&case, kind.spec.audience, lang);
                let prompts = library.draftable(kind, &facts).unwrap().sources().unwrap().prompts;
                let [first, rest @ ..] = &prompts[..] else { panic!("{}: no prompt", kind.id) };
                assert!(!rest.is_empty(), "{} {name} {lang}", kind.id);
                for other in rest {
                    assert_eq!(first.system, other.system, "{} {name} {lang}", kind.id);
                    assert_eq!(first.shared, other.shared, "{} {name} {lang}", kind.id);
                    assert_ne!(first.task, other.task, "{} {name} {lang}", kind.id);
                    // One short task; what is long is shared.
                    assert!(other.task.chars().count() * 2 < other.shared.chars().count() * 3, "{}", kind.id);
                }
            }
        }
    }
}
