//! The stretches of a text that no clause ends within.

use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::Mention;

/// Dates, the point of an abbreviated "up to and including" before one
/// ("bis einschl. 31.7.2027"), and that of a year within a span ("from April 4, 2027. to May 3").
pub(super) fn unbroken(text: &str, dates: &[Mention], cues: &[CueFound]) -> Vec<(usize, usize)> {
    dates
        .iter()
        .enumerate()
        .map(|(index, date)| {
            let (start, end) = (date.start, date.end);
            let next = dates.get(index + 1).map_or(end, |next| next.start);
            let pointed = date.joined.is_some() && text.get(end..next).is_some_and(|gap| gap.starts_with('.'));
            let end = if pointed { next } else { end };
            let lead = text[..start].trim_end_matches(' ');
            let point = lead.len().saturating_sub(1);
            let place = cues.partition_point(|cue| cue.end < point);
            let mut ending = cues[place..].iter().take_while(|cue| cue.start < point).filter(|cue| cue.end == point);
            let leads_on = lead.ends_with('.') && ending.any(|cue| cue.cue == Cue::Until);
            let at_latest = cues[place..].iter().take_while(|cue| cue.start < point).any(|cue| cue.cue == Cue::Latest);
            (if leads_on && !at_latest { point } else { start }, end)
        })
        .collect()
}
