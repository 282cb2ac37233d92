//! Sums in a list, one for each class of those who apply: "Small towns: €10,000, large towns: €20,000". The list stands under a word for a
//! grant or a prize; no sum of it has a word of its own.

use super::beside::words_of;
use super::heading::{above, cues_in};
use super::sums::Sum;
use crate::normalise::cues::{Cue, CueFound};

/// Less is what a ticket costs, for members and for others.
const LEAST: f64 = 500.0;

/// A label of a class has so many words at most.
const MOST_WORDS_OF_LABEL: usize = 6;

/// Do sums of which nothing is said make such a list?
pub(super) fn is_list(text: &str, cues: &[CueFound], sums: &[&Sum]) -> bool {
    let [first, .., last] = sums else { return false };
    let given = cues.iter().any(|cue| matches!(cue.cue, Cue::SumAward | Cue::SumPot) && cue.end <= first.start);
    let paid = || cues.iter().any(|cue| matches!(cue.cue, Cue::Fee | Cue::SumOther));
    let between = || text.get(first.end..last.start).unwrap_or("");
    // One list, line by line, and no page on which sums lie about.
    let lines = || between().lines().filter(|line| !line.trim().is_empty()).count();
    // "These prizes are given:" above the list: no tickets are.
    let headed = above(text, first.start).is_some_and(|head| {
        let names = |cue: &CueFound| cue.cue == Cue::SumAward;
        text[..head.end].ends_with(':') && cues_in(cues, &head).any(names)
    });
    let at_least = if headed { 0.0 } else { LEAST };
    let alike = |sum: &&Sum| sum.currency == first.currency && sum.value >= at_least && is_labelled(text, sum);
    given && !paid() && sums.iter().all(alike) && lines() <= sums.len()
}

/// Does a sum stand alone behind a short label, or in a line of its own?
fn is_labelled(text: &str, sum: &Sum) -> bool {
    let (head, rest) = (text[..sum.start].trim_end_matches(BLANKS), text[sum.end..].trim_start_matches(BLANKS));
    let ends_line = rest.is_empty() || rest.starts_with('\n');
    if ends_line && head.trim_end_matches(['•', '-', '–', '*', ' ']).ends_with('\n') {
        return true;
    }
    let Some(label) = head.strip_suffix([':', '|', '–', '-', '\t']) else { return false };
    let label = label.trim_end_matches(BLANKS).rsplit(['\n', '|', ';', ',', '/', ':']).next().unwrap_or("");
    let told = label.contains(char::is_alphabetic) && words_of(label).count() <= MOST_WORDS_OF_LABEL;
    told && (rest.is_empty() || rest.starts_with(['\n', '|', ';', ',', '/', '.', ')']))
}

const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
