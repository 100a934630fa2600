//! What a pattern needs to match: the words of its branches.

use regex_syntax::hir::{Capture, Class, Hir, HirKind, Repetition};

use super::grams::Needle;

/// A parsed pattern as a tree in which the words stand that a match cannot do without.
#[derive(Debug)]
pub(super) enum Shape {
    /// Something without such words.
    Any(Hir),
    /// Words, by their number among the needles.
    Words(usize, Hir),
    /// One after the other.
    Concat(Vec<Shape>),
    /// One of them.
    Alternation(Vec<Shape>),
    /// Something so many times.
    Repetition { min: u32, max: Option<u32>, greedy: bool, sub: Box<Shape> },
    /// A group.
    Capture { index: u32, name: Option<Box<str>>, sub: Box<Shape> },
}

impl Shape {
    /// The tree of a pattern; its words are added to the needles.
    pub(super) fn of(hir: &Hir, needles: &mut Vec<Needle>) -> Self {
        match hir.kind() {
            HirKind::Literal(_) | HirKind::Class(_) => Self::words(vec![hir.clone()], needles),
            HirKind::Concat(subs) => Self::concat(subs, needles),
            HirKind::Alternation(subs) => {
                let subs: Vec<Self> = subs.iter().map(|sub| Self::of(sub, needles)).collect();
                // One branch that needs nothing, and the whole needs nothing; the others still can be left out.
                if subs.iter().all(Self::is_any) { Self::Any(hir.clone()) } else { Self::Alternation(subs) }
            }
            HirKind::Repetition(repetition) => match Self::of(&repetition.sub, needles) {
                Self::Any(_) => Self::Any(hir.clone()),
                sub => {
                    let Repetition { min, max, greedy, .. } = *repetition;
                    Self::Repetition { min, max, greedy, sub: Box::new(sub) }
                }
            },
            HirKind::Capture(capture) => match Self::of(&capture.sub, needles) {
                Self::Any(_) => Self::Any(hir.clone()),
                sub => Self::Capture { index: capture.index, name: capture.name.clone(), sub: Box::new(sub) },
            },
            HirKind::Empty | HirKind::Look(_) => Self::Any(hir.clone()),
        }
    }

    /// Whether a text with these needles can match.
    pub(super) fn is_possible(&self, present: &[bool]) -> bool {
        match self {
            Self::Any(_) => true,
            Self::Words(index, _) => present.get(*index).copied().unwrap_or(true),
            Self::Concat(subs) => subs.iter().all(|sub| sub.is_possible(present)),
            Self::Alternation(subs) => subs.iter().any(|sub| sub.is_possible(present)),
            Self::Repetition { min, sub, .. } => *min == 0 || sub.is_possible(present),
            Self::Capture { sub, .. } => sub.is_possible(present),
        }
    }

    /// The pattern without the branches that a text with these needles cannot match; none where nothing is left.
    ///
    /// A branch that cannot match takes no part in what matches first, so the order of the others decides as before.
    pub(super) fn kept(&self, present: &[bool]) -> Option<Hir> {
        match self {
            Self::Any(hir) => Some(hir.clone()),
            Self::Words(_, hir) => self.is_possible(present).then(|| hir.clone()),
            Self::Concat(subs) => {
                subs.iter().map(|sub| sub.kept(present)).collect::<Option<Vec<Hir>>>().map(Hir::concat)
            }
            Self::Alternation(subs) => {
                let kept: Vec<Hir> = subs.iter().filter_map(|sub| sub.kept(present)).collect();
                (!kept.is_empty()).then(|| Hir::alternation(kept))
            }
            Self::Repetition { min, max, greedy, sub } => match sub.kept(present) {
                Some(sub) => {
                    let (min, max, greedy, sub) = (*min, *max, *greedy, Box::new(sub));
                    Some(Hir::repetition(Repetition { min, max, greedy, sub }))
                }
                None => (*min == 0).then(Hir::empty),
            },
            Self::Capture { index, name, sub } => sub.kept(present).map(|sub| {
                let (index, name, sub) = (*index, name.clone(), Box::new(sub));
                Hir::capture(Capture { index, name, sub })
            }),
        }
    }

    fn is_any(&self) -> bool {
        matches!(self, Self::Any(_))
    }

    /// Neighbouring words are one needle.
    fn concat(subs: &[Hir], needles: &mut Vec<Needle>) -> Self {
        let mut shapes = Vec::new();
        let mut run: Vec<Hir> = Vec::new();
        for sub in subs {
            if written(sub).is_some() {
                run.push(sub.clone());
                continue;
            }
            if !run.is_empty() {
                shapes.push(Self::words(std::mem::take(&mut run), needles));
            }
            shapes.push(Self::of(sub, needles));
        }
        if !run.is_empty() {
            shapes.push(Self::words(run, needles));
        }
        if shapes.iter().all(Self::is_any) { Self::Any(Hir::concat(subs.to_vec())) } else { Self::Concat(shapes) }
    }

    /// Words that stand side by side, as one needle if they are long enough.
    fn words(run: Vec<Hir>, needles: &mut Vec<Needle>) -> Self {
        let text: Option<Vec<Vec<u8>>> = run.iter().map(written).collect();
        let needle = text.and_then(|text| Needle::of(&text.concat()));
        let hir = Hir::concat(run);
        match needle {
            Some(needle) => {
                needles.push(needle);
                Self::Words(needles.len() - 1, hir)
            }
            None => Self::Any(hir),
        }
    }
}

/// What a part of a pattern says without regard to case, if that is one string.
fn written(hir: &Hir) -> Option<Vec<u8>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(literal.0.to_vec()),
        HirKind::Class(Class::Unicode(class)) => {
            letter(class.ranges().iter().map(|range| (range.start(), range.end())))
        }
        HirKind::Class(Class::Bytes(class)) => {
            letter(class.ranges().iter().map(|range| (char::from(range.start()), char::from(range.end()))))
        }
        _ => None,
    }
}

/// The one letter that a class holds in both cases.
fn letter(ranges: impl Iterator<Item = (char, char)>) -> Option<Vec<u8>> {
    let mut one = None;
    for (start, end) in ranges {
        let folded = match start {
            _ if start != end => return None,
            // Both are written small by `grams`.
            'ſ' => 's',
            '\u{212A}' => 'k',
            _ if start.is_ascii() => start.to_ascii_lowercase(),
            _ => return None,
        };
        if one.is_some_and(|one| one != folded) {
            return None;
        }
        one = Some(folded);
    }
    one.map(|letter| vec![u8::try_from(letter).unwrap_or_default()])
}
