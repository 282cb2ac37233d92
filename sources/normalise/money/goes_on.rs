//! Several sums after one word: "up to €10,000 for small and €50,000 for large projects". The word speaks of all of them.

use super::beside::{last_words, words_of};
use super::sums::Sum;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};

/// "€10,000 for projects of 24 months and": so many words tell for whom the first is and lead on to the next.
const MOST_WORDS: usize = 12;

/// "And of": so many words follow a joining one; with more something else begins ("and the town adds").
const WORDS_BEHIND_AND: usize = 1;

/// ", bei Kooperationen": behind a comma so many tell for whom the next sum is.
const WORDS_BEHIND_COMMA: usize = 2;

/// "/ Doctoral students abroad:": so many make a label.
const WORDS_OF_LABEL: usize = 4;

/// What the largest class gets is no more than so many times what the smallest does; a pot holds more.
const MOST_TIMES: f64 = 20.0;

/// What parts two sums that one word speaks of.
const MARKS: [char; 4] = [',', ';', '/', '،'];

/// Does a sum go on from the one before it, in the same sentence and with no word that makes it another's?
pub(super) fn goes_on(text: &str, cues: &[CueFound], before: &Sum, sum: &Sum) -> bool {
    let Some(gap) = text.get(before.end..sum.start) else { return false };
    if is_bullet(gap) && before.currency == sum.currency && is_of_a_size(before, sum) {
        return true;
    }
    if before.currency != sum.currency || !is_of_a_size(before, sum) || ends_sentence(gap) || words_of(gap).count() > MOST_WORDS {
        return false;
    }
    let first = cues.partition_point(|cue| cue.start < before.end);
    let said = cues[first..].iter().take_while(|cue| cue.end <= sum.start).any(|cue| speaks_anew(cue.cue));
    !said && joins(gap)
}

/// Can two sums be what one or another applicant gets?
pub(super) fn is_of_a_size(before: &Sum, sum: &Sum) -> bool {
    sum.value <= before.value * MOST_TIMES
}

/// "• €20,000", and the next below it: nothing but the sign of a list parts them.
fn is_bullet(gap: &str) -> bool {
    gap.contains('\n') && matches!(gap.trim(), "•" | "·" | "*" | "-" | "–" | "o" | "▪" | "◦")
}

fn ends_sentence(gap: &str) -> bool {
    // "bzw. 50.000 Euro": a point behind a joining word ends nothing.
    let joins = |at: usize| last_words(&gap[..at], 1).iter().any(|word| holds(&GRAMMAR.money.joining, word));
    gap.contains(['\n', '!', '?', '|']) || gap.match_indices(". ").any(|(at, _)| !joins(at))
}

/// A total, a least, a price: the sum behind it has a word of its own.
fn speaks_anew(cue: Cue) -> bool {
    let of_all = matches!(cue, Cue::SumTotal | Cue::SumPot | Cue::SumJoint);
    of_all || matches!(cue, Cue::SumMin | Cue::SumOther | Cue::SumOwn | Cue::SumShare | Cue::Fee | Cue::Past)
}

/// Does a comma, a stroke or an "and" lead on to the next sum?
fn joins(gap: &str) -> bool {
    let words: Vec<(usize, String)> = words_of(gap).collect();
    let and = words.iter().rposition(|(_, word)| holds(&GRAMMAR.money.joining, word)).map(|at| at + 1);
    let mark = gap.rfind(MARKS).map(|mark| words.iter().take_while(|(at, _)| *at < mark).count());
    let most = match (and, mark) {
        (None, None) => return false,
        _ if gap.trim_end().ends_with(':') => WORDS_OF_LABEL,
        (and, mark) if and > mark => WORDS_BEHIND_AND,
        _ => WORDS_BEHIND_COMMA,
    };
    words.len() - and.max(mark).unwrap_or_default() <= most
}
