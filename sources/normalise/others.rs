//! A page tells of its own call, and behind a heading such as "Other calls" of others: their days and sums are not its own.

use crate::lexicon::grammar::GRAMMAR;

/// No heading of that list is longer, in bytes.
const LONGEST_HEADING: usize = 80;

/// Above such a heading stands the call: fewer words are a menu's, or a title with its date.
const FEWEST_WORDS: usize = 6;

/// The part of a body that is about its own call.
pub(super) fn own(body: &str) -> &str {
    let (mut at, mut words, mut tells) = (0, 0, false);
    for line in body.split_inclusive('\n') {
        if tells && words >= FEWEST_WORDS && is_heading(line) {
            return &body[..at];
        }
        at += line.len();
        words = (words + line.split_whitespace().count()).min(FEWEST_WORDS);
        // Whole sentences, or something with a number: no menu.
        tells |= line.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '!' | '?'));
    }
    body
}

fn is_heading(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.len() <= LONGEST_HEADING && GRAMMAR.elsewhere.calls.contains(&words::normal_text(line))
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn other_calls_under_a_heading_of_theirs_are_left_out() {
        let body = "Cities hand in their plan by 14 August 2027.\nOther calls:\nYouth award. Deadline: 16 March 2028";
        assert_eq!(own(body), "Cities hand in their plan by 14 August 2027.\n");
        assert_eq!(own("רשויות מקומיות יגישו הצעות עד 14.8.2027.\nקולות קוראים נוספים\nפרס נוער: 16.3.2028").lines().count(), 1);
    }

    #[test]
    fn a_menu_and_a_sentence_that_begins_so_stay() {
        for body in [
            "Home\nAbout us\nOther calls\nDeadline: 3 May 2027",
            "Cities apply by 3 May 2027. More follows.\nOther calls were open until 1 May.",
        ] {
            assert_eq!(own(body), body);
        }
    }
}
