//! What prepares a talk with the client: their words, the history, questions, red lines, expected questions.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Friction, Position, PositionKind, Status};
use crate::kind::document::Block;
use crate::lang::Lang;

/// Questions that open a talk whatever the case is about.
const OPEN_QUESTIONS: [(&str, &str); 4] = [
    ("今回のことで、いちばんお困りになったのはどのような点でしょうか。", "What has troubled you most in all this?"),
    (
        "弊社の対応の中で、こうしてほしかったとお感じの場面はございますか。",
        "At which point would you have wished us to act differently?",
    ),
    (
        "今後、どのような形でご連絡を差し上げるのがよろしいでしょうか。",
        "How would you like to hear from us from now on?",
    ),
    ("ほかに、私どもがまだ伺えていないことはございますか。", "Is there anything we have not asked and should know?"),
];

/// What the client's people have said, with day and means: their words, or what they came to.
pub(super) fn quotes(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let mut positions: Vec<&Position> = sheet.facts.positions.iter().collect();
    positions.sort_by_key(|position| position.date);
    let rows: Vec<Vec<String>> =
        positions.into_iter().filter_map(|position| Some(said(sheet, position, words(position, lang)?))).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang
        .pick(["日付・手段", "どなた", "お言葉・ご趣旨", "内容"], ["When, how", "Who", "In these words", "What it is"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn words(position: &Position, lang: Lang) -> Option<String> {
    let quote = position.quote.as_ref().map(|quote| quote.shown()).filter(|quote| !quote.is_empty());
    let quote = quote.map(|quote| lang.pick(format!("「{quote}」"), format!("\"{quote}\"")));
    let sense = position.acknowledge.as_ref().map(|sense| {
        lang.pick(format!("{}（ご趣旨）", sense.shown()), format!("{} (in substance)", capitalised(sense.shown())))
    });
    quote.or(sense)
}

fn said(sheet: Sheet<'_>, position: &Position, words: String) -> Vec<String> {
    let lang = sheet.speech.lang();
    let (ja, en) = match position.kind {
        PositionKind::Claim => ("ご主張", "claim"),
        PositionKind::Feeling => ("お気持ち", "feeling"),
        PositionKind::Burden => ("ご負担", "burden"),
        PositionKind::Expectation => ("ご期待", "expectation"),
        PositionKind::Demand => ("ご要望", "demand"),
    };
    let day = sheet.speech.day(position.date);
    let channel = position.channel.shown();
    vec![
        lang.pick(format!("{day} {channel}"), format!("{day}, {channel}")),
        sheet.speech.client_person(&position.from).unwrap_or_default(),
        words,
        lang.pick(ja, en).to_owned(),
    ]
}

/// Earlier frictions; an impression is told as one.
pub(super) fn frictions(sheet: Sheet<'_>) -> Vec<Block> {
    let mut frictions: Vec<&Friction> = sheet.facts.frictions.iter().collect();
    frictions.sort_by_key(|friction| friction.date);
    if frictions.is_empty() {
        return Vec::new();
    }
    let items = frictions.into_iter().map(|friction| {
        let lang = sheet.speech.lang();
        let (day, what) = (sheet.speech.day(friction.date), friction.what.shown());
        let (ja, en) = match (friction.status, friction.resolved) {
            (Status::Confirmed, true) => ("確認済み・解消済み", "confirmed, settled"),
            (Status::Confirmed, false) => ("確認済み・未解消", "confirmed, not settled"),
            (Status::Disputed, _) => ("認識が分かれる", "disputed"),
            (Status::Unverified, _) => ("未確認", "not verified"),
            (Status::Opinion, _) => ("印象・見方", "an impression"),
        };
        lang.pick(format!("{day}：{what}（{ja}）"), format!("{day}: {what} ({en})"))
    });
    vec![Block::List(items.collect())]
}

/// Open questions: those of the case first, then as many of the general ones as it takes to have six.
pub(super) fn questions(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let own = sheet.facts.prep.iter().flat_map(|prep| &prep.questions).map(|question| question.text.shown().to_owned());
    let mut questions: Vec<String> = own.collect();
    let general = OPEN_QUESTIONS.iter().map(|(ja, en)| lang.pick(*ja, *en).to_owned());
    questions.extend(general.take(6usize.saturating_sub(questions.len()).max(2)));
    vec![Block::List(questions)]
}

/// What is not agreed to on the spot: those of the case, then what holds in every talk.
pub(super) fn red_lines(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let own = sheet.facts.prep.iter().flat_map(|prep| &prep.red_lines).map(|line| line.text.shown().to_owned());
    let mut lines: Vec<String> = own.collect();
    let money = lang.pick(
        "承認のない金額や補いには、その場でお答えしません。",
        "No amount and no remedy that is not authorised is agreed to on the spot.",
    );
    let paper = lang.pick(
        "念書や確認書は、お預かりして会社で検討します。",
        "Any paper to be signed is taken back to the company first.",
    );
    // What the case says of money or papers need not be said again.
    let says = |words: &[&str]| lines.iter().any(|line| words.iter().any(|word| line.contains(word)));
    let general = [
        (!says(&["円", "金額", "料金", "yen", "amount", "fee"])).then_some(money),
        (!says(&["念書", "署名", "sign", "paper"])).then_some(paper),
    ];
    lines.extend(general.into_iter().flatten().map(str::to_owned));
    vec![Block::List(lines)]
}

/// 想定問答.
pub(super) fn expected(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let exchanges = sheet.facts.prep.iter().flat_map(|prep| &prep.expected);
    let rows: Vec<Vec<String>> = exchanges
        .map(|exchange| vec![exchange.question.shown().to_owned(), exchange.answer.shown().to_owned()])
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["想定されるご質問", "お答えの範囲"], ["What may be asked", "How far we answer"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}
