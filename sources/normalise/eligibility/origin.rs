//! Nouns that say where others come from, whom they go along with or whom they serve: "students of cities", "in cooperation with a
//! town", "sell to municipalities". None of them is who a sentence is about.

use super::super::deadline::words_in;
use super::aims::{are_aim, gains_by_others, is_helped, is_objective};
use super::clause::is_listed;
use super::office::{is_office, is_written_to};
use super::panel::{is_imagined, presents, sits_on_a_panel};
use super::paying::pays;
use super::relative::describes_others;
use super::sentence::{Sentence, is_inside, near};
use super::served::{is_represented, is_served, is_trained_for};
use super::site::is_site;
use super::{handed_in, honoured, lots};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use words::Script;

/// "In cooperation with at least one local authority": so many words at most lie between.
const BESIDE_REACH: usize = 3;

/// "Sell vehicles, software or street furniture to local authorities": so many words at most lie between.
const CLIENT_REACH: usize = 9;

/// "מנהלים בכירים מהשלטון המקומי": so many words at most lie between.
const PEOPLE_REACH: usize = 2;

/// "עובד רשות המקבל משכורת חודשית מהרשות המקומית": so many words at most lie between.
const PAID_REACH: usize = 6;

/// "How small cities": so many words at most lie between.
const TOPIC_REACH: usize = 2;

/// "Papers on the local authorities": so many words at most lie between.
const WRITING_REACH: usize = 2;

/// "How cities can still apply": so many words at most lie between.
const ACTS_REACH: usize = 4;

/// "From all 9 provinces", "of the following four municipalities": so many words at most lie between.
const ALL_REACH: usize = 4;

/// "The company's own application": so many words at most lie between.
const OWN_REACH: usize = 2;

/// "Des entreprises, des associations, des communes": so many of a list at most are looked at.
const LIST_LENGTH: usize = 6;

/// "Des organismes à but non lucratif, et": an item of such a list is no longer than this, in words.
const WORDS_OF_AN_ITEM: usize = 8;

/// Is this noun of a role not one that the sentence is about?
pub(super) fn stands_aside(sentence: &Sentence<'_>, noun: &Hit, role: Role) -> bool {
    role == Role::LocalAuthority && (has_place_letter(sentence, noun) || is_owner_of_staff(sentence, noun))
        || role == Role::OtherBody && (is_venue(sentence, noun) || is_possessor(sentence, noun))
        || is_origin(sentence, noun)
        || role == Role::LocalAuthority && (is_from_all(sentence, noun) || goes_along_with(sentence, noun))
        || is_origin_with(sentence, noun, role)
        || goes_along(sentence, noun)
        || is_client(sentence, noun)
        || is_served(sentence, noun)
        || role == Role::LocalAuthority && (is_topic(sentence, noun) || describes_others(sentence, noun))
        || role == Role::LocalAuthority && is_imagined(sentence, noun)
        || role == Role::Official && (presents(sentence, noun) || is_written_to(sentence, noun))
        || sits_on_a_panel(sentence, noun)
        || is_theme(sentence, noun)
        || is_bystander(sentence, noun, role)
        || is_written_about(sentence, noun)
}

/// Those who pay, who lend the ground, who take the forms in, for whom others learn, or for whom a body speaks: in the call, and not asked.
fn is_bystander(sentence: &Sentence<'_>, noun: &Hit, role: Role) -> bool {
    let serves = || is_site(sentence, noun) || is_trained_for(sentence, noun) || is_represented(sentence, noun);
    let others = matches!(role, Role::Person | Role::OtherBody);
    let ours = || is_objective(sentence, noun) || gains_by_others(sentence, noun) || is_helped(sentence, noun);
    let aimed = others && are_aim(sentence, noun) || role == Role::LocalAuthority && ours();
    aimed || pays(sentence, noun) || is_office(sentence, noun) || role == Role::LocalAuthority && serves()
}

/// "Three topics: the state and the towns, the citizens and the towns": what is spoken of.
fn is_theme(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let labels = |head: &Hit| sentence.between(head, noun).trim_start().starts_with(':');
    sentence.of(Role::Themes).any(|head| head.last < noun.first && labels(head))
}

/// "Theses on cities and towns": what is written about, whatever is said of the theses behind it.
fn is_written_about(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let adjacent = |writing: &Hit, hit: &Hit| writing.last < hit.first && near(writing, hit, WRITING_REACH);
    let listed = |writing: &Hit| {
        sentence.nouns().any(|first| first.first != noun.first && adjacent(writing, first) && is_listed(sentence, first, noun))
    };
    sentence.of(Role::Writing).any(|writing| adjacent(writing, noun) || listed(writing))
}

/// "עובדי רשויות מקומיות", "موظفي البلديات", "Beschäftigte der Stadtverwaltung": whose people they are stands right behind them, or is half in the word for them.
fn is_owner_of_staff(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let quote = sentence.quote(noun);
    let construct = match Script::of_word(quote) {
        Script::Hebrew => {
            let own = || GRAMMAR.clause.from_is_their_own.iter().any(|word| quote.starts_with(word.as_str()));
            !quote.starts_with(&GRAMMAR.letters.parting[..]) && (!quote.starts_with(&GRAMMAR.letters.from[..]) || own())
        }
        Script::Arabic => !quote.starts_with(&GRAMMAR.letters.parting_arabic[..]),
        Script::Other => true,
    };
    let adjacent = |staff: &Hit| {
        let between = if staff.end < noun.start { sentence.between(staff, noun).trim() } else { "" };
        let genitive = holds(&GRAMMAR.clause.genitives, between);
        genitive || Script::of_word(quote) != Script::Other && staff.last + 1 == noun.first
    };
    let before = |staff: &Hit| {
        let overlaps = noun.first <= staff.last && staff.last < noun.last;
        staff.first < noun.first && (overlaps || adjacent(staff))
    };
    construct && sentence.of(Role::Staff).chain(sentence.of(Role::Official)).any(before)
}

/// "Volunteers in the local authority", "managers from the local authority": the Hebrew "in" and "from" are letters of the word.
fn has_place_letter(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let quote = sentence.quote(noun);
    let backed = || sentence.of(Role::Backs).any(|verb| verb.last + 1 == noun.first);
    let from = quote.starts_with(&GRAMMAR.letters.from[..])
        && !GRAMMAR.clause.from_is_their_own.iter().any(|word| quote.starts_with(word.as_str()));
    quote.starts_with(&GRAMMAR.letters.within[..]) && !backed() || from && has_people_before(sentence, noun)
}

/// "מנהלים בכירים מהשלטון המקומי": those who come from there stand before it.
fn has_people_before(sentence: &Sentence<'_>, hit: &Hit) -> bool {
    let mut people = [Role::Person, Role::Staff, Role::OtherBody].into_iter().flat_map(|role| sentence.of(role));
    let official = |official: &Hit| official.last < hit.first && near(official, hit, PAID_REACH);
    people.any(|people| people.last < hit.first && near(people, hit, PEOPLE_REACH)) || sentence.of(Role::Official).any(official)
}

/// "באוניברסיטה העברית": where something is held, told by the Hebrew letter for "in", which begins some words of its own.
fn is_venue(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let quote = sentence.quote(noun);
    let own = |quote: &str| GRAMMAR.applicant.in_is_their_own.iter().any(|word| quote.starts_with(word.as_str()));
    let backed = || sentence.of(Role::Backs).any(|verb| verb.last + 1 == noun.first);
    let quote = quote.strip_prefix(&GRAMMAR.letters.and_hebrew[..]).unwrap_or(quote);
    quote.starts_with(&GRAMMAR.letters.within[..]) && !own(quote) && !backed()
}

/// "The company's 2027 programme": whose something is, unless it is the application.
fn is_possessor(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let own = GRAMMAR.locality.own.iter().any(|own| sentence.after(noun).starts_with(own.as_str()));
    own && !sentence.verbs().any(|verb| noun.last < verb.first && near(noun, verb, OWN_REACH))
}

/// "NPOs from all 9 provinces", "les associations de toutes les communes", "the territory of the following municipalities": all of them
/// are where somebody comes from.
fn is_from_all(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let counts = |word: &str| {
        let word = word.to_lowercase();
        let clause = &GRAMMAR.clause;
        let lists = [&clause.counts, &clause.cardinals, &clause.articles, &GRAMMAR.applicant.wholes];
        word.contains(char::is_numeric) || lists.into_iter().any(|list| holds(list, &word))
    };
    let somebody = |from: &Hit| {
        let others = [Role::Participant, Role::Area].into_iter().flat_map(|role| sentence.of(role));
        sentence.nouns().chain(others).any(|who| who.last + 1 == from.first)
    };
    sentence.of(Role::From).any(|from| {
        let apart = from.last < noun.first && noun.first - from.last > 1;
        apart
            && near(from, noun, ALL_REACH)
            && sentence.between(from, noun).split_whitespace().all(counts)
            && somebody(from)
            && !sentence.verbs().any(|verb| is_inside(from, verb))
    })
}

/// "Portés par des associations", "peuvent être des fermes, des écoles, des communes": behind a "by" or a verb of being the French "of"
/// is an article, and so it is in the rest of such a list.
fn is_article(sentence: &Sentence<'_>, from: &Hit) -> bool {
    let of = sentence.quote(from).to_lowercase();
    if !holds(&GRAMMAR.clause.partitives, &of) {
        return false;
    }
    let mut head = sentence.before(from).trim_end();
    for _ in 0..LIST_LENGTH {
        let word = head.split_whitespace().next_back().unwrap_or_default();
        if holds(&GRAMMAR.applicant.before_some, &word.to_lowercase()) {
            return true;
        }
        let joined = GRAMMAR.clause.conjunctions.iter().any(|and| and.trim() == word);
        if !joined && !head.ends_with(',') {
            return false;
        }
        let before = head.get(..head.rfind(&format!(" {of} ")).unwrap_or_default()).unwrap_or_default();
        let item = head.get(before.len()..).unwrap_or_default();
        if before.is_empty() || words_in(item) > WORDS_OF_AN_ITEM || item.contains(['.', ';', ':', '(', '\n']) {
            return false;
        }
        head = before.trim_end();
    }
    false
}

/// "Projects in cities and towns": the second of a list stands where the first does.
fn is_origin_with(sentence: &Sentence<'_>, noun: &Hit, role: Role) -> bool {
    sentence.of(role).any(|first| is_origin(sentence, first) && is_listed(sentence, first, noun))
}

/// "Students of cities", but not "applications of cities", which are theirs.
fn is_origin(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    // "At the disposal of" is one word with its "of".
    let before = || sentence.of(Role::From).filter(|from| from.last < noun.first && from.end <= noun.start).last();
    let of_another = |from: &Hit| sentence.of(Role::For).any(|longer| is_inside(from, longer) && !is_inside(longer, from));
    // "Policy makers from the local government": the Hebrew "from" says whose people they are, as the letter does.
    let from_of_people =
        |from: &Hit| holds(&GRAMMAR.clause.from_of_people, sentence.quote(from)) && !has_people_before(sentence, from);
    // "Nous cherchons des communes": behind a verb it is an article.
    let ours = sentence.of(Role::LocalAuthority).any(|authority| authority.first == noun.first);
    let article = |from: &Hit| {
        if is_article(sentence, from) {
            return true;
        }
        let verb = sentence.before(from).split_whitespace().next_back().unwrap_or_default().to_lowercase();
        ours && holds(&GRAMMAR.clause.partitives, &sentence.quote(from).to_lowercase())
            && holds(&GRAMMAR.clause.takes_some, &verb)
    };
    let hands_in = |from: &Hit| handed_in::closes(sentence, from, noun);
    let spared = before().is_some_and(|from| of_another(from) || from_of_people(from) || article(from) || hands_in(from));
    sentence.comes_after(noun, Role::From)
        && !sentence.comes_after(noun, Role::HandsIn)
        && !spared
        && !lots::is_next(sentence, noun)
        && !honoured::are_deeds_of(sentence, noun)
}

/// "In cooperation with a local authority", "a letter of support from the municipalities".
fn goes_along(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.of(Role::Beside).any(|beside| beside.last < noun.first && near(beside, noun, BESIDE_REACH))
}

/// "Work with schools, clubs and town councils": with the first of a list go all, but for those who have a verb of their own behind them.
fn goes_along_with(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let own = sentence.of(Role::Apply).any(|verb| noun.last < verb.first && near(noun, verb, ACTS_REACH));
    let with = |first: &Hit| first.last < noun.first && sentence.comes_after(first, Role::With);
    !own && sentence.nouns().any(|first| with(first) && is_listed(sentence, first, noun))
}

/// "Do you sell vehicles or software to local authorities?"
fn is_client(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.of(Role::Client).any(|verb| {
        let acts = || sentence.of(Role::Apply).any(|apply| verb.last < apply.first && apply.last < noun.first);
        // "Se rencontrer".
        let each_other = || sentence.of(Role::Meets).any(|meets| is_inside(verb, meets) && !is_inside(meets, verb));
        verb.last < noun.first && near(verb, noun, CLIENT_REACH) && !acts() && !each_other()
    })
}

/// "The congress asks how cities can be made cooler": but not "how cities can apply".
fn is_topic(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let verbs = || sentence.verbs();
    let acts = || verbs().any(|apply| noun.last < apply.first && near(noun, apply, ACTS_REACH));
    // The Spanish "how" has an accent, and without it is "as".
    let asks = |how: &Hit| !holds(&GRAMMAR.applicant.as_well, &sentence.quote(how).to_lowercase());
    let asked = |how: &Hit| how.last < noun.first && near(how, noun, TOPIC_REACH) && asks(how);
    sentence.of(Role::AsksHow).any(asked) && !acts()
}
