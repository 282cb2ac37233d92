//! What a sentence on applicants tells of size, beside the limit itself: whether its condition is one of size alone, and counts at all.

use super::sentence::Sentence;
use crate::lexicon::Role;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// Does a condition compare, and ask for nothing else?
pub(super) fn is_of_size(condition: &str) -> bool {
    condition
        .to_lowercase()
        .split_whitespace()
        .any(|word| holds(&GRAMMAR.clause.over, word) || holds(&GRAMMAR.clause.under, word))
}

/// "More than 20 thousand of them are residents": so far from the people, in bytes, stands the number that counts them.
const COUNT_NEAR: usize = 120;

/// A number of fewer digits counts projects, classes or prizes, and no town.
const DIGITS_OF_A_TOWN: usize = 3;

/// "More than", "de plus de": so many words at most stand before the number.
const COMPARING_WORDS: usize = 3;

/// Thousands are written in groups of so many digits.
const DIGITS_OF_A_GROUP: usize = 3;

/// Does a number stand beside a word for those who live somewhere?
pub(super) fn are_counted(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::Headcount).any(|people| {
        let (before, behind) = (sentence.before(people), sentence.after(people));
        let from = before.ceil_char_boundary(before.len().saturating_sub(COUNT_NEAR));
        tells_number(&before[from..]) || tells_number(&behind[..behind.floor_char_boundary(COUNT_NEAR)])
    })
}

/// Does a number stand in it that is as large as a town, and no share? "Residents: 20 %" is the weight of a criterion.
fn tells_number(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(char::is_numeric) {
        let number = &rest[at..];
        let end = number.find(|c: char| !c.is_numeric() && !matches!(c, '.' | ',')).unwrap_or(number.len());
        let behind = number[end..].trim_start();
        let group = behind.chars().take_while(char::is_ascii_digit).count();
        let digits = number[..end].chars().filter(char::is_ascii_digit).count() + group;
        let next = behind.split_whitespace().next().unwrap_or_default().to_lowercase();
        if !behind.starts_with('%') && (digits >= DIGITS_OF_A_TOWN || holds(&GRAMMAR.clause.thousands, &next)) {
            return true;
        }
        rest = &number[end..];
    }
    false
}

/// "Cities over 250,000", "communes (de 5 000 à 20 000)": a size without a word for those who live there.
pub(super) fn are_measured(sentence: &Sentence<'_>) -> bool {
    // "Municipalities (up to 50,000), charities (up to 10,000)": no one counts the people of a charity, so these are sums.
    let sums = sentence.of(Role::OtherBody).any(|other| {
        let inside = sentence.after(other).trim_start().strip_prefix('(');
        inside.is_some_and(|inside| end_of_size(inside, true).is_some())
    });
    sentence.of(Role::LocalAuthority).any(|towns| {
        let behind = sentence.after(towns);
        let rest = behind.trim_start();
        let (bracketed, rest) = rest.strip_prefix('(').map_or((false, rest), |inside| (true, inside));
        if bracketed && sums {
            return false;
        }
        let Some(end) = end_of_size(rest, bracketed) else { return false };
        let at = sentence.place_of(sentence.before(towns).len() + sentence.quote(towns).len() + behind.len() - rest.len() + end);
        let next = rest[end..].trim_start_matches(' ');
        let goes_on = at + (rest.len() - end - next.len());
        let acts = || sentence.of(Role::Apply).chain(sentence.of(Role::May)).any(|verb| verb.start == goes_on);
        let mut words = next.split_whitespace();
        let joined = words.next().is_some_and(|word| GRAMMAR.clause.conjunctions.iter().any(|and| and.trim() == word));
        // "Over 10,000 and under 50,000".
        let bounded = joined && words.next().is_some_and(compares);
        next.is_empty() || next.starts_with([',', ';', ')', '.']) || acts() || bounded
    })
}

/// Where a number of people ends that stands at the head of these words, behind a comparison; in brackets a range compares by itself.
fn end_of_size(rest: &str, bracketed: bool) -> Option<usize> {
    let mut at = 0;
    let mut compared = false;
    for _ in 0..=COMPARING_WORDS {
        let words = rest.get(at..)?;
        if words.starts_with(|c: char| c.is_ascii_digit()) {
            let end = at + end_of_number(words)?;
            let joint = rest[end..].trim_start_matches(' ');
            let range = GRAMMAR.applicant.to_number.iter().find_map(|to| joint.strip_prefix(to.as_str()));
            let upper = range.map(|upper| upper.trim_start_matches(' ')).filter(|upper| upper.starts_with(char::is_numeric));
            return match upper {
                Some(upper) => Some(rest.len() - upper.len() + end_of_number(upper)?),
                None => compared.then_some(end),
            };
        }
        let word = words.split(' ').next().unwrap_or_default();
        let lower = word.to_lowercase();
        if !compares(word) && !((bracketed || compared) && holds(&GRAMMAR.applicant.comparing, &lower)) {
            return None;
        }
        compared = true;
        at += word.len() + 1;
    }
    None
}

fn compares(word: &str) -> bool {
    holds(&GRAMMAR.clause.over, &word.to_lowercase()) || holds(&GRAMMAR.clause.under, &word.to_lowercase())
}

/// Where a number as large as a town ends, which is no year.
fn end_of_number(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut digits = 0;
    let mut grouped = false;
    loop {
        let run = text[end..].chars().take_while(char::is_ascii_digit).count();
        digits += run;
        end += run;
        let group = text[end..].chars().next().filter(|c| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’'));
        let Some(mark) = group else { break };
        let next = &text[end + mark.len_utf8()..];
        if next.chars().take_while(char::is_ascii_digit).count() != DIGITS_OF_A_GROUP {
            break;
        }
        grouped = true;
        end += mark.len_utf8();
    }
    (digits > DIGITS_OF_A_GROUP + 1 || grouped && digits > DIGITS_OF_A_GROUP).then_some(end)
}
