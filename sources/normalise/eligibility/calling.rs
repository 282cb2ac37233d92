//! Others whom a title calls ("קול קורא לאמנים", "Grants for NGOs", "NGOs invited"), or whom an authority calls ("the regional council
//! asks artists for proposals").

use super::sentence::{Sentence, near};
use crate::lexicon::grammar::GRAMMAR;
use crate::lexicon::{Hit, Role};
use words::Script;

/// "The council wishes to encourage artists": so many words at most from the verb of the caller to those called.
const CALLED_REACH: usize = 6;

/// "Call for artists": with a "for" between, so many words at most.
const OFFERED_REACH: usize = 2;

/// "Children's drawing and writing contest": so many words at most lie between.
const OWNED_REACH: usize = 4;

/// Does the title name those who may apply: right behind what is offered, or side by side with a word of applying?
pub(super) fn in_title(sentence: &Sentence<'_>, other: &Hit) -> bool {
    let is_body = || sentence.of(Role::OtherBody).any(|body| body.first == other.first);
    // "NGO grants", "Concurso infantil", "Children's drawing contest".
    let owned = || ["'s", "’s"].iter().any(|own| sentence.after(other).starts_with(own));
    let compound = || {
        sentence.offered().any(|offer| {
            let before =
                other.last < offer.first && (is_body() && near(other, offer, 1) || owned() && near(other, offer, OWNED_REACH));
            before || offer.last + 1 == other.first
        })
    };
    let verbs = || sentence.verbs();
    // "Embassy inviting American non-profits".
    let people = |verb: &Hit| {
        let mut people = sentence.others().filter(|(_, people)| *people);
        people.any(|(hit, _)| verb.last + 1 == hit.first && hit.last + 1 == other.first)
    };
    let asked = || verbs().any(|verb| near(verb, other, 1) || people(verb));
    sentence.in_title && (names_called(sentence, other) || compound() || asked())
}

/// "קול קורא לאמנים", "Call for artists", "קול קורא - אמנים", "תמיכה בעמותות": what is offered, and right behind it for whom.
pub(super) fn names_called(sentence: &Sentence<'_>, other: &Hit) -> bool {
    let quote = sentence.quote(other);
    let semitic = matches!(Script::of_word(quote), Script::Hebrew | Script::Arabic);
    let backed = sentence.of(Role::Backs).any(|backs| backs.last + 1 == other.first);
    let is_for = |offer: &Hit| {
        let between = sentence.between(offer, other).trim();
        let dashed = ["-", "–", ":", "|"].contains(&between);
        // "תחרות ציור לילדים"; in "קול קורא לפעילות לצעירים" something else is called for.
        let alone = between.split_whitespace().all(|word| !word.starts_with(&GRAMMAR.letters.to[..]));
        dashed || semitic && alone && (quote.starts_with(&GRAMMAR.letters.to[..]) || backed)
    };
    let adjacent = |offer: &Hit| near(offer, other, OFFERED_REACH) && is_for(offer);
    let with_for = |offer: &Hit| near(offer, other, OFFERED_REACH) && sentence.comes_after(other, Role::For);
    let calls = |offer: &Hit| offer.last < other.first && (adjacent(offer) || with_for(offer));
    let verbs = || sentence.verbs();
    sentence.in_title && (sentence.offered().any(calls) || verbs().any(adjacent))
}

/// "Call for researchers: local government in a crisis": a title that calls others, and behind a colon these authorities as its topic.
pub(super) fn in_title_before<'a>(sentence: &Sentence<'a>, authorities: &[&Hit]) -> Option<&'a Hit> {
    let first = authorities.first()?;
    let others = [Role::OtherBody, Role::Person].into_iter().flat_map(|role| sentence.subjects(role));
    let topic = |other: &Hit| other.last < first.first && sentence.between(other, first).contains([':', '–', '|']);
    others.into_iter().find(|other| topic(other) && names_called(sentence, other))
}

/// "המועצה האזורית מבקשת לעודד אמנים": behind the verb of a caller stand those whom he calls.
pub(super) fn by_an_authority(sentence: &Sentence<'_>, other: &Hit) -> bool {
    let calls = |verb: &Hit| verb.last < other.first && near(verb, other, CALLED_REACH);
    !sentence.in_title && sentence.of(Role::Calls).any(calls)
}
