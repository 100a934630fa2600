//! Words that are names of people and companies too: alone they prove nothing.

/// English words that are given names, family names or short names of companies.
const ENGLISH: &str = "\
    abbey ace active allow alpha amber angel apple april arch art ash august autumn baker banks bath beach bell best \
    beta bill bishop black blue bond book booth branch bridge bright brook brown buck bush butler carpenter case \
    chance charity chase christian church city clark clay clear cliff close coach cole cook core cox cross crystal \
    daily dale dawn day dean delta direct dove drew duke early earth east easy edge ember erin eve faith fair farmer \
    field first fisher fox frank frost future gale gene general gift global golden good grace grant gray green guy \
    hall hand harper hart hay hazel heath hill holly home hood hope house hunt hunter idea iris ivy jack jade jay jean \
    jewel job joy june just justice key keys king knight lake lance lane law lee light lily link little long love luck \
    major marble march mark marks marsh mason max may means melody mercy merit mile miles mill moon moore moss nation \
    neat new next noble north novel nova ocean olive page paige park parks patience pearl penny percy peace pierce pike \
    pilot pitt pointer pool poole pope porter post potter power price prime prince quick quest rain ray reach read \
    real reed rich rise rob robin rock rod root rose ruby rush sage sand savage say sharp shine short silver singer sky \
    slack small smart smith snow son spark spring stack star steel stone storm street strong summer sun swan sweet \
    swift target taylor temple terry thorn tower trinity true trust turner value vision wade walker ward ware waters \
    way weaver web weeks well wells west white wild will wills wing winter wise wolf wood woods works world worth \
    young";

/// Names of months that are names of people.
const MONTHS: [&str; 4] = ["may", "april", "june", "august"];

/// What follows a common word that begins a sentence as a word and not as a name.
const FUNCTION: &str = "\
    a an the this that these those you we they he she it i there our your their his her its my all any some each every \
    no not in on at to of for from with by as if when while and or but so be is are was were do does did have has had \
    will would can could may might shall should must please also then up down out steps step week month year company";

/// Japanese words that are short names of companies or given names.
const JAPANESE: &str = "\
    未来 希望 大和 日本 東京 中央 第一 協和 共同 総合 世界 地球 宇宙 自然 生活 創造 信頼 誠実 安心 安全 品質 信用 \
    平和 太陽 朝日 富士 新日本 東洋 西洋 国際 産業 技術 情報 都市 健康 明日 光 絆 和 匠 結 花 空 海 森 光洋 大地 \
    みらい さくら ひかり あさひ はな そら うみ もり きずな のぞみ めぐみ まこと つばさ かなめ いずみ みどり ゆめ \
    マーク メイ ウィル ビル ジョイ ローズ グラント チャンス ホープ レイ ライト グリーン ブラウン ベル スター リンク \
    ネクスト フューチャー ビジョン ターゲット アップル ポスト コア エース トラスト パーク ピーク サン ムーン";

/// Whether a Latin word is also a word of English.
pub(super) fn is_english_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    ENGLISH.split_whitespace().any(|known| known == lower)
}

/// Whether it names a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
}

/// Whether a word can follow a common word only where that is no name.
pub(super) fn is_function_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    FUNCTION.split_whitespace().any(|known| known == lower)
}

/// Whether a name in Japanese script is also a word.
pub(super) fn is_japanese_word(word: &str) -> bool {
    JAPANESE.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::{is_english_word, is_function_word, is_japanese_word, is_month};

    #[test]
    fn words_are_known_whole() {
        assert!(is_english_word("Will") && is_english_word("NEXT") && !is_english_word("Willing"));
        assert!(is_month("May") && !is_month("Mayer"));
        assert!(is_function_word("The") && !is_function_word("Theo"));
        assert!(is_japanese_word("未来") && !is_japanese_word("未来商事"));
    }
}
