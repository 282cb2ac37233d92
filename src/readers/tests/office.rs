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
        read("סמל,תחומי עניין,דוא\"ל,תחומי אחריות\n7000,סביבה,,\n7000,magic,,\n7000,,a@example.org,רווחה=3\n").unwrap_err();
    assert_eq!(
        mistakes[0],
        "row 2, column תחומי עניין: סביבה is no topic. Part several by semicolons. Known are: קיימות וסביבה."
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
