//! The piece of a text around the words found, with those words marked.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use words::Script;

use crate::analysis::WordTerms;
use crate::languages;
use crate::stopwords::is_stopword;
use crate::thesaurus::{Term, bases};
use crate::typed::Typed;
use crate::unit::Unit;
use crate::vocabulary::{Lexicon, Vocabulary};

/// About two lines on a screen, one in a letter.
const MAX_BYTES: usize = 260;

/// What stands before the first word found, so that it is read in its sentence.
const LEAD_BYTES: usize = 60;

/// In which the words found are counted.
const STRETCH_BYTES: usize = MAX_BYTES - LEAD_BYTES;

/// What was looked for, as a text is compared with it.
pub(crate) struct Sought<'v> {
    vocabulary: &'v Vocabulary,
    /// Normal forms and marked stems.
    terms: HashSet<String>,
    /// Each with the language whose words begin so; none where it was typed.
    beginnings: Vec<(Option<String>, String)>,
    /// Words typed that say something.
    typed: usize,
    /// What has been decided of the words seen so far, by the language of their text: hits of one question share most of theirs.
    decided: HashMap<String, Decided>,
}

/// The words of one language, by the word as it stands in the text.
struct Decided {
    lexicon: Arc<Lexicon>,
    words: HashMap<String, bool>,
}

impl<'v> Sought<'v> {
    pub(crate) fn new(typed: &Typed, vocabulary: &'v Vocabulary) -> Self {
        let mut sought = Self { vocabulary, terms: HashSet::new(), beginnings: Vec::new(), typed: 0, decided: HashMap::new() };
        let said = typed.wanted.iter().flatten().filter(|unit| !unit.is_dispensable());
        sought.typed = said.map(|unit| unit.typed_words().len()).sum();
        let units = typed.wanted.iter().flatten().flat_map(Unit::parts).filter(|unit| !unit.is_dispensable());
        for unit in units {
            match unit {
                Unit::Words(words) | Unit::Phrase(words) => {
                    for word in words {
                        sought.add(&word.terms);
                    }
                }
                Unit::Prefix(beginning) => sought.beginnings.push((None, beginning.clone())),
                Unit::Meaning { names, .. } => sought.add_names(names),
                Unit::Title(_) | Unit::Code(..) => {}
            }
        }
        sought
    }

    fn add(&mut self, terms: &WordTerms) {
        self.terms.extend(terms.stems.iter().chain([&terms.exact]).cloned());
    }

    fn add_names(&mut self, names: &[Term]) {
        for (lang, word) in names.iter().flat_map(|name| name.words.iter().map(|word| (&name.lang, word))) {
            if is_stopword(&word.terms.exact) {
                continue;
            }
            // The very word may be another in another language; its stems are of its own.
            if word.terms.stems.is_empty() || Script::of_word(&word.terms.exact) != Script::Other {
                self.terms.insert(word.terms.exact.clone());
            }
            self.terms.extend(word.terms.stems.iter().cloned());
            if word.is_beginning {
                self.beginnings.push((Some(lang.clone()), word.terms.exact.clone()));
            }
        }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        self.terms.is_empty() && self.beginnings.is_empty()
    }

    /// Which words of the text were looked for, (start, end), up to the end of a stretch that has more of them than were typed:
    /// denser ones are hardly better to read.
    fn found_in(&mut self, text: &str, lang: &str) -> Vec<(usize, usize)> {
        let Self { vocabulary, terms, beginnings, typed, decided } = self;
        let is_sought = |word: &words::Token<'_>, lexicon: &Lexicon| {
            let WordTerms { exact, stems } = &*lexicon.terms(word);
            let begins = |(of, beginning): &(Option<String>, String)| match of {
                Some(of) => word.norm.starts_with(beginning) && languages::may_stand_in(of, lang),
                None => bases(&word.norm).iter().any(|base| base.starts_with(beginning)),
            };
            beginnings.iter().any(begins) || terms.contains(exact) || stems.iter().any(|stem| terms.contains(stem))
        };
        let Decided { lexicon, words: known } =
            decided.entry_ref(lang).or_insert_with(|| Decided { lexicon: vocabulary.of(lang), words: HashMap::new() });
        let mut found = Vec::new();
        let mut over = usize::MAX;
        for word in words::tokens_of(text) {
            if word.start >= over {
                break;
            }
            if *known.entry_ref(word.text).or_insert_with(|| is_sought(&word, lexicon)) {
                found.push((word.start, word.end));
                let first = found.len().checked_sub(*typed + 1).map(|first| found[first].0);
                if let Some(first) = first.filter(|first| over == usize::MAX && word.end - first <= STRETCH_BYTES) {
                    over = first + MAX_BYTES;
                }
            }
        }
        found
    }
}

/// The piece of the first of `texts` that has a word found, around the most of them; where none has, the beginning of the first.
pub(crate) fn snippet(texts: &[&str], lang: &str, sought: &mut Sought<'_>) -> Vec<(String, bool)> {
    if sought.is_nothing() {
        return Vec::new();
    }
    for text in texts {
        let found = sought.found_in(text, lang);
        if let Some(start) = densest(&found) {
            return pieces(text, start, &found);
        }
    }
    texts.iter().find(|text| !text.trim().is_empty()).map_or_else(Vec::new, |text| pieces(text, 0, &[]))
}

/// Where the stretch with the most words found begins.
fn densest(found: &[(usize, usize)]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    let mut end = 0;
    for (i, (start, _)) in found.iter().enumerate() {
        while found.get(end).is_some_and(|(_, over)| over - start <= STRETCH_BYTES) {
            end += 1;
        }
        let count = end.max(i + 1) - i;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, *start));
        }
    }
    best.map(|(_, start)| start)
}

/// The stretch around `start`, from word to word, cut where words were found.
fn pieces(text: &str, start: usize, found: &[(usize, usize)]) -> Vec<(String, bool)> {
    let from = word_start(text, start.saturating_sub(LEAD_BYTES), start);
    let to = word_end(text, from + MAX_BYTES);
    let mut pieces = Vec::new();
    let mut at = from;
    let mut push = |from: usize, to: usize, hit: bool| {
        if from < to {
            pieces.push((text[from..to].to_owned(), hit));
        }
    };
    for (start, end) in found.iter().filter(|(start, end)| *start >= from && *end <= to) {
        push(at, *start, false);
        push(*start, *end, true);
        at = *end;
    }
    push(at, to, false);
    pieces
}

/// The first word that begins at or after `at`, but not after `latest`.
fn word_start(text: &str, at: usize, latest: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let at = text.floor_char_boundary(at);
    let space = text[at..latest].char_indices().find(|(_, c)| c.is_whitespace());
    space.map_or(latest, |(i, c)| at + i + c.len_utf8())
}

/// The end of the last word that is over at `at`; where there is no space near, `at` itself.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = text.floor_char_boundary(at);
    let near = text.floor_char_boundary(at.saturating_sub(LEAD_BYTES));
    text[near..at].rfind(char::is_whitespace).map_or(at, |i| near + i)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sought, snippet};
    use crate::typed::understand;
    use crate::vocabulary::Vocabulary;

    fn marked(texts: &[&str], query: &str) -> String {
        let pieces = snippet(texts, "he", &mut Sought::new(&understand(query, 0), &Vocabulary::default()));
        pieces.into_iter().map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece }).collect()
    }

    #[test]
    fn the_words_found_are_marked_in_the_text_as_written() {
        assert_eq!(marked(&["קול קורא למענקים בארה״ב, 2027"], "מענק ארה\"ב"), "קול קורא [למענקים] [בארה״ב], 2027");
    }

    #[test]
    fn a_long_text_is_cut_from_word_to_word_around_what_was_found() {
        let text = format!("{}municipal climate grants{}", "one two three ".repeat(50), " and so on".repeat(50));
        let found = marked(&[&text], "climate grants");
        assert!(found.contains("municipal [climate] [grants] and so on"), "{found}");
        assert!(found.len() < 300 && found.starts_with(|c: char| "ot".contains(c)), "{found}");
    }

    #[test]
    fn an_attachment_is_quoted_where_the_text_has_nothing() {
        assert_eq!(marked(&["nothing here", "the annex on water"], "water"), "the annex on [water]");
        assert_eq!(marked(&["nothing here", "nor there"], "water"), "nothing here");
        assert_eq!(marked(&["nothing here"], ""), "");
    }

    proptest! {
        #[test]
        fn the_pieces_are_a_part_of_the_text(text in "(\\PC|[א-ת ]|water ){0,400}", query in "\\PC{0,6}|water|מים") {
            let pieces: String = snippet(&[&text], "en", &mut Sought::new(&understand(&query, 0), &Vocabulary::default())).into_iter().map(|(piece, _)| piece).collect();
            prop_assert!(text.contains(&pieces));
        }
    }
}
