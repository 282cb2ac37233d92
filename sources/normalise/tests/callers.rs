//! Who calls, and who joins those of his own kind.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{No, Partner, Yes};

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

#[test]
fn authorities_that_join_others_of_their_kind_apply_themselves() {
    bodies(
        Yes,
        &[
            "Municipalities may apply with other municipalities as partners.",
            "Towns may apply. Other towns may take part as partners.",
            "Los ayuntamientos pueden presentarse con otros ayuntamientos como socios.",
            "Les communes peuvent candidater, avec d'autres communes comme partenaires.",
            "Kommunen können sich bewerben; weitere Kommunen nehmen als Partner teil.",
            "רשויות מקומיות רשאיות להגיש. ניתן לשתף רשויות נוספות כשותפות.",
            "يمكن للبلديات التقديم مع بلديات أخرى كشركاء.",
            "We invite museums to apply. Municipalities may also join as applicants.",
        ],
    );
    bodies(
        Partner,
        &[
            "Museums may apply. Municipalities may take part as partners.",
            "Museums apply with a municipality as partner; other municipalities may join as partners.",
        ],
    );
}
