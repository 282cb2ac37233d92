//! Days beside the name of an event, and beside a day that something else is said of: whose they are.

use super::assert_decides;

#[test]
fn the_time_to_sign_up_for_an_event_is_not_the_events_own() {
    assert_decides(
        None,
        &[
            ("Enrolment for the symposium: 11 January 2027 - 5 March 2027", "2027-03-05"),
            ("Applications for the study tour are accepted 11 January to 5 March 2027.", "2027-03-05"),
            ("The booking period of the expo runs from 11 January 2027 until 5 March 2027.", "2027-03-05"),
            ("Réservations pour le salon : du 11 janvier au 5 mars 2027", "2027-03-05"),
            ("La période de dépôt pour le colloque est du 11 janvier au 5 mars 2027.", "2027-03-05"),
            ("Standbuchung für die Messe vom 11. Januar bis 5. März 2027", "2027-03-05"),
            ("Die Bewerbungsphase für die Tagung ist 11. Januar bis 5. März 2027.", "2027-03-05"),
            ("El plazo de reserva de la feria será desde el 11 de enero hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("הרישום ליריד: 11.1.2027 - 5.3.2027", "2027-03-05"),
            ("ההרשמה לסמינר תתקיים בין 11.1.2027 ל-5.3.2027", "2027-03-05"),
            ("التسجيل في الملتقى من 11 يناير إلى 5 مارس 2027", "2027-03-05"),
            ("Vorträge für das Symposium können vom 11. Januar bis 5. März 2027 vorgeschlagen werden.", "2027-03-05"),
            // The event's own days.
            ("Registration for the expo in Leeds from 7 to 23 June 2027.", "unknown"),
            ("Expo: 7 June to 9 July 2027. Sign up now.", "unknown"),
            ("Registration for the expo, which is held from 7 June to 9 July 2027, is free.", "unknown"),
            ("Registration for the expo that takes place from 7 June to 9 July 2027 is free.", "unknown"),
            ("Registration for the course which runs from 7 June to 9 July 2027 is free.", "unknown"),
            ("Réservations pour le salon du 7 au 9 juin 2027", "unknown"),
            ("Standbuchung für die Messe vom 7. bis 9. Juni 2027", "unknown"),
            ("הרשמה לכנס שיתקיים בין 7.6.2027 ל-9.7.2027", "unknown"),
        ],
    );
}

#[test]
fn a_comma_before_until_parts_no_time_to_apply() {
    assert_decides(
        None,
        &[
            ("Apply from Monday, 11 January 2027, until Friday, 5 March 2027.", "2027-03-05"),
            ("Les dossiers peuvent être déposés du lundi 11 janvier 2027, au vendredi 5 mars 2027.", "2027-03-05"),
            ("Anträge können von Montag, 11. Januar 2027, bis Freitag, 5. März 2027, gestellt werden.", "2027-03-05"),
            ("Las solicitudes se presentan desde el 11 de enero de 2027, hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("ניתן להגיש בקשות מיום שני, 11.1.2027, ועד יום שישי, 5.3.2027.", "2027-03-05"),
            ("تقدم الطلبات من 11 يناير 2027، حتى 5 مارس 2027.", "2027-03-05"),
            ("Apply by 11 January 2027, 5 March 2027 or 7 June 2027.", "2027-01-11+2027-03-05+2027-06-07"),
            ("The rules come on 11 January 2027, and entries are due by 5 March 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn behind_an_and_the_word_for_the_deadline_is_of_the_next_day() {
    assert_decides(
        None,
        &[
            ("The rules were released on 11 January 2027 and the entry deadline is 5 March 2027.", "2027-03-05"),
            ("The portal is online on 11 January 2027, and the last day for bids is 5 March 2027.", "2027-03-05"),
            ("Der Wettbewerb startete am 11. Januar 2027 und der Einsendeschluss ist der 5. März 2027.", "2027-03-05"),
            ("Las bases se publicaron el 11 de enero de 2027 y el plazo acaba el 5 de marzo de 2027.", "2027-03-05"),
            ("نشر النداء في 11 يناير 2027 والموعد النهائي 5 مارس 2027", "2027-03-05"),
            // Both are last days.
            ("Sketches are due on 11 January 2027 and the deadline for models is 5 March 2027.", "2027-01-11+2027-03-05"),
            ("11 January 2027: deadline for towns, 5 March 2027: deadline for regions", "2027-01-11+2027-03-05"),
        ],
    );
}

#[test]
fn the_hebrew_word_for_a_date_is_no_until() {
    assert_decides(
        None,
        &[
            ("מועד פתיחת הסדנה: 7.6.2027", "unknown"),
            ("מועד תחילת ההכשרה: 7.6.2027", "unknown"),
            ("מועד פתיחת הרישום: 7.6.2027", "unknown"),
            ("מועד הסיור: 7.6.2027", "unknown"),
            ("מועד ההרשמה: 5.3.2027", "2027-03-05"),
            ("מועד הגשת הצעות: עד 5.3.2027", "2027-03-05"),
        ],
    );
}

#[test]
fn a_price_by_date_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("Booking until 5 March 2027 costs €200, afterwards €260.", "unknown"),
            ("Register by 5 March 2027 and save €60.", "unknown"),
            ("Sign up before 5 March 2027 and get 20% off.", "unknown"),
            ("Register by 5 March 2027 at the reduced rate.", "unknown"),
            ("Anmeldung bis 5. März 2027: 200 Euro, danach 260 Euro.", "unknown"),
            ("Bis 5. März 2027 anmelden und 60 Euro sparen.", "unknown"),
            ("Inscription jusqu'au 5 mars 2027 : 200 €, puis 260 €.", "unknown"),
            ("Inscripción hasta el 5 de marzo de 2027: 200 €; luego 260 €.", "unknown"),
            ("דמי השתתפות לנרשמים עד 5.3.2027: 200 ₪, אחר כך 260 ₪.", "unknown"),
            ("التسجيل حتى 5 مارس 2027: 200 يورو، بعدها 260 يورو.", "unknown"),
            ("200 ₪ עד 5.3.2027, 260 ₪ לאחר מכן. הרשמה באתר", "unknown"),
            ("Register by 5 March 2027 and save €60. Registration closes on 9 April 2027.", "2027-04-09"),
            // Nobody pays more later.
            ("בהנחה שיש תקציב, יש להגיש בקשה עד 5.3.2027", "2027-03-05"),
            ("Register by 5 March 2027. The fee is €200, then lunch is €10.", "2027-03-05"),
            ("Apply by 5 March 2027: €9,000 in the first year, then €4,000.", "2027-03-05"),
            ("Apply by 5 March 2027 and help your town save water.", "2027-03-05"),
            ("Bewerbung bis 5. März 2027. Danach entscheidet der Rat über 9.000 Euro.", "2027-03-05"),
        ],
    );
}

#[test]
fn publication_and_submission_over_one_span_are_a_submission() {
    assert_decides(
        None,
        &[
            ("Publication et dépôt des projets : du 11 janvier au 5 mars 2027", "2027-03-05"),
            ("Veröffentlichung und Einreichung der Projekte: 11.1.2027 - 5.3.2027", "2027-03-05"),
            ("Publicación y presentación de proyectos: del 11 de enero al 5 de marzo de 2027", "2027-03-05"),
            ("Publication of the notice and submission of applications\n11 January - 5 March 2027", "2027-03-05"),
            ("Publication and submission | 11.1.2027-5.3.2027", "2027-03-05"),
            ("פרסום הקול הקורא לעיריות והגשת הבקשות\n\n11.1.2027-5.3.2027", "2027-03-05"),
            // A dateline is no label's.
            ("Towns submit their plans to the fund for benches\n5 March 2027", "unknown"),
            ("Publication: 11 January 2027", "unknown"),
        ],
    );
}

#[test]
fn a_last_day_of_its_own_beats_the_days_of_what_is_called_for() {
    assert_decides(
        None,
        &[
            (
                "Se amplía la convocatoria para actuar en el festival del 4 al 6 de junio de 2027. Último día para inscribirse: 5 de marzo de 2027.",
                "2027-03-05",
            ),
            ("הוארכה ההרשמה להופעה בפסטיבל בתאריכים 4-6.6.2027. היום האחרון לשליחת טפסים: 5.3.2027.", "2027-03-05"),
            (
                "تم تمديد باب المشاركة في المهرجان للفترة من 4 ولغاية 6 يونيو 2027 علما أن آخر يوم لاستلام الطلبات هو 5 / 3 / 2027",
                "2027-03-05",
            ),
            ("The call for entries is extended until 5 March 2027. The fair is held from 4 to 6 June 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn as_long_as_a_call_is_open_one_can_hand_in() {
    assert_decides(
        None,
        &[
            ("The third call for plans will open from 8 March to 7 June 2027\nTowns are meant.", "2027-06-07"),
            ("L'appel à projets de la région ouvrira du 8 mars au 7 juin 2027\nPour les communes.", "2027-06-07"),
            ("Der Aufruf öffnet vom 8. März bis 7. Juni 2027\nFür Kommunen.", "2027-06-07"),
            ("La convocatoria se abrirá del 8 de marzo al 7 de junio de 2027\nMunicipios.", "2027-06-07"),
            ("Concours\nLe concours photo de l'été a démarré le 1/06/2027 et s'achèvera le 31/08/2027.", "2027-08-31"),
            ("Prize\nFrom 8 March to 7 June 2027, towns can apply to become capital of benches.", "2027-06-07"),
            ("Prix\nDu 8 mars au 7 juin 2027, les villes peuvent candidater.", "2027-06-07"),
            ("Preis\nVom 8. März bis 7. Juni 2027 können sich Städte bewerben.", "2027-06-07"),
            // What is done with what one has learned, or with a craft, is no request.
            ("Exchange of towns\nFrom 10 to 25 June 2027 participants can apply the methods at home. Towns can join.", "unknown"),
            ("Mill\nFrom 1 September to 30 November 2027 artists can apply their craft here. Send a letter.", "unknown"),
            // Few days are those of a meeting.
            ("Prize\nFrom 8 to 10 March 2027 those who may apply meet in Ash.", "unknown"),
            ("Prize\nFrom 8 March to 7 June 2026 fifty towns submitted their applications.", "unknown"),
        ],
    );
}
