//! Words that are a part of an address or a code and name nobody: `info@towns.example`, `towns_form.pdf`, `LIFE-2027-TOWNS-HEAT`.

use crate::lexicon::Hit;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// What stands around an address and is no part of it.
const AROUND: [char; 16] = ['(', ')', '<', '>', '[', ']', '"', '\'', ',', ';', ':', '.', '!', '?', '|', '،'];

/// Does a hit stand inside an address, the name of a file or a code?
pub(super) fn is_in_address(text: &str, hit: &Hit) -> bool {
    let start = text[..hit.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = text[hit.end..].find(char::is_whitespace).map_or(text.len(), |at| hit.end + at);
    let Some(whole) = text.get(start..end).filter(|whole| !whole.contains(char::is_whitespace)) else { return false };
    let whole = whole.trim_matches(AROUND);
    whole.len() > hit.end - hit.start && whole.is_ascii() && (is_address(whole) || is_code(whole))
}

/// `www.example.org/towns`, `a@towns.example`, `towns_form.pdf`; not "towns/villages" nor "towns.Apply".
fn is_address(word: &str) -> bool {
    let dotted = word.split('.').collect::<Vec<_>>().windows(2).any(|pair| {
        let joint = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        joint(pair[0].chars().next_back()) && joint(pair[1].chars().next())
    });
    word.contains('@') || word.contains("://") || word.contains('_') || dotted
}

/// "HORIZON-2027-TOWNS-01": parts in capitals, and among them a number.
fn is_code(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    parts.len() > 2
        && !word.contains(|c: char| c.is_ascii_lowercase())
        && parts.iter().any(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
}

/// "Rue de Haïfa", "شارع حيفا": does a hit name a street, and not the place after which it is called? `since` is where its sentence begins.
pub(super) fn is_in_street(text: &str, since: usize, hit: &Hit) -> bool {
    let line = text[since..hit.start].rsplit(['\n', ',', '،', ';']).next().unwrap_or_default();
    let mut before = line.split_whitespace().rev().map(str::to_lowercase);
    let word = before.find(|word| !holds(&GRAMMAR.clause.articles, word) && !holds(&GRAMMAR.clause.partitives, word));
    word.is_some_and(|word| holds(&GRAMMAR.clause.streets, word.trim_start_matches(['(', '"'])))
}
