//! A course with the day on which it opens and what it costs: one may come, though no word asks for it.

use crate::lexicon::grammar::{GRAMMAR, WordList};
use crate::lexicon::{Lexicon, Tag};
use crate::normalise::cues::Cue;
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;
use crate::opportunity::Kind;

/// "Start of the course: first group, 6 March 2027": so far behind its label stands the number, in bytes of the folded text.
const NEAR: usize = 60;

/// The title of a course whose text names its first day and its fee and tells of nothing past.
pub(in crate::normalise) fn course<'r>(reading: &'r Reading, lexicon: &Lexicon) -> Option<&'r str> {
    let named = |tag: Tag| matches!(tag, Tag::Kind(place) if lexicon.kinds[place].kind == Kind::Training && lexicon.kinds[place].weight > 1);
    let titled = reading.hits.iter().any(|hit| reading.in_title(hit) && named(hit.tag));
    if !titled || reading.cues.iter().any(|cue| cue.cue == Cue::Past) {
        return None;
    }
    let text = fold(reading.text.get(reading.title_end..)?);
    let labels = |list: &WordList| list.iter().any(|label| is_labelled(&text, label));
    (labels(&GRAMMAR.course.opens) && labels(&GRAMMAR.course.costs)).then(|| reading.title())
}

/// Does a number stand right behind a label, with nothing but the rest of the label in between?
fn is_labelled(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let whole = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let rest = &text[at + label.len()..];
        let near = &rest[..rest.floor_char_boundary(NEAR)];
        whole && near.find(|c: char| c.is_ascii_digit()).is_some_and(|digit| !near[..digit].contains(['.', ';', '?', '!']))
    })
}
