//! Days that stand beside the last one and are something else: the first, the congress's own, an answer's.

use super::{Dated, DeadlineContext, assert_decides, cues, day};

#[test]
fn the_day_of_opening_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("The submission portal opens on 11 January 2027.", "unknown"),
            ("Nominations open 11 January 2027 and close 26 February 2027 at noon.", "2027-02-26"),
            ("Bookings for the stands start on 11 January 2027 and end on 26 February 2027.", "2027-02-26"),
            ("Nominations open today and close on 26 February 2027.", "2027-02-26"),
            ("Deadline: nominations are open 26 February 2027.", "2027-02-26"),
            ("La recepción de propuestas comienza el 11 de enero de 2027 y acaba el 26 de febrero de 2027.", "2027-02-26"),
            (
                "El 2 de diciembre se publica la convocatoria. El plazo para presentarse empieza el 11 de enero de 2027.",
                "unknown",
            ),
            ("Le dépôt des projets démarre le 11 janvier 2027 et s'achève le 26 février 2027.", "2027-02-26"),
            ("Les inscriptions débutent le 11 janvier 2027.", "unknown"),
            ("Am 11. Januar 2027 ist Neujahrsempfang. Die Einreichfrist startet am 18. Januar 2027.", "unknown"),
            ("Die Antragsphase öffnet am 18. Januar 2027 und schließt am 26. Februar 2027.", "2027-02-26"),
            ("הרישום מתחיל ב-11.1.2027 ומסתיים ב-26.2.2027.", "2027-02-26"),
            ("תאריך פתיחת הרישום: 11.1.2027", "unknown"),
            ("يبدأ استقبال الطلبات يوم 11 يناير 2027 وينتهي يوم 26 فبراير 2027.", "2027-02-26"),
            ("تبدأ فترة الترشح في 11 يناير 2027", "unknown"),
            ("The fair opens on 4 June 2027 and closes on 6 June 2027.", "unknown"),
            ("Le salon ouvre le 4 juin 2027 et ferme le 6 juin 2027.", "unknown"),
            ("Die Ausstellung öffnet am 4. Juni 2027 und schließt am 2. Juli 2027.", "unknown"),
            ("היריד נפתח ב-4.6.2027 ונסגר ב-6.6.2027.", "unknown"),
            ("The fair opens on 4 June 2027 and registration closes on 7 May 2027.", "2027-05-07"),
            // The course begins, not the registration.
            ("Register until 26 February 2027 for the summer course, which begins on 5 July 2027.", "2027-02-26"),
        ],
    );
}

#[test]
fn the_day_on_the_line_below_is_no_second_cut_off() {
    assert_decides(
        None,
        &[
            ("Closing date: 12 March 2027\n6 May 2027\nGhent, Town Hall", "2027-03-12"),
            ("Sign up by 12 March 2027\n6-8 May 2027", "2027-03-12"),
            ("Send your proposal before 12 March 2027.\nDublin, 6 January 2027", "2027-03-12"),
            ("Deadline: 12 March 2027\nUpdated: 20 March 2027", "2027-03-12"),
            ("Date butoir : 12 mars 2027\n6 mai 2027\nGand", "2027-03-12"),
            ("Einsendeschluss: 12.03.2027\nBonn, 06.01.2027", "2027-03-12"),
            ("Plazo: 12 de marzo de 2027\nToledo, 6 de enero de 2027", "2027-03-12"),
            ("הרשמה עד 12.3.2027\nחיפה, 6.5.2027", "2027-03-12"),
            ("آخر أجل: 12 مارس 2027\n6 مايو 2027\nتونس", "2027-03-12"),
            ("Closing dates:\n12 March 2027\n6 May 2027", "2027-03-12+2027-05-06"),
            ("Submission deadlines: 12 March 2027\n6 May 2027", "2027-03-12+2027-05-06"),
            (
                "Small grants\nApply by\n12 March 2027 (spring)\n6 May 2027 (summer)\n3 September 2027 (autumn)",
                "2027-03-12+2027-05-06+2027-09-03",
            ),
            ("Fristen:\n12.03.2027\n06.05.2027", "2027-03-12+2027-05-06"),
            ("Deadline: 12 March 2027 and 6 May 2027", "2027-03-12+2027-05-06"),
        ],
    );
    let published = Some(day(2027, 2, 3));
    assert_decides(published, &[("Deadlines: 12 March 2027\n3 February 2027", "2027-03-12")]);
}

#[test]
fn authors_register_after_the_last_day_for_abstracts() {
    assert_decides(
        None,
        &[
            ("Abstracts are due on 5 March 2027. Speakers have to sign up and pay by 4 June 2027.", "2027-03-05"),
            ("5 March 2027: submission deadline\n4 June 2027: last day for presenters to register", "2027-03-05"),
            ("Résumés à envoyer avant le 5 mars 2027. Les orateurs s'inscrivent au plus tard le 4 juin 2027.", "2027-03-05"),
            ("Resúmenes hasta el 5 de marzo de 2027. Los ponentes deben inscribirse antes del 4 de junio de 2027.", "2027-03-05"),
            ("Abstracts bis 5. März 2027. Anmeldeschluss für Vortragende: 4. Juni 2027.", "2027-03-05"),
            ("מועד אחרון למשלוח תקצירים: 5.3.2027\nמועד אחרון להרשמת הדוברים: 4.6.2027", "2027-03-05"),
            ("آخر موعد لإرسال الملخصات 5 مارس 2027\nآخر موعد لتسجيل المتحدثين 4 يونيو 2027", "2027-03-05"),
            // Where no other day is told, theirs is the last one.
            ("Speakers have to sign up by 4 June 2027.", "2027-06-04"),
        ],
    );
}

#[test]
fn an_answer_comes_after_the_last_day() {
    assert_decides(
        None,
        &[
            ("Send your form by 8 April 2027. Replies by 17 May 2027.", "2027-04-08"),
            ("Send your form by 8 April 2027. Towns receive an answer by 17 May 2027.", "2027-04-08"),
            ("Anmeldung bis 8. April 2027. Antworten bis 17. Mai 2027.", "2027-04-08"),
            ("Inscripción hasta el 8 de abril de 2027. Las respuestas llegan antes del 17 de mayo de 2027.", "2027-04-08"),
            ("Please reply by 17 May 2027.", "2027-05-17"),
            ("Stand bookings until 8 April 2027. Payment of the fees due: 17 May 2027.", "2027-04-08"),
            ("Payment deadline: 17 May 2027.", "unknown"),
            ("Forms and fees due: 17 May 2027.", "2027-05-17"),
            ("Proposals are due to the clerk of the council by Friday, 9 April 2027.", "2027-04-09"),
        ],
    );
}

#[test]
fn the_day_of_the_invitation_is_no_step() {
    assert_decides(
        None,
        &[
            (
                "Letter of interest: 2 March 2027\nInvitations issued: 6 April 2027\nFormal application: 11 June 2027",
                "2027-03-02>2027-06-11",
            ),
            ("Note d'intention : 2 mars 2027\nInvitation : 6 avril 2027\nCandidature : 11 juin 2027", "2027-03-02>2027-06-11"),
            (
                "Projektskizze bis 2. März 2027\nAufforderung zum Antrag: 6. April 2027\nAntragsfrist: 11. Juni 2027",
                "2027-03-02>2027-06-11",
            ),
            (
                "Preproyecto: hasta el 2 de marzo de 2027\nInvitación: 6 de abril de 2027\nSolicitud: hasta el 11 de junio de 2027",
                "2027-03-02>2027-06-11",
            ),
            ("הצעה ראשונית: עד 2.3.2027\nהזמנה להמשך: 6.4.2027\nהצעה: עד 11.6.2027", "2027-03-02>2027-06-11"),
            // The call itself invites.
            ("Invitation to apply: 11 June 2027", "2027-06-11"),
        ],
    );
}

#[test]
fn an_opening_fixes_the_year_and_a_launch_does_not() {
    assert_decides(
        None,
        &[
            ("The call opens on 9 February 2027. The deadline is 14 May.", "2027-05-14"),
            ("Opening date: 9 November 2026\nClosing date: 14 January", "2027-01-14"),
            ("Ouverture : 9 février 2027\nClôture : 14 mai", "2027-05-14"),
            ("Apertura: 9 de febrero de 2027. Cierre: 14 de mayo.", "2027-05-14"),
            ("מועד הפתיחה: 9.2.2027. מועד אחרון להגשה: 14 במאי", "2027-05-14"),
            ("تاريخ الافتتاح 9 فبراير 2027. آخر موعد 14 مايو.", "2027-05-14"),
            // Whose opening it is is not said, or it is long ago.
            ("The museum opened on 9 February 1950. Deadline: 14 May.", "unknown"),
            ("Since 9 February 2017 we support towns. Deadline: 14 May.", "unknown"),
            ("Deadline: 14 May. The launch takes place on 9 February 2027.", "unknown"),
            ("Deadline: 14 May. An info session will be held in February 2027.", "unknown"),
            ("Bewerbung bis 14. Mai. Beratungstermine finden am 3. März 2027 und am 9. März 2027 statt.", "unknown"),
            ("Apply by May 14. Advice rounds on 3 March 2027.", "unknown"),
            ("2027-02-09 Apply by 14 May.", "unknown"),
            ("Bewerbung bis 14. Mai. Preisverleihung am 3. September 2027.", "2027-05-14"),
        ],
    );
}

#[test]
fn a_day_of_every_year_has_no_year() {
    let cases = [
        ("Apply by 1 March of each year.", "unknown"),
        ("Anträge jeweils bis 1. März.", "unknown"),
        ("Anträge bis 1. März des Vorjahres.", "unknown"),
        ("Demandes avant le 1er mars de chaque année.", "unknown"),
        ("Solicitudes hasta el 1 de marzo de cada año.", "unknown"),
        ("הגשה עד 1 במרץ בכל שנה.", "unknown"),
        ("آخر موعد 1 مارس من كل عام.", "unknown"),
        ("Apply by 1 March.", "2027-03-01"),
    ];
    assert_decides(Some(day(2026, 12, 1)), &cases);
}

#[test]
fn an_aside_does_not_swallow_the_last_day() {
    assert_decides(
        None,
        &[
            ("Anmeldungen sind (solange freie Termine da sind) bis zum 19. März 2027 möglich.", "2027-03-19"),
            ("Vous pouvez demander un stand sur la place du marché avant le 19 mars 2027.", "2027-03-19"),
        ],
    );
}

#[test]
fn the_stamp_of_a_machine_is_no_event() {
    let context = DeadlineContext { published: None, url: "https://cities.example/fair", today: day(2026, 11, 22) };
    let found = |text: &str| Dated::read(text, Some("en"), context, &cues().find(&words::tokens(text), None)).event(true);
    assert_eq!(found("Town fair\n2027-03-04T10:22:59+00:00\nStands can be booked."), None);
    assert!(found("Town fair\nThursday, 4 March 2027, Market Hall\nStands can be booked.").is_some());
}

#[test]
fn what_costs_nothing_has_no_day_of_payment() {
    assert_decides(
        None,
        &[
            ("Towns enter without a fee by 7 May 2027.", "2027-05-07"),
            ("Inscription sans frais avant le 7 mai 2027.", "2027-05-07"),
            ("Inscripción sin cuota hasta el 7 de mayo de 2027.", "2027-05-07"),
            ("Anmeldung gebührenfrei bis 7. Mai 2027.", "2027-05-07"),
            ("הרשמה ללא תשלום עד 7.5.2027.", "2027-05-07"),
            ("Les frais sont à payer avant le 7 mai 2027.", "unknown"),
        ],
    );
}

#[test]
fn the_day_that_another_took_the_place_of_is_none() {
    assert_decides(
        None,
        &[
            ("The deadline is now 7 May 2027 instead of 9 April 2027.", "2027-05-07"),
            ("Deadline 9 April 2027 instead of 7 May 2027.", "2027-04-09"),
            ("Date limite : 7 mai 2027 au lieu du 9 avril 2027.", "2027-05-07"),
        ],
    );
}

#[test]
fn where_something_is_held_behind_a_new_date_the_days_are_its_own() {
    assert_decides(
        None,
        &[
            (
                "Congreso\nLa red confirmó la nueva fecha del Congreso de Plazas, que se realizará en Ávila los días 7, 8 y 9 de junio de 2027. La nueva fecha límite para los resúmenes es el 5 de marzo de 2027.",
                "2027-03-05",
            ),
            (
                "Congress\nThe new date of the congress is out: it will be held on 7 and 8 June 2027. Abstracts by 5 March 2027.",
                "2027-03-05",
            ),
            (
                "Congrès\nVoici la nouvelle date du congrès, qui se tiendra les 7 et 8 juin 2027. Résumés avant le 5 mars 2027.",
                "2027-03-05",
            ),
            ("Congress\nThe deadline for the congress to be held in Ash is 5 March 2027.", "2027-03-05"),
            ("Concours\nLa clôture des inscriptions aura lieu le 5 mars 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn a_visa_is_asked_for_by_those_who_are_in() {
    assert_decides(
        None,
        &[
            ("Fair\nDeadline for visa invitation letters: 5 March 2027.", "unknown"),
            ("Fair\nStands are booked by 5 March 2027. Visa requests by 5 April 2027.", "2027-03-05"),
            ("Messe\nVisumanträge bis 5. April 2027. Standanmeldung bis 5. März 2027.", "2027-03-05"),
            ("معرض\nالموعد النهائي للتقدم بطلب الحصول على تأشيرات العارضين: 5 مارس 2027", "unknown"),
        ],
    );
}

#[test]
fn an_hour_before_the_day_or_a_first_day_by_another_word_takes_nothing_from_it() {
    assert_decides(
        None,
        &[
            ("Curso\nLas inscripciones cierran a las 23.59 del jueves 1 de julio de 2027.", "2027-07-01"),
            ("Curso\nEl plazo cierra a las 18 h del día 1 de julio de 2027.", "2027-07-01"),
            ("Show\nTowns register beginning March 1, 2027.", "unknown"),
            ("Spielplätze\nDie nächsten Eingabetermine sind:\n4. März 2027\n3. Juni 2027", "2027-03-04+2027-06-03"),
            ("Jeux\nLes prochains délais de dépôt des requêtes sont :\n4 mars 2027\n3 juin 2027", "2027-03-04+2027-06-03"),
        ],
    );
}

#[test]
fn what_stands_beside_the_last_day_takes_nothing_from_it() {
    assert_decides(
        None,
        &[
            ("Fund\nApply by 3 May 2027. You will hear by when the money comes, on 1 July 2027.", "2027-05-03"),
            ("קול קורא\nיש להגיש עד 3.5.2027. יש לציין עד מתי יושלם: 31.12.2028.", "2027-05-03"),
            ("Fair\nRegistration and visa request deadline: 3 May 2027.", "2027-05-03"),
            ("Photo contest\nSend your photos by 31 May\n2027. Rights remain with the photographers.", "2027-05-31"),
            ("Concours photo\nEnvoyez vos photos avant le 31 mai\n2027. Droits d'image : voir le règlement.", "2027-05-31"),
            (
                "Ayudas a municipios\nLas solicitudes se realizarán hasta el 20 de marzo de 2027 en la sede electrónica.",
                "2027-03-20",
            ),
            ("Premio\nEl registro de participantes se llevará a cabo entre el 1 y el 20 de marzo de 2027.", "2027-03-20"),
            // The answer to a question that asks for something else.
            ("Fellowship for mayors\nApply online.\nUntil when does the fellowship run? 31 December 2027", "unknown"),
            ("Förderfonds\nGemeinden können einen Antrag stellen.\nBis wann erhalte ich eine Antwort? 15. Juni 2027", "unknown"),
        ],
    );
}
