//! What is asked of whoever applies, in an item of a list or a short sentence that names nobody else: "Be a citizen of the United
//! States", "Has Romanian nationality", "Estar domiciliada en el Estado español", "Applicants must hold Irish citizenship".

use std::borrow::Cow;
use std::ops::Range;

use super::super::evidence::found;
use super::say;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::deadline::words_in;
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Verdict};

/// "To be eligible, the applicants must have": so many words at most stand before what is asked for.
const LEAD_WORDS: usize = 9;

/// "An elected mandate at local level in a Member State": so many words at most from what is asked for to the place.
const PLACE_REACH: usize = 12;

/// "Or in a country of the Mediterranean": it stands within so many letters behind the last place.
const LANDS_WITHIN: usize = 160;

/// "In Germany during the fellowship": the "during" is one of so many words behind.
const STAY_WITHIN: usize = 5;

/// "Residents of Ireland.": with no verb before it a note says so much at most besides.
const NOTE_GOES_ON: usize = 1;

/// Has whoever applies to be a citizen or a resident of another country, or of ours?
pub(super) fn answer(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let told = |sentence: &&Sentence<'_>| !sentence.in_title && !is_open(sentence);
    sentences.iter().filter(told).find_map(|sentence| {
        let asked = asked(sentence)?;
        if is_wider(sentence, &asked) {
            return None;
        }
        let inside = |hit: &Hit| asked.clause.contains(&sentence.before(hit).len()) && is_tied(sentence, &asked, hit);
        let binds = |hit: &Hit| is_demand(sentence, &asked, hit) && !is_for_the_stay(sentence.after(hit));
        if sentence.israels().any(|israel| inside(israel) && binds(israel)) {
            return Some(say(Verdict::Yes, found(sentence.text, "country.requisite")));
        }
        if sentence.israel().is_some() || sentence.has(Role::HomePlace) {
            return None;
        }
        let places =
            sentence.others().map(|(hit, _)| hit).chain(sentence.of(Role::Region)).chain(sentence.of(Role::ElsewhereOnly));
        let place = places.into_iter().find(|hit| inside(hit))?;
        binds(place).then(|| say(Verdict::No, found(sentence.quote(place), "country.requisite")))
    })
}

/// "Be a citizen of", "applicants must hold": it is asked of those who apply. "Holders of a Swiss passport need a visa" asks nothing of the
/// kind.
fn is_demand(sentence: &Sentence<'_>, asked: &Asked, place: &Hit) -> bool {
    if sentence.says(&GRAMMAR.belonging.travel_papers) {
        return false;
    }
    let before = |may: &Hit| sentence.before(may).len() < asked.word.start;
    let first = sentence.text[asked.line..].split_whitespace().map(bare).find(|word| word.contains(char::is_alphabetic));
    let demands = first.is_some_and(|word| holds(&GRAMMAR.belonging.demands, &word));
    let noted = || words_in(sentence.after(place)) <= NOTE_GOES_ON;
    // "A residence in Iceland" may be what the winner gets, and "headquarters in Chile" those of whoever calls.
    let told = || !asked.held && (sentence.about_applying() || noted());
    demands || sentence.of(Role::May).any(before) || told()
}

/// "Or of any other country", "nationality other than", "or of a country that takes part": who else is let in stands in the clause.
fn is_wider(sentence: &Sentence<'_>, asked: &Asked) -> bool {
    let clause = &sentence.text[asked.clause.clone()];
    let other = |word: &str| holds(&GRAMMAR.belonging.wider, &bare(word));
    let places = || sentence.others().map(|(hit, _)| hit).chain(sentence.of(Role::ElsewhereOnly));
    let last = places().filter(|hit| asked.clause.contains(&sentence.before(hit).len())).map(|hit| hit.end).max();
    clause.split_whitespace().any(other)
        || last.is_some_and(|end| goes_on_to_lands(sentence.text_at(end, sentence.place_of(asked.clause.end))))
}

/// "Poland, or a country of the Mediterranean": behind the places that are named others are let in that are not.
pub(super) fn goes_on_to_lands(behind: &str) -> bool {
    let near = behind.char_indices().nth(LANDS_WITHIN).map_or(behind, |(end, _)| &behind[..end]);
    let clause = near.split(['.', ';', '\n', '(']).next().unwrap_or_default();
    let lands = |word: &str| holds(&GRAMMAR.belonging.lands, &bare(word));
    // "Or an EEA country" is as closed as the rest.
    let closed = |word: &str| holds(&GRAMMAR.belonging.closed_lands, &bare(word));
    let or = GRAMMAR.clause.conjunctions.iter().filter_map(|or| clause.find(or.as_str())).min();
    let lands_behind = |or: usize| {
        let words: Vec<&str> = clause[or..].split_whitespace().collect();
        words.windows(2).any(|pair| lands(pair[1]) && !closed(pair[0]))
    };
    or.is_some_and(lands_behind) || goes_on_to_us(behind)
}

/// "Latin America, Africa and the Middle East": a list of regions that goes on with one in which we are.
pub(super) fn goes_on_to_us(behind: &str) -> bool {
    let near = behind.char_indices().nth(LANDS_WITHIN).map_or(behind, |(end, _)| &behind[..end]);
    let list = near.split(['.', ';', '\n', '(', ':']).next().unwrap_or_default();
    let words: Vec<&str> = list.split_whitespace().collect();
    let small = |word: &str| bare(word).is_empty() || holds(&GRAMMAR.belonging.inside_a_list, &bare(word));
    let listed = |word: &&&str| word.starts_with(char::is_uppercase) || small(word);
    let length = words.iter().take_while(listed).count();
    let words: Vec<Cow<'_, str>> = words[..length].iter().copied().map(bare).collect();
    let ours = |phrase: &str| holds(&GRAMMAR.belonging.around_us, phrase);
    words.iter().any(|word| ours(word)) || words.windows(2).any(|pair| ours(&pair.join(" ")))
}

/// "Must be resident in Germany during the fellowship": who gets it goes there.
pub(super) fn is_for_the_stay(behind: &str) -> bool {
    behind.split_whitespace().take(STAY_WITHIN).map(bare).any(|word| holds(&GRAMMAR.belonging.during, &word))
}

/// Whoever is from elsewhere is let in as well, or something is denied.
fn is_open(sentence: &Sentence<'_>) -> bool {
    let roles = [Role::Worldwide, Role::AnyNationality, Role::Foreign, Role::Abroad, Role::Associated, Role::Outside];
    let denies = [Role::Not, Role::Excluded, Role::Except, Role::OneOfSeveral, Role::Waives];
    roles.into_iter().chain(denies).any(|role| sentence.has(role))
}

/// "Nationals of a country other than Germany".
pub(super) fn is_other_than(behind: &str) -> bool {
    let words: Vec<Cow<'_, str>> = behind.split_whitespace().take(STAY_WITHIN).map(bare).collect();
    words.windows(2).any(|pair| holds(&GRAMMAR.belonging.lands, &pair[0]) && holds(&GRAMMAR.belonging.wider, &pair[1]))
}

/// Does a line ask something of whoever applies? "Residence outside Germany" asks for no partner there.
pub(super) fn asks(sentence: &Sentence<'_>) -> bool {
    !sentence.in_title && asked(sentence).is_some()
}

/// What is asked for.
struct Asked {
    /// Where its word stands in the sentence.
    word: Range<usize>,
    /// The clause around it.
    clause: Range<usize>,
    /// Where its line begins.
    line: usize,
    /// It may be what is offered as well.
    held: bool,
}

/// What a line asks for, if nothing stands before it but those who apply, a country, and small words.
fn asked(sentence: &Sentence<'_>) -> Option<Asked> {
    let grammar = &GRAMMAR.belonging;
    let people = sentence.others().chain(sentence.israels().map(|israel| (israel, true))).map(|(hit, _)| hit);
    let somebody = [Role::Participant, Role::Person, Role::Official, Role::OtherBody, Role::May, Role::Apply];
    let spared: Vec<&Hit> = people.chain(somebody.into_iter().flat_map(|role| sentence.of(role))).collect();
    let known = |at: usize, len: usize| {
        let place = sentence.place_of(at);
        spared.iter().any(|hit| hit.start < place + len && place < hit.end)
    };
    let at = |part: &str| part.as_ptr() as usize - sentence.text.as_ptr() as usize;
    let asks = |line: &str| {
        for word in line.split_whitespace().take(LEAD_WORDS + 1) {
            let small = bare(word);
            // "Ciudadano(a)".
            let stem = word.split('(').next().map(bare).unwrap_or_default();
            if holds(&grammar.states, &small) || holds(&grammar.states, &stem) {
                return Some((at(word)..at(word) + word.len(), false));
            }
            if holds(&grammar.held, &small) {
                return Some((at(word)..at(word) + word.len(), true));
            }
            let mark = !word.contains(char::is_alphabetic);
            let asker = || holds(&grammar.being, &small) || holds(&grammar.askers, &small);
            if !mark && !asker() && !known(at(word), word.len()) {
                return None;
            }
        }
        None
    };
    sentence.text.split('\n').find_map(|line| {
        let (word, held) = asks(line)?;
        let clause = clause_around(sentence.text, &word);
        Some(Asked { word, clause, line: at(line), held })
    })
}

/// "Romanian nationality", "citizen of the United States", "a mandate at local level in a Member State": beside it, or behind an "of" or
/// an "in".
fn is_tied(sentence: &Sentence<'_>, asked: &Asked, place: &Hit) -> bool {
    let (from, to) = (sentence.before(place).len(), sentence.before(place).len() + sentence.quote(place).len());
    if to <= asked.word.start {
        return words_in(&sentence.text[to..asked.word.start]) == 0;
    }
    let between = sentence.text.get(asked.word.end..from).unwrap_or_default();
    let last = between.split_whitespace().rev().map(bare).find(|word| !holds(&GRAMMAR.belonging.small, word));
    // "In der Schweiz" is one name with its "in".
    let first = sentence.quote(place).split_whitespace().next().map(bare);
    let leads = |word: Cow<'_, str>| holds(&GRAMMAR.belonging.of, &word) || holds(&GRAMMAR.belonging.inside, &word);
    let led = last.is_some_and(leads) || first.is_some_and(leads);
    words_in(between) <= PLACE_REACH && led || words_in(between) == 0
}

/// The clause that holds a stretch of a sentence.
fn clause_around(text: &str, stretch: &Range<usize>) -> Range<usize> {
    const ENDS: [char; 5] = [';', ':', '|', '\n', '('];
    let start = text[..stretch.start].rfind(ENDS).map_or(0, |end| end + 1);
    let end = text[stretch.end..].find(ENDS).map_or(text.len(), |end| stretch.end + end);
    start..end
}
