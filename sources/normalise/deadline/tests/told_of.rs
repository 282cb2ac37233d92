//! Two days in one sentence, of which a verb of being leads on to the last one.

use super::assert_decides;

#[test]
fn the_last_day_for_an_event_stands_behind_the_verb_of_being() {
    assert_decides(
        None,
        &[
            ("The deadline for registering for the workshop to be held in Haifa on 5 May 2027 is 1 April 2027.", "2027-04-01"),
            ("The deadline for registration for the congress on 5 May 2027 is 1 April 2027.", "2027-04-01"),
            ("Die Anmeldefrist für die Tagung am 5. Mai 2027 ist der 1. April 2027.", "2027-04-01"),
            ("La date limite d'inscription au colloque du 5 mai 2027 est le 1er avril 2027.", "2027-04-01"),
            ("La fecha límite de inscripción al congreso del 5 de mayo de 2027 es el 1 de abril de 2027.", "2027-04-01"),
            ("המועד האחרון להרשמה לכנס שיתקיים ב-5.5.2027 הוא 1.4.2027.", "2027-04-01"),
            // The other way round each day has its own words.
            ("The deadline for the workshop is 1 April 2027. The workshop is on 5 May 2027.", "2027-04-01"),
            ("The workshop on 5 May 2027 is the first. The deadline is 1 April 2027.", "2027-04-01"),
        ],
    );
}
