//! "Published on 3 May 2027, 14:05": what a page says of itself before it says anything else.

use std::ops::Range;

use chrono::NaiveDate;

use super::cues::Cue;
use super::dates::lex::fold;
use super::dates::mentions;
use super::reading::Reading;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// "Press release, Friday": so many bytes may stand between the word and its date.
const LONGEST_GAP: usize = 20;

/// What parts the line from the text behind it.
const PARTING: [char; 8] = ['|', '–', '—', '-', ':', '·', '•', '.'];

/// The part of a sentence behind such a line; all of it where it begins with none, or where it goes on in the same breath.
pub(super) fn behind(reading: &Reading, sentence: Range<usize>) -> &str {
    let text = &reading.text[sentence.clone()];
    line(reading, &sentence, text).map_or(text, |length| text[length..].trim_start())
}

/// The length of the line that a sentence begins with.
fn line(reading: &Reading, sentence: &Range<usize>, text: &str) -> Option<usize> {
    let starts = |at: usize| reading.text.get(sentence.start..at).is_some_and(|head| !head.contains(char::is_alphanumeric));
    let first = reading.cues.partition_point(|cue| cue.start < sentence.start);
    let begins = reading.cues[first..].iter().take_while(|cue| starts(cue.start));
    let word = begins.filter(|cue| cue.cue == Cue::Published && cue.end <= sentence.end).map(|cue| cue.end).max()?;
    // Where the day stands in its year is nobody's question here.
    let date = mentions(text, None, NaiveDate::default()).into_iter().next()?;
    let gap = text.get(word - sentence.start..date.start)?;
    if gap.len() > LONGEST_GAP {
        return None;
    }
    let rest = behind_hour(&text[date.end..]);
    let parted = rest.trim_start_matches([' ', ',']).trim_start_matches(PARTING).trim_start();
    let marked = parted.len() < rest.trim_start_matches([' ', ',']).trim_end_matches(' ').len();
    let anew = parted.is_empty() || marked || parted.starts_with(char::is_uppercase);
    anew.then(|| text.len() - parted.len())
}

/// What stands behind ", 14:05 Uhr".
fn behind_hour(rest: &str) -> &str {
    let mut rest = rest;
    loop {
        let next = rest.trim_start_matches([' ', ',', '(', ')']);
        let word = &next[..next.find([' ', ',', ')', '|']).unwrap_or(next.len())];
        let hour = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains([':', '.', 'h']);
        if word.is_empty() || !hour && !holds(&GRAMMAR.money.hours, &fold(word)) {
            return rest;
        }
        rest = &next[word.len()..];
    }
}
