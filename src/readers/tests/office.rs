//! Tables as offices keep them.

use super::*;

#[test]
fn a_name_and_a_role_beside_it_are_both_taken() {
    let contact = |table: &str| read(table).unwrap()[0].profile["contacts"][0].clone();
    let both = contact("שם הרשות;תפקיד;איש קשר;דוא\"ל;הסכמה;תאריך הסכמה\nלוד;ראש הרווחה;דנה כהן;a@example.org;;3.11.2026\n");
    assert_eq!((&both["name"], &both["consent"]["who"]), (&json!("דנה כהן, ראש הרווחה"), &json!("דנה כהן")));
    assert_eq!(contact("רשות;שם;תפקיד;דוא\"ל\nלוד;דנה;;a@example.org\n")["name"], "דנה");
    assert_eq!(contact("רשות;איש קשר;תפקיד;דוא\"ל\nלוד;;מזכירות;a@example.org\n")["name"], "מזכירות");
}

#[test]
fn a_role_that_came_later_makes_no_second_contact() {
    let read = read("סמל,איש קשר,תפקיד,דוא\"ל\n2560,דנה,רווחה,dana@example.org\n").unwrap();
    let contacts = read[0].profile["contacts"].as_array().unwrap();
    assert_eq!((contacts.len(), &contacts[0]["name"]), (2, &json!("דנה, רווחה")));
}

#[test]
fn the_example_in_the_documentation_is_taken() {
    let guide = include_str!("../../../docs/OPERATIONS.md");
    let example = guide.split("follows an equals sign (`").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    let read = read(&format!("סמל,תחומי עניין\n7000,{example}\n")).unwrap();
    assert_eq!(read[0].profile["topics"], json!({"youth": 3, "sport": 2}));
}

#[test]
fn a_topic_that_nobody_knows_is_told_with_the_nearest_names_and_a_weight_of_a_contact_with_its_reason() {
    let mistakes =
        read("סמל,תחומי עניין,דוא\"ל,תחומי אחריות\n7000,ציבורי,,\n7000,magic,,\n7000,,a@example.org,רווחה=3\n").unwrap_err();
    assert_eq!(
        mistakes[0],
        "row 2, column תחומי עניין: ציבורי is no topic. Part several by semicolons. Known are: רכש ציבורי, תכנון עירוני ומרחב ציבורי."
    );
    assert!(mistakes[1].contains("Agriculture, ") && mistakes[1].contains("Youth"), "{mistakes:?}");
    assert!(mistakes[2].contains("A contact's topics have no weights: רווחה=3"), "{mistakes:?}");
}

#[test]
fn a_name_is_a_line_without_what_turns_it_round_and_an_address_without_a_dot_is_none() {
    let named = read("סמל,דוא\"ל,איש קשר,הסכמה - תאריך,איך\n7000,a@example.org,\"\u{202e}דנה\nכהן\",3.11.2026,בטלפון\n").unwrap();
    let contact = &named[0].profile["contacts"][0];
    assert_eq!(contact["name"], "דנה כהן");
    assert_eq!((&contact["consent"]["who"], &contact["consent"]["how"]), (&json!("דנה כהן"), &json!("בטלפון")));
    let refused = read("סמל,דוא\"ל\n7000,r@localhost\n").unwrap_err();
    assert!(refused[0].contains("r@localhost is no e-mail address"), "{refused:?}");
}

#[test]
fn a_topic_that_nobody_knows_costs_itself_and_the_contact_of_such_alone_its_row() {
    let table = "סמל,תחומי עניין,דוא\"ל,תחומי אחריות\n7000,נוער=3; קסם,a@example.org,\n7000,,b@example.org,נשים; קסם\n7000,,c@example.org,קסם\n";
    let imported = import(&Sheet::read(table.as_bytes()).unwrap(), &known(), &LEXICON, now()).unwrap();
    let profile = &imported.municipalities[0].profile;
    assert_eq!(profile["topics"], json!({"youth": 3}));
    let contacts: Vec<_> = profile["contacts"].as_array().unwrap().iter().map(|one| (&one["email"], &one["topics"])).collect();
    assert!(contacts.contains(&(&json!("b@example.org"), &json!(["women"]))), "{contacts:?}");
    assert!(!contacts.iter().any(|(email, _)| *email == "c@example.org"), "{contacts:?}");
    let told = plain(&imported.in_words(TEXTS.of(Language::En)).unwrap());
    for place in
        ["Not taken over: row 2, column תחומי עניין: קסם", "row 3, column תחומי אחריות: קסם", "row 4, column תחומי אחריות: קסם"]
    {
        assert!(told.contains(place), "{told}");
    }
}

#[test]
fn an_everyday_word_is_the_one_topic_that_it_means() {
    for (written, slug) in
        [("נוער", "youth"), ("נשים", "women"), ("סביבה", "sustainability"), ("חקלאים", "agriculture"), ("youth", "youth")]
    {
        let read = read(&format!("סמל,תחומי עניין\n7000,{written}\n")).unwrap();
        assert_eq!(read[0].profile["topics"], json!({slug: 2}), "{written}");
    }
    // Four topics are about them: which is meant is asked.
    let table = Sheet::read("סמל,תחומי עניין\n7000,ילדים\n".as_bytes()).unwrap();
    let told = plain(&import(&table, &known(), &LEXICON, now()).unwrap().in_words(TEXTS.of(Language::En)).unwrap());
    assert!(told.ends_with("Known are: הגיל הרך, חינוך, רווחה, נוער וצעירים."), "{told}");
}

#[test]
fn who_is_new_and_has_no_slug_is_told_to_take_one() {
    let refused = read("שם הגוף,סוג,דוא\"ל\nאיגוד מנהלי הרווחה,איגוד מקצועי,r@example.org\n").unwrap_err();
    assert!(refused[0].contains("add a column \"slug\""), "{refused:?}");
    let taken = read("מזהה,שם הגוף,סוג,דוא\"ל\nigud-revaha,איגוד מנהלי הרווחה,איגוד מקצועי,r@example.org\n").unwrap();
    assert_eq!(taken[0].slug, "igud-revaha");
}

#[test]
fn the_guide_names_every_heading() {
    let guide = include_str!("../../../docs/OPERATIONS.md");
    for heading in Column::ALL.iter().flat_map(|column| column.names()) {
        assert!(
            guide.contains(&format!("`{heading}`")),
            "docs/OPERATIONS.md: `{heading}` is in no line of the table of headings"
        );
    }
}

#[test]
fn what_a_hebrew_excel_saves_as_csv_is_read_and_another_code_page_is_not_guessed() {
    let bytes = |text: &str| encoding_rs::WINDOWS_1255.encode(text).0.into_owned();
    let sheet = Sheet::read(&bytes("שם הרשות,דוא\"ל,איש קשר\nלוד,a@example.org,דנה\n")).unwrap();
    let read = import(&sheet, &known(), &LEXICON, now()).unwrap().municipalities;
    assert!(read[0].profile["contacts"].to_string().contains("דנה"), "{:?}", read[0].profile);
    assert!(Sheet::read(&encoding_rs::WINDOWS_1252.encode("Commune,Créée\nMâcon,été\n").0).is_err());
}
