//! Who of those that a sentence names applies: which verb is whose.

use super::clause::{self, Shut, is_listed, joined, lists};
use super::panel::sits_on_a_panel;
use super::sentence::{Sentence, is_inside, near};
use super::{lots, naming};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Researchers and doctoral students are invited": so many words at most lie between.
pub(super) const ASKED_REACH: usize = 4;

/// "Any town may": side by side.
pub(super) const CAN_REACH: usize = 1;

/// "Only registered charities may apply": so many words at most lie between.
pub(super) const ONLY_REACH: usize = 3;

/// "Employees of the environmental departments of our towns": so many words at most lie between.
const STAFF_REACH: usize = 7;

/// "Eligible:" right before those who are.
const LABEL_REACH: usize = 2;

/// "Municipalities from the region may apply": so many words at most lie between.
const APPLY_REACH: usize = 5;

/// "Municipalities may, together with an association of their region, apply": so many words at most lie between.
const VERB_REACH: usize = 12;

/// "Mitarbeiterinnen und Mitarbeiter von kleinen Vereinen": so many words at most from the last of them to the body.
const STAFF_OF_OTHERS_REACH: usize = 3;

/// "As lead applicant or as local partner": so many words at most lie between.
const LEAD_REACH: usize = 3;

/// "Brings together the citizens": so many words at most lie between.
const UNITED_REACH: usize = 4;

/// "Lets citizens apply", "wants citizens to apply": so many words at most lie between.
const OWN_VERB_REACH: usize = 2;

/// "It is for young people": so many words at most stand before those who begin the sentence.
const LEAD_WORDS: usize = 3;

/// "Young people aged between 16 and 25 from here may": so many words at most lie between.
const AGED_REACH: usize = 10;

/// "Schüler der Oberstufe schreiben": so many words at most lie between.
const MAKES_REACH: usize = 8;

/// "Not as lead applicant": so many words at most lie between.
const REFUSED_REACH: usize = 2;

/// "NGOs may apply to train the staff of small municipalities": others have the verb, and the authority stands behind it in no list
/// with them and without a verb of its own.
pub(super) fn stands_behind_others(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let verbs = || sentence.verbs();
    let persons = || sentence.subjects(Role::Person).filter(|person| !are_brought_together(sentence, person));
    let others = || sentence.subjects(Role::OtherBody).chain(persons());
    let own = verbs().any(|verb| {
        let (before, after) = if verb.first < authority.first { (verb, authority) } else { (authority, verb) };
        let parted = sentence.nouns().any(|noun| before.last < noun.first && noun.last < after.first);
        let theirs = verb.first < authority.first && others().any(|other| near(verb, other, ASKED_REACH));
        near(verb, authority, APPLY_REACH) && !parted && !theirs
    });
    let has_verb = |other: &Hit| verbs().any(|verb| verb.last < authority.first && near(verb, other, ASKED_REACH));
    let behind = others().any(|other| other.last < authority.first && has_verb(other));
    // "Firms may apply for services to schools and towns": behind a verb that has its subject, such a list is of others.
    let served = |other: &Hit| {
        let taken = |verb: &Hit| {
            let subject = others().any(|subject| subject.last < verb.first && near(verb, subject, ASKED_REACH));
            let first = sentence.nouns().filter(|noun| verb.last < noun.first).min_by_key(|noun| noun.first);
            let object = |first: &Hit| first.first == other.first || is_listed(sentence, first, other);
            subject && first.is_some_and(|first| !sentence.between(verb, first).contains([',', ';']) && object(first))
        };
        verbs().any(taken)
    };
    let listed = others().any(|other| is_listed(sentence, other, authority) && !served(other));
    if naming::is_reader(sentence) && !listed && others().next().is_some_and(|other| other.last < authority.first) {
        return true;
    }
    behind && !own && !listed && !sentence.in_title && !lots::is_next(sentence, authority)
}

/// "Historians, geographers and doctoral students": every person named does research.
pub(super) fn scholars_alone(sentence: &Sentence<'_>) -> bool {
    let is_scholar = |person: &Hit| sentence.of(Role::Scholar).any(|scholar| is_inside(person, scholar));
    sentence.has(Role::Person) && !sentence.has(Role::Official) && sentence.of(Role::Person).all(is_scholar)
}

/// Others who are named, but for those whom the sentence shuts out ("NGOs are not eligible").
pub(super) fn others_let_in<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = &'a Hit> {
    let persons = sentence.subjects(Role::Person).filter(|person| !are_brought_together(sentence, person));
    let others = sentence.subjects(Role::OtherBody).chain(persons);
    others.filter(|other| clause::shut(sentence, &[other]) != Shut::Out)
}

/// "The call brings together citizens", "permet aux citoyens de se rencontrer": what it is for, and nobody is asked.
fn are_brought_together(sentence: &Sentence<'_>, person: &Hit) -> bool {
    // "Lets citizens apply".
    let applies = |apply: &Hit| !sentence.is_modal(apply) && person.last < apply.first && near(person, apply, OWN_VERB_REACH);
    let asked = sentence.of(Role::Apply).any(applies);
    !asked
        && sentence.of(Role::Unites).chain(sentence.of(Role::Meets)).any(|unites| {
            let (before, after) = if unites.first < person.first { (unites, person) } else { (person, unites) };
            near(unites, person, UNITED_REACH) && !sentence.between(before, after).contains([',', ';', ':'])
        })
}

/// Does a sentence begin with those whom something is for ("Für Jugendliche von 16 bis 30 Jahren"), or with those who make something
/// ("Schüler schreiben einen Aufsatz")?
pub(super) fn persons_lead(sentence: &Sentence<'_>) -> bool {
    sentence.subjects(Role::Person).any(|person| {
        let makes = || sentence.of(Role::Makes).any(|verb| near(verb, person, MAKES_REACH));
        let for_them =
            || sentence.comes_after(person, Role::For) || sentence.quote(person).starts_with(&GRAMMAR.letters.to_arabic[..]);
        sentence.words_before(person) <= LEAD_WORDS && (for_them() || makes())
    })
}

/// "Jugendliche von 16 bis 25 Jahren können sich bewerben": persons who begin the sentence have the verb, however old they are.
pub(super) fn leads_to(sentence: &Sentence<'_>, verb: &Hit) -> bool {
    sentence.subjects(Role::Person).any(|person| {
        let parted = || sentence.nouns().any(|noun| person.last < noun.first && noun.last < verb.first);
        let between = if person.last < verb.first { sentence.between(person, verb) } else { return false };
        let aged = between.contains(char::is_numeric) && !between.contains([',', ';', ':']);
        aged && near(person, verb, AGED_REACH) && sentence.words_before(person) <= LEAD_WORDS && !parted()
    })
}

/// Does the sentence name all who apply, and no authority: "eligible: associations", "submitted by the company", "only companies"?
pub(super) fn names_all(sentence: &Sentence<'_>) -> bool {
    if sentence.subjects(Role::LocalAuthority).next().is_some() {
        return false;
    }
    let others = || others_let_in(sentence);
    let labelled = sentence.of(Role::Apply).any(|apply| {
        others().any(|other| {
            let labels = || sentence.between(apply, other).trim_start().starts_with(':');
            apply.last < other.first && near(apply, other, LABEL_REACH) && labels()
        })
    });
    labelled || others_alone(sentence) || sentence.has(Role::Apply) && others().any(|other| sentence.comes_after(other, Role::By))
}

/// Is there more than "may" or "can" beside an authority: a word of applying, of granting, of those meant? Behind its own "may" it
/// may stand further off: "Kommunen können sich gemeinsam mit einem Verein bewerben".
pub(super) fn applies_itself(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let may = sentence.of(Role::May).find(|may| authority.last < may.first && near(authority, may, CAN_REACH));
    let parted = |apply: &Hit| {
        let mut subjects = [Role::OtherBody, Role::Person, Role::Official].into_iter().flat_map(|role| sentence.subjects(role));
        let own = |but: &Hit| authority.last < but.first && but.last < apply.first;
        subjects.any(own) || sentence.of(Role::But).any(own)
    };
    let behind =
        |apply: &Hit| may.is_some_and(|may| may.last < apply.first) && near(authority, apply, VERB_REACH) && !parted(apply);
    let verbs = || sentence.verbs();
    // "Beneficiaries are persons, companies and town councils": what is said of the first of a list is said of all.
    let listed = |apply: &Hit| {
        // "Firms may apply for services to schools and towns": the verb has its subject.
        let taken = sentence.nouns().any(|noun| noun.last < apply.first && near(noun, apply, ASKED_REACH));
        let is_first = |first: &Hit| {
            apply.last < first.first
                && first.last < authority.first
                && near(apply, first, APPLY_REACH)
                && near(first, authority, VERB_REACH)
                && is_listed(sentence, first, authority)
        };
        !taken && sentence.nouns().any(is_first)
    };
    verbs().any(|apply| near(apply, authority, APPLY_REACH) || behind(apply) || listed(apply))
}

/// "As lead applicant or partner": both parts are open.
pub(super) fn leads_or_joins(sentence: &Sentence<'_>) -> bool {
    let refused = |lead: &Hit| sentence.of(Role::Not).any(|not| not.last < lead.first && near(not, lead, REFUSED_REACH));
    let beside = |lead: &Hit, joins: &Hit| {
        let (before, after) = if lead.first <= joins.first { (lead, joins) } else { (joins, lead) };
        near(lead, joins, LEAD_REACH) && joined(sentence, before, after) && !refused(lead)
    };
    !sentence.has(Role::But) && sentence.of(Role::Lead).any(|lead| sentence.of(Role::Joins).any(|joins| beside(lead, joins)))
}

/// "Staff of youth departments in local authorities": people of an authority, which stands behind them in the sentence.
pub(super) fn staff<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    // "חברות שעובדים עם עיריות": with the letter for "that" it is a verb of others.
    let staff = sentence.of(Role::Staff).find(|staff| !sentence.quote(staff).starts_with(&GRAMMAR.letters.that[..]))?;
    if sits_on_a_panel(sentence, staff) {
        return None;
    }
    sentence
        .of(Role::LocalAuthority)
        .any(|authority| staff.last < authority.first && near(staff, authority, STAFF_REACH))
        .then_some(staff)
}

/// "Mitarbeiter von Vereinen", "staff of foundations": people of others, where nobody of ours is named.
pub(super) fn staff_of_others<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let ours = sentence.has(Role::LocalAuthority) || sentence.has(Role::Official);
    let bodies = || sentence.of(Role::OtherBody).chain(sentence.of(Role::Participant));
    let theirs = |staff: &Hit| {
        let body = |body: &Hit| {
            let led = sentence.comes_after(body, Role::From) || body.first == staff.last + 1;
            staff.last < body.first && near(staff, body, STAFF_OF_OTHERS_REACH) && led
        };
        bodies().any(body) && !sits_on_a_panel(sentence, staff)
    };
    sentence.of(Role::Staff).filter(|_| !ours).find(|staff| theirs(staff))
}

/// "Only companies may apply": others, with "only" beside them, and no authority among them.
pub(super) fn others_alone(sentence: &Sentence<'_>) -> bool {
    if !sentence.has(Role::Apply)
        || sentence.has(Role::Joins)
        || sentence.subjects(Role::LocalAuthority).next().is_some()
        || sentence.has(Role::Official)
    {
        return false;
    }
    let others = || sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person));
    // "Firms only together with their town": they may not come alone, and nobody else is shut out.
    let together = |only: &Hit| sentence.of(Role::Beside).any(|beside| only.last + 1 == beside.first);
    sentence.of(Role::Only).filter(|only| !together(only)).any(|only| {
        others().any(|other| {
            // "Only one application per association" restricts no kind of applicant.
            let between = if only.first < other.first { sentence.between(only, other) } else { "" };
            near(only, other, ONLY_REACH) && !between.split_whitespace().any(|word| holds(&GRAMMAR.clause.each, word))
        })
    })
}

/// "Students from our cities": a person stands before the authority, and no comma or "and" makes a list of them.
pub(super) fn person_leads(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let first = sentence.of(Role::Person).find(|person| !are_brought_together(sentence, person));
    first.is_some_and(|person| {
        person.end < authority.start && authority.first - person.last > 1 && !lists(sentence, person, authority)
    })
}
