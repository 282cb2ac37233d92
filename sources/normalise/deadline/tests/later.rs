use super::assert_decides;

#[test]
fn a_round_holds_its_last_day_in_brackets() {
    assert_decides(
        None,
        &[
            (
                "The board sits twice a year:\n30.03.2027 (entries close: 02.03.2027)\n11.07.2027 (entries close: 13.06.2027)",
                "2027-03-02+2027-06-13",
            ),
            ("The board meets on 30 March 2027 (deadline: 2 March 2027).", "2027-03-02"),
            (
                "Sitzungen des Beirats:\n30.03.2027 (Antragsfrist: 02.03.2027)\n11.07.2027 (Antragsfrist: 13.06.2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "Comités :\n30 mars 2027 (date limite de dépôt : 2 mars 2027)\n11 juillet 2027 (date limite de dépôt : 13 juin 2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "Sesiones:\n30 de marzo de 2027 (fecha límite: 2 de marzo de 2027)\n11 de julio de 2027 (fecha límite: 13 de junio de 2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "ישיבות הוועדה:\n30.3.2027 (מועד אחרון להגשה: 2.3.2027)\n11.7.2027 (מועד אחרון להגשה: 13.6.2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "اجتماعات اللجنة:\n30 مارس 2027 (آخر موعد للتقديم: 2 مارس 2027)\n11 يوليو 2027 (آخر موعد للتقديم: 13 يونيو 2027)",
                "2027-03-02+2027-06-13",
            ),
            // A bracket aside of the deadline itself.
            ("Applications by 30 March 2027 (early entries: 2 March 2027).", "2027-03-30"),
            ("Deadline: 30 March 2027 (deadline for questions: 2 March 2027)", "2027-03-30"),
        ],
    );
}
