//! Those abroad: let in beside those at home, or only spoken of.

use super::eligibility::country;
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn those_whom_a_call_serves_are_not_asked() {
    for (verdict, title, text) in [
        (
            Unknown,
            "Call for proposals: arriving in town",
            "The scheme supports towns in welcoming newcomers, among them non-nationals without papers. Municipalities apply by 4 June 2027.",
        ),
        (
            Unknown,
            "Förderung: Integration",
            "Kommunen können bis 4. Juni 2027 Mittel für die Integration von Ausländern beantragen.",
        ),
        (
            Unknown,
            "Appel à projets : accueil",
            "Les communes peuvent déposer un projet pour l'accueil des étrangers jusqu'au 4 juin 2027.",
        ),
        (
            Unknown,
            "Ayudas a la integración",
            "Los ayuntamientos podrán presentar proyectos para la población extranjera hasta el 4 de junio de 2027.",
        ),
        (
            Unknown,
            "Ayudas a la integración",
            "Los ayuntamientos podrán presentar proyectos dirigidos a vecinos nacionales y extranjeros hasta el 4 de junio de 2027.",
        ),
        (
            Unknown,
            "Integration grants",
            "Towns may apply for projects that support nationals and non-nationals alike by 4 June 2027.",
        ),
        (Unknown, "Integration grants", "Towns may apply by 4 June 2027 for language courses for non-nationals."),
        (Yes, "Integration grants", "Non-nationals may apply by 4 June 2027."),
        (
            Unknown,
            "Premio a las calles vivas",
            "Pueden presentarse ciudades de América y de Europa hasta el 4 de junio de 2027. El galardón ayuda a municipios de todo el mundo a copiar las mejores ideas.",
        ),
        (
            No,
            "Prix des villes",
            "Appel à candidatures des villes d'Europe et d'Amérique jusqu'au 4 juin 2027. Le prix permet aux villes du monde entier de reproduire les projets.",
        ),
        (
            Unknown,
            "Preis",
            "Bewerben können sich Städte in Europa bis 4. Juni 2027. Der Preis macht gute Ideen für Städte auf der ganzen Welt sichtbar.",
        ),
        (Unknown, "Award", "Cities apply by 4 June 2027. The award enables cities around the world to learn from the winners."),
        (Unknown, "Award", "Cities apply by 4 June 2027. The award helps cities worldwide to copy what works."),
        (Unknown, "Award", "Cities apply by 4 June 2027. The winning project will inspire cities all over the world."),
        (Yes, "Award", "The award enables cities around the world to apply for advice by 4 June 2027."),
        (Yes, "Award", "Cities around the world can apply by 4 June 2027 and learn from each other."),
        (
            No,
            "Town twinning",
            "Programme: Horizon Europe\nCall ID: CERV-2027-CITIZENS-TOWN\nMunicipalities established in the EU may apply by 4 June 2027.",
        ),
        (
            Unknown,
            "Cooperation projects",
            "The programme supports projects of organisations in the food and farming sectors. Apply by 7 September 2027.",
        ),
        (Unknown, "Kooperationsprojekte", "Gefördert werden Einrichtungen im Kulturbereich. Frist: 7. September 2027."),
        (Unknown, "Projets", "Les structures actives dans le secteur culturel peuvent candidater jusqu'au 7 septembre 2027."),
        (Unknown, "Projects", "Organisations active in the cultural sector can apply by 7 September 2027."),
        (Yes, "Award", "Foreign cities can apply until 4 June 2027 for support."),
        (Yes, "Sommerprogramm", "Ausländische Kommunen können sich bis 4. Juni 2027 bewerben."),
        (Yes, "Residency", "The house supports local and foreign artists. Apply until 4 June 2027."),
        (Yes, "Residency", "Museums, clubs and foreign artists may apply until 4 June 2027."),
        (Yes, "Award for cities", "Cities worldwide are invited to apply until 4 June 2027 and to inspire others."),
        (Yes, "Programme", "The programme helps cities around the world and invites applications until 4 June 2027."),
        (
            Yes,
            "Workshop",
            "The workshop invites cities from around the world to learn from each other. Register until 4 June 2027.",
        ),
        (Unknown, "Grants", "Towns may apply until 4 June 2027 for the housing of foreigners."),
        (Unknown, "Zuschüsse", "Kommunen können bis 4. Juni 2027 Mittel für Sprachkurse für Ausländerinnen beantragen."),
        (Unknown, "קול קורא", "The fund helps towns with the inclusion of foreign residents. Towns apply until 4 June 2027."),
        (
            Unknown,
            "Award",
            "Towns apply until 4 June 2027. The handbook lets municipalities all over the world adopt the method.",
        ),
        (
            Unknown,
            "Premio",
            "Los ayuntamientos se presentan hasta el 4 de junio de 2027. El premio inspira a ciudades de todo el mundo.",
        ),
        (Unknown, "Preis", "Kommunen bewerben sich bis 4. Juni 2027. Die Beispiele sollen Städte weltweit inspirieren."),
        (Yes, "Award", "The award is open to municipalities all over the world until 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}

#[test]
fn those_from_abroad_are_let_in_beside_those_at_home() {
    for (verdict, title, text) in [
        (
            Yes,
            "Muestra de arte",
            "Pueden exponer escultores residentes en el país, así como escultores extranjeros. Plazo: 4 de junio de 2027.",
        ),
        (Yes, "Art show", "Artists residing in the country as well as foreign artists may take part. Submit by 4 June 2027."),
        (
            Yes,
            "Salon",
            "Peuvent participer les artistes résidant en France ainsi que les artistes étrangers. Dépôt jusqu'au 4 juin 2027.",
        ),
        (Yes, "Kunstschau", "Teilnehmen können in Deutschland wohnende sowie ausländische Künstler. Frist: 4. Juni 2027."),
        (
            Yes,
            "Tea fund: support for projects",
            "Send the form before 4 June 2027.\nCooperatives established in Portugal or abroad, firms and museums may apply.",
        ),
        (Yes, "Coffee fund", "Organisations registered in Kenya or abroad may apply by 4 June 2027."),
        (
            Yes,
            "Fonds du café",
            "Peuvent candidater les organisations établies en Belgique ou à l'étranger. Dépôt jusqu'au 4 juin 2027.",
        ),
        (Yes, "Kaffeefonds", "Antragsberechtigt sind Organisationen mit Sitz in Belgien oder im Ausland. Frist: 4. Juni 2027."),
        (
            Yes,
            "Fondo del café",
            "Podrán presentarse entidades con sede en Bélgica o en el extranjero. Plazo: 4 de junio de 2027.",
        ),
        (No, "Returnee grant", "Belgian citizens living in Belgium or abroad may apply by 4 June 2027."),
        (No, "Coffee fund", "Organisations established in Belgium may apply for projects in Belgium or abroad by 4 June 2027."),
        (
            No,
            "Salon",
            "Peuvent participer les artistes résidant en France. Les artistes étrangers ne peuvent pas participer. Dépôt jusqu'au 4 juin 2027.",
        ),
        (Yes, "Leadership summit: competition for students", "International students are welcome to apply by 4 June 2027."),
        (Yes, "Story prize", "International entries are welcome. Submit by 4 June 2027."),
        (Yes, "Sommerkurs", "Internationale Bewerbungen sind willkommen. Frist: 4. Juni 2027."),
        (Yes, "Résidence", "Les candidatures internationales sont les bienvenues jusqu'au 4 juin 2027."),
        (Yes, "Residencia", "Se aceptan candidaturas internacionales hasta el 4 de junio de 2027."),
        (
            Unknown,
            "Welcome week",
            "International students at our university are welcome to a dinner. Towns may apply by 4 June 2027.",
        ),
        (
            Yes,
            "Culture prize",
            "The prize welcomes submissions by artists resident in Italy as well as international artists. Submit by 4 June 2027.",
        ),
        (
            Yes,
            "Kunstpreis",
            "Bewerben können sich in Österreich ansässige sowie internationale Künstlerinnen. Frist: 4. Juni 2027.",
        ),
        (No, "Kunstpreis", "Bewerben können sich in Österreich ansässige Künstlerinnen. Frist: 4. Juni 2027."),
        (
            No,
            "Kunstpreis",
            "In Österreich ansässige Künstlerinnen und ausländische Gäste zeigen ihre Werke. Bewerben können sich in Österreich ansässige Künstlerinnen bis 4. Juni 2027.",
        ),
        (Yes, "Prize", "Artists from Malta or abroad may take part until 4 June 2027."),
        (Yes, "Prize", "Open to clubs registered in Malta and to foreign clubs until 4 June 2027."),
        (Yes, "Preis", "Teilnehmen dürfen Chöre aus Bayern und ausländische Chöre. Frist: 4. Juni 2027."),
        (Yes, "Prix", "Ouvert aux compagnies établies en Suisse et aux compagnies étrangères jusqu'au 4 juin 2027."),
        (Yes, "Premio", "Pueden concursar poetas residentes en México y también poetas extranjeros. Plazo: 4 de junio de 2027."),
        (No, "Grants", "Grants for clubs in Malta that host foreign clubs. Apply until 4 June 2027."),
        (No, "Grants", "Towns in Malta may apply until 4 June 2027 for festivals with local and foreign artists."),
        (No, "Grants", "Museums established in Norway apply until 4 June 2027 and exhibit Norwegian and foreign artists."),
        (Yes, "Kunstpreis", "Teilnehmen können Künstler unabhängig von ihrer Nationalität. Frist: 4. Juni 2027."),
        (Yes, "Art prize", "Artists from any country may enter regardless of their nationality by 4 June 2027."),
        (Yes, "Premio", "Podrán participar poetas, sea cual sea su nacionalidad. Plazo: 4 de junio de 2027."),
        (Yes, "Prize", "Residents of any country may enter regardless of nationality by 4 June 2027."),
        (Unknown, "Kunstpreis", "Teilnehmen können Künstler aus Auwald unabhängig von ihrer Nationalität. Frist: 4. Juni 2027."),
        (Unknown, "Art prize", "Artists from Ashford may enter regardless of their nationality by 4 June 2027."),
    ] {
        country(verdict, title, text);
    }
}
