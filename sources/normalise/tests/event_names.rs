//! Authorities in the names of gatherings and programmes.

use super::eligibility::body;
use super::record;
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn a_plural_in_a_name_with_its_year_calls_nobody() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Resilient Cities 2027 Call for Contributions",
            "You may hand in two contributions. Save drafts from time to time.",
        ),
        (Unknown, "Smart Towns 2027", "Send your contribution until 2 July 2027 by the online form."),
        (Unknown, "Open Cities 2027: Call for Proposals", "Submit your proposal by 2 July 2027."),
        (Unknown, "Grüne Städte 2027 - Aufruf zu Beiträgen", "Reichen Sie Ihren Beitrag bis 2. Juli 2027 ein."),
        (Unknown, "Villes Vivantes 2027 : appel à contributions", "Envoyez votre contribution avant le 2 juillet 2027."),
        (Unknown, "Ciudades Abiertas 2027: convocatoria de propuestas", "Envíe su propuesta antes del 2 de julio de 2027."),
        (Yes, "Green Cities 2027", "Cities may apply until 2 July 2027."),
        (Yes, "Grants for Small Municipalities 2027", "Municipalities may apply until 2 July 2027."),
        (Yes, "Call for cities 2027", "Submit your application by 2 July 2027."),
        (Yes, "Cities invited: Urban Lab 2027", "Submit your application by 2 July 2027."),
        (Yes, "Grants for Towns 2027", "Submit your application by 2 July 2027."),
    ] {
        body(verdict, title, text);
    }
    let answer = record("ערים חיות 2027: קול קורא להצעות", "ניתן לשלוח הצעה עד 2.7.2027.").eligibility.body;
    assert_ne!(answer.verdict, No, "{answer:?}");
}
