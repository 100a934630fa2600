//! R12: an attack on the person instead of a word about the act.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "personality-attack",
    code: "R12",
    about: (
        "性格・意欲・適性への言及、他人との比較、脅し。パワーハラスメントになり得て、役にも立ちません。",
        "Words about character, will or fitness, comparison with others, threats. They may be harassment, and help nobody.",
    ),
    audiences: &[Audience::Rep, Audience::Internal],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "君はいつも雑だ。" },
        Example { lang: Lang::Ja, text: "やる気が感じられず、営業に向いていません。" },
        Example { lang: Lang::Ja, text: "社会人として常識がありません。" },
        Example { lang: Lang::Ja, text: "次に同じことがあれば、評価を下げます。" },
        Example { lang: Lang::En, text: "You are always sloppy." },
        Example { lang: Lang::En, text: "You have an attitude problem and are not cut out for sales." },
        Example { lang: Lang::En, text: "Do this again and you are out." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "10月30日までに、先方への返答がありませんでした。" },
        Example { lang: Lang::Ja, text: "気になることがあれば、いつでも声をかけてください。" },
        Example { lang: Lang::Ja, text: "いつも丁寧に資料を作ってくれて助かっています。" },
        Example { lang: Lang::En, text: "By 30 October no reply had gone out." },
        Example { lang: Lang::En, text: "Come to me at any time." },
        Example { lang: Lang::En, text: "Your plans have always been careful." },
    ],
    check,
};

static ATTACK: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"だらしな|やる気(?:が|の|を)|意欲(?:が|に)(?:な|欠|感じ)|性格|人間性|人格|根性|向いていな|向いてい(?:ない|ません)|(?:いつも|毎回|また)[^。]{0,10}(?:雑|遅|忘れ|いい加減|適当|だらし|ミス|言い訳)|君は|お前|あなたのような|社会人(?:として|失格)|何度言え|何度も言|常識が|非常識|新人(?:以下|でも)|子ども(?:でも|じみ)|能力(?:が|不足)|無能|使えな|甘え|怠け|サボ|不真面目|いい加減|情けな|がっかりし|失望|(?:他の|ほかの)(?:人|担当|社員)は(?:でき|みな|皆)|[^。]{0,6}さんを見習|次は(?:ない|ありません)|評価を下げ|降格|クビ|辞めて(?:もら|くだ)|異動させ|覚悟して|始末書",
        r"|(?i:(?-u:\b)lazy(?-u:\b)|(?-u:\b)sloppy(?-u:\b)|(?-u:\b)stupid|(?-u:\b)incompetent|(?-u:\b)useless|(?-u:\b)unprofessional(?-u:\b)|attitude problem|bad attitude|poor attitude|your (?:character|personality)|not cut out|not fit for|no common sense|careless person|you(?:'re| are) (?:always|never|so|too|a)(?-u:\b)|you (?:always|never)(?-u:\b)|how many times|grow up|or else(?-u:\b)|you are out(?-u:\b)|last (?:chance|warning)|unlike (?:your colleagues|others)|everyone else (?:can|manages)|disappointed in you|be (?:demoted|fired|dismissed))",
    );
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let found = ATTACK.find_iter(&laid.text).map(|found| {
        let text = found.as_str();
        let message = Message::new(
            format!("「{text}」は行動ではなく人を評する書き方です"),
            format!("`{text}` judges the person, not the act"),
        );
        Finding::error(RULE.id, found.range(), message).suggest(Message::new(
            "日付のある場面と、したこと・しなかったことを書いてください",
            "write the dated scene and what was done or not done",
        ))
    });
    Ok(found.collect())
}
