//! The client's organisation and people.

use super::group;
use crate::facts::standing::words;
use crate::facts::{Key, Text};

words! {
    /// What the client is; decides the respectful word for it.
    Entity {
        /// 会社: 貴社.
        Company = "company",
        /// 病院: 貴院.
        Hospital = "hospital",
        /// 社団・財団・医療法人など: 貴法人.
        Corporation = "corporation",
        /// 学校: 貴校.
        School = "school",
        /// 銀行: 貴行.
        Bank = "bank",
        /// 組合: 貴組合.
        Cooperative = "cooperative",
    }
}

words! {
    /// The Japanese honorific behind a client's name.
    Honorific {
        /// The usual one.
        Sama = "様",
        /// For physicians, teachers, lawyers.
        Sensei = "先生",
    }
}

words! {
    /// The English title before a client's family name.
    EnTitle {
        /// Mr.
        Mr = "Mr.",
        /// Ms.
        Ms = "Ms.",
        /// Dr.
        Dr = "Dr.",
        /// The full name without a title.
        None = "none",
    }
}

words! {
    /// What a client's person does in the relation.
    ClientRole {
        /// Decides; letters go to this person.
        Decider = "decider",
        /// The daily contact.
        DailyContact = "daily-contact",
        /// Anybody else.
        Other = "other",
    }
}

group! {
    /// `[client]`: the client's organisation.
    group Client {
        /// The full legal name, with 株式会社 where it belongs.
        name: Text,
        /// What it is.
        entity: Entity = Entity::Company,
        /// The department addressed.
        department: Option<Text>,
        /// Postal address.
        address: Option<Text>,
        /// Other names in use, abbreviations, the e-mail domain.
        also: Vec<String>,
    }
}

group! {
    /// `[[client_people]]`: a person of the client.
    group ClientPerson {
        /// By which entries refer to the person.
        key: Key,
        /// Family name and given name with a space between; in English given name first.
        name: Text,
        /// Reading of the name in kana.
        reading: Option<String>,
        /// Title, such as 購買部長.
        title: Option<Text>,
        /// Japanese honorific.
        honorific: Honorific = Honorific::Sama,
        /// English title.
        en_title: EnTitle = EnTitle::None,
        /// Part in the relation.
        role: ClientRole = ClientRole::Other,
    }
}
