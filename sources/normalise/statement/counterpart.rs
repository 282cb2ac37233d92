//! A town or a school that somebody looks for to do something together: "is looking for a municipality in Bulgaria for a joint project".
//! It is a partner that is sought, without the word.

use std::ops::Range;

use super::{Word, cues_of, words};
use crate::lexicon::grammar::{Counterpart, GRAMMAR, WordList, holds};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::cues::Cue;
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;
use crate::normalise::wording::phrase_at;

/// "For a small coastal Greek town": so many words at most stand between the verb and who is sought.
const WORDS_TO_COUNTERPART: usize = 4;

/// "In Bulgaria, best with a spa, of some 20,000 people, for": so many between who is sought and what for.
const WORDS_TO_PURPOSE: usize = 12;

/// So many bytes behind the verb hold all of them.
const WITHIN: usize = 300;

/// The verb with who is sought.
pub(in crate::normalise) fn counterpart(reading: &Reading, lexicon: &Lexicon) -> Option<Range<usize>> {
    (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let verbs = || words.iter().filter(|word| matches!(word.says, Says::Seeks | Says::Wishes));
        let other = verbs().next().is_none() || words.iter().any(|word| matches!(word.says, Says::Business | Says::No));
        (!other).then(|| verbs().find_map(|verb| sought(reading, at, verb, &words))).flatten()
    })
}

fn sought(reading: &Reading, sentence: usize, verb: &Word<'_>, words: &[Word<'_>]) -> Option<Range<usize>> {
    let Counterpart { who, purposes, parting, hosting } = &GRAMMAR.counterpart;
    let Range { start, end } = reading.sentences[sentence].clone();
    let rest = reading.text.get(verb.hit.end..reading.text.floor_char_boundary(end.min(verb.hit.end + WITHIN)))?;
    let mut at = 0;
    // Where each word ends, with the word.
    let placed = rest.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(|piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let ends = at + word.len();
        at += piece.len();
        (!word.is_empty()).then(|| (ends, fold(word)))
    });
    let placed: Vec<(usize, String)> = placed.collect();
    let at = placed.iter().take(WORDS_TO_COUNTERPART + 1).position(|(_, word)| holds(who, word))?;
    // "A man in the town".
    if placed[..at].iter().any(|(_, word)| holds(parting, word)) {
        return None;
    }
    let behind: Vec<&str> = placed[at + 1..].iter().take(WORDS_TO_PURPOSE).map(|(_, word)| word.as_str()).collect();
    let behind = behind.join(" ");
    let says = |list: &WordList| list.iter().any(|phrase| phrase_at(&behind, phrase).is_some());
    // "Is not looking for", "was looking for", "a city to host": nobody does, any more, or somebody is to take others in.
    let denied = words.iter().any(|word| {
        word.says == Says::Negates
            && verb.hit.first <= word.hit.last + 1
            && word.hit.first <= verb.hit.last + WORDS_TO_COUNTERPART
    });
    let past = cues_of(reading, &(start..end)).iter().any(|cue| cue.cue == Cue::Past);
    (says(purposes) && !says(hosting) && !denied && !past).then(|| verb.hit.start..verb.hit.end + placed[at].0)
}
