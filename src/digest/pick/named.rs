//! A closed list of our municipalities: "invites the cities of Akko, Lod and Ramla", "לרשויות שפונו: …". Who is on it may apply, who is
//! not may not. Names that only give examples, tell of others or say where something takes place are no list.

use std::collections::BTreeSet;

use words::Token;

use super::vocabulary::{Found, Meaning};

/// One name may stand for anything; two in a row after a word for authorities are a list.
const LEAST_NAMES: usize = 2;

/// "Local authorities whose residents had to leave: …": so many words at most lie between those who are called and the first name.
const AUTHORITY_REACH: usize = 12;

/// The municipalities of the closed lists of a text, by place in the names.
pub(super) fn lists(text: &str, found: &[Found], tokens: &[Token<'_>]) -> BTreeSet<usize> {
    let mut listed = BTreeSet::new();
    let mut names = names(found).into_iter().peekable();
    while let Some((first, place)) = names.next() {
        let mut last = first;
        let mut own = BTreeSet::from([place]);
        while let Some((next, place)) = names.next_if(|(next, _)| follows(&last, next, found, tokens)) {
            own.insert(place);
            last = next;
        }
        let is_list = own.len() >= LEAST_NAMES || is_alone(&last, found, tokens) && !others_are_called(&last, found, tokens);
        if is_list && calls(text, &first, &last, found, tokens) {
            listed.append(&mut own);
        }
    }
    listed
}

/// The names in order, of overlapping ones the longest.
fn names(found: &[Found]) -> Vec<(Found, usize)> {
    let mut names: Vec<(Found, usize)> = Vec::new();
    for one in found {
        let Meaning::Municipality(place) = one.meaning else { continue };
        match names.last_mut() {
            Some((before, _)) if one.first <= before.last => {
                if one.last - one.first > before.last - before.first {
                    names.pop();
                    names.push((*one, place));
                }
            }
            _ => names.push((*one, place)),
        }
    }
    names
}

/// Does a name stand next in the list, with nothing between but "and" and what kind of authority it is?
fn follows(before: &Found, next: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    (before.last + 1..=next.first).all(|at| !tokens[at].after_break) && (before.last + 1..next.first).all(|at| is_link(at, found))
}

/// Is a word one that only links: "and", "the regional councils of"?
pub(super) fn is_link(at: usize, found: &[Found]) -> bool {
    let links = |meaning| matches!(meaning, Meaning::Link | Meaning::Authority | Meaning::Settlement);
    found.iter().any(|one| links(one.meaning) && one.first <= at && at <= one.last)
}

/// "Only the municipality of Karmiel", "עיריית כרמיאל בלבד": one name, with a word that shuts the others out right beside it.
fn is_alone(name: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let head =
        (0..name.first).rev().take_while(|at| !tokens[at + 1].after_break && is_link(*at, found)).last().unwrap_or(name.first);
    let (from, to) = sentence(name.first, tokens);
    let alone = |one: &&Found| one.meaning == Meaning::Alone && from <= one.first && one.last < to;
    found.iter().filter(alone).any(|one| one.last + 1 == head || one.first == name.last + 1)
}

/// Another sentence calls authorities in general: "… may apply. Only the municipality of Haifa may apply for a second grant".
fn others_are_called(name: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let own = sentence(name.first, tokens);
    let calls = found.iter().filter(|one| one.meaning == Meaning::Calls).map(|call| sentence(call.first, tokens));
    calls.filter(|of| *of != own).any(|(from, to)| {
        let within = |one: &&Found| from <= one.first && one.last < to;
        found.iter().filter(within).any(|one| one.meaning == Meaning::Authority)
            && !found.iter().filter(within).any(|one| matches!(one.meaning, Meaning::Municipality(_)))
    })
}

/// Where the sentence that holds a word begins and ends.
pub(super) fn sentence(at: usize, tokens: &[Token<'_>]) -> (usize, usize) {
    let from = (1..=at).rev().find(|at| tokens[*at].after_break).unwrap_or(0);
    let to = (at + 1..tokens.len()).find(|at| tokens[*at].after_break).unwrap_or(tokens.len());
    (from, to)
}

/// Is the list of those who are called? It is introduced by a word for authorities, in a sentence that calls and does not tell.
fn calls(text: &str, first: &Found, last: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let (from, to) = sentence(first.first, tokens);
    let within = |meaning: Meaning, from: usize, to: usize| {
        found.iter().any(|one| one.meaning == meaning && from <= one.first && one.last < to)
    };
    if within(Meaning::NoList, from, to) || !within(Meaning::Calls, from, to) {
        return false;
    }
    let near = from.max(first.first.saturating_sub(AUTHORITY_REACH));
    if !within(Meaning::Authority, near, first.first) && !within(Meaning::Settlement, near, first.first) {
        // "Akko, Haifa and Lod may apply": the call itself follows.
        return within(Meaning::Calls, last.last + 1, to.min(last.last + 1 + AUTHORITY_REACH)) && first.first == from;
    }
    // A colon, a dash or a bracket opens a list; so does the word for authorities itself, right before it.
    let gap = first.first.checked_sub(1).map_or("", |before| &text[tokens[before].end..tokens[first.first].start]);
    gap.contains([':', '–', '—', '(', '-']) || first.first.checked_sub(1).is_some_and(|before| is_link(before, found))
}
