//! Tables whose first row names the columns: "Meeting | Closing date" above "12 March 2027 | 30 January 2027". What a day is the head of its
//! column says, whatever stands beside it in the row.

use std::ops::Range;

use super::claim::{Claim, Strength};
use super::reading::Reading;
use super::role::Role;
use crate::normalise::cues::{Cue, CueFound};

/// Settles the days of all tables with a column of last days.
pub(super) fn settle_columns(reading: &Reading<'_>, roles: &mut [Role]) {
    let mut table: Option<Table> = None;
    let mut group = 0;
    let mut start = 0;
    for line in reading.text.split('\n') {
        let row = start..start + line.len();
        start = row.end + 1;
        while group < roles.len() && reading.start(reading.groups[group]) < row.start {
            group += 1;
        }
        let first = group;
        while group < roles.len() && reading.start(reading.groups[group]) < row.end {
            group += 1;
        }
        if !line.contains('|') {
            if let Some(table) = table.take().filter(|_| !line.trim().is_empty()) {
                table.settle(roles);
            }
            continue;
        }
        match &mut table {
            None => table = Some(Table::headed(reading, &row, first == group)),
            Some(table) => table.take(reading, &row, first..group),
        }
    }
    if let Some(table) = table {
        table.settle(roles);
    }
}

/// A table as far as it is read.
struct Table {
    /// Of each column: is it one of last days? None, where the first row is no head.
    closing: Vec<bool>,
    /// The groups below the head, and whether each stands in such a column; with where its words begin.
    days: Vec<(usize, bool, usize)>,
}

impl Table {
    fn headed(reading: &Reading<'_>, row: &Range<usize>, dateless: bool) -> Self {
        let cells = || cells(reading.text, row).into_iter();
        let closing = if dateless { cells().map(|cell| closes(reading, &cell)).collect() } else { Vec::new() };
        Self { closing, days: Vec::new() }
    }

    fn take(&mut self, reading: &Reading<'_>, row: &Range<usize>, groups: Range<usize>) {
        if !self.closing.contains(&true) {
            return;
        }
        let cells = cells(reading.text, row);
        for index in groups {
            let at = reading.start(reading.groups[index]);
            let Some(column) = cells.iter().position(|cell| cell.contains(&at)) else { continue };
            let Some(closing) = self.closing.get(column) else { continue };
            self.days.push((index, *closing, at));
        }
    }

    fn settle(self, roles: &mut [Role]) {
        let several = self.days.iter().filter(|(_, closing, _)| *closing).count();
        if several == 0 {
            return;
        }
        for (index, closing, at) in self.days {
            if closing {
                roles[index] = Role::Deadline(Claim { cutoff: several > 1, ..Claim::of(Strength::Named, at, "column") });
            } else if matches!(roles[index], Role::Deadline(_)) {
                roles[index] = Role::Decoy(Cue::Results);
            }
        }
    }
}

/// The cells of a row without its outer walls.
fn cells(text: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let line = &text[row.clone()];
    let trimmed = line.trim_start().strip_prefix('|').unwrap_or(line.trim_start());
    let mut start = row.start + line.len() - trimmed.len();
    let cells = trimmed.split('|').map(|cell| {
        let range = start..start + cell.len();
        start = range.end + 1;
        range
    });
    cells.collect()
}

/// Does the head of a column name the last day, and not the first one or an answer?
fn closes(reading: &Reading<'_>, cell: &Range<usize>) -> bool {
    let cues = reading.cues_between(cell.start, cell.end);
    let says = |cue: &CueFound| matches!(cue.cue, Cue::Deadline | Cue::Finish | Cue::Closes | Cue::Ends | Cue::Latest);
    let other = |cue: &CueFound| {
        matches!(cue.cue, Cue::Opening | Cue::Results | Cue::Project | Cue::Report | Cue::Intent | Cue::Early | Cue::Fee)
    };
    cues.iter().any(says) && !cues.iter().any(other)
}
