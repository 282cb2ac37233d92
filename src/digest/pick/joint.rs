//! Authorities of two countries that apply together: "eine deutsche und eine israelische Kommune". Who has a twin there has the partner.

use std::collections::BTreeSet;

use sources::lexicon::{Lexicon, Tag, Tongue};
use words::Token;

use super::vocabulary::{Found, Meaning};

/// The country of the municipalities that the picks are for.
const OURS: &str = "IL";

/// "Ten Swedish and ten Israeli municipalities": so many words at most lie between the two peoples, and between them and the noun.
const PEOPLES_REACH: usize = 3;
const NOUN_REACH: usize = 2;

/// The countries whose authorities are named together with ours.
pub(super) fn countries(found: &[Found], tokens: &[Token<'_>], lexicon: &Lexicon, tongue: Option<Tongue>) -> BTreeSet<String> {
    let hits = lexicon.hits(tokens, tongue).into_iter();
    let peoples: Vec<(usize, usize, &str)> = hits
        .filter_map(|hit| match hit.tag {
            Tag::Country { country, people: true } => Some((hit.first, hit.last, lexicon.countries[country].code.as_str())),
            _ => None,
        })
        .collect();
    let is_near = |before: usize, after: usize, reach: usize| {
        before < after && after - before <= reach + 1 && !tokens[before + 1..=after].iter().any(|token| token.after_break)
    };
    let is_of_authorities = |first: usize, last: usize| {
        let nouns = found.iter().filter(|one| matches!(one.meaning, Meaning::Authority | Meaning::Settlement));
        nouns.into_iter().any(|noun| is_near(last, noun.first, NOUN_REACH) || is_near(noun.last, first, NOUN_REACH))
    };
    let mut joint = BTreeSet::new();
    for pair in peoples.windows(2) {
        let [(first, before, one), (after, last, other)] = pair else { continue };
        let abroad = match (*one, *other) {
            (OURS, abroad) | (abroad, OURS) if abroad != OURS => abroad,
            _ => continue,
        };
        if is_near(*before, *after, PEOPLES_REACH) && is_of_authorities(*first, *last) {
            joint.insert(abroad.to_owned());
        }
    }
    joint
}
