//! Where those who apply are at home, told in other ways than by an "only" and a seat.

use super::eligibility::country;
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn what_whoever_applies_has_to_be_tells_his_country() {
    for (verdict, title, text) in [
        (
            No,
            "Artist residency: studio for a year",
            "Apply by 4 June 2027.\nRequirements:\n1. Be over 21.\n2. Be a citizen of the United States.",
        ),
        (
            No,
            "Summer course for youth workers",
            "Application deadline: 4 June 2027.\nParticipants' profile\n- At least 18 years old;\n- Hold Romanian nationality;\n- Good English.",
        ),
        (
            No,
            "Summer course for youth workers",
            "Application deadline: 4 June 2027.\nParticipants' profile\n- At least 18 years old;\n- Has Polish citizenship or residency;\n- Good English.",
        ),
        (
            No,
            "Residencia de verano",
            "Plazo: 4 de junio de 2027.\nRequisitos:\n- Ser mayor de edad.\n- Ser ciudadana de los Estados Unidos.",
        ),
        (
            No,
            "Ayudas a proyectos sociales",
            "Plazo: 4 de junio de 2027.\nRequisitos\n> Llevar dos años de trabajo en el barrio\n> Estar domiciliada dentro del Estado español",
        ),
        (
            No,
            "Ayudas a proyectos sociales",
            "Plazo: 4 de junio de 2027.\nRequisitos:\n- Tener domicilio en España.\n- Presentar memoria.",
        ),
        (
            No,
            "Bourse d'été",
            "Date limite : 4 juin 2027.\nConditions :\n- Avoir plus de 18 ans ;\n- Être de nationalité française ;\n- Écrire un texte.",
        ),
        (
            No,
            "Bourse d'été",
            "Date limite : 4 juin 2027.\nConditions :\n- Avoir plus de 18 ans ;\n- Être domicilié en Belgique ;",
        ),
        (
            No,
            "Stipendium",
            "Bewerbung bis 4. Juni 2027.\nVoraussetzungen:\n- mindestens 18 Jahre alt\n- deutsche Staatsangehörigkeit\n- gute Englischkenntnisse",
        ),
        (No, "Stipendium", "Bewerbung bis 4. Juni 2027.\nVoraussetzungen:\n- mindestens 18 Jahre alt\n- Wohnsitz in Österreich"),
        (
            No,
            "Young politicians programme",
            "To be eligible, the young politicians must:\n- hold an elected mandate at local level in a Member State of the European Union;\n- be under 40.\nApply by 4 June 2027.",
        ),
        (
            No,
            "Young politicians programme",
            "Applicants must:\n- be citizens of an EU Member State;\n- be under 40.\nApply by 4 June 2027.",
        ),
        (No, "Summer grant", "Eligibility: must be a citizen of Canada. Apply by 4 June 2027."),
        (No, "Summer grant", "Open to holders of an Estonian passport. Apply by 4 June 2027."),
        (No, "Summer grant", "Applicants must hold Irish citizenship. Apply by 4 June 2027."),
        (Unknown, "Summer grant", "Applicants need not be citizens of the United States. Apply by 4 June 2027."),
        (Unknown, "Film festival", "Apply by 4 June 2027.\nSpeakers:\n- Mary Jones is a citizen of Canada.\n- John Dee."),
        (Yes, "Summer course", "Apply by 4 June 2027.\nRequirements:\n- Be over 21.\n- Be a citizen of any country."),
        (Yes, "Summer course", "Apply by 4 June 2027.\nRequirements:\n- Be over 21.\n- Be a citizen of Israel."),
        (Yes, "Summer course", "Apply by 4 June 2027.\nRequirements:\n- Be over 21.\n- Be a citizen of Israel, Jordan or Egypt."),
        (Unknown, "Story prize", "The story must be about a citizen of Canada. Writers submit by 4 June 2027."),
        (Yes, "Summer course", "Participants of any nationality can apply by 4 June 2027."),
        (Unknown, "Innovation prize", "The prize honours ideas for the whole country. Cities may apply by 4 June 2027."),
        (Unknown, "Innovation prize", "Cities may apply by 4 June 2027 through the embassy of the country in which they lie."),
        (
            Unknown,
            "Network of green towns",
            "Each town describes the district in which the project takes place. Towns apply by 4 June 2027.",
        ),
        (Yes, "Library fund", "Municipalities in any country of the world may apply by 4 June 2027."),
        (Yes, "Library fund", "Israeli municipalities: all municipalities of the country are eligible. Apply by 4 June 2027."),
        (
            Unknown,
            "Preis für gute Plätze",
            "Kommunen können bis 4. Juni 2027 Plätze vorschlagen, die Menschen aus dem Stadtgebiet zusammenbringen.",
        ),
        (
            Unknown,
            "Prix des places",
            "Les communes présentent les habitants du territoire qui ont participé au projet. Dépôt jusqu'au 4 juin 2027.",
        ),
        (Unknown, "Summer school", "Participants must hold a valid passport and a Schengen visa. Apply by 4 June 2027."),
        (Unknown, "Summer school", "Requirements:\n- a valid passport\n- a room in Vienna\nApply by 4 June 2027."),
        (No, "מלגת קיץ", "המלגה פתוחה לאזרחי ארצות הברית בלבד. הגשה עד 4 ביוני 2027."),
        (No, "Youth prize", "Entries are open to young people who are residents of Ireland. Apply by 4 June 2027."),
        (No, "Startup grants", "Who can apply?\n- Companies with headquarters in Norway\n- Universities\nApply by 4 June 2027."),
        (No, "Startup grants", "Eligibility\n- The applicant must be a Norwegian resident.\nApply by 4 June 2027."),
        (No, "Student award", "Candidates must have Swiss nationality or live in Switzerland. Apply by 4 June 2027."),
        (No, "Research grants", "Applicants: nationals of Chile. Apply by 4 June 2027."),
        (No, "Beca", "Requisitos:\n1. Tener nacionalidad chilena.\n2. Ser menor de 30 años.\nPlazo: 4 de junio de 2027."),
        (No, "Beca", "Los solicitantes deben ser ciudadanos colombianos. Plazo: 4 de junio de 2027."),
        (No, "Bourse", "Les candidats doivent être citoyens canadiens. Date limite : 4 juin 2027."),
        (No, "Stipendium", "Bewerben kann sich, wer die österreichische Staatsbürgerschaft besitzt. Frist: 4. Juni 2027."),
        (No, "Stipendium", "Voraussetzung ist ein Wohnsitz in Liechtenstein oder in der Schweiz. Frist: 4. Juni 2027."),
        (Unknown, "Congress of harbour towns", "Register by 4 June 2027. Holders of an Israeli passport need a visa."),
        (
            Unknown,
            "Congress of harbour towns",
            "Register by 4 June 2027. Citizens of Switzerland pay with their card at the door.",
        ),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn a_place_without_a_name_is_that_of_the_caller() {
    for (verdict, title, text) in [
        (
            No,
            "Fondo de bibliotecas",
            "Podrán presentarse:\n– Todos los ayuntamientos del país.\n– Fundaciones.\nCierre: 4 de junio de 2027.",
        ),
        (No, "Library fund", "All municipalities of the country are eligible. Apply by 4 June 2027."),
        (No, "Library fund", "Any municipality in the country may apply by 4 June 2027."),
        (No, "Fonds des bibliothèques", "Toutes les communes du pays peuvent déposer un dossier jusqu'au 4 juin 2027."),
        (No, "Weihnachtsmarkt", "Chöre und Vereine aus dem Stadtgebiet können sich bis 4. Juni 2027 um einen Stand bewerben."),
        (No, "Nachbarschaftspreis", "Alle Bewerbungen müssen aus dem Kreisgebiet kommen. Einreichung bis 4. Juni 2027."),
        (No, "Kulturförderung", "Antragsberechtigt sind Vereine mit Sitz im Kanton. Gesuche bis 4. Juni 2027."),
        (No, "Concours photo", "Le prix est ouvert à tous les habitants de la commune. Envoi jusqu'au 4 juin 2027."),
        (
            No,
            "Appel de projets",
            "Qui peut déposer un dossier ?\n• Les communes du territoire\n• Les écoles\nDate limite : 4 juin 2027.",
        ),
        (No, "Community grants", "Applications are invited from groups from the district by 4 June 2027."),
        (No, "Community grants", "Clubs and societies of the borough may apply by 4 June 2027."),
        (No, "Community grants", "Community groups within the county can apply by 4 June 2027."),
        (
            No,
            "Subvenciones culturales",
            "Podrán presentar solicitudes las asociaciones del municipio hasta el 4 de junio de 2027.",
        ),
        (No, "Subvenciones culturales", "Pueden participar los ayuntamientos de la comarca hasta el 4 de junio de 2027."),
        (No, "Jugendpreis", "Teilnehmen können alle Vereine aus dem Landkreis. Einsendeschluss: 4. Juni 2027."),
        (No, "منح ثقافية", "يمكن للجمعيات من جميع أنحاء المملكة التقدم حتى 4 يونيو 2027."),
        (Unknown, "Municipalities award", "Cities apply by 4 June 2027. Residents of the city vote for the best project."),
        (
            Unknown,
            "Municipalities award",
            "Each municipality may submit one project by 4 June 2027; associations of the municipality may join.",
        ),
        (No, "Municipalities award", "Open to associations of the municipality until 4 June 2027."),
        (Unknown, "Integration prize", "Cities may enter projects with residents of the town by 4 June 2027."),
        (Yes, "International award", "Cities and towns of all countries may apply by 4 June 2027, whatever the country."),
        (Unknown, "Poetry prize", "Poets write about a citizen of the town. Submit by 4 June 2027."),
        (No, "Förderung", "Alle Gemeinden des Kantons können bis 4. Juni 2027 ein Gesuch einreichen."),
        (No, "Förderung", "Gefördert werden Vereine im Kreisgebiet. Frist: 4. Juni 2027."),
        (No, "Förderung", "Teilnahmeberechtigt sind Schulen aus dem gesamten Landkreis. Frist: 4. Juni 2027."),
        (No, "Concours", "Peuvent participer les écoles de l'agglomération. Date limite : 4 juin 2027."),
        (No, "Concours", "Le prix est ouvert aux associations de la ville et aux habitants. Date limite : 4 juin 2027."),
        (
            No,
            "Concurso",
            "Podrán participar todos los centros educativos y asociaciones de la localidad. Plazo: 4 de junio de 2027.",
        ),
        (No, "Contest", "Schools throughout the county are invited to enter by 4 June 2027."),
        (No, "Contest", "The contest is open to all clubs in the village. Enter by 4 June 2027."),
        (Unknown, "Contest", "The contest is open to all cities. A club of the village runs it. Enter by 4 June 2027."),
        (Unknown, "Urban forum", "Mayors are invited to register by 4 June 2027. Museums of the city offer free entry."),
        (Unknown, "Urban forum", "Participants may register by 4 June 2027 and visit museums in the city."),
        (Unknown, "Film week", "Filmmakers may submit films by 4 June 2027. Cinemas in the city show the best."),
        (Unknown, "Residency", "Artists live for a month in the city. Apply by 4 June 2027."),
        (Unknown, "Residency", "Artists are invited to work with clubs of the village for a month. Apply by 4 June 2027."),
        (Unknown, "Preis", "Städte bewerben sich bis 4. Juni 2027 mit Projekten von Schulen aus der Stadt."),
        (Unknown, "Prix", "Les villes peuvent candidater jusqu'au 4 juin 2027 avec les associations de la ville."),
    ] {
        country(verdict, title, text);
    }
}
