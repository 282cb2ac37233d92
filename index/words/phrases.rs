//! A lexicon of phrases in any language, compiled once, found in one pass over a text.
//!
//! Words are compared by normal form and whole, never as substrings. A tree over word numbers: from each token only the branches
//! that the lexicon has are followed, so the time goes with the text and not with the lexicon.

use std::ops::Range;

use hashbrown::HashMap;

use crate::script::Script;
use crate::token::{Token, tokens};
use crate::{arabic, hebrew};

/// A compiled lexicon.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    words: HashMap<String, u32>,
    /// Words that were written with `*` in the lexicon, without it, by their first letters: a word is compared with few.
    beginnings: HashMap<FirstLetters, Vec<(String, u32)>>,
    /// How many first letters some of them have: all but few have as many as are looked at.
    first_letters: [bool; FIRST_LETTERS],
    /// How many words there are of both sorts.
    count: u32,
    branches: HashMap<(u32, u32), u32>,
    /// For each node the phrases that are complete there.
    complete: Vec<Vec<usize>>,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PhraseMatch {
    /// As given to [`Phrases::new`].
    pub id: usize,
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it is over.
    pub end: usize,
}

const ROOT: u32 = 0;

/// So many letters of a word are looked at first.
const FIRST_LETTERS: usize = 3;

/// The first letters of a word, as many as it has; NUL for the others.
type FirstLetters = [char; FIRST_LETTERS];

/// These letters, and how many there are.
fn first_letters(norm: &str) -> (FirstLetters, usize) {
    let mut first = FirstLetters::default();
    let count = first.iter_mut().zip(norm.chars()).map(|(place, letter)| *place = letter).count();
    (first, count)
}

impl Phrases {
    /// Compiles a lexicon; several phrases may have the same id.
    ///
    /// A word of a phrase that ends in `*` stands for every word that begins so (`municipal*`). In the text, Hebrew words may have
    /// prefix letters (`לערים התאומות` is `ערים תאומות`) and Arabic ones article and conjunction. A phrase without a letter or
    /// digit is never found.
    pub fn new<'p>(lexicon: impl IntoIterator<Item = (usize, &'p str)>) -> Self {
        let mut phrases = Self { complete: vec![Vec::new()], ..Self::default() };
        for (id, phrase) in lexicon {
            phrases.add(id, phrase);
        }
        phrases
    }

    fn add(&mut self, id: usize, phrase: &str) {
        let mut node = ROOT;
        for token in tokens(phrase) {
            let is_beginning = phrase[token.end..].starts_with('*');
            let word = self.number(&token.norm, is_beginning);
            let next = self.complete.len() as u32;
            node = *self.branches.entry((node, word)).or_insert(next);
            if node == next {
                self.complete.push(Vec::new());
            }
        }
        let ids = &mut self.complete[node as usize];
        if node != ROOT && !ids.contains(&id) {
            ids.push(id);
        }
    }

    /// The number of a word of the lexicon, its next one if it is new.
    fn number(&mut self, norm: &str, is_beginning: bool) -> u32 {
        let next = self.count;
        let (letters, count) = first_letters(norm);
        let number = match count.checked_sub(1) {
            Some(longest) if is_beginning => {
                self.first_letters[longest] = true;
                let alike = self.beginnings.entry(letters).or_default();
                let known = alike.iter().find(|(known, _)| known == norm).map(|(_, number)| *number);
                known.unwrap_or_else(|| {
                    alike.push((norm.to_owned(), next));
                    next
                })
            }
            _ => *self.words.entry_ref(norm).or_insert(next),
        };
        self.count += u32::from(number == next);
        number
    }

    /// All phrases of the lexicon in the text, by where they begin, then by length; they may overlap.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<PhraseMatch> {
        let (words, of_token) = self.words_of_all(tokens);
        let (mut nodes, mut next, mut ids) = (Vec::new(), Vec::new(), Vec::new());
        let mut found = Vec::new();
        for first in 0..tokens.len() {
            nodes.clear();
            nodes.push(ROOT);
            for last in first..tokens.len() {
                let words = &words[of_token[last].clone()];
                if words.is_empty() || last > first && tokens[last].after_break {
                    break;
                }
                next.clear();
                for node in &nodes {
                    next.extend(words.iter().filter_map(|word| self.branches.get(&(*node, *word))));
                }
                std::mem::swap(&mut nodes, &mut next);
                if nodes.is_empty() {
                    break;
                }
                ids.clear();
                ids.extend(nodes.iter().flat_map(|node| &self.complete[*node as usize]));
                ids.sort_unstable();
                ids.dedup();
                found.extend(ids.iter().map(|&id| PhraseMatch {
                    id,
                    first,
                    last,
                    start: tokens[first].start,
                    end: tokens[last].end,
                }));
            }
        }
        found
    }

    /// The words of the lexicon that each token may stand for, nearly always none: their numbers, and which of these are whose.
    fn words_of_all(&self, tokens: &[Token<'_>]) -> (Vec<u32>, Vec<Range<usize>>) {
        let mut numbers = Vec::new();
        let mut of_token = Vec::with_capacity(tokens.len());
        // A text says most of its words more than once.
        let mut known: HashMap<&str, Range<usize>> = HashMap::with_capacity(tokens.len() / 2);
        for token in tokens {
            if let Some(range) = known.get(&*token.norm) {
                of_token.push(range.clone());
                continue;
            }
            let from = numbers.len();
            let bases = match Script::of_word(&token.norm) {
                Script::Hebrew => hebrew::bases(&token.norm),
                Script::Arabic => arabic::bases(&token.norm),
                Script::Other => Vec::new(),
            };
            if bases.is_empty() {
                self.add_words(&token.norm, from, &mut numbers);
            }
            for base in bases {
                self.add_words(base, from, &mut numbers);
            }
            known.insert(&token.norm, from..numbers.len());
            of_token.push(from..numbers.len());
        }
        (numbers, of_token)
    }

    /// Adds the words that a base may stand for, unless they are among those from `from` on.
    fn add_words(&self, base: &str, from: usize, numbers: &mut Vec<u32>) {
        let mut add = |number: &u32| {
            if !numbers[from..].contains(number) {
                numbers.push(*number);
            }
        };
        self.words.get(base).into_iter().for_each(&mut add);
        let (letters, count) = first_letters(base);
        let mut first = FirstLetters::default();
        for at in 0..count {
            first[at] = letters[at];
            let alike = if self.first_letters[at] { self.beginnings.get(&first) } else { None };
            alike.into_iter().flatten().filter(|(known, _)| base.starts_with(known)).for_each(|(_, number)| add(number));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PhraseMatch, Phrases};
    use crate::token::tokens;

    fn found<'t>(lexicon: &[&str], text: &'t str) -> Vec<&'t str> {
        let phrases = Phrases::new(lexicon.iter().copied().enumerate());
        phrases.find(&tokens(text)).into_iter().map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(
            found(&["town", "call for proposals"], "Townhouse: a Call for Proposals, town by town"),
            ["Call for Proposals", "town", "town"]
        );
    }

    #[test]
    fn hebrew_prefix_letters_may_stand_before_each_word() {
        assert_eq!(found(&["ערים תאומות", "ארה\"ב"], "לערים התאומות שבארה״ב ולעיר תאומה"), ["לערים התאומות", "שבארה״ב"]);
    }

    #[test]
    fn the_arabic_article_and_conjunction_may_stand_before_a_word() {
        assert_eq!(found(&["سلطات محلية"], "منح للسلطات المحلية والسلطات المحليّة"), ["للسلطات المحلية", "والسلطات المحليّة"]);
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert_eq!(
            found(&["municipal*", "רשות* מקומי*"], "Municipalities; municipal. ברשותה המקומית, municipio"),
            ["Municipalities", "municipal", "ברשותה המקומית"]
        );
    }

    #[test]
    fn no_phrase_goes_across_the_end_of_a_sentence() {
        assert_eq!(found(&["twin cities"], "We have a twin! Cities write. Twin cities"), ["Twin cities"]);
    }

    #[test]
    fn overlapping_phrases_and_phrases_with_one_id_are_each_told_once() {
        let phrases = Phrases::new([(7, "green city"), (7, "Green  City"), (2, "city"), (9, "***")]);
        assert_eq!(
            phrases.find(&tokens("A green city")),
            [
                PhraseMatch { id: 7, first: 1, last: 2, start: 2, end: 12 },
                PhraseMatch { id: 2, first: 2, last: 2, start: 8, end: 12 }
            ]
        );
    }

    proptest! {
        #[test]
        fn a_phrase_is_found_in_a_text_that_holds_it(before in "[a-z ]{0,20}", phrase in "[a-z]{1,5}( [a-z]{1,5}){0,3}", after in "[a-z ]{0,20}") {
            let text = format!("{before} {phrase} {after}");
            let phrases = Phrases::new([(1, phrase.as_str())]);
            prop_assert!(phrases.find(&tokens(&text)).iter().any(|found| text[found.start..found.end] == phrase));
        }

        #[test]
        fn nothing_is_too_odd(phrase in "\\PC{0,20}", text in "\\PC{0,40}") {
            for found in Phrases::new([(1, phrase.as_str()), (2, "א*"), (3, "a*")]).find(&tokens(&text)) {
                prop_assert!(text.get(found.start..found.end).is_some());
            }
        }
    }
}
