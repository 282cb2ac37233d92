//! What a table says of a consent.

use super::*;

#[test]
fn a_no_under_consent_is_no_consent_and_a_yes_names_nobody() {
    let consent = |cell: &str| {
        let read = read(&format!("סמל,דוא\"ל,הסכמה\n7000,a@example.org,{cell}\n")).unwrap();
        read[0].profile["contacts"][0].get("consent").cloned()
    };
    for no in ["לא", "no", "No", "0", "אין", ""] {
        assert_eq!(consent(no), None, "{no}");
    }
    for yes in ["כן", "yes", "✓", "1", "TRUE"] {
        assert_eq!(consent(yes).unwrap()["who"], "", "{yes}");
    }
    assert_eq!(consent("דנה").unwrap()["who"], "דנה");
    let dated = read("סמל,דוא\"ל,איש קשר,הסכמה,תאריך הסכמה\n7000,a@example.org,דנה,לא,3.11.2026\n").unwrap();
    assert_eq!(dated[0].profile["contacts"][0].get("consent"), None);
}

#[test]
fn a_no_takes_a_consent_back_and_a_tick_leaves_one_on_record_its_day() {
    let consent = |cell: &str| {
        let read = read(&format!("סמל,דוא\"ל,הסכמה\n2560,one@example.org,{cell}\n")).unwrap();
        read[0].profile["contacts"][0].get("consent").cloned()
    };
    assert_eq!(consent("לא"), None);
    assert_eq!(consent("כן").unwrap(), known()[0].profile["contacts"][0]["consent"]);
}

#[test]
fn a_consent_without_a_name_is_exported_and_read_back_as_one() {
    let ticked = json!({"contacts": [
        {"email": "a@example.org", "name": "", "language": "", "frequency": "weekly", "consent": {"who": "", "at": "2026-11-01T08:00:00Z", "how": "import"}},
        {"email": "b@example.org", "name": "", "language": "", "frequency": "weekly"}
    ]});
    let stored = [municipality("lod", "7000", "לוד", ticked)];
    let mut out = Vec::new();
    export(&mut out, &stored).unwrap();
    let bare = [Municipality { profile: Value::Null, ..stored[0].clone() }];
    let back = import(&Sheet::read(&out).unwrap(), &bare, &LEXICON, now()).unwrap().municipalities;
    assert_eq!(profile(&back[0]).unwrap().contacts, profile(&stored[0]).unwrap().contacts);
}
