//! Things a sentence names that stand in none of the facts: 説明会, 書状, "portal".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::attributed::is_item;
use super::promise::often;
use super::records::Record;
use super::seen::Seen;
use super::sentence::quotations;
use super::topic::{Topic, stem};
use crate::facts::normalise::Normal;
use crate::lang::Lang;

/// Whether a promise is of things that the records it may rest on do not have, nor any other fact: 年内に操作の説明会を
/// 開きます is a report by its words, and no report on record. One such thing is enough where the record is meant by
/// the sort of act alone; where the sentence speaks of the record, it may tell of it in a few words of its own.
pub(super) fn promises_strange_things(text: &str, topic: &Topic, records: &[&Record], seen: &Seen, lang: Lang) -> bool {
    let clear = records.iter().any(|record| topic.speaks_of(&record.topic) || topic.shared(&record.topic) >= 2);
    let least = if clear { 3 } else { lang.pick(1, 2) };
    strange_things(text, seen, lang).len() >= least
}

/// Whether a row of a table or an item of a list in a plan tells of a measure that no record has: it has a time and
/// names a thing that no fact has. What is said to be done is no promise.
pub(super) fn is_strange_measure(line: &str, topic: &Topic, records: &[Record], seen: &Seen, lang: Lang) -> bool {
    let timed = line.contains(|c: char| c.is_ascii_digit()) || often(line).iter().any(|often| *often);
    let done: &[&str] = lang.pick(
        &["ました", "完了", "済", "ません", "おります", "随時"],
        &["done", "complete", "finished", " was ", " were ", " has ", " have "],
    );
    let lower = line.to_lowercase();
    let known = records.iter().any(|record| topic.shared(&record.topic) >= 3);
    (is_item(line) || line.contains('\t'))
        && timed
        && !known
        && !done.iter().any(|word| lower.contains(word))
        && strange_things(line, seen, lang).len() >= lang.pick(1, 2)
}

/// The things of a sentence that no text in view has, without the words that any letter may use and without what is
/// quoted.
pub(super) fn strange_things(text: &str, seen: &Seen, lang: Lang) -> Vec<String> {
    let mut own = String::new();
    let mut from = 0;
    for quote in quotations(text) {
        own.push_str(text.get(from..quote.start).unwrap_or_default());
        own.push(' ');
        from = quote.end;
    }
    own.push_str(text.get(from..).unwrap_or_default());
    let own = Normal::of(&own).text;
    match lang {
        Lang::Ja => japanese(&own, seen),
        Lang::En => english(&own, seen),
    }
}

fn japanese(text: &str, seen: &Seen) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    for run in chars.chunk_by(|a, b| kind(*a) == kind(*b)) {
        match run.first().map_or(Kind::Other, |first| kind(*first)) {
            Kind::Kanji => found.extend(run.split(|c| COUNTING.contains(*c)).filter_map(|run| strange_run(run, seen))),
            Kind::Katakana if run.len() > 2 => found.push(run.iter().collect()),
            _ => {}
        }
        at += run.len();
        found.extend(joined(&chars, at));
    }
    found.retain(|word| !is_of_letters(word) && !seen.says(word));
    found.dedup();
    found
}

/// Two kanji joined by the end of a verb: 立ち会い, 受け口, 聞き返し. The first of them stands before a place.
fn joined(chars: &[char], at: usize) -> Option<String> {
    let [one, join, two] = [at.checked_sub(1)?, at, at + 1].map(|at| chars.get(at).copied());
    let (one, join, two) = (one?, join?, two?);
    let alone = chars.get(at + 2).is_none_or(|after| kind(*after) == Kind::Other);
    let begins = at < 2 || chars.get(at - 2).is_none_or(|before| kind(*before) == Kind::Other);
    (kind(one) == Kind::Kanji && JOINS.contains(join) && kind(two) == Kind::Kanji && alone && begins)
        .then(|| [one, join, two].iter().collect())
}

/// A compound of kanji of which neither the whole nor the head is known: the head of 説明会 is what it is, 説明 what it
/// is for.
fn strange_run(run: &[char], seen: &Seen) -> Option<String> {
    let end = run.iter().rposition(|c| !ENDINGS.contains(*c))? + 1;
    let word: String = run.get(..end)?.iter().collect();
    let whole = ["弊社", "貴社", "当社", "御社"].iter().find_map(|own| word.strip_prefix(own)).unwrap_or(&word);
    let chars: Vec<char> = whole.chars().collect();
    let head: String = chars.get(chars.len().checked_sub(2)?..)?.iter().collect();
    (!is_of_letters(&head) && !seen.says(&head)).then(|| whole.to_owned())
}

fn is_of_letters(word: &str) -> bool {
    LETTERS_JA.contains(word)
}

static LETTERS_JA: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS_JA.split_whitespace().collect());
static LETTERS_EN: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS_EN.split_whitespace().collect());

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kanji,
    Katakana,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '々' => Kind::Kanji,
        'ァ'..='ヺ' | 'ー' => Kind::Katakana,
        _ => Kind::Other,
    }
}

/// How verbs end before another word.
const JOINS: &str = "いきしちひみりぎじびけせねめれげぜべえ";

/// Kanji that count or order what follows them.
const COUNTING: &str = "一二三四五六七八九十百千万〇何数毎各全両第約計翌当来昨今本同前";

/// Kanji behind a thing that say where, when or whose.
const ENDINGS: &str = "後中前内間時分月日年週末上下等様毎方側用的別初頃以迄宛氏殿者化性度回名件社枚箱点課部係先余";

/// Words of any business letter, which say nothing of what is promised.
const WORDS_JA: &str = "
    負担 見直 別途 状況 値引 割引 引き継 引継 場合 差し上 無償 無料 連絡 代金 費用 料金 受け持 所要
    時間 取り組 取組 結果 返信 返事 返答 差し引 実施 検討 現在 現状 現時点 段階 年明 予定 引き続
    請求 根拠 都合 事実 拝啓 謹啓 敬具 謹白 清栄 隆盛 慶び申 喜び申 様子 不明 回答 答申 報告 告申
    仕組 意図 完全 資料 数字 承認 承諾 了承 冒頭 項目 具合 進み具 認識 記憶 見解 面談 場所 役職
    日付 日時 日程 候補 指摘 指示 該当 対象 以外 以内 期限 期日 期間 以後 以降 以前 気持 慎重 判断
    挨拶 拝見 拝読 先立 意見 感想 点目 受け止 余裕 手順 方法 仕方 確実 合同 進め方 徹底 関係 詳細
    内容 概要 経過 進捗 進行 経緯 原因 要因 対策 対応 改善 措置 方針 方策 計画 趣旨 目的 理由 事情
    背景 影響 範囲 程度 全体 全員 双方 両者 両方 各位 担当 責任 任者 窓口 体制 部署 部門 社内 社外
    会社 貴社 弊社 当社 客様 先方 当方 皆様 本件 本日 当日 同日 翌日 明日 次回 初回 前回 今回 最初
    最後 最終 途中 今後 従来 同様 上記 下記 左記 前述 後述 別紙 書面 文書 書類 書中 電話 面会 訪問
    出席 参加 同席 同行 確認 点検 検証 照合 調査 把握 整理 説明 案内 通知 共有 提示 提出 送付 送信
    郵送 発送 受領 受信 受付 記録 記載 記入 登録 保管 保存 追加 変更 修正 訂正 更新 反映 設定 作成
    作業 準備 手配 用意 開始 着手 完了 終了 実行 運用 適用 稼働 試験 検査 機能 処理 管理 継続 維持
    再開 延期 遅延 前倒 短縮 相談 協議 打ち合 話し合 会議 定例 月次 週次 議事録 質問 疑問 問い合
    要望 希望 期待 依頼 提案 注文 受注 発注 納品 納入 納期 出荷 配送 数量 枚数 件数 金額 単価 支払
    契約 取引 商品 製品 品質 現場 本社 営業 業日 平日 午前 午後 正午 時刻 時期 時点 機会 場面 年末
    年始 年内 来月 今月 先月 来週 今週 先週 曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 一覧 様式 形式
    手元 必要 必須 重要 大切 大事 十分 正確 迅速 早急 至急 直接 個別 順次 随時 適宜 都度 次第 可能
    限度 見通 見込 見積 目安 目途 目処 基準 規則 原則 例外 条件 前提 立場 視点 観点 前任 新任 着任
    引き取 引き受 受け取 受け入 申し上 申し出 申し伝 申し訳 謝罪 反省 感謝 御礼 配慮 尽力 努力 誠意
    信頼 信用 不信 不安 心配 懸念 迷惑 不便 支障 問題 課題 不備 不足 間違 手違 行き違 取り違 食い違
    思い違 見落 聞き落 聞き取 書き取 読み上 読み合 照らし合 突き合 見合 立ち返 振り返 持ち帰 打ち消
    積み残 繰り返 取り消 取り下 書き添 申し添 言い添 書き加 付け加 調整 可否 有無 内訳 補償 損失 損害
    交代 交替 後任 段取 順序 順番 一部 残り 差額 合計 総額 再発 防止 予防 抑止 約束 厳守 遵守 順守
    連携 協力 支援 補助 補佐 早期 本来 当面 当座 実際 具体 結論 決定 確定 未定 保留 承知 理解 納得
    安心 安全 信義 名前 氏名 宛名 件名 題名 本文 文面 文言 表現 言葉 発言 主張 申告 要点 論点 争点
    自身 自社 前日 後日 日頃 平素 日々 格別 高配 厚情 愛顧 指導 鞭撻 査収 笑納 返却 交換 再送 再度
    重複 並行 同時 事前 事後 早速 直後 直前 期中 実施済 目付 目録 見出 晩秋 初冬 新春 早春 陽春
    盛夏 残暑 初秋 仲秋 寒冷 向寒 厳寒 余寒 時下 発展 繁栄 引き立 前略 草々 敬白 拝復 急啓 略儀
    末筆 時系列 系列 取り戻 求書 令和 平成 西暦 用命 一報 教示 健勝 健康 自愛
";

fn english(text: &str, seen: &Seen) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '\'').map(|word| word.trim_matches('\''));
    let words = words.map(str::to_lowercase).map(|word| word.trim_end_matches("'s").to_owned());
    let words = words.filter(|word| word.len() > 2 && !LETTERS_EN.contains(word.as_str()));
    words.filter(|word| !seen.topic().has(&stem(word)) && !seen.has_word(word)).collect()
}

/// The same in English, with the commonest verbs, adverbs and times.
const WORDS_EN: &str = "
    from with for about middle sit sits down walk simply whenever whatever anyone anybody phone mail inbox desk front behind around round
    soon briefly once per via both itself lower higher next-day calendar invoice yen approved approval actual
    actually regular regularly usual usually normal normally detail details detailed summary overview introduce
    introduces introduced handover submit submitted provide provides provided share shares shared inform informed
    notify notified contact contacts contacted talk talks talked speak speaks spoken discuss discussed cover covers
    covered include includes included including switch switched turn turned move moved apply applies applied
    ensure ensures remind reminded invite consent permission sincerely regards dear truly
    will shall would should could may might must can cannot not nor and but the this that these those
    here there then than when where which who whom whose what why how whether while until till since
    because although though unless without within into onto upon over under above below between among
    through throughout during before after again also too only even just still already yet soon later
    early earlier latest last next first second third same other another each every any all both either
    neither none some such own one two three four five six seven eight nine ten eleven twelve more most
    less least much many few several enough rather quite very well now today tomorrow yesterday tonight
    morning afternoon day days week weeks weekly month months monthly year years hour hours minute
    minutes date dates time times monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december have has had having been
    being was were are does did done doing get gets got getting give gives given giving go goes going
    gone come comes coming came take takes taken taking took make makes made making keep keeps kept
    keeping put puts set sets let lets say says said saying tell tells told telling see sees seen seeing
    look looks looked looking hear hears heard hearing read reads reading write writes written writing
    wrote send sends sent sending bring brings brought bringing receive receives received receiving
    reach reaches reached reaching follow follows followed following find finds found finding know knows
    known knowing think thinks thought mean means meant show shows shown showing ask asks asked asking
    answer answers answered answering reply replies replied call calls called report reports reported
    reporting explain explains explained describe state stand stands stay stays stayed remain remains
    hold holds held begin begins began begun start starts started starting end ends ended ending finish
    finished complete completed completes continue continues carry carried run runs work works worked
    working use used using need needs wish wishes want wants like likes able unable ready due free
    charge charged cost costs pay fee separate separately together alongside myself yourself itself
    ourselves themselves addition further new old full whole part parts half rest little long short high
    low right wrong good better best sure certain clear plain open close place places point points way
    ways thing things anything something nothing everything nobody somebody everybody person people
    matter matters case cases reason reasons step steps measure measures plan plans planned progress
    result results review reviewed reviews arrangement arrangements response request requests question
    questions meantime meanwhile advance letter letters copy copies account accounts name names named
    please thank thanks regret sorry apologise apologize apology agree agreed agreement understood
    understand understanding learn learned learnt hope value opinion opinions view views light fit fits
    suit suits differ differs different recollection recollections memory word words change changes
    changed replace replaced replaces improvement improvements attend attends attended attending join
    joins joined meet meets met meeting visit visits visited present presents presented propose proposes
    proposed promise promised promises guarantee duly fully automatically properly gladly personally
    directly promptly quickly shortly fortnight back forward along away out off ago hence therefore
    however instead otherwise line kind sort number numbers amount amounts list lists check checks
    checked checking confirm confirms confirmed confirming add adds added adding live easier ease hand
    handed hands bear bears borne interruption customer customers client clients side sides yours ours
    theirs him her his hers she they them your our you scheduled expected expect expects deal dealt try
    tried help helps helped happen happens happened issue issues problem problems error errors mistake
    mistakes mistaken fault faults cause causes paper sign signed refusal refusals today's its it's
    fifty twenty thirty hundred thousand first-hand prepared prepare status action responsible verified
    verify stage owner nov dec jan feb mar apr jun jul aug sep sept oct twice once onwards onward verbal
    delayed delay late ever never always
";

#[cfg(test)]
mod tests {
    use super::strange_things;
    use crate::lang::Lang;
    use crate::review::seen::Seen;

    #[test]
    fn what_no_fact_has_is_strange() {
        let seen = Seen::of_texts(vec!["納入予定一覧の送付、原因の説明、先方の工場".to_owned()], Lang::Ja);
        let strange = |text| strange_things(text, &seen, Lang::Ja);
        assert_eq!(strange("操作の説明会を開きます"), ["操作", "説明会"]);
        assert_eq!(strange("弊社社長の書状をお持ちします"), ["社長", "書状"]);
        assert_eq!(strange("荷受けに立ち会います"), ["荷受", "立ち会"]);
        assert_eq!(strange("専用のチャットをご用意します"), ["チャット"]);
        assert!(strange("納入予定の一覧は、十二月四日までに工場へお送りいたします").is_empty());
        assert!(strange("「見学会を」とのご要望につきまして、状況を書面でご報告いたします").is_empty());
        let seen = Seen::of_texts(vec!["a weekly written report to you".to_owned()], Lang::En);
        let strange = |text| strange_things(text, &seen, Lang::En);
        assert_eq!(strange("You will find an online portal from January."), ["online", "portal"]);
        assert!(strange("By the same Tuesday we will tell you what we have found.").is_empty());
    }
}
