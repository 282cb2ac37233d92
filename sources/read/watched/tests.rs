use super::noise::without;
use super::*;
use crate::read::read as read_shape;
use crate::read::tests::{page, source, today};

const ENTRY: &str = r#"
slug = "award"
name = { he = "פרס", en = "Award" }
network = "world"
language = ["en"]
evidence = "test"
[source.page]
url = "https://award.example.org/apply"
"#;

fn finding(body: &str) -> Finding {
    let body = format!("<!doctype html><html lang=en><title>Award</title><h1>Town award</h1><main>{body}</main>");
    let page = page("https://award.example.org/apply", "text/html", body);
    let mut reading = read_shape(&source(ENTRY), &Request::get(page.url.clone()), &page);
    assert!(!reading.failed(), "{:?}", reading.complaints);
    reading.found.remove(0).finding
}

#[test]
fn a_page_is_one_item_with_a_key_that_stays() {
    let finding = finding("<p>Entries are taken until 3 March 2027.</p>");
    assert_eq!(finding.title, "Town award");
    assert_eq!(finding.key, "https://award.example.org/apply");
    assert!(finding.text.unwrap().contains("3 March 2027"));
}

#[test]
fn what_changes_by_itself_is_no_change() {
    let before = finding(
        "<p>Today: Sunday, 22 November 2026</p><p>14:05</p><p>Visitors: 1,204</p><p>Last updated 21/11/2026</p>
         <p>Entries are taken until 3 March 2027.</p><p>Ref a8f3e9c17b2d44e0a1b2 of the form</p>",
    );
    let after =
        finding("<p>Visitors: 1,398</p><p>Entries are taken until 3 March 2027.</p><p>Ref 77c1e9c17b2d44e0ffff of the form</p>");
    assert_eq!(before.content_hash(), after.content_hash(), "{before:?}\n{after:?}");
}

#[test]
fn lines_that_count_or_say_how_long_ago_are_no_change() {
    for noise in [
        "This page was viewed 1,312 times",
        "Visitors online: 14",
        "Session: 9f3ac01b77de4512",
        "Visitors today: 123",
        "3,210 people have viewed this page",
        "1,204 אנשים צפו בדף זה",
        "צפיות היום: 55",
        "312 personnes ont consulté cette page",
        "Besucher heute: 41",
        "© 2026 Town of Hope",
        "כל הזכויות שמורות לעיריית רמה 2026",
        "Published 3 hours ago",
        "2 days ago",
        "12 comments",
        "Comments (5)",
        "מספר כניסות לאתר: 12,345",
        "כניסות לדף: 77",
        "פורסם לפני שעתיים",
        "לפני 3 ימים",
        "נותרו 12 ימים להגשה",
        "12 days left to apply",
        "5 days remaining",
        "Days left: 12",
        "Publié il y a 3 heures",
        "Vor 3 Stunden",
        "Hace 2 días",
        "You are visitor number 12,345",
        "Page generated in 0.123 seconds",
        "Currently 31 people are viewing this page",
        "Countdown: 100 days 3 hours 20 minutes",
        "Only 100 days left until the deadline!",
        "Still 99 days to apply.",
    ] {
        let left = without(noise, today());
        assert!(left.is_empty() || left == "Session:", "{noise}: {left}");
    }
    for said in [
        "Applications close 30 days after the notice",
        "Up to 3 visits are paid for",
        "The visit was 3 hours long",
        "Grants of 20,000 for 12 towns",
        "Towns have 30 days to apply",
        "Copyright of the entries stays with the towns",
        "Entries to the copyright fund close on 3 May 2027",
        "3,000 people visited the fair in 2026",
        "Code EDF2027ABC",
        "ההגשה עד 12 ימים לפני הכנס",
        "At least 2 years ago the town must have joined the network",
    ] {
        assert_eq!(without(said, today()), said);
    }
}

#[test]
fn a_box_that_leads_elsewhere_is_no_change() {
    let page = |news: &str| {
        finding(&format!(
            "<p>Entries are taken until 3 March 2027.</p><div><h3>Read also</h3><ul><li><a href=/n>{news}</a></li></ul></div>"
        ))
    };
    assert_eq!(page("The mayor opens a bridge").content_hash(), page("New buses for the town").content_hash());
}

#[test]
fn what_matters_is_a_change() {
    let before = finding("<p>Entries are taken until 3 March 2027.</p>");
    let after = finding("<p>Entries are taken until 17 March 2027.</p>");
    assert_ne!(before.content_hash(), after.content_hash());
}

#[test]
fn a_date_alone_that_is_not_todays_stays() {
    let text = "Deadline\n15.02.2027\nמועד אחרון להגשה\n1 במרץ 2027";
    assert_eq!(without(text, today()), text);
    assert_eq!(
        without("יום ראשון, 22 בנובמבר 2026\n22.11.2026\nצפיות: 318\nעודכן לאחרונה: 20.11.2026\nקול קורא", today()),
        "קול קורא"
    );
}

#[test]
fn a_page_without_text_fails_the_visit() {
    let shell = "<!doctype html><title>Page not found</title><main><h1>Oh!</h1><p>There is no such page here.</p></main>";
    for body in ["", "<!doctype html><title>App</title><div id=app></div>", shell] {
        let page = page("https://award.example.org/apply", "text/html", body);
        assert!(read_shape(&source(ENTRY), &Request::get(page.url.clone()), &page).failed(), "{body}");
    }
}
