//! Whose partner it is that takes part, and where: "German towns with a partner in Africa" leave Israel out, and "partnerships between
//! authorities of member states and of partner countries" are led from there and joined from here.

use super::super::evidence::found;
use super::elsewhere::restricts;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "With a partner town in North Africa": so many words at most from the partner to the place.
const PLACE_REACH: usize = 4;

/// "Partenaire au Sénégal": so many words at most lie between.
const NAMED_REACH: usize = 2;

/// "Partnerships between the local authorities": so many words at most lie between.
const JOINT_REACH: usize = 6;

/// Is this partner in another region or country than ours?
pub(super) fn is_elsewhere(sentence: &Sentence<'_>, partner: &Hit) -> bool {
    if sentence.israel().is_some() || sentence.has(Role::Worldwide) {
        return false;
    }
    let roles = [Role::FarRegion, Role::ElsewhereOnly, Role::Region];
    let places = || roles.into_iter().flat_map(|role| sentence.of(role)).chain(sentence.others().map(|(hit, _)| hit));
    let people = || sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit);
    let adjectives = || people().chain(sentence.of(Role::FarRegion)).chain(sentence.of(Role::ElsewhereOnly));
    let located = |place: &Hit| {
        let behind = partner.last < place.first && near(partner, place, PLACE_REACH);
        behind && (sentence.comes_after(place, Role::From) || sentence.quote(place).starts_with('ב'))
    };
    // "Une ville partenaire au Sénégal".
    let named = |place: &Hit| partner.last < place.first && near(partner, place, NAMED_REACH) && !sentence.is_people(place);
    let described = |place: &Hit| place.last + 1 == partner.first || partner.last + 1 == place.first;
    let countries = || sentence.others().map(|(hit, _)| hit);
    places().any(located) || countries().any(named) || adjectives().any(described)
}

/// "Towns with a partner in Africa": is this where a partner is?
pub(super) fn is_where(sentence: &Sentence<'_>, place: &Hit) -> bool {
    let along =
        |partner: &Hit| [Role::With, Role::From].into_iter().any(|role| sentence.of(role).any(|with| near(with, partner, 1)));
    sentence.of(Role::Partner).any(|partner| partner.last < place.first && near(partner, place, PLACE_REACH) && along(partner))
}

/// Is the partner that a text speaks of elsewhere?
pub(super) fn any_elsewhere(sentences: &[Sentence<'_>]) -> bool {
    sentences.iter().any(|sentence| sentence.of(Role::Partner).any(|partner| is_elsewhere(sentence, partner)))
}

/// The partner of those named elsewhere is elsewhere too: nobody from here takes part.
pub(super) fn among_others(sentences: &[Sentence<'_>]) -> Option<Answer> {
    sentences.iter().filter(|sentence| sentence.about_applying() && restricts(sentence).is_some()).find_map(|sentence| {
        let partner = sentence.of(Role::Partner).find(|partner| is_elsewhere(sentence, partner))?;
        Some(say(Verdict::No, found(sentence.quote(partner), "country.partner_elsewhere")))
    })
}

/// "Partnerships between local authorities of member states and of partner countries": those of the union hand in.
pub(super) fn between_unions(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let israel = sentences.iter().any(|sentence| sentence.israel().is_some());
    if israel || known.kind == Kind::Partnership {
        return None;
    }
    sentences.iter().find_map(|sentence| {
        let joint = sentence.of(Role::Joint).find(|joint| {
            sentence.of(Role::LocalAuthority).any(|noun| joint.last < noun.first && near(joint, noun, JOINT_REACH))
        })?;
        let beyond = [Role::Partner, Role::Associated, Role::Outside].into_iter().flat_map(|role| sentence.of(role));
        let there =
            sentence.of(Role::ElsewhereOnly).chain(sentence.of(Role::Counted)).chain(sentence.others().map(|(hit, _)| hit));
        let behind = |hit: &&Hit| joint.last < hit.first;
        let beyond = beyond.into_iter().find(behind)?;
        there
            .into_iter()
            .any(|hit| behind(&hit))
            .then(|| say(Verdict::Partner, found(sentence.quote(beyond), "country.partnership")))
    })
}
