//! Contests that call themselves otherwise.

use super::record;
use crate::opportunity::Kind;

#[test]
fn whoever_comes_first_and_second_is_in_a_contest() {
    let cases = [
        (Kind::Competition, "קול קורא: כרזות לשנת המים", "שולחים כרזה עד 4.5.2027. מקום ראשון 900 ש\"ח, מקום שני 600 ש\"ח."),
        (Kind::Competition, "Call for posters", "First place 900 euro, second place 600 euro. Send yours by 4 May 2027."),
        (Kind::Competition, "Aufruf: Plakate", "Plakate einsenden bis 4. Mai 2027. 1. Platz 900 Euro, 2. Platz 600 Euro."),
        (Kind::CallForProposals, "Call for proposals", "Our town took second place last year. Apply by 4 May 2027."),
        (Kind::Grant, "Grants for clubs", "First place goes to parks and second place to pools. Clubs apply by 4 May 2027."),
    ];
    for (kind, title, text) in cases {
        assert_eq!(record(title, text).kind, kind, "{title}");
    }
}

#[test]
fn an_exchange_of_experience_is_none() {
    assert_eq!(
        record("Promoting exchange between cities", "The call for proposals ends on 4 May 2027.").kind,
        Kind::CallForProposals
    );
    assert_eq!(record("Youth exchange with our twin town", "Students apply by 4 May 2027.").kind, Kind::Exchange);
}

#[test]
fn what_is_called_for_or_taught_is_named_in_many_ways() {
    let cases = [
        (Kind::Conference, "Llamado a ponencias", "Envíe su resumen hasta el 4 de mayo de 2027."),
        (Kind::Exhibition, "Food truck vendors wanted", "Apply by 4 May 2027."),
        (Kind::Training, "Sommerschule für Rathäuser", "Anmeldung bis 4. Mai 2027."),
        (Kind::Training, "Master class for planners", "Apply by 4 May 2027."),
        (Kind::Partnership, "Sister city wanted", "Write to us by 4 May 2027."),
        (Kind::Partnership, "Commune cherche jumelage", "Écrivez-nous avant le 4 mai 2027."),
        (Kind::Grant, "Seed money for cities", "Apply by 4 May 2027."),
        (Kind::Competition, "Ausschreibung des Umweltpreises", "Vorschläge bis 4. Mai 2027."),
    ];
    for (kind, title, text) in cases {
        assert_eq!(record(title, text).kind, kind, "{title}");
    }
}
