//! Whoever looks for partners, by a verb or by the label of a form, and the sums told beside.

use super::eligibility::bodies;
use super::{read, record};
use crate::opportunity::Kind;
use crate::opportunity::Verdict::{No, Partner, Yes};

fn seeks(title: &str, text: &str) {
    let out = read(title, text);
    assert!(out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
    assert_eq!(out.opportunity.kind, Kind::Partnership, "{title}: {:?}", out.opportunity.evidence.get("kind"));
}

#[test]
fn a_label_of_a_form_names_the_partners_that_are_sought() {
    seeks("Blue rivers", "Partners sought\nmunicipalities\nCountries\nEurope");
    seeks(
        "Blue rivers",
        "About us | Training centre for divers\nAims | clean water\nOffice | Ghent\nPartners searched\nProfile | towns",
    );
    seeks("Blue rivers", "Desired partners: towns by a river");
    seeks("Blaue Flüsse", "Gesuchte Projektpartner: Kommunen");
    seeks("Fleuves bleus", "Partenaires recherchés : communes riveraines");
    seeks("Ríos azules", "Socios buscados: ayuntamientos");
    seeks("נהרות כחולים", "דרושים שותפים: רשויות מקומיות");
    seeks("נהרות כחולים", "שותפים מבוקשים: עיריות");
    seeks("أنهار زرقاء", "الشركاء المطلوبون: بلديات");
    seeks("Stadt Aue", "Interesse besteht an einer Partnergemeinde in Israel.");
    seeks("Jumelage", "La ville souhaite se jumeler avec une commune israélienne. Contactez la mairie.");
    seeks("Requests from abroad", "Aue lies in a valley and looks for a partner for projects of its schools.");
    seeks("TownLinks", "We invite towns to join a TownLinks partnership. Download the application and e-mail it to us.");
    let ours = read("Our partners", "Our partners are towns in Europe. We thank them.");
    assert!(!ours.verdict.yes, "{:#?}", ours.verdict.reasons);
}

#[test]
fn who_looks_for_partners_in_a_plain_sentence_calls() {
    seeks("Cool roofs", "The City of Elm is looking for partners for its Horizon project. Contact us.");
    seeks("Cool roofs", "I am interested in finding partners for the Creative Europe strand.");
    seeks("Cool roofs", "Our town would like to join a consortium.");
    seeks("Cool roofs", "Towns are invited to join our consortium.");
    seeks("Cool roofs", "We seek pilot towns for a tool that counts trees.");
    seeks("Cool roofs", "The consortium is searching for a municipality as pilot site.");
    seeks("Kühle Dächer", "Die Gemeinde sucht Partner für ihr Projekt.");
    seeks("Kühle Dächer", "Wir suchen einen Partnerverein für ein gemeinsames Projekt.");
    seeks("Kühle Dächer", "Die Stadt möchte einem Konsortium beitreten.");
    seeks("Kühle Dächer", "Pilotgemeinden gesucht!");
    seeks("Toits frais", "La commune cherche des partenaires pour son projet.");
    seeks("Toits frais", "La ville souhaite rejoindre un consortium.");
    seeks("Toits frais", "Communes pilotes recherchées.");
    seeks("Techos frescos", "El municipio busca socios para su proyecto.");
    seeks("Techos frescos", "Se buscan municipios piloto.");
    seeks("גגות קרירים", "המועצה מחפשת שותפים למיזם. צרו קשר.");
    seeks("גגות קרירים", "אנו מעוניינים בעמותה שתלווה אותנו בפרויקט.");
    seeks("גגות קרירים", "העירייה מעוניינת להצטרף לקונסורציום.");
    seeks("أسطح باردة", "تبحث البلدية عن شركاء لمشروعها.");
}

#[test]
fn news_of_partners_and_what_firms_look_for_is_none() {
    for (title, text) in [
        ("Partners at last", "The town found partners for its project in spring."),
        ("A bigger circle", "The city has joined a consortium of nine towns for the project."),
        ("How it began", "The project was looking for partners last year and found nine."),
        ("Pumps", "The maker is looking for partners to sell its pumps. Contact us."),
        ("Council", "The mayor met the partners of the project on Monday."),
        ("Harbour", "The council is looking for a partner to run the café of the new project."),
        ("Study", "The report says towns need partners for every project."),
        ("Hafen", "Die Stadt sucht Investoren und Partner für das Projekt."),
        ("Stade", "La ville cherche un partenaire privé pour son projet de stade."),
        ("Estadio", "El ayuntamiento busca socios para el proyecto, dijo el alcalde."),
        ("Cool roofs", "We are not looking for partners for this project."),
        ("Kühle Dächer", "Die Stadt hat Partner für ihr Projekt gefunden."),
        ("Toits frais", "La ville a trouvé des partenaires pour son projet."),
        ("Techos frescos", "La ciudad encontró socios para su proyecto."),
        ("גגות קרירים", "המועצה מצאה שותפים לפרויקט והצטרפה לקונסורציום."),
        ("أسطح باردة", "وجدت البلدية شركاء لمشروعها."),
    ] {
        let out = read(title, text);
        assert!(!out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
    }
}

#[test]
fn an_ambassador_to_a_sister_city_is_no_partner() {
    let text = "Pupils are invited to apply for a trip abroad by 3 May 2027. They live with host families.";
    let call = "Call for proposals for town projects. Municipalities need a partner city in Ukraine. Apply by 3 May 2027.";
    assert_eq!(record("Bridges to Ukraine", call).kind, Kind::CallForProposals);
    let call = "Call for proposals. Required partners: at least three. Grants of up to €300,000. Deadline: 3 May 2027.";
    assert_ne!(record("Erasmus for towns", call).kind, Kind::Partnership);
    assert_ne!(record("Looking for our sister city ambassador", text).kind, Kind::Partnership);
}

#[test]
fn what_the_project_gets_is_no_partners_sum() {
    let most = |title: &str, text: &str| record(title, text).amount.max;
    assert_eq!(most("Partner search", "Our town is looking for partners. The grant is up to €900,000 per project."), None);
    assert_eq!(most("Partnersuche", "Die Stadt sucht Partner. Das Projekt erhält bis zu 900.000 Euro."), None);
    assert_eq!(most("Recherche de partenaires", "Le projet reçoit jusqu'à 900 000 €."), None);
    assert_eq!(most("Búsqueda de socios", "El proyecto recibe hasta 900.000 €."), None);
    assert_eq!(most("חיפוש שותפים", "הפרויקט יקבל עד 900,000 ₪."), None);
    assert_eq!(most("Partner search", "Our town is looking for partners. Each partner receives up to €50,000."), Some(50_000.0));
    assert_eq!(
        most("Partnerschaft", "Die Stadt sucht eine Partnerstadt. Das Land fördert mit bis zu 5.000 Euro."),
        Some(5_000.0)
    );
    assert_eq!(most("Town twinning grants", "Towns with a partner get up to €9,000."), Some(9_000.0));
}

#[test]
fn a_partner_of_one_country_is_sought_there() {
    let country = |text: &str| record("Partner search", text).eligibility.country;
    for text in [
        "A town in Albania of 9,000 people seeks a permanent partnership with a UK town.",
        "The places below would like a link with an Irish community or local authority: Prrenas, Albania.",
        "A Slovenian town would like a partnership with a Scottish council.",
        "Eine ungarische Gemeinde sucht eine deutsche Partnergemeinde für ein Projekt.",
        "Bei uns fragen Kommunen aus dem Ausland an, die eine deutsche Partnerkommune suchen.",
        "Une ville polonaise recherche une commune française pour un jumelage.",
        "Un municipio italiano busca un municipio español como socio.",
    ] {
        assert_eq!(country(text).verdict, No, "{text}: {:?}", country(text));
    }
    for text in [
        "A UK town seeks partner towns abroad for a project.",
        "A Polish town seeks an Israeli municipality for a project.",
        "A Polish town seeks a German or Israeli municipality for a project.",
        "A UK town seeks a partnership with a town of similar size.",
        "Eine deutsche Gemeinde sucht Partner im Ausland.",
        "Partner gesucht: die französische Gemeinde Aubray möchte eine ähnliche Partnergemeinde finden.",
    ] {
        assert_ne!(country(text).verdict, No, "{text}: {:?}", country(text));
    }
}

#[test]
fn who_looks_for_a_partner_tells_his_own_size() {
    for text in [
        "A place with a population of 8,500 seeks a partnership with a UK town.",
        "These communities seek partnership with a local authority. Esk: Population: 35,000.",
    ] {
        let answer = record("Partner search", text).eligibility.body;
        assert_eq!(answer.verdict, Yes, "{text}: {answer:?}");
    }
}

#[test]
fn authorities_beside_those_who_apply_take_part() {
    bodies(
        Partner,
        &[
            "NGOs may apply in partnership with a local authority.",
            "Vereine können sich in Zusammenarbeit mit einer Kommune bewerben.",
            "Les associations candidatent en partenariat avec une commune.",
            "עמותות יגישו בשיתוף עם רשות מקומית.",
            "Museums may apply. Project partners from the islands include schools and local authorities.",
        ],
    );
    bodies(Yes, &["Towns may apply. NGOs may apply in partnership with a local authority."]);
    bodies(
        No,
        &[
            "Students may apply for a stay in partnership with a local authority.",
            "Clubs may apply. The prize is held in partnership with the local authority of the lake.",
        ],
    );
}
