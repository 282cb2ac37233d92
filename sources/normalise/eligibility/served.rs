//! For whom somebody works: "anyone who provided services to museums or municipalities", "wer für Kommunen gearbeitet hat", "trains
//! specialists for municipalities", "the association represents 300 municipalities".

use super::clause::is_listed;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::GRAMMAR;
use crate::lexicon::{Hit, Role};

/// "Provided services to theatres, to cultural bodies of all kinds or for municipalities": so many words at most lie between.
const SERVED_REACH: usize = 9;

/// "Für Theater oder Kommunen gearbeitet": so many words at most from those served to the verb.
const VERB_REACH: usize = 3;

/// "Trains young specialists": so many words at most lie between.
const TRAINED_REACH: usize = 4;

/// "Specialists in energy for small municipalities": so many words at most lie between.
const EXPERT_REACH: usize = 5;

/// "Represents more than 300": so many words at most lie between.
const REPRESENTED_REACH: usize = 5;

/// "The course trains specialists for municipalities": those who learn take it, and not those for whom they will work.
pub(super) fn is_trained_for(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let is_for = |expert: &Hit| {
        let lettered = sentence.quote(noun).starts_with(&GRAMMAR.letters.to[..]);
        lettered || sentence.of(Role::For).any(|word| expert.last < word.first && word.first <= noun.first)
    };
    // "Training by experts for municipalities".
    let teaches = |verb: &Hit, expert: &Hit| {
        let inside = |hit: &Hit| verb.last < hit.first && hit.last < expert.first;
        [Role::By, Role::With].into_iter().flat_map(|role| sentence.of(role)).any(inside)
    };
    let trained = |expert: &Hit| {
        let learns = |verb: &Hit| verb.last < expert.first && near(verb, expert, TRAINED_REACH) && !teaches(verb, expert);
        sentence.of(Role::Trains).any(learns)
            && expert.last < noun.first
            && near(expert, noun, EXPERT_REACH)
            && !sentence.between(expert, noun).contains([',', '،', ';', ':'])
    };
    sentence.of(Role::Expert).any(|expert| trained(expert) && is_for(expert))
}

/// "The association represents 300 municipalities": it speaks for them, and says nothing of who applies.
pub(super) fn is_represented(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.of(Role::Represents).any(|verb| {
        let between = if verb.last < noun.first { sentence.between(verb, noun) } else { return false };
        near(verb, noun, REPRESENTED_REACH) && !between.contains([',', '،', ';', ':', '.'])
    })
}

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
