//! The tone of a document to the client.

use minijinja::Value;

use crate::lang::Lang;

/// How a document to the client sounds. What it says stays the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Tone {
    /// かしこまった調子, for a grave matter or a first letter to a director.
    Formal,
    /// ふだんの調子.
    #[default]
    Standard,
    /// やわらかい調子, where the two sides know each other well.
    Warm,
}

impl Tone {
    /// The words that differ by tone, for templates.
    pub(super) fn words(self, lang: Lang) -> Value {
        let [apologise, i_apologise, again, thanks] = match (lang, self) {
            (Lang::Ja, Self::Formal) => [
                "謹んで深くお詫び申し上げます",
                "誠に申し訳なく存じます",
                "重ねて深くお詫び申し上げます",
                "平素は格別のご高配を賜り、厚く御礼申し上げます",
            ],
            (Lang::Ja, Self::Standard) => [
                "深くお詫び申し上げます",
                "誠に申し訳ございません",
                "重ねてお詫び申し上げます",
                "平素は格別のお引き立てを賜り、厚く御礼申し上げます",
            ],
            (Lang::Ja, Self::Warm) => [
                "心よりお詫び申し上げます",
                "大変申し訳ございません",
                "改めてお詫び申し上げます",
                "いつもお力添えをいただき、誠にありがとうございます",
            ],
            (Lang::En, Self::Formal) => [
                "We sincerely apologise",
                "I sincerely apologise",
                "We apologise once more",
                "Thank you for your business and your trust",
            ],
            (Lang::En, Self::Standard) => {
                ["We apologise", "I am sorry", "We are sorry", "Thank you for working with us"]
            }
            (Lang::En, Self::Warm) => [
                "We are truly sorry",
                "I am truly sorry",
                "Once more, we are sorry",
                "Thank you for working with us all this time",
            ],
        };
        let instruction = match (lang, self) {
            (Lang::Ja, Self::Formal) => "かしこまった調子で書く。",
            (Lang::Ja, Self::Warm) => "やわらかく、親しみのある敬語で書く。",
            (Lang::En, Self::Formal) => "Write in a formal tone.",
            (Lang::En, Self::Warm) => "Write in a warm, plain tone.",
            (_, Self::Standard) => "",
        };
        minijinja::context! {
            apologise => apologise,
            i_apologise => i_apologise,
            apologise_again => again,
            thanks => thanks,
            tone => instruction,
        }
    }
}
