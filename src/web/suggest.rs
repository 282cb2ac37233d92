//! What a half-typed question may become: the names that the house's own lists know, by their beginnings. Pure; knows no record.

use sources::lexicon::Lexicon;
use words::Script;

use super::answer::SuggestionKind;
use crate::kinds;

/// One letter begins everything.
const MIN_LETTERS: usize = 2;

/// No name of a list is longer, so that no more of the typed words can be its beginning.
const MAX_WORDS: usize = 6;

/// Names of one beginning that are looked at; a beginning of two letters may have hundreds.
const MOST_SEEN: usize = 300;

/// Names, in the order of their normal forms.
#[derive(Debug, Default)]
pub struct Names {
    all: Vec<Name>,
    /// What may stand behind a field's colon: names and codes.
    of_fields: Vec<(&'static str, Name)>,
}

/// A completed question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Completion {
    pub(super) text: String,
    pub(super) kind: SuggestionKind,
    /// It is more than a name: whether anything has all of it only the index can say.
    pub(super) is_combined: bool,
}

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
        let countries = lexicon.countries.iter().flat_map(|country| {
            let names = country.names.iter().map(|(_, name)| name.as_str()).filter(|name| !name.contains('*'));
            [country.he.as_str(), country.en.as_str()].into_iter().chain(names)
        });
        let topics = topics.map(|name| (name, SuggestionKind::Topic));
        let mut names = Self::new(topics.chain(concepts).chain(countries.map(|name| (name, SuggestionKind::Country))));
        let kinds = kinds::NAMES.iter().flat_map(|(code, names)| names.iter().chain([code]));
        names.add_of_field("kind", kinds.map(|name| (*name, *name)), SuggestionKind::Concept);
        let topics = lexicon
            .topics
            .iter()
            .flat_map(|topic| [topic.slug.as_str(), topic.name.he.as_str(), topic.name.en.as_str()].map(|name| (name, name)));
        names.add_of_field("topic", topics, SuggestionKind::Topic);
        let countries = lexicon.countries.iter().flat_map(|country| {
            [country.code.as_str(), country.he.as_str(), country.en.as_str()].map(|name| (name, country.code.as_str()))
        });
        names.add_of_field("country", countries, SuggestionKind::Country);
        names
    }

    /// By these names this is written behind the field's colon.
    fn add_of_field<'a>(&mut self, field: &'static str, names: impl Iterator<Item = (&'a str, &'a str)>, kind: SuggestionKind) {
        self.of_fields.extend(names.map(|(name, written)| {
            let written = if written.contains(char::is_whitespace) { format!("\"{written}\"") } else { written.to_owned() };
            (field, Name { norm: words::normal_text(name), kind, written })
        }));
    }

    fn new<'a>(names: impl Iterator<Item = (&'a str, SuggestionKind)>) -> Self {
        let mut names: Vec<Name> =
            names.map(|(written, kind)| Name { norm: words::normal_text(written), kind, written: written.to_owned() }).collect();
        names.sort_unstable();
        names.dedup_by(|one, other| one.norm == other.norm);
        Self { all: names, of_fields: Vec::new() }
    }

    /// What was typed with its last words completed to a name, at most `most` times: the longest beginning first, then the shortest
    /// name. Prefix letters before a Hebrew or Arabic word stay before the name (`לפסו`: `לפסולת`).
    pub(super) fn completions(&self, typed: &str, most: usize) -> Vec<Completion> {
        if let Some((before, field, value)) = fielded(typed) {
            return self.completions_of_field(before, field, value, most);
        }
        let tokens = words::tokens(typed);
        let mut found: Vec<Completion> = Vec::new();
        for tail in (1..=tokens.len().min(MAX_WORDS)).rev().map(|length| &tokens[tokens.len() - length..]) {
            let first = &tail[0];
            let whole = tail.iter().map(|token| token.norm.as_ref()).collect::<Vec<_>>().join(" ");
            let rest = &whole[first.norm.len()..];
            for base in bases(&first.norm) {
                let beginning = format!("{base}{rest}");
                let before = format!("{}{}", &typed[..first.start], &first.norm[..first.norm.len() - base.len()]);
                for name in self.beginning_with(&beginning) {
                    let text = format!("{before}{}", name.written);
                    if found.len() < most && !found.iter().any(|known| known.text == text) {
                        found.push(Completion { text, kind: name.kind, is_combined: first.start > 0 });
                    }
                }
            }
        }
        found
    }

    /// The names and codes of this field that begin so, the shortest first; none of a field whose values are in no list of ours.
    fn completions_of_field(&self, before: &str, field: &str, value: &str, most: usize) -> Vec<Completion> {
        let beginning = words::normal_text(value);
        let mut names: Vec<&Name> = self
            .of_fields
            .iter()
            .filter(|(of, name)| field.eq_ignore_ascii_case(of) && !beginning.is_empty() && name.norm.starts_with(&beginning))
            .map(|(_, name)| name)
            .collect();
        names.sort_by_key(|name| name.norm.chars().count());
        let mut found: Vec<Completion> = Vec::new();
        for name in names {
            let text = format!("{before}{}", name.written);
            if found.len() < most && !found.iter().any(|known| known.text == text) {
                found.push(Completion { text, kind: name.kind, is_combined: true });
            }
        }
        found
    }

    fn beginning_with(&self, beginning: &str) -> Vec<&Name> {
        if beginning.chars().count() < MIN_LETTERS {
            return Vec::new();
        }
        let from = self.all.partition_point(|name| name.norm.as_str() < beginning);
        let mut names: Vec<&Name> =
            self.all[from..].iter().take_while(|name| name.norm.starts_with(beginning)).take(MOST_SEEN).collect();
        names.sort_by_key(|name| name.norm.chars().count());
        names
    }
}

/// Whether the last thing typed is a value behind a field's colon.
pub(super) fn is_of_a_field(typed: &str) -> bool {
    fielded(typed).is_some()
}

/// Where the last thing typed is a value behind a field's colon: what stands before the value, the field, and the value.
fn fielded(typed: &str) -> Option<(&str, &str, &str)> {
    let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + typed[at..].chars().next().map_or(0, char::len_utf8));
    let (field, value) = typed[start..].split_once(':')?;
    let field = field.trim_start_matches('-');
    let last = value.rfind(',').map_or(0, |at| at + 1);
    index::is_field(field).then(|| (&typed[..typed.len() - value.len() + last], field, &value[last..]))
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
        let mut names = Names::new(names.into_iter().map(|name| (name, SuggestionKind::Concept)));
        names.add_of_field("topic", [("water", "water"), ("waste water", "waste water")].into_iter(), SuggestionKind::Topic);
        names
    }

    #[test]
    fn behind_a_field_stand_its_own_names_and_codes() {
        assert_eq!(completed("topic:wa"), ["topic:water", "topic:\"waste water\""]);
        assert_eq!(completed("green -Topic:water,was"), ["green -Topic:water,\"waste water\""]);
        for typed in ["kind:wast", "title:wast", "source:wast", "topic:"] {
            assert_eq!(completed(typed), [""; 0], "{typed}");
        }
        assert_eq!(completed("note:wast"), ["note:waste", "note:waste water"]);
    }

    fn completed(typed: &str) -> Vec<String> {
        names().completions(typed, 5).into_iter().map(|one| one.text).collect()
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
