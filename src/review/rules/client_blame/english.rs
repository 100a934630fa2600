//! A fault of the client, as English puts it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Pattern;
use crate::review::frame::Frame;
use crate::review::wording::{Reading, Wording};

/// What a client gives, wherever it stands.
const GIVEN: &str = "(?:orders?|requests?|instructions?|drawings?|data|files?|figures?|numbers?|information|specifications?|specs|details?|list|documents?|approval|confirmation|sign-off|answers?|repl(?:y|ies)|response|mails?|e-mails?|messages?|changes?|input|artwork|forecast|quantit(?:y|ies))";

/// What is wrong with it.
const DEFECT: &str = "(?:late|last-minute|last minute|at short notice|short notice|sudden(?:ly)?|unclear|vague|ambiguous|confusing|contradictory|conflicting|inconsistent|incomplete|incorrect(?:ly)?|inaccurate|wrong(?:ly)?|missing|faulty|out of date|outdated|illegible|errors?|mistakes?|gaps|only by phone|by phone only|only verbal|only orally|not (?:clear|complete|correct|in writing|signed)|two different|old|several times|twice|too late|in the wrong)";

/// Between the two, we are the ones at fault.
const OTHER: &str = r"(?-u:\b)(?:we|us|our|ours|I|my|apologi[sz]e|sorry|correct(?:ed)?)(?-u:\b)|[.;:]";

static FRAMES: LazyLock<[Frame; 7]> = LazyLock::new(|| {
    let you = r"(?-u:\b)(?:you|your (?:[a-z]+ ){0,2}(?:team|staff|side|company|office|plant|people|colleagues?|department|buyers?|planners?|managers?|accountants?|engineers?|warehouse))(?-u:\b)";
    [
        // What you said in your call was not clear enough.
        Frame::new(
            r"(?-u:\b)what you (?:had |have )?(?:said|told us|told me|wrote|asked(?: for)?|sent|gave us)(?-u:\b)",
            r"(?-u:\b)(?:was|were|is|are|had been|has been) (?:not (?:very |quite |at all )?(?:clear|precise|specific|complete|definite)|(?:rather |too |somewhat |very )?(?:unclear|vague|ambiguous|confusing|incomplete|imprecise))(?-u:\b)",
            r"(?-u:\b)(?:we|our|ours|I|my|apologi[sz]e|sorry|whether|if)(?-u:\b)|[.;:?]",
            48,
        ),
        // Your order reached us late.
        Frame::new(
            &format!(
                r"(?-u:\b)your (?:[a-z]+ ){{0,2}}{GIVEN} (?:reached us|reached our [a-z]+|came in|came|arrived|was placed|were placed|was received)(?-u:\b)"
            ),
            DEFECT,
            r"(?-u:\b)(?:our|ours|I|my|apologi[sz]e|sorry|but|and)(?-u:\b)|[.;:]",
            16,
        ),
        // Your team gave us the numbers at the last minute; you changed the quantity twice.
        Frame::new(
            &format!(
                r"{you} (?:had |have )?(?:only |kept |keeps? )?(?:gave|given|sent|supplied|provided|changed|altered|ordered|placed|told|submitted|quoted|named|delivered|answered|replied|approved|signed)(?-u:\b)"
            ),
            DEFECT,
            // "You have told us that pages are missing": what the client reports.
            r"(?-u:\b)(?:our|ours|I|my|apologi[sz]e|sorry|but|and|us that|us of|us about)(?-u:\b)|[.;:]",
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
    // Six cars should have been waiting for you at the gate.
    let fine = [
        r"(?-u:\b)(?:sorry|apologi[sz]e)[^.!?]{0,40}waiting for[^.!?]{0,20}".to_owned(),
        r"(?-u:\b)waiting for (?:you|your [a-z]+) (?:at|in|outside|on)(?-u:\b)(?: [a-z]+){0,3}".to_owned(),
        handled(),
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// What came from the client and was for us to deal with: had your order been entered.
fn handled() -> String {
    format!(
        r"(?-u:\b)(?:if|had) (?:only )?your (?:[a-z]+ ){{0,2}}(?:{GIVEN}|calls?|records?|enquir(?:y|ies)|complaints?|wish(?:es)?|concerns?|balances?|cloths|cartons) (?:had )?(?:[a-z]+ )?been (?:[a-z]+ly )?(?:entered|registered|confirmed|recorded|answered|passed|noted|logged|checked|forwarded|read|handled|taken|shipped|put|compared|mapped|moved|written|repeated|delivered)(?-u:\b)[^.;!?]{{0,80}}"
    )
}

/// The client's people, one of them or nobody of theirs in particular.
const YOURS: &str = "(?:you|your (?:[a-z]+ ){0,3}[a-z]+|(?:somebody|someone|anybody|anyone|one) (?:at|in|from|of|on) your (?:[a-z]+ ){0,2}[a-z]+)";

/// What a client says or leaves unsaid.
const WORD: &str = "(?:answers?|repl(?:y|ies)|responses?|confirmations?|approval|word|instructions?|objections?|feedback|comments?|corrections?|decision|sign-off|go-ahead|acknowledge?ment)";

/// An act or an omission of the client as the condition or the cause of the harm, and the fault shared with it.
static CONDITION: LazyLock<Wording> = LazyLock::new(|| {
    let wrong = [
        // If your people had read them.
        format!(
            r"(?-u:\b)if (?:only )?{YOURS} had (?:not |only |but |already |[a-z]+ly )?(?:[a-z]+ed|told|said|sent|given|put|made|let|written|read|kept|known|rung|seen|taken|brought|come|spoken|set|held|thought|been (?:clear|earl|more|quick|open|firm|precise|specific|explicit)[a-z]*)(?-u:\b)(?: [a-z]+){{0,3}}"
        ),
        // If your gate had been told, we would not have lost the time: what they should have arranged.
        r"(?-u:\b)(?:if (?:only )?your (?:[a-z]+ ){0,3}[a-z]+ had|had your (?:[a-z]+ ){0,3}[a-z]+) been [a-z]+[^.;!?]{0,60}(?-u:\b)(?:we|our [a-z]+) (?:would|could|might)(?-u:\b)".to_owned(),
        format!(
            r"(?-u:\b)(?:did not|didn't|never) (?:[a-z]+ )?(?:receive|received|get|got|hear|heard|had|obtain|obtained)(?: (?:back|an?|any|the|your|such|single|clear|one|further|written|anything|{WORD})){{0,6}} from (?:you|your)(?-u:\b)(?: [a-z]+)?"
        ),
        format!(
            r"(?-u:\b)(?:would have (?:needed|required|wanted|depended on)|(?:depended|relied|counted) on)(?: [a-z]+){{0,3}} {WORD}(?-u:\b)[^.;!?]{{0,40}}(?-u:\b)(?:from|by) (?:you|your)(?-u:\b)"
        ),
        format!(
            r"(?-u:\b)(?:without|in the absence of|for (?:want|lack) of|lacking)(?: an?| any| the| clear| written| such){{0,3}} {WORD} (?:from|by) (?:you|your)(?-u:\b)[^.;!?]{{0,30}}(?-u:\b)(?:we|our [a-z]+) (?:[a-z]+ )?(?:could|had|were|was|took|assumed|went|did|proceeded|understood|carried|relied|believed|moved|kept|planned)(?-u:\b)"
        ),
        format!(
            r"(?-u:\b)(?:in the absence of|for (?:want|lack) of|lacking) your (?:[a-z]+ )?{WORD}(?-u:\b)"
        ),
        r"(?-u:\b)(?:could|might|would|should) (?:easily |well |also |already |perhaps )?have been (?:noticed|seen|avoided|found|raised|caught|prevented|spotted|mentioned|pointed out|discovered|detected|corrected|questioned|cleared up)(?: earlier| sooner| already| too)? (?:by|at|on|in) your (?:own |side|end|office|company|team|plant|people|staff|department)[a-z]*".to_owned(),
        r"(?-u:\b)you (?:too |also |yourselves )?(?:had|did have) (?:the|every|an?|ample|enough|plenty of) (?:[a-z]+ )?(?:chance|opportunity|time|occasion|possibility|means) to(?-u:\b)(?: [a-z]+){0,2}".to_owned(),
        r"(?-u:\b)your (?:own )?silence(?-u:\b)".to_owned(),
        // Both sides are to blame.
        r"(?-u:\b)both (?:sides|parties|companies|teams|of us) (?:[a-z]+ )?(?:share|shared|bear|bore|contributed|made mistakes|could have|should have|failed|overlooked|missed|(?:were|are) (?:careless|at fault|wrong|unclear|to blame|responsible))(?-u:\b)|(?-u:\b)(?:fault|faults|blame|mistakes?|carelessness|responsibility) (?:[a-z]+ ){0,3}(?:on|with|by) both (?:sides|parties|of us)(?-u:\b)".to_owned(),
        format!(
            r"(?-u:\b){YOURS} (?:also |too |partly |must also )?(?:shared?|bears?|bore|carr(?:y|ies|ied)) (?:some|part|a part|a share|half|the same|in) (?:of )?(?:the )?(?:blame|fault|responsibility)(?-u:\b)|(?-u:\b){YOURS} (?:also |too |partly )?(?:contributed to|played (?:a|its|their|your) part|had a (?:hand|part|share) in)(?-u:\b)|(?-u:\b)(?:lies|lay|rests|rested) (?:[a-z]+ ){{0,2}}(?:on your side|at your end|on your part)(?-u:\b)|(?-u:\b)(?:fault|blame) (?:[a-z]+ ){{0,3}}with you(?-u:\b)"
        ),
        r"(?-u:\b)(?:as|so) long as (?:you|your (?:[a-z]+ ){0,3}[a-z]+) (?:do not|does not|will not|is not|are not|refuses?|declines?|avoids?)(?-u:\b)[^.;!?]{0,60}(?-u:\b)(?:we|nothing|it|there) [a-z ]{0,12}(?:cannot|can|not|hard|difficult|impossible|little)(?-u:\b)|(?-u:\b)it did not help that you(?:r)?(?-u:\b)".to_owned(),
    ];
    let fine = [
        r"(?-u:\b)(?:if|had) [^.;!?]{0,80}(?-u:\b)(?:by|from) us(?-u:\b)[^.;!?]{0,60}".to_owned(),
        r"(?-u:\b)if you had (?:preferred|wished|wanted|liked|expected|hoped|needed)(?-u:\b)[a-z ]{0,40}".to_owned(),
        handled(),
    ];
    Wording::new(&wrong.join("|"), &fine.join("|"))
});

/// What a person who is only called he or she is said to have left undone.
static OMITTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?-u:\b)(?:He|She|They|he|she|they)(?: also| unfortunately| however)? (?:(?:did not|didn['’]t|had not|hadn['’]t|never|at no point) (?:[a-z]+ly |then |even |once )?(?:tell|told|say|said|inform|informed|confirm|confirmed|mention|mentioned|reply|replied|respond|responded|answer|answered|specify|specified|check|checked|notify|notified|let us|provide|provided|explain|explained|clarify|clarified|make|made|read|object|objected|acknowledge|acknowledged|ask|asked|give|gave|send|sent|raise|raised|express|expressed|put it|name|named|state|stated|speak|spoke)",
        r"|failed to|neglected|forgot|omitted|overlooked|misunderstood|misread|(?:should|ought to|could) have (?:told|said|made|asked|put|mentioned|informed|confirmed|checked|let|given|sent|written|noticed|read|named|raised|answered|replied)|left (?:it )?(?:open|unclear)|(?:was|were) (?:not (?:very |quite |entirely )?(?:clear|precise|explicit|specific)|unclear|vague|ambiguous))(?-u:\b)",
    ))
});

/// Places at which somebody is called he or she and left something undone.
pub(super) fn omissions(reading: &Reading) -> Vec<Range<usize>> {
    let found = OMITTED.find_iter(reading.text()).map(|hit| hit.range());
    found.filter(|place| !reading.is_quoted(place)).collect()
}

/// Places at which the client bears the fault, in the normalised copy.
pub(super) fn places(reading: &Reading) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = FRAMES.iter().flat_map(|frame| frame.places(reading)).collect();
    found.extend(PLAIN.places(reading));
    found.extend(CONDITION.places(reading));
    found
}
