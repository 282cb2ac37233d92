//! Authorities inside a clause on others, and authorities that call.

use super::eligibility::{bodies, body};
use super::record;
use crate::opportunity::Verdict::{No, Unknown, Yes};

/// None of these lets an authority in.
fn not_let_in(texts: &[&str]) {
    for text in texts {
        let answer = record("Prize of the lake", text).eligibility.body;
        assert!(matches!(answer.verdict, No | Unknown), "{text}: {answer:?}");
    }
}

#[test]
fn whom_a_clause_on_others_names_does_not_apply() {
    not_let_in(&[
        "Choirs that sing with municipalities can apply by 3 May 2027.",
        "Charities which lend money to small towns may apply.",
        "Inventors who build pumps for cities can apply.",
        "Firms whose products serve municipalities can apply.",
        "Companies working closely with municipalities can apply.",
        "Associations that work with municipalities can apply.",
        "Initiatives that visit schools and municipalities can apply.",
        "Researchers may write on the storms that cities live through.",
        "Vereine, die Kommunen beraten, können sich bewerben.",
        "Tischlerinnen, die Brunnen für Kommunen bauen, können sich bewerben.",
        "Menschen, die Städte schöner machen, können sich bewerben.",
        "Malerinnen, die im Landkreis Uckermark oder in einer der Gemeinden geboren sind, können sich bewerben.",
        "Malerinnen, die in einer der Gemeinden leben, können sich bewerben.",
        "Les coopératives qui équipent les communes peuvent candidater.",
        "Las cooperativas que ayudan a los municipios pueden presentarse.",
        "עמותות המלוות רשויות מקומיות רשאיות להגיש.",
        "מדריכים המלווים רשויות מקומיות רשאים להגיש.",
        "חברות שעובדים עם עיריות רשאיות להגיש.",
        "يمكن للجمعيات التي تخدم البلديات التقديم.",
    ]);
}

#[test]
fn whom_a_thing_handed_in_is_about_does_not_apply() {
    not_let_in(&[
        "Ideas for warmer towns can be submitted.",
        "Films about towns can be submitted.",
        "Lösungen für Kommunen können eingereicht werden.",
        "Des idées pour les communes peuvent être déposées.",
    ]);
}

#[test]
fn a_clause_on_authorities_or_on_what_is_offered_leaves_them_in() {
    bodies(
        Yes,
        &[
            "Municipalities that keep a choir can apply.",
            "Towns that work with other towns can apply.",
            "Consortia that include at least one municipality can apply.",
            "NGOs that are registered in Israel, municipalities and schools can apply.",
            "NGOs that are registered in Israel and municipalities can apply.",
            "Grants that reach small and large towns. Apply by 3 May 2027.",
            "Bids that are submitted by municipalities are welcome.",
            "The fund supports projects that towns carry out.",
            "A call that towns can answer: apply by 3 May 2027.",
            "Vereine, die Kommunen und die Kirchen können sich bewerben.",
            "Es ist ein Programm, das Kommunen unterstützt. Anträge bis 3. Mai 2027.",
            "Les communes qui tiennent un marché peuvent candidater.",
            "רשויות מקומיות שמפעילות מקהלה רשאיות להגיש.",
            "רשויות מקומיות המקיימות ירידים רשאיות להגיש.",
            "يمكن للبلديات التي تقيم سوقا التقديم.",
        ],
    );
}

#[test]
fn departments_that_call_do_not_apply() {
    body(Unknown, "מיזם נוער", "מחלקות הנוער של העירייה מפרסמות קול קורא עד 3.5.2027.");
    body(Unknown, "מיזם נוער", "מחלקות הרווחה בחיפה מעוניינות לקבל הצעות עד 3.5.2027.");
    body(Unknown, "מיזם נוער", "אגף הנוער מעוניין לקבל הצעות עד 3.5.2027.");
    body(Yes, "מענק לנוער", "מחלקות הנוער רשאיות להגיש בקשות עד 3.5.2027.");
    body(Yes, "מענק לנוער", "רשויות מקומיות מעוניינות לקיים יריד? הגישו בקשה עד 3.5.2027.");
}

#[test]
fn a_topic_named_after_people_calls_nobody() {
    for title in ["אספות אזרחים: קול קורא לרשויות מקומיות", "תוכנית נוער: קול קורא לרשויות מקומיות"]
    {
        body(Yes, title, "ההרשמה עד 3.5.2027.");
    }
    body(No, "תחרות לנוער", "נוער מוזמן להגיש סרטים עד 3.5.2027.");
}
