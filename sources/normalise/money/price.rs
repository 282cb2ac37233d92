//! What something costs, where its word stands farther off: before a date, beside the price before, or in a heading.

use std::ops::Range;

use super::beside::words_of;
use super::heading::{above, cues_in, line_of};
use super::sums::Sum;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::cues::{Cue, CueFound};

/// "Frais de participation": a heading of prices has so many words at most.
const WORDS_OF_HEADING: usize = 4;

/// "Fee until 31 July – €55": is the last thing said before the number in between a price, and nothing said since?
/// `from` is the end of the money before, `number` that of the number in between.
pub(super) fn is_price_over_number(cues: &[CueFound], from: usize, number: usize, sum: &Sum) -> bool {
    // "Gebühr bis 30. Juni": a bound before the number is the number's.
    let says = |cue: &&CueFound| match cue.cue {
        Cue::SumOther | Cue::Fee | Cue::SumTotal | Cue::SumAward => true,
        Cue::SumMax | Cue::SumMin => cue.start >= number,
        _ => false,
    };
    let first = cues.partition_point(|cue| cue.start < from);
    let last = cues[first..].iter().take_while(|cue| cue.end <= sum.start).filter(says).last();
    last.is_some_and(|cue| matches!(cue.cue, Cue::SumOther | Cue::Fee) && cue.end <= number)
}

/// "€599, afterwards €699 per person": behind a price the later one.
pub(super) fn goes_on(text: &str, price: &Sum, sum: &Sum) -> bool {
    let gap = text.get(price.end..sum.start).unwrap_or("");
    words_of(gap).any(|(_, word)| GRAMMAR.money.afterwards.contains(&word))
}

/// Does a heading rule the sum's line that speaks of a price, with nothing but lines of figures in between?
pub(super) fn is_below_heading(text: &str, cues: &[CueFound], sum: &Sum) -> bool {
    let says = |range: Range<usize>, price: bool| {
        cues_in(cues, &range).any(|cue| match cue.cue {
            Cue::SumOther | Cue::Fee => price,
            Cue::SumAward | Cue::SumMax => !price,
            _ => false,
        })
    };
    let heading = || above(text, sum.start).filter(|heading| words_of(&text[heading.clone()]).count() <= WORDS_OF_HEADING);
    !says(line_of(text, sum.start)..sum.start, false)
        && heading().is_some_and(|heading| says(heading.clone(), true) && !says(heading, false))
}
