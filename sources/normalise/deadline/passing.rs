//! Days that a sentence names only in passing: the last day of a budget year or of a fair, the day from which a period is counted.

use crate::normalise::cues::{Cue, CueFound};

use super::reading::{Reading, words_in};

/// "… for the financial year 2026 to 2027, which ends on": so many words lead from the year to its end.
const WORDS_TO_END: usize = 4;

/// "Our financial year ends on": so many words stand before the year where it is what the sentence is about.
const WORDS_BEFORE_SUBJECT: usize = 3;

/// "The ceremony ends at": an event is the subject where nothing but an article stands before it.
const WORDS_BEFORE_EVENT: usize = 1;

/// "Is", "est", "ist": in letters.
const LONGEST_BEING: usize = 3;

/// What the day at `date` is in passing, by the cues before it; `from` is where its clause begins, `named` the word for a deadline.
pub(super) fn in_passing(text: &str, left: &[CueFound], from: usize, named: Option<&CueFound>, date: usize) -> Option<Cue> {
    // "Ends on" is said of a call as well as of what is no call.
    let ends = named.filter(|named| left.iter().any(|cue| cue.cue == Cue::Ends && cue.start == named.start));
    let ended = ends.and_then(|ends| subject_of(text, left, from, ends));
    ended.or_else(|| starts_a_count(text, left, date).then_some(Cue::Counted))
}

/// The budget year or the event that "ends on" this day. A year is what ends where the sentence begins with it or a comma takes it
/// up again; otherwise the call for that year is.
fn subject_of(text: &str, left: &[CueFound], from: usize, ends: &CueFound) -> Option<Cue> {
    let subject = left.iter().rev().find(|cue| matches!(cue.cue, Cue::Period | Cue::Event) && cue.end <= ends.start)?;
    let (gap, before) = (text.get(subject.end..ends.start)?, text.get(from..subject.start)?);
    let calls = left.iter().any(|cue| cue.cue == Cue::Submit && cue.start < ends.start);
    let is_it = match subject.cue {
        Cue::Period => {
            let begins = words_in(before) <= WORDS_BEFORE_SUBJECT || follows_before(text, left, subject);
            words_in(gap) <= WORDS_TO_END && (gap.contains(',') || !calls && begins)
        }
        // "The fair is open until": a short verb may stand between.
        _ => {
            gap.split_whitespace().all(|verb| verb.chars().count() <= LONGEST_BEING)
                && words_in(gap) <= 1
                && !calls
                && words_in(before) <= WORDS_BEFORE_EVENT
        }
    };
    is_it.then_some(subject.cue)
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
