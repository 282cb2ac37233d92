//! Clauses on those who apply that ask only for what anybody may have: "towns that have projects under way", "רשויות שיש להן מיזמים".
//! Such a clause tells with what one applies, and shuts nobody out; "that have projects funded by the programme" does.

use super::sentence::{Sentence, is_inside};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "That have carried out many good projects": so many words at most lie between.
const COMMON_REACH: usize = 5;

/// A clause without a comma or a verb of applying is no longer than this, in bytes.
const CLAUSE_NEAR: usize = 300;

/// What ends a clause.
const ENDS: [char; 8] = [',', '،', ';', ':', '.', '(', '|', '\n'];

/// A year has so many digits; another number says how many, how large or which.
const YEAR_DIGITS: usize = 4;

/// What a clause on some of those named asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// What anybody may have.
    Common,
    /// Something of that kind which only some have.
    Special,
    /// Anything else.
    Other,
}

/// What is it that this clause asks for?
pub(super) fn asked(sentence: &Sentence<'_>, clause: &Hit) -> Asked {
    let having = sentence.quote(clause).split_whitespace().any(|word| holds(&GRAMMAR.applicant.having, &word.to_lowercase()));
    let denied = sentence.of(Role::Not).any(|not| is_inside(not, clause));
    if !having || denied {
        return Asked::Other;
    }
    let whole = sentence.after(clause);
    let whole = &whole[..whole.floor_char_boundary(CLAUSE_NEAR)];
    let end = clause.end + whole.find(ENDS).unwrap_or(whole.len());
    let verb = sentence.verbs().map(|verb| verb.start).filter(|start| clause.end <= *start).min();
    let end = verb.map_or(end, |verb| verb.min(end));
    let is_near = |hit: &&Hit| clause.last < hit.first && hit.first - clause.last <= COMMON_REACH && hit.end <= end;
    let Some(common) = sentence.of(Role::Common).find(is_near) else { return Asked::Other };
    // "That have been chosen for their projects" has nothing to do with what they have.
    if is_special(sentence.text_at(clause.end, common.start)) {
        return Asked::Other;
    }
    if is_of_a_programme(sentence, common) {
        return Asked::Special;
    }
    let bound = [Role::Partner, Role::Membership, Role::Member, Role::TwinTowns, Role::OneOfSeveral, Role::Limit];
    let inside = |hit: &Hit| clause.end <= hit.start && hit.end <= end;
    let is_bound = bound.into_iter().flat_map(|role| sentence.of(role)).any(inside);
    if is_bound || is_special(sentence.text_at(common.end, end)) { Asked::Special } else { Asked::Common }
}

/// Is this condition the beginning of a clause that asks for what anybody may have ("que hayan realizado proyectos")?
pub(super) fn begins(sentence: &Sentence<'_>, condition: &Hit) -> bool {
    let mut clauses = sentence.of(Role::Restricts).filter(|clause| is_inside(condition, clause) || is_inside(clause, condition));
    clauses.any(|clause| asked(sentence, clause) == Asked::Common)
}

/// "LIFE projects", "Interreg projects", "projets Interreg": a name beside them says whose they are.
fn is_of_a_programme(sentence: &Sentence<'_>, common: &Hit) -> bool {
    let before = sentence.before(common).trim_end_matches([' ', '-']).rsplit([' ', '\n']).next().unwrap_or_default();
    let behind = sentence.after(common).strip_prefix(' ').unwrap_or_default();
    let behind = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let in_capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
    // Every German noun has a capital letter, and in a heading every word.
    let high = |word: &str| word.starts_with(char::is_uppercase) && !sentence.quote(common).starts_with(char::is_uppercase);
    [before, behind].into_iter().any(|word| in_capitals(word) || high(word))
}

fn is_special(words: &str) -> bool {
    words.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| {
        let year = word.len() == YEAR_DIGITS && word.chars().all(|c| c.is_ascii_digit());
        let number = word.contains(char::is_numeric) && !year;
        let whole = holds(&GRAMMAR.applicant.not_anybodys_whole, word);
        number || whole || GRAMMAR.applicant.not_anybodys.iter().any(|start| word.starts_with(start.as_str()))
    })
}
