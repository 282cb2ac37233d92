//! From a word to the terms it is found by: its normal form and its stems, which stand at the same place in the text.
//!
//! Stems carry a mark so that they never meet normal forms: a record that has the very word ranks above one that has a relative. Those
//! of stemmers carry their language too: `renov` is a renewal in one and a renovation in another.

use frostem::Stemmer;
use words::Script;

use crate::apart::stem_apart;
use crate::languages::{self, OfLanguage};

/// To be raised whenever this file, `analyser`, `apart`, `languages` or `words` makes other terms of the same text, or the items that the index
/// holds are written otherwise: an index made by an older number is built anew.
pub(crate) const ANALYSIS_VERSION: u32 = 13;

/// ISO 639-1.
const GERMAN: &str = "de";

/// Before each stem; no normal form has it.
pub(crate) const STEM_MARK: char = '~';

/// A script of its own tells a Hebrew or Arabic stem from others.
const NO_LANGUAGE: &str = "";

/// Longer words are no words (encoded images, keys); they are known by their beginning.
pub(crate) const MAX_WORD_BYTES: usize = 96;

/// What a word is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct WordTerms {
    /// The normal form.
    pub(crate) exact: String,
    /// Marked stems, the likeliest first.
    pub(crate) stems: Vec<String>,
}

/// Finds the terms of words; kept for many words because it holds the stemmers.
#[derive(Clone)]
pub(crate) struct Analysis {
    stemmers: Vec<OfLanguage>,
    arabic: Stemmer,
    /// Where umlauts may be spelt out: in German, and in a question, which may be.
    german: Option<Stemmer>,
    /// Whether a word is also found by the words that it is put together of. Those of a question are not: who asks for one
    /// compound does not ask for all that share a part with it.
    takes_apart: bool,
    /// Whether an Arabic word is also found by what is left of it without its article and prefixes: who types a beginning has not typed
    /// the stem, which is shorter.
    keeps_bases: bool,
}

impl Analysis {
    /// For the words of a text in `lang` (empty where nobody knows).
    pub(crate) fn of_text(lang: &str) -> Self {
        Self { takes_apart: lang == GERMAN, keeps_bases: true, ..Self::of_name(lang) }
    }

    /// For the words of a name in `lang` that is looked for.
    pub(crate) fn of_name(lang: &str) -> Self {
        let stemmers = languages::of_text(lang).into_iter().collect();
        Self {
            stemmers,
            arabic: languages::arabic(),
            german: (lang == GERMAN).then(languages::german),
            takes_apart: false,
            keeps_bases: false,
        }
    }

    /// For the words of a query, which may be in any language.
    pub(crate) fn of_query() -> Self {
        Self {
            stemmers: languages::of_query(),
            arabic: languages::arabic(),
            german: Some(languages::german()),
            takes_apart: false,
            keeps_bases: false,
        }
    }

    /// The terms of a word that no other follows.
    pub(crate) fn terms_of_last(&self, word: &words::Token<'_>) -> WordTerms {
        let terms = self.terms(word);
        if Script::of_word(&terms.exact) != Script::Hebrew {
            return terms;
        }
        let stems = words::hebrew_stems_of_last(&terms.exact).iter().map(|stem| format!("{STEM_MARK}{stem}")).collect();
        WordTerms { stems, ..terms }
    }

    /// The terms of a word that has no prefix letters.
    pub(crate) fn terms_of_base(&self, word: &words::Token<'_>) -> WordTerms {
        let terms = self.terms(word);
        if Script::of_word(&terms.exact) != Script::Hebrew {
            return terms;
        }
        let stems = words::hebrew_stems_of_base(&terms.exact).iter().map(|stem| format!("{STEM_MARK}{stem}")).collect();
        WordTerms { stems, ..terms }
    }

    pub(crate) fn terms(&self, word: &words::Token<'_>) -> WordTerms {
        let exact = clipped(&word.norm).to_owned();
        let mut stems = Vec::new();
        let mut add = |lang: &str, stem: &str| {
            let marked = format!("{STEM_MARK}{lang}{stem}");
            if !stem.is_empty() && !stems.contains(&marked) {
                stems.push(marked);
            }
        };
        match Script::of_word(&exact) {
            Script::Hebrew => {
                for stem in words::hebrew_stems(&exact) {
                    add(NO_LANGUAGE, &stem);
                }
            }
            Script::Arabic => {
                for base in words::arabic_bases(&exact) {
                    add(NO_LANGUAGE, &words::normal(&self.arabic.stem(base)));
                }
                let bases = words::arabic_bases(&exact).into_iter().filter(|base| self.keeps_bases && *base != exact);
                bases.for_each(|base| add(NO_LANGUAGE, base));
            }
            Script::Other if exact.chars().all(char::is_numeric) => {}
            Script::Other => {
                // With its accents, as the stemmers were made for, and without, as people type.
                let lower = clipped(word.text).to_lowercase();
                for (lang, stemmer) in &self.stemmers {
                    if let Some(stem) = stem_apart(lang, &exact) {
                        add(lang, stem);
                        continue;
                    }
                    add(lang, &words::normal(&stemmer.stem(&exact)));
                    if lower != exact {
                        add(lang, &words::normal(&stemmer.stem(&lower)));
                    }
                }
                let Some(german) = &self.german else { return WordTerms { exact, stems } };
                if lower.contains(['ä', 'ö', 'ü']) {
                    let spelt_out = lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
                    add(GERMAN, &words::normal(&german.stem(&spelt_out)));
                }
                if self.takes_apart {
                    for part in words::compound_parts(&exact) {
                        add(GERMAN, &words::normal(&german.stem(part)));
                    }
                }
            }
        }
        WordTerms { exact, stems }
    }
}

/// Whether a marked stem is one of this language's.
pub(crate) fn is_stem_in(stem: &str, lang: &str) -> bool {
    stem.strip_prefix(STEM_MARK).is_some_and(|stem| stem.starts_with(lang))
}

fn clipped(word: &str) -> &str {
    &word[..word.floor_char_boundary(MAX_WORD_BYTES)]
}
