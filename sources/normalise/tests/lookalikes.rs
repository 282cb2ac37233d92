//! What looks like an authority, a lot or a place of ours, and is none.

use super::eligibility::{body, country};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn bodies_of_another_kind_are_no_local_authorities() {
    for (verdict, title, text) in [
        (No, "Grants", "Port authorities may apply for quays that serve residents. Deadline: 15 January 2027."),
        (No, "Grants", "Churches can apply for kitchens for the population. Deadline: 15 January 2027."),
        (No, "Zuschüsse", "Kirchengemeinden können Anträge für Gärten stellen, die allen Einwohnern offenstehen."),
        (No, "Ayudas", "Las comunidades religiosas pueden presentar proyectos para los vecinos."),
        (No, "קול קורא", "רשויות ניקוז רשאיות להגיש בקשות לפרויקטים לרווחת התושבים."),
        (No, "Grants", "Research councils may apply. Parish councils hear of it later."),
        (Conditional, "Small grants", "Parishes with a population of less than 900 may apply."),
        (No, "Open call", "Researchers can apply; a copy of the report goes to local authorities."),
        (No, "Open call", "NGOs may apply by letter; copies to the municipalities."),
        (No, "Aufruf", "Vereine können sich bewerben; Rechnungen an die Gemeinden."),
        (No, "Appel à projets", "Les associations peuvent candidater ; copie aux communes."),
        (No, "Convocatoria", "Los artistas pueden presentarse; donación de las obras a los ayuntamientos."),
        (Yes, "Ayudas", "La línea I va dirigida a proyectos de ONG; la línea II, a iniciativas de los ayuntamientos."),
        (Yes, "Grants", "Local governmental units may apply."),
        (No, "Prize", "Artists may apply. Relatives of an employee of a municipality may not apply."),
        (No, "Premio", "Los empleados de un ayuntamiento no pueden presentarse. Los artistas pueden presentarse."),
        (No, "Preis", "Beschäftigte einer Gemeinde dürfen nicht teilnehmen. Schülerinnen können teilnehmen."),
        (Conditional, "Course", "Employees of a municipality may apply."),
    ] {
        body(verdict, title, text);
    }
    for (title, text) in
        [("Grants", "Only national government entities can apply."), ("Grants", "Federal governmental units may apply.")]
    {
        let answer = record(title, text).eligibility.body;
        assert_ne!(answer.verdict, Yes, "{title}: {text}: {answer:?}");
    }
}

#[test]
fn a_capital_letter_is_no_place_and_a_shared_name_not_ours() {
    for (verdict, title, text) in [
        (Yes, "Open call", "Ashdod is holding a competition for sculptors in Israel. Deadline: 15 January 2027."),
        (No, "Grants", "Artists in Ohio may apply for grants."),
        (Unknown, "Open call", "Everyone with an idea may apply. Proposals must be in Word format."),
        (Unknown, "Open call", "Everyone with an idea may apply. Projects must take place in Spring 2027."),
        (No, "Open call", "The project must be located in Ashford County. Clubs may apply."),
        (No, "Open call", "The project must be located in the city of Ashford. Clubs may apply."),
        (Unknown, "Grants for organisations", "Nonprofits serving Holocaust survivors may apply."),
        (Unknown, "Grants for organisations", "NGOs active in Peace work may apply."),
        (No, "Grants for organisations", "Nonprofits serving the city of Ashford may apply."),
        (Unknown, "Grants", "The British Council offers grants. Local arts groups can apply."),
        (Unknown, "Grants", "The Heritage Council offers grants: local museums can apply."),
        (No, "Grants", "The Ashford City Council offers grants. Local clubs can apply."),
        (
            Unknown,
            "Exchange programme for towns",
            "The exchange links German municipalities with towns all over the Mediterranean. Towns can apply.",
        ),
        (No, "Open call", "Denmark's towns can apply."),
        (Unknown, "Aufruf", "Chöre können sich anmelden. Chöre, die in der Stadt zu Gast sind, können bei Familien wohnen."),
    ] {
        country(verdict, title, text);
    }
    for (title, text) in [
        ("Open call", "Arad invites artists to apply for a show of light in its old mill. Deadline: 15 January 2027."),
        ("Open call", "Carmel launches a prize for young cooks. Deadline: 15 January 2027."),
        ("Aufruf", "Nazareth lädt Chöre ein, sich zu bewerben. Bewerbungsschluss: 15. Januar 2027."),
    ] {
        let answer = record(title, text).eligibility.country;
        assert_ne!(answer.verdict, Yes, "{title}: {text}: {answer:?}");
    }
    for (title, text) in [
        ("קול קורא", "אמנים מהגליל ומאוהיו מוזמנים להגיש הצעות לתערוכה משותפת."),
        ("Small grants", "The Embassy of Norway in Tel Aviv supports civil society through small grants."),
        ("Open call", "Denmark's partner towns can apply."),
    ] {
        let answer = record(title, text).eligibility.country;
        assert_ne!(answer.verdict, No, "{title}: {text}: {answer:?}");
    }
}
