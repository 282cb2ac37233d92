//! The terms of words that texts have, remembered from question to question: the snippets of one have most of the words that those
//! of another had.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use quick_cache::sync::Cache;

use crate::analysis::{Analysis, MAX_WORD_BYTES, WordTerms};

/// Words of one language that are remembered, some 200 bytes each.
const MOST_WORDS: usize = 24_000;

/// Languages remembered at once; what a record claims to be in is not ours.
const MOST_LANGUAGES: usize = 16;

/// By language.
#[derive(Default)]
pub(crate) struct Vocabulary(RwLock<HashMap<String, Arc<Lexicon>>>);

/// The words of one language.
pub(crate) struct Lexicon {
    analysis: Analysis,
    /// By the word as written.
    words: Cache<Box<str>, Arc<WordTerms>>,
}

impl Vocabulary {
    pub(crate) fn of(&self, lang: &str) -> Arc<Lexicon> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(lang) {
            return Arc::clone(known);
        }
        let mut languages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if languages.len() >= MOST_LANGUAGES {
            languages.clear();
        }
        let begin = || Arc::new(Lexicon { analysis: Analysis::of_text(lang), words: Cache::new(MOST_WORDS) });
        Arc::clone(languages.entry(lang.to_owned()).or_insert_with(begin))
    }
}

impl Lexicon {
    pub(crate) fn terms(&self, word: &words::Token<'_>) -> Arc<WordTerms> {
        if let Some(known) = self.words.get(word.text) {
            return known;
        }
        let terms = Arc::new(self.analysis.terms(word));
        // What is longer is no word, and is not met again.
        if word.text.len() <= MAX_WORD_BYTES {
            self.words.insert(word.text.into(), Arc::clone(&terms));
        }
        terms
    }
}
