//! What a sentence says as a whole, where no single word of it does: that nothing is open, that money is there for towns, that somebody
//! looks for a twin town, that towns may apply. Each is told by two or three words near each other.

mod chosen;
mod condition;
mod counterpart;
mod course;
mod defined;
mod heading;
mod objected;
mod partners;
mod round_over;
mod staying;
mod told;
mod usual;
mod years_gone;

use std::ops::Range;

pub(super) use self::chosen::{chosen, reopens};
pub(super) use self::condition::is_condition;
pub(super) use self::counterpart::counterpart;
pub(super) use self::course::course;
pub(super) use self::defined::{could_apply, defined, names_prize};
pub(super) use self::heading::heading;
pub(super) use self::objected::objected;
pub(super) use self::partners::partners;
pub(super) use self::round_over::round_over;
pub(super) use self::staying::{is_until, stays};
pub(super) use self::told::{applied, applies_behind, is_deed, is_relative, voted};
pub(super) use self::usual::usual;
pub(super) use self::years_gone::years_gone;
use super::cues::{Cue, CueFound};
use super::dates::lex::fold;
use super::reading::Reading;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Lexicon, Says, Tag};

/// "No new calls": so many words that say nothing here may stand between a "no" and what it denies.
const FREE_WORDS: usize = 1;

/// "No open Sister Towns of Europe grants": so many words a name has.
const NAME_WORDS: usize = 4;

/// "Applications are not being accepted at this time": so many between the "no" and the word for now, where the call stands before it.
const WORDS_TO_NOW: usize = 2;

/// "We are seeking, for our next summer, host families": so many between the seeker's verb and who is sought.
const WORDS_TO_SOUGHT: usize = 6;

/// "Urged the mayors of all towns to take part": so many between the verb and what one is urged to.
const WORDS_TO_URGED: usize = 6;

/// A sentence of more is a list of everything, and is read no further.
const MOST_WORDS: usize = 120;

/// The cue of what is handed in: a noun alone, that asks for nothing.
const HANDED_IN: &str = "verdict.handed_in";

/// A hit of the verdict's words with what it says.
struct Word<'r> {
    hit: &'r Hit,
    says: Says,
    id: &'r str,
}

/// The sentence that says that nothing is open, if there is one: "There are currently no open calls". A "but" goes on to what is.
pub(super) fn nothing_open<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let pardoned = words.iter().any(|word| word.says == Says::Pardons);
        let denied = || words.iter().filter(|word| word.says == Says::Negates).any(|no| denies(reading, &words, no.hit));
        (!pardoned && denied() && !contrasts(reading, at)).then(|| reading.text[reading.sentences[at].clone()].trim())
    })
}

/// Does a "no" deny a call, now or of one that is open? "Grants are not available for companies" denies it to companies only.
fn denies(reading: &Reading, words: &[Word<'_>], no: &Hit) -> bool {
    let calls = || words.iter().filter(|word| is_call(word));
    let now = || words.iter().filter(|word| word.says == Says::Present && !addresses(reading, word.hit));
    // "No application can currently be made": now and may are no words of their own.
    let passing = |word: &&Word<'_>| matches!(word.says, Says::Present | Says::May);
    let free = |between: Range<usize>| {
        let said = |token: &usize| words.iter().filter(passing).any(|word| word.hit.first <= *token && *token <= word.hit.last);
        between.filter(|token| !said(token)).count()
    };
    // "No open Interreg calls": behind an "open" a name may stand.
    let most = if now().any(|word| word.hit.first == no.last + 1) { NAME_WORDS } else { FREE_WORDS };
    let behind = calls().any(|call| call.hit.first > no.last && free(no.last + 1..call.hit.first) <= most);
    let before = calls().any(|call| call.hit.last < no.first && no.first - call.hit.last <= FREE_WORDS + 1)
        && now().any(|word| word.hit.first > no.last && word.hit.first - no.last <= WORDS_TO_NOW + 1);
    now().next().is_some() && behind || before
}

/// A call, or what is handed in; "co-financing" and "prize" are words of a call and none by themselves.
fn is_call(word: &Word<'_>) -> bool {
    const CALLS: [&str; 3] = ["verdict.call", "verdict.call_for", "verdict.applications_open"];
    matches!(word.says, Says::Action | Says::Callable) || CALLS.contains(&word.id)
}

/// "Open to companies": does a word lead on to those for whom it is?
fn addresses(reading: &Reading, present: &Hit) -> bool {
    let next = reading.text[present.end..].strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    next.is_some_and(|word| holds(&GRAMMAR.addressing, &fold(word)))
}

/// The words that offer money to towns or associations, in a text that tells of nothing past: "Grants are available for municipalities".
pub(super) fn offer<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    if reading.cues.iter().any(|cue| cue.cue == Cue::Past) {
        return None;
    }
    let titled = words(reading, lexicon, 0).iter().any(is_money);
    let mut sentences = 1..reading.sentences.len();
    sentences.find_map(|at| {
        let words = words(reading, lexicon, at);
        let gives = words.iter().find(|word| word.says == Says::Gives)?;
        let has_money = titled || words.iter().any(is_money) || bounds_sum(reading, at);
        let whom = words.iter().any(|word| word.says == Says::Whom && !counted(reading, word.hit));
        (has_money && whom).then(|| reading.quote(gives.hit))
    })
}

/// "The fund gives the three towns": those who have it already.
fn counted(reading: &Reading, whom: &Hit) -> bool {
    reading.text[..whom.start].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

fn is_money(word: &Word<'_>) -> bool {
    matches!(word.id, "verdict.money" | "verdict.prize")
}

/// "With up to €4,000": a sum that is not given yet has a bound.
fn bounds_sum(reading: &Reading, sentence: usize) -> bool {
    let range = reading.sentences[sentence].clone();
    let bounded = reading.cues.iter().any(|cue| cue.cue == Cue::SumMax && range.contains(&cue.start));
    bounded && super::money::sums_told(&reading.text[range]) > 0
}

/// Where somebody says to look for a twin town or for host families.
pub(super) fn search(reading: &Reading, lexicon: &Lexicon) -> Option<Range<usize>> {
    (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let seeks = |says: Says| words.iter().filter(move |word| word.says == says);
        let (first, last) = seeks(Says::Seeks).find_map(|verb| {
            // "Is not looking for", "seeks no": nobody does.
            let denied = |to: usize| seeks(Says::Negates).any(|no| verb.hit.first <= no.hit.last + 1 && no.hit.first < to);
            let near = |sought: &Word<'_>| {
                let behind = sought.hit.first > verb.hit.last && sought.hit.first - verb.hit.last <= WORDS_TO_SOUGHT + 1;
                behind && !denied(sought.hit.first)
            };
            seeks(Says::Sought).find(|sought| near(sought)).map(|sought| (verb.hit.start, sought.hit.end))
        })?;
        Some(first..last)
    })
}

/// The words by which a list of those who got something begins: "the grants are given to the following towns".
pub(super) fn awarded<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    let titled = words(reading, lexicon, 0).iter().any(is_money);
    (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let says = |wanted: Says| words.iter().find(|word| word.says == wanted);
        let (verb, list) = (says(Says::Awards)?, says(Says::Following)?);
        // "Prizes are awarded in the following categories": those who got something are named.
        let (has_money, whom) = (titled || words.iter().any(is_money), says(Says::Whom).is_some());
        (has_money && whom).then(|| &reading.text[verb.hit.start.min(list.hit.start)..verb.hit.end.max(list.hit.end)])
    })
}

/// The words that invite towns, in a text that names the form they send.
pub(super) fn invitation<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    let names_form = |at: usize| words(reading, lexicon, at).iter().any(|word| word.says == Says::Form);
    let quote = (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let invites = words.iter().find(|word| word.says == Says::Invites)?;
        let whom = words.iter().any(|word| word.says == Says::Whom && !counted(reading, word.hit));
        whom.then(|| reading.quote(invites.hit))
    })?;
    (0..reading.sentences.len()).any(names_form).then_some(quote)
}

/// "The foundation urged mayors to take part": told of somebody who asked others, is the deed asked of the reader?
pub(super) fn is_reported(reading: &Reading, action: &Hit, lexicon: &Lexicon) -> bool {
    let near = |word: &Word<'_>| word.hit.last < action.first && action.first - word.hit.last <= WORDS_TO_URGED + 1;
    let at = reading.sentence_at(action.start);
    let words = words(reading, lexicon, at);
    words.iter().any(|word| word.says == Says::Urged && near(word)) || round_over::is_told(reading, action, at, &words)
}

/// Is anything asked of towns or associations, or is the page about a twin town?
pub(super) fn asks_towns(reading: &Reading, lexicon: &Lexicon) -> bool {
    let told = |words: &[Word<'_>], wanted: Says| words.iter().any(|word| word.says == wanted);
    let asks = |words: &[Word<'_>]| told(words, Says::Action) && told(words, Says::Whom);
    told(&words(reading, lexicon, 0), Says::Sought) || (0..reading.sentences.len()).any(|at| asks(&words(reading, lexicon, at)))
}

/// The words by which towns are told that they may apply.
pub(super) fn permission<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    // "Until 3 May you can vote", "five towns submitted their bids": nobody is told that he may apply.
    let elsewhere = [voted(reading), applied(reading)].concat();
    (0..reading.sentences.len()).filter(|at| !elsewhere.contains(at)).find_map(|at| {
        let words = words(reading, lexicon, at);
        let told = |wanted: Says| words.iter().find(|word| word.says == wanted);
        // "Municipalities can register their address": not whatever they do, but handing in an application or its first step.
        let range = reading.sentences[at].clone();
        let applies = |cue: &CueFound| matches!(cue.cue, Cue::Applying | Cue::FirstStage) && range.contains(&cue.start);
        let acts = words.iter().any(|word| matches!(word.says, Says::Action | Says::Call) && word.id != HANDED_IN);
        let pardoned = words.iter().any(|word| word.says == Says::Pardons);
        (acts && !pardoned && reading.cues.iter().any(applies) && told(Says::Whom).is_some())
            .then(|| told(Says::May).map(|may| reading.quote(may.hit)))
            .flatten()
    })
}

fn words<'r>(reading: &'r Reading, lexicon: &'r Lexicon, sentence: usize) -> Vec<Word<'r>> {
    let of = |hit: &'r Hit| match hit.tag {
        Tag::Verdict(place) => Some(Word { hit, says: lexicon.verdicts[place].says, id: lexicon.verdicts[place].id.as_str() }),
        _ => None,
    };
    reading.hits_in(sentence).iter().filter_map(of).take(MOST_WORDS).collect()
}

/// "Six towns are nominated": nobody else is asked to be.
pub(super) fn is_chosen(reading: &Reading, action: &Hit) -> bool {
    holds(&GRAMMAR.chosen, &fold(reading.quote(action)))
}

fn contrasts(reading: &Reading, sentence: usize) -> bool {
    let text = &reading.text[reading.sentences[sentence].clone()];
    words::tokens(text).iter().any(|token| holds(&GRAMMAR.contrast, &fold(token.text)))
}

/// The cues of a sentence.
fn cues_of<'r>(reading: &'r Reading, sentence: &Range<usize>) -> &'r [CueFound] {
    let first = reading.cues.partition_point(|cue| cue.start < sentence.start);
    let last = reading.cues.partition_point(|cue| cue.start < sentence.end);
    &reading.cues[first..last]
}

/// The sentences of which something is true, by their cues, the whole text and their place in it.
fn sentences_where(reading: &Reading, is: impl Fn(&[CueFound], &str, &Range<usize>) -> bool) -> Vec<usize> {
    let ranges = reading.sentences.iter().enumerate();
    ranges.filter(|(_, range)| is(cues_of(reading, range), &reading.text, range)).map(|(at, _)| at).collect()
}
