//! Small words and marks right beside a day, and lines between two days.

use super::{DeadlineContext, assert_decides, cues, day, deadline, shown};

#[test]
fn a_line_between_two_days_says_what_the_next_one_is() {
    assert_decides(
        None,
        &[
            (
                "Papers wanted\nOPEN\n4 January 2027\nCLOSE\n5 February 2027\nREVIEW\n8 February 2027\nTowns submit papers.",
                "2027-02-05",
            ),
            ("Papers wanted\nOpens\n4 January 2027\nClose\n5 February 2027", "2027-02-05"),
            ("Beiträge gesucht\nBewerbungsstart\n4. Januar 2027\nEnde\n5. Februar 2027\nSichtung\n8. Februar 2027", "2027-02-05"),
            ("Design award\nCompetition launch\n4 January 2027\nSubmission date\n5 February 2027", "2027-02-05"),
            // A list goes on all the same.
            ("Deadlines:\n31 January 2027\n(lot 1)\n30 April 2027\n(lot 2)", "2027-01-31+2027-04-30"),
            ("Towns apply\nDeadlines\n31 January 2027\n30 April 2027\n31 July 2027", "2027-01-31+2027-04-30+2027-07-31"),
        ],
    );
}

#[test]
fn who_did_something_on_a_day_stands_behind_by() {
    assert_decides(
        None,
        &[
            ("Ten towns were approved by the steering committee on 12 March 2027. Others can still join.", "unknown"),
            ("The programme was adopted by the council on 12 March 2027, and towns may apply.", "unknown"),
            // An hour, or nobody at all.
            ("Apply by noon on 12 March 2027.", "2027-03-12"),
            ("Apply by close of business on 12 March 2027.", "2027-03-12"),
            ("Send the form by 5 pm on 12 March 2027.", "2027-03-12"),
            ("Send the form by e-mail by midnight on Friday, 12 March 2027.", "2027-03-12"),
        ],
    );
}

#[test]
fn a_deadline_is_moved_to_the_day_before_the_german_verb() {
    assert_decides(
        None,
        &[
            (
                "Die Frist für Anträge wird auf den 12.03.2027 verlängert. Was vor dem 15.02.2027 eingeht, wird sofort bearbeitet.",
                "2027-03-12",
            ),
            ("Die Abgabefrist wurde auf den 12. März 2027 verschoben.", "2027-03-12"),
            ("Die Frist vom 15.02.2027 wurde verlängert. Anträge sind nun bis 12.03.2027 möglich.", "2027-03-12"),
        ],
    );
}

#[test]
fn a_day_marked_as_closed_is_over() {
    assert_decides(
        None,
        &[
            ("15 January 2027 – Deadline for session proposals (CLOSED)\n12 March 2027 – Deadline for posters", "2027-03-12"),
            ("Frist für Vorträge: 15. Januar 2027 (abgelaufen)\nFrist für Poster: 12. März 2027", "2027-03-12"),
            // Where all are closed the last one is told, and another remark says nothing.
            ("Deadline: 12 March 2027 (closed)", "2027-03-12"),
            ("Deadline: 15 January 2027 (lot 1)\nDeadline: 12 March 2027 (lot 2)", "2027-01-15+2027-03-12"),
        ],
    );
}

#[test]
fn abstracts_for_talks_are_no_talks() {
    assert_decides(
        None,
        &[
            (
                "15 January 2027 – Deadline for submission of sessions\n12 March 2027 – Deadline for submission of abstracts for presentations",
                "2027-01-15+2027-03-12",
            ),
            ("Deadline for abstracts: 15 January 2027\nDeadline for full papers: 12 March 2027", "2027-01-15>2027-03-12"),
            ("Deadline for abstracts: 15 January 2027. Presentations are to be uploaded by 12 March 2027.", "2027-01-15"),
        ],
    );
}

#[test]
fn a_month_may_have_lost_the_blank_before_it() {
    assert_decides(
        None,
        &[
            ("The deadline for submission isMarch 12, 2027. Winners hear byApril 30, 2027.", "2027-03-12"),
            ("Apply untilFebruary 12, 2027.", "2027-02-12"),
            // A capital inside a name is none.
            ("McMay 12, 2027: deadline", "unknown"),
        ],
    );
}

#[test]
fn the_month_at_the_head_of_a_text_stands_below_its_title() {
    let read = |url: &str, text: &str| {
        let context = DeadlineContext { published: None, url, today: day(2026, 11, 22) };
        shown(&deadline(text, None, &context, cues()).deadline)
    };
    assert_eq!(read("", "Crues de juillet 2025 : un fonds\n(janvier 2026) Dossiers jusqu'au 12 mars."), "2026-03-12");
    // The second in which an agency sent it; any other number is none.
    let text = "Premio a los pueblos\nLas candidaturas se presentan hasta el 12 de marzo.";
    assert_eq!(read("https://news.example/premio-a-los-pueblos-20260203103322.html", text), "2026-03-12");
    assert_eq!(read("https://news.example/premio-a-los-pueblos-20260299103322.html", text), "unknown");
    assert_eq!(read("https://news.example/premio-2026020310.html", text), "unknown");
}

#[test]
fn the_head_of_a_column_says_what_its_days_are() {
    assert_decides(
        None,
        &[
            ("Meeting | Closing date\n12 March 2027 | 30 January 2027\n3 June 2027 | 22 April 2027", "2027-01-30+2027-04-22"),
            ("Antragsfrist | Sitzung der Jury\n30.01.2027 | 12.03.2027\n22.04.2027 | 03.06.2027", "2027-01-30+2027-04-22"),
            ("| Comité | Date limite de dépôt |\n| 12 mars 2027 | 30 janvier 2027 |", "2027-01-30"),
            ("Round | Opens | Closes | Decision\n1 | 4 January 2027 | 30 January 2027 | 12 March 2027", "2027-01-30"),
            ("Apertura | Cierre | Resolución\n4/1/2027 | 30/1/2027 | 12/3/2027", "2027-01-30"),
            ("מחזור | פתיחה | מועד אחרון להגשה | תשובה\n1 | 4.1.2027 | 30.1.2027 | 12.3.2027", "2027-01-30"),
            (
                "Programme | Deadline | Sum\nParks | 30 January 2027 | €6,000\nPools | 22 April 2027 | €9,000",
                "2027-01-30+2027-04-22",
            ),
            // Rows with a label of their own have no head.
            ("Closing day | 30 January 2027\nCeremony | 12 March 2027", "2027-01-30"),
            ("Event | Place\nOpening | 12 March 2027\nDeadline | 30 January 2027", "2027-01-30"),
        ],
    );
}

#[test]
fn the_present_year_is_the_titles() {
    assert_decides(
        None,
        &[
            (
                "Convocatoria 2025 del fondo\nSe presentan propuestas desde el 8 de julio al 30 de septiembre del presente año.",
                "2025-09-30",
            ),
            ("Förderaufruf 2025\nAnträge bis 30. September dieses Jahres.", "2025-09-30"),
            ("Appel à projets 2025\nDossiers jusqu'au 30 septembre de cette année.", "2025-09-30"),
            ("Call for projects 2025\nApply by 30 September of this year.", "2025-09-30"),
            // A title of the autumn may be named after the next.
            ("Call for projects 2026\nApply by 30 November of this year.", "unknown"),
            ("Call for projects\nApply by 30 September of this year.", "unknown"),
        ],
    );
}

#[test]
fn a_page_that_was_changed_since_is_of_the_year_that_the_weekday_fits() {
    let text = "Community grants\nMonday 6 September at midday – closing date for round 2\nPublished\n18 June 2020\nLast updated\n13 May 2021";
    assert_decides(None, &[(text, "2021-09-06"), (&text.replace("Monday", "Sunday"), "2020-09-06")]);
}

#[test]
fn a_sentence_may_begin_with_the_time_in_which_one_hands_in() {
    assert_decides(
        None,
        &[
            ("From 1 February 2027 to 3 May 2027 towns can apply online.", "2027-05-03"),
            ("Vom 1. Februar 2027 bis zum 3. Mai 2027 können Städte Anträge stellen.", "2027-05-03"),
            ("Du 1er février 2027 au 3 mai 2027, les villes peuvent déposer un dossier.", "2027-05-03"),
            ("Del 1 de febrero de 2027 al 3 de mayo de 2027 los pueblos pueden presentar solicitudes.", "2027-05-03"),
            // They apply something else.
            ("From 1 February 2027 to 3 May 2027 towns can apply what they have learned.", "unknown"),
        ],
    );
}
