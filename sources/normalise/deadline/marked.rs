//! Small words right before and behind a day that say what it is: who did something on it, that it is the new one, that it is over.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::is_weekday;
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::folded_words;

/// "3 May: session proposals (closed)": the line ends with a mark of its own that this one is over.
pub(super) fn is_marked_closed(text: &str, end: usize) -> bool {
    let line = text[end..].split('\n').next().unwrap_or("").trim_end();
    let mark = line.strip_suffix([')', ']']).and_then(|line| line.rsplit_once(['(', '[']));
    mark.is_some_and(|(_, mark)| holds(&GRAMMAR.later.closed, &fold(mark.trim())))
}

/// "Approved by the committee on 3 May": who did it stands between "by" and the day, and no hour ("by noon on 3 May").
pub(super) fn is_by_somebody(reading: &Reading<'_>, until: &CueFound, date: usize) -> bool {
    let Some(gap) = reading.text.get(until.end..date).filter(|gap| !gap.contains(|c: char| c.is_ascii_digit())) else {
        return false;
    };
    let words: Vec<String> = folded_words(gap).collect();
    let Some((on, somebody)) = words.split_last() else { return false };
    let is_hour = |word: &String| holds(&GRAMMAR.later.hours, word) || is_weekday(word);
    holds(&GRAMMAR.later.by, &fold(&reading.text[until.start..until.end]))
        && holds(&GRAMMAR.later.on, on)
        && !somebody.is_empty()
        && !somebody.iter().any(is_hour)
}

/// "Die Frist wird auf den 3. Mai verlängert": behind the day stands the verb, and before it the word that leads on to the new one.
pub(super) fn is_moved_to(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let near = |cue: &CueFound| reading.text.get(end..cue.start).is_some_and(|gap| words_in(gap) <= NEAR_AFTER);
    let lead = fold(reading.text.get(around.from..start).unwrap_or("").trim_end());
    around.right.iter().any(|cue| cue.cue == Cue::Extended && near(cue))
        && GRAMMAR.later.moved_to.iter().any(|word| lead.strip_suffix(word.as_str()).is_some_and(|rest| rest.ends_with(' ')))
}
