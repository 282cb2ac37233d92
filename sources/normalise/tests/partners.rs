//! Whoever looks for partners, by a verb or by the label of a form, and the sums told beside.

use super::{read, record};
use crate::opportunity::Kind;

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
