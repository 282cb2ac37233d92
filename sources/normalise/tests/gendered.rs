//! Words for women and men at once, in sentences on who may apply.

use super::eligibility::{bodies, country};
use crate::opportunity::Verdict::{No, Yes};

#[test]
fn a_word_for_women_and_men_is_the_plain_word() {
    bodies(
        No,
        &[
            "Hospitant:innen können sich bewerben.",
            "Absolvent*innen können sich bewerben.",
            "Les étudiant·e·s peuvent déposer un dossier.",
            "Les étudiant(e)s peuvent déposer un dossier.",
            "Pueden presentarse alumnos/as de música.",
        ],
    );
    country(Yes, "מלגה", "על המועמדים/ות להיות אזרחי/יות ישראל.");
    bodies(Yes, &["Bürgermeister:innen sind eingeladen; Kommunen können sich bewerben."]);
}
