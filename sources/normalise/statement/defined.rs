//! What a text says of calls in general, or of those who could once apply: it explains or tells, and asks nobody.

use super::{sentences_where, words};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Lexicon, Says, Tag};
use crate::normalise::cues::Cue;
use crate::normalise::reading::Reading;
use crate::normalise::wording::{folded_words, phrase_at};

/// What explains calls says so in its title or right under it.
const HEAD_SENTENCES: usize = 6;

/// The words by which a text says what a call is, near its head: a call may explain it further down, or among other questions ("FAQ:
/// what is a call for projects?"), and may be asked for itself ("What is this call for projects?").
pub(in crate::normalise) fn defined<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    let defines = |tag: Tag| matches!(tag, Tag::Verdict(place) if lexicon.verdicts[place].says == Says::Defines);
    let at_head = |hit: &&Hit| {
        let place = reading.sentence_at(hit.start);
        place < HEAD_SENTENCES && defines(hit.tag) && !is_asked_of_one(reading, place, hit)
    };
    reading.hits.iter().find(at_head).map(|hit| reading.quote(hit))
}

/// "FAQ: what is a call?", "מהו קול קורא זה?".
fn is_asked_of_one(reading: &Reading, sentence: usize, hit: &Hit) -> bool {
    let range = reading.sentences.get(sentence).cloned().unwrap_or(hit.start..hit.end);
    let before = reading.text.get(range.start..hit.start).unwrap_or_default();
    let behind = reading.text.get(hit.end..range.end).unwrap_or_default();
    let before = folded_words(before).collect::<Vec<_>>().join(" ");
    let among = GRAMMAR.deed.questions.iter().any(|label| phrase_at(&before, label).is_some());
    among || folded_words(behind).next().is_some_and(|word| holds(&GRAMMAR.deed.own, &word))
}

/// The sentences that tell by when one could apply ("Bis zum 3. Juni konnten Städte ihre Bewerbung einreichen"), and not that one can now. Those who
/// could not ("Städte, die bisher nicht teilnehmen konnten") are asked to do it.
pub(in crate::normalise) fn could_apply(reading: &Reading) -> Vec<usize> {
    sentences_where(reading, |cues, text, range| {
        let applies = cues.iter().any(|cue| matches!(cue.cue, Cue::Applying | Cue::Submit));
        let sentence = text.get(range.clone()).unwrap_or_default();
        let says = |list: &WordList| folded_words(sentence).any(|word| holds(list, &word));
        applies && says(&GRAMMAR.deed.could) && !says(&GRAMMAR.deed.can) && !says(&GRAMMAR.negation)
    })
}

/// "The Ash Prize in memory of Ann Elm": is a word for the dead part of the name of what one applies for?
pub(in crate::normalise) fn names_prize(reading: &Reading, hit: &Hit, lexicon: &Lexicon) -> bool {
    let quote = folded_words(reading.quote(hit)).collect::<Vec<_>>().join(" ");
    let named = || GRAMMAR.deed.memorial.iter().any(|phrase| phrase_at(&quote, phrase).is_some());
    let words = words(reading, lexicon, reading.sentence_at(hit.start));
    named() && words.iter().any(|word| word.hit.last < hit.first && matches!(word.id, "verdict.prize" | "verdict.money"))
}
