//! Words that mean something else as part of an idiom: in Hebrew "at the disposal of" is said with the word for an authority, and
//! "the world of music" names a trade and no place; "the following bodies may apply:" heads a list and names nobody.

use super::sentence::{Part, near, of};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "For the winner a sum of 50,000 will stand ready": so many words at most lie between.
const STANDS_REACH: usize = 6;

/// "All types of organisations and individuals from public, private": so many words at most from the body to its sectors.
const SECTORS_REACH: usize = 6;

/// Takes out what is part of an idiom.
pub(super) fn take_out(parts: &mut Vec<Part<'_>>, text: &str) {
    let all = parts.clone();
    parts.retain(|(role, hit, _)| match role {
        Role::LocalAuthority => !is_disposal(&all, hit, text) && !is_of_private_law(&all, hit),
        Role::OtherBody => !heads_a_list(hit, text) && !is_of_all_sectors(&all, hit, text),
        Role::Worldwide => !is_a_trade(&all, hit, text) && !is_in_passing(&all, hit, text),
        _ => true,
    });
}

/// "לרשות האמנים", "לרשות הזוכה יעמוד תקציב": at somebody's disposal. An adjective of an authority is feminine: "לרשות המקומית".
fn is_disposal(parts: &[Part<'_>], hit: &Hit, text: &str) -> bool {
    let quote = &text[hit.start..hit.end];
    let Some(rest) = GRAMMAR.clause.at_disposal.iter().find_map(|word| quote.strip_prefix(word.as_str())) else { return false };
    let next = next_word(text, hit);
    let of_somebody =
        rest.is_empty() && next.starts_with(&GRAMMAR.letters.the[..]) && !next.ends_with(&GRAMMAR.letters.feminine[..]);
    of_somebody || of(parts, Role::Stands).any(|verb| near(verb, hit, STANDS_REACH))
}

/// "Andere juristische Personen des Privatrechts": the word for others begins in that for all and goes on behind it.
fn is_of_private_law(parts: &[Part<'_>], hit: &Hit) -> bool {
    of(parts, Role::OtherBody).any(|other| hit.first < other.first && other.first <= hit.last && hit.last < other.last)
}

/// "Folgende Einrichtungen sind antragsberechtigt: Kommunen, Vereine".
fn heads_a_list(hit: &Hit, text: &str) -> bool {
    let lists = |word: &str| holds(&GRAMMAR.applicant.heads, &word.to_lowercase());
    let before = text[..hit.start].split_whitespace().next_back().unwrap_or_default();
    let clause = text[hit.end..].split(['.', ';', '\n']).next().unwrap_or_default();
    (lists(before) || lists(next_word(text, hit))) && clause.contains(':')
}

/// "Organisations of the public, private and not-for-profit sectors": any body is in one of them.
fn is_of_all_sectors(parts: &[Part<'_>], hit: &Hit, text: &str) -> bool {
    let of_any_kind = || {
        let kinds = [&GRAMMAR.applicant.any_kinds, &GRAMMAR.applicant.any_kind];
        let mut words = text[hit.start..hit.end].split_whitespace();
        words.any(|word| kinds.into_iter().any(|list| holds(list, &word.to_lowercase())))
    };
    let of_no_profit = || of(parts, Role::NonProfit).any(|kind| kind.first <= hit.last && hit.first <= kind.last);
    if !of_any_kind() && !of_no_profit() {
        return false;
    }
    let ends = ['.', ';', ':', '\n'];
    let before = text[..hit.start].rsplit(ends).next().unwrap_or_default().split_whitespace().rev().take(SECTORS_REACH);
    let behind = text[hit.end..].split(ends).next().unwrap_or_default().split_whitespace().take(SECTORS_REACH);
    let before: Vec<&str> = before.collect();
    let words: Vec<String> = before.into_iter().rev().chain(behind).map(|word| bare(word).into_owned()).collect();
    let is_in = |list: &WordList, word: &String| holds(list, word);
    let grammar = &GRAMMAR.applicant;
    let pair = |one: &String, other: &String| {
        is_in(&grammar.public_sector, one) && is_in(&grammar.private_sector, other)
            || is_in(&grammar.private_sector, one) && is_in(&grammar.public_sector, other)
    };
    // "Public, private", "public or private".
    words.windows(2).any(|two| pair(&two[0], &two[1])) || words.windows(3).any(|three| pair(&three[0], &three[2]))
}

/// "בעולם התרבות", and not "ערים בעולם המעוניינות".
fn is_a_trade(parts: &[Part<'_>], hit: &Hit, text: &str) -> bool {
    let acts = || of(parts, Role::Apply).any(|verb| verb.first == hit.last + 1);
    names_world(text, hit) && next_word(text, hit).starts_with(&GRAMMAR.letters.the[..]) && !acts()
}

/// "ערים רבות בעולם מתמודדות": the bare word in a sentence that asks nobody for anything.
fn is_in_passing(parts: &[Part<'_>], hit: &Hit, text: &str) -> bool {
    let asks = |role: Role| of(parts, role).next().is_some();
    let idle = ![Role::Apply, Role::Joins, Role::For, Role::Diaspora].into_iter().any(asks);
    hit.first == hit.last && names_world(text, hit) && idle
}

fn names_world(text: &str, hit: &Hit) -> bool {
    text[hit.start..hit.end].split_whitespace().next_back().is_some_and(|last| holds(&GRAMMAR.clause.world, last))
}

/// The word right behind a hit, with nothing but a blank between.
fn next_word<'t>(text: &'t str, hit: &Hit) -> &'t str {
    let behind = text[hit.end..].strip_prefix(' ').unwrap_or_default();
    behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}
