//! A sum said again in other money: "10,000 francs (about 10,500 euros)". The first is what is offered.

use super::beside::words_of;
use super::sums::Sum;
use crate::lexicon::grammar::GRAMMAR;

/// The sums without those that only say another one again, wherever they stand.
pub(super) fn without_converted(text: &str, found: Vec<Sum>) -> Vec<Sum> {
    let again: Vec<(f64, &str)> = found
        .windows(2)
        .filter(|pair| is_converted(text, &pair[0], &pair[1]))
        .filter_map(|pair| Some((pair[1].value, pair[1].currency?)))
        .collect();
    if again.is_empty() {
        return found;
    }
    let repeats = |sum: &Sum| again.iter().any(|(value, code)| sum.currency == Some(code) && sum.value.total_cmp(value).is_eq());
    found.into_iter().filter(|sum| !repeats(sum)).collect()
}

/// "(375,000 Saudi riyals)": a bracket with more bytes says more than a sum.
const LONGEST_BRACKET: usize = 60;

/// "(375,000 Saudi riyals)": so many words stand behind the sum in its bracket.
const MOST_BEHIND: usize = 2;

/// Other money right behind, in brackets or after a word for "about".
fn is_converted(text: &str, first: &Sum, second: &Sum) -> bool {
    let (Some(one), Some(other)) = (first.currency, second.currency) else { return false };
    let Some(gap) = text.get(first.end..second.start).filter(|_| one != other) else { return false };
    let told = |marks: &[char]| gap.trim_start().starts_with(marks);
    // "($100,000 is the most)" says something else.
    let closes = |rest: &str| {
        rest[..rest.floor_char_boundary(LONGEST_BRACKET)]
            .find([')', ']', '\n'])
            .is_some_and(|end| words_of(&rest[..end]).count() <= MOST_BEHIND)
    };
    let is_about = words_of(gap).all(|(_, word)| GRAMMAR.money.about.contains(&word));
    !gap.contains('\n')
        && is_about
        && (told(&['=', '≈', '~'])
            || told(&['(', '[']) && closes(&text[second.end..])
            || told(&[',', '،', '-', '–']) && words_of(gap).next().is_some())
}
