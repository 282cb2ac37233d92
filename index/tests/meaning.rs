use kolkore_index::{Answer, Index, Thesaurus};

use crate::shelf::{Shelf, ids, query, record};

fn concept(terms: &[(&str, &str)]) -> Vec<(String, String)> {
    terms.iter().map(|(lang, term)| ((*lang).to_owned(), (*term).to_owned())).collect()
}

fn widening(shelf: &Shelf) -> Index {
    shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("he", "פסולת"), ("en", "waste"), ("fr", "déchets"), ("de", "Abfall*")]),
        concept(&[("he", "ערים תאומות"), ("he", "עיר תאומה"), ("en", "twin town*"), ("es", "hermanamiento")]),
        concept(&[("he", "ערים"), ("he", "עיר"), ("en", "city")]),
    ]))
}

fn library() -> Shelf {
    Shelf::with(&[
        record("waste", "en", "Waste prevention in cities", "Grants."),
        record("muell", "de", "Abfallwirtschaft der Gemeinden", "Förderung."),
        record("twins", "en", "A prize for twin towns", "For those who keep up the friendship."),
        record("pesolet", "he", "קול קורא: טיפול בפסולת בערים", "מענקים."),
        record("towns", "en", "Small towns", "They have no twin."),
    ])
}

fn ask(text: &str) -> Answer {
    let shelf = library();
    widening(&shelf).search(&query(text)).expect("every query is answered")
}

#[test]
fn a_hebrew_question_finds_calls_in_other_languages_under_the_direct_hit() {
    let answer = ask("הפסולת");
    assert_eq!(answer.notices[0].code, "widened");
    assert_eq!(answer.notices[0].detail, "הפסולת → waste, déchets, Abfall");
    let found = ids(answer);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], "pesolet");
}

#[test]
fn a_name_of_several_words_is_looked_for_as_one() {
    assert_eq!(ids(ask("לערים התאומות")), ["twins"]);
    let partly = ask("פסולת בעיר");
    assert!(partly.notices.iter().any(|notice| notice.code == "also_partial"));
    assert_eq!(ids(partly), ["pesolet", "waste", "muell"]);
}

#[test]
fn quotation_marks_ask_for_the_word_alone() {
    let answer = ask("\"פסולת\"");
    assert_eq!((answer.notices.len(), ids(answer)), (0, vec!["pesolet".to_owned()]));
}

#[test]
fn words_of_a_name_found_elsewhere_are_marked_in_the_snippet() {
    let shelf = Shelf::with(&[record("m", "de", "Aufruf", "Förderung der Abfallwirtschaft in Gemeinden.")]);
    let hit = widening(&shelf).search(&query("פסולת")).unwrap().hits.remove(0);
    assert!(hit.snippet.contains(&("Abfallwirtschaft".to_owned(), true)), "{:?}", hit.snippet);
}

#[test]
fn a_name_in_one_language_is_not_sought_in_texts_of_another_nor_marked_there() {
    let shelf = Shelf::with(&[
        record("en", "en", "The final stage of the project", "Stages and practice."),
        record("fr", "fr", "Offres de stage à la mairie", ""),
        record("he", "he", "קול קורא: stage במלון", ""),
    ]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[
        ("he", "התמחות"),
        ("en", "internship*"),
        ("fr", "stage*"),
        ("es", "prácticas"),
    ])]));
    assert_eq!(ids(index.search(&query("התמחות")).unwrap()), ["fr"]);
    assert_eq!(ids(index.search(&query("stage")).unwrap()).len(), 3);
    let both = index.search(&query("התמחות OR project")).unwrap();
    let english = both.hits.iter().find(|hit| hit.id == "en").unwrap();
    assert!(!english.snippet.iter().any(|(piece, hit)| *hit && piece == "Stages"), "{:?}", english.snippet);
}

#[test]
fn a_word_that_is_a_name_in_one_language_is_no_form_of_a_word_of_another() {
    let shelf = Shelf::with(&[
        record("renovation", "en", "Renovation of buildings", ""),
        record("renovable", "es", "Fuentes renovables", ""),
    ]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("es", "renovable*"), ("en", "renewable*")])]));
    assert_eq!(ids(index.search(&query("renovables")).unwrap()), ["renovable"]);
}

#[test]
fn a_slip_that_finds_nothing_is_answered_with_the_word_meant_even_if_only_the_thesaurus_knows_it() {
    let shelf = Shelf::with(&[record("a", "en", "Waste prevention", ""), record("b", "en", "Roads", "")]);
    for (typed, meant) in [("פסולט", "פסולת"), ("wastte", "waste")] {
        let answer = widening(&shelf).search(&query(typed)).unwrap();
        assert_eq!((answer.notices[0].code.as_str(), answer.notices[0].detail.as_str()), ("corrected", meant));
        assert_eq!(ids(answer), ["a"]);
    }
}

#[test]
fn a_hebrew_word_is_no_relative_of_a_short_one_that_is_left_of_it() {
    let shelf = Shelf::with(&[record("chile", "en", "Chile", ""), record("beach", "he", "מצילים לחוף", "")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("he", "צ'ילה"), ("en", "Chile")])]));
    assert_eq!(ids(index.search(&query("מצילים")).unwrap()), ["beach"]);
    assert_eq!(ids(index.search(&query("בצ'ילה")).unwrap())[0], "chile");
}

#[test]
fn a_word_that_the_thesaurus_knows_is_not_taken_for_a_slip() {
    let shelf = Shelf::with(&[record("a", "en", "Waste", ""), record("b", "he", "פסולה", "")]);
    let answer = widening(&shelf).search(&query("אשפה פסולת")).unwrap();
    assert!(
        answer.notices.iter().all(|notice| notice.code != "did_you_mean" || !notice.detail.contains("פסולה")),
        "{:?}",
        answer.notices
    );
}
