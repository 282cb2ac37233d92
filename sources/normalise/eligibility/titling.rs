//! Authorities in a title: are they called, or what it is about? "Grants for cities" and "Cities invited" call them; "City planning
//! course", "Photo contest: Cities at night" and "Zukunft der Städte" are about them.

use super::calling;
use super::clause::is_listed;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::opportunity::Kind;
use words::Script;

/// "For all the cities": so many words at most lie between.
const FOR_REACH: usize = 4;

/// "Cities wanted", "rewards green cities": so many words at most lie between.
const ASKED_REACH: usize = 3;

/// "Cities climate award": so many words at most lie between.
const COMPOUND_REACH: usize = 2;

/// "Conference of the mountain towns": so many words at most lie between.
const GENITIVE_REACH: usize = 4;

/// Is this authority in a title what the title is about?
pub(super) fn is_theme(sentence: &Sentence<'_>, noun: &Hit, kind: Option<Kind>) -> bool {
    // Whoever comes to a meeting, a course or a contest is told by a "for"; a grant has no theme but those who get it.
    let themed = matches!(kind, Some(Kind::Conference | Kind::Training | Kind::Competition | Kind::Exhibition));
    let others = || [Role::OtherBody, Role::Person].into_iter().flat_map(|role| sentence.subjects(role));
    let calls_others = || others().any(|other| calling::names_called(sentence, other));
    // "Lost cities - call for artists": others are called, and beside them only a "for" calls these.
    if calls_others() {
        return !is_for(sentence, noun);
    }
    (themed || stands_behind_a_colon(sentence, noun)) && !is_called(sentence, noun)
}

/// "The institute of the city: towns and traffic"; behind "Call:" stand those who are called.
fn stands_behind_a_colon(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let before = sentence.before(noun).trim_end();
    let offered = |offer: &Hit| offer.last < noun.first && sentence.between(offer, noun).trim() == ":";
    before.ends_with(':') && !sentence.offered().any(offered)
}

/// "For the cities", "for NGOs and cities", "לערים".
fn is_for(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let is_for = |hit: &Hit| {
        let leads = |word: &Hit| {
            let between = if word.last < hit.first { sentence.between(word, hit) } else { return false };
            near(word, hit, FOR_REACH) && !between.contains([':', '–', '|', ',']) && !between.contains(" - ")
        };
        sentence.quote(hit).starts_with(&GRAMMAR.letters.to[..]) || sentence.of(Role::For).any(leads)
    };
    is_for(noun) || sentence.nouns().any(|first| is_for(first) && is_listed(sentence, first, noun))
}

fn is_called(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let verbs = || sentence.verbs();
    let asked = |verb: &Hit| {
        let behind = noun.first <= verb.last && near(noun, verb, ASKED_REACH);
        let before =
            verb.last < noun.first && near(verb, noun, ASKED_REACH) && !sentence.between(verb, noun).contains([':', '–', '|']);
        behind || before
    };
    let can = || sentence.of(Role::May).any(|may| noun.last + 1 == may.first);
    is_for(sentence, noun) || can() || verbs().any(asked) || sentence.offered().any(|offer| is_offered_to(sentence, offer, noun))
}

/// "Conference of cities", "Städte-Kongress", "כנס רשויות": whose it is.
fn is_offered_to(sentence: &Sentence<'_>, offer: &Hit, noun: &Hit) -> bool {
    if noun.last < offer.first {
        let between = sentence.between(noun, offer);
        return near(noun, offer, COMPOUND_REACH) && !between.contains([',', ':', '–', '|', '"', '“', '„']);
    }
    if offer.last >= noun.first {
        return offer.first <= noun.last;
    }
    let between = sentence.between(offer, noun);
    if between.contains([':', '–', '|']) {
        return false;
    }
    if Script::of_word(sentence.quote(noun)) != Script::Other {
        return offer.last + 1 == noun.first && between.trim().is_empty();
    }
    let mut words = between.split_whitespace().map(|word| word.split(['\'', '’']).next().unwrap_or(word).to_lowercase());
    let first = words.next().is_some_and(|word| holds(&GRAMMAR.clause.genitives, &word));
    let small = |word: &String| holds(&GRAMMAR.clause.genitives, word) || holds(&GRAMMAR.clause.articles, word);
    // "Of the mountain towns": one word may tell which.
    near(offer, noun, GENITIVE_REACH) && first && words.filter(|word| !small(word)).count() <= 1
}
