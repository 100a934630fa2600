//! What a model says about its work instead of doing it, and the marks of its formats.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Match, Message, Pattern};
use crate::review::Finding;
use crate::review::finding::{Confidence, Severity};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "model-residue",
    code: "",
    about: (
        "モデルの痕跡（<think>、<|im_end|>、### 見出し、**強調**、「はい、承知しました。」、注、文字数、事実の番号など）。",
        "Traces of the model (<think>, <|im_end|>, ### headings, **bold**, `Sure,`, `Here is the`, notes, ids of facts).",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    needs: Needs::Text,
    failing: &[
        Example { lang: Lang::Ja, text: "<think>事実を確認する</think>お詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "はい、承知しました。お詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "以下が本文です。\n\nお詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "**お詫び**申し上げます。" },
        Example { lang: Lang::Ja, text: "お詫び申し上げます。（文字数：12）" },
        Example { lang: Lang::En, text: "Sure, here is the paragraph: We apologise." },
        Example { lang: Lang::En, text: "We apologise.<|im_end|>" },
        Example { lang: Lang::En, text: "As an AI language model, I cannot apologise." },
        Example { lang: Lang::En, text: "We apologise (E2) for not replying." },
        Example { lang: Lang::En, text: "{\"text\": \"We apologise.\"}" },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "ご要望は承知いたしました。以下のとおりご報告申し上げます。"
        },
        Example { lang: Lang::Ja, text: "【お詫び】化粧箱KB-240の納入の件" },
        Example { lang: Lang::Ja, text: "・11月27日：経緯のご報告（書面）" },
        Example { lang: Lang::En, text: "Here is what we found in the records." },
        Example { lang: Lang::En, text: "We are sure of the date (10 November) & the place." },
        Example { lang: Lang::En, text: "Please call me at 022-555-0142 or write to <aizawa@toto-minamo.example>." },
    ],
    check,
};

/// Marks that no letter has, whoever wrote it.
static MARKS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"</?(?:think|thinking|thought|reasoning|answer|output|response|tool_call|tools?|function|result|start_of_turn|end_of_turn|bos|eos|pad|unk|s|br|p|div|span|ul|li|b|i|strong|em)(?-u:\b)[^>\n]{0,40}/?>",
        r"|<\|[^|>\n]{1,40}\|>|<｜[^｜>\n]{1,40}｜>|\[/?(?:INST|answer|output|response|think|thinking|text|本文)\]|<</?SYS>>|\[(?:BOS|EOS|PAD|UNK|SEP|CLS|MASK)\]",
        r"|```[a-z]*|&(?:nbsp|amp|lt|gt|quot);",
        r#"|[{\[]\s*"[A-Za-z_]+"\s*:|"\s*\}\s*$"#,
    ))
});

/// Marks of Markdown. A text written by hand may be kept in it.
static MARKDOWN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?m)^ {0,3}#{1,6} |\*\*[^*\n]{1,80}\*\*|__[^_\n]{1,80}__|^ {0,3}(?:-{3,7}|={3,7}|\*{3,7})[ \t]*$|`[^`\n]{1,60}`",
    )
});

/// How a model opens, and what it says in front of a letter: a line that says what the text is, or how it was made. It
/// is looked for where a text begins.
static OPENING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?m)\A\s{0,8}(?:はい、?(?:承知|かしこま|分か|わか|もちろん|以下)[^。\n]{0,20}。?|はい、[^。\n]{2,30}(?:を|の案を)(?:作成|お?作り|ご?用意|まとめ)(?:いたし|し)?(?:ました|ます)。?|はい。|もちろんです[。、]?|承知(?:いた)?しました。|かしこまりました。|了解(?:いた)?しました。)|\A\s{0,8}以下(?:が|は|に|、)[^。\n]{0,30}(?:文章|文面|文案|お?詫び状|通知|書状|メール|メモ|手紙|返信|回答|下書き|ドラフト|シート|レポート|計画書|報告書|本文|例文|案|版)[^。\n]{0,10}(?:です|ます|になります|ました)[。：:]?",
        r"|\A[^\n]{2,80}(?:です。?|ます。?|ました。?|ください。|[:：])[ 　]{0,4}\n\s{0,8}(?:件名[:：]|宛先[:：]|拝啓|謹啓|社外秘[ 　]{0,4}\n)|\A[^。\n]{0,40}(?:文案|文面|ドラフト|下書き|メモ|文書|報告書|お詫び状|メール|手紙|返信|回答書|計画書|依頼文|レポート|たたき台)(?:の?案|の?例)?(?:を|は)、?(?:以下|次|下記)(?:に|の(?:とおり|通り|ように))[^。\n]{0,16}(?:示し|作成|提示|出力|用意|まとめ|記し|です)[^。\n]{0,8}(?:[。:：]|$)",
        r"|(?i:\A\s{0,8}(?:sure|okay|ok|got it|no problem|alright|great)[,!.:—-]{1,4} ?|\A\s{0,8}(?:certainly|of course|absolutely|understood)(?:[!.:—-]{1,4} ?|, (?:here|I can|I will|I'll|let me|below|the following)(?-u:\b)))",
        r"|(?i:\A\s{0,8}(?:here(?:'s|’s| is| are)|below (?:is|are|you(?:'ll|’ll| will) find)|the following is|this is|please find below|attached is)[^\n]{0,60}(?-u:\b)(?:draft|text|section|paragraph|version|letter|e-?mail|report|memo|note|notice|summary|statement|document|analysis|log|minutes|brief|briefing|response|reply|message|proposal|sheet|plan|request)(?-u:\b)[^\n]{0,30}(?-u:\b)(?:(?:written|drafted|composed|prepared) (?:in|for you|according|as|to be)(?-u:\b)[^\n]{0,80}|based on the (?:facts|information|details|case)(?-u:\b)[^\n]{0,80}|(?:that )?you can (?:send|use)(?-u:\b)[^\n]{0,80}|ready to (?:send|use)(?-u:\b)[^\n]{0,80}|in (?:a|an) (?:[a-z-]{1,20},? ){1,4}(?:tone|style|register|voice)(?-u:\b)[^\n]{0,80}|tailored(?-u:\b)[^\n]{0,80}|(?:as requested|you requested|you asked for)[^\n]{0,20}:[ \t]{0,4}$))",
        r"|\A[^\n]{4,160}:[ \t]{0,4}\n\s{0,8}(?:Subject:|Dear |To: |From: |MEMO|Memo|# |\*\*)|(?i:\A\s{0,8}(?:absolutely|certainly|sure thing|of course|great question)!)",
    ))
});

/// What a model says elsewhere, before or after the text.
static TALK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?m)以下(?:が|は|に|の|、)[^。\n]{0,20}(?:本文|文案|文面|下書き|ドラフト|回答|出力|修正版|修正後|書き直|作成した|節の|文章)[^。\n]{0,12}(?:です|ます|。|：|:)|(?:トーン|文体|口調|語調)(?:は|を|に|も)[^。\n]{0,20}(?:しました|しています|心がけ|心掛け|整え|保ち|抑え|統一)[^。\n]{0,8}|(?:ご指定|指定)の(?:条件|形式|文字数|字数|トーン|構成|要件)[^。\n]{0,20}",
        r"|(?:いただいた|与えられた|提供された)(?:情報|事実|データ)(?:だけ|のみ)?(?:に基づ|をもと|を元|から)[^。\n]{0,16}(?:作成|書き|まとめ|構成)[^。\n]{0,8}|^[ 　]{0,4}(?:出力|思考|推論|思考過程|回答|返答|応答|本文|修正版|修正後|修正案|文案|下書き|解説|英訳|和訳|訳文)(?:例)?[ 　]{0,4}[:：]",
        r"|[（(]?(?:文字数|字数)(?:[ 　]{0,4}[:：][ 　]{0,4}約?[0-9０-９]{0,6}|[ 　]{0,4}[は約]{0,2}[ 　]{0,4}[0-9０-９]{1,6})(?:文字|字)?[)）]?|[（(](?:以上、?)?約?[0-9０-９]{2,4}(?:文字|字)[)）]|【[^】\n]{0,16}(?:の節|本文|段落|セクション|文案)】",
        r"|^[ 　]{0,4}(?:[【\[（(])?(?:修正|変更|改善|工夫|作成|注意|補足|解説|ポイント|留意)(?:の|した|上の)?(?:ポイント|点|箇所|事項|内容)?(?:[】\])）]|[ 　]{0,4}[:：])[^\n]{0,4}(?:お詫び|敬語|文|冒頭|語|表現|構成|期日|トーン|推測|事実|見出し|言い回し)[^\n]{0,24}|^[ 　]{0,4}(?:候補文|パターン|バージョン|例文|文案)[ 　]{0,4}[0-9０-９一二三A-C]?[ 　]{0,4}[:：][ 　]{0,4}$",
        r"|(?:この|上記の|本)(?:文面|文案|下書き|ドラフト|文例|例文)[^。\n]{0,6}(?:は|では|を)[^。\n]{0,24}(?:例(?:で|と|を)|下書き|(?:作成|意識|配慮|留意|工夫|反映|使用|記述|構成|作|書|まとめ|仕上げ|整え|心がけ|心掛け|避け|抑え|盛り込|含め)[^。、\n]{0,4}(?:ました|ています|ております)|調整|修正|変更|書き換え)[^。\n]{0,12}|(?:状況|必要|実情|ご希望|用途)に(?:応じ|合わせ)て?[^。\n]{0,10}(?:調整|修正|変更|編集|書き換え|差し替え)[^。\n]{0,10}",
        r"|(?:さらに|他にも?)[^。\n]{0,10}(?:調整|修正|書き直し)(?:いたし|し|でき|が)[^。\n]{0,8}|^[^。\n]{0,14}(?:文案|文面|下書き|ドラフト|お詫び状|メール文|文章)(?:の例|例|[(（]案[)）]|の案)?を(?:作成|お書き|ご用意|用意|お作り|書き|示し|提示)[^。\n]{0,10}|以下に、?[^。\n]{0,16}(?:例|文案|文面|下書き|案)を[^。\n]{0,10}|(?:私|わたし)はAI|AI(?:アシスタント|として|言語モデル)|(?:大規模)?言語モデル(?:として|です|の)|事実の(?:一覧|番号)",
        r"|事実番号|この節(?:の|では|は)|(?:上記|以上)の(?:文章|文案|文面)は|この(?:段落|セクション|一文|文章)(?:では|は|で)、?[^。\n]{0,24}(?:述べ|書[きい]|示し|触れ|説明し|記し|扱[いっ])|ユーザー様?の(?:ご)?(?:指示|入力|プロンプト|依頼)(?:に|どおり|通り)|事実[A-Z]{1,2}[0-9]{1,3}(?:に|を|の|は|と|より)|(?:書く|作成する|まとめる|出力する|述べる)(?:よう|こと)(?:に|を)?、?(?:求められて|指示されて|依頼されて)",
        r"|(?:もう少し|さらに|もっと|より)[^。\n]{0,14}(?:書き換え|書き直|言い換え|短く(?:する|も)|長く(?:する|も)|表現に)[^。\n]{0,14}(?:可能|でき(?:ます|ますので)|いたしましょうか)|(?:ご希望|ご要望|必要)(?:が(?:あれば|ございましたら|ありましたら)|でしたら)、?[^。\n]{0,12}(?:修正(?:いたし|し|版|でき)|書き直|書き換え|言い換え)|(?:ご希望|必要)に(?:応じて|合わせて)[^。\n]{0,10}(?:調整|修正|変更)(?:して(?:ください|ご利用)|いたします|可能です|できます)",
        r"|ご?指示(?:に従|どおり|通り|のとおり)[^。\n]{0,12}作成|(?:形式|表|箇条書き)[^。\n]{0,6}(?:整え直|書き直|作り直|組み替え)[^。\n]{0,4}(?:可能|でき)|^[ 　]{0,4}以上(?:が)?、[^。\n]{0,16}(?:たたき台|下書き|文案)(?:と(?:なり|いたし)|です|でござい|になり)[^。\n]{0,4}",
        r"|(?i:(?-u:\b)here(?:'s|’s| is| are) (?:the|a|an|my|your|one) (?:[A-Za-z0-9_]{1,20} ){0,4}?(?:draft|text|section|paragraph|version|letter|e-?mail|rewrite|response|output|revision|apology|message|reply)(?-u:\b)|(?-u:\b)the following is (?:a|the|my) (?:[A-Za-z0-9_]{1,20} ){0,2}(?:draft|text|version|section|paragraph)(?-u:\b)|(?-u:\b)I have (?:written|drafted|revised|rewritten) (?:the|a|your|this) (?:[A-Za-z0-9_]{1,20} )?(?:paragraph|section|text|draft|apology)(?-u:\b)|^\[(?:apology|opening|closing|course|section|body|burden|remedy|responsibility)[^\]\n]*\])",
        r"|(?i:(?-u:\b)I(?:'ve|’ve| have)? (?:kept|made sure|aimed|tried|avoided|left out|omitted|focused|used|written|structured)(?-u:\b)[^.\n]{0,50}(?-u:\b)(?:tone|register|word count|the facts (?:given|provided|you)|your (?:instructions|guidelines|requirements)|concise|polite and|courteous)(?-u:\b)[^.\n]{0,30}|(?-u:\b)(?:tone|register|wording) (?:is|was|has been) (?:kept|adjusted|chosen|designed|intended)(?-u:\b)[^.\n]{0,30}|(?-u:\b)based (?:only |solely |strictly )?on the (?:facts|information|details|case) (?:you )?(?:provided|given|supplied|shared)(?-u:\b))",
        r"|(?i:(?-u:\b)I hope (?:this|the|it)(?: [a-z]{1,20}){0,2} (?:meets|suits|works|helps|is (?:what|helpful|useful))(?-u:\b)|(?-u:\b)would you like me to(?-u:\b)|(?-u:\b)(?:I (?:will|can|could)|I'll|I'd be happy to|happy to) (?:gladly )?(?:rewrite|revise|redraft|adjust|shorten|refine|tweak|polish|rephrase)(?-u:\b)|(?-u:\b)below is (?:a|the|your|my) (?:[a-z]{1,20} )?(?:draft|letter|e-?mail|text|version|template|rewrite)(?-u:\b)|(?-u:\b)this (?:version|draft|text|rewrite|letter) (?:keeps|uses|avoids|maintains|focuses|strikes|removes|aims|sounds|is written)(?-u:\b)|(?-u:\b)(?:tweak|customi[sz]e|personali[sz]e|adapt) (?:the|this|it|as)(?-u:\b))",
        r"|(?im:^[ \t]{0,4}(?:key changes|changes(?: made)?|option [0-9a-c]|version [0-9a-c]|draft [0-9a-c]|note to (?:the )?(?:manager|editor|user|sender|reviewer)|what I changed|tone)[ \t]{0,4}:)",
        r"|(?im:^[ \t]{0,4}system[ \t]{0,4}: ?you(?-u:\b))|(?m:^[ \t]{0,4}(?:system|SYSTEM)[ \t]{0,4}:)|(?im:^[ \t]{0,4}(?:assistant|user|human|ai|output|answer|response|draft|translation|explanation|revised(?: version)?|final(?: version)?|rewritten|word count)[ \t]{0,4}:)",
        r"|(?i:(?-u:\b)as an ai(?-u:\b)|(?-u:\b)language model(?-u:\b)|(?-u:\b)I(?:'m| am) (?:an ai|unable to (?:help|assist))(?-u:\b)|(?-u:\b)I (?:cannot|can't) (?:help|assist|fulfil[A-Za-z0-9_]{0,12}|comply)(?-u:\b))",
        r"|(?i:(?-u:\b)(?:let me know if you(?:'d| would)? (?:need|like|want|prefer) (?:(?:any |me to |a )?(?:changes|adjust[A-Za-z0-9_]{0,12}|revis[A-Za-z0-9_]{0,12}|edits|another|different)|[^.!?\n]{0,40}(?-u:\b)version(?-u:\b))|feel free to (?:adjust|modify|edit|customi[sz]e)|I hope this helps)(?-u:\b))",
        r"|(?i:(?-u:\b)(?:list of facts|fact ids?|word count)(?-u:\b)|\(\d{2,4} words\))|(?m:^(?:assistant|user|system|model)[ \t]{0,4}$)",
    ))
});

/// A remark under the text. In a letter written by hand it may be meant for the reader.
static REMARK: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?m)^[ 　]*[（(]?(?:注|※ ?注|注記|Note|NOTE|N\.B\.)[ 　]*[:：]"));

/// A heading over a remark or one of several versions.
static ASIDE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?m)^[ 　]*[（(]?注意[ 　]*[:：]|^[ 　]*(?:説明|補足|備考)[ 　]*[:：]|^[ 　]*(?:案|例)[ 　]*[0-9０-９一二三A-C]?[ 　]*[:：][ 　]*$",
    )
});

/// What looks like the id of a fact in brackets.
static ID: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"[\[［(（]((?:[A-Z]{1,3}[0-9]{1,3}[,、， ]*)+)[\]］)）]?|\[[A-Z]{1,3}[0-9]{1,3}"));

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let text = &laid.text;
    let mut found: Vec<Finding> = Vec::new();
    let by_hand = laid.sections.iter().all(|section| section.name.is_empty());
    let softer = if by_hand { Severity::Warn } else { Severity::Error };
    for (pattern, severity) in [
        (&MARKS, Severity::Error),
        (&OPENING, Severity::Error),
        (&TALK, Severity::Error),
        (&MARKDOWN, softer),
        (&REMARK, softer),
    ] {
        let colleagues = by_hand && context.facts.audience() != Audience::Client;
        let marks = pattern.find_iter(text).filter(|mark| !answers(text, mark.start()));
        // Colleagues write remarks to each other.
        let remark = |mark: &Match<'_>| {
            let line = text.get(mark.start()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            !["AI", "下書き", "文面", "draft", "generated", "model"].iter().any(|word| line.contains(word))
        };
        let marks = marks.filter(|mark| !(colleagues && std::ptr::eq(pattern, &REMARK) && remark(mark)));
        // | # | Who |: the head of a column.
        let cell = |mark: &Match<'_>| {
            let rest = text.get(mark.end()..).unwrap_or_default();
            mark.as_str().trim_start().starts_with('#') && rest.trim_start_matches(' ').starts_with(['|', '\t'])
        };
        let marks = marks.filter(|mark| !cell(mark));
        found.extend(marks.map(|mark| finding(trimmed(text, mark.range())).with_severity(severity)));
    }
    // Colleagues write remarks to each other.
    if !(by_hand && context.facts.audience() != Audience::Client) {
        let remarks = ASIDE.find_iter(text).map(|mark| finding(trimmed(text, mark.range())).with_severity(softer));
        found.extend(remarks);
    }
    if !by_hand {
        // A sentence may open a section without opening the document, so each section is asked how it begins.
        for section in laid.sections.iter().filter(|section| section.prose && section.span.start > 0) {
            let part = text.get(section.span.clone()).unwrap_or_default();
            let opening = OPENING.find(part);
            found.extend(opening.map(|mark| finding(section.span.start..section.span.start + mark.end())));
        }
    }
    found.extend(ids(context, text).into_iter().filter(|finding| {
        // A colleague may name the entry of a record in round brackets; an adviser has no record.
        let cited = text.get(finding.span.clone()).is_some_and(|mark| mark.starts_with(['（', '(']));
        !(by_hand && cited && context.facts.audience().is_inside() && context.facts.audience() != Audience::Expert)
    }));
    found.sort_by_key(|finding| (finding.span.start, std::cmp::Reverse(finding.span.end)));
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found {
        if kept.last().is_none_or(|last| finding.span.start >= last.span.end) {
            kept.push(finding);
        }
    }
    Ok(kept)
}

/// Whether a line is the answer to the question in the line before: notes for a talk have both.
fn answers(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let asked = before.trim_end().trim_end_matches(['"', '”', '」']).ends_with(['?', '？']);
    asked && before.ends_with('\n') && text.get(at..).is_some_and(|rest| rest.trim_start().starts_with("Answer"))
}

/// Ids of entries in view that are left in the text.
fn ids(context: &Context<'_>, text: &str) -> Vec<Finding> {
    let known = context.facts.entry_ids();
    let is_id = |found: &Match<'_>| {
        let mut words = found.as_str().split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| known.iter().any(|id| id.as_str() == word))
    };
    let found = ID.find_iter(text).filter(is_id);
    found.map(|found| finding(found.range()).with_confidence(Confidence::Medium)).collect()
}

/// Without white space at the ends.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let found = text.get(span.clone()).unwrap_or_default();
    let start = span.start + (found.len() - found.trim_start().len());
    start..start + found.trim().len()
}

fn finding(span: Range<usize>) -> Finding {
    let message = Message::new("本文ではない、モデルの痕跡です", "this is a trace of the model, not part of the text");
    Finding::error(RULE.id, span, message).suggest(Message::new(
        "本文だけを、前置き・注・記号なしで書いてください",
        "write the text alone, without introduction, notes or marks",
    ))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Audience;
    use crate::lang::Lang;
    use crate::review::tests::precision::assert_verdicts;

    #[test]
    fn japanese_near_misses_and_hits() {
        assert_verdicts(
            &RULE,
            Audience::Client,
            Lang::Ja,
            &[
                ("ご指摘の点は承知いたしました。", &[]),
                ("本件は、以下の3点でございます。", &[]),
                ("経緯は、以下のとおりでございます。", &[]),
                ("数量は2,000箱（2回分）です。", &[]),
                ("12,000箱のうち2,000箱（11月11日）を納入しました。", &[]),
                ("不等号は 2 < 3 と書きます。", &[]),
                ("2027年1月29日 * 見直しの期日", &[]),
                ("電話：022-555-0142", &[]),
                ("日時：11月30日（月）14時", &[]),
                ("※内容の認識が分かれております。", &[]),
                ("「はい、承知しました」とお答えしたと承っております。", &[]),
                ("製品の等級は（A級）でございます。", &[]),
                ("お詫び申し上げます。\n\n### 経緯", &["###"]),
                ("この文面を作る者はどなたかとのお尋ねがございました。", &[]),
                ("経緯は以下のとおりです。\n\n10月28日にお電話を頂きました。", &[]),
                ("この文面は、敬語に配慮して作成しました。", &["この文面は、敬語に配慮して作成しました"]),
                ("面談用のメモを以下に示します。\n10月30日の件", &["面談用のメモを以下に示します。"]),
                ("ご依頼の書面ができました。\n\n件名：お詫び", &["ご依頼の書面ができました。\n\n件名："]),
                ("出力：お詫び申し上げます。", &["出力："]),
                ("お詫び申し上げます。\n注：事実に基づいています。", &["注："]),
                ("ご返答を差し上げませんでした（E2）。", &["（E2）"]),
                ("[INST]お詫び[/INST]", &["[INST]", "[/INST]"]),
                ("必要に応じて修正してください。", &["必要に応じて修正してください"]),
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
                ("Here is what we know today.", &[]),
                ("We are certainly sorry, and of course you will hear from us.", &[]),
                ("Please note that the office is closed on 23 November.", &[]),
                ("Let me know if you would like to meet.", &[]),
                ("The answer: we had no rule for it.", &[]),
                ("3 < 5 and 5 > 3.", &[]),
                ("The order system (SAP) had no field for it.", &[]),
                ("We checked 10 rows (of 310).", &[]),
                ("A user of your system found it.", &[]),
                ("Subject: Apology regarding the delivery", &[]),
                ("- Friday 27 November: our account", &[]),
                ("Here is the plan for the next two weeks:\n\n- Written confirmation", &[]),
                ("This is the report we promised you on 17 November.", &[]),
                ("We have kept to the tone of your mail.", &[]),
                (
                    "Here is the progress report, written in a factual and courteous tone:\n\nWe apologise.",
                    &["Here is the progress report, written in a factual and courteous tone:"],
                ),
                ("Your text:\n\nDear Ms. Marsh,", &["Your text:\n\nDear"]),
                ("Certainly! We apologise.", &["Certainly!"]),
                ("Here's a revised version: We apologise.", &["Here's a revised version"]),
                ("Assistant: We apologise.", &["Assistant:"]),
                ("We apologise. [E2-A1]", &["[E2"]),
                ("We apologise.\n\nNote: I kept it short.", &["Note:"]),
                ("We apologise. I hope this helps!", &["I hope this helps"]),
            ],
        );
    }
}
