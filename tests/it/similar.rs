//! Past cases like the present one.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tsukuroi::facts::Case;
use tsukuroi::precedent::words::words;

use crate::desk::{Desk, EN, JA, Run, json};
use crate::support::path;

/// A case asked about: what it is called, what happened, why; each in one language or both.
struct Asked {
    lang: &'static str,
    title: Told,
    happened: &'static [Told],
    why: &'static [Told],
}

/// A text in Japanese and English; an empty one is not given.
type Told = (&'static str, &'static str);

/// Eight cases, in words of their own, each with the past case that should come first.
const ASKED: [(&str, Asked); 8] = [
    (
        "late-delivery",
        Asked {
            lang: "ja",
            title: ("舞台用の幕の納品", ""),
            happened: &[
                ("お約束の日になっても幕が届かず、先方の設営の工程に影響が出ました。", ""),
                ("遅れることを前もってお伝えしておりませんでした。", ""),
            ],
            why: &[("縫製工場の遅延が営業に伝わっていなかった", "")],
        },
    ),
    (
        "wrong-invoice",
        Asked {
            lang: "ja",
            title: ("九月分の請求", ""),
            happened: &[
                ("解約済みの回線の料金を含めた請求書をお送りしていました。", ""),
                ("経理の方から、金額が契約と合わないとのご指摘がありました。", ""),
            ],
            why: &[],
        },
    ),
    (
        "wrong-recipient",
        Asked {
            lang: "en",
            title: ("", "a price list mailed to a competitor of the client"),
            happened: &[
                ("", "The rep typed the first letters of the address and the mail went to the wrong company."),
                ("", "The attachment held confidential prices of the client."),
            ],
            why: &[],
        },
    ),
    (
        "missed-callbacks",
        Asked {
            lang: "en",
            title: ("", "messages nobody answered"),
            happened: &[
                ("", "The workshop rang four times in a week and left messages; no one rang back."),
                ("", "The foreman bought from another supplier because he had waited for an answer too long."),
            ],
            why: &[("", "the rep was travelling and nobody else saw the messages")],
        },
    ),
    (
        "spec-misunderstanding",
        Asked {
            lang: "ja",
            title: ("展示台の製作", ""),
            happened: &[
                ("打ち合わせで変わった奥行きが図面に反映されないまま製作し、取り付けられませんでした。", ""),
                ("先方は変更を伝えたとおっしゃっています。", ""),
            ],
            why: &[("変更後の図面を双方で読み合わせていなかった", "")],
        },
    ),
    (
        "rude-phone-manner",
        Asked {
            lang: "ja",
            title: ("お問い合わせのお電話での応対", ""),
            happened: &[
                ("お客様のお話の途中で口を挟み、突き放すような口調で答えてしまいました。", ""),
                ("話し方に誠意がないとお叱りを受けました。", ""),
            ],
            why: &[],
        },
    ),
    (
        "data-import-error",
        Asked {
            lang: "ja",
            title: ("会員名簿のデータの移行", "the migration of the member list"),
            happened: &[(
                "同じファイルを二度取り込み、会員が重複して登録されました。",
                "The same file was imported twice and members were duplicated.",
            )],
            why: &[("取り込みの前後で件数を照合していなかった", "record counts were not compared before and after")],
        },
    ),
    (
        "staff-turnover",
        Asked {
            lang: "en",
            title: ("", "the office move after the consultant left"),
            happened: &[
                ("", "Our consultant left halfway through and her successor knew nothing of what had been agreed."),
                ("", "The client had to explain every decision again."),
            ],
            why: &[("", "there was no written log of decisions to hand over")],
        },
    ),
];

fn past() -> String {
    path("tests/it/past").display().to_string()
}

fn told((ja, en): Told) -> String {
    match (ja, en) {
        (text, "") | ("", text) => format!("{text:?}"),
        (ja, en) => format!("{{ ja = {ja:?}, en = {en:?} }}"),
    }
}

impl Asked {
    /// The case as a file.
    fn toml(&self) -> String {
        let title = told(self.title);
        let mut toml = format!(
            "[case]\nid = \"Q-1\"\nas_of = 2026-10-01\nlang = \"{}\"\n\n[sender]\ncompany = \"Utsugi\"\nperson = \"me\"\n\n\
             [client]\nname = \"Sazanka\"\n\n[[client_people]]\nkey = \"c1\"\nname = \"Kanzaki\"\n\n\
             [[own_people]]\nkey = \"me\"\nname = \"Sagara\"\n\n[incident]\nid = \"I1\"\ntitle = {title}\n\
             matter = {title}\ndate = 2026-09-20\nstatus = \"confirmed\"\n",
            self.lang
        );
        for (at, happened) in self.happened.iter().enumerate() {
            let content = told(*happened);
            toml += &format!(
                "\n[[timeline]]\nid = \"E{}\"\ndate = 2026-09-20\ncontent = {content}\nstatus = \"confirmed\"\n\
                 visibility = \"client\"\n",
                at + 1
            );
        }
        for (at, why) in self.why.iter().enumerate() {
            let what = told(*why);
            toml += &format!(
                "\n[[causes]]\nid = \"W{}\"\nkind = \"direct\"\nwhat = {what}\nstatus = \"confirmed\"\n",
                at + 1
            );
        }
        toml
    }
}

fn ask(asked: &Asked, lang: &'static str, more: &[&str]) -> Run {
    let desk = Desk::new(lang);
    let file = desk.file("now.toml", &asked.toml()).display().to_string();
    let mut args = vec!["similar", &file];
    args.extend(more);
    desk.run(&args)
}

#[test]
fn each_case_finds_the_past_case_like_it() {
    let mut wrong = Vec::new();
    for (expected, asked) in &ASKED {
        let run = ask(asked, JA, &["--in", &past(), "--top", "15", "--format", "json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let value = json(&run);
        let of = |at: usize| (value["matches"][at]["source"].clone(), value["matches"][at]["score"].as_f64());
        let ((first, score), (second, next)) = (of(0), of(1));
        println!("{expected}: {first} {score:?}, then {second} {next:?}");
        if first != *expected {
            wrong.push((expected, first));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
