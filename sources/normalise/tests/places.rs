//! Where those who apply come from, told by a list.

use super::eligibility::{countries, country};
use crate::opportunity::Verdict::{No, Partner, Unknown, Yes};

#[test]
fn israel_among_those_of_whom_one_has_to_take_part_is_in() {
    countries(
        Yes,
        &[
            "At least one association from these countries of the sea: Egypt, Israel, Tunisia.",
            "At least one partner from Greece, Israel or Jordan.",
            "The consortium must include one organisation from Israel.",
            "Mindestens eine Einrichtung aus Griechenland, Israel oder Jordanien.",
            "Au moins un partenaire d'Égypte, d'Israël ou de Tunisie.",
            "Al menos una entidad de estos países: Grecia, Israel, Jordania.",
            "לפחות גוף אחד מהמדינות: יוון, ישראל, ירדן.",
            "جهة واحدة على الأقل من الدول: اليونان، إسرائيل، الأردن.",
        ],
    );
    countries(
        Partner,
        &[
            "Applicants must be based in Portugal. At least one partner from Israel or Tunisia.",
            "Antragsberechtigt sind Vereine in Österreich. Mindestens eine Organisation aus Israel.",
            "Träger in Österreich bewerben sich mit mindestens einem Partner aus Israel oder Tunesien.",
        ],
    );
}

#[test]
fn a_note_that_lists_places_tells_who_applies() {
    countries(
        Yes,
        &[
            "Local authorities from Greece, Israel and Tunisia.",
            "Applicants must be from one of these countries: Greece, Israel, Tunisia.",
            "Coming from one of the following countries: Greece, Israel, Tunisia.",
            "Towns of the coast (Greece, Israel, Tunisia).",
            "Städte aus Griechenland, Israel und Tunesien.",
            "Organisationen aus folgenden Ländern: Griechenland, Israel, Tunesien.",
        ],
    );
    countries(
        No,
        &["Organisationen aus folgenden Ländern: Griechenland, Malta, Tunesien.", "Towns from Greece, Malta and Tunisia."],
    );
}

#[test]
fn a_list_in_a_sentence_on_something_else_lets_nobody_in() {
    countries(
        Unknown,
        &[
            "Local authorities from Greece, Israel and Tunisia met last year.",
            "We have paid for projects in these countries: Greece, Israel, Tunisia.",
            "At least one project in Israel, Malta or Greece was seen.",
            "At least two people from Israel and Malta sat on the jury.",
            "Trips must pass through these countries: Greece, Israel, Malta.",
            "The show went to the following countries: Greece, Israel, Tunisia.",
        ],
    );
    country(Unknown, "Conference on water", "Partners from Malta and Greece. Towns register by 1 May 2027.");
    for text in
        ["Towns from Greece, Israel and Tunisia are not eligible.", "All countries of the sea except: Greece, Israel, Malta."]
    {
        let answer = super::record("Fund for neighbours", text).eligibility.country;
        assert_ne!(answer.verdict, Yes, "{text}: {answer:?}");
    }
}

#[test]
fn a_label_heads_a_list_of_countries() {
    countries(
        Yes,
        &[
            "Countries: Greece, Israel, Malta.",
            "Programme area: Greece, Israel, Malta.",
            "Residents of: Greece, Israel, Malta.",
            "Couverture géographique : Grèce, Israël, Malte.",
            "Ámbito geográfico: Grecia, Israel, Malta.",
            "אזור התוכנית: יוון, ישראל, מלטה.",
            "منطقة البرنامج: اليونان، إسرائيل، مالطا.",
        ],
    );
    country(Yes, "Aufruf für Vorhaben", "Programmgebiet: Griechenland, Israel, Malta. Bewerbungen bis 1. Mai 2027.");
    countries(
        No,
        &[
            "Invited countries\nGreece, Malta and Tunisia.\nTarget group\nMayors may apply.",
            "Target countries:\n- Greece\n- Malta\nTowns may apply.",
            "מדינות מוזמנות: יוון, מלטה ותוניסיה. עובדי רשויות מקומיות יירשמו.",
        ],
    );
    // A bare label may stand before the tags of a page.
    countries(Unknown, &["We work in many countries: Greece, Israel, Malta.", "Countries: Greece, Malta, Tunisia."]);
}
