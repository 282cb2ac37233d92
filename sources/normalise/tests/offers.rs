//! Offers that call by few words, and notices that have as many and call nobody.

use super::record;
use super::verdicts::{no, yes};
use crate::opportunity::Kind;

#[test]
fn places_that_are_left_are_offered() {
    yes("Trip to our twin town", "There are still places on the coach; pay a deposit of £40.");
    yes("Fahrt in die Partnerstadt", "Es sind noch Plätze frei. Die Fahrt kostet 140 Euro.");
    yes("Voyage dans la ville jumelée", "Il reste des places dans le car ; acompte de 40 €.");
    yes("Viaje a la ciudad hermanada", "Quedan plazas en el autobús; señal de 40 euros.");
    yes("נסיעה לעיר התאומה", "נותרו מקומות אחרונים. מקדמה 400 ש\"ח.");
    no("Trip to our twin town", "Forty of us went to our twin town by coach last week.");
    no("Fahrt in die Partnerstadt", "Vierzig Gäste waren letzte Woche in der Partnerstadt.");
}

#[test]
fn a_town_can_be_a_pilot_or_have_what_is_offered_to_towns() {
    yes("Become a pilot city", "Six towns test the tool for free. Express your interest by e-mail.");
    yes("Pilotkommune werden", "Sechs Kommunen testen das Werkzeug kostenfrei. Schreiben Sie uns.");
    yes("Devenez commune pilote", "Six communes testent l'outil gratuitement. Écrivez-nous.");
    yes("Sea municipio piloto", "Seis municipios probarán la herramienta gratis. Escríbanos.");
    yes("Solidaritätspartnerschaften", "Wir vermitteln Kommunen eine passende Partnerkommune. Melden Sie sich bei uns.");
    yes("Join the network", "Membership is open to all cities; send the signed declaration of the mayor.");
    no("Pilot city", "Our town was one of six pilot cities and has tested the tool.");
    no("Pilotkommune", "Unsere Stadt war eine von sechs Pilotkommunen.");
}

#[test]
fn whoever_buys_builds_or_hires_calls_no_town() {
    no("Ausschreibung: Straßenbau", "Angebote sind bis 3. Mai 2027 einzureichen.");
    no("Ausschreibung: Beratung", "Vergabestelle ist das Bauamt. Abgabe bis 3. Mai 2027.");
    no("Project officer wanted", "Send your CV by 3 May 2027.");
    no("Sachbearbeiter gesucht", "Bewerbungen mit Lebenslauf bis 3. Mai 2027.");
    yes("Ausschreibung: Preis der Partnerschaften", "Städte reichen ihre Bewerbung bis 3. Mai 2027 ein.");
}

#[test]
fn what_is_open_or_shut_until_a_day_takes_nothing_until_then() {
    no("New exhibition at the museum", "The exhibition is open until 3 May 2027.");
    no("Town hall", "The town hall is closed until 3 May 2027.");
    no("Mairie fermée", "La mairie est fermée jusqu'au 3 mai 2027.");
    no("Biblioteca cerrada", "La biblioteca estará cerrada hasta el 3 de mayo de 2027.");
    no("הספרייה סגורה", "הספרייה סגורה עד 3.5.2027.");
    no("Votez pour votre projet préféré", "Vote ouvert jusqu'au 3 mai 2027.");
    yes("Exhibition of twin towns", "Towns apply for a place in the exhibition. The call is open until 3 May 2027.");
}

#[test]
fn contests_may_have_the_name_of_many() {
    let kind = record("Certámenes de pintura 2027", "Los artistas presentan su obra hasta el 3 de mayo de 2027.").kind;
    assert_eq!(kind, Kind::Competition);
}
