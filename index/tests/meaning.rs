use kolkore_index::{Answer, Document, Index, Thesaurus};

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
fn a_name_that_is_rarer_than_the_word_typed_stays_under_it_in_the_same_place() {
    let mut records: Vec<_> = (0..12).map(|i| record(&format!("he{i}"), "he", "מענקים לפסולת", "")).collect();
    records.extend([
        record("en", "en", "Waste and grants", ""),
        record("de", "de", "Abfallwirtschaft und Geld", ""),
        record("es", "es", "Premio hermanamiento", ""),
        record("twins", "he", "פרס לערים תאומות", ""),
    ]);
    records.extend((0..20).map(|i| record(&format!("none{i}"), "en", "A road", "")));
    let shelf = Shelf::with(&records);
    let found = ids(widening(&shelf).search(&query("פסולת")).unwrap());
    assert!(found[..12].iter().all(|id| id.starts_with("he")), "{found:?}");
    assert_eq!(found.len(), 14);
    assert_eq!(ids(widening(&shelf).search(&query("ערים תאומות")).unwrap())[..2], ["twins", "es"]);
}

#[test]
fn a_name_of_several_words_is_looked_for_as_one() {
    let whole = ask("לערים התאומות");
    assert_eq!(whole.notices.last().map(|notice| notice.code.as_str()), Some("also_partial"));
    assert_eq!(ids(whole), ["twins", "pesolet", "waste"]);
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
fn a_name_in_another_language_is_found_in_an_attachment_and_the_hit_says_so() {
    let with =
        |id: &str, lang: &str, attachment: &str| Document { attachment: attachment.to_owned(), ..record(id, lang, "Annex", "") };
    let shelf =
        Shelf::with(&[with("en", "en", "Collection of waste"), with("he", "he", "איסוף פסולת"), with("none", "en", "Roads")]);
    for text in ["פסולת", "waste"] {
        let answer = widening(&shelf).search(&query(text)).unwrap();
        assert!(answer.hits.iter().all(|hit| hit.only_in_attachment), "{text}");
        let mut found = ids(answer);
        found.sort_unstable();
        assert_eq!(found, ["en", "he"], "{text}");
    }
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
    let shelf = Shelf::with(&[record("a", "en", "Recycling of waste", ""), record("b", "en", "Roads", "")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("he", "מיחזור"), ("en", "recycling")]),
        concept(&[("he", "פסולת"), ("en", "waste")]),
    ]));
    for (typed, meant) in [("מיחזוד", "מיחזור"), ("wastte", "waste")] {
        let answer = index.search(&query(typed)).unwrap();
        assert_eq!((answer.notices[0].code.as_str(), answer.notices[0].detail.as_str()), ("corrected", meant));
        assert_eq!(ids(answer), ["a"]);
    }
    // Of five letters one exchanged is mostly another good word.
    let answer = index.search(&query("פסולט")).unwrap();
    assert_eq!((answer.notices[0].code.as_str(), answer.notices[0].detail.as_str()), ("did_you_mean", "פסולת"));
    assert_eq!(answer.total, 0);
}

#[test]
fn a_hebrew_slip_beside_one_frequent_word_is_answered_and_what_is_spelt_right_is_never_changed() {
    let with = |others: usize, other: &str| {
        let mut records: Vec<_> = (0..20).map(|i| record(&format!("w{i}"), "he", "איסוף פסולת", "")).collect();
        records.extend((0..others).map(|i| record(&format!("o{i}"), "he", other, "")));
        records.push(record("use", "he", "ניצול איכותי", ""));
        Shelf::with(&records)
    };
    let told = |shelf: &Shelf, typed: &str| {
        let thesaurus = Thesaurus::new([
            concept(&[("he", "ניהול סיכונים"), ("en", "risk management")]),
            concept(&[("he", "איכות הסביבה"), ("en", "environment")]),
        ]);
        let notices = shelf.writer.index().with_thesaurus(thesaurus).search(&query(typed)).unwrap().notices;
        let told = notices.into_iter().find(|notice| matches!(&*notice.code, "did_you_mean" | "corrected"));
        told.map(|notice| format!("{} {}", notice.code, notice.detail)).unwrap_or_default()
    };
    assert_eq!(told(&with(0, ""), "פסולט"), "corrected פסולת");
    assert_eq!(told(&with(1, "פסולי"), "פסולט"), "corrected פסולת");
    assert_eq!(told(&with(9, "פסולי"), "פסולט"), "did_you_mean פסולת");
    // What a hand or an ear does not mistake may be another word.
    assert_eq!(told(&with(0, ""), "פסולג"), "did_you_mean פסולת");
    assert_eq!(told(&with(0, ""), "ניהול פסולט"), "corrected ניהול פסולת");
    // Frequent is what leads to many, in whatever language they are.
    let english =
        |count: usize| Shelf::with(&(0..count).map(|i| record(&format!("e{i}"), "en", "Environment", "")).collect::<Vec<_>>());
    assert_eq!(told(&english(12), "איכות הסביבא"), "corrected איכות הסביבה");
    assert_eq!(told(&english(3), "סביבע"), "");
    for typed in ["ניהולי", "איכות", "לאיכויות"] {
        assert_eq!(told(&with(0, ""), typed), "", "{typed}");
    }
}

#[test]
fn what_is_found_by_no_language_but_its_own_is_told() {
    let shelf = Shelf::with(&[record("a", "en", "Climate change", "")]);
    let thesaurus = Thesaurus::new([concept(&[("he", "שינויי אקלים"), ("en", "climate change")])]);
    let index = shelf.writer.index().with_thesaurus(thesaurus);
    let codes = |text: &str| {
        let answer = index.search(&query(text)).unwrap();
        (answer.total, answer.notices.into_iter().map(|notice| notice.code).collect::<Vec<_>>())
    };
    for typed in ["\"שינויי אקלים\"", "title:אקלים", "אקלימ*"] {
        assert_eq!(codes(typed), (0, vec!["literal".to_owned()]), "{typed}");
    }
    assert_eq!(codes("שינויי אקלים"), (1, vec!["widened".to_owned()]));
    let detail = |text: &str| index.search(&query(text)).unwrap().notices.remove(0).detail;
    assert_eq!(detail("\"שינויי אקלים\" title:מים קיימ*"), "שינויי אקלים; מים; קיימ*");
    assert_eq!(codes("\"climate change\""), (1, vec![]));
}

#[test]
fn a_word_without_the_prefix_letter_of_another_is_no_slip() {
    let shelf = Shelf::with(&[record("a", "en", "Cost of participation", "")]);
    let thesaurus = Thesaurus::new([concept(&[("he", "שיעור ההשתתפות"), ("en", "participation")])]);
    let notices = shelf.writer.index().with_thesaurus(thesaurus).search(&query("השתתפות")).unwrap().notices;
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn a_name_with_an_elided_article_is_read_and_found_and_quoted() {
    let shelf = Shelf::with(&[
        record("fr", "fr", "Améliorer la qualité de l'air", ""),
        record("en", "en", "Air quality in cities", ""),
        record("it", "it", "Tutela dell’acqua", ""),
    ]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("en", "air quality"), ("fr", "qualité de l'air")]),
        concept(&[("it", "tutela dell'acqua"), ("de", "Gewässerschutz")]),
    ]));
    for (typed, found) in [
        ("qualité de l'air", vec!["fr", "en"]),
        ("qualité de l’air", vec!["fr", "en"]),
        ("Gewässerschutz", vec!["it"]),
        ("\"qualité de l’air\"", vec!["fr"]),
        ("\"tutela dell'acqua\"", vec!["it"]),
    ] {
        assert_eq!(ids(index.search(&query(typed)).unwrap()), found, "{typed}");
    }
}

#[test]
fn a_slip_in_the_first_letter_and_the_other_keyboard_are_proposed() {
    let shelf = Shelf::with(&[record("a", "en", "Climate and libraries", "")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("he", "אקלים"), ("en", "climate")]),
        concept(&[("he", "ספרייה"), ("en", "library")]),
    ]));
    for (typed, meant) in
        [("xlimate", "climate"), ("limate", "climate"), ("cclimate", "climate"), ("תקלים", "אקלים"), ("tekho", "אקלים")]
    {
        let answer = index.search(&query(typed)).unwrap();
        let told: Vec<_> = answer.notices.iter().filter(|notice| matches!(&*notice.code, "did_you_mean" | "corrected")).collect();
        assert!(matches!(&*told, [only] if only.detail == meant), "{typed} {told:?}");
        assert_eq!(answer.total, usize::from(told[0].code == "corrected"), "{typed}");
    }
    assert!(index.search(&query("wxyz")).unwrap().notices.is_empty());
}

#[test]
fn a_name_that_stands_for_many_words_weighs_by_how_rare_the_word_is() {
    let mut records: Vec<_> =
        (0..20).map(|i| record(&format!("s{i}"), "en", "A service for residents", "service of the town")).collect();
    records.push(record("lgbt", "en", "Safe spaces", "For LGBTIQ people, with a service desk far below."));
    let shelf = Shelf::with(&records);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("he", "שירותים"), ("en", "service*")]),
        concept(&[("he", "להט\"ב"), ("en", "LGBT*")]),
    ]));
    let found = ids(index.search(&query("להט\"ב OR שירותים")).unwrap());
    assert_eq!(found[0], "lgbt", "{found:?}");
}

#[test]
fn half_of_a_name_is_not_what_the_name_means() {
    let shelf = Shelf::with(&[
        record("farm", "en", "Organic farming", "For a region."),
        record("both", "en", "Organic waste", "Compost."),
        record("region", "en", "A region", ""),
    ]);
    let index =
        shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("en", "organic waste"), ("he", "פסולת אורגנית")])]));
    let found = ids(index.search(&query("organic waste region")).unwrap());
    assert_eq!(found, ["region", "both", "farm"]);
    assert_eq!(ids(index.search(&query("organic waste")).unwrap())[0], "both");
}

#[test]
fn a_stop_word_within_a_name_finds_nothing() {
    let shelf = Shelf::with(&[
        record("both", "he", "הגנה על ילדים", ""),
        record("children", "he", "גני ילדים", ""),
        record("roof", "he", "קולטי שמש על גגות", ""),
    ]);
    let index =
        shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("he", "הגנה על ילדים"), ("en", "child protection")])]));
    assert_eq!(ids(index.search(&query("הגנה על ילדים באינטרנט")).unwrap()), ["both", "children"]);
}

#[test]
fn of_a_question_the_words_that_every_call_has_do_not_decide() {
    let concepts = [
        concept(&[("he", "קהילה"), ("en", "community")]),
        concept(&[("he", "זכויות"), ("en", "rights")]),
        concept(&[("he", "להט\"ב"), ("en", "LGBT*")]),
    ];
    let mut records: Vec<_> = (0..12).map(|i| record(&format!("c{i}"), "en", "A community with rights of its own", "")).collect();
    records.push(record("lgbt", "en", "LGBTIQ festival", ""));
    let shelf = Shelf::with(&records);
    let with = |common: &[usize]| {
        let thesaurus = Thesaurus::new(concepts.clone()).with_common(&common.iter().copied().collect());
        ids(shelf.writer.index().with_thesaurus(thesaurus).search(&query("זכויות קהילת הלהט\"ב")).unwrap())
    };
    assert!(!with(&[]).contains(&"lgbt".to_owned()));
    assert!(with(&[0]).contains(&"lgbt".to_owned()));
}

#[test]
fn a_hebrew_word_is_no_relative_of_a_short_one_that_is_left_of_it() {
    let shelf = Shelf::with(&[record("chile", "en", "Chile", ""), record("beach", "he", "מצילים לחוף", "")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("he", "צ'ילה"), ("en", "Chile")])]));
    assert_eq!(ids(index.search(&query("מצילים")).unwrap()), ["beach"]);
    assert_eq!(ids(index.search(&query("בצ'ילה")).unwrap())[0], "chile");
}

#[test]
fn a_preposition_before_a_construct_state_hides_no_word() {
    let shelf = Shelf::with(&[record("ethiopia", "en", "Immigrants from Ethiopia", ""), record("road", "en", "A road", "")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([concept(&[("he", "עולים"), ("en", "immigrant*")])]));
    for typed in ["עולי אתיופיה", "לעולי אתיופיה", "העולים מאתיופיה"] {
        let answer = index.search(&query(typed)).unwrap();
        assert!(answer.notices.iter().any(|notice| notice.detail.ends_with("→ immigrant")), "{typed}: {:?}", answer.notices);
        assert_eq!(ids(answer), ["ethiopia"], "{typed}");
    }
}

#[test]
fn the_genitive_of_an_english_word_asks_for_nothing_more() {
    let shelf = Shelf::with(&[record("rights", "en", "Rights of children", ""), record("road", "en", "A road", "")]);
    assert_eq!(ids(widening(&shelf).search(&query("children's rights")).unwrap()), ["rights"]);
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

#[test]
fn what_was_corrected_is_not_corrected_again() {
    // Each of two names that no record has is the nearest to the other.
    let shelf = Shelf::with(&[record("water", "en", "Water", "for towns")]);
    let index = shelf.writer.index().with_thesaurus(Thesaurus::new([
        concept(&[("en", "adaptation"), ("he", "הסתגלות")]),
        concept(&[("en", "adaption"), ("he", "אימוץ")]),
        concept(&[("en", "adoption"), ("he", "אומנה")]),
    ]));
    for typed in ["adaptive water", "adaptions water", "adoptien water", "author water"] {
        let corrected = index.search(&query(typed)).unwrap().notices;
        assert!(corrected.iter().filter(|notice| notice.code == "corrected").count() <= 1, "{typed}: {corrected:?}");
    }
}

#[test]
fn an_ordinary_word_means_itself_alone() {
    let shelf = Shelf::with(&[
        record("coast", "es", "Limpieza de costas", ""),
        record("cost", "en", "The cost of cleaning", ""),
        record("cattle", "he", "מרעה לבקר", ""),
        record("audit", "he", "מבקר העירייה", ""),
    ]);
    let concepts = || {
        [
            concept(&[("en", "coast"), ("es", "costa"), ("es", "costas"), ("he", "חוף")]),
            concept(&[("en", "livestock"), ("he", "בקר")]),
            concept(&[("en", "cost overrun"), ("he", "חריגה בעלות")]),
        ]
    };
    let thesaurus = Thesaurus::new(concepts()).with_ordinary(&["cost".to_owned(), "מבקר".to_owned()]);
    let index = shelf.writer.index().with_thesaurus(thesaurus);
    for (question, found) in [("cost", "cost"), ("מבקר", "audit")] {
        let answer = index.search(&query(question)).unwrap();
        assert!(answer.notices.iter().all(|notice| notice.code != "widened"), "{question}: {:?}", answer.notices);
        assert_eq!(ids(answer)[0], found);
    }
    assert_eq!(ids(index.search(&query("costa")).unwrap())[0], "coast");
    assert!(index.search(&query("cost overrun")).unwrap().notices.iter().any(|notice| notice.code == "widened"));
}
