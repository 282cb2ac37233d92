//! Sizes without a word for those who live there, memberships that are no condition, and projects of a programme.

use super::eligibility::body;
use crate::opportunity::Verdict::{Conditional, Yes};

#[test]
fn a_size_a_property_or_a_programme_is_a_condition() {
    for (verdict, title, text) in [
        (
            Conditional,
            "Capital of Ideas",
            "There are two titles: City of Trees (cities over 200,000, winner gets 80,000 euros) and Town of Trees (20,000 to 199,999). Enter until 3 May 2027.",
        ),
        (Conditional, "Prix", "Peuvent candidater les communes (de 5 000 à 20 000 hab.)."),
        (Conditional, "Preis", "Bewerben können sich Städte (ab 50.000 Einw.)."),
        (Conditional, "Premio", "Pueden presentarse los municipios (menos de 20.000 hab.)."),
        (Conditional, "Prize", "Open to towns (10,000-50,000 inhabitants)."),
        (Conditional, "Prize", "Towns over 20,000 may apply."),
        (Yes, "Prize", "Cities may win over 20,000 euros. Cities may apply."),
        (Yes, "Grants", "Who can apply: municipalities (up to 50,000), charities (up to 10,000). All sums are in euros."),
        (Yes, "Prize", "Towns (large and small) may apply."),
        (Yes, "Transfer call", "Cities from the 27 Member States and Partner States are invited to apply to this call."),
        (Yes, "Transfer call", "Cities from the 27 Member States and from Partner States (Iceland, Norway) may apply."),
        (Conditional, "Transfer call", "Cities that are members are invited to apply."),
        (Conditional, "AMI", "Sont éligibles les municipalités qui possèdent un port ancien."),
        (Conditional, "Call", "Towns which possess a listed centre may apply."),
        (Conditional, "Convocatoria", "Pueden presentarse los municipios que posean un casco histórico."),
        (Conditional, "AMI", "Peuvent candidater les communes possédant un port."),
        (Yes, "AMI", "Peuvent candidater les communes qui possèdent une idée."),
        (Yes, "Award", "The prize is open to all towns, including members of the alliance and other municipalities."),
        (Yes, "Preis", "Bewerben können sich alle Kommunen, auch Mitglieder des Städtetags."),
        (Yes, "Prix", "Toutes les villes, membres ou non du réseau, peuvent candidater."),
        (Yes, "Premio", "Pueden presentarse todos los municipios, incluidos los miembros de la red."),
        (Yes, "פרס", "כל הרשויות המקומיות רשאיות להגיש, ובהן החברות בפורום."),
        (Conditional, "Award", "The award is open to members of the network, including cities that joined this year."),
        (Conditional, "Award", "Shortlisted cities submit their film by 3 May 2027."),
        (Conditional, "Preis", "Die vorausgewählten Städte reichen bis 3. Mai 2027 ihren Antrag ein."),
        (Conditional, "Prix", "Les villes présélectionnées déposent leur dossier avant le 3 mai 2027."),
        (Conditional, "Climate prize", "Towns that have LIFE projects may apply."),
        (Conditional, "Climate prize", "Cities that have Interreg projects under way may apply."),
        (Conditional, "Prix", "Peuvent candidater les communes qui ont des projets Interreg."),
        (Yes, "Climate prize", "Towns that have climate projects may apply."),
        (Yes, "Climate prize", "Towns that have Good Projects may apply."),
        (Conditional, "Preis", "Teilnehmen können Städte und Gemeinden (über 10.000 und unter 50.000)."),
        (Conditional, "Prix", "Peuvent participer les villes (plus de 20 000)."),
        (Conditional, "פרס", "ערים (מעל 50,000) רשאיות להגיש."),
        (Yes, "Grant", "Towns get more than 20,000 euros. Municipalities (up to 50,000 euros each) may apply."),
        (Yes, "Grant", "Municipalities (5,000 to 10,000 euros each) may apply."),
        (Conditional, "Grant", "Small cities (population 10,000 to 50,000) may apply."),
        (Conditional, "Grant", "Open to counties (under 100,000)."),
        (Yes, "Grant", "Cities, 1,000 of which took part last year, may apply."),
        (Conditional, "Preis", "Bewerben können sich Kommunen mit bis zu 20.000 Einw."),
        (Yes, "Grant", "The fund gave municipalities over 20,000 trees last year. Municipalities may apply."),
        (Conditional, "Convocatoria", "Pueden participar municipios (entre 5.000 y 20.000 hab.)."),
        (Yes, "Fund", "The prize is for all municipalities, including members and non-members."),
        (Conditional, "Fund", "Municipalities which own a harbour may apply."),
        (Yes, "Fund", "Municipalities may apply for buildings which they own."),
        (Yes, "Fund", "Municipalities that have ideas and projects may apply."),
        (Conditional, "Prix", "Les communes qui ont un projet Leader peuvent candidater."),
    ] {
        body(verdict, title, text);
    }
}
