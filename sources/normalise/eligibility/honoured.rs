//! Whose deeds a prize honours or a fund supports: "it rewards good practices of towns" names those who apply, "theses on towns" does not.

use std::borrow::Cow;

use super::super::deadline::words_in;
use super::clause::is_listed;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Honours the most innovative and sustainable projects": so many words at most from the verb to what was done.
const DEED_REACH: usize = 6;

/// "Practices, even the smallest, of the towns": so many words at most from what was done to those who did it.
const DOER_REACH: usize = 5;

/// "The steady work, over at least five years, of the towns": with what stands between commas so many words at most.
const ASIDE_REACH: usize = 12;

/// Are this noun's deeds what is honoured? Between them and it stands an "of" and nobody else.
pub(super) fn are_deeds_of(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    // "Supports the initiatives of towns", and not "supports studies of the policies of towns".
    let verbs = || sentence.of(Role::Honours).chain(sentence.of(Role::Backs));
    let written = |verb: &Hit| sentence.of(Role::Writing).any(|writing| verb.last < writing.first && writing.last < noun.first);
    // "Rewards journalists who write about projects of towns": somebody else's word stands between.
    let own = |verb: &Hit, deed: &Hit| {
        let between = format!(" {} ", sentence.between(verb, deed).to_lowercase());
        let relates = GRAMMAR.clause.relative.iter().any(|word| between.contains(word.as_str()));
        !between.contains([',', '،']) && !relates && !between.split_whitespace().any(|word| holds(&GRAMMAR.clause.on_what, word))
    };
    let honoured = |deed: &Hit| {
        verbs().any(|verb| verb.last < deed.first && near(verb, deed, DEED_REACH) && own(verb, deed) && !written(verb))
    };
    let theirs = |deed: &Hit| {
        if noun.first <= deed.last || !near(deed, noun, ASIDE_REACH) {
            return false;
        }
        let parted = sentence.nouns().any(|hit| deed.last < hit.first && hit.last < noun.first);
        let between = without_aside(sentence.between(deed, noun));
        !parted && words_in(&between) <= DOER_REACH && is_genitive(&between)
    };
    // "Der das Engagement von Kommunen würdigt": a German clause ends with its verb.
    let same = |last: &Hit| last.first == noun.first || is_listed(sentence, noun, last);
    let ends = |verb: &Hit| {
        let mut nouns = sentence.nouns().filter(|last| last.last + 1 == verb.first);
        sentence.quote(verb).starts_with(char::is_lowercase) && nouns.any(same)
    };
    sentence.of(Role::Deed).any(|deed| (honoured(deed) || sentence.of(Role::Honours).any(ends)) && theirs(deed))
}

/// "The steady work, over five years, of": what stands between two commas is no part of it.
fn without_aside(between: &str) -> Cow<'_, str> {
    let aside = between.split_once(',').and_then(|(head, rest)| Some((head, rest.split_once(',')?.1)));
    aside.map_or(Cow::Borrowed(between), |(head, tail)| Cow::Owned(format!("{head} {tail}")))
}

/// "Of", "des", "von den", right before the noun: "projects in towns" are anybody's.
fn is_genitive(between: &str) -> bool {
    let plain = !between.contains([',', ';', ':', '(', '.']);
    let mut words = between.split_whitespace().rev().map(|word| word.split(['\'', '’']).next().unwrap_or(word).to_lowercase());
    let last = words.next();
    let is_of = |word: &str| holds(&GRAMMAR.clause.genitives, word);
    let mut before = || words.next().is_some_and(|word| is_of(&word));
    plain && last.is_some_and(|word| is_of(&word) || holds(&GRAMMAR.clause.articles, &word) && before())
}
