//! Words for authorities and for the world that mean something else, and those for whom somebody worked.

use super::eligibility::{bodies, body, countries, country};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn those_for_whom_somebody_worked_do_not_apply() {
    for text in [
        "Eligible: anyone who provided services to theatres or municipalities.",
        "Berechtigt ist, wer für Museen oder Gemeinden gearbeitet hat.",
        "Förderung für Selbstständige, die für Städte arbeiten.",
        "Pueden pedirla quienes trabajaron para museos o municipios.",
        "Sont éligibles ceux qui ont travaillé pour des théâtres ou des communes.",
        "מי שנתן שירותים לגופי מחול או עבור רשויות יגיש בקשה.",
        "لمن عمل لدى المتاحف أو البلديات.",
    ] {
        let answer = super::record("Fund for neighbours", text).eligibility.body;
        assert!(matches!(answer.verdict, No | Unknown), "{text}: {answer:?}");
    }
    bodies(Yes, &["Towns that worked for museums may apply.", "Gemeinden, die für Museen arbeiten, können sich bewerben."]);
}

#[test]
fn at_the_disposal_of_somebody_is_no_authority() {
    bodies(
        Unknown,
        &[
            "לרשות האורחים חניה וספרייה.",
            "לרשות הזוכה יעמוד תקציב.",
            "לרשות באי הכנס יעמדו הסעות.",
            "גינה לרשות הציבור.",
            "לרשות הקרן עומד סכום נכבד.",
        ],
    );
    bodies(Yes, &["מענק לרשות המקומית שתזכה.", "לרשות הזוכה יינתן מענק."]);
}

#[test]
fn authorities_of_the_state_are_none() {
    for text in ["יש לצרף אישורים מהרשויות.", "דרושים היתרים מכל הרשויות.", "ההחלטה נתונה לרשויות החוק.", "אישורים מרשויות המס."]
    {
        body(Unknown, "קול קורא", text);
        country(Unknown, "קול קורא", text);
    }
    let (title, text) = ("מענק", "רשויות מקומיות רשאיות להגיש בצירוף אישור מרשויות המס.");
    body(Yes, title, text);
    country(Yes, title, text);
}

#[test]
fn people_from_the_local_government_come_as_its_people() {
    body(Yes, "כנס", "המרכז מזמין קובעי מדיניות מן השלטון המקומי להגיש הצעות.");
    body(No, "תחרות", "סטודנטים מן השלטון המקומי מוזמנים להגיש.");
    body(Conditional, "Summer academy", "Mayors from small places are invited to register.");
}

#[test]
fn the_world_of_music_is_no_place() {
    countries(Unknown, &["הקרן מסייעת לעוסקים בעולם המחול.", "ערים רבות בעולם סובלות מחום."]);
    countries(Yes, &["ערים בכל העולם מוזמנות להגיש.", "הפרס פתוח לערים בעולם."]);
}
