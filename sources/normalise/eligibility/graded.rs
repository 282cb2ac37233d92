//! Sums by size or kind: what some get, and what the others get.

use super::super::deadline::words_in;
use super::super::money::sums_told;
use super::super::reading::Reading;
use super::super::size::covers_all;
use crate::lexicon::{Hit, Lexicon, Role, Tag};

/// "Three categories: towns of up to 20,000 inhabitants; of 20,001 to 100,000 and of more than 100,000": together the classes leave nobody
/// out. A semicolon may part them.
fn classed(reading: &Reading, place: usize, lexicon: &Lexicon) -> bool {
    let sorts = |hit: &Hit| matches!(hit.tag, Tag::Role(cue) if lexicon.roles[cue].role == Role::Lots);
    let told = |place: usize, last: usize| {
        let (Some(first), Some(last)) = (reading.sentences.get(place), reading.sentences.get(last)) else { return false };
        let text = &reading.text[first.start..last.end];
        // Behind its head: to sort is to limit nobody, and no size is looked for there.
        text.split_once(':').is_some_and(|(_, classes)| covers_all(classes))
    };
    let parted = |place: usize| reading.text[reading.sentences[place].clone()].trim_end().ends_with(';');
    let is_sorted = |place: usize| {
        reading.hits_in(place).iter().any(sorts) && (told(place, place) || parted(place) && told(place, place + 1))
    };
    is_sorted(place) || place > 0 && parted(place - 1) && is_sorted(place - 1)
}

/// "Towns in cluster 1 to 4 get up to 90 %, the others up to 40,000": a sum for some and, in the same sentence or the next, for the rest.
pub(super) fn is_graded(reading: &Reading, place: usize, lexicon: &Lexicon) -> bool {
    let text = |place: usize| reading.sentences.get(place).map_or("", |range| &reading.text[range.clone()]);
    let rest = |hit: &Hit| matches!(hit.tag, Tag::Role(cue) if lexicon.roles[cue].role == Role::Other);
    let begins = |place: usize| {
        let start = reading.sentences.get(place).map_or(0, |range| range.start);
        reading.hits_in(place).iter().any(|hit| rest(hit) && words_in(&reading.text[start..hit.start]) <= 1)
    };
    let (within, behind) = (reading.hits_in(place).iter().any(rest), begins(place + 1));
    // Sums are looked for only where the rest are named: few sentences do.
    let here = if within || behind { sums_told(text(place)) } else { 0 };
    classed(reading, place, lexicon) || here > 1 && within || here > 0 && behind && sums_told(text(place + 1)) > 0
}
