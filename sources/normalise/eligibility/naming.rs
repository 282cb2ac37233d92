//! Whom a word names by those that stand beside it: "Artists" in the "Association of Artists" are nobody, "sister cities may apply" are
//! authorities, and so is "a city" by which an application has to be submitted.

use super::handed_in::is_handed_in_by;
use super::sentence::{Part, Sentence, is_inside, is_noun, near, of};
use super::twins;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use words::Script;

/// "The Federation of all Canadian Municipalities": so many words at most from the body to those in its name.
const NAME_REACH: usize = 4;

/// "Members of the Association": so many words at most lie between.
const MEMBER_REACH: usize = 3;

/// "Cities and Municipalities": an "and" lies between.
const PAIR_REACH: usize = 2;

/// "La Federación Española de Municipios": the "of" is the first or second word behind the body.
const GENITIVE_WITHIN: usize = 2;

/// "Sister cities in both countries may apply": so many words at most from them to the verb.
const ACTS_REACH: usize = 4;

/// "Send ten of their pupils": so many words at most lie between.
const SENT_REACH: usize = 4;

/// "Grants for our sister cities": so many words at most from the offer to them.
const OFFERED_REACH: usize = 3;

/// "Any small city may apply": so many words at most lie between.
const ANY_REACH: usize = 4;

/// "Submitted by a French municipality": an article and an adjective lie between.
const SUBMITTED_WORDS: usize = 2;

/// "One application a year, online and signed, per town": so many words at most lie between.
const HANDED_REACH: usize = 7;

/// "Ministry of Trade, of Industry and of small": so many words at most lie between.
const MINISTRY_REACH: usize = 10;

/// The stretches of text that are the name of a body and hold no applicant: "Association of Artists", "Students' Union".
pub(super) fn names_of_bodies(parts: &[Part<'_>], text: &str) -> Vec<(usize, usize)> {
    let nouns: Vec<&Part<'_>> = parts.iter().filter(|(role, ..)| is_noun(*role)).collect();
    let mut names = Vec::new();
    for body in of(parts, Role::Organisation) {
        // "Members of the Association of Artists" are artists.
        let belong = of(parts, Role::Member).any(|member| member.last < body.first && near(member, body, MEMBER_REACH));
        // "A network of at least five municipalities may apply": a kind of applicant and no name.
        let before = text[..body.start].split_whitespace().next_back().unwrap_or_default();
        if holds(&GRAMMAR.clause.indefinite, &before.to_lowercase()) {
            continue;
        }
        for (role, noun, _) in nouns.iter().filter(|(role, ..)| !belong || *role != Role::Person) {
            // "Students' Union".
            let compound = noun.last + 1 == body.first && is_plain(&text[noun.end..body.start]);
            if compound && *role != Role::OtherBody {
                names.push((noun.start, body.end));
            }
            if body.last < noun.first && noun.first - body.last <= NAME_REACH + 1 && is_of(parts, body, noun, text) {
                let same = nouns.iter().filter(|(other, ..)| other == role);
                let next = same.map(|(_, next, _)| *next).filter(|next| {
                    let joint = noun.last < next.first && near(noun, next, PAIR_REACH);
                    joint && GRAMMAR.clause.conjunctions.iter().any(|and| text[noun.end..next.start] == **and)
                });
                names.push((body.start, next.map(|next| next.end).max().unwrap_or(noun.end)));
            }
        }
    }
    names.extend(nouns.iter().filter(|(_, noun, _)| is_of_ministry(text, noun)).map(|(_, noun, _)| (noun.start, noun.end)));
    names
}

/// "Ministerio de Ciencia, Innovación y Universidades": between the ministry and the noun stand its other tasks, each with a capital
/// letter, and small words.
fn is_of_ministry(text: &str, noun: &Hit) -> bool {
    let clause = text[..noun.start].rsplit(['.', ';', ':', '\n', '(']).next().unwrap_or_default();
    let clause_grammar = &GRAMMAR.clause;
    let joins = |word: &str| {
        let and = || clause_grammar.conjunctions.iter().any(|and| and.trim() == word);
        let small = [&clause_grammar.genitives, &clause_grammar.articles, &clause_grammar.given_to];
        small.into_iter().any(|list| holds(list, &particle(word))) || and()
    };
    let mut words = clause.split_whitespace().rev().take(MINISTRY_REACH);
    let is_ministry = |word: &str| holds(&GRAMMAR.applicant.ministries, &bare(word));
    let of_name = |word: &str| starts_high(word) || joins(word.trim_end_matches(','));
    starts_high(&text[noun.start..noun.end]) && words.find(|word| is_ministry(word) || !of_name(word)).is_some_and(is_ministry)
}

/// "Association of Artists", "Bund Deutscher Städte", "איגוד האדריכלים": is this noun in the genitive of the body?
fn is_of(parts: &[Part<'_>], body: &Hit, noun: &Hit, text: &str) -> bool {
    let between = &text[body.end..noun.start];
    let words: Vec<&str> = between.split_whitespace().collect();
    // A letter before it makes it the goal of something: "The forum for cities", "האיגוד לערים".
    // With an article in Arabic it is no construct: "يدعو الاتحاد البلديات".
    let bare_body = text[body.start..body.end].trim_start_matches(&GRAMMAR.letters.and_arabic[..]);
    let has_article = GRAMMAR.letters.article_arabic.iter().any(|article| bare_body.starts_with(article.as_str()));
    let construct = words.is_empty()
        && !has_article
        && matches!(Script::of_word(&text[noun.start..noun.end]), Script::Hebrew | Script::Arabic)
        && !text[noun.start..noun.end].starts_with(&GRAMMAR.letters.leading[..]);
    // "The Council of Towns": the "of" is part of the word for the body.
    let body_words = text[body.start..body.end].split_whitespace().skip(1);
    let own = body_words.last().is_some_and(|word| holds(&GRAMMAR.clause.genitives, &particle(word)));
    let genitive = || own || words.iter().take(GENITIVE_WITHIN).any(|word| holds(&GRAMMAR.clause.genitives, &particle(word)));
    // German genitives of an adjective need no article.
    let adjective = || !words.is_empty() && words.iter().all(|word| word.ends_with("er") && starts_high(word));
    let acts = |(role, hit, _): &Part<'_>| {
        matches!(role, Role::Apply | Role::Calls | Role::May | Role::For) && body.last < hit.first && hit.last < noun.first
    };
    let counted = between.contains(char::is_numeric);
    let plural_apart = parts.iter().any(|(role, other, _)| is_noun(*role) && body.last < other.first && other.last < noun.first);
    is_plain(between) && !counted && !plural_apart && !parts.iter().any(acts) && (construct || genitive() || adjective())
}

/// "d'artistes" begins with an "of".
fn particle(word: &str) -> String {
    word.split(['\'', '’']).next().unwrap_or(word).to_lowercase()
}

fn starts_high(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_plain(between: &str) -> bool {
    // "A U.S. city" is one sentence.
    let stops = between.match_indices('.').any(|(at, _)| !between[..at].ends_with(char::is_uppercase));
    !stops && !between.contains([',', ';', ':', '(', ')', '|', '\n', '?', '!', '–'])
}

/// Makes authorities of twin towns that act or get something, and of the one town that is named as the applicant or listed beside one
/// that is; and others of the one charity that is, or that stands for all of them.
pub(super) fn promote(parts: &mut [Part<'_>], text: &str) {
    let all = parts.to_vec();
    let listed = listed_beside_one_named(&all, text);
    for (role, hit, _) in parts.iter_mut() {
        let named = match role {
            Role::TwinTowns => acts(&all, hit, text),
            Role::OneAuthority => {
                listed.contains(&hit.start)
                    || submits(&all, hit, text)
                    || is_handed_in_by(hit, text)
                    || is_any_asked(&all, hit, text)
                    || is_one_each(hit, text)
            }
            Role::OneOther => {
                if submits(&all, hit, text) || stands_for_all(hit, text) {
                    *role = Role::OtherBody;
                }
                false
            }
            _ => false,
        };
        if named {
            *role = Role::LocalAuthority;
        }
    }
}

/// "Any club, town or school", "are you a charity or a town council": where the towns begin that stand in one list with another body
/// that is named as the applicant. Without them the list would shut out whom it lets in.
fn listed_beside_one_named(parts: &[Part<'_>], text: &str) -> Vec<usize> {
    let mut ones: Vec<&Part<'_>> =
        parts.iter().filter(|(role, ..)| matches!(role, Role::OneOther | Role::OneAuthority | Role::OtherBody)).collect();
    ones.sort_by_key(|(_, hit, _)| (hit.start, std::cmp::Reverse(hit.end)));
    ones.dedup_by(|(_, next, _), (_, one, _)| is_inside(next, one));
    let mut towns = Vec::new();
    for list in ones.chunk_by(|(_, one, _), (_, next, _)| text.get(one.end..next.start).is_some_and(joins_a_list)) {
        let town = |(role, hit, _): &&&Part<'_>| *role == Role::OneAuthority && !is_attribute(hit, text);
        // "Eres una empresa": the article belongs to both.
        let is_told = |hit: &Hit| {
            let inside = |reader: &Hit| reader.first < hit.first && hit.first <= reader.last && reader.last < hit.last;
            of(parts, Role::Reader).any(inside)
        };
        let named = |(role, hit, _): &&Part<'_>| match role {
            Role::OneOther => submits(parts, hit, text) || stands_for_all(hit, text),
            Role::OtherBody => is_told(hit),
            _ => false,
        };
        if list.iter().any(|one| town(&one)) && list.iter().any(named) {
            towns.extend(list.iter().filter(town).map(|(_, hit, _)| hit.start));
        }
    }
    towns
}

/// ", ", " or a ", ", une ": what parts two of one list.
fn joins_a_list(between: &str) -> bool {
    let parted = between.starts_with(',') || GRAMMAR.clause.conjunctions.iter().any(|and| between.starts_with(and.as_str()));
    let word = |word: &str| {
        let is_joint = GRAMMAR.clause.conjunctions.iter().any(|and| and.trim() == word);
        is_joint || holds(&GRAMMAR.clause.indefinite, word)
    };
    parted && between.trim_start_matches(',').split_whitespace().all(word)
}

/// "Sister cities may apply", "grants for sister cities", "sister cities with a population of": more than a word in passing.
fn acts(parts: &[Part<'_>], towns: &Hit, text: &str) -> bool {
    let longer = |mute: &Hit| is_inside(towns, mute) && !is_inside(mute, towns);
    if of(parts, Role::Mute).any(longer) || twins::go_along(parts, towns, text) {
        return false;
    }
    // "Artists from Trier and other twin towns": where somebody is from, however long the list.
    let from = |from: &Hit| {
        let somebody =
            |(role, noun, _): &Part<'_>| is_noun(*role) && *role != Role::LocalAuthority && noun.last + 1 == from.first;
        let between = |hit: &Hit| from.last < hit.first && hit.last < towns.first;
        from.last < towns.first && parts.iter().any(somebody) && !of(parts, Role::Apply).any(between)
    };
    if of(parts, Role::From).any(from) {
        return false;
    }
    // "Our twin towns send ten pupils each": those who are sent take part.
    let sends = |verb: &Hit| of(parts, Role::Person).any(|person| verb.last < person.first && near(verb, person, SENT_REACH));
    let behind = |verb: &Hit| {
        !sends(verb) && towns.last < verb.first && near(towns, verb, ACTS_REACH) && is_plain(&text[towns.end..verb.start])
    };
    let before =
        |verb: &Hit| verb.last < towns.first && near(verb, towns, OFFERED_REACH) && is_plain(&text[verb.end..towns.start]);
    let asked = |verb: &Hit| behind(verb) || before(verb);
    let sized = || of(parts, Role::Limit).chain(of(parts, Role::Headcount)).any(|size| towns.last < size.first);
    of(parts, Role::Apply).any(asked)
        || of(parts, Role::For).any(before)
        || text[towns.start..].starts_with(&GRAMMAR.letters.to_hebrew[..])
        || sized()
}

/// "Applications must be submitted by a French municipality", "the lead applicant is a city": not "by a city museum".
fn submits(parts: &[Part<'_>], one: &Hit, text: &str) -> bool {
    let head = &text[one.start..one.end];
    if is_attribute(one, text) {
        return false;
    }
    of(parts, Role::NamesApplicant).chain(of(parts, Role::Reader)).any(|named| {
        let inside = |hit: &Hit| named.last < hit.first && hit.last < one.first;
        let parted = parts.iter().any(|(role, hit, _)| (is_noun(*role) || *role == Role::From) && inside(hit));
        if one.first <= named.last || parted {
            return false;
        }
        // "Von Freunden der Stadt", "made by friends of the city".
        let between = &text[named.end..one.start];
        let of_it = between.split_whitespace().skip(1).any(|word| holds(&GRAMMAR.clause.genitives, &particle(word)));
        // In Hebrew and Arabic an adjective stands behind, and what stands before is somebody of that town ("תושב העיר").
        let most = if Script::of_word(head) == Script::Other { SUBMITTED_WORDS } else { 0 };
        between.split_whitespace().count() <= most && is_plain(between) && !of_it
    })
}

/// "City" in "a city museum", "school" in "a school's garden".
fn is_attribute(one: &Hit, text: &str) -> bool {
    let mut behind = text[one.end..].chars();
    let goes_on = behind.next() == Some(' ') && behind.next().is_some_and(char::is_alphabetic);
    let next = || text[one.end..].split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let possessive = text[one.end..].starts_with(['\'', '’', '-']);
    let attributive = holds(&GRAMMAR.clause.attributive, &text[one.start..one.end].to_lowercase());
    attributive && (possessive || goes_on && !holds(&GRAMMAR.clause.behind_a_noun, &next().to_lowercase()))
}

/// "Teilnehmen darf jede österreichische Gemeinde", "any small city may apply": with an adjective between, and a verb near.
fn is_any_asked(parts: &[Part<'_>], one: &Hit, text: &str) -> bool {
    let mut before =
        text[..one.start].rsplit(['.', ',', ';', ':', '\n', '(']).next().unwrap_or_default().split_whitespace().rev();
    let adjective = before.next().unwrap_or_default();
    let any = before.next().is_some_and(|any| holds(&GRAMMAR.applicant.any, &any.to_lowercase()));
    let placed = before.next().is_some_and(|word| holds(&GRAMMAR.clause.inside, &word.to_lowercase()));
    let asked = |verb: &Hit| near(verb, one, ANY_REACH) && !is_inside(one, verb);
    any && !placed && !is_attribute(one, text) && !adjective.is_empty() && of(parts, Role::Apply).any(asked)
}

/// "Per municipality": beside others who are asked it is where they are from.
pub(super) fn is_each(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    sentence.before(authority).split_whitespace().next_back().is_some_and(|per| holds(&GRAMMAR.applicant.per, &bare(per)))
}

/// "Only one application per municipality", "pro Gemeinde ein Antrag": whoever may hand in so many.
fn is_one_each(one: &Hit, text: &str) -> bool {
    let ends = ['.', ';', ':', '\n'];
    let mut before = text[..one.start].rsplit(ends).next().unwrap_or_default().split_whitespace().rev();
    if !before.next().is_some_and(|per| holds(&GRAMMAR.applicant.per, &bare(per))) || is_attribute(one, text) {
        return false;
    }
    let mut around = before
        .take(HANDED_REACH)
        .chain(text[one.end..].split(ends).next().unwrap_or_default().split_whitespace().take(HANDED_REACH));
    around.any(|word| holds(&GRAMMAR.applicant.handed, &bare(word)))
}

/// "Any charity", "jeder Verein", "tout organisme".
fn stands_for_all(one: &Hit, text: &str) -> bool {
    let before = text[..one.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
    holds(&GRAMMAR.applicant.any, &before) && !is_attribute(one, text)
}

/// "Are you a young artist?", "Vous êtes une association": a sentence that tells the reader who he is tells who applies.
pub(super) fn is_reader(sentence: &Sentence<'_>) -> bool {
    let is_he = |you: &Hit| {
        let noun = sentence.nouns().filter(|noun| you.last < noun.first).min_by_key(|noun| noun.first);
        noun.is_some_and(|noun| near(you, noun, SUBMITTED_WORDS + 1) && is_plain(sentence.between(you, noun)))
    };
    !sentence.in_title && sentence.of(Role::Reader).any(is_he)
}
