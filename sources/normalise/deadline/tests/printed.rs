//! Days as they are printed by mistake or by habit: the struck one behind the new one, a month with a letter too few, a fee beside.

use super::assert_decides;

#[test]
fn of_two_days_side_by_side_the_later_is_the_new_one() {
    assert_decides(
        None,
        &[
            ("Fonds des bancs\nDate limite : prolongé jusqu’au 5 mars 2027 11 janvier 2027\nJury : 9 mars 2027", "2027-03-05"),
            ("Bänkefonds\nEinsendeschluss: verlängert bis 5.3.2027 11.1.2027", "2027-03-05"),
            ("קרן הספסלים\nמועד אחרון להגשה: הוארך עד 5.3.2027 11.1.2027", "2027-03-05"),
            ("Fondo de bancos\nPlazo: ampliado hasta el 5 de marzo de 2027 11 de enero de 2027", "2027-03-05"),
            ("Bench fund\nDeadline: 11 January 2027 5 March 2027 (extended)", "2027-03-05"),
        ],
    );
}

#[test]
fn a_misspelt_month_is_that_month() {
    assert_decides(
        None,
        &[
            ("קרן הספסלים\nהמועד האחרון להגשה: 5 בפבואר 2027", "2027-02-05"),
            ("Bench fund\nDeadline for entries: 5 Febuary 2027", "2027-02-05"),
            ("Bench fund\nDeadline for entries: Septmber 5, 2027", "2027-09-05"),
            ("Fonds des bancs\nDate limite : 5 juilet 2027", "2027-07-05"),
        ],
    );
}

#[test]
fn a_registration_that_is_paid_for_online_shares_its_day() {
    assert_decides(
        None,
        &[
            ("Rencontres des bancs\nInscriptions obligatoires et paiement en ligne avant le 5 mars 2027", "2027-03-05"),
            ("Bench congress, 7 June 2027\nRegistration and online payment required by 5 March 2027.", "2027-03-05"),
            ("Bench congress, 7 June 2027\nRegister by 5 March 2027. Payment of the fee by 9 April 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn what_is_shown_first_for_advice_is_not_handed_in() {
    assert_decides(
        None,
        &[
            (
                "Bench fund\nComplete proposals are due to the Office by Monday, March 5, 2027.\nSummaries may be sent by January, 11, 2027 to get guidance before the final version.",
                "2027-03-05",
            ),
            (
                "Bench fund\nDrafts may be sent by 11 January 2027 for feedback. Applications are due by 5 March 2027.",
                "2027-03-05",
            ),
        ],
    );
}

#[test]
fn an_insertion_on_where_it_is_printed_parts_nothing() {
    assert_decides(
        None,
        &[
            (
                "Premio de los bancos\nEl plazo de candidaturas, según recoge el BOE, es desde el 11 de enero al 5 de marzo de 2027.",
                "2027-03-05",
            ),
            ("Bench fund\nThe deadline for entries, according to the official gazette, is 5 March 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn a_heading_over_dates_is_no_label() {
    let text = "Bench days\nDates to Remember\nMonday, January 11, 2027\nCall for Talks Opens\nFriday, March 5, 2027 at 11:59 p.m. ET\nCall for Talks Closes";
    assert_decides(None, &[(text, "2027-03-05")]);
}

#[test]
fn papers_that_are_sent_are_no_step() {
    assert_decides(
        None,
        &[
            ("Bench fund\nSend by 5 March 2027: letter of intent, application form and budget.", "2027-03-05"),
            (
                "Bench fund\nTowns send, in English, at the latest by, Friday 5 March 2027, 17:00 hours: letter of intent, form.",
                "2027-03-05",
            ),
            (
                "Scholarships for clerks\n• Service Delivery – from 18 June to 5 July 2027\nApply if you work for a town.",
                "unknown",
            ),
        ],
    );
}

#[test]
fn a_weekday_bears_out_the_year_that_a_text_calls_its_own() {
    let of =
        |day: &str| format!("Intercambio de jóvenes\nPodrán inscribirse hasta el {day}. Forma parte del plan de este año 2027.");
    assert_decides(None, &[(&of("miércoles 5 de mayo"), "2027-05-05"), (&of("lunes 5 de mayo"), "unknown")]);
}
