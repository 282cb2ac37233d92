//! Which stemmer goes with which language. Hebrew has its own, in `words`.

use frostem::{Algorithm, Stemmer};

/// ISO 639-1 and the stemmer for it.
const STEMMERS: [(&str, Algorithm); 19] = [
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

/// The languages of which Latin, Greek and Cyrillic words are taken, by the language of the text they stand in.
///
/// Hebrew and Arabic texts, and texts whose language nobody knows, name their programmes and partners in English.
/// A text in a language without a stemmer has its words only as they are.
pub(crate) fn of_text(lang: &str) -> Option<Stemmer> {
    let lang = match lang {
        "" | "he" | "ar" => "en",
        known => known,
    };
    STEMMERS.iter().find(|(code, _)| *code == lang).map(|(_, algorithm)| Stemmer::new(*algorithm))
}

/// What a word of a query may be in: any of them.
pub(crate) fn of_query() -> Vec<Stemmer> {
    STEMMERS.iter().map(|(_, algorithm)| Stemmer::new(*algorithm)).collect()
}

/// For German words as German spells them, whatever the rest may be in.
pub(crate) fn german() -> Stemmer {
    Stemmer::new(Algorithm::German)
}

/// For Arabic words, whatever the text around them is in.
pub(crate) fn arabic() -> Stemmer {
    Stemmer::new(Algorithm::Arabic)
}
