//! What a model leaves behind: think tags, chat tokens, fences, remarks about its own text.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "model-residue",
    code: "",
    about: (
        "モデルの残りかす（think タグ、会話の記号、コードの囲み、前置きや注釈）。",
        "What a model leaves behind: think tags, chat tokens, code fences, introductions and remarks.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "<think>まず謝る</think>お詫び申し上げます。" },
        Example { lang: Lang::Ja, text: "はい、承知しました。以下がお詫びの文です。" },
        Example { lang: Lang::Ja, text: "お詫び申し上げます。<|im_end|>" },
        Example { lang: Lang::Ja, text: "お詫び申し上げます。\n（198字）" },
        Example { lang: Lang::En, text: "Sure, here is the apology:" },
        Example { lang: Lang::En, text: "```\nWe apologise.\n```" },
        Example { lang: Lang::En, text: "We apologise.\n\nNote: I kept it short." },
        Example { lang: Lang::En, text: "As an AI language model, I cannot apologise." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "ご要望を確かに承りました。" },
        Example {
            lang: Lang::Ja,
            text: "・受注システムへの「変更依頼」必須欄の追加（生産管理部門、12月11日までに実施）",
        },
        Example { lang: Lang::Ja, text: "※内容の認識が分かれております。" },
        Example { lang: Lang::En, text: "We are sure that you noticed it first." },
        Example { lang: Lang::En, text: "- A mandatory change-request field (Production Control; by 11 December)" },
        Example { lang: Lang::En, text: "Here is what we know: the cartons arrived." },
    ],
    check,
};

static RESIDUE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"(?i:</?(?:think|thinking|tool_call|tool_response|s|bos|eos|unk|pad|assistant|user|system|start_of_turn|end_of_turn|br|p|div|b)\s*/?>)",
        r"|<\|[^|>\n]{1,40}\|?>|\[/?INST\]|<</?SYS>>|```+|~~~+|\*\*[^*\n]+\*\*|(?m:^#{1,6} )|(?m:^\s*\{\s*\x22)|(?m:^---+$)",
        r"|(?m:^(?:はい|承知(?:いた)?しました|かしこまりました|もちろんです|了解(?:いた)?しました)[、。！!])|以下(?:が|は|に)[^。\n]{0,20}(?:文(?:面|章|案)?|本文|回答|節)(?:です|でございます|を(?:示|記|作))|(?m:^(?:注|注記|注意|備考|補足|出力|回答|本文|修正版)[：:])|[（(](?:約)?[0-9０-９]{2,4}(?:字|文字)[）)]|文字数[：:]|プロンプト|AI(?:アシスタント|言語モデル|として)",
        r"|(?im:^(?:sure|certainly|of course|absolutely)[,!.] )|(?i:(?-u:\b)here(?:'s| is) (?:the|a|an|your|my) (?:revised |final |short )?(?:apology|text|draft|letter|section|paragraph|version|response|answer)(?-u:\b)|(?-u:\b)as an ai(?-u:\b)|language model|i hope this helps|let me know if you|(?:^|\n)(?:note|assistant|user|output|response|section)s?: )|\([0-9]{2,4} (?:words|characters)\)",
    );
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let found = RESIDUE.find_iter(&laid.text).map(|found| {
        let message = Message::new(
            "文書の一部ではない、モデルの残りかすです",
            "this is left over from the model and no part of the document",
        );
        Finding::error(RULE.id, found.range(), message)
            .suggest(Message::new("本文だけを書いてください", "write the text alone"))
    });
    Ok(found.collect())
}
