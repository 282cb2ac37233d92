//! Is Israel named as the place of those who apply, and not of those whom they meet, or where they go?

use super::clause::lists;
use super::sentence::{Sentence, near};
use crate::lexicon::{Hit, Role};

/// "From Poland, Germany and Israel": so many words at most lie between.
const LIST_OF_COUNTRIES: usize = 5;

/// "Associations and clubs from": so many words at most from those who apply to where they are from.
const FROM_REACH: usize = 3;

/// "Françaises et argentines": an "and" lies between.
const PAIR_REACH: usize = 2;

/// "From Israel", "מישראל", "Israeli": where somebody comes from.
pub(super) fn is_origin(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    sentence.comes_after(israel, Role::From) || sentence.is_people(israel) || sentence.quote(israel).starts_with('מ')
}

/// "Israeli and German youth", "youth from Germany and Israel"; not "US schools may apply for a trip to Israel".
pub(super) fn is_of_applicants(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    sentence.nouns().any(|noun| {
        let acts = || sentence.of(Role::Apply).any(|verb| noun.last < verb.first && verb.last < israel.first);
        // "Exchange visits with Israeli towns": those towns go along.
        let along = || sentence.comes_after(israel, Role::With) && sentence.nouns().any(|other| other.last < israel.first);
        let before = israel.last < noun.first && near(noun, israel, LIST_OF_COUNTRIES) && !along();
        let behind =
            || lists(sentence, noun, israel) || with_another(sentence, noun, israel) || behind_another(sentence, noun, israel);
        before || noun.last < israel.first && behind() && !acts()
    })
}

/// "חברות מישראל ומגרמניה": right behind a noun, as the first of a list of countries.
fn with_another(sentence: &Sentence<'_>, noun: &Hit, israel: &Hit) -> bool {
    let next = |country: &Hit| {
        israel.last < country.first && near(israel, country, PAIR_REACH) && sentence.quote(country).starts_with(['ו', 'و'])
    };
    near(noun, israel, PAIR_REACH) && is_origin(sentence, israel) && sentence.located().any(next)
}

/// "للبلديات من مصر وإسرائيل": the next of a list that begins right behind a noun, with the "and" as its letter.
fn behind_another(sentence: &Sentence<'_>, noun: &Hit, israel: &Hit) -> bool {
    let leads = |country: &Hit| {
        let first = noun.last < country.first && near(noun, country, FROM_REACH) && is_placed(sentence, country);
        first && country.last < israel.first && near(country, israel, LIST_OF_COUNTRIES)
    };
    sentence.quote(israel).starts_with(['ו', 'و']) && sentence.others().any(|(country, people)| !people && leads(country))
}

/// "From Egypt", "מפולין".
fn is_placed(sentence: &Sentence<'_>, country: &Hit) -> bool {
    sentence.comes_after(country, Role::From) || sentence.located().any(|hit| hit.start == country.start)
}

/// "Must include organisations based in Austria and Israel": the seat is told of both.
pub(super) fn is_next_seat(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let listed = |seat: &Hit| {
        let inside = |hit: &Hit| seat.last < hit.first && hit.last < israel.first;
        let first = sentence.others().any(|(country, people)| !people && seat.last + 1 == country.first);
        let parted = sentence.nouns().chain(sentence.of(Role::Apply)).any(inside);
        seat.last < israel.first && near(seat, israel, LIST_OF_COUNTRIES) && lists(sentence, seat, israel) && first && !parted
    };
    sentence.of(Role::Seat).any(listed)
}

/// "Teams aus Israel", "Fachkräfte aus Polen, Israel und Ungarn": whatever those are who are asked, they come from here.
pub(super) fn asks_ours(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let leads = |who: &Hit, from: &Hit| who.last < from.first && near(who, from, PAIR_REACH);
    let listed = |from: &Hit| {
        let first = || sentence.comes_after(israel, Role::From) || lists(sentence, from, israel);
        from.last < israel.first && near(from, israel, LIST_OF_COUNTRIES) && first()
    };
    let listed = |from: &Hit| listed(from) && sentence.of(Role::Participant).any(|who| leads(who, from));
    // "Together with its Israeli sister city".
    let along = |from: &Hit| sentence.of(Role::With).any(|with| with.start == from.start);
    sentence.of(Role::From).any(|from| !along(from) && listed(from))
}
