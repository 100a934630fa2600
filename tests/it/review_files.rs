//! The review of files that are no plain text.

use std::io::{Cursor, Write};

use crate::desk::{Desk, EN, JA};
use crate::support::path;

/// A Word document with these paragraphs.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let lines = paragraphs.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect::<String>();
    write!(archive, "<w:document><w:body>{lines}</w:body></w:document>").unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_word_document_is_reviewed() {
    let desk = Desk::new(JA);
    let case = path("examples/cartons/case.toml").display().to_string();
    let file = desk.folder.path().join("お詫び.DOCX");
    std::fs::write(&file, docx(&["謹啓", "", "資料をご覧になられましたでしょうか。"])).unwrap();
    let run = desk.run(&["review", &file.display().to_string(), "--case", &case, "--kind", "D02"]);
    assert!(run.out.contains("お詫び.DOCX:3:4: 注意[keigo]「ご覧になられ"), "{}", run.out);
}

#[test]
fn a_mail_is_reviewed_and_what_is_attached_is_told() {
    let desk = Desk::new(EN);
    let mail = "Subject: Your question\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
                Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
                V2Ugd2lsbCBhbnN3ZXIgYnkgW0RBVEVdLgo=\n--b\nContent-Type: application/pdf\n\
                Content-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n";
    let file = desk.file("answer.eml", mail).display().to_string();
    let run = desk.run(&["review", &file, "--audience", "client"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("answer.eml:3:19: error[placeholder] `[DATE]`"), "{}", run.out);
    assert!(run.err.contains("attachments were not checked: 1"), "{}", run.err);
}

#[test]
fn what_is_no_document_is_said() {
    let desk = Desk::new(EN);
    for (name, text, told) in [
        ("old.docx", "{\\rtf1 text}", "cannot be opened as a Word document"),
        ("empty.eml", "Subject: nothing\n\n", "holds no mail with a text"),
    ] {
        let file = desk.file(name, text).display().to_string();
        let run = desk.run(&["review", &file]);
        assert!(run.code == 3 && run.err.contains(told), "{name}: {} {}", run.code, run.err);
    }
    // What unpacks to far more than any letter is not unpacked.
    let bomb = docx(&[&"a".repeat(20 << 20)]);
    assert!(bomb.len() < 1 << 20);
    let file = desk.folder.path().join("bomb.docx");
    std::fs::write(&file, bomb).unwrap();
    let run = desk.run(&["review", &file.display().to_string()]);
    assert!(run.code == 3 && run.err.contains("too large a text"), "{}", run.err);
}
