//! Leaves out of a question what no record has, once, before it is compiled up to three times for every segment: a word typed is
//! stemmed in all languages and widened by names in several, and most of these stand nowhere.

use quick_cache::Equivalent;
use quick_cache::sync::Cache;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::analysis::WordTerms;
use crate::languages;
use crate::thesaurus;
use crate::typed::Typed;
use crate::unit::{Unit, Word};

/// Terms of which it is remembered whether any record has them, some 100 bytes each.
const MOST_TERMS: usize = 64_000;

/// Which terms stand in any of these fields.
pub(crate) struct Present<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) fields: [Field; 4],
    pub(crate) presence: &'a Presence,
}

/// What was found out, until the next commit: questions share their names in other languages, and each would be looked for in every
/// field of every segment.
pub(crate) struct Presence(Cache<(u64, Box<str>), bool>);

impl Default for Presence {
    fn default() -> Self {
        Self(Cache::new(MOST_TERMS))
    }
}

/// A term, and the engine's number for what was committed.
#[derive(Hash)]
struct Asked<'t>(u64, &'t str);

impl Equivalent<(u64, Box<str>)> for Asked<'_> {
    fn equivalent(&self, (generation, term): &(u64, Box<str>)) -> bool {
        self.0 == *generation && *self.1 == **term
    }
}

impl Present<'_> {
    /// Whether any record has the term.
    pub(crate) fn has(&self, term: &str) -> tantivy::Result<bool> {
        let generation = self.searcher.generation().generation_id();
        if let Some(known) = self.presence.0.get(&Asked(generation, term)) {
            return Ok(known);
        }
        let is_there = self.stands_somewhere(term)?;
        self.presence.0.insert((generation, term.into()), is_there);
        Ok(is_there)
    }

    fn stands_somewhere(&self, term: &str) -> tantivy::Result<bool> {
        for field in self.fields {
            if self.searcher.doc_freq(&Term::from_field_text(field, term))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The languages of its texts, of those whose words are also others'.
    pub(crate) fn languages(&self, lang: Field) -> tantivy::Result<Vec<&'static str>> {
        let mut there = Vec::new();
        for code in languages::of_texts() {
            if self.searcher.doc_freq(&Term::from_field_text(lang, code))? > 0 {
                there.push(code);
            }
        }
        Ok(there)
    }

    /// Leaves of each word the stems, and of each meaning the names, that some record has. The words themselves stay, and so do the
    /// names of a meaning of which no record has any: it is a meaning all the same.
    pub(crate) fn keep(&self, typed: &mut Typed) -> tantivy::Result<()> {
        typed.wanted.iter_mut().flatten().try_for_each(|unit| self.keep_in(unit))
    }

    fn keep_in(&self, unit: &mut Unit) -> tantivy::Result<()> {
        match unit {
            Unit::Title(unit) => self.keep_in(unit)?,
            Unit::Words(words) => {
                for Word { terms, .. } in words {
                    terms.stems = kept(&terms.stems, |stem| self.has(stem))?;
                }
            }
            Unit::Meaning { typed, names } => {
                typed.iter_mut().flatten().try_for_each(|unit| self.keep_in(unit))?;
                let known = kept(names, |name| self.has_name(name))?;
                if !known.is_empty() {
                    *names = known;
                }
            }
            // The barest stem of a word in a phrase stands for all of them.
            Unit::Phrase(_) | Unit::Prefix(_) | Unit::Code(..) => {}
        }
        Ok(())
    }

    /// Whether each of its words may stand in some record; together they need not.
    fn has_name(&self, name: &thesaurus::Term) -> tantivy::Result<bool> {
        for word in name.words.iter().filter(|word| !word.is_beginning) {
            if !self.has_any(&word.terms)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether any record has the word or a relative.
    pub(crate) fn has_any(&self, terms: &WordTerms) -> tantivy::Result<bool> {
        for term in terms.stems.iter().chain([&terms.exact]) {
            if self.has(term)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn kept<T: Clone>(all: &[T], is_there: impl Fn(&T) -> tantivy::Result<bool>) -> tantivy::Result<Vec<T>> {
    let mut kept = Vec::with_capacity(all.len());
    for one in all {
        if is_there(one)? {
            kept.push(one.clone());
        }
    }
    Ok(kept)
}
