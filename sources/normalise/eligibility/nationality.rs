//! "Regardless of nationality" and "international artists are welcome": is it said of those who apply?

use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::deadline::words_in;
use crate::normalise::wording::bare;

/// "Help refugees, regardless of their nationality": so many words at most from the verb to it.
const ATTENDED_WITHIN: usize = 6;

/// "Volunteers active in Ireland": so many words at most from somebody to his place.
const PLACE_REACH: usize = 5;

/// "Welcome to apply": so many words at most lie between.
const ASKED_REACH: usize = 2;

/// "Until 4 June 2027": so many words at most.
const UNTIL_WORDS: usize = 6;

/// "Wer in Hamburg wohnt", "who lives in Hamburg".
const LIVES_WORDS: usize = 3;

/// Is it said of those whom a project serves, or of people who have to be of a place?
pub(super) fn is_of_others(sentence: &Sentence<'_>, any: &Hit) -> bool {
    let attended = || {
        let mut words = sentence.before(any).split_whitespace().rev().take(ATTENDED_WITHIN).map(bare);
        words.any(|word| holds(&GRAMMAR.belonging.attending, &word))
    };
    attended() || is_bound(sentence) || lives_somewhere(sentence)
}

/// "Teachers working in France", "students at a Belgian university": a place right behind somebody, with no verb of applying between.
fn is_bound(sentence: &Sentence<'_>) -> bool {
    let somebody = || sentence.nouns().chain(sentence.of(Role::Participant));
    // "Syrian students and those of all nationalities" are of no university.
    let bodies = || sentence.of(Role::OtherBody).chain(sentence.of(Role::OneOther));
    let first = somebody().map(|noun| noun.first).min();
    let of_another = |hit: &Hit| bodies().any(|body| near(hit, body, 1) && first.is_some_and(|first| first < body.first));
    let countries = || sentence.others().filter(|(hit, people)| !people || of_another(hit)).map(|(hit, _)| hit);
    let places: Vec<&Hit> = countries().chain(sentence.of(Role::Region)).chain(sentence.of(Role::ElsewhereOnly)).collect();
    let theirs = |noun: &Hit, place: &Hit| {
        let acts = || sentence.of(Role::Apply).any(|verb| noun.last < verb.first && verb.last < place.first);
        noun.last < place.first && near(noun, place, PLACE_REACH) && !acts()
    };
    somebody().any(|noun| places.iter().any(|place| theirs(noun, place)))
}

/// A name between a word for "in" and one for living, or behind both.
fn lives_somewhere(sentence: &Sentence<'_>) -> bool {
    lives_in(sentence).is_some()
}

/// That name.
pub(super) fn lives_in<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let grammar = &GRAMMAR.belonging;
    let words: Vec<&'a str> = sentence.text.split_whitespace().collect();
    let lives = |word: &str| holds(&grammar.lives, &bare(word));
    let inside = |word: &str| holds(&grammar.inside, &bare(word));
    let name = |word: &str| word.starts_with(char::is_uppercase);
    words.windows(LIVES_WORDS).find_map(|three| {
        if inside(three[0]) && name(three[1]) && lives(three[2]) {
            return Some(three[1]);
        }
        (lives(three[0]) && inside(three[1]) && name(three[2])).then_some(three[2])
    })
}

/// Does it say that somebody is welcome?
pub(super) fn says_welcome(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::Foreign).any(|hit| is_welcome(sentence, hit))
}

fn is_welcome(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    sentence.quote(foreign).split_whitespace().any(|word| holds(&GRAMMAR.belonging.welcome, &bare(word)))
}

/// "International artists are welcome." as a line of its own: where more is said, it may be at a party, in another round, or if they live
/// here.
pub(super) fn may_be_welcome(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    let before = sentence.before(foreign).rsplit('\n').next().unwrap_or_default();
    let behind = sentence.after(foreign).split('\n').next().unwrap_or_default();
    let small = |word: &str| !word.contains(char::is_alphabetic) || holds(&GRAMMAR.clause.articles, &bare(word));
    let plain = |stretch: &str| stretch.split_whitespace().all(small);
    // "Are welcome until 4 June 2027."
    let until = || behind.contains(char::is_numeric) && words_in(behind) <= UNTIL_WORDS;
    // "International students are welcome to apply, at their own cost", and not "if they go to school in Ohio".
    let asked = || sentence.of(Role::Apply).any(|verb| foreign.last < verb.first && near(foreign, verb, ASKED_REACH));
    let bound = || {
        let roles = [Role::Region, Role::ElsewhereOnly, Role::Condition, Role::Seat, Role::Only];
        roles.into_iter().any(|role| sentence.has(role)) || sentence.others().next().is_some()
    };
    !is_welcome(sentence, foreign) || plain(before) && (plain(behind) || until() || asked() && !bound())
}
