//! Words for a kind that name something else beside another word: a call and its own name, an open competition for money, practices that are
//! exchanged.

use super::record;
use crate::opportunity::Kind;

fn is(kind: Kind, title: &str, text: &str) {
    let record = record(title, text);
    assert_eq!(record.kind, kind, "{title}: {:?}", record.evidence.get("kind"));
}

#[test]
fn what_stands_right_behind_a_call_is_its_name() {
    is(Kind::Competition, "קול קורא יקיר המועצה לשנת 2027", "תושבים מוזמנים להמליץ עד 1.3.2027.");
    is(Kind::Competition, "קול קורא פרס הספרייה הירוקה", "ניתן להגיש הצעות עד 1.3.2027.");
    is(Kind::Competition, "קול קורא תחרות סיפורים", "ניתן להגיש עד 1.3.2027.");
    is(Kind::Exchange, "קול קורא משלחת נגנים לאיטליה", "ניתן להגיש בקשה עד 1.3.2027.");
    is(Kind::Competition, "Convocatoria Premio Barrio Verde", "Las candidaturas se presentan hasta el 1 de marzo de 2027.");
    is(Kind::Competition, "Appel à candidatures Prix des écoles", "Les dossiers sont à envoyer avant le 1er mars 2027.");
    // Several are paid for, and so is what money is offered for.
    is(Kind::Grant, "קול קורא לכנסים ולתערוכות", "מענק של עד 20,000 ש\"ח לכל רשות, עד 1.3.2027.");
}

#[test]
fn an_open_competition_for_applications_is_a_call_for_money() {
    let grants = "Grants are typically between $4,000 and $9,000 per project. Deadline: 3 May 2027";
    is(Kind::Grant, "Embassy announces an open competition for small projects", grants);
    is(Kind::Grant, "Open competition for organizations to run a reading club", grants);
    is(Kind::Competition, "Open competition for the new bridge", "Engineers are invited. First prize €10,000, by 3 May 2027.");
}

#[test]
fn practices_and_views_are_not_exchanged_between_towns() {
    for (title, text) in [
        ("Grants for archives", "Archivists exchange good practices. Apply by 3 May 2027."),
        ("Zuschuss für Archive", "Der Wissensaustausch ist Teil des Projekts. Antragsschluss: 3. Mai 2027."),
        ("Subventions aux archives", "Les archivistes pourront échanger des idées. Dépôt avant le 3 mai 2027."),
        ("Subvenciones a los archivos", "Habrá intercambio de conocimientos. Plazo: 3 de mayo de 2027."),
    ] {
        is(Kind::Grant, title, text);
    }
    is(Kind::Exchange, "Exchange of archivists between twin towns", "Apply by 3 May 2027.");
    is(Kind::Exchange, "Reise des Stadtarchivs nach Triest", "Die Reise findet im Mai statt. Anmeldeschluss: 3. März 2027.");
}

#[test]
fn money_in_the_title_is_what_the_text_is_about() {
    let text = "Open to youth exchanges, conferences and cross-border projects. Grant: €6,001 and more. By 3 May 2027.";
    is(Kind::Grant, "River fund: standard grants", text);
    is(Kind::Exchange, "Exchange of young rowers", "Travel grants are paid. By 3 May 2027.");
    is(Kind::Grant, "Networks of rivers", "Financing is available for rowing clubs that exchange good practices. By 3 May 2027.");
}

#[test]
fn a_journey_that_is_won_is_a_prize() {
    is(Kind::Competition, "Flusspreis", "Die Gewinner erhalten eine Reise nach Brüssel. Bewerbungen bis 3. Mai 2027.");
}

#[test]
fn whoever_says_who_can_be_a_partner_looks_for_one() {
    let text =
        "The networks are still looking for new partners. Who can be a partner? Cities and regions. Contact the lead partner.";
    is(Kind::Partnership, "Still time to join a river network", text);
    is(Kind::Exchange, "תאומות בתי ספר", "בית ספר שמחפש בית ספר תאום מוזמן לפנות בכל עת.");
}
