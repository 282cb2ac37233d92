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
