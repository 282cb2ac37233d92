//! What a title names at its head and no call is: the rules by which an authority works ("Circular on delegations"), the papers of a council
//! ("Beschlussvorlage"). Rules for money may be all the call there is.

use super::{Word, is_money, words};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::reading::Reading;

/// The cue of rules: they speak of what one asks for and of no money.
const RULES: &str = "statement.rules";

/// The cue of words that begin names as well ("Circular Cities"): alone, or before a sign or a number, they are the paper.
const BARE: &str = "statement.bare_papers";

/// The words at the head of the title that name something else. What calls by itself behind rules ("circular: call for projects") is called.
pub(in crate::normalise) fn heading<'r>(reading: &'r Reading, called: bool, lexicon: &'r Lexicon) -> Option<&'r str> {
    let ends = |word: &Word<'_>| {
        let next = reading.text[word.hit.end..].trim_start_matches(' ').chars().next();
        next.is_none_or(|next| !next.is_alphabetic())
    };
    let heads = |word: &Word<'_>| word.says == Says::Heads && word.hit.first == 0 && (word.id != BARE || !called && ends(word));
    let head = words(reading, lexicon, 0).into_iter().find(heads)?;
    let offers = |word: &Word<'_>| is_money(word) || word.says == Says::Gives;
    let money = || {
        let told = super::super::money::sums_told(&reading.text) > 0;
        told || (0..reading.sentences.len()).any(|at| words(reading, lexicon, at).iter().any(offers))
    };
    (head.id != RULES || !called && !money()).then(|| reading.quote(head.hit)).filter(|_| reading.in_title(head.hit))
}
