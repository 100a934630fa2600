//! Words that take an agreement, an instruction or an account for granted.

use std::ops::Range;
use std::sync::LazyLock;

use super::japanese::is_denied;
use crate::lang::{Lang, Match, Pattern};

/// Words that make a promise, an order or an agreement of what was said: verbs and the nouns that presuppose it.
static AGREED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "約束|合意|納得|賛同|快諾|申し合わせ|話がまとま|話がつい|話になって|手を打|首を縦|うなずい|頷い|請け負|安請け合い|(?:よい|良い|結構|大丈夫|構わない)と(?:申し|お?答え|お?返事|お?伝え)|(?:納期|期日|日程|納入日|納品日|お届け日)[^。、]{0,10}?(?:変わ(?:った|りました|って)|早ま(?:った|り|って)|改ま(?:った|り|って)|繰り上が|変更され|改められ)|ご承認|お認めいただ|異(?:議|論)(?:は|も|が)?な|(?:ご要望|お申し出|ご依頼|ご指示|その場で|すぐに)[^。、]{0,6}応じ(?:た|まし|てお)|取り決め|取決め|請け合|承諾|(?:を|も|は|で|、)承知|承知(?:の[上う]|し(?:ていながら|ておきながら|ながら)|した[^。]{0,3}(?:にも|もの))|ご?了承|同意|引き受け|お受け(?:し|いたし|する)|受諾|確約|ご?指示(?:を|が|に|の|いただ|くださ|どおり|通り)",
            "|承知した|承知しました|承知いたしました|(?:する|します|いたします|できる|できます|届ける|届けます|納める|納めます|間に合[うい](?:ます)?|分かりました|わかりました|大丈夫です|可能です)」?と(?:答え|返事(?:を)?し|返答し|伝え|言っ)(?:た|て|まし|なが)|(?:納入|納品|変更|繰り上げ|前倒し)(?:の件)?を受け(?:ておきながら|ていながら|ながら)",
            "|(?:納入|納品|変更|納期|ご?注文|前倒し|早め|ご?依頼|ご?要望)[^。、]{0,10}(?:承り|承っ|承る|うけたまわ)|ご?依頼(?:を|が|に|いただ|どおり|通り)",
            "|ご?変更(?:後|済み|いただい|くださっ)|新(?:しい|たな)?(?:納期|期日|納入日)|改め(?:た|られた)(?:納期|期日)|ご?指定(?:の|いただ|どおり)|お伝えいただい|決まった|聞き(?:誤|違|間違|取り違)|(?:とお答え|とお返事|と回答|とご説明|とご回答)(?:し|いたし|申し上げ)",
        )),
        Pattern::fixed(concat!(
            r"(?i)(?-u:\b)(?:agreed|agree to|agreeing|agreement|settled (?:on|for)|decided (?:on|for)|fixed on|opted for|(?:both|the two) (?:sides|companies|parties) (?:had |have )?(?:chosen|chose|picked|preferred|set|fixed)|said yes|gave (?:you )?(?:our|his|her) word|(?:content|happy|satisfied|fine) with|a yes (?:for|to)|(?:got|had|heard|received) (?:a|the) (?:yes|ok|okay|go-ahead)|went along|waved (?:it|that|them) through|(?:put|wrote|took|noted|jotted) down [0-9]+|[0-9]+ went down|promis[a-z]+|commit[a-z]*|undert[a-z]+|accept[a-z]*|instruct[a-z]*|assured|assurance|pledg[a-z]+|guarantee[a-z]*|arranged",
            r"|approv(?:ed|al)|(?:had|with|got|given) (?:your|their|his|her) (?:consent|approval|agreement|blessing|go-ahead)|signed up (?:to|for)|did not object|signed off|consented|nodded (?:it|them|that) through|(?:raised|raising) (?:no|a) (?:hand|finger|voice)|(?:with|got|gave|had|heard) (?:our|a|his|her|your|their|the) yes|let (?:you|him|her|them|(?:mr|ms)\.? [a-z]+) have the|acknowledged (?:the|our|a)|raised no objection|(?:was|were|been) due|due (?:on|by)|should have (?:come|arrived|been delivered|reached)|(?:asked for|wanted|requested|named|took down|noted down|wrote down) [0-9]+|confirmed (?:the |our |your |a |that |to you )?(?:[0-9]+|delivery|date|order|new|earlier|change|for|by phone|on the phone|you would|we would)|(?:new|revised|changed|later|earlier|requested) (?:delivery )?date|rescheduled|told us to|asked us to|ordered|order (?:was|is|of|for)|(?:we|i) said (?:we|i|that we|that i) would|(?:we|i) told you)(?-u:\b)",
        )),
    ]
});
/// Words that take for granted how many were ordered; they mean something only where a count is open.
static COUNTED_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "取り違え|(?:承った|承りました|伺った|伺いました|お聞きした)(?:枚数|数量|内容|件数|ご注文)|と(?:聞い|お聞きし|伺っ)ていた|聞いた[0-9]|控え(?:に|では)|ご注文(?:は|の|を|が|数|枚数)",
    )
});
/// Words of an agreement alone.
static STRONG: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "約束(?:し(?:た|て|まし)|いたしまし|を|の|どおり|通り|に|と|で|が|は)|合意(?:し(?:た|て|まし)|いたしまし|の|済|内容|どおり|事項)|取り決め|取決め",
            "|了承(?:を|いただ|済|の|くださ)|承諾(?:し(?:た|て|まし)|いたしまし|を)|同意(?:を|いただ|し(?:た|て|まし))|と(?:ご説明|お伝え|申し上げ|お答え)(?:しまし|いたしまし|しておりまし|した|していた)",
            // 売場で申し上げた十月からの値下げ.
            "|(?:申し上げた|お伝えした|ご説明した|お話しした)[^、。と]{0,10}(?:値下げ|値引き|割引|免除|無償|前倒し|延期|交換|返金)",
        )),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:agreed?|agreement|promis[a-z]+|commit[a-z]*|undert[a-z]+|assured|pledg[a-z]+|(?:we|i) said (?:we|i|that we|that i) would|(?:we|i) told you)(?-u:\b)",
        ),
    ]
});
/// Words that make little of what was said.
static MERELY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "あくまで|にすぎ|に過ぎ|(?:相談|打診|問い合わせ|お尋ね|お話|質問|照会)(?:に|の(?:域|範囲))[^。、]{0,4}(?:とどま|留ま|出(?:な|ませ|る))|単なる|単に|(?:相談|打診|問い合わせ|お尋ね|お話|質問)(?:し|され|なさっ|いただい)?た?(?:だけ|のみ|まで)(?:で|の|です|に|、)|だけで(?:ござい|あり|し)|のみで(?:ござい|あり|し)|(?:では|じゃ)(?:ござい|あり)ませんでした",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:merely|(?:was|is|were) (?:only|just|no more than|nothing but) (?:an? )?(?:enquiry|inquiry|query|question|request|idea|wish|suggestion)|only asked|just asked|simply asked|was only|was just|were only|no more than|nothing more than|never (?:agreed|promised|said|asked|told))(?-u:\b)",
        ),
    ]
});
/// Minutes nobody has acknowledged are one side's paper.
static MINUTES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        "議事録[^。]{0,30}(?:合意(?:し|いた|の(?:とおり|通り|内容|うえ)|済|事項|さ)|ご了承|ご承認|ご同意|ご?異議|異論)|(?:合意|ご了承|ご承認)[^。]{0,16}議事録|議事録[^。]{0,20}?(?:ご?確認(?:を)?いただいて(?:おり|い)|ご確認済|記した(?:とおり|通り)|記載(?:した|の)(?:とおり|通り))",
        r"|(?i:(?-u:\b)minutes(?-u:\b)[^.]{0,40}(?-u:\b)(?:agreed|approved|accepted|settled|prove|proves|objection|objected)(?-u:\b)|(?-u:\b)(?:agreed|approved|accepted)(?-u:\b)[^.]{0,40}(?-u:\b)minutes(?-u:\b))",
    ))
});
/// What denies: a promise that was not made, a confirmation that was not sent.
static DENIED_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:not|never|neither|nor|failed to|failing to|without|no|had to|should have|could have)(?-u:\b)[^,;.]{0,30}$",
    )
});
/// Ways of saying one thing, of which a version may use another than the text: [`CONCEPTS`].
static SAME: LazyLock<Vec<[Pattern; 2]>> = LazyLock::new(|| {
    CONCEPTS
        .iter()
        .map(|(ja, en)| [Pattern::fixed(ja), Pattern::fixed(&format!(r"(?i)(?-u:\b)(?:{en})(?-u:\b)"))])
        .collect()
});
/// What settles who misheard whom.
static MISHEARD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:後から|後になって|当日になって)[^。、]{0,12}(?:増え(?:た|まし|て)|変え(?:た|られ)|変わ(?:った|り)|変更(?:され|な))|追加(?:となっ|になっ|された|でご?(?:注文|依頼|用命)|のご?(?:注文|依頼|用命)|をご?(?:注文|依頼|用命)|いただい)|積み(?:忘れ|残し|漏れ)|聞き(?:誤|違|間違|漏ら|損|落と|そこな)|言い(?:間違|忘れ|違え|そびれ)|書き(?:違|間違|損|落と)|伝え(?:忘れ|漏れ|間違)|聞いて(?:いな|おりませ)|(?:枚数|数量|日付|納期|期日|件数)を(?:誤って|取り違|間違|誤解|勘違)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:misheard|mishear[a-z]*|mis(?:read|noted|took|understood|wrote)[a-z]*(?: down)? (?:the |your |his |her )?(?:number|order|date|figure|quantity)|[0-9]+ (?:[a-z]+ )?(?:too few|short|(?:fewer|less) than (?:you|they|he|she|was|were)(?: had)? (?:ordered|asked for|wanted|requested))|(?:took|wrote|noted|got) (?:the|your|his|her) (?:order|call|message) (?:down )?wrong(?:ly)?|(?:left|forgot) (?:out|behind) [0-9]+|forgot to (?:load|pack|ship)|changed (?:the|your|his|her|their) (?:number|order|date|mind) (?:afterwards|later|after)|heard (?:it |you |the number )?wrong(?:ly)?|(?:got|took|wrote|noted|had|took down|wrote down|noted down) (?:down )?(?:the |a )?(?:wrong (?:number|date|figure|day)|(?:number|date|figure|day) (?:down )?wrong(?:ly)?))(?-u:\b)",
        ),
    ]
});

/// Where a text settles who misheard whom.
pub(super) fn misheard(text: &str, lang: Lang) -> Option<Range<usize>> {
    let [ja, en] = &*MISHEARD;
    // 460 yen short is money.
    let things = |found: &str| ![" yen ", " euros ", " pounds ", " dollars "].iter().any(|unit| found.contains(unit));
    lang.pick(ja, en).find(text).map(|found| found.range()).filter(|found| text.get(found.clone()).is_some_and(things))
}

/// Japanese and English patterns of one thing each.
const CONCEPTS: [(&str, &str); 3] = [
    (
        "納期(?:の)?変更(?:の(?:お申し付け|ご?指示|ご?依頼|お約束)|を(?:承|お受け|ご指示))|決まった納期|早期の(?:納入|納品|お届け)|早め(?:の納入|のお届け|の納品)|前倒し|前だおし|繰り上げ|繰上げ|(?:納期|納入|納品|日程|お届け)[^。、]{0,14}早め(?:る|て|た|よ|ま)|早めて(?:ほしい|いただ|くれ)|(?:納期|納入|納品|お届け)を[^。、]{0,8}早め|(?:二日|2日|日程|納期|期日)(?:ほど|だけ)?(?:早く|前に)[^。、]{0,6}(?:お?届け|納め|お持ち)[^。、]{0,4}(?:話|こと|約束|運び|手はず)|変更(?:を|に)ご?(?:了承|承諾|お受け|お引き受け|承知し)",
        r"(?:earlier|revised|changed|moved|new|promised) (?:delivery )?date|date (?:that )?(?:we|i|you)(?: had| have)? (?:gave|given|named|told|promised|set|agreed)|(?:change|move|shift) of (?:the )?(?:delivery )?date|(?:bring|brings|bringing|brought) (?:[a-z0-9]+ ){0,5}forward|(?:move|moves|moving|moved) (?:[a-z0-9]+ ){0,5}(?:up|forward)|earlier delivery|advanc(?:e|ed|ing) the (?:date|delivery)",
    ),
    (
        "(?:全件|全数|すべて|全て|一件残らず|全員分|310名(?:全員)?分)(?:の記録)?(?:を|の)?(?:ご)?(?:確認|照合|照らし合わせ|突き合わせ|検証|調べ|確かめ|見|目を通)[^。、]{0,5}?(?:を(?:ご)?|の(?:お)?|(?:と|旨)(?:の|を|は)?(?:お|ご)?)(?:約束|説明|合意|取り決め|申し上げ|伝え|話し|請け合|言い切|断言|言明|明言|お?引き受け)|全数確認の(?:お)?約束",
        "(?:every|each|all)(?: [a-z0-9]+){0,3} (?:records?|rows?|entr(?:y|ies))(?: [a-z]+)? (?:would|will|was to|were to|had to|should) be (?:checked|compared|read|verified|gone through|looked at|examined|audited|inspected)|(?:would|to|should) (?:go|look) through (?:every|each|all)(?: [a-z0-9]+){0,3} (?:records?|rows?|entr(?:y|ies))|(?:undertook|undertaken|promised|agreed|said (?:that )?we would|told you (?:that )?we would) (?:to )?(?:check|compare|read|verify|go through|look at|examine) (?:every|each|all)|check(?:ed|ing)? (?:every|all|each) (?:single )?(?:record|entr|row)[a-z]*|full (?:check|review|comparison)",
    ),
    (
        "(?:抽出|抜き取り|抜取り|サンプル)(?:で|に|と)(?:の)?合意|(?:抽出|抜き取り|抜取り|サンプル)[^。、]{0,10}?(?:する|よる|足りる|よい|行う|進める|確かめる|見る)(?:こと|旨|と|進め方)[^。、]{0,24}?(?:説明|お?伝え|申し上げ|了承|了解|納得|合意|お返事|同意|承認|約束)",
        "sample of [a-z0-9]+ (?:was|is|had been|has been) (?:agreed|settled|accepted|approved)",
    ),
];
/// The same for what the client says happened: the words become one before they are compared.
static HALTED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "停止|止ま|止め|停め|停まっ|ストップ|中断|休止|動か(?:な|せ|ず)|動き(?:ません|を止)|動けな|稼働(?:を|が|は)?(?:でき|し|させ)[^。、]{0,3}(?:な|ず|ませ)|滞(?:り(?:ま|、|が)|っ|る)|空転|手待ち|立ち往生|待たせ|待たさ|(?:設営|作業|生産|組み立て|稼働)[^。、]{0,16}(?:進め|続け)られ(?:な|ず|ませ)|空いたまま|手が空",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:stood (?:still|idle)|stand(?:ing)? (?:still|idle)|standstill|stop(?:ped|page|s|ping)?|halt(?:ed|s)?|idle|came to a (?:halt|stop)|shut down|shutdown|downtime|was down|were down|interrupt[a-z]*|(?:could not|unable to|not able to) (?:run|work|operate|go on|continue|produce|pack)|lay still|out of action|not running)(?-u:\b)",
        ),
    ]
});

/// What was not granted, by whomever it is told.
static REFUSED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:取得|取る|取り|取ること)(?:が|は)?(?:でき(?:な|ず|ませ)|かな(?:わ|い)|叶わ)|取(?:れ|得せ)(?:な|ず|ませ)|お取りになれ(?:な|ず|ませ)|取り(?:損ね|損な|逃|そびれ|やめ|下げ)|断ら(?:れ|ざる)|断念|却下|棄却|差し戻|不承認|受け付けられ(?:な|ず|ませ)|受理され(?:な|ず|ませ)|認められ(?:な|ず|ませ)|通らな(?:か|い)|見送(?:ら|る|り|っ)|見合わせ|あきらめ|諦め|逃(?:した|し|さ)|休め(?:な|ず|ませ)|休むこと(?:が|も)でき(?:な|ず|ませ)|返上|台なし|台無し|奪",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:refused|denied|declined|rejected|turned down|(?:could not|couldn't|were unable to|was unable to|were not able to|did not get to) (?:take|have|get)|(?:was|were) not (?:granted|allowed|given)|(?:go|went|going) without|miss(?:ed)? out on)(?-u:\b)",
        ),
    ]
});

/// An act of speech that is said not to have been done, which takes a side as well.
static NEVER_SAID: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:約束|合意|ご?指示|承諾|了承|承知|お受け|お引き受け|説明|ご?注文)(?:は|を|が|も|には?|した|いたした|し|いたし|いただいた|して|いたして|とは)?(?:いな[いか]|おりませ|いませ|(?:という)?(?:事実|覚え|記憶|こと)は(?:な[いか]|ござい|あり)|はな[いか]|はござい|はあり|していな|しておりませ|いただいておりませ|受けていな|受けておりませ)|(?:納期|期日|日程)[^。、]{0,16}(?:変わり(?:は|が)?[なご]|変更(?:は|が)[^。、]{0,4}(?:な[いか]|あり|ござい)|動いておりませ|変わって(?:いな|おりませ|いませ)|変更されて(?:いな|おりませ|いませ))|納期[^。]{0,20}遅(?:延|れ)(?:は|では)(?:ござい|あり|な[いか]|生じ)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:(?:never|did not|didn't|have not|haven't|had not) (?:ever )?(?:agreed?|promised?|instruct(?:ed)?|accept(?:ed)?|committed|undertook|undertake|order(?:ed)?|ask(?:ed)? (?:us )?(?:for|to))|no (?:promise|agreement|instruction|commitment|order) (?:was|were|has been|had been|to)|date (?:never|has not|had not|did not) changed?|(?:was|were|is) no delay|not (?:late|delayed))(?-u:\b)",
        ),
    ]
});
/// One side's record or memory called right or wrong.
static SIDED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:控え|議事録|メモ|(?:弊社|当社|通話|電話)の記録)[^。、]{0,14}?(?:に|には|は)?(?:書き誤り|書き間違い|誤記|間違い|誤り|写し間違い|記入漏れ|誤記載)(?:は|が)?(?:一切|全く)?(?:な[いかくし]|ござい|あり)|(?:様|先方|貴社|顧客|相手)の(?:思い違い|勘違い|記憶違い|聞き違い|お?思い込み)|(?:控え|記録|記憶|ご?認識|ご?説明|主張|言い分|[0-9０-９](?:枚|個|箱|件|日))[^。、]{0,6}(?:が|は|のほうが|の方が)(?:正し[いくか]|間違い(?:が|は)?[なあ]|誤って|誤り|事実[でに])",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:our|his|her|your|their|the) (?:own )?(?:notes?|records?|minutes|memory|recollection|account|version)(?: [a-z]+){0,3} (?:is|are|was|were|must be) (?:right|correct|wrong|mistaken|true)(?-u:\b)",
        ),
    ]
});
/// A promise that was broken, whatever it was.
static BROKEN: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "お?約束(?:どおり|通り|の)(?:の)?(?:日|期日|納期|日時)(?:に|で)?[^。、]{0,8}(?:でき(?:ず|な|ませ)|られ(?:ず|な|ませ))|(?:約束|合意|取り決め|申し合わせ)[^。、]{0,10}(?:背|裏切|守れ(?:ず|な|ませ|てい|てお)|守らず|守って(?:いな|おりませ)|果たせ|果たさず|違え|反し|反する|破り|破っ|反故|履行(?:でき|せず)|沿え|(?:どおり|通り)に(?:でき|届け|納め)[^。、]{0,4}(?:ず|ませ|な))|(?:ご?変更|ご?指示|繰り上げ|お申し付け)(?:の(?:件|お電話|ご連絡|手配))?(?:を|に)(?:失念し(?:て|た|まし)|忘れ(?:て(?:い|お|しま)|た|まし)|漏らし(?:て|た|まし)|見落とし(?:て|た|まし)|お?応え(?:でき(?:ず|ませんでした)|られ(?:ず|ませんでした))|従わず|従わなかった|承りながら|承っておきながら|お受けしながら|お受けしておきながら)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:broke|broken|break|breaking|breach(?:ed)?|fail(?:ed|ure|ing|s)? to (?:keep|honou?r|meet|stick|hold)|(?:did|do) not (?:keep|honou?r|meet|stick)|went back on)(?: to)? [^.,;]{0,24}(?-u:\b)(?:promises?|promised|word|commitments?|agreement|agreed|told|undertaking)(?-u:\b)",
        ),
    ]
});
/// The day a thing was due by an agreement: お約束の納期に間に合わず.
static DUE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?:お約束|ご指定|ご指示|お申し付け|変更後|繰り上げ後|前倒し後|早まった|お受けした|承った|お引き受けした|変更(?:いただい|なさっ|くださっ|を承っ)た)(?:の|した|いたしました|いただいた|いただきました)?(?:納期|期日|納入日|納品日|納入|日程|お届け日|日(?:に|の|までに|どおりに))",
    )
});

/// What is not to be said.
static UNSAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "^[^。、]{0,4}?(?:と|など)(?:は|も)?(?:言わ|申し上げ(?:な|ず|ら)|述べ(?:な|ず)|答え(?:な|ず)|断じ|言い切)",
    )
});

/// Where a text says that an act of speech was not done, calls one side's record right, or speaks of the day due.
pub(super) fn takes_sides(text: &str, lang: Lang) -> Option<Range<usize>> {
    let written = lang.pick("書面", "in writing");
    let listed = |place: &Range<usize>| {
        let after = text.get(place.end..).unwrap_or_default().trim_start_matches('い');
        ["こと", "もの", "点", "金額"].iter().any(|noun| after.starts_with(noun))
    };
    let denied = || {
        let place = lang.pick(&NEVER_SAID[0], &NEVER_SAID[1]).find(text)?.range();
        // これを超える額は約束していません: money is meant, and no talk that is disputed.
        let money = |place: &Range<usize>| {
            let after: String = text.get(place.end..).unwrap_or_default().chars().take(30).collect();
            let near = lang.pick(tail(text, place.start), &after);
            ["額は", "額を", "金額", "円は", "円を", "補償", "値引", "amount", "yen", "money"]
                .iter()
                .any(|word| near.contains(word))
        };
        // そのような約束はないとは言わず: nobody says so.
        let unsaid = |place: &Range<usize>| text.get(place.end..).is_some_and(|after| UNSAID.is_match(after));
        Some(place).filter(|place| !text.contains(written) && !listed(place) && !money(place) && !unsaid(place))
    };
    let neutral =
        ["どちら", "いずれ", "いとも", "whichever", "which of", "neither"].iter().any(|word| text.contains(word));
    // 控えに誤りがないかを確かめる asks.
    let asks = |place: &Range<usize>| {
        text.get(place.end..).is_some_and(|after| after.trim_start_matches('い').starts_with('か'))
    };
    let sided = || Some(lang.pick(&SIDED[0], &SIDED[1]).find(text)?.range()).filter(|place| !neutral && !asks(place));
    denied().or_else(sided)
}

/// Where a text says that a promise was broken.
pub(super) fn broken(text: &str, lang: Lang) -> Option<Range<usize>> {
    Some(lang.pick(&BROKEN[0], &BROKEN[1]).find(text)?.range())
}

/// Where a text speaks of the day on which goods were due by an agreement.
pub(super) fn due_day(text: &str) -> Option<Range<usize>> {
    let report = ["報告", "回答", "書面", "返事", "経緯", "連絡"].iter().any(|word| text.contains(word));
    // お約束の期日 may be that of a measure; the day of a delivery is named with what was to come.
    let measure = |found: &Match<'_>| {
        (found.as_str().ends_with("期日") || found.as_str().ends_with("日程"))
            && !["納入", "納品", "届", "納め", "製品", "間に合"].iter().any(|word| text.contains(word))
    };
    DUE.find(text).filter(|found| !report && !measure(found)).map(|found| found.range())
}

/// What binds the one who says it, or the other side: no mere order, which both sides may accept.
static BINDING: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "約束(?:し|いたし|の|どおり|通り|に|と|で|が)|納得|賛同|快諾|ご?了解(?:を|いただ|くださ|済|の)|同意|取り決め|取決め|申し合わせ|話がまとま|(?:その場で|すぐに|お?申し入れに|ご?要望に|ご?依頼に|ご?指示に)応じ(?:た|まし|てお|てい|、)|首を縦|請け合|合意(?:し|いたし|の|に|済|どおり|内容)|ご?指示(?:を(?:いただ|受け|頂戴)|いただ|のあった|どおり|通り|に(?:反|従|沿))|お引き受け|引き受け(?:た|て)|お受け(?:し|いたし)|承諾|了承|承知した|承知しな|受諾|(?:変更|早め|繰り上げ|前倒し|納入|納品|お届け|抽出|確認)[^。、]{0,6}ことにな(?:り|っ)|ことで(?:一致|決ま)|(?:変更|前倒し)(?:を|が)(?:決ま|決め|承り|承っ)",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:as agreed|settled on|fixed on|came to terms|shook hands on|nodded|said yes|a yes (?:for|to)|(?:got|had|heard|received) (?:a|the) (?:yes|ok|okay|go-ahead)|consented|signed off|went along with|(?:sides|companies|parties) (?:had |have )?(?:chosen|chose|opted)|(?:we|sides|both|you|parties) (?:had |have )?(?:all |both )?(?:agreed|accepted|settled|decided)(?: on| to| that)?|agreed with|promised|instructed|(?:was|were) (?:agreed|settled|decided|promised)|gave (?:you )?our word|(?:'s|’s|your|his|her) instructions?)(?-u:\b)",
        ),
    ]
});

/// Where a text says that something binding was said.
pub(super) fn binding(text: &str, lang: Lang) -> Option<Range<usize>> {
    // 10月28日のお電話をお受けした際: a call was taken, and nothing else.
    let call = |place: &Match<'_>| {
        let before = text.get(..place.start()).unwrap_or_default();
        let takes = place.as_str().contains("受け") || place.as_str().contains("承");
        takes && ["電話を", "お話を", "連絡を", "問い合わせを"].iter().any(|object| before.ends_with(object))
    };
    let found = lang.pick(&BINDING[0], &BINDING[1]).find_iter(text).find(|place| !call(place))?;
    Some(found.range()).filter(|place| !is_pledged(text, place))
}

/// Whether what is said of an agreement is a promise given here and now: 点検をお約束いたします.
fn is_pledged(text: &str, place: &Range<usize>) -> bool {
    static NOW: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::fixed("^(?:を)?(?:し|いたし|致し|申し上げ)?(?:ます(?:。|の|が|$)|る所存|ることを)"));
    text.get(place.end..).is_some_and(|after| NOW.is_match(after))
}

/// Something said to be ordered or missing: a count beside it is the count ordered.
static ORDERED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "ご?注文|ご用命|ご?依頼|承[っりる]|伺った|うかがった|不足|足り|うち、|(?:の|な)ところ|に対し|はず",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:order(?:ed|s)?|asked|wanted|requested|short|missing|needed|instead of|rather than)(?-u:\b)",
        ),
    ]
});

/// Whether a text speaks of an order.
pub(super) fn speaks_of_order(text: &str, lang: Lang) -> bool {
    lang.pick(&ORDERED[0], &ORDERED[1]).is_match(text)
}

/// Whether what follows a count says that somebody said it: 80枚とおっしゃっています.
pub(super) fn is_said(before: &str, after: &str, lang: Lang) -> bool {
    static SAID: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
        [
            Pattern::fixed("^と(?:の|は)?(?:おっしゃ|仰|ご(?:認識|主張|注文|指示|依頼|用命)|お話|言)"),
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:said|says|say|ordered|orders|asked for|named|remembers?|recalls?|told us)(?: [a-z]+){0,2} $",
            ),
        ]
    });
    lang.pick(SAID[0].is_match(after), SAID[1].is_match(before))
}

/// Whether a text tells of a standstill.
pub(super) fn is_halt(text: &str, lang: Lang) -> bool {
    lang.pick(&HALTED[0], &HALTED[1]).is_match(text)
}

/// Whether a text tells that something was not granted.
pub(super) fn is_refusal(text: &str, lang: Lang) -> bool {
    lang.of(&REFUSED).is_match(text)
}

/// Whether a text tells that people did not get something: 3名の方が取れず, "three of them could not take".
pub(super) fn somebody_was_refused(text: &str, lang: Lang) -> bool {
    static SOMEBODY: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
        [
            Pattern::fixed(
                "[0-9０-９一二三四五六七八九十](?:名|人)(?:様|の(?:方|社員|従業員|皆様))?(?:々)?(?:が|は|に|も)",
            ),
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|some|several|a few) (?:of (?:them|you|your|their|the)|employees?|people|persons?|colleagues|staff)(?-u:\b)",
            ),
        ]
    });
    is_refusal(text, lang) && lang.of(&SOMEBODY).is_match(text) && !text.trim_end().ends_with(['?', '？'])
}

/// The words just before a place, as many as matter.
fn tail(text: &str, end: usize) -> &str {
    let start = (end.saturating_sub(60)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    text.get(start..end).unwrap_or_default()
}

/// The first word that takes an agreement or an instruction for granted; of a count only where one is open.
pub(super) fn agreed(text: &str, lang: Lang, counted: bool) -> Option<Range<usize>> {
    let [ja, en] = &*AGREED;
    match lang {
        Lang::Ja => {
            let of_count = counted.then(|| COUNTED_JA.find(text)).flatten();
            let found = ja.find(text).into_iter().chain(of_count).min_by_key(Match::start);
            found.map(|found| found.range()).filter(|place| !is_pledged(text, place))
        }
        Lang::En => {
            // A promise that was not kept was made.
            const DENIABLE: [&str; 8] =
                ["confirmed", "agree", "accept", "instruct", "ordered", "promis", "arranged", "guarantee"];
            let denied = |found: &Match<'_>| {
                let verb = found.as_str().to_lowercase();
                let around =
                    (text.get(..found.start()).unwrap_or_default(), text.get(found.end()..).unwrap_or_default());
                // "(agreed)" and "it is agreed" tell what both sides accept.
                if verb == "agreed"
                    && (around.0.ends_with(['(']) || around.1.starts_with(')') || around.0.ends_with("is "))
                {
                    return true;
                }
                if !DENIABLE.iter().any(|word| verb.starts_with(word)) || verb == "agreement" {
                    return false;
                }
                let before = tail(text, found.start());
                let kept =
                    ["keep", "meet", "honour", "honor", "fulfil", "stick"].iter().any(|word| before.contains(word));
                !kept && DENIED_EN.is_match(before)
            };
            en.find_iter(text).find(|found| !denied(found)).map(|found| found.range())
        }
    }
}

/// The first word of an agreement in so many words.
pub(super) fn strongly_agreed(text: &str, lang: Lang) -> Option<Range<usize>> {
    let [ja, en] = &*STRONG;
    lang.pick(ja, en).find(text).map(|found| found.range())
}

/// Words of a text without those of an agreement itself, in the form in which texts are compared.
pub(super) const AGREEING: [&str; 14] = [
    "約束",
    "合意",
    "了承",
    "承諾",
    "同意",
    "説明",
    "伝",
    "答",
    "agre",
    "agreement",
    "promis",
    "said",
    "told",
    "undertook",
];

/// The first word that makes little of what was said.
pub(super) fn merely(text: &str, lang: Lang) -> Option<Range<usize>> {
    let [ja, en] = &*MERELY;
    lang.pick(ja, en).find(text).map(|found| found.range())
}

/// Where minutes are called agreed.
pub(super) fn agreed_minutes(text: &str) -> Option<Range<usize>> {
    // "They were never confirmed, so the minutes prove nothing."
    let nothing = |found: &Match<'_>| {
        let after = text.get(found.end()..).unwrap_or_default();
        found.as_str().to_lowercase().ends_with(['e', 's'])
            && [" nothing", " neither", " no "].iter().any(|word| after.starts_with(word))
    };
    // 議事録はあるが、合意したとは扱わない. That nobody objected is said with a denial as well.
    let denied = |found: &Match<'_>| {
        let agreed = ["合意", "承認", "了承", "同意"].iter().any(|word| {
            let tail = found.as_str().trim_end_matches(['し', 'い', 'た', 'さ', 'の', 'ご']);
            tail.ends_with(word)
        });
        agreed && is_denied(text.get(found.end()..).unwrap_or_default())
    };
    MINUTES.find_iter(text).find(|found| !nothing(found) && !denied(found)).map(|found| found.range())
}

/// Where a text says, in whatever words, a thing that one of the versions says.
pub(super) fn same_thing<'a>(
    text: &str,
    versions: impl Iterator<Item = &'a str> + Clone,
    lang: Lang,
) -> Option<Range<usize>> {
    SAME.iter().find_map(|[ja, en]| {
        let words = lang.pick(ja, en);
        let change = ["担当", "責任者", "窓口"].iter().any(|word| text.contains(word));
        let found = words.find_iter(text).find(|found| !(change && found.as_str().starts_with("変更")))?;
        versions.clone().any(|version| words.is_match(version)).then(|| found.range())
    })
}

/// The text with one word for every way of saying that something stopped, and that somebody did not get something.
pub(super) fn alike(text: &str, lang: Lang) -> String {
    let text = lang.of(&HALTED).replace_all(text, lang.pick("停止", "standstill"));
    let text = lang.of(&REFUSED).replace_all(&text, lang.pick("却下", "refused")).into_owned();
    // Those who had no day off had no leave.
    if lang == Lang::Ja { text.replace("お休み", "休暇").replace("休みを", "休暇を") } else { text }
}
