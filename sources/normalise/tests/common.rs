//! What anybody may have, asked of those who apply.

use super::eligibility::body;
use crate::opportunity::Verdict::{Conditional, Yes};

#[test]
fn to_ask_for_what_anybody_may_have_shuts_nobody_out() {
    for (verdict, title, text) in [
        (Yes, "Garden prize", "Towns that have initiatives under way may apply until 2 July 2027."),
        (
            Yes,
            "Garden prize",
            "All local governments of the world that have projects in progress or finished in the last two years may apply.",
        ),
        (Yes, "Clean air award", "Cities that have carried out projects on clean air are invited to apply by 2 July 2027."),
        (Yes, "Clean air award", "Municipalities that have implemented good practices may submit an entry."),
        (Yes, "Clean air award", "Municipalities which have developed innovative solutions may submit an entry."),
        (Yes, "Clean air award", "Towns that have experience with shared gardens can apply."),
        (Yes, "Clean air award", "Towns that have ideas for their squares can apply."),
        (Yes, "Clean air award", "Towns that already have projects of their own can apply."),
        (Yes, "Premio a la movilidad", "Se convoca a los gobiernos locales que tengan iniciativas en curso o terminadas."),
        (Yes, "Premio a la movilidad", "Podrán presentarse los ayuntamientos que tengan experiencias de participación."),
        (Yes, "Premio a la movilidad", "Podrán presentarse los municipios que hayan realizado proyectos de movilidad."),
        (
            Yes,
            "Premio a la movilidad",
            "Podrán presentarse los municipios que hayan desarrollado buenas prácticas en sus barrios.",
        ),
        (Yes, "Premio a la movilidad", "Pueden participar las ciudades que cuenten con proyectos innovadores."),
        (Yes, "Premio a la movilidad", "Pueden participar los ayuntamientos que hayan puesto en marcha iniciativas de lectura."),
        (Yes, "Preis für gute Straßen", "Kommunen, die Projekte umgesetzt haben, können sich bis 2. Juli 2027 bewerben."),
        (Yes, "Preis für gute Straßen", "Bewerben können sich Städte und Gemeinden, die bereits Projekte durchgeführt haben."),
        (Yes, "Preis für gute Straßen", "Bewerben können sich Kommunen, die über ein Projekt für Radwege verfügen."),
        (Yes, "Preis für gute Straßen", "Bewerben können sich Kommunen, die bereits Erfahrungen mit Bürgerbeteiligung haben."),
        (Yes, "Prix des jardins", "Les communes qui ont un projet peuvent candidater jusqu'au 2 juillet 2027."),
        (Yes, "Prix des jardins", "Les communes qui ont réalisé des projets de jardin peuvent candidater."),
        (Yes, "Prix des jardins", "Peuvent candidater les villes qui ont mis en œuvre des initiatives pour le climat."),
        (Yes, "Prix des jardins", "Peuvent candidater les villes qui disposent d'une expérience en la matière."),
        (Yes, "Prix des jardins", "Peuvent candidater les collectivités ayant déjà mené des actions de sensibilisation."),
        (Yes, "פרס הגינות", "רשויות מקומיות שיש להן מיזמים בתחום מוזמנות להגיש מועמדות."),
        (Yes, "פרס הגינות", "רשויות מקומיות שיש להן יוזמות פעילות רשאיות להגיש מועמדות."),
        (Yes, "פרס הגינות", "רשויות מקומיות שביצעו פרויקטים בתחום מוזמנות להגיש מועמדות."),
        (Yes, "פרס הגינות", "רשויות שיש בהן מיזמים חדשניים רשאיות להגיש."),
        (Yes, "פרס הגינות", "רשויות שכבר הפעילו תוכניות לנוער מוזמנות להגיש מועמדות."),
        (Yes, "פרס הגינות", "רשויות שיש להן ניסיון בתחום מוזמנות להגיש מועמדות."),
        (Yes, "جائزة الحدائق", "الجائزة مفتوحة للبلديات التي لديها مبادرات في هذا المجال."),
        (Conditional, "Garden prize", "Towns that have projects funded by the programme may apply."),
        (Conditional, "Garden prize", "Towns that have carried out projects under a previous call may apply."),
        (Conditional, "Garden prize", "Towns that have an approved plan may apply."),
        (Conditional, "Garden prize", "Towns that have at least 20,000 inhabitants and projects of their own may apply."),
        (Conditional, "Garden prize", "Towns that have signed the covenant may apply."),
        (Conditional, "Garden prize", "Towns that have a project partner in Africa may apply."),
        (Conditional, "Garden prize", "Towns whose mayors have carried out projects with us may apply."),
        (Conditional, "Garden prize", "Towns that already take part in the programme may apply."),
        (Conditional, "Garden prize", "Towns that have a twin town and ideas may apply."),
        (Conditional, "Garden prize", "Municipalities that have won the award with their projects may apply."),
        (Conditional, "Garden prize", "Coastal cities that have carried out projects may apply."),
        (Conditional, "Garden prize", "Cities that have joined the initiative may apply."),
        (Conditional, "Premio a la movilidad", "Podrán presentarse los municipios que hayan firmado el pacto."),
        (
            Conditional,
            "Premio a la movilidad",
            "Podrán presentarse los municipios que hayan recibido ayudas para proyectos en la convocatoria anterior.",
        ),
        (Conditional, "Premio a la movilidad", "Podrán presentarse los ayuntamientos que tengan un plan aprobado de proyectos."),
        (
            Conditional,
            "Premio a la movilidad",
            "Podrán presentarse los municipios que tengan proyectos aprobados por el programa.",
        ),
        (Conditional, "Premio a la movilidad", "Podrán presentarse los municipios que se hayan adherido a la iniciativa."),
        (Conditional, "Preis für gute Straßen", "Bewerben können sich Kommunen, die bereits am Programm teilnehmen."),
        (
            Conditional,
            "Preis für gute Straßen",
            "Bewerben können sich Kommunen, die über eine Partnerschaft mit Projekten verfügen.",
        ),
        (
            Conditional,
            "Preis für gute Straßen",
            "Bewerben können sich Kommunen, die bereits geförderte Projekte durchgeführt haben.",
        ),
        (Conditional, "Prix des jardins", "Les communes qui ont adopté un plan peuvent candidater."),
        (Conditional, "Prix des jardins", "Les communes qui ont un projet labellisé peuvent candidater."),
        (Conditional, "Prix des jardins", "Les communes qui ont signé la charte des projets peuvent candidater."),
        (Conditional, "Prix des jardins", "Les communes qui disposent d'un conseil des jeunes peuvent candidater."),
        (Conditional, "פרס הגינות", "רשויות שחתמו על האמנה רשאיות להגיש."),
        (Conditional, "פרס הגינות", "רשויות שזכו במיזמים של הקול הקורא הקודם רשאיות להגיש."),
        (Conditional, "פרס הגינות", "רשויות שיש להן תוכנית מאושרת רשאיות להגיש."),
        (Conditional, "פרס הגינות", "רשויות שהשתתפו במיזמים שלנו רשאיות להגיש."),
    ] {
        body(verdict, title, text);
    }
}
