//! Whom projects are to do good: "projects should help young people", "los proyectos darán a los ciudadanos la oportunidad". They get
//! something out of them, and nobody asks them to apply.

use super::clause::is_listed;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::folded_words;

/// "Projects in schools should help": so many words at most from the projects to what they do.
const DONE_REACH: usize = 5;

/// "Help many more young people": so many words at most from what they do to those for whom they do it.
const FOR_WHOM_REACH: usize = 5;

/// "In favour of many young people": so many words at most lie between.
const BENEFIT_REACH: usize = 3;

/// "Objective: support at least 70 local authorities in developing plans": those whom a project is to help.
pub(super) fn is_objective(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let Some((label, rest)) = sentence.text.split_once(':') else { return false };
    let first = folded_words(rest).next();
    let labelled = holds(&GRAMMAR.applicant.objectives, &fold(label.trim()));
    labelled && sentence.before(noun).len() > label.len() && first.is_some_and(|verb| holds(&GRAMMAR.applicant.supporting, &verb))
}

/// Are these some for whom somebody else's projects do something, or named in one list with such?
pub(super) fn are_aim(sentence: &Sentence<'_>, whom: &Hit) -> bool {
    let first = |first: &Hit| first.last < whom.first && is_listed(sentence, first, whom) && is_aim(sentence, first);
    is_aim(sentence, whom) || sentence.of(Role::Aims).next().is_some() && sentence.nouns().any(first)
}

/// "The projects should help municipalities to save water": but to involve them is to let them in.
pub(super) fn is_helped(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let involved = || sentence.says(&GRAMMAR.applicant.involves) || sentence.has(Role::OneOfSeveral);
    is_aim(sentence, authority) && !involved()
}

/// "Clubs may apply for projects in favour of towns": for whose good others apply. A grant in favour of towns is theirs.
pub(super) fn gains_by_others(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let others = || sentence.of(Role::OtherBody).chain(sentence.of(Role::Person));
    sentence.of(Role::Benefit).any(|benefit| {
        let work = |work: &Hit| work.last + 1 == benefit.first;
        let works = || sentence.of(Role::Thing).chain(sentence.of(Role::Deed)).any(work);
        let near = benefit.last < authority.first && near(benefit, authority, BENEFIT_REACH);
        near && works() && others().any(|other| other.last < benefit.first)
    })
}

fn is_aim(sentence: &Sentence<'_>, person: &Hit) -> bool {
    // "Projets en faveur des jeunes", "Projekte zugunsten von Kindern".
    let benefits = |hit: &Hit| hit.last < person.first && near(hit, person, BENEFIT_REACH);
    if sentence.of(Role::Benefit).any(benefits) {
        return true;
    }
    let works = || {
        sentence
            .of(Role::Thing)
            .chain(sentence.of(Role::Deed))
            .filter(|work| holds(&GRAMMAR.clause.works, &sentence.quote(work).to_lowercase()))
    };
    let asked = |from: &Hit| {
        let mut verbs = sentence.verbs();
        let does = |verb: &Hit| sentence.of(Role::Aims).any(|aims| aims.first <= verb.last && verb.first <= aims.last);
        verbs.any(|verb| !does(verb) && from.last < verb.first && verb.last < person.first)
    };
    let own_verb = || {
        let mut verbs = sentence.verbs();
        verbs.any(|verb| person.last + 1 == verb.first)
    };
    let does = |work: &Hit, verb: &Hit| {
        // Arabic begins with the verb.
        let before = verb.last + 1 == work.first;
        (before || work.last < verb.first) && near(work, verb, DONE_REACH)
    };
    sentence.of(Role::Aims).any(|verb| {
        let work = works().find(|work| does(work, verb) && work.last < person.first && !asked(work));
        work.is_some() && verb.last < person.first && near(verb, person, FOR_WHOM_REACH) && !own_verb()
    })
}
