//! Which stemmer goes with which language. Hebrew has its own, in `words`.

use frostem::{Algorithm, Stemmer};

/// ISO 639-1 and the stemmer for it.
const STEMMERS: [(&str, Algorithm); 24] = [
    ("ar", Algorithm::Arabic),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

/// In these languages' texts names and programmes stand in English.
const NAMES_IN_ENGLISH: [&str; 3] = ["", "he", "ar"];

/// A stemmer, and the language whose words it stems.
pub(crate) type OfLanguage = (&'static str, Stemmer);

/// The language of which Latin, Greek and Cyrillic words are taken, by the language of the text they stand in.
///
/// Hebrew and Arabic texts, and texts whose language nobody knows, name their programmes and partners in English.
/// A text in a language without a stemmer has its words only as they are.
pub(crate) fn of_text(lang: &str) -> Option<OfLanguage> {
    let lang = if NAMES_IN_ENGLISH.contains(&lang) { "en" } else { lang };
    STEMMERS.iter().find(|(code, _)| *code == lang).map(|(code, algorithm)| (*code, Stemmer::new(*algorithm)))
}

/// What a word of a query may be in: any of them.
pub(crate) fn of_query() -> Vec<OfLanguage> {
    STEMMERS.iter().filter(|(code, _)| *code != "ar").map(|(code, algorithm)| (*code, Stemmer::new(*algorithm))).collect()
}

/// The languages whose texts have words that another language may have too.
pub fn of_texts() -> impl Iterator<Item = &'static str> {
    STEMMERS.iter().map(|(code, _)| *code).chain(["he"])
}

/// Whether a name in one language is a name in a text of another. In letters of its own it is one anywhere; else the same letters are
/// another word there, unless the text names things in English.
pub(crate) fn may_stand_in(lang: &str, text: &str) -> bool {
    matches!(lang, "he" | "ar")
        || lang == text
        || (lang == "en" && NAMES_IN_ENGLISH.contains(&text))
        || !of_texts().any(|known| known == text)
}

/// For German words as German spells them, whatever the rest may be in.
pub(crate) fn german() -> Stemmer {
    Stemmer::new(Algorithm::German)
}

/// For Arabic words, whatever the text around them is in.
pub(crate) fn arabic() -> Stemmer {
    Stemmer::new(Algorithm::Arabic)
}
