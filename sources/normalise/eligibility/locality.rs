//! Those who apply are bound to one town, county or province elsewhere: "residents of Ashford", "the project must be located in Ashford
//! County", "the City of Ashford invites Ashford clubs", "Österreichs Gemeinden". What calls the whole world to one town is not asked here.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::super::evidence::found;
use super::nationality::lives_in;
use super::place_name::{Town, leading, towns, whose_residents};
use super::requisite::{goes_on_to_lands, is_for_the_stay};
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::deadline::words_in;
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};

/// "The project must be located in": so many words at most from what lies there to the verb.
const LIES_REACH: usize = 3;

/// "One of the planned activities must be implemented": so many words at most from the "one" to the verb.
const ONE_OF_WITHIN: usize = 8;

/// "On the territory of the Republic of": so many words at most from the verb to the country.
const COUNTRY_REACH: usize = 5;

/// "Students living in": so many words at most from somebody to where he lives.
const LIVES_REACH: usize = 2;

/// "Living in the city of Ashford can": so many words at most from the word for living to what they can.
const CAN_REACH: usize = 8;

/// "Kommunen im ländlichen Raum Niedersachsens": so many words at most lie between.
const PART_REACH: usize = 5;

/// "Österreichs Gemeinden können": so many words at most lie between.
const OWN_VERB_REACH: usize = 2;

/// "Eligible: the tribal nations and clubs that lie in": so many words at most stand before those whom a note names.
const NOTE_LEADS: usize = 6;

/// "Ashford County.": so many words at most stand behind the first of a name that closes a note.
const NAME_GOES_ON: usize = 2;

/// "In the old town of Ashford for a month": so many words at most from where one lives to how long.
const STAY_WITHIN: usize = 8;

/// "The City of Ashford now invites", "has decided to offer": so many words at most from a town to its verb.
const CALLS_WITHIN: usize = 4;

/// So many words are no longer than this, in bytes: of those further off the words need no counting.
const CALLS_NEAR: usize = 80;

/// "Montclar" and "montclariennes", "München" and "Münchner" share so many letters at least.
const SHARED_LETTERS: usize = 5;

/// Where those who apply are bound to, if that is a place elsewhere.
pub(super) fn bound_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let towns = towns(sentences);
    let towns = towns.as_slice();
    let told: Vec<&Sentence<'_>> = sentences.iter().filter(|sentence| !is_wider(sentence)).collect();
    // "International NGOs apply; projects must be carried out in Kenya", "with a partner in Africa": those who do it go there.
    let they_go_there = LazyCell::new(|| sentences.iter().any(|sentence| is_wider(sentence) || goes_there(sentence)));
    let must_lie = || must_lie(&told, towns, || !*they_go_there);
    owned(&told).or_else(must_lie).or_else(|| {
        // Authorities that are asked without a word on where they are may be anywhere, whoever else is asked.
        let asks = |sentence: &Sentence<'_>| {
            sentence.about_applying() && !sentence.in_title && sentence.subjects(Role::LocalAuthority).next().is_some()
        };
        if known.kind == Kind::Partnership || sentences.iter().any(asks) {
            return None;
        }
        residents(&told, towns).or_else(|| of_the_town(&told, towns, known))
    })
}

/// A place of ours is named, or somebody from further away is let in.
fn is_wider(sentence: &Sentence<'_>) -> bool {
    let open =
        [Role::HomePlace, Role::HomeCity, Role::Worldwide, Role::AnyNationality, Role::Associated, Role::Abroad, Role::Foreign];
    sentence.israel().is_some() || open.into_iter().any(|role| sentence.has(role))
}

/// Somebody from further away, or with a partner there, is asked.
fn goes_there(sentence: &Sentence<'_>) -> bool {
    let along = || sentence.has(Role::Partner) || sentence.says(&GRAMMAR.belonging.partners);
    sentence.about_applying() && (sentence.has(Role::International) || along()) || sentence.has(Role::MustLieIn) && along()
}

/// "Scotland's towns can enter", "Bayerns Städte können zeigen": a country or region in the genitive, and those whom it owns.
fn owned(sentences: &[&Sentence<'_>]) -> Option<Answer> {
    sentences.iter().filter(|sentence| !sentence.in_title).find_map(|sentence| {
        let can = |noun: &Hit| sentence.of(Role::May).any(|may| near(may, noun, OWN_VERB_REACH));
        let mut countries = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit).chain(sentence.of(Role::Region));
        let owner = countries.find(|country| {
            let own = |noun: &Hit| {
                let ahead = || {
                    let between = if country.end <= noun.start { sentence.between(country, noun).trim() } else { return false };
                    // "Österreichs grünste Gemeinden".
                    let adjective = |word: &str| word.chars().all(char::is_lowercase) && word.ends_with(['e', 'n']);
                    let own = sentence.quote(country).ends_with('s');
                    let genitive =
                        own && (between.is_empty() || is_german_genitive(sentence.quote(country)) && adjective(between));
                    (genitive || holds(&GRAMMAR.locality.own, between)) && noun.first <= country.last + 2
                };
                // "Denmark's partner towns" may be anywhere.
                let partner = || sentence.quote(noun).split_whitespace().map(bare).any(|word| is_partner(&word));
                // "Alle Gemeinden Österreichs".
                let behind = || {
                    noun.last + 1 == country.first
                        && sentence.between(noun, country).trim().is_empty()
                        && is_german_genitive(sentence.quote(country))
                };
                let part = || noun.last < country.first && is_of_part(sentence, noun, country);
                (ahead() || behind() || part()) && (sentence.about_applying() || can(noun)) && !partner()
            };
            BODIES.into_iter().flat_map(|role| sentence.subjects(role)).any(own)
        })?;
        // "Austria's municipalities look for partners".
        if sentence.says(&GRAMMAR.locality.seeks) {
            return None;
        }
        Some(say(Verdict::No, found(sentence.quote(owner), "country.owned_elsewhere")))
    })
}

/// "Österreichs", and not "Texas": the grammar names those that end so by themselves.
fn is_german_genitive(place: &str) -> bool {
    place.ends_with('s') && !place.contains(' ') && !holds(&GRAMMAR.locality.ends_so, &place.to_lowercase())
}

/// "Die in Bamstedt wohnen": in "painters live in Ashford for a month" they are guests.
fn verb_last(sentence: &Sentence<'_>, name: &str) -> bool {
    let behind = name.as_ptr() as usize - sentence.text.as_ptr() as usize + name.len();
    let verb = sentence.text[behind..].split_whitespace().next().map(bare);
    verb.is_some_and(|verb| holds(&GRAMMAR.belonging.lives, &verb))
}

/// "Kommunen im ländlichen Raum Niedersachsens".
pub(super) fn is_of_part(sentence: &Sentence<'_>, noun: &Hit, land: &Hit) -> bool {
    let word = sentence.before(land).split_whitespace().next_back().map(bare).unwrap_or_default();
    near(noun, land, PART_REACH) && holds(&GRAMMAR.locality.parts, &word) && is_german_genitive(sentence.quote(land))
}

fn is_partner(word: &str) -> bool {
    holds(&GRAMMAR.locality.links, word) || holds(&GRAMMAR.origin.twins, word)
}

const BODIES: [Role; 3] = [Role::LocalAuthority, Role::Official, Role::OtherBody];

/// "The project must be located in Ashford County": wherever those live who hand it in.
fn must_lie(sentences: &[&Sentence<'_>], towns: &[Town<'_>], is_bound: impl Fn() -> bool) -> Option<Answer> {
    sentences.iter().filter(|sentence| !sentence.in_title).find_map(|sentence| {
        if sentence.has(Role::Partner) || sentence.has(Role::OneOfSeveral) || sentence.has(Role::Not) {
            return None;
        }
        let theirs = |lies: &Hit| {
            let before = sentence.before(lies).split_whitespace().rev().take(LIES_REACH).map(bare);
            sentence.before(lies).split_whitespace().nth(1).is_none()
                || before.into_iter().any(|word| holds(&GRAMMAR.locality.lying, &word))
        };
        let mut bounds = sentence.of(Role::MustLieIn).filter(|lies| theirs(lies));
        bounds
            .find_map(|lies| {
                let country = || country_behind(sentence, lies).filter(|_| is_bound());
                place_behind(sentence, lies, towns).or_else(country)
            })
            .map(|place| say(Verdict::No, found(place, "country.must_lie_elsewhere")))
    })
}

/// "Must be implemented on the territory of Georgia", "deberán ejecutarse en territorio peruano"; "one activity must be carried out in
/// Georgia" and "must lie outside Georgia" leave the rest free.
fn country_behind<'a>(sentence: &Sentence<'a>, lies: &Hit) -> Option<&'a str> {
    let words = || sentence.before(lies).split_whitespace().rev().take(ONE_OF_WITHIN).map(bare);
    let own = words().next().is_none() || words().take(LIES_REACH).any(|word| holds(&GRAMMAR.locality.lying, &word));
    if !own || words().any(|word| holds(&GRAMMAR.clause.each, &word)) {
        return None;
    }
    let there = |hit: &Hit, people: bool| {
        let between = if lies.last < hit.first { sentence.between(lies, hit) } else { return false };
        let mut between_words = between.split_whitespace().chain(sentence.quote(lies).split_whitespace()).map(bare);
        let out = between_words.any(|word| holds(&GRAMMAR.belonging.outside, &word));
        let last = || sentence.before(hit).split_whitespace().next_back().map(bare);
        let adjective = || last().is_some_and(|word| holds(&GRAMMAR.belonging.territories, &word));
        !out && !between.contains(['.', ';', ':', '\n']) && (!people || adjective())
    };
    let stays = |hit: &Hit| is_for_the_stay(sentence.after(hit)) || goes_on_to_lands(sentence.after(hit));
    // Those further off are not looked at: a page without full stops has many.
    let mut others = sentence.others().filter(|(hit, _)| lies.last < hit.first && near(lies, hit, COUNTRY_REACH));
    others.find(|(hit, people)| there(hit, *people) && !stays(hit)).map(|(hit, _)| sentence.quote(hit))
}

/// "Residents of Ashford may", "students living in Ashford can spend": where those live who may.
fn residents(sentences: &[&Sentence<'_>], towns: &[Town<'_>]) -> Option<Answer> {
    sentences.iter().filter(|sentence| !sentence.in_title).find_map(|sentence| {
        let can_behind = |hit: &Hit| sentence.of(Role::May).any(|may| hit.last < may.first && near(hit, may, CAN_REACH));
        let live = |noun: &Hit| {
            let lives = |seat: &&Hit| noun.last < seat.first && near(noun, seat, LIVES_REACH) && can_behind(seat);
            sentence
                .of(Role::Seat)
                .filter(|seat| !is_stay(sentence, seat))
                .find(lives)
                .and_then(|seat| place_behind(sentence, seat, towns))
        };
        let from = |noun: &Hit| {
            let own =
                holds(&GRAMMAR.locality.residents, &bare(sentence.quote(noun).split_whitespace().next().unwrap_or_default()));
            let of = |from: &&Hit| noun.last + 1 == from.first;
            let from = || sentence.of(Role::From).find(of).and_then(|from| place_behind(sentence, from, towns));
            // "Bürger der Stadt Bamstedt".
            let genitive = || {
                let (of, rest) = sentence.after(noun).trim_start().split_once(' ')?;
                leading(rest, towns).filter(|_| holds(&GRAMMAR.clause.genitives, of))
            };
            let place = || from().or_else(genitive);
            (own && sentence.about_applying()).then(place).flatten()
        };
        // "Nonprofits serving the city of Ashford".
        let serve = |noun: &Hit| {
            let behind = sentence.after(noun).trim_start();
            let verb = behind.split_whitespace().next().filter(|word| holds(&GRAMMAR.locality.serving, word))?;
            let place = || leading(&behind[verb.len()..], towns);
            (sentence.about_applying() || sentence.is_for_applicants()).then(place).flatten()
        };
        let somebody = || sentence.of(Role::Person).chain(sentence.of(Role::OtherBody));
        let place = somebody().find_map(live).or_else(|| somebody().find_map(from)).or_else(|| somebody().find_map(serve));
        let place = place.or_else(|| ends_with_seat(sentence, towns)).or_else(|| of_the_place(sentence));
        // "Kulturschaffende, die in Bamstedt wohnen".
        let living = || {
            somebody()
                .next()
                .filter(|_| sentence.about_applying())
                .and_then(|_| lives_in(sentence).filter(|name| verb_last(sentence, name)))
        };
        let compound = || {
            let residents = sentence.of(Role::Person).chain(sentence.of(Role::Resident));
            let about = sentence.about_applying() || sentence.is_for_applicants();
            residents.filter(|_| about).find_map(|noun| whose_residents(sentence, noun))
        };
        let place = place.or_else(living).or_else(compound)?;
        Some(say(Verdict::No, found(place, "country.lives_elsewhere")))
    })
}

/// "Painters live in Ashford for a month": guests, and not those who are at home there.
pub(super) fn is_stay(sentence: &Sentence<'_>, seat: &Hit) -> bool {
    // "Students living in Ashford can spend two months": those are told behind the verb.
    let verb = sentence.of(Role::May).filter(|may| seat.last < may.first).min_by_key(|may| may.first);
    let behind = verb.map_or_else(|| sentence.after(seat), |verb| sentence.between(seat, verb));
    let behind = behind.split(['.', ';', '\n']).next().unwrap_or_default();
    let words: Vec<Cow<'_, str>> = behind.split_whitespace().take(STAY_WITHIN).map(bare).collect();
    let holds_one = |list: &WordList| words.iter().any(|word| holds(list, word));
    holds_one(&GRAMMAR.locality.stays) && !holds_one(&GRAMMAR.locality.least)
}

/// "Clubs that lie within the boundaries of Ashford County.": a note that names somebody, where he sits, and nothing else.
fn ends_with_seat<'a>(sentence: &Sentence<'a>, towns: &[Town<'_>]) -> Option<&'a str> {
    let leads = |noun: &&Hit| sentence.before(noun).split_whitespace().nth(NOTE_LEADS).is_none();
    let noun = sentence.nouns().find(leads)?;
    let seat = sentence.of(Role::Seat).find(|seat| noun.last < seat.first && near(noun, seat, LIVES_REACH))?;
    let place = place_behind(sentence, seat, towns)?;
    let behind = sentence.text.rfind(place)? + place.len();
    (words_in(&sentence.text[behind..]) <= NAME_GOES_ON).then_some(place)
}

/// "Applicants must be residents of the borough": of the one that calls.
fn of_the_place<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let locality = &GRAMMAR.locality;
    let own = |noun: &&Hit| holds(&locality.residents, &bare(sentence.quote(noun)));
    // "Citizens of the city may nominate their mayor": of any city.
    let names = || sentence.has(Role::Official) || sentence.says(&GRAMMAR.locality.heads);
    let noun =
        sentence.of(Role::Person).find(own).filter(|_| sentence.about_applying() && sentence.has(Role::May) && !names())?;
    let behind = sentence.after(noun).trim_start();
    let mut words = behind.split_whitespace();
    let (of, article, civic) = (words.next()?, words.next()?, words.next()?);
    let is_place = holds(&locality.civic, &bare(civic)) && holds(&GRAMMAR.clause.articles, &article.to_lowercase());
    (holds(&GRAMMAR.clause.genitives, &of.to_lowercase()) && is_place).then(|| sentence.quote(noun))
}

/// "Every painter who is a resident of Ashford", "alle Einwohner der Gemeinde", "artists from Ashford": where somebody lives is asked.
pub(super) fn is_of_a_place(sentence: &Sentence<'_>) -> bool {
    let grammar = &GRAMMAR.belonging;
    let open = |at: usize| {
        let at = sentence.place_of(at);
        let wide = [Role::AnyNationality, Role::Worldwide].into_iter().flat_map(|role| sentence.of(role));
        wide.into_iter().any(|hit| hit.start <= at && at < hit.end)
    };
    let nouns: Vec<usize> = sentence.nouns().map(|noun| noun.end).collect();
    let words: Vec<&str> = sentence.text.split_whitespace().collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let of = holds(&grammar.of, &bare(pair[1])) || holds(&grammar.inside, &bare(pair[1]));
        let end = pair[0].as_ptr() as usize - sentence.text.as_ptr() as usize + pair[0].len();
        let comes = || holds(&grammar.comes, &bare(pair[1])) && nouns.contains(&sentence.place_of(end));
        if !(of && holds(&GRAMMAR.locality.residents, &bare(pair[0])) || comes()) {
            return false;
        }
        let name = words[at + 2..].iter().find(|word| !holds(&grammar.small, &bare(word)));
        name.is_some_and(|name| {
            let from = name.as_ptr() as usize - sentence.text.as_ptr() as usize;
            !open(from) && (name.starts_with(char::is_uppercase) || super::here::place(name).is_some())
        })
    })
}

/// The name or the region that stands behind a word.
fn place_behind<'a>(sentence: &Sentence<'a>, word: &Hit, towns: &[Town<'_>]) -> Option<&'a str> {
    let region = || sentence.of(Role::Region).find(|region| word.last < region.first && near(word, region, LIVES_REACH));
    region().map(|region| sentence.quote(region)).or_else(|| leading(sentence.after(word), towns))
}

/// "The City of Ashford invites Ashford clubs", "Lindauer Vereine", "les associations montclariennes", "artists from Ashford", and "local
/// clubs" of a town that calls.
fn of_the_town(sentences: &[&Sentence<'_>], towns: &[Town<'_>], known: &Known<'_>) -> Option<Answer> {
    // Where people travel or meet, a town is the place where they do.
    let travels = matches!(known.kind, Kind::Exchange | Kind::Conference | Kind::Exhibition | Kind::Training);
    if towns.is_empty() {
        return None;
    }
    // "The town council opens a round of grants to neighbourhood clubs".
    let gives = |sentence: &Sentence<'_>| sentence.offers() && sentence.has(Role::Calls);
    let about = |sentence: &&&Sentence<'_>| (sentence.about_applying() || gives(sentence)) && !sentence.in_title;
    sentences.iter().filter(about).find_map(|sentence| {
        let asked = || sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person));
        let theirs = |noun: &&Hit| towns.iter().any(|town| is_of(sentence, noun, town, travels));
        let noun = asked().find(theirs)?;
        Some(say(Verdict::No, found(sentence.quote(noun), "country.of_the_town")))
    })
}

fn is_of(sentence: &Sentence<'_>, noun: &Hit, town: &Town<'_>, travels: bool) -> bool {
    let (before, after) = (sentence.before(noun).trim_end(), sentence.after(noun));
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    let named = before.strip_suffix(town.name).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
    let demonym = is_demonym(last, town.name) && last.starts_with(char::is_uppercase) || is_demonym(next, town.name);
    // "Young people from Ashford", whom Ashford sends.
    let comes = |from: &Hit| {
        town.calls && !sentence.has(Role::TwinTowns) && sentence.of(Role::Comes).any(|comes| comes.first == from.first)
    };
    let from = || {
        let behind = sentence.of(Role::From).filter(|from| noun.last + 1 == from.first);
        behind.filter(|from| !travels || comes(from)).any(|from| {
            let rest = sentence.after(from).trim_start();
            // "Groups in the Ashford area".
            let (article, behind) = rest.split_once(' ').unwrap_or_default();
            let rest = if holds(&GRAMMAR.clause.articles, article) { behind } else { rest };
            rest.strip_prefix(town.name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let local = || town.calls && [last, next].into_iter().any(|word| holds(&GRAMMAR.locality.local, &bare(word)));
    named || demonym || from() || local()
}

/// "Lindauer", "montclarienne": a word that begins as the name of the town does, and goes on as its name does not.
fn is_demonym(word: &str, name: &str) -> bool {
    let (word, name) = (bare(word), name.to_lowercase());
    let shared = word.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    word != name && shared >= SHARED_LETTERS && word.chars().count() > shared
}

/// Does a town whose name ends at this place of the text call?
pub(super) fn calls(sentence: &Sentence<'_>, end: usize) -> bool {
    let verbs = sentence.of(Role::Calls).chain(sentence.of(Role::Apply)).filter(|verb| end <= verb.start);
    let mut near = verbs.filter(|verb| verb.start - end <= CALLS_NEAR);
    near.any(|verb| {
        let between = sentence.text_at(end, verb.start);
        between.split_whitespace().count() <= CALLS_WITHIN && !between.contains(['.', ';', ':', '\n'])
    })
}
