//! Whose account a sentence gives: words that leave a point open or say who says it.

use std::sync::LazyLock;

use crate::lang::{Lang, Pattern};

/// Words that say that somebody else says it.
static SAID_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "ご?主張|ご指摘|おっしゃ[るっいれ]|仰せ|仰っ|言い分|お申し出|ご要望|(?:先方|貴社|[A-ZＡ-Ｚ]社|お客様|顧客)の?ご?(?:請求|要求|主張|説明)|ご請求(?:を|が|の|に|は|と)|お求め|求められ|請求され|ご説明によ|お話によ|によれば|によると|ご発言",
        "|(?:先方|貴社|お客様|顧客|当方|弊社|当社|[A-ZＡ-Ｚ]社)(?:様|側)?(?:のご?(?:認識|記憶|説明|主張|見方|理解|お話))?[：:\t]",
        "|とのこと|という(?:こと|[^。、]{0,8}(?:話|説明|認識|主張|訴え|言い分))|とのお?(?:電話|メール|便り|手紙|尋ね|問い合わせ|知らせ)|とのお話|とのお考え|とのご(?:認識|主張|指摘|説明|見解|連絡|意見|申し出|要望|回答|返答|趣旨|理解|発言|意向|不満|不信|報告|記憶)|との説明|との(?:主張|要望|認識|話|申し出|連絡|指摘)",
        "|と(?:の旨)?(?:を|も)?(?:承[っりる]|伺|お聞きし(?:て|ました)|聞いて(?:おり|い)ま|うかが|訴え|述べ|話して|お考え|受け止め|お感じ)|と(?:説明|主張|証言|陳述)して(?:い|お)|お話(?:を|も|が|の(?:あっ|ござい|とおり|通り)|に(?:あっ|あり|ござい))|と(?:の|いう)?(?:お話|お知らせ|ご?連絡|ご?報告|ご?説明|ご?申告|ご?意見|訴え)(?:が|を|も|の|に)?(?:あっ|あり|ござい|いただ|頂|くださ|賜|寄せ)|旨を?(?:承|伺|うかが|お聞き)",
        "|から(?:伺|承|お聞き|うかが)|(?:伺|承|うかが)って(?:おり|い)ます|(?:貴社|弊社|当社|先方)側(?:は|の|で(?:は|も)|と|に|が|から)|(?:先方|相手|お客様|顧客)の(?:ご?説明|お?話|ご?認識|見方|ご?主張|言い分|お?申し出|訴え|ご?理解)|貴社(?:のご|から|では|としては)|(?:お客様|顧客|先方|相手)(?:側)?(?:は|から|では)[^。]{0,60}(?:を?主張|認識(?:して|し、)|説明(?:して|し、|す)|と(?:の|いう)?(?:説明|話|認識)|話して|と述べ|と言|としている|求め)|と[^。、]{1,12}(?:様|氏|さん|主任|部長|課長|支配人|ご?担当)から(?:。|$)|と(?:言う(?:。|が|の|$)|言い(?:、|ます)|言って(?:い|お)|話す(?:。|$)|話し(?:てい|てお|ます)|語(?:る(?:。|$)|って(?:い|お))|述べる|答えて(?:い|お)|覚えて(?:い|お)|記憶して|言い張|して(?:いる|おられる)(?:。|が|$))|(?:先方|お客様|顧客|相手|当方|当社|弊社|[A-ZＡ-Ｚ]社)(?:側)?(?:は|では)[^。]{0,60}?(?:とし(?:、|て(?:い|お))|とする)|(?:答え|伝え|述べ|話し|言っ|聞い|伺っ|頼ん|申し込ん|受け)た(?:とする。|とする$|とされ(?:る。|、|てい))",
    ))
});
/// Words that leave a point open.
static OPEN_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "認識|記憶|相違|齟齬|食い違|行き違|異な[るりっ]|違い(?:が|も|の)|分かれて|争点|争い(?:の|が)あ|係争|見解|双方の",
        "|確認中|確認の(?:うえ|上)|確認して(?:い[るま]|おり(?:ます|、)|まいり|から|みます)|確認(?:を|は)?(?:進め|続け|いたして)|確認(?:が|は|も)?(?:でき|取れ|とれ)(?:な|ず|ませ|次第|しだい|るまで|て(?:い(?:な|ま)|お(?:ら|りませ)))|確認を?できて(?:い(?:な|ませ)|おりませ)|確認し(?:ます|た[いう]|、)|調査中|調べ中|調査して|調べ(?:て(?:い|お|くだ|ほし|もら)|る(?:こと|べき|必要)|ます)|確認(?:を)?(?:お願い|願い|して(?:ください|ほしい|いただき|もら)|すること$|したい|事項|を要|が必要)|(?:伺う|聞く|お尋ねする|確かめる)こと|伺いたい|宿題|論点|お調べ|かどうか|か否か|のか|か、|有無|未確認|不明|分から(?:な|ず|ぬ)|わから(?:な|ず)|分かって(?:いな|おりませ|いませ)|真偽|仮説|推測|言うこと[がは][^。、]{0,8}(?:違|異)|(?:言い分|話|説明|記憶|受け止め|見方|理解)[^。、]{0,10}(?:違(?:う|っ|い)|割れ)|確かめて(?:い[るま]|おり(?:ます|、)|まいり|から|みます)|確かめ(?:ます|たうえ|中|を進め)|(?:申し上げ|お答えす|言|断言す)ること(?:は|が)?(?:でき|かな)|(?:申し上げ|決め)られ(?:な|ず|ませ)|決め(?:ませ|ない|ず)|では[^。、]{0,4}(?:述べ|扱わ|断じ)(?:な|ませ|ず)|お答えでき|言え(?:ない|ず|ませ)|(?:とも|か)、?なかった(?:とも|か)|可能性|説明が(?:ついて|つか)|辻褄|つじつま|決めること|裏付け|裏づけ|断定|決めつけ|言い切れ|とは限ら|断じ(?:ず|な|る)|結論(?:を|は)(?:出|述)|証明(?:し|でき|され)(?:な|ず|ませ)|示すもの(?:では|でも)|(?:もし|仮に)[^。]{0,30}?(?:としても|とすれば|とした(?:ら|場合)|であれば|ならば|なら、|場合)|(?:約束|合意|承知|指示|ご注文|承諾|前倒し)[^。、]{0,12}?(?:としても|とすれば|のであれば)|判断でき|判然|はっきりし|定かで|と(?:は)?(?:申し上げる|言う|主張する|断じる)(?:つもり|考え)(?:は|も)(?:ござい|あり|な)",
    ))
});
static SAID_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)(?-u:\b)(?:you (?:(?:have|had|also|then|further) ){0,3}(?:told (?:us|me)(?: on [a-z0-9 ]+)?(?:,| that| of| about| how| what)|said|say|informed|wrote|report(?:ed)?|stated?|explain(?:ed)?|mention(?:ed)?|feel|felt|claim(?:ed)?|believe|expect(?:ed)?|describ[a-z]+|put it)",
        r"|(?:we|i) (?:have )?(?:also |since |now |then )?(?:hear|heard|understand|learnt|learned)|(?:we|i) have (?:it|this) from|(?:says|said) (?:mr|ms|mrs)|according to|as you (?:see|put|remember|recall|understand|describe)|in your (?:view|account|words|eyes)|from your (?:side|point)|your (?:account|claim|demand|request|statement|position|version|letter|mail|message)",
        r"|(?:the )?(?:client|customer|they|he|she|mr\.? [a-z]+|ms\.? [a-z]+|mrs\.? [a-z]+|(?:hr|purchasing|banquet) team)(?:'s (?:view|account|claim|version|position)| (?:has |have |had )?(?:puts?|places?|gives?|says?|said|claims?|claimed|states?|stated|believes?|maintains?|insists?|feels?|told|reports?|reported|demands?|demanded|alleges?|remembers?|recalls?|sees?|understood|understands)(?-u:\b))",
        r"|(?:from|by) (?:your|our|their|the client's) side|(?:your|our|their|the client's) side(?:'s (?:view|account|claim|version|position|recollection|story)| (?:has |have |had |also |still )?(?:puts?|says?|said|holds?|claims?|claimed|told|recalls?|remembers?|remembered|sees?|understood|understands?|believes?|maintains?|reports?|reported)(?-u:\b))|(?:is|was) (?:given|put|stated|told)|said to (?:have|be)|alleg[a-z]+|reportedly|asked for by|claimed by|requested by|claims? (?:that|to))",
        r"|(?i:(?-u:\b)(?:client|customer|you|our side|your side|we|us)(?:'s)?(?: (?:version|account|view|recollection))?:)",
    ))
});
static OPEN_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)^\W*(?:[0-9]+\W+)?(?:why|how|what|who|when)(?-u:\b)|(?-u:\b)(?:as (?:we|you|i) (?:understand|understood|remember|recall|see|saw)|(?:we|i) (?:understand|understood)|understood (?:it|this|that|the)|remember[a-z]*|recollect[a-z]*|recall[a-z]*|differ[a-z]*|disput[a-z]*|disagree[a-z]*",
        r"|whether|whatever|(?:tells?|says?|know|knows|shows?|clear|certain|settles?|establish(?:es)?|proves?)(?: us)? what (?:was|were|had been|has been|is) (?:[a-z]+ ){0,2}(?:said|agreed|ordered|promised|asked)|if you (?:did|had)|in our view|unclear|unknown|uncertain|not (?:yet )?(?:been )?(?:confirmed|verified|established)|(?:still |being |are )check(?:ing|ed)|is still being|unverified|unconfirmed|open (?:point|question)|which version|either version|two versions|may have|may well|might have|who is right|cannot (?:yet )?say|no record|no conclusion|(?:have|has|had) not (?:yet )?seen (?:it|this|that|them)|(?:do|does|did) not (?:prove|show|settle|mean|establish) (?:that|who|which|what|whether|anything)|proves? (?:nothing|neither)|no proof|cannot (?:prove|show|be (?:proved|proven|shown|settled))|(?:do not|don't|never|nobody may|must not|may not|without|avoid|refrain from) (?:say|saying|claim|claiming|write|writing|state|stating|admit|admitting|deny|denying|concede|suggest|suggesting|imply|implying)|(?:even )?if [^,.;]{0,30}?(?:had been|was|were) (?:promised|agreed|ordered|said|asked|accepted|instructed|confirmed))",
    ))
});

/// Whose account it is, by a name or a letter that stands for one: "Larkfield's account is", "as A holds".
static SAID_BY_NAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?-u:\b)\p{Lu}[a-z]+(?:'s|’s) side:|(?-u:\b)(?:(?:Company |Client |Party )?[A-D]|\p{Lu}[a-z]+)(?:'s|’s) (?:own )?(?:account|version|view|recollection|position|memory|understanding|reading|claim|story)(?-u:\b)",
        r"|(?-u:\b)(?:Company |Client |Party )?[A-D] (?:now |also |has |had )?(?:says|said|speaks? of|spoke of|tells|told|claims?|claimed|states?|stated|holds|held|maintains?|reports?|reported|recalls?|remembers?|alleges?|asserts?|argues?|writes|wrote|demands?|puts)(?-u:\b)",
        r"|(?-u:\b)(?:[Oo]urs|[Tt]heirs|[Yy]ours|[Hh]is|[Hh]ers) is (?:that|of)(?-u:\b)|(?-u:\b)(?:[Oo]ur|[Tt]heir|[Yy]our) (?:own )?(?:account|version|understanding) is(?-u:\b)",
        r"|(?-u:\b)(?:Mr|Ms|Mrs|Dr)\.? \p{Lu}[a-z]+ (?:speaks|spoke|wrote|writes) (?:of|that)(?-u:\b)|(?-u:\b)(?:[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|client|customer) (?:speaks?|spoke) of(?-u:\b)|(?-u:\b)as (?:they|he|she|you|\p{Lu}[a-z]+) (?:tells?|told|holds?|puts?) it(?-u:\b)",
    ))
});

/// Whether somebody with a name says it: "Larkfield holds that". What we or nobody said is no account.
fn says_by_name(text: &str) -> bool {
    static SAYS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?-u:\b)(?P<who>\p{Lu}[a-z]+) (?:also |still )?(?:says|said|holds|held that|maintains|maintained|claims|claimed|reports|reported|recalls|recalled|remembers|remembered|insists|insisted|believes|alleges|alleged|states|stated|has it|had it|puts it|writes|wrote that|told us|tells us)(?-u:\b)",
        )
    });
    const NOBODY: [&str; 12] =
        ["We", "It", "This", "That", "Nobody", "Nothing", "Which", "Who", "One", "There", "What", "As"];
    SAYS.captures_iter(text).any(|found| found.name("who").is_some_and(|who| !NOBODY.contains(&who.as_str())))
}

/// Whether a text says that somebody else says it.
pub(super) fn is_attributed(text: &str, lang: Lang) -> bool {
    match lang {
        Lang::Ja => SAID_JA.is_match(text),
        Lang::En => SAID_EN.is_match(text) || SAID_BY_NAME.is_match(text) || says_by_name(text),
    }
}

/// What the client asks for, which a text may tell again.
static ASKED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "ご請求(?:を|が|の|に|は|と)|(?:損失|損害)の請求|請求(?:を受け|されて|して(?:い|お)|への|に対|額|の(?:内訳|根拠|件))|円の請求|ご?要望|ご?要求|お?求め|ご?依頼|お申し出|ご?主張|ご希望の(?:補償|返金|値引)|求められ",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:you (?:(?:have|had|also|then|further) ){0,3}(?:ask(?:ed)?|request(?:ed)?|demand(?:ed)?|want(?:ed)?)|your (?:request|demand|claim|wish|question)|asked us|asked for [a-z]+|(?:client|customer|mr\.? [a-z]+|ms\.? [a-z]+|he|she|they) (?:asks?|asked|demands?|demanded|requests?|requested|wants?|wanted|claims?|claimed))(?-u:\b)",
        ),
    ]
});

/// Whether a text tells what the client asks for.
pub(super) fn is_asked(text: &str, lang: Lang) -> bool {
    let [ja, en] = &*ASKED;
    match lang {
        Lang::Ja => ja.is_match(text),
        // "The leave they had asked for": what is spoken of, and no asking of the client's.
        Lang::En => en.is_match(&WANTED.replace_all(text, "")),
    }
}

static WANTED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?i)(?-u:\b)(?:they|he|she|who|you) had (?:asked for|wanted|requested)(?-u:\b)"));

/// Words that give somebody's saying as a reason or take it as done: 80枚とおっしゃったため, 120枚と承りながら. They
/// say that it was said.
static FACTIVE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:記憶|思い|聞き|勘)違い|(?:責任|過失|義務|必要|請求権)の有無|責任(?:を負う|がある|が生じる)(?:の)?か|(?:お?申し出|ご?要望|お求め)(?:に|を)(?:うなずい|応じ(?:てお|なが)|お受けし|承諾し|引き受け|了承し|同意し|承りなが|承っておきなが)|(?:反論|弁解|言い分)(?:は|が|も|の余地は)(?:な[いかくし]|あり|ござ|立た)|という話に(?:な|まと|落ち着)|と(?:おっしゃった|仰った|言われた|お伝えになった|伺った|承った)のを|と(?:の?ご?注文を)?(?:おっしゃ|仰|伺|承|お?聞[いき]|うかが)[^。、]{0,8}(?:ため|ので|ことから|ことを受け|ながら|にもかかわらず|うえで|ておきながら|、[^。、]{0,20}てしまい)",
    )
});

/// A text without the words that only seem to leave open what was said.
pub(super) fn without_factives(text: &str) -> std::borrow::Cow<'_, str> {
    FACTIVE.replace_all(text, "")
}

/// A difference of which the cause is told: 行き違いは、枚数を取り違えたことに始まる; "the dispute began when".
static CAUSED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:行き違い|食い違い|すれ違い|認識の違い|齟齬)(?:は|が(?:起き|生じ|あっ)たのは|の(?:原因|発端|もと|元|始まり|きっかけ)は)[^。]*(?:始ま(?:る|り|って)|起因|原因で|ため(?:で|だ|に)|によ(?:る|り)|せい(?:で|だ)|発端で|端を発)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:dispute|disagreement|difference)(?-u:\b)[^.,;]{0,30}?(?-u:\b)(?:began|started|arose|goes back|comes from|came from|came about|was caused|is due|was due)(?-u:\b)",
        ),
    ]
});
/// What somebody took down.
static NOTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:(?:wrote|noted|took|put|jotted) (?:it |that |this )?down|(?:we|you) (?:both|all) understood)(?-u:\b)",
    )
});
/// "What troubles us most is that …", "What went wrong: …": no question.
static CLEFT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)^\W*(?:[0-9]+\W+)?(?:what [^,.;:?]{1,60}? (?:is|was) that(?-u:\b)|(?:what|how|why|who|when) [^,.;:?]{1,30}:)",
    )
});

/// A text without the words that name a difference only to tell its cause, and without a what that asks nothing.
pub(super) fn without_causes(text: &str, lang: Lang) -> std::borrow::Cow<'_, str> {
    let caused = |text: &str| {
        let words = ["行き違い", "食い違い", "すれ違い", "認識の違い", "齟齬", "dispute", "disagreement", "difference"];
        words.iter().fold(text.to_owned(), |text, word| text.replace(word, ""))
    };
    let bare = match lang.of(&CAUSED).is_match(text) {
        true => std::borrow::Cow::Owned(caused(text)),
        false => std::borrow::Cow::Borrowed(text),
    };
    if lang == Lang::Ja {
        return bare;
    }
    // "You wrote down 80" is said to the rep, and of no account of the client's.
    let bare = match NOTED.is_match(&bare) {
        true => std::borrow::Cow::Owned(NOTED.replace_all(&bare, "").into_owned()),
        false => bare,
    };
    match CLEFT.find(&bare).map(|cleft| cleft.end()) {
        Some(end) => std::borrow::Cow::Owned(bare.get(end..).unwrap_or_default().to_owned()),
        _ => bare,
    }
}

/// A heading without the word it asks with: "what they lost" leaves nothing open, "what is disputed" does.
fn asked(heading: &str) -> &str {
    let bare = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let asks = ["what ", "why ", "how ", "who ", "when "]
        .iter()
        .find(|word| bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
    asks.and_then(|word| bare.get(word.len()..)).unwrap_or(heading)
}

/// Whether the label a line begins with leaves open what stands behind it: "Unknown: …", 未確認：….
pub(super) fn is_labelled_open(sentence: &str, lang: Lang) -> bool {
    // 未確認　包装ラインの停止: a wide blank parts a label from what it is put on as well; so does a cell of a table:
    // | 弊社の説明 | ….
    let sentence = sentence.trim_start_matches(['|', ' ']);
    let Some(at) = sentence.find([':', '：', '\u{3000}', '|', '\t']) else { return false };
    let label = sentence.get(..at).unwrap_or_default().trim_end();
    let account = ["説明", "言い分", "記憶", "控え", "お話", "account", "version", "side"];
    let by_cell = sentence.get(at..).is_some_and(|rest| rest.starts_with(['|', '\t']));
    label.chars().count() <= 24
        && (is_open(asked(label), lang) || (by_cell && account.iter().any(|word| label.ends_with(word))))
}

/// Whether a row of a table says in a cell of its own how its matter stands: 未確認, 認識相違.
pub(super) fn is_marked_row(line: &str) -> bool {
    const MARKS: [&str; 8] =
        ["未確認", "確認中", "認識相違", "不明", "not verified", "unverified", "disputed", "unknown"];
    line.split(['\t', '|']).skip(1).any(|cell| {
        let cell = cell.trim();
        MARKS.iter().any(|mark| cell.eq_ignore_ascii_case(mark))
    })
}

/// A sentence that says of the one before that nobody has verified it.
static TAKEN_BACK: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "^[^。]{0,60}。?(?:この点|これ|この(?:話|内容|こと))(?:の|は|も|について)[^。]{0,16}(?:未確認|確認でき(?:ていま|ておりま)せん|裏づけがありません|確認には至って)",
        ),
        Pattern::fixed(
            r"(?i)^[^.\n]{0,120}\.? ?(?:We have not been able to verify this|This is (?:still )?(?:unverified|unconfirmed)|Nor is this (?:confirmed|verified)|We have nothing to confirm this)(?-u:\b)",
        ),
    ]
});

/// Whether what follows a sentence on its line says that nobody has verified it.
pub(super) fn is_taken_back(behind: &str, lang: Lang) -> bool {
    lang.of(&TAKEN_BACK).is_match(behind.trim_start())
}

/// What is to be, or not to be, from now on: 聞き違いを防ぐため, ご変更を承った場合は, "to avoid mishearing".
static TO_COME: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "^[^。、]{0,12}?(?:を防|の?防止|をなく|を無く|を減ら|を避け|に備え|[のが](?:ない|無い|起きない|生じない)よう|ないよう|(?:せ|ら|れ)ぬよう|た場合(?:は|に|の|、|も)|る場合(?:は|に|の|、|も)|ましたら|(?:っ|し|い|け)たら|る際(?:は|に|、)|るとき(?:は|に|、))",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:to (?:avoid|prevent|rule out)|so that (?:no|nobody|nothing)|whenever|every time|in future|from now on|if (?:a|an|any))(?-u:\b)[^.;]{0,60}$",
        ),
    ]
});

/// Whether what stands at a place is told as something that may be or shall not be, and not as something that was.
pub(super) fn is_to_come(text: &str, place: &std::ops::Range<usize>, lang: Lang) -> bool {
    match lang {
        Lang::Ja => TO_COME[0].is_match(text.get(place.end..).unwrap_or_default()),
        Lang::En => TO_COME[1].is_match(text.get(..place.start).unwrap_or_default()),
    }
}

/// Whether a line is an item of a list or a row of a table.
pub(super) fn is_item(line: &str) -> bool {
    line.starts_with(['・', '-', '*', '|', '•', '●', '○']) || line.contains('\t')
}

/// Most bytes before a sentence in which its heading is looked for.
const REACH: usize = 1500;

/// How a sentence ends that leads in to a list.
const LEADS_IN: [&str; 4] =
    ["次のとおりです。", "次のとおりでございます。", "以下のとおりです。", "以下のとおりでございます。"];

/// Whether the heading or the lead-in above a line leaves open what stands there, or says whose account it is:
/// 「確認中の点」, "Your account:".
pub(super) fn is_led_open(text: &str, at: usize, lang: Lang) -> bool {
    let from = (at.saturating_sub(REACH)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let before = text.get(from..at).unwrap_or_default();
    let Some((above, _)) = before.rsplit_once('\n') else { return false };
    let mut blanks = 0;
    let mut ruled = false;
    for line in above.lines().rev().take(16) {
        let line = line.trim();
        if line.is_empty() {
            blanks += 1;
        } else if !is_item(line) {
            let heading = line.ends_with([':', '：'])
                || LEADS_IN.iter().any(|end| line.ends_with(end))
                || (!line.ends_with(['。', '.', '、', ',']) && line.chars().count() <= 40);
            return blanks <= 2 && heading && is_open(asked(line), lang);
        } else if ruled && is_open(line, lang) {
            // The head of a table says whose account stands in a column.
            return true;
        }
        ruled = line.starts_with('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        if blanks > 2 {
            return false;
        }
    }
    false
}

/// Whether a text leaves its point open or says whose account it is.
pub(super) fn is_open(text: &str, lang: Lang) -> bool {
    is_attributed(text, lang) || lang.pick(&OPEN_JA, &OPEN_EN).is_match(text)
}

/// Whether a text tells what may be, what is not to be done, or what is still to be checked, and nothing that was so.
pub(super) fn is_supposed(text: &str, lang: Lang) -> bool {
    let ja = ["かもしれ", "おそれ", "かねな", "確認する予定", "確かめる予定", "確認中", "確認を進め"].as_slice();
    let en = [" may ", " might ", "do not ", "don't ", "still checking", "will check"].as_slice();
    lang.pick(ja, en).iter().any(|word| text.contains(word))
}
