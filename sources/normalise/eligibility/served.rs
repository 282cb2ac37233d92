//! For whom somebody worked: "anyone who provided services to museums or municipalities", "wer für Kommunen gearbeitet hat".

use super::clause::is_listed;
use super::sentence::{Sentence, near};
use crate::lexicon::{Hit, Role};

/// "Provided services to theatres, to cultural bodies of all kinds or for municipalities": so many words at most lie between.
const SERVED_REACH: usize = 9;

/// "Für Theater oder Kommunen gearbeitet": so many words at most from those served to the verb.
const VERB_REACH: usize = 3;

/// Is this noun one for whom others worked?
pub(super) fn is_served(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let acts = |from: &Hit, to: &Hit| {
        // A "for" that is a word of applying as well says here for whom they worked.
        let is_for = |verb: &Hit| sentence.of(Role::For).any(|is_for| is_for.first == verb.first);
        let mut verbs = sentence.of(Role::Apply).filter(|verb| !sentence.is_modal(verb) && !is_for(verb));
        verbs.any(|verb| from.last < verb.first && verb.last < to.first)
    };
    let behind_for = |hit: &Hit| sentence.comes_after(hit, Role::For);
    let listed = || sentence.nouns().any(|first| behind_for(first) && is_listed(sentence, first, noun));
    sentence.of(Role::Serves).any(|verb| {
        let before = verb.last < noun.first && near(verb, noun, SERVED_REACH) && !acts(verb, noun);
        // "Für Kommunen, die international arbeiten": they work themselves.
        let own = || sentence.between(noun, verb).contains([',', '،']);
        let after = || noun.last < verb.first && near(noun, verb, VERB_REACH) && !own() && (behind_for(noun) || listed());
        before || after()
    })
}
