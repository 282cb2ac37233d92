//! Days that a sentence names only in passing: the last day of a budget year, the day from which a period is counted.

use crate::normalise::cues::{Cue, CueFound};

use super::reading::words_in;

/// "… for the financial year 2026 to 2027, which ends on": so many words lead from the year to its end.
const WORDS_TO_END: usize = 4;

/// "Our financial year ends on": so many words stand before the year where it is what the sentence is about.
const WORDS_BEFORE_SUBJECT: usize = 3;

/// What the day at `date` is in passing, by the cues before it; `from` is where its clause begins, `named` the word for a deadline.
pub(super) fn in_passing(text: &str, left: &[CueFound], from: usize, named: Option<&CueFound>, date: usize) -> Option<Cue> {
    if named.is_some_and(|named| ends_a_year(text, left, from, named)) {
        return Some(Cue::Period);
    }
    starts_a_count(text, left, date).then_some(Cue::Counted)
}

/// Is a budget or school year what "ends on" this day? It is where the sentence begins with it or a comma takes it up again;
/// otherwise the call for that year is.
fn ends_a_year(text: &str, left: &[CueFound], from: usize, named: &CueFound) -> bool {
    let Some(year) = left.iter().rev().find(|cue| cue.cue == Cue::Period && cue.end <= named.start) else { return false };
    let Some(gap) = text.get(year.end..named.start) else { return false };
    let calls = left.iter().any(|cue| cue.cue == Cue::Submit && cue.end <= year.start);
    let is_subject = || !calls && text.get(from..year.start).is_some_and(|before| words_in(before) <= WORDS_BEFORE_SUBJECT);
    words_in(gap) <= WORDS_TO_END && (gap.contains(',') || is_subject())
}

/// "Within 30 days of the publication of this notice (31 March)": the day of publication, not the last one. A comma or a colon
/// before it would tell the day that the count leads to.
fn starts_a_count(text: &str, left: &[CueFound], date: usize) -> bool {
    let Some(counted) = left.iter().rev().find(|cue| cue.cue == Cue::Counted) else { return false };
    let leads_on =
        |cue: &CueFound| matches!(cue.cue, Cue::Until | Cue::Latest | Cue::Deadline | Cue::Extended) && cue.start >= counted.end;
    let gap = text.get(counted.end..date).unwrap_or("");
    let outside = gap.split_once('(').map_or(gap, |(outside, _)| outside);
    !left.iter().any(leads_on) && !outside.contains([',', ':', ';', '–', '—', '،'])
}
