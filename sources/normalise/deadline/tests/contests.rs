//! Competitions that run from one day to another.

use super::assert_decides;

#[test]
fn a_competition_that_lasts_for_weeks_is_open_for_as_long() {
    assert_decides(
        None,
        &[
            ("The drawing competition runs from 11 January to 5 March 2027.", "2027-03-05"),
            ("The contest lasts from 11 January to 5 March 2027.", "2027-03-05"),
            ("Contest period: 11 January to 5 March 2027", "2027-03-05"),
            ("Call period: 11 January to 5 March 2027", "2027-03-05"),
            ("The first round of the competition\nlasts from January 11, 2027. to March 5, 2027.", "2027-03-05"),
            ("Start of the competition: 11 January 2027\nEnd of the competition: 5 March 2027", "2027-03-05"),
            ("Der Wettbewerb läuft vom 11. Januar bis 5. März 2027.", "2027-03-05"),
            ("Der Malwettbewerb findet vom 11. Januar bis 5. März 2027 statt.", "2027-03-05"),
            ("Wettbewerbszeitraum: 11. Januar bis 5. März 2027", "2027-03-05"),
            ("Unser Malwettbewerb\nTeilnehmen kann jeder vom 11. Januar bis 5. März 2027.", "2027-03-05"),
            ("Beginn des Wettbewerbs: 11. Januar 2027\nEnde des Wettbewerbs: 5. März 2027", "2027-03-05"),
            ("Le concours se déroule du 11 janvier au 5 mars 2027.", "2027-03-05"),
            ("Durée du concours : du 11 janvier au 5 mars 2027", "2027-03-05"),
            ("El concurso se desarrollará del 11 de enero al 5 de marzo de 2027.", "2027-03-05"),
            ("Duración del concurso: del 11 de enero al 5 de marzo de 2027", "2027-03-05"),
            ("התחרות תתקיים בין התאריכים 11.1.2027-5.3.2027", "2027-03-05"),
            ("תקופת התחרות: 11.1.2027 - 5.3.2027", "2027-03-05"),
            ("مدة المسابقة: من 11 يناير إلى 5 مارس 2027", "2027-03-05"),
        ],
    );
}

#[test]
fn a_competition_of_days_and_what_is_held_beside_one_are_events() {
    assert_decides(
        None,
        &[
            ("The sailing competition takes place from 4 to 6 June 2027 in Kiel.", "unknown"),
            ("The violin competition takes place from 4 to 24 June 2027 in Lyon.", "unknown"),
            ("Der Tanzwettbewerb findet vom 4. bis 6. Juni 2027 in Bremen statt.", "unknown"),
            ("Der Tanzwettbewerb findet vom 4. bis 24. Juni 2027 in Bremen statt.", "unknown"),
            ("Das Festival findet vom 11. Januar bis 5. März 2027 statt.", "unknown"),
            ("Die Ausstellung der Wettbewerbsarbeiten läuft vom 11. Januar bis 5. März 2027.", "unknown"),
            ("The rowing competition runs from 4 October 2027 to 28 May 2028.", "unknown"),
            ("The drawing competition ran from 4 May to 28 August 2026.", "unknown"),
            ("Beim Malwettbewerb konnten vom 4. Mai bis 28. August 2026 alle teilnehmen.", "unknown"),
            ("El concurso se desarrolló del 4 de mayo al 28 de agosto de 2026.", "unknown"),
            ("התחרות התקיימה בין התאריכים 4.5.2026-28.8.2026.", "unknown"),
            ("The residency runs from 11 January to 5 March 2027.", "unknown"),
            // Where a last day is told the span is the competition's own.
            ("The drawing competition runs from 11 January to 5 March 2027. Enter by 15 February 2027.", "2027-02-15"),
            ("Le concours se déroule du 11 janvier au 5 mars 2027. Inscription avant le 15 février 2027.", "2027-02-15"),
        ],
    );
}
