//! さ入れ, ら抜き, い抜き: a kana too many or too few in a verb.

use super::entry::{
    Category::{DroppedI, DroppedRa, ExtraSa},
    Entry,
};

/// What follows a dropped ら: not the conditional (見れば).
macro_rules! potential {
    ($stem:literal) => {
        concat!($stem, "(?:る|な(?:い|か|く)|ま[すせし]|た|て|そう|ず)")
    };
}

pub(super) const TABLE: &[Entry] = &[
    Entry::warn(30, ExtraSa, "読まさせて(?:いただ|頂|くださ)[^、。]{0,4}", "読ませていただく"),
    Entry::warn(31, ExtraSa, "行かさせて(?:いただ|頂|くださ)[^、。]{0,4}", "伺う、行かせていただく"),
    Entry::warn(32, ExtraSa, "休まさせて(?:いただ|頂|くださ)[^、。]{0,4}", "休ませていただく"),
    Entry::warn(33, ExtraSa, "書かさせて(?:いただ|頂|くださ)[^、。]{0,4}", "書かせていただく"),
    Entry::warn(34, ExtraSa, "送らさせて(?:いただ|頂|くださ)[^、。]{0,4}", "お送りいたします"),
    // Other 五段 verbs; 一段 and サ変 verbs take させ rightly.
    Entry::warn(
        30,
        ExtraSa,
        "(?:伺わ|聞か|使わ|取ら|作ら|持た|待た|帰ら|やら|働か|選ば|学ば|進ま|承ら|預から|知ら|飲ま|言わ|会わ|払わ|担わ|手伝わ|願わ|頼ま|呼ば|運ば|急が|続か|置か|届か|改まら|関わら|携わら|直さ|出さ|渡さ|話さ|示さ|戻さ|正さ|果たさ|申さ|致さ|招か|向かわ|行なわ|行わ|扱わ|守ら|断ら|謝ら|配ら|譲ら)させて(?:いただ|頂|くださ)[^、。]{0,4}",
        "「さ」を取る（伺わせて、使わせて、話させて）",
    ),
    // The other way round: a れ too many behind a verb that already says that something can be done.
    Entry::warn(
        0,
        ExtraSa,
        "(?:行け|書け|読め|話せ|使え|出せ|送れ|作れ|取れ|会え|帰れ|直せ|返せ|渡せ|示せ)れ(?:る|ます|ません|ない|ました)",
        "「れ」を取る（行ける、使える）",
    ),
    Entry::warn(35, DroppedRa, potential!("見れ"), "見られる"),
    Entry::warn(36, DroppedRa, potential!("来れ"), "来られる").unless("出来れ"),
    Entry::warn(37, DroppedRa, potential!("受けれ"), "受けられる"),
    Entry::warn(38, DroppedRa, potential!("決めれ"), "決められる"),
    Entry::warn(
        35,
        DroppedRa,
        potential!(
            "(?:食べ|起き|寝|考え|届け|伝え|続け|避け|進め|始め|止め|教え|答え|調べ|変え|認め|改め|設け|定め|努め|集め|まとめ|確かめ|見つけ|付け|預け|上げ|下げ|投げ|逃げ|得|着|出|信じ|感じ|応じ|借り|降り|過ぎ|用い|いただけ)れ"
        ),
        "「ら」を補う（届けられる、続けられる）",
    )
    .unless("(?:思い|し|やり|引き|言い|現|日|差し|遠)出れ"),
    Entry::warn(
        39,
        DroppedI,
        "(?:[しっいえけげせてねへめれべぎきじちにみりび]|[見来得出着寝経])て(?:ます|ました|ません)|[んい]で(?:ます|ました|ません)",
        "「〜ております」",
    )
    .unless("(?:よって|おって|もって|まして|際して|関して|して)ます$|(?:継|繋|注|防)いでます$^|(?:建|立|企|隔|充|当|宛|捨|育)て"),
    Entry::warn(39, DroppedI, "(?:[しっえけめ]|ん)[てで](?:る|た)(?:ので|から|ため|。|けど|が、)", "「〜ております」"),
];
