//! Whose partner it is that takes part, and where: "German towns with a partner in Africa" leave Israel out, and "partnerships between
//! authorities of member states and of partner countries" are led from there and joined from here.

use std::borrow::Cow;

use super::super::evidence::found;
use super::elsewhere::restricts;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};

/// "With a partner town in North Africa": so many words at most from the partner to the place.
const PLACE_REACH: usize = 4;

/// "From at least four different EU Member States": so many words at most from the "from" to the states.
const COUNTED_REACH: usize = 5;

/// "EU Member States, Serbia, Montenegro": so many words at most from the first to the next of them.
const STATES_REACH: usize = 8;

/// "Partenaire au Sénégal": so many words at most lie between.
const NAMED_REACH: usize = 2;

/// "Partnerships between the local authorities": so many words at most lie between.
const JOINT_REACH: usize = 6;

/// "Seeking a permanent and wide ranging partnership with a UK town": so many words at most from the verb to the one who is sought.
const SOUGHT_REACH: usize = 8;

/// "UK community or local authority": so many words at most from the country to the one who is sought.
const OF_COUNTRY_REACH: usize = 3;

/// "Sucht für den Sommer zwölf junge Menschen": so many words at most from the verb to the persons.
const PERSON_WORDS: usize = 5;

/// "NGOs may apply": so many words at most lie between.
const APPLY_REACH: usize = 4;

/// "The project partners": so many words at most begin the sentence, the last of them the partners.
const PARTNER_WORDS: usize = 3;

/// "Like a partnership": an article lies between.
const LINK_WORDS: usize = 2;

/// "A link with a UK town", "sucht eine deutsche Partnergemeinde", "die eine deutsche Partnerkommune suchen": whoever is sought is of one
/// country, which is not ours.
pub(super) fn sought_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let wider = |sentence: &Sentence<'_>| sentence.israel().is_some() || sentence.has(Role::Worldwide);
    if sentences.iter().any(wider) {
        return None;
    }
    let speaks =
        |sentence: &&Sentence<'_>| !sentence.in_title && sentence.others().next().is_some() && is_search(sentence, known);
    sentences.iter().filter(speaks).find_map(|sentence| {
        let from = sought_from(sentence);
        let mut countries = sentence.others().map(|(hit, _)| hit).filter(|hit| sentence.quote(hit) != "EU");
        let country = countries.find(|country| is_of_the_sought(sentence, country, from))?;
        Some(say(Verdict::No, found(sentence.quote(country), "country.sought_elsewhere")))
    })
}

/// "Partners from at least four EU Member States, Serbia or Montenegro", "bodies from the EU member states, Norway and Iceland can apply": where
/// they are from is told in full, and ours is not among those states.
pub(super) fn of_states(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let wider = [Role::Worldwide, Role::Associated, Role::Abroad, Role::Foreign, Role::Outside, Role::OtherCountries];
    let open = |sentence: &Sentence<'_>| sentence.israel().is_some() || wider.into_iter().any(|role| sentence.has(role));
    if sentences.iter().any(open) {
        return None;
    }
    sentences.iter().filter(|sentence| !sentence.in_title).find_map(|sentence| {
        let bloc = sentence.of(Role::Bloc).find(|bloc| sentence.comes_after(bloc, Role::From) || is_counted(sentence, bloc))?;
        let partners = sentence.before(bloc).split_whitespace().map(bare).any(|word| holds(&GRAMMAR.belonging.partners, &word));
        let behind = |state: &Hit| bloc.last < state.first && near(bloc, state, STATES_REACH);
        let states = sentence.others().filter(|(hit, people)| !people && behind(hit)).count();
        let applying = sentence.about_applying();
        (applying && states > 0 || partners && states > 1)
            .then(|| say(Verdict::No, found(sentence.quote(bloc), "country.partners_of_states")))
    })
}

/// "From at least four EU Member States".
fn is_counted(sentence: &Sentence<'_>, bloc: &Hit) -> bool {
    sentence.of(Role::From).any(|from| from.last < bloc.first && near(from, bloc, COUNTED_REACH))
}

/// "NGOs may apply in partnership with a local authority": any of them, beside others who apply.
pub(super) fn goes_with_others<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let applies = |other: &&Hit| sentence.verbs().chain(sentence.of(Role::May)).any(|verb| near(verb, other, APPLY_REACH));
    let other = sentence.subjects(Role::OtherBody).find(applies)?;
    let any = |authority: &&Hit| {
        let beside = sentence.of(Role::Beside).filter(|beside| other.last < beside.first && beside.last < authority.first);
        let between = beside.map(|beside| sentence.between(beside, authority).trim()).last();
        let of_any =
            |between: &str| between.split_whitespace().all(|word| holds(&GRAMMAR.clause.indefinite, &word.to_lowercase()));
        between.is_some_and(of_any)
    };
    let one = |one: &&Hit| {
        let article = sentence.before(one).split_whitespace().next_back().unwrap_or_default().to_lowercase();
        holds(&GRAMMAR.clause.indefinite, &article)
    };
    let named = sentence.of(Role::LocalAuthority).find(any);
    named.or_else(|| sentence.of(Role::OneAuthority).filter(one).find(any)).filter(|_| !sentence.has(Role::Excluded))
}

/// "Project partners from the islands include schools and local government bodies": a list of those who join. Where somebody
/// looks for partners, to join is to apply.
pub(super) fn tells_partners(sentence: &Sentence<'_>, kind: Kind) -> bool {
    let Some(authority) = sentence.first(Role::LocalAuthority).filter(|_| kind != Kind::Partnership) else { return false };
    let before: Vec<Cow<'_, str>> = sentence.before(authority).split_whitespace().map(bare).collect();
    let head = before.iter().take(PARTNER_WORDS).position(|word| holds(&GRAMMAR.belonging.partners, word));
    head.is_some_and(|head| before[head..].iter().any(|word| holds(&GRAMMAR.clause.includes, word)))
}

/// Does somebody look for a partner here?
fn is_search(sentence: &Sentence<'_>, known: &Known<'_>) -> bool {
    matches!(known.kind, Kind::Partnership | Kind::Exchange) || sentence.says(&GRAMMAR.locality.links)
}

/// Is this authority the one that somebody looks for ("seeks a partnership with a local authority")?
pub(super) fn is_sought(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let before = sentence.before(authority).split_whitespace().rev().take(SOUGHT_REACH).map(bare);
    let words: Vec<Cow<'_, str>> = before.collect();
    let link = words.iter().position(|word| holds(&GRAMMAR.locality.links, word));
    link.is_some_and(|link| words[link + 1..].iter().any(|word| holds(&GRAMMAR.locality.seeks, word)))
}

/// "We are looking for twelve young people".
pub(super) fn is_sought_person(sentence: &Sentence<'_>, person: &Hit) -> bool {
    let mut before = sentence.before(person).split_whitespace().rev().take(PERSON_WORDS).map(bare);
    let backed = |verb: &Hit| verb.last < person.first && near(verb, person, PERSON_WORDS);
    before.any(|word| holds(&GRAMMAR.locality.seeks, &word)) || sentence.of(Role::Backs).any(backed)
}

/// Where the first verb of looking for somebody begins; to "like a link" is one, and to "like to see" is none.
fn sought_from(sentence: &Sentence<'_>) -> Option<usize> {
    let mut words = sentence.text.split_whitespace();
    let locality = &GRAMMAR.locality;
    while let Some(word) = words.next() {
        let links = || words.clone().take(LINK_WORDS).any(|next| holds(&locality.links, &bare(next)));
        if holds(&locality.seeks, &bare(word)) || holds(&locality.wishes, &bare(word)) && links() {
            return Some(word.as_ptr() as usize - sentence.text.as_ptr() as usize);
        }
    }
    None
}

fn is_of_the_sought(sentence: &Sentence<'_>, country: &Hit, from: Option<usize>) -> bool {
    const ENDS: [char; 5] = [',', ';', '.', ':', '\n'];
    let roles = [Role::LocalAuthority, Role::OneAuthority, Role::Partner, Role::TwinTowns, Role::Participant];
    let mut sought = roles.into_iter().flat_map(|role| sentence.of(role));
    let of_it = |noun: &Hit| {
        let before = country.last < noun.first && near(country, noun, OF_COUNTRY_REACH);
        before && !sentence.between(country, noun).contains(ENDS) || noun.last + 1 == country.first && sentence.is_people(country)
    };
    let verb_last = |noun: &Hit| {
        // "Deutsche Gemeinden suchen Partner" goes on: there the verb does not stand last.
        let rest = sentence.after(noun).trim_start();
        let word = rest.split_whitespace().next().unwrap_or_default();
        let ends = word.ends_with(ENDS) || word.ends_with(['!', ')']) || rest.len() == word.len();
        country.last < noun.first && ends && holds(&GRAMMAR.locality.seeks_last, &bare(word))
    };
    // "Partner gesucht: die französische Gemeinde" is who looks, and "a German or any other town" leaves it open.
    let led = || {
        let from = from?;
        let stretch = sentence.before(country).get(from..)?;
        let open = [Role::Abroad, Role::OtherCountries, Role::Other].into_iter().flat_map(|role| sentence.of(role));
        let free = open.into_iter().any(|hit| sentence.before(hit).len() > from);
        let near = stretch.split_whitespace().nth(SOUGHT_REACH + 1).is_none();
        // "Seeks towns for a project with a French municipality" has told already who is sought.
        let told = |hit: &Hit| from <= sentence.before(hit).len() && hit.last + 1 < country.first;
        let told = roles.into_iter().flat_map(|role| sentence.of(role)).any(told);
        (!free && !told && near && !stretch.contains([':', '.', ';'])).then_some(())
    };
    sought.any(|noun| of_it(noun) && (verb_last(noun) || led().is_some()))
}

/// Is this partner in another region or country than ours?
pub(super) fn is_elsewhere(sentence: &Sentence<'_>, partner: &Hit) -> bool {
    if sentence.israel().is_some() || sentence.has(Role::Worldwide) {
        return false;
    }
    let roles = [Role::FarRegion, Role::ElsewhereOnly, Role::Region];
    let places = || roles.into_iter().flat_map(|role| sentence.of(role)).chain(sentence.others().map(|(hit, _)| hit));
    let people = || sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
    let adjectives = || people().chain(sentence.of(Role::FarRegion)).chain(sentence.of(Role::ElsewhereOnly));
    let located = |place: &Hit| {
        let behind = partner.last < place.first && near(partner, place, PLACE_REACH);
        behind && (sentence.comes_after(place, Role::From) || sentence.quote(place).starts_with('ב'))
    };
    // "Une ville partenaire au Sénégal".
    let named = |place: &Hit| partner.last < place.first && near(partner, place, NAMED_REACH) && !sentence.is_people(place);
    let described = |place: &Hit| place.last + 1 == partner.first || partner.last + 1 == place.first;
    let countries = || sentence.others().map(|(hit, _)| hit);
    places().any(located) || countries().any(named) || adjectives().any(described)
}

/// "Towns with a partner in Africa": is this where a partner is?
pub(super) fn is_where(sentence: &Sentence<'_>, place: &Hit) -> bool {
    let along =
        |partner: &Hit| [Role::With, Role::From].into_iter().any(|role| sentence.of(role).any(|with| near(with, partner, 1)));
    sentence.of(Role::Partner).any(|partner| partner.last < place.first && near(partner, place, PLACE_REACH) && along(partner))
}

/// Is the partner that a text speaks of elsewhere?
pub(super) fn any_elsewhere(sentences: &[Sentence<'_>]) -> bool {
    sentences.iter().any(|sentence| sentence.of(Role::Partner).any(|partner| is_elsewhere(sentence, partner)))
}

/// The partner of those named elsewhere is elsewhere too: nobody from here takes part.
pub(super) fn among_others(sentences: &[Sentence<'_>]) -> Option<Answer> {
    sentences.iter().filter(|sentence| sentence.about_applying() && restricts(sentence).is_some()).find_map(|sentence| {
        let partner = sentence.of(Role::Partner).find(|partner| is_elsewhere(sentence, partner))?;
        Some(say(Verdict::No, found(sentence.quote(partner), "country.partner_elsewhere")))
    })
}

/// "Partnerships between local authorities of member states and of partner countries": those of the union hand in.
pub(super) fn between_unions(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let israel = sentences.iter().any(|sentence| sentence.israel().is_some());
    if israel || known.kind == Kind::Partnership {
        return None;
    }
    sentences.iter().find_map(|sentence| {
        let joint = sentence.of(Role::Joint).find(|joint| {
            sentence.of(Role::LocalAuthority).any(|noun| joint.last < noun.first && near(joint, noun, JOINT_REACH))
        })?;
        let beyond = [Role::Partner, Role::Associated, Role::Outside].into_iter().flat_map(|role| sentence.of(role));
        let there =
            sentence.of(Role::ElsewhereOnly).chain(sentence.of(Role::Counted)).chain(sentence.others().map(|(hit, _)| hit));
        let behind = |hit: &&Hit| joint.last < hit.first;
        let beyond = beyond.into_iter().find(behind)?;
        there
            .into_iter()
            .any(|hit| behind(&hit))
            .then(|| say(Verdict::Partner, found(sentence.quote(beyond), "country.partnership")))
    })
}

/// "At least two partners must be in Austria": the rest may be anywhere, but not in "unions of at least two Austrian towns" nor in
/// "towns in Austria with at least two partners".
pub(super) fn leaves_others_free(sentence: &Sentence<'_>) -> bool {
    let bound = |several: &Hit| {
        let who = |noun: &Hit, place: &Hit| {
            noun.last < place.first
                && near(noun, place, PLACE_REACH)
                && place.last < several.first
                && sentence.comes_after(place, Role::From)
        };
        let places = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit).chain(sentence.of(Role::Region));
        let places: Vec<&Hit> = places.filter(|place| place.last < several.first).collect();
        sentence.comes_after(several, Role::With) && sentence.nouns().any(|noun| places.iter().any(|place| who(noun, place)))
    };
    sentence.of(Role::OneOfSeveral).any(|several| {
        let whole =
            sentence.comes_after(several, Role::From) && sentence.others().any(|(hit, people)| people && near(several, hit, 1));
        !whole && !bound(several)
    })
}
