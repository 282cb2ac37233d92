//! Newsletters as embassies and networks send them, in four languages.

use super::*;

fn letter(headers: &str, media: &str, body: &str) -> String {
    format!(
        "From: Desk <desk@embassy.example.org>\nDate: Sun, 22 Nov 2026 09:00:00 +0200\n{headers}\nMIME-Version: 1.0\nContent-Type: {media}; charset=utf-8\n\n{body}"
    )
}

fn told(found: &[Finding]) -> Vec<(&str, &str)> {
    found.iter().map(|finding| (finding.title.as_str(), finding.url.as_str())).collect()
}

const HEBREW: &str = "שלום רב,\n\nלהלן הקולות הקוראים של החודש:\n\n\
    1. קול קורא: מענקים לערים ירוקות\nמענקים של עד 50,000 אירו לרשויות מקומיות בים התיכון. הגשה עד 15.1.2027.\nhttps://green.example.org/he/call\n\n\
    2. משלחת לימוד לברצלונה בנושא דיור\nשלושה ימי סיור לראשי אגפי הנדסה. הרשמה עד 31.12.2026.\nhttps://study.example.org/barcelona\n\n\
    3. פרס החדשנות העירונית\nהפרס פתוח לכל רשות שהשיקה שירות דיגיטלי חדש. מועד אחרון: 1.2.2027.\nhttps://prize.example.org/2027\n\n\
    להסרה מרשימת התפוצה: https://list.example.org/unsubscribe\n";

const ENGLISH: &str = "<table><tr><td><a href='https://mail.example.org/v/77'>View this email in your browser</a></td></tr></table>\
    <h1>Cities Network: November news</h1><p>Dear members, here is what is open this month.</p>\
    <h2>Calls</h2>\
    <h3><a href='https://cities.example.org/calls/air?utm_source=nl&amp;mc_eid=1'>Clean air pilots: call for towns</a></h3>\
    <p>Grants of up to EUR 80,000 for towns under 100,000 residents. Apply by 28 February 2027.</p><p><a href='https://cities.example.org/calls/air?utm_source=nl2'>Read more</a></p>\
    <h3>Staff exchange on climate adaptation</h3><p>Two weeks in a partner city, travel paid. Apply by 10 January 2027.</p><p><a href='https://cities.example.org/exchange'>Apply here</a></p>\
    <h2>Events</h2>\
    <h3><a href='https://forum.example.org/'>Forum of small towns</a></h3><p>Porto, 3 to 5 May 2027; abstracts by 20 January 2027.</p>\
    <p><a href='https://www.facebook.com/cities'>Facebook</a> <a href='https://www.linkedin.com/cities'>LinkedIn</a></p>\
    <p>You are receiving this email because you are a member. <a href='https://list.example.org/unsubscribe?u=1'>Unsubscribe</a></p>\
    <p>Cities Network, 1 Square, 1000 Brussels</p>";

const FRENCH: &str = "<p>Madame, Monsieur,</p>\
    <p><strong>Fonds conjoint : coopération décentralisée 2027</strong></p><p>Cofinancement de projets entre collectivités, jusqu'à 60 000 euros. Date limite : 15 mars 2027.</p><p><a href='https://fonds.example.org/2027'>En savoir plus</a></p>\
    <p><strong>Prix de la ville accessible</strong></p><p>Candidatures ouvertes aux communes jusqu'au 5 février 2027.</p><p><a href='https://prix.example.org/ville'>Lire la suite</a></p>\
    <p>Pour vous désabonner, <a href='https://liste.example.org/stop'>cliquez ici</a>.</p>";

const GERMAN: &str = "Liebe Kolleginnen und Kollegen,\n\n\
    STÄDTEPARTNERSCHAFTEN: NEUE FÖRDERRUNDE\n\nKommunen können bis zum 31. Januar 2027 Mittel für Begegnungen beantragen.\nAntrag: https://foerderung.example.org/runde\n\n\
    KONFERENZ DER KLEINEN STÄDTE IN GRAZ\n\nBeiträge können bis zum 15. Februar 2027 eingereicht werden.\nProgramm: https://graz.example.org/konferenz\n\n\
    Newsletter abbestellen oder abmelden: https://liste.example.org/aus\n";

#[test]
fn a_hebrew_letter_with_numbered_calls_is_as_many_items() {
    let found =
        findings(&letter("Message-ID: <n1@embassy.example.org>\nSubject: =?utf-8?B?16LXldeT15vXnw==?=", "text/plain", HEBREW));
    assert_eq!(
        told(&found),
        [
            ("קול קורא: מענקים לערים ירוקות", "https://green.example.org/he/call"),
            ("משלחת לימוד לברצלונה בנושא דיור", "https://study.example.org/barcelona"),
            ("פרס החדשנות העירונית", "https://prize.example.org/2027"),
        ]
    );
    assert!(found[0].text.as_deref().unwrap().contains("15.1.2027") && !found[2].text.as_deref().unwrap().contains("להסרה"));
    assert_eq!(found[1].field(field::LETTER), Some("mid:n1%40embassy.example.org"));
    assert_eq!(found[1].field(field::PUBLISHED), Some("2026-11-22T09:00:00+02:00"));
}

#[test]
fn an_english_letter_in_sections_is_its_items_and_neither_its_sections_nor_its_foot() {
    let found = findings(&letter("Message-ID: <n2@example.org>\nSubject: November news", "text/html", ENGLISH));
    assert_eq!(
        told(&found),
        [
            ("Clean air pilots: call for towns", "https://cities.example.org/calls/air?utm_source=nl&mc_eid=1"),
            ("Staff exchange on climate adaptation", "https://cities.example.org/exchange"),
            ("Forum of small towns", "https://forum.example.org/"),
        ]
    );
    assert!(!found.iter().any(|finding| finding.text.as_deref().unwrap().contains("Brussels")), "{found:?}");
}

#[test]
fn a_french_letter_with_bold_titles_and_a_german_one_in_capitals_are_taken_apart() {
    let found = findings(&letter("Message-ID: <n3@example.org>\nSubject: Lettre", "text/html", FRENCH));
    assert_eq!(
        told(&found),
        [
            ("Fonds conjoint : coopération décentralisée 2027", "https://fonds.example.org/2027"),
            ("Prix de la ville accessible", "https://prix.example.org/ville"),
        ]
    );
    let found = findings(&letter("Message-ID: <n4@example.org>\nSubject: Rundbrief", "text/plain", GERMAN));
    assert_eq!(
        told(&found),
        [
            ("STÄDTEPARTNERSCHAFTEN: NEUE FÖRDERRUNDE", "https://foerderung.example.org/runde"),
            ("KONFERENZ DER KLEINEN STÄDTE IN GRAZ", "https://graz.example.org/konferenz"),
        ]
    );
}

#[test]
fn a_newsletter_forwarded_twice_is_the_same_items() {
    let forwarded = |id: &str, note: &str| {
        let body = format!(
            "{note}\n\n---------- Forwarded message ---------\nFrom: Cities Desk <d@example.org>\nDate: Fri, 20 Nov 2026\nSubject: Calls of the month\nTo: x@example.org\n\n{HEBREW}"
        );
        findings(&letter(&format!("Message-ID: <{id}@example.org>\nSubject: Fwd: Calls"), "text/plain", &body))
    };
    let (first, second) = (forwarded("f1", "לעיונכם"), forwarded("f2", "שלום דנה,\nראי מטה."));
    let keys = |found: &[Finding]| found.iter().map(|finding| finding.key.clone()).collect::<Vec<_>>();
    assert_eq!((first.len(), keys(&first)), (3, keys(&second)));
    assert_eq!(first[0].field(field::ORGANISER), Some("Cities Desk"));
    assert_eq!(first[0].field(field::PUBLISHED), None, "the day of forwarding is no day of publication");
}

#[test]
fn a_letter_with_one_call_stays_one_item_whatever_its_sections_link_to() {
    let one = "<h2>Green towns fund 2027</h2><p>Up to EUR 50,000 for municipalities. <a href='https://fund.example.org/call'>The call</a></p>\
        <h2>Who may apply</h2><p>Local authorities of partner countries; see the <a href='https://fund.example.org/rules'>rules of participation</a>.</p>\
        <h2>How to apply</h2><p>Fill in the form by 1 March 2027 at <a href='https://fund.example.org/form'>our portal</a>, in English.</p>\
        <h2>Contact</h2><p>Write to us, or see <a href='https://fund.example.org/contact'>our contact page</a> for a phone number.</p>";
    let found = findings(&letter("Message-ID: <n5@example.org>\nSubject: Green towns fund", "text/html", one));
    assert_eq!(told(&found), [("Green towns fund", "https://fund.example.org/call")]);
    let plain = "Dear all,\n\nThe youth exchange programme is open\n\nTowns may apply until 15 January 2027.\n\nhttps://youth.example.org/2027\n\nBest regards\nYouth Office\nhttps://youth.example.org/\n";
    assert_eq!(findings(&letter("Message-ID: <n6@example.org>\nSubject: Youth exchange", "text/plain", plain)).len(), 1);
}

#[test]
fn a_wrapped_link_leads_to_what_was_meant() {
    let wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffund.example.org%2Fcall&data=05";
    assert_eq!(links::link(wrapped).unwrap().as_str(), "https://fund.example.org/call");
    assert_eq!(links::link("#top"), None);
}

#[test]
fn attached_documents_are_handed_on_and_pictures_are_not() {
    let pdf = crate::read::attachment::samples::pdf(&[&["Call"]]);
    let encoded = pdf
        .iter()
        .map(|byte| format!("={byte:02X}"))
        .collect::<Vec<_>>()
        .chunks(20)
        .map(<[String]>::concat)
        .collect::<Vec<_>>()
        .join("=\n");
    let part = |name: &str, kind: &str| {
        format!(
            "--b\nContent-Type: {kind}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: quoted-printable\n\n{encoded}\n"
        )
    };
    let letter = format!(
        "From: Dana <d@example.org>\nMessage-ID: <a1@example.org>\nSubject: Call for towns\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\nSee the file.\n{}{}--b--\n",
        part("../call.pdf", "application/octet-stream"),
        part("logo.png", "image/png").replace(&encoded, "=89PNG")
    );
    let reading = reading(&letter);
    let [found] = reading.found.as_slice() else { panic!("{reading:?}") };
    let [file] = found.files.as_slice() else { panic!("{:?}", found.files) };
    assert_eq!((file.name.as_str(), &file.at), ("call.pdf", &FileAt::Here(pdf.into())));
}

const TWO_WITHOUT_LINKS: &str = "Dear all,\n\n\
    CALL FOR PROPOSALS: MUSIC IN TOWNS\n\nMunicipalities may apply for up to EUR 20,000.\nDeadline: 4 May 2027. Write to music@embassy.example.org\n\n\
    PRIZE FOR ACCESSIBLE CITIES\n\nThe prize is open to every town.\nDeadline: 6 June 2027. Write to prize@embassy.example.org\n\n\
    Best regards\nEmbassy\n";

#[test]
fn calls_without_links_are_parted_where_each_has_a_day_and_a_mailbox_of_its_own() {
    let headers = "Message-ID: <n7@embassy.example.org>\nSubject: Embassy bulletin";
    let html = TWO_WITHOUT_LINKS
        .replace("Dear all,", "")
        .split("\n\n")
        .map(|part| if part.contains('@') { format!("<p>{part}</p>") } else { format!("<h3>{part}</h3>") })
        .collect::<String>()
        .replace("music@embassy.example.org", "<a href='mailto:Music@embassy.example.org?subject=x'>us</a>");
    for (media, body) in [("text/plain", TWO_WITHOUT_LINKS), ("text/html", html.as_str())] {
        let found = findings(&letter(headers, media, body));
        assert_eq!(
            told(&found),
            [
                ("CALL FOR PROPOSALS: MUSIC IN TOWNS", "mid:n7%40embassy.example.org"),
                ("PRIZE FOR ACCESSIBLE CITIES", "mid:n7%40embassy.example.org"),
            ],
            "{media}"
        );
        assert!(found[0].text.as_deref().unwrap().contains("4 May") && !found[0].text.as_deref().unwrap().contains("6 June"));
        assert_ne!(found[0].key, found[1].key);
    }
}

#[test]
fn calls_that_cannot_be_told_apart_for_certain_are_one_item_and_a_complaint() {
    let same_desk = TWO_WITHOUT_LINKS.replace("music@", "desk@").replace("prize@", "desk@");
    let nobody =
        TWO_WITHOUT_LINKS.replace(" Write to music@embassy.example.org", "").replace(" Write to prize@embassy.example.org", "");
    for body in [same_desk, nobody] {
        let reading = reading(&letter("Message-ID: <n8@embassy.example.org>\nSubject: Embassy bulletin", "text/plain", &body));
        assert_eq!(reading.found.len(), 1);
        let [complaint] = reading.complaints.as_slice() else { panic!("{:?}", reading.complaints) };
        assert!(complaint.what.contains("PRIZE FOR ACCESSIBLE CITIES") && !complaint.fatal, "{complaint}");
    }
}

#[test]
fn one_call_whose_sections_have_days_is_no_doubt() {
    let one = "GREEN TOWNS FUND 2027\n\nUp to EUR 50,000 for municipalities, until 1 March 2027.\n\n\
        KEY DATES\n\nInformation day: 3 January 2027. Results: 5 June 2027.\n\nHOW TO APPLY\n\nBy 1 March 2027 to fund@fund.example.org.\n";
    assert_eq!(findings(&letter("Message-ID: <n9@example.org>\nSubject: Green towns fund", "text/plain", one)).len(), 1);
}
