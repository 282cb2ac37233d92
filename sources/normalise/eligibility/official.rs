//! Officials: do they come or apply, or are they named in passing ("the mayor looks forward to your entries")?

use super::sentence::{Sentence, near};
use crate::lexicon::grammar::GRAMMAR;
use crate::lexicon::{Hit, Role};

/// "For the mayors and the heads of department": so many words at most lie between.
const FOR_REACH: usize = 4;

/// "Mayors from all over the country can apply": so many words at most lie between.
const ASKED_REACH: usize = 8;

/// "Politicians who hold an elected office, whether in a village or in a parliament, may submit": where they begin the sentence.
const LEADING_REACH: usize = 20;

/// "The politicians who hold": so many words at most stand before those who begin a sentence.
const LEAD_WORDS: usize = 3;

/// Is this official one of those who are asked?
pub(super) fn is_asked(sentence: &Sentence<'_>, official: &Hit) -> bool {
    let lettered = sentence.quote(official).starts_with(&GRAMMAR.letters.to[..]);
    let is_for = |word: &Hit| word.last < official.first && near(word, official, FOR_REACH);
    let verbs = || sentence.verbs();
    let leads = sentence.words_before(official) <= LEAD_WORDS;
    let asked = |verb: &Hit| {
        let far = leads && official.last < verb.first && near(verb, official, LEADING_REACH);
        (far || near(verb, official, ASKED_REACH)) && !hands_over(sentence, verb)
    };
    sentence.in_title
        || lettered
        || gathers(sentence)
        || sentence.of(Role::For).any(is_for)
        || verbs().any(asked)
        || sentence.is_conditional()
}

/// "The congress gathers planners, elected officials and students": whoever is asked for papers, they come too.
pub(super) fn gathers(sentence: &Sentence<'_>) -> bool {
    let officials = sentence.subjects(Role::Official).next().is_some() && !sentence.has(Role::LocalAuthority);
    officials && !sentence.in_title && sentence.offers() && sentence.has(Role::Unites)
}

/// "Auf Vorschlag der Bürgermeisterin wird der Preis vergeben": what is done with a prize asks nobody.
fn hands_over(sentence: &Sentence<'_>, verb: &Hit) -> bool {
    sentence.offered().any(|offer| offer.first == verb.first)
}
