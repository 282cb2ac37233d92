//! The heading over lines of figures: of prices ("Festival fee"), and the head of a column that says that its sums are the most.

use std::ops::Range;

use super::beside::words_of;
use super::least::names_sum;
use super::sums::Sum;
use crate::normalise::cues::{Cue, CueFound};

/// "Festival fee" above "For children 10 euros per person": so many lines at most stand below a heading.
const LINES_BELOW: usize = 8;

/// "Kind of project | Maximum grant": a head of columns has so many words at most.
const WORDS_OF_HEAD: usize = 10;

/// Where the line begins in which a byte stands.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The cues within a stretch.
pub(super) fn cues_in<'c>(cues: &'c [CueFound], range: &Range<usize>) -> impl Iterator<Item = &'c CueFound> {
    let (first, end) = (cues.partition_point(|cue| cue.start < range.start), range.end);
    cues[first..].iter().take_while(move |cue| cue.end <= end)
}

/// The last line above a sum's own that holds no figure, with nothing but lines of figures in between.
pub(super) fn above(text: &str, sum: usize) -> Option<Range<usize>> {
    let mut end = line_of(text, sum);
    for _ in 0..LINES_BELOW {
        let above = text[..end].trim_end();
        let line = line_of(text, above.len());
        // "Register until 15 March. FEE": what follows the sentence is the heading.
        let start = above[line..].rfind(". ").map_or(line, |at| line + at + 1);
        if !above[start..].contains(char::is_numeric) {
            return above[start..].contains(char::is_alphabetic).then_some(start..above.len());
        }
        if line == 0 {
            return None;
        }
        end = line;
    }
    None
}

/// "Kind of project | Maximum grant" above "Works | €600,000": does the head of its column say that the sum is the most?
pub(super) fn is_below_most(text: &str, cues: &[CueFound], sum: &Sum) -> bool {
    if !text[..sum.start].trim_end_matches([' ', '\t', '\u{a0}']).ends_with('|') {
        return false;
    }
    let Some(head) = above(text, sum.start) else { return false };
    let head = head.start..head.start + text[head].trim_end_matches(['|', ' ', '\t']).len();
    // The cost of a project stands in such a table too: the cell counts that has as many before it as the sum has in its row.
    let column = text[line_of(text, sum.start)..sum.start].matches('|').count();
    let mut cells = text[head.clone()].split('|');
    let Some(cell) = cells.nth(column) else { return false };
    let end =
        cells.next().map_or(head.end, |_| head.start + text[head.clone()].match_indices('|').nth(column).map_or(0, |(at, _)| at));
    let cell_start = end - cell.len();
    let most = cues_in(cues, &(cell_start..end)).any(|cue| cue.cue == Cue::SumMax);
    most && words_of(&text[head.clone()]).count() <= WORDS_OF_HEAD && words_of(cell).any(|(_, word)| names_sum(&word))
}
