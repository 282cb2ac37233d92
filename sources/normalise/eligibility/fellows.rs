//! Authorities that take part beside others of their kind: "municipalities may apply with other municipalities as partners", and
//! "associations of municipalities" through which they do.

use super::clause::is_beside;
use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::{Hit, Role};

/// "Municipalities of the region are invited to apply": so many words at most from them to their verb.
const VERB_REACH: usize = 8;

/// "That bring together, wholly or in part, local authorities": so many words at most lie between.
const UNION_REACH: usize = 8;

/// "Other municipalities may join": are those who join told apart from some of their own kind?
pub(super) fn are_fellows(sentence: &Sentence<'_>, authorities: &[&Hit]) -> bool {
    let fellow = |authority: &Hit| sentence.of(Role::Other).any(|other| is_beside(other, authority));
    let last = sentence.of(Role::LocalAuthority).chain(authorities.iter().copied()).max_by_key(|authority| authority.first);
    last.is_some_and(fellow)
}

/// "Municipalities may apply with other municipalities as partners": the first of those named has a verb of its own, and the one
/// who joins is one of the others.
pub(super) fn apply_with_fellows(sentence: &Sentence<'_>, first: &Hit) -> bool {
    let joins = sentence.of(Role::Joins).map(|joins| joins.first).min().unwrap_or(usize::MAX);
    let verbs = || sentence.of(Role::Apply).filter(|verb| !sentence.of(Role::Joins).any(|joins| is_inside(verb, joins)));
    let own = |verb: &Hit| verb.first < joins && near(verb, first, VERB_REACH);
    let other = sentence.of(Role::Other).any(|other| is_beside(other, first));
    let others_lead = sentence.of(Role::OtherBody).any(|body| body.last < first.first);
    !other && !others_lead && first.first < joins && verbs().any(own)
}

/// "Associations of communes", "associations and groupings that bring together, wholly or in part, local authorities": bodies whose
/// members authorities are, where none is named beside them.
pub(super) fn union<'a>(sentence: &Sentence<'a>, authorities: &[&Hit]) -> Option<&'a Hit> {
    let united = |union: &Hit, authority: &Hit| {
        // To work with them is not to unite them.
        let with = |verb: &Hit| sentence.of(Role::With).any(|with| is_inside(with, verb));
        let verb = |verb: &Hit| {
            !with(verb) && union.last < verb.first && verb.last < authority.first && near(verb, authority, UNION_REACH)
        };
        union.last < authority.first && sentence.of(Role::Unites).any(|hit| verb(hit) && near(union, hit, UNION_REACH))
    };
    let named = sentence.first(Role::Union).filter(|_| authorities.is_empty());
    let described = || {
        let mut bodies = sentence.of(Role::OtherBody);
        bodies.find(|body| {
            let all = authorities.iter().all(|authority| united(body, authority));
            all && sentence.of(Role::LocalAuthority).any(|authority| united(body, authority))
        })
    };
    named.or_else(described)
}
