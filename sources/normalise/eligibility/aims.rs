//! Whom projects are to do good: "projects should help young people", "los proyectos darán a los ciudadanos la oportunidad". They get
//! something out of them, and nobody asks them to apply.

use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Projects in schools should help": so many words at most from the projects to what they do.
const DONE_REACH: usize = 5;

/// "Help many more young people": so many words at most from what they do to those for whom they do it.
const FOR_WHOM_REACH: usize = 5;

/// "In favour of many young people": so many words at most lie between.
const BENEFIT_REACH: usize = 3;

/// Is this person one for whom somebody else's projects do something?
pub(super) fn are_aim(sentence: &Sentence<'_>, person: &Hit) -> bool {
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
