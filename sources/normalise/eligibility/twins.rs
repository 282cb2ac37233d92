//! Twin towns in any wording: "twin and friendship towns", "its partner and twin cities", "villes amies et jumelées". An adjective of
//! twin towns that shares its noun with another one makes twin towns of it, which apply only where they act (`naming::promote`).

use super::sentence::{Part, is_inside, of};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Clubs that meet with the young people of our twin": so many words at most from the "with" to the twin towns.
const WITH_REACH: usize = 8;

/// Of what stands around an authority so much is looked at, in bytes: two adjectives and an "and".
const NEAR: usize = 80;

/// Makes twin towns of the authorities that such a pair of adjectives describes.
pub(super) fn settle(parts: &mut [Part<'_>], text: &str) {
    let described: Vec<&Hit> =
        of(parts, Role::LocalAuthority).filter(|hit| is_before(text, hit) || is_behind(text, hit)).collect();
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::LocalAuthority) {
        if described.iter().any(|longer| is_inside(hit, longer)) {
            *role = Role::TwinTowns;
        }
    }
}

/// Do others do something with these twin towns ("clubs that exchange with our twin towns")?
pub(super) fn go_along(parts: &[Part<'_>], twins: &Hit, text: &str) -> bool {
    let others = [Role::OtherBody, Role::Person];
    of(parts, Role::With).any(|with| {
        let led = others.into_iter().flat_map(|role| of(parts, role)).any(|noun| noun.last < with.first);
        let close = with.last < twins.first && twins.first - with.last <= WITH_REACH;
        led && close && !text[with.end..twins.start].contains([',', ';', '.', ':', '\n'])
    })
}

fn is_twin(word: &str) -> bool {
    let lower = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    // In Hebrew and Arabic "and" is a letter of the word.
    let joined = lower.strip_prefix(['ו', 'و']).unwrap_or(&lower);
    holds(&GRAMMAR.origin.twins, &lower) || holds(&GRAMMAR.origin.twins, joined)
}

fn is_and(word: &str) -> bool {
    GRAMMAR.clause.conjunctions.iter().any(|and| and.trim() == word)
}

/// "Twin and friendship towns", "friendship and twin towns"; "twinned and partner towns", where the noun has its adjective in it.
fn is_before(text: &str, hit: &Hit) -> bool {
    let line = &text[text.floor_char_boundary(hit.start.saturating_sub(NEAR))..hit.start];
    let line = line.rsplit(['\n', '.', ',', ';', ':']).next().unwrap_or_default();
    let words: Vec<&str> = line.split_whitespace().rev().take(3).collect();
    let own = text[hit.start..hit.end].contains(' ');
    match words[..] {
        [and, twin, ..] if own && is_and(and) => is_twin(twin),
        [other, and, twin] if is_and(and) => is_twin(twin) || is_twin(other),
        _ => false,
    }
}

/// "Villes amies et jumelées", "ערים ידידות ותאומות".
fn is_behind(text: &str, hit: &Hit) -> bool {
    let rest = &text[hit.end..text.floor_char_boundary(hit.end + NEAR)];
    let rest = &rest[..rest.find(['\n', '.', ',', ';', ':']).unwrap_or(rest.len())];
    let mut words = rest.split_whitespace();
    let (Some(_), Some(and)) = (words.next(), words.next()) else { return false };
    let joined = and.starts_with(['ו', 'و']) && is_twin(and);
    joined || is_and(and) && words.next().is_some_and(is_twin)
}
