//! Timetables that name the day before what it is: "18 January 2026" and on the next line "Deadline for applications", or both in
//! one row. Says of each clause whether the clause behind it is its label; what the label means is for `role` to say.

use super::clauses::Clause;
use super::reading::words_in;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::Mention;

/// A label is at most this long, in words.
const LABEL_WORDS: usize = 8;

/// "On Monday", "from": so many words may stand beside the day of a timetable.
const WORDS_BESIDE_DAY: usize = 1;

/// A month or a season with its year ("Summer 2026") is an entry of a timetable as well.
const WORDS_OF_MONTH: usize = 2;

/// One day with a line behind it may be a dateline, unless that line says that it is the last day.
const FEWEST_ENTRIES: usize = 2;

/// For each clause: is it a day whose label is the next clause?
pub(super) fn labelled_behind(text: &str, clauses: &[Clause], mentions: &[Mention], cues: &[CueFound]) -> Vec<bool> {
    let lines: Vec<Line> = clauses.iter().map(|clause| Line::read(text, clause, mentions, cues)).collect();
    let says = |clause: &Clause, wanted: &dyn Fn(Cue) -> bool| says(clause, cues, wanted);
    let mut behind = vec![false; clauses.len()];
    let mut rows = Vec::new();
    let mut at = 0;
    while at < clauses.len() {
        let parted_by = |place: usize| clauses.get(place).map(|clause| clause.parted_by);
        let labelled = lines[at] == Line::Entry && matches!(lines.get(at + 1), Some(Line::Label { .. }));
        // In a row a cell may say more than a label does.
        let in_row = lines[at] == Line::Entry && lines.get(at + 1) == Some(&Line::Long) && parted_by(at + 1) == Some('|');
        if !(labelled || in_row) || parted_by(at) != Some('\n') {
            at += 1;
            continue;
        }
        if parted_by(at + 1) == Some('|') {
            // A row says itself what belongs together.
            rows.push(at);
            at += 1;
            continue;
        }
        let mut end = at;
        while lines.get(end) == Some(&Line::Entry)
            && matches!(lines.get(end + 1), Some(Line::Label { .. }))
            && parted_by(end) == Some('\n')
            && parted_by(end + 1) == Some('\n')
        {
            end += 2;
        }
        // All of a list stand in one order: where a label leads it, each stands before its day. "Key dates" is a heading, the first line
        // a title, and "Cities may apply." a sentence.
        let led = at.checked_sub(1).is_some_and(|before| {
            let gap = &text[clauses[before].end..clauses[at].start];
            let is_title = !text[..clauses[before].start].contains('\n');
            // "Workshop for applicants: what makes a good application" is no label, though its end might be.
            let ends_line = clauses[before].parted_by == ':';
            if ends_line || !matches!(lines[before], Line::Label { .. }) {
                return false;
            }
            let label = words::normal_text(&text[clauses[before].start..clauses[before].end]);
            !GRAMMAR.timetables.contains(&label)
                && !gap.contains(['.', '!', '?'])
                && (says(&clauses[before], &|cue| is_step(cue) && !matches!(cue, Cue::Event | Cue::Project))
                    || !is_title && (says(&clauses[before], &leads) || GRAMMAR.labels.contains(&label)))
        });
        let tells = (at..end).any(|place| lines[place] == Line::Label { tells: true });
        // "Register by post" is none.
        let is_last_day = cues.iter().any(|cue| cue.cue == Cue::Deadline && cue.end == clauses[at + 1].end);
        let entries = (end - at) / 2 + usize::from(lines.get(end) == Some(&Line::Entry));
        if !led && tells && (entries >= FEWEST_ENTRIES || is_last_day) {
            (at..end).step_by(2).for_each(|place| behind[place] = true);
        }
        at = end.max(at + 1);
    }
    // If one row tells its step behind the day, all do ("3 May | Second circular").
    if rows.iter().any(|row| lines[row + 1] == Line::Label { tells: true }) {
        for row in rows {
            behind[row] = true;
        }
    }
    behind
}

/// What a clause is within a timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A day or a month and nothing else.
    Entry,
    /// Some words without a date.
    Label {
        tells: bool,
    },
    /// More words without a date.
    Long,
    Other,
}

impl Line {
    fn read(text: &str, clause: &Clause, mentions: &[Mention], cues: &[CueFound]) -> Self {
        let inner = &text[clause.start..clause.end];
        let first = mentions.partition_point(|mention| mention.end <= clause.start);
        let dated: Vec<&Mention> = mentions[first..].iter().take_while(|mention| mention.start < clause.end).collect();
        if let (Some(first), Some(last)) = (dated.first(), dated.last()) {
            let beside =
                text.get(clause.start..first.start).map_or(0, words_in) + text.get(last.end..clause.end).map_or(0, words_in);
            return if beside <= WORDS_BESIDE_DAY { Self::Entry } else { Self::Other };
        }
        let has_year = inner.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with("20"));
        // A label has few words: a long clause is not counted to its end.
        let words = inner.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic));
        let words = words.take(LABEL_WORDS + 1).count();
        if has_year && words <= WORDS_OF_MONTH {
            return Self::Entry;
        }
        if words == 0 {
            return Self::Other;
        }
        if words > LABEL_WORDS {
            return Self::Long;
        }
        Self::Label { tells: says(clause, cues, &is_step) }
    }
}

/// Does a clause hold such a cue?
fn says(clause: &Clause, cues: &[CueFound], wanted: &dyn Fn(Cue) -> bool) -> bool {
    let from = cues.partition_point(|cue| cue.start < clause.start);
    cues[from..].iter().take_while(|cue| cue.end <= clause.end).any(|cue| wanted(cue.cue))
}

/// Of days that are no step of the call, the words that stand before them in a card: "Published", "Event dates", "Start".
fn leads(cue: Cue) -> bool {
    matches!(cue, Cue::Published | Cue::Event | Cue::Project | Cue::Begin | Cue::Starts | Cue::From | Cue::Until | Cue::Intent)
}

/// Words for the steps of a call.
fn is_step(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Deadline
            | Cue::FirstStage
            | Cue::SecondStage
            | Cue::Extended
            | Cue::Submit
            | Cue::Opening
            | Cue::Results
            | Cue::Event
            | Cue::Info
            | Cue::Project
    )
}
