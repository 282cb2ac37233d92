//! Those who apply are of a place without a name: "all municipalities of the country", "Vereine aus dem Stadtgebiet", "las asociaciones
//! del municipio". It is that of whoever calls, and in a text that names no place of ours it is elsewhere.

use super::super::evidence::found;
use super::listing::Listing;
use super::sentence::Sentence;
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};

/// "Clubs and societies of the": so many words at most from somebody to the word before the place.
const OF_REACH: usize = 3;

/// "Of the whole": so many small words at most stand before the place.
const SMALL_WORDS: usize = 2;

/// Where those who apply are of the place of the one that calls, and that is not here. `ours`: is a place of ours named?
pub(super) fn bound_here(sentences: &[Sentence<'_>], known: &Known<'_>, ours: impl Fn() -> bool) -> Option<Answer> {
    if known.kind == Kind::Partnership || ours() {
        return None;
    }
    // Where people travel or meet, a town may be the place where they do.
    let travels = matches!(known.kind, Kind::Exchange | Kind::Conference | Kind::Exhibition | Kind::Training);
    let mut listing = Listing::default();
    let mut of_bodies = None;
    let mut free = false;
    for sentence in sentences {
        // "Alle Bewerbungen müssen aus dem Kreisgebiet kommen".
        let bound = || sentence.of(Role::MustLieIn).find_map(|lies| place(sentence.after(lies)));
        if let Some(place) = bound().filter(|_| !sentence.in_title && !sentence.has(Role::Partner) && !is_wider(sentence)) {
            return Some(say(Verdict::No, found(place, "country.of_the_place")));
        }
        let item = listing.takes(sentence) && !listing.shuts();
        // "Citizens of the city may nominate their mayor": of any city.
        if known.kind == Kind::Competition && sentence.says(&GRAMMAR.locality.heads) {
            continue;
        }
        if sentence.in_title || !(item || sentence.about_applying()) || is_wider(sentence) {
            continue;
        }
        if let Some(place) = sentence.subjects(Role::LocalAuthority).find_map(|noun| behind(sentence, noun, travels)) {
            return Some(say(Verdict::No, found(place, "country.of_the_place")));
        }
        // Authorities that are asked without a word on where they are may be anywhere, whoever else is asked; and so may be others who
        // are asked so before.
        let bodies = [Role::OtherBody, Role::Official, Role::Person].into_iter().flat_map(|role| sentence.subjects(role));
        free |= sentence.subjects(Role::LocalAuthority).next().is_some();
        free |= of_bodies.is_none() && bodies.into_iter().next().is_some_and(|noun| behind(sentence, noun, travels).is_none());
        // "Towns may apply for projects for residents of the town".
        let first = |noun: &Hit| !sentence.nouns().any(|other| other.last < noun.first);
        let is_for = |noun: &Hit| sentence.comes_after(noun, Role::For) && !first(noun);
        let asked = |noun: &&Hit| !is_for(noun) && !sentence.comes_after(noun, Role::With);
        let mut others = sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person)).filter(asked);
        of_bodies = of_bodies.or_else(|| others.find_map(|noun| behind(sentence, noun, travels)));
    }
    of_bodies.filter(|_| !free).map(|place| say(Verdict::No, found(place, "country.of_the_place")))
}

/// A place of ours is named.
pub(super) fn is_ours(sentence: &Sentence<'_>) -> bool {
    let roles = [Role::HomePlace, Role::HomeCity, Role::SeatedHere, Role::IsraeliCaller];
    let paid = || sentence.text.contains('₪') || sentence.says(&GRAMMAR.belonging.our_money);
    sentence.israel().is_some() || roles.into_iter().any(|role| sentence.has(role)) || paid()
}

/// Somebody from further away is let in, or shut out.
fn is_wider(sentence: &Sentence<'_>) -> bool {
    let roles = [Role::Worldwide, Role::AnyNationality, Role::Associated, Role::Abroad, Role::Foreign, Role::OneOfSeveral];
    sentence.has(Role::Excluded) || roles.into_iter().any(|role| sentence.has(role))
}

/// The place without a name that somebody is of by the words behind him.
fn behind<'a>(sentence: &Sentence<'a>, noun: &Hit, travels: bool) -> Option<&'a str> {
    let grammar = &GRAMMAR.belonging;
    let acts = |at: usize| sentence.of(Role::Apply).any(|verb| noun.last < verb.first && sentence.before(verb).len() < at);
    let rest = sentence.after(noun);
    let from = sentence.text.len() - rest.len();
    rest.split_whitespace().take(OF_REACH + 1).find_map(|word| {
        let at = word.as_ptr() as usize - sentence.text.as_ptr() as usize;
        let small = bare(word);
        let led = holds(&grammar.of, &small) || !travels && holds(&grammar.inside, &small);
        let plain = !sentence.text[from..at].contains([';', ':', '.', '(', '|', '\n']);
        (led && plain && !acts(at)).then(|| place(&sentence.text[at + word.len()..])).flatten()
    })
}

/// The place without a name with which a stretch begins, but for small words: "the whole country", "gesamten Kanton".
pub(super) fn place(stretch: &str) -> Option<&str> {
    let grammar = &GRAMMAR.belonging;
    let mut words = stretch.split_whitespace();
    for _ in 0..=SMALL_WORDS {
        let word = words.next()?;
        // "De l'agglomération".
        let small = bare(word.rsplit(['\'', '’']).next().unwrap_or(word));
        if holds(&grammar.here, &small) {
            let ends = word.ends_with(['.', ';', ':', ')']);
            let is_name = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
            // "The country in which they lie" is any, and "the city of Ashford" has a name, which may be one of ours.
            let mut other = || {
                let next = words.next().unwrap_or_default();
                let small = bare(next);
                let of = holds(&grammar.of, &small);
                holds(&grammar.particular, &small) || is_name(Some(next)) || of && is_name(words.next())
            };
            let plain = ends || !other();
            return plain.then(|| word.trim_matches(|c: char| !c.is_alphanumeric()));
        }
        if !holds(&grammar.small, &small) {
            return None;
        }
    }
    None
}
