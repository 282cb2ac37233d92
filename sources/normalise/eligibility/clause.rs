//! Whom a word of exclusion is about. "Municipalities may take part but cannot apply" shuts them out, "municipalities may apply but
//! companies cannot" does not, "all towns except Rome" leaves them in, and "towns without a plan cannot apply" keeps out a part.

use super::super::deadline::words_in;
use super::refused::is_refused;
use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Are also welcome": so many words at most from the "also" to the word of applying.
const TOO_REACH: usize = 3;

/// "Municipalities are not eligible": so many words at most lie between.
const EXCLUSION_REACH: usize = 4;

/// With nobody else named between.
const EXCLUSION_FAR: usize = 8;

/// "Not open to applicants from abroad": so many words at most lie between the exclusion and those behind it.
const EXCLUDED_BEHIND: usize = 6;

/// "With the exception of small rural municipalities": so many words at most lie between.
const EXCEPTION_REACH: usize = 4;

/// "Cities abroad will unfortunately not": so many words at most lie between.
const NOT_BEHIND: usize = 4;

/// "No applicants from abroad": so many words at most lie between.
const NOT_BEFORE: usize = 2;

/// "Other authorities", "רשויות אחרות": side by side, with an article at most.
const OTHER_REACH: usize = 2;

/// "No se admitirán solicitudes": what is refused stands right behind.
const THING_REACH: usize = 2;

/// "As partners only": so many words at most lie between.
const ONLY_REACH: usize = 2;

/// "British municipalities", "municipalities from outside the union": so many words at most lie between.
const PLACE_REACH: usize = 4;

/// "Public bodies, universities and non-profit associations are not eligible": a part of such a list is a noun with an adjective or
/// two, and what is longer says something by itself.
const WORDS_OF_A_PART: usize = 3;

/// "Quedando excluidos": so many words at most from the comma to what is excluded.
const VERB_WORDS: usize = 1;

/// What parts the members of a list.
const SEPARATORS: [char; 5] = [',', '،', '/', '|', ';'];

fn conjunctions() -> impl Iterator<Item = &'static str> {
    GRAMMAR.clause.conjunctions.iter().map(String::as_str)
}

/// How far the authorities of a sentence are shut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shut {
    /// Not at all.
    Open,
    /// Some of them: those with, or those without something.
    Part,
    /// All but those named elsewhere.
    Others,
    /// Those of some country, which says nothing of the body.
    Abroad,
    /// All.
    Out,
}

/// How far these authorities, in reading order, are shut out of what the sentence is about.
pub(super) fn shut(sentence: &Sentence<'_>, authorities: &[&Hit]) -> Shut {
    let Some(first) = authorities.first() else { return Shut::Open };
    let kept_out = authorities.iter().filter(|authority| is_exception(sentence, authority)).count();
    if kept_out == authorities.len() {
        return Shut::Out;
    }
    let Some(excluded) = sentence.of(Role::Excluded).find(|excluded| excludes(sentence, excluded, first)) else {
        let is_out = |authority: &&Hit| sentence.of(Role::Excluded).any(|excluded| excludes(sentence, excluded, authority));
        return if kept_out > 0 || authorities[1..].iter().any(is_out) { Shut::Part } else { Shut::Open };
    };
    if is_of_a_country(sentence, first) {
        Shut::Abroad
    } else if sentence.of(Role::Other).any(|other| is_beside(other, first)) {
        Shut::Others
    } else if sentence.is_conditional() || is_denied_between(sentence, first, excluded) || has_fused_clause(sentence, first) {
        Shut::Part
    } else {
        Shut::Out
    }
}

/// "רשויות שהגישו במועד הראשון אינן רשאיות": the "who" is a letter of the verb, and tells which of them are out. "שלהן" is theirs.
fn has_fused_clause(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let next = sentence.after(authority).split_whitespace().next().unwrap_or_default();
    let fused = GRAMMAR.deed.fused.iter().any(|who| next.starts_with(who.as_str()));
    fused && !GRAMMAR.clause.genitives.iter().any(|of| next.starts_with(of.as_str()))
}

/// Does the sentence say of this word, a place or a country, that whoever is of it is out?
pub(super) fn denied(sentence: &Sentence<'_>, place: &Hit) -> bool {
    is_exception(sentence, place) || sentence.of(Role::Excluded).any(|excluded| speaks_of(sentence, excluded, place))
}

/// The "not" in the verb of this word, or right before the word, whatever the verb is: that shuts nobody out for certain, and lets
/// nobody in.
pub(super) fn doubt<'a>(sentence: &Sentence<'a>, word: &Hit) -> Option<&'a Hit> {
    let own = |not: &Hit| {
        let mut waivers = sentence.of(Role::Waives).chain(sentence.of(Role::AnyNationality));
        !waivers.any(|waiver| is_inside(not, waiver)) && !is_inside(not, word)
    };
    sentence.of(Role::Not).filter(|not| own(not)).find(|not| {
        let (before, after) = if not.first < word.first { (*not, word) } else { (word, *not) };
        if is_refused(sentence, not, word) {
            return true;
        }
        let between = sentence.between(before, after);
        let inside = |hit: &Hit| before.last < hit.first && hit.last < after.first;
        let verb = || sentence.of(Role::Apply).filter(|verb| inside(verb) && !sentence.is_modal(verb));
        if between.contains([',', '،', ':', '(']) || sentence.of(Role::But).any(inside) {
            return false;
        }
        if not.first < word.first {
            // "No applicants from abroad", and "not open to applicants from abroad".
            let denies_verb = verb().any(|verb| near(not, verb, NOT_BEFORE));
            return near(not, word, NOT_BEFORE) || denies_verb && near(not, word, EXCLUDED_BEHIND);
        }
        // "Towns that have not applied before may apply" speaks of some of them, and lets these in.
        let relative = GRAMMAR.clause.relative.iter().any(|word| between.contains(word.as_str()))
            || sentence.quote(not).starts_with(&GRAMMAR.letters.that[..]);
        // "Associated and not associated", "towns and not firms": said of others.
        let coordinated = conjunctions().any(|word| between.ends_with(word))
            || sentence.quote(not).starts_with(&GRAMMAR.letters.and_hebrew[..]);
        near(not, word, NOT_BEHIND) && verb().next().is_none() && !relative && !coordinated
    })
}

/// Is this "not" the lack of something ("towns without a plan")?
pub(super) fn is_lack(sentence: &Sentence<'_>, not: &Hit) -> bool {
    holds(&GRAMMAR.clause.lacks, &sentence.quote(not).to_lowercase())
}

/// "Towns without a partner are also welcome", "auch Kommunen ohne Partner": those who lack it are let in besides the others.
pub(super) fn are_let_in_too(sentence: &Sentence<'_>, lack: &Hit) -> bool {
    let asks = |also: &Hit| {
        let mut verbs = sentence.of(Role::Apply);
        verbs.any(|verb| also.last < verb.first && near(also, verb, TOO_REACH))
    };
    let leads = |also: &Hit| also.first < lead_of(sentence, lack) && sentence.words_before(also) == 0;
    sentence.of(Role::Likewise).any(|also| lack.last < also.first && asks(also) || leads(also))
}

/// Where the authority begins that this lack is told of.
fn lead_of(sentence: &Sentence<'_>, lack: &Hit) -> usize {
    sentence.of(Role::LocalAuthority).filter(|noun| noun.last < lack.first).map(|noun| noun.first).max().unwrap_or(0)
}

/// Does this word stand behind "except"?
pub(super) fn is_exception(sentence: &Sentence<'_>, word: &Hit) -> bool {
    sentence.of(Role::Except).any(|except| is_behind(except, word))
}

/// Is a word among what this "except" takes out?
pub(super) fn is_behind(except: &Hit, word: &Hit) -> bool {
    except.last < word.first && near(except, word, EXCEPTION_REACH)
}

/// The first "except" behind a word.
pub(super) fn exception_behind<'a>(sentence: &Sentence<'a>, word: &Hit) -> Option<&'a Hit> {
    sentence.of(Role::Except).find(|except| word.last < except.first)
}

/// "Cannot apply but may join", "cannot apply and take part as partners only": does the sentence give with one hand what it takes
/// with the other?
pub(super) fn joins_instead(sentence: &Sentence<'_>) -> bool {
    let only_joins = |excluded: &Hit, joins: &Hit| {
        let only = sentence.of(Role::Only).any(|only| near(only, joins, ONLY_REACH) || is_inside(only, joins));
        let others = || sentence.nouns().any(|noun| excluded.last < noun.first && noun.last < joins.first);
        let again = || sentence.of(Role::Excluded).any(|other| excluded.last < other.first && other.first <= joins.last);
        excluded.last < joins.first && only && !again() && !others()
    };
    if sentence.of(Role::Excluded).any(|excluded| sentence.of(Role::Joins).any(|joins| only_joins(excluded, joins))) {
        return true;
    }
    let named = |but: &Hit, joins: &Hit| sentence.nouns().any(|noun| but.end <= noun.start && noun.end <= joins.start);
    let joins = |excluded: &Hit, but: &Hit, joins: &Hit| {
        if excluded.first < joins.first {
            return excluded.last < but.first && but.last < joins.first && !named(but, joins);
        }
        joins.last < but.first && but.last < excluded.first && subject_between(sentence, but.end, excluded.start).is_none()
    };
    sentence
        .of(Role::Excluded)
        .any(|excluded| sentence.of(Role::But).any(|but| sentence.of(Role::Joins).any(|joined| joins(excluded, but, joined))))
}

/// Does this authority join a lead of others? "Universities may join as partners, but only municipalities may lead" is said of others.
pub(super) fn joins(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    sentence.of(Role::Joins).any(|joins| {
        let (before, after) = if joins.first < authority.first { (joins, authority) } else { (authority, joins) };
        let of_others = last_but(sentence, before, after).is_some_and(|but| {
            let named = || sentence.nouns().any(|noun| but.end <= noun.start && noun.end <= joins.start);
            joins.first < authority.first || named()
        });
        !of_others
    })
}

/// "Other municipalities", "רשויות אחרות".
pub(super) fn is_beside(other: &Hit, authority: &Hit) -> bool {
    let before = other.last < authority.first && near(other, authority, OTHER_REACH);
    before || authority.last + 1 == other.first || authority.first <= other.first && other.last <= authority.last
}

/// "British municipalities", "municipalities from abroad", "of other countries".
fn is_of_a_country(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    const PLACES: [Role; 6] =
        [Role::OtherCountries, Role::Foreign, Role::Abroad, Role::Outside, Role::Worldwide, Role::ElsewhereOnly];
    let by_role = PLACES.into_iter().flat_map(|role| sentence.of(role));
    let named = sentence.others().map(|(hit, _)| hit).chain(sentence.israel());
    by_role.chain(named).any(|place| {
        let (before, after) = if place.first < authority.first { (place, authority) } else { (authority, place) };
        let apart = sentence.between(before, after).contains([',', '،', ':']);
        near(place, authority, PLACE_REACH) && !apart && !is_exception(sentence, place)
    })
}

/// "Municipalities that are not members are not eligible": a "not" of its own stands between.
fn is_denied_between(sentence: &Sentence<'_>, authority: &Hit, excluded: &Hit) -> bool {
    sentence.of(Role::Not).any(|not| {
        let inside = sentence.of(Role::Excluded).any(|own| own.first <= not.first && not.last <= own.last);
        authority.last < not.first && not.last < excluded.first && !inside
    })
}

/// "Municipalities (…) are not eligible", "town councils may advertise the scheme but do not apply": others named between are those
/// who are excluded, unless they stand right beside.
fn excludes(sentence: &Sentence<'_>, excluded: &Hit, authority: &Hit) -> bool {
    if excluded.first > authority.last {
        if let Some(but) = last_but(sentence, authority, excluded) {
            return subject_between(sentence, but.end, excluded.start).is_none() && !refuses_a_thing(sentence, excluded);
        }
        if starts_anew(sentence, authority, excluded) {
            return is_one_list(sentence, authority, excluded);
        }
        if has_own_subject(sentence, authority, excluded) {
            return false;
        }
    } else if ends_before(sentence, excluded, authority) {
        return false;
    }
    let others = || [Role::OtherBody, Role::Official, Role::Person].into_iter().flat_map(|role| sentence.of(role));
    let others_between = || others().any(|noun| authority.last < noun.first && noun.last < excluded.first);
    near(excluded, authority, EXCLUSION_REACH)
        || heads_a_list(sentence, excluded, authority)
        || is_one_list(sentence, authority, excluded)
        || excluded.first > authority.last && near(excluded, authority, EXCLUSION_FAR) && !others_between()
}

/// Is it this place or country whose people are excluded?
fn speaks_of(sentence: &Sentence<'_>, excluded: &Hit, place: &Hit) -> bool {
    if place.last < excluded.first {
        return match last_but(sentence, place, excluded) {
            Some(but) => subject_between(sentence, but.end, excluded.start).is_none() && !refuses_a_thing(sentence, excluded),
            None => !starts_anew(sentence, place, excluded),
        };
    }
    excluded.last < place.first
        && (heads_a_list(sentence, excluded, place)
            || near(excluded, place, EXCLUDED_BEHIND) && !ends_before(sentence, excluded, place))
}

/// "Not eligible: towns, schools, projects abroad": all that stands behind is meant.
fn heads_a_list(sentence: &Sentence<'_>, excluded: &Hit, word: &Hit) -> bool {
    excluded.last < word.first && sentence.between(excluded, word).trim_start().starts_with(':')
}

/// "Companies are not eligible, towns are": the exclusion is over before the word.
fn ends_before(sentence: &Sentence<'_>, excluded: &Hit, word: &Hit) -> bool {
    let between = sentence.between(excluded, word);
    let named_before = sentence.nouns().any(|noun| noun.last < excluded.first);
    let but = sentence.of(Role::But).any(|but| excluded.last < but.first && but.last < word.first);
    but || named_before && between.contains([',', '،'])
}

fn last_but<'a>(sentence: &Sentence<'a>, from: &Hit, to: &Hit) -> Option<&'a Hit> {
    sentence.of(Role::But).filter(|but| from.last < but.first && but.last < to.first).last()
}

/// "Cities may apply, companies cannot": those named have their verb already, and somebody or something else is spoken of.
fn starts_anew(sentence: &Sentence<'_>, word: &Hit, excluded: &Hit) -> bool {
    let verbs = sentence.of(Role::Apply).filter(|apply| word.last < apply.first);
    let Some(said) = verbs.map(|apply| apply.end).min() else { return false };
    let between = sentence.between(word, excluded);
    let joints = conjunctions().flat_map(|conjunction| between.match_indices(conjunction));
    let breaks = between.match_indices([',', '،', ':']).chain(joints).map(|(at, _)| word.end + at);
    // What stands behind a later break stands behind the first one too.
    breaks
        .filter(|at| said <= at + 1)
        .min()
        .is_some_and(|at| subject_between(sentence, at, excluded.start).is_some() || refuses_a_thing(sentence, excluded))
}

/// Somebody, or something handed in, that is named in this stretch.
fn subject_between<'a>(sentence: &Sentence<'a>, from: usize, to: usize) -> Option<&'a Hit> {
    sentence
        .nouns()
        .chain(sentence.of(Role::Apply))
        .chain(sentence.of(Role::Thing))
        .find(|hit| from <= hit.start && hit.end <= to)
}

/// "Clubs may enter, excluded are commercial events", "quedando excluidos los productos": behind a comma what is excluded stands
/// behind the word for it.
fn has_own_subject(sentence: &Sentence<'_>, word: &Hit, excluded: &Hit) -> bool {
    let between = sentence.between(word, excluded);
    let apart = between.rfind([',', ';']).is_some_and(|at| words_in(&between[at..]) <= VERB_WORDS);
    let rest = sentence.after(excluded);
    let mut next = rest.split_whitespace();
    let first = next.next().unwrap_or_default().to_lowercase();
    let leads = holds(&GRAMMAR.clause.articles, &first) || holds(&GRAMMAR.applicant.being_several, &first);
    apart && rest.starts_with(' ') && leads && next.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
}

/// "No se admitirán solicitudes fuera de plazo": it is not somebody who is refused.
fn refuses_a_thing(sentence: &Sentence<'_>, excluded: &Hit) -> bool {
    let quote = sentence.quote(excluded).to_lowercase();
    let impersonal = GRAMMAR.clause.impersonal.iter().any(|start| quote.starts_with(start.as_str()));
    impersonal && sentence.of(Role::Apply).any(|apply| excluded.last < apply.first && near(excluded, apply, THING_REACH))
}

/// "Municipalities, companies and universities are not eligible": a list with one word for all of it.
fn is_one_list(sentence: &Sentence<'_>, authority: &Hit, excluded: &Hit) -> bool {
    is_listed(sentence, authority, excluded)
}

/// Do two words, one before the other, stand in one list, with no verb between?
pub(super) fn is_listed(sentence: &Sentence<'_>, one: &Hit, other: &Hit) -> bool {
    let between = sentence.between(one, other);
    let is_short = |part: &str| words_in(part) <= WORDS_OF_A_PART;
    let acts = || sentence.of(Role::Apply).any(|apply| one.last < apply.first && apply.last < other.first);
    // In Hebrew and Arabic "and" is a letter of the word: "לעמותות ולרשויות".
    let and = || sentence.quote(other).starts_with(&GRAMMAR.letters.and[..]);
    // "Eligible: NGOs | Partners: towns" are two lists.
    one.last < other.first
        && !acts()
        && !between.contains(':')
        && (and() || lists(sentence, one, other))
        && between.split(SEPARATORS).flat_map(parts).all(is_short)
}

fn parts(list: &str) -> Vec<&str> {
    let mut parts = vec![list];
    for word in conjunctions() {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    parts
}

/// Do a comma or an "and" between two hits make a list of them? Behind a colon a dash does it too ("Open to: - NGOs - towns").
pub(super) fn lists(sentence: &Sentence<'_>, one: &Hit, other: &Hit) -> bool {
    let between = sentence.between(one, other);
    let dashed = || [" - ", " – "].iter().any(|dash| between.contains(dash)) && sentence.before(one).contains(':');
    between.contains(SEPARATORS) || joined(sentence, one, other) || dashed()
}

/// Does an "and" or an "or" stand between two hits?
pub(super) fn joined(sentence: &Sentence<'_>, one: &Hit, other: &Hit) -> bool {
    let between = sentence.between(one, other);
    conjunctions().any(|word| between.contains(word))
}
