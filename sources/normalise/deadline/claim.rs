//! How a date claims to be the deadline, and how surely.

/// How a date claims to be the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) strength: Strength,
    /// Where the words that claim it begin.
    pub(super) from: usize,
    /// Where they end, when they follow the date.
    pub(super) to: Option<usize>,
    /// Last part of the rule's name.
    pub(super) rule: &'static str,
    /// The day was moved to this one.
    pub(super) extended: bool,
    /// It is named as the first of two steps.
    pub(super) first: bool,
    /// It belongs to the second of two steps.
    pub(super) second: bool,
    /// It is said in brackets, of something beside.
    pub(super) aside: bool,
    /// The last day of an earlier round.
    pub(super) former: bool,
    /// One of several dates on which applications are collected.
    pub(super) cutoff: bool,
}

impl Claim {
    /// A claim of which nothing else is said.
    pub(super) fn of(strength: Strength, from: usize, rule: &'static str) -> Self {
        Self {
            strength,
            from,
            to: None,
            rule,
            extended: false,
            first: false,
            second: false,
            aside: false,
            former: false,
            cutoff: false,
        }
    }
}

/// How surely a date is the deadline, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A day with an hour that stands alone.
    Bare,
    /// "Until" with nothing to hand in.
    Weak,
    /// "Until" with something to hand in.
    Handing,
    /// A word for deadline.
    Named,
}
