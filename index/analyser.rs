//! The analyser of the schema's text fields: the terms of a text, one after the other. Knows no query.

use std::ops::Range;

use hashbrown::HashMap;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::{Analysis, MAX_WORD_BYTES};

/// The name by which the schema knows the analyser.
pub(crate) const ANALYSER: &str = "kolkore";

/// Parts the language from the text in what is handed to the analyser; no text that was read has it.
const LANGUAGE_END: char = '\u{1}';

/// Terms of one language that are remembered, some 60 bytes each and two or three to a word: nearly every word of a text is among
/// them. When there are so many they are forgotten.
const MOST_REMEMBERED: usize = 24_000;

/// Languages remembered at once; what a record claims to be in is not ours.
const MOST_LANGUAGES: usize = 16;

/// A text as the analyser of the schema takes it.
pub(crate) fn with_language(lang: Option<&str>, text: &str) -> String {
    format!("{}{LANGUAGE_END}{text}", lang.unwrap_or_default())
}

/// Takes what [`with_language`] makes. Remembers the terms of words, for a text is mostly made of words that were in the last one.
#[derive(Clone, Default)]
pub(crate) struct Analyser {
    by_language: HashMap<String, Remembered>,
}

/// The words of one language that were met.
#[derive(Clone)]
struct Remembered {
    analysis: Analysis,
    /// Where the terms of a word, as written, stand in `terms`.
    words: HashMap<String, Range<usize>>,
    terms: Vec<String>,
}

impl Remembered {
    fn of(lang: &str) -> Self {
        Self { analysis: Analysis::of_text(lang), words: HashMap::new(), terms: Vec::new() }
    }

    /// Where the terms of a word stand, its normal form first.
    fn terms_of(&mut self, word: &words::Token<'_>) -> Range<usize> {
        if let Some(known) = self.words.get(word.text) {
            return known.clone();
        }
        if self.terms.len() >= MOST_REMEMBERED {
            self.words.clear();
            self.terms.clear();
        }
        let from = self.terms.len();
        let terms = self.analysis.terms(word);
        self.terms.push(terms.exact);
        self.terms.extend(terms.stems);
        // What is longer is no word, and is not met again.
        if word.text.len() <= MAX_WORD_BYTES {
            self.words.insert(word.text.to_owned(), from..self.terms.len());
        }
        from..self.terms.len()
    }
}

impl Tokenizer for Analyser {
    type TokenStream<'t> = Terms<'t>;

    fn token_stream<'t>(&'t mut self, text: &'t str) -> Terms<'t> {
        let (lang, text) = text.split_once(LANGUAGE_END).unwrap_or(("", text));
        if self.by_language.len() >= MOST_LANGUAGES && !self.by_language.contains_key(lang) {
            self.by_language.clear();
        }
        let remembered = self.by_language.entry_ref(lang).or_insert_with(|| Remembered::of(lang));
        Terms { words: words::tokens(text).into_iter(), remembered, waiting: 0..0, token: Token::default() }
    }
}

/// The terms of one text, in order.
pub(crate) struct Terms<'t> {
    words: std::vec::IntoIter<words::Token<'t>>,
    remembered: &'t mut Remembered,
    /// Terms of the present word that are still to come.
    waiting: Range<usize>,
    token: Token,
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        if self.waiting.is_empty() {
            let Some(word) = self.words.next() else { return false };
            self.waiting = self.remembered.terms_of(&word);
            self.token.position = self.token.position.wrapping_add(1);
            self.token.offset_from = word.start;
            self.token.offset_to = word.end;
        }
        let Some(term) = self.waiting.next().and_then(|at| self.remembered.terms.get(at)) else { return false };
        self.token.text.clear();
        self.token.text.push_str(term);
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

    use super::{Analyser, MOST_LANGUAGES, MOST_REMEMBERED, with_language};

    fn terms(lang: &str, text: &str) -> Vec<(usize, String)> {
        let text = with_language(Some(lang), text);
        let mut analyser = Analyser::default();
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
            owned(&[(0, "twin"), (0, "~entwin"), (1, "cities"), (1, "~enciti"), (2, "2027")])
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

    #[test]
    fn what_is_remembered_changes_no_term() {
        let mut analyser = Analyser::default();
        let mut told = |lang: &str, text: &str| {
            let text = with_language(Some(lang), text);
            let mut stream = analyser.token_stream(&text);
            let mut found = Vec::new();
            while stream.advance() {
                found.push((stream.token().position, stream.token().text.clone()));
            }
            found
        };
        // More words, and more languages, than are remembered.
        let many = (0..MOST_REMEMBERED).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
        assert_eq!(told("en", &many), terms("en", &many));
        for round in 0..2 {
            for number in 0..MOST_LANGUAGES * 2 {
                told(&format!("x{number}"), "cities");
            }
            for (lang, text) in [("en", "Twin cities, cities"), ("fr", "des Municipalités cities"), ("he", "במענקים cities")]
            {
                assert_eq!(told(lang, text), terms(lang, text), "{round} {lang}");
                assert_eq!(told(lang, text), terms(lang, text), "{round} {lang} again");
            }
        }
    }
}
