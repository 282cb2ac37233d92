//! Twin towns with whom others do something.

use super::eligibility::body;
use crate::opportunity::Verdict::{No, Yes};

#[test]
fn twin_towns_in_any_wording_go_along_with_others() {
    for (verdict, title, text) in [
        (
            No,
            "Funds for young people",
            "Grants are available for young people who want to do something with our twin and friendship towns. Schools, sports clubs and youth groups may apply.",
        ),
        (No, "Funds for young people", "Young people may apply for money to visit the town's partner and twin cities."),
        (No, "Money for clubs", "Clubs may apply for projects with our sister and friendship cities."),
        (No, "Money for clubs", "Clubs that exchange with the town's twinned and partner towns may apply."),
        (No, "Money for clubs", "Sports clubs may apply for trips to twin or partner municipalities."),
        (No, "Zuschüsse für Vereine", "Vereine können Zuschüsse für Begegnungen mit den Partner- und Patenstädten beantragen."),
        (
            No,
            "Zuschüsse für Vereine",
            "Schulen und Vereine, die mit unseren Partner- und Freundschaftsstädten etwas unternehmen, können Anträge stellen.",
        ),
        (No, "Zuschüsse für Vereine", "Jugendgruppen können Geld für Fahrten in die Partner- und Patengemeinden beantragen."),
        (
            No,
            "Aides aux associations",
            "Les associations qui montent un projet avec nos villes jumelles et amies peuvent demander une aide.",
        ),
        (No, "Aides aux associations", "Les clubs peuvent demander une aide pour un échange avec les villes amies et jumelées."),
        (No, "Aides aux associations", "Les jeunes peuvent déposer un projet avec les communes jumelées et partenaires."),
        (
            No,
            "Ayudas a asociaciones",
            "Las asociaciones pueden pedir ayuda para actividades con nuestras ciudades hermanas y amigas.",
        ),
        (
            No,
            "Ayudas a asociaciones",
            "Los clubes pueden solicitar ayudas para intercambios con los municipios hermanados y amigos.",
        ),
        (No, "תמיכה בעמותות", "עמותות רשאיות להגיש בקשה לפעילות עם ערים תאומות וידידות."),
        (No, "תמיכה לבני נוער", "בני נוער מוזמנים להגיש רעיונות למיזמים משותפים עם הערים התאומות והידידות של העיר."),
        (Yes, "Grants for twin towns", "Twin and partner towns may apply until 2 July 2027."),
        (Yes, "Grants for towns", "Municipalities may apply for projects with their twin and friendship towns."),
        (Yes, "Grants for towns", "Towns may apply together with their partner cities."),
        (
            Yes,
            "Zuschüsse für Kommunen",
            "Kommunen können Zuschüsse für Begegnungen mit ihren Partner- und Patenstädten beantragen.",
        ),
        (Yes, "Subvention", "Les communes peuvent demander une aide pour un échange avec leurs villes jumelles et amies."),
        (Yes, "Ayudas", "Los ayuntamientos pueden pedir ayuda para actividades con sus ciudades hermanas y amigas."),
        (Yes, "תמיכה", "רשויות מקומיות רשאיות להגיש בקשה לפעילות עם ערים תאומות וידידות."),
    ] {
        body(verdict, title, text);
    }
}
