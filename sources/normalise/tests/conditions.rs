//! What is a condition on those who apply, and what only looks like one.

use super::eligibility::{bodies, body, countries, country};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn sums_are_no_size_of_a_town() {
    body(Yes, "Zuschuss für Partnerschaften", "Kommunen erhalten einen Zuschuss von mindestens 2.000 und höchstens 30.000 Euro.");
    body(Yes, "Small grants", "Municipalities may apply for a grant of more than EUR 3,000.");
    body(Conditional, "Zuschuss für Brunnen", "Kommunen mit mindestens 20.000 Einwohnern können einen Antrag stellen.");
}

#[test]
fn a_larger_share_for_some_leaves_nobody_out() {
    body(Yes, "קול קורא לספסלים", "רשויות באשכול 1-3 תקבלנה עד 90% מהעלות; שאר הרשויות עד 25,000 ₪.");
    body(Yes, "Small grants", "Towns of up to 8,000 inhabitants receive up to EUR 4,000; all others up to EUR 7,000.");
    body(Conditional, "Small grants", "Towns of up to 8,000 inhabitants may apply for up to EUR 4,000.");
}

#[test]
fn a_comparison_needs_a_number() {
    body(Yes, "Ayudas al alumbrado", "Pueden pedirla los municipios y las entidades locales menores.");
    body(Yes, "Ayudas al riego", "Podrán solicitarla los ayuntamientos y entidades menores de la comarca.");
    body(Conditional, "Ayudas al riego", "Podrán solicitarla los municipios de menos de 5.000 habitantes.");
}

#[test]
fn a_session_for_members_is_not_the_whole() {
    for (title, text) in [
        ("City Days", "Officers and councillors of all towns may register. The dinner on Monday is for members only."),
        (
            "Rencontres de l'arbre en ville",
            "Les ateliers du lundi sont réservés aux communes membres. La plénière est ouverte à tous les élus.",
        ),
    ] {
        let country = record(title, text).eligibility.country;
        assert_eq!(country.verdict, Unknown, "{title}: {country:?}");
    }
    body(Conditional, "Workshop on bins", "The workshop is open to member cities only.");
}

#[test]
fn ages_and_classes_are_those_of_people() {
    body(No, "Poster contest", "Pupils in grades 3 through 6: draw your street! Posters arrive by 2 July 2027.");
    body(No, "תחרות ציור", "תושבי העיר בני 12 ומעלה מוזמנים לשלוח ציור עד 2.7.2027.");
    body(Yes, "Parks for the young", "Municipalities may apply for playgrounds for children aged 3 to 6.");
}

#[test]
fn under_a_label_stand_all_who_apply() {
    let text =
        "We look for pilots in port cities.\nWho can apply?\nSMEs and start-ups, alone or in pairs.\nDeadline: 2 July 2027.";
    let answer = record("Open call: pilots for greener harbours", text).eligibility.body;
    assert!(matches!(answer.verdict, No | Partner), "{answer:?}");
}

#[test]
fn entries_that_come_from_an_authority_are_its_own() {
    body(Yes, "Garden award", "Entries must come from the city's own local government.");
    body(
        Yes,
        "Appel à projets solidaires",
        "La Région soutient les projets portés par les communes, avec un partenaire local à l'étranger.",
    );
}

#[test]
fn towns_sought_here_or_elsewhere_are_sought_here() {
    country(Yes, "Looking for partner towns", "We seek two municipalities in Malta, Greece or Israel for a project on wells.");
    country(
        Yes,
        "Notre commune cherche une ville jumelle",
        "Elle souhaite un jumelage avec une ville en Grèce, en Israël ou en Turquie.",
    );
    country(Partner, "Looking for a twin", "Our town has partners in France and Israel and seeks a partner in Spain.");
}

#[test]
fn those_of_two_countries_apply_together() {
    country(No, "Joint call for town projects", "Moroccan and French authorities only may apply.");
    country(No, "Appel conjoint", "L'appel est destiné aux collectivités territoriales françaises et argentines.");
}

#[test]
fn where_people_and_work_are_says_whose_the_call_is() {
    country(
        No,
        "Stipendium für Verwaltungskräfte",
        "Zwölf Beschäftigte aus Rathäusern in Polen, Tschechien und Ungarn lernen ein Jahr lang.",
    );
    country(No, "Échange d'agents", "Le programme permet à un agent d'une commune belge de passer deux semaines au Québec.");
    country(No, "Preis für leise Straßen", "Ausgezeichnet werden Projekte aus Österreich. Einreichen können Gemeinden.");
    country(
        Yes,
        "Preis der Nachbarn",
        "Der Sonderpreis steht auch Bewerbern aus dem Ausland offen. Städte können sich bewerben.",
    );
}

#[test]
fn arabic_members_are_members() {
    for text in ["الدعوة موجهة إلى البلديات الأعضاء في المنظمة.", "يمكن للمدن الأعضاء التقدم بطلب."]
    {
        let answers = record("منحة المنظمة", text).eligibility;
        assert_eq!((answers.country.verdict, answers.body.verdict), (Conditional, Conditional), "{text}");
    }
}

#[test]
fn a_clause_behind_the_towns_lets_in_some_of_them() {
    for text in [
        "For cities of 30,000 to 90,000 people.",
        "Is your city green? Cities of more than 70,000 people go in for the title.",
        "Eligible are towns (or those whom they name) whose mayors took the course.",
        "Municipalities which have not had a grant before may apply.",
        "Les communes qui ont adopté un plan peuvent candidater.",
        "Podrán presentarse los ayuntamientos que tengan un plan.",
        "רשויות שראשיהן השתתפו בקורס רשאיות להגיש.",
        "الجائزة مفتوحة للبلديات التي لديها خطة.",
    ] {
        body(Conditional, "Award", text);
    }
    for text in [
        "Municipalities that wish to plant trees may apply.",
        "Municipalities whose project is selected get a grant.",
        "Municipalities may bring 30 people to the course.",
        "Cities with 20 people in a team may apply.",
        "The municipalities, which pay a part of the cost, may apply.",
        "Les communes qui souhaitent participer peuvent candidater.",
        "רשויות שמעוניינות להשתתף רשאיות להגיש.",
    ] {
        body(Yes, "Award", text);
    }
}

#[test]
fn small_and_large_together_leave_nobody_out() {
    body(
        Yes,
        "Preis",
        "Geehrt werden kleine (bis 15.000 Einwohner), mittlere und große Städte (ab 90.000). Städte können sich bewerben.",
    );
    body(Yes, "Award", "Prizes go to small (under 15,000 residents) and large cities. Cities can apply.");
    body(Conditional, "Award", "Small and medium-sized towns of up to 40,000 inhabitants may apply.");
}

#[test]
fn what_is_spoken_of_does_not_apply() {
    bodies(
        Unknown,
        &[
            "Congress in Lyon. Three topics: the state and the towns, the citizens and the towns.",
            "Colloque à Lyon. Thèmes : l'État et les communes, les communes et leurs agents.",
            "Kongress in Graz. Themen: Bund und Gemeinden, Gemeinden und Bürger.",
            "כנס בחיפה. נושאים: המדינה והרשויות המקומיות.",
        ],
    );
}

#[test]
fn of_countries_that_are_invited_the_others_are_out() {
    countries(No, &["Invited countries: Albania, Georgia, Moldova and Ukraine.\nOfficials are welcome to apply."]);
}

#[test]
fn how_many_partners_join_is_no_size_of_a_town() {
    bodies(
        Yes,
        &[
            "Towns together with at least one partner from Italy may apply.",
            "Antragsberechtigt sind Kommunen mit mindestens einem Partner aus Italien.",
            "Peuvent candidater les communes avec au moins un partenaire italien.",
        ],
    );
    bodies(Conditional, &["Towns of at least 40,000 residents, with at least one partner, may apply."]);
}

#[test]
fn a_condition_in_the_name_of_the_giver_restricts_nobody() {
    bodies(
        Yes,
        &[
            "Der Preis, ausgelobt vom Verein zur Förderung des Bauens in ländlichen Räumen, ehrt Gemeinden mit Mut. Frist 4. Juni 2027.",
            "The prize of the Association for Rural Housing honours towns that dare something new. Entries by 4 June 2027.",
        ],
    );
    bodies(
        Conditional,
        &[
            "Der Preis ehrt Gemeinden in ländlichen Räumen. Einreichfrist 4. Juni 2027.",
            "Der Preis des Vereins ehrt ländliche Gemeinden. Einreichfrist 4. Juni 2027.",
        ],
    );
}

#[test]
fn conditions_that_are_spoken_of_are_none() {
    bodies(Yes, &["שימו לב לשינוי בתנאי הסף: גם רשויות עם תקציב קטן יקבלו מענק. הגשה עד 4.6.2027."]);
    bodies(Conditional, &["רשויות מקומיות רשאיות להגיש בתנאי שיש להן תוכנית. הגשה עד 4.6.2027."]);
}

#[test]
fn parishes_that_are_counted_are_authorities() {
    bodies(
        Conditional,
        &[
            "The scheme is for parishes with populations of less than 1,000. Apply by 4 June 2027.",
            "Small parish councils get help. Parishes with populations of less than 800 are eligible. Apply by 4 June 2027.",
        ],
    );
    bodies(No, &["Parishes and dioceses may apply by 4 June 2027."]);
}

#[test]
fn bodies_of_those_named_are_no_condition_and_a_size_between_small_and_large_is() {
    bodies(
        Yes,
        &[
            "Antragsberechtigt sind Kommunen, deren Zusammenschlüsse und Eigenbetriebe.",
            "Only municipalities may apply.",
            "Teilnehmen dürfen nur Städte und Gemeinden.",
            "Das Ministerium hat mehr als 10.000 Vorhaben unterstützt. Kommunen können sich bewerben.",
        ],
    );
    bodies(
        Conditional,
        &[
            "Antragsberechtigt sind Kommunen, deren Haushalt genehmigt ist.",
            "Kleine und mittlere Städte können sich bewerben.",
            "רשויות באשכול כלכלי-חברתי 1-4 רשאיות להגיש.",
            "The challenge is open to the 100 most populous municipalities.",
            "Teilnehmen können die größten Städte des Landes.",
        ],
    );
}
