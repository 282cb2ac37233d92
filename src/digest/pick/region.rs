//! Whether a region that a text names is that of those who are called: "local authorities in the Negev", "Galilee towns", "for the Negev".
//! Elsewhere in a sentence it is where something takes place, who calls or where something was, and shuts nobody out.

use words::Token;

use super::named::{is_link, sentence};
use super::vocabulary::{Found, Meaning};

/// "Local authorities that lie in the Negev", "projects of towns in the Negev": so many words at most stand between.
const REACH: usize = 4;

/// Of the regions of a text, by their order, whether each is that of those who are called. `regions` are in reading order.
pub(super) fn of_those_called(regions: &[&Found], found: &[Found], tokens: &[Token<'_>]) -> Vec<bool> {
    let mut bound: Vec<bool> = Vec::with_capacity(regions.len());
    for (at, region) in regions.iter().enumerate() {
        let goes_on = at.checked_sub(1).is_some_and(|before| bound[before] && continues(regions[before], region, found, tokens));
        bound.push(goes_on || is_bound(region, found, tokens));
    }
    bound
}

/// "… in the Negev and in the Galilee": a list of regions goes on.
fn continues(before: &Found, region: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let between = region.first.saturating_sub(before.last + 1);
    let (from, _) = sentence(region.first, tokens);
    from <= before.first && between <= REACH && !is_between(Meaning::Calls, before.last, region.first, found)
}

fn is_bound(region: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let (from, to) = sentence(region.first, tokens);
    let within = |meaning: Meaning| found.iter().any(|one| one.meaning == meaning && from <= one.first && one.last < to);
    // "All over the country, from the Galilee to Eilat".
    if within(Meaning::Everywhere) {
        return false;
    }
    let is_noun = |one: &&Found| {
        matches!(one.meaning, Meaning::Authority | Meaning::Settlement | Meaning::Kind(_) | Meaning::Resident | Meaning::OfRegion)
    };
    found.iter().filter(is_noun).filter(|noun| from <= noun.first && noun.last < to).any(|noun| {
        if noun.last < region.first {
            let gap = region.first - noun.last - 1;
            gap <= REACH && !is_between(Meaning::Calls, noun.last, region.first, found)
        } else if region.last < noun.first {
            noun.meaning != Meaning::OfRegion && (region.last + 1..noun.first).all(|at| is_link(at, found))
        } else {
            // "Galilee towns" in one phrase.
            true
        }
    }) || is_alone(region, found)
        || is_addressed(region, tokens) && !within(Meaning::NoList)
}

fn is_between(meaning: Meaning, before: usize, after: usize, found: &[Found]) -> bool {
    found.iter().any(|one| one.meaning == meaning && before < one.first && one.last < after)
}

/// "Concerts in the Galilee only".
fn is_alone(region: &Found, found: &[Found]) -> bool {
    found.iter().any(|one| one.meaning == Meaning::Alone && (one.first == region.last + 1 || one.last + 1 == region.first))
}

/// "לנגב", "ולגליל": to it; not a tour to it that takes place.
fn is_addressed(region: &Found, tokens: &[Token<'_>]) -> bool {
    let word = tokens[region.first].text;
    word.strip_prefix('ו').unwrap_or(word).starts_with('ל')
}
