//! Circles of those who may apply: countries that are listed, and members.

use super::eligibility::country;
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn a_list_of_countries_shuts_out_the_rest() {
    for (verdict, title, text) in [
        (
            No,
            "Call for proposals: climate",
            "Pilots run in any of the following countries: Chad, Niger, Mali or Nepal. Proposals by 4 June 2027.",
        ),
        (
            No,
            "Call for proposals: climate",
            "Where?\nThe pilots run in any of the following countries: Chad, Niger, Mali or Nepal.\nFor whom?\nNGOs and schools can apply.\nProposals by 4 June 2027.",
        ),
        (
            No,
            "Small projects",
            "The fund welcomes projects between partners in Norway, Denmark and Iceland. Apply by 4 June 2027.",
        ),
        (No, "Europapreis", "Der Preis für Städte der 46 Mitgliedstaaten des Europarats ist ausgelobt. Frist: 4. Juni 2027."),
        (No, "Europapreis", "Ausgelobt ist ein Preis für Kommunen seiner 47 Mitgliedsstaaten. Bewerbungsfrist: 4. Juni 2027."),
        (
            No,
            "Europe prize",
            "The prize is open to municipalities of the 46 member states of the Council of Europe. Apply by 4 June 2027.",
        ),
        (
            No,
            "Prix de l'Europe",
            "Le prix est ouvert aux villes des 46 États membres du Conseil de l'Europe. Dépôt jusqu'au 4 juin 2027.",
        ),
        (
            Yes,
            "Sea basin fund: grants for harbours",
            "Partners work in the regions of the countries participating in the sea basin fund, namely:\n• Malta (all islands),\n• Italy (Sicily);\n• Israel (the whole of it);\n• Tunisia (Tunis)\nApply by 4 June 2027.",
        ),
        (
            Yes,
            "Sea basin fund: grants for harbours",
            "Les projets se déroulent dans les pays participant au programme, à savoir :\n• Chypre ;\n• Israël (ensemble du territoire) ;\n• Liban.\nDépôt jusqu'au 4 juin 2027.",
        ),
        (
            No,
            "Sea basin fund: grants for harbours",
            "Partners work in the countries participating in the sea basin fund, namely:\n• Malta (all islands),\n• Italy (Sicily);\n• Tunisia (Tunis)\nApply by 4 June 2027.",
        ),
        (
            Unknown,
            "Sea basin fund: grants for harbours",
            "We have worked in several countries, namely:\n• Cyprus,\n• Israel\nApply by 4 June 2027.",
        ),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn members_of_a_network_are_a_condition() {
    for (verdict, title, text) in [
        (
            Conditional,
            "Visits between harbours",
            "Members of the Harbour Towns Programme can now apply for visits until 4 June 2027.",
        ),
        (
            Conditional,
            "Actions between harbours",
            "Applicants must be members of one of the regional networks of the fund. Apply by 4 June 2027.",
        ),
        (
            Conditional,
            "Actions between harbours",
            "The foundation calls for proposals.\nTo be eligible, applicants must:\n• be a member of one of the 20 regional networks;\n• be a school or a town.\nApply by 4 June 2027.",
        ),
        (
            Conditional,
            "Fonds de coopération",
            "Les dossiers sont soumis par les membres de l'AIVM (villes et ports). Dépôt jusqu'au 4 juin 2027.",
        ),
        (Conditional, "Grants", "Only applications of three or more HTN members are admitted until 4 June 2027."),
        (
            Conditional,
            "Austauschprogramm",
            "Teilnahmeberechtigt sind ausschließlich Mitgliedsstädte des Netzwerks. Frist: 4. Juni 2027.",
        ),
        (Conditional, "Intercambio", "Solo podrán presentarse las ciudades asociadas a la red. Plazo: 4 de junio de 2027."),
        (Conditional, "Échange", "L'appel est réservé aux villes adhérentes au réseau. Dépôt jusqu'au 4 juin 2027."),
        (Conditional, "Staff exchange", "The call is open to our member cities until 4 June 2027."),
        (
            Unknown,
            "Demokratiepreis",
            "Auch die Mitglieder des Vorstandes können Beispiele vorschlagen. Einsendeschluss: 4. Juni 2027.",
        ),
        (Unknown, "Democracy prize", "Members of the board may also nominate until 4 June 2027."),
        (Unknown, "Community grants", "Members of the public can apply until 4 June 2027."),
        (Unknown, "Study visit", "Members of local councils can apply until 4 June 2027."),
        (Unknown, "Prize", "Members of the jury of the programme can nominate towns until 4 June 2027."),
        (Unknown, "Prize", "The award is run by the members of the Green Network. Towns apply until 4 June 2027."),
        (Unknown, "Premio", "También podrán presentar proyectos los socios de la red. Plazo: 4 de junio de 2027."),
        (
            Unknown,
            "Congress of mayors",
            "Register by 4 June 2027.\nCongress | 500\nBreakfast of the association, members only | 50",
        ),
        (Conditional, "Exchange grants", "Mitglieder des Netzwerks können bis 4. Juni 2027 Anträge stellen."),
        (Conditional, "Exchange grants", "Los miembros de la red pueden presentar proyectos hasta el 4 de junio de 2027."),
        (Conditional, "Échanges", "Les membres du réseau peuvent déposer un projet jusqu'au 4 juin 2027."),
        (Unknown, "Échanges", "Les membres du conseil peuvent déposer un projet jusqu'au 4 juin 2027."),
        (
            Unknown,
            "Échanges",
            "Les projets sont examinés par les membres du réseau. Les villes déposent un projet jusqu'au 4 juin 2027.",
        ),
        (Unknown, "Congress", "Members and non-members of the association can register until 4 June 2027."),
        (Unknown, "Award", "To apply, cities send a letter signed by a member of the network until 4 June 2027."),
        (Conditional, "Ausschreibung", "Antragsberechtigt sind die Mitglieder der Allianz. Frist: 4. Juni 2027."),
        (Conditional, "Call", "Applicants have to be a member of the Green Towns Alliance. Apply by 4 June 2027."),
        (Conditional, "Call", "Proposals may be submitted by members of the European Youth Forum. Deadline 4 June 2027."),
        (Unknown, "Call", "Proposals are assessed by members of the European Youth Forum. Towns apply until 4 June 2027."),
        (Unknown, "Call", "Teams of towns apply until 4 June 2027; each team has members of several associations."),
        (Unknown, "Call", "Members of the European Parliament open the congress. Cities register until 4 June 2027."),
        (Unknown, "Call", "Applicants need not be members of the alliance. Apply until 4 June 2027."),
        (Unknown, "Call", "Become a member of the network: towns apply until 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}
