//! What a title names at its head and no call is: the rules by which an authority works ("Circular on delegations"), the papers of a council
//! ("Beschlussvorlage"). Rules for money may be all the call there is.

use super::{Word, is_money, words};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::reading::Reading;

/// The cue of rules: they speak of what one asks for and of no money.
const RULES: &str = "statement.rules";

/// The words at the head of the title that name something else.
pub(in crate::normalise) fn heading<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    let head = words(reading, lexicon, 0).into_iter().find(|word| word.says == Says::Heads && word.hit.first == 0)?;
    let offers = |word: &Word<'_>| is_money(word) || word.says == Says::Gives;
    let money = || {
        let told = super::super::money::sums_told(&reading.text) > 0;
        told || (0..reading.sentences.len()).any(|at| words(reading, lexicon, at).iter().any(offers))
    };
    (head.id != RULES || !money()).then(|| reading.quote(head.hit)).filter(|_| reading.in_title(head.hit))
}
