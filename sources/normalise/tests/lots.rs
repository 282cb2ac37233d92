//! What is told of one lot among several.

use super::eligibility::body;
use crate::opportunity::Verdict::{Conditional, Yes};

#[test]
fn a_limit_of_one_lot_is_none_of_the_call() {
    for (verdict, title, text) in [
        (
            Yes,
            "Call for partnerships of local authorities",
            "Local authorities may apply. There are six lots: Africa (EUR 4 million), Asia (EUR 2 million), small towns (150,000 inhabitants at most; EUR 8 million) and cities of fragile states.",
        ),
        (
            Yes,
            "Prize for streets",
            "Municipalities may apply. Three categories: towns with a population of up to 10,000, green streets, and safe schools.",
        ),
        (Yes, "Prize for streets", "Cities may enter. A special prize goes to towns with fewer than 5,000 inhabitants."),
        (
            Yes,
            "Preis für Straßen",
            "Städte und Gemeinden können sich bewerben. Es gibt drei Kategorien: Klimaschutz, Verkehr und Gemeinden mit einer Einwohnerzahl unter 5.000.",
        ),
        (Yes, "Preis für Straßen", "Kommunen können sich bewerben. Ein Sonderpreis geht an Gemeinden unter 20.000 Einwohnern."),
        (
            Yes,
            "Prix des rues",
            "Les communes peuvent candidater. Il y a trois lots : Afrique, Asie, petites villes (moins de 20 000 habitants).",
        ),
        (
            Yes,
            "Prix des rues",
            "Les communes peuvent candidater. Un prix spécial est réservé aux communes de moins de 3 500 habitants.",
        ),
        (
            Yes,
            "Premio a las calles",
            "Los ayuntamientos pueden presentarse. Hay tres categorías: movilidad, clima y municipios con población inferior a 5.000 habitantes.",
        ),
        (Yes, "פרס הרחובות", "רשויות מקומיות מוזמנות להגיש. שלושה מסלולים: תחבורה, אקלים ורשויות המונות עד 20,000 תושבים."),
        (
            Yes,
            "Call for partnerships of local authorities",
            "Local authorities may apply. There are two strands: large cities, and municipalities with fewer than 20,000 residents.",
        ),
        (
            Conditional,
            "Call for lots",
            "Towns with a population of up to 10,000 may apply. There are three lots: water, soil and air.",
        ),
        (
            Conditional,
            "Prize for streets",
            "Three categories: streets, squares, parks. Towns with fewer than 20,000 inhabitants may apply.",
        ),
        (Conditional, "Prize for streets", "There is one lot: towns with a population of up to 10,000 may apply."),
        (
            Conditional,
            "Prize for streets",
            "Municipalities may apply in three categories. All must have a population of at least 20,000.",
        ),
        (Conditional, "Prix des rues", "Les communes de moins de 3 500 habitants peuvent candidater dans trois catégories."),
        (Conditional, "Preis für Straßen", "In drei Kategorien können sich Gemeinden mit weniger als 5.000 Einwohnern bewerben."),
        (
            Conditional,
            "Premio a las calles",
            "En cada una de las tres categorías pueden presentarse los municipios de menos de 5.000 habitantes.",
        ),
        (Conditional, "פרס הרחובות", "רשויות המונות עד 20,000 תושבים רשאיות להגיש בכל אחד משלושת המסלולים."),
        (
            Conditional,
            "Prize for streets",
            "Categories: A (population of 10,000 to 50,000), B (population of 50,001 to 100,000). Towns may apply.",
        ),
        (Yes, "פרס החדשנות", "רשויות מקומיות מוזמנות להגיש 3 מיזמים לטובת התושבים."),
        (Yes, "Garden prize", "Municipalities may send 2 projects that help their residents."),
        (Yes, "Preis für Gärten", "Kommunen können 3 Projekte für die Bevölkerung einreichen."),
        (Conditional, "Prix des jardins", "Les communes de 3 500 habitants au plus peuvent candidater."),
        (Conditional, "פרס הגינות", "רשויות שבהן 20 אלף תושבים רשאיות להגיש."),
    ] {
        body(verdict, title, text);
    }
}
