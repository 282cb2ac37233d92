//! Others in words of their own, and authorities that give or stand in the name of a law.

use super::eligibility::{bodies, body};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn others_in_words_of_their_own() {
    bodies(
        No,
        &[
            "Eligible applicants: religious institutions.",
            "Only people working or living in the valley will be considered.",
            "Kulturschaffende können sich bewerben.",
            "Gesuche für Kulturunternehmen können bis 20. September 2027 eingereicht werden.",
            "المسابقة مفتوحة لكل الشعراء.",
        ],
    );
    bodies(Yes, &["Gemeinden reichen ihre Gesuche bis 20. September 2027 ein.", "Gesuche von Gemeinden sind willkommen."]);
    body(Yes, "Appel", "Les collectivités qui ont des projets communs sont invitées à déposer un dossier.");
}

#[test]
fn an_authority_that_gives_or_names_a_law_does_not_apply() {
    body(No, "קול קורא", "העירייה מבקשת לתמוך ביוזמות קהילתיות של תושבים. תעניק הרשות המקומית ליווי.");
    body(No, "תמיכה בעמותות", "הבקשה תעמוד בתנאי נוהל תמיכות במוסדות ציבור על ידי הרשויות המקומיות.");
    body(Yes, "קול קורא", "רשויות מקומיות רשאיות להגיש בקשה. המשרד יעניק תמיכה.");
}

#[test]
fn an_authority_that_pays_for_those_who_come_does_not_apply() {
    for text in [
        "Les communes participantes financent le voyage. Les jeunes peuvent s'inscrire avant le 9 mai 2027.",
        "Los ayuntamientos participantes pagan el viaje. Los jóvenes pueden inscribirse.",
        "The municipalities taking part pay the travel. Young people can register.",
        "تتحمل البلديات المشاركة تكاليف السفر. يمكن للشباب التسجيل.",
        "Les villes jumelles paient le voyage des jeunes. Les jeunes peuvent s'inscrire.",
    ] {
        let answer = record("Youth exchange", text).eligibility.body;
        assert_ne!(answer.verdict, Yes, "{text}: {answer:?}");
    }
    bodies(
        Yes,
        &[
            "Participating municipalities pay their own travel. Municipalities can register.",
            "Municipalities can apply.",
            "Municipalities provide accommodation for the artists and receive 7,000 euro. Apply by 9 May 2027.",
            "Los ayuntamientos ofrecen alojamiento a los voluntarios y reciben 7.000 euros. Solicitudes hasta el 9 de mayo de 2027.",
            "Selected municipalities pay the costs and are refunded after the visit. Apply by 9 May 2027.",
            "Local authorities cover the costs in advance and claim them back. Apply by 9 May 2027.",
            "Les communes offrent l'hébergement et reçoivent 7 000 euros. Les communes déposent leur dossier avant le 9 mai 2027.",
        ],
    );
}

#[test]
fn the_office_where_one_hands_in_does_not_apply() {
    for text in [
        "את הצילומים יש למסור במשרדי המועצה האזורית עד 9.5.2027.",
        "יש להגיש את הטופס במשרדי המועצה המקומית עד 9.5.2027.",
        "מלגות לתלמידים. את הטפסים יש להגיש לעירייה עד 9.5.2027.",
        "את ההמלצות ניתן להגיש בטופס מקוון באתר העירייה עד 9.5.2027.",
        "הטופס נמצא באתר המועצה האזורית, וההגשה עד 9.5.2027.",
    ] {
        let answer = record("תחרות צילום", text).eligibility;
        assert_ne!(answer.body.verdict, Yes, "{text}: {:?}", answer.body);
        assert_ne!(answer.country.verdict, Yes, "{text}: {:?}", answer.country);
    }
    bodies(Yes, &["רשויות מקומיות רשאיות להגיש בקשות עד 9.5.2027.", "קול קורא לרשויות מקומיות להגיש בקשות לתמיכה."]);
}

#[test]
fn officials_on_a_jury_or_written_to_do_not_apply() {
    for text in [
        "City officials and architects will sit on the jury, and entries should be submitted by 9 May 2027.",
        "Les élus de la ville siègent au jury, et les dossiers sont à déposer avant le 9 mai 2027.",
        "Ask your local councillors whether they back it. Apply by 9 May 2027.",
        "Send the signed form to your councillor(s) by post. Apply by 9 May 2027.",
    ] {
        let answer = record("Contest", text).eligibility.body;
        assert_eq!(answer.verdict, Unknown, "{text}: {answer:?}");
    }
    body(Conditional, "Course", "Mayors and councillors can apply by 9 May 2027.");
    body(Conditional, "Award", "Nominate your mayor by 9 May 2027. Mayors can apply.");
}
