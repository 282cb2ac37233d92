//! Updates that come by import.

use super::*;

#[tokio::test]
async fn what_an_import_changed_is_told_with_old_and_new_as_what_staff_correct_is() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    let mut moved = call("a", "2027-04-15");
    moved.opportunity.amount.max = Some(60_000.0);
    moved.opportunity.amount.currency = Some("EUR".into());
    office.app.store.import(&[moved.clone()], office.app.clock.now()).await.unwrap();
    let letter = office.letter(1).await.replace(['\u{2068}', '\u{2069}'], "");
    let updates = letter.split("== עדכונים").nth(1).unwrap_or_else(|| panic!("{letter}"));
    assert!(updates.contains("המועד האחרון היה 1.3.2027, ועכשיו הוא 15.4.2027"), "{updates}");
    assert!(updates.contains("€60,000") && !updates.contains("פרטי המודעה עודכנו"), "{updates}");

    office.app.store.import(&[moved], office.app.clock.now()).await.unwrap();
    let history = office.app.store.record("a").await.unwrap().unwrap().history;
    let fields: Vec<(&str, &str)> = history.iter().map(|change| (change.field.as_str(), change.by.as_str())).collect();
    assert_eq!(fields, [("deadline", "import"), ("amount", "import")], "the same once more changes nothing");
}
