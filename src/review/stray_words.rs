//! Words by which English in a Japanese text is told from what Japanese writes in Latin letters.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that are English wherever they stand.
pub(super) static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH_WORDS.split_whitespace().collect());

/// Units, product names and terms that Japanese business texts write in Latin letters.
pub(super) static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| KNOWN_WORDS.split_whitespace().collect());

const ENGLISH_WORDS: &str = "
    about above accept account action after again against agreed agreement all already also although always and any
    apologies apologise apologize apology appreciate are because been before behalf believe below best but call called
    cannot carton cartons cause check checked client clearly client's commitment company concern concerns confirm
    confirmed confirmation confidence contact continue could customer date dear delay delayed deliver delivered delivery
    did differently discuss each effort employee ensure error errors every explain failed failure feel final finally
    find following for from fully further future give going had happened has have hear hope how however immediately
    important improve inconvenience information inform into issue issues its kind kindly know last later let like
    listen look made make manager matter may measure measures meeting misunderstanding mistake moreover must near
    need never next not note now number offer once only order other our out payment person phone please plan point
    possible prevent prevention problem process product progress promise promised prompt promptly provide quality
    question quickly reason receive received recognise recognize record records regard regarding regards regret
    relationship remaining repeat reply report representative request requested resolve respond response responsible
    responsibility result review schedule second see send sent serious seriously service shall should since sincere
    sincerely situation soon sorry specific steps still subject such support take taken team tell than thank thanks
    that the their them then there therefore these they thing this those through time today together trust truly trust
    understand understanding until update urgent very via visit want was we week well were what when where whether
    which while who will wish with within without work would writing written yet you your yours regardingly
    additionally furthermore hereby herein meanwhile instead indeed overall namely thus hence upon
    a's it's i'm we're we've don't didn't can't won't
";

const KNOWN_WORDS: &str = "
    mm cm km kg mg ml kl kw kwh hz khz mhz ghz kb mb gb tb pcs pc set dl ha min sec mol db rpm ppm pm am
    mail e-mail email web wi-fi wifi app apps excel word powerpoint outlook teams zoom slack google microsoft windows
    office onedrive sharepoint drive chrome edge safari iphone ipad android mac linux github gmail meet webex line
    facebook instagram youtube twitter linkedin adobe acrobat dropbox box notion kintone salesforce sansan freee
    chatwork backlog redmine jira oracle sap aws azure amazon apple intel cisco dell docusign cloudsign
    cc bcc re fw fwd no nos vol ver rev tel fax attn url id ok ng vs etc co ltd inc corp llc llp gmbh plc k.k jr sr
    mr ms mrs dr ph.d st ave pdf csv xlsx xls docx doc pptx ppt txt zip png jpg jpeg html xml json tsv
    step lesson part type version sheet table data file true false null yes on off a.m p.m
    how-to to-do todo q&a faq b2b b2c sdgs esg iot saas paas iaas dx kpi okr crm erp edi pos api ui ux pdca qcd
    github.com google.com x tiktok qr usb lan vpn ssl tls http https www com jp net org or co.jp
";

#[cfg(test)]
mod tests {
    use super::{ENGLISH, KNOWN};

    #[test]
    fn no_word_is_both() {
        let both: Vec<_> = ENGLISH.intersection(&KNOWN).collect();
        assert!(both.is_empty(), "{both:?}");
        assert!(ENGLISH.len() > 250);
    }
}
