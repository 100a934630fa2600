//! The text of a mail that was saved (`.eml`, RFC 5322): its subject and what it says, decoded.

use mail_parser::MessageParser;

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mail {
    /// A line with the subject, and the text; quoted lines keep their `>`.
    pub(super) text: String,
    /// How many attachments it has: they are not read.
    pub(super) attachments: usize,
}

/// The mail in a file; none where there is no text in it.
pub(super) fn read(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let parts = (0..message.text_body_count()).filter_map(|part| message.body_text(part));
    let body = parts.map(|part| part.replace("\r\n", "\n")).collect::<Vec<_>>().join("\n");
    if body.trim().is_empty() {
        return None;
    }
    let subject = message.subject().map(str::trim).filter(|subject| !subject.is_empty()).map(|subject| {
        // As this program's own drafts have it.
        if subject.is_ascii() { format!("Subject: {subject}\n\n") } else { format!("件名：{subject}\n\n") }
    });
    Some(Mail { text: subject.unwrap_or_default() + &body, attachments: message.attachment_count() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;

    #[test]
    fn japanese_mail_is_decoded() {
        // ISO-2022-JP, as older programs send it.
        let mail = b"From: a@example.com\r\nSubject: =?ISO-2022-JP?B?GyRCJCpPTSRTGyhC?=\r\nMIME-Version: 1.0\r\n\
            Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit\r\n\r\n\
            \x1b$B9u@nMM\x1b(B\r\n> \x1b$B0zMQ\x1b(B\r\n";
        assert_eq!(read(mail).unwrap().text, "件名：お詫び\n\n黒川様\n> 引用\n");
        let mail = "Subject: =?UTF-8?Q?Re:_=E4=BB=B6?=\r\nContent-Type: text/plain; charset=Shift_JIS\r\n\
                    Content-Transfer-Encoding: base64\r\n\r\njZWQ7Jds\r\n";
        assert_eq!(read(mail.as_bytes()).unwrap().text, "件名：Re: 件\n\n黒川様");
    }

    #[test]
    fn of_several_forms_the_plain_text_is_taken() {
        let mail = "Subject: Report\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
                    Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\
                    Content-Transfer-Encoding: quoted-printable\n\nPlain =E2=82=AC\n--a\nContent-Type: text/html\n\n\
                    <p>Rich</p>\n--a--\n--b\nContent-Type: application/pdf\n\
                    Content-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n";
        let mail = read(mail.as_bytes()).unwrap();
        assert_eq!((mail.text.as_str(), mail.attachments), ("Subject: Report\n\nPlain €", 1));
        let html = "Content-Type: text/html; charset=utf-8\n\n<p>Dear Ms Hale,</p><p>thank you.</p>\n";
        assert!(read(html.as_bytes()).unwrap().text.contains("Dear Ms Hale,"));
        assert_eq!(read(b"Subject: nothing\n\n"), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }
    }
}
