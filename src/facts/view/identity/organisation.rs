//! The ways an organisation is written.

use std::collections::HashSet;

use super::form::Form;
use super::script::{Script, runs};
use crate::facts::{Groups, Text};
use crate::lang::Lang;

/// Legal forms and the like: they name nobody.
const LEGAL_JA: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "医療法人社団",
    "医療法人財団",
    "医療法人",
    "学校法人",
    "社会福祉法人",
    "一般社団法人",
    "公益社団法人",
    "社団法人",
    "一般財団法人",
    "公益財団法人",
    "財団法人",
    "独立行政法人",
    "(株)",
    "（株）",
    "㈱",
    "(有)",
    "（有）",
    "㈲",
];
const LEGAL_EN: &[&str] = &[
    "K.K.",
    "KK",
    "Co., Ltd.",
    "Co.,Ltd.",
    "Co. Ltd.",
    "Co. Ltd",
    "Ltd.",
    "Ltd",
    "Inc.",
    "Inc",
    "LLC",
    "L.L.C.",
    "G.K.",
    "GK",
    "Corporation",
    "Corp.",
    "Corp",
    "PLC",
    "GmbH",
    "Limited",
];

/// What many companies have in their names.
const TRADES_JA: &[&str] = &[
    "製菓",
    "包装",
    "製作所",
    "商事",
    "工業",
    "食品",
    "銀行",
    "産業",
    "物産",
    "建設",
    "電機",
    "電器",
    "化学",
    "製薬",
    "薬品",
    "印刷",
    "運輸",
    "物流",
    "商店",
    "商会",
    "興業",
    "技研",
    "精工",
    "精機",
    "紙業",
    "紙器",
    "機械",
    "金属",
    "信用金庫",
    "病院",
    "クリニック",
    "医院",
    "大学",
    "学園",
    "組合",
    "グループ",
    "ホールディングス",
    "システムズ",
    "システム",
    "サービス",
    "ソリューションズ",
    "テクノロジーズ",
    "ジャパン",
    "フーズ",
    "ロジスティクス",
    "インターナショナル",
    "エンジニアリング",
];
const TRADES_EN: &str = "\
    packaging confectionery instruments japan systems system foods food trading holdings group international industries \
    industry services service solutions technologies technology company bank hospital clinic school university college \
    logistics engineering electric electronics chemical chemicals printing paper machinery works manufacturing partners \
    the and of for & medical foundation cooperative association store stores retail software cloud data design media";

/// What a case deals in: words that a company may have in its name and that are said of the business all the same.
#[derive(Debug)]
pub(super) struct Trade {
    /// The words of English texts that are written small.
    words: HashSet<String>,
    /// The Japanese texts about what is sold.
    sold: String,
}

impl Trade {
    /// The words of a case.
    pub(super) fn of(groups: &Groups) -> Self {
        let incident = groups.incident.as_ref();
        let sold = groups.case.industry.iter().chain(
            incident
                .into_iter()
                .flat_map(|incident| incident.product.iter().chain([&incident.title, &incident.matter])),
        );
        let sold = sold.chain(groups.compensation.iter().map(|entry| &entry.what));
        let sold: Vec<&str> = sold.filter_map(|text| text.get(Lang::Ja)).collect();
        let sold = sold.join("\n");
        let mut words = HashSet::new();
        let mut copy = groups.clone();
        copy.walk_texts(&mut |text| {
            // An address or a domain is written small as well.
            let english = text.get(Lang::En).unwrap_or_default().split_whitespace();
            let plain = english.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            words.extend(plain.filter(|word| word.chars().all(|c| c.is_ascii_lowercase())).map(str::to_owned));
        });
        Self { words, sold }
    }

    fn says(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase()) || !word.is_ascii() && self.sold.contains(word)
    }
}

/// Every way an organisation may be written: with and without its legal form, its short names, its domain.
pub(super) fn forms(name: &Text, also: &[String], emails: &[&str], trade: &Trade) -> Vec<Form> {
    let mut forms = Vec::new();
    if let Some(ja) = name.get(Lang::Ja) {
        japanese(ja, trade, &mut forms);
    }
    if let Some(en) = name.get(Lang::En) {
        english(en, trade, &mut forms);
    }
    for other in also {
        if other.contains('.') && !other.contains(' ') {
            domain(other, &mut forms);
        } else {
            forms.push(Form::family(other));
        }
    }
    for email in emails {
        if let Some((_, host)) = email.split_once('@') {
            domain(host, &mut forms);
        }
    }
    forms
}

fn japanese(name: &str, trade: &Trade, forms: &mut Vec<Form>) {
    forms.push(Form::always(name));
    let bare = LEGAL_JA.iter().fold(name.to_owned(), |name, form| name.replace(form, ""));
    let bare = bare.trim();
    forms.extend(
        LEGAL_JA
            .iter()
            .filter(|form| form.contains('株'))
            .flat_map(|form| [Form::always(format!("{form}{bare}")), Form::always(format!("{bare}{form}"))]),
    );
    forms.push(Form::family(bare));
    // ラークフィールド・インスツルメンツ: the first part is what people say.
    let said = bare.split(['・', ' ', '　']).next().unwrap_or(bare);
    let mut short = said;
    for trade in TRADES_JA {
        short = short.strip_suffix(trade).unwrap_or(short);
    }
    for part in [said, short] {
        if part.chars().count() > 1 && part != bare && !TRADES_JA.contains(&part) {
            forms.push(Form::family(part));
        }
    }
    let told = |run: &String| TRADES_JA.iter().any(|known| known.contains(run.as_str())) || trade.says(run);
    let brand = |run: &String| run.chars().count() > 2 && !told(run);
    let foreign = runs(short, Script::Katakana).into_iter().chain(runs(short, Script::Latin));
    forms.extend(foreign.filter(|run| brand(run) && *run != bare).map(|run| Form::family(&run)));
}

fn english(name: &str, trade: &Trade, forms: &mut Vec<Form>) {
    forms.push(Form::always(name));
    let mut bare = name.trim();
    while let Some(shorter) = LEGAL_EN.iter().find_map(|form| bare.strip_suffix(form)) {
        bare = shorter.trim_end_matches([',', ' ']);
    }
    let words: Vec<&str> = bare.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    forms.push(if words.len() > 1 { Form::always(bare) } else { Form::family(bare) });
    let told =
        |word: &str| trade.says(word) || TRADES_EN.split_whitespace().any(|known| known.eq_ignore_ascii_case(word));
    for (count, word) in words.iter().enumerate() {
        if count > 0 && count + 1 < words.len() {
            forms.push(Form::always(words.get(..=count).unwrap_or_default().join(" ")));
        }
        if word.chars().count() > 1 && !told(word) {
            forms.push(Form::family(word));
        }
    }
    let initials: String = words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    if initials.len() > 2 {
        forms.push(Form::initials(&initials));
    }
}

/// A domain, and the name in it.
fn domain(host: &str, forms: &mut Vec<Form>) {
    forms.push(Form::always(host));
    let labels: Vec<&str> = host.split('.').filter(|label| *label != "www").collect();
    let generic =
        ["co", "ne", "or", "ac", "go", "com", "net", "org", "jp", "example", "test", "local", "mail", "gmail"];
    for label in labels.into_iter().filter(|label| label.chars().count() > 3 && !generic.contains(label)) {
        forms.push(Form::family(label));
        forms.extend(label.contains('-').then(|| Form::always(label.replace('-', " "))));
    }
}
