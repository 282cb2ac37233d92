//! How it is done as a rule: "registration usually takes place in April". That explains a contest, and opens none.

use super::words;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::is_month;
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;

/// The word for a rule in a sentence that tells when one applies, without a day.
pub(in crate::normalise) fn usual<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    (0..reading.sentences.len()).find_map(|at| {
        let range = reading.sentences[at].clone();
        let cue = reading.cues.iter().find(|cue| cue.cue == Cue::Usual && range.contains(&cue.start))?;
        let says = |word: &super::Word<'_>| matches!(word.says, Says::Action | Says::Callable) || super::is_call(word);
        let applies = words(reading, lexicon, at).iter().any(says) || names_application(reading, &range);
        (applies && tells_when(&reading.text[range])).then(|| &reading.text[cue.start..cue.end])
    })
}

fn names_application(reading: &Reading, range: &std::ops::Range<usize>) -> bool {
    let names = |cue: &CueFound| matches!(cue.cue, Cue::Entering | Cue::Applying | Cue::Callable);
    reading.cues.iter().any(|cue| names(cue) && range.contains(&cue.start))
}

/// Does it name a month or a part of the year?
fn tells_when(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| is_month(word) || holds(&GRAMMAR.later.seasons, &fold(word)))
}
