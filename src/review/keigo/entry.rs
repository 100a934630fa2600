//! An entry of a table of wording.

use crate::lang::Message;
use crate::review::Severity;

/// What is wrong with a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::review) enum Category {
    /// 二重敬語.
    Doubled,
    /// 謙譲語・尊敬語の混同.
    Mixed,
    /// さ入れ.
    ExtraSa,
    /// ら抜き.
    DroppedRa,
    /// い抜き.
    DroppedI,
    /// くだけた語.
    Casual,
    /// 社外に不適切.
    Unfit,
    /// 重言.
    Redundant,
    /// 過剰.
    Excessive,
    /// 呼称.
    Address,
    /// マニュアル敬語.
    Manual,
    /// An apology in English that does not sound like one.
    Apology,
}

impl Category {
    /// What is wrong, in words.
    pub(in crate::review) fn told(self) -> Message {
        let (ja, en) = match self {
            Self::Doubled => ("二重敬語です", "doubles the honorific"),
            Self::Mixed => ("尊敬語と謙譲語の使い方が違います", "mixes respectful and humble forms"),
            Self::ExtraSa => ("「さ」が余分です（さ入れ言葉）", "has a さ too many"),
            Self::DroppedRa => ("「ら」が抜けています", "drops the ら"),
            Self::DroppedI => ("「い」が抜けています", "drops the い"),
            Self::Casual => ("書面にはくだけすぎた言い方です", "is too casual for a letter"),
            Self::Unfit => ("お客様への言い方として適切ではありません", "is not a fit thing to say to a client"),
            Self::Redundant => ("意味が重なっています", "says the same twice"),
            Self::Excessive => ("へりくだりが過ぎます", "is humble to excess"),
            Self::Address => ("書面での呼び方ではありません", "is not a form of address for letters"),
            Self::Manual => ("決まり文句の誤用です", "is a misused set phrase"),
            Self::Apology => ("お詫びとして響きません", "does not sound like an apology"),
        };
        Message::new(ja, en)
    }
}

/// A wording, what is right instead, and where it is fine.
#[derive(Clone, Copy, Debug)]
pub(in crate::review) struct Entry {
    /// Its number in the domain's table; 0 for what goes beyond it.
    pub(in crate::review) number: u8,
    /// What is wrong with it.
    pub(in crate::review) category: Category,
    /// The wording as a pattern over normalised text; `{v:…}` stands for all forms of a verb.
    pub(in crate::review) wrong: &'static str,
    /// What to write instead; empty where it is best left out.
    pub(in crate::review) right: &'static str,
    /// A pattern: a sentence that matches it around the place is fine. Empty for none.
    pub(in crate::review) fine: &'static str,
    /// How grave it is.
    pub(in crate::review) severity: Severity,
}

impl Entry {
    /// An entry the manager decides on.
    pub(super) const fn warn(number: u8, category: Category, wrong: &'static str, right: &'static str) -> Self {
        Self { number, category, wrong, right, fine: "", severity: Severity::Warn }
    }

    /// An entry worth a look: usage is divided.
    pub(super) const fn hint(number: u8, category: Category, wrong: &'static str, right: &'static str) -> Self {
        Self { number, category, wrong, right, fine: "", severity: Severity::Hint }
    }

    /// The same with where it is fine.
    pub(super) const fn unless(mut self, fine: &'static str) -> Self {
        self.fine = fine;
        self
    }
}
