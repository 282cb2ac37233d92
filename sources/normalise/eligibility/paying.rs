//! Those who pay for a call, founded it or hold it: "funded by the State and the municipalities", "Land und Kommunen fördern Projekte".
//! None of them applies.

use std::borrow::Cow;

use super::clause::joined;
use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use words::Script;

/// "Funded by the State, the Region, two foundations and the municipalities": so many words at most lie between.
const PAYERS_REACH: usize = 12;

/// "The funders of the contract (State, Region, Département de la Loire, …": in a list under a label so many words at most lie between.
const LIST_REACH: usize = 20;

/// "The funders of the town's contract (": so many words at most lie between.
const OF_WORDS: usize = 5;

/// "Founded in the year 1990 by": so many words at most from the verb to the "by".
const BY_REACH: usize = 5;

/// "The municipalities and the State fund": so many words at most from the first of them to the verb.
const SUBJECT_REACH: usize = 4;

/// "Fund local climate projects": so many words at most from the verb to what is given.
const GIVEN_REACH: usize = 3;

/// "By the State, municipalities may apply": so many words at most from those who have a verb of their own to it.
const OWN_VERB_REACH: usize = 4;

/// "The municipalities taking part pay": so many words at most from them to the verb, the verb included.
const BEARS_REACH: usize = 3;

/// "Pay the costs of the travel": so many words at most from the verb to what is paid, that included.
const BORNE_REACH: usize = 4;

/// What ends a list of those who pay.
const ENDS: [char; 7] = ['.', ';', ':', '!', '?', '\n', '|'];

/// Does this noun pay for a call, or did it found it?
pub(super) fn pays(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    !is_given_to(sentence, noun) && (stands_behind(sentence, noun) || is_labelled(sentence, noun))
        || gives(sentence, noun)
        || closes(sentence, noun)
        || bears(sentence, noun)
}

/// "Full funding for local authorities", "aides financées par l'État aux communes": in Hebrew and Arabic the "for" is a letter.
fn is_given_to(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let mut before = sentence.before(noun).split_whitespace().rev().map(str::to_lowercase);
    let word = before.find(|word| !holds(&GRAMMAR.clause.articles, word));
    let lettered = sentence.quote(noun).starts_with(&GRAMMAR.letters.to[..]);
    let built_in = || sentence.of(Role::For).any(|word| is_inside(word, noun));
    lettered
        || built_in()
        || sentence.comes_after(noun, Role::For)
        || word.is_some_and(|word| holds(&GRAMMAR.clause.given_to, &word))
}

/// "Co-funded by the region and five municipalities", "créé en 1990 par les communes", "mit Unterstützung der Städte".
fn stands_behind(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let by = |verb: &Hit| {
        let reaches = |by: &Hit| verb.last < by.first && by.first <= noun.first && near(verb, by, BY_REACH);
        let built_in = sentence.quote(verb).starts_with(&GRAMMAR.letters.within[..]) && verb.last < noun.first;
        // "Gefördert werden Projekte von Kommunen" are theirs.
        let deeds = |by: &Hit| sentence.of(Role::Deed).any(|deed| verb.last < deed.first && deed.last < by.first);
        let from = || sentence.of(Role::From).filter(|from| holds(&GRAMMAR.clause.by_from, sentence.quote(from)));
        built_in && !deeds(noun) || sentence.of(Role::By).chain(from()).any(|by| reaches(by) && !deeds(by))
    };
    // "Games organised by municipalities", "des festivals organisés par des villes" are theirs; one call is somebody else's.
    let theirs = |verb: &Hit| {
        let before = sentence.before(verb).split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let several = before.ends_with('s') && !holds(&GRAMMAR.money.being, &before) && !holds(&GRAMMAR.clause.was, &before);
        let asked = sentence.of(Role::Apply).any(|asks| asks.last + 1 == verb.first);
        several || asked || sentence.quote(verb).ends_with('s')
    };
    let leads = |verb: &&Hit| verb.last < noun.first && near(verb, noun, PAYERS_REACH);
    let funded = sentence.of(Role::Funded).filter(leads).filter(|verb| is_participle(sentence.quote(verb)) && by(verb));
    let held = sentence.of(Role::Held).filter(leads).filter(|verb| by(verb) && !theirs(verb));
    funded.chain(held).chain(sentence.of(Role::PaidBy).filter(leads)).any(|verb| {
        let between = sentence.between(verb, noun);
        !between.contains(ENDS)
            && !acts_between(sentence, verb, noun)
            && !is_another_clause(sentence, verb, noun)
            && !has_own_verb(sentence, between, noun)
    })
}

/// "Funded", and not "fund", "fonds", which share its stem. Hebrew and Arabic words have none.
fn is_participle(word: &str) -> bool {
    let last = word.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    Script::of_word(word) != Script::Other || GRAMMAR.clause.participles.iter().any(|ending| last.ends_with(ending.as_str()))
}

/// "Funders: the State, the municipalities", "les financeurs sont l'État et les communes".
fn is_labelled(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.of(Role::Payer).any(|payer| {
        let between = if payer.last < noun.first { sentence.between(payer, noun).trim_start() } else { return false };
        let first = between.split_whitespace().next().unwrap_or_default().to_lowercase();
        let list = match (between.strip_prefix(':'), between.split_once('(')) {
            (Some(list), _) => list,
            // "The funders of the contract (the State, the towns)".
            (_, Some((of, list))) if of.split_whitespace().count() <= OF_WORDS && !list.contains(')') => list,
            _ if holds(&GRAMMAR.money.being, &first) => between,
            _ => return false,
        };
        near(payer, noun, LIST_REACH) && !list.trim_start().contains(ENDS) && !acts_between(sentence, payer, noun)
    })
}

/// "The State and the municipalities fund projects": with the share that they pay of their own it is they who get the rest.
fn gives(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    // "Cities grant programme": in a title it is what is offered.
    let is_noun = |verb: &Hit| sentence.in_title && sentence.offered().any(|offer| is_inside(verb, offer));
    sentence.of(Role::Pays).filter(|verb| !is_noun(verb)).any(|verb| {
        let beside = noun.last + 1 == verb.first || near(noun, verb, SUBJECT_REACH) && joined(sentence, noun, verb);
        let given = |what: &Hit| {
            let between = if verb.last < what.first { sentence.between(verb, what) } else { return false };
            near(verb, what, GIVEN_REACH) && !between.contains(ENDS) && !between.contains(char::is_numeric)
        };
        let given = sentence.of(Role::Deed).chain(sentence.offered()).any(given);
        noun.last < verb.first && beside && given && !acts_between(sentence, noun, verb)
    })
}

/// "Wird vom Land, dem Landkreis und der Stadt gefördert": the German participle closes the list. In "Projekte von Kommunen werden
/// gefördert" it does not, and the projects are theirs.
fn closes(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    if !sentence.has(Role::By) {
        return false;
    }
    let behind = sentence.after(noun).split(ENDS).next().unwrap_or_default();
    let is_verb = |word: &str| holds(&GRAMMAR.clause.paid_last, word.trim_matches([',', '"', '“']));
    let Some(verb) = behind.split_whitespace().take(PAYERS_REACH + 1).position(is_verb) else { return false };
    let are = behind.split_whitespace().take(verb).any(|word| holds(&GRAMMAR.clause.becoming, word));
    sentence.of(Role::By).any(|by| {
        let theirs = || {
            let deeds = sentence.of(Role::Deed).chain(sentence.of(Role::Thing));
            deeds.chain(sentence.of(Role::Apply)).any(|deed| deed.last + 1 == by.first)
        };
        let list = |between: &str| {
            !between.contains(ENDS) && !between.split_whitespace().any(|word| holds(&GRAMMAR.clause.becoming, word))
        };
        let before = by.last < noun.first && near(by, noun, PAYERS_REACH) && list(sentence.between(by, noun));
        before && !are && !theirs()
    })
}

/// "The participating municipalities pay the travel", "تتحمل البلديات تكاليف السفر": they do it for those who come. Who pays his own travel
/// may well apply, and so may who gets it back.
fn bears(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let paying = &GRAMMAR.paying;
    let behind = sentence.after(noun).split(ENDS).next().unwrap_or_default();
    let words: Vec<Cow<'_, str>> = behind.split_whitespace().map(bare).collect();
    let verb = words.iter().take(BEARS_REACH).position(|word| holds(&paying.bears, word)).map(|at| at + 1);
    let leads =
        || sentence.before(noun).split_whitespace().next_back().is_some_and(|word| holds(&paying.bears_first, &bare(word)));
    let Some(from) = verb.or_else(|| leads().then_some(0)) else { return false };
    let what = words[from..].iter().take(BORNE_REACH);
    let borne = what.clone().position(|word| holds(&paying.borne, word));
    let gets = || words[from..].iter().any(|word| holds(&paying.gets, word));
    borne.is_some_and(|at| !what.take(at).any(|word| holds(&paying.own, word))) && !gets()
}

/// Is there a word of applying between?
fn acts_between(sentence: &Sentence<'_>, before: &Hit, after: &Hit) -> bool {
    // "The prize" is what is offered, and asks nobody; "récompense" is a prize and what it does.
    let honours = |verb: &Hit| sentence.of(Role::Honours).any(|honours| honours.first == verb.first);
    let offers = |verb: &Hit| sentence.offered().any(|offer| is_inside(verb, offer)) && !honours(verb);
    let mut verbs = sentence.of(Role::Apply).filter(|verb| !sentence.is_modal(verb) && !offers(verb));
    verbs.any(|verb| before.last < verb.first && verb.first < after.first)
}

/// "Mit Mitteln des Landes werden Kommunen gefördert", "with the support of the State towns can": the verb of another subject.
fn is_another_clause(sentence: &Sentence<'_>, before: &Hit, after: &Hit) -> bool {
    let can = sentence.of(Role::May).any(|may| before.last < may.first && may.last < after.first);
    can || sentence.between(before, after).split_whitespace().any(|word| holds(&GRAMMAR.clause.becoming, word))
}

/// "Funded by the State, municipalities may apply", "funded by the State and municipalities can apply": has this noun a verb of its own?
fn has_own_verb(sentence: &Sentence<'_>, between: &str, noun: &Hit) -> bool {
    let words: Vec<&str> =
        between.split_whitespace().filter(|word| !holds(&GRAMMAR.clause.articles, &word.to_lowercase())).collect();
    let parted = words.last().is_some_and(|word| word.ends_with([',', '،']));
    let verb = |role: Role, reach: usize| sentence.of(role).any(|verb| noun.last < verb.first && near(noun, verb, reach));
    let several = words.len() > 1;
    parted && verb(Role::Apply, OWN_VERB_REACH) || several && verb(Role::May, 1)
}
