//! When and where, as two lines of a card: "Date: 2–4 October 2027" over "Venue: Rome". What has a place takes place.

use super::reading::{Reading, words_in};
use crate::lexicon::grammar::GRAMMAR;

/// "Date: Friday, 2 October", "Termin: vom 2. bis 4. Oktober": so many words may stand between the label and the day.
const WORDS_TO_DAY: usize = 1;

/// Is the group with this index the day of a card whose next line names the place?
pub(super) fn is_placed(reading: &Reading<'_>, index: usize) -> bool {
    let group = reading.groups[index];
    let before = reading.text[..reading.start(group)].rsplit('\n').next().unwrap_or("");
    let mut lines = reading.text[reading.end(group)..].split('\n');
    let rest = lines.next().unwrap_or("");
    let below = lines.find(|line| !line.trim().is_empty()).unwrap_or("");
    let labelled = |line: &str, labels: &std::collections::HashSet<String>| {
        line.split_once(':').filter(|(label, _)| labels.contains(&words::normal_text(label))).map(|(_, value)| words_in(value))
    };
    let day = labelled(before, &GRAMMAR.day_labels).is_some_and(|words| words <= WORDS_TO_DAY);
    day && words_in(rest) <= WORDS_TO_DAY && labelled(below, &GRAMMAR.place_labels).is_some()
}
