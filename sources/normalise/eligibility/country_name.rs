//! The name of a country as it stands in a sentence.

use crate::lexicon::{Country, Hit, Tongue};

/// The name of a country.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) hit: &'a Hit,
    pub(super) code: &'a str,
    /// Of its inhabitants: "French".
    pub(super) people: bool,
    /// With the letter that is Hebrew for "in" or "from": "בצרפת".
    pub(super) located: bool,
}

/// "בצרפת", "ומגרמניה": the letter for "in" or "from" before a country's own Hebrew name.
pub(super) fn has_place_letter(quote: &str, country: &Country) -> bool {
    let names = country.names.iter().filter(|(tongue, _)| *tongue == Tongue::He).map(|(_, name)| name.as_str());
    // The article of a name is not written behind the letter: "באיחוד".
    let prefix = names.filter_map(|name| quote.strip_suffix(name)).min_by_key(|prefix| prefix.len());
    prefix.is_some_and(|prefix| prefix.trim_end_matches(['ה', '-']).ends_with(['ב', 'מ']))
}
