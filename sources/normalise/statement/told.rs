//! Sentences in which one votes, or in which it is told who has applied: "until 3 May you can vote", "five cities submitted their bids".
//! The reader is asked for nothing of his own there.

use super::sentences_where;
use crate::lexicon::grammar::{Deed, GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;
use crate::normalise::deadline::words_in;
use crate::normalise::reading::Reading;

/// "Submitted their application files": so many words behind the deed still name what was handed in.
const WORDS_OF_DEED: usize = 2;

/// "Towns that in the first round submitted their": so many words at most stand between who is meant and the deed.
const WORDS_TO_DEED: usize = 5;

/// A German verb with "to" is at least so long: "zu den" is none.
const SHORTEST_VERB: usize = 6;

/// The sentences in which one votes, and hands in nothing before it nor goes on to.
pub(in crate::normalise) fn voted(reading: &Reading) -> Vec<usize> {
    sentences_where(reading, |cues, text, _| {
        let vote = cues.iter().find(|cue| cue.cue == Cue::Voting);
        vote.is_some_and(|vote| {
            !cues.iter().any(|cue| cue.cue == Cue::Submit && cue.start < vote.start) && !applies_behind(text, vote, cues)
        })
    })
}

/// The sentences that tell who has applied, and ask nobody to do so.
pub(in crate::normalise) fn applied(reading: &Reading) -> Vec<usize> {
    sentences_where(reading, |cues, text, range| {
        let deed = cues.iter().rfind(|cue| cue.cue == Cue::Applied);
        deed.is_some_and(|deed| is_deed(text, (range.start, range.end), deed, cues))
    })
}

/// "Attach the vote of the council and apply", "once they have voted, towns apply": what is voted for is named without a new beginning.
pub(in crate::normalise) fn applies_behind(text: &str, vote: &CueFound, cues: &[CueFound]) -> bool {
    let begins_anew = |gap: &str| {
        let joins = |word: &str| holds(&GRAMMAR.money.joining, &fold(word));
        gap.contains([',', ';', '،', '؛']) || gap.split(|c: char| !c.is_alphanumeric()).any(joins)
    };
    let applies = |cue: &&CueFound| cue.cue == Cue::Applying && cue.start >= vote.end;
    cues.iter().filter(applies).any(|cue| text.get(vote.end..cue.start).is_some_and(begins_anew))
}

/// Is a deed within `from..to` told of those who did it? "Towns that submitted theirs last year may apply" asks for it after all, "only
/// towns that submitted theirs" and "they have theirs to submit" as well.
pub(in crate::normalise) fn is_deed(text: &str, (from, to): (usize, usize), deed: &CueFound, cues: &[CueFound]) -> bool {
    let asks = |cue: &CueFound| {
        let far = |gap: &str| words_in(gap) > WORDS_OF_DEED;
        cue.cue == Cue::Applying && cue.start >= deed.end && text.get(deed.end..cue.start).is_some_and(far)
    };
    let before = text.get(from..deed.start).unwrap_or("");
    let behind = text.get(deed.end..to).unwrap_or("");
    let own = text.get(deed.start..deed.end).unwrap_or("");
    !cues.iter().any(asks) && !is_conditional(before, own) && !is_order(behind)
}

/// "Only towns that submitted", "רשויות שהגישו".
fn is_conditional(before: &str, deed: &str) -> bool {
    let Deed { conditional, fused, .. } = &GRAMMAR.deed;
    // A letter before the verb stands inside the deed or, cut off from it, just before it.
    let joined = |stretch: &str| fused.iter().any(|letter| stretch.starts_with(letter.as_str()));
    let cut_off = |stretch: &str| fused.iter().any(|letter| stretch.ends_with(letter.as_str()));
    let mut words = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty()).take(WORDS_TO_DEED);
    joined(deed) || cut_off(before) || words.any(|word| holds(conditional, &fold(word)))
}

/// "Haben ihre Anträge bis 3. Mai einzureichen", "… zu stellen".
fn is_order(behind: &str) -> bool {
    let Deed { to, holds_to, ends, .. } = &GRAMMAR.deed;
    let is_verb = |word: &str| {
        word.len() >= SHORTEST_VERB && word.starts_with(char::is_lowercase) && ends.iter().any(|end| word.ends_with(end.as_str()))
    };
    let holds_small = |word: &str| holds_to.iter().any(|head| fold(word).starts_with(head.as_str()));
    let words: Vec<&str> = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| is_verb(word) && holds_small(word))
        || words.windows(2).any(|pair| holds(to, pair[0]) && is_verb(pair[1]))
}

/// "שאושרו": one word with the letter for "that" tells which ones are meant, and not that they were.
pub(in crate::normalise) fn is_relative(quote: &str) -> bool {
    !quote.contains(' ') && GRAMMAR.letters.that.iter().any(|letter| quote.starts_with(*letter))
}
