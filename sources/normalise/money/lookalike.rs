//! "R", "L", "RM" are names of money, and the marks of rooms, lines and journals: "OJ L 193", "Rm 120", "Halle R 2". Which of the two
//! stands beside a number its form or the word before tells.

use super::beside::last_words;
use super::number::Number;
use super::sums::multiplier;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;

/// No room and no volume of a journal has so many digits; a sum in small money often has.
const DIGITS_OF_MONEY: usize = 5;

/// "R5000": a name in capitals right before so many digits is money.
const TIGHT_DIGITS: usize = 4;

/// "Grants of", "up to": so many words before are looked at.
const LEAD_WORDS: usize = 2;

/// Is this name, which begins or ends at `start`, a mark and no money?
pub(super) fn is_mark(text: &str, name: &str, start: usize, number: Number) -> bool {
    // "R$" is no mark.
    if GRAMMAR.currency.signs.iter().any(|(sign, _)| name.trim() == sign) {
        return false;
    }
    let is_tight = name.ends_with(char::is_uppercase) && number.start == start + name.len();
    let name = fold(name.trim_matches(|c: char| !c.is_alphabetic()));
    let is_money = || is_tight && holds(&GRAMMAR.currency.tight, &name) && number.end - number.start >= TIGHT_DIGITS;
    !is_money()
        && holds(&GRAMMAR.currency.doubtful, &name)
        && !has_form_of_money(text, number)
        && !is_led_by_money(&text[..start.min(number.start)])
        && !is_all_there_is(text, &name)
}

/// "50,000", "50 000", "5,00,000", "50000", "2 million", and no "0067".
fn has_form_of_money(text: &str, number: Number) -> bool {
    const THOUSANDS: usize = 3;
    let written = &text[number.start..number.end];
    if written.starts_with('0') {
        return false;
    }
    let groups: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).collect();
    // In India groups of two stand before the last.
    let grouped = match &groups[1..] {
        [middle @ .., last] => {
            last.len() == THOUSANDS && middle.iter().all(|group| (THOUSANDS - 1..=THOUSANDS).contains(&group.len()))
        }
        [] => false,
    };
    let rest = text[number.end..].trim_start_matches([' ', '\u{a0}', '-']);
    grouped || groups.len() == 1 && written.len() >= DIGITS_OF_MONEY || multiplier(rest, true).is_some()
}

/// "A prize of", "up to", "Grant:": in the same breath, for "grants (OJ L 193" cites a journal.
fn is_led_by_money(head: &str) -> bool {
    let breath = head.rsplit(['(', ',', ';', '\n', '|']).next().unwrap_or_default();
    let words = last_words(breath, LEAD_WORDS);
    let names = |word: &String| {
        [&GRAMMAR.money.grants, &GRAMMAR.money.prizes, &GRAMMAR.currency.told].iter().any(|list| list.contains(word))
    };
    match &words[..] {
        [.., before, last] => {
            names(last)
                || (GRAMMAR.money.of.contains(last) || GRAMMAR.money.being.contains(last)) && names(before)
                || holds(&GRAMMAR.currency.told, &format!("{before} {last}"))
        }
        [last] => names(last),
        [] => false,
    }
}

/// A field of a form holds the sum alone.
fn is_all_there_is(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| fold(word) == name)
}
