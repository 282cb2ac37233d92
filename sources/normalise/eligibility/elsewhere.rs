//! Those named are elsewhere: "US cities", "collectivités françaises", "עיריות בצרפת", "towns in Ohio".

use std::cell::LazyCell;

use super::super::evidence::found;
use super::clause::lists;
use super::listing::{Listing, is_aside, is_listed_behind};
use super::locality::{is_of_part, is_stay};
use super::paying::pays;
use super::requisite::{goes_on_to_lands, is_other_than};
use super::sentence::{Sentence, is_inside, near};
use super::site::is_of_event;
use super::{Known, partnering, say, situated};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};
use words::Script;

/// Between an adjective and the noun that it restricts stands at most one word ("US and Canadian cities" names two adjectives).
const NEAR: usize = 2;

/// "רשויות מקומיות מ-46 המדינות החברות במועצת אירופה": so many words at most from the noun to the countries.
const FROM_REACH: usize = 4;

/// "ערים בנות יותר מ-100 אלף תושבים במדינות האיחוד": with a count between, so many words at most.
const COUNTED_REACH: usize = 9;

/// "For finance and budget officers": so many words at most lie between.
const FOR_REACH: usize = 4;

/// "Municipalities of the Basque Country": so many words at most from the noun to the region.
const REGION_REACH: usize = 3;

/// "Communes, EPCI et comités de jumelage du Grand Est": with a list before the "of", so many words at most lie between.
const REGION_BEHIND_A_LIST: usize = 9;

/// "עיריות בצרפת רשאיות": so many words at most from the country to the verb, where the country may be the place of a journey.
const VERB_REACH: usize = 2;

/// "With a large host organisation in": so many words at most from the "with" to those who go along.
const COMPANY_REACH: usize = 3;

/// "Need not be citizens of the United States": so many words at most lie between.
const WAIVED_REACH: usize = 5;

/// A caller at home that asks others in: "a course for professionals from developing countries".
pub(super) fn people_of_elsewhere(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let about = |sentence: &&Sentence<'_>| sentence.about_applying() || sentence.is_for_applicants();
    sentences.iter().filter(about).find_map(|sentence| {
        // "רשויות מאפריקה": side by side it is where they are.
        let beside = |region: &Hit| {
            let mut alone = sentence.nouns().filter(|noun| !sentence.comes_after(noun, Role::With));
            alone.any(|noun| noun.last + 1 == region.first)
        };
        let far = || sentence.of(Role::FarRegion).find(|region| beside(region));
        let elsewhere = sentence.first(Role::ElsewhereOnly).or_else(far)?;
        // "Authorities in Israel propose projects in developing countries": the verb stands between, and it is not they who are there.
        let acts = |noun: &Hit| sentence.of(Role::Apply).any(|verb| noun.last < verb.first && verb.last < elsewhere.first);
        // "ערים בנות יותר מ-100 אלף תושבים במדינות האיחוד".
        let counted = |noun: &Hit| {
            let inside = |hit: &Hit| noun.last < hit.first && hit.last < elsewhere.first;
            near(noun, elsewhere, COUNTED_REACH) && sentence.of(Role::Headcount).chain(sentence.of(Role::Limit)).any(inside)
        };
        let reaches = |noun: &Hit| near(noun, elsewhere, FROM_REACH) || counted(noun);
        let theirs = |noun: &Hit| noun.last < elsewhere.first && reaches(noun) && !acts(noun);
        sentence.nouns().any(theirs).then(|| say(Verdict::No, found(sentence.quote(elsewhere), "country.elsewhere_only")))
    })
}

/// Israeli bodies hand on calls from abroad too: those who apply are named with their country, and nobody else is.
pub(super) fn handed_on(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let at_home = |sentence: &Sentence<'_>| {
        let first = sentence.subjects(Role::LocalAuthority).next();
        sentence.about_applying() && first.is_some() && places(sentence, true).next().is_none()
    };
    others_beside(sentences, known).filter(|_| !sentences.iter().any(at_home))
}

/// Beside a caller who seems to be at home only those count who are restricted word by word: "עיריות בצרפת", "רשויות צרפתיות".
pub(super) fn others_beside(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let names_israel = |sentence: &Sentence<'_>| sentence.israel().is_some() && !sentence.has(Role::Excluded);
    if sentences.iter().any(names_israel) {
        return None;
    }
    // Where people travel or meet, a country is the place where they do.
    let travels = matches!(known.kind, Kind::Exchange | Kind::Conference | Kind::Exhibition | Kind::Training);
    // "From France and the countries around the Mediterranean": which those are the text does not say.
    let about = |sentence: &&Sentence<'_>| {
        !sentence.has(Role::Associated) && (sentence.about_applying() || sentence.in_title && !travels)
    };
    sentences.iter().filter(about).find_map(|sentence| {
        let first = places(sentence, travels).next()?;
        Some(say(Verdict::No, found(sentence.quote(first), "country.others_beside")))
    })
}

/// "Calling all Exeter-based artists": a name before "-based" is a place. With the first word of a line or of a list anything is written
/// so ("Community-based groups").
fn based<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let is_name = |word: &str| {
        let is_place = |place: &str| {
            let known = || !holds(&GRAMMAR.origin.not_places, &place.to_lowercase());
            place.starts_with(char::is_uppercase) && place.chars().count() > 2 && known()
        };
        word.strip_suffix("-based").is_some_and(is_place)
    };
    sentence.nouns().filter(|_| !sentence.in_title).find_map(|noun| {
        let mut before = sentence.before(noun).split_whitespace().rev();
        let word = before.next().filter(|word| is_name(word))?;
        let lead = before.next()?;
        (!lead.ends_with([':', '.', '-', '–', '•', '*', '|'])).then_some(word)
    })
}

/// The country or region elsewhere that those named are from: "US schools", "schools in Ohio", "German students".
pub(super) fn restricts<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let nouns: Vec<&Hit> = NOUNS.into_iter().flat_map(|role| sentence.of(role)).collect();
    let persons = || {
        let people = sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
        // "German artists", "الفنانين المصريين".
        let mut beside = people
            .filter(|hit| sentence.of(Role::Person).any(|person| hit.last + 1 == person.first || person.last + 1 == hit.first))
            .filter(|hit| is_asked(sentence, hit));
        beside.next()
    };
    places(sentence, false).next().or_else(|| region(sentence, &nouns)).or_else(persons)
}

/// "Du territoire wallon", "en territorio peruano": the place of those who apply, or of what they do.
fn is_of_territory(sentence: &Sentence<'_>, people: &Hit) -> bool {
    let mut before = sentence.before(people).split_whitespace().rev().map(bare);
    let territory = before.next().is_some_and(|word| holds(&GRAMMAR.belonging.territories, &word));
    let words = &GRAMMAR.belonging;
    let led = before.find(|word| !holds(&words.small, word));
    let mut lists = [&words.of, &words.inside].into_iter();
    territory && led.is_some_and(|word| lists.any(|list| holds(list, &word)))
}

/// "Apply with a host organisation in France", "projects that support organisations in Kenya": is it they who are there, beside those who
/// apply?
fn is_of_company(sentence: &Sentence<'_>, from: &Hit) -> bool {
    let holders =
        || sentence.nouns().chain(sentence.of(Role::Participant)).filter(|who| who.last < from.first && near(who, from, 1));
    let applies = |before: &Hit| sentence.nouns().any(|noun| noun.last < before.first);
    let along = |who: &Hit| {
        let mut with = sentence.of(Role::With).chain(sentence.of(Role::Beside));
        with.any(|with| with.last < who.first && near(with, who, COMPANY_REACH) && applies(with))
    };
    let served = |who: &Hit| {
        let word = sentence.before(who).split_whitespace().next_back().map(bare).unwrap_or_default();
        holds(&GRAMMAR.belonging.serving, &word) && applies(who)
    };
    holders().any(|who| along(who) || served(who))
}

/// Is the person before an Arabic name of a people asked, and not on a stage ("يقدم العرض الموسيقيون التونسيون") or with those who are
/// ("إلى فنانين مصريين")?
fn is_asked(sentence: &Sentence<'_>, people: &Hit) -> bool {
    let person = sentence.of(Role::Person).find(|person| person.last + 1 == people.first);
    let Some(person) = person.filter(|_| Script::of_word(sentence.quote(people)) == Script::Arabic) else { return true };
    let along = sentence.before(person).split_whitespace().next_back().is_some_and(|word| holds(&GRAMMAR.origin.along, word));
    // The verb has an object already, so the person is its subject: "يدعم البرنامج المبدعين" supports him.
    let verb = sentence.verbs().filter(|verb| verb.last < person.first).max_by_key(|verb| verb.last);
    let is_subject = GRAMMAR.origin.subject_endings.iter().any(|ending| sentence.quote(people).ends_with(ending.as_str()));
    let acts_apart = verb.is_some_and(|verb| verb.last + 1 < person.first) && is_subject;
    !along && !acts_apart && !sentence.has(Role::AnyNationality)
}

/// Countries that restrict the first of those named, or the list that they begin: what is told of others further on may be whom
/// they visit.
fn places<'a>(sentence: &Sentence<'a>, travels: bool) -> impl Iterator<Item = &'a Hit> {
    let mut nouns: Vec<&Hit> = BODIES.into_iter().flat_map(|role| sentence.subjects(role)).collect();
    nouns.sort_by_key(|noun| noun.first);
    let ends = nouns
        .windows(2)
        .position(|pair| pair[0].last < pair[1].first && !(near(pair[0], pair[1], NEAR) && lists(sentence, pair[0], pair[1])));
    nouns.truncate(ends.map_or(nouns.len(), |end| end + 1));
    let verb_behind = |hit: &Hit| sentence.of(Role::Apply).any(|verb| hit.last < verb.first && near(hit, verb, VERB_REACH));
    let people = sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
    let people: Vec<&Hit> = people.filter(|hit| nouns.iter().any(|noun| near(noun, hit, NEAR))).collect();
    let behind = |hit: &&Hit| nouns.iter().any(|noun| noun.last < hit.first && near(noun, hit, NEAR));
    let located = sentence.located().chain(from(sentence)).filter(behind).filter(|hit| !travels || verb_behind(hit));
    let located: Vec<&Hit> = located.collect();
    people.into_iter().chain(located)
}

/// Countries with a "from" or "in" right before: "municipalities in Germany".
fn from<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = &'a Hit> {
    let countries: Vec<&Hit> = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit).collect();
    let from: Vec<&Hit> = countries.into_iter().filter(|hit| sentence.comes_after(hit, Role::From)).collect();
    from.into_iter()
}

/// "From the Galilee and from Ohio": so many words at most lie between two places of one list, and from somebody to where he is.
const HOME_REACH: usize = 3;

/// Those who hand in for themselves; young people "from Germany" may be their guests.
const BODIES: [Role; 3] = [Role::LocalAuthority, Role::Official, Role::OtherBody];

const NOUNS: [Role; 4] = [Role::LocalAuthority, Role::Official, Role::OtherBody, Role::Person];

/// "Towns in Ohio", "municipalities of the Basque Country", "Texas cities".
fn region<'a>(sentence: &Sentence<'a>, nouns: &[&Hit]) -> Option<&'a Hit> {
    sentence.of(Role::Region).filter(|region| !is_ours_too(sentence, nouns, region)).find(|region| {
        let in_it = |noun: &Hit| {
            let from = || sentence.of(Role::From).any(|from| noun.last < from.first && from.last < region.first);
            let adjacent = || sentence.comes_after(region, Role::From) && lists(sentence, noun, region);
            let reaches = near(noun, region, REGION_REACH)
                || is_of_part(sentence, noun, region)
                || near(noun, region, REGION_BEHIND_A_LIST) && adjacent();
            // Hebrew "in" is a letter of the word: "אגודות בסקוטלנד".
            let located = || Script::of_word(sentence.quote(region)) == Script::Hebrew && near(noun, region, NEAR);
            noun.last < region.first && (reaches && from() || located())
        };
        nouns.iter().any(|noun| region.last + 1 == noun.first || in_it(noun))
    })
}

/// "Artists from the Galilee and from Ohio", `מישיגן: עמותות בעמק יזרעאל`; in "students from Ohio may spend a summer in the Galilee" ours is where
/// they go.
fn is_ours_too(sentence: &Sentence<'_>, nouns: &[&Hit], region: &Hit) -> bool {
    let mut homes = sentence.of(Role::HomePlace).chain(sentence.of(Role::HomeCity));
    homes.any(|home| {
        let of_noun = |noun: &&Hit| noun.last < home.first && near(noun, home, HOME_REACH);
        near(home, region, HOME_REACH) || near(region, home, HOME_REACH) || nouns.iter().any(of_noun)
    })
}

/// "Eligible: EU 27, Albania …", and below it the whole list: whom it names stands there.
pub(super) fn israel_is_listed(sentences: &[Sentence<'_>]) -> bool {
    sentences.iter().any(|sentence| sentence.lists_countries() && sentence.israel().is_some())
}

/// A course tells whom it takes in, a congress whom it is for.
fn takes_in(sentence: &Sentence<'_>, known: &Known<'_>) -> bool {
    let meant = |noun: &Hit| sentence.of(Role::For).any(|is_for| is_for.last < noun.first && near(is_for, noun, FOR_REACH));
    let for_people = || {
        let mut people = sentence.of(Role::Staff).chain(sentence.of(Role::Official));
        !sentence.in_title && people.any(|noun| meant(noun) && listed_behind(sentence, noun) > 1)
    };
    match known.kind {
        // "The fellowship brings together young activists from all over Jordan".
        Kind::Training => staff_of(sentence) || for_people() || unites_people(sentence),
        Kind::Conference | Kind::Exchange => for_people(),
        _ => false,
    }
}

/// "The fellowship brings together young activists": does it say so of people?
pub(super) fn unites_people(sentence: &Sentence<'_>) -> bool {
    let unites = [Role::Unites, Role::Meets].into_iter().any(|role| sentence.has(role));
    !sentence.in_title && unites && sentence.has(Role::Person)
}

/// "Cities of more than 100,000 inhabitants in EU Member States": a note that begins with those who are meant, and tells their size.
fn is_sized(sentence: &Sentence<'_>) -> bool {
    let leads = |noun: &Hit| sentence.words_before(noun) == 0;
    sentence.has(Role::Headcount) && sentence.is_conditional() && sentence.subjects(Role::LocalAuthority).any(leads)
}

/// How many countries are named behind a noun.
fn listed_behind(sentence: &Sentence<'_>, noun: &Hit) -> usize {
    sentence.others().filter(|(hit, people)| !people && noun.last < hit.first).count()
}

/// "Ten employees of town halls in Poland, Czechia and Ukraine work for a year": whom a course takes in, no verb of applying needed.
fn staff_of(sentence: &Sentence<'_>) -> bool {
    let first = sentence.nouns().chain(sentence.of(Role::Staff)).min_by_key(|noun| noun.first);
    let is_staff =
        |noun: &Hit| sentence.of(Role::Staff).chain(sentence.of(Role::Official)).any(|staff| staff.first == noun.first);
    let listed = || first.is_some_and(|noun| listed_behind(sentence, noun) > 1);
    !sentence.in_title && first.is_some_and(is_staff) && listed()
}

/// "US cities", "collectivités françaises", "based in the province": those named are elsewhere.
pub(super) fn others_only(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    // The title of a partner search tells where the seeker sits, and that of a programme's topic where its work is done ("soil
    // health in Ukraine"): neither says who applies.
    let title_tells = known.kind != Kind::Partnership && known.programme.is_none();
    let israel_is_listed = israel_is_listed(sentences);
    let free = LazyCell::new(|| sentences.iter().any(situated::asks_anybody));
    let mut listing = Listing::default();
    sentences.iter().filter(|sentence| title_tells || !sentence.in_title).find_map(|sentence| {
        let is_item = listing.takes(sentence) && !listing.shuts();
        let about = is_item || sentence.about_applying() || sentence.in_title || takes_in(sentence, known) || is_sized(sentence);
        // "Established in the EU or an associated country": which countries those are the programme says, not the text.
        // Where the one who leads has to sit in a country, the others need not.
        let must = sentence.has(Role::MustLieIn) && !sentence.in_title;
        if !about && !must
            || sentence.of(Role::Associated).any(|hit| !is_listed_behind(sentence, hit))
            || partnering::leaves_others_free(sentence)
        {
            return None;
        }
        let seated_here = sentence.has(Role::HomePlace) || sentence.has(Role::SeatedHere);
        let wide = [Role::Worldwide, Role::Foreign, Role::Abroad, Role::AnyNationality, Role::Outside];
        let bound = || !seated_here && sentence.israel().is_none() && !wide.into_iter().any(|role| sentence.has(role));
        let there = situated::place(sentence, || *free).filter(|_| bound());
        if !about {
            return there.map(|hit| say(Verdict::No, found(sentence.quote(hit), "country.from_elsewhere")));
        }
        let of_partner = |place: &Hit| partnering::is_where(sentence, place);
        // "Need not be citizens of", "be neither a national of".
        let nots = || {
            let own = |not: &&Hit| !sentence.of(Role::NonProfit).any(|body| is_inside(not, body));
            sentence.of(Role::Not).filter(own)
        };
        // "Candidates in Africa apply in French", "in a Member State or in a Mediterranean partner country".
        let binds = |hit: &Hit| {
            let behind = sentence.after(hit);
            let denied = || nots().any(|not| not.last < hit.first && near(not, hit, NEAR));
            !denied() && !situated::is_remark(sentence, hit, || *free) && !goes_on_to_lands(behind) && !is_other_than(behind)
        };
        // "Funded by the district": where those who pay are.
        if let Some(hit) = sentence
            .of(Role::ElsewhereOnly)
            .find(|hit| binds(hit) && !of_partner(hit) && !pays(sentence, hit))
            .filter(|_| !israel_is_listed)
        {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.elsewhere_only")));
        }
        // "A U.S. member in good standing" names nobody else.
        let mut nouns: Vec<&Hit> = NOUNS.into_iter().flat_map(|role| sentence.of(role)).collect();
        nouns.extend(sentence.of(Role::Membership).filter(|_| sentence.has(Role::HandsIn) || sentence.has(Role::NamesApplicant)));
        // "The League of California Cities" is at home there.
        nouns.extend(sentence.of(Role::InName));
        // "Towns that belong to the Spanish network".
        nouns.extend(sentence.of(Role::Organisation).filter(|_| sentence.has(Role::Membership)));
        if let Some(region) = region(sentence, &nouns) {
            return Some(say(Verdict::No, found(sentence.quote(region), "country.region_elsewhere")));
        }
        let adjective = sentence.others().find(|(hit, people)| {
            let wanted = *people || sentence.quote(hit) == "EU";
            // "Alumni of U.S. exchanges" are no U.S. alumni.
            let parted = |noun: &Hit| sentence.of(Role::From).any(|from| noun.last < from.first && from.last < hit.first);
            let beside = || nouns.iter().any(|noun| near(hit, noun, NEAR) && !parted(noun)) && is_asked(sentence, hit);
            wanted && (beside() || *people && is_of_territory(sentence, hit))
        });
        if let Some((hit, _)) = adjective {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.others_only")));
        }
        // "Staatsangehörige Chiles", "אזרחי צ'ילה": side by side.
        let of_it = |hit: &Hit| sentence.of(Role::Person).any(|noun| noun.end < hit.start && sentence.between(noun, hit) == " ");
        // "The embassy of Norway in Tel Aviv supports".
        // "You are invited to Kitaura (Japan)": the town is where one meets, unless somebody stands right before its "in".
        let venue = |from: &Hit, hit: &Hit| {
            from.last < hit.first
                && sentence.between(from, hit).contains('(')
                && !nouns.iter().any(|noun| noun.last + 1 == from.first)
        };
        let waived = |hit: &Hit| {
            sentence.of(Role::Waives).chain(nots()).any(|waives| waives.last < hit.first && near(waives, hit, WAIVED_REACH))
        };
        let living_in = sentence.others().filter(|(hit, _)| !seated_here && !waived(hit)).find(|(hit, people)| {
            let mut places = sentence.of(Role::From).chain(sentence.of(Role::Seat));
            let mut from = || {
                places.any(|from| {
                    near(from, hit, NEAR) && !venue(from, hit) && !is_of_company(sentence, from) && !is_of_event(sentence, from)
                })
            };
            let open = || goes_on_to_lands(sentence.after(hit));
            !people && !of_partner(hit) && !open() && !nouns.is_empty() && (from() || of_it(hit))
        });
        if let Some((hit, _)) = living_in {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.from_elsewhere")));
        }
        if let Some(hit) = there {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.from_elsewhere")));
        }
        // "Students living in Nazareth" are at home.
        let at_home = sentence.israel().is_some() || sentence.has(Role::HomePlace) && sentence.others().next().is_none();
        // "Established in eligible countries": which those are the programme says.
        let open = |seat: &Hit| {
            let behind = sentence.after(seat).split_whitespace().take(NEAR);
            behind.map(bare).any(|word| holds(&GRAMMAR.belonging.eligible, &word)) || goes_on_to_lands(sentence.after(seat))
        };
        let seat = sentence.of(Role::Seat).find(|seat| !is_stay(sentence, seat) && !open(seat));
        if let Some(seat) = seat.filter(|_| !at_home) {
            return Some(say(Verdict::No, found(sentence.quote(seat), "country.seat_elsewhere")));
        }
        if let Some(place) = based(sentence).filter(|_| !at_home) {
            return Some(say(Verdict::No, found(place, "country.based_elsewhere")));
        }
        // "Universities and towns (Spain, France, Portugal) may apply": who is listed is in, the rest is not.
        let mut listed = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit);
        let staffed = || takes_in(sentence, known);
        // "Apply for a study visit in one of the following countries: Denmark, Norway".
        if sentence.of(Role::ListedIn).any(|list| is_aside(sentence, list)) {
            return None;
        }
        let several =
            listed.next().filter(|_| listed.next().is_some() && !nouns.is_empty() && (sentence.has(Role::Apply) || staffed()))?;
        let open = sentence.israel().is_some() || sentence.has(Role::Worldwide) || sentence.has(Role::Partner);
        (!open).then(|| say(Verdict::No, found(sentence.quote(several), "country.others_listed")))
    })
}
