//! Who calls is not who applies.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{No, Yes};

#[test]
fn a_council_that_calls_does_not_apply() {
    bodies(
        No,
        &[
            "מועצה מקומית עמק הדס מזמינה מוזיקאים ואמנים להגיש הצעות.",
            "המועצה האזורית רמות הדס מעניקה מלגות. סטודנטים יגישו בקשה עד סוף מאי.",
            "המועצה המקומית מעודדת עמותות להגיש בקשה לתמיכה.",
            "המועצה האזורית רמות הדס מזמינה תושבים להגיש בקשות.",
        ],
    );
    bodies(
        Yes,
        &[
            "הקרן מזמינה מועצה אזורית או עירייה להגיש בקשה.",
            "מועצה אזורית רשאית להגיש בקשה אחת.",
            "המועצה האזורית רמות הדס מזמינה רשויות מקומיות להגיש מועמדות לפרס.",
        ],
    );
}

#[test]
fn residents_who_are_asked_are_persons() {
    bodies(
        No,
        &[
            "תושבי הדסים שיש להם רעיון למפגש עם ערים בחו\"ל, ומתנדבים בשכונות, מוזמנים להגיש בקשה.",
            "עיריית הדסים מזמינה את תושבי העיר להגיש בקשה.",
            "Einwohner können einen Antrag stellen.",
        ],
    );
    body(Yes, "Fund for neighbours", "Municipalities apply, and say how many inhabitants can take part.");
}
