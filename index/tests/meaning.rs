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
fn a_word_that_the_thesaurus_knows_is_not_taken_for_a_slip() {
    let shelf = Shelf::with(&[record("a", "en", "Waste", ""), record("b", "he", "פסולה", "")]);
    let answer = widening(&shelf).search(&query("אשפה פסולת")).unwrap();
    assert!(
        answer.notices.iter().all(|notice| notice.code != "did_you_mean" || !notice.detail.contains("פסולה")),
        "{:?}",
        answer.notices
    );
}
