//! One authority as an example of those who may apply.

use super::eligibility::body;
use super::record;
use crate::opportunity::Verdict::{No, Yes};

#[test]
fn an_example_of_those_who_may_apply_stands_for_its_kind() {
    for (verdict, title, text) in [
        (
            Yes,
            "Micro-projets transfrontaliers",
            "Qui peut participer ?\nToute organisation dotée d'une personnalité juridique : association, école, commune, ville…",
        ),
        (Yes, "Micro-projets", "Peuvent candidater toute structure : association, école, commune ou entreprise."),
        (
            Yes,
            "Micro projects",
            "Who may apply?\nAny organisation with legal personality: association, school, municipality, town.",
        ),
        (Yes, "Micro projects", "Any legal entity may apply (association, school, municipality, company)."),
        (
            Yes,
            "Kleinprojekte",
            "Wer kann mitmachen?\nJede Organisation mit Rechtspersönlichkeit: Verein, Schule, Gemeinde, Stadt.",
        ),
        (Yes, "Kleinprojekte", "Antragsberechtigt ist jede Einrichtung, zum Beispiel Verein, Schule, Gemeinde."),
        (
            Yes,
            "Microproyectos",
            "¿Quién puede participar?\nToda organización con personalidad jurídica: asociación, escuela, municipio, ayuntamiento.",
        ),
        (Yes, "מיזמים קטנים", "מי רשאי להגיש?\nכל גוף משפטי: עמותה, בית ספר, עירייה, מועצה."),
        (No, "School prize", "Schools may apply: one school per municipality wins."),
        (No, "School prize", "Schools may apply (one class per town)."),
        (No, "Prix des écoles", "Les écoles peuvent participer, une classe par commune."),
        (No, "Schulpreis", "Schulen können sich bewerben, eine Klasse pro Gemeinde."),
        (No, "School prize", "Schools may enter. One application per municipality."),
    ] {
        body(verdict, title, text);
    }
    for (title, text) in [
        ("Prix des jardins", "Indiquez sur le formulaire : nom, adresse, commune, ville."),
        ("Garden prize", "Fill in the form: name, address, municipality, town."),
    ] {
        let answer = record(title, text).eligibility.body;
        assert_ne!(answer.verdict, Yes, "{title}: {text}: {answer:?}");
    }
}
