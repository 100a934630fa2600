//! A text that stops in the middle.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::{Laid, LaidSection};
use crate::lang::{Lang, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "unfinished",
    code: "",
    about: (
        "途中で切れた文（文末のない終わり、閉じていない括弧、「…」や接続語での終わり、壊れた文字）。",
        "A text that stops in the middle: no end of sentence, an open bracket, an ellipsis, a connective, a broken character.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example {
            lang: Lang::Ja, text: "お詫び申し上げます。つきましては、11月30日に貴社へお伺いし"
        },
        Example { lang: Lang::Ja, text: "ご返答を差し上げず、申し訳ございません。また、" },
        Example { lang: Lang::Ja, text: "受注システムに「変更依頼の欄を設けます。" },
        Example { lang: Lang::Ja, text: "経緯は次のとおりで…" },
        Example { lang: Lang::En, text: "We are sorry. We will report to you by" },
        Example { lang: Lang::En, text: "We are sorry that our reply (by mail never came." },
        Example { lang: Lang::En, text: "We are sorry for the trouble and..." },
        Example { lang: Lang::En, text: "We are sorry for the del\u{fffd}y." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "お詫び申し上げます。" },
        Example {
            lang: Lang::Ja, text: "取り組みは次のとおりです。\n\n・納入予定一覧の送付（毎週金曜日）"
        },
        Example { lang: Lang::Ja, text: "お詫び申し上げます。\n\n謹白" },
        Example { lang: Lang::En, text: "We are sorry. Would one of these dates suit you?" },
        Example { lang: Lang::En, text: "We read the order form, the call log and the mails you referred to." },
        Example { lang: Lang::En, text: "These are the steps:\n\n- Written confirmation (Sales Section 2)" },
    ],
    check,
};

/// Words after which more must come.
static TRAILING: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:^|[。\\s])((?:また|そして|なお|さらに|しかし|ただし|つきましては|そのため|したがって|および|及び|ならびに|あわせて|加えて|その後|まず|次に)[、。]?)$",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)((?:and|or|but|the|because|our|your|an|in order to|as well as)[.,]?|(?:to|of|with|by|from|a|however|therefore|also),?)$",
        ),
    ]
});

/// A line that is no running text.
static LIST_LINE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"^\s*(?:[・\-*•‣▪■□●○◆※＊–—]|[0-9０-９]{1,2}[.．)）]|[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[#|>])|\t")
});

/// What may stand behind the last sentence of a text.
static BEHIND: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("。(?:[ \u{3000}]+[一-龠々ァ-ヶー ]{1,8}|[（(][^（）()。]*[)）])$"));

const PAIRS: [(char, char); 7] =
    [('「', '」'), ('『', '』'), ('（', '）'), ('(', ')'), ('【', '】'), ('“', '”'), ('［', '］')];

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let broken = laid.text.match_indices('\u{fffd}').map(|(at, broken)| {
        let message = Message::new("壊れた文字があります", "a character is broken");
        Finding::error(RULE.id, at..at + broken.len(), message).suggest(suggestion())
    });
    let mut found: Vec<Finding> = broken.collect();
    for section in laid.sections.iter().filter(|section| section.prose) {
        let text = laid.text.get(section.span.clone()).unwrap_or_default();
        let by_hand = section.name.is_empty();
        if by_hand {
            found.extend(cut_off(text).into_iter().map(|place| {
                let span = section.span.start + place.start..section.span.start + place.end;
                let message = Message::new("途中で切れている行です", "this line is cut off");
                Finding::error(RULE.id, span, message)
                    .with_severity(Severity::Warn)
                    .with_confidence(Confidence::Medium)
                    .suggest(suggestion())
            }));
        }
        if by_hand {
            found.extend(open_item(text, context.lang).map(|place| {
                let span = section.span.start + place.start..section.span.start + place.end;
                let message = Message::new("文が途中で終わっています", "the text stops in the middle of a sentence");
                Finding::error(RULE.id, span, message).with_severity(Severity::Warn).suggest(suggestion())
            }));
        }
        let Some(last) = last_paragraph(text, context.lang, section) else { continue };
        let at = section.span.start + last.start;
        let paragraph = text.get(last).unwrap_or_default();
        // A signature ends with a number to call.
        let signed = by_hand && paragraph.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '-').count() >= 8;
        let findings = [end(paragraph, context.lang).filter(|_| !signed), open_pair(paragraph)];
        found.extend(findings.into_iter().flatten().map(|finding| Finding {
            span: finding.span.start + at..finding.span.end + at,
            // A person may leave out the stop of the last line.
            severity: match by_hand {
                true if is_said(paragraph) => Severity::Hint,
                true => Severity::Warn,
                false => finding.severity,
            },
            confidence: if by_hand { Confidence::Medium } else { finding.confidence },
            ..finding
        }));
    }
    Ok(found)
}

fn suggestion() -> Message {
    Message::new("文を最後まで書くか、その文を削ってください", "finish the sentence, or leave it out")
}

/// The last paragraph that is running text: the last one of a section, in a text by hand the last before the frame.
fn last_paragraph(text: &str, lang: Lang, section: &LaidSection) -> Option<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for piece in text.split("\n\n") {
        let lead = piece.len() - piece.trim_start().len();
        let span = start + lead..start + lead + piece.trim().len();
        if !span.is_empty() {
            paragraphs.push(span);
        }
        start += piece.len() + 2;
    }
    let content = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_owned();
    if section.name.is_empty() {
        let heading = |at: usize, span: &Range<usize>| {
            let next = paragraphs.get(at + 1).map(content).unwrap_or_default();
            let opens = next.lines().next().is_some_and(|line| LIST_LINE.is_match(line));
            opens && !content(span).contains('\n')
        };
        // The first line is the title of the lists below it.
        let lists = || paragraphs.iter().skip(1).any(|span| content(span).lines().any(|line| LIST_LINE.is_match(line)));
        let title = |at: usize, span: &Range<usize>| {
            let content = content(span);
            at == 0 && !content.contains(['\n', '。', '、']) && !content.ends_with(['.', ',', '…']) && lists()
        };
        let mut prose = paragraphs.iter().enumerate().rev();
        let last = prose.find(|(at, span)| !heading(*at, span) && !title(*at, span) && is_prose(&content(span), lang));
        return last.map(|(_, span)| span.clone());
    }
    paragraphs.last().filter(|span| !is_frame(&content(span))).cloned()
}

/// Words that close a letter behind its last sentence.
const CLOSING: [&str; 9] = ["謹白", "敬白", "謹言", "敬具", "拝具", "草々", "早々", "不一", "以上"];

/// Whether a section ends in a list, or in a closing word such as 以上.
fn is_frame(paragraph: &str) -> bool {
    let last = paragraph.lines().next_back().unwrap_or_default();
    LIST_LINE.is_match(last) || CLOSING.contains(&last.trim())
}

/// Whether a paragraph of a text by hand is running text, not an address, a signature or a list.
fn is_prose(paragraph: &str, lang: Lang) -> bool {
    let last = paragraph.lines().rfind(|line| !CLOSING.contains(&line.trim())).unwrap_or_default();
    if LIST_LINE.is_match(last) {
        return false;
    }
    match lang {
        Lang::Ja => {
            let kana = last.chars().filter(|c| matches!(c, '\u{3041}'..='\u{309f}')).count();
            // 所持する資料：申告の控え、通話の履歴 is an entry of a form.
            let entry = last.split_once(['：', ':']).is_some_and(|(label, _)| label.chars().count() <= 12);
            last.contains('。') || (kana >= 6 && !entry)
        }
        Lang::En => {
            let small = last.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
            // "All the best for now," closes a letter.
            let closing =
                last.trim_end().ends_with(',') && !last.contains(['(', '.']) && last.split_whitespace().count() <= 9;
            // "Follow-up talk: Tuesday 1 December, meeting room 3" is an entry of a form.
            let entry = last.split_once(": ").is_some_and(|(label, value)| {
                label.split_whitespace().count() <= 3 && value.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            }) && !last.contains(['.', ';']);
            !closing && !entry && (small >= 3 || (small >= 2 && last.contains(". ")))
        }
    }
}

/// Words on which no item of a list ends either, if no other item follows.
static OPEN_ITEM: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "((?:また|そして|なお|さらに|しかし|ただし|および|及び|ならびに|もしくは|または|あわせて)?[、，])$",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)((?:and|or|but|because|although|while|if|the|a|an|our|your|their|its|my|which|in order to|as well as|however|therefore),?)$",
        ),
    ]
});

/// The end of the last line of a text by hand, if that is an item of a list that breaks off.
fn open_item(text: &str, lang: Lang) -> Option<Range<usize>> {
    let bare = text.trim_end();
    let start = bare.rfind('\n').map_or(0, |at| at + 1);
    let line = bare.get(start..)?;
    if !LIST_LINE.is_match(line) || line.contains(['\t', '|']) {
        return None;
    }
    let [ja, en] = &*OPEN_ITEM;
    let word = lang.pick(ja, en).captures(line)?.get(1)?;
    Some(start + word.start()..start + word.end())
}

/// Whether a last line says all it has to say and lacks no more than its stop.
fn is_said(paragraph: &str) -> bool {
    static SAID: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?:ます|ました|です|でした|ません|ください|下さい|ましょう|でしょう|する|した|いる|ある|ない|だった|こと|とおり|ため|まで|から|予定|済み|なし|のみ)[)）]?$",
        )
    });
    SAID.is_match(paragraph.trim_end())
}

/// Lines of a text by hand that are cut off before its end: an item with nothing behind its colon, a row that lacks
/// cells, a quotation that nobody closes.
fn cut_off(text: &str) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(start..start + line.trim_end().len());
        start += line.len() + 1;
    }
    let line = |index: usize| lines.get(index).and_then(|span| text.get(span.clone())).unwrap_or_default();
    let mark = |line: &str| line.chars().next().filter(|c| matches!(c, '・' | '-' | '*' | '•'));
    let mut found = Vec::new();
    for (index, span) in lines.iter().enumerate() {
        let this = line(index);
        let before = index.checked_sub(1).map(line).unwrap_or_default();
        let after = line(index + 1);
        // What hangs on an item stands deeper than the item.
        let alone = after.is_empty() || mark(after) == mark(this);
        let item = mark(this).is_some() && mark(before) == mark(this) && this.ends_with([':', '：']) && alone;
        let cells = |line: &str| line.matches(['\t', '|']).count();
        let row = cells(before) >= 2 && !this.is_empty() && after.is_empty() && cells(this) < 2;
        let short = this.chars().count() <= 40 && !this.ends_with(['。', '.', '」']);
        let opened = |open: char, close: char| this.matches(open).count() > this.matches(close).count();
        let quote = !this.contains('\t') && after.is_empty() && (opened('「', '」') || opened('“', '”'));
        if item || (row && short) || quote {
            found.push(span.clone());
        }
    }
    // The end of the text is looked at by itself.
    let last = lines.iter().rposition(|span| !span.is_empty());
    let prose =
        |span: &Range<usize>| text.get(span.clone()).is_some_and(|line| mark(line).is_none() && !line.contains('|'));
    found.retain(|span| {
        !last
            .and_then(|last| lines.get(last))
            .is_some_and(|last| last == span && prose(span) && !is_row_end(text, span))
    });
    found
}

/// Whether the line before is a row of a table.
fn is_row_end(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).unwrap_or_default().trim_end_matches('\n');
    before.rsplit('\n').next().is_some_and(|line| line.matches(['\t', '|']).count() >= 2)
}

/// The end of a paragraph that is none.
fn end(paragraph: &str, lang: Lang) -> Option<Finding> {
    let closing = ['」', '』', '）', ')', '】', '”', '"', '’', '\''];
    // 謹白 may stand behind the last sentence.
    let ended = |rest: &str| rest.ends_with(['。', '．', ' ', '\u{3000}', '\n']);
    let framed = CLOSING.iter().find_map(|word| paragraph.strip_suffix(word).filter(|rest| ended(rest)));
    let paragraph = framed.map_or(paragraph, str::trim_end);
    // So may the name of whoever signs, and where something is from: とどめてください。　羽鳥, ございませんでした。（納品書）
    let stop = BEHIND.find(paragraph).map(|behind| behind.start() + '。'.len_utf8());
    let paragraph = stop.and_then(|stop| paragraph.get(..stop)).unwrap_or(paragraph);
    let bare = paragraph.trim_end_matches(closing);
    // 「…」（12月15日、ご訪問の際）: somebody's words and where they come from.
    let sourced = paragraph.ends_with(['）', ')']) && paragraph.contains(['」', '』', '”']);
    let quoted = sourced || paragraph.ends_with(['」', '』', '”', '"']);
    let finding = |span: Range<usize>| {
        let message = Message::new("文が途中で終わっています", "the text stops in the middle of a sentence");
        Some(Finding::error(RULE.id, span, message).suggest(suggestion()))
    };
    let tail = |chars: usize| {
        let at = bare.char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(at, _)| at);
        at..bare.len()
    };
    if let Some(mark) = ["…", "‥", "...", "。。"].into_iter().find(|mark| bare.ends_with(mark)) {
        return finding(bare.trim_end_matches(['…', '‥', '.', '。']).len().min(bare.len() - mark.len())..bare.len());
    }
    let [ja, en] = &*TRAILING;
    if let Some(word) = lang.pick(ja, en).captures(bare).and_then(|found| found.get(1)) {
        return finding(word.range());
    }
    // A colon leads in a list or a table that code lays next.
    let ended = bare.ends_with(['。', '．', '.', '!', '?', '！', '？', ':', '：']);
    // A leftover of the model is for the rule about such traces.
    let residue = bare.ends_with([']', '］', '>', '}']) || bare.ends_with("TBD") || paragraph.ends_with('］');
    if ended || quoted || residue { None } else { finding(tail(8)) }
}

/// A bracket or quotation mark that is never closed.
fn open_pair(paragraph: &str) -> Option<Finding> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (at, c) in paragraph.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            open.push((at, c, *close));
        } else if let Some(place) = open.iter().rposition(|(_, _, close)| closes(*close, c)) {
            open.truncate(place);
        }
    }
    let (at, mark, _) = *open.first()?;
    let message = Message::new(format!("「{mark}」が閉じていません"), format!("`{mark}` is never closed"));
    Some(Finding::error(RULE.id, at..at + mark.len_utf8(), message).suggest(suggestion()))
}

/// Brackets of both widths close each other.
fn closes(wanted: char, c: char) -> bool {
    wanted == c || matches!((wanted, c), ('）', ')') | (')', '）'))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::kind::Laid;
    use crate::lang::Lang;
    use crate::review::tests::fixture::Bench;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("「納期は12日のはずですが」", &[]),
                ("お詫び申し上げます（11月24日現在）。", &[]),
                ("ご都合はいかがでしょうか。", &[]),
                ("ご都合はいかがでしょうか？", &[]),
                ("次の取り組みを進めております：", &[]),
                ("ご報告いたします。\n\n以上", &[]),
                ("まずは書面にてお詫び申し上げます。　謹白", &[]),
                ("まずは書面にてお詫び申し上げま　謹白", &["お詫び申し上げま"]),
                ("ご報告いたします。\n1. 経緯のご報告", &[]),
                ("お詫び申し上げます。\n・納入予定一覧の送付", &[]),
                ("1) 書面で確認します。2) 記録します。", &[]),
                ("課内にとどめてください。　羽鳥", &[]),
                ("貼り違いはございませんでした。（照合表、納品書）", &[]),
                ("資料は次のとおりです。（照合表、納品", &["。（照合表、納品", "（"]),
                ("（1）経緯、(2）原因を、ご報告します。", &[]),
                ("お詫び申し上げます。その後、", &["その後、"]),
                ("重ねてお詫び申し上げま", &["お詫び申し上げま"]),
                ("ご報告いたします（11月27日。", &["（"]),
            ],
        );
    }

    #[test]
    fn english_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::En,
            &[
                ("We are sorry.", &[]),
                ("We are taking these steps:", &[]),
                ("You told us: \"the date was agreed.\"", &[]),
                ("Would 14:00 suit you (at your head office)?", &[]),
                ("We called at 9:10 a.m.", &[]),
                ("We met Kanaelta K.K.", &[]),
                ("1) We confirm. 2) We record.", &[]),
                ("Here is whom to write to.", &[]),
                ("We do it at 5'.", &[]),
                ("- Written confirmation\n- A delivery list", &[]),
                ("We are sorry for the trouble and", &["and"]),
                ("We will report on 27 Novem", &["27 Novem"]),
                ("We read “the order and the mail.", &["“"]),
                ("We are sorry…", &["…"]),
            ],
        );
    }

    #[test]
    fn a_text_by_hand_is_judged_by_its_last_prose() {
        let judge = |lang: Lang, text: &str| {
            let bench = Bench::of("cartons", Audience::Client, lang, "client-apology-letter");
            let laid = Laid::plain(text);
            (RULE.check)(&bench.context(), &laid).unwrap().len()
        };
        assert_eq!(judge(Lang::Ja, "お詫び申し上げます。\n\n営業第二課　課長　相沢 由紀子\n電話 022-555-0142"), 0);
        assert_eq!(judge(Lang::Ja, "お詫び申し上げます。\n\nつきましては、貴社へお伺いし\n\n謹白"), 1);
        assert_eq!(judge(Lang::En, "We are sorry for all of this.\n\nKind regards,\n\nKen Kubota\nKanaelta K.K."), 0);
        assert_eq!(judge(Lang::En, "We are sorry.\n\n- the list\n- the order, which was complete and"), 1);
        assert_eq!(judge(Lang::En, "We are sorry.\n\n- the list, and\n- the order"), 0);
        assert_eq!(judge(Lang::Ja, "次のとおりです。\n\n・一覧の送付\n・書面での確認、"), 1);
        assert_eq!(judge(Lang::Ja, "次のとおりです。\n\n・一覧の送付、\n・書面での確認"), 0);
        assert_eq!(judge(Lang::Ja, "お届けに関するお詫び\n\nお詫び申し上げます。\n謹白"), 0);
        assert_eq!(judge(Lang::Ja, "お届けに関するお詫び\n\nつきましては、貴社へお伺いし\n謹白"), 1);
        assert_eq!(judge(Lang::Ja, "次のとおりです。\n所持する資料：申込書の控え、通話の履歴、請求書の控え"), 0);
        assert_eq!(judge(Lang::En, "State of the measures on the day\n\n- Written confirmation."), 0);
        assert_eq!(judge(Lang::En, "We will report to you by\n\nKind regards,\n\nKen Kubota"), 1);
    }
}
