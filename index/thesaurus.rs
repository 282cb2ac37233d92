//! Words of one meaning in several languages, so that a question in one finds records in another. Which words mean the same is
//! the caller's to say; knows no file.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use words::Script;

use crate::analysis::{Analysis, STEM_MARK, WordTerms};
use crate::elision::is_elided;
use crate::unit::Word;

/// A longer name is no name; a list that holds a sentence costs only that sentence.
const MAX_WORDS_OF_A_TERM: usize = 8;

/// A Hebrew stem of so many letters is the same word's, whatever stood around it.
const MIN_STEM_ALONE: usize = 4;

/// Prefix letters that begin few nouns, and endings (in normal form) of number and construct state that few nouns have by themselves.
const PLAIN_PREFIXES: [char; 4] = ['ב', 'ל', 'ה', 'ו'];
const PLAIN_ENDINGS: [&str; 3] = ["י", "ימ", "ות"];

/// Concepts, each with its terms by language.
#[derive(Default)]
pub struct Thesaurus {
    terms: Vec<Term>,
    /// The terms of each concept.
    concepts: Vec<Vec<usize>>,
    /// Terms by what their first word is found by.
    by_first: HashMap<String, Vec<usize>>,
    /// Terms whose first word stands for every word that begins so.
    beginnings: Vec<usize>,
    /// What is needed only where a question has a word that no record has: not made before.
    spelt: OnceLock<Spelt>,
    /// Words, in normal form, that mean themselves alone.
    ordinary: HashSet<String>,
}

/// How words are spelt.
struct Spelt {
    /// The whole words of all names, and what is left of them without prefix letters …
    known: HashSet<String>,
    /// … and in Hebrew the nouns that they are forms of.
    nouns: HashSet<String>,
}

impl Spelt {
    fn of(terms: &[Term]) -> Self {
        let words = terms.iter().flat_map(|term| &term.words).filter(|word| !word.is_beginning);
        let known: HashSet<String> = words.flat_map(|word| bases(&word.terms.exact)).map(str::to_owned).collect();
        let nouns = known.iter().map(|base| words::hebrew_noun(base)).collect();
        Self { known, nouns }
    }
}

/// One name of a concept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Term {
    concept: usize,
    pub(crate) lang: String,
    /// As written in the list, without stars.
    pub(crate) written: String,
    pub(crate) words: Vec<TermWord>,
    /// Nearly every call has it: a city, a programme.
    pub(crate) is_common: bool,
}

impl Term {
    /// The script that it is written in, judged by its first word.
    pub(crate) fn script(&self) -> Script {
        self.words.first().map_or(Script::Other, |word| Script::of_word(&word.terms.exact))
    }

    /// Whether it is just these words.
    pub(crate) fn is(&self, typed: &[WordTerms]) -> bool {
        self.asked().map(|word| &word.terms.exact).eq(typed.iter().map(|word| &word.exact))
    }

    /// Its words as a question has them.
    fn asked(&self) -> impl Iterator<Item = &TermWord> {
        self.words.iter().filter(|word| !word.is_elided)
    }
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct TermWord {
    pub(crate) terms: WordTerms,
    /// Stands for every word that begins so.
    pub(crate) is_beginning: bool,
    is_acronym: bool,
    /// A text has it, a question leaves it out: the `l` of `qualité de l'air`.
    is_elided: bool,
}

/// A meaning found in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) concept: usize,
    /// How many of the words it takes.
    pub(crate) length: usize,
    /// The name that was read.
    term: usize,
    likeness: Likeness,
}

impl Meaning {
    /// Its words stand there as they are in the list.
    pub(crate) fn is_literal(&self) -> bool {
        self.likeness == Likeness::Same
    }
}

/// How well typed words are those of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// Only their stems.
    Related,
    /// The same nouns in another number or construct state, in Hebrew.
    Inflected,
    /// The same words, prefix letters and what a star stands for apart.
    Same,
}

impl Thesaurus {
    /// Compiles concepts: each a list of (ISO 639-1 language, term), the usual name of each language first. A word that ends in
    /// `*` stands for every word that begins so.
    pub fn new(concepts: impl IntoIterator<Item = Vec<(String, String)>>) -> Self {
        let mut thesaurus = Self::default();
        let mut by_language: HashMap<String, Analysis> = HashMap::new();
        for (concept, names) in concepts.into_iter().enumerate() {
            thesaurus.concepts.push(Vec::new());
            for (lang, name) in names {
                let analysis = by_language.entry(lang.clone()).or_insert_with_key(|lang| Analysis::of_name(lang));
                let words = term_words(&name, analysis);
                if (1..=MAX_WORDS_OF_A_TERM).contains(&words.len()) {
                    let written = name.replace('*', "");
                    thesaurus.add(Term { concept, lang, written, words, is_common: false });
                }
            }
        }
        thesaurus
    }

    /// The same, of which these concepts (by their place) say little: what has all else of a question but them is asked for too.
    #[must_use]
    pub fn with_common(mut self, places: &HashSet<usize>) -> Self {
        for term in &mut self.terms {
            term.is_common = places.contains(&term.concept);
        }
        self
    }

    /// The same, with words that mean themselves alone, whatever a stemmer makes of them: `cost` is no coast (Spanish `costa`), `מבקר` no cattle.
    #[must_use]
    pub fn with_ordinary(mut self, words: &[String]) -> Self {
        self.ordinary = words.iter().map(|word| words::normal_text(word)).collect();
        self
    }

    fn add(&mut self, term: Term) {
        let number = self.terms.len();
        let Some(first) = term.asked().next() else { return };
        if first.is_beginning {
            self.beginnings.push(number);
        }
        for key in first.terms.stems.iter().chain([&first.terms.exact]) {
            self.by_first.entry(key.clone()).or_default().push(number);
        }
        self.concepts[term.concept].push(number);
        self.terms.push(term);
    }

    /// The names of a concept, in the order of the list.
    pub(crate) fn terms(&self, concept: usize) -> impl Iterator<Item = &Term> {
        self.concepts[concept].iter().map(|number| &self.terms[*number])
    }

    /// The whole words of all names, in normal form.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.terms.iter().flat_map(|term| &term.words).filter(|word| !word.is_beginning);
        words.map(|word| word.terms.exact.as_str())
    }

    /// Whether a word of some name is this one or, in Hebrew, another form of it.
    pub(crate) fn has_word(&self, norm: &str) -> bool {
        let spelt = self.spelt.get_or_init(|| Spelt::of(&self.terms));
        bases(norm).into_iter().any(|base| {
            // `תמיכת` is a form of `תמיכה`; `בריאת` is no form of `בריאות`, but mostly it with a letter left out.
            let construct = base.strip_suffix('ת').filter(|stem| !stem.ends_with(['ו', 'י']));
            spelt.known.contains(base)
                || construct.map_or_else(
                    || spelt.nouns.contains(&words::hebrew_noun(base)),
                    |stem| spelt.known.contains(&format!("{stem}ה")),
                )
        })
    }

    /// What the first of these words may mean, by one name or several, alone or with those after it: only the longest reading that leaves no more than
    /// `at_most` words in it, and of readings of one length the literal ones.
    pub(crate) fn meanings(&self, words: &[&Word], at_most: usize) -> Vec<Meaning> {
        let Some(first) = words.first() else { return Vec::new() };
        let is_ordinary = self.ordinary.contains(&first.terms.exact);
        let mut candidates: HashSet<usize> = HashSet::new();
        let bases = first.bases();
        for key in bases.iter().copied().chain(first.terms.stems.iter().map(String::as_str)) {
            candidates.extend(self.by_first.get(key).into_iter().flatten());
        }
        let begins = |number: &&usize| {
            let first = self.terms[**number].asked().next();
            first.is_some_and(|first| bases.iter().any(|base| base.starts_with(&first.terms.exact)))
        };
        candidates.extend(self.beginnings.iter().filter(begins));
        let readings = candidates
            .into_iter()
            .map(|number| (number, &self.terms[number]))
            .filter(|(_, term)| term.asked().count() <= at_most)
            .filter(|(_, term)| !is_ordinary || term.asked().next().is_some_and(|word| word.terms.exact == first.terms.exact));
        let mut found: Vec<Meaning> = readings.filter_map(|(number, term)| reading(number, term, words)).collect();
        // Which number of a noun a list happens to have says nothing of which concept is meant.
        let rank = |meaning: &Meaning| (meaning.length, meaning.likeness >= Likeness::Inflected);
        let best = found.iter().map(rank).max();
        found.retain(|meaning| Some(rank(meaning)) == best);
        found.sort_unstable_by_key(|meaning| (meaning.concept, meaning.term));
        found
    }

    /// The languages in which the words are literally one of these names; none where they are only related to one.
    pub(crate) fn languages_of(&self, meanings: &[Meaning]) -> Vec<&str> {
        let literal = meanings.iter().filter(|meaning| meaning.likeness == Likeness::Same);
        literal.map(|meaning| self.terms[meaning.term].lang.as_str()).collect()
    }
}

impl std::fmt::Debug for Thesaurus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Thesaurus")
            .field("concepts", &self.concepts.len())
            .field("terms", &self.terms.len())
            .finish_non_exhaustive()
    }
}

fn term_words(name: &str, analysis: &Analysis) -> Vec<TermWord> {
    let mut found: Vec<TermWord> = Vec::new();
    for token in words::tokens(name) {
        // The list has words as a dictionary does: the first letter of `בינוי` is its own. Further words may have an article.
        let terms = if found.is_empty() { analysis.terms_of_base(&token) } else { analysis.terms(&token) };
        let is_acronym = words::is_hebrew_acronym(token.text);
        let is_beginning = name[token.end..].starts_with('*');
        found.push(TermWord { terms, is_beginning, is_acronym, is_elided: is_elided(&token, name) });
    }
    found
}

/// Whether the words begin with the term.
fn reading(number: usize, term: &Term, words: &[&Word]) -> Option<Meaning> {
    let length = term.asked().count();
    if length > words.len() {
        return None;
    }
    let likenesses = term.asked().zip(words).map(|(wanted, typed)| likeness(wanted, typed));
    let likeness = likenesses.collect::<Option<Vec<_>>>()?.into_iter().min()?;
    Some(Meaning { concept: term.concept, length, term: number, likeness })
}

fn likeness(wanted: &TermWord, typed: &Word) -> Option<Likeness> {
    let same =
        |base: &&str| if wanted.is_beginning { base.starts_with(&wanted.terms.exact) } else { **base == wanted.terms.exact };
    // Without their marks the letters of an acronym are another word: `רו"ח`, an accountant, is no welfare.
    if words::is_hebrew_acronym(&typed.typed) && !wanted.is_acronym {
        return None;
    }
    if typed.bases().iter().any(same) {
        return Some(Likeness::Same);
    }
    if is_inflected(wanted, typed) {
        return Some(Likeness::Inflected);
    }
    // What a star stands for it says itself: French stems `taxi*` to what English makes of `taxes`.
    if wanted.is_beginning && Script::of_word(&wanted.terms.exact) == Script::Other {
        return None;
    }
    let is_related = |stem: &&String| typed.terms.stems.contains(stem) && is_telling(stem, typed);
    let relative = wanted.terms.stems.iter().find(is_related).filter(|_| !is_feminine_of(wanted, typed));
    relative.map(|_| Likeness::Related)
}

/// Whether the name is the typed noun with the ending of the feminine, which is another noun: `חבר` is no company (`חברה`). An adjective in
/// yod is its noun's: `כלכלי` of `כלכלה`.
fn is_feminine_of(wanted: &TermWord, typed: &Word) -> bool {
    let masculine = |base: &&str| !base.ends_with('י');
    let feminine = |base: &str| format!("{}ה", words::hebrew_noun(base));
    Script::of_word(&typed.terms.exact) == Script::Hebrew
        && typed.bases().iter().filter(|base| masculine(base)).any(|base| feminine(base) == wanted.terms.exact)
}

fn is_inflected(wanted: &TermWord, typed: &Word) -> bool {
    let is_hebrew = Script::of_word(&typed.terms.exact) == Script::Hebrew;
    is_hebrew && !wanted.is_beginning && {
        let noun = words::hebrew_noun(&wanted.terms.exact);
        typed.bases().iter().any(|base| words::hebrew_noun(base) == noun)
    }
}

/// Whether a shared stem says that a word is a relative: with prefix letters and an ending both taken away, a short one is left of many
/// (`מצילים`, lifeguards, is no Chile). One letter in front and a plain ending are as good as none: `לעולי` is `עולי`.
fn is_telling(stem: &str, word: &Word) -> bool {
    let letters = stem.trim_start_matches(STEM_MARK);
    let typed = word.terms.exact.as_str();
    let is_plain = |ending: &str| PLAIN_ENDINGS.contains(&ending);
    let after_one = || typed.strip_prefix(PLAIN_PREFIXES).and_then(|base| base.strip_prefix(letters)).is_some_and(is_plain);
    Script::of_word(typed) != Script::Hebrew
        || letters.chars().count() >= MIN_STEM_ALONE
        || typed.starts_with(letters)
        || word.bases().iter().any(|base| words::hebrew_irregular_stem(base) == Some(letters))
        || after_one()
}

/// The word, and what may be left of it without its prefix letters.
pub(crate) fn bases(exact: &str) -> Vec<&str> {
    match Script::of_word(exact) {
        Script::Hebrew => words::hebrew_bases(exact),
        Script::Arabic => words::arabic_bases(exact),
        Script::Other => vec![exact],
    }
}

#[cfg(test)]
mod tests {
    use super::Thesaurus;
    use crate::typed::{Typed, understand};
    use crate::unit::{Unit, Word};

    fn thesaurus() -> Thesaurus {
        let concept =
            |terms: &[(&str, &str)]| terms.iter().map(|(lang, term)| ((*lang).to_owned(), (*term).to_owned())).collect();
        Thesaurus::new([
            concept(&[("he", "פסולת"), ("en", "waste"), ("de", "Abfall*")]),
            concept(&[("he", "ערים תאומות"), ("en", "twin towns")]),
            concept(&[("he", "עיר"), ("he", "ערים"), ("en", "city")]),
        ])
    }

    fn found(text: &str, at_most: usize) -> Vec<(usize, usize)> {
        let Typed { wanted, .. } = understand(text, 0);
        let words: Vec<&Word> = wanted.iter().flatten().flat_map(Unit::typed_words).collect();
        {
            let mut found: Vec<_> =
                thesaurus().meanings(&words, at_most).into_iter().map(|meaning| (meaning.concept, meaning.length)).collect();
            found.dedup();
            found
        }
    }

    #[test]
    fn the_longest_reading_is_taken() {
        assert_eq!(found("לערים התאומות בגרמניה", 8), [(1, 2)]);
        assert_eq!(found("לערים התאומות בגרמניה", 1), [(2, 1)]);
        assert_eq!(found("לערים הגדולות", 8), [(2, 1)]);
    }

    #[test]
    fn a_noun_in_any_number_has_all_its_meanings() {
        let concept = |term: &str| vec![("he".to_owned(), term.to_owned())];
        let thesaurus = Thesaurus::new(["רכבת", "רכבות", "רכב", "אשה", "נשים"].map(concept));
        for (text, meant) in [
            ("רכבת", vec![0, 1]),
            ("לרכבות", vec![0, 1]),
            ("הרכב", vec![2]),
            ("אישה", vec![3, 4]),
            ("לאישה", vec![3, 4]),
            ("נשות", vec![3, 4]),
        ] {
            let Typed { wanted, .. } = understand(text, 0);
            let words: Vec<&Word> = wanted.iter().flatten().flat_map(Unit::typed_words).collect();
            let found: Vec<usize> = thesaurus.meanings(&words, 8).into_iter().map(|meaning| meaning.concept).collect();
            assert_eq!(found, meant, "{text}");
        }
    }

    #[test]
    fn a_word_is_known_by_its_relatives_and_by_its_beginning() {
        assert_eq!(found("wastes", 8), [(0, 1)]);
        assert_eq!(found("Abfallwirtschaft", 8), [(0, 1)]);
        assert_eq!(found("wasser", 8), []);
        // The German stem of both is `abfall`.
        assert_eq!(found("abfalle", 8), [(0, 1)]);
        let thesaurus = Thesaurus::new([vec![("fr".to_owned(), "taxi*".to_owned())]]);
        for (text, meant) in [("taxes", 0), ("tax", 0), ("taxis", 1)] {
            let Typed { wanted, .. } = understand(text, 0);
            let words: Vec<&Word> = wanted.iter().flatten().flat_map(Unit::typed_words).collect();
            assert_eq!(thesaurus.meanings(&words, 8).len(), meant, "{text}");
        }
    }
}
