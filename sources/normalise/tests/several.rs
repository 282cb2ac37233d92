//! Several kinds of applicants in one sentence or list: authorities among them may apply, and those of whom others tell may not.

use super::eligibility::body;
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn authorities_among_several_kinds_of_applicants_may_apply() {
    for (verdict, title, text) in [
        (Yes, "Youth meetings", "Eligible applicants are public bodies at local or regional level, NGOs and schools."),
        (
            Yes,
            "Appel",
            "Peuvent déposer un dossier les associations, les établissements publics et les organismes publics locaux (communes, EPCI).",
        ),
        (Yes, "קול קורא", "רשאים להגיש בקשות גופים ציבוריים, לרבות תאגידים, עמותות ושלטון מקומי, עד 3.5.2027."),
        (
            Unknown,
            "Embassy fund",
            "Applicants are a trading company, a registered non-governmental or governmental organisation, a hospital or a school.",
        ),
        (Yes, "Hebel grant", "Townships in the valley may apply for trees under the company's forest programme."),
        (Yes, "Water grants", "Townships may apply for trees under the company's forest programme."),
        (No, "Water grants", "Schools may apply for trees under the company's forest programme."),
        (No, "Water grants", "The application is submitted by the company."),
        (
            Yes,
            "Projets",
            "Les demandeurs peuvent être des coopératives, des écoles, des municipalités et des fermes.\nL'aide est de 9 000 euros (4 000 euros pour les écoles).",
        ),
        (Yes, "Rénovation", "Peuvent participer : coopératives, entreprises, entités du secteur public."),
        (
            Yes,
            "Förderaufruf",
            "Antragsberechtigt sind Unternehmen, Vereine und Kommunen. Unternehmen erhalten höchstens 50 Prozent.",
        ),
        (Yes, "Call", "Companies, NGOs and public bodies may apply."),
        (No, "Call", "NGOs, schools and health authorities may apply."),
        (Unknown, "Call", "Applicants are trading companies, registered non-governmental (NGO) or governmental organisations."),
        (
            Unknown,
            "Preis",
            "Vorschläge bis 3. Mai 2027. Auch die Ortsgruppen sowie die Mitglieder des Vorstandes können ein Projekt vorschlagen.",
        ),
        (No, "Call", "NGOs may apply with the consent of the national and local authorities."),
        (Yes, "Hilfe", "Zuwendungsempfänger sind Kommunen, Zweckverbände und Vereine. Vereine erhalten bis zu 5.000 Euro."),
        (
            Yes,
            "Ayudas",
            "Podrán solicitarlas empresas, asociaciones y ayuntamientos. Las empresas recibirán como máximo 5.000 euros.",
        ),
        (Yes, "מלגות לסטודנטים", "שליש מהמלגה תממן הרשות המקומית. רשאיות להגיש בקשה: רשויות מקומיות."),
        (Yes, "برنامج دعم", "على البلدية الراغبة في المشاركة تقديم طلب قبل 3 أيار 2027."),
        (Yes, "קול קורא", "הקרן תתמוך בפרויקטים של מועצות מקומיות. על המועצה המעוניינת להגיש תכנית עד 3.5.2027."),
        (No, "Call", "Companies may apply. Municipalities are told of the results."),
        (Yes, "Ayudas", "Podrán presentar solicitudes asociaciones, así como ayuntamientos."),
        (Yes, "Call", "The types of bodies that can apply are local authorities and twinning committees."),
        (Yes, "Appel", "Les organismes qui peuvent candidater sont les communes et les associations."),
        (No, "Call", "Organisations that help local authorities can apply. Charities may apply."),
        (
            Yes,
            "Prix",
            "Les lauréats peuvent être des communes, des associations ou des écoles. Candidatures jusqu'au 3 mai 2027.",
        ),
        (No, "Prix", "Les candidatures sont portées par des associations des communes de l'île."),
        (No, "Prix", "Les projets sont portés par des associations, des écoles et des entreprises de la commune."),
        (Yes, "Prix", "Les projets sont portés par des associations, des écoles et des communes."),
        (Yes, "Grant", "Municipalities (from 2025 on) may apply."),
        (Yes, "Fondo", "Pueden solicitarlo los gobiernos nacionales y locales y las ONG."),
        (Yes, "פרס", "רשויות מקומיות ומוסדות ציבור רשאים להגיש בקשה עד 3.5.2027."),
        (No, "תמיכות", "תמיכה במוסדות ציבור לשנת 2027. מוסדות ציבור רשאים להגיש בקשות עד 3.5.2027."),
        (No, "כנס", "בתי ספר רשאים להגיש הצעות עד 3.5.2027."),
        (No, "קול קורא", "בעלי עסקים רשאים להגיש הצעות עד 3.5.2027."),
        (Yes, "Ayudas", "Podrán presentar solicitudes entidades sin ánimo de lucro, así como administraciones públicas."),
        (Yes, "Ayudas", "Podrán presentar solicitudes asociaciones, así como administraciones públicas."),
        (Yes, "Ayudas", "Podrán presentar solicitudes asociaciones y administraciones públicas."),
        (Yes, "Call", "Organisations that are eligible include local authorities."),
        (Yes, "Halls", "Applicants must be: a city, a village or a school district."),
        (No, "Award", "The award goes to charities. Entries are invited from charities, schools and companies."),
        (Yes, "Award", "Entries are invited from schools and town councils."),
        (Yes, "Fund", "Grants are available to nonprofits, universities, and units of state and local government."),
        (
            Yes,
            "Subvención",
            "Podrán ser beneficiarias las entidades públicas y privadas: asociaciones, fundaciones y ayuntamientos.",
        ),
        (
            Yes,
            "Subvención",
            "Serán beneficiarios las personas físicas, empresas y corporaciones locales. Las empresas reciben el 50 %.",
        ),
        (
            Yes,
            "Zuschuss",
            "Antragsberechtigt sind natürliche Personen, Unternehmen, Vereine sowie Kommunen; Unternehmen erhalten 40 Prozent.",
        ),
        (Yes, "קול קורא", "רשאים להגיש: עמותות, חברות לתועלת הציבור ורשויות מקומיות. עמותות יקבלו עד 50 אחוז."),
        (Yes, "دعوة", "يحق للجمعيات والبلديات والشركات التقدم. تحصل الشركات على نصف المبلغ."),
        (No, "Beca", "Pueden presentarse artistas de los 12 municipios de la comarca."),
        (Yes, "Ayuda", "Pueden solicitarla todos los municipios de la isla."),
        (No, "منحة", "يمكن للجمعيات من جميع البلديات التقدم."),
        (No, "Church fund", "Parishes and church communities may apply."),
        (No, "Fonds", "Les paroisses et les communautés paroissiales peuvent déposer un dossier."),
        (No, "Kirchenpreis", "Bewerben können sich katholische und evangelische Gemeinden sowie Klöster."),
        (Conditional, "Prix", "Peuvent concourir les communes (moins de 3 500 habitants)."),
        (Yes, "Grant", "Municipalities (and 1,200 schools) may apply."),
        (Yes, "Preis", "Bewerben können sich Kommunen, die Projekte zum Klimaschutz haben."),
        (No, "Fund", "Companies may apply for services to schools, hospitals and municipalities."),
        (No, "Fund", "Companies may apply to sell to schools, clubs and town councils."),
        (No, "Bourse", "Les étudiants des communes et des villages de l'île peuvent candidater."),
        (Unknown, "Bourse", "Les projets des associations et des écoles des communes peuvent être déposés."),
        (No, "Appel", "Les associations peuvent déposer des projets avec des communes, des écoles et des villes."),
        (No, "Concours", "Les lycéens peuvent participer. Les prix sont remis par des maires et des communes."),
        (No, "Concours", "Le concours est organisé par des communes. Les lycéens peuvent participer."),
        (No, "Appel", "L'appel est financé par des communes. Les associations peuvent candidater."),
        (No, "Scholarships", "Scholarships for students. The council gives half. Eligible: students who live in the town."),
        (No, "Scholarships", "Scholarships for students. Municipalities host the students. Eligible: students under 30."),
        (Yes, "Calls", "Local authorities that help charities can apply."),
        (Yes, "Calls", "We seek cities that are ready to test. Cities apply by 3 May 2027."),
        (Yes, "Calls", "Bodies that can apply are towns."),
        (Unknown, "Calls", "Bodies that help towns are eligible."),
        (No, "Calls", "Charities that can help are schools and towns of the valley. Charities may apply."),
        (No, "Calls", "Students from the towns and all the villages may apply."),
        (Yes, "Calls", "Towns and all schools may apply."),
        (Yes, "Prize", "The prize is for projects of all municipalities of the region."),
        (Yes, "Help", "Beneficiaries are natural persons, companies and town councils. Companies get half."),
        (No, "Help", "Beneficiaries are natural persons and companies that supply schools and town councils."),
        (No, "Help", "Companies can apply if they supply schools, hospitals and town councils."),
        (Unknown, "Help", "We invite artists to work with schools, clubs and town councils."),
        (No, "Hilfe", "Bewerben können sich Vereine, die Schulen, Kitas und Kommunen beraten."),
        (No, "Aide", "Peuvent candidater les associations qui aident les écoles, les clubs et les communes."),
        (No, "סיוע", "רשאיות להגיש עמותות המסייעות לבתי ספר, לארגונים ולרשויות מקומיות."),
        (Yes, "סיוע", "רשאיות להגיש עמותות, בתי ספר ורשויות מקומיות."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn a_list_of_applicants_is_read_item_by_item() {
    for (verdict, title, text) in [
        (
            Yes,
            "Village Green Fund",
            "Who can apply?\n- The fund is open to local authorities, schools, charities and community groups.\n- Projects run by local authorities are considered only where they work in partnership with local voluntary groups.",
        ),
        (
            Yes,
            "Sports Pitch Grants",
            "Applications are accepted from choirs and music schools. This includes:\n- Youth choirs.\n- Town councils.\n- Charities.",
        ),
        (Yes, "Small Halls Fund", "Grants are open to charities. These include:\n- trusts\n- town councils\n- clubs"),
        (
            No,
            "Youth meetings",
            "Eligible organisations:\n- foundation, charity, NGO;\n- public body at national level;\n- school of music",
        ),
        (Yes, "Call", "The applicant shall be one of the following:\n2.1.1 a municipality\n2.1.2 an association"),
        (
            Yes,
            "Scholarships",
            "Half of the scholarship is paid by the municipality and half by the fund. The applicant shall be one of the following:\n2.1.1. a municipality\n2.1.2. a college",
        ),
        (
            Yes,
            "מלגות לסטודנטים",
            "שליש מהמלגה תממן הרשות המקומית ואת היתר הקרן. המגיש הוא אחד מהבאים:\n3.2.1. רשות מקומית\n3.2.2. מכללה",
        ),
        (Yes, "Bourses", "La moitié est cofinancée par la commune. Le demandeur est : a) une commune b) une association"),
        (No, "Clubs", "Applications are accepted from clubs. This includes:\n- rugby clubs\n- scout groups"),
        (Yes, "Small works", "Who may bid?\n1.1 A town council\n1.2 A charity"),
        (No, "Small works", "Who may bid?\n1.1 A charity\n1.2 A school"),
        (Yes, "Small works", "Eligible bodies are any of the following: a city, a county or a school district."),
        (Yes, "Halls", "Eligible are the following bodies: municipalities, schools, clubs."),
        (No, "Halls", "Eligible are the following bodies: schools, clubs."),
        (Yes, "Förderung", "Antragsberechtigt sind folgende Einrichtungen:\na) Vereine\nb) eine Gemeinde\nc) Stiftungen"),
        (
            Yes,
            "Aide",
            "Peuvent déposer une demande les organismes suivants :\n- une association\n- une commune\n- une entreprise",
        ),
        (No, "Aide", "Peuvent déposer une demande les organismes suivants :\n- une association\n- une entreprise"),
        (Unknown, "Application form", "The application must include:\n- name\n- city\n- a letter"),
        (Unknown, "Application form", "Please submit the following documents: a letter, a plan, a map of the city."),
        (Unknown, "Fund", "The applicant shall be one of the following:\n2.1.1 a school in a municipality\n2.1.2 a club"),
        (Unknown, "Fund", "The applicant shall be one of the following: a school, a club of the town."),
        (No, "Fund", "Who may apply?\n- charities\n- schools\nWho pays?\n- a municipality\n- a foundation"),
        (No, "Fund", "Charities may apply. The form includes:\n- the name of the charity\n- a municipality in which it works"),
        (No, "Fund", "Charities may apply. The application includes:\n- a budget\n- a letter from a municipality"),
        (No, "Fund", "Charities may apply. Partners include:\n- schools\n- municipalities"),
        (No, "Fund", "Charities may apply. The jury includes:\n- mayors\n- municipalities"),
        (No, "Fund", "Charities may apply. This includes:\n- clubs\n- scouts\nNot eligible:\n- municipalities"),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn what_is_excluded_may_stand_behind_the_word_for_it() {
    for (verdict, title, text) in [
        (No, "Mercado", "Podrán participar artesanos, quedando excluidos los productos industriales."),
        (No, "Mercat", "Clubs may enter; excluded are commercial events."),
        (No, "Markt", "Vereine können sich bewerben, ausgeschlossen sind kommerzielle Veranstaltungen."),
        (No, "Markt", "Am Markt können Kunsthandwerker teilnehmen, ausgeschlossen sind industriell gefertigte Waren."),
        (No, "Marché", "Les artisans peuvent participer, sont exclus les produits industriels."),
        (No, "Contest", "Students may enter; excluded are works that have won before."),
        (No, "Contest", "Schools, excluded are private ones, may enter."),
        (No, "Contest", "Firms, towns and clubs are excluded. Students may enter."),
        (No, "Contest", "Students may enter, excluded are towns and firms."),
    ] {
        body(verdict, title, text);
    }
}
