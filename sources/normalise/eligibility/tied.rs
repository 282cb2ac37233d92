//! Calls that are tied to another country by what they are for: work that is done there, money in whose title its name stands, a search
//! for partners abroad.

use super::super::evidence::found;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "Carried out in the north of Italy": so many words at most lie between.
const SITED_REACH: usize = 4;

/// Somebody looks for partners in other countries.
pub(super) fn sought_abroad(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    if known.kind != Kind::Partnership {
        return None;
    }
    let (sentence, partner) = sentences.iter().find_map(|sentence| Some((sentence, sentence.first(Role::Partner)?)))?;
    Some(say(Verdict::Partner, found(sentence.quote(partner), "country.sought_abroad")))
}

/// Money for work that is done in one other country: "projects carried out in Wales".
pub(super) fn work_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    if !matches!(known.kind, Kind::Grant | Kind::CallForProposals | Kind::Competition)
        || sentences.iter().any(|sentence| sentence.israel().is_some() || sentence.has(Role::Worldwide))
    {
        return None;
    }
    sentences.iter().find_map(|sentence| {
        let sited =
            |place: &Hit| sentence.of(Role::SitedIn).any(|sited| sited.last < place.first && near(sited, place, SITED_REACH));
        let countries = sentence.others().filter(|(hit, people)| !people && sentence.quote(hit) != "EU").map(|(hit, _)| hit);
        let there = countries.chain(sentence.of(Role::Region)).find(|place| sited(place))?;
        let joint = sentence.has(Role::Partner) || sentence.has(Role::Associated);
        let about = sentence.about_applying() || sentence.offers();
        (about && !joint).then(|| say(Verdict::No, found(sentence.quote(there), "country.work_elsewhere")))
    })
}

/// Money for projects in a country that the title names. `ours`: is a place of ours named?
pub(super) fn money_for_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>, ours: impl Fn() -> bool) -> Option<Answer> {
    // "Embassy of Italy in Tel Aviv: grants" is for those here.
    if !matches!(known.kind, Kind::Grant | Kind::CallForProposals) || ours() {
        return None;
    }
    let title = sentences.first().filter(|sentence| sentence.in_title)?;
    let (hit, _) = title.others().find(|(hit, people)| {
        let tied = title.comes_after(hit, Role::From) || title.ends_with(hit);
        !people && tied && title.quote(hit) != "EU"
    })?;
    Some(say(Verdict::No, found(title.quote(hit), "country.projects_elsewhere")))
}
