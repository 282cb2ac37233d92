//! Public bodies named by their level: "state, local and tribal governments", "public body at local level", "governments (national, local)".
//! Where one of the levels is the local one they are local authorities.

use super::clause::is_listed;
use super::sentence::{Part, Sentence, of};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "State, county, city and township governments": so many words at most name the levels.
const LEVEL_WORDS: usize = 9;

/// Of what stands before and behind a body so much is looked at, in bytes.
const NEAR: usize = 120;

/// What ends the list of the levels before a body.
const ENDS: [char; 7] = ['.', ':', ';', '!', '?', '|', '\n'];

/// Makes authorities of the bodies of local level; what is a part of a longer word ("non-governmental organisations") is
/// not another one.
pub(super) fn settle(parts: &mut Vec<Part<'_>>, text: &str, start: usize) {
    let longer = [Role::OtherBody, Role::NonProfit, Role::LocalAuthority, Role::Congregation];
    let others: Vec<&Hit> = longer.into_iter().flat_map(|role| of(parts, role)).collect();
    let named = |hit: &Hit| others.iter().any(|other| other.first <= hit.first && hit.first <= other.last);
    parts.retain(|(role, hit, _)| *role != Role::PublicBody || !named(hit));
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::PublicBody) {
        let before = &text[start.max(text.floor_char_boundary(hit.start.saturating_sub(NEAR)))..hit.start];
        let behind = &text[hit.end..text.floor_char_boundary(hit.end + NEAR)];
        if is_local_before(before) || is_local_behind(behind) || is_local_in_brackets(behind) {
            *role = Role::LocalAuthority;
        }
    }
}

/// "NGOs and governments", "any individual, group or organization": where public bodies of no level, or bodies of any kind, stand in one
/// list with others, nobody is shut out.
pub(super) fn leaves_open(sentence: &Sentence<'_>) -> bool {
    let beside = |body: &Hit, other: &Hit| is_listed(sentence, body, other) || is_listed(sentence, other, body);
    let public =
        sentence.of(Role::PublicBody).chain(sentence.of(Role::Participant).filter(|body| is_of_any_kind(sentence, body)));
    public.into_iter().any(|body| sentence.nouns().any(|other| beside(body, other)))
}

/// "Any person or organization", "individuals and organisations": with no word that says of which kind. "Artists (individuals, groups and
/// organisations)" are of one kind, and so are the clubs beside them.
fn is_of_any_kind(sentence: &Sentence<'_>, body: &Hit) -> bool {
    let before = sentence.before(body).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let parted = before.ends_with(',') || GRAMMAR.clause.conjunctions.iter().any(|and| and.trim() == last);
    let bracketed = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    let name = sentence.quote(body).to_lowercase();
    let several = || holds(&GRAMMAR.applicant.any_kinds, &name) && !sentence.has(Role::OtherBody);
    // "All types of organizations and individuals".
    let of_all_kinds = || {
        let before = before.to_lowercase();
        GRAMMAR.applicant.kinds_of.iter().any(|kinds| before.ends_with(kinds.as_str()))
    };
    (parted || holds(&GRAMMAR.applicant.any, &last) || of_all_kinds())
        && !bracketed
        && (holds(&GRAMMAR.applicant.any_kind, &name) || several())
}

/// What stands before a body without the words for its levels: "who write about" of "who write about local, state and tribal".
pub(super) fn without_levels(before: &str) -> &str {
    let mut left = before;
    let mut rest = before.trim_end();
    for _ in 0..LEVEL_WORDS {
        let word = rest.rsplit([' ', '/']).next().unwrap_or_default();
        let name = bare(word).to_lowercase();
        if name.is_empty() || word.ends_with([':', ';', '.']) || !is_local(&name) && !goes_on(&name) {
            break;
        }
        let head = &rest[..rest.len() - word.len()];
        // An "and" before the first level joins the body to somebody else.
        if is_local(&name) || holds(&GRAMMAR.applicant.levels, &name) {
            left = head;
        }
        rest = head.trim_end_matches([' ', '/']);
    }
    left
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    text.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_local(word: &str) -> bool {
    holds(&GRAMMAR.applicant.local_levels, word)
}

/// "And", "or", "&", and the words for other levels.
fn goes_on(word: &str) -> bool {
    word.is_empty()
        || holds(&GRAMMAR.applicant.levels, word)
        || GRAMMAR.clause.conjunctions.iter().any(|and| and.split_whitespace().any(|part| part == word))
}

fn is_local_before(before: &str) -> bool {
    let stretch = words(before).rev().take(LEVEL_WORDS).take_while(|word| !word.ends_with(ENDS));
    let mut levels = stretch.take_while(|word| is_local(bare(word)) || goes_on(bare(word)));
    levels.any(|word| is_local(bare(&word)))
}

/// "At the local and regional levels", "auf kommunaler Ebene", "de nivel local", and the French and Spanish adjectives: "nationaux et locaux".
fn is_local_behind(behind: &str) -> bool {
    let first = words(behind).next().unwrap_or_default();
    let (mut level, mut local) = (holds(&GRAMMAR.applicant.levels, bare(&first)), false);
    for word in words(behind).take(LEVEL_WORDS) {
        let name = bare(&word);
        let at = || holds(&GRAMMAR.applicant.at_level, name) || holds(&GRAMMAR.clause.articles, name);
        if holds(&GRAMMAR.applicant.level_nouns, name) {
            level = true;
        } else if is_local(name) {
            local = true;
        } else if !at() && !goes_on(name) {
            break;
        }
        if level && local {
            return true;
        }
        if word.ends_with(ENDS) {
            break;
        }
    }
    false
}

/// "(National/State/Local)".
fn is_local_in_brackets(behind: &str) -> bool {
    let Some(inside) = behind.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next()) else { return false };
    words(inside).take(LEVEL_WORDS).any(|word| is_local(bare(&word)))
}
