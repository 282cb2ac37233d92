//! Who of those named applies: payers, clients, members, those who only join, those from abroad.

use super::eligibility::{bodies, body, countries};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn an_authority_that_is_named_for_another_part_does_not_apply() {
    for (title, text) in [
        ("Stand at the Public Works Fair", "Do you sell playgrounds to municipalities? Firms book their place by 2 July 2027."),
        ("Messe der Kommunaltechnik", "Sie liefern an Kommunen? Unternehmen melden sich bis 2. Juli 2027 an."),
        ("Atelier à Haïfa", "Les artistes envoient leur dossier avant le 2 juillet 2027. La ville prend en charge le logement."),
        ("מלגת שהות", "אמנים רשאים להגיש תיק עבודות עד 2.7.2027. העירייה תישא בהוצאות הדיור."),
        ("Marché de Noël", "Les commerçants de la ville et des communes voisines peuvent participer."),
        ("הכנס לחקר השלטון המקומי", "חברות ועמותות רשאיות להציע מושב עד 2.7.2027."),
        ("Jugendlager der Partnerstädte", "Vereine melden sich bis 2. Juli 2027 an."),
    ] {
        let answer = record(title, text).eligibility.body;
        assert!(answer.verdict != Yes, "{title}: {answer:?}");
    }
}

#[test]
fn a_membership_that_is_asked_for_bears_on_body_and_country() {
    for text in [
        "Member cities of the network may enter until 2 July 2027.",
        "Only municipalities that are members can apply.",
        "Podrán presentarse los municipios asociados.",
        "Teilnehmen können Mitgliedsstädte des Netzwerks.",
        "Peuvent concourir les villes membres du réseau.",
    ] {
        let answers = record("Prize of neighbours", text).eligibility;
        assert_eq!((answers.country.verdict, answers.body.verdict), (Conditional, Conditional), "{text}");
    }
    body(Yes, "Prize of neighbours", "Members and non-members may enter. Municipalities can apply.");
}

#[test]
fn applicants_from_here_count_more_than_projects_with_us() {
    countries(
        Yes,
        &[
            "The prize honours projects that bring Poles and Israelis together. Clubs from Poland and Israel may apply.",
            "Gefördert wird, was Deutsche und Israelis verbindet. Antragsberechtigt sind Vereine mit Sitz in Israel.",
            "We fund charities registered in Israel.",
        ],
    );
    countries(No, &["US schools may apply for a trip to Israel."]);
}

#[test]
fn whoever_cannot_apply_and_joins_only_is_a_partner() {
    countries(Partner, &["ארגונים ישראליים אינם רשאים להגיש בעצמם ומשתתפים כשותפים בלבד."]);
    countries(No, &["Israeli organisations may not apply."]);
}

#[test]
fn those_from_abroad_are_asked_in_where_they_are_the_ones_named() {
    countries(
        Yes,
        &[
            "Foreign companies get a booth.",
            "Peuvent participer les villes de France et de l'étranger.",
            "Any city in the world may enter.",
            "Podrá participar empresas de España o del extranjero.",
        ],
    );
    countries(Unknown, &["Councils may get a grant for visits to foreign companies."]);
    countries(Unknown, &["Cities, NGOs and EU institutions may hand in a session."]);
}

#[test]
fn whoever_stands_behind_others_does_not_apply() {
    for text in [
        "NGOs may apply for up to 9,000 euros to train the staff of small municipalities.",
        "רשאיות להגיש עמותות הפועלות בתחום הספרות שנתיים לפחות, ואשר ערכו אירועים בשלוש רשויות מקומיות שונות.",
        "Gemeinnützige Organisationen können Mittel beantragen, um Beschäftigte kleiner Kommunen zu schulen.",
    ] {
        let answer = record("Fund for neighbours", text).eligibility.body;
        assert_eq!(answer.verdict, No, "{text}: {answer:?}");
    }
    body(Yes, "Fund for neighbours", "NGOs, universities and local authorities may apply.");
}

#[test]
fn scholars_alone_are_no_town_and_planners_may_be() {
    body(No, "Congress: call for papers", "Historians, geographers and PhD students are invited to send an abstract.");
    body(Unknown, "Congress: call for papers", "Academics, planners and policy makers are invited to send an abstract.");
}

#[test]
fn an_acronym_is_none_without_its_marks() {
    countries(Unknown, &["להקות מחול יכולות לבקש מענק."]);
}

#[test]
fn an_authority_behind_an_and_is_in_the_list() {
    body(Yes, "קול קורא לקידום ספרייה", "הקול הקורא מיועד לעמותות ולמועצות אזוריות.");
    body(No, "Pilots for greener port cities", "Who can apply?\nSMEs and start-ups, alone or in pairs.");
}

#[test]
fn those_whose_applications_and_projects_they_are_apply() {
    bodies(
        Yes,
        &[
            "We welcome applications from municipalities.",
            "The fund supports projects of town councils and associations that plant trees.",
            "Le fonds soutient les projets des communes et des associations.",
            "Die Stiftung fördert Projekte von Gemeinden und Vereinen.",
            "La fundación financia proyectos de ayuntamientos y asociaciones.",
            "הקרן תומכת במיזמים של רשויות מקומיות ושל עמותות.",
        ],
    );
    bodies(No, &["The fund supports projects of schools and associations. Apply in May."]);
}

#[test]
fn what_those_at_home_and_abroad_do_together_is_handed_in_at_home() {
    countries(
        Partner,
        &[
            "Le ministère soutient les initiatives conjointes de communes françaises et étrangères.",
            "Grants for joint projects of Danish and foreign municipalities: apply in May.",
            "Ayudas a proyectos comunes de municipios españoles y extranjeros: presentar en mayo.",
        ],
    );
    countries(Yes, &["Open to Spanish and foreign municipalities."]);
    countries(Yes, &["Four scholarships are offered to employees of Israeli municipalities."]);
}

#[test]
fn who_gives_does_not_apply() {
    bodies(
        No,
        &[
            "הרשות המקומית מעניקה מלגות לסטודנטים. סטודנטים יגישו בקשה.",
            "המועצה האזורית מעניקה מלגות. סטודנטים רשאים להגיש בקשה.",
        ],
    );
    body(No, "מלגות לתנועות", "מועצות תלמידים ועמותות מוזמנות להגיש בקשה.");
}

#[test]
fn a_list_below_a_short_one_says_who_is_in() {
    let text = "Eligible countries: EU Member States, Albania ...\nAlbania, Armenia, Israel, Turkey";
    let answer = record("Fund for neighbours", text).eligibility.country;
    assert_ne!(answer.verdict, No, "{answer:?}");
}

#[test]
fn others_who_may_not_apply_say_nothing_of_authorities() {
    bodies(
        Unknown,
        &[
            "Foundations are not eligible. Closing day: 4 May 2027.",
            "Vereine können sich nicht bewerben. Schluss: 4. Mai 2027.",
            "Les fondations ne peuvent pas candidater.",
            "No pueden presentarse fundaciones.",
            "עמותות אינן רשאיות להגיש.",
        ],
    );
}

#[test]
fn where_work_is_done_stands_no_applicant_in_a_list_either() {
    bodies(
        Unknown,
        &["Volunteers paint walls in towns and municipalities.", "Foundations run courses in cities, towns and villages."],
    );
}

#[test]
fn what_is_taken_out_of_a_whole_tells_nothing_of_the_rest() {
    countries(
        Unknown,
        &["All municipalities except those in Austria may apply.", "All towns may apply, except those in Spain and Portugal."],
    );
}

#[test]
fn what_a_body_is_denies_nothing_of_the_authorities_beside_it() {
    bodies(
        Yes,
        &[
            "الجهات المؤهلة: المنظمات غير الحكومية والبلديات.",
            "רשאיות להגיש: עיריות ועמותות ללא כוונת רווח",
            "Peuvent candidater les communes et les fondations sans but lucratif.",
            "Pueden solicitarlas los ayuntamientos y las fundaciones sin ánimo de lucro.",
            "Städte und nicht gewinnorientierte Träger bewerben sich.",
            "Towns and clubs without profit motive may apply.",
        ],
    );
    bodies(No, &["البلديات غير مؤهلة"]);
}

#[test]
fn hebrew_authorities_elsewhere_are_none_of_ours() {
    for text in [
        "מי יכול להגיש?\n- רשויות מקומיות בגרמניה",
        "הפרס מיועד לרשויות מקומיות באירופה.",
        "מי יכול להגיש?\n- קרנות\n- רשויות מקומיות בקניה",
    ] {
        let verdict = record("פרס לשכנים טובים", text).eligibility.country.verdict;
        assert!(matches!(verdict, No | Unknown), "{verdict:?}: {text}");
    }
}

#[test]
fn each_lot_has_its_own_applicants() {
    bodies(
        Yes,
        &[
            "La línea I va dirigida a proyectos de ONG; la línea II, a iniciativas de los ayuntamientos. Hasta el 4 de junio de 2027.",
            "Le volet A s'adresse aux associations ; le volet B, aux communes. Dossiers avant le 4 juin 2027.",
            "Teil A richtet sich an Vereine, Teil B an Gemeinden. Anträge bis 4. Juni 2027.",
        ],
    );
    bodies(No, &["La línea I va dirigida a ONG; la línea II, a proyectos de asociaciones. Hasta el 4 de junio de 2027."]);
}

#[test]
fn initiatives_of_residents_are_theirs() {
    bodies(
        No,
        &[
            "העירייה מחפשת יוזמות קהילתיות של תושבים בתחום הגינון. הגשה עד 4.6.2027.",
            "אנו מחפשים מיזמים של צעירים בעיר. הגשה עד 4.6.2027.",
            "העירייה מחפשת אמנים לתערוכה. הגשה עד 4.6.2027.",
            "We are looking for projects of residents and clubs. Apply by 4 June 2027.",
            "Gesucht werden Initiativen von Bürgerinnen und Bürgern. Einreichung bis 4. Juni 2027.",
            "Nous recherchons des initiatives d'habitants. Dépôt avant le 4 juin 2027.",
            "El ayuntamiento convoca subvenciones para las actividades de las asociaciones. Hasta el 4 de junio de 2027.",
        ],
    );
    bodies(Yes, &["אנו מחפשים מיזמים של רשויות מקומיות. הגשה עד 4.6.2027."]);
}

#[test]
fn staff_told_in_unusual_words_come_as_persons() {
    bodies(
        Conditional,
        &[
            "Who should apply: policymakers or practitioners in state/local government, business or non-profits. Apply by 4 June 2027.",
            "המבקש הינו עובד רשות המקבל משכורת חודשית מהרשות המקומית. הגשה עד 4.6.2027.",
            "עובדי רשויות מקומיות מוזמנים להירשם עד 4.6.2027.",
            "Bewerben können sich Beschäftigte einer Gemeinde. Bewerbung bis 4. Juni 2027.",
        ],
    );
    bodies(Yes, &["העובדים והרשויות המקומיות מוזמנים להגיש עד 4.6.2027."]);
}

#[test]
fn units_of_government_are_authorities() {
    bodies(
        Yes,
        &[
            "All government entities at city, county and township level can enter until 4 June 2027.",
            "Eligible: tribal nations and local governmental units. Apply by 4 June 2027.",
            "Units of local government may apply until 4 June 2027.",
        ],
    );
}

#[test]
fn others_of_many_kinds_shut_authorities_out() {
    bodies(
        No,
        &[
            "Farmers can apply.",
            "The prize goes to youth groups.",
            "Gewerkschaften und Kliniken können sich bewerben.",
            "Public cible : les agriculteurs de la région et leurs familles, avant le 3 mai 2027.",
            "Podrán participar escuelas y sindicatos.",
            "קהל יעד: מתנ\"סים וספריות.",
            "קול קורא לעמותות.",
            "ندعو النوادي الرياضية إلى التقديم.",
        ],
    );
    bodies(Yes, &["Farmers and municipalities can apply.", "קהל יעד: מתנ\"סים ורשויות מקומיות."]);
}
