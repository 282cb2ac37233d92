//! Public bodies by their level, and bodies by an abbreviation that the text explains.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn a_public_body_with_local_among_its_levels_is_an_authority() {
    for (verdict, title, text) in [
        (Yes, "Healthy Homes", "WHO CAN APPLY? Tribal, state, and local governments, hospitals and nonprofits"),
        (Yes, "Healthy Homes", "Eligible applicants: State, county, city and township governments; nonprofit organizations."),
        (Yes, "Broadband", "Local and tribal governments may apply."),
        (Yes, "Facility call", "The bank asks governments (regional, local) and architects to submit plans by 3 May 2027."),
        (
            Yes,
            "Facility call",
            "The bank invites Governments (Central/Local), builders and architects to submit plans by 3 May 2027.",
        ),
        (Unknown, "Facility call", "The facility invites national governments and developers to submit projects by 3 May 2027."),
        (No, "Facility call", "The fund invites developers to submit projects. Governments (national, regional) pay the rest."),
        (
            Yes,
            "Youth meetings",
            "Eligible organisations:\n- foundation, charity, NGO;\n- public body at local level;\n- school of music",
        ),
        (
            Yes,
            "Ayudas",
            "Podrán presentar solicitudes entidades sin ánimo de lucro, así como administraciones públicas (estatal, autonómica o local).",
        ),
        (
            Yes,
            "Stronger halls",
            "Eligible are the following bodies:\na school board\na local governing body under the Act\na trust",
        ),
        (Yes, "Regional call", "Open to businesses, universities, self-governing regions and local self-governments."),
        (Yes, "Toolboxes for local self-governments", "Applications for the toolboxes are open until 3 May 2027."),
        (Yes, "LGU call", "Units of local self-government and NGOs may apply by 3 May 2027."),
        (No, "Fonds d'entraide", "L'aide est ouverte aux organisations communautaires gérées au niveau local."),
        (No, "Förderung", "Antragsberechtigt sind Vereine, die auf kommunaler Ebene tätig sind."),
        (No, "Fund", "NGOs working at local level may apply."),
        (No, "Fund", "NGOs that carry out projects at local level in 12 municipalities may apply."),
        (Yes, "Fund", "Authorities at local level may apply."),
        (Yes, "Förderung", "Antragsberechtigt sind Behörden auf kommunaler Ebene."),
        (
            Yes,
            "Youth",
            "Eligible organisations:\n- trade union, charity, NGO;\n- cooperative;\n- public body at local level;\nWho can apply\n- Public body at national level;\n- Any of these organisations.",
        ),
        (Yes, "LGU fund", "Local government units (LGUs) and national agencies may apply."),
        (Yes, "Fund", "State and local governments, tribes and nonprofits are eligible."),
        (Unknown, "Fund", "State governments and nonprofits are eligible."),
        (Yes, "Fonds", "Les gouvernements nationaux et locaux peuvent déposer un dossier."),
        (Yes, "Förderung", "Antragsberechtigt sind Stellen auf kommunaler Ebene und Vereine."),
        (No, "Förderung", "Antragsberechtigt sind Vereine. Die Maßnahmen wirken auf kommunaler Ebene."),
        (
            No,
            "Fund",
            "Charities may apply. The work should be done in partnership with local services at local and regional level.",
        ),
        (Yes, "Ayudas", "Podrán presentar solicitudes administraciones públicas (estatal, autonómica o local)."),
        (Yes, "Ayudas", "Podrán presentar solicitudes asociaciones y administraciones públicas (estatal, autonómica o local)."),
        (
            Yes,
            "Fund",
            "We invite state, county or municipal agencies, as well as NGOs. Government agencies at the local level may apply.",
        ),
        (Yes, "Fund", "Eligible are public agencies (federal, state, municipal) and companies."),
        (No, "Fund", "The fund is paid by local and national governments. Schools may apply."),
        (No, "Fund", "Schools may apply. Local and national governments pay half of the costs."),
        (No, "Award", "Journalists may enter with stories on state and local governments."),
        (No, "Award", "Journalists who write about local, state and tribal governments may enter."),
        (No, "Award", "The award honours research on public bodies at local level. Researchers may apply."),
        (No, "Stipendium", "Studierende können sich bewerben. Sie arbeiten in Behörden auf kommunaler Ebene."),
        (No, "Bourse", "Les étudiants peuvent candidater. Le stage se déroule dans des administrations nationales et locales."),
        (Conditional, "Call", "All staff of public bodies at local level may register for the course."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn an_abbreviation_stands_for_the_words_that_it_is_made_of() {
    for (verdict, title, text) in [
        (Yes, "Local fund", "The fund was set up to help local government units (LGUs). LGUs may apply until 3 May 2027."),
        (
            No,
            "Fonds",
            "Le fonds aide les organisations de la société civile (OSCI). Les OSCI peuvent déposer un dossier jusqu'au 3 mai 2027.",
        ),
        (No, "CSO fund", "Civil society organisations (CSOs) may apply by 3 May 2027."),
        (
            No,
            "LGA prize",
            "The Local Government Association (LGA) holds a contest for pupils. The LGA answers by 3 May 2027. Pupils may enter.",
        ),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn bodies_of_any_kind_in_a_list_shut_nobody_out() {
    bodies(
        Unknown,
        &[
            "Ideas from any individual, club or organization are welcome.",
            "Open to any organisation or individual.",
            "Individuals and organisations may apply.",
        ],
    );
    bodies(
        No,
        &[
            "Artists (individuals, groups or organisations) may apply.",
            "Companies and social organisations may apply.",
            "Groups and organisations of neighbours may apply.",
        ],
    );
}
