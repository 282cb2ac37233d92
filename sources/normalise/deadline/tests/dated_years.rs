//! Years that the text tells beside the day: the current one, that of an event with its place, one that a scan broke.

use super::assert_decides;

#[test]
fn the_current_year_is_that_of_its_days() {
    assert_decides(
        None,
        &[
            ("For this financial year (2027) apply by 10 June.", "2027-06-10"),
            ("In the current year 2027 towns apply by 10 June.", "2027-06-10"),
            ("Pour l'année en cours (2027), les candidatures sont à déposer avant le 10 juin.", "2027-06-10"),
            ("Für das laufende Jahr 2027 sind Anträge bis 10. Juni möglich.", "2027-06-10"),
            ("Para el presente ejercicio 2027 las solicitudes se presentan hasta el 10 de junio.", "2027-06-10"),
            ("לשנת הכספים הנוכחית 2027 יש להגיש בקשות עד 10 ביוני.", "2027-06-10"),
            ("للعام الجاري 2027 آخر موعد للتقديم 10 يونيو", "2027-06-10"),
            // A programme's year may be called for in the year before.
            ("The grants of 2027: apply by 10 June.", "unknown"),
            ("In the current year apply by 10 June.", "unknown"),
            ("This financial year ends on 31 March 2027.", "unknown"),
        ],
    );
}

#[test]
fn an_event_with_its_place_lends_its_year() {
    assert_decides(
        None,
        &[
            ("Register by 30 August.\nDate: 2-4 October 2027\nVenue: Rome", "2027-08-30"),
            ("Anmeldung bis 30. August.\nTermin: 2. bis 4. Oktober 2027\nOrt: Ulm", "2027-08-30"),
            ("Inscripción hasta el 30 de agosto.\nFecha: 2 de octubre de 2027\nLugar: Soria", "2027-08-30"),
            ("הרשמה עד 30 באוגוסט.\nתאריך: 2.10.2027\nמקום: לוד", "2027-08-30"),
            ("Mercado de la Edad Media\n1 y 2 de octubre de 2027\nSolicitudes hasta el 30 de agosto", "2027-08-30"),
            // Without a place it may be the day of the page.
            ("Register by 30 August.\nDate: 2 October 2027\nAuthor: the clerk", "unknown"),
        ],
    );
}
