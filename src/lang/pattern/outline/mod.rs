//! What a pattern needs to match: the words of its branches, read off its source.
//!
//! Parsing a pattern of a thousand words takes as long as searching a letter with it, and most of its branches cannot
//! match. The outline is a tree of groups, branches and words, read in one pass; only what is left of the source when
//! the branches without their words are out is parsed.

mod read;

use std::borrow::Cow;
use std::ops::Range;

use super::case;
use super::grams::{Mark, Needle, Seen};

/// The outline of a pattern.
#[derive(Debug)]
pub(super) struct Outline {
    /// The source, or that for the small copy of a text.
    source: Box<str>,
    /// Whether it is for the small copy.
    small: bool,
    /// Flags for all of it, as they stand in the source.
    head: Range<usize>,
    root: Node,
    /// The words of the tree.
    pub(super) needles: Box<[Needle]>,
    /// How many groups it has that are remembered.
    pub(super) groups: usize,
    /// The most bytes a match can have; none where there is no such number.
    pub(super) longest: Option<usize>,
    /// Whether a match must begin with the text.
    at_start: bool,
    /// A text with none of these has no match; nothing where there are no such.
    pub(super) needed: Option<Box<[Mark]>>,
}

/// A text that the needles of a pattern are looked for in.
struct Sight<'a> {
    seen: &'a Seen<'a>,
    needles: &'a [Needle],
    reach: Option<usize>,
}

impl Sight<'_> {
    /// Where a needle may stand.
    fn place(&self, index: usize) -> u64 {
        self.needles.get(index).map_or(!0, |needle| self.seen.place(needle, self.reach))
    }
}

/// A part of a pattern. Ranges are places in the source.
#[derive(Debug)]
enum Node {
    /// Something without words.
    Any(Range<usize>),
    /// Words, by their number among the needles.
    Words(usize, Range<usize>),
    /// One after the other.
    Concat(Vec<Node>),
    /// One of them, in a group or, with an empty opening and closing, as the whole.
    Group(Group),
}

#[derive(Debug)]
struct Group {
    open: Range<usize>,
    branches: Vec<Node>,
    /// What each branch cannot match without, where that is one mark: most branches are told to be impossible by it.
    marks: Box<[Option<Mark>]>,
    /// The bracket and how often the group may stand.
    close: Range<usize>,
    /// Whether it may be absent.
    optional: bool,
    /// Whether it is remembered.
    remembered: bool,
}

impl Outline {
    /// Reads a source. One that this reader does not know, or that is no pattern, is something without words.
    pub(super) fn of(source: &str) -> Self {
        let lowered = case::lowered(source);
        let small = lowered.is_some();
        let source: Box<str> = lowered.map_or_else(|| source.into(), String::into_boxed_str);
        let outline = read::Reader::new(&source).read().unwrap_or_else(|| read::Whole::unknown(&source));
        let read::Whole { head, root, needles, groups, longest, at_start } = outline;
        let needed = root.needed(&needles).map(Vec::into_boxed_slice);
        Self { source, small, head, root, needles: needles.into(), groups, longest, at_start, needed }
    }

    /// As much of a text as a match can reach, and a character more, so that its end is not taken for that of the text.
    pub(super) fn near<'t>(&self, text: &'t str) -> &'t str {
        let reach = self.longest.filter(|_| self.at_start);
        reach.and_then(|reach| text.get(..text.floor_char_boundary(reach + 8))).unwrap_or(text)
    }

    /// What the compiled part of the pattern is for: the text, or its small copy.
    pub(super) fn copy<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.small && text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            text.to_ascii_lowercase().into()
        } else {
            text.into()
        }
    }

    /// Where a match may begin, by where its needles stand: a set of blocks of the text, as bits.
    pub(super) fn possible(&self, seen: &Seen<'_>) -> u64 {
        self.root.possible(&self.sight(seen))
    }

    /// Adds the needles of the branches that can match within the places `live`.
    pub(super) fn mark(&self, seen: &Seen<'_>, live: u64, needed: &mut [bool]) {
        if live != 0 {
            self.root.mark(&self.sight(seen), live, needed);
        }
    }

    /// Whether these needles are all that the branches need which can match within the places `live`.
    pub(super) fn is_covered(&self, seen: &Seen<'_>, live: u64, by: &[bool]) -> bool {
        self.root.is_covered(&self.sight(seen), live, by)
    }

    fn sight<'a>(&'a self, seen: &'a Seen<'a>) -> Sight<'a> {
        Sight { seen, needles: &self.needles, reach: self.longest }
    }

    /// The source without the branches that need other needles.
    ///
    /// A branch that cannot match takes no part in what matches first, so the order of the others decides as before.
    pub(super) fn kept(&self, needed: &[bool]) -> String {
        let mut kept = String::with_capacity(self.source.len());
        kept.push_str(self.slice(&self.head));
        self.write(&self.root, needed, &mut kept);
        kept
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    fn write(&self, node: &Node, needed: &[bool], kept: &mut String) {
        match node {
            Node::Any(range) | Node::Words(_, range) => kept.push_str(self.slice(range)),
            Node::Concat(nodes) => nodes.iter().for_each(|node| self.write(node, needed, kept)),
            Node::Group(group) => {
                if group.optional && !group.branches.iter().any(|branch| branch.is_needed(needed)) {
                    let before = kept.len();
                    self.write_groups(node, kept);
                    if kept.len() > before {
                        kept.push('?');
                    }
                    return;
                }
                kept.push_str(self.slice(&group.open));
                let mut first = true;
                for branch in &group.branches {
                    let before = kept.len();
                    if !first {
                        kept.push('|');
                    }
                    let begin = kept.len();
                    if branch.is_needed(needed) {
                        self.write(branch, needed, kept);
                        first = false;
                    } else {
                        self.write_groups(branch, kept);
                        if kept.len() == begin {
                            kept.truncate(before);
                        } else {
                            first = false;
                        }
                    }
                }
                kept.push_str(self.slice(&group.close));
            }
        }
    }

    /// In place of what cannot match: its remembered groups, so that the others keep their numbers, behind something
    /// that never matches.
    fn write_groups(&self, node: &Node, kept: &mut String) {
        let mut groups = String::new();
        self.openings(node, &mut groups);
        if !groups.is_empty() {
            kept.push_str("(?:[a&&b]");
            kept.push_str(&groups);
            kept.push(')');
        }
    }

    fn openings(&self, node: &Node, groups: &mut String) {
        match node {
            Node::Any(_) | Node::Words(..) => {}
            Node::Concat(nodes) => nodes.iter().for_each(|node| self.openings(node, groups)),
            Node::Group(group) => {
                if group.remembered {
                    groups.push_str(self.slice(&group.open));
                    groups.push(')');
                }
                group.branches.iter().for_each(|branch| self.openings(branch, groups));
            }
        }
    }
}

impl Node {
    /// Marks of which a match has at least one, as few as may be.
    fn needed(&self, needles: &[Needle]) -> Option<Vec<Mark>> {
        match self {
            Self::Any(_) | Self::Group(Group { optional: true, .. }) => None,
            Self::Words(index, _) => Some(vec![needles.get(*index)?.rarest()]),
            Self::Concat(nodes) => nodes.iter().filter_map(|node| node.needed(needles)).min_by_key(Vec::len),
            Self::Group(Group { branches, .. }) => {
                let mut all = Vec::new();
                for branch in branches {
                    all.extend(branch.needed(needles)?);
                }
                Some(all)
            }
        }
    }

    fn possible(&self, sight: &Sight<'_>) -> u64 {
        match self {
            Self::Any(_) => !0,
            Self::Words(index, _) => sight.place(*index),
            Self::Concat(nodes) => {
                let mut all = !0;
                for node in nodes {
                    all &= node.possible(sight);
                    if all == 0 {
                        break;
                    }
                }
                all
            }
            Self::Group(Group { optional: true, .. }) => !0,
            Self::Group(group) => {
                let mut any = 0;
                for branch in group.likely(sight) {
                    any |= branch.possible(sight);
                    if any == !0 {
                        break;
                    }
                }
                any
            }
        }
    }

    fn mark(&self, sight: &Sight<'_>, live: u64, needed: &mut [bool]) {
        match self {
            Self::Any(_) => {}
            Self::Words(index, _) => {
                if let Some(needed) = needed.get_mut(*index) {
                    *needed = true;
                }
            }
            Self::Concat(nodes) => nodes.iter().for_each(|node| node.mark(sight, live, needed)),
            Self::Group(group) => {
                for branch in group.likely(sight) {
                    let live = live & branch.possible(sight);
                    if live != 0 {
                        branch.mark(sight, live, needed);
                    }
                }
            }
        }
    }

    fn is_covered(&self, sight: &Sight<'_>, live: u64, by: &[bool]) -> bool {
        match self {
            Self::Any(_) => true,
            Self::Words(index, _) => by.get(*index).copied().unwrap_or(false),
            Self::Concat(nodes) => nodes.iter().all(|node| node.is_covered(sight, live, by)),
            Self::Group(group) => group.likely(sight).all(|branch| {
                // What is compiled already need not be looked for.
                branch.is_whole(by) || {
                    let live = live & branch.possible(sight);
                    live == 0 || branch.is_covered(sight, live, by)
                }
            }),
        }
    }

    /// Whether all its needles are among these.
    fn is_whole(&self, by: &[bool]) -> bool {
        match self {
            Self::Any(_) => true,
            Self::Words(index, _) => by.get(*index).copied().unwrap_or(false),
            Self::Concat(nodes) => nodes.iter().all(|node| node.is_whole(by)),
            Self::Group(Group { branches, .. }) => branches.iter().all(|branch| branch.is_whole(by)),
        }
    }

    fn is_needed(&self, needed: &[bool]) -> bool {
        match self {
            Self::Any(_) => true,
            Self::Words(index, _) => needed.get(*index).copied().unwrap_or(true),
            Self::Concat(nodes) => nodes.iter().all(|node| node.is_needed(needed)),
            Self::Group(group) => group.optional || group.branches.iter().any(|branch| branch.is_needed(needed)),
        }
    }
}

impl Group {
    fn of(open: Range<usize>, branches: Vec<Node>, close: Range<usize>, remembered: bool, needles: &[Needle]) -> Self {
        let mark = |branch: &Node| match branch.needed(needles)?.as_slice() {
            [mark] => Some(*mark),
            _ => None,
        };
        let marks = branches.iter().map(mark).collect();
        Self { open, branches, marks, close, optional: false, remembered }
    }

    /// The branches for which a text has the marks.
    fn likely<'a>(&'a self, sight: &'a Sight<'_>) -> impl Iterator<Item = &'a Node> {
        let branches = self.branches.iter().zip(&self.marks);
        branches.filter(|(_, mark)| mark.is_none_or(|mark| sight.seen.has(mark))).map(|(branch, _)| branch)
    }

    /// Whether it has neither words nor groups that are remembered.
    fn is_plain(&self) -> bool {
        !self.remembered && self.branches.iter().all(|branch| matches!(branch, Node::Any(_)))
    }
}
