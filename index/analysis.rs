//! From a text to the terms it is found by: each word in its normal form, and its stems, at the same place in the text.
//!
//! Stems carry a mark so that they never meet normal forms: a record that has the very word ranks above one that has a relative.

use std::collections::VecDeque;

use frostem::Stemmer;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use words::Script;

use crate::languages;

/// To be raised whenever this file, `languages` or `words` makes other terms of the same text: an index made by an older
/// number is built anew.
pub(crate) const ANALYSIS_VERSION: u32 = 2;

/// The name by which the schema knows the analyser.
pub(crate) const ANALYSER: &str = "kolkore";

/// Before each stem; no normal form has it.
const STEM_MARK: char = '~';

/// Parts the language from the text in what is handed to the analyser; no text that was read has it.
const LANGUAGE_END: char = '\u{1}';

/// Longer words are no words (encoded images, keys); they are known by their beginning.
const MAX_WORD_BYTES: usize = 96;

/// What a word is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordTerms {
    /// The normal form.
    pub(crate) exact: String,
    /// Marked stems, the likeliest first.
    pub(crate) stems: Vec<String>,
}

/// Finds the terms of words; kept for many words because it holds the stemmers.
#[derive(Clone)]
pub(crate) struct Analysis {
    stemmers: Vec<Stemmer>,
    arabic: Stemmer,
}

impl Analysis {
    /// For the words of a text in `lang` (empty where nobody knows).
    pub(crate) fn of_text(lang: &str) -> Self {
        Self { stemmers: languages::of_text(lang).into_iter().collect(), arabic: languages::arabic() }
    }

    /// For the words of a query, which may be in any language.
    pub(crate) fn of_query() -> Self {
        Self { stemmers: languages::of_query(), arabic: languages::arabic() }
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

    pub(crate) fn terms(&self, word: &words::Token<'_>) -> WordTerms {
        let exact = clipped(&word.norm).to_owned();
        let mut stems = Vec::new();
        let mut add = |stem: &str| {
            let marked = format!("{STEM_MARK}{stem}");
            if !stem.is_empty() && !stems.contains(&marked) {
                stems.push(marked);
            }
        };
        match Script::of_word(&exact) {
            Script::Hebrew => words::hebrew_stems(&exact).iter().for_each(|stem| add(stem)),
            Script::Arabic => words::arabic_bases(&exact).iter().for_each(|base| add(&words::normal(&self.arabic.stem(base)))),
            Script::Other if exact.chars().all(char::is_numeric) => {}
            Script::Other => {
                // With its accents, as the stemmers were made for, and without, as people type.
                let lower = clipped(word.text).to_lowercase();
                for stemmer in &self.stemmers {
                    add(&words::normal(&stemmer.stem(&exact)));
                    if lower != exact {
                        add(&words::normal(&stemmer.stem(&lower)));
                    }
                }
            }
        }
        WordTerms { exact, stems }
    }
}

/// A text as the analyser of the schema takes it.
pub(crate) fn with_language(lang: Option<&str>, text: &str) -> String {
    format!("{}{LANGUAGE_END}{text}", lang.unwrap_or_default())
}

fn clipped(word: &str) -> &str {
    &word[..word.floor_char_boundary(MAX_WORD_BYTES)]
}

/// The analyser of the schema's text fields; takes what [`with_language`] makes.
#[derive(Clone, Default)]
pub(crate) struct Analyser;

impl Tokenizer for Analyser {
    type TokenStream<'t> = Terms<'t>;

    fn token_stream<'t>(&'t mut self, text: &'t str) -> Terms<'t> {
        let (lang, text) = text.split_once(LANGUAGE_END).unwrap_or(("", text));
        Terms {
            words: words::tokens(text).into_iter(),
            analysis: Analysis::of_text(lang),
            waiting: VecDeque::new(),
            token: Token::default(),
        }
    }
}

/// The terms of one text, in order.
pub(crate) struct Terms<'t> {
    words: std::vec::IntoIter<words::Token<'t>>,
    analysis: Analysis,
    /// Terms of the present word that are still to come.
    waiting: VecDeque<String>,
    token: Token,
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        if let Some(term) = self.waiting.pop_front() {
            self.token.text = term;
            return true;
        }
        let Some(word) = self.words.next() else { return false };
        let terms = self.analysis.terms(&word);
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = word.start;
        self.token.offset_to = word.end;
        self.token.text = terms.exact;
        self.waiting.extend(terms.stems);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    use super::{Analyser, with_language};

    fn terms(lang: &str, text: &str) -> Vec<(usize, String)> {
        let text = with_language(Some(lang), text);
        let mut analyser = Analyser;
        let mut stream = analyser.token_stream(&text);
        let mut found = Vec::new();
        while stream.advance() {
            found.push((stream.token().position, stream.token().text.clone()));
        }
        found
    }

    fn owned(terms: &[(usize, &str)]) -> Vec<(usize, String)> {
        terms.iter().map(|(position, term)| (*position, (*term).to_owned())).collect()
    }

    #[test]
    fn each_word_is_there_in_its_normal_form_and_as_stem_at_one_place() {
        assert_eq!(
            terms("en", "Twin Cities 2027"),
            owned(&[(0, "twin"), (0, "~twin"), (1, "cities"), (1, "~citi"), (2, "2027")])
        );
    }

    #[test]
    fn an_accent_that_was_not_typed_is_not_missed() {
        let with: Vec<String> = terms("fr", "municipalités").into_iter().map(|(_, term)| term).collect();
        let without: Vec<String> = terms("fr", "municipalites").into_iter().map(|(_, term)| term).collect();
        assert!(with.iter().any(|term| without.contains(term)), "{with:?} {without:?}");
    }

    #[test]
    fn a_hebrew_text_has_hebrew_stems_and_english_ones() {
        let found = terms("he", "במענקים של Horizon Europe");
        assert!(found.contains(&(0, "~מענק".to_owned())));
        assert!(found.contains(&(3, "europe".to_owned())));
    }
}
