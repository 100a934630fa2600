//! A fault of the client, as English puts it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::review::frame::Frame;
use crate::review::wording::{Reading, Wording};

/// What a client gives, wherever it stands.
const GIVEN: &str = "(?:orders?|requests?|instructions?|drawings?|data|files?|figures?|numbers?|information|specifications?|specs|details?|list|documents?|approval|confirmation|sign-off|answers?|repl(?:y|ies)|response|mails?|e-mails?|messages?|changes?|input|artwork|forecast|quantit(?:y|ies))";

/// What is wrong with it.
const DEFECT: &str = "(?:late|last-minute|last minute|at short notice|short notice|sudden(?:ly)?|unclear|vague|ambiguous|confusing|contradictory|conflicting|inconsistent|incomplete|incorrect(?:ly)?|inaccurate|wrong(?:ly)?|missing|faulty|out of date|outdated|illegible|errors?|mistakes?|gaps|only by phone|by phone only|only verbal|only orally|not (?:clear|complete|correct|in writing|signed)|two different|old|several times|twice|too late|in the wrong)";

/// Between the two, we are the ones at fault.
const OTHER: &str = r"(?-u:\b)(?:we|us|our|ours|I|my|apologi[sz]e|sorry|correct(?:ed)?)(?-u:\b)|[.;:]";

static FRAMES: LazyLock<[Frame; 5]> = LazyLock::new(|| {
    let you = r"(?-u:\b)(?:you|your (?:[a-z]+ ){0,2}(?:team|staff|side|company|office|plant|people|colleagues?|department|buyers?|planners?|managers?|accountants?|engineers?|warehouse))(?-u:\b)";
    [
        // Your team gave us the numbers at the last minute; you changed the quantity twice.
        Frame::new(
            &format!(
                r"{you} (?:had |have )?(?:only |kept |keeps? )?(?:gave|given|sent|supplied|provided|changed|altered|ordered|placed|told|submitted|quoted|named|delivered|answered|replied|approved|signed)(?-u:\b)"
            ),
            DEFECT,
            r"(?-u:\b)(?:our|ours|I|my|apologi[sz]e|sorry|but|and)(?-u:\b)|[.;:]",
            45,
        ),
        // The data you supplied contained errors.
        Frame::new(
            &format!(
                r"(?-u:\b){GIVEN} (?:that |which )?(?:you|your [a-z]+) (?:[a-z]+ly )?(?:sent|gave|supplied|provided|submitted|made|placed)(?: us)?(?-u:\b)"
            ),
            &format!(
                r"(?-u:\b)(?:contained|had|were|was|lacked|came|arrived|been|is|are)(?-u:\b)[^.;:]{{0,24}}(?-u:\b){DEFECT}(?-u:\b)|(?-u:\b)(?:lacked|been complete|been correct|been clearer)(?-u:\b)"
            ),
            OTHER,
            20,
        ),
        // The address on your purchase order was out of date.
        Frame::new(
            &format!(r"(?-u:\b)(?:on|in|of|from|with) your (?:[a-z]+ ){{0,2}}{GIVEN}(?-u:\b)"),
            &format!(r"(?-u:\b)(?:was|were|is|are)(?-u:\b)[^.;:]{{0,12}}(?-u:\b){DEFECT}(?-u:\b)"),
            r"(?-u:\b)(?:we|us|our|ours|I|my|late|reply|answer|delivery)(?-u:\b)|[.;:,]",
            12,
        ),
        // The late change to your order.
        Frame::new(
            &format!(
                r"(?-u:\b)(?:the|this|a) {DEFECT} (?:[a-z]+ )?(?:changes?|requests?|orders?|instructions?|information|notice|confirmation|reply)(?-u:\b)"
            ),
            r"(?-u:\b)(?:to|in|of|from|by|on) (?:you|your)(?-u:\b)",
            OTHER,
            8,
        ),
        // Nobody at your company replied.
        Frame::new(
            r"(?-u:\b)(?:nobody|no one|none) (?:at|in|from|on|of) your(?-u:\b)",
            r"(?-u:\b)(?:replied|answered|told|confirmed|objected|informed|responded|checked|called|read|noticed|raised|asked)(?-u:\b)",
            OTHER,
            30,
        ),
    ]
});

/// What would have been, had the client acted; waiting for the client; the channel the client chose.
static PLAIN: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        r"(?-u:\b)had (?:the |your )?[^.!?,;]{0,30}(?-u:\b)you(?:r [a-z]+)? (?:sent|gave|supplied|provided|placed|made)[^.!?,;]{0,12} been [a-z]+",
        r"(?-u:\b)if (?:only )?you(?:r [a-z]+)? had (?:only |already |clearly )?(?:[a-z]+ed|told|said|sent|given|put|made|let|written|read|kept|been (?:clear|earlier|more)[a-z]*)(?-u:\b)(?: [a-z]+){0,3}|(?-u:\b)(?:would have (?:helped|been (?:easier|better|useful|simpler|possible))|could have been avoided) (?:if|had) you(?:r [a-z]+)?(?-u:\b)",
        r"(?-u:\b)had (?:you|your (?:[a-z]+ ){0,2}[a-z]+) (?:only |but |then |clearly )?(?:[a-z]+ed|spoken|said|told|sent|given|put|made|let|written|read|kept|been|known|rung|asked)(?-u:\b)(?: [a-z]+){0,3}",
        // What the client ought to have done, without saying so.
        r"(?-u:\b)it was (?:for|up to) (?:you|your (?:[a-z]+ ){0,2}[a-z]+) to(?-u:\b)[^.!?,;]{0,30}|(?-u:\b)(?:look|glance|check|reading|read|review|question|word|call|note|reminder) (?:[a-z ]{0,20})?(?:by|from|on the part of) your(?-u:\b)[^.!?,;]{0,24}(?-u:\b)(?:would|could|might) have(?-u:\b)",
        r"(?-u:\b)(?:still |always |then )?(?:waiting|waited) for (?:you|your)(?-u:\b)(?: [a-z]+){0,3}",
        r"(?-u:\b)(?:could not|couldn't|cannot|were unable to) (?:reach|contact|get hold of|get through to) (?:you|your|Ms\.?|Mr\.?)(?-u:\b)(?: [A-Za-z]+)?|(?-u:\b)(?:clearer|earlier|better|quicker|fuller|more precise) [a-z]+ from (?:you|your)(?-u:\b)(?: [a-z]+)?|(?-u:\b)you(?:r [a-z]+)? (?:kept|keep|keeps) (?:changing|moving|altering|delaying|postponing|forgetting|adding)(?-u:\b)(?: [a-z]+){0,2}",
        r"(?-u:\b)(?:reached|came to|got to) us only (?:by|on|through|at|verbally|orally)(?-u:\b)[^.!?]{0,20}",
    ];
    let fine = r"(?-u:\b)(?:sorry|apologi[sz]e)[^.!?]{0,40}waiting for[^.!?]{0,20}";
    Wording::new(&wrong.join("|"), fine)
});

/// Places at which the client bears the fault, in the normalised copy.
pub(super) fn places(reading: &Reading) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = FRAMES.iter().flat_map(|frame| frame.places(reading)).collect();
    found.extend(PLAIN.places(reading));
    found
}
