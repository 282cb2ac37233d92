//! Who may apply, on the axes of country and body.

use super::{Context, LEXICON, finding, normalise, record, today};
use crate::finding::field;
use crate::opportunity::Verdict::{self, Conditional, No, Partner, Unknown, Yes};

pub(super) fn body(verdict: Verdict, title: &str, text: &str) {
    let answer = record(title, text).eligibility.body;
    assert_eq!(answer.verdict, verdict, "{title}: {answer:?}");
}

pub(super) fn country(verdict: Verdict, title: &str, text: &str) {
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

/// Each text with the verdict on the body that it gives.
pub(super) fn bodies(verdict: Verdict, texts: &[&str]) {
    let answers: Vec<_> = texts.iter().map(|text| (text, record("Fund for neighbours", text).eligibility.body)).collect();
    let wrong: Vec<_> = answers.iter().filter(|(_, answer)| answer.verdict != verdict).collect();
    assert!(wrong.is_empty(), "{verdict:?}: {wrong:#?}");
}

pub(super) fn countries(verdict: Verdict, texts: &[&str]) {
    let answers: Vec<_> = texts.iter().map(|text| (text, record("Fund for neighbours", text).eligibility.country)).collect();
    let wrong: Vec<_> = answers.iter().filter(|(_, answer)| answer.verdict != verdict).collect();
    assert!(wrong.is_empty(), "{verdict:?}: {wrong:#?}");
}

#[test]
fn a_list_with_authorities_in_it_is_shut_out_as_a_whole() {
    bodies(
        No,
        &[
            "Start-ups can apply. Public bodies, universities and non-profit associations are not eligible.",
            "Municipalities, schools and hospitals cannot apply; young firms can.",
            "Firms apply. Public authorities, research centres or foundations are excluded.",
            "Les entreprises déposent un dossier. Les collectivités, les universités et les associations ne sont pas éligibles.",
            "Unternehmen bewerben sich. Kommunen, Hochschulen und Vereine sind nicht antragsberechtigt.",
            "Podrán presentarse empresas. Los ayuntamientos, las universidades y las fundaciones no son elegibles.",
            "חברות רשאיות להגיש. רשויות מקומיות, אוניברסיטאות ועמותות אינן זכאיות.",
        ],
    );
}

#[test]
fn only_others_means_that_authorities_are_out_even_where_the_text_names_them() {
    bodies(
        No,
        &[
            "Pilots run in municipalities of nine countries. Only companies may apply.",
            "The award helps cities to buy better. Applications are restricted to start-ups.",
            "Pilots run in towns. Applications can be submitted exclusively by small enterprises.",
            "Les essais ont lieu dans des communes. Seules les entreprises peuvent déposer un dossier.",
            "Erprobt wird in Städten. Bewerben können sich ausschließlich Start-ups.",
            "Los pilotos se hacen en municipios. Solo pueden presentarse empresas.",
            "הפיילוט יתקיים ברשויות מקומיות. רק חברות רשאיות להגיש.",
            "הפיילוט יתקיים ברשויות מקומיות. ההגשה לעמותות בלבד.",
        ],
    );
    bodies(Yes, &["Municipalities may apply. Only one application per association or town is read."]);
    bodies(Yes, &["Only companies may apply for the first prize; municipalities may apply for the second."]);
}

#[test]
fn who_takes_part_in_person_is_no_authority() {
    bodies(
        No,
        &[
            "ההשתתפות היא אישית; אין להגיש באמצעות מוסד, עירייה או מועדון.",
            "בני 70 ומעלה מוזמנים לשלוח סיפור. ההגשה אישית בלבד.",
            "התחרות מיועדת ליחידים בלבד, ולא לרשויות.",
            "Older residents of cities send one story. Open to individuals only.",
            "Participation is personal: towns and clubs cannot enter for their members.",
            "Concours d'écriture pour les habitants des communes. Seules les personnes physiques peuvent candidater.",
            "Schreibwettbewerb der Städte. Teilnehmen können nur Privatpersonen.",
            "Certamen para vecinos de los municipios. Pueden presentarse únicamente personas físicas.",
        ],
    );
}

#[test]
fn that_others_may_not_does_not_shut_out_those_who_are_named() {
    bodies(
        Conditional,
        &[
            "The cities of Akko and Lod are invited to apply. Other authorities may not apply.",
            "קרן מזמינה עיריות של ערים מעורבות להגיש. רשויות אחרות אינן יכולות להגיש בסבב זה.",
            "מענק לרשויות שתושביהן פונו. יתר הרשויות אינן רשאיות להגיש.",
            "Les communes de la vallée peuvent candidater. Les autres communes ne sont pas éligibles.",
            "Die Kommunen des Tals bewerben sich. Andere Kommunen sind nicht antragsberechtigt.",
            "Los municipios del valle pueden solicitar la ayuda. Los demás municipios quedan excluidos.",
        ],
    );
}

#[test]
fn an_authority_is_known_by_whatever_it_is_called() {
    bodies(
        Yes,
        &[
            "Eligible recipients are non-governmental organizations, academic institutions, and municipal or regional government bodies.",
            "Local or regional governments can ask for support.",
            "Municipal and regional authorities may apply.",
            "Les institutions municipales peuvent déposer une demande.",
            "Antragsberechtigt sind kommunale Behörden.",
            "Pueden solicitarlo los organismos municipales.",
            "גופים עירוניים רשאים להגיש בקשה.",
        ],
    );
}

#[test]
fn a_list_of_other_countries_shuts_out_whoever_applies() {
    countries(
        No,
        &[
            "The fund supports local authorities. Sites must lie in one of the following countries: Poland, Ukraine, Lithuania or Moldova.",
            "Only applicants from the following countries may apply: Poland, Ukraine, Hungary.",
            "Partners must be cities located in the 27 EU Member States, Norway, Albania or Ukraine.",
            "Projects have to be located in Romania, Slovakia or Hungary.",
            "Eligible countries are Kenya, Ghana and Senegal.",
            "Cities can follow the events. Cities of other countries cannot be partners or receive funds.",
            "Les projets doivent se situer dans l'un des pays suivants : Pologne, Ukraine, Roumanie.",
            "Die Orte müssen in Polen, Litauen oder der Ukraine liegen.",
            "Los proyectos deben estar situados en Polonia, Ucrania o Rumanía.",
            "הקרן תומכת ברשויות. האתרים חייבים להיות באחת המדינות הבאות: פולין, אוקראינה, ליטא.",
            "The fund helps towns. Projects must be implemented in the following countries:\n\nPoland\n\nUkraine\n\nMoldova",
        ],
    );
}

#[test]
fn a_list_with_israel_in_it_or_for_one_partner_shuts_nobody_out() {
    let not_no = |text: &str| {
        let answer = record("Fund for neighbours", text).eligibility.country;
        assert_ne!(answer.verdict, No, "{text}: {answer:?}");
    };
    for text in [
        "Sites must lie in one of the following countries: Greece, Israel or Cyprus.",
        "The lead partner must be established in Spain, France or Italy. Municipalities may apply.",
        "Applications must be in English, French or Spanish. Municipalities may apply.",
        "At least one partner must come from Germany or Poland; municipalities of Israel may join.",
        "Municipalities in Israel, Greece and Cyprus may apply. Applicants from other countries are not eligible.",
        "Partners must be located in an EU Member State or in a country associated to Horizon Europe.",
    ] {
        not_no(text);
    }
}

#[test]
fn where_one_side_abroad_applies_ours_is_the_partner() {
    country(
        Partner,
        "Preis für Freiwilligenprojekte deutscher und israelischer Kommunen",
        "Antragsberechtigt ist die deutsche Kommune; sie reicht den Beitrag zusammen mit ihrer israelischen Partnerkommune ein.",
    );
    country(Partner, "Fonds pour la jeunesse", "La collectivité française dépose la demande avec son partenaire israélien.");
}

#[test]
fn whoever_is_from_abroad_and_shut_out_is_not_let_in() {
    countries(
        No,
        &[
            "Foreign towns are not eligible.",
            "Not open to applicants from abroad.",
            "Ausländische Kommunen sind nicht antragsberechtigt.",
            "Les communes étrangères ne sont pas admises.",
            "Los municipios extranjeros no pueden presentarse.",
            "ערים זרות אינן רשאיות להגיש מועמדות.",
            "Towns in any country except Israel may apply.",
            "Cities outside the EU cannot apply.",
        ],
    );
    countries(
        Yes,
        &[
            "Foreign towns are welcome to apply.",
            "Towns worldwide may apply, companies are excluded.",
            "Cities outside the EU are not excluded and may apply.",
            "Städte weltweit können sich bewerben, aber verspätete Unterlagen werden nicht berücksichtigt.",
            "Towns from all countries except Norway may apply.",
        ],
    );
}

#[test]
fn hebrew_words_for_authorities_are_home_only_where_nobody_else_is_meant() {
    countries(
        No,
        &[
            "עיריות ביוון רשאיות להגיש מועמדות.",
            "הפרס מיועד לרשויות הולנדיות.",
            "מרכז השלטון המקומי מביא לידיעה: רשויות מקומיות בקנדה מוזמנות להגיש.",
        ],
    );
    countries(
        Yes,
        &[
            "עיריות רשאיות להגיש מועמדות.",
            "רשויות מקומיות מוזמנות להגיש הצעה למיזם משותף עם רשויות הולנדיות.",
            "משרד התרבות מזמין רשויות מקומיות להגיש. ערים זרות אינן רשאיות להגיש.",
        ],
    );
}

#[test]
fn what_but_takes_away_is_taken_from_those_named_before() {
    bodies(
        No,
        &[
            "Municipalities and hospitals may take part in the work but cannot apply.",
            "Städte können mitwirken, sind aber nicht antragsberechtigt.",
            "Los ayuntamientos pueden colaborar, pero no pueden presentar solicitud.",
            "רשויות יכולות להשתתף אך אינן רשאיות להגיש.",
        ],
    );
    bodies(
        Yes,
        &[
            "Municipalities may apply but companies cannot apply.",
            "Les communes peuvent candidater, mais les entreprises ne sont pas éligibles.",
            "Los municipios pueden presentarse, pero no se admitirán solicitudes fuera de plazo.",
            "Towns are not excluded and may apply.",
        ],
    );
}

#[test]
fn an_authority_that_helps_those_who_apply_is_a_partner() {
    bodies(
        Partner,
        &[
            "Eligible applicants: charities. A local authority may host the course.",
            "Antragsberechtigt: Vereine. Kommunen können Räume zur Verfügung stellen.",
            "Beneficiarias: ONGD. Los ayuntamientos pueden actuar como contraparte.",
            "רשאים להגיש: מוזיאונים. רשות מקומית תצרף מכתב תמיכה.",
        ],
    );
    bodies(Yes, &["Municipalities may apply. A municipality must provide the room and sign a letter of intent."]);
}

#[test]
fn a_part_that_is_shut_out_leaves_the_rest() {
    bodies(
        Conditional,
        &[
            "Municipalities that are not members cannot apply.",
            "Towns with fewer than 5,000 inhabitants are not eligible.",
            "Les communes qui ne sont pas membres du réseau ne sont pas éligibles.",
            "רשויות שאינן כפריות אינן זכאיות.",
        ],
    );
    bodies(No, &["Everybody except municipalities may apply.", "כל הגופים, למעט רשויות מקומיות, רשאים להגיש."]);
}

#[test]
fn a_count_is_no_condition_and_a_lead_no_junior() {
    bodies(
        Yes,
        &[
            "More than 300 cities come. Municipalities can apply for a place.",
            "Municipalities can take part as lead applicant or partner.",
            "Kommunen können als Antragsteller oder als Partner teilnehmen.",
            "Open to towns, whether or not they are members of the network.",
        ],
    );
}

#[test]
fn a_not_in_the_verb_lets_nobody_in_whatever_the_verb_is() {
    bodies(
        Unknown,
        &[
            "Municipalities are not among the beneficiaries.",
            "Kommunen gehören nicht zu den Antragsberechtigten.",
            "Los ayuntamientos no figuran entre los beneficiarios.",
            "Les collectivités ne font pas partie des bénéficiaires.",
            "רשויות מקומיות אינן נמנות עם הזכאים.",
        ],
    );
    bodies(
        Yes,
        &[
            "All municipalities without exception may apply.",
            "Las ciudades socias y no socias pueden presentar una solicitud.",
            "רשויות מקומיות ללא תלות בגודלן רשאיות להגיש.",
        ],
    );
    countries(Unknown, &["Le concours n'est hélas pas encore ouvert aux villes étrangères."]);
}

#[test]
fn hostile_text_is_read_to_an_end() {
    for unit in [
        "municipalities, companies may apply and schools but not eligible ",
        "except towns not open to ",
        "no city is excluded or not ",
    ] {
        let text = format!("{}.", unit.repeat(60_000 / unit.len()));
        // Whatever it says: it is said in the time of a page, not of an afternoon.
        let said = record("Prize", &text).eligibility;
        assert!(said.body.quote.is_none_or(|quote| text.contains(&quote)));
    }
}
