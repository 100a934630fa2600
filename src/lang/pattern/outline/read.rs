//! Reading the outline off a source.

use std::ops::Range;

use super::super::grams::Needle;
use super::{Group, Node};

/// The most bytes of a character.
const CHARACTER: usize = 4;

/// What is read of a whole pattern.
pub(super) struct Whole {
    pub(super) head: Range<usize>,
    pub(super) root: Node,
    pub(super) needles: Vec<Needle>,
    pub(super) groups: usize,
    pub(super) longest: Option<usize>,
    pub(super) at_start: bool,
}

impl Whole {
    /// What is told of a pattern that cannot be read here.
    pub(super) fn unknown(source: &str) -> Self {
        // Who asks whether there are groups is told that there may be.
        let groups = source.matches('(').count();
        let root = Node::Any(0..source.len());
        Self { head: 0..0, root, needles: Vec::new(), groups, longest: None, at_start: false }
    }
}

/// Reads a source from its beginning.
pub(super) struct Reader<'s> {
    source: &'s str,
    at: usize,
    needles: Vec<Needle>,
    groups: usize,
    /// Whether `^` may stand for the beginning of a line.
    lines: bool,
}

/// A piece of a pattern.
struct Piece {
    node: Node,
    longest: Option<usize>,
    at_start: bool,
}

/// What one step of reading comes to.
enum Atom {
    /// A character that stands for itself.
    Letter(char),
    /// One character of several.
    Class,
    /// A place between characters; whether it is the beginning of the text.
    Place(bool),
    Group(Piece),
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, needles: Vec::new(), groups: 0, lines: false }
    }

    /// None where it is no pattern, or one with flags in the midst.
    pub(super) fn read(mut self) -> Option<Whole> {
        self.lines = self.source.match_indices("(?").any(|(at, _)| {
            let flags = self.source.bytes().skip(at + 2).take_while(u8::is_ascii_lowercase);
            flags.into_iter().any(|flag| flag == b'm')
        });
        let head = self.head()?;
        let (branches, longest, at_start) = self.branches(0)?;
        if self.at != self.source.len() {
            return None;
        }
        let end = self.at..self.at;
        let open = head.end..head.end;
        let root = Node::Group(Group::of(open, branches, end, false, &self.needles));
        Some(Whole { head, root, needles: self.needles, groups: self.groups, longest, at_start })
    }

    /// Flags at the very beginning.
    fn head(&mut self) -> Option<Range<usize>> {
        let Some(rest) = self.source.strip_prefix("(?") else { return Some(0..0) };
        let flags = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-')?;
        if rest.as_bytes().get(flags) == Some(&b')') {
            if rest.get(..flags)?.contains('x') {
                return None;
            }
            self.at = 2 + flags + 1;
        }
        Some(0..self.at)
    }

    fn peek(&self) -> Option<char> {
        self.source.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn next_if(&mut self, wanted: char) -> bool {
        let is = self.peek() == Some(wanted);
        if is {
            self.at += wanted.len_utf8();
        }
        is
    }

    /// Branches up to the bracket that closes them or the end.
    fn branches(&mut self, depth: usize) -> Option<(Vec<Node>, Option<usize>, bool)> {
        if depth > 64 {
            return None;
        }
        let mut branches = Vec::new();
        let mut longest = Some(0);
        let mut at_start = true;
        loop {
            let piece = self.branch(depth)?;
            longest = longest.zip(piece.longest).map(|(a, b)| a.max(b));
            at_start &= piece.at_start;
            branches.push(piece.node);
            if !self.next_if('|') {
                return Some((branches, longest, at_start));
            }
        }
    }

    fn branch(&mut self, depth: usize) -> Option<Piece> {
        let mut run = Run::new(self.at);
        let mut longest = Some(0_usize);
        let mut at_start = None;
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let begin = self.at;
            let atom = self.atom(depth)?;
            let end = self.at;
            let (min, max) = self.times()?;
            let once = (min, max) == (1, Some(1)) && self.at == end;
            let length = match &atom {
                Atom::Letter(c) => Some(length(*c)),
                Atom::Class => Some(CHARACTER),
                Atom::Place(_) => Some(0),
                Atom::Group(piece) => piece.longest,
            };
            let all = match (length, max) {
                (Some(0), _) | (_, Some(0)) => Some(0),
                (Some(length), Some(max)) => length.checked_mul(max),
                _ => None,
            };
            longest = longest.zip(all).and_then(|(a, b)| a.checked_add(b));
            at_start.get_or_insert(match &atom {
                Atom::Place(start) => *start && min > 0,
                Atom::Group(piece) => piece.at_start && min > 0,
                _ => false,
            });
            match atom {
                Atom::Letter(c) if once && !has_case(c) => run.letter(c, begin..self.at),
                Atom::Class if min > 0 && self.source.get(begin..end) == Some("[0-9]") => {
                    run.needle(Needle::digit(), begin..self.at, &mut self.needles);
                }
                Atom::Group(Piece { node: Node::Group(mut group), .. }) if !group.is_plain() => {
                    group.close.end = self.at;
                    group.optional = min == 0;
                    run.node(Node::Group(group), &mut self.needles);
                }
                _ => run.node(Node::Any(begin..self.at), &mut self.needles),
            }
        }
        let node = run.end(&mut self.needles);
        Some(Piece { node, longest, at_start: at_start.unwrap_or(false) })
    }

    fn atom(&mut self, depth: usize) -> Option<Atom> {
        Some(match self.next()? {
            '\\' => self.escape()?,
            '[' => {
                self.class()?;
                Atom::Class
            }
            '.' => Atom::Class,
            '^' => Atom::Place(!self.lines),
            '$' => Atom::Place(false),
            '(' => Atom::Group(self.group(depth)?),
            '?' | '*' | '+' | '{' => return None,
            c => Atom::Letter(c),
        })
    }

    fn escape(&mut self) -> Option<Atom> {
        let c = self.next()?;
        Some(match c {
            'p' | 'P' => {
                if self.next()? == '{' {
                    self.skip_to('}')?;
                }
                Atom::Class
            }
            'x' | 'u' | 'U' => {
                if self.next_if('{') {
                    self.skip_to('}')?;
                } else {
                    let digits = match c {
                        'x' => 2,
                        'u' => 4,
                        _ => 8,
                    };
                    (0..digits).try_for_each(|_| self.next().map(|_| ()))?;
                }
                Atom::Class
            }
            'A' => Atom::Place(true),
            // `\b{start}` is written nowhere, and would be read as a repetition.
            'b' | 'B' | 'z' if self.peek() != Some('{') => Atom::Place(false),
            'd' | 'D' | 's' | 'S' | 'w' | 'W' | 'n' | 't' | 'r' => Atom::Class,
            c if c.is_ascii_alphanumeric() || c == '<' || c == '>' => return None,
            c => Atom::Letter(c),
        })
    }

    fn skip_to(&mut self, end: char) -> Option<()> {
        while self.next()? != end {}
        Some(())
    }

    /// The rest of a class in brackets.
    fn class(&mut self) -> Option<()> {
        self.next_if('^');
        self.next_if(']');
        loop {
            match self.next()? {
                '\\' => {
                    self.next()?;
                }
                '[' => self.class()?,
                ']' => return Some(()),
                _ => {}
            }
        }
    }

    /// The rest of a group.
    fn group(&mut self, depth: usize) -> Option<Piece> {
        let begin = self.at - 1;
        let mut remembered = true;
        if self.next_if('?') {
            if self.next_if('P') || self.next_if('<') {
                self.skip_to('>')?;
            } else {
                remembered = false;
                loop {
                    match self.next()? {
                        ':' => break,
                        'i' | 'm' | 's' | 'u' | 'R' | 'U' | '-' => {}
                        // Flags for the rest of a group, and spaces that do not count, are not read here.
                        _ => return None,
                    }
                }
            }
        }
        self.groups += usize::from(remembered);
        let open = begin..self.at;
        let (branches, longest, at_start) = self.branches(depth + 1)?;
        let close = self.at;
        if !self.next_if(')') {
            return None;
        }
        let node = Node::Group(Group::of(open, branches, close..self.at, remembered, &self.needles));
        Some(Piece { node, longest, at_start })
    }

    /// How often what stands before may stand.
    fn times(&mut self) -> Option<(usize, Option<usize>)> {
        let times = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let begin = self.at + 1;
                self.skip_to('}')?;
                let inside = self.source.get(begin..self.at - 1)?;
                let (min, max) = inside.split_once(',').unwrap_or((inside, inside));
                let min: usize = min.trim().parse().ok()?;
                let max = if max.trim().is_empty() { None } else { Some(max.trim().parse().ok()?) };
                self.at -= 1;
                (min, max)
            }
            _ => return Some((1, Some(1))),
        };
        self.at += 1;
        self.next_if('?');
        // Repetitions of repetitions are not read here.
        (!matches!(self.peek(), Some('?' | '*' | '+' | '{'))).then_some(times)
    }
}

/// Pieces of a branch, of which the letters side by side become words.
struct Run {
    nodes: Vec<Node>,
    letters: String,
    range: Range<usize>,
}

impl Run {
    fn new(at: usize) -> Self {
        Self { nodes: Vec::new(), letters: String::new(), range: at..at }
    }

    fn letter(&mut self, c: char, range: Range<usize>) {
        if self.letters.is_empty() {
            self.range.start = range.start;
        }
        self.letters.push(c);
        self.range.end = range.end;
    }

    fn node(&mut self, node: Node, needles: &mut Vec<Needle>) {
        self.words(needles);
        self.push(node);
    }

    fn words(&mut self, needles: &mut Vec<Needle>) {
        if self.letters.is_empty() {
            return;
        }
        let needle = Needle::of(self.letters.as_bytes());
        self.letters.clear();
        match needle {
            Some(needle) => self.needle(needle, self.range.clone(), needles),
            None => self.push(Node::Any(self.range.clone())),
        }
    }

    fn needle(&mut self, needle: Needle, range: Range<usize>, needles: &mut Vec<Needle>) {
        self.words(needles);
        needles.push(needle);
        self.push(Node::Words(needles.len() - 1, range));
    }

    /// Neighbours without words are one.
    fn push(&mut self, node: Node) {
        match (self.nodes.last_mut(), node) {
            (Some(Node::Any(before)), Node::Any(range)) if before.end == range.start => before.end = range.end,
            (_, node) => self.nodes.push(node),
        }
    }

    fn end(mut self, needles: &mut Vec<Needle>) -> Node {
        self.words(needles);
        match self.nodes.len() {
            1 => self.nodes.swap_remove(0),
            _ => Node::Concat(self.nodes),
        }
    }
}

/// The most bytes that match a letter: without regard to case, the long s and the Kelvin sign are s and k.
fn length(c: char) -> usize {
    match c {
        's' | 'S' | 'k' | 'K' => 3,
        c if c.is_ascii() || !has_case(c) => c.len_utf8(),
        _ => CHARACTER,
    }
}

/// Whether a letter beyond ASCII may stand for others without regard to case.
fn has_case(c: char) -> bool {
    // Kana and kanji have none, and are most of what there is.
    !c.is_ascii()
        && !('\u{3000}'..'\u{A000}').contains(&c)
        && (c.is_lowercase() || c.is_uppercase() || c.to_lowercase().next() != Some(c))
}
