//! Words around names, by which a name is told from a title, a department or a place.

/// What stands before 様 without being a name.
pub(super) const NO_NAMES: &str = "\
    役職・ 役職 氏名 御中 皆 客 先 名 先方 各位 担当 担当者 取引先 得意先 関係者 責任者 主催者 会社 御社 貴社 貴院 貴行 貴校 貴法人 貴組合 社 同 仕 \
    模 多 有 異 何 奥 神 王 部長 課長 係長 主任 社長 専務 常務 本部長 次長 方 他 別 相手 上司 部下 同僚 従業員 \
    利用者 消費者 生産者 患者 医 教 一 旧 彼 摂 諸 両 部署 企業 人事 購買 支配人 室長 店長 院長 校長 園長 所長 工場長 支店長 理事長 頭取 会長 取締役 主査 \
    代理店 販売店 大学 委託元 委託先 施設 病院 親御 得意 生徒 児童 園児 塾生 会員 入居者 家族 遺族 保護者 住民 読者 応募者 来場者 事務局長 師長 看護師 施設長 管理者 \
    リーダー マネージャー ディレクター 店舗 本部 本店 支店 現場 売場 事務局";

/// Kin, before 様: お子様. Family names end with some of these (金子, 秩父).
pub(super) const KIN: &str = "子 父 母 親 娘 息子 兄弟 姉妹 祖父 祖母";

/// What stands before a title without being a name: departments and ranks.
pub(super) const DEPARTMENTS: &str = "\
    購買 営業 品質 保証 管理 生産 人事 総務 製造 経理 企画 開発 技術 工場 本 事業 支店 副 担当 調達 物流 情報 \
    法務 監査 製品 商品 販売 業務 資材 広報 統括 執行 代表 取締役 専任 首席 主席 次 前 現 新 同 弊社 当社 貴社 \
    各 両 部 課 室 係 所 局 上席 店 直属 所属 統制 財務 経営 国内 海外 第一 第二 第三 一 二 三 年 後任 連絡 窓口 \
    責任 現場 受注 出荷 購買課 当該";

/// Common family names: the ones a model invents people with. Names of places are not among them.
pub(super) const COMMON_FAMILIES: &str = "\
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 斎藤 斉藤 清水 山崎 \
    池田 橋本 阿部 山下 中島 石井 前田 岡田 藤田 後藤 近藤 村上 遠藤 坂本 太田 西村 藤井 岡本 藤原 三浦 中野 \
    原田 松田 竹内 中山 和田 石田 森田 上田 内田 柴田 酒井 高木 安藤 谷口 工藤 今井 高田 丸山 杉山 村田 新井 \
    平野 藤本 河野 野口 武田 松井 菅原 岩崎 木下";

/// The same in Latin letters, and their like in English.
pub(super) const COMMON_FAMILIES_EN: &str = "\
    Sato Suzuki Takahashi Tanaka Ito Watanabe Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto \
    Inoue Kimura Saito Shimizu Yamazaki Ikeda Hashimoto Smith Johnson Jones Williams Davis Taylor Anderson \
    Thompson Wilson Robinson";

/// What stands after a title and の without being a name.
pub(super) const AFTER_TITLES: &str = "\
    出席 同席 承認 確認 判断 指示 名前 氏名 変更 交代 交替 皆様 皆 方々 方 件 見方 指導 訪問 対応 報告 連絡先 電話 業務 業務量 体調 任命 \
    選任 異動 事情 負担 教育 研修 意見 回答 説明 認識 発言 記憶 立場 責任 役割 権限 決裁 決定 手配 窓口 後任 補佐 両名 二名 一名 一人 二人 署名 \
    押印 名刺 予定 都合 健康 希望 要望 経験 処遇 評価 配置 参加 立会 引継 指名 選定 支援 追加 増員 不在 休業 欠員 送付 点検 作成 管理 監督 一存 目 \
    通話 ご紹介 紹介 着任 人選 連絡 日程 意向 考え 継続 承諾 了解 不注意 不備 対応力 応対 言葉 態度 姿勢";

/// How family names end: 田, 川, 林.
pub(super) const FAMILY_ENDS: &str = "\
    田川村木藤井野本原島嶋崎沢澤谷口中山林森橋池岡松塚坂浦宮尾沼江東北南永里戸葉水条城岸辺邉居保津見越吉賀馬根畑堀丸峰浜淵堂関星柳桂瀬倉杉間伯菅泉\
    栗笠平幡輪牧溝矢波垣岩石角河桑柿梅桜竹秋冬夏春武部盛";

/// What stands before a place of business without being its name.
pub(super) const NO_PLACES: &str = "\
    自社 当社 弊社 貴社 本社 各 全 同 当 国内 海外 他 両 現地 協力 納入先 納品先 出荷 生産 製造 印刷 加工 組立 外注 委託先 本 新 主力 近隣 最寄り 管轄 担当 \
    配送 食品 専用 第一 第二 第三 先 御社 地方 都内 県内 市内 自 親 子 関連 全国 複数 別 該当 対象 上記 下請 包装 町";

/// What follows a family name where a person is meant.
pub(super) const ACTS: &[&str] =
    &["様", "さん", "氏", "殿", "が", "は", "より", "から", "も", "と申", "でございます", "です", "宛", "まで"];

/// What stands before a family name where a person is meant.
pub(super) const ROLES: &[&str] = &[
    "弊社",
    "当社",
    "弊社の",
    "当社の",
    "担当の",
    "課長の",
    "部長の",
    "係長の",
    "主任の",
    "責任者の",
    "後任の",
    "担当",
    "担当者",
];

/// Titles that follow a name.
pub(super) const RANKS: &[&str] =
    &["本部長", "部長", "課長", "係長", "主任", "次長", "室長", "店長", "総支配人", "支配人", "専務", "常務", "社長"];

/// Words with a capital that name no place: months, days, languages, departments, programs.
pub(super) const COMMON_CAPITALS: &str = "\
    January February March April June July August September October November December Monday Tuesday Wednesday \
    Thursday Friday Saturday Sunday Japan Japanese English Tokyo Sales Production Quality Assurance Personnel Logistics \
    Customer Success Engineering Finance Legal Purchasing Operations Internet Teams Zoom Excel Word Outlook Christmas Easter \
    Annex Appendix Section Table Item Step Room Client Company Party Subject Dear Sincerely Regards Confidential Internal";

/// Whether a character is a digit of Chinese numerals.
pub(super) fn is_kanji_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// Whether a character is a kanji or stands for one.
pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々')
}
