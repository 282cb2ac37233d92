use super::*;
use crate::page::Request;
use crate::read::tests::{page, source};
use crate::read::{first_requests, read as read_shape};

mod newsletters;

const ENTRY: &str = r#"
slug = "intake"
name = { he = "תיבת הקליטה", en = "Intake" }
network = "il"
language = ["he", "en"]
evidence = "test"
[source.mail]
folder = "intake"
"#;

fn reading(letter: &str) -> Reading {
    let page = page("mail:1", "message/rfc822", letter.replace('\n', "\r\n"));
    read_shape(&source(ENTRY), &Request::get(page.url.clone()), &page)
}

fn findings(letter: &str) -> Vec<Finding> {
    let reading = reading(letter);
    assert!(reading.complaints.is_empty(), "{:?}", reading.complaints);
    reading.found.into_iter().map(|found| found.finding).collect()
}

#[test]
fn a_newsletter_is_an_item_with_its_web_address_and_the_name_of_who_sent_it() {
    let found = findings(
        "From: \"Embassy desk\" <desk@embassy.example.org>\nTo: intake@example.org\nDate: Sun, 22 Nov 2026 09:00:00 +0200\n\
         Message-ID: <n1@embassy.example.org>\nSubject: =?utf-8?B?16fXldecINen15XXqNeQ?=\nMIME-Version: 1.0\n\
         Content-Type: text/html; charset=utf-8\n\n\
         <p><a href=\"https://list.example.org/unsubscribe\">Unsubscribe</a></p>\
         <p>Apply by 1 March 2027 at <a href=\"https://embassy.example.org/grants\">our page</a>.</p>\n",
    );
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.title, "קול קורא");
    assert_eq!(finding.url, "https://embassy.example.org/grants");
    assert_eq!(finding.field(field::ORGANISER), Some("Embassy desk"));
    assert_eq!(finding.field(field::PUBLISHED), Some("2026-11-22T09:00:00+02:00"));
    assert!(!serde_json::to_string(finding).unwrap().contains("desk@"), "no mailbox is kept in the item's own fields");
}

#[test]
fn a_letter_forwarded_in_the_text_is_told_without_the_note_around_it() {
    let found = findings(
        "From: Dana <dana@town.example.org>\nMessage-ID: <f1@town.example.org>\nSubject: Fwd: Youth exchange\n\
         Content-Type: text/plain; charset=utf-8\n\nלתשומת לבכם\n\n---------- Forwarded message ---------\n\
         From: Youth Office <office@youth.example.org>\nDate: Fri, 20 Nov 2026\nSubject: Youth exchange 2027: call for towns\n\
         To: dana@town.example.org\n\nTowns may apply until 15 January 2027.\nhttps://youth.example.org/2027.\n",
    );
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.title, "Youth exchange 2027: call for towns");
    assert_eq!(finding.field(field::ORGANISER), Some("Youth Office"));
    assert_eq!(finding.text.as_deref(), Some("Towns may apply until 15 January 2027.\nhttps://youth.example.org/2027."));
    assert_eq!(finding.url, "https://youth.example.org/2027");
}

#[test]
fn a_hebrew_forward_is_understood_too() {
    let text = "שלום, מצורף לעיונכם.\nמאת: משרד התפוצות\nנשלח: יום ראשון 22 נובמבר 2026\nאל: המרכז\nנושא: קול קורא לרשויות\n\nהגשה עד 31.12.2026.";
    let inner = forwarded::inline(text).unwrap();
    assert_eq!((inner.from, inner.subject), (Some("משרד התפוצות"), Some("קול קורא לרשויות")));
    assert_eq!(inner.text, "הגשה עד 31.12.2026.");
}

#[test]
fn letters_attached_to_a_note_are_an_item_each_and_the_note_is_none() {
    let inner = |number: u32| {
        format!(
            "--b\nContent-Type: message/rfc822\n\nFrom: Office <o@example.org>\nMessage-ID: <i{number}@example.org>\n\
             Subject: Call {number}\nContent-Type: text/plain\n\nApply by 1 March 2027.\n"
        )
    };
    let found = findings(&format!(
        "From: Dana <dana@town.example.org>\nSubject: Fwd: two calls\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n{}{}--b--\n",
        inner(1),
        inner(2)
    ));
    let titles: Vec<&str> = found.iter().map(|finding| finding.title.as_str()).collect();
    assert_eq!(titles, ["Call 1", "Call 2"]);
    assert_eq!(found[0].url, "mid:i1%40example.org");
    assert_ne!(found[0].key, found[1].key);
}

#[test]
fn marks_of_answering_go_and_other_colons_stay() {
    assert_eq!(without_prefixes("Fwd: RE: הועבר: Call: green towns"), "Call: green towns");
}

#[test]
fn nothing_is_asked_for_over_the_web() {
    assert!(first_requests(&source(ENTRY), crate::read::tests::today()).is_empty());
}
