//! Days in rows, cells and lines: which label is whose.

use super::assert_decides;

#[test]
fn the_outer_wall_of_a_row_parts_rows_and_not_cells() {
    assert_decides(
        None,
        &[
            ("Bench fund\n| 5 March 2027 | Closing date for entries |\n| 7 June 2027 | Winners announced |", "2027-03-05"),
            (
                "Bench fund\n| When | What |\n|---|---|\n| 11 January 2027 | Portal opens |\n| 5 March 2027 | Closing date for entries |",
                "2027-03-05",
            ),
            ("Bench fund\n| 5 March 2027 | Closing date for entries", "2027-03-05"),
            ("Fonds des bancs\n| 5 mars 2027 | Date limite d'envoi |\n| 7 juin 2027 | Annonce des lauréats |", "2027-03-05"),
            ("Bänkefonds\n| 5. März 2027 | Antragsschluss |\n| 7. Juni 2027 | Bekanntgabe |", "2027-03-05"),
            ("Fondo de bancos\n| 5 de marzo de 2027 | Cierre de inscripciones |\n| 7 de junio de 2027 | Fallo |", "2027-03-05"),
            ("קרן הספסלים\n| 5.3.2027 | סיום ההרשמה |\n| 7.6.2027 | הכרזת הזוכים |", "2027-03-05"),
            ("صندوق المقاعد\n| 5 مارس 2027 | آخر موعد للتسجيل |\n| 7 يونيو 2027 | إعلان النتائج |", "2027-03-05"),
            // One row tells its step, so all stand in that order.
            (
                "Bench days\n| 11 January 2027 | First leaflet |\n| 5 March 2027 | Deadline for talks |\n| 7 June 2027 | Hall plan |",
                "2027-03-05",
            ),
            // The label leads.
            ("Bench fund\n| Closing date for entries | 5 March 2027 |\n| Winners announced | 7 June 2027 |", "2027-03-05"),
        ],
    );
}

#[test]
fn a_cell_between_says_nothing_and_three_cells_are_a_day() {
    assert_decides(
        None,
        &[
            ("Bench fund\n| Closing date | Friday | 5 March 2027 |", "2027-03-05"),
            ("Bench fund\n| Closing date for entries | by post | 5 March 2027 |", "2027-03-05"),
            ("Fonds des bancs\nDate limite | vendredi | 5 mars 2027", "2027-03-05"),
            ("קרן הספסלים\nמועד אחרון | יום ו' | 5.3.2027", "2027-03-05"),
            ("Bench days\n| 5 | Mar. | 2027 | Deadline for talks |\n| 7 | Jun. | 2027 | Hall plan |", "2027-03-05"),
            ("Bench days\n| Deadline for talks | 5 | March | 2027 |", "2027-03-05"),
            ("Bench days\n| Workshop | Leeds | 5 March 2027 |", "unknown"),
        ],
    );
}

#[test]
fn below_the_heading_of_a_timetable_each_line_tells_its_own() {
    assert_decides(
        None,
        &[
            ("Important dates\n5 March 2027 – Entry deadline\n7 June 2027 – Notification", "2027-03-05"),
            ("Key dates:\n5 March 2027: Bid deadline\n7 June 2027: Notification", "2027-03-05"),
            ("Important dates\nMarch 5, 2027 (talk submission deadline)\nJune 7, 2027 (notification)", "2027-03-05"),
            ("Important dates\n• March 5, 2027: Bid deadline\n• June 7, 2027: results", "2027-03-05"),
            ("Important dates\nMarch 5, 2027 Entry deadline\nJune 7, 2027 Award", "2027-03-05"),
            ("Dates importantes\n5 mars 2027 : dépôt des projets\n7 juin 2027 : résultats", "2027-03-05"),
            ("Conference\n5 March 2027 – Abstract deadline", "2027-03-05"),
            ("Conference dates\n5 March 2027", "unknown"),
        ],
    );
}

#[test]
fn a_day_above_its_label_is_told_beside_longer_lines_and_in_a_list_of_points() {
    let lines = [
        "16 December 2026",
        "Competition opens",
        "14 February 2027",
        "Online workshop for towns that apply: what makes a good application",
        "28 April 2027",
        "Competition closes at 23:59",
        "May - June 2027",
        "The jury meets",
        "27 October 2027",
        "Awards",
    ];
    let plain = format!("Key dates\n{}", lines.join("\n"));
    let points = lines.chunks(2).enumerate().map(|(at, pair)| format!("  {}. {}\n    {}", at + 1, pair[0], pair[1]));
    let listed = format!("Key dates\n{}", points.collect::<Vec<_>>().join("\n"));
    assert_decides(None, &[(&plain, "2027-04-28"), (&listed, "2027-04-28")]);
}

#[test]
fn a_sentence_goes_on_behind_the_end_of_its_line() {
    assert_decides(
        None,
        &[
            ("The prize was announced on 11 January 2027 and the closing date is\n5 March 2027.", "2027-03-05"),
            ("The show opens on 7 June 2027, entries have to be sent by\nFriday, 5 March 2027.", "2027-03-05"),
            ("Der Preis startet am 11. Januar 2027, Einsendeschluss ist der\n5. März 2027.", "2027-03-05"),
            ("Le prix ouvre le 11 janvier 2027 et la date limite d'envoi est fixée au\nvendredi 5 mars 2027.", "2027-03-05"),
            ("El premio se abre el 11 de enero de 2027 y el plazo acaba el\n5 de marzo de 2027.", "2027-03-05"),
            ("הפרס נפתח ביום שני 11.1.2027 והמועד האחרון לשליחה הוא יום\nשישי, 5.3.2027", "2027-03-05"),
            ("تفتح الجائزة في 11 يناير 2027 وآخر موعد للإرسال هو\n5 مارس 2027", "2027-03-05"),
            // The label of the day before.
            ("5 March 2027 – closing date\n7 June 2027 – notification", "2027-03-05"),
            ("5 March 2027, closing date\n7 June 2027, fair", "2027-03-05"),
        ],
    );
}

#[test]
fn in_a_line_of_days_each_has_its_label_behind_it() {
    assert_decides(
        None,
        &[
            ("Important dates: 5 March 2027 – entry deadline, 7 June 2027 – results", "2027-03-05"),
            ("Timeline: 11 January 2027: call opens, 5 March 2027: deadline, 7 June 2027: results", "2027-03-05"),
            ("Key dates: March 5, 2027 (entry deadline); June 7, 2027 (winners)", "2027-03-05"),
            ("Important dates: abstract submission: 5 March 2027; notification: 7 June 2027", "2027-03-05"),
            ("Dates importantes : 5 mars 2027 – date limite, 7 juin 2027 – résultats", "2027-03-05"),
            ("Wichtige Termine: 5. März 2027 – Einsendeschluss, 7. Juni 2027 – Ergebnisse", "2027-03-05"),
            // The label leads.
            ("Important dates: entry deadline 5 March 2027, results 7 June 2027", "2027-03-05"),
            ("Deadlines: 5 March 2027 (first round), 7 June 2027 (second round)", "2027-03-05+2027-06-07"),
        ],
    );
}

#[test]
fn a_question_asks_for_the_day_behind_it() {
    assert_decides(
        None,
        &[
            ("Bench grants\nWHO CAN APPLY? Towns\nWHEN IS IT DUE? May 3, 2027", "2027-05-03"),
            ("Bench grants\nWhen is the closing date?\n3 May 2027", "2027-05-03"),
            ("Bankzuschüsse\nWer? Städte. Bis wann? 3. Mai 2027. Anträge an das Amt.", "2027-05-03"),
            ("Aides aux bancs\nPour qui ? Les communes. Jusqu'à quand candidater ? Le 3 mai 2027.", "2027-05-03"),
            ("Ayudas\n¿Hasta cuándo?\n3 de mayo de 2027", "2027-05-03"),
            ("מענקי ספסלים\nעד מתי ניתן להגיש?\n3 במאי 2027", "2027-05-03"),
            // Another sentence answers something else, and another question asks for something else.
            ("Bench grants\nMissed the deadline? 3 May 2027 is the day of our next open house.", "unknown"),
            ("Bench grants\nWhen does the show open? 3 May 2027", "unknown"),
            ("Bench grants\nWhere? Ash. When? 3 May 2027", "unknown"),
        ],
    );
}

#[test]
fn a_label_in_a_cell_may_end_with_a_point() {
    assert_decides(
        None,
        &[
            (
                "Fund\nStep | Date |\nOpening of applications. | 11 January 2027 |\nClosing of applications. | 5 March 2027 |",
                "2027-03-05",
            ),
            ("Fondo\nApertura. | 11 de enero de 2027 |\nCierre de postulaciones. | 5 de marzo de 2027 |", "2027-03-05"),
            ("Fonds\nClôture des candidatures. | 5 mars 2027", "2027-03-05"),
            ("Fonds\nEinsendeschluss. | 5. März 2027 |", "2027-03-05"),
            ("Fund\nPublication of the list. | 5 March 2027 |", "unknown"),
        ],
    );
}

#[test]
fn of_each_row_below_last_days_the_first_is_one() {
    assert_decides(
        None,
        &[
            (
                "Fund\nThe deadlines are:\n- 12 noon on 4 March 2027 – decision by end of June 2027\n- 12 noon on 3 June 2027 – decision by end of September 2027",
                "2027-03-04+2027-06-03",
            ),
            (
                "Fund\nDeadlines:\n4 March 2027 – board on 6 May 2027\n3 June 2027 – board on 5 August 2027",
                "2027-03-04+2027-06-03",
            ),
            (
                "Fonds\nDates limites de dépôt :\n- 4 mars 2027 – commission le 6 mai 2027\n- 3 juin 2027 – commission le 5 août 2027",
                "2027-03-04+2027-06-03",
            ),
            (
                "Fonds\nFristen:\n4. März 2027 – Sitzung am 6. Mai 2027\n3. Juni 2027 – Sitzung am 5. August 2027",
                "2027-03-04+2027-06-03",
            ),
            (
                "Fondo\nPlazos de solicitud:\n4 de marzo de 2027 – resolución 6 de mayo de 2027\n3 de junio de 2027 – resolución 5 de agosto de 2027",
                "2027-03-04+2027-06-03",
            ),
            // One last day, and the days of other things below it.
            ("Fund\nDeadline:\n4 March 2027 – decision in May 2027\n3 June 2027 – start of the works", "2027-03-04"),
        ],
    );
}

#[test]
fn an_hour_behind_what_happens_on_a_day_is_not_of_the_line_below() {
    assert_decides(
        None,
        &[
            ("Bench days\n11 January 2027 Portal opens\n5 March 2027 Portal closes at 23:59\n7 June 2027 Results", "2027-03-05"),
            (
                "Bench days\n5 March 2027 Talk proposal submission portal closes\n9 March 2027 General registration opens",
                "2027-03-05",
            ),
            ("Bench days\n5 March 2027 Portal closes at 11:59 p.m. (CT)\n7 June 2027 Results are announced", "2027-03-05"),
        ],
    );
}
