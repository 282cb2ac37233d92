//! The peoples and regions that a call is meant for.

use std::collections::BTreeSet;

use words::Token;

use super::named::{is_link, sentence};
use super::region::of_those_called;
use super::rules::{Class, Rules};
use super::vocabulary::{Found, Meaning};

/// The audiences named in title and text, each with its words, by place in the rules; what the title names counts before what the text
/// names. A title is about the region that it names, a text may name any by the way.
pub(super) fn named(title: Part<'_, '_>, text: Part<'_, '_>, rules: &Rules) -> BTreeSet<usize> {
    let in_title = of(title);
    if !in_title.is_empty() {
        return in_title.into_iter().map(|(_, place)| place).collect();
    }
    let (regions, others): (Vec<_>, Vec<_>) =
        of(text).into_iter().partition(|(_, place)| rules.audience[*place].class == Class::Region);
    let found: Vec<&Found> = regions.iter().map(|(one, _)| *one).collect();
    let called = of_those_called(&found, text.0, text.1);
    let regions = regions.into_iter().zip(called).filter(|(_, called)| *called).map(|(region, _)| region);
    regions.chain(others).map(|(_, place)| place).collect()
}

/// What was found in title or text, and its words.
type Part<'f, 't> = (&'f [Found], &'f [Token<'t>]);

/// The kind of authority that is called where no other kind and no authorities in general are: "Regional councils whose growers …".
pub(super) fn only(parts: [&[Found]; 2]) -> BTreeSet<usize> {
    let kind = |one: &Found| match one.meaning {
        Meaning::Kind(place) => Some(place),
        _ => None,
    };
    let is_of_a_kind = |one: &Found, found: &[Found]| {
        found.iter().any(|outer| kind(outer).is_some() && outer.first <= one.first && one.last <= outer.last)
    };
    let others = |found: &&[Found]| found.iter().any(|one| one.meaning == Meaning::Authority && !is_of_a_kind(one, found));
    if parts.iter().any(others) {
        return BTreeSet::new();
    }
    parts.into_iter().flatten().filter_map(kind).collect()
}

/// In reading order.
fn of<'f>((found, tokens): Part<'f, '_>) -> Vec<(&'f Found, usize)> {
    let named = found.iter().filter_map(|one| match one.meaning {
        Meaning::Audience(place) => Some((one, place)),
        Meaning::Adjective(place) if is_of_places(one, found, tokens) => Some((one, place)),
        _ => None,
    });
    let mut named: Vec<_> = named
        .filter(|(one, _)| !is_in_a_name(one, found) && !is_preferred(one, found, tokens) && !is_told_of(one, found, tokens))
        .collect();
    named.sort_by_key(|(one, _)| one.first);
    named
}

/// "Bedouin local councils", "Arab and Druze towns", "רשויות מקומיות בדואיות": between the adjective and the noun, whichever stands
/// first, are only further adjectives and words that link.
fn is_of_places(adjective: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let is_between = |at: usize| {
        is_link(at, found)
            || found.iter().any(|one| matches!(one.meaning, Meaning::Adjective(_)) && one.first <= at && at <= one.last)
    };
    found.iter().filter(|noun| matches!(noun.meaning, Meaning::Authority | Meaning::Settlement)).any(|noun| {
        let (before, after) = if noun.last < adjective.first { (noun, adjective) } else { (adjective, noun) };
        before.last < after.first
            && (before.last + 1..=after.first).all(|at| !tokens[at].after_break)
            && (before.last + 1..after.first).all(is_between)
    })
}

/// The Galilee in "Upper Galilee Regional Council" is a municipality's name and names no region; that in "the Upper Galilee and the
/// Golan" is one.
fn is_in_a_name(audience: &Found, found: &[Found]) -> bool {
    let beside = |one: &Found, name: &Found| one.first == name.last + 1 || one.last + 1 == name.first;
    found.iter().any(|name| {
        matches!(name.meaning, Meaning::Municipality(_))
            && name.first <= audience.first
            && audience.last <= name.last
            && name.last - name.first > audience.last - audience.first
            && (name.last - name.first > 1 || found.iter().any(|one| one.meaning == Meaning::Authority && beside(one, name)))
    })
}

/// "Last year towns of the Galilee won", "Winners were Bedouin towns": told of, in a sentence that calls nobody.
fn is_told_of(audience: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let (from, to) = sentence(audience.first, tokens);
    let within =
        |meaning: Meaning, to: usize| found.iter().any(|one| one.meaning == meaning && from <= one.first && one.last < to);
    within(Meaning::NoList, audience.first) && !within(Meaning::Calls, to)
}

/// "Priority is given to Bedouin towns" shuts nobody out.
fn is_preferred(audience: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let (from, to) = sentence(audience.first, tokens);
    found.iter().any(|one| one.meaning == Meaning::Preference && from <= one.first && one.last < to)
}
