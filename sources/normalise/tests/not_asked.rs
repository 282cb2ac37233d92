//! Words that name a country, or the whole world, and say nothing of who may apply; and those to whom nothing is given.

use super::eligibility::{bodies, country};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn what_is_offered_and_where_the_caller_sits_are_asked_of_nobody() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Open call: studio",
            "Artists can apply until 4 June 2027.\nThe winner gets:\n- A residency of one month in Italy",
        ),
        (Unknown, "Fellowship for planners", "Planners apply by 4 June 2027. The residency is in France. Travel is paid."),
        (
            Unknown,
            "Ideas contest",
            "Teams submit ideas by 4 June 2027.\nStages:\n- National final in Germany\n- Grand final in Lisbon",
        ),
        (Unknown, "Archive grants", "Archives may apply by 4 June 2027.\nPartners:\n- National Library of Finland"),
        (
            Unknown,
            "Premio",
            "Poetas pueden presentarse hasta el 4 de junio de 2027.\nPremios:\n1. Publicación\n2. Residencia en Chile",
        ),
        (Yes, "Norwegian Embassy in Tel Aviv: small grants", "NGOs may apply by 4 June 2027. Its headquarters are in Norway."),
        (Unknown, "Seminar", "Apply by 4 June 2027. Requirements:\n- Be a resident of Spain or of any other country\n- Be 18"),
        (
            Unknown,
            "Seminar",
            "Apply by 4 June 2027.\nRequirements:\n- Be a citizen of an EU Member State or of a country of the south",
        ),
        (No, "Seminar", "Apply by 4 June 2027.\nRequirements:\n- Be a citizen of an EU Member State or of an EEA country"),
        (No, "Seminar", "Apply by 4 June 2027.\nRequirements:\n- Have a residence in Germany\n- Be 18"),
        (No, "Seminar", "Apply by 4 June 2027.\nRequirements:\n- Be a resident of Germany\n- Be 18"),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn where_something_is_done_shuts_out_nobody_who_is_asked() {
    for (verdict, title, text) in [
        (
            Yes,
            "Global award",
            "Cities worldwide may apply by 4 June 2027. Workshops should be implemented in France, Peru or Kenya.",
        ),
        (
            Yes,
            "Urban lab",
            "Any city in the world may apply by 4 June 2027. The final workshops have to be carried out in Japan, Korea or China.",
        ),
        (
            No,
            "Global award",
            "Cities worldwide may apply by 4 June 2027. Applicants must be established in France, Peru or Kenya.",
        ),
        (
            Unknown,
            "Award",
            "Cities may apply by 4 June 2027. Our team works in one of the following countries: France, Peru, Kenya.",
        ),
        (No, "Grants", "Schools apply by 4 June 2027. Projects run in any of the following countries: France, Peru, Kenya."),
        (Unknown, "Call for projects", "Towns apply by 4 June 2027. Projects must be carried out in Kenya with a local partner."),
        (Unknown, "Relief call", "International NGOs submit by 4 June 2027. Actions must be implemented in Jordan."),
        (No, "Relief call", "NGOs submit by 4 June 2027. Actions must be implemented in Jordan."),
        (
            Unknown,
            "Grants",
            "Towns look for partners by 4 June 2027. Countries taking part: Italy, Greece, Cyprus and all Mediterranean partners.",
        ),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn the_place_of_the_caller_binds_where_nobody_is_asked_freely() {
    for (verdict, title, text) in [
        (Unknown, "Business grants", "Small businesses in the city may apply by 4 June 2027. Up to ₪ 20,000."),
        (Unknown, "School grants", "Schools of the country may apply by 4 June 2027. Grants up to 9,000 ILS."),
        (Unknown, "Preis für Plätze", "Initiativen bewerben sich bis 4. Juni 2027. Die Bewerbung nennt Vereine aus der Stadt."),
        (Unknown, "Prix", "Les associations de la commune candidate peuvent appuyer la candidature avant le 4 juin 2027."),
        (No, "School grants", "Schools of the country may apply by 4 June 2027. Grants up to 9,000 euros."),
        (No, "Förderung", "Vereine aus dem Stadtgebiet bewerben sich bis 4. Juni 2027."),
        (
            No,
            "Subvenciones",
            "El Ayuntamiento de Valdemora abre el plazo de subvenciones a asociaciones vecinales hasta el 4 de junio de 2027.",
        ),
        (
            Unknown,
            "Subvenciones",
            "La fundación abre el plazo de subvenciones a asociaciones vecinales hasta el 4 de junio de 2027.",
        ),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn a_label_of_the_venue_or_of_the_giver_binds_nobody() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Call for proposals: speakers",
            "Send your proposal by 4 June 2027.\nWhere: Berlin, Germany\nWhen: 7 October 2027",
        ),
        (
            Unknown,
            "Grant for a study visit",
            "Travel grants for city staff. Apply by 4 June 2027.\nLocation: Copenhagen, Denmark",
        ),
        (
            Unknown,
            "Parks fund",
            "Municipalities can apply by 4 June 2027.\nFunder: Elm Foundation\nLocation: United States\nAmount: $5,000",
        ),
        (No, "Parks fund", "Clubs can apply for a grant by 4 June 2027.\nLocation: England\nAmount: £5,000"),
        (No, "Parks fund", "Clubs can apply for a grant by 4 June 2027.\nEligible area: England\nAmount: £5,000"),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn a_remark_on_those_of_one_country_binds_nobody() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Library grant",
            "Libraries apply by 4 June 2027. Applicants in Spain send the form to Madrid, applicants in Asia to Tokyo.",
        ),
        (
            Unknown,
            "Prix",
            "Les villes candidatent avant le 4 juin 2027. Les candidats au Canada envoient leur dossier à Montréal, les autres à Paris.",
        ),
        (
            Unknown,
            "Fund",
            "Towns apply by 4 June 2027. Proposals by organisations in France must be in French, others in English.",
        ),
        (Unknown, "Award", "Candidates in Africa apply in French. Cities apply by 4 June 2027."),
        (No, "Library grant", "Open to applicants in Spain until 4 June 2027."),
        (No, "Small grants", "Organisations active in Malawi may apply by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn nationality_and_welcome_let_in_only_those_who_apply() {
    for (verdict, title, text) in [
        (No, "Teacher prize", "Teachers working in France, regardless of their nationality, may apply by 4 June 2027."),
        (Unknown, "Welcome grants", "The grants help refugees, regardless of their nationality. Charities apply by 4 June 2027."),
        (
            Unknown,
            "Science prize",
            "For doctoral students at a Belgian university, whatever nationality they have. Apply by 4 June 2027.",
        ),
        (Unknown, "Förderung", "Wer in Hamburg wohnt, kann sich unabhängig von seiner Nationalität bis 4. Juni 2027 bewerben."),
        (Yes, "Residency in France", "Artists of any nationality may apply by 4 June 2027 for a stay in France."),
        (Yes, "Grants", "There are no geographical limits. Apply by 4 June 2027."),
        (
            Unknown,
            "Festival grants",
            "Charities apply by 4 June 2027. International participants are welcome at the closing party.",
        ),
        (
            Unknown,
            "Grants",
            "Whether international applications are welcome will be decided later. Charities submit by 4 June 2027.",
        ),
        (
            No,
            "Tuition grants",
            "Open to pupils at schools in Ohio by 4 June 2027. International students are welcome to enter if they attend a school in Ohio.",
        ),
        (Yes, "Award", "Students apply by 4 June 2027. International students are welcome to apply."),
        (Yes, "Award", "International applications are welcome until 4 June 2027."),
        (
            No,
            "Research grants",
            "Universities in Finland and international companies operating in Finland may apply by 4 June 2027.",
        ),
        (No, "Export grants", "Companies that sell in Estonia and abroad may apply by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn the_world_is_asked_unless_it_is_met_inspired_or_invited() {
    for (verdict, title, text) in [
        (Yes, "City prize", "We call for inspiring projects from cities worldwide. Deadline: 4 June 2027."),
        (Yes, "INSPIRE Award", "The Inspire award is open to cities worldwide. Apply by 4 June 2027."),
        (Yes, "Academy", "The academy allows city staff from all over the world to learn about heat. Apply by 4 June 2027."),
        (Unknown, "Award", "Cities apply by 4 June 2027. The winners will inspire cities all over the world."),
        (Unknown, "Award", "Cities apply by 4 June 2027. The award enables cities around the world to learn from the winners."),
        (Unknown, "Youth scholarship", "Students apply by 4 June 2027. Participants meet young people from around the world."),
        (
            Unknown,
            "Projektförderung",
            "Die Stadt pflegt Partnerschaften mit Städten in aller Welt. Vereine bewerben sich bis 4. Juni 2027.",
        ),
        (Yes, "Youth forum", "Young people from around the world meet in June. Apply by 4 April 2027."),
        (No, "Art exchange", "Towns in Poland may invite artists from abroad. Apply by 4 June 2027."),
        (Yes, "Art exchange", "The museum invites artists from abroad to apply by 4 June 2027."),
        (
            Unknown,
            "Small grants",
            "Who can apply: Ukrainian, Belarusian, Norwegian or international organisations. Deadline: 4 June 2027.",
        ),
        (Yes, "Choir feast", "Polish and international choirs may apply by 4 June 2027."),
        (Yes, "Tree projects", "Municipalities, including foreign municipalities, can submit projects by 4 June 2027."),
        (Unknown, "Grants", "Towns may apply until 4 June 2027 and exhibit foreign artists."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn everywhere_in_a_country_is_that_country() {
    for (verdict, text) in [
        (No, "Les communes partout en France peuvent présenter un projet jusqu'au 4 juin 2027."),
        (Unknown, "Les communes peuvent présenter un projet jusqu'au 4 juin 2027. L'émission passe partout en France."),
        (Unknown, "Houses and foreign artists whom they host are supported. Houses apply by 4 June 2027."),
    ] {
        country(verdict, "Prix des maires", text);
    }
}

#[test]
fn sizes_and_members_are_told_with_where_they_are() {
    for (verdict, title, text) in [
        (
            No,
            "Tourism award",
            "Deadline 31 May 2027.\nEligibility\nCities of more than 100,000 inhabitants in EU Member States (Albania, Iceland and Ukraine).",
        ),
        (Unknown, "Tourism award", "Deadline 31 May 2027.\nEligibility\nCities of more than 100,000 inhabitants."),
        (Conditional, "Awards", "1. All full and associate members of HARBORA are eligible to submit an entry by 4 June 2027."),
        (Unknown, "Award for water", "Members of the UNESCO may apply. Cities submit by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn lists_of_countries_stay_open_or_are_of_something_else() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Sea basin call",
            "Proposals by 4 June 2027. Applicants must be established in a Member State of the European Union or in a Mediterranean partner country.",
        ),
        (
            No,
            "Basin call",
            "Proposals by 4 June 2027. Applicants must be established in a Member State of the European Union or in an EFTA country.",
        ),
        (Unknown, "Fellowship", "Applications by 4 June 2027.\nApplicants must be nationals of a country other than Germany."),
        (No, "Fellowship", "Applications by 4 June 2027.\nApplicants must be nationals of Germany."),
        (
            Unknown,
            "Study visits for mayors",
            "Mayors apply by 4 June 2027 for a study visit in one of the following countries: Denmark, Sweden, Norway.",
        ),
        (
            Unknown,
            "Twinning",
            "Towns look for a partner town in one of the following countries: Poland, Ukraine, Moldova. Apply by 4 June 2027.",
        ),
        (
            No,
            "Tourism award",
            "Deadline 31 May 2027.\nEligibility\nCities of more than 100,000 inhabitants in EU Member States and the programme countries (Albania, Iceland and Ukraine).",
        ),
        (Unknown, "Embassy of Italy in Tel Aviv: grants", "Local NGOs apply by 4 June 2027."),
        (No, "Grants for schools in Italy", "Schools apply by 4 June 2027."),
        (Unknown, "Mayor of the Year prize", "Citizens of the city may nominate their mayor by 4 June 2027."),
        (Yes, "Art exchange", "We would like to invite artists from abroad to apply by 4 June 2027."),
        (Yes, "Town projects", "The fund supports partnerships between towns all over the world. Apply by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn a_list_of_those_to_whom_nothing_is_given_lets_nobody_in() {
    bodies(
        No,
        &[
            "The grants are not given to companies, local authorities or individuals.",
            "Der Zuschuss wird nicht an Firmen, Kommunen oder Parteien vergeben.",
            "L'aide n'est pas accordée aux entreprises, aux communes et aux partis.",
            "La ayuda no se concede a empresas, ayuntamientos ni partidos.",
            "הסיוע אינו ניתן לגופים ממשלתיים, לרשויות מקומיות ולעסקים.",
            "לא תינתן תמיכה לעסקים, לרשויות מקומיות ולמפלגות.",
            "Not funded: companies, municipalities.",
        ],
    );
    bodies(Unknown, &["The money is not paid to municipalities in advance."]);
    bodies(
        Yes,
        &[
            "Grants are not given to companies, but municipalities may apply.",
            "The grant is not paid to firms, municipalities may apply.",
            "Grants are not only given to charities, municipalities and schools get them too.",
        ],
    );
}
