//! Who is named and does not apply: in an address, on a jury, in a vision; and who is asked without a name.

use super::eligibility::{bodies, body, countries, country};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn a_word_in_an_address_or_a_code_names_nobody() {
    bodies(
        Unknown,
        &[
            "Write to office@old-towns.example by 3 May 2027.",
            "See https://prize.example/municipalities/ before 3 May 2027.",
            "Fill in towns_form_b.pdf by 3 May 2027.",
            "Apply by 3 May 2027.\nTags: towns, water",
            "Dossiers avant le 3 mai 2027.\nÉtiquettes : communes, eau",
            "Topic LAKE-2027-TOWNS-04, due on 3 May 2027.",
            "Écrire à bureau@communes.example avant le 3 mai 2027.",
        ],
    );
    bodies(
        Yes,
        &[
            "Towns/villages may apply by 3 May 2027.",
            "It is open to municipalities.Apply by 3 May 2027.",
            "Municipalities may apply to office@lake.example.",
        ],
    );
}

#[test]
fn a_jury_does_not_apply() {
    bodies(
        Unknown,
        &[
            "Jury: representatives of municipalities. Entries by 3 May 2027.",
            "Le jury est composé de maires. Dossiers avant le 3 mai 2027.",
            "El jurado está formado por alcaldes. Hasta el 3 de mayo de 2027.",
            "Der Jury gehören Vertreter von Gemeinden an. Bis 3. Mai 2027.",
            "בחבר השופטים נציגי עיריות. עד 3.5.2027.",
            "تضم لجنة التحكيم ممثلين عن البلديات حتى 3/5/2027.",
        ],
    );
    bodies(Yes, &["The jury invites towns to apply by 3 May 2027.", "Towns may apply by 3 May 2027; a jury decides."]);
}

#[test]
fn a_town_that_is_only_imagined_does_not_apply() {
    bodies(
        Unknown,
        &[
            "Draw a city that sings. Entries by 3 May 2027.",
            "Imagina una ciudad que canta. Hasta el 3 de mayo de 2027.",
            "Images d'une commune qui chante. Dossiers avant le 3 mai 2027.",
        ],
    );
    bodies(
        Yes,
        &[
            "The prize is for a city that plants trees. Apply by 3 May 2027.",
            "The prize goes to a city that plants trees. Apply by 3 May 2027.",
            "A city that wishes to join must register by 3 May 2027.",
        ],
    );
}

#[test]
fn people_and_staff_of_others_are_no_authority() {
    bodies(
        No,
        &[
            "Hochschulabsolventinnen können sich bewerben.",
            "Mitarbeiterinnen und Mitarbeiter von Vereinen können sich bewerben.",
            "Staff of foundations can apply.",
        ],
    );
    bodies(Conditional, &["Staff of municipalities can apply."]);
    bodies(Unknown, &["Toute personne morale peut candidater.", "Puede presentarse toda persona jurídica."]);
}

#[test]
fn the_weight_of_a_criterion_is_no_size() {
    body(Yes, "מענק לירידים", "רשויות מקומיות רשאיות להגיש.\nמספר תושבים ברשות המקומית 15%");
    body(Conditional, "מענק לירידים", "רשויות מקומיות רשאיות להגיש.\nמספר תושבים ברשות המקומית עד 30,000");
}

#[test]
fn no_geographic_limits_let_everybody_in() {
    countries(
        Yes,
        &[
            "There are no geographical limits. Apply by 3 May 2027.",
            "Aucune limite géographique. Dossiers avant le 3 mai 2027.",
            "Sin límites geográficos. Hasta el 3 de mayo de 2027.",
            "Es gibt keine geografische Beschränkung. Bis 3. Mai 2027.",
            "ללא מגבלה גאוגרפית. עד 3.5.2027.",
            "بدون قيود جغرافية حتى 3/5/2027.",
            "Overseas exhibitors apply by 3 May 2027.",
            "Ausländische Aussteller melden sich bis 3. Mai 2027 an.",
        ],
    );
    countries(Unknown, &["Exhibitors book by 3 May 2027.", "The call has geographic limits. Apply by 3 May 2027."]);
}

#[test]
fn a_mission_that_sits_here_speaks_to_us_and_a_mission_that_travels_does_not() {
    country(Yes, "American Mission to Israel", "Israeli municipalities can apply by 3 May 2027.");
    country(Unknown, "Youth mission to Israel", "Apply by 3 May 2027.");
}

#[test]
fn officials_who_present_a_call_do_not_apply() {
    bodies(
        Unknown,
        &[
            "Councillors presented the scheme on Monday. Register by 3 May 2027.",
            "Les maires ont présenté le programme. Dossiers avant le 3 mai 2027.",
            "Los alcaldes han presentado la convocatoria. Hasta el 3 de mayo de 2027.",
        ],
    );
    bodies(
        Conditional,
        &["Councillors may register by 3 May 2027.", "Councillors are invited to register. The mayor presented the scheme."],
    );
}

#[test]
fn a_seat_in_a_region_elsewhere_is_asked_for() {
    countries(
        No,
        &[
            "Les associations installées en Bretagne peuvent candidater.",
            "Les associations domiciliées dans la Creuse peuvent candidater.",
            "Podrán presentarse asociaciones con domicilio en Galicia.",
        ],
    );
    countries(Yes, &["Les associations domiciliées en Israël peuvent candidater."]);
}
