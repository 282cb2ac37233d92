use super::{DeadlineContext, assert_decides, cues, day, deadline, shown};

#[test]
fn the_day_below_a_title_is_the_pages_own() {
    assert_decides(
        None,
        &[
            ("Deadline extended\n5 January 2027\nTowns may apply until 31 January 2027.", "2027-01-31"),
            ("Antragsfrist verlängert\n05.01.2027\nAntragsschluss: 31.01.2027.", "2027-01-31"),
            ("הוארך מועד ההגשה\n05/01/2027\nהמועד האחרון להגשה: 31/01/2027.", "2027-01-31"),
            ("Prix des mairies : candidatures prolongées\n5 janvier 2027\nLes mairies candidatent en ligne.", "unknown"),
            ("Nominations until the end of January\n05.01.2027\nTowns nominate one of theirs.", "unknown"),
            // A label leads on to the line below it.
            ("Small grants: application deadline\n5 March 2027\nWrite to the secretariat.", "2027-03-05"),
        ],
    );
}

#[test]
fn what_is_done_before_handing_in_takes_nothing_back() {
    assert_decides(
        None,
        &[
            ("Answer five short questions and submit your application by 5 January 2027.", "2027-01-05"),
            ("Submit your application by 5 January 2027 and answer five questions.", "2027-01-05"),
            ("After the webinar, applications can be submitted until 5 January 2027.", "2027-01-05"),
            ("Anträge zu Fragen der Integration sind bis 5. Januar 2027 einzureichen.", "2027-01-05"),
            ("צפו בוובינר והגישו בקשה עד 5.1.2027.", "2027-01-05"),
            // Of these the day is theirs.
            ("Questions can be submitted until 5 January 2027. Apply online.", "unknown"),
            ("Questions on the application can be sent by 5 January 2027.", "unknown"),
            ("Deadline for questions: 5 January 2027. Cities can apply.", "unknown"),
            ("Register for the webinar by 5 January 2027.", "unknown"),
            ("Please submit any questions by 5 January 2027. Apply online.", "unknown"),
            ("לשאלות נוספות יש לפנות עד 5.1.2027. ההגשה מקוונת.", "unknown"),
        ],
    );
}

#[test]
fn lists_with_hours_spans_of_taking_part_and_ends_of_months() {
    assert_decides(
        None,
        &[
            ("Deadlines:\n• 31 January 2027, 17:00\n• 30 April 2027, 17:00", "2027-01-31+2027-04-30"),
            ("Antragsfristen:\n• 31. Januar 2027, 17:00 Uhr\n• 30. April 2027, 17:00 Uhr", "2027-01-31+2027-04-30"),
            ("Deadline: 29 January 2027\n• Participation – 23 May – 10 June 2027", "2027-01-29"),
            ("Teilnahme – 23. Mai – 10. Juni 2027", "unknown"),
            ("Applications are taken until the end of February 2027.", "2027-02-28"),
            ("Candidatures jusqu’à fin janvier 2027.", "2027-01-31"),
            ("הגשת בקשות עד סוף ינואר 2027.", "2027-01-31"),
            ("Apply by 5 January 2027. Results: end of May 2027.", "2027-01-05"),
        ],
    );
}

#[test]
fn the_folder_of_a_year_dates_a_day_that_nothing_else_does() {
    let cues = cues();
    let read = |url: &str, text: &str| {
        let context = DeadlineContext { published: None, url, today: day(2026, 11, 22) };
        shown(&deadline(text, None, &context, cues).deadline)
    };
    let fair = "https://fair.example/2027/en/exhibit";
    assert_eq!(read(fair, "The fair takes place on 19 October. Application deadline: May 31"), "2027-05-31");
    assert_eq!(read(fair, "Application deadline: Monday, May 31"), "2027-05-31");
    // The folder of an upload may be of any year.
    assert_eq!(read("https://fair.example/files/2026/call", "Deadline: 15 January"), "unknown");
    assert_eq!(read("https://fair.example/en/exhibit-2027x", "Application deadline: May 31"), "unknown");
    // What meets in March is not called for in November of the same year.
    assert_eq!(read(fair, "The fair takes place on 3 March. Application deadline: 12 November"), "unknown");
    assert_eq!(read(fair, "Since 5 June 2025 towns exhibit here. Application deadline: May 31"), "unknown");
    assert_eq!(read("https://news.example/20260504-fair", "Application deadline: May 31"), "2026-05-31");
}

#[test]
fn what_comes_beside_an_application_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("Deadline: 5 March 2027. Deadline for reference letters: 12 March 2027.", "2027-03-05"),
            ("Bids by 5 March 2027. Deadline for the hard copy is 12 March 2027.", "2027-03-05"),
            ("Deadline for towns: 5 March 2027; deadline for approval by the institution: 12 March 2027", "2027-03-05"),
            ("Dossier en ligne avant le 5 mars 2027. La version papier doit arriver avant le 12 mars 2027.", "2027-03-05"),
            ("Anträge online bis 5. März 2027. Das Papierexemplar muss bis 12. März 2027 eingehen.", "2027-03-05"),
            (
                "Solicitudes hasta el 5 de marzo de 2027. La copia impresa debe llegar antes del 12 de marzo de 2027.",
                "2027-03-05",
            ),
            ("הגשה עד 5.3.2027. עותק קשיח יתקבל עד 12.3.2027.", "2027-03-05"),
            ("التقديم حتى 5 مارس 2027. تصل النسخ الورقية قبل 12 مارس 2027.", "2027-03-05"),
            ("Bewerbung bis 5. März 2027; Nachweise können bis 12. März 2027 nachgereicht werden.", "2027-03-05"),
            ("Solicitudes hasta el 5 de marzo de 2027. Plazo de subsanación: 12 de marzo de 2027", "2027-03-05"),
            // Papers in their last form, and the answer to the first.
            ("Abstract deadline: 5 March 2027. Deadline for revised manuscripts: 4 June 2027", "2027-03-05"),
            ("Frist für Abstracts: 5. März 2027\nFrist für die Annahme: 2. April 2027", "2027-03-05"),
            ("آخر موعد لتسليم الملخصات: 5 مارس 2027\nآخر موعد لقبول البحوث: 2 أبريل 2027", "2027-03-05"),
            ("Abstracts bis 5. März 2027, Volltexte bis 4. Juni 2027.", "2027-03-05"),
            // Both together, or nothing else.
            ("Applications and a hard copy must be received by 5 March 2027.", "2027-03-05"),
            ("The signed original has to be received by 5 March 2027.", "2027-03-05"),
            ("Frist für die Annahme von Anträgen: 5. März 2027", "2027-03-05"),
            ("آخر موعد لقبول الطلبات: 5 مارس 2027", "2027-03-05"),
        ],
    );
}

#[test]
fn a_letter_to_those_who_applied_is_the_organisers() {
    assert_decides(
        None,
        &[
            ("Bewerbung bis 5. März 2027. Ausgewählte Städte werden bis 2. April 2027 per E-Mail benachrichtigt.", "2027-03-05"),
            ("Bewerbung bis 5. März 2027. Sie erhalten bis 2. April 2027 eine E-Mail.", "2027-03-05"),
            ("Bewerbung bis 5. März 2027. Wir melden uns bis 2. April 2027 bei Ihnen.", "2027-03-05"),
            ("Fill in the form until 5 March 2027. Towns that are in will be notified by email on 2 April 2027.", "2027-03-05"),
            // These are asked to write.
            ("Städte melden sich bis 5. März 2027 per E-Mail.", "2027-03-05"),
            ("Städte schicken bis 5. März 2027 eine E-Mail.", "2027-03-05"),
            ("Städte melden uns bis 5. März 2027 ihre Ideen.", "2027-03-05"),
            ("Towns that receive this letter answer by email by 5 March 2027.", "2027-03-05"),
        ],
    );
}
