//! Days that a sentence names only in passing: the last day of a budget year or of a fair, the day from which a period is counted.

use crate::normalise::cues::{Cue, CueFound};

use super::reading::{Reading, words_in};
use super::subject::{Subject, subject};

/// "… for the financial year 2026 to 2027, which ends on": so many words lead from the year to its end.
const WORDS_TO_END: usize = 4;

/// "Our financial year ends on": so many words stand before the year where it is what the sentence is about.
const WORDS_BEFORE_SUBJECT: usize = 3;

/// What the day at `date` is in passing, by the cues before it; `from` is where its clause begins, `named` the word for a deadline.
pub(super) fn in_passing(
    reading: &Reading<'_>,
    left: &[CueFound],
    from: usize,
    named: Option<&CueFound>,
    date: usize,
) -> Option<Cue> {
    let year = ends(left, named).and_then(|ends| year_of(reading.text, left, from, ends).then_some(Cue::Period));
    let ended = || match ends_something(reading, left, named, date)? {
        Subject::Event => Some(Cue::Event),
        Subject::Undertaking => Some(Cue::Project),
        Subject::Call | Subject::Other | Subject::Untold => None,
    };
    year.or_else(ended).or_else(|| starts_a_count(reading.text, left, date).then_some(Cue::Counted))
}

/// Of what a sentence says that it ends on this day, if it says so.
pub(super) fn ends_something(reading: &Reading<'_>, left: &[CueFound], named: Option<&CueFound>, date: usize) -> Option<Subject> {
    ends(left, named).map(|verb| subject(reading, verb, date))
}

/// "Ends on" is said of a call as well as of what is no call.
fn ends<'c>(left: &[CueFound], named: Option<&'c CueFound>) -> Option<&'c CueFound> {
    named.filter(|named| left.iter().any(|cue| cue.cue == Cue::Ends && cue.start == named.start))
}

/// Is it the budget year that "ends on" this day? A year is what ends where the sentence begins with it or a comma takes it up again;
/// otherwise the call for that year is.
fn year_of(text: &str, left: &[CueFound], from: usize, ends: &CueFound) -> bool {
    let Some(year) = left.iter().rev().find(|cue| cue.cue == Cue::Period && cue.end <= ends.start) else { return false };
    let (gap, before) = (text.get(year.end..ends.start).unwrap_or(""), text.get(from..year.start).unwrap_or(""));
    let calls = left.iter().any(|cue| cue.cue == Cue::Submit && cue.start < ends.start);
    let begins = words_in(before) <= WORDS_BEFORE_SUBJECT || follows_before(text, left, year);
    words_in(gap) <= WORDS_TO_END && (gap.contains(',') || !calls && begins)
}

/// "… before our fiscal year ends on": a clause of its own begins with the year.
fn follows_before(text: &str, left: &[CueFound], year: &CueFound) -> bool {
    let directly = |until: &CueFound| text.get(until.end..year.start).is_some_and(|gap| words_in(gap) <= 1);
    left.iter().any(|cue| cue.cue == Cue::Until && cue.end <= year.start && directly(cue))
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

/// "108 Bewerbungen lagen bis zum 31. März vor", "84 entries had been received by 3 May": a count of what came in is of a round that is
/// over.
pub(super) fn counts_received(reading: &Reading<'_>, left: &[CueFound], date: usize) -> bool {
    /// "108 complete applications": so many words at most from the count to what is counted.
    const COUNT_WORDS: usize = 2;
    let counted = |submit: &CueFound| {
        let before = reading.text[..submit.start].rsplit(['\n', '.', ';', ':']).next().unwrap_or("");
        let count = before.rsplit(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
        let behind = before.rfind(|c: char| c.is_ascii_digit()).map_or("", |at| &before[at + 1..]);
        count.is_some_and(|digits| digits.len() < 4) && words_in(behind) <= COUNT_WORDS
    };
    reading.is_past(date) && left.iter().any(|cue| cue.cue == Cue::Submit && counted(cue))
}
