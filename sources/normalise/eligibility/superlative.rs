//! Prizes for the first of one country: "the award for the most sustainable municipality of Belgium", "gesucht wird die grünste Stadt
//! Österreichs". Whoever enters is there.

use super::super::evidence::found;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "The award for the second most sustainable municipality": so many words at most lie between.
const PRIZE_REACH: usize = 7;

/// "Municipality of the kingdom of Belgium", "commune la plus durable de Belgique": so many words at most lie between.
const COUNTRY_REACH: usize = 6;

/// The answer of a contest for the first of one country, where nobody from elsewhere is let in.
pub(super) fn first_of_a_country(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    const OPEN: [Role; 6] =
        [Role::Worldwide, Role::Foreign, Role::Outside, Role::Associated, Role::AnyNationality, Role::Partner];
    let is_open = |sentence: &Sentence<'_>| sentence.israel().is_some() || OPEN.into_iter().any(|role| sentence.has(role));
    if known.kind != Kind::Competition || sentences.iter().any(is_open) {
        return None;
    }
    sentences.iter().find_map(|sentence| {
        let countries = || sentence.others().filter(|(hit, people)| !people && sentence.quote(hit) != "EU").map(|(hit, _)| hit);
        let authorities = || sentence.of(Role::LocalAuthority).chain(sentence.of(Role::OneAuthority));
        let country = countries().find(|country| authorities().any(|noun| is_first_there(sentence, noun, country)))?;
        Some(say(Verdict::No, found(sentence.quote(country), "country.first_of_a_country")))
    })
}

/// "Prize … most sustainable municipality of Belgium": a prize before, a word of the highest degree beside, the country behind.
fn is_first_there(sentence: &Sentence<'_>, noun: &Hit, country: &Hit) -> bool {
    if country.first <= noun.last || !near(noun, country, COUNTRY_REACH) {
        return false;
    }
    let called = sentence.offered().chain(sentence.of(Role::Apply)).filter(|call| call.last < noun.first);
    let Some(call) = called.filter(|call| near(call, noun, PRIZE_REACH)).max_by_key(|call| call.first) else { return false };
    let (before, behind) = (sentence.between(call, noun), sentence.between(noun, country));
    let is_most = |word: &str| holds(&GRAMMAR.applicant.most, &word.to_lowercase());
    let ends = |word: &str| GRAMMAR.applicant.most_endings.iter().any(|ending| word.ends_with(ending.as_str()));
    let most = before.split_whitespace().chain(behind.split_whitespace()).any(is_most)
        || before.split_whitespace().next_back().is_some_and(ends);
    let genitive = behind.trim().is_empty() && sentence.quote(country).ends_with('s');
    let is_genitive = |word: &str| holds(&GRAMMAR.clause.genitives, &word.to_lowercase());
    // "The town with the most visitors from Germany": what stands between is of something else.
    let (next, last) = (behind.split_whitespace().next(), behind.split_whitespace().next_back());
    let goes_on = |word: &str| is_most(word) || is_genitive(word) || holds(&GRAMMAR.clause.articles, &word.to_lowercase());
    let of_country = next.is_some_and(goes_on) && last.is_some_and(is_genitive);
    let there = || of_country || genitive || sentence.quote(country).starts_with('ב') || is_elided(behind);
    most && !before.contains([',', ';', ':']) && !behind.contains([',', ';', ':']) && there()
}

/// "D'Autriche".
fn is_elided(behind: &str) -> bool {
    let particle = behind.split_whitespace().next_back().and_then(|word| word.strip_suffix(['\'', '’']));
    particle.is_some_and(|word| holds(&GRAMMAR.clause.genitives, &word.to_lowercase()))
}
