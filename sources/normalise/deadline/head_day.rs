//! The first day of a text, where it stands at its head and says when the text was written: a dateline, the day of an issue.

use chrono::NaiveDate;

use super::reading::{Reading, words_in};
use super::role::Role;
use super::stamp::below_title;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::Cue;
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::folded_words;

/// A place and a small word may stand before the day in its line; no more stand in a line such as "Press release" above it.
const LINE_WORDS: usize = 4;

/// "News" and "Press release": so many lines of few words at most stand between the title and the day.
const LINES_ABOVE: usize = 2;

/// Does a day at the head lie ahead, so that it is the event's and no dateline? Behind a line of its own it may be what a clock set wrong
/// wrote.
pub(super) fn is_ahead(reading: &Reading<'_>, date: NaiveDate, today: NaiveDate) -> bool {
    date > today && !reading.around(0).alone
}

/// The first day of a text, if it stands alone at its head: a dateline, if it is none to come.
pub(super) fn head_day(reading: &Reading<'_>, roles: &[Role]) -> Option<NaiveDate> {
    let first = reading.groups.first()?;
    let before = reading.text.get(..reading.start(*first))?;
    // "Study day: what now? – Leeds, 2 December 2026": the day of a title is the event's.
    let beside = before.rsplit('\n').next().unwrap_or("");
    // A day in a title is that of what the title names, whatever that is.
    let title = reading.text.lines().next().unwrap_or("");
    let is_title = |line: &str| {
        !before.contains('\n') && words_in(line) > words_in(&reading.text[reading.start(*first)..reading.end(*first)])
    };
    let issue = is_issue(beside);
    let heads = stands_high(reading.text, before)
        && (!is_title(title) || is_bulletin(title))
        && words_in(beside) <= LINE_WORDS
        && (issue || roles.first() == Some(&Role::Plain))
        && first.first == first.last
        && (issue || is_all_of_line(reading, 0));
    heads.then(|| reading.mentions[first.first].date).flatten()
}

/// Is there one line at most between the title and the day, or two of few words? The title may stand over the text once more.
fn stands_high(text: &str, before: &str) -> bool {
    let Some(below) = below_title(text) else { return true };
    let Some(head) = before.get(below..) else { return true };
    let lines = head.rsplit_once('\n').map_or("", |(lines, _)| lines).lines().filter(|line| !line.trim().is_empty());
    // Of a text without days at its head only so much is looked at.
    let lines: Vec<&str> = lines.take(LINES_ABOVE + 1).collect();
    lines.len() < LINES_ABOVE || lines.len() == LINES_ABOVE && lines.iter().all(|line| words_in(line) <= LINE_WORDS)
}

/// "Issue of", "Édition du": does the line before the day say in which issue the text stands?
fn is_issue(line: &str) -> bool {
    let named = folded_words(line).next().is_some();
    named && words_in(line) > 0 && line.len() <= LONGEST_ISSUE && folded_words(line).all(|word| holds(&GRAMMAR.issues, &word))
}

/// "Numéro de l'édition du" with its marks, in bytes.
const LONGEST_ISSUE: usize = 40;

/// Nothing else is said in its line, nor of it in the line above. Under a title a day still to come may be the event's.
fn is_all_of_line(reading: &Reading<'_>, index: usize) -> bool {
    let group = reading.groups[index];
    let rest = reading.text[reading.end(group)..].split('\n').next().unwrap_or("");
    let around = reading.around(index);
    // "City grants for parks" over a day speaks of money alone.
    around.alone || around.left.iter().all(|cue| cue.cue >= Cue::SumMax) && words_in(rest) <= 1
}

/// "Newsletter 12 March 2027": its day is that of publication.
pub(super) fn is_bulletin(title: &str) -> bool {
    title.split(|c: char| !c.is_alphabetic()).any(|word| holds(&GRAMMAR.bulletins, &fold(word)))
}
