//! The people of authorities in a list of those who come, and others who are named beside those who apply or stand in a name.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn the_people_of_authorities_in_a_list_come() {
    let conference = "National conference on learning together";
    for text in [
        "It meets in Leeds on 8 March 2027.\nWe invite:\n- researchers\n- representatives of local authorities\n- teachers",
        "It meets in Leeds on 8 March 2027.\nThe conference is aimed at:\nresearchers\nmayors and councillors\nteachers",
        "It meets in Leeds on 8 March 2027.\nWho should attend?\n• students\n• local government representatives\n• teachers",
    ] {
        body(Conditional, conference, text);
    }
    for (title, text) in [
        (
            "הכנס הארצי ללמידה",
            "הכנס ביום שני, 8.3.2027.\nאנו מזמינים:\n• אנשי מחקר\n• נציגים של רשויות מקומיות ושל משרדי ממשלה\n• סטודנטים",
        ),
        ("הכנס הארצי ללמידה", "הכנס ביום שני, 8.3.2027.\nקהל היעד:\nחוקרים\nמנהלי אגפים ברשויות המקומיות\nסטודנטים"),
        (
            "Fachtagung Lernen",
            "Die Tagung findet am 8. März 2027 statt.\nEingeladen sind:\n• Forschende\n• Mitarbeitende kommunaler Verwaltungen\n• Studierende",
        ),
        (
            "Fachtagung Lernen",
            "Die Tagung findet am 8. März 2027 statt.\nFür wen?\n• Forschende\n• Vertretungen von Städten und Gemeinden\n• Studierende",
        ),
        (
            "Colloque sur l'école",
            "Le colloque se tient le 8 mars 2027.\nPublic visé :\n• chercheurs\n• représentants des collectivités territoriales\n• étudiants",
        ),
        (
            "Congreso sobre la escuela",
            "Se celebra el 8 de marzo de 2027.\nDestinatarios:\n• investigadores\n• personal de las administraciones locales\n• estudiantes",
        ),
    ] {
        body(Conditional, title, text);
    }
    // Whoever trains them or works for them is another.
    body(No, "Fund for neighbours", "Eligible applicants:\n- companies\n- charities that train mayors and councillors");
    // "… or practitioners in government, firms or clubs": the one line below the label lists them all.
    body(
        Conditional,
        "Urban fellowship",
        "Who should apply\nYoung policymakers or practitioners in state/local government, private sector, or policy organizations.\nApply by 3 May 2027.",
    );
}

#[test]
fn whoever_proposes_a_person_gets_no_prize() {
    for (title, text) in [
        (
            "קול קורא: יקיר העיר",
            "העירייה מעניקה את התואר לתושבים שפעלו למען הזולת. המלצות יגישו ארגונים, מוסדות וגופים ציבוריים עד 1.3.2027.",
        ),
        (
            "Neighbour of the year",
            "The title is given to residents who have served others. Nominations may be submitted by clubs and public bodies until 1 March 2027.",
        ),
    ] {
        let answer = super::record(title, text).eligibility.body;
        assert!(matches!(answer.verdict, No | Unknown), "{title}: {answer:?}");
    }
    body(
        Yes,
        "Prize for towns",
        "The prize goes to towns with green roofs. Nominations may be submitted by local authorities until 1 March 2027.",
    );
}

#[test]
fn the_tasks_in_the_name_of_a_ministry_are_nobody() {
    for (title, text) in [
        (
            "Premio a las plazas",
            "El Ministerio de Ciencia, Innovación y Universidades convoca el premio, que reconoce la labor de los ayuntamientos. Candidaturas hasta el 3 de mayo de 2027.",
        ),
        (
            "Preis für Plätze",
            "Das Ministerium für Schule und Hochschulen lobt den Preis aus. Bewerben können sich Kommunen bis 3. Mai 2027.",
        ),
        (
            "Prix des places",
            "Le ministère de la Ville, de la Jeunesse et des Associations lance le prix, qui récompense les initiatives des communes. Candidatures jusqu'au 3 mai 2027.",
        ),
    ] {
        body(Yes, title, text);
    }
    bodies(
        No,
        &[
            "The Ministry of Trade invites Companies and Universities to apply.",
            "Das Ministerium fördert Unternehmen, die sich bis 3. Mai 2027 bewerben können.",
        ],
    );
}

#[test]
fn bodies_of_both_sectors_may_be_anybody() {
    bodies(
        Unknown,
        &[
            "All types of organizations and individuals from public, private and not-for-profit sectors may apply.",
            "Public, private and non-profit organisations are eligible.",
            "Teilnehmen können öffentliche, private und gemeinnützige Organisationen.",
        ],
    );
    bodies(
        No,
        &["Private and not-for-profit organisations may apply.", "Not-for-profit organisations may apply for public funds."],
    );
}

#[test]
fn classes_behind_semicolons_leave_nobody_out() {
    body(
        Yes,
        "Distinción a las plazas",
        "Pueden presentarse los ayuntamientos. Hay tres categorías: ciudades hasta 20.000 habitantes; de 20.001 a 100.000 y de más de 100.000 habitantes.",
    );
    body(
        Conditional,
        "Distinción a las plazas",
        "Pueden presentarse los ayuntamientos: ciudades hasta 20.000 habitantes; plazo, 3 de mayo de 2027.",
    );
    body(
        Yes,
        "Award for squares",
        "Municipalities may apply. Two categories: cities up to 20,000 inhabitants and cities over 20,000 inhabitants.",
    );
    body(
        Conditional,
        "Award for squares",
        "Municipalities may apply. Two categories: cities up to 20,000 inhabitants; cities over 50,000 inhabitants.",
    );
}

#[test]
fn any_one_of_a_kind_stands_for_all() {
    bodies(
        Yes,
        &[
            "Any county (or borough), city, town, or village of the State of Oregon is eligible to apply.",
            "The fund is open to any county or village.",
            "Les deux pays lancent un appel à projets conjoint, à l'attention des collectivités territoriales.",
        ],
    );
    bodies(No, &["Any charity in any county or village may apply."]);
}

#[test]
fn officials_whom_a_congress_gathers_come() {
    let text =
        "The national planning conference gathers planners, elected officials and students. Propose a session by 3 May 2027.";
    body(Conditional, "Call for proposals: planning", text);
    body(
        No,
        "Call for papers: planning",
        "The national planning conference gathers researchers. Researchers may submit papers by 3 May 2027.",
    );
}

#[test]
fn whoever_is_to_host_is_asked() {
    for (verdict, title, text) in [
        (Yes, "Call for hosts", "We are looking for a city to host the congress of 2028. Bids by 13 May 2027."),
        (
            Yes,
            "Call for peer visit hosts",
            "The host city or region prepares each visit with members of the board. Deadline 13 May 2027.",
        ),
        (
            Yes,
            "Ausrichterstadt gesucht",
            "Gesucht wird eine Stadt, die den Kongress 2028 ausrichtet. Bewerbungen bis 13. Mai 2027.",
        ),
        (
            Yes,
            "Appel à candidatures",
            "Le réseau recherche une ville pour accueillir le congrès de 2028. Candidatures avant le 13 mai 2027.",
        ),
        (No, "Volunteers", "The host city needs 300 volunteers. Students may apply by 13 May 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn deeds_may_have_an_aside_or_the_verb_behind_them() {
    for (title, text) in [
        (
            "Premio a las plazas",
            "Se premia la labor continuada, de al menos cinco años, de ayuntamientos. Hasta el 23 de junio de 2027.",
        ),
        (
            "Preis für Plätze",
            "Ausgelobt ist der Preis, der die Arbeit von Städten und Gemeinden auszeichnet. Bewerbungen bis 23. Juni 2027.",
        ),
        ("Preis für Plätze", "Ausgelobt ist der Preis, der das Engagement von Kommunen würdigt. Bewerbungen bis 23. Juni 2027."),
    ] {
        body(Yes, title, text);
    }
}

#[test]
fn whoever_has_one_application_each_applies() {
    bodies(
        Yes,
        &[
            "Only one application per municipality. Closing day: 3 May 2027.",
            "Pro Gemeinde kann nur ein Antrag gestellt werden. Frist 3. Mai 2027.",
            "Déposer une demande en ligne (une par an par commune ou comité de jumelage) avant le 3 mai 2027.",
            "Solo se admitirá una candidatura por municipio hasta el 3 de mayo de 2027.",
        ],
    );
    for text in [
        "Two young people per municipality may apply until 3 May 2027.",
        "Clubs may apply; one club per town is funded. Closing day: 3 May 2027.",
        "Schools can enter one class per city school until 3 May 2027.",
        "Dos jóvenes por municipio pueden participar hasta el 3 de mayo de 2027.",
    ] {
        let answer = super::record("Fund for neighbours", text).eligibility.body;
        assert!(matches!(answer.verdict, No | Unknown), "{text}: {answer:?}");
    }
}
