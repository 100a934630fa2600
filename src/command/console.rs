//! Where a command reads and writes: results on one stream, notices on the other.

use std::io::{ErrorKind, IsTerminal, Read, Write};

use super::{Exit, Failure};
use crate::lang::{Lang, Message};

/// The streams of a command, and the language it speaks.
pub struct Console<'a> {
    /// Language of messages.
    pub lang: Lang,
    /// How much is told: 0, 1, 2 …
    pub verbose: u8,
    /// Whether notices go to a person at a terminal.
    pub terminal: bool,
    /// Whether results are shown on a terminal.
    pub screen: bool,
    /// Whether a person at a terminal can be asked something.
    pub interactive: bool,
    input: &'a mut dyn Read,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Console<'a> {
    /// A console on three streams.
    pub fn new(input: &'a mut dyn Read, out: &'a mut dyn Write, err: &'a mut dyn Write, lang: Lang) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let interactive = terminal && std::io::stdin().is_terminal();
        let screen = std::io::stdout().is_terminal();
        Self { lang, verbose: 0, terminal, screen, interactive, input, out, err }
    }

    /// Writes a result.
    ///
    /// # Errors
    /// When the stream does not take it.
    pub fn result(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.out.write_all(bytes).and_then(|()| self.out.flush());
        written.map_err(|error| match error.kind() {
            ErrorKind::BrokenPipe => Failure::BrokenPipe,
            _ => Failure::new(
                Exit::Io,
                format!("標準出力に書けません（{error}）"),
                format!("cannot write to the standard output ({error})"),
            ),
        })
    }

    /// Reads everything from the standard input, up to a limit.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_input(&mut self, most: usize) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        self.input.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Asks a question that is answered with yes or no; no is meant where nothing else is said.
    pub fn agrees(&mut self, question: &Message) -> bool {
        let choice = self.lang.pick("（y: はい、Enter: いいえ）", "[y/N]");
        let asked = write!(self.err, "{} {choice} ", question.text(self.lang)).and_then(|()| self.err.flush());
        let mut answer = Vec::new();
        let mut byte = [0];
        // By the byte: what follows the line is another question's.
        while asked.is_ok() && answer.len() < 64 && self.input.read(&mut byte).is_ok_and(|read| read == 1) {
            match byte[0] {
                b'\n' => break,
                byte => answer.push(byte),
            }
        }
        let answer = String::from_utf8_lossy(&answer).trim().to_lowercase();
        matches!(answer.as_str(), "y" | "yes" | "ｙ" | "はい")
    }

    /// Tells the user something in passing. That nobody listens is no reason to stop.
    pub fn notice(&mut self, message: &Message) {
        let _ = writeln!(self.err, "{}", message.text(self.lang));
    }

    /// Tells the user why the command failed.
    pub fn failure(&mut self, failure: &Failure) {
        if let Failure::Told { message, .. } = failure {
            let head = self.lang.pick("エラー: ", "error: ");
            let _ = writeln!(self.err, "{head}{}", message.text(self.lang));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind, Write};

    use super::Console;
    use crate::command::{Exit, Failure};
    use crate::lang::Lang;

    struct Gone(ErrorKind);

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(Error::from(self.0))
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn told(kind: ErrorKind) -> (Exit, String) {
        let (mut input, mut out, mut err) = (std::io::empty(), Gone(kind), Vec::new());
        let mut console = Console::new(&mut input, &mut out, &mut err, Lang::En);
        let failure: Failure = console.result(b"text").unwrap_err();
        console.failure(&failure);
        (failure.exit(), String::from_utf8(err).unwrap())
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure() {
        assert_eq!(told(ErrorKind::BrokenPipe), (Exit::Done, String::new()));
        let (exit, err) = told(ErrorKind::StorageFull);
        assert_eq!(exit, Exit::Io);
        assert!(err.starts_with("error: cannot write to the standard output"), "{err}");
    }
}
