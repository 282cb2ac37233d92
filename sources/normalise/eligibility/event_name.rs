//! Authorities inside the name of a gathering or a programme: "Resilient Cities 2027", "Ciudades Abiertas 2027". A name has its
//! adjective in capitals and its year right behind, and calls nobody; "grants for small towns 2027" calls them.

use super::sentence::{Part, is_inside, of};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Grants for all small Cities 2027": so many words at most from the "for" to those whom it calls.
const FOR_REACH: usize = 4;

/// A year has so many digits.
const YEAR_DIGITS: usize = 4;

/// Of what stands around an authority so much is looked at, in bytes: an adjective, a "for" and a year.
const NEAR: usize = 80;

/// Takes authorities that are a part of such a name out of those who may apply. `offered` are the words for what is offered in the
/// sentence, which begins at `start`.
pub(super) fn settle(parts: &mut [Part<'_>], offered: &[&Hit], text: &str, start: usize) {
    let all = parts.to_vec();
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::LocalAuthority) {
        let before = &text[start.max(text.floor_char_boundary(hit.start.saturating_sub(NEAR)))..hit.start];
        let behind = &text[hit.end..text.floor_char_boundary(hit.end + NEAR)];
        if is_in_name(&all, offered, text, hit, (before, behind)) {
            *role = Role::InName;
        }
    }
}

fn is_in_name(parts: &[Part<'_>], offered: &[&Hit], text: &str, noun: &Hit, (before, behind): (&str, &str)) -> bool {
    let start = noun.start - before.len();
    let line = before.rsplit(['\n', '|', '"', '“', '„', '«', ':']).next().unwrap_or_default();
    let plain = |start: usize, end: usize| {
        let inside = |hit: &Hit| start <= hit.start && hit.end <= end;
        let acts = [Role::Apply, Role::Calls, Role::Worldwide].into_iter().flat_map(|role| of(parts, role)).any(inside);
        !acts && !offered.iter().any(|hit| inside(hit))
    };
    let is_high = |word: &str| {
        let small = [&GRAMMAR.clause.articles, &GRAMMAR.clause.given_to, &GRAMMAR.clause.genitives, &GRAMMAR.clause.of_any_body];
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && !small.iter().any(|list| holds(list, &lower))
    };
    let adjective_before = || {
        let word = line.split_whitespace().next_back().unwrap_or_default();
        let start = noun.start.saturating_sub(word.len() + 1);
        is_high(word) && line.ends_with(&format!("{word} ")) && starts_with_year(behind) && plain(start, noun.start)
    };
    let adjective_behind = || {
        let rest = behind.strip_prefix(' ').unwrap_or_default();
        let word = rest.split(' ').next().unwrap_or_default();
        // French and Spanish have the adjective behind, in the plural of its noun; "Cities Day 2027" is a day.
        is_high(word)
            && word.ends_with('s')
            && starts_with_year(&rest[word.len()..])
            && plain(noun.end, noun.end + 1 + word.len())
    };
    // "Grants for small Towns 2027" calls them, and "the form for Walkable Cities 2027" nobody.
    let since = noun.start - line.len();
    let called = || {
        let verbs = [Role::Apply, Role::Calls].into_iter().flat_map(|role| of(parts, role));
        offered.iter().copied().chain(verbs).any(|hit| since <= hit.start && hit.end <= noun.start)
    };
    let for_them = || {
        let words = line.split_whitespace().rev().take(FOR_REACH).map(str::to_lowercase);
        let mut words = words.into_iter();
        words.any(|word| holds(&GRAMMAR.clause.given_to, &word) || holds(&GRAMMAR.clause.fused_to, &word)) && called()
    };
    // "Tidy Towns/Villages Projects": a name with its adjective before it and what is done behind it.
    let compound = || {
        let rest = behind.strip_prefix('/').map_or(behind, |other| other.trim_start_matches(char::is_alphabetic));
        let word = line.split_whitespace().next_back().unwrap_or_default();
        let first = rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
        let at = noun.end + behind.len() - rest.len() + 1;
        let done = of(parts, Role::Deed).chain(offered.iter().copied()).any(|hit| hit.start == at);
        start > 0
            && is_high(word)
            && line.ends_with(&format!("{word} "))
            && plain(noun.start - word.len() - 1, noun.start)
            && first
            && done
    };
    let whole = !of(parts, Role::LocalAuthority).any(|longer| is_inside(noun, longer) && !is_inside(longer, noun));
    let high = text[noun.start..].starts_with(char::is_uppercase);
    whole && high && (adjective_before() || adjective_behind() || compound()) && !for_them()
}

/// " 2027", and no day or span of years.
fn starts_with_year(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let mut next = rest[end..].chars();
    let goes_on = match next.next() {
        Some('-' | '–' | '/') => true,
        Some('.' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    end == YEAR_DIGITS && rest.starts_with(['1', '2']) && !goes_on
}
