//! Which line or cell is the label of a day: the one before it, the rest of its own, or none where a heading or another day stands between.

use super::{FILLER_WORDS, Group, Reading, Shape, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;
use crate::normalise::deadline::clauses::Clause;

/// A label on the line or in the cell before its date is at most this long; longer is a paragraph of its own.
const LONGEST_LABEL: usize = 240;

/// A line of more words is a title or a sentence, and the date under it is not its.
const LABEL_WORDS: usize = 6;

/// A line that says what is handed in, over a span that stands alone, may have a few more.
const WORDS_ABOVE_SPAN: usize = 9;

/// Behind "When is it due?" the day is all of the answer: "7 November 2027 at noon" has so many words with its month.
const WORDS_OF_ANSWER: usize = 4;

/// A label that ends with a point has so many words at most.
const WORDS_BEFORE_POINT: usize = 4;

/// What ends a question.
const QUESTIONS: [char; 2] = ['?', '؟'];

/// "Friday", "by e-mail": so many words at most.
const WORDS_OF_MERE_CELL: usize = 2;

impl Reading<'_> {
    /// Is this clause the label of the one after it: short, or open at its end ("…, by no later than-")?
    pub(super) fn is_label(&self, clause: Clause, next: Clause) -> bool {
        // "Deadline (send the form by e-mail)": what stands in brackets is said of the label.
        let whole = &self.text[clause.start..clause.end];
        let inner = whole.strip_suffix(')').and_then(|_| whole.rfind('(')).map_or(whole, |open| whole[..open].trim_end());
        // In a cell of its own a label may end with a point; a longer cell is a sentence ("The deadline has been moved.").
        let gap = &self.text[clause.end..next.start];
        let ended = gap.contains(['.', '!']) && (next.parted_by != '|' || words_in(inner) > WORDS_BEFORE_POINT);
        let (asked, asks) = (gap.contains(QUESTIONS), self.asks_for(clause, next));
        let parted = matches!(next.parted_by, '\n' | '|' | '•') || asks;
        if ended || asked && !asks || !parted || inner.len() > LONGEST_LABEL {
            return false;
        }
        let open = inner.ends_with([':', '-', '–', '—', '־']);
        let last = self.cues_between(clause.start, clause.end).last().copied();
        let leads_on = last.is_some_and(|cue| {
            matches!(cue.cue, Cue::Until | Cue::Deadline | Cue::From)
                && words_in(self.text.get(cue.end..clause.start + inner.len()).unwrap_or("")) <= FILLER_WORDS
        });
        open || leads_on
            || words_in(inner) <= LABEL_WORDS
            || words_in(inner) <= WORDS_ABOVE_SPAN && self.submits_over(clause, next)
    }

    /// "When is it due?", "Bis wann?": does a clause ask for the day that is all of the next?
    fn asks_for(&self, clause: Clause, next: Clause) -> bool {
        let asks = |cue: &CueFound| matches!(cue.cue, Cue::Deadline | Cue::Until);
        self.text[clause.end..next.start].contains(QUESTIONS)
            && words_in(&self.text[next.start..next.end]) <= WORDS_OF_ANSWER
            && self.cues_between(clause.start, clause.end).iter().any(asks)
    }

    /// "Publication of the call and submission of applications" above "23 April to 18 May": a span that stands alone.
    fn submits_over(&self, clause: Clause, next: Clause) -> bool {
        let place = self.groups.partition_point(|group| self.start(*group) < next.start);
        let alone =
            |group: &Group| group.shape == Shape::Range && (self.start(*group), self.end(*group)) == (next.start, next.end);
        self.groups.get(place).is_some_and(alone)
            && self.cues_between(clause.start, clause.end).iter().any(|cue| cue.cue == Cue::Submit)
    }

    /// Behind the heading with which a line begins ("Important dates: 3 May 2027 – deadline").
    pub(super) fn past_heading(&self, clause: Clause) -> Option<usize> {
        /// A heading is short, in bytes.
        const LONGEST_HEADING: usize = 60;
        let inner = &self.text[clause.start..clause.end];
        let colon = inner.bytes().take(LONGEST_HEADING).position(|byte| byte == b':')?;
        GRAMMAR.timetables.contains(&words::normal_text(&inner[..colon])).then_some(clause.start + colon + 1)
    }

    /// "3 May 2027 – deadline, 15 May 2027 – results": behind a comma each day of the line has its own label, as the first has.
    /// `headed` is where the line's heading is over.
    pub(super) fn is_listed(&self, index: usize, clause: Clause, headed: Option<usize>) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let parts = |stretch: &str| stretch.trim_start().starts_with(['–', '—', '-', ':', '(']);
        let here = self.groups[index];
        let lead = self.text.get(self.end(self.groups[before])..self.start(here)).unwrap_or("");
        let first = self.groups.partition_point(|group| self.start(*group) < clause.start);
        let head = headed.unwrap_or(clause.start);
        let opens = || {
            let lead = self.groups.get(first).and_then(|first| self.text.get(head..self.start(*first)));
            lead.is_some_and(|head| words_in(head) == 0)
        };
        first < index
            && parts(lead)
            && lead.trim_end().ends_with([',', '،'])
            && parts(&self.text[self.end(here)..clause.end.max(self.end(here))])
            && opens()
    }

    /// "Important dates": what stands below is told by its own lines.
    pub(super) fn heads_timetable(&self, clause: Clause) -> bool {
        let whole = self.text[clause.start..clause.end].trim_end_matches([':', ' ']);
        whole.len() <= LONGEST_LABEL && GRAMMAR.timetables.contains(&words::normal_text(whole))
    }

    /// "The prize opens on 4 April 2027 and the closing date is" above "3 May 2027": does the line go on to the next from the date before?
    pub(super) fn runs_on(&self, since: usize, clause: Clause, next: Clause) -> bool {
        let Some(tail) = self.text.get(since..clause.end) else { return false };
        let leads = |cue: &CueFound| matches!(cue.cue, Cue::Until | Cue::Deadline | Cue::Extended | Cue::Submit);
        let Some(last) = self.cues_between(since, clause.end).into_iter().rfind(leads) else { return false };
        let near = self.text.get(last.end..clause.end).is_some_and(|rest| words_in(rest) <= FILLER_WORDS);
        let open = tail.ends_with(':') || last.end == clause.end && last.cue == Cue::Until || leads_to_day(tail);
        // "31 October: deadline": the label of the day before.
        let labels = tail.trim_start().starts_with([':', '–', '-', '—', '(', '|']);
        let ended = self.text[clause.end..next.start].contains(['.', '!', '?']);
        next.parted_by == '\n' && tail.len() <= LONGEST_LABEL && near && open && !labels && !ended
    }

    /// "Deadline | Friday | 31 October 2027": a cell between that says nothing by itself.
    pub(super) fn is_mere_cell(&self, at: usize) -> bool {
        let (Some(cell), Some(next)) = (self.clauses.get(at), self.clauses.get(at + 1)) else { return false };
        let inner = &self.text[cell.start..cell.end];
        cell.parted_by == '|'
            && next.parted_by == '|'
            && words_in(inner) <= WORDS_OF_MERE_CELL
            && !self.text[cell.start..next.start].contains('\n')
            && self.cues_between(cell.start, cell.end).is_empty()
    }
}

/// Does a line end so that a day has to follow ("the closing date is the")?
pub(in crate::normalise::deadline) fn leads_to_day(line: &str) -> bool {
    let last = line.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).map(fold).unwrap_or_default();
    [&GRAMMAR.fee.small, &GRAMMAR.fee.being, &GRAMMAR.before_a_day].into_iter().any(|list| holds(list, &last))
}
