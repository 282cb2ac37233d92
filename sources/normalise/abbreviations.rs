//! Abbreviations that a text explains: where it writes "local government units (LGUs)", later LGUs are what the words before are.

use std::collections::HashMap;

use words::Token;

use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Lexicon, Role, Tag};

/// An abbreviation has so many letters at most.
const MOST_LETTERS: usize = 6;

/// "Collectivités territoriales françaises (CTF)": so many words at most lie between a hit and the bracket.
const WORDS_BETWEEN: usize = 2;

/// The hits of all abbreviations of bodies that the text explains.
pub(super) fn hits(tokens: &[Token<'_>], text: &str, hits: &[Hit], lexicon: &Lexicon) -> Vec<Hit> {
    let mut explained: HashMap<String, Tag> = HashMap::new();
    for hit in hits {
        let Tag::Role(cue) = hit.tag else { continue };
        if matches!(lexicon.roles[cue].role, Role::LocalAuthority | Role::OtherBody)
            && let Some(short) = abbreviation(tokens, text, hit)
        {
            explained.entry(short.to_lowercase()).or_insert(hit.tag);
        }
    }
    if explained.is_empty() {
        return Vec::new();
    }
    let in_capitals = |token: &Token<'_>| text[token.start..token.end].chars().filter(|c| c.is_uppercase()).count() > 1;
    let named = tokens.iter().enumerate().filter(|(_, token)| in_capitals(token) && !text[..token.start].ends_with('('));
    let short = named.filter_map(|(place, token)| {
        let tag = *explained.get(&singular(&text[token.start..token.end]).to_lowercase())?;
        Some(Hit { tag, first: place, last: place, start: token.start, end: token.end })
    });
    short.collect()
}

/// What stands in brackets behind these words, if it is made of their first letters.
fn abbreviation<'t>(tokens: &[Token<'_>], text: &'t str, hit: &Hit) -> Option<&'t str> {
    let last = (hit.last..=hit.last + WORDS_BETWEEN).find(|last| {
        let next = tokens.get(last + 1).map_or(text.len(), |token| token.start);
        tokens.get(*last).is_some_and(|token| text[token.end..next].trim_start() == "(")
    })?;
    let short = tokens.get(last + 1).map(|token| &text[token.start..token.end])?;
    let closed = text[tokens[last + 1].end..].starts_with(')');
    let letters = singular(short);
    let count = letters.chars().count();
    let words = tokens[hit.first..=last].iter().map(|token| &text[token.start..token.end]);
    let initials: String = words
        .filter(|word| !holds(&GRAMMAR.clause.genitives, &word.to_lowercase()))
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    let fits = (2..=MOST_LETTERS).contains(&count) && letters.chars().all(char::is_uppercase) && letters == initials;
    (closed && fits).then_some(letters)
}

/// "LGUs".
fn singular(short: &str) -> &str {
    short.strip_suffix('s').filter(|rest| rest.chars().all(char::is_uppercase)).unwrap_or(short)
}
