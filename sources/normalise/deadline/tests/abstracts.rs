//! Abstracts with the name of the event that they are for.

use super::assert_decides;

#[test]
fn abstracts_for_an_event_are_due_on_their_day() {
    assert_decides(
        None,
        &[
            ("Submission of abstracts for the conference until 3 May 2027.", "2027-05-03"),
            ("The submission of abstracts for the conference is possible until 3 May 2027.", "2027-05-03"),
            ("Submission of abstracts and papers for the conference until 3 May 2027.", "2027-05-03"),
            ("Abstract submission for the conference: 3 May 2027", "2027-05-03"),
            ("The deadline for abstracts for the workshop is 3 May 2027.", "2027-05-03"),
            ("Deadline for abstracts for the congress\n3 May 2027", "2027-05-03"),
            ("Annual conference: submission of abstracts until 3 May 2027.", "2027-05-03"),
            ("Annual conference: deadline for abstracts 3 May 2027.", "2027-05-03"),
            ("Soumission des résumés pour le colloque jusqu'au 3 mai 2027.", "2027-05-03"),
            ("Colloque : envoi des résumés jusqu'au 3 mai 2027.", "2027-05-03"),
            ("Envío de resúmenes para el congreso hasta el 3 de mayo de 2027.", "2027-05-03"),
            ("Congreso: presentación de resúmenes hasta el 3 de mayo de 2027.", "2027-05-03"),
            ("הגשת תקצירים לכנס עד 3.5.2027.", "2027-05-03"),
            ("כנס שנתי: הגשת תקצירים עד 3.5.2027.", "2027-05-03"),
            ("Einreichung der Abstracts für die Tagung bis 3. Mai 2027.", "2027-05-03"),
            ("Abstracts for the congress: 3 May 2027", "2027-05-03"),
            ("Abstracts für die Tagung: 3. Mai 2027", "2027-05-03"),
            ("Résumés pour le colloque : 3 mai 2027", "2027-05-03"),
            ("Resúmenes para el congreso: 3 de mayo de 2027", "2027-05-03"),
            // The event's own day stays its own.
            ("Submission of abstracts for the conference on 3 May 2027.", "unknown"),
            ("Abstracts are printed. The conference takes place on 3 May 2027.", "unknown"),
            ("Submission of abstracts by 1 March 2027. The conference is held on 3 May 2027.", "2027-03-01"),
        ],
    );
}

#[test]
fn papers_in_their_final_form_are_the_second_step() {
    assert_decides(
        None,
        &[
            (
                "Deadline for abstracts: 3 March 2027\nDeadline for papers in their final form: 3 May 2027",
                "2027-03-03>2027-05-03",
            ),
            ("آخر موعد لاستلام الملخصات 3/3/2027\nآخر موعد لاستلام البحوث في صورتها النهائية 3/5/2027", "2027-03-03>2027-05-03"),
            ("Date limite des résumés : 3 mars 2027\nTextes dans leur version finale : 3 mai 2027", "2027-03-03>2027-05-03"),
        ],
    );
}
