//! English that does not do in a business apology. Numbers 16 (never happen again) and 19 (our rep failed) are reported
//! by the rules against promises and against blaming the rep.

use super::entry::{
    Category::{Apology, Casual, Excessive, Unfit},
    Entry,
};

pub(super) const TABLE: &[Entry] = &[
    Entry::warn(1, Apology, r"\b(?:sorry|apologi[sz]e|apologies)\b(?: [a-z]+){0,6}? if (?:you|we|this|there|any|our|it|your|I|anything|anyone)\b[^.!?,;]{0,50}", "We are sorry that …")
        .unless(r"(?i)if you (?:would|wish|want|prefer|need|like|have|see)"),
    Entry::warn(2, Apology, r"\b(?:sorry|apologi[sz]e|apologies)(?: [a-z]+){0,10}?,? but\b", "a full stop after the apology")
        .unless(r"(?i)(?:not only|nothing but|all but|last but)"),
    Entry::warn(3, Apology, r"\bany (?:inconvenience|trouble|problems?|confusion|distress|concern|disruption|difficult(?:y|ies)|frustration|upset|offen[cs]e)\b", "name it: the trouble … caused you")
        .unless(r"(?i)\b(?:if|whether|without|avoid|prevent|report|tell us (?:of|about)|let (?:me|us) know (?:of|about))(?: (?:there|you) (?:is|are|were|have|see|find|notice))? any (?:inconvenience|trouble|problems?|confusion|concern|disruption|difficult)"),
    Entry::warn(4, Apology, r"\b(?:mistakes?|errors?|oversights?|lapses?|misjudge?ments?) (?:was|were|have been|has been|had been) (?:made|committed)\b", "We made a mistake")
        .unless(r"(?i)(?:made|committed) by (?:us|our)\b"),
    Entry::warn(5, Apology, r"\b(?:the|a|an|this|some) (?:delay|error|mistake|problem|issue|failure|incident|oversight|misunderstanding|confusion|mix-up|mishap|discrepancy|shortage|lapse|disruption|breakdown)s? (?:has |have |had )?(?:occurred|happened|arose|arisen|took place|came about|crept in|slipped in|come about)\b", "We delivered late"),
    Entry::warn(6, Apology, r"\b(?:would|should|'d) (?:again |first |also |once more |really )?like to (?:[a-z]+ly |again |once again |first |also )?apologi[sz]e\b|\b(?:wish|want) to (?:[a-z]+ly )?apologi[sz]e\b|\b(?:would|should|wish|want)(?: like)? to (?:extend|offer|express|convey)(?: [a-z]+){0,4} (?:apolog(?:y|ies)|regrets?)\b|\b(?:allow|permit) (?:us|me) to apologi[sz]e\b", "We apologise")
        .unless(r"(?i)apologi[sz]e (?:in person|to you in person|face to face)|\b(?:he|she|they)(?: would|'d) like to apologi[sz]e"),
    Entry::warn(7, Apology, r"\b(?:sorry|apologi[sz]e|regret)\b[^.!?]{0,20}\b(?:that )?you (?:feel|felt|are feeling|were upset|found)\b|\bthat you feel\b", "for our failure"),
    Entry::warn(8, Unfit, r"\b(?:as )?per my (?:last|previous|earlier) (?:e-?mail|message|note|letter)\b|\bas (?:I|we) (?:already )?(?:said|stated|mentioned|explained) (?:before|already|in my last|in our last|previously|earlier)\b", "To summarise"),
    Entry::warn(9, Unfit, r"\bas you (?:already |well |surely |certainly |may )?(?:know|are (?:well )?aware)\b|\bas (?:I am|I'm|we are) sure you (?:know|are aware)\b|\bneedless to say\b", "leave it out"),
    Entry::warn(10, Unfit, r"\byou (?:should|ought to) have (?:told|informed|confirmed|checked|asked|said|mentioned|noticed|let|called|contacted|raised|clarified|read|sent|replied|written|specified|known|reported)\b", "We should have")
        .unless(r"(?i)should have (?:known|been told|been informed) (?:by|from) us"),
    Entry::warn(11, Unfit, r"\bmis(?:understanding|communication|interpretation|reading)s? (?:on|at|from) (?:your|the client'?s?) (?:side|part|end)\b", "we did not confirm"),
    Entry::warn(12, Unfit, r"\b(?:please|kindly|you (?:must|have to|need to)|(?:we|I) (?:hope|trust|ask|ask that) (?:that )?you(?: will| can)?) (?:try to )?understand(?: that)?\b|\b(?:ask|request|appreciate|seek|beg) (?:for )?your (?:kind )?understanding\b", "explain plainly"),
    Entry::warn(13, Unfit, r"\b(?:our|company|the company'?s?|internal) (?:policy|policies|rules?|procedures?) (?:does not|do not|doesn't|don't|will not|cannot|prevents?|prohibits?|forbids?)(?: allow| permit)?\b|\b(?:not (?:allowed|permitted)|against) (?:by|under)?(?: our| company)+ (?:policy|policies|rules?)\b", "say what you can do"),
    Entry::warn(14, Unfit, r"\bto be (?:perfectly |completely |quite |totally |very )?(?:honest|frank|blunt|candid)\b|\b(?:honestly|frankly)(?: speaking)?,|\bto tell (?:you )?the truth\b|\blet's be (?:honest|frank|blunt)\b|\b(?:in all honesty|truth be told|quite frankly)\b", "leave it out"),
    Entry::warn(15, Unfit, r"\b(?:isolated|one-off|one-time|exceptional|rare) (?:incident|case|event|occurrence|mistake|error)\b|\b(?:was|is|been) an? one-off\b", "we are checking whether it happened elsewhere"),
    Entry::warn(17, Unfit, r"\b(?:take|takes|taking|took) (?:this|it|these|the|your|such|all|our|quality|customer)(?: [a-z]+){0,4}? (?:very |extremely |most |so )?seriously\b", "say what you do about it").unless(r"(?i)\bas seriously as\b"),
    Entry::warn(18, Unfit, r"\bhuman error\b|\bhuman mistake\b", "the cause in the process")
        .unless(r"(?i)(?:not|than|no|call(?:ed)? it|label(?:led)?)(?: [a-z]+){0,3} (?:as )?human error"),
    Entry::warn(20, Unfit, r"\bASAP\b|\bas (?:soon|quickly|fast|promptly) as (?:possible|we can|practicable)\b|\bany day now\b|\bat (?:our|the) earliest (?:convenience|opportunity)\b|\bat your earliest opportunity\b|\bin due course\b|\b(?:by|on|until|from|since|before|after|dated|due) (?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])\b", "a date"),
    Entry::warn(21, Unfit, r"\brest(?:ed)? assured\b|\bplease be assured\b", "what shows it"),
    Entry::warn(22, Unfit, r"\b(?:know|understand) (?:exactly |precisely |just |only too well )?how (?:you|your team) (?:feel|must feel|felt)\b", "the impact in particular"),
    Entry::warn(23, Unfit, r"\bhopefully\b|\bfingers crossed\b", "ask: does this answer your question?"),
    Entry::warn(24, Unfit, r"\b(?:please |kindly )?forgive (?:us|me|our)\b|\b(?:ask|beg|hope) (?:for )?your forgiveness\b|\b(?:beg|ask) your pardon\b", "what you do to repair it"),
    Entry::warn(25, Casual, r"\bno worries\b|\b(?:hi|hey|hello) (?:guys|there|folks|all|everyone|team)\b|\bguys\b|^hey\b|\bmy bad\b|\bthanks a (?:lot|million|bunch)\b|\boops\b|\bno biggie\b", "a neutral register"),
    // What a model calls out before it begins is reported as a trace of the model.
    Entry::warn(25, Casual, r"[^!\s]*[A-Za-z)]!+", "a full stop")
        .unless(r"(?i)\A\s*(?:certainly|sure|sure thing|absolutely|of course|great question|understood|okay|no problem)!"),
    Entry::warn(0, Excessive, r"\b(?:most )?humbly (?:beg|request|ask|apologi[sz]e)\b|\bbeg to (?:receive|inform|remain|request)\b|\besteemed (?:organi[sz]ation|company|client|firm|customer)\b|\bi hope this (?:letter|e-?mail|message|note) finds you\b|\bthis is to acknowledge receipt\b|\bdeepest,? most sincere\b|\bfrom the bottom of (?:my|our) hearts?\b|\bkindly (?:be informed|note|revert|do the needful|find attached)\b", "plain words"),
    Entry::warn(0, Excessive, r"\bwe messed up\b|\bscrewed up\b|\bdropped the ball\b|\bgoofed\b|\bit is what it is\b", "name the lapse in neutral words"),
];
