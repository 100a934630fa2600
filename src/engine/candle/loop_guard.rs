//! Notices when a model repeats itself.

/// The longest repeated run of tokens that is looked for.
const PERIOD: usize = 96;
/// How often a run must follow itself.
const TIMES: usize = 4;
/// Tokens the repetition must have together: a row of dashes is no loop.
const TOKENS: usize = 24;
/// How often a line may occur.
const LINES: usize = 3;
/// The shortest line that counts, in characters.
const LINE: usize = 8;

/// Whether the last tokens are one run over and over.
pub(crate) fn repeats(tokens: &[u32]) -> bool {
    (1..=PERIOD.min(tokens.len() / TIMES)).any(|period| {
        let length = (period * TIMES).max(TOKENS);
        tokens.len() >= length
            && tokens[tokens.len() - length..]
                .iter()
                .zip(&tokens[tokens.len() - length + period..])
                .all(|(a, b)| a == b)
    })
}

/// Whether the line that the text just ended occurs too often in it.
pub(crate) fn repeats_line(text: &str) -> bool {
    let Some(last) = text.strip_suffix('\n').and_then(|text| text.lines().next_back()) else {
        return false;
    };
    let last = last.trim();
    last.chars().count() >= LINE && text.lines().filter(|line| line.trim() == last).count() > LINES
}

#[cfg(test)]
mod tests {
    use super::{repeats, repeats_line};

    #[test]
    fn runs_are_noticed() {
        assert!(repeats(&[5; 24]));
        assert!(!repeats(&[5; 23]));
        let run: Vec<u32> = (0..30).cycle().take(120).collect();
        assert!(repeats(&run));
        assert!(!repeats(&run[..119]));
        assert!(!repeats(&(0..500).collect::<Vec<_>>()));
    }

    #[test]
    fn lines_are_noticed() {
        let line = "誠に申し訳ございませんでした。\n";
        assert!(!repeats_line(&line.repeat(3)));
        assert!(repeats_line(&line.repeat(4)));
        assert!(!repeats_line(&"一、\n".repeat(9)));
        assert!(!repeats_line(&line.repeat(4)[..line.len() * 4 - 1]));
    }
}
