//! What a half-typed question may become: the names that the house's own lists know, by their beginnings. Pure; knows no record.

use sources::Source;
use sources::lexicon::Lexicon;
use words::Script;

use super::answer::SuggestionKind;
use crate::i18n::{I18n, Language};
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
    /// What may stand behind a field's colon: names and codes, each with the code that is meant.
    of_fields: Vec<(&'static str, Name, String)>,
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
    /// Number of the thing that it names.
    of: usize,
}

impl Name {
    fn first_word(&self) -> &str {
        self.norm.split(' ').next().unwrap_or_default()
    }
}

impl Names {
    /// The concepts in every language, the topics and the countries; behind fields the values of each.
    pub fn of(lexicon: &Lexicon, sources: &[Source], i18n: &I18n) -> Self {
        let (topics, concepts) = (lexicon.topics.len(), lexicon.concepts.len());
        let of_topics = lexicon.topics.iter().enumerate().flat_map(|(number, topic)| {
            [topic.name.he.as_str(), topic.name.en.as_str()].map(|name| (name, SuggestionKind::Topic, number))
        });
        // A term with a star is the beginning of words, and no word itself.
        let of_concepts = lexicon.concepts.iter().enumerate().flat_map(|(number, concept)| {
            let terms = concept.terms().map(|(_, term)| term).filter(|term| !term.contains('*'));
            terms.map(move |term| (term, SuggestionKind::Concept, topics + number))
        });
        let of_countries = lexicon.countries.iter().enumerate().flat_map(|(number, country)| {
            let names = country.names.iter().map(|(_, name)| name.as_str()).filter(|name| !name.contains('*'));
            let names = [country.he.as_str(), country.en.as_str()].into_iter().chain(names);
            names.map(move |name| (name, SuggestionKind::Country, topics + concepts + number))
        });
        let mut names = Self::new(of_topics.chain(of_concepts).chain(of_countries));
        for (code, called) in kinds::NAMES {
            names.add_of_field("kind", code, called.iter().copied().chain([code]), SuggestionKind::Concept);
        }
        for topic in &lexicon.topics {
            let called = [topic.slug.as_str(), topic.name.he.as_str(), topic.name.en.as_str()];
            names.add_of_field("topic", &topic.slug, called, SuggestionKind::Topic);
        }
        for country in &lexicon.countries {
            let called = [country.code.as_str(), country.he.as_str(), country.en.as_str()];
            names.add_of_field("country", &country.code, called, SuggestionKind::Country);
        }
        for source in sources {
            let called = [source.slug.as_str(), source.name.he.as_str(), source.name.en.as_str()];
            names.add_of_field("source", &source.slug, called, SuggestionKind::Organiser);
        }
        for (field, table) in [("network", "web.network_name"), ("lang", "web.language_name"), ("eligible", "web.eligible")] {
            for (code, name) in Language::ALL.into_iter().flat_map(|language| i18n.of(language).under(table)) {
                names.add_of_field(field, code, [code, name], SuggestionKind::Concept);
            }
        }
        names
    }

    /// By these names this code is written behind the field's colon; countries, which have the shortest codes, and sources, which have the
    /// longest names, by the code.
    fn add_of_field<'a>(
        &mut self,
        field: &'static str,
        code: &str,
        names: impl IntoIterator<Item = &'a str>,
        kind: SuggestionKind,
    ) {
        for name in names {
            let written = if matches!(field, "country" | "source") { code } else { name };
            let written = if written.contains(char::is_whitespace) { format!("\"{written}\"") } else { written.to_owned() };
            self.of_fields.push((field, Name { norm: words::normal_text(name), kind, written, of: 0 }, code.to_owned()));
        }
    }

    fn new<'a>(names: impl Iterator<Item = (&'a str, SuggestionKind, usize)>) -> Self {
        let name =
            |(written, kind, of): (&str, _, _)| Name { norm: words::normal_text(written), kind, written: written.to_owned(), of };
        let mut names: Vec<Name> = names.map(name).collect();
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
        let mut proposed: Vec<&Name> = Vec::new();
        for tail in (1..=tokens.len().min(MAX_WORDS)).rev().map(|length| &tokens[tokens.len() - length..]) {
            let first = &tail[0];
            let whole = tail.iter().map(|token| token.norm.as_ref()).collect::<Vec<_>>().join(" ");
            let rest = &whole[first.norm.len()..];
            for base in bases(&first.norm) {
                let beginning = format!("{base}{rest}");
                let before = format!("{}{}", &typed[..first.start], &first.norm[..first.norm.len() - base.len()]);
                for name in self.beginning_with(&beginning) {
                    // קנדה, קנדי and קנדית lead to the same.
                    if found.len() >= most || proposed.iter().any(|known| are_forms_of_one(known, name)) {
                        continue;
                    }
                    let text = format!("{before}{}", name.written);
                    if !found.iter().any(|known| known.text == text) {
                        proposed.push(name);
                        found.push(Completion { text, kind: name.kind, is_combined: first.start > 0 });
                    }
                }
            }
        }
        found
    }

    /// The same for who has made a slip in the last word: the names whose first word begins so but for one letter.
    pub(super) fn near_completions(&self, typed: &str, most: usize) -> Vec<Completion> {
        let tokens = words::tokens(typed);
        let Some(last) = tokens.last().filter(|_| !is_of_a_field(typed)) else { return Vec::new() };
        let mut near: Vec<&Name> = self.all.iter().filter(|name| index::begins_nearly(&last.norm, name.first_word())).collect();
        near.sort_by_key(|name| name.norm.chars().count());
        let mut proposed: Vec<&Name> = Vec::new();
        for name in near {
            if proposed.len() < most && !proposed.iter().any(|known| are_forms_of_one(known, name)) {
                proposed.push(name);
            }
        }
        let before = &typed[..last.start];
        let completed =
            |name: &Name| Completion { text: format!("{before}{}", name.written), kind: name.kind, is_combined: last.start > 0 };
        proposed.into_iter().map(completed).collect()
    }

    /// The names and codes of this field that begin so, the shortest first; none of a field whose values are in no list of ours.
    fn completions_of_field(&self, before: &str, field: &str, value: &str, most: usize) -> Vec<Completion> {
        let beginning = words::normal_text(value);
        let fits = |name: &Name| {
            !beginning.is_empty() && (name.norm.starts_with(&beginning) || name.norm.contains(&format!(" {beginning}")))
        };
        let mut names: Vec<(&Name, &String)> = self
            .of_fields
            .iter()
            .filter(|(of, name, _)| field.eq_ignore_ascii_case(of) && fits(name))
            .map(|(_, name, code)| (name, code))
            .collect();
        names.sort_by_key(|(name, _)| (!name.norm.starts_with(&beginning), name.norm.chars().count()));
        let mut codes: Vec<&String> = Vec::new();
        let mut found: Vec<Completion> = Vec::new();
        for (name, code) in names {
            if found.len() < most && !codes.contains(&code) {
                codes.push(code);
                found.push(Completion { text: format!("{before}{}", name.written), kind: name.kind, is_combined: true });
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

/// Where a word of a title is asked for: what stands before it, and its beginning.
pub(super) fn title_beginning(typed: &str) -> Option<(&str, &str)> {
    let (before, field, value) = fielded(typed)?;
    (field.eq_ignore_ascii_case("title") && value.chars().count() >= MIN_LETTERS).then_some((before, value))
}

/// The words of the text that begin so.
pub(super) fn words_beginning_with(text: &str, beginning: &str) -> Vec<String> {
    let beginning = words::normal_text(beginning);
    let begins = |token: &words::Token<'_>| !beginning.is_empty() && token.norm.starts_with(&beginning);
    words::tokens(text).iter().filter(|token| begins(token)).map(|token| token.text.to_owned()).collect()
}

/// Whether the text has each word that was typed, the last one by its beginning, prefix letters apart on both sides.
pub(super) fn completes(text: &str, typed: &str) -> bool {
    let (text, typed) = (words::tokens(text), words::tokens(typed));
    let Some((last, before)) = typed.split_last() else { return false };
    let begins = |norm: &str, beginning: &str| {
        let wanted = bases(beginning).into_iter().filter(|base| base.chars().count() >= MIN_LETTERS).collect::<Vec<_>>();
        bases(norm).iter().any(|base| wanted.iter().any(|beginning| base.starts_with(beginning)))
    };
    let is_form = |norm: &str, word: &str| {
        let stems = words::hebrew_stems(word);
        begins(norm, word) || norm == word || words::hebrew_stems(norm).iter().any(|stem| stems.contains(stem))
    };
    text.iter().any(|token| begins(&token.norm, &last.norm))
        && before.iter().all(|word| text.iter().any(|token| is_form(&token.norm, &word.norm)))
}

/// How many letters endings of one word may differ by.
const MOST_LETTERS_OF_AN_ENDING: usize = 3;

/// Whether two names of one thing are a word in two forms: they differ by no more than an ending.
fn are_forms_of_one(one: &Name, other: &Name) -> bool {
    one.of == other.of && one.kind == other.kind && are_forms(&one.norm, &other.norm)
}

fn are_forms(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let has_ending = |word: &[char]| word[same..].len() <= MOST_LETTERS_OF_AN_ENDING && !word[same..].contains(&' ');
    same + 1 >= one.len().min(other.len()) && has_ending(&one) && has_ending(&other)
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
        let mut names = Names::new(names.into_iter().enumerate().map(|(of, name)| (name, SuggestionKind::Concept, of)));
        names.add_of_field("topic", "water", ["water"], SuggestionKind::Topic);
        names.add_of_field("topic", "sewage", ["waste water", "wastewater"], SuggestionKind::Topic);
        names
    }

    #[test]
    fn behind_a_field_stand_its_own_names_and_codes() {
        assert_eq!(completed("topic:wa"), ["topic:water", "topic:wastewater"]);
        assert_eq!(completed("green -Topic:water,was"), ["green -Topic:water,wastewater"]);
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
    fn forms_of_one_word_are_one_suggestion() {
        let of_one = |names: &[&'static str]| {
            let names = Names::new(names.iter().map(|name| (*name, SuggestionKind::Country, 0)));
            names.completions("קנ", 9).into_iter().map(|one| one.text).collect::<Vec<_>>()
        };
        assert_eq!(of_one(&["קנדה", "קנדי", "קנדים", "קנדית", "קנדיות"]), ["קנדה"]);
        assert_eq!(of_one(&["קנייה", "קנייה ירוקה"]), ["קנייה", "קנייה ירוקה"]);
    }

    #[test]
    fn a_slip_in_the_last_word_gives_near_names() {
        let near = |typed: &str| names().near_completions(typed, 5).into_iter().map(|one| one.text).collect::<Vec<_>>();
        assert_eq!(near("green watse"), ["green waste", "green waste water"]);
        assert_eq!(near("פוסלת"), ["פסולת"]);
        for typed in ["was", "topic:watse", ""] {
            assert_eq!(near(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn a_text_completes_what_has_all_of_its_words() {
        assert!(completes("קרן לחינוך", "חינ"));
        assert!(completes("City network", "net"));
        assert!(completes("מענק לנוער", "מענקים נו"));
        assert!(completes("Green city network", "green net"));
        assert!(!completes("City network", "green net"));
        assert!(!completes("City network", "work"));
        assert!(!completes("City network", ""));
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
