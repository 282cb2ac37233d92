//! Is Israel named as the place of those who apply, and not of those whom they meet, or where they go?

use super::clause::lists;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "From Poland, Germany and Israel": so many words at most lie between.
const LIST_OF_COUNTRIES: usize = 5;

/// "Associations and clubs from": so many words at most from those who apply to where they are from.
const FROM_REACH: usize = 3;

/// "Françaises et argentines": an "and" lies between.
const PAIR_REACH: usize = 2;

/// "With a partner organisation in": so many words at most from the "with" to Israel.
const WITH_REACH: usize = 4;

/// "La Embajada de Israel", "Israel's ambassador": those who sit in another country.
pub(super) fn is_of_mission(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let mission = |word: &str| holds(&GRAMMAR.belonging.missions, &bare(word));
    let led = sentence.before(israel).split(['.', ',', ';', ':']).next_back().unwrap_or_default();
    let before = led.split_whitespace().rev().take(2).any(mission);
    before || sentence.after(israel).split_whitespace().take(2).any(mission)
}

/// "Cities can apply for a study tour to Israel": it is where one goes.
pub(super) fn is_journey(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let mut before = sentence.before(israel).split_whitespace().rev().map(bare);
    let (Some(to), Some(what)) = (before.next(), before.next()) else { return false };
    let world = &GRAMMAR.world;
    let goes = [&world.stays, &world.events, &world.going].into_iter().any(|list| holds(list, &what));
    goes && (holds(&world.towards, &to) || holds(&GRAMMAR.belonging.inside, &to))
}

/// "Municipalities in Israel can apply with a partner in Germany": ours hand in, and the partner is theirs.
pub(super) fn leads_others(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let ours = sentence.nouns().any(|noun| noun.last < israel.first && near(noun, israel, PAIR_REACH));
    let verb = sentence.of(Role::Apply).filter(|verb| israel.last < verb.first && near(israel, verb, FROM_REACH));
    let verb = verb.min_by_key(|verb| verb.first);
    ours && verb.is_some_and(|verb| sentence.of(Role::Partner).all(|partner| verb.first < partner.first))
}

/// "20 countries, including Israel", said of those who apply, or of the countries of a programme.
pub(super) fn includes(sentence: &Sentence<'_>) -> bool {
    let lands = [Role::Associated, Role::Counted, Role::CountryHead, Role::ListedIn, Role::CountryLabel];
    sentence.has(Role::Included) && (sentence.about_applying() || lands.into_iter().any(|role| sentence.has(role)))
}

/// "German clubs together with an organisation in Israel": who stands behind the "with" goes along with those who apply.
pub(super) fn goes_along(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let one = || sentence.of(Role::OneAuthority).chain(sentence.of(Role::OneOther));
    let somebody = || sentence.nouns().chain(sentence.of(Role::Participant)).chain(one());
    let along = |with: &Hit| {
        let beside = with.last < israel.first && near(with, israel, WITH_REACH);
        let theirs = |who: &Hit| with.last < who.first && who.last < israel.first;
        let people = |who: &Hit| israel.last < who.first && near(israel, who, PAIR_REACH) && sentence.is_people(israel);
        let before = |hit: &Hit| hit.last < with.first;
        let named = || somebody().any(before) || sentence.others().any(|(country, _)| before(country));
        beside && named() && somebody().any(|who| theirs(who) || people(who))
    };
    sentence.about_applying() && sentence.of(Role::With).any(along)
}

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
        // "Clubs in Germany that plan a camp with a partner in Israel".
        let with = |with: &Hit| noun.last < with.first && with.last < israel.first && near(with, israel, WITH_REACH);
        let plain = || !sentence.of(Role::With).any(with);
        let behind = || {
            lists(sentence, noun, israel) && plain()
                || with_another(sentence, noun, israel)
                || behind_another(sentence, noun, israel)
        };
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
    let along = |who: &Hit| sentence.of(Role::With).any(|with| with.last < who.first && near(with, who, PAIR_REACH));
    let listed = |from: &Hit| listed(from) && sentence.of(Role::Participant).any(|who| leads(who, from) && !along(who));
    // "Together with its Israeli sister city".
    let with = |from: &Hit| sentence.of(Role::With).any(|with| with.start == from.start);
    sentence.of(Role::From).any(|from| !with(from) && listed(from))
}
