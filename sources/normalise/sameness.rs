//! Do two sources tell of the same call? Only ever proposed from what both say; certain enough to join them without being asked where
//! address, programme, title or facts agree and nothing speaks against it. Never joined across different days to hand in; where one page tells
//! another day of what has a like title, it may have been put off, and staff are asked.
//! Knows two records at a time, not the store. Inside one source the source's own key decides, and nobody asks here.

mod likeness;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::opportunity::{DeadlineKind, Kind};
pub use likeness::Likeness;

/// Why two records may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The same page and a like title, and another day: it may have been put off.
    Extended,
    /// The telling words of the titles, with what else agrees.
    Likeness,
    /// Money or hour agree to the point, across languages.
    Facts,
    /// The same title.
    Title,
    /// The same programme identifier.
    Programme,
    /// The same page.
    Address,
}

/// That two records may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sameness {
    /// Certain enough to join them; else staff are asked.
    pub certain: bool,
    /// Why.
    pub by: By,
}

/// Three of five telling words of the shorter title: titles of one call differ by what an editor adds.
const ENOUGH_SHARED: f64 = 0.6;

/// Half of them are worth a question.
const WORTH_ASKING: f64 = 0.5;

/// A single shared word may be the name of a town or a topic.
const FEWEST_SHARED: usize = 2;

/// A day is put off by weeks or a few months; in a year the call comes again.
const LONGEST_EXTENSION: i64 = 150;

/// Whether what a source tells may be what it told before under another key, with a later day: a second letter on one call.
pub fn may_extend(later: &Likeness, earlier: &Likeness) -> bool {
    later.is_extended && may_be_put_off(later, earlier)
}

/// One page, a like title, and days that differ by no more than an extension.
fn may_be_put_off(one: &Likeness, other: &Likeness) -> bool {
    let (Some(mine), Some(yours)) = (one.days.last(), other.days.last()) else { return false };
    let apart = (*mine - *yours).num_days().abs();
    let shared = shared_words(one, other);
    let enough = shared > 0 && shared as f64 >= ENOUGH_SHARED * one.words.len().min(other.words.len()) as f64;
    same(&one.address, &other.address) && (1..=LONGEST_EXTENSION).contains(&apart) && enough
}

/// Compares two records of different sources; none: nothing speaks for it, or something against it.
pub fn sameness(one: &Likeness, other: &Likeness) -> Option<Sameness> {
    let same_page = same(&one.address, &other.address);
    let same_title = same(&one.title, &other.title);
    if (one.is_extended || other.is_extended || same_title) && may_be_put_off(one, other) {
        return Some(Sameness { certain: false, by: By::Extended });
    }
    // What one host lists on different pages it tells apart itself.
    if one.host == other.host && !one.host.is_empty() && !(same_page && same_title) {
        return None;
    }
    let days = days(one, other)?;
    let one_language = one.lang.is_some() && one.lang == other.lang;
    let certain = |certain: bool, by: By| Some(Sameness { certain, by });
    if same_page {
        return certain(one_language && days != Days::Unsaid, By::Address);
    }
    if same(&one.programme, &other.programme) {
        return certain(days == Days::Equal, By::Programme);
    }
    if contradict(one, other) {
        return None;
    }
    if same_title && !one.words.is_empty() {
        return certain(one_language && days == Days::Equal, By::Title);
    }
    if days != Days::Equal || !kinds_agree(one.kind, other.kind) {
        return None;
    }
    if one_language { by_words(one, other) } else { by_facts(one, other) }
}

/// How the days of two records stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    /// Both have the same ones.
    Equal,
    /// Neither has any.
    None,
    /// One of them does not say.
    Unsaid,
}

/// None: they differ.
fn days(one: &Likeness, other: &Likeness) -> Option<Days> {
    match (one.days.as_slice(), other.days.as_slice()) {
        ([], []) if one.deadline == other.deadline => Some(Days::None),
        ([], _) if one.deadline == DeadlineKind::Unknown => Some(Days::Unsaid),
        (_, []) if other.deadline == DeadlineKind::Unknown => Some(Days::Unsaid),
        ([], _) | (_, []) => None,
        (mine, yours) => (mine == yours).then_some(Days::Equal),
    }
}

/// Both name a sum, and not the same.
fn contradict(one: &Likeness, other: &Likeness) -> bool {
    one.currency.is_some() && one.currency == other.currency && one.sum.is_some() && other.sum.is_some() && one.sum != other.sum
}

/// A call for money goes by two names, and "other" is no statement.
fn kinds_agree(one: Kind, other: Kind) -> bool {
    let money = |kind| matches!(kind, Kind::CallForProposals | Kind::Grant);
    one == other || (money(one) && money(other)) || one == Kind::Other || other == Kind::Other
}

fn by_words(one: &Likeness, other: &Likeness) -> Option<Sameness> {
    let shared = shared_words(one, other);
    if shared == 0 {
        return None;
    }
    let share = shared as f64 / one.words.len().min(other.words.len()) as f64;
    let named =
        one.names.iter().any(|name| other.words.contains(name)) || other.names.iter().any(|name| one.words.contains(name));
    let many = shared >= FEWEST_SHARED && share >= ENOUGH_SHARED;
    let backed = same_sum(one, other) || same_moment(one, other);
    let certain = many || backed || (named && share >= 1.0);
    (certain || share >= WORTH_ASKING).then_some(Sameness { certain, by: By::Likeness })
}

fn shared_words(one: &Likeness, other: &Likeness) -> usize {
    one.words.iter().filter(|word| other.words.iter().any(|theirs| alike(word, theirs))).count()
}

/// Across languages titles tell nothing; sums and hours to the point do.
fn by_facts(one: &Likeness, other: &Likeness) -> Option<Sameness> {
    let same_share = one.share.is_some() && one.share == other.share;
    // An hour told in another zone ("13:00 in Israel" for noon in Brussels) was taken from the other and converted.
    let converted = same_moment(one, other) && one.zone.is_some() && other.zone.is_some() && one.zone != other.zone;
    let certain = one.kind == other.kind && ((same_sum(one, other) && same_share) || converted);
    (certain || same_sum(one, other) || same_moment(one, other)).then_some(Sameness { certain, by: By::Facts })
}

fn same_sum(one: &Likeness, other: &Likeness) -> bool {
    one.sum.is_some() && one.sum == other.sum && one.currency == other.currency
}

fn same_moment(one: &Likeness, other: &Likeness) -> bool {
    one.moment.is_some() && one.moment == other.moment
}

fn same(one: &str, other: &str) -> bool {
    !one.is_empty() && one == other
}

/// The same word in another form: "entrepreneurs" and "entrepreneurship".
fn alike(one: &str, other: &str) -> bool {
    /// Below this many letters words begin alike by chance.
    const SHORTEST_STEM: usize = 5;
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    one == other || (common >= SHORTEST_STEM && common * 4 >= longer * 3)
}
