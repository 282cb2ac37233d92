//! Where something takes place: "in three municipalities", "the site covers five communes". Whoever is named there lends the ground.

use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "In the three small municipalities": so many words at most from the "in" to them.
const COUNTED_WORDS: usize = 3;

/// "The competition area on the river covers parts of three municipalities": so many words at most lie between.
const AREA_REACH: usize = 9;

/// "In the area of energy cities may apply": so many words at most from those who have a verb of their own to it.
const OWN_VERB_REACH: usize = 4;

/// What ends what is said of a place.
const ENDS: [char; 6] = ['.', ';', '!', '?', '\n', '|'];

/// Is this noun where something takes place?
pub(super) fn is_site(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    is_counted(sentence, noun) || lies_there(sentence, noun)
}

/// "In three municipalities", "dans cinq communes", "in ländlichen Gemeinden": how many or which stands between.
fn is_counted(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let describes = |word: &str, at: usize| {
        let kinds = sentence.of(Role::Condition).chain(sentence.of(Role::Small)).chain(sentence.of(Role::Large));
        let mut kinds = kinds.filter(|kind| !is_inside(kind, noun));
        word.contains(char::is_numeric)
            || holds(&GRAMMAR.clause.counts, word)
            || holds(&GRAMMAR.clause.cardinals, word)
            || kinds.any(|kind| kind.start == at)
    };
    let before = sentence.before(noun);
    let mut end = before.len();
    for place in 0..=COUNTED_WORDS {
        let head = before[..end].trim_end_matches(' ');
        let start = head.rfind([' ', '\n', '(']).map_or(0, |at| at + 1);
        let word = head[start..].to_lowercase();
        if place > 0 && holds(&GRAMMAR.clause.inside, &word) {
            return true;
        }
        if word.is_empty() || !describes(&word, sentence.place_of(start)) {
            return false;
        }
        end = start;
    }
    false
}

/// "The site lies in three municipalities", "the project area: municipalities of the coast".
fn lies_there(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.of(Role::Area).any(|area| {
        let between = if area.last < noun.first { sentence.between(area, noun) } else { return false };
        let labels =
            || between.trim_start().starts_with(':') || between.matches(':').count() == 1 && sentence.words_before(area) <= 1;
        let lies = || between.split_whitespace().any(|word| holds(&GRAMMAR.clause.covers, &word.to_lowercase()));
        // "The territory of the municipalities".
        let lies = || lies() || is_genitive(between);
        let acts = || {
            let mut verbs = sentence.verbs();
            verbs.any(|verb| area.last < verb.first && verb.last < noun.first)
        };
        let own = || sentence.of(Role::Apply).any(|verb| noun.last < verb.first && near(noun, verb, OWN_VERB_REACH));
        near(area, noun, AREA_REACH) && !between.contains(ENDS) && (labels() || lies()) && !acts() && !own()
    })
}

/// "Of the", "des 12".
fn is_genitive(between: &str) -> bool {
    let clause = &GRAMMAR.clause;
    let small = |word: &str| {
        let lists = [&clause.genitives, &clause.articles, &clause.counts, &clause.cardinals, &GRAMMAR.applicant.wholes];
        word.contains(char::is_numeric) || lists.into_iter().any(|list| holds(list, word))
    };
    let mut words = between.split_whitespace().map(str::to_lowercase);
    words.next().is_some_and(|word| holds(&clause.genitives, &word)) && words.all(|word| small(&word))
}

/// "A training course in Germany", "ein Praktikum in Finnland": where something takes place says nothing of those who come.
pub(super) fn is_of_event(sentence: &Sentence<'_>, from: &Hit) -> bool {
    let word = sentence.before(from).split_whitespace().next_back().map(bare).unwrap_or_default();
    let inside = || sentence.quote(from).split_whitespace().all(|word| holds(&GRAMMAR.belonging.inside, &bare(word)));
    let stay = |word: &str| holds(&GRAMMAR.world.stays, word) || holds(&GRAMMAR.world.events, word);
    inside() && stay(&word) || stay(&bare(sentence.quote(from)))
}
