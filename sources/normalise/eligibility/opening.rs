//! Who is from elsewhere: is he let in ("worldwide", "or foreign", "outside the union") or shut out in so many words?

use super::super::evidence::found;
use super::clause::{denied, doubt, exception_behind, joined, lists};
use super::elsewhere::restricts;
use super::locality::is_of_a_place;
use super::others_world::{are_served, is_of_others, may_be_invited};
use super::sentence::{Sentence, is_inside, near};
use super::{Known, diaspora, members, nationality, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};

/// "Foreign municipalities", "municipalities from abroad": side by side.
const BESIDE: usize = 1;

/// "Links cities and regions of all sizes around the world": so many words at most lie between.
const UNITED_REACH: usize = 8;

/// "France et de l'étranger": so many words at most lie between.
const LISTED: usize = 2;

/// "With local, American and": so many words at most from the "with" to those from abroad.
const LIST_OF_COMPANY: usize = 4;

/// "From Poland, Latvia, Estonia": so many words at most from the "from" to the last of them.
const LIST_OF_HOMES: usize = 6;

/// "Exhibitors from Spain", in a note that names nobody else: so many words at most stand before the "from".
const LEAD_WORDS: usize = 1;

/// "EU Member States, Turkey and Serbia can take part": so many words at most from the first to the verb.
const LIST_OF_STATES: usize = 12;

/// "The stay of young foreign officials": so many words at most lie between.
const HOSTED_REACH: usize = 4;

/// "International companies operating in Finland": so many words at most lie between.
const THERE_REACH: usize = 4;

/// "Extranjeros que acrediten": so many words at most from those from abroad to where they live.
const LIVES_WITHIN: usize = 4;

/// "Except the Netherlands", "with the exception of those in the Middle East": so many words at most from the exception to its name.
const EXCEPTED_REACH: usize = 4;

/// "Foreign cities are not eligible", "cities of other countries cannot be partners", in a text that names Israel nowhere.
pub(super) fn shut_abroad(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let named = |sentence: &Sentence<'_>| sentence.israel().is_some() || sentence.has(Role::Associated);
    if sentences.iter().any(named) {
        return None;
    }
    sentences.iter().filter(|sentence| sentence.has(Role::Excluded) || sentence.has(Role::Except)).find_map(|sentence| {
        // "Foreign" alone may be a language or a debt: somebody, or what he hands in, has to stand beside it.
        let of_somebody = |hit: &Hit| {
            sentence.quote(hit).contains(' ')
                || sentence.nouns().chain(sentence.of(Role::Apply)).any(|noun| near(noun, hit, BESIDE))
        };
        let others = sentence.first(Role::OtherCountries).filter(|_| sentence.has(Role::Excluded));
        let abroad = [Role::Foreign, Role::Outside, Role::Abroad]
            .into_iter()
            .flat_map(|role| sentence.of(role).filter(move |hit| role != Role::Abroad || of_somebody(hit)))
            .find(|hit| denied(sentence, hit));
        let (hit, rule) =
            others.map(|hit| (hit, "country.others_excluded")).or_else(|| abroad.map(|hit| (hit, "country.foreign_excluded")))?;
        Some(say(Verdict::No, found(sentence.quote(hit), rule)))
    })
}

/// "Worldwide", "of any country", "Spanish or foreign", "outside the EU too", and whether that is told of those who apply: of others a
/// text may speak in passing.
pub(super) fn open_to_all(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<(Answer, bool)> {
    let first = |told: &dyn Fn(&Sentence<'_>) -> bool| {
        sentences.iter().filter(|sentence| told(sentence)).find_map(|sentence| opens(sentence, known))
    };
    // "Award for cities worldwide": a title says less than the sentence on who may apply.
    // "International artists are welcome" stands below the sentence that says who may apply.
    let told = |sentence: &Sentence<'_>| sentence.about_applying() && !nationality::says_welcome(sentence);
    let in_passing = || first(&|sentence| sentence.in_title).or_else(|| first(&|sentence| !told(sentence)));
    let asked = first(&|sentence| told(sentence) && !sentence.in_title);
    asked.map(|answer| (answer, true)).or_else(|| in_passing().map(|answer| (answer, false)))
}

fn opens(sentence: &Sentence<'_>, known: &Known<'_>) -> Option<Answer> {
    let about = sentence.about_applying() || sentence.has_applicant() || sentence.in_title;
    let open = |role: Role| sentence.of(role).find(|hit| !denied(sentence, hit) && doubt(sentence, hit).is_none());
    // Whoever looks for partners all over the world asks them.
    let of_others = |hit: &Hit| known.kind != Kind::Partnership && is_of_others(sentence, hit);
    let everywhere = open(Role::Worldwide)
        .filter(|hit| about && !is_united(sentence, hit, known) && !diaspora::is_theirs(sentence, hit) && !of_others(hit))
        .filter(|hit| !members::are_where(sentence, hit));
    // "The special prize is open to applicants from abroad too".
    let own = |hit: &Hit| sentence.of(Role::Apply).any(|apply| is_inside(apply, hit));
    // "And their foreign counterparts" are partners.
    let partners = |hit: &Hit| sentence.of(Role::Partner).any(|partner| is_inside(hit, partner) && !is_inside(partner, hit));
    // "Open to national and international organisations".
    let bodies = |hit: &Hit| {
        let beside = |who: &Hit| who.last + 1 == hit.first || hit.last + 1 == who.first;
        let along = || [Role::With, Role::Beside, Role::PaidBy].into_iter().any(|role| sentence.has(role));
        let asker = |hit: &Hit| beside(hit) && holds(&GRAMMAR.belonging.askers, &bare(sentence.quote(hit)));
        let somebody = || sentence.of(Role::Participant).any(beside) || sentence.of(Role::Apply).any(asker);
        sentence.about_applying() && somebody() && !along()
    };
    let named = |hit: &Hit| sentence.has_applicant() || own(hit) || bodies(hit);
    let foreign = open(Role::Foreign).filter(|hit| named(hit) && !partners(hit));
    let outside = open(Role::Outside).filter(|_| opens_union(sentence, known));
    // "Any resident of Thuringia, whatever his nationality": where one lives is asked.
    let lives_elsewhere = || sentence.has(Role::Seat) || restricts(sentence).is_some() || is_of_a_place(sentence);
    // "Any EU city can apply; there is no geographical restriction": none within the union.
    let in_union = || !sentence.has(Role::Outside) && restricts_to_union(sentence);
    let any = || {
        let hit = open(Role::AnyNationality)?;
        (!lives_elsewhere() && !in_union() && !nationality::is_of_others(sentence, hit)).then_some(hit)
    };
    let everywhere = everywhere.or_else(any);
    let hosted = |hit: &Hit| sentence.of(Role::Hosts).any(|host| host.last < hit.first && near(host, hit, HOSTED_REACH));
    let foreign = foreign.or_else(|| open(Role::ForeignStaff).filter(|hit| hosted(hit) || is_meant(sentence, hit)));
    let foreign = foreign.or_else(|| asks_in_from_abroad(sentence).filter(|hit| about && !partners(hit)));
    let foreign = foreign.or_else(|| beside_those_at_home(sentence).filter(|_| about));
    let foreign = foreign.or_else(|| as_well(sentence).filter(|_| about));
    let foreign = foreign.filter(|hit| {
        !lives_there(sentence, hit)
            && !are_served(sentence, hit)
            && !may_be_invited(sentence, hit)
            && nationality::may_be_welcome(sentence, hit)
    });
    let (hit, rule) = everywhere
        .map(|hit| (hit, "country.worldwide"))
        .or_else(|| foreign.map(|hit| (hit, "country.foreign")))
        .or_else(|| outside.map(|hit| (hit, "country.outside_union")))?;
    // Those outside the union may join where its own lead; where somebody looks for partners, those from abroad join him; and in
    // "joint projects of German and foreign municipalities" the German one hands in.
    let together = rule == "country.foreign" && (sentence.has(Role::Joint) || hosted(hit) || goes_along(sentence, hit));
    if known.kind == Kind::Partnership || rule == "country.outside_union" && sentence.has(Role::Joins) || together {
        return Some(say(Verdict::Partner, found(sentence.quote(hit), rule)));
    }
    if excepts_some(sentence, hit) {
        return Some(say(Verdict::Conditional, found(sentence.text, "country.worldwide_except")));
    }
    Some(say(Verdict::Yes, found(sentence.quote(hit), rule)))
}

/// "Any EU city", "villes de l'UE": those who are asked.
fn restricts_to_union(sentence: &Sentence<'_>) -> bool {
    let theirs = |union: &Hit| sentence.nouns().any(|noun| near(union, noun, LISTED));
    sentence.others().any(|(hit, _)| sentence.quote(hit) == "EU" && theirs(hit))
}

/// "Colombianos o extranjeros que acrediten residencia en Bogotá": where those from abroad have to live.
fn lives_there(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    let grammar = &GRAMMAR.belonging;
    let lists = [&grammar.states, &grammar.held, &grammar.lives];
    let clause = sentence.after(foreign).split([',', ';', '.', ':']).next().unwrap_or_default();
    let lives = |word: &str| lists.into_iter().any(|list| holds(list, &bare(word)));
    clause.split_whitespace().take(LIVES_WITHIN).any(lives)
}

/// "French municipalities in partnership with foreign municipalities": those abroad go along with those who apply.
fn goes_along(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    let others = || sentence.nouns().any(|noun| noun.last < foreign.first && !is_inside(noun, foreign));
    sentence.comes_after(foreign, Role::With) && others()
}

/// "Scholarships for young foreign officials", "foreign officials may apply", and not "meets foreign officials".
fn is_meant(sentence: &Sentence<'_>, staff: &Hit) -> bool {
    let is_for = sentence.of(Role::For).any(|is_for| is_for.last < staff.first && near(is_for, staff, LISTED));
    let leads = || {
        sentence.words_before(staff) == 0
            && sentence.of(Role::Apply).any(|verb| staff.last < verb.first && near(verb, staff, LISTED))
    };
    is_for || sentence.quote(staff).starts_with(['ל', 'ل']) || leads()
}

/// "The network links cities around the world": who belongs together already, and nobody is asked. An event brings together whoever
/// comes.
fn is_united(sentence: &Sentence<'_>, everywhere: &Hit, known: &Known<'_>) -> bool {
    let gathers = matches!(known.kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Training);
    let verb = sentence.of(Role::Unites).find(|verb| verb.last < everywhere.first && near(verb, everywhere, UNITED_REACH));
    let asks = |verb: &Hit| {
        let asking = |apply: &Hit| !sentence.is_modal(apply) && !is_inside(apply, verb);
        sentence.of(Role::Apply).chain(sentence.of(Role::For)).any(asking)
    };
    !gathers && !sentence.in_title && verb.is_some_and(|verb| !asks(verb))
}

/// "Foreign companies get a booth", "villes de France et de l'étranger": those from abroad are the first who are named, or stand
/// beside those at home. "A grant for visits to foreign companies" speaks of others, "Spaniards living abroad" of some.
fn asks_in_from_abroad<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let first = sentence.nouns().chain(sentence.of(Role::Staff)).min_by_key(|noun| noun.first);
    let Some(first) = first else { return listed_with_home(sentence) };
    // A language is named by the word for its people: only beside those who are asked it says who they are.
    let theirs = |hit: &Hit| near(hit, first, LISTED + BESIDE);
    // "To take part with a foreign municipality": whoever goes along is not who is asked.
    if sentence.of(Role::With).any(|with| with.last < first.first && near(with, first, LISTED)) {
        return None;
    }
    if sentence.israel().is_some() || sentence.others().any(|(hit, people)| people && theirs(hit)) {
        return None;
    }
    let asked = |abroad: &&Hit| {
        let acts = || sentence.of(Role::Apply).any(|apply| abroad.last < apply.first || apply.last < first.first);
        near(abroad, first, BESIDE) && acts() && !denied(sentence, abroad) && doubt(sentence, abroad).is_none()
    };
    let from_elsewhere = || abroad(sentence).find(|hit| asked(hit));
    from_elsewhere().or_else(|| listed_with_home(sentence))
}

/// Those abroad, and, where somebody applies and nobody is a partner, those of other countries.
fn abroad<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = &'a Hit> {
    let others: Vec<&Hit> = sentence.of(Role::OtherCountries).collect();
    let is_of_them = |hit: &Hit| others.iter().any(|other| is_inside(hit, other) || is_inside(other, hit));
    let partners = sentence.has(Role::Joins) || sentence.of(Role::Partner).any(|partner| !is_of_them(partner));
    let plain = sentence.about_applying() && !partners;
    sentence.of(Role::Abroad).chain(others.into_iter().filter(move |_| plain))
}

/// "From France and abroad", "aus Polen und anderen Ländern", "מפולין וממדינות אחרות": right behind a country, as the next of a list.
pub(super) fn listed_with_home<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    if sentence.israel().is_some() {
        return None;
    }
    abroad(sentence).find(|abroad| {
        let and = || sentence.quote(abroad).starts_with(['ו', 'و']);
        let at_home = |country: &Hit| {
            country.last < abroad.first && near(country, abroad, LISTED) && (and() || joined(sentence, country, abroad))
        };
        let listed = sentence.others().any(|(country, _)| at_home(country) && is_where_they_are(sentence, country));
        listed && !denied(sentence, abroad) && doubt(sentence, abroad).is_none()
    })
}

/// "Artists from Poland, Latvia": is this where those named are? In "organisations working in Kenya", "trips to Poland" somebody goes
/// there.
fn is_where_they_are(sentence: &Sentence<'_>, country: &Hit) -> bool {
    let somebody = || sentence.nouns().chain(sentence.of(Role::Staff)).chain(sentence.of(Role::Participant));
    let from = |place: &Hit| {
        let reaches = place.last < country.first && near(place, country, LIST_OF_HOMES);
        let leads = || sentence.nouns().next().is_none() && sentence.words_before(place) <= LEAD_WORDS;
        // "Les compagnies professionnelles de France".
        let reach = if holds(&GRAMMAR.clause.genitives, &sentence.quote(place).to_lowercase()) { BESIDE + 1 } else { BESIDE };
        // "Towns may invite artists from Poland or abroad": those are guests.
        let first = somebody().min_by_key(|noun| noun.first);
        let guest = |noun: &Hit| {
            let between = |may: &Hit| first.is_some_and(|first| first.last < may.first) && may.last < noun.first;
            sentence.of(Role::May).any(between)
        };
        let theirs = || somebody().any(|noun| noun.last < place.first && near(noun, place, reach) && !guest(noun)) || leads();
        let plain = || sentence.comes_after(country, Role::From) || sentence.comes_after(country, Role::Seat);
        let acts = || sentence.of(Role::Apply).any(|verb| place.last < verb.first && verb.last < country.first);
        // "Registered in Estonia that sell in Estonia and abroad".
        let between = sentence.text_at(place.end, country.start);
        let parted = GRAMMAR.clause.relative.iter().any(|word| between.contains(word.as_str()));
        reaches && !parted && !acts() && theirs() && (plain() || lists(sentence, place, country))
    };
    // "מפולין": the letter says it.
    let lettered = || sentence.quote(country).starts_with('מ') && somebody().any(|noun| noun.last + 1 == country.first);
    lettered() || sentence.of(Role::From).chain(sentence.of(Role::Seat)).any(from)
}

/// "Foreign and Italian companies", "Polish and international choirs": those of one country and all others, whichever stand first.
fn beside_those_at_home<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let home = || {
        let people = sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
        people.chain(sentence.of(Role::ElsewhereOnly)).chain(sentence.of(Role::Region))
    };
    sentence.of(Role::International).find(|abroad| {
        let pair = |home: &Hit| {
            let (before, after) = if home.first < abroad.first { (home, *abroad) } else { (*abroad, home) };
            // "Ukrainian, Belarussian, Norwegian or international": one more adjective of a list.
            let and = sentence.quote(after).starts_with(['ו', 'و']) || joined(sentence, before, after);
            let noun = |noun: &Hit| after.last + 1 == noun.first || noun.last + 1 == before.first || after.last + 2 == noun.first;
            let somebody = sentence.nouns().chain(sentence.of(Role::Participant)).any(noun);
            let list = sentence.others().filter(|(_, people)| *people).count() > 1;
            before.last < after.first && near(before, after, LISTED) && and && somebody && !list
        };
        // "With American and international partners": they go along.
        let along = sentence.of(Role::With).any(|with| with.last < abroad.first && near(with, abroad, LIST_OF_COMPANY));
        !along && sentence.about_applying() && home().any(pair) && !denied(sentence, abroad) && doubt(sentence, abroad).is_none()
    })
}

/// "Artists residing in the country as well as foreign artists": those who live there, and all others.
fn as_well<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let first = sentence.nouns().min_by_key(|noun| noun.first).filter(|_| sentence.israel().is_none())?;
    sentence.of(Role::Abroad).chain(sentence.of(Role::International)).find(|abroad| {
        // "In Österreich ansässige sowie internationale Künstler" names them once.
        let own = |seat: &Hit| seat.last < abroad.first && near(seat, abroad, LISTED) && joined(sentence, seat, abroad);
        if sentence.of(Role::Seat).any(own) && sentence.nouns().any(|noun| abroad.last + 1 == noun.first) {
            return !denied(sentence, abroad) && doubt(sentence, abroad).is_none();
        }
        let pair = sentence.nouns().find(|noun| near(noun, abroad, BESIDE) && first.last < noun.first);
        let Some(start) = pair.map(|noun| if noun.first < abroad.first { noun } else { *abroad }) else { return false };
        let inside = |hit: &Hit| first.last < hit.first && hit.last < start.first;
        let clause = &GRAMMAR.clause;
        let small = |word: &str| [&clause.articles, &clause.given_to, &clause.fused_to].into_iter().any(|list| holds(list, word));
        let joint = sentence.before(start).split_whitespace().rev().map(bare).find(|word| !small(word));
        let lives = sentence.of(Role::Seat).any(inside) || sentence.others().any(|(hit, _)| inside(hit));
        let along = sentence.of(Role::With).any(inside) || sentence.verbs().any(inside);
        // "And international companies operating in Finland".
        let there = sentence.others().any(|(hit, people)| !people && abroad.last < hit.first && near(abroad, hit, THERE_REACH));
        lives
            && !there
            && !along
            && joint.is_some_and(|word| holds(&GRAMMAR.belonging.beside, &word))
            && !denied(sentence, abroad)
            && doubt(sentence, abroad).is_none()
    })
}

/// "Open to Norway and Switzerland": those let in are named, and no others are.
pub(super) fn open_to_others(sentences: &[Sentence<'_>]) -> Option<Answer> {
    sentences.iter().find_map(|sentence| {
        let wider = [Role::Worldwide, Role::Foreign, Role::Outside, Role::Associated, Role::Abroad];
        if sentence.israel().is_some() || wider.into_iter().any(|role| sentence.has(role)) {
            return None;
        }
        let right_behind = |open: &Hit, country: &Hit| open.last < country.first && near(open, country, LISTED);
        let countries = || sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit).chain(sentence.of(Role::Bloc));
        // "Open to Norway's public".
        let whole = |country: &Hit| !["'s", "’s"].iter().any(|own| sentence.after(country).starts_with(own));
        let named = |open: &Hit| countries().find(|country| right_behind(open, country) && whole(country));
        // "EU Member States, Turkey and Serbia can take part".
        let takes_part = |bloc: &Hit| {
            let parted = |verb: &Hit| sentence.nouns().any(|noun| bloc.last < noun.first && noun.last < verb.first);
            sentence.of(Role::Apply).any(|verb| bloc.last < verb.first && near(bloc, verb, LIST_OF_STATES) && !parted(verb))
        };
        let leads = || sentence.of(Role::Bloc).find(|bloc| sentence.words_before(bloc) <= 1 && takes_part(bloc));
        let country = sentence.of(Role::OpensTo).find_map(named).or_else(leads)?;
        (!denied(sentence, country)).then(|| say(Verdict::No, found(sentence.quote(country), "country.open_to_others")))
    })
}

/// Does the sentence let in whoever is outside the union, and not only some of them, or as partners?
fn opens_union(sentence: &Sentence<'_>, known: &Known<'_>) -> bool {
    let narrower = [Role::Associated, Role::ElsewhereOnly, Role::Region, Role::Condition, Role::Excluded];
    let some_only =
        || sentence.has(Role::Partner) || sentence.names_state() || narrower.into_iter().any(|role| sentence.has(role));
    let asked = sentence.has_applicant() || sentence.says(&GRAMMAR.belonging.askers);
    asked && sentence.about_applying() && (known.kind == Kind::Partnership || !some_only())
}

/// "Worldwide, with the exception of those in the Middle East": who is out is not plain from the name of a country or of a kind of
/// body, and may be Israel.
fn excepts_some(sentence: &Sentence<'_>, hit: &Hit) -> bool {
    let Some(except) = exception_behind(sentence, hit) else { return false };
    let behind = |word: &Hit| except.last < word.first && near(except, word, EXCEPTED_REACH);
    let somebody = sentence.nouns().any(behind) && !sentence.of(Role::From).any(behind);
    !sentence.excepts_country() && !somebody
}
