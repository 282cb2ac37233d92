//! What a half-typed question may become: the names that the house's own lists know, by their beginnings. Pure; knows no record.

use sources::lexicon::Lexicon;
use words::Script;

use super::answer::SuggestionKind;

/// One letter begins everything.
const MIN_LETTERS: usize = 2;

/// No name of a list is longer, so that no more of the typed words can be its beginning.
const MAX_WORDS: usize = 6;

/// Names of one beginning that are looked at; a beginning of two letters may have hundreds.
const MOST_SEEN: usize = 300;

/// Names, in the order of their normal forms.
#[derive(Debug, Default)]
pub struct Names(Vec<Name>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// The normal forms of its words, parted by spaces.
    norm: String,
    kind: SuggestionKind,
    written: String,
}

impl Names {
    /// The concepts in every language, the topics and the countries.
    pub fn of(lexicon: &Lexicon) -> Self {
        // A term with a star is the beginning of words, and no word itself.
        let concepts = lexicon.concepts.iter().flat_map(|concept| concept.terms().map(|(_, term)| term));
        let concepts = concepts.filter(|term| !term.contains('*')).map(|term| (term, SuggestionKind::Concept));
        let topics = lexicon.topics.iter().flat_map(|topic| [topic.name.he.as_str(), topic.name.en.as_str()]);
        let countries = lexicon.countries.iter().flat_map(|country| [country.he.as_str(), country.en.as_str()]);
        let topics = topics.map(|name| (name, SuggestionKind::Topic));
        Self::new(topics.chain(concepts).chain(countries.map(|name| (name, SuggestionKind::Country))))
    }

    fn new<'a>(names: impl Iterator<Item = (&'a str, SuggestionKind)>) -> Self {
        let mut names: Vec<Name> =
            names.map(|(written, kind)| Name { norm: norm(written), kind, written: written.to_owned() }).collect();
        names.sort_unstable();
        names.dedup_by(|one, other| one.norm == other.norm);
        Self(names)
    }

    /// What was typed with its last words completed to a name, at most `most` times: the longest beginning first, then the shortest
    /// name. Prefix letters before a Hebrew or Arabic word stay before the name (`לפסו`: `לפסולת`).
    pub(super) fn completions(&self, typed: &str, most: usize) -> Vec<(String, SuggestionKind)> {
        let tokens = words::tokens(typed);
        let mut found: Vec<(String, SuggestionKind)> = Vec::new();
        for tail in (1..=tokens.len().min(MAX_WORDS)).rev().map(|length| &tokens[tokens.len() - length..]) {
            let first = &tail[0];
            let whole = tail.iter().map(|token| token.norm.as_ref()).collect::<Vec<_>>().join(" ");
            let rest = &whole[first.norm.len()..];
            for base in bases(&first.norm) {
                let beginning = format!("{base}{rest}");
                let before = format!("{}{}", &typed[..first.start], &first.norm[..first.norm.len() - base.len()]);
                for name in self.beginning_with(&beginning) {
                    let text = format!("{before}{}", name.written);
                    if found.len() < most && !found.iter().any(|(known, _)| *known == text) {
                        found.push((text, name.kind));
                    }
                }
            }
        }
        found
    }

    fn beginning_with(&self, beginning: &str) -> Vec<&Name> {
        if beginning.chars().count() < MIN_LETTERS {
            return Vec::new();
        }
        let from = self.0.partition_point(|name| name.norm.as_str() < beginning);
        let mut names: Vec<&Name> =
            self.0[from..].iter().take_while(|name| name.norm.starts_with(beginning)).take(MOST_SEEN).collect();
        names.sort_by_key(|name| name.norm.chars().count());
        names
    }
}

/// Whether a word of the text begins with what was typed last, prefix letters apart on both sides.
pub(super) fn has_word_beginning_with(text: &str, typed: &str) -> bool {
    let tokens = words::tokens(typed);
    let Some(last) = tokens.last() else { return false };
    let wanted: Vec<&str> = bases(&last.norm).into_iter().filter(|base| base.chars().count() >= MIN_LETTERS).collect();
    words::tokens(text)
        .iter()
        .any(|token| bases(&token.norm).iter().any(|base| wanted.iter().any(|beginning| base.starts_with(beginning))))
}

fn norm(text: &str) -> String {
    words::tokens(text).into_iter().map(|token| token.norm).collect::<Vec<_>>().join(" ")
}

fn bases(norm: &str) -> Vec<&str> {
    match Script::of_word(norm) {
        Script::Hebrew => words::hebrew_bases(norm),
        Script::Arabic => words::arabic_bases(norm),
        Script::Other => vec![norm],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> Names {
        let names = ["פסולת", "ערים תאומות", "waste", "waste water", "Énergie", "Wärme"];
        Names::new(names.into_iter().map(|name| (name, SuggestionKind::Concept)))
    }

    fn completed(typed: &str) -> Vec<String> {
        names().completions(typed, 5).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn a_beginning_is_completed_the_shortest_name_first() {
        assert_eq!(completed("wast"), ["waste", "waste water"]);
        assert_eq!(completed("w"), Vec::<String>::new());
        assert_eq!(completed("ener"), ["Énergie"]);
    }

    #[test]
    fn hebrew_prefix_letters_stay_before_the_name() {
        assert_eq!(completed("לפסו"), ["לפסולת"]);
        assert_eq!(completed("מענקים לפסו"), ["מענקים לפסולת"]);
        assert_eq!(completed("ערים תא"), ["ערים תאומות"]);
        assert_eq!(completed("לערים תא"), ["לערים תאומות"]);
    }

    #[test]
    fn a_text_is_known_by_the_beginning_of_any_of_its_words() {
        assert!(has_word_beginning_with("קרן לחינוך", "חינ"));
        assert!(has_word_beginning_with("City network", "net"));
        assert!(!has_word_beginning_with("City network", "work"));
        assert!(!has_word_beginning_with("City network", ""));
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_odd(typed in "(\\PC|[\"'*:|()-]|[א-ת] ?|w|a){0,40}") {
            for text in completed(&typed) {
                prop_assert!(text.len() <= typed.len() + 40);
            }
        }
    }
}
