//! くだけた語: fine inside the company, not in a letter to a client.

use super::entry::{Category::Casual, Entry};

pub(super) const TABLE: &[Entry] = &[
    Entry::warn(40, Casual, "(?:すみ|すい)ません(?:でした)?|済みませんでした", "申し訳ございません"),
    Entry::warn(41, Casual, "ごめん(?:なさい|ね|くださ)?", "お詫び申し上げます"),
    Entry::warn(
        42,
        Casual,
        "了解(?:しました|いたしました|致しました|です|しております|いたします|しています)",
        "承知いたしました",
    )
    .unless("ご了解"),
    Entry::warn(43, Casual, "なるほど(?:です(?:ね)?)?", "おっしゃるとおりです"),
    Entry::warn(44, Casual, "とりあえず|取りあえず|取り敢えず|取り?急ぎ|とり急ぎ|とりいそぎ", "まずは"),
    Entry::warn(45, Casual, "ちょっと", "少々"),
    Entry::warn(46, Casual, "ちゃんと", "確実に"),
    Entry::warn(47, Casual, "(?:^|[。\\n] ?)(なので|だから|ですから|けど、|でも、|それに、|あと、)", "そのため、"),
    Entry::warn(48, Casual, "やっぱり?", "やはり"),
    Entry::warn(
        0,
        Casual,
        "すごく|めっちゃ|めちゃくちゃ|マジで|本当にヤバ|いまいち|ばっちり|バタバタして|ドタバタ|(?:し|な|い)ちゃ(?:い|っ|う)|じゃな(?:い|く|か)|(?:です|ます)けど",
        "書き言葉に改める",
    ),
];
