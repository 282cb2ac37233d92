//! The lists that ship with the program, and how mistakes in them are told.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Lexicon, Tag, Tongue};

const LISTS: [&str; 9] = [
    "thesaurus.toml",
    "topics.toml",
    "topic_words.toml",
    "kinds.toml",
    "verdict.toml",
    "eligibility.toml",
    "countries.toml",
    "cues.toml",
    "sameness.toml",
];

fn shipped() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../config")
}

/// The shipped lists with one of them replaced.
fn with(list: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for name in LISTS {
        fs::copy(shipped().join(name), folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join(list), text).unwrap();
    let errors = Lexicon::load(folder.path()).unwrap_err();
    errors.iter().map(|error| error.to_string().replace(&format!("{}/", folder.path().display()), "")).collect()
}

#[test]
fn the_shipped_lists_are_sound() {
    let lexicon = Lexicon::load(&shipped()).unwrap();
    assert!(lexicon.topics.len() >= 40 && lexicon.concepts.len() >= 150);
    assert!(lexicon.concepts.iter().all(super::Concept::complete));
    assert!(lexicon.rules.iter().all(|rule| !rule.source.is_empty() && !rule.owner.is_empty()));
}

#[test]
fn a_topic_that_names_an_unknown_concept_is_told_with_its_line() {
    let text = "[[topic]]\nslug = \"moon\"\nname = { he = \"ירח\", en = \"Moon\" }\nconcepts = [\"waste\",\n  \"moon\"]\n";
    let told = "topics.toml:5: topic \"moon\" names the concept \"moon\", which thesaurus.toml does not have";
    assert!(with("topics.toml", text).contains(&told.to_owned()));
}

#[test]
fn words_for_an_unknown_topic_are_told_with_their_line() {
    let told = with("topic_words.toml", "[waste]\nen = [\"bins\"]\n[moon]\nen = [\"crater\"]\n");
    assert_eq!(told, ["topic_words.toml:3: words for the topic \"moon\", which topics.toml does not have"]);
}

#[test]
fn a_misspelt_key_is_told_with_its_line() {
    let errors = with("kinds.toml", "[[cue]]\nid = \"kind.x\"\nkind = \"grant\"\nwieght = 3\nconcepts = [\"grant\"]\n");
    assert!(errors[0].starts_with("kinds.toml:4: unknown field `wieght`"), "{errors:?}");
}

#[test]
fn a_concept_without_a_language_of_the_house_is_refused() {
    let errors = with("thesaurus.toml", "[[concept]]\nid = \"moon\"\nhe = [\"ירח\"]\nen = [\"moon\"]\n");
    assert!(
        errors
            .contains(&"thesaurus.toml:1: concept \"moon\" needs at least one word in each of he, en, fr, de and es".to_owned()),
        "{errors:?}"
    );
}

#[test]
fn a_missing_list_says_where_it_should_be() {
    let errors = Lexicon::load(Path::new("/nowhere")).unwrap_err();
    assert!(errors[0].to_string().contains("--config"));
}

#[test]
fn capitals_in_a_list_ask_for_capitals_in_the_text() {
    let lexicon = Lexicon::load(&shipped()).unwrap();
    let countries = |text: &str| {
        let hits = lexicon.hits(&words::tokens(text), Some(Tongue::En));
        hits.iter().filter(|hit| matches!(hit.tag, Tag::Country { .. })).count()
    };
    assert_eq!((countries("contact us"), countries("US cities")), (0, 1));
}

#[test]
fn a_country_is_known_by_code_and_by_any_of_its_names() {
    let lexicon = Lexicon::load(&shipped()).unwrap();
    for written in ["de", "Germany", "גרמניה", "Allemagne", "Deutschland", "Alemania"] {
        assert_eq!(lexicon.country(written).map(|country| country.code.as_str()), Some("DE"), "{written}");
    }
    assert_eq!(lexicon.country("Germany and France"), None);
}
