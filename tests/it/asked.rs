//! Cases in words of their own, each with the past case (`past/`) or built-in pattern that is like it.

/// A case asked about: what it is called, what happened, why; each in one language or both.
pub(crate) struct Asked {
    pub(crate) lang: &'static str,
    pub(crate) title: Told,
    pub(crate) happened: &'static [Told],
    pub(crate) why: &'static [Told],
}

/// A text in Japanese and English; an empty one is not given.
pub(crate) type Told = (&'static str, &'static str);

/// Eight cases, in words of their own, each with the past case that should come first.
pub(crate) const ASKED: [(&str, Asked); 8] = [
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

/// Cases written in the other language than the past one, and cases like the built-in patterns.
pub(crate) const ACROSS: [(&str, Asked); 7] = [
    (
        "hotel-booking-error",
        Asked {
            lang: "en",
            title: ("", "rooms for the sales conference"),
            happened: &[("", "The hotel had a reservation for one night less than booked, and guests had no room.")],
            why: &[("", "nobody had checked the booking against the order form")],
        },
    ),
    (
        "over-promised-price",
        Asked {
            lang: "ja",
            title: ("更新の見積", ""),
            happened: &[("担当者が決裁を得ないまま、値引きを確約していました。", "")],
            why: &[("値引きの権限が担当者に周知されていなかった", "")],
        },
    ),
    (
        "quality-defect",
        Asked {
            lang: "ja",
            title: ("樹脂部品の表面", ""),
            happened: &[("納めた部品に傷があり、先方の受け入れ検査で返品となりました。", "")],
            why: &[],
        },
    ),
    (
        "slow-escalation",
        Asked {
            lang: "en",
            title: ("", "a complaint that stayed on one desk"),
            happened: &[(
                "",
                "The rep tried to settle the complaint alone; the head of section heard of it two weeks later.",
            )],
            why: &[("", "bad news was not brought up, and there was no standard when to escalate")],
        },
    ),
    (
        "too-little-communication",
        Asked {
            lang: "ja",
            title: ("改装工事の進み具合", ""),
            happened: &[(
                "三週間ご連絡を差し上げず、放置されているとのお叱りを受けました。進捗の報告もありませんでした。",
                "",
            )],
            why: &[("いつ誰が連絡するかを決めていなかった", "")],
        },
    ),
    (
        "a-mistake-of-the-rep",
        Asked {
            lang: "en",
            title: ("", "a mistyped quantity"),
            happened: &[(
                "",
                "The rep forgot a zero, owned up to the mistake two days late, and the apology came later still.",
            )],
            why: &[("", "the work was done alone under a heavy workload, without a second check")],
        },
    ),
    (
        "people-who-do-not-match",
        Asked {
            lang: "ja",
            title: ("担当者とのご関係", ""),
            happened: &[("仕事に誤りはないものの、話が合わないとして担当変更をご希望です。", "")],
            why: &[("進め方の違いに気づく者が社内にいなかった", "")],
        },
    ),
];

fn told((ja, en): Told) -> String {
    match (ja, en) {
        (text, "") | ("", text) => format!("{text:?}"),
        (ja, en) => format!("{{ ja = {ja:?}, en = {en:?} }}"),
    }
}

impl Asked {
    /// The case as a file.
    pub(crate) fn toml(&self) -> String {
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
