//! Others in words of their own, and authorities that give or stand in the name of a law.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{No, Yes};

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
