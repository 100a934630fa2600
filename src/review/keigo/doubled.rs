//! 二重敬語. お召し上がりになる, お見えになる, お伺いする and joined honorifics (お読みになっていらっしゃる) are accepted.

use super::entry::{Category::Doubled, Entry};

pub(super) const TABLE: &[Entry] = &[
    Entry::warn(1, Doubled, "{v:おっしゃられる}", "おっしゃる"),
    Entry::warn(1, Doubled, "仰られ(?:る|ま|た|て|、)", "おっしゃる"),
    Entry::warn(2, Doubled, "{v:ご覧になられる}", "ご覧になる"),
    Entry::warn(3, Doubled, "{v:お読みになられる}", "お読みになる"),
    Entry::warn(4, Doubled, "{v:お越しになられる}", "お越しになる"),
    Entry::warn(5, Doubled, "{v:お見えになられる}", "お見えになる"),
    Entry::warn(6, Doubled, "{v:お帰りになられる}", "お帰りになる"),
    Entry::warn(7, Doubled, "{v:お話しになられる}", "お話しになる"),
    Entry::warn(8, Doubled, "{v:ご利用になられる}", "ご利用になる"),
    Entry::warn(9, Doubled, "{v:お召し上がりになられる}|{v:召し上がられる}", "召し上がる"),
    // Any other verb in the same form.
    Entry::warn(3, Doubled, "[おご][^おご、。\\s]{1,6}{v:になられる}", "「お（ご）〜になる」"),
    Entry::warn(
        3,
        Doubled,
        "(?:[おご][^おご、。\\s]{1,6}|ご覧)になられ(?:ながら|つつ|ま|る|た|て|ず|な|次第|がち|やす|に(?:くい|は|も))",
        "「お（ご）〜になる」",
    ),
    Entry::warn(
        3,
        Doubled,
        "(?:いらっしゃられ|なさられ|くださられ|おいでになられ)(?:る|ま|た|て|ながら|つつ)",
        "「いらっしゃる」「なさる」「くださる」",
    ),
    Entry::hint(10, Doubled, "拝見させて(?:いただ|頂)[^、。]{0,5}", "拝見する"),
    Entry::hint(
        11,
        Doubled,
        "拝(?:読|聴|受|借)させて(?:いただ|頂)[^、。]{0,5}",
        "拝読する（拝聴する、拝受する、拝借する）",
    ),
    Entry::warn(12, Doubled, "お伺いさせて(?:いただ|頂)[^、。]{0,5}", "伺う、お伺いする"),
    Entry::warn(13, Doubled, "承らせて(?:いただ|頂)[^、。]{0,5}", "承る"),
    Entry::warn(13, Doubled, "頂戴(?:さ|いたさ)せて(?:いただ|頂)[^、。]{0,5}", "頂戴する"),
    Entry::warn(
        14,
        Doubled,
        "ご拝(?:受|見|聴|借|察)(?:いたし|致し|し|させ)[^、。]{0,4}",
        "拝受しました（「ご」を付けない）",
    ),
];
