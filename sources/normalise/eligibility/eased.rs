//! Offers that are there for those of one country: "the fund makes it easier for German municipalities to …", "will deutschen Kommunen
//! den Einstieg erleichtern". For whom an offer does something, those apply.

use super::super::evidence::found;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::grammar::GRAMMAR;
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "Easier for the many German municipalities": so many words at most lie between the verb and the country.
const EASES_REACH: usize = 3;

/// "Deutschen Kommunen den Einstieg in Partnerschaften erleichtern": the German verb stands so many words at most behind.
const EASED_LAST_REACH: usize = 14;

/// The answer of an offer that does something for the authorities of one country, where nobody from elsewhere is let in.
pub(super) fn eased_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    const OPEN: [Role; 6] = [Role::Worldwide, Role::Foreign, Role::Outside, Role::Associated, Role::AnyNationality, Role::Abroad];
    let is_open = |sentence: &Sentence<'_>| sentence.israel().is_some() || OPEN.into_iter().any(|role| sentence.has(role));
    if !matches!(known.kind, Kind::Grant | Kind::CallForProposals) || sentences.iter().any(is_open) {
        return None;
    }
    sentences.iter().filter(|sentence| !sentence.in_title && !sentence.has(Role::Not)).find_map(|sentence| {
        let people = || sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
        let whom = people().find(|people| {
            sentence.of(Role::LocalAuthority).any(|noun| near(people, noun, 1) && is_eased(sentence, people, noun))
        })?;
        Some(say(Verdict::No, found(sentence.quote(whom), "country.eased_elsewhere")))
    })
}

fn is_eased(sentence: &Sentence<'_>, people: &Hit, noun: &Hit) -> bool {
    let (first, last) = if people.first < noun.first { (people, noun) } else { (noun, people) };
    let given = GRAMMAR.applicant.given_endings.iter().any(|ending| sentence.quote(people).ends_with(ending.as_str()));
    sentence.of(Role::Eases).any(|eases| {
        let before =
            eases.first < first.first && near(eases, first, EASES_REACH) && !sentence.between(eases, first).contains([',', ';']);
        // "Den Einstieg, den deutsche Kommunen suchen, erleichtern" gives nothing to them.
        let behind =
            last.last < eases.first && near(last, eases, EASED_LAST_REACH) && !sentence.between(last, eases).contains([',', ';']);
        let german = sentence.ends_with(eases);
        before && !german || behind && german && given && people.last < noun.first
    })
}
