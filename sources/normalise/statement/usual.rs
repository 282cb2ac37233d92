//! How it is done as a rule: "registration usually takes place in April". That explains a contest, and opens none.

use super::{HANDED_IN, Word, cues_of, words};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::is_month;
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;

/// The word for a rule in a sentence that tells when one applies, where no other asks for it: "this time it is open now: sign up" does.
pub(in crate::normalise) fn usual<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    let customs: Vec<(usize, &CueFound)> =
        (0..reading.sentences.len()).filter_map(|at| Some((at, custom(reading, lexicon, at)?))).collect();
    let (_, first) = customs.first()?;
    let is_custom = |at: &usize| customs.binary_search_by_key(at, |(custom, _)| *custom).is_ok();
    let asked = (1..reading.sentences.len()).filter(|at| !is_custom(at)).any(|at| asks(&words(reading, lexicon, at)));
    (!asked).then(|| &reading.text[first.start..first.end])
}

/// The word for a rule in a sentence, if it tells when one applies.
fn custom<'r>(reading: &'r Reading, lexicon: &Lexicon, at: usize) -> Option<&'r CueFound> {
    let range = reading.sentences[at].clone();
    let cues = cues_of(reading, &range);
    let cue = cues.iter().find(|cue| cue.cue == Cue::Usual)?;
    let says = |word: &Word<'_>| matches!(word.says, Says::Action | Says::Callable) || super::is_call(word);
    let applies = words(reading, lexicon, at).iter().any(says) || names_application(cues);
    (applies && tells_when(&reading.text[range])).then_some(cue)
}

/// A verb asks for something. "All towns may enter" tells of every year as well.
fn asks(words: &[Word<'_>]) -> bool {
    let says = |wanted: Says| words.iter().any(|word| word.says == wanted && word.id != HANDED_IN);
    says(Says::Action) && !says(Says::May)
}

fn names_application(cues: &[CueFound]) -> bool {
    cues.iter().any(|cue| matches!(cue.cue, Cue::Entering | Cue::Applying | Cue::Callable))
}

/// Does it name a month or a part of the year?
fn tells_when(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| is_month(word) || holds(&GRAMMAR.later.seasons, &fold(word)))
}
