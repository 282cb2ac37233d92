//! Those who sign up late are let in.

use super::assert_decides;

#[test]
fn late_registration_ends_on_the_last_day() {
    assert_decides(
        None,
        &[
            (
                "Congress\nEarly registration opens on 15 January 2027 and closes on 31 May 2027.\nLate registration from 1 June 2027 to 15 September 2027.",
                "2027-09-15",
            ),
            ("Congress\nRegular registration closes on 31 May 2027. Late registration until 15 September 2027.", "2027-09-15"),
            ("Congress\nRegistration deadline: 31 May 2027. Late registration: until 15 September 2027.", "2027-09-15"),
            (
                "Kongress\nDie Frühanmeldung endet am 31. Mai 2027. Die Spätanmeldung läuft vom 1. Juni 2027 bis 15. September 2027.",
                "2027-09-15",
            ),
            (
                "Congrès\nL'inscription anticipée se termine le 31 mai 2027. Inscription tardive du 1er juin au 15 septembre 2027.",
                "2027-09-15",
            ),
            (
                "Congreso\nLa inscripción ordinaria cierra el 31 de mayo de 2027. Inscripción tardía hasta el 15 de septiembre de 2027.",
                "2027-09-15",
            ),
            ("כנס\nההרשמה המוקדמת נסגרת ב-31.5.2027. הרשמה מאוחרת מ-1.6.2027 עד 15.9.2027.", "2027-09-15"),
            (
                "Congress\nRegistration closes on 31 May 2027. There is no late registration. The congress is on 15 September 2027.",
                "2027-05-31",
            ),
            ("Congress\nRegistration closes on 31 May 2027. Late registration on site from 3 to 5 September 2027.", "2027-05-31"),
            ("Congress\nRegistration closes on 31 May 2027. Early registration until 1 March 2027.", "2027-05-31"),
            (
                "Call for papers\nAbstract submission deadline: 5 April 2027. Early registration until 31 May 2027. Late registration until 15 September 2027.",
                "2027-04-05",
            ),
            ("Congress\nRegistration closes on 31 May 2027. Late registration costs €50 more.", "2027-05-31"),
        ],
    );
}
