//! The help in the user's language.

use clap::{Command, CommandFactory};

use super::cli::Cli;
use crate::lang::Lang;

/// Japanese texts: verb (empty for the whole), argument (empty for the verb itself), text.
const JAPANESE: &[(&str, &str, &str)] = &[
    ("", "", "担当者が重要な取引先とトラブルになった管理職のために、文書を下書きし、点検します。"),
    ("", "lang", "文書とメッセージの言語（省略時: 文書は事案ファイル、メッセージは LANG に従う）"),
    ("", "verbose", "詳しく表示する（二度書けばさらに詳しく）"),
    ("", "offline", "ネットワークを一切使わない"),
    ("", "help", "使い方を表示する"),
    ("", "version", "版を表示する"),
    ("draft", "", "事案から文書を下書きする"),
    ("draft", "kind", "文書の種類。名前または番号（例 client-apology-letter、D02）。--stage では書かない"),
    ("draft", "case", "事案ファイル（TOML）"),
    ("draft", "stage", "段階（S0〜S6）のすべての文書を、-o のフォルダーに下書きする"),
    ("draft", "output", "書き出すファイル（省略時: 標準出力）。--stage ではフォルダー"),
    ("draft", "format", "形式: txt、md、json（省略時: -o の拡張子、なければ txt）"),
    ("draft", "model", "書き手: モデルの名前かファイル、builtin（組み込みの文面）、scripted:ファイル（試験用）"),
    ("draft", "seed", "モデルの乱数の種。同じ種なら同じ下書きになる（省略時: 0）"),
    ("draft", "tone", "先方宛ての文書の調子"),
    ("draft", "no_cache", "モデルが読んだ事案の冒頭を、使わず、残さない（`models cache` を参照）"),
    ("draft", "show_prompt", "下書きせず、モデルへの指示を表示する"),
    ("draft", "explain", "各文の根拠（事実の番号と、事案ファイルの行）を示す"),
    ("draft", "force", "すでにあるファイルに上書きする"),
    (
        "draft",
        "accept",
        "指摘を受け入れる（規則の名前、または 規則@行）。理由は FILE.review.toml に残る。何度でも書ける",
    ),
    ("draft", "reason", "受け入れる理由"),
    ("review", "", "任意の文（手書きでもよい）を事案に照らして点検する"),
    ("review", "file", "点検する文。- なら標準入力"),
    ("review", "case", "事案ファイル（TOML）。なければ、事実を要しない規則だけで点検する"),
    ("review", "kind", "文書の種類。名前または番号。なければ、種類を要しない規則だけで点検する"),
    ("review", "audience", "種類が分からないときの読み手（省略時: 文から推し量る）"),
    (
        "review",
        "accept",
        "指摘を受け入れる（規則の名前、または 規則@行）。理由は 文.review.toml に残る。何度でも書ける",
    ),
    ("review", "reason", "受け入れる理由"),
    ("review", "format", "結果の形式: text、json（省略時: text）"),
    ("check", "", "事案に足りないものと、危ういところを示す"),
    ("check", "case", "事案ファイル（TOML）"),
    ("check", "kind", "この種類の文書だけを調べる"),
    ("check", "format", "結果の形式: text、json（省略時: text）"),
    ("next", "", "事案の段階、期日、次に作る文書、担当変更の可否の目安を示す"),
    ("next", "case", "事案ファイル（TOML）"),
    ("next", "on", "この日の時点で示す（年-月-日。省略時: 事案ファイルの as_of）"),
    ("next", "format", "結果の形式: text、json（省略時: text）"),
    ("similar", "", "似た過去の事案と、そのとき役立ったことを探す"),
    ("similar", "case", "事案ファイル（TOML）"),
    ("similar", "within", "過去の事案ファイル（*.toml）のあるフォルダ（省略時: 組み込みの型だけと比べる）"),
    ("similar", "top", "表示する件数（省略時: 5）"),
    ("similar", "format", "結果の形式: text、json（省略時: text）"),
    ("similar", "paste", "事案ファイルに貼り付けられる教訓（[[lessons]]）を出す"),
    ("kinds", "", "下書きできる文書の一覧"),
    ("kinds", "format", "結果の形式: text、json（省略時: text）"),
    ("bench", "", "モデルがこの機械でどれだけ速く動くかを測る"),
    ("bench", "model", "測るモデルの名前かファイル（省略時: 実物大の乱数のモデルを作る）"),
    ("bench", "shape", "作るモデルの大きさ: 0.6B、1.7B、4B（省略時: 1.7B）"),
    ("bench", "quantisation", "作るモデルの量子化: Q4_K_M、Q8_0（省略時: Q4_K_M）"),
    ("bench", "keep", "作ったモデルをこのファイルに残す"),
    ("bench", "only", "この項目だけを測る: load、prefill、decode、letter（コンマ区切り）"),
    ("bench", "format", "結果の形式: text、json（省略時: text）"),
    ("models", "", "モデルの一覧、取得、取り込み、検証、削除"),
    ("models list", "", "使えるモデルと、取り込み済みのモデルの一覧"),
    ("models list", "format", "結果の形式: text、json（省略時: text）"),
    ("models show", "", "モデルについて分かっていることをすべて示す"),
    ("models show", "name", "モデルの名前"),
    ("models show", "format", "結果の形式: text、json（省略時: text）"),
    ("models pull", "", "モデルをハブから取得する。ネットワークを使う唯一の命令"),
    ("models pull", "model", "一覧にあるモデルの名前、またはハブのファイル（owner/repo:file.gguf）"),
    ("models pull", "name", "取得後の名前（省略時: 一覧の名前、なければファイル名）"),
    ("models pull", "revision", "リポジトリのブランチ、タグ、コミット（省略時: 一覧の指定、なければ main）"),
    ("models pull", "sha256", "ファイルが持つべき SHA-256"),
    ("models pull", "dry_run", "取得せず、別の機械で取得するための住所、大きさ、ハッシュを示す"),
    ("models pull", "accept_licence", "緩やかでないライセンスに同意する"),
    ("models pull", "update", "ハブの最新のファイルを確かめ、記録し直す"),
    ("models pull", "force", "同じ名前のモデルを置き換える"),
    ("models pull", "format", "結果の形式: text、json（省略時: text）"),
    ("models import", "", "手元のモデル（GGUF ファイルか safetensors のフォルダー）を取り込む"),
    ("models import", "file", "GGUF ファイル、または safetensors・config.json・tokenizer.json のあるフォルダー"),
    ("models import", "name", "取り込み後の名前（省略時: ファイル名）"),
    ("models import", "sha256", "モデルファイルが持つべき SHA-256"),
    ("models import", "link", "コピーせず、今の場所のまま使う"),
    ("models import", "force", "同じ名前のモデルを置き換える"),
    ("models import", "format", "結果の形式: text、json（省略時: text）"),
    ("models verify", "", "導入済みのモデルのハッシュを計算し直し、記録と比べる"),
    ("models verify", "names", "モデルの名前（省略時: 導入済みのすべて）"),
    ("models verify", "format", "結果の形式: text、json（省略時: text）"),
    ("models remove", "", "導入済みのモデルを消す"),
    ("models remove", "names", "モデルの名前"),
    ("models remove", "purge", "ほかのプログラムと共用のキャッシュからも消す"),
    ("models cache", "", "モデルが読んで保存した、事案の冒頭を示す。または消す"),
    ("models cache", "what", "clear ですべて消す（省略時: 示す）"),
    ("models cache", "format", "結果の形式: text、json（省略時: text）"),
];

/// What stands around the texts in the Japanese help.
const TEMPLATE: &str = "{before-help}{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// What scripts can rely on.
const EXIT_CODES: &str = "終了コード: 0 完了、1 点検でエラー、2 使い方の誤り、3 事案ファイルか下書きが正しくない、\
                          4 モデルがないか正しくない、5 読み書きの失敗、130 中断";

/// The command line with its help in a language.
pub(super) fn command(lang: Lang) -> Command {
    let command = Cli::command();
    match lang {
        Lang::En => command,
        Lang::Ja => japanese(command, ""),
    }
}

fn text(verb: &str, arg: &str) -> Option<&'static str> {
    JAPANESE.iter().find(|(of, name, _)| *of == verb && *name == arg).map(|(_, _, text)| *text)
}

fn japanese(mut command: Command, verb: &str) -> Command {
    if let Some(about) = text(verb, "") {
        command = command.about(about).long_about(about);
    }
    command = command.help_template(TEMPLATE).subcommand_help_heading("命令").subcommand_value_name("命令");
    let mut order = 0;
    command = command.mut_args(|arg| {
        order += 1;
        let heading = if arg.is_positional() { "引数" } else { "オプション" };
        let help = text(verb, arg.get_id().as_str()).or_else(|| text("", arg.get_id().as_str()));
        let mut arg = arg.help_heading(heading).display_order(order);
        if arg.get_action().takes_values() {
            // The Japanese texts say both.
            arg = arg.hide_possible_values(true).hide_default_value(true);
        }
        match help {
            Some(help) => arg.help(help).long_help(help),
            None => arg,
        }
    });
    if verb.is_empty() {
        command = command.after_help(EXIT_CODES).disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(text("", "version"))
                .help_heading("オプション"),
        );
    }
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        let path = if verb.is_empty() { name.clone() } else { format!("{verb} {name}") };
        command = command.mut_subcommand(&name, |inner| japanese(inner, &path));
    }
    command
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{command, text};
    use crate::lang::Lang;

    fn untranslated(command: &Command, verb: &str, missing: &mut Vec<String>) {
        if text(verb, "").is_none() {
            missing.push(format!("{verb}:"));
        }
        for arg in command.get_arguments() {
            let name = arg.get_id().as_str();
            if text(verb, name).or_else(|| text("", name)).is_none() {
                missing.push(format!("{verb}: {name}"));
            }
        }
        for inner in command.get_subcommands() {
            untranslated(inner, format!("{verb} {}", inner.get_name()).trim(), missing);
        }
    }

    #[test]
    fn every_verb_and_argument_has_a_japanese_text() {
        let mut missing = Vec::new();
        untranslated(&command(Lang::En), "", &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn both_languages_are_sound() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }
}
