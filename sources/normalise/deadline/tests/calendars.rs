//! Days in two calendars, and timetables in one line.

use super::assert_decides;

#[test]
fn a_day_in_two_calendars_is_one() {
    assert_decides(
        None,
        &[
            (
                "קול קורא לגינון\nניתן להגיש מיום ראשון, ט' באייר תשפ\"ז 16.5.27, ועד יום חמישי, י\"ג באייר תשפ\"ז 20.5.27.",
                "2027-05-20",
            ),
            ("קול קורא לגינון\nהגשת הבקשות מיום ג' בניסן תשפ\"ז (10.4.2027) עד יום כ\"ד בניסן תשפ\"ז (1.5.2027).", "2027-05-01"),
            (
                "קול קורא לגינון\nההרשמה תיפתח ביום א' בסיון תשפ\"ז, 6.6.2027 ותיסגר ביום כ\"א בסיון תשפ\"ז, 26.6.2027.",
                "2027-06-26",
            ),
            ("קול קורא לגינון\nהמועד האחרון להגשה: יום חמישי, י\"ג באייר תשפ\"ז, 20.5.2027.", "2027-05-20"),
            ("תערוכה\nהתערוכה תוצג מיום ראשון, ט' באייר תשפ\"ז 16.5.27, ועד יום חמישי, י\"ג באייר תשפ\"ז 20.5.27.", "unknown"),
        ],
    );
}

#[test]
fn each_step_of_a_timetable_has_its_own_label() {
    assert_decides(
        None,
        &[
            ("קול קורא לרשויות\nלוחות זמנים: פרסום: 1.3.2027. הגשה: 15.4.2027.", "2027-04-15"),
            ("קול קורא לרשויות\nלוחות זמנים: פרסום: 1.3.2027; הגשה: 15.4.2027; תוצאות: 1.6.2027", "2027-04-15"),
            (
                "קול קורא לרשויות\nלוח זמנים: פרסום הקול הקורא - 1.3.2027, הגשת הצעות - 15.4.2027, הודעה לזוכים - 1.6.2027.",
                "2027-04-15",
            ),
            ("קול קורא לרשויות\nלוחות זמנים:\nפרסום: 1.3.2027\nהגשה: 15.4.2027\nתוצאות: 1.6.2027", "2027-04-15"),
            ("קול קורא לרשויות\nמועדים: פרסום – 1.3.2027. שאלות – 20.3.2027. הגשה – 15.4.2027.", "2027-04-15"),
            (
                "Call for towns\nTimetable: publication: 1 March 2027. Submission: 15 April 2027. Results: 1 June 2027.",
                "2027-04-15",
            ),
            (
                "Call for towns\nTimetable: publication: 1 March 2027; submission: 15 April 2027; results: 1 June 2027",
                "2027-04-15",
            ),
            ("Call for towns\nDates: publication 1 March 2027; submission 15 April 2027; results 1 June 2027", "2027-04-15"),
            (
                "Aufruf an Städte\nZeitplan: Veröffentlichung: 1. März 2027; Einreichung: 15. April 2027; Ergebnisse: 1. Juni 2027",
                "2027-04-15",
            ),
            (
                "Aufruf an Städte\nZeitplan: Veröffentlichung: 1. März 2027. Einreichung: 15. April 2027. Ergebnisse: 1. Juni 2027.",
                "2027-04-15",
            ),
            (
                "Appel aux villes\nCalendrier : publication : 1er mars 2027 ; dépôt : 15 avril 2027 ; résultats : 1er juin 2027",
                "2027-04-15",
            ),
            ("Appel aux villes\nCalendrier : publication : 1er mars 2027. Dépôt des dossiers : 15 avril 2027.", "2027-04-15"),
            (
                "Convocatoria\nCalendario: publicación: 1 de marzo de 2027; presentación: 15 de abril de 2027; resultados: 1 de junio de 2027",
                "2027-04-15",
            ),
            (
                "Convocatoria\nCalendario: publicación: 1 de marzo de 2027. Presentación de solicitudes: 15 de abril de 2027.",
                "2027-04-15",
            ),
            ("קול קורא לרשויות\nלוחות זמנים: הגשה: 15.4.2027, 15.7.2027", "2027-04-15+2027-07-15"),
        ],
    );
}
