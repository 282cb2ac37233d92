//! Authorities that are named as places, in names and as what churches call theirs.

use super::eligibility::body;
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn where_somebody_comes_from_or_something_lies_applies_for_nothing() {
    for (verdict, title, text) in [
        (
            Yes,
            "Förderung",
            "Antragsberechtigt sind Vereine, Träger der freien und öffentlichen Jugendhilfe sowie Gebietskörperschaften.",
        ),
        (
            No,
            "Community Grants",
            "Applications are invited from youth groups. The money is meant for these uses only:\n1. Bright Towns/Hamlets Projects\n2. Fairs",
        ),
        (
            No,
            "Community Grants",
            "Applications are invited from voluntary groups. The grants are intended for: Bright Towns Projects, fairs.",
        ),
        (No, "Arts call", "NPOs from all 7 provinces may submit a plan."),
        (No, "Arts call", "Charities from all nine provinces are invited to submit proposals."),
        (No, "Arts call", "Associations from several neighbouring municipalities can apply."),
        (No, "Arts call", "Artists from all of the municipalities of the county can apply."),
        (No, "Aufruf", "Bewerben können sich Vereine aus allen Gemeinden des Landkreises."),
        (No, "Aufruf", "Vereine aus den 12 Gemeinden des Tals können sich bewerben."),
        (No, "Appel", "Les associations de toutes les communes du département peuvent candidater."),
        (No, "Appel", "Les associations des 12 communes du canton peuvent candidater."),
        (No, "Ayudas", "Pueden presentarse asociaciones de todos los municipios de la comarca."),
        (No, "קול קורא", "מוזמנות להגיש עמותות מכל הרשויות המקומיות במחוז."),
        (Yes, "Call", "Applications from all municipalities are welcome until 3 May 2027."),
        (Yes, "Call", "We invite proposals from all nine counties."),
        (Yes, "Call", "All 12 municipalities of the county may apply."),
        (Yes, "Aufruf", "Bewerben können sich alle 12 Gemeinden des Tals."),
        (Yes, "Aufruf", "Bewerbungen aus allen Kommunen sind willkommen."),
        (Yes, "Call", "Municipalities from all nine provinces may apply."),
        (Yes, "Call", "NGOs and all municipalities may apply."),
        (No, "Kirchenfonds", "Antragsberechtigt sind kirchliche Gemeinden, Kirchenkreise und kirchliche Verbände."),
        (No, "Kirchenfonds", "Mitmachen kann neben kirchlichen Gemeinden und Werken jede Initiative."),
        (No, "Kirchenfonds", "Antragsberechtigt sind islamische und kirchliche Gemeinden."),
        (No, "Kirchenfonds", "Bewerben können sich evangelisch-lutherische Gemeinden und ihre Jugendgruppen."),
        (No, "Fonds paroissial", "Peuvent déposer un dossier les communes paroissiales et les associations d'Église."),
        (
            Unknown,
            "Cross-border call",
            "The call is open until 3 May 2027. The zone is composed of the territories of the following municipalities: Arlen, Bodin and Cray.",
        ),
        (
            Unknown,
            "Cross-border call",
            "The call is open until 18 August 2027. The programme area covers the territory of the following municipalities: Arlen, Bodin.",
        ),
        (No, "Dorfwettbewerb", "Vereine können sich um den Preis Unser Dorf hat Zukunft bewerben."),
        (No, "Fleurs", "Les associations peuvent participer au concours des Villes et Villages Fleuris."),
        (
            Yes,
            "Coopération",
            "Cet appel soutient les projets des collectivités territoriales (CT). Toute CT qui envoie un dossier joint son budget.",
        ),
        (
            No,
            "Funds",
            "The fund pays for the projects of charities in the territory of the municipalities of the valley. Charities apply by 3 May 2027.",
        ),
        (
            Unknown,
            "Funds",
            "The project area consists of the territory of the municipalities of Arlen and Bodin. Apply by 3 May 2027.",
        ),
        (Unknown, "Förderung", "Das Projektgebiet umfasst das Gebiet der Gemeinden Arlen und Bodin. Bewerbung bis 3. Mai 2027."),
        (
            Unknown,
            "Fonds",
            "La zone éligible comprend le territoire des communes suivantes : Arlen, Bodin. Dépôt jusqu'au 3 mai 2027.",
        ),
        (
            Unknown,
            "Fondo",
            "El ámbito comprende el territorio de los municipios siguientes: Arlen, Bodin. Plazo: 3 de mayo de 2027.",
        ),
        (Yes, "Funds", "In the area of transport municipalities may apply until 3 May 2027."),
        (No, "Scheme", "The scheme is aimed at small businesses. The Better Towns Programme pays half of the costs."),
        (No, "Scheme", "Traders may apply to the Living Towns Fund."),
        (Yes, "Scheme", "Towns may apply to the Living Towns Fund."),
        (No, "Radweg-Preis", "Unser Verein zeichnet Schulen aus. Schulen aus allen Städten können mitmachen."),
        (No, "Grant", "Residents of all 14 municipalities may apply."),
        (No, "Beca", "Pueden solicitarla estudiantes de todos los municipios de la isla."),
        (No, "Contest", "Pupils may enter the Green Cities Award until 3 May 2027."),
        (Yes, "Green Cities Award", "Cities may enter until 3 May 2027."),
        (Unknown, "Calls", "The area of the programme comprises the municipalities of the valley. Farms may apply."),
        (Yes, "Calls", "The programme area comprises three valleys. Municipalities and farms may apply."),
        (Yes, "Calls", "Municipalities in the area of the municipalities association may apply."),
        (Yes, "Fund", "All towns in the county may apply, in all 12 districts."),
        (Yes, "Prize", "Municipalities from all over the world may enter."),
        (Yes, "Aide", "L'aide est destinée à toutes les communes du département."),
        (Yes, "Aide", "Sont éligibles toutes les communes et tous les EPCI."),
        (Yes, "Aide", "Dossiers de toutes les communes recevables jusqu'au 3 mai 2027. Les communes peuvent candidater."),
        (Yes, "Ayuda", "Las solicitudes de todos los municipios serán admitidas. Podrán presentarse los municipios."),
        (Yes, "Hilfe", "Anträge von allen Kommunen werden angenommen. Antragsberechtigt sind Kommunen."),
        (Yes, "Hilfe", "Anträge aus allen Gemeinden sind möglich. Bewerben können sich Gemeinden."),
        (No, "Festival", "Bands from all towns are welcome. Sign up by 3 May 2027."),
    ] {
        body(verdict, title, text);
    }
}
