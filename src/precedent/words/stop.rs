//! Words that stand in every case and tell none from another.

use std::collections::HashSet;
use std::sync::LazyLock;

/// English words: function words, and those of every complaint.
pub(super) static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a about above after again against all also although and another any anybody anything are around ask \
    asked asks back because been before began being below between both but came can cannot case client \
    clients come company could customer customers day days did does doing done down during each either else \
    even every everybody few first for from gave get give given goes going had has have having head her \
    here hers him his hour hours how however inc into its itself just last left less ltd made make makes \
    manager many may might month months more morning most much must new next nobody nor not nothing now off \
    once one only other others our ours out over own people person rep representative said same say says \
    second section sent she should since some something still such take taken than that the their theirs \
    them then there these they thing things this those though three through time times today told too took \
    two under until upon used very was way ways week weeks well went were what when where which while who \
    whom whose why will with within without would year years yen yes yet you your yours"
        .split(' ')
        .collect()
});

/// Japanese words of every complaint.
pub(super) static JAPANESE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "株式 会社 株式会社 有限会社 当社 弊社 先方 貴社 御社 貴院 貴行 貴校 自社 担当 当者 担当者 弊社側 午前 \
    午後 同日 当日 翌日 前日 本日 今回 今後 以降 以前 以後 場合 状態 状況 内容 対応 実施 必要 事案 結果 \
    現在 全員 全体 一部 月中 年月 月末 部分 際中 可能 方法 関係 旨申 旨連 時点 期間 課長 部長 係長 主任 \
    社員 上司 様方 件名 頂戴 指摘 一致"
        .split(' ')
        .collect()
});

/// Kanji of verbs and nouns that say nothing by themselves.
pub(super) const KANJI: &str = "年月日時分秒週間前後中内外上下左右方者人件様本当同各毎名円回等際為何私他出来行入持思言見取受\
                                申致頂戴伺承差及於有無在成付切合会得置向続始終以旨点度通込過多少大小高低長短新旧全部手目良悪";
