//! Those who apply are bound to one town, county or province: elsewhere they are none of ours, here they are.

use super::eligibility::countries;
use super::record;
use crate::opportunity::Verdict::{self, No, Unknown, Yes};

fn not_shut_out(cases: &[(&str, &str)]) {
    for (title, text) in cases {
        let answer = record(title, text).eligibility.country;
        assert!(matches!(answer.verdict, Yes | Unknown), "{title}: {text}: {answer:?}");
    }
}

fn all(verdict: Verdict, cases: &[(&str, &str)]) {
    for (title, text) in cases {
        let answer = record(title, text).eligibility.country;
        assert_eq!(answer.verdict, verdict, "{title}: {text}: {answer:?}");
    }
}

#[test]
fn who_lives_or_lies_in_a_place_elsewhere_is_not_ours() {
    countries(
        No,
        &[
            "Residents of the town of Larkfield aged 14 to 18 can apply until 4 June 2027.",
            "Les habitants de la ville de Vernoy peuvent proposer un projet jusqu'au 4 juin 2027.",
            "Los vecinos del municipio de Robledal pueden presentar sus propuestas hasta el 4 de junio de 2027.",
            "Nonprofit organizations serving the city of Lakeview may apply until 4 June 2027.",
            "Artists based in the county of Kerrin may submit designs until 4 June 2027.",
            "Bursaries are open to secondary pupils who live in Dunmore. Apply by 4 June 2027.",
            "Teenagers living in Denton can spend four weeks with a family in a twin town. Apply by 4 June 2027.",
            "All towns can enter until 4 June 2027. The project must be located in Oregon.",
            "Entries by 4 June 2027.\nRequirements:\n- The building must be located in Weston County.\n- One entry each.",
            "Eligible applicants: units of local government within the boundaries of the state of Maine. Deadline 4 June 2027.",
            "Apply by 4 June 2027.\nEligibility\nTribal nations and local governmental units that lie within the boundaries of the state of Iowa.",
            "Applicants must be residents of the borough. Apply by 4 June 2027.",
            "Vorgeschlagen werden können Vereine mit Sitz im Landkreis Bamstedt. Vorschläge bis 4. Juni 2027.",
            "La commune soutient les associations dont le siège est situé à Vernoy. Dossiers avant le 4 juin 2027.",
            "Podrán solicitarlas los clubes inscritos en el registro municipal. Plazo: hasta el 4 de junio de 2027.",
            "Las entidades deben tener su domicilio social en el término municipal. Plazo: hasta el 4 de junio de 2027.",
        ],
    );
}

#[test]
fn a_name_alone_may_be_one_of_ours() {
    countries(
        Unknown,
        &[
            "Residents of Larkfield aged 14 to 18 can apply until 4 June 2027.",
            "Nonprofit organizations serving Lakeview may apply until 4 June 2027.",
            "Jugendliche, die in der Stadt Bamstedt wohnen, können sich bis 4. Juni 2027 bewerben.",
            "Les habitants de Vernoy peuvent proposer un projet jusqu'au 4 juin 2027.",
            "Los vecinos de Robledal pueden presentar sus propuestas hasta el 4 de junio de 2027.",
            "Oakdale Arts Council grants are now open. Oakdale artists and nonprofits may apply by 4 June 2027.",
        ],
    );
}

#[test]
fn a_town_that_calls_its_own_is_not_ours() {
    countries(
        No,
        &[
            "The City of Ashford invites Ashford clubs, schools and residents to apply for up to $2,000 by 4 June 2027.",
            "The Brookdale Sister City Association awards scholarships to Brookdale residents. Apply by 4 June 2027.",
            "The Town of Hadley invites local nonprofits to apply for funding by 4 June 2027.",
            "Groups in the Dunmore area can apply for up to €500. Dunmore County Council, closing date 4 June 2027.",
            "Die Stadt Bamstedt schreibt Zuschüsse aus. Bamstedter Vereine können sich bis 4. Juni 2027 bewerben.",
            "Die Gemeinde Oberdorf vergibt den Preis an örtliche Vereine. Vorschläge bis 4. Juni 2027.",
            "Les associations vernoyennes peuvent déposer un dossier auprès de la ville de Vernoy avant le 4 juin 2027.",
            "La ville de Vernoy soutient les associations locales. Dossiers avant le 4 juin 2027.",
            "El Ayuntamiento de Robledal convoca ayudas para las asociaciones locales. Solicitudes hasta el 4 de junio de 2027.",
        ],
    );
}

#[test]
fn those_whom_a_country_or_region_owns_are_there() {
    countries(
        No,
        &[
            "Österreichs Gemeinden können ihre Spielplätze vorstellen. Einreichfrist: 4. Juni 2027.",
            "Deutschlands Kommunen sind eingeladen, ihre Projekte einzureichen. Einsendeschluss 4. Juni 2027.",
            "Bayerns Städte und Gemeinden können sich bis 4. Juni 2027 bewerben.",
            "Scotland's towns can show what they do best. Entries by 4 June 2027.",
            "Ireland's councils are invited to enter until 4 June 2027.",
        ],
    );
    not_shut_out(&[
        ("Prize", "Cities can enter until 4 June 2027. Denmark's cities show how it is done."),
        ("Preis", "Städte können sich bis 4. Juni 2027 bewerben. Dänemarks Städte machen es vor."),
        ("Preis", "Europas Städte können sich bis 4. Juni 2027 bewerben."),
    ]);
}

#[test]
fn where_a_call_takes_place_binds_nobody() {
    not_shut_out(&[
        ("Open call", "The City of Hadley invites artists to submit designs until 4 June 2027."),
        ("Open call", "The City of Hadley invites artists from around the world by 4 June 2027. Residents of Hadley vote."),
        (
            "Congress",
            "Mayors can register until 4 June 2027. The City of Hadley hosts the congress; local clubs guide the tours.",
        ),
        ("Painters", "The town of Hadley invites painters. Painters live in Hadley for a month. Apply by 4 June 2027."),
        ("Prize", "Cities may apply by 4 June 2027. Winners present their project in the Hadley City Hall."),
        ("Prize", "Municipalities may enter until 4 June 2027. Projects must be located in areas at risk of flooding."),
        ("Photo contest", "Photographers may submit photos of Hadley until 4 June 2027."),
        ("Call", "Youth groups can apply by 4 June 2027. The Youth Council runs the prize."),
        ("Call", "Erasmus students and LIFE projects can apply by 4 June 2027."),
        ("Preis", "Städte können sich bis 4. Juni 2027 bewerben. Die Projekte müssen in Wohnvierteln liegen."),
        ("Wettbewerb", "Komponisten können Werke bis 4. Juni 2027 einreichen. Die Stadt Oberdorf vergibt den Preis."),
        ("Prix de poésie", "Les poètes peuvent envoyer leurs textes à la mairie de Vernoy avant le 4 juin 2027."),
        ("Premio", "Los municipios pueden presentarse hasta el 4 de junio de 2027. La ciudad de Robledal acoge la gala."),
    ]);
}

#[test]
fn places_of_ours_shut_nobody_out() {
    not_shut_out(&[
        ("Fund", "Students living in Nazareth may apply until 4 June 2027."),
        ("Fund", "The project must be located in Beersheba. Apply by 4 June 2027."),
        ("Fund", "Residents of Rehovot may apply until 4 June 2027."),
        ("Fund", "The City of Nazareth invites local clubs to apply by 4 June 2027."),
        ("Fonds", "Les habitants de Haïfa peuvent proposer un projet avant le 4 juin 2027."),
        ("קול קורא", "עיריית חולון מזמינה תושבי חולון להגיש הצעות עד 4.6.2027."),
    ]);
    all(
        Yes,
        &[
            (
                "Contest to plan a square",
                "Ashdod is holding a competition for the design of a square near Ashkelon. Entries by 4 June 2027.",
            ),
            ("Call for artists", "The Municipality of Haifa invites Haifa artists to apply by 4 June 2027."),
        ],
    );
    all(Unknown, &[("Contest", "The harbour of Haifa is the topic of a competition. Entries by 4 June 2027.")]);
}

#[test]
fn who_helps_those_of_a_country_asks_them() {
    countries(
        No,
        &[
            "The fund supports civil society in Georgia. Apply by 4 June 2027.",
            "Der Fonds unterstützt die Zivilgesellschaft in Georgien. Anträge bis 4. Juni 2027.",
            "L'ambassade soutient la société civile au Bénin. Candidatures avant le 4 juin 2027.",
            "El fondo apoya a la sociedad civil en Bolivia. Solicitudes hasta el 4 de junio de 2027.",
            "الدعوة موجهة إلى كل جمعية من المغرب أو تونس أو الأردن. الموعد النهائي 4 يونيو 2027.",
        ],
    );
    countries(Yes, &["The fund supports civil society in Israel. Apply by 4 June 2027."]);
}
