//! The running text of a Word document (`.docx`: Office Open XML, ISO/IEC 29500): a ZIP archive whose
//! `word/document.xml` has the text in `w:t`, paragraphs in `w:p`, tables in `w:tr` and `w:tc`.
//!
//! What a reader sees as text is taken, hidden text too, since it goes out with the file; deleted text of tracked
//! changes (`w:delText`), headers, footers, notes and comments are not.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use zip::ZipArchive;

/// Most bytes of the part with the text, unpacked.
const LONGEST: u64 = 16 << 20;
/// Most elements inside each other.
const DEEPEST: usize = 256;

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No ZIP archive, or a broken one.
    NoArchive,
    /// An archive without the part that has the text.
    NoDocument,
    /// A part that is no sound XML.
    NoXml,
    /// A part that unpacks to too much, or goes too deep.
    TooLarge,
}

/// The text: a line a paragraph, a line a table row with tabs between cells.
pub(super) fn text(bytes: &[u8]) -> Result<String, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NoArchive)?;
    let part = archive.by_name("word/document.xml").map_err(|_| Fault::NoDocument)?;
    let mut xml = Vec::new();
    // What the archive says of the size is not believed.
    part.take(LONGEST + 1).read_to_end(&mut xml).map_err(|_| Fault::NoArchive)?;
    if u64::try_from(xml.len()).unwrap_or(u64::MAX) > LONGEST {
        return Err(Fault::TooLarge);
    }
    let xml = String::from_utf8(xml).map_err(|_| Fault::NoXml)?;
    running(xml.trim_start_matches('\u{FEFF}'))
}

fn running(xml: &str) -> Result<String, Fault> {
    let mut reader = Reader::from_str(xml);
    let mut page = Page::default();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Fault::NoXml)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Fault::TooLarge);
                }
                page.open(start.local_name().as_ref());
            }
            Event::Empty(empty) => {
                page.open(empty.local_name().as_ref());
                page.close(empty.local_name().as_ref());
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                page.close(end.local_name().as_ref());
            }
            Event::Text(text) => page.say(&text),
            Event::CData(text) => page.say(&text),
            Event::GeneralRef(reference) => page.say(&character(&reference).ok_or(Fault::NoXml)?.to_string()),
            // Word writes no document type; entities of its own would unpack to anything.
            Event::DocType(_) => return Err(Fault::NoXml),
            Event::Eof if depth > 0 => return Err(Fault::NoXml),
            Event::Eof => return Ok(page.text),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

/// The character a reference stands for: one of the five of XML, or a number.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

/// The text so far, and where in the document it is.
#[derive(Default)]
struct Page {
    text: String,
    /// Inside how many `w:t`.
    said: usize,
    /// Inside how many cells.
    cells: usize,
    /// Inside how many stand-ins for what older programs cannot show: the same words once more.
    again: usize,
}

impl Page {
    fn open(&mut self, name: &str) {
        match name {
            "t" => self.said += 1,
            "tc" => self.cells += 1,
            "Fallback" => self.again += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.said = self.said.saturating_sub(1),
            "Fallback" => self.again = self.again.saturating_sub(1),
            "tab" => self.put('\t'),
            "br" | "cr" if self.cells == 0 => self.put('\n'),
            // A cell is one piece whatever lines it has.
            "br" | "cr" => self.put(' '),
            "noBreakHyphen" => self.put('-'),
            "p" if self.cells == 0 => self.put('\n'),
            "p" => self.put(' '),
            "tc" => {
                self.cells = self.cells.saturating_sub(1);
                self.trim();
                self.put('\t');
            }
            "tr" => {
                self.trim();
                self.put(if self.cells == 0 { '\n' } else { ' ' });
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.said > 0 && self.again == 0 {
            self.text.push_str(text);
        }
    }

    fn put(&mut self, c: char) {
        if self.again == 0 {
            self.text.push(c);
        }
    }

    fn trim(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DEEPEST, Fault, running, text};

    fn body(inside: &str) -> Result<String, Fault> {
        running(&format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{inside}</w:body></w:document>"))
    }

    #[test]
    fn paragraphs_and_breaks_are_lines() {
        let xml = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">A社 &amp; </w:t></w:r>\
                   <w:r><w:t>B&#x793E;</w:t><w:br/><w:t>次の行</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>終</w:t></w:r></w:p>";
        assert_eq!(body(xml).unwrap(), "A社 & B社\n次の行\n\n終\n");
    }

    #[test]
    fn table_rows_are_lines_and_cells_have_tabs_between() {
        let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
        let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
        let xml = format!("<w:tbl>{}{}</w:tbl>", row("日付", "内容"), row("10月12日", "電話"));
        assert_eq!(body(&xml).unwrap(), "日付\t内容\n10月12日\t電話\n");
    }

    #[test]
    fn what_is_deleted_or_said_twice_is_left_out() {
        let xml = "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>\
                   <mc:AlternateContent><mc:Choice><w:t>図</w:t></mc:Choice><mc:Fallback><w:t>図</w:t></mc:Fallback>\
                   </mc:AlternateContent></w:p>";
        assert_eq!(body(xml).unwrap(), "新図\n");
    }

    #[test]
    fn hostile_documents_are_refused() {
        assert_eq!(body("<!DOCTYPE x [<!ENTITY a \"b\">]><w:p/>"), Err(Fault::NoXml));
        assert_eq!(body("<w:p><w:t>&a;</w:t></w:p>"), Err(Fault::NoXml));
        assert_eq!(body("<w:p>"), Err(Fault::NoXml));
        assert_eq!(running("<w:p>"), Err(Fault::NoXml));
        assert_eq!(body(&"<w:p>".repeat(DEEPEST)), Err(Fault::TooLarge));
        assert_eq!(text(b"PK\x03\x04"), Err(Fault::NoArchive));
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), xml in "[<>/a-z:&;!\\[\\]\" ]{0,60}") {
            let _ = text(&bytes);
            let _ = running(&xml);
        }
    }
}
