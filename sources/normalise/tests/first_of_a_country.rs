//! Whose country an offer tells by what it is for.

use super::eligibility::country;
use super::record;
use crate::opportunity::Verdict::{No, Yes};

#[test]
fn what_is_for_those_of_one_country_is_not_for_ours() {
    for (verdict, title, text) in [
        (No, "Intercambio juvenil con Japón", "Se ofrecen 15 plazas a jóvenes residentes en Galicia de entre 18 y 30 años."),
        (No, "Intercambio juvenil", "El programa ofrece 20 plazas para jóvenes residentes en Aragón."),
        (No, "Youth exchange with Japan", "Fifteen places are offered to young people living in Bavaria."),
        (No, "Youth exchange with Japan", "There are 15 places for young people living in Scotland aged 18 to 30."),
        (No, "Jugendaustausch mit Japan", "Angeboten werden 15 Plätze für junge Menschen mit Wohnsitz in Bayern."),
        (No, "Échange de jeunes", "Quinze places sont offertes à des jeunes résidant en Bretagne."),
        (
            No,
            "Prix de la commune durable",
            "C'est parti pour la deuxième édition du prix de la commune la plus durable de Belgique.",
        ),
        (
            No,
            "Green award",
            "The award for the most sustainable municipality of Belgium is open again. Towns enter until 2 July 2027.",
        ),
        (No, "Preis für Gemeinden", "Gesucht wird die nachhaltigste Gemeinde Österreichs. Gemeinden können sich bewerben."),
        (No, "Premio", "Premio al municipio más sostenible de España. Los ayuntamientos pueden presentarse."),
        (No, "פרס", "הפרס לעיר הירוקה ביותר בצרפת. ערים מוזמנות להגיש."),
        (
            No,
            "Kleinprojektefonds",
            "Kommunen können Geld beantragen. Der Fonds will deutschen Kommunen den Einstieg in Partnerschaften erleichtern.",
        ),
        (
            No,
            "Small projects fund",
            "Municipalities can apply. The fund is to make it easier for German municipalities to enter into partnerships.",
        ),
        (
            No,
            "Fonds petits projets",
            "Les communes peuvent demander une aide. Le fonds veut permettre aux communes belges d'entrer en partenariat.",
        ),
        (
            No,
            "Fondo de pequeños proyectos",
            "Los municipios pueden solicitar ayudas. El fondo facilita a los municipios españoles la cooperación.",
        ),
        (
            Yes,
            "Youth exchange",
            "Fifteen places are offered to young people of any nationality, whether they live in Bavaria or not. Young people from all over the world may apply.",
        ),
        (Yes, "Green award", "The award for the most sustainable city of the world is open. Cities worldwide may apply."),
        (Yes, "Green award", "Cities worldwide may apply. Last year the most sustainable municipality of Belgium won."),
        (Yes, "קול קורא", "עיריית חיפה מזמינה צעירים המתגוררים בחיפה. מוצעים 15 מקומות."),
        (
            Yes,
            "Small projects fund",
            "Municipalities worldwide can apply. The conference shows how German municipalities make entry easier.",
        ),
        (
            Yes,
            "Partnerschaften",
            "Kommunen aus Israel können sich bewerben. Das Programm erleichtert deutschen Kommunen die Suche.",
        ),
    ] {
        country(verdict, title, text);
    }
    for (title, text) in [
        ("Green award", "Towns may apply. In 2025 the greenest town of Germany took the prize."),
        ("Exchange", "German municipalities can apply with a partner municipality in Israel."),
    ] {
        let answer = record(title, text).eligibility.country;
        assert_ne!(answer.verdict, No, "{title}: {text}: {answer:?}");
    }
}
