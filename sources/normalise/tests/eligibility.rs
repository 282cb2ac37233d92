//! Who may apply, on the axes of country and body.

use super::{Context, LEXICON, finding, normalise, record, today};
use crate::finding::field;
use crate::opportunity::Verdict::{self, Conditional, No, Partner, Unknown, Yes};

fn body(verdict: Verdict, title: &str, text: &str) {
    let answer = record(title, text).eligibility.body;
    assert_eq!(answer.verdict, verdict, "{title}: {answer:?}");
}

fn country(verdict: Verdict, title: &str, text: &str) {
    let answer = record(title, text).eligibility.country;
    assert_eq!(answer.verdict, verdict, "{title}: {answer:?}");
}

#[test]
fn authorities_named_as_applicants_are_in() {
    body(Yes, "Grant scheme for parks", "Municipalities and their utilities may apply.");
    body(Yes, "מענק לספריות", "רשויות מקומיות רשאיות להגיש בקשה אחת.");
    body(Yes, "Förderung von Radwegen", "Antragsberechtigt sind Städte, Gemeinden und Landkreise.");
    body(Yes, "Subvention pour les écoles", "Les communes peuvent déposer un dossier.");
    body(Yes, "Ayudas a la lectura", "Podrán solicitar la ayuda los ayuntamientos.");
}

#[test]
fn an_associated_country_is_not_elsewhere() {
    country(Unknown, "Cool squares", "At least two towns must be partners; one may be established in an associated country.");
}

#[test]
fn a_condition_makes_it_conditional() {
    body(Conditional, "Award for small places", "Towns with fewer than 20,000 inhabitants can apply.");
    body(Conditional, "קול קורא לחיזוק הקשרים", "רשויות מקומיות דרוזיות מוזמנות להגיש בקשות.");
    body(Conditional, "Preis der Allianz", "Kommunen, die Mitglieder des Bündnisses sind, können sich bewerben.");
}

#[test]
fn staff_and_mayors_come_in_person() {
    body(Conditional, "Summer academy", "Mayors and councillors are invited to register.");
}

#[test]
fn others_alone_leave_authorities_out() {
    body(No, "Residencia en Roma", "Podrán presentar su candidatura artistas menores de 35 años.");
    body(No, "Essay contest", "Students between 16 and 19 may enter.");
    body(No, "מלגות לסטודנטים", "סטודנטים מוזמנים להגיש מועמדות.");
}

#[test]
fn those_who_come_from_cities_are_not_cities() {
    body(No, "Film contest", "Students from cities across the region may enter.");
}

#[test]
fn a_name_that_only_looks_like_authorities_says_nothing() {
    body(Unknown, "Sister Cities showcase", "Send your pictures by 3 May 2027.");
}

#[test]
fn authorities_may_only_join() {
    body(Partner, "Peace fund", "Associations apply; municipalities may take part as associated partners.");
}

#[test]
fn the_whole_world_includes_israel_and_a_list_of_others_does_not() {
    country(Yes, "Prize for clean rivers", "Cities from all over the world can apply.");
    country(Yes, "Concurso de fotografía", "Abierto a autores españoles o extranjeros.");
    country(Yes, "Mediterranean youth award", "Towns in Egypt, Israel and Cyprus may nominate one group.");
    country(No, "Park grants", "US cities with a parks department can apply.");
    country(No, "Study tour", "It is open to officers of councils in the United Kingdom.");
    country(No, "Clean heat award", "EU Member States only.");
    country(Unknown, "Global award for libraries", "Public libraries can apply.");
}

#[test]
fn israel_left_out_in_so_many_words_is_out() {
    country(No, "Sea fund", "Applicants in Israel are not eligible.");
}

#[test]
fn the_partner_abroad_takes_part() {
    country(Partner, "Fonds de coopération", "Les collectivités françaises déposent le dossier avec leur partenaire étranger.");
    country(Partner, "Jugendbegegnungen", "Träger in Deutschland bewerben sich gemeinsam mit ihrer Partnerstadt im Ausland.");
}

#[test]
fn a_hebrew_call_of_a_ministry_is_at_home() {
    country(Yes, "קול קורא לחיזוק ספריות", "משרד התרבות מזמין רשויות מקומיות להגיש בקשות.");
}

#[test]
fn money_tied_to_another_country_is_out() {
    country(No, "Small grants for projects in Albania", "Proposals by 3 May 2027.");
}

#[test]
fn a_field_on_applicants_is_read_first() {
    let mut finding = finding("River award", "Students may enter.");
    finding.fields.insert(field::ELIGIBLE.into(), vec!["Municipalities".into(), "Israel".into()]);
    let answers = normalise(&finding, &Context::neutral(), &LEXICON, today()).opportunity.eligibility;
    assert_eq!((answers.body.verdict, answers.country.verdict), (Yes, Yes));
}

#[test]
fn a_condition_known_of_the_programme_stands_beside_a_silent_page() {
    body(Conditional, "Mayors Challenge 2027 opens", "Cities can apply for one of ten prizes.");
}
