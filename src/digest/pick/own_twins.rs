//! A city's word to its own twins: "its eleven twin towns", "Dortmund's partner cities", "les villes jumelées avec Nancy".
//! Who is no twin of that city is not meant, whatever country it lies in.

use sources::lexicon::{Lexicon, Tag, Tongue};
use words::Token;

use super::vocabulary::{Found, Meaning};

/// "Ses onze villes jumelées": so many words at most stand between.
const POSSESSIVE_REACH: usize = 3;

/// "Each city applies together with its twin towns": so many words at most lie between.
const ANY_CITY_REACH: usize = 10;

/// Does one city speak to its own twins?
pub(super) fn are_called(found: &[Found], tokens: &[Token<'_>], lexicon: &Lexicon, tongue: Option<Tongue>) -> bool {
    let nouns = || found.iter().filter(|one| one.meaning == Meaning::TwinNoun);
    nouns().next().is_some() && {
        let name = Names { tokens, countries: countries(tokens, lexicon, tongue) };
        nouns().any(|noun| possessed(noun, found, tokens) || name.before(noun) || name.after(noun, found))
    }
}

/// Is a lead's hit no more than the word for twins?
pub(super) fn is_bare(lead: &Found, found: &[Found]) -> bool {
    found.iter().any(|one| one.meaning == Meaning::TwinNoun && (one.first, one.last) == (lead.first, lead.last))
}

fn possessed(noun: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let before = |one: &Found, noun: &Found, reach: usize| {
        one.last < noun.first
            && noun.first - one.last <= reach
            && !tokens[one.last + 1..=noun.first].iter().any(|token| token.after_break)
    };
    let of = |meaning: Meaning| found.iter().filter(move |one| one.meaning == meaning);
    of(Meaning::Possessive)
        .filter(|possessive| before(possessive, noun, POSSESSIVE_REACH))
        .any(|possessive| !of(Meaning::AnyCity).any(|any| before(any, possessive, ANY_CITY_REACH)))
}

/// Capital letters tell names in languages that have them; a country's name and its people's are not a city's.
struct Names<'t> {
    tokens: &'t [Token<'t>],
    countries: Vec<usize>,
}

impl Names<'_> {
    fn is_name(&self, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase));
        capital && !self.countries.contains(&at)
    }

    /// "Dortmund's twin towns": the genitive is a word by itself.
    fn before(&self, noun: &Found) -> bool {
        noun.first >= 2
            && !self.tokens[noun.first].after_break
            && self.tokens[noun.first - 1].norm == "s"
            && self.is_name(noun.first - 2)
    }

    /// "The twin towns of Dortmund".
    fn after(&self, noun: &Found, found: &[Found]) -> bool {
        found.iter().any(|of| of.meaning == Meaning::TwinOf && of.first == noun.last + 1 && self.is_name(of.last + 1))
    }
}

fn countries(tokens: &[Token<'_>], lexicon: &Lexicon, tongue: Option<Tongue>) -> Vec<usize> {
    let hits = lexicon.hits(tokens, tongue).into_iter();
    hits.filter(|hit| matches!(hit.tag, Tag::Country { .. })).flat_map(|hit| hit.first..=hit.last).collect()
}
