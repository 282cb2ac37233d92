//! Days on which one is told of a call, and the month in which a text was written.

use super::assert_decides;

#[test]
fn days_in_a_list_of_information_sessions_are_no_last_ones() {
    assert_decides(
        None,
        &[
            (
                "Call for green towns\nThe call is open until 14 October 2027.\nUpcoming info sessions:\n\n• 17 September 2027, 10:30 – rules. Register >>\n• 24 October 2027, 10:30 – money. Register >>",
                "2027-10-14",
            ),
            (
                "Förderung 2027\nDas Formular muss bis zum 27.01.2027 eingegangen sein.\nSeminare zur Antragstellung: 3. Februar 2027 in Bonn, 7. Februar 2027 in Leipzig.",
                "2027-01-27",
            ),
            ("קול קורא לרשויות\nיש להגיש עד 14.10.2027.\nמפגשי הסברה:\n- 20.10.2027\n- 24.10.2027", "2027-10-14"),
            (
                "Call for green towns\nInfo sessions and last days:\n- 3 May 2027: info session\n- 9 June 2027: deadline for applications",
                "2027-06-09",
            ),
        ],
    );
}

#[test]
fn a_month_at_the_head_of_a_text_is_when_it_was_written() {
    assert_decides(
        None,
        &[
            ("Hut for clubs\nLeeds, October 2025. Clubs can apply until 31 October.", "2025-10-31"),
            ("Freundschaften\nJanuar 2026. Jugendliche können sich bis zum 31. Januar anmelden.", "2026-01-31"),
            ("Prix des communes\n(juin 2026) La revue ouvre son prix. Candidatures jusqu'au 8 juillet.", "2026-07-08"),
            ("מענקים לעמותות\nנובמבר 2026. ניתן להגיש עד 31 בינואר.", "2027-01-31"),
            // To come, so it is when something takes place; or a year of the call's own.
            ("Meeting of towns\nLeeds, June 2029. Abstracts until 31 January.", "2029-01-31"),
            ("Prize of the year\nThe prize was given in October 2025. Entries until 31 January.", "unknown"),
        ],
    );
}
