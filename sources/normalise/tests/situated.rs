//! Where those are who are asked, told by the words right behind them, by a label, or by where the work is done.

use super::eligibility::country;
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn those_who_are_asked_are_where_the_words_behind_them_say() {
    for (verdict, title, text) in [
        (
            No,
            "Call for bids: programme fund",
            "The consulate is inviting partner organisations in Zambia to hand in bids by 4 June 2027.",
        ),
        (No, "Call for bids: programme fund", "The embassy invites organisations in Botswana to submit bids by 16 July 2027."),
        (
            Unknown,
            "Community Grants",
            "Applications are invited from voluntary groups, within the Municipal District of Tullbrook, by 4 June 2027.",
        ),
        (No, "Nothilfefonds", "Der Fonds richtet sich an Interessierte in Hessen. Anmeldeschluss: 4. Juni 2027."),
        (No, "Fonds d'urgence", "L'appel s'adresse aux organisations actives en Alsace et en Corse. Dépôt jusqu'au 4 juin 2027."),
        (
            No,
            "Fonds d'urgence",
            "Les dossiers doivent provenir d'organismes ayant un siège en Norvège. Dépôt jusqu'au 4 juin 2027.",
        ),
        (No, "Small grants", "Applications must come from bodies with an office in Kenya. Apply by 4 June 2027."),
        (No, "Small grants", "Organisations active in Malawi may apply by 4 June 2027."),
        (
            No,
            "Small grants",
            "Civil society organisations that are headquartered and operate on the islands of Croatia may apply by 4 June 2027.",
        ),
        (No, "Vereinspreis", "Bewerben können sich Initiativen, die in Sachsen tätig sind. Frist: 4. Juni 2027."),
        (No, "Ayudas", "Podrán presentarse entidades que desarrollen su actividad en Andalucía. Plazo: 4 de junio de 2027."),
        (No, "Appel à projets", "Les ateliers doivent être menés par des acteurs en Afrique. Dépôt jusqu'au 4 juin 2027."),
        (No, "Call", "Organisations from Albania may apply by 4 June 2027."),
        (No, "Call", "The call is open to organisations from Albania, Serbia and Kosovo. Apply by 4 June 2027."),
        (No, "Call", "Polish organisations can apply until 4 June 2027."),
        (No, "Call", "Eligible applicants: Polish organisations. Apply by 4 June 2027."),
        (No, "Aufruf", "Bewerben können sich Organisationen aus Polen. Frist: 4. Juni 2027."),
        (No, "Appel", "Peuvent candidater les organisations polonaises. Avant le 4 juin 2027."),
        (No, "Convocatoria", "Podrán participar organizaciones polacas. Hasta el 4 de junio de 2027."),
        (Unknown, "Partner gesucht", "Die polnische Gemeinde Esche möchte eine Partnergemeinde finden."),
        (Unknown, "Call", "Towns may apply by 4 June 2027. We also accept applications from Polish organisations."),
        (Unknown, "Call", "The consortium must include organisations from Albania. Apply by 4 June 2027."),
        (Yes, "Call", "Polish and Israeli organisations can apply until 4 June 2027."),
        (Yes, "Call", "Organisations from Albania, Israel and Serbia may apply by 4 June 2027."),
        (Yes, "Call", "Organisations of all countries may apply. They work with Polish organisations. Apply by 4 June 2027."),
        (Unknown, "Call", "Applicants must work with Polish organisations. Apply by 4 June 2027."),
        (Unknown, "Call", "Towns may apply by 4 June 2027. The office of the Polish organisation sends the forms."),
        (No, "Self-help fund", "The fund helps Beninese groups. Apply by 4 June 2027."),
        (No, "Förderaktion", "Wer wird gefördert?\n- Oberösterreichische Gemeinden\n- Vereine\nFrist: 4. Juni 2027."),
        (No, "Förderaktion", "Gefördert werden sächsische Kommunen. Frist: 4. Juni 2027."),
        (
            No,
            "Aide à la rénovation",
            "L'aide s'adresse aux communes wallonnes et aux entreprises wallonnes. Dépôt jusqu'au 4 juin 2027.",
        ),
        (
            Unknown,
            "Festival call",
            "Every painter who is a resident of Ashford may take part regardless of nationality. Entries by 1 June 2027.",
        ),
        (
            No,
            "Festival call",
            "Any artist who lives in the county of Varde can participate whatever their nationality. Proposals by 1 June 2027.",
        ),
        (
            No,
            "Kunstpreis",
            "Teilnehmen können alle mit Wohnsitz im Kanton, unabhängig von der Nationalität. Frist: 1. Juni 2027.",
        ),
        (
            No,
            "Prix",
            "Peuvent candidater les artistes domiciliés en Suisse, quelle que soit leur nationalité. Dépôt jusqu'au 1er juin 2027.",
        ),
        (No, "Premio", "Podrán participar los residentes en Aragón, sin distinción de nacionalidad. Plazo: 1 de junio de 2027."),
        (
            Unknown,
            "Kunstpreis",
            "Teilnehmen können alle Einwohner der Gemeinde Auwald, unabhängig von der Nationalität. Frist: 1. Juni 2027.",
        ),
        (Unknown, "Small grants", "Towns are invited to present projects with organisations in Kenya by 4 June 2027."),
        (Unknown, "Small grants", "Municipalities may apply by 4 June 2027 for projects that support organisations in Kenya."),
        (No, "Small grants", "Organisations in Germany may apply by 4 June 2027."),
        (Yes, "Small grants", "Organisations in Israel may apply by 4 June 2027."),
        (Yes, "Small grants", "Organisations in Kenya or anywhere in the world may apply by 4 June 2027."),
        (Unknown, "Journée d'étude", "Les communes peuvent candidater jusqu'au 4 juin 2027 pour un voyage en Espagne."),
        (Unknown, "Town twinning grants", "Municipalities established in eligible countries may apply by 4 June 2027."),
        (
            Yes,
            "Horizon Europe topic",
            "Legal entities established in an associated country to Horizon Europe may apply by 4 June 2027.",
        ),
        (Unknown, "Culture grants", "Artists apply with a host organisation in France by 4 June 2027."),
        (No, "منح صغيرة", "يمكن للمنظمات العاملة في الأردن التقدم حتى 4 يونيو 2027."),
        (No, "מענקים קטנים", "ארגונים הפועלים בקניה רשאים להגיש עד 4 ביוני 2027."),
        (No, "Kleinprojektefonds", "Antragsberechtigt sind Organisationen in Georgien und Armenien. Frist: 4. Juni 2027."),
        (
            No,
            "Kleinprojektefonds",
            "Die Botschaft fördert Projekte von Organisationen, die in Namibia tätig sind. Frist: 4. Juni 2027.",
        ),
        (No, "Fonds canadien", "Les organismes locaux au Bénin peuvent déposer une demande jusqu'au 4 juin 2027."),
        (No, "Fondo canadiense", "Pueden presentar propuestas las organizaciones en Bolivia hasta el 4 de junio de 2027."),
        (
            No,
            "Fondo canadiense",
            "Podrán postular organizaciones sin fines de lucro que trabajen en Honduras. Plazo: 4 de junio de 2027.",
        ),
        (No, "Canada Fund", "Eligible recipients include local NGOs working in Nepal. Apply by 4 June 2027."),
        (
            No,
            "Canada Fund",
            "Proposals are welcome from civil society groups based and working in Fiji or Samoa. Apply by 4 June 2027.",
        ),
        (
            No,
            "Canada Fund",
            "The embassy in Amman calls on community-based organizations in Jordan to send proposals by 4 June 2027.",
        ),
        (Unknown, "Canada Fund", "NGOs may apply by 4 June 2027. The projects must involve partners in Nepal."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn work_in_one_country_is_for_those_there() {
    for (verdict, title, text) in [
        (
            No,
            "Förderung von Bürgerwerkstätten",
            "Alle Vorhaben müssen auf dem Territorium der Republik Armenien stattfinden. Bewerbung bis 4. Juni 2027.",
        ),
        (No, "Förderung von Bürgerwerkstätten", "Die Vorhaben müssen in Armenien stattfinden. Bewerbung bis 4. Juni 2027."),
        (No, "Grants", "Projects must be implemented on the territory of Georgia. Apply by 4 June 2027."),
        (No, "Subvenciones", "Los proyectos deberán ejecutarse en territorio peruano. Plazo: 4 de junio de 2027."),
        (No, "Subventions", "Les projets doivent être mis en œuvre sur le territoire tunisien. Dépôt jusqu'au 4 juin 2027."),
        (Unknown, "Subventions", "Les ateliers doivent être situés hors de Belgique. Dépôt jusqu'au 4 juin 2027."),
        (Unknown, "Grants", "Projects must be implemented outside Georgia. Apply by 4 June 2027."),
        (Unknown, "Grants", "Projects must be implemented in the framework of the plan. Apply by 4 June 2027."),
        (Unknown, "Grants", "One of the activities must be implemented in Georgia. Apply by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn a_label_tells_the_place_or_that_there_is_none() {
    for (verdict, title, text) in [
        (No, "Facilities grants", "Who can apply\nRowing clubs.\nLocation\nScotland\nApply by 4 June 2027."),
        (No, "Förderung für Vereine", "Fördergebiet: Sachsen\nFrist: 4. Juni 2027."),
        (No, "Appel à projets", "Zone géographique : Hauts-de-France\nDate limite : 4 juin 2027."),
        (No, "Subvenciones", "Ámbito territorial: Castilla y León\nPlazo: 4 de junio de 2027."),
        (Yes, "Premio de cuentos", "Dotación: 900 euros\nPlazo: 4 de junio de 2027\nParticipantes: Internacional"),
        (Yes, "Story prize", "Prize: 3,000 euros\nDeadline: 31 January 2027\nOpen to: International"),
        (Unknown, "International summer course", "Location: Lublin, Poland\nDeadline: 31 January 2027\nOpen to youth workers."),
        (Unknown, "Congress of towns", "Location\nEngland\nRegister by 31 January 2027."),
        (Unknown, "Facilities grants", "Regions: Scotland, Israel\nApply by 4 June 2027."),
        (Unknown, "Förderung", "Einzugsgebiet: unser Netz\nFrist: 4. Juni 2027."),
        (No, "Förderung", "Region: Bayern und Hessen\nFrist: 4. Juni 2027."),
        (Unknown, "Grants", "Region: Bavaria or anywhere else\nDeadline: 4 June 2027."),
        (Unknown, "Grants", "Area: culture in England and abroad\nDeadline: 4 June 2027."),
        (Unknown, "Grants", "Where?\nOnline\nDeadline: 4 June 2027."),
        (
            Unknown,
            "International conference on harbours",
            "Ministry of Water, Japan\nWe invite you to the conference on 20 October 2027 in Kitaura (Japan). Cities tell of their harbours. Please register by 1 October 2027.",
        ),
        (
            Unknown,
            "International congress of towns",
            "Ministry of Foreign Affairs, Italy\nRegister by 1 October 2027. The congress takes place in Lisboa (Portugal).",
        ),
        (
            Unknown,
            "Town twinning",
            "Programme: Horizon Europe\nCall ID: CERV-2027-CITIZENS-TOWN\nTowns established in eligible CERV countries apply by 4 June 2027.\nPartners come from two other eligible countries.",
        ),
        (
            Unknown,
            "International conference on harbours",
            "We are happy to invite you to “Towns by the Sea” on 20 October 2027, in Kitaura (Japan) to talk about tides and harbours.",
        ),
        (No, "Grants", "Eligible area: Northern Ireland\nDeadline: 4 June 2027"),
        (No, "Subventions", "Territoire concerné : Bretagne\nDate limite : 4 juin 2027"),
        (No, "Ayudas", "Ámbito geográfico\nAndalucía\nPlazo: 4 de junio de 2027"),
        (Yes, "Grants", "Eligible countries:\nEgypt\nIsrael\nJordan\nDeadline: 4 June 2027"),
        (
            Yes,
            "Grants",
            "Activities take place in the countries taking part in the programme, as follows: Egypt, Israel, Jordan. Deadline: 4 June 2027",
        ),
        (No, "Grants", "Projects have to be carried out in Ukraine or Moldova. Deadline: 4 June 2027"),
        (No, "Förderung", "Die Maßnahmen müssen in der Ukraine durchgeführt werden. Frist: 4. Juni 2027"),
    ] {
        country(verdict, title, text);
    }
}
