//! Where a text speaks of the rep or of other staff of the own side.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{OwnPerson, name_parts};
use crate::lang::Lang;

use super::rule::Context;
use super::wording::{Reading, Wording};

/// The rep and other staff without a name. What is only about the post (担当者の変更) is taken out afterwards.
static JA_STAFF: LazyLock<Wording> = LazyLock::new(|| {
    // Whoever did the work, by the work that was done: 移行を受け持った者.
    let staff = "(?:出|受け持っ|受持っ|引き受け|承っ|応対し|対応し|受け|受け付け|取り次い|作業し|作成し|起票し|発行し|送付し|発送し|出荷し|梱包し|配達し|運転し|検品し|記入し|記載し|計上し|案内し|説明し|怠っ|間違え|忘れ|誤っ|手[がか掛]け|処理し|入力し|出席し|取っ|携わっ|当たっ|務め|確認し|登録し|準備し|設定し|点検し|同席し|お?伺っ)た(?:弊社の)?(?:者|社員|担当(?:者)?|係(?:の者)?|スタッフ|従業員|作業者)|(?:移行|導入|受注|配送|現場|電話|応対)(?:の)?(?:担当者|係(?:の者)?|作業者)|当時の担当(?:者)?|(?:若い|現場の|係の|窓口の|営業の|受付の|配送の|倉庫の|物流の|当番の)者|配送員|配達員|運転手|作業員|係員|(?:弊社の)?(?:一人|一名|ある)の?社員|担当した(?:社員|者)|(?:営業|導入|弊社)?(?:の)?担当(?:者|の者|社員|営業)?|部下|若手(?:社員)?|新人|当該(?:の)?(?:社員|者)|(?:弊社の?|一部の)(?:社員|従業員|スタッフ|営業|技術者|作業者|若い者)|本人|前任者?|後任者?|導入責任者|前(?:の)?担当(?:者)?";
    let post = concat!(
        "ご本人|(?:ご|御)担当(?:者|の方|の皆様)?(?:様)?|(?:貴社|貴院|貴行|先方|人事|購買|経理|総務)(?:の)?(?:ご)?担当(?:者|部署)?",
        "|担当者?(?:の)?(?:変更|交代|交替|部署|部門|課|体制|業務|範囲|替え|窓口|役員|部長|課長|解除|引き継ぎ|引継ぎ|任せ|制|する|して|し、|いたし|できる|させ)",
        "|導入責任者(?:の|を)(?:変更|交代|交替|替え|代え|ご?要望|件)|(?:別の|新しい)導入責任者|担当(?:を|に[^は]|で|と|から外|し)",
    );
    Wording::new(staff, post)
});

static EN_STAFF: LazyLock<Wording> = LazyLock::new(|| {
    let staff = r"(?-u:\b)(?:our|the|my|one of our) (?:[A-Za-z0-9_]+ ){0,2}?(?:representatives?|reps?|account (?:managers?|executives?)|coordinators?|sales ?(?:person|man|woman|people|staff|rep|representative)s?|staff members?|employees?|colleagues?|team members?|subordinates?|onboarding lead|(?:project |support )?lead|predecessor|junior|person in charge|person responsible|sales(?:man|woman)|technicians?|engineers?|foreman|drivers?|operators?|clerks?|young (?:man|woman)|trainees?|(?:person|colleague|man|woman|employee|member of staff) (?:concerned|involved|responsible|in charge(?: of your account)?|who (?:took|handled|answered|dealt with) (?:your|the|this) [a-z]+))(?: (?:in charge of|responsible for|on|for) your [a-z]+| who (?:took|handled|answered|dealt with|received|noted) (?:your|the|this) [a-z]+)?(?-u:\b)|(?-u:\b)an? (?:junior|young|inexperienced) (?:colleague|employee|member|engineer|technician)(?-u:\b)|(?-u:\b)(?:whoever|the one who|those who) (?:took|handled|answered|dealt with|prepared|mapped|checked|entered|did|made) (?:your|the|this|it)(?: [a-z]+)?(?-u:\b)|(?-u:\b)(?:somebody|someone|an individual|a member|one member|a person) (?:here|at our end|on our side|(?:in|of|on) our (?:[a-z]+ )?(?:team|staff|section|department|office|side))(?-u:\b)|(?-u:\b)a colleague(?: of ours| here| in our [a-z]+)?(?-u:\b)|(?-u:\b)the (?:person|man|woman|colleague) (?:on the phone|at the (?:desk|counter|other end))(?-u:\b)|(?-u:\b)one of our (?:people|own)(?-u:\b)|(?-u:\b)a single (?:employee|person|colleague)(?-u:\b)";
    let post = r"(?-u:\b)(?:change|changing|replacement|replacing|removal|removing) (?:of |in )?(?:the |our )?(?:[A-Za-z0-9_]+ ){0,2}(?:representative|rep|account manager|lead)(?-u:\b)|(?-u:\b)(?:your|different|another|new) (?:[A-Za-z0-9_]+ ){0,2}(?:representative|rep|account manager|lead|employees?|colleagues?|staff)(?-u:\b)|(?-u:\b)the [0-9]+ employees(?-u:\b)";
    Wording::new(staff, post)
});

/// Places of the copy that speak of the rep or of other staff.
pub(super) fn staff(context: &Context<'_>, reading: &Reading) -> Vec<Range<usize>> {
    let general = context.lang.pick(&*JA_STAFF, &*EN_STAFF);
    let mut places = general.places(reading);
    // The balances of employees are none of our people.
    places.retain(|place| {
        let words = reading.text().get(place.clone()).unwrap_or_default();
        !words.contains(" of ")
            || [" of your ", " of our "].iter().any(|of| words.contains(of))
            || words.starts_with("one ")
    });
    for name in names(context) {
        let whole = |at: usize| match context.lang {
            Lang::Ja => true,
            Lang::En => {
                let before = reading.text().get(..at).unwrap_or_default().chars().next_back();
                let after = reading.text().get(at + name.len()..).unwrap_or_default().chars().next();
                ![before, after].into_iter().flatten().any(char::is_alphanumeric)
            }
        };
        let found = reading.text().match_indices(name.as_str()).filter(|(at, _)| whole(*at));
        places.extend(found.map(|(at, name)| at..at + name.len()));
    }
    // 高瀬亮太 before 高瀬: what follows the whole name tells whether it is the subject.
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    places
}

/// Names of the rep and of colleagues who stay unnamed; single characters are words as well.
fn names(context: &Context<'_>) -> Vec<String> {
    let rep = context.facts.rep.as_ref().and_then(|rep| context.facts.own_person(&rep.person));
    let shown = |person: &OwnPerson| person.name.get(context.lang).map(str::to_owned);
    let hidden = context.withheld.unnamed().filter_map(shown);
    let rep = rep.filter(|person| person.named).and_then(shown);
    let full: Vec<String> = rep.into_iter().chain(hidden).collect();
    let parts =
        full.iter().flat_map(|name| name_parts(name)).filter(|part| part.trim_end_matches('.').chars().count() > 1);
    let joined = full.iter().map(|name| name_parts(name).collect());
    parts.map(str::to_owned).chain(full.iter().cloned()).chain(joined).collect()
}
