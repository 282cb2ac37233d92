//! A price by date: "Registration until 28 April 100 euros, afterwards 150", "Register by 28 April and save 50 euros". Who comes later
//! pays more, and is let in all the same.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, words_in};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::money::{first_is_money, sums_told};

/// The dearer price follows its day within so many bytes.
const REACH: usize = 160;

/// "Save up to 50 euros", "10 % off": so far, in words, stands what is saved from its verb.
const WORDS_TO_SUM: usize = 2;

/// Is it said of this day that it costs less until then? `named` is the word for a deadline before it: "register by" may be one as well as
/// "until", a label is none.
pub(super) fn is_cheaper(reading: &Reading<'_>, around: &Around, named: Option<&CueFound>, (start, end): (usize, usize)) -> bool {
    let leads_on = |named: &CueFound| {
        let words = reading.text.get(named.start..named.end).map_or(0, words_in);
        words > 1 && reading.text.get(named.end..start).is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-'))
    };
    if !named.is_none_or(leads_on) {
        return false;
    }
    let to = stretch_end(reading.text, end);
    let told = |from: usize, to: usize| reading.text.get(from..to).filter(|stretch| sums_told(stretch) > 0);
    // The dearer price stands right behind the word; "afterwards" alone is what comes next, and a smaller sum is no price.
    let dearer = |then: &CueFound| {
        let rest = reading.text.get(then.end..to).unwrap_or("");
        let lead = rest.find(|c: char| c.is_ascii_digit()).map_or("", |at| &rest[..at]);
        let before = told(end, then.start).or_else(|| told(around.from, start));
        let is_more = before.and_then(number).zip(number(rest)).is_some_and(|(early, late)| early < late);
        words_in(lead) <= WORDS_TO_SUM && first_is_money(rest) && is_more
    };
    // "100 euros until 28 April, 150 afterwards".
    let dearer_before = |then: &CueFound| {
        let (early, late) = (told(around.from, start).and_then(number), told(end, then.start).and_then(number));
        early.zip(late).is_some_and(|(early, late)| early < late)
    };
    let later = reading.beside(Cue::Afterwards, end, to).any(|then| dearer(then) || dearer_before(then));
    let saved = |saves: &CueFound| {
        let behind = reading.text.get(saves.end..to).unwrap_or("");
        let lead = behind.find(|c: char| c.is_ascii_digit()).map_or(behind, |at| &behind[..at]);
        let before = reading.text.get(end..saves.start).unwrap_or("");
        let trail = before.rfind(|c: char| c.is_ascii_digit()).map_or(before, |at| &before[at + 1..]);
        // "Save up to 50 euros", and not "save your town 50 euros".
        let is_own = words_in(lead) == 0 || !reading.cues_between(saves.end, saves.end + lead.len()).is_empty();
        let near = |gap: &str, all: &str| words_in(gap) <= WORDS_TO_SUM && gap.len() < all.len() && sums_told(all) > 0;
        is_own && near(lead, behind) || near(trail, before)
    };
    // "Register by 28 April at the reduced rate".
    let rated = |early: &CueFound| {
        let gap = reading.text.get(end..early.start).unwrap_or("");
        early.cue == Cue::Early && words_in(gap) <= NEAR_AFTER && !gap.contains([',', '،', ':'])
    };
    // Who comes to something saves; what a grant saves a town is no price.
    let is_priced = !around.left.iter().chain(&around.right).any(|cue| cue.cue == Cue::Applying);
    later || around.right.iter().any(rated) || is_priced && reading.beside(Cue::Saves, end, to).any(saved)
}

/// The first number of a stretch, as far as two prices in the same writing can be compared.
fn number(stretch: &str) -> Option<u64> {
    let from = stretch.find(|c: char| c.is_ascii_digit())?;
    let mut digits = String::new();
    let mut rest = stretch[from..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            _ if c.is_ascii_digit() => digits.push(c),
            '.' | ',' | '\u{a0}' | '\u{202f}' if rest.peek().is_some_and(char::is_ascii_digit) => {}
            _ => break,
        }
    }
    digits.parse().ok()
}

/// Where what is said of the price ends: with the line or the cell, a point that ends a sentence, or out of reach.
fn stretch_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let most = rest.floor_char_boundary(REACH);
    let cut = rest[..most].find(['\n', '|']).unwrap_or(most);
    from + rest[..cut].find(". ").unwrap_or(cut)
}
