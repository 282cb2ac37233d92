//! What one gets altogether of a sum that is paid by the year or the month: "€2,000 a year and €6,000 in total".

use super::amount::joins_one_sentence;
use super::beside::{is_one_of, last_words, words_of};
use super::part::Part;
use super::sums::Sum;
use crate::lexicon::grammar::GRAMMAR;

/// "Per academic year", "im Monat": so many words behind a sum at most end with its period.
const WORDS_TO_PERIOD: usize = 3;

/// "A year for three years, that is in total": so many words at most stand between the two sums.
const MOST_WORDS_BETWEEN: usize = 9;

/// Before the sum nobody is named who is several ("grants of €2,000 a year"): so many words are looked at.
const WORDS_BEFORE: usize = 6;

/// Five years by the month; what holds more such parts is for many.
const MOST_PARTS: f64 = 60.0;

/// Where a total is a sum of such parts, it is what one applicant gets.
pub(super) fn sums_of_periods(text: &str, found: &[Sum], judged: &mut [(usize, Part, String)]) {
    for at in 1..judged.len() {
        let (before, whole) = (&judged[at - 1], &judged[at]);
        let (paid, total) = (&found[before.0], &found[whole.0]);
        let gap = text.get(paid.end..total.start).unwrap_or("");
        let ones = matches!(before.1, Part::Max | Part::Award | Part::Bare) && whole.1 == Part::Total;
        let of_one = || !names_several(&text[..paid.start]) && is_periods(gap) && !is_of_all(gap, &text[total.end..]);
        if ones && paid.currency == total.currency && holds_parts(paid, total) && of_one() {
            judged[at].1 = if judged[at - 1].1 == Part::Max { Part::Max } else { Part::Award };
        }
    }
}

/// "Budget total 40 000 €", "in all 90,000 for the call": so many words behind the sum may say whose it is.
const WORDS_TO_WHOSE: usize = 3;

/// Is the larger sum what the call has, by the words before it or right behind?
fn is_of_all(gap: &str, behind: &str) -> bool {
    let own = behind.find(['.', ',', ';', '\n']).map_or(behind, |end| &behind[..end]);
    words_of(gap).chain(words_of(own).take(WORDS_TO_WHOSE)).any(|(_, word)| is_one_of(&GRAMMAR.money.purse_of_all, &word))
}

/// Is the larger sum a number of the smaller ones?
fn holds_parts(paid: &Sum, total: &Sum) -> bool {
    let parts = total.value / paid.value;
    (2.0..=MOST_PARTS).contains(&parts) && parts.fract() == 0.0
}

/// Does the stretch between two sums say for how long the first is, and nothing of others?
fn is_periods(gap: &str) -> bool {
    let words: Vec<String> = words_of(gap).map(|(_, word)| word).take(MOST_WORDS_BETWEEN + 1).collect();
    let period = words.iter().take(WORDS_TO_PERIOD).position(|word| is_one_of(&GRAMMAR.money.periods, word));
    // "A year per club", "a year for each": the total is that of several.
    let others = |from: usize| words[from..].iter().any(|word| GRAMMAR.money.rated_by.contains(word) && word.len() > 1);
    period.is_some_and(|at| !others(at + 1)) && words.len() <= MOST_WORDS_BETWEEN && joins_one_sentence(gap)
}

fn names_several(head: &str) -> bool {
    last_words(head, WORDS_BEFORE).iter().any(|word| GRAMMAR.money.several_grants.contains(word))
}
