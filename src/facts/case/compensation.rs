//! Money and other remedies.

use super::group;
use crate::facts::normalise::MoneyUnit;
use crate::facts::standing::words;
use crate::facts::{Day, Id, Key, Text, Visibility};

words! {
    /// What kind of remedy.
    Remedy {
        /// Bearing a cost.
        Cost = "cost",
        /// Work without charge.
        FreeWork = "free_work",
        /// Paying back.
        Refund = "refund",
        /// A lower price.
        Discount = "discount",
        /// Damages.
        Damages = "damages",
    }
}

words! {
    /// Where the remedy stands.
    RemedyStatus {
        /// Authorised by somebody who may.
        Authorised = "authorised",
        /// Being considered.
        UnderReview = "under_review",
        /// Asked for by the client.
        Requested = "requested",
        /// Refused.
        Refused = "refused",
        /// Said to the client by somebody who may not.
        SaidWithoutAuthority = "said_without_authority",
    }
}

words! {
    /// Currency of an amount.
    Currency {
        /// Yen.
        Jpy = "JPY",
        /// US dollar.
        Usd = "USD",
        /// Euro.
        Eur = "EUR",
        /// Pound sterling.
        Gbp = "GBP",
        /// Renminbi yuan.
        Cny = "CNY",
        /// South Korean won.
        Krw = "KRW",
    }
}

impl From<Currency> for MoneyUnit {
    fn from(currency: Currency) -> Self {
        match currency {
            Currency::Jpy => Self::Yen,
            Currency::Usd => Self::Dollar,
            Currency::Eur => Self::Euro,
            Currency::Gbp => Self::Pound,
            Currency::Cny => Self::Yuan,
            Currency::Krw => Self::Won,
        }
    }
}

words! {
    /// Whether an amount holds the tax.
    TaxNote {
        /// Not said.
        Unsaid = "unsaid",
        /// 税込.
        Included = "included",
        /// 税抜.
        Excluded = "excluded",
    }
}

group! {
    /// `[[compensation]]`: a remedy. Internal until authorised and cleared for the client (`visibility = "client"`).
    entry Compensation {
        /// Id.
        id: Id,
        /// What kind.
        kind: Remedy,
        /// What, a noun phrase: 臨時便の費用.
        what: Text,
        /// Amount in whole units of the currency.
        amount: Option<i64>,
        /// Currency.
        currency: Currency = Currency::Jpy,
        /// Tax.
        tax: TaxNote = TaxNote::Unsaid,
        /// Condition.
        condition: Option<Text>,
        /// Where it stands.
        status: RemedyStatus,
        /// Who authorised, asked for or said it: a key.
        by: Key,
        /// When.
        date: Day,
        /// By when it is carried out.
        due: Option<Day>,
        /// Where it may not be told: what the client is told will be answered separately, a noun phrase (ご利用料金).
        answer_separately: Option<Text>,
        /// By when that answer comes, if that is decided.
        answer_by: Option<Day>,
        /// Who may see it.
        visibility: Visibility = Visibility::Internal,
    }
}
