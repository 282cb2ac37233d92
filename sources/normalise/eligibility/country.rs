//! Is Israel in? Told from sentences that name Israel, the whole world, others only, or a partner abroad; from the caller's own
//! country; and, for money tied to a country, from that country's name in the title.

use std::cell::LazyCell;

use super::super::evidence::found;
use super::super::reading::Reading;
use super::super::wording::bare;
use super::clause::{denied, is_exception, joined, joins_instead, lists};
use super::eased::eased_elsewhere;
use super::elsewhere::{handed_on, israel_is_listed, others_beside, others_only, people_of_elsewhere, restricts};
use super::here::{bound_here, is_ours};
use super::home::{BY_WORD, Home, told_at_home};
use super::listing::is_aside;
use super::locality::bound_elsewhere;
use super::members::members_only;
use super::opening::{listed_with_home, open_to_all, open_to_others, shut_abroad};
use super::others_world::tells_of_last_year;
use super::ours::{
    asks_ours, goes_along, includes, is_journey, is_next_seat, is_of_applicants, is_of_mission, is_origin, leads_others,
};
use super::sentence::{Sentence, is_inside, near};
use super::superlative::first_of_a_country;
use super::tied::{money_for_elsewhere, sought_abroad, work_elsewhere};
use super::{Known, say};
use super::{among, country_list, diaspora, labelled, partnering, requisite};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Axis, Hit, Lexicon, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "A country associated to Horizon Europe": so many words at most lie between.
const ASSOCIATION_REACH: usize = 4;

/// "Associations and clubs from": so many words at most from those who apply to where they are from.
const FROM_REACH: usize = 3;

/// "From Poland, Germany and Israel": so many words at most lie between.
const LIST_OF_COUNTRIES: usize = 5;

/// "Municipalities or youth centres in Croatia, Italy, Greece, Cyprus or Israel": so many words at most lie between.
const LIST_OF_SOUGHT: usize = 12;

/// "Françaises et argentines": an "and" lies between.
const PAIR_REACH: usize = 2;

/// "Pas de partenariat formel avec une collectivité étrangère": so many words at most lie between.
const NEEDLESS_REACH: usize = 6;

/// "From Israel join it as partners": so many words at most lie between.
const JOINS_REACH: usize = 4;

/// The answer of the text, if it gives one.
pub(super) fn answer(sentences: &[Sentence<'_>], known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    let home = Home::of(sentences, known);
    let abroad = home.is_none();
    let ours = LazyCell::new(|| sentences.iter().any(is_ours));
    israel_named(sentences, known, !abroad)
        .or_else(|| country_list::listed(sentences))
        .or_else(|| among::listed(sentences, known))
        .or_else(|| associated(sentences, known, lexicon))
        .or_else(|| partnering::between_unions(sentences, known))
        .or_else(|| listed_elsewhere(sentences, known, home.as_ref()))
        .or_else(|| diaspora::alone(sentences))
        .or_else(|| partnering::sought_elsewhere(sentences, known))
        .or_else(|| shut_abroad(sentences).filter(|_| !matches!(home, Some(Home::Named(_)))))
        .or_else(|| open_to_all(sentences, known).filter(|(_, told)| *told || !narrowed(sentences, known)).map(|(all, _)| all))
        .or_else(|| requisite::answer(sentences).filter(|answer| abroad || answer.verdict != Verdict::No))
        .or_else(|| bilateral(sentences).filter(|_| abroad))
        .or_else(|| others_with_partner(sentences, known, !abroad))
        .or_else(|| people_of_elsewhere(sentences).filter(|_| !abroad))
        .or_else(|| match &home {
            Some(Home::Named(yes)) => handed_on(sentences, known).or_else(|| Some(yes.clone())),
            // Of a network's members those at home are some.
            Some(Home::Presumed(yes)) => {
                let by_word = yes.rule.as_deref() == Some(BY_WORD);
                others_beside(sentences, known).or_else(|| members_only(sentences).filter(|_| by_word))
            }
            None => others_only(sentences, known)
                .or_else(|| open_to_others(sentences))
                .or_else(|| partnering::of_states(sentences))
                .or_else(|| others_beside(sentences, known))
                .or_else(|| bound_elsewhere(sentences, known))
                .or_else(|| bound_here(sentences, known, || *ours))
                .or_else(|| labelled::bound_elsewhere(sentences, known, || *ours))
                .or_else(|| members_only(sentences))
                .or_else(|| sought_abroad(sentences, known))
                .or_else(|| money_for_elsewhere(sentences, known, || *ours))
                .or_else(|| work_elsewhere(sentences, known))
                .or_else(|| first_of_a_country(sentences, known))
                .or_else(|| eased_elsewhere(sentences, known)),
        })
        // A label is less than any sentence on who may apply.
        .or_else(|| labelled::open_to_all(sentences))
}

/// Does a sentence say whom it is for, and they are elsewhere, or members of something? "We work with cities around the world" is no
/// invitation beside "the call is open to German cities".
fn narrowed(sentences: &[Sentence<'_>], known: &Known<'_>) -> bool {
    others_only(sentences, known).or_else(|| members_only(sentences)).or_else(|| requisite::answer(sentences)).is_some()
}

/// The answer where neither the text nor a rule says more: whoever writes so is mostly at home.
pub(super) fn presumed(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    match Home::of(sentences, known) {
        Some(Home::Named(yes) | Home::Presumed(yes)) => Some(yes),
        None => told_at_home(sentences, known),
    }
}

/// The answer of a field that names the applicants.
pub(super) fn of_field(field: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    let sentences: Vec<Sentence<'_>> = Sentence::all(field, lexicon).collect();
    for sentence in &sentences {
        if let Some(israel) = sentence.israel() {
            let out = sentence.has(Role::Excluded) || is_exception(sentence, israel);
            let verdict = if out { Verdict::No } else { Verdict::Yes };
            return Some(say(verdict, found(sentence.quote(israel), "country.field")));
        }
    }
    let all = open_to_all(&sentences, known).map(|(all, _)| all);
    all.or_else(|| others_only(&sentences, known))
}

/// Israel stands in a sentence on who may take part. "Clubs from Germany and Israel may apply" says so of more than the projects or
/// the partners of whom the sentences before it tell.
fn israel_named(sentences: &[Sentence<'_>], known: &Known<'_>, at_home: bool) -> Option<Answer> {
    let (place, first) =
        sentences.iter().enumerate().find_map(|(place, sentence)| Some((place, named_in(sentence, known, at_home)?)))?;
    // "Eligible are bodies in Germany. At least one organisation from Israel": theirs apply, ours join.
    let one = || sentences[place].has(Role::OneOfSeveral) && among::others_apply(sentences, place, known);
    if first.verdict == Verdict::Yes && one() {
        return Some(Answer { verdict: Verdict::Partner, ..first });
    }
    let invited = || sentences.iter().find(|sentence| known.kind != Kind::Partnership && invites_ours(sentence));
    if first.verdict == Verdict::Partner
        && let Some(sentence) = invited()
    {
        return Some(say(Verdict::Yes, found(sentence.text, "country.israel_invited")));
    }
    Some(first)
}

/// Applicants with Israel right behind as the place where they are from: "clubs from Germany and Israel", "charities registered in
/// Israel"; not "students from Germany travel to Israel".
fn invites_ours(sentence: &Sentence<'_>) -> bool {
    if !sentence.about_applying() || sentence.in_title || sentence.has(Role::Partner) || sentence.has(Role::Joins) {
        return false;
    }
    let Some(israel) = sentence.israel().filter(|israel| !goes_along(sentence, israel)) else { return false };
    // "Israeli researchers submit to the ministry".
    let hands_in = |noun: &Hit| {
        israel.last + 1 == noun.first
            && sentence.of(Role::Apply).any(|verb| noun.last < verb.first && near(noun, verb, FROM_REACH))
    };
    if sentence.is_people(israel) && sentence.others().next().is_none() && sentence.nouns().any(hands_in) {
        return true;
    }
    let places = || sentence.of(Role::From).chain(sentence.of(Role::Seat));
    let of_it = |place: &Hit| {
        let adjacent = || sentence.comes_after(israel, Role::From) || sentence.comes_after(israel, Role::Seat);
        place.last < israel.first && near(place, israel, LIST_OF_COUNTRIES) && (adjacent() || lists(sentence, place, israel))
    };
    let theirs = |noun: &Hit| places().any(|place| noun.last < place.first && near(noun, place, FROM_REACH) && of_it(place));
    sentence.nouns().any(theirs)
}

/// "Municipalities from Israel join it as partners": those who join are ours, and nobody else stands between.
fn ours_join(sentence: &Sentence<'_>) -> bool {
    let parted = |israel: &Hit, joins: &Hit| {
        let mut others = sentence.nouns().chain(sentence.of(Role::Apply));
        others.any(|hit| israel.last < hit.first && hit.last < joins.first)
    };
    let joined =
        |israel: &Hit, joins: &Hit| israel.last < joins.first && near(israel, joins, JOINS_REACH) && !parted(israel, joins);
    sentence.israels().any(|israel| sentence.of(Role::Joins).any(|joins| joined(israel, joins)))
}

fn named_in(sentence: &Sentence<'_>, known: &Known<'_>, at_home: bool) -> Option<Answer> {
    let israel = sentence.israels().find(|israel| !is_of_mission(sentence, israel) && !is_journey(sentence, israel))?;
    // "Last year a team from Israel won".
    if !sentence.about_applying() && tells_of_last_year(sentence.text) {
        return None;
    }
    if is_exception(sentence, israel) {
        return Some(say(Verdict::No, found(sentence.text, "country.israel_excluded")));
    }
    if sentence.has(Role::Excluded) {
        // "Dual citizens of Israel and America are not eligible" lets in those of one.
        let text = sentence.text.to_lowercase();
        if GRAMMAR.clause.two_citizenships.iter().any(|word| text.contains(word.as_str())) {
            return None;
        }
        // "May not coordinate but can take part as partners".
        if joins_instead(sentence) {
            return Some(say(Verdict::Partner, found(sentence.text, "country.israel_joins")));
        }
        return Some(say(Verdict::No, found(sentence.text, "country.israel_excluded")));
    }
    let sought = known.kind == Kind::Partnership && (sentence.offers() || sentence.about_applying());
    // "Seeks two municipalities in Italy or Israel": where those sought are, whoever is there is asked.
    if sought && !at_home && is_sought(sentence, israel) {
        return Some(say(Verdict::Yes, found(sentence.text, "country.israel_sought")));
    }
    if !at_home && known.kind != Kind::Conference && goes_along(sentence, israel) {
        return Some(say(Verdict::Partner, found(sentence.text, "country.israel_comes")));
    }
    // "Clubs in Saxony may ask for money to receive groups from Israel": theirs apply, ours come.
    let theirs = !is_of_applicants(sentence, israel) && restricts(sentence).is_some();
    let come = || sentence.israels().any(|israel| is_origin(sentence, israel));
    if theirs && sentence.about_applying() && come() {
        return Some(say(Verdict::Partner, found(sentence.text, "country.israel_comes")));
    }
    if at_home {
        return ours_join(sentence).then(|| say(Verdict::Partner, found(sentence.text, "country.israel_joins")));
    }
    let quote = found(sentence.text, "country.israel_named");
    // "Exchange projects with Israel": somebody else applies, and Israel is where the partner is.
    let meets = known.kind == Kind::Conference;
    let of_others = sentence.others().any(|(_, people)| people);
    if sought || sentence.has(Role::Joins) {
        return Some(say(Verdict::Partner, quote));
    }
    let paired = of_others && (known.kind == Kind::Exchange && !sentence.has(Role::Included) || sentence.in_title);
    if !meets && (sentence.has(Role::Partner) || paired) && !leads_others(sentence, israel) {
        return Some(say(Verdict::Partner, quote));
    }
    let restricted = sentence.has(Role::Condition) && sentence.has(Role::ElsewhereOnly);
    if restricted {
        return Some(say(Verdict::Conditional, quote));
    }
    let takes_part = (meets && (sentence.in_title || sentence.has_applicant()))
        || (includes(sentence) || sentence.about_applying() && (sentence.has_applicant() || asks_ours(sentence, israel)))
            && !theirs
        || sentence.comes_after(israel, Role::Seat)
        || sentence.about_applying() && is_next_seat(sentence, israel);
    takes_part.then(|| say(Verdict::Yes, quote))
}

/// "Municipalities in Croatia, Greece or Israel", "an Israeli town", "רשות מקומית בישראל".
fn is_sought(sentence: &Sentence<'_>, israel: &Hit) -> bool {
    let here = sentence.is_people(israel) || sentence.quote(israel).starts_with(['ב', 'מ']);
    let places = || sentence.of(Role::From).filter(|place| place.last < israel.first && near(place, israel, LIST_OF_SOUGHT));
    let noun = |reach: usize| sentence.nouns().any(|noun| near(noun, israel, reach));
    // "In Greece, in Israel, in Morocco or in Turkey": what is named as a choice is sought.
    let choice = || {
        let other =
            |hit: &Hit| near(hit, israel, LIST_OF_COUNTRIES) && (lists(sentence, hit, israel) || lists(sentence, israel, hit));
        sentence.others().any(|(hit, _)| other(hit)) && sentence.of(Role::Either).any(|or| near(or, israel, LIST_OF_COUNTRIES))
    };
    here && noun(LIST_OF_COUNTRIES) || places().next().is_some() && noun(LIST_OF_SOUGHT) || choice()
}

/// "French and Argentine authorities": those of two countries apply together, and nobody else.
fn bilateral(sentences: &[Sentence<'_>]) -> Option<Answer> {
    if sentences.iter().any(|sentence| sentence.israel().is_some() || sentence.has(Role::Foreign)) {
        return None;
    }
    sentences.iter().filter(|sentence| sentence.about_applying() && !sentence.in_title).find_map(|sentence| {
        let people: Vec<&Hit> = sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit).collect();
        let beside = |hit: &Hit| sentence.nouns().any(|noun| near(hit, noun, LIST_OF_COUNTRIES));
        let pair = people.windows(2).find(|pair| joined(sentence, pair[0], pair[1]) && near(pair[0], pair[1], PAIR_REACH))?;
        (beside(pair[0]) && beside(pair[1])).then(|| say(Verdict::No, found(sentence.quote(pair[0]), "country.bilateral")))
    })
}

/// "Sites must lie in one of the following countries: Poland, Ukraine": what is not on the list is out, whoever applies.
fn listed_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>, home: Option<&Home>) -> Option<Answer> {
    // "Cities worldwide may apply; workshops must be held in France or Peru": where something is to be done shuts out nobody who is asked
    // in so many words.
    let named = matches!(home, Some(Home::Named(_)));
    let asked = LazyCell::new(|| named || open_to_all(sentences, known).is_some_and(|(_, told)| told));
    let ours = LazyCell::new(|| israel_is_listed(sentences));
    sentences.iter().enumerate().find_map(|(place, sentence)| {
        let work = || sentence.text.split_whitespace().map(bare).find(|word| !holds(&GRAMMAR.clause.articles, word));
        let works = || work().is_some_and(|word| holds(&GRAMMAR.locality.lying, &word));
        let told = || sentence.about_applying() || sentence.has_applicant() || works() || requisite::asks(sentence);
        let listed = || sentence.first(Role::ListedIn).filter(|_| told());
        let bound = sentence.first(Role::MustLieIn).or_else(listed)?;
        // "Eligible countries are …": the words that close the list do not open it.
        let apart = |role: Role| sentence.of(role).any(|hit| hit.last < bound.first || bound.last < hit.first);
        let opens = [Role::Worldwide, Role::Associated, Role::Foreign, Role::OneOfSeveral];
        // "Established in Belgium or abroad"; "must live in Germany during the fellowship" says where one goes.
        if listed_with_home(sentence).is_some() || requisite::is_for_the_stay(sentence.after(bound)) {
            return None;
        }
        if (sentence.has(Role::Partner) || is_aside(sentence, bound)) && !sentence.has(Role::MustLieIn)
            || opens.into_iter().any(apart)
        {
            return None;
        }
        if !sentence.has_applicant() && !is_asker(sentence, bound) && *asked {
            return None;
        }
        // A list with a line for each country stands below its label; the first line is one sentence with it.
        let below = sentences[place + 1..].iter().take_while(|line| sentence.text.contains(":\n") && line.lists_countries());
        let lines: Vec<&Sentence<'_>> = std::iter::once(sentence).chain(below).collect();
        if lines.iter().any(|line| line.israel().is_some()) || *ours {
            return None;
        }
        let named = lines.iter().flat_map(|line| line.others()).filter(|(_, people)| !people).count();
        let one = || named == 1 && (sentence.has_applicant() || is_asker(sentence, bound));
        let enough = named > 1 || one() || sentence.has(Role::ElsewhereOnly);
        // "Established in Cyprus or in a Mediterranean partner country".
        let enough = enough && !requisite::goes_on_to_lands(sentence.after(bound));
        enough.then(|| say(Verdict::No, found(sentence.quote(bound), "country.listed_elsewhere")))
    })
}

/// "Applicants must be established in".
fn is_asker(sentence: &Sentence<'_>, bound: &Hit) -> bool {
    sentence.before(bound).split_whitespace().any(|word| holds(&GRAMMAR.belonging.askers, &bare(word)))
}

/// "Established in a country associated to Horizon Europe": the rule on the programme says whether Israel is one.
fn associated(sentences: &[Sentence<'_>], known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    if known.kind == Kind::Partnership {
        return None;
    }
    let mut before = None;
    sentences.iter().find_map(|sentence| {
        let own = sentence.programmes().find_map(|(hit, place)| {
            let rule = lexicon.rules.get(place)?;
            // The identifier of the call says which programme it is of, whatever other one a page names beside it.
            let own = known.programme.is_none_or(|programme| rule.covers_programme(programme));
            let fits = rule.axis == Axis::Country && rule.verdict == Verdict::Yes && rule.holds(known.today);
            (own && fits).then_some((Some(hit), rule))
        });
        // "A new Horizon Europe topic is out. Partners come from three associated countries": the programme was named before.
        let (programme, rule) = own.or(before)?;
        before = Some((None, rule));
        let applicants = [Role::Seat, Role::MustLieIn].into_iter().any(|role| sentence.has(role));
        if !applicants && !sentence.has_applicant() && !sentence.about_applying() {
            return None;
        }
        let beside = |country: &&Hit| match programme {
            Some(programme) => near(country, programme, ASSOCIATION_REACH),
            None => sentence.programmes().next().is_none(),
        };
        let country = sentence.of(Role::Associated).find(beside)?;
        let verdict = if denied(sentence, country) { Verdict::No } else { rule.verdict };
        Some(say(verdict, found(sentence.quote(country), &rule.id)))
    })
}

/// Others apply, and their partner abroad takes part.
fn others_with_partner(sentences: &[Sentence<'_>], known: &Known<'_>, at_home: bool) -> Option<Answer> {
    if known.kind == Kind::Partnership {
        return None;
    }
    if partnering::any_elsewhere(sentences) {
        return partnering::among_others(sentences);
    }
    sentences.iter().find_map(|sentence| {
        let topic = |partner: &Hit| sentence.in_title && is_topic(sentence, partner, known);
        let asked = LazyCell::new(|| requisite::asks(sentence));
        let needed = |partner: &&Hit| !*asked && !denied(sentence, partner) && !needs_none(sentence, partner) && !topic(partner);
        let partner = sentence.of(Role::Partner).find(needed)?;
        // At home a partner abroad is no lead, unless the others are named as those who hand in.
        if at_home && sentence.others().next().is_none() {
            return None;
        }
        let applied_for = sentence.about_applying() || sentence.in_title || sentence.others().next().is_some();
        applied_for.then(|| say(Verdict::Partner, found(sentence.quote(partner), "country.partner")))
    })
}

/// "Sans partenariat formel avec une collectivité étrangère", "need no foreign partner": nobody has to join.
fn needs_none(sentence: &Sentence<'_>, partner: &Hit) -> bool {
    sentence.of(Role::Not).any(|not| {
        let inside = |hit: &Hit| not.last < hit.first && hit.last < partner.first;
        let parted = sentence.of(Role::Apply).chain(sentence.of(Role::But)).any(inside);
        // "No later than 3 May with their partner", "not only with a partner".
        let between = sentence.between(not, partner);
        let apart = between.contains([',', ';', ':', '(']) || between.contains(char::is_numeric);
        let waives = sentence.of(Role::Waives).any(|waiver| is_inside(not, waiver));
        not.last < partner.first && near(not, partner, NEEDLESS_REACH) && !parted && !apart && !waives
    })
}

/// "A course on decentralised cooperation", "the prize of …": what it is about, and not how one takes part.
fn is_topic(sentence: &Sentence<'_>, partner: &Hit, known: &Known<'_>) -> bool {
    let meets = matches!(known.kind, Kind::Conference | Kind::Training | Kind::Exhibition | Kind::Competition);
    meets && !sentence.names_state() && (known.kind != Kind::Competition || sentence.comes_after(partner, Role::From))
}
