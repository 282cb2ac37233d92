//! "Authorities" and "councils" without a word that says of what: local ones, unless another noun makes them others ("port
//! authorities", "research councils").

use super::super::reading::Reading;
use super::sentence::Part;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role, Tag};

/// Is it of another kind than the local one? `named` tells whether a country or a region ends right before it ("Welsh councils").
pub(super) fn is_of_another_kind(text: &str, hit: &Hit, named: impl Fn(usize) -> bool) -> bool {
    let first = text[hit.start..hit.end].split_whitespace().next().unwrap_or_default().to_lowercase();
    if !holds(&GRAMMAR.clause.plain_bodies, &first) {
        return false;
    }
    let Some(before) = text[..hit.start].strip_suffix(' ') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'' && c != '’').next().unwrap_or_default();
    let lower = word.to_lowercase();
    let of_any = lower.is_empty()
        || lower.contains(char::is_numeric)
        || holds(&GRAMMAR.clause.of_any_body, &lower)
        // "Interested", "participating".
        || ["ed", "ing"].iter().any(|ending| lower.ends_with(ending) && !holds(&GRAMMAR.clause.other_bodies, &lower))
        || ["'s", "’s", "s'", "s’"].iter().any(|own| lower.ends_with(own));
    !of_any && !named(before.len())
}

/// Neither "jüdische Gemeinden" nor "health authorities" are local ones; but "parishes with a population of less than 1,000" are counted
/// as towns are, and those of a text on parish councils are theirs, unless congregations stand beside them.
pub(super) fn settle_congregations(parts: &mut [Part<'_>], text: &str, civil: bool) {
    let is_parish = |hit: &Hit| holds(&GRAMMAR.clause.parishes, &text[hit.start..hit.end].to_lowercase());
    let alone = parts.iter().all(|(role, hit, _)| *role != Role::Congregation || is_parish(hit));
    let civil = alone && (civil || parts.iter().any(|(role, ..)| *role == Role::Limit));
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::Congregation) {
        *role = if civil && is_parish(hit) { Role::LocalAuthority } else { Role::OtherBody };
    }
}

/// Does the text speak of parish councils?
pub(super) fn has_civil_parishes(reading: &Reading) -> bool {
    let is_role = |hit: &&Hit| matches!(hit.tag, Tag::Role(_));
    reading.hits.iter().filter(is_role).any(|hit| holds(&GRAMMAR.clause.civil_parishes, &reading.quote(hit).to_lowercase()))
}
