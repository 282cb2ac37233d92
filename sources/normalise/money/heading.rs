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
///
/// "Most that is paid:" above "Works 600,000 €" and "Plans 100,000 €" says it without columns.
pub(super) fn is_below_most(text: &str, cues: &[CueFound], sum: &Sum) -> bool {
    let preceded = text[..sum.start].trim_end_matches([' ', '\t', '\u{a0}']).ends_with('|');
    let in_column = || column(text, sum).is_some_and(|(_, cell)| says_most(text, cues, &cell));
    let ends_line = || text[sum.end..].lines().next().is_none_or(|rest| !rest.contains(char::is_alphanumeric));
    let headed = || {
        let head = above(text, sum.start)?;
        let short = words_of(&text[head.clone()]).count() <= WORDS_OF_HEAD;
        (short && says_most(text, cues, &head)).then_some(())
    };
    if preceded { in_column() } else { ends_line() && headed().is_some() }
}

/// "Project budget | Maximum grant" above "€20,000 | €5,000": is the sum in one column, and the most in another?
pub(super) fn is_beside_most(text: &str, cues: &[CueFound], sum: &Sum) -> bool {
    let Some((cells, own)) = column(text, sum) else { return false };
    let told = |cell: &Range<usize>, wanted: &[Cue]| cues_in(cues, cell).any(|cue| wanted.contains(&cue.cue));
    !told(&own, &[Cue::SumMax, Cue::SumAward]) && cells.iter().any(|cell| *cell != own && says_most(text, cues, cell))
}

/// Does a head of a column name a sum and say that it is the most?
fn says_most(text: &str, cues: &[CueFound], cell: &Range<usize>) -> bool {
    let most = cues_in(cues, cell).any(|cue| cue.cue == Cue::SumMax);
    most && words_of(&text[cell.clone()]).any(|(_, word)| names_sum(&word))
}

/// The heads of the columns above a sum's row, and that of its own column: the one that has as many cells before it as the sum.
fn column(text: &str, sum: &Sum) -> Option<(Vec<Range<usize>>, Range<usize>)> {
    let row = line_of(text, sum.start);
    let row_end = text[sum.end..].find('\n').map_or(text.len(), |end| sum.end + end);
    if !text[row..row_end].contains('|') {
        return None;
    }
    let head = above(text, sum.start)?;
    if words_of(&text[head.clone()]).count() > WORDS_OF_HEAD {
        return None;
    }
    let mut start = head.start;
    let cells = text[head].split('|').map(|cell| {
        let from = start;
        start += cell.len() + 1;
        from..from + cell.len()
    });
    let cells: Vec<Range<usize>> = cells.collect();
    let own = cells.get(text[row..sum.start].matches('|').count())?.clone();
    Some((cells, own))
}
