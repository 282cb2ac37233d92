//! A text read for its dates: which dates stand together, in which clause, with which cues before and after.
//! The ground on which `role` judges; judges nothing itself.

mod labels;

use chrono::NaiveDate;

use super::clauses::{Clause, clauses};
use super::timetable::labelled_behind;
use super::too_late::with_last_days;
use super::unbroken::unbroken;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::{Calendar, Join, Mention, MonthOfYear, calendar};
pub(super) use labels::leads_to_day;

/// The subject of a sentence stands within so many bytes of its verb; a text without points is one clause.
const LONGEST_REACH: usize = 600;

/// Words that may stand between the start of a clause and a date without being its label ("on Friday, the …").
const FILLER_WORDS: usize = 3;

/// Dates that one statement speaks of: one, a range, a list, or a struck-out date and its successor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// Indexes into the mentions, both included.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) shape: Shape,
}

/// How the dates of a group belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One date.
    Single,
    /// From the first to the last.
    Range,
    /// Each of them.
    List,
    /// The last replaces the others.
    Replaced,
}

/// "– Abstract deadline", ": application deadline": so many words stand before the last one of a label behind its day.
const WORDS_OF_STEP: usize = 2;

/// The text, its dates and its cues.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) mentions: Vec<Mention>,
    pub(super) months: Vec<MonthOfYear>,
    pub(super) groups: Vec<Group>,
    pub(super) cues: Vec<CueFound>,
    /// Where something is told as having been: it says nothing of the dates beside it but that they are over.
    past: Vec<usize>,
    /// The words that say what a sentence is about, and nothing of a day.
    beside: Vec<CueFound>,
    clauses: Vec<Clause>,
    /// For each clause: is it a day whose label is the clause behind it?
    labelled_behind: Vec<bool>,
    /// For each clause: does it say that a day was moved? A text without points is one clause, and every date of it asks.
    extends: Vec<bool>,
}

/// The cues around a group of dates.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// Before it, in reading order.
    pub(super) left: Vec<CueFound>,
    /// After it, in reading order.
    pub(super) right: Vec<CueFound>,
    /// Where the words before it begin.
    pub(super) from: usize,
    /// The clause before this one says that the day was moved.
    pub(super) moved: bool,
    /// Its own clause says so, before or after it.
    pub(super) extends: bool,
    /// Nothing but filler stands in its clause.
    pub(super) alone: bool,
    /// Its label is the clause behind it.
    pub(super) labelled_behind: bool,
}

impl<'t> Reading<'t> {
    pub(super) fn new(text: &'t str, lang: Option<&str>, today: NaiveDate, cues: &[CueFound]) -> Self {
        let Calendar { mentions, months } = calendar(text, lang, today);
        let spans: Vec<(usize, usize)> = mentions.iter().map(|m| (m.start, m.end)).collect();
        // A word of which another list says that it is none ("מועד" is no "and until").
        let none: Vec<(usize, usize)> =
            cues.iter().filter(|cue| cue.cue == Cue::NoStep).map(|cue| (cue.start, cue.end)).collect();
        let no_step = |cue: &CueFound| none.binary_search(&(cue.start, cue.end)).is_ok();
        let (past, found): (Vec<CueFound>, Vec<CueFound>) =
            cues.iter().filter(|cue| !no_step(cue) && !covered(&spans, cue.start)).copied().partition(|cue| cue.cue == Cue::Past);
        let (beside, found): (Vec<CueFound>, Vec<CueFound>) = found.into_iter().partition(|cue| cue.cue.stands_beside());
        let past = past.into_iter().map(|cue| cue.start).collect();
        let groups = groups(text, &mentions);
        let clauses = clauses(text, &unbroken(text, &mentions, &found));
        let found = with_last_days(text, &clauses, &found);
        let labelled_behind = labelled_behind(text, &clauses, &mentions, &found);
        let extends = clauses.iter().map(|clause| says_extended(&found, *clause)).collect();
        Self { text, clauses, labelled_behind, extends, groups, cues: found, past, beside, mentions, months }
    }

    pub(super) fn start(&self, group: Group) -> usize {
        self.mentions[group.first].start
    }

    pub(super) fn end(&self, group: Group) -> usize {
        self.mentions[group.last].end
    }

    /// What stands around the group with this index.
    pub(super) fn around(&self, index: usize) -> Around {
        let group = self.groups[index];
        let (start, end) = (self.start(group), self.end(group));
        let previous_end = index.checked_sub(1).map_or(0, |before| self.end(self.groups[before]));
        let next_start = self.groups.get(index + 1).map_or(self.text.len(), |after| self.start(*after));
        let place = self.clauses.partition_point(|clause| clause.end <= start);
        let Some(clause) = self.clauses.get(place) else { return Around { from: start, ..Around::default() } };
        let headed = self.past_heading(*clause);
        let listed = self.is_listed(index, *clause, headed);
        let behind = self.labelled_behind[place] || listed;
        let label_end = self.clauses.get(place + 1).filter(|_| behind && !listed).map_or(clause.end, |label| label.end);
        let to = label_end.min(next_start).max(end);
        let headed = headed.filter(|headed| *headed <= start);
        let mut from = if listed { start } else { headed.unwrap_or(clause.start).max(previous_end).min(start) };
        let mut left = self.cues_between(from, start);
        let head_words = words_in(&self.text[from..start]);
        let mut at = place;
        // "Between 3 and 5 May mayors meet in …", "3 May: deadline" say themselves what the days are.
        let labels = |cue: &CueFound| {
            let gap = self.text.get(end..cue.start).unwrap_or("");
            let is_step = matches!(cue.cue, Cue::Deadline | Cue::FirstStage | Cue::SecondStage | Cue::Results | Cue::Opening);
            let parted = gap.trim_start().starts_with(['–', '-', '—', ':', '(']) && cue.cue == Cue::Deadline;
            is_step && words_in(gap) <= if parted { WORDS_OF_STEP } else { 0 } && next_start >= to
        };
        let tells_itself = self.cues_between(end, to).iter().any(|cue| cue.cue == Cue::Event || labels(cue));
        // The label may stand on the line or in the cell before.
        while !behind
            && headed.is_none()
            && left.iter().all(|cue| matches!(cue.cue, Cue::Until | Cue::Latest | Cue::From | Cue::Begin | Cue::Finish))
            && head_words <= FILLER_WORDS
            && at > 0
        {
            let before = self.clauses[at - 1];
            let runs_on = before.start < previous_end && self.runs_on(previous_end, before, self.clauses[at]);
            let is_label = before.start >= previous_end && self.is_label(before, self.clauses[at]);
            if !(runs_on || is_label) || place > at && !(place == at + 1 && self.is_mere_cell(at)) {
                break;
            }
            if self.heads_timetable(before) {
                break;
            }
            let since = before.start.max(previous_end);
            let label = self.cues_between(since, start);
            if tells_itself && !label.iter().any(|cue| matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Cutoff)) {
                break;
            }
            at -= 1;
            from = since;
            left = label;
        }
        let moved = at.checked_sub(1).map(|before| self.clauses[before]).is_some_and(|before| {
            let since = before.start.max(previous_end);
            since < before.end && self.cues_between(since, before.end).iter().any(|cue| cue.cue == Cue::Extended)
        });
        let extends = self.extends[place];
        let alone = head_words + words_in(&self.text[end..to]) <= 1 && from >= clause.start;
        Around { left, right: self.cues_between(end, to), from, moved, extends, alone, labelled_behind: behind }
    }

    /// The cues that lie within `from..to`.
    pub(super) fn cues_between(&self, from: usize, to: usize) -> Vec<CueFound> {
        let first = self.cues.partition_point(|cue| cue.start < from);
        self.cues[first..].iter().take_while(|cue| cue.start < to).filter(|cue| cue.end <= to).copied().collect()
    }

    /// The words within `from..to` that say what the sentence is about, of one kind.
    pub(super) fn beside(&self, wanted: Cue, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &CueFound> {
        let first = self.beside.partition_point(|cue| cue.start < from);
        let last = self.beside.partition_point(|cue| cue.start < to).max(first);
        self.beside[first..last].iter().filter(move |cue| cue.cue == wanted && cue.end <= to)
    }

    /// Where the clause begins and ends that holds `at`, as far as what it is about is looked for.
    pub(super) fn clause(&self, at: usize) -> (usize, usize) {
        let place = self.clauses.partition_point(|clause| clause.end <= at);
        let (start, end) = self.clauses.get(place).map_or((at, at), |clause| (clause.start.min(at), clause.end));
        let near = |at: usize| self.text.floor_char_boundary(at);
        (start.max(near(at.saturating_sub(LONGEST_REACH))), end.min(near(at + LONGEST_REACH)))
    }

    /// Is what stands at `at` told as having been ("The congress was held on 3 May 2026")?
    pub(super) fn is_past(&self, at: usize) -> bool {
        let place = self.clauses.partition_point(|clause| clause.end <= at);
        let Some(clause) = self.clauses.get(place) else { return false };
        let first = self.past.partition_point(|past| *past < clause.start);
        self.past.get(first).is_some_and(|past| *past < clause.end)
    }

    /// Are there only list marks and small words between this group and the one before?
    pub(super) fn continues(&self, index: usize) -> bool {
        /// "(lot 1);" fits, another sentence does not.
        const LONGEST_GAP: usize = 60;
        let Some(before) = index.checked_sub(1) else { return false };
        let gap = self.text.get(self.end(self.groups[before])..self.start(self.groups[index])).unwrap_or("");
        gap.len() <= LONGEST_GAP && words_in(gap) <= FILLER_WORDS + 1
    }

    /// Does a list go on from the group before? A new sentence or line with words of its own begins something else.
    pub(super) fn continues_list(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let gap = self.text.get(self.end(self.groups[before])..self.start(self.groups[index])).unwrap_or("");
        let rest = gap.rfind(['.', '!', '?', ';', '\n']).map_or("", |at| &gap[at + 1..]);
        self.continues(index) && words_in(rest) <= 1
    }

    /// Does the sentence of the group before go on to this one, with hardly a word between?
    pub(super) fn continues_sentence(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let gap = self.text.get(self.end(self.groups[before])..self.start(self.groups[index])).unwrap_or("");
        self.continues(index) && !gap.contains(['.', '!', '?', '(', ')', '\n'])
    }

    /// Is the group before a span ("…, held from 3 to 6 June, is …")?
    pub(super) fn follows_span(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| self.groups[before].shape == Shape::Range)
    }

    /// Is the cue the verb behind the span before this group, and closed by a comma ("vom 3. bis 6. Juni stattfindet, …")?
    pub(super) fn closes_span(&self, index: usize, cue: &CueFound) -> bool {
        let Some(before) = index.checked_sub(1).map(|before| self.groups[before]) else { return false };
        let directly = self.text.get(self.end(before)..cue.start).is_some_and(|gap| gap.trim().is_empty());
        let closed = || self.text.get(cue.end..).is_some_and(|rest| rest.trim_start().starts_with([',', '،']));
        cue.cue == Cue::Event && self.follows_span(index) && directly && closed()
    }

    /// Do this group and the one before stand in neighbouring lines that differ in a number or a letter only
    /// ("Round 1: 15 February" / "Round 2: 15 June")?
    pub(super) fn is_next_in_series(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let (above, here) = (self.start(self.groups[before]), self.start(self.groups[index]));
        let between = self.text.get(self.end(self.groups[before])..here).unwrap_or("");
        let lead = |at: usize| {
            let line = self.text[..at].rsplit('\n').next().unwrap_or("");
            let words =
                line.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
            words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect::<Vec<_>>()
        };
        between.matches('\n').count() == 1 && !lead(here).is_empty() && lead(above) == lead(here)
    }

    /// Did a sentence end between the group before and this one?
    pub(super) fn begins_sentence(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let gap = self.text.get(self.end(self.groups[before])..self.start(self.groups[index])).unwrap_or("");
        gap.contains(". ") || gap.contains(['!', '?'])
    }

    /// Was the group before in brackets that close before this one?
    pub(super) fn follows_bracket(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let end = self.end(self.groups[before]);
        self.text.get(end..self.start(self.groups[index])).is_some_and(|gap| gap.trim_start().starts_with(')'))
            || self.text[..end].ends_with(')')
    }
}

fn says_extended(cues: &[CueFound], clause: Clause) -> bool {
    let first = cues.partition_point(|cue| cue.start < clause.start);
    let within = cues[first..].iter().take_while(|cue| cue.start < clause.end);
    within.into_iter().any(|cue| cue.cue == Cue::Extended && cue.end <= clause.end)
}

fn covered(spans: &[(usize, usize)], at: usize) -> bool {
    let index = spans.partition_point(|span| span.1 <= at);
    spans.get(index).is_some_and(|span| span.0 <= at)
}

fn groups(text: &str, mentions: &[Mention]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut first = 0;
    for (last, mention) in mentions.iter().enumerate() {
        let next = mentions.get(last + 1);
        // Nothing is put off to an earlier day: the struck one may stand behind the new one too.
        let replaced = next.is_some_and(|next| {
            mention.date.is_some()
                && mention.date <= next.date
                && text.get(mention.end..next.start).is_some_and(|gap| gap.trim().is_empty() && !gap.contains('\n'))
        });
        if next.is_some() && (mention.joined.is_some() || replaced) {
            continue;
        }
        let joins = &mentions[first..last];
        let shape = if joins.is_empty() {
            Shape::Single
        } else if joins.iter().any(|m| m.joined.is_none()) {
            Shape::Replaced
        } else if joins.iter().all(|m| m.joined == Some(Join::Range)) {
            Shape::Range
        } else {
            Shape::List
        };
        found.push(Group { first, last, shape });
        first = last + 1;
    }
    found
}

/// How many words (runs of letters) a stretch holds.
pub(in crate::normalise) fn words_in(stretch: &str) -> usize {
    stretch.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic)).count()
}
