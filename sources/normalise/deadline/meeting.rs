//! Days that a label calls those of the event ("When: 2-4 October 2027"), whatever the event is called.

use super::reading::{Reading, Shape, words_in};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::folded_words;

/// "Date: from Saturday, 2": so many words may stand between a label and its day.
const WORDS_TO_DAY: usize = 2;

/// Does a label in its line, or the line above, say of a group that something is on these days? "Date" alone over one day may be the
/// page's own, unless an hour or the place is told as well.
pub(super) fn is_labelled(reading: &Reading<'_>, index: usize) -> bool {
    let group = reading.groups[index];
    let (start, end) = (reading.start(group), reading.end(group));
    let (above, line) = reading.text[..start].rsplit_once('\n').unwrap_or(("", &reading.text[..start]));
    let (label, lead) = match line.split_once(':') {
        Some((label, lead)) => (label, lead),
        None if line.trim().is_empty() => (above.trim_end().rsplit('\n').next().unwrap_or(""), ""),
        None => (line, ""),
    };
    if !is_one_of(&GRAMMAR.meeting.when, label) || words_in(lead) > WORDS_TO_DAY {
        return false;
    }
    let timed = reading.mentions[group.first].time.is_some();
    let placed = || {
        let below = reading.text[end..].split('\n').skip(1).map(str::trim).find(|line| !line.is_empty());
        let above = above.lines().rev().map(str::trim).find(|line| !line.is_empty());
        [above, below].into_iter().flatten().any(|line| is_one_of(&GRAMMAR.meeting.place, line.split(':').next().unwrap_or("")))
    };
    group.shape != Shape::Single || timed || placed()
}

/// "Parade of lights … Parade: 4-6 October 2027": a label of the title's own words names what is on these days. Over one day it may be when
/// that was published.
pub(super) fn is_titles_own(reading: &Reading<'_>, index: usize) -> bool {
    /// "The parade of lights".
    const LABEL_WORDS: usize = 4;
    let group = reading.groups[index];
    if group.shape == Shape::Single {
        return false;
    }
    let (title, text) = reading.text[..reading.start(group)].split_once('\n').unwrap_or_default();
    let sentence = text.rsplit(['\n', '.', ';', '!', '?']).next().unwrap_or("");
    let Some((label, lead)) = sentence.split_once(':') else { return false };
    let named: Vec<String> = folded_words(label).collect();
    let titled: Vec<String> = folded_words(title).collect();
    words_in(lead) <= WORDS_TO_DAY
        && (1..=LABEL_WORDS).contains(&named.len())
        && words_in(label) > 0
        && named.iter().all(|word| titled.contains(word))
}

fn is_one_of(labels: &WordList, label: &str) -> bool {
    holds(labels, &fold(label.trim_matches(|c: char| !c.is_alphanumeric())))
}
